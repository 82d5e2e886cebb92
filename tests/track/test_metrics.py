"""The plan's metrics beside sales: measured by reports and orders, summed without averages, and kept."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salescli.excel.intake import RunOptions
from salescli.table.outcome import Outcome
from salescli.track.options import TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from tests.parity import assert_parity
from tests.sheets import workbook, written
from tests.track.output import sheet_names

PLAN = """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-07 | 华东 | A产品 | S1 | 小张 | 销售额 | 1000 |
| 2026-08 | 华东 | A产品 | S1 | 小张 | 销售额 | 1000 |
| 2026-08 | 华东 | B产品 | S1 | 小张 | 销售额 | 200 |
| 2026-08 | 华南 | A产品 | S2 | 小李 | 销售额 | 500 |
| 2026-07 | 华东 | A产品 | S1 | 小张 | 新客户数 | 4家 |
| 2026-08 | 华东 | A产品 | S1 | 小张 | 新客户数 | 5家 |
| 2026-08 | 华南 | A产品 | S2 | 小李 | 新客户数 | 2家 |
| 2026-08 | 华东 | | S1 | 小张 | 回款率 | 90% |
| 2026-08 | 华南 | | S2 | 小李 | 回款率 | 80% |
| 2026-08 | 华东 | | S1 | 小张 | 客户满意度 | 95% |
"""
WEEKS = """
| 周开始日期 | 产品线 | 工号 | 销售员 | 线索数 | 成单数 | 销售额(元) | 回款额(元) | 新客户数 |
| 2026-07-06 | A产品 | S1 | 小张 | 5 | 1 | 900 | 900 | 4 |
| 2026-08-03 | A产品 | S1 | 小张 | 10 | 2 | 600 | 540 | 1 |
| 2026-08-10 | A产品 | S1 | 小张 | 10 | 2 | 300 | 180 | 2 |
| 2026-08-10 | B产品 | S1 | 小张 | | 1 | 100 | | 1 |
| 2026-08-10 | A产品 | S2 | 小李 | 8 | 1 | 500 | 400 | |
"""
OPTIONS = TrackOptions(as_of=date(2026, 8, 31))


def run(tmp_path: Path, plan: str = PLAN, weeks: str = WEEKS, **given: Any) -> Outcome[TrackResult]:
    sheets = {"月度计划": plan, **given.pop("sheets", {})}
    book = workbook(tmp_path / "plan.xlsx", sheets)
    reports = workbook(tmp_path / "r" / "w.xlsx", {"销售周报": weeks})
    return track(book, [reports], given.pop("output", None), options=OPTIONS, **given)


def metrics(outcome: Outcome[TrackResult]) -> dict[str, Any]:
    assert outcome.result is not None, [str(problem) for problem in outcome.problems]
    found: dict[str, Any] = outcome.result.document()["metrics"]
    return found


def figures(item: dict[str, Any]) -> tuple[str | None, ...]:
    return (item["target"], item["actual"], item["achievement"], item["status"])


def team(outcome: Outcome[TrackResult], metric: str, period: str | None = "2026-08") -> tuple[str | None, ...]:
    totals = metrics(outcome)["totals"]
    (line,) = [item for item in totals if (item["metric"], item["scope"], item["period"]) == (metric, "team", period)]
    return figures(line)


def test_counts_add_up_and_what_has_no_target_of_its_own_is_not_lost(tmp_path: Path) -> None:
    """August asks 小张 for 5 with A and got 1 + 2, and one more with B, which nobody asked for; 小李 told none.

    The team: 4 of 7. With July's 4 of 4: 8 of 11.
    """
    outcome = run(tmp_path)
    rows = [item for item in metrics(outcome)["rows"] if item["metric"] == "新客户数" and item["month"] == "2026-08"]
    assert [(row["person"], row["product"], *figures(row)) for row in rows] == [
        ("小张", "A产品", "5", "3", "0.600000", "behind"),
        ("小张", "B产品", None, "1", None, "no_target"),
        ("小李", "A产品", "2", None, None, "no_data"),
    ]
    assert team(outcome, "新客户数") == ("7", "4", "0.571429", "behind")
    assert team(outcome, "新客户数", None) == ("11", "8", "0.727273", "behind")


def test_a_rate_is_a_quotient_of_sums_against_everybodys_own_goal(tmp_path: Path) -> None:
    """小张 collected 720 of 1,000 (72 %, goal 90 %), 小李 400 of 500 (exactly 80 %).

    The team: 1,120 ÷ 1,500. Its goal weighs theirs by sales: (900 + 400) ÷ 1,500; achieved 1,120 ÷ 1,300.
    """
    outcome = run(tmp_path)
    rows = [item for item in metrics(outcome)["rows"] if item["metric"] == "回款率" and item["month"] == "2026-08"]
    assert [(row["person"], *figures(row)) for row in rows] == [
        ("小张", "0.900000", "0.720000", "0.800000", "near"),
        ("小李", "0.800000", "0.800000", "1.000000", "near"),
    ]
    assert team(outcome, "回款率") == ("0.866667", "0.746667", "0.861538", "near")
    regions = {
        (item["metric"], item["name"]): figures(item)
        for item in metrics(outcome)["totals"]
        if item["scope"] == "region"
    }
    assert regions["回款率", "华南"] == ("0.800000", "0.800000", "1.000000", "near")


def test_what_cannot_be_told_is_said(tmp_path: Path) -> None:
    outcome = run(tmp_path, PLAN + "| 2026-08 | 华东 | | S1 | 小张 | 毛利率 | 30% |\n")
    assert metrics(outcome)["untracked"] == [
        {"metric": "客户满意度", "why": "unknown"},
        {"metric": "毛利率", "why": "no_data"},
    ]
    said = {problem.code.name: problem.details for problem in outcome.problems}
    assert said["metric-untracked"]["metrics"] == ("客户满意度",)
    assert said["metric-lacks-data"]["metric"] == "毛利率"


ORDERS = """
| 订单号 | 签约日期 | 产品线 | 工号 | 销售员 | 客户 | 合同额(元) | 已回款(元) | 成本 | 线索日期 | 客户类型 |
| D1 | 2026-08-03 | A产品 | S1 | 小张 | 甲 | 400 | 400 | 300 | 2026-07-24 | 新客户 |
| D2 | 2026-08-05 | A产品 | S1 | 小张 | 甲 | 200 | 60 | 100 | 2026-07-16 | 老客户 |
| D3 | 2026-08-06 | A产品 | S2 | 小李 | 甲 | 300 | 89 | 10 | | 新客户 |
| D4 | 2026-08-07 | A产品 | S2 | 小李 | 乙 | 600 | 600 | | | 新客户 |
"""
GOALS = """
| 2026-08 | 华东 | | S1 | 小张 | 成单数 | 4 |
| 2026-08 | 华南 | | S2 | 小李 | 成单数 | 1 |
| 2026-08 | 华东 | | S1 | 小张 | 客单价 | 500元 |
| 2026-08 | 华东 | | S1 | 小张 | 成交率 | 20% |
| 2026-08 | 华东 | | S1 | 小张 | 毛利率 | 25% |
| 2026-08 | 华东 | | S1 | 小张 | 复购率 | 50% |
| 2026-08 | 华东 | | S1 | 小张 | 销售周期 | 20 |
"""


def test_orders_know_what_a_deal_is(tmp_path: Path) -> None:
    """D3 waits for its 30 %. Deals 2 + 1, though the reports say 6. The rates are goals of 小张 alone, so his they are.

    Average (400 + 200) ÷ 2 = 300; win rate 2 ÷ 20 leads; margin (600 − 400) ÷ 600; his one customer bought twice;
    the cycle of (10 + 20) ÷ 2 = 15 days is better than 20: 20 ÷ 15.
    """
    orders = workbook(tmp_path / "o.xlsx", {"订单明细": ORDERS})
    outcome = run(tmp_path, PLAN + GOALS, orders=[orders])
    assert team(outcome, "成单数") == ("5", "3", "0.600000", "behind")
    assert team(outcome, "客单价") == ("500.00", "300.00", "0.600000", "behind")
    assert team(outcome, "成交率")[:2] == ("0.200000", "0.100000")
    assert team(outcome, "毛利率")[:3] == ("0.250000", "0.333333", "1.333333")
    assert team(outcome, "复购率") == ("0.500000", "1.000000", "2.000000", "exceeded")
    assert team(outcome, "销售周期") == ("20", "15", "1.333333", "exceeded")
    without = run(tmp_path, PLAN + GOALS)
    assert team(without, "成单数")[:2] == ("5", "6")
    assert {item["metric"] for item in metrics(without)["untracked"]} >= {"毛利率", "复购率", "销售周期"}


PROCESS = """
| 环节 | 转化率 | 客单价 |
| 线索 | 40% | |
| 客户拜访 | 50% | |
| 成交 | | 300 |
"""


def test_process_targets_follow_from_the_funnel_of_the_plan(tmp_path: Path) -> None:
    """小张's 1,200 take 4 deals, 8 visits, 20 leads; 小李's 500 take 2, 4 and 10. Nobody counted visits."""
    outcome = run(tmp_path, sheets={"过程参数": PROCESS})
    assert team(outcome, "线索") == ("30", "28", "0.933333", "near")
    assert team(outcome, "成交") == ("6", "6", "1.000000", "near")
    assert "客户拜访" in {item["metric"] for item in metrics(outcome)["untracked"]}
    origins = {item["metric"]: item["target_from"] for item in metrics(outcome)["totals"]}
    assert (origins["线索"], origins["回款率"]) == ("funnel", "plan")


def test_a_tracking_workbook_keeps_the_metrics_and_the_funnel(tmp_path: Path) -> None:
    """Merged in two steps, and once more: the same figures, and then not a byte."""
    whole = run(tmp_path, sheets={"过程参数": PROCESS}, output=tmp_path / "whole.xlsx")
    lines = WEEKS.strip().splitlines()
    first = workbook(tmp_path / "r1" / "w1.xlsx", {"销售周报": "\n".join(lines[:3])})
    second = workbook(tmp_path / "r1" / "w2.xlsx", {"销售周报": "\n".join([lines[0], *lines[3:]])})
    one, two, three = (tmp_path / f"t{number}.xlsx" for number in (1, 2, 3))
    track(tmp_path / "plan.xlsx", [first], one, options=OPTIONS)
    step = track(one, [second], two, options=OPTIONS)
    assert metrics(step) == metrics(whole)
    for sheet in ("指标跟踪", "指标明细", "跟踪指标", "看板"):
        assert written(two, sheet) == written(tmp_path / "whole.xlsx", sheet)
    track(two, [second, first], three, options=OPTIONS)
    assert three.read_bytes() == two.read_bytes()


def test_who_has_no_sales_target_is_of_the_plan_all_the_same(tmp_path: Path) -> None:
    plan = PLAN + "| 2026-08 | 华北 | | S9 | 小赵 | 线索数 | 40 |\n"
    weeks = WEEKS + "| 2026-08-03 | | S9 | 小赵 | 30 | | 0 | | |\n"
    outcome = run(tmp_path, plan, weeks)
    assert "unknown-person" not in {problem.code.name for problem in outcome.problems}
    (row,) = [item for item in metrics(outcome)["rows"] if item["person"] == "小赵" and item["metric"] == "线索数"]
    assert figures(row) == ("40", "30", "0.750000", "behind")
    assert outcome.result is not None
    assert {item.person.name for item in outcome.result.missing} >= {"小赵"}


@pytest.mark.parametrize(
    ("metric", "target", "code"),
    [
        ("回款率", "90", "ambiguous-ratio"),
        ("新客户数", "-3", "negative-target"),
        ("回款额", "90%", "metric-unit-differs"),
        ("新客户数", "3%", "metric-unit-differs"),
    ],
)
def test_a_target_that_cannot_be_is_an_error_at_its_cell(tmp_path: Path, metric: str, target: str, code: str) -> None:
    outcome = run(tmp_path, PLAN + f"| 2026-07 | 华东 | | S1 | 小张 | {metric} | {target} |\n")
    (said,) = [problem for problem in outcome.problems if problem.code.name == code]
    assert outcome.blocked
    assert said.place.cell == "G12"


@pytest.mark.parity
def test_the_sheets_recalculate_to_the_engines_figures(tmp_path: Path) -> None:
    output = tmp_path / "t.xlsx"
    orders = workbook(tmp_path / "o.xlsx", {"订单明细": ORDERS})
    run(tmp_path, PLAN + GOALS, orders=[orders], sheets={"过程参数": PROCESS}, output=output)
    assert {"指标跟踪", "指标明细", "跟踪指标"} <= set(sheet_names(output))
    people = [row for row in written(output, "指标跟踪") if row[1] == "S1"]
    assert people[0][3] == pytest.approx(4 / 5)
    assert_parity(output)


def test_a_plan_of_sales_alone_has_no_such_sheet(tmp_path: Path) -> None:
    plan = "\n".join(PLAN.splitlines()[:6])
    outcome = run(tmp_path, plan, output=tmp_path / "t.xlsx", run=RunOptions())
    assert outcome.result is not None
    assert "metrics" not in outcome.result.document()
    assert "指标跟踪" not in sheet_names(tmp_path / "t.xlsx")


def test_who_has_nothing_where_others_have_something_has_nought(tmp_path: Path) -> None:
    """August: one deal of 小张's, none of 小李's 8 leads: 0 deals and 0 %, and no average of none;
    he left 回款额 blank, which is not 0, while 小王 handed in nothing at all. July: none told."""
    plan = """
    | 月份 | 区域 | 工号 | 销售员 | 指标 | 目标值 |
    | 2026-08 | 华东 | S1 | 小张 | 销售额 | 1000 |
    | 2026-08 | 华南 | S2 | 小李 | 销售额 | 500 |
    | 2026-08 | 华北 | S3 | 小王 | 销售额 | 500 |
    | 2026-07 | 华东 | S1 | 小张 | 销售额 | 1000 |
    """
    for person, number, region in (("小张", "S1", "华东"), ("小李", "S2", "华南"), ("小王", "S3", "华北")):
        for metric, target in (("成单数", "4"), ("成交率", "20%"), ("客单价", "100"), ("回款额", "100")):
            plan += f"| 2026-08 | {region} | {number} | {person} | {metric} | {target} |\n"
    plan += "| 2026-07 | 华东 | S1 | 小张 | 成单数 | 4 |\n"
    weeks = """
    | 周开始日期 | 工号 | 销售员 | 线索数 | 销售额(元) | 回款额(元) |
    | 2026-08-03 | S1 | 小张 | 10 | 300 | 300 |
    | 2026-08-03 | S2 | 小李 | 8 | 0 | |
    | 2026-07-06 | S1 | 小张 | | 5 | |
    """
    orders = """
    | 订单号 | 签约日期 | 工号 | 销售员 | 客户 | 合同额 | 已回款 |
    | D1 | 2026-08-05 | S1 | 小张 | 甲 | 300 | 300 |
    """
    book = workbook(tmp_path / "o.xlsx", {"订单明细": orders})
    outcome = run(tmp_path, plan, weeks, orders=[book], output=tmp_path / "t.xlsx")
    found = {(row["metric"], row["month"][-2:], row["person"]): row["actual"] for row in metrics(outcome)["rows"]}
    assert found == {
        ("成单数", "08", "小张"): "1", ("成单数", "08", "小李"): "0", ("成单数", "08", "小王"): "0",
        ("成交率", "08", "小张"): "0.100000", ("成交率", "08", "小李"): "0.000000", ("成交率", "08", "小王"): None,
        ("客单价", "08", "小张"): "300.00", ("客单价", "08", "小李"): None, ("客单价", "08", "小王"): None,
        ("回款额", "08", "小张"): "300.00", ("回款额", "08", "小李"): None, ("回款额", "08", "小王"): "0.00",
        ("成单数", "07", "小张"): None,
    }  # fmt: skip
    regions = {
        (item["metric"], item["name"]): item["actual"] for item in metrics(outcome)["totals"] if item["scope"] == "team"
    }
    assert regions["成单数", None] == "1"
    assert team(outcome, "成单数", "2026-08") == ("12", "1", "0.083333", "behind")
    assert outcome.result is not None
    collected = {(str(row.month)[-2:], row.person): str(row.figures.collected) for row in outcome.result.rows}
    assert collected == {
        ("08", "小张"): "300", ("08", "小李"): "None", ("08", "小王"): "0", ("07", "小张"): "None",
    }  # fmt: skip
    assert_parity(tmp_path / "t.xlsx")
