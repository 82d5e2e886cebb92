"""Fairness: each person's growth over last year beside the team's, and who is marked."""

from pathlib import Path

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
