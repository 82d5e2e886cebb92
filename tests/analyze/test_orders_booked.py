"""`analyze` and `review` take orders as tracking does: each number once, under its person's region and line."""

from datetime import date
from pathlib import Path
from typing import Any

from salescli.analyze.run import AnalyzeOptions, analyze
from salescli.measure.period import Month
from salescli.review.run import review
from salescli.track.options import TrackOptions
from salescli.track.run import track
from salescli.words.language import Lang
from tests.parity import opened
from tests.sheets import workbook

PLAN = """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-07 | 华东 | A产品 | 01 | 小张 | 销售额 | 10000 |
| 2026-08 | 华东 | A产品 | 01 | 小张 | 销售额 | 10000 |
| 2026-07 | 华南 | B产品 | 02 | 小李 | 销售额 | 10000 |
| 2026-08 | 华南 | B产品 | 02 | 小李 | 销售额 | 10000 |
"""
HEADER = (
    "| 订单号 | 签约日期 | 区域 | 产品线 | 工号 | 销售员 | 客户 | 合同额(元) | 已回款(元) | 成本(元) | 客户类型 |\n"
)
ONE = (
    HEADER
    + """
| D1 | 2026-07-03 | 华东 | A产品 | 01 | 小张 | 甲 | 1000 | 300 | 500 | 新客户 |
| D2 | 2026-08-04 |  | A产品 | 01 | 小张 | 乙 | 2000 | 2000 | 500 | 新客户 |
| D3 | 2026-08-05 | 华北 |  |  | 小张 | 丙 | 700 | 700 | 500 | 新客户 |
"""
)
TWO = (
    HEADER
    + """
| D2 | 2026-08-04 |  | A产品 | 01 | 小张 | 乙 | 2000 | 2000 | 500 | 新客户 |
| D4 | 2026-08-06 | 华南 |  | 02 | 小李 | 丁 | 300 | 300 | 200 | 新客户 |
| D4 | 2026-08-06 | 华南 |  | 02 | 小李 | 丁 | 300 | 300 | 200 | 新客户 |
"""
)
"""D2 and D4 stand twice. D2 says no region, D3 a wrong one and no line, D4 no line."""
WEEKS = """
| 周开始日期 | 工号 | 销售员 | 线索数 | 销售额(元) |
| 2026-07-06 | 01 | 小张 | 10 | 1000 |
| 2026-08-03 | 01 | 小张 | 10 | 2700 |
| 2026-08-03 | 02 | 小李 | 10 | 300 |
"""


def tracked(folder: Path, *reports: Path) -> Path:
    plan = workbook(folder / "计划.xlsx", {"月度计划": PLAN})
    orders = [workbook(folder / f"{name}.xlsx", {"订单明细": rows}) for name, rows in (("一", ONE), ("二", TWO))]
    output = folder / "跟踪.xlsx"
    assert track(plan, reports, output, orders=orders, options=TrackOptions(as_of=date(2026, 8, 31))).outputs
    return output


def analyzed(source: Path) -> dict[str, Any]:
    result: dict[str, Any] = analyze(source, options=AnalyzeOptions(month=Month(2026, 8))).document(Lang.ZH)["result"]
    return result


def by_scope(result: dict[str, Any], metric: str) -> dict[str, str]:
    return {row["scope"]: row["actual"] for row in result["tracked"] if row["metric"] == metric}


def test_an_order_that_stands_twice_is_one_deal_everywhere(tmp_path: Path) -> None:
    """August: D2, D3 and D4, 3,000 for three customers, none of whom came twice; cost 1,200, so 60 % margin."""
    result = analyzed(tracked(tmp_path))
    team = result["volume_price"][0]
    assert (team["deals"], team["previous_deals"]) == (3, 1)
    assert (team["amount"], team["previous_amount"], team["other"]) == ("3000.00", "1000.00", "0.00")
    assert {(row["orders"], row["amount"]) for row in result["mix_totals"]} == {(3, "3000.00")}
    health = {row["indicator"]: row["months"][-1]["value"] for row in result["health"]}
    assert (health["repurchase"], health["average_order"]) == ("0.000000", "1000.00")
    assert by_scope(result, "毛利率")["team"] == "0.600000"


def test_every_deal_is_of_the_region_and_line_that_tracking_books_it_to(tmp_path: Path) -> None:
    result = analyzed(tracked(tmp_path))
    wanted = {
        "team": "3",
        "region:华东": "2",
        "region:华南": "1",
        "product:A产品": "2",
        "product:B产品": "1",
        "person:小张": "2",
        "person:小李": "1",
    }
    assert by_scope(result, "新客户数") == by_scope(result, "成单数") == wanted
    lines = {row["name"]: (row["orders"], row["amount"]) for row in result["mix"] if row["by"] == "product"}
    assert lines == {"A产品": (2, "2700.00"), "B产品": (1, "300.00")}


def test_a_review_counts_the_same_deals(tmp_path: Path) -> None:
    """Three deals of 3,000 and of 20 leads."""
    reports = workbook(tmp_path / "周报.xlsx", {"销售周报": WEEKS})
    sections = review([tracked(tmp_path, reports)], period="2026-08").document(Lang.ZH)["result"]["sections"]
    metrics = {row["metric"]: row["actual"] for item in sections if item["name"] == "metrics" for row in item["rows"]}
    assert {key: metrics[key] for key in ("成单数", "新客户数", "平均客单价", "成交率", "复购率")} == {
        "成单数": "3",
        "新客户数": "3",
        "平均客单价": "1000.00",
        "成交率": "0.150000",
        "复购率": "0.000000",
    }


def test_a_second_copy_that_says_something_else_is_refused_at_its_cell(tmp_path: Path) -> None:
    source = tracked(tmp_path)
    book = opened(source)
    sheet = book["订单明细"]
    header = next(row for row in sheet.iter_rows() if any(cell.value == "订单号" for cell in row))
    amount = next(at for at, cell in enumerate(header) if str(cell.value).startswith("合同额"))
    (own,) = [row for row in sheet.iter_rows() if row[0].value == "D4"]
    below = sheet.max_row + 1
    for at, cell in enumerate(own, 1):
        sheet.cell(below, at).value = cell.value
    changed = sheet.cell(below, amount + 1)
    changed.value = 400
    book.save(source)
    (said,) = (item for item in analyze(source).problems if item.code.name == "order-twice")
    assert (said.place.file, said.place.sheet) == (str(source), "订单明细")
    assert said.place.cell == changed.coordinate
