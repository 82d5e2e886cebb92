"""Months side by side or on sheets of their own, headers of two rows, sums without a label."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from salescli.excel.source import ReadOptions, SourceWorkbook
from salescli.measure.period import Month
from salescli.split.tables.goals import GOALS
from salescli.split.tables.plan import PLAN
from salescli.split.tables.season import SEASONALITY
from salescli.table.problem import Problem
from salescli.track.tables import MONTHLY, MonthlyRow
from tests.sheets import Cell, workbook


def said(problems: tuple[Problem, ...]) -> list[tuple[str, str | None]]:
    return [(item.code.name, item.place.cell) for item in problems]


def figures(rows: tuple[MonthlyRow, ...]) -> list[tuple[str, str, int, int]]:
    return [(row.person, str(row.month), int(row.target), int(row.actual)) for row in rows]


@pytest.mark.parametrize(
    "months",
    [
        ("1月", "2月"),
        ("2026年1月", "2026年2月"),
        ("Jan-26", "Feb-26"),
        ("2026-01", "2026-02"),
        (date(2026, 1, 1), date(2026, 2, 1)),
    ],
)
def test_a_plan_with_its_months_across(tmp_path: Path, months: tuple[Cell, Cell]) -> None:
    cells: list[list[Cell]] = [
        ["区域", "销售员", "指标", *months, "全年"],
        ["华东", "小张", "销售额", "80万", 600000, 1400000],
        ["华南", "小李", "销售额", None, "50万", 500000],
    ]
    path = workbook(tmp_path / "2026.xlsx", {"计划": cells})
    records = SourceWorkbook(path).read(PLAN)
    assert records is not None
    assert [(row.person, str(row.month), int(row.target.value)) for row in records.rows] == [
        ("小张", "2026-01", 800000),
        ("小张", "2026-02", 600000),
        ("小李", "2026-02", 500000),
    ]
    assert said(records.problems) == [("unknown-column", "F1")]
    assert records.rows[2].at("target").cell == "E3"


def test_two_figures_a_month_under_a_header_of_two_rows(tmp_path: Path) -> None:
    cells: list[list[Cell]] = [
        ["2026年目标与实际(单位：元)"],
        ["区域", "销售员", "1月", None, "2月", None],
        [None, None, "目标", "实际", "目标", "实际"],
        ["华东", "小张", 100, 90, 200, 210],
        ["合计", None, 100, 90, 200, 211],
    ]
    path = workbook(tmp_path / "x.xlsx", {"跟踪": cells})
    book = load_workbook(path)
    for area in ("A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"):
        book["跟踪"].merge_cells(area)
    book.save(path)
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert figures(records.rows) == [("小张", "2026-01", 100, 90), ("小张", "2026-02", 200, 210)]
    assert said(records.problems) == [("total-row", "5:5"), ("total-differs", "F5")]


def test_a_month_in_the_header_s_own_words(tmp_path: Path) -> None:
    table = "| 区域 | 销售员 | 8月目标(万元) | 8月实际(万元) |\n| 华东 | 小张 | 80 | 84 |"
    records = SourceWorkbook(workbook(tmp_path / "2026年.xlsx", {"s": table})).read(MONTHLY)
    assert records is not None
    assert figures(records.rows) == [("小张", "2026-08", 800000, 840000)]


def test_months_without_a_year_say_so_at_their_header(tmp_path: Path) -> None:
    table = "| 区域 | 销售员 | 指标 | 1月 | 2月 |\n| 华东 | 小张 | 销售额 | 1 | 2 |"
    path = workbook(tmp_path / "x.xlsx", {"计划": table})
    records = SourceWorkbook(path).read(PLAN)
    assert records is not None
    assert said(records.problems) == [("date-without-year", "D1"), ("date-without-year", "E1")]
    dated = SourceWorkbook(path, ReadOptions(year=2026)).read(PLAN)
    assert dated is not None
    assert [str(row.month) for row in dated.rows] == ["2026-01", "2026-02"]


def test_a_bad_cell_spoils_its_month_only(tmp_path: Path) -> None:
    table = "| 区域 | 销售员 | 指标 | 2026年1月 | 2026年2月 |\n| 华东 | 小张 | 销售额 | 8O | 2 |"
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"计划": table})).read(PLAN)
    assert records is not None
    assert [str(row.month) for row in records.rows] == ["2026-02"]
    assert said(records.problems) == [("bad-quantity", "D2")]
    assert [item.place.cell for item in records.invalid] == ["2:2"]


def test_a_season_across(tmp_path: Path) -> None:
    table = "| | 1月 | 2月 | 3月 |\n| 权重 | 8 | 5 | 9 |"
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"月度权重": table}), ReadOptions(year=2026)).read(
        SEASONALITY
    )
    assert records is not None
    assert [(row.month, int(row.weight or 0)) for row in records.rows] == [
        (Month(2026, n), w) for n, w in ((1, 8), (2, 5), (3, 9))
    ]


def test_a_sheet_a_month(tmp_path: Path) -> None:
    header = "| 区域 | 销售员 | 月度目标 | 累计实际 |\n"
    path = workbook(
        tmp_path / "2026年跟踪.xlsx",
        {
            "1月": header + "| 华东 | 小张 | 100 | 90 |",
            "2月": header + "| 华东 | 小张 | 200 | 210 |",
            "说明": "| 按月填写 |",
        },
    )
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert figures(records.rows) == [("小张", "2026-01", 100, 90), ("小张", "2026-02", 200, 210)]
    assert [row.at("actual").sheet for row in records.rows] == ["1月", "2月"]


def test_sums_without_a_label_and_a_total_under_the_header(tmp_path: Path) -> None:
    table = """
| 区域 | 销售员 | 月度目标 | 累计实际 |
| 合计 | | 600 | 599 |
| 华东 | 小张 | 100 | 90 |
| 华东 | 小李 | 200 | 210 |
| | | 300 | 300 |
| 华北 | 小王 | 300 | 300 |
| | | 600 | 600 |
"""
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"s": table})).read(MONTHLY)
    assert records is not None
    assert [row.person for row in records.rows] == ["小张", "小李", "小王"]
    assert records.invalid == ()
    assert said(records.problems) == [
        ("total-row", "2:2"),
        ("total-differs", "D2"),
        ("total-row", "5:5"),
        ("total-row", "7:7"),
    ]


def test_figures_without_a_name_that_are_no_sum_stay_an_error(tmp_path: Path) -> None:
    table = (
        "| 区域 | 销售员 | 月度目标 | 累计实际 |\n| 华东 | 小张 | 100 | 90 |\n| 华东 | 小李 | 1 | 1 |\n| | | 102 | 91 |"
    )
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"s": table})).read(MONTHLY)
    assert records is not None
    assert said(records.problems) == [("missing-cell", "A4"), ("missing-cell", "B4")]


def test_a_row_of_dates_is_no_header_of_months(tmp_path: Path) -> None:
    header = "| 策略 | 责任人 | 开始 | 截止 |\n"
    table = header + "| 甲 | 小张 | 2026-01-05 | 2026-02-20 |\n| 乙 | 小李 | 2026-03-01 | 2026-04-01 |"
    assert SourceWorkbook(workbook(tmp_path / "x.xlsx", {"s": table})).candidates(SEASONALITY) == []


def test_an_item_that_begins_like_a_remark_is_no_remark(tmp_path: Path) -> None:
    table = "| 指标 | 年度 | 目标值 | 备注 |\n| 销售额 | 2026 | 100 | |\n| 说明会场次 | | | |\n| 注：单位为元 | | | |"
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"年度目标": table})).read(GOALS)
    assert records is not None
    assert said(records.problems) == [("side-note", "A4"), ("missing-cell", "B3"), ("missing-cell", "C3")]
