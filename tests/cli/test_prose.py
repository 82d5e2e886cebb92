"""Sentences on a narrow screen, strategies that have not begun, and weeks in their order."""

import io
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

from salescli.cli.prose import Prose
from salescli.cli.review import screen
from salescli.cli.track_rows import _by_person
from salescli.measure.period import Week
from salescli.words.language import Lang
from tests.review.documents import run
from tests.review.test_measures import MONTHLY
from tests.review.test_verdicts import HEAD


def drawn(width: int, *parts: object) -> list[str]:
    sink = io.StringIO()
    for part in parts:
        Console(width=width, file=sink).print(part)
    return [line.rstrip() for line in sink.getvalue().splitlines()]


def test_a_sentence_goes_on_under_its_own_first_word() -> None:
    """Behind 方面 and two blanks there are 14 columns."""
    assert drawn(20, Prose(Text("下降最多：小李，未达标 2 个"), "方面")) == [
        "方面  下降最多：小",
        "      李，未达标",
        "      2 个",
    ]


def test_no_mark_stands_at_the_head_of_a_line_and_no_short_bracket_is_broken() -> None:
    assert drawn(12, Prose(Text("目标达到了吗（策略）"))) == ["目标达到了吗", "（策略）"]
    assert drawn(10, Prose(Text("一二三四五，六"))) == ["一二三四", "五，六"]


def test_words_and_figures_are_never_broken() -> None:
    assert drawn(16, Prose(Text("sales fell by -3,084,546"))) == ["sales fell by", "-3,084,546"]


def test_strategies_that_have_not_begun_share_a_line(tmp_path: Path) -> None:
    rows = "".join(
        f"| {name} | 销售额提升10% | 甲 | {start} | 2026-12-31 | 未开始 |\n"
        for name, start in (("一", "2026-09-01"), ("二", "2026-10-08"), ("三", "2026-08-01"))
    )
    found = run(tmp_path, {"月度跟踪": MONTHLY, "策略执行跟踪表": HEAD + rows}, period="2026-08")
    assert found.result is not None
    lines = drawn(100, *screen(found.result, Lang.ZH))
    assert "尚未开始 2 项  一（09-01 起） · 二（10-08 起）" in lines
    assert [line.split()[0] for line in lines if "2026-12-31" in line] == ["三"]


def test_weeks_that_are_owed_stand_in_their_order() -> None:
    weeks = [Week(date(2026, 3, day)) for day in (16, 2, 23, 9)]
    owed = [("小张", weeks[0]), ("小张", weeks[1]), *(("小李", week) for week in weeks)]
    assert [part.plain for part in _by_person(owed)] == ["小李 …03-09 03-16 03-23", "小张 03-02 03-16"]
