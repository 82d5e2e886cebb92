"""Fairness: each person's growth over last year beside the team's, and who is marked."""

from pathlib import Path

import pytest

from tests.parity import assert_parity, opened
from tests.split.tables import plan, run

GOAL = "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026 | 600 | 元 |"


def test_growth_beside_the_team(tmp_path: Path) -> None:
    """200 each: 甲 doubles, 乙 falls by 150 ÷ 350; the team without 丁 comes to 400 of 450, which is -11.1 %."""
    roster = """
| 工号 | 销售员 | 区域 | 去年实际(元) |
| S1 | 甲 | 华东 | 100 |
| S2 | 乙 | 华东 | 350 |
| S3 | 丁 | 华南 | |
"""
    found = plan(run(tmp_path, {"年度目标": GOAL, "销售员名册": roster}, weights="even")).document()["fairness"]
    assert [(item["person"], item["growth"], item["team_growth"], item["stand"]) for item in found] == [
        ("甲", "1.000000", "-0.111111", "high"),
        ("乙", "-0.428571", "-0.111111", "low"),
        ("丁", None, "-0.111111", "unknown"),
    ]


def test_exactly_twenty_points_is_not_marked(tmp_path: Path) -> None:
    """Team 400 ÷ 400 = 0 %; 甲 200 ÷ 250 = -20 %, 乙 200 ÷ 150 = +33.3 %."""
    roster = "| 工号 | 销售员 | 区域 | 去年实际(元) |\n| S1 | 甲 | 华东 | 250 |\n| S2 | 乙 | 华东 | 150 |"
    goal = GOAL.replace("600", "400")
    found = plan(run(tmp_path, {"年度目标": goal, "销售员名册": roster}, weights="even")).document()["fairness"]
    assert [(item["growth"], item["stand"]) for item in found] == [("-0.200000", "usual"), ("0.333333", "high")]


def test_nobody_with_a_last_year_is_no_comparison(tmp_path: Path) -> None:
    roster = "| 工号 | 销售员 | 区域 |\n| S1 | 甲 | 华东 |\n| S2 | 乙 | 华东 |"
    result = plan(run(tmp_path, {"年度目标": GOAL, "销售员名册": roster}, weights="even"))
    assert result.document()["fairness"] == []


def test_last_year_over_several_rows_of_one_person_adds_up(tmp_path: Path) -> None:
    """甲 sold 200 of A and 100 of B, and is to sell all 600: twice as much."""
    roster = (
        "| 工号 | 销售员 | 区域 | 产品线 | 去年实际(元) |\n| S1 | 甲 | 华东 | A | 200 |\n| S1 | 甲 | 华东 | B | 100 |"
    )
    (found,) = plan(run(tmp_path, {"年度目标": GOAL, "销售员名册": roster})).document()["fairness"]
    assert (found["last_year"], found["target"], found["growth"]) == ("300.00", "600.00", "1.000000")


def test_part_of_a_year_is_no_comparison(tmp_path: Path) -> None:
    """乙 leaves in June, 丙 ramps up in January, 丁 joined last June: the team is 甲 alone, who is to double."""
    roster = """
| 工号 | 销售员 | 区域 | 入职日期 | 离职日期 | 去年实际(元) |
| S1 | 甲 | 华东 | 2020-01-01 | | 100 |
| S2 | 乙 | 华东 | | 2026-06-30 | 100 |
| S3 | 丙 | 华东 | 2025-11-10 | | 100 |
| S4 | 丁 | 华南 | 2025-06-01 | | 100 |
"""
    output = tmp_path / "plan.xlsx"
    goal = GOAL + "\n"
    pins = "| 工号 | 月份 | 锁定目标(元) |\n| S1 | 2026年 | 200 |"
    sheets = {"年度目标": goal, "销售员名册": roster, "锁定目标": pins}
    found = plan(run(tmp_path, sheets, weights="even", output=output)).document()["fairness"]
    assert {item["person"]: item["stand"] for item in found} == {
        "甲": "usual", "乙": "partial", "丙": "partial", "丁": "partial",
    }  # fmt: skip
    assert {item["team_growth"] for item in found} == {"1.000000"}
    assert [item["growth"] for item in found] == ["1.000000", None, None, None]


@pytest.mark.parity
def test_the_sheet_leaves_out_whom_it_cannot_compare(tmp_path: Path) -> None:
    roster = """
| 工号 | 销售员 | 区域 | 离职日期 | 去年实际(元) |
| S1 | 甲 | 华东 | | 100 |
| S2 | 乙 | 华东 | 2026-06-30 | 100 |
| S3 | 丙 | 华南 | | |
"""
    plan(run(tmp_path, {"年度目标": GOAL, "销售员名册": roster}, output=tmp_path / "plan.xlsx"))
    assert_parity(tmp_path / "plan.xlsx")
    sheet = opened(tmp_path / "plan.xlsx", data_only=True)["公平性"]
    rows = {row[2]: row for row in sheet.iter_rows(values_only=True)}
    assert (rows["乙"][3], rows["乙"][4], rows["乙"][-1]) == (100, "否", "不满一年")
    assert rows["甲"][6] == rows["甲"][8]
