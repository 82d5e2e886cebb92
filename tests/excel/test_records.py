"""From cells to rows: every bad cell at its address, every row accounted for."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salescli.excel.records import Records
from salescli.excel.source import SourceWorkbook
from salescli.measure.period import Month
from salescli.split.tables.actions import ACTIONS, ActionRow
from salescli.table.problem import Severity
from salescli.track.tables import MONTHLY, WEEKLY, MonthlyRow
from salescli.words.language import Lang
from tests.sheets import Cell, workbook

HEADER = "| 月份 | 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) | 达成率(%) | 差额(元) |\n"


def read(path: Path, rows: str, name: str = "跟踪") -> Records[MonthlyRow]:
    records = SourceWorkbook(workbook(path / "book.xlsx", {name: HEADER + rows})).read(MONTHLY)
    assert records is not None
    return records


def said(records: Records[Any]) -> list[tuple[str, str | None]]:
    return [(item.code.name, item.place.cell) for item in records.problems]


def test_the_documents_own_rows(tmp_path: Path) -> None:
    records = read(tmp_path, "| 2023年8月 | 华东 | A产品 | *小张 | 800,000 | 840,000 | 105% | +40,000 |")
    (row,) = records.rows
    assert (row.month, row.person, row.target, row.actual) == (Month(2023, 8), "小张", Decimal(800000), Decimal(840000))
    assert records.problems == ()


def test_bad_cells_are_named_and_their_rows_set_aside(tmp_path: Path) -> None:
    records = read(
        tmp_path,
        """| 2023年8月 | 华东 | A产品 | 小张 | 800,000 | 八十多万 | | |
| 2023年8月 | | B产品 | 小李 | 600,000 | 450,000 | 1O5% | |
| 2023年8月 | 华北 | C产品 | 小王 | -1 | 330,000 | | |
| 2023年8月 | 华北 | C产品 | 小赵 | 1 | 1 | | |""",
    )
    assert [row.person for row in records.rows] == ["小赵"]
    assert said(records) == [
        ("bad-number", "F2"),
        ("bad-ratio", "G3"),
        ("missing-cell", "B3"),
        ("out-of-range", "E4"),
    ]
    assert [(item.place.cell, len(item.reasons)) for item in records.invalid] == [("2:2", 1), ("3:3", 2), ("4:4", 1)]
    assert records.count == 4


def test_stated_figures_are_compared_at_the_precision_they_were_stated_with(tmp_path: Path) -> None:
    records = read(
        tmp_path,
        """| | 华东 | A | 小张 | 1,500,000 | 1,420,000 | 94.7% | -80,000 |
| | 华东 | A | 小李 | 1,500,000 | 1,420,000 | 94.6% | -8万 |
| | 华东 | A | 小王 | 1,500,000 | 1,420,000 | 0.95 | -79,999 |""",
    )
    assert said(records) == [("stated-differs", "G3"), ("stated-differs", "H4")]
    assert "94.6%" in records.problems[0].message(Lang.ZH)
    assert "94.7%" in records.problems[0].message(Lang.ZH)


def test_total_rows_are_checked_and_not_counted(tmp_path: Path) -> None:
    records = read(
        tmp_path,
        """| | 华东 | A | 小张 | 800,000 | 840,000 | | |
| | 华东 | B | 小李 | 600,000 | 450,000 | | |
| | 华东小计 | | | 1,400,000 | 1,290,000 | | |
| | 华北 | C | 小王 | 300,000 | 330,000 | | |
| | 华北小计 | | | 300,000 | 330,000 | | |
| | 合计 | | | 1,700,000 | 1,620,001 | | |""",
    )
    assert [row.person for row in records.rows] == ["小张", "小李", "小王"]
    assert said(records) == [("total-row", "4:4"), ("total-row", "6:6"), ("total-row", "7:7"), ("total-differs", "F7")]
    assert records.problems[-1].severity is Severity.WARNING


def test_blank_rows_remarks_and_a_second_table_are_told_apart(tmp_path: Path) -> None:
    records = read(
        tmp_path,
        """| | 华东 | A | 小张 | 800,000 | 840,000 | | |

| | 华东 | B | 小李 | 600,000 | 450,000 | | |
| 注：数据截至月底 |
| 月份 | 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) | 达成率(%) | 差额(元) |
| | 华北 | C | 小王 | 300,000 | 330,000 | | |

| 姓名 | 电话 | 备注 | 部门 | 职位 | 邮箱 | | |
| 张三 | 1 | 2 | 3 | 4 | 5 | | |""",
    )
    assert [row.person for row in records.rows] == ["小张", "小李", "小王"]
    assert said(records) == [("side-note", "A5"), ("repeated-header", "6:6"), ("second-table", "9:9")]


def test_a_merged_region_holds_for_all_its_rows(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    rows = "| | 华东 | A | 小张 | 1 | 1 | | |\n| | | B | 小李 | 2 | 2 | | |\n| | 华北 | C | 小王 | 3 | 3 | | |"
    path = workbook(tmp_path / "book.xlsx", {"跟踪": HEADER + rows})
    book = load_workbook(path)
    book["跟踪"].merge_cells("B2:B3")
    book.save(path)
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert [row.region for row in records.rows] == ["华东", "华东", "华北"]


def test_a_blank_core_goal_carries_the_one_above(tmp_path: Path) -> None:
    table = """| 核心目标 | 拆解维度 | 目标值 | 负责人 | 完成时间 |
| Q3销售额提升25% | 新客数量增加30% | 新客150个 | 销售经理 | 2023年9月30日 |
| | 老客复购率提升至20% | 复购率20% | 客户运营 | 2023年9月30日 |"""
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"目标拆解表": table})).read(ACTIONS)
    assert records is not None
    rows: tuple[ActionRow, ...] = records.rows
    assert [row.goal for row in rows] == ["Q3销售额提升25%", "Q3销售额提升25%"]


@pytest.mark.parametrize(
    ("sheet", "title", "year"),
    [("2023年跟踪", "", 2023), ("跟踪", "| 2024年度跟踪表 |\n", 2024), ("跟踪 2025", "", 2025)],
)
def test_a_month_without_year_takes_the_one_around_it(tmp_path: Path, sheet: str, title: str, year: int) -> None:
    path = workbook(tmp_path / "book.xlsx", {sheet: title + HEADER + "| 8月 | 华东 | A | 小张 | 1 | 1 | | |"})
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert records.rows[0].month == Month(year, 8)


def test_error_cells_and_formulas_without_result_are_never_blank(tmp_path: Path) -> None:
    cells: list[list[Cell]] = [["区域", "销售员", "月度目标", "累计实际"], ["华东", "小张", "#DIV/0!", "=1+1"]]
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"s": cells})).read(MONTHLY)
    assert records is not None
    assert records.rows == ()
    assert {item.code.name for item in records.problems} == {"error-value", "no-cached-value"}


def test_a_header_without_rows_says_so(tmp_path: Path) -> None:
    assert said(read(tmp_path, "")) == [("no-rows", None)]


def test_a_plain_number_in_a_computed_ratio_is_told_by_the_computed_one(tmp_path: Path) -> None:
    records = read(
        tmp_path,
        """| | 华东 | A | 小张 | 100 | 3000 | 30 | |
| | 华东 | A | 小李 | 800,000 | 840,000 | 105 | |""",
    )
    assert [row.person for row in records.rows] == ["小张"]  # 3000 ÷ 100 is 30 times, and 840,000 ÷ 800,000 is no 105
    assert said(records) == [("ambiguous-ratio", "G3")]
    assert "105% 或 1.05" in records.problems[0].message(Lang.ZH)


@pytest.mark.parametrize("gap", ["", "| | |\n| | |\n"], ids=["close to its header", "rows above it"])
@pytest.mark.parametrize("title", ["客户名单", "2026年客户名单"])
def test_a_second_table_may_have_a_title_of_its_own(tmp_path: Path, gap: str, title: str) -> None:
    """Six rows below the header: the two that are reports, a blank one, the title, and a table of customers."""
    rows = f"""| 周开始日期 | 区域 | 工号 | 销售员 | 销售额(元) |
        | 2026-07-06 | 西南 | S023 | 许晴 | 1000 |
        | 2026-07-06 | 西南 | S024 | 欧阳雪 | 1000 |
        | | | | | |
        | {title} | | | | |
        {gap}| 客户 | 金额 | | | |
        | 甲公司 | 300000 | | | |
        | 乙公司 | 200000 | | | |"""
    records = SourceWorkbook(workbook(tmp_path / "book.xlsx", {"周报": rows})).read(WEEKLY)
    assert records is not None
    assert [(row.person, str(row.sales)) for row in records.rows] == [("许晴", "1000"), ("欧阳雪", "1000")]
    assert records.invalid == ()
    assert said(records) == [("second-table", "5:5")]
