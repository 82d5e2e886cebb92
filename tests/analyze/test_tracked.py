"""The other metrics of a tracking workbook by scope: sums, rates of sums, weighted targets, changes."""

from pathlib import Path

import pytest

from salescli.analyze.run import AnalyzeOptions, analyze
from salescli.measure.period import Month
from salescli.words.language import Lang
from tests.parity import assert_parity
from tests.sheets import workbook, written

MONTHS = """
| 月份 | 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2026-02 | 华东 | A产品 | 小张 | 100,000 | 90,000 |
| 2026-03 | 华东 | A产品 | 小张 | 100,000 | 90,000 |
| 2026-03 | 华南 | A产品 | 小李 | 100,000 | 60,000 |
"""
DETAILS = """
| 月份 | 区域 | 产品线 | 销售员 | 指标 | 本期目标 | 本期实际 | 分子 | 分母 |
| 2026-02 | 华东 | A产品 | 小张 | 新客户数 | 5 | 4 |  |  |
| 2026-03 | 华东 | A产品 | 小张 | 新客户数 | 6 | 5 |  |  |
| 2026-03 | 华南 | A产品 | 小李 | 新客户数 | 4 | 2 |  |  |
| 2026-03 | 华东 | A产品 | 小张 | 回款率 | 0.9 | 0.5 | 45000 | 90000 |
| 2026-03 | 华南 | A产品 | 小李 | 回款率 | 0.6 | 0.9 | 54000 | 60000 |
| 2026-03 | 华东 | A产品 | 小张 | 销售周期 | 20 | 25 | 250 | 10 |
| 2026-03 | 华东 | A产品 | 小张 | 复购率 | 0.2 | 0.3 | 3 | 10 |
"""
WEEKLY = """
| 周开始日期 | 区域 | 产品线 | 销售员 | 成单数 | 销售额(元) | 新客户数 |
| 2026-02-02 | 华东 | A产品 | 小张 | 3 | 90,000 | 9 |
| 2026-03-02 | 华东 | A产品 | 小张 | 2 | 90,000 | 9 |
| 2026-03-02 | 华南 | A产品 | 小李 | 4 | 60,000 | 9 |
"""
BOOK = {"月度目标分解与跟踪表": MONTHS, "指标明细": DETAILS, "明细": WEEKLY}


def shown(folder: Path, sheets: dict[str, str], metric: str) -> dict[str, dict[str, object]]:
    source = workbook(folder / "跟踪.xlsx", sheets)
    result = analyze(source, options=AnalyzeOptions(month=Month(2026, 3))).document(Lang.EN)["result"]
    return {row["scope"]: row for row in result["tracked"] if row["metric"] == metric}


def test_counts_add_up_and_compare_with_the_month_before(tmp_path: Path) -> None:
    rows = shown(tmp_path, BOOK, "新客户数")
    assert list(rows) == ["team", "region:华东", "region:华南", "product:A产品", "person:小张", "person:小李"]
    team = rows["team"]
    assert (team["target"], team["actual"], team["achievement"], team["status"]) == ("10", "7", "0.700000", "behind")
    assert rows["person:小张"]["mom"] == "0.250000"
    assert rows["region:华南"]["mom"] is None


def test_a_rate_is_that_of_the_sums_and_its_target_is_weighted(tmp_path: Path) -> None:
    """(45,000 + 54,000) ÷ (90,000 + 60,000) = 66 %; (0.9 × 90,000 + 0.6 × 60,000) ÷ 150,000 = 78 %."""
    team = shown(tmp_path, BOOK, "回款率")["team"]
    assert (team["actual"], team["target"], team["measure"]) == ("0.660000", "0.780000", "ratio")
    assert team["achievement"] == "0.846154"


def test_a_month_that_the_metric_rows_do_not_have_is_measured(tmp_path: Path) -> None:
    """A tracking workbook of March alone: February's deals are those of the weekly rows."""
    head, *_ = DETAILS.strip().splitlines()
    march = f"{head}\n| 2026-03 | 华东 | A产品 | 小张 | 成单数 | 3 | 2 |  |  |"
    team = shown(tmp_path, BOOK | {"指标明细": march}, "成单数")["team"]
    assert (team["target"], team["actual"], team["previous"]) == ("3", "2", "3")


def test_collections_have_the_target_of_the_metric_rows_everywhere(tmp_path: Path) -> None:
    """45,000 + 54,000 of 90,000 + 60,000: 66 %, among the metrics of the team as among the tracked ones."""
    months = MONTHS.replace("累计实际(元) |", "累计实际(元) | 回款额(元) |")
    for sold, paid in (("90,000", "45,000"), ("60,000", "54,000")):
        months = months.replace(f"| 100,000 | {sold} |", f"| 100,000 | {sold} | {paid} |")
    rows = "".join(
        f"| 2026-03 | {who} | 回款额 | {target} | {actual} |  |  |\n"
        for who, target, actual in (("华东 | A产品 | 小张", 90_000, 45_000), ("华南 | A产品 | 小李", 60_000, 54_000))
    )
    source = workbook(tmp_path / "跟踪.xlsx", {"月度目标分解与跟踪表": months, "指标明细": DETAILS + rows})
    result = analyze(source, options=AnalyzeOptions(month=Month(2026, 3))).document(Lang.EN)["result"]
    found = [row for key in ("metrics", "tracked") for row in result[key]]
    teams = [row for row in found if (row["metric"], row["scope"]) == ("回款额", "team")]
    assert [(row["target"], row["actual"], row["achievement"], row["status"]) for row in teams] == [
        ("150000.00", "99000.00", "0.660000", "behind")
    ] * 2


def test_lower_is_better_where_the_name_says_so(tmp_path: Path) -> None:
    team = shown(tmp_path, BOOK, "销售周期")["team"]
    assert (team["actual"], team["achievement"], team["status"]) == ("25", "0.800000", "near")


def test_distinct_customers_are_not_added_up(tmp_path: Path) -> None:
    assert shown(tmp_path, BOOK, "复购率") == {}


def test_without_a_plan_the_weekly_rows_tell(tmp_path: Path) -> None:
    sheets = {"月度目标分解与跟踪表": MONTHS, "明细": WEEKLY}
    deals = shown(tmp_path, sheets, "成单数")["team"]
    assert (deals["actual"], deals["previous"], deals["target"], deals["status"]) == ("6", "3", None, "no_target")
    average = shown(tmp_path, sheets, "平均客单价")
    assert (average["team"]["actual"], average["person:小张"]["mom"]) == ("25000.00", "0.500000")
    assert shown(tmp_path, sheets, "新客户数")["team"]["actual"] == "18"
    assert shown(tmp_path, BOOK, "新客户数")["team"]["actual"] == "7"  # 指标明细 goes before the weekly rows


def test_the_team_is_told_on_the_first_sheet(tmp_path: Path) -> None:
    source, output = workbook(tmp_path / "跟踪.xlsx", BOOK), tmp_path / "分析.xlsx"
    analyze(source, output, options=AnalyzeOptions(month=Month(2026, 3)))
    assert ["指标对比", "未达标 1 项：新客户数 70.0%"] in [row[:2] for row in written(output, "目录")]


@pytest.mark.parity
def test_the_sheet_recalculates(tmp_path: Path) -> None:
    source, output = workbook(tmp_path / "跟踪.xlsx", BOOK), tmp_path / "分析.xlsx"
    analyze(source, output, options=AnalyzeOptions(month=Month(2026, 3)))
    assert_parity(output)
