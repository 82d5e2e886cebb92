"""Parts that other periods alone tell of: there in every comparison, without a figure made up for them."""

from pathlib import Path

from salescli.analyze.run import AnalyzeOptions, analyze
from salescli.measure.period import Month
from salescli.words.language import Lang
from tests.parity import assert_parity
from tests.sheets import workbook, written

MONTHS = """
| 月份 | 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2025-03 | 西南 | B产品 | 小周 | 50,000 | 40,000 |
| 2025-03 | 华东 | A产品 | 小张 | 80,000 | 70,000 |
| 2026-02 | 华北 | A产品 | 小王 | 30,000 | 20,000 |
| 2026-02 | 华东 | A产品 | 小张 | 90,000 | 60,000 |
| 2026-03 | 华东 | A产品 | 小张 | 100,000 | 90,000 |
"""
DETAILS = """
| 月份 | 区域 | 产品线 | 销售员 | 指标 | 本期目标 | 本期实际 |
| 2025-03 | 西南 | B产品 | 小周 | 新客户数 | 2 | 3 |
| 2026-02 | 华北 | A产品 | 小王 | 新客户数 | 3 | 1 |
| 2026-03 | 华东 | A产品 | 小张 | 新客户数 | 6 | 5 |
| 2026-03 | 华东 | A产品 | 小张 | 退单数 | 2 |  |
"""
"""西南 had sales a year ago only, 华北 in February only."""


def lines(path: Path, sheet: str, first: str, *columns: str) -> dict[str, list[object]]:
    """The columns of a sheet's first table of which a row begins with `first`, by the cell below that header."""
    rows = written(path, sheet)
    at = next(at for at, row in enumerate(rows) if first in row)
    places = [rows[at].index(column) for column in columns]
    return {
        str(row[rows[at].index(first)]): [row[place] for place in places] for row in rows[at + 1 :] if row[places[0]]
    }


def test_a_part_of_last_year_alone_has_no_data(tmp_path: Path) -> None:
    source = workbook(tmp_path / "跟踪.xlsx", {"月度目标分解与跟踪表": MONTHS, "指标明细": DETAILS})
    output = tmp_path / "分析.xlsx"
    outcome = analyze(source, output, options=AnalyzeOptions(month=Month(2026, 3)))
    found = outcome.document(Lang.EN)["result"]
    parts = {row["scope"]: row for row in found["drivers"] if row["by"] == "region"}
    assert {scope: (row["change"], row["share"]) for scope, row in parts.items()} == {
        "region:华东": ("30000.00", "3.000000"),  # 90,000 − 60,000, of a change of 10,000
        "region:华北": ("-20000.00", "-2.000000"),
        "region:西南": (None, None),
    }
    states = {row["scope"]: row["status"] for row in found["metrics"] if row["scope"].startswith("region")}
    assert states == {"region:华东": "near", "region:华北": "no_data", "region:西南": "no_data"}
    rows = lines(output, "区域对比", "区域", "状态", "较上期增减", "去年同期")
    assert rows["西南"] == ["没有数据", None, 40_000]
    assert rows["华北"] == ["没有数据", -20_000, None]
    assert rows["团队合计"] == ["基本达标", 10_000, 110_000]
    assert_parity(output)


def test_the_other_metrics_tell_the_same_parts(tmp_path: Path) -> None:
    source = workbook(tmp_path / "跟踪.xlsx", {"月度目标分解与跟踪表": MONTHS, "指标明细": DETAILS})
    found = analyze(source, options=AnalyzeOptions(month=Month(2026, 3))).document(Lang.EN)["result"]["tracked"]
    keys = ("target", "actual", "previous", "last_year", "status")
    rows = {(row["metric"], row["scope"]): tuple(row[key] for key in keys) for row in found}
    assert rows["新客户数", "region:西南"] == (None, None, None, "3", "no_data")
    assert rows["新客户数", "region:华北"] == (None, None, "1", None, "no_data")
    assert rows["新客户数", "region:华东"] == ("6", "5", None, None, "near")
    assert rows["退单数", "team"] == ("2", None, None, None, "no_data")
