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


def test_the_leftover_units_of_people(tmp_path: Path) -> None:
    """10 over three equal people is 3.33 each: 4, 3, 3. A fourth who is held at 2 leaves them 8: 2.67 each, 3, 3, 2."""
    goals = "| 指标 | 年度 | 目标值 |\n| 新客户数 | 2026 | 10家 |"
    roster = "| 销售员 | 区域 | 去年实际(元) |\n| 甲 | 华东 | 5 |\n| 乙 | 华东 | 5 |\n| 丙 | 华南 | 5 |"
    assert people(tmp_path / "a", {"年度目标": goals, "销售员名册": roster}) == {
        "person:华东/甲": ("3.333333", "4", "0.666667"),
        "person:华东/乙": ("3.333333", "3", "-0.333333"),
        "person:华南/丙": ("3.333333", "3", "-0.333333"),
    }
    held = "| 月份 | 区域 | 销售员 | 指标 | 锁定目标 |\n| 全年 | 华南 | 丁 | 新客户数 | 2 |"
    sheets = {"年度目标": goals, "销售员名册": f"{roster}\n| 丁 | 华南 | 5 |", "锁定目标": held}
    assert people(tmp_path / "b", sheets) == {
        "person:华东/甲": ("2.666667", "3", "0.333333"),
        "person:华东/乙": ("2.666667", "3", "0.333333"),
        "person:华南/丙": ("2.666667", "2", "-0.666667"),
        "person:华南/丁": ("2", "2", "0"),
    }


def test_the_leftover_units_of_regions_by_product_lines(tmp_path: Path) -> None:
    """3 and 2 by 3 and 2 of 5: 1.8, 1.2, 1.2 and 0.8. With the odd units at the largest remainders: 2, 1, 1, 1."""
    sheets = {
        "年度目标": "| 指标 | 年度 | 目标值 |\n| 新客户数 | 2026 | 5家 |",
        "分解维度": "| 维度 | 名称 | 占比 |\n| 区域 | 华东 | 60% |\n| 区域 | 华南 | 40% |\n"
        "| 产品线 | A | 60% |\n| 产品线 | B | 40% |",
        "销售员名册": "| 销售员 | 区域 | 去年实际(元) |\n| 甲 | 华东 | 5 |\n| 乙 | 华南 | 5 |",
    }
    assert told(tmp_path, sheets, "cell:") == {
        "cell:华东/A": ("1.8", "2", "0.2"),
        "cell:华东/B": ("1.2", "1", "-0.2"),
        "cell:华南/A": ("1.2", "1", "-0.2"),
        "cell:华南/B": ("0.8", "1", "0.2"),
    }


def told(folder: Path, sheets: dict[str, str], level: str) -> dict[str, tuple[str, str, str]]:
    folder.mkdir(exist_ok=True)
    found = plan(run(folder, sheets)).document()["leftovers"]
    return {
        item["name"]: (item["share"], item["given"], item["moved"]) for item in found if item["name"].startswith(level)
    }


def people(folder: Path, sheets: dict[str, str]) -> dict[str, tuple[str, str, str]]:
    return told(folder, sheets, "person:")
