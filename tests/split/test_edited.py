"""What moves when somebody edits a figure of the plan, recalculated by LibreOffice."""

from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from tests.parity import opened, saved_again
from tests.split.tables import COMPANY, run

Cells = list[tuple[Any, ...]]

DAYS = (1, 5, 5, 5, 5)
"""Working days of January 2026, by week."""


def recalculated_rows(path: Path) -> dict[str, Cells]:
    """The values of every sheet, line by line, after LibreOffice has worked them out."""
    book = opened(saved_again(path, path.parent / "again"), data_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def edited(path: Path, *changes: tuple[str, str, float]) -> dict[str, Cells]:
    """The workbook after the January of a person's last product line of a metric has moved by an amount."""
    book = opened(path)
    sheet = book["月度计划"]
    for person, metric, more in changes:
        rows = [row for row in sheet.iter_rows() if (row[4].value, row[5].value) == (person, metric)]
        cell: Any = [row for row in rows if row[0].value == rows[0][0].value][-1][6]
        cell.value += more
    book.save(path.with_name("edited.xlsx"))
    return recalculated_rows(path.with_name("edited.xlsx"))


@pytest.mark.parity
def test_the_weeks_of_an_edited_leaf_add_up_in_every_view(tmp_path: Path) -> None:
    """小李 gets 3 more customers and 0.5 yuan more: weeks are the sum of people, months that of weeks, to the fen."""
    goals = """
| 指标 | 年度 | 目标值 | 单位 | 取整单位 |
| 销售额 | 2026 | 9999.97 | 元 | 0.01 |
| 新客户数 | 2026 | 97家 | | |
"""
    run(tmp_path, {**COMPANY, "年度目标": goals}, output=tmp_path / "plan.xlsx")
    fresh = edited(tmp_path / "plan.xlsx", ("小李", "新客户数", 3), ("小李", "销售额", 0.5))
    for metric, total, unit in (("新客户数", 100, 1), ("销售额", 10000.47, 0.01)):
        rows = fresh[f"周度-{metric}"]
        whole = next(row for row in rows if row[1] == "合计")
        for level in ("区域", "产品线", "人员"):
            own = [row[5:] for row in rows if row[0] == level]
            assert [sum(column) for column in zip(*own, strict=True)] == pytest.approx(whole[5:])
        assert whole[-1] == pytest.approx(total)
        line = next(row for row in rows if (row[0], row[3], row[4]) == ("人员 × 产品线", "小李", "B产品"))
        weeks, month = line[5:10], line[10]
        assert sum(weeks) == pytest.approx(month)
        for up_to, days in zip(accumulate(weeks), accumulate(DAYS), strict=True):
            assert abs(up_to - month * days / 21) < 0.5001 * unit
    states = [row[7] for row in fresh["校验"] if str(row[2]).startswith("每周")]
    assert len(states) > 240
    assert set(states) == {"一致"}
    assert str(fresh["总览"][1][0]).endswith("项恒等式有不一致")
    months = {(row[0], row[3]): row[7] for row in fresh["校验"] if row[2] == "周度"}
    assert months["新客户数", "2026年1月"] == months["销售额", "2026年1月"] == "不一致"
    assert months["新客户数", "2026年2月"] == "一致"


@pytest.mark.parity
def test_layers_of_a_plan_in_fen_keep_the_fen(tmp_path: Path) -> None:
    """A pin of 99.99 has the plan split in fen: issued targets keep them, and the 目标 line is the base itself."""
    sheets = {
        "年度目标": "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026 | 2400 | 元 |",
        "销售员名册": "| 工号 | 销售员 | 区域 |\n| S1 | 甲 | 华东 |\n| S2 | 乙 | 华东 |",
        "锁定目标": "| 指标 | 工号 | 月份 | 锁定目标(元) |\n| 销售额 | S1 | 2026-03 | 99.99 |",
    }
    run(tmp_path, sheets, weights="even", hedge="person=1.1", lines=True, output=tmp_path / "plan.xlsx")
    fresh = edited(tmp_path / "plan.xlsx", ("甲", "销售额", 0.06))
    january = next(row for row in fresh["季度与月度"] if row[2] == "甲")[3]
    issued = next(row for row in fresh["下发目标"] if row[3] == "甲")
    assert issued[8] == pytest.approx(round(january * 1.1, 2))
    target = next(row for row in fresh["三线目标"] if (row[2], row[3]) == ("甲", "目标"))
    assert target[5] == pytest.approx(january)
    assert january != int(january)


@pytest.mark.parity
def test_another_factor_rounds_the_year_once(tmp_path: Path) -> None:
    """27 customers at 1.1 are 30; at 1.3 they are 35.1, so 35, where rounding 2.25 × 1.3 each month would give 36."""
    sheets = {
        "年度目标": "| 指标 | 年度 | 目标值 |\n| 新客户数 | 2026 | 27家 |",
        "销售员名册": "| 工号 | 销售员 | 区域 |\n| S1 | 甲 | 华东 |",
    }
    run(tmp_path, sheets, weights="even", hedge="person=1.1", output=tmp_path / "plan.xlsx")
    book = opened(tmp_path / "plan.xlsx")
    mine = next(row for row in book["下发目标"].iter_rows() if row[3].value == "甲")
    assert mine[4].value == 1.1
    mine[4].value = 1.3
    book.save(tmp_path / "edited.xlsx")
    fresh = recalculated_rows(tmp_path / "edited.xlsx")["下发目标"]
    issued = next(row for row in fresh if row[3] == "甲")
    assert (issued[5], issued[6], sum(issued[8:20])) == (27, 35, 35)
    assert min(issued[8:20]) >= 0
