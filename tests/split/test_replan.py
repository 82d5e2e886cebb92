"""Planning again from a month on: closed months at their actuals, the rest shared anew, and what that changed."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salescli.excel.intake import RunOptions
from salescli.measure.period import Month
from salescli.split.replan import Replan, parse_replan
from salescli.split.result import SplitResult
from salescli.split.run import SplitOptions, split
from salescli.table.errors import CannotRun
from salescli.table.outcome import Outcome
from salescli.words.language import Lang
from tests.parity import assert_parity, opened
from tests.sheets import workbook
from tests.split.tables import amounts, notes, plan, said

GOAL = "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026年 | {target} | 元 |"
ROSTER = """
| 工号 | 销售员 | 区域 | 去年实际(元) |
| S1 | 甲 | 华东 | 100 |
| S2 | 乙 | 华南 | 300 |
"""
ACTUALS = (
    "2026年1月 | 华东 | S1 | 甲 | 250 | 300",
    "2026年1月 | 华南 | S2 | 乙 | 750 | 500",
    "2026年2月 | 华东 | S1 | 甲 | 250 | 300.50",
    "2026年2月 | 华南 | S2 | 乙 | 750 | 899.50",
    "2026年3月 | 华南 | S2 | 乙 | 750 | ",
)


def again(
    folder: Path,
    since: Month,
    *rows: str,
    target: str = "12000",
    roster: str = ROSTER,
    output: Path | None = None,
    **sheets: str,
) -> Outcome[SplitResult]:
    targets = {"年度目标": GOAL.format(target=target), "销售员名册": roster, **sheets}
    header = "| 月份 | 区域 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) |"
    tracked = "\n".join((header, *(f"| {row} |" for row in rows or ACTUALS)))
    tracking = workbook(folder / "tracking.xlsx", {"月度目标分解与跟踪表": tracked})
    path = workbook(folder / "targets.xlsx", targets)
    return split(path, output, options=SplitOptions(replan=Replan(tracking, since)), run=RunOptions(force=True))


def people(result: SplitResult) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = result.document()["replan"]["people"]
    return found


def test_closed_months_are_held_and_the_rest_goes_to_the_months_left(tmp_path: Path) -> None:
    outcome = again(tmp_path, Month(2026, 3))
    result = plan(outcome)
    months = amounts(result, "month")
    # 2,000 are reached, 10,000 left for ten months, a quarter and three quarters of it
    assert (months["2026-01"], months["2026-02"]) == ("800.00", "1200.00")
    assert {months[f"2026-{number:02}"] for number in range(3, 13)} == {"1000.00"}
    assert people(result) == [
        {
            "region": "华东",
            "employee_id": "S1",
            "person": "甲",
            "before": "3000.00",
            "after": "3100.50",
            "difference": "100.50",
            "actual": "600.50",
            "open_before": "2500.00",
            "open_after": "2500.00",
        },
        {
            "region": "华南",
            "employee_id": "S2",
            "person": "乙",
            "before": "9000.00",
            "after": "8899.50",
            "difference": "-100.50",
            "actual": "1399.50",
            "open_before": "7500.00",
            "open_after": "7500.00",
        },
    ]
    assert said(outcome) == []


def test_a_shortfall_is_shared_by_all(tmp_path: Path) -> None:
    rows = ("2026年1月 | 华东 | S1 | 甲 | | 0", "2026年1月 | 华南 | S2 | 乙 | | 1000.01")
    result = plan(again(tmp_path, Month(2026, 2), *rows))
    # 10,999.99 are left: 10,999 whole yuan, and the odd 0.99 to the largest
    assert [item["open_after"] for item in people(result)] == ["2750.00", "8249.99"]
    assert sum(leaf.target for leaf in result.leaves) == 12000


def test_people_unknown_and_people_silent_are_said(tmp_path: Path) -> None:
    rows = ("2026年1月 | 华东 | S1 | 甲 | | 500", "2026年1月 | 华北 | S9 | 老人 | | 500")
    outcome = again(tmp_path, Month(2026, 2), *rows)
    result = plan(outcome)
    assert said(outcome) == [
        ("replan-stranger", "月度目标分解与跟踪表", "D3"),
        ("replan-no-actual", None, None),
    ]
    assert [(item["person"], item["after"]) for item in people(result)] == [
        ("甲", "3250.00"),
        ("乙", "8250.00"),
        ("老人", "500.00"),
    ]


def test_pins_of_the_year_count_what_is_reached(tmp_path: Path) -> None:
    table = "| 工号 | 销售员 | 月份 | 锁定目标(元) |\n| S1 | 甲 | 2026年 | 4000.50 |\n| | | 2026年1月 | 1 |"
    result = plan(again(tmp_path, Month(2026, 3), 锁定目标=table))
    assert [item["after"] for item in people(result)] == ["4000.50", "7999.50"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (("2026年1月 | 华东 | S1 | 甲 | | 12001",), "year-exceeded"),
        (("2026年2月 | 华东 | S1 | 甲 | | 1",), "replan-month-missing"),
        (("2026年1月 | 华东 | S1 | 甲 | | ",), "replan-month-missing"),
    ],
)
def test_what_cannot_be_planned_again(rows: tuple[str, ...], code: str, tmp_path: Path) -> None:
    outcome = again(tmp_path, Month(2026, 2), *rows)
    assert outcome.blocked
    assert said(outcome)[-1][0] == code


def test_a_negative_actual_counts_as_it_is(tmp_path: Path) -> None:
    rows = ("2026年1月 | 华东 | S1 | 甲 | | -100", "2026年1月 | 华南 | S2 | 乙 | | 0")
    outcome = again(tmp_path, Month(2026, 2), *rows)
    assert [item["open_after"] for item in people(plan(outcome))] == ["3025.00", "9075.00"]
    assert said(outcome) == [("replan-negative", "月度目标分解与跟踪表", "F2")]


def test_every_metric_with_actuals_is_planned_again(tmp_path: Path) -> None:
    """24 customers: 5 in January and February, so 19 for ten months; of 9,000 yuan collected 1,000 are known.

    回款额 stands on 月度跟踪 alone, 新客户数 on 指标明细; nothing is known of 成单数, and its plan stays.
    """
    goals = """
| 指标 | 年度 | 目标值 |
| 销售额 | 2026 | 12000元 |
| 回款额 | 2026 | 9000元 |
| 新客户数 | 2026 | 24家 |
| 成单数 | 2026 | 24单 |
"""
    monthly = """
| 月份 | 区域 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) | 回款额(元) |
| 2026年1月 | 华东 | S1 | 甲 | 250 | 300 | 300 |
| 2026年1月 | 华南 | S2 | 乙 | 750 | 500 | 100 |
| 2026年2月 | 华东 | S1 | 甲 | 250 | 300.50 | 0 |
| 2026年2月 | 华南 | S2 | 乙 | 750 | 899.50 | 600 |
"""
    details = """
| 月份 | 区域 | 工号 | 销售员 | 指标 | 本期目标 | 本期实际 |
| 2026年1月 | 华东 | S1 | 甲 | 新客户数 | 1 | 2 |
| 2026年1月 | 华南 | S2 | 乙 | 新客户数 | 1 | 0 |
| 2026年2月 | 华东 | S1 | 甲 | 新客户数 | 1 | 3 |
| 2026年2月 | 华南 | S2 | 乙 | 新客户数 | 2 | 0 |
"""
    targets = workbook(tmp_path / "targets.xlsx", {"年度目标": goals, "销售员名册": ROSTER})
    tracking = workbook(tmp_path / "tracking.xlsx", {"月度跟踪": monthly, "指标明细": details})
    options = SplitOptions(replan=Replan(tracking, Month(2026, 3)))
    output = tmp_path / "plan.xlsx"
    outcome = split(targets, output, options=options, run=RunOptions(force=True))
    result = plan(outcome)
    collected = amounts(result, "month", "回款额")
    assert [collected[f"2026-{month:02}"] for month in (1, 2, 3, 12)] == ["400.00", "600.00", "800.00", "800.00"]
    customers = amounts(result, "month", "新客户数")
    assert (customers["2026-01"], customers["2026-02"]) == ("2", "3")
    assert sum(map(int, customers.values())) == 24
    assert set(amounts(result, "month", "成单数").values()) == {"2"}
    others = result.document()["replan"]["others"]
    assert [(item["metric"], [one["actual"] for one in item["people"]]) for item in others] == [
        ("回款额", ["300.00", "700.00"]),
        ("新客户数", ["5", "0"]),
    ]
    kept = next(item for item in outcome.problems if item.code.name == "replan-others")
    assert "没有 成单数 各月的实际" in kept.message(Lang.ZH)
    assert {"调整对比-销售额", "调整对比-回款额", "调整对比-新客户数"} <= set(opened(output).sheetnames)


def test_a_pin_of_a_closed_month_is_said(tmp_path: Path) -> None:
    """January is pinned to 1 and came to 800; what is pinned to its very actual, or to an open month, is not said."""
    table = """
| 工号 | 销售员 | 月份 | 锁定目标(元) |
| | | 2026年1月 | 1 |
| S1 | 甲 | 2026年2月 | 300.50 |
| S1 | 甲 | 2026年3月 | 100 |
"""
    outcome = again(tmp_path, Month(2026, 3), 锁定目标=table)
    assert said(outcome) == [("replan-pin-closed", "锁定目标", "D2")]
    message = next(item for item in outcome.problems if item.code.name == "replan-pin-closed").message(Lang.ZH)
    assert "锁定了 1，" in message
    assert "实际 800 计" in message


def test_months_left_without_any_weight_are_shared_evenly_and_said(tmp_path: Path) -> None:
    rows = [f"| 2026年{month}月 | {int(month <= 2)} |" for month in range(1, 13)]
    table = "\n".join(("| 月份 | 权重 |", *rows))
    outcome = again(tmp_path, Month(2026, 3), 月度权重=table)
    assert ("replan-even-months", None, None) in said(outcome)
    assert amounts(plan(outcome), "month")["2026-03"] == "1000.00"


def test_what_actuals_leave_is_called_so(tmp_path: Path) -> None:
    """12,000 less 1,000.01 is 10,999.99 in whole yuan: the goal itself is whole."""
    rows = ("2026年1月 | 华东 | S1 | 甲 | | 0", "2026年1月 | 华南 | S2 | 乙 | | 1000.01")
    outcome = again(tmp_path, Month(2026, 2), *rows)
    message = next(item for item in outcome.problems if item.code.name == "odd-rest").message(Lang.ZH)
    assert "还剩 10,999.99，" in message


def test_people_stand_in_the_order_of_the_roster(tmp_path: Path) -> None:
    """丙 joins in May and has no target before, yet stands above 乙."""
    roster = """
| 工号 | 销售员 | 区域 | 入职日期 | 去年实际(元) |
| S1 | 甲 | 华东 | | 100 |
| S3 | 丙 | 华东 | 2026-05-01 | 100 |
| S2 | 乙 | 华东 | | 300 |
"""
    rows = ("2026年1月 | 华东 | S1 | 甲 | | 0", "2026年1月 | 华东 | S2 | 乙 | | 1000")
    found = people(plan(again(tmp_path, Month(2026, 2), *rows, roster=roster)))
    assert [item["person"] for item in found] == ["甲", "丙", "乙"]


def test_a_plan_or_a_report_is_no_tracking_workbook(tmp_path: Path) -> None:
    targets = workbook(tmp_path / "targets.xlsx", {"年度目标": GOAL.format(target="12000"), "销售员名册": ROSTER})
    split(targets, tmp_path / "plan.xlsx")
    report = "| 周开始日期 | 区域 | 销售员 | 销售额(元) |\n| 2026-01-05 | 华东 | 甲 | 100 |"
    weekly = workbook(tmp_path / "weekly.xlsx", {"销售周报": report})
    for given, code in ((tmp_path / "plan.xlsx", "replan-of-plan"), (weekly, "replan-no-tracking")):
        outcome = split(targets, options=SplitOptions(replan=Replan(given, Month(2026, 2))))
        assert outcome.blocked
        assert said(outcome) == [(code, None, None)]


def test_a_year_without_goals_is_said_with_those_that_have_some(tmp_path: Path) -> None:
    outcome = again(tmp_path, Month(2027, 3))
    assert said(outcome) == [("replan-no-goal", None, None)]
    assert "只有 2026 年的目标" in outcome.problems[-1].message(Lang.ZH)


def test_other_goals_stay_as_they_are(tmp_path: Path) -> None:
    goals = "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026 | 12000元 |\n| 新客户数 | 2026 | 24家 |"
    outcome = again(tmp_path, Month(2026, 3), 年度目标=goals)
    assert set(amounts(plan(outcome), "month", "新客户数").values()) == {"2"}
    assert "replan-others" in notes(outcome)


@pytest.mark.parametrize(
    ("tracking", "since"),
    [(Path("t.xlsx"), None), (None, "2026-07"), (Path("t.xlsx"), "x"), (Path("t.xlsx"), "2026-01")],
)
def test_options_that_cannot_be_used(tracking: Path | None, since: str | None) -> None:
    with pytest.raises(CannotRun):
        parse_replan(tracking, since)


def test_the_options_as_typed() -> None:
    assert parse_replan(None, None) is None
    assert parse_replan(Path("t.xlsx"), "2026-07") == Replan(Path("t.xlsx"), Month(2026, 7))


@pytest.mark.parity
def test_the_sheet_of_adjustments_recalculates(tmp_path: Path) -> None:
    output = tmp_path / "plan.xlsx"
    outcome = again(tmp_path, Month(2026, 3), output=output)
    assert outcome.result is not None
    (change,) = outcome.result.replan
    assert sum((item.difference for item in change.people), Decimal(0)) == 0
    assert_parity(output)


def test_the_sheet_of_adjustments_is_there(tmp_path: Path) -> None:
    output = tmp_path / "plan.xlsx"
    again(tmp_path, Month(2026, 3), output=output)
    sheet = opened(output, data_only=True)["调整对比"]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    header = next(row for row in cells if "差额" in str(row))
    mine = next(row for row in cells if "甲" in row)
    at = next(at for at, text in enumerate(header) if "差额" in str(text))
    assert mine[at] == 100.5
    assert "2026年3月" in str(cells[0][0])


def test_the_message_names_the_amounts(tmp_path: Path) -> None:
    outcome = again(tmp_path, Month(2026, 2), "2026年1月 | 华东 | S1 | 甲 | | 12001")
    assert "实际合计 12,001，已超过全年目标 12,000，多 1" in outcome.problems[-1].message(Lang.ZH)
