"""Where each leftover unit went: the share before rounding beside what was given."""

from pathlib import Path

from tests.split.tables import ROSTER, plan, run


def test_the_leftover_units_of_a_year_of_ten(tmp_path: Path) -> None:
    """10 over four quarters is 2.5 each: 3, 3, 2, 2. Regions of 1/3: 3.33 each, the first takes the leftover."""
    sheets = {
        "年度目标": "| 指标 | 年度 | 目标值 |\n| 新客户数 | 2026 | 10家 |",
        "分解维度": "| 维度 | 名称 | 去年实际(元) |\n| 区域 | 华东 | 5 |\n| 区域 | 华南 | 5 |\n| 区域 | 华北 | 5 |",
        "销售员名册": ROSTER,
    }
    found = plan(run(tmp_path, sheets)).document()["leftovers"]
    told = {item["name"]: (item["share"], item["given"], item["moved"]) for item in found}
    assert told["quarter:2026Q1"] == ("2.5", "3", "0.5")
    assert told["quarter:2026Q4"] == ("2.5", "2", "-0.5")
    assert told["month:2026-01"] == ("1", "1", "0")
    assert told["month:2026-10"] == ("0.666667", "1", "0.333333")
    assert told["month:2026-12"] == ("0.666667", "0", "-0.666667")
    assert told["region:华东"] == ("3.333333", "4", "0.666667")
    assert told["region:华北"] == ("3.333333", "3", "-0.333333")
