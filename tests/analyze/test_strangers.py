"""Orders of people who are not in the plan: left out by `track` and `analyze` alike, with who and how much."""

from datetime import date
from pathlib import Path

from salescli.analyze.run import analyze
from salescli.review.run import review
from salescli.track.options import TrackOptions
from salescli.track.run import track
from salescli.words.language import Lang
from tests.parity import assert_parity
from tests.sheets import workbook, written

PLAN = """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2026-07 | 华东 | A产品 | 01 | 小张 | 100,000 | 0 |
| 2026-08 | 华东 | A产品 | 01 | 小张 | 100,000 | 0 |
| 2026-08 | 华南 | A产品 | 02 | 小李 | 100,000 | 0 |
"""
REPORTS = """
| 周开始日期 | 区域 | 产品线 | 工号 | 销售员 | 线索数 | 成单数 | 销售额(元) |
| 2026-07-06 | 华东 | A产品 | 01 | 小张 | 10 | 1 | 50,000 |
| 2026-08-03 | 华东 | A产品 | 01 | 小张 | 10 | 2 | 90,000 |
| 2026-08-03 | 华南 | A产品 | 02 | 小李 | 10 | 1 | 40,000 |
"""
ORDERS = """
| 订单号 | 签约日期 | 区域 | 产品线 | 工号 | 销售员 | 客户 | 合同额(元) | 已回款(元) | 成本(元) |
| D1 | 2026-07-10 | 华东 | A产品 | 01 | 小张 | 甲 | 50,000 | 50,000 | 30,000 |
| D2 | 2026-08-05 | 华东 | A产品 | 01 | 小张 | 乙 | 30,000 | 30,000 | 20,000 |
| D3 | 2026-08-06 | 华东 | A产品 |  | 小张 | 丙 | 60,000 | 60,000 | 30,000 |
| D4 | 2026-08-07 | 华南 | A产品 | 02 | 小李 | 丁 | 40,000 | 40,000 | 30,000 |
| D5 | 2026-08-08 | 华南 | A产品 |  | 离职者 | 戊 | 500,000 | 500,000 | 100,000 |
| D6 | 2026-07-09 | 华南 | A产品 |  | 离职者 | 己 | 7,000 | 7,000 | 1,000 |
"""


def tracked(folder: Path) -> Path:
    plan = workbook(folder / "计划.xlsx", {"月度目标分解与跟踪表": PLAN})
    reports = workbook(folder / "周报.xlsx", {"销售周报": REPORTS})
    orders, output = workbook(folder / "订单.xlsx", {"订单明细": ORDERS}), folder / "跟踪.xlsx"
    options = TrackOptions(as_of=date(2026, 8, 31))
    assert track(plan, [reports], output, orders=[orders], options=options).outputs
    return output


def test_every_figure_leaves_them_out_as_tracking_does(tmp_path: Path) -> None:
    """August: three deals of 130,000 at 43,333.33, of 20 leads; margin (10,000 + 30,000 + 10,000) ÷ 130,000."""
    output = tmp_path / "分析.xlsx"
    outcome = analyze(tracked(tmp_path), output)
    result = outcome.document(Lang.EN)["result"]
    team = {row["metric"]: row["actual"] for row in result["tracked"] if row["scope"] == "team"}
    assert (team["成单数"], team["平均客单价"]) == ("3", "43333.33")
    assert (team["成交率"], team["毛利率"]) == ("0.150000", "0.384615")
    health = {row["indicator"]: row["months"][-1]["value"] for row in result["health"]}
    assert health["average_order"] == "43333.33"
    assert sum(float(row["amount"]) for row in result["mix"] if row["by"] == "product") == 130_000
    assert result["excluded_orders"] == [{"person": "离职者", "region": "华南", "orders": 2, "amount": "507000.00"}]
    (said,) = (item for item in outcome.problems if item.code.name == "order-person-unknown")
    assert said.found(Lang.ZH) == "计划里找不到订单的销售员“离职者”，2 行（合同额共 507,000）没有计入。"
    assert ["离职者", "华南", 2, 507_000] in [row[:4] for row in written(output, "结构与毛利")]
    assert_parity(output)


def test_a_review_measures_by_the_same_orders(tmp_path: Path) -> None:
    rows = review([tracked(tmp_path)], period="2026-08").document(Lang.EN)["result"]["sections"]
    metrics = {row["metric"]: row["actual"] for item in rows if item["name"] == "metrics" for row in item["rows"]}
    assert (metrics["成单数"], metrics["平均客单价"]) == ("3", "43333.33")


def test_without_a_plan_all_orders_count(tmp_path: Path) -> None:
    book = {"订单明细": ORDERS, "业绩达成分析表": "| 指标 | 团队目标 | 团队实际 |\n| 销售额 | 100 | 90 |"}
    result = analyze(workbook(tmp_path / "订单.xlsx", book)).document(Lang.EN)["result"]
    assert result["excluded_orders"] == []
