"""Columns that add up the months beside them are checked, row by row, against those months."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from salescli.excel.source import SourceWorkbook
from salescli.split.tables.plan import PLAN
from salescli.table.problem import Problem
from salescli.track.tables import MONTHLY
from salescli.words.language import Lang
from tests.parity import opened
from tests.sheets import Cell, workbook

MONTHS = tuple(f"{month}月" for month in range(1, 13))


def monthly(path: Path, lines: Sequence[Sequence[Cell]]) -> tuple[Problem, ...]:
    """What is said of sums in a table of targets and actuals."""
    records = SourceWorkbook(workbook(path / "2026.xlsx", {"跟踪": lines})).read(MONTHLY)
    assert records is not None
    assert records.rows
    return tuple(item for item in records.problems if item.code.name == "month-sum-differs")


def cells(found: Sequence[Problem]) -> list[str | None]:
    return [item.place.cell for item in found]


def test_a_wrong_sum_between_the_months_is_named_with_both_figures(tmp_path: Path) -> None:
    """10 + 20 + 30 = 60, and 62 was written; so is the 合计 row wrong across: 12 + 21 + 31 = 64, not 66."""
    header: list[Cell] = ["区域", "销售员"]
    for month in ("1月", "2月", "3月"):
        header += [f"{month}目标", f"{month}实际"]
    header += ["一季度合计目标", "一季度合计实际", "4月目标", "4月实际"]
    lines: list[list[Cell]] = [
        [*header],
        ["华东", "小张", 10, 10, 20, 20, 30, 30, 60, 62, 40, 40],
        ["华东", "小李", 2, 2, 1, 1, 1, 1, 4, 4, 7, 7],
        ["合计", None, 12, 12, 21, 21, 31, 31, 64, 66, 47, 47],
    ]
    first, last = monthly(tmp_path, lines)
    assert cells((first, last)) == ["J2", "J4"]
    assert first.found(Lang.ZH) == "“一季度合计实际”列的累计实际写的是 62，本行 1月、2月、3月 之和是 60，相差 2。"
    assert "1月, 2月, 3月 of this row add up to 60, a difference of 2" in first.found(Lang.EN)
    lines[1][9] = 60
    lines[3][9] = 64
    assert monthly(tmp_path, lines) == ()


@pytest.mark.parametrize(
    ("title", "right", "wrong"),
    [
        ("Q2", 4 + 5 + 6, 4 + 5),
        ("第二季度合计", 4 + 5 + 6, 1 + 2 + 3),
        ("上半年", 21, 20),
        ("H2", 57, 21),
        ("全年", 78, 79),
        ("2026年合计", 78, 21),
        ("合计", 78, 80),
    ],
)
def test_the_span_that_a_sum_names_is_what_it_has_to_add_up(title: str, right: int, wrong: int, tmp_path: Path) -> None:
    """Months of 1, 2 … 12, with the sum behind them and before them."""
    table: list[list[Cell]] = [
        ["区域", "销售员", "累计实际", *MONTHS, title],
        ["华东", "小张", 0, *range(1, 13), right],
    ]
    assert monthly(tmp_path, table) == ()
    table[1][-1] = wrong
    assert cells(monthly(tmp_path, table)) == ["P2"]
    table = [["区域", "销售员", "累计实际", title, *MONTHS], ["华东", "小张", 0, wrong, *range(1, 13)]]
    assert cells(monthly(tmp_path, table)) == ["D2"]


def test_subtotals_between_blocks_stand_for_the_months_since_the_one_before(tmp_path: Path) -> None:
    """1 + 2 = 3, then 4 + 8 = 12; 15 would be the sum of all to the left, and is one too."""
    header: list[Cell] = ["区域", "销售员", "累计实际", "1月", "2月", "小计", "3月", "4月", "小计"]
    assert monthly(tmp_path, [header, ["华东", "小张", 0, 1, 2, 3, 4, 8, 12]]) == ()
    assert monthly(tmp_path, [header, ["华东", "小张", 0, 1, 2, 3, 4, 8, 15]]) == ()
    (found,) = monthly(tmp_path, [header, ["华东", "小张", 0, 1, 2, 3, 4, 8, 13]])
    assert (found.place.cell, found.details["computed"]) == ("I2", "12")


def test_a_quarter_of_which_a_month_is_not_there_says_nothing(tmp_path: Path) -> None:
    table: list[list[Cell]] = [["区域", "销售员", "累计实际", "5月", "6月", "Q2"], ["华东", "小张", 0, 5, 6, 99]]
    assert monthly(tmp_path, table) == ()


def test_a_header_of_two_rows_with_a_unit_in_its_title(tmp_path: Path) -> None:
    """8 + 7 万元 are 15 万元; 15.5 is five thousand too many."""
    upper: list[Cell] = ["区域", "销售员", "1月", None, "2月", None, "3月", None, "一季度合计", None]
    lower: list[Cell] = [None, None, *["目标", "实际"] * 4]
    lines: list[list[Cell]] = [["单位：万元"], upper, lower, ["华东", "小张", 8, 8, 7, 7, None, None, 15, 15.5]]
    path = workbook(tmp_path / "2026.xlsx", {"跟踪": lines})
    book = opened(path)
    for area in ("C2:D2", "E2:F2", "G2:H2", "I2:J2"):
        book["跟踪"].merge_cells(area)
    book.save(path)
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    (found,) = [item for item in records.problems if item.code.name == "month-sum-differs"]
    assert found.place.cell == "J4"
    assert (found.details["stated"], found.details["computed"]) == ("155,000", "150,000")


def test_a_year_of_a_rate_is_no_wrong_sum(tmp_path: Path) -> None:
    """A plan holds metrics of any kind: 客单价 of 100 each month is 100 in the year; 1,300 of sales is wrong."""
    sheet: list[list[Cell]] = [
        ["区域", "销售员", "指标", *MONTHS, "全年"],
        ["华东", "小张", "客单价", *[100] * 12, 100],
        ["华东", "小张", "销售额", *[100] * 12, 1300],
        ["华东", "小李", "销售额", *[100] * 12, 1200],
    ]
    records = SourceWorkbook(workbook(tmp_path / "2026.xlsx", {"计划": sheet})).read(PLAN)
    assert records is not None
    assert cells([item for item in records.problems if item.code.name == "month-sum-differs"]) == ["P3"]


def test_a_total_row_of_a_month_s_section_is_held_against_that_section(tmp_path: Path) -> None:
    """28 in either month; in February 29 was written, which is 28 and 1, and not 56 less 27."""
    header = "| 区域 | 销售员 | 月度目标 | 累计实际 |\n| 华东 | 小张 | 10 | 9 |\n| 华东 | 小李 | 20 | 19 |\n"
    text = f"| 2026年1月 |\n{header}| 合计 | | 30 | 28 |\n| 2026年2月 |\n{header}| 合计 | | 30 | 29 |"
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"月度目标分解与跟踪": text})).read(MONTHLY)
    assert records is not None
    (found,) = [item for item in records.problems if item.code.name == "total-differs"]
    assert (found.place.cell, found.details["computed"], found.details["difference"]) == ("D10", "28", "1")
