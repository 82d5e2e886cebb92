"""The sprint of 24 to 31 August 2026 (six working days: 24–28 and 31), worked by hand."""

from datetime import date
from pathlib import Path

import pytest

from salescli.table.errors import CannotRun
from salescli.table.outcome import Outcome
from salescli.track.days import Days
from salescli.track.options import TrackOptions, typed_sprint
from salescli.track.result import TrackResult
from salescli.track.run import track
from tests.sheets import workbook, written

PLAN = """
| 月份 | 区域 | 销售员 | 指标 | 目标值 |
| 2026-08 | 华东 | 小张 | 销售额 | 600,000 |
| 2026-08 | 华南 | 小李 | 销售额 | 200,000 |
| 2026-08 | 华东 | 小张 | 线索数 | 60个 |
"""
REPORTS = """
| 周开始日期 | 销售员 | 线索数 | 客户拜访 | 成单数 | 销售额(元) |
| 2026-08-03 | 小张 | 40 | 20 | 4 | 300,000 |
| 2026-08-17 | 小李 | 10 | 5 | 1 | 100,000 |
| 2026-08-24 | 小张 | 5 | 6 | 1 | 100,000 |
"""
LAST_WEEK = Days(date(2026, 8, 24), date(2026, 8, 31))


def sprinted(tmp_path: Path, days: Days = LAST_WEEK, day: date = date(2026, 8, 26)) -> Outcome[TrackResult]:
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    reports = workbook(tmp_path / "reports.xlsx", {"销售周报": REPORTS})
    return track(plan, [reports], options=TrackOptions(as_of=day, sprint=days))


def test_what_is_left_is_spread_over_the_days(tmp_path: Path) -> None:
    """400,000 before, 400,000 left at the start, 66,666.67 a day; after Wednesday 300,000 over three days."""
    result = sprinted(tmp_path).result
    assert result is not None
    found = result.document()["sprint"]
    assert (found["days"], found["days_left"], found["state"]) == (6, 3, "open")
    assert found["metrics"][0] == {
        "metric": "sales", "basis": "plan", "target": "800000.00", "before": "400000.00", "during": "100000.00",
        "at_start": "400000.00", "daily_target": "66666.67", "left": "300000.00", "needed_per_day": "100000.00",
    }  # fmt: skip


def test_counts_come_from_the_plan_or_are_worked_back_from_the_reports(tmp_path: Path) -> None:
    """Leads: 60 planned, 50 before. Visits: 25 brought 400,000, so 400,000 more take 25. Deals: 5 take 5."""
    result = sprinted(tmp_path).result
    assert result is not None
    metrics = {item["metric"]: item for item in result.document()["sprint"]["metrics"]}
    assert {key: (item["basis"], item["target"], item["left"]) for key, item in metrics.items() if key != "sales"} == {
        "leads": ("plan", "60", "5"),
        "visits": ("derived", "50", "19"),
        "deals": ("derived", "10", "4"),
    }
    assert metrics["leads"]["daily_target"] == "1.666667"


def test_conversion_is_deals_by_leads_before_and_during_and_what_is_left(tmp_path: Path) -> None:
    """Left are 4 deals and 5 leads."""
    result = sprinted(tmp_path).result
    assert result is not None
    assert result.document()["sprint"]["conversion"] == {
        "before": "0.100000", "during": "0.200000", "needed": "0.800000",
    }  # fmt: skip


def test_people_stand_in_the_order_of_what_they_have_left(tmp_path: Path) -> None:
    result = sprinted(tmp_path).result
    assert result is not None
    people = result.document()["sprint"]["people"]
    assert [(item["person"], item["left"], item["needed_per_day"]) for item in people] == [
        ("小张", "200000.00", "66666.67"),
        ("小李", "100000.00", "33333.33"),
    ]


def test_everybody_has_their_own_counts_by_the_funnel_of_the_plan(tmp_path: Path) -> None:
    """小李's 200,000 at 25,000 a deal take 8 deals and 32 visits; 1 and 5 came, so 7 and 27 are left over 3 days."""
    funnel = "| 环节 | 转化率 | 客单价 |\n| 客户拜访 | 25% | |\n| 成交 | | 25,000 |"
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN, "过程参数": funnel})
    reports = workbook(tmp_path / "reports.xlsx", {"销售周报": REPORTS})
    output = tmp_path / "t.xlsx"
    result = track(plan, [reports], output, options=TrackOptions(as_of=date(2026, 8, 26), sprint=LAST_WEEK)).result
    assert result is not None
    people = {item["person"]: item for item in result.document()["sprint"]["people"]}
    counts = {item["metric"]: (item["basis"], item["target"], item["left"]) for item in people["小李"]["counts"]}
    assert counts == {"leads": ("derived", "20", "10"), "visits": ("plan", "32", "27"), "deals": ("plan", "8", "7")}
    (row,) = [row for row in written(output, "冲刺") if row[1] == "小李" and row[2] == 10]
    assert row[2:8] == [10, 4, 27, 9, 7, 3]


def test_after_its_last_day_nothing_is_needed_per_day(tmp_path: Path) -> None:
    result = sprinted(tmp_path, day=date(2026, 8, 31)).result
    assert result is not None
    found = result.document()["sprint"]
    assert (found["state"], found["metrics"][0]["needed_per_day"]) == ("closed", None)


def test_a_sprint_in_months_without_a_target_is_an_error(tmp_path: Path) -> None:
    outcome = sprinted(tmp_path, Days(date(2026, 10, 1), date(2026, 10, 9)))
    assert outcome.blocked
    assert "sprint-not-planned" in [item.code.name for item in outcome.problems]


@pytest.mark.parametrize("text", ["2026-08-24..2026-08-31", "2026年8月24日..2026/8/31", "2026.8.24 .. 2026.8.31"])
def test_the_days_are_typed_in_any_usual_form(text: str) -> None:
    assert typed_sprint(text) == LAST_WEEK


@pytest.mark.parametrize("text", ["2026-08-24", "2026-08-31..2026-08-24", "昨天..今天", ""])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(CannotRun):
        typed_sprint(text)


ORDERS = """
| 订单号 | 签约日期 | 销售员 | 客户 | 合同额 | 已回款 |
| D1 | 2026-08-04 | 小张 | 甲 | 100,000 | 30,000 |
| D2 | 2026-08-21 | 小李 | 乙 | 100,000 | 100,000 |
| D3 | 2026-08-24 | 小张 | 丙 | 50,000 | 50,000 |
| D4 | 2026-08-26 | 小张 | 丁 | 50,000 | 15,000 |
| D5 | 2026-08-26 | 小张 | 戊 | 50,000 | 14,999.99 |
"""


def test_deals_are_those_of_the_orders_where_there_are_any(tmp_path: Path) -> None:
    """Two before the sprint and two in it; D5 lacks a fen of its 30 %. The reports' 4, 1 and 1 are not asked.

    400,000 reported before took 2 deals, so the 400,000 left at the start take 2 more, of which none is left. Leads:
    50 before and 5 in it, so 2 ÷ 50 and 2 ÷ 5.
    """
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    reports = workbook(tmp_path / "reports.xlsx", {"销售周报": REPORTS})
    orders = workbook(tmp_path / "orders.xlsx", {"订单明细": ORDERS})
    options = TrackOptions(as_of=date(2026, 8, 26), sprint=LAST_WEEK)
    result = track(plan, [reports], tmp_path / "t.xlsx", orders=[orders], options=options).result
    assert result is not None
    found = result.document()["sprint"]
    assert found["deals_from"] == ["orders"]
    (deals,) = [item for item in found["metrics"] if item["metric"] == "deals"]
    assert (deals["before"], deals["during"], deals["target"], deals["left"]) == ("2", "2", "4", "0")
    assert found["metrics"][0]["before"] == "400000.00"
    assert (found["conversion"]["before"], found["conversion"]["during"]) == ("0.040000", "0.400000")
    assert any("成单数取自订单" in str(row[0]) for row in written(tmp_path / "t.xlsx", "冲刺"))


def test_without_reports_sales_too_are_those_of_the_orders(tmp_path: Path) -> None:
    """200,000 signed before the sprint and 100,000 in it, of 800,000."""
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    orders = workbook(tmp_path / "orders.xlsx", {"订单明细": ORDERS})
    options = TrackOptions(as_of=date(2026, 8, 26), sprint=LAST_WEEK)
    result = track(plan, orders=[orders], options=options).result
    assert result is not None
    sales = result.document()["sprint"]["metrics"][0]
    assert (sales["before"], sales["during"], sales["left"]) == ("200000.00", "100000.00", "500000.00")
