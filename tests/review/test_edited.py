"""A review is edited and reviewed again: finished actions stay finished, words below the summary stay words."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from salescli.excel.intake import RunOptions
from salescli.review.result import ReviewResult
from salescli.review.run import review
from salescli.table.outcome import Outcome
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.parity import opened
from tests.review.documents import SHEETS, TRACKING, codes, run, section
from tests.sheets import workbook

STRATEGY = "上线会员积分体系"


def reviewed(folder: Path, name: str, period: str, last: Path | None = None) -> Outcome[ReviewResult]:
    source = workbook(folder / "给出.xlsx", SHEETS)
    outcome = review([source], folder / name, period=period, last=last, run=RunOptions(force=True))
    assert not outcome.blocked, codes(outcome)
    return outcome


def row_of(book: Workbook, sheet: str, value: str) -> int:
    """The row of the first cell that shows `value`."""
    return next(cell.row for row in book[sheet].iter_rows() for cell in row if cell.value == value)


def finish(path: Path, action: str, progress: str) -> None:
    book = opened(path)
    book["下期行动"].cell(row_of(book, "下期行动", action), 5).value = progress
    book.save(path)


@pytest.mark.parametrize("progress", ["完成", "完成(已上线)", "完成 已上线"])
def test_a_finished_action_does_not_come_back_from_its_strategy(tmp_path: Path, progress: str) -> None:
    reviewed(tmp_path, "7.xlsx", "2023-07")
    finish(tmp_path / "7.xlsx", STRATEGY, progress)
    august = reviewed(tmp_path, "8.xlsx", "2023-08", tmp_path / "7.xlsx")
    for outcome in (august, reviewed(tmp_path, "q.xlsx", "2023Q3", tmp_path / "8.xlsx")):
        assert STRATEGY not in {row["action"] for row in section(outcome, "actions")}
        assert STRATEGY in {row["action"] for row in section(outcome, "finished")}
        assert "finished-yet-open" in codes(outcome, Severity.WARNING)  # the strategy table still says 未开始


def test_half_done_is_not_done(tmp_path: Path) -> None:
    reviewed(tmp_path, "7.xlsx", "2023-07")
    finish(tmp_path / "7.xlsx", STRATEGY, "完成 50%")
    outcome = review([tmp_path / "给出.xlsx"], period="2023-08", last=tmp_path / "7.xlsx")
    assert codes(outcome, Severity.ERROR) == ["bad-choice"]


def test_an_action_without_a_period_is_carried_from_the_review_it_stood_in(tmp_path: Path) -> None:
    reviewed(tmp_path, "7.xlsx", "2023-07")
    book = opened(tmp_path / "7.xlsx")
    sheet = book["下期行动"]
    empty = next(row for row in range(5, 60) if not any(sheet.cell(row, column).value for column in range(1, 8)))
    sheet.cell(empty, 2).value, sheet.cell(empty, 3).value = "走访老客户", "小张"
    book.save(tmp_path / "7.xlsx")
    same = section(reviewed(tmp_path, "7b.xlsx", "2023-07", tmp_path / "7.xlsx"), "actions")
    later = section(reviewed(tmp_path, "8.xlsx", "2023-08", tmp_path / "7.xlsx"), "actions")
    carried = [next(row["carried"] for row in rows if row["action"] == "走访老客户") for rows in (same, later)]
    assert carried == [False, True]


@pytest.mark.parametrize("below", [1, 3])
def test_words_below_the_summary_are_kept(tmp_path: Path, below: int) -> None:
    reviewed(tmp_path, "7.xlsx", "2023-07")
    book = opened(tmp_path / "7.xlsx")
    last = row_of(book, "复盘总结表", "2023年7月(月度)")
    book["复盘总结表"].cell(last + below, 4).value = "会后补记：先谈价格"
    book.save(tmp_path / "7.xlsx")
    reviewed(tmp_path, "8.xlsx", "2023-08", tmp_path / "7.xlsx")
    shown = [cell.value for sheet in opened(tmp_path / "8.xlsx") for row in sheet.iter_rows() for cell in row]
    assert shown.count("会后补记：先谈价格") == 1


def test_the_review_wins_over_the_summary_it_came_from(tmp_path: Path) -> None:
    reviewed(tmp_path, "7.xlsx", "2023-07")
    book = opened(tmp_path / "7.xlsx")
    book["复盘总结表"].cell(row_of(book, "复盘总结表", "2023年7月(月度)"), 3).value = "改过的经验"
    book.save(tmp_path / "7.xlsx")
    outcome = reviewed(tmp_path, "7b.xlsx", "2023-07", tmp_path / "7.xlsx")
    (row,) = (row for row in section(outcome, "summary") if row["period"] == "2023年7月(月度)")
    assert row["successes"] == "改过的经验"
    assert "review-wins" in codes(outcome)


def test_a_review_without_figures_says_why(tmp_path: Path) -> None:
    other = run(tmp_path, {"月度目标分解与跟踪表": TRACKING}, period="2024-08")
    (why,) = (item for item in other.problems if item.code.name == "no-figures-of-period")
    assert (why.details["first"], why.details["last"]) == ("2023-07", "2023-08")
    alone = run(tmp_path, {"策略执行跟踪表": SHEETS["策略执行跟踪表"]}, period="2023-08")
    assert codes(alone, Severity.WARNING) == ["no-figures-given"]


def test_the_conclusions_begin_with_who_missed(tmp_path: Path) -> None:
    first, *others = section(run(tmp_path, SHEETS, period="2023-08"), "conclusions")
    # 1,620,000 of 1,700,000; 小李 450,000 of 600,000
    assert first["zh"] == "达成率95.3%，差额-80,000元；未达标区域1个：华南 75.0%；未达标1人，差额最大：小李 75.0%"
    assert (first["sheet"], first["amiss"]) == ("Target attainment", True)
    assert [item["sheet"] for item in others].count("Incentive results") == 1


def test_a_payout_of_one_month_is_not_taken_for_the_quarters(tmp_path: Path) -> None:
    quarter = section(run(tmp_path, SHEETS, period="2023Q3"), "conclusions")
    month = section(run(tmp_path, SHEETS, period="2023-08"), "conclusions")
    said = [next(item["zh"] for item in found if item["sheet"] == "Incentive results") for found in (quarter, month)]
    assert said[0].endswith("（只含2023年8月）")
    assert said[1] == said[0].removesuffix("（只含2023年8月）")
    rows = section(run(tmp_path, SHEETS, period="2023Q3"), "summary")
    assert "（只含2023年8月）" in rows[-1]["effects"] or "(August 2023 only)" in rows[-1]["effects"]


def test_every_sheet_with_the_payout_says_which_months_it_covers(tmp_path: Path) -> None:
    outcome = run(tmp_path, SHEETS, period="2023Q3", output=tmp_path / "复盘.xlsx")
    book = opened(tmp_path / "复盘.xlsx")
    for name in ("复盘总览", "激励效果"):
        shown = [str(cell.value) for row in book[name].iter_rows() for cell in row if cell.value is not None]
        assert any("只含2023年8月" in text for text in shown), name
    assert "2023年第3季度（只含2023年8月）" in {cell.value for row in book["复盘总览"].iter_rows() for cell in row}
    assert outcome.document(Lang.EN)["result"]["payouts_of"] == ["2023-08"]
    whole = run(tmp_path, SHEETS, period="2023-08", output=tmp_path / "八月.xlsx")
    assert whole.document(Lang.EN)["result"]["payouts_of"] == []
    shown = [str(cell.value) for sheet in opened(tmp_path / "八月.xlsx") for row in sheet.iter_rows() for cell in row]
    assert not any("只含" in text for text in shown)
