"""The plan as a workbook: it says what the result says, recalculates to it, notices edits, and reads back."""

from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.excel.source import SourceWorkbook
from salescli.split.run import split
from salescli.split.tables.plan import PLAN
from tests.parity import assert_parity, opened, recalculated
from tests.sheets import workbook
from tests.split.tables import COMPANY, FUNNEL, ROSTER, plan, run

SEVERAL = {
    **COMPANY,
    "年度目标": """
| 指标 | 年度 | 目标值 | 单位 |
| 销售额 | 2026年 | 1000万 | 元 |
| 销售额 | 2027年 | 1200万 | 元 |
| 新客户数 | 2026年 | 50家 | |
| 回款率 | 2026年 | 90% | |
""",
    "目标拆解表": """
| 核心目标 | 拆解维度 | 目标值 | 负责人 | 完成时间 |
| 增长 | 新客 | 150个 | 销售经理 | 2026-09-30 |
""",
}


def test_the_sheets_in_their_order(tmp_path: Path) -> None:
    run(tmp_path, SEVERAL, output=tmp_path / "plan.xlsx")
    assert opened(tmp_path / "plan.xlsx").sheetnames == [
        "总览", "季度与月度-2026销售额", "季度与月度-2027销售额", "季度与月度-新客户数",
        "周度-2026销售额", "周度-2027销售额", "周度-新客户数",
        "月度计划", "公平性-2026年", "公平性-2027年", "校验", "目标拆解表", "问题清单",
    ]  # fmt: skip


def test_the_plan_reads_back_leaf_by_leaf(tmp_path: Path) -> None:
    result = plan(run(tmp_path, SEVERAL, output=tmp_path / "plan.xlsx"))
    records = SourceWorkbook(tmp_path / "plan.xlsx").read(PLAN)
    assert records is not None
    assert not records.invalid
    read = [(row.month, row.region, row.product, row.employee_id, row.person, row.target.value) for row in records.rows]
    assert read == [
        (leaf.month, leaf.person.region, leaf.product, leaf.person.employee_id, leaf.person.name, leaf.target)
        for leaf in result.leaves
    ]


def test_a_person_and_a_region_across_the_year(tmp_path: Path) -> None:
    sheets = {
        "年度目标": "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026 | 2400 | 元 |",
        "销售员名册": "| 工号 | 销售员 | 区域 |\n| S1 | 甲 | 华东 |\n| S2 | 乙 | 华东 |",
    }
    run(tmp_path, sheets, weights="even", output=tmp_path / "plan.xlsx")
    sheet = opened(tmp_path / "plan.xlsx", data_only=True)["季度与月度"]
    rows = {row[2] or row[0]: row for row in sheet.iter_rows(values_only=True)}
    assert rows["甲"][3:8] == (100, 100, 100, 300, 100)
    assert rows["华东"][3:8] == (200, 200, 200, 600, 200)
    assert rows["合计"][-1] == 2400


def test_the_same_targets_give_the_same_bytes(tmp_path: Path) -> None:
    run(tmp_path, SEVERAL, output=tmp_path / "one.xlsx")
    run(tmp_path, SEVERAL, output=tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_english_targets_give_an_english_plan(tmp_path: Path) -> None:
    sheets = {
        "Annual goals": "| Metric | Year | Target | Unit |\n| Sales | 2026 | 1200 | CNY |",
        "Roster": "| Salesperson | Region | Last year (CNY) |\n| Ann | East | 100 |\n| Bob | West | 200 |",
    }
    run(tmp_path, sheets, output=tmp_path / "plan.xlsx")
    book = opened(tmp_path / "plan.xlsx")
    assert book.sheetnames == [
        "Overview", "Quarters and months", "Weeks", "Monthly plan", "Fairness", "Checks", "Findings",
    ]  # fmt: skip
    texts = {
        cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, str)
    }
    assert not [text for text in texts if any("\u4e00" <= char <= "\u9fff" for char in text)]


def test_an_existing_plan_is_replaced_only_by_force(tmp_path: Path) -> None:
    targets = workbook(tmp_path / "targets.xlsx", COMPANY)
    split(targets, tmp_path / "plan.xlsx")
    with pytest.raises(Exception, match="already exists"):
        split(targets, tmp_path / "plan.xlsx")
    assert split(targets, tmp_path / "plan.xlsx", run=RunOptions(force=True)).outputs


@pytest.mark.parity
def test_every_formula_recalculates_to_the_engines_figure(tmp_path: Path) -> None:
    odd = {
        "年度目标": "| 指标 | 年度 | 目标值 |\n| 销售额*含税? | 2026 | 1000050.37元 |\n| 回款率 | 2026 | 90% |",
        "销售员名册": """
| 工号 | 销售员 | 区域 | 产品线 |
| 001 | 甲*乙 | 华东 | A"~"产品 |
| 1 | >乙 | 华东二区 | |
| | 丙{} | <华 | |
""",
    }
    everything = {**SEVERAL, "过程参数": FUNNEL, "销售员名册": ROSTER + "| S007 | 小周 | 华北 | A产品 | | 1 |\n"}
    output, hedge = tmp_path / "several.xlsx", "person=1.1,region=1.05"
    plan(run(tmp_path / "a", everything, weights="history=2,ability=1", hedge=hedge, lines=True, output=output))
    plan(run(tmp_path / "b", odd, weights="even", output=tmp_path / "odd.xlsx"))
    assert_parity(tmp_path / "several.xlsx", tmp_path / "odd.xlsx")


@pytest.mark.parity
def test_a_leaf_that_is_edited_no_longer_ties(tmp_path: Path) -> None:
    run(tmp_path, COMPANY, output=tmp_path / "plan.xlsx")
    book = opened(tmp_path / "plan.xlsx")
    sheet = book["月度计划"]
    header = next(row for row in range(1, 9) if sheet.cell(row, 1).value == "月份")
    edited = [sheet.cell(header + 1, column).value for column in (2, 3, 5)]
    assert edited == ["华东", "A产品", "小张"]
    sheet.cell(header + 1, 7).value = 1
    book.save(tmp_path / "edited.xlsx")
    fresh = recalculated(tmp_path / "edited.xlsx")["校验"]
    differing = {
        fresh[f"D{cell[1:]}"] for cell, value in fresh.items() if value == "不一致" and f"D{cell[1:]}" in fresh
    }
    assert differing == {
        "2026年第1季度", "2026年1月", "华东", "A产品", "华东 × A产品", "华东 小张 S001",
    }  # fmt: skip
    assert "不一致" in recalculated(tmp_path / "edited.xlsx")["总览"].values()


@pytest.mark.parity
def test_every_view_follows_an_edited_leaf(tmp_path: Path) -> None:
    """1 yuan more in January: the month, its last week, the quarter, what is issued and the stretch line move."""
    sheets = {
        "年度目标": "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026 | 252000 | 元 |",
        "销售员名册": "| 工号 | 销售员 | 区域 | 去年实际(元) |\n| S1 | 甲 | 华东 | 200000 |",
        "过程参数": "| 环节 | 转化率(%) | 客单价(元) |\n| 方案 | 50% | |\n| 成交 | | 10500 |",
    }
    plan(run(tmp_path, sheets, hedge="person=1.1", lines=True, output=tmp_path / "plan.xlsx"))
    book = opened(tmp_path / "plan.xlsx")
    sheet = book["月度计划"]
    row = next(row for row in range(1, 9) if sheet.cell(row, 1).value == "月份") + 1
    assert sheet.cell(row, 7).value == 21000
    sheet.cell(row, 7).value = 42000
    book.save(tmp_path / "edited.xlsx")
    fresh = recalculated(tmp_path / "edited.xlsx")
    assert {21000, 42000, 84000, 273000} <= set(fresh["季度与月度"].values())
    # January 2026 has 21 working days: 1 (Sunday the 4th, swapped), 5, 5, 5, 5
    weeks = [value for cell, value in sorted(fresh["周度"].items()) if cell in {"E7", "F7", "G7", "H7", "I7"}]
    assert weeks == [2000, 10000, 10000, 10000, 10000]
    assert 46200 in fresh["下发目标"].values()
    assert {33600, 50400} <= set(fresh["三线目标"].values())
    assert {4, 8} <= set(fresh["过程目标"].values())
    assert 0.365 in [round(float(value), 6) for value in fresh["公平性"].values() if isinstance(value, float)]
