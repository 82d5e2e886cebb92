"""A strategy is judged by the figure in its own goal, from before it began; every target worked by hand."""

from pathlib import Path
from typing import Any

import pytest

from salescli.measure.achievement import Direction
from salescli.review.wanted import Ask, unreadable, wanted
from tests.review.documents import run, section
from tests.review.test_measures import DETAILS, MONTHLY, ORDERS, REPORTS

HEAD = "| 策略名称 | 对应目标 | 责任人 | 开始时间 | 截止时间 | 当前进度 |\n"
TRACKED = {"月度跟踪": MONTHLY, "明细": REPORTS, "订单明细": ORDERS, "指标明细": DETAILS}
"""July and August: win rate 5 % and 20 %, margin 25 % and 50 %, deals 1 and 2, collected 45,000 and 72,000, cycle 20
and 20 days, new customers 2 and 3, average 20,000 both (the plan wants 25,000), sales 90,000 both."""


def judged(folder: Path, goal: str, start: str = "2026-08-01", period: str = "2026-08", **more: str) -> dict[str, Any]:
    table = HEAD + f"| 策略 | {goal} | 甲 | {start} | 2026-12-31 | 进行中 |"
    (row,) = section(run(folder, TRACKED | {"策略执行跟踪表": table} | more, period=period), "strategies")
    return row


@pytest.mark.parametrize(
    ("goal", "target", "effect", "way"),
    [
        ("成交率提升至20%", "0.200000", "effective", "1.000000"),
        ("成交率≥25%", "0.250000", "not_yet", "0.750000"),  # 15 of 20 points
        ("成交率回到25%", "0.250000", "not_yet", "0.750000"),
        ("成交率回升至20%", "0.200000", "effective", "1.000000"),
        ("成交率超过20%", "0.200000", "not_yet", "1.000000"),  # to be passed, not reached
        ("成交率从4%提升至20%", "0.200000", "effective", "1.000000"),
        ("成交率提升16%", "0.210000", "not_yet", "0.937500"),  # points for a rate: 5 % + 16
        ("毛利率提高10个百分点", "0.350000", "effective", "2.500000"),
        ("毛利率提高30个百分点", "0.550000", "not_yet", "0.833333"),
        ("回款额提升60%", "72000.00", "effective", "1.000000"),  # 45,000 × 1.6
        ("回款额提升61%", "72450.00", "not_yet", "0.983607"),
        ("回款率不低于80%", "0.800000", "effective", "1.000000"),
        ("客单价提升至2万元", "20000.00", "effective", None),  # though the plan wants 25,000
        ("提高客单价", "25000.00", "not_yet", "0.000000"),
        ("成单数增加1单", "2", "effective", "1.000000"),
        ("增加成单数3单", "4", "not_yet", "0.333333"),
        ("新客户数达到3家", "3", "effective", "1.000000"),
        ("销售周期缩短至19天", "19", "not_yet", "0.000000"),
        ("销售周期控制在20天以内", "20", "effective", None),
        ("销售周期从30天缩短至15天", "15", "not_yet", "0.000000"),
        ("销售额提升10%", "99000.00", "not_yet", "0.000000"),
        ("Raise the win rate to 12%", "0.120000", "effective", "2.142857"),
    ],
)
def test_the_figure_of_the_goal_decides(tmp_path: Path, goal: str, target: str, effect: str, way: str | None) -> None:
    row = judged(tmp_path, goal)
    assert (row["target"], row["effect"], row["way"]) == (target, effect, way)
    assert row["target_from"] == ("plan" if goal == "提高客单价" else "strategy")
    assert (row["before_period"], row["after_period"], row["why"]) == ("2026-07", "2026-08", None)


FALLING = """
| 月份 | 区域 | 产品线 | 销售员 | 指标 | 本期目标 | 本期实际 |
| 2026-07 | 华东 | A产品 | 小张 | 新客户数 | 22 | {july} |
| 2026-08 | 华东 | A产品 | 小张 | 新客户数 | 22 | 40 |
"""


@pytest.mark.parametrize(
    ("july", "goal", "effect"),
    [
        ("56", "提升新客户数", "not_yet"),  # above the plan's 22, but fewer than before
        ("40", "提升新客户数", "effective"),
        ("56", "新客户数达到30家", "effective"),  # its own figure decides
        ("56", "新客户数提升至30家", "not_yet"),  # reached, but by no rise
        ("56", "新客户数增长到30家", "not_yet"),
        ("25", "新客户数提升至30家", "effective"),
        ("56", "新客户数从20家提升至30家", "not_yet"),
        ("56", "新客户数不低于30家", "effective"),  # says where it is to be, not that it is to rise
        ("56", "新客户数减少到45家", "effective"),
        ("36", "新客户数减少到45家", "not_yet"),
    ],
)
def test_what_got_worse_is_no_success_by_the_plans_target(tmp_path: Path, july: str, goal: str, effect: str) -> None:
    sheets = {"月度跟踪": MONTHLY, "指标明细": FALLING.format(july=july)}
    table = HEAD + f"| 策略 | {goal} | 甲 | 2026-08-01 | 2026-12-31 | 进行中 |"
    (row,) = section(run(tmp_path, sheets | {"策略执行跟踪表": table}, period="2026-08"), "strategies")
    assert (row["before"], row["after"], row["effect"], row["worse"]) == (july, "40", effect, effect == "not_yet")


@pytest.mark.parametrize(
    ("goal", "target", "effect"),
    [
        ("新客户数提升10%", "42", "not_yet"),  # 38 × 1.1 = 41.8
        ("新客户数提升5%", "40", "effective"),  # 39.9
        ("新客户数超过40.5家", "40", "not_yet"),  # more than 40.5 is more than 40, for whole customers
        ("新客户数超过39.5家", "39", "effective"),
        ("新客户数降低三分之一", "25", "not_yet"),  # 25.3
    ],
)
def test_what_is_counted_whole_has_a_whole_target(tmp_path: Path, goal: str, target: str, effect: str) -> None:
    table = HEAD + f"| 策略 | {goal} | 甲 | 2026-08-01 | 2026-12-31 | 进行中 |"
    sheets = {"月度跟踪": MONTHLY, "指标明细": FALLING.format(july="38"), "策略执行跟踪表": table}
    (row,) = section(run(tmp_path, sheets, period="2026-08"), "strategies")
    assert (row["target"], row["effect"]) == (target, effect)


@pytest.mark.parametrize(
    ("goal", "why"),
    [
        ("成交率翻两倍", "cannot be read"),
        ("成交率提升5~10%", "cannot be read"),
        ("成交率提升至15%，客单价提升至3万元", "several figures"),
        ("成交率提升至15%，再签3个大单", "several figures"),
        ("毛利率不低于35%且成交率提升10%", "cannot be read"),
        ("成交率提升至15", "unit"),
        ("客单价提升至3", "unit"),  # yuan or 万元?
        ("销售周期缩短至2个月", "unit"),
        ("新客户数达到5万元", "unit"),
        ("成交率控制在15%", "floor or a ceiling"),
        ("季度销售额达到50万元", "another span"),
        ("满意度提升至95%", "no workbook has"),
        ("增加获客成本", "no workbook has"),
    ],
)
def test_what_cannot_be_judged_says_why(tmp_path: Path, goal: str, why: str) -> None:
    row = judged(tmp_path, goal)
    assert row["effect"] == "no_data"
    assert why in row["why"]


def test_before_is_the_last_month_before_the_start(tmp_path: Path) -> None:
    for period in ("2026-08", "2026Q3"):
        row = judged(tmp_path, "成交率提升至20%", "2026-08-20", period)
        assert (row["before_period"], row["after_period"]) == ("2026-07", "2026-08"), period
    begun = judged(tmp_path, "成交率提升至20%", "2026-07-15")
    assert (begun["before"], begun["effect"], begun["way"]) == (None, "effective", None)
    for goal in ("提升成交率", "回款额提升10%"):  # they need a figure from before, and there is none
        row = judged(tmp_path, goal, "2026-07-01")
        assert (row["effect"], "2026-07-01" in row["why"]) == ("no_data", True), goal
    later = judged(tmp_path, "成交率提升至20%", "2026-09-01")
    assert (later["effect"], "not begun" in later["why"]) == ("no_data", True)


def test_a_quarter_that_is_told_whole_compares_with_the_quarter_before(tmp_path: Path) -> None:
    months = ("2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09")
    leads, deals = (10, 20, 20, 40, 30, 30), (1, 2, 2, 4, 6, 10)
    weekly, monthly = (text.strip().split("\n")[0] + "\n" for text in (REPORTS, MONTHLY))
    for month, lead, deal in zip(months, leads, deals, strict=True):
        weekly += f"| {month}-13 | {month} | 华东 | A产品 | 小张 | {lead} | {deal} | {deal}0,000 | {deal},000 | 1 |\n"
        monthly += f"| {month} | 华东 | A产品 | 小张 | 90,000 | {deal}0,000 |\n"
    table = HEAD + "| 策略 | 季度销售额达到21万元 | 甲 | 2026-07-01 | 2026-12-31 | 进行中 |"
    book = {"月度跟踪": monthly, "明细": weekly, "策略执行跟踪表": table}
    found = run(tmp_path, book, period="2026Q3")
    rows = {row["metric"]: row for row in section(found, "metrics")}
    assert (rows["成单数"]["actual"], rows["成单数"]["previous"]) == ("20", "5")
    assert rows["回款额"]["actual"] == "20000.00"
    assert rows["成单数"]["mom_against"] == "2026Q2"
    assert rows["成单数"]["period"] is None
    (row,) = section(found, "strategies")
    assert (row["before"], row["after"], row["effect"]) == ("50000.00", "200000.00", "not_yet")
    assert (row["before_period"], row["after_period"], row["way"]) == ("2026Q2", "2026Q3", "0.937500")


@pytest.mark.parametrize(
    ("goal", "name", "ask", "value", "way"),
    [
        ("把成交率由9%提高到12%", "成交率", Ask.LEVEL, "0.12", Direction.HIGHER),
        ("2026年9月底前，退单数降至3单以下", "退单数", Ask.LEVEL, "3", Direction.LOWER),
        ("毛利率保持在30%以上", "毛利率", Ask.LEVEL, "0.30", Direction.HIGHER),
        ("获客成本不超过 400 元", "获客成本", Ask.LEVEL, "400", Direction.LOWER),
        ("降低退货率2个百分点", "退货率", Ask.SHARE, "0.02", Direction.LOWER),
        ("复购率从22%提升至30%，目标50%", "复购率", Ask.LEVEL, "0.50", Direction.HIGHER),
        ("复购率从22%提升至30%(目标50%)", "复购率", Ask.LEVEL, "0.50", Direction.HIGHER),
        ("大幅提升客单价至11万", "客单价", Ask.LEVEL, "110000", Direction.HIGHER),
        ("reduce the sales cycle by 5 days", "sales cycle", Ask.AMOUNT, "5", Direction.LOWER),
    ],
)
def test_a_goal_read_as_figures(goal: str, name: str, ask: Ask, value: str, way: Direction) -> None:
    (found,) = wanted(goal)
    assert (found.name.removeprefix("把"), found.ask, f"{found.figure.value:f}", found.way) == (name, ask, value, way)
    assert not unreadable(goal)
