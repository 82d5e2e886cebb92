"""Figures typed over what a tracking workbook had worked out: named at their cell, and never lost without a word."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from salescli.table.outcome import Outcome
from salescli.table.problem import Problem
from salescli.track.options import TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from salescli.words.language import Lang
from tests.parity import opened
from tests.sheets import workbook

PLAN = """
| 月份 | 区域 | 销售员 | 指标 | 目标值 |
| 2026-07 | 华东 | 小张 | 销售额 | 1000 |
| 2026-08 | 华东 | 小张 | 销售额 | 1000 |
| 2026-08 | 华南 | 小李 | 销售额 | 800 |"""
WEEKS = """
| 周开始日期 | 销售员 | 销售额 | 回款额 |
| 2026-08-03 | 小张 | 200.50 | 90 |
| 2026-08-10 | 小张 | 300 | 60 |
| 2026-08-03 | 小李 | 400 | |"""
ORDERS = """
| 订单号 | 签约日期 | 销售员 | 客户 | 合同额 | 已回款 |
| D1 | 2026-08-05 | 小张 | 甲 | 1000 | 144 |
| D2 | 2026-08-06 | 小李 | 乙 | 400 | 400 |"""
OPTIONS = TrackOptions(as_of=date(2026, 8, 31))


@pytest.fixture
def tracked(tmp_path: Path) -> Path:
    path = tmp_path / "t.xlsx"
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    weeks, orders = workbook(tmp_path / "w.xlsx", {"周报": WEEKS}), workbook(tmp_path / "o.xlsx", {"订单明细": ORDERS})
    assert not track(plan, [weeks], path, orders=[orders], options=OPTIONS).blocked
    return path


def typed(path: Path, sheet: str, header: str, whose: str, value: str | float | None) -> str:
    """Type `value` into the last line of `whose` on `sheet`; its cell. Formulas leave their results."""
    book = opened(path, data_only=True)
    rows = list(book[sheet].iter_rows())
    at = next(index for index, row in enumerate(rows) if header in [cell.value for cell in row])
    column = next(number for number, cell in enumerate(rows[at], 1) if cell.value == header)
    line = [row for row in rows[at + 1 :] if whose in [cell.value for cell in row]][-1]
    cell = book[sheet].cell(line[0].row or 0, column)
    cell.value = value
    book.save(path)
    return cell.coordinate


def again(path: Path, output: Path | None = None, reports: Sequence[Path] = ()) -> Outcome[TrackResult]:
    outcome = track(path, reports, output, options=OPTIONS)
    assert not outcome.blocked, [str(problem) for problem in outcome.problems]
    return outcome


def said(outcome: Outcome[TrackResult]) -> list[Problem]:
    return [item for item in outcome.problems if item.code.name == "typed-over"]


def test_an_actual_typed_over_is_named_with_both_figures_and_goes_out_as_its_rows_have_it(
    tracked: Path, tmp_path: Path
) -> None:
    """200.50 + 300 was written. Nothing is new, but the workbook is not left as it is: `--json` has 500.50."""
    cell = typed(tracked, "月度跟踪", "累计实际(元)", "小张", 999.5)
    output = tmp_path / "t2.xlsx"
    outcome = again(tracked, output)
    (found,) = said(outcome)
    assert (found.place.file, found.place.sheet, found.place.cell) == (str(tracked), "月度跟踪", cell)
    assert "改成了 999.50，跟踪写的是 500.50；它每次都由“明细”算出，这次是 500.50" in found.message(Lang.ZH)
    assert "nothing-new" not in {item.code.name for item in outcome.problems}
    assert opened(output)["月度跟踪"][cell].value == 500.5
    assert said(again(output)) == []


def test_what_was_collected_of_an_order_is_named_by_its_cell_too(tracked: Path) -> None:
    cell = typed(tracked, "待回款订单", "已回款(元)", "D1", 600)
    (found,) = said(again(tracked))
    assert (found.place.sheet, found.place.cell) == ("待回款订单", cell)
    assert (found.details["shown"], found.details["written"], found.details["now"]) == ("600", "144", "144")
    assert "订单明细" in found.message(Lang.ZH)


@pytest.mark.parametrize(("value", "shown"), [("约五百", "约五百"), (None, "空白"), (0, "0")])
def test_words_blanks_and_noughts_are_named_as_well(tracked: Path, value: str | float | None, shown: str) -> None:
    typed(tracked, "月度跟踪", "回款额(元)", "小张", value)
    (found,) = said(again(tracked))
    assert f"改成了 {shown}，跟踪写的是 150" in found.message(Lang.ZH)


def test_a_correction_that_says_the_same_is_all_that_was_asked_for(tracked: Path, tmp_path: Path) -> None:
    """450 was typed, and 400 + 50 come with the reports; of a figure typed into 订单明细 nothing is said either."""
    typed(tracked, "月度跟踪", "累计实际(元)", "小李", 450)
    typed(tracked, "订单明细", "已回款(元)", "D1", 600)
    text = "| 周开始日期 | 销售员 | 销售额 |\n| 2026-08-17 | 小李 | 50 |"
    outcome = again(tracked, reports=[workbook(tmp_path / "w2.xlsx", {"周报": text})])
    assert said(outcome) == []
    assert outcome.result is not None
    assert outcome.result.document()["pending"] == []


def test_a_workbook_left_alone_stays_as_it_is(tracked: Path) -> None:
    assert {item.code.name for item in again(tracked).problems} >= {"nothing-new"}
