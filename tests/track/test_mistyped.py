"""What people mistype in weekly reports and orders, and what is said of it; figures worked by hand."""

from datetime import date
from pathlib import Path
from typing import Any

from salescli.table.outcome import Outcome
from salescli.track.options import TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from tests.parity import assert_parity
from tests.sheets import workbook, written

PLAN = """
| 月份 | 区域 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-08 | 华东 | S1 | 小张 | 销售额 | 1000 |
| 2026-09 | 华东 | S1 | 小张 | 销售额 | 1000 |
| 2026-08 | 华东 | S2 | 小李 | 销售额 | 1000 |
"""
ORDERS = """
| 订单号 | 签约日期 | 工号 | 销售员 | 客户 | 合同额 | 已回款 |
| D1 | 2026-08-05 | S1 | 小张 | 甲 | 300 | 900 |
| D2 | 2026-08-05 | S7 | 路人 | 乙 | 70 | 70 |
"""


def run(tmp_path: Path, weeks: str, **given: Any) -> Outcome[TrackResult]:
    book = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    reports = workbook(tmp_path / "r" / "w.xlsx", {"销售周报": weeks})
    return track(book, [reports], given.pop("output", None), options=TrackOptions(as_of=date(2026, 8, 31)), **given)


def said(outcome: Outcome[TrackResult], code: str) -> dict[str, Any]:
    (found,) = [item for item in outcome.problems if item.code.name == code]
    return {"cell": found.place.cell, **found.details}


def test_a_wrong_year_and_a_month_the_plan_does_not_have_are_sales_not_counted(tmp_path: Path) -> None:
    """40 of August 2025 and 2 of October are in no month of the plan, 5 of nobody: 47 are not counted."""
    weeks = """
    | 周开始日期 | 月份 | 工号 | 销售员 | 销售额(元) |
    | 2026-08-03 | | S1 | 小张 | 100 |
    | 2025-08-04 | | S1 | 小张 | 40 |
    | 2026-08-10 | 2026-10 | S1 | 小张 | 2 |
    | 2026-08-10 | | S9 | 路人 | 5 |
    """
    orders = workbook(tmp_path / "o.xlsx", {"订单明细": ORDERS})
    outcome = run(tmp_path, weeks, orders=[orders], output=tmp_path / "t.xlsx")
    assert outcome.result is not None
    assert outcome.result.document()["uncounted_sales"] == "47.00"
    unplanned = [item for item in outcome.problems if item.code.name == "rows-unplanned"]
    assert [(item.place.cell, item.details["sales"], item.severity.value) for item in unplanned] == [
        ("A3", "40", "warning"), ("B4", "2", "warning"),
    ]  # fmt: skip
    matters = {row[0]: row[1:3] for row in written(tmp_path / "t.xlsx", "看板") if row[0] is not None}
    assert matters["月份不在计划内"] == [2, 42]
    assert matters["订单的人员不在计划内"] == [1, 70]
    assert_parity(tmp_path / "t.xlsx")
    above = said(outcome, "collected-above-amount")
    assert (above["cell"], above["rows"], above["collected"], above["amount"]) == ("G2", 1, "900", "300")
    again = track(tmp_path / "t.xlsx", [], options=TrackOptions(as_of=date(2026, 8, 31)))
    assert again.result is not None
    assert again.result.document()["uncounted_sales"] == "47.00"


def test_a_time_before_its_week_is_said_and_english_headers_are_known(tmp_path: Path) -> None:
    weeks = """
    | Week start | Employee ID | Salesperson | Sales | Submitted at |
    | 2026-08-10 | S1 | 小张 | 100 | 2026-08-07 10:00 |
    """
    early = said(run(tmp_path, weeks), "submitted-before-week")
    assert (early["cell"], early["rows"]) == ("E2", 1)


def test_a_column_that_looks_like_the_time_is_named_beside_a_conflict(tmp_path: Path) -> None:
    weeks = """
    | 周开始日期 | 工号 | 销售员 | 销售额(元) | 提交的时刻 |
    | 2026-08-10 | S1 | 小张 | 100 | 2026-08-14 10:00 |
    | 2026-08-10 | S1 | 小张 | 200 | 2026-08-14 11:00 |
    """
    found = said(run(tmp_path, weeks), "submitted-not-recognised")
    assert (found["cell"], found["found"]) == ("E1", "提交的时刻")
