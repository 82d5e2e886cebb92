"""Which sheet of a workbook of targets is which table, whatever they are called."""

from pathlib import Path

import pytest

from salescli.check import check
from salescli.table.errors import UnusableFile
from tests.parity import opened
from tests.sheets import workbook
from tests.split.tables import amounts, plan, run

GOALS = "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026年 | 120 | 万元 |"
PEOPLE = """
| 工号 | 销售员 | 区域 | 入职日期 | 能力系数 |
| S1 | 甲 | 华东 | 2020-01-01 | 1 |
| S2 | 乙 | 华东 | 2020-01-01 | 1 |
"""
PINNED = """
| 指标 | 区域 | 产品线 | 工号 | 销售员 | 月份 | 锁定目标(万元) |
| 销售额 | 华东 | | S1 | 甲 | 2026年3月 | 9 |
"""


def test_pins_are_no_rival_of_a_roster_that_bears_another_name(tmp_path: Path) -> None:
    """A sheet of pins has all that a roster needs; it is no roster for that. 甲 has half of the 1.2 million."""
    result = plan(run(tmp_path, {"年度目标": GOALS, "人员": PEOPLE, "锁定目标": PINNED}, weights="even"))
    assert amounts(result, "person") == {"S1": "600000.00", "S2": "600000.00"}
    march = [leaf.target for leaf in result.leaves if leaf.person.name == "甲" and leaf.month.number == 3]
    assert march == [90000]


def test_check_agrees(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", {"年度目标": GOALS, "人员": PEOPLE, "锁定目标": PINNED})
    outcome = check([path])
    assert outcome.result is not None
    assert {item.sheet: item.kind for item in outcome.result.tables} == {
        "年度目标": "goals", "人员": "roster", "锁定目标": "pins",
    }  # fmt: skip
    assert "one-of-several-sheets" not in {item.code.name for item in outcome.problems}


def test_two_rosters_stay_an_error(tmp_path: Path) -> None:
    sheets = {"年度目标": GOALS, "人员": PEOPLE, "员工": PEOPLE, "锁定目标": PINNED}
    with pytest.raises(UnusableFile) as refused:
        run(tmp_path, sheets)
    (found,) = refused.value.problems
    assert found.code.name == "several-sheets"
    assert found.details["sheets"] == ("人员", "员工")


def test_the_unit_beside_a_goal_is_that_of_the_figure_shown(tmp_path: Path) -> None:
    goals = f"{GOALS}\n| 回款额 | 2026年 | 0.01 | 亿元 |\n| 客户数 | 2026年 | 2 | 千家 |\n| 回款率 | 2026年 | 90% | |"
    run(tmp_path, {"年度目标": goals, "人员": PEOPLE}, weights="even", output=tmp_path / "plan.xlsx")
    cells = opened(tmp_path / "plan.xlsx")["总览"]
    rows = {row[0]: row for row in cells.iter_rows(values_only=True) if row[0]}
    header = next(row for row in cells.iter_rows(values_only=True) if "目标值" in row)
    target, unit = header.index("目标值"), header.index("单位")
    shown = {name: (rows[name][target], rows[name][unit]) for name in ("销售额", "回款额", "客户数")}
    assert shown == {"销售额": (1200000, "元"), "回款额": (1000000, "元"), "客户数": (2000, "家")}
