"""Along the program's own chain: a tracking workbook tells the review what strategies aimed at."""

from datetime import date
from pathlib import Path

from salescli.analyze.run import analyze
from salescli.review.run import review
from salescli.track.options import TrackOptions
from salescli.track.run import track
from salescli.words.language import Lang
from tests.review.documents import codes, run, section
from tests.sheets import Cell, workbook

MONTHLY = """
| 月份 | 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2026-07 | 华东 | A产品 | 小张 | 100,000 | 90,000 |
| 2026-08 | 华东 | A产品 | 小张 | 100,000 | 90,000 |
"""
REPORTS = """
| 周开始日期 | 月份 | 区域 | 产品线 | 销售员 | 线索数 | 成单数 | 销售额(元) | 回款额(元) | 新客户数 |
| 2026-07-06 | 2026-07 | 华东 | A产品 | 小张 | 20 | 9 | 90,000 | 45,000 | 2 |
| 2026-08-03 | 2026-08 | 华东 | A产品 | 小张 | 10 | 9 | 90,000 | 72,000 | 3 |
"""
ORDERS = """
| 订单号 | 签约日期 | 区域 | 产品线 | 销售员 | 客户 | 合同额(元) | 已回款(元) | 成本(元) | 线索日期 | 客户类型 |
| D1 | 2026-07-06 | 华东 | A产品 | 小张 | 甲 | 20,000 | 20,000 | 15,000 | 2026-06-16 | 新客户 |
| D2 | 2026-08-03 | 华东 | A产品 | 小张 | 甲 | 30,000 | 30,000 | 15,000 | 2026-07-24 | 老客户 |
| D3 | 2026-08-06 | 华东 | A产品 | 小张 | 甲 | 10,000 | 3,000 | 5,000 | 2026-07-07 | 老客户 |
| D4 | 2026-08-06 | 华东 | A产品 | 小张 | 乙 | 10,000 | 2,999 |  |  | 新客户 |
"""
"""July: one deal of 20 leads. August: two deals (D4 is not collected enough) of 10 leads, both with 甲."""
DETAILS = """
| 月份 | 区域 | 产品线 | 销售员 | 指标 | 本期目标 | 本期实际 | 分子 | 分母 |
| 2026-07 | 华东 | A产品 | 小张 | 客单价 | 25,000 | 20,000 | 20,000 | 1 |
| 2026-08 | 华东 | A产品 | 小张 | 客单价 | 25,000 | 20,000 | 40,000 | 2 |
"""
GOALS = (
    *("增加成单数", "提高客单价", "提升成交率", "提升复购率", "缩短销售周期"),
    *("提升毛利率", "提升回款率", "增加回款额", "提升新客户数", "提升满意度"),
)
STRATEGIES = "| 策略名称 | 对应目标 | 具体动作 | 责任人 | 开始时间 | 截止时间 | 当前进度 |\n" + "\n".join(
    f"| 策略{at} | {goal} | 做 | 甲 | 2026-08-01 | 2026-08-31 | 进行中 |" for at, goal in enumerate(GOALS)
)
BOOK = {"月度跟踪": MONTHLY, "明细": REPORTS, "订单明细": ORDERS, "指标明细": DETAILS, "策略执行跟踪表": STRATEGIES}


def test_strategies_are_judged_by_what_tracking_measured(tmp_path: Path) -> None:
    rows = {row["goal"]: row for row in section(run(tmp_path, BOOK, period="2026-08"), "strategies")}
    keys = ("before", "after", "target", "effect", "evidence")
    assert {goal: tuple(rows[goal][key] for key in keys) for goal in GOALS} == {
        "增加成单数": ("1", "2", None, "effective", "Tracking workbook"),
        "提高客单价": ("20000.00", "20000.00", "25000.00", "not_yet", "Tracking workbook"),
        "提升成交率": ("0.050000", "0.200000", None, "effective", "Tracking workbook"),  # 1 of 20, 2 of 10
        "提升复购率": ("0.000000", "1.000000", None, "effective", "Tracking workbook"),  # 甲 bought twice in August
        "缩短销售周期": ("20", "20", None, "not_yet", "Tracking workbook"),  # (10 + 30) ÷ 2
        "提升毛利率": ("0.250000", "0.500000", None, "effective", "Tracking workbook"),  # 20,000 of 40,000
        "提升回款率": ("0.500000", "0.800000", None, "effective", "Tracking workbook"),
        "增加回款额": ("45000.00", "72000.00", None, "effective", "Tracking workbook"),
        "提升新客户数": ("2", "3", None, "effective", "Tracking workbook"),
        "提升满意度": (None, None, None, "no_data", None),
    }


def test_a_quarter_names_the_month_its_figures_are_of(tmp_path: Path) -> None:
    rows = section(run(tmp_path, BOOK, period="2026Q3"), "metrics")
    assert {(row["metric"], row["period"]) for row in rows} >= {("成交率", "2026-08"), ("复购率", "2026-08")}


def test_a_metric_that_is_stated_is_not_measured_again(tmp_path: Path) -> None:
    stated = "| 指标 | 团队目标 | 团队实际 | 上期实际 |\n| 赢单率 | 30% | 31% | 25% |"
    rows = section(run(tmp_path, BOOK | {"业绩达成分析表": stated}, period="2026-08"), "metrics")
    assert [row["metric"] for row in rows if row["metric"] in ("赢单率", "成交率")] == ["赢单率"]


def test_an_analysis_alone_tells_strategies_the_same_figures(tmp_path: Path) -> None:
    """Targets, reports and orders to tracking, tracking to analysis, and that one workbook to the review."""
    plan = workbook(tmp_path / "计划.xlsx", {"月度目标分解与跟踪表": MONTHLY.replace("| 90,000 |", "| 0 |")})
    reports = workbook(tmp_path / "周报.xlsx", {"销售周报": REPORTS})
    orders = workbook(tmp_path / "订单.xlsx", {"订单明细": ORDERS})
    tracking, analysis = tmp_path / "跟踪.xlsx", tmp_path / "分析.xlsx"
    options = TrackOptions(as_of=date(2026, 8, 31))
    assert track(plan, [reports], tracking, orders=[orders], options=options).outputs
    assert analyze(tracking, analysis).outputs
    strategies = workbook(tmp_path / "策略.xlsx", {"策略执行跟踪表": STRATEGIES})
    found = section(review([analysis, strategies], period="2026-08"), "strategies")
    rows = {row["goal"]: row for row in found}
    keys = ("before", "after", "effect", "evidence")
    assert {goal: tuple(rows[goal][key] for key in keys) for goal in GOALS[:6]} == {
        "增加成单数": ("1", "2", "effective", "Analysis workbook"),
        "提高客单价": ("20000.00", "20000.00", "not_yet", "Analysis workbook"),
        "提升成交率": ("0.050000", "0.200000", "effective", "Analysis workbook"),
        "提升复购率": ("0.000000", "1.000000", "effective", "Analysis workbook"),
        "缩短销售周期": ("20", "20", "not_yet", "Analysis workbook"),
        "提升毛利率": ("0.250000", "0.500000", "effective", "Analysis workbook"),
    }
    metrics = section(review([tracking, analysis, strategies], period="2026-08"), "metrics")
    names = [row["metric"] for row in metrics]
    assert len(names) == len(set(names))
    assert {row["evidence"] for row in metrics if row["metric"] in ("成交率", "复购率")} == {"Tracking workbook"}


def test_an_analysis_of_another_month_tells_nothing_of_this_one(tmp_path: Path) -> None:
    sheet: list[list[Cell]] = [
        ["指标对比"],
        ["2026年7月"],
        ["指标", "范围", "项目", "目标", "实际", "上期实际", "去年同期"],
    ]
    rows: list[list[Cell]] = [*sheet, ["成交率", "团队", "团队", 0.1, 0.2, 0.15, None]]
    analysis = workbook(tmp_path / "分析.xlsx", {"指标对比": rows})
    begun = STRATEGIES.replace("| 2026-08-01 |", "| 2026-07-01 |")
    books = [analysis, workbook(tmp_path / "策略.xlsx", {"策略执行跟踪表": begun})]
    for period, effect in (("2026-08", "no_data"), ("2026-07", "effective"), ("2026Q3", "effective")):
        found = {row["goal"]: row for row in section(review(books, period=period), "strategies")}
        assert found["提升成交率"]["effect"] == effect, period


def test_a_period_that_is_not_over_says_so_first(tmp_path: Path) -> None:
    plan = workbook(tmp_path / "计划.xlsx", {"月度目标分解与跟踪表": MONTHLY.replace("| 90,000 |", "| 0 |")})
    reports, tracking = workbook(tmp_path / "周报.xlsx", {"销售周报": REPORTS}), tmp_path / "跟踪.xlsx"
    assert track(plan, [reports], tracking, options=TrackOptions(as_of=date(2026, 8, 31))).outputs
    for period, day in (("2026-07", None), ("2026-08", None), ("2026-W32", None), ("2026Q3", "2026-08-31")):
        outcome = review([tracking], period=period)
        assert outcome.document(Lang.EN)["result"]["open_until"] == day, period
        first = section(outcome, "conclusions")[0]["zh"]
        assert first.startswith("2026年第3季度还没结束，数据截至 2026-08-31") is (day is not None), period
        assert ("period-still-open" in codes(outcome)) is (day is not None), period
