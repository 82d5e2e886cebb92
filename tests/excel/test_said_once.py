"""What is alike in many cells, or on many sheets, is said once."""

from pathlib import Path

import openpyxl
import pytest

from salescli.excel.authorship import AUTHOR
from salescli.excel.source import SourceWorkbook
from salescli.split.tables.roster import ROSTER
from salescli.table.problem import Problem
from salescli.track.tables.weekly import WEEKLY
from salescli.words.language import Lang
from tests.sheets import workbook

WEEK = """
| {title} | | |
| {unit} | | |
| 周开始日期 | 销售员 | 销售额 |
| {span} | 小张 | 1 |
| {span} | 小李 | 2 |
| {span} | 小王 | 3 |
"""


def notes(path: Path, code: str) -> list[Problem]:
    records = SourceWorkbook(path).read_every(WEEKLY)
    assert records is not None
    assert records.count == 6
    return [item for item in records.problems if item.code.name == code]


@pytest.fixture
def weeks(tmp_path: Path) -> Path:
    """Two weeks of three people, whose days have no year."""
    first = WEEK.format(title="2026年周报", unit="单位：万元", span="08.03-08.09")
    second = WEEK.format(title="2026年周报", unit="单位：万元", span="08.10-08.16")
    return workbook(tmp_path / "w.xlsx", {"第一周": first, "第二周": second})


def test_days_without_a_year_are_one_note_a_sheet(weeks: Path) -> None:
    said = [(item.place.sheet, item.place.cell, item.found(Lang.ZH)) for item in notes(weeks, "year-from-context")]
    assert said == [
        ("第一周", "A4", "“08.03-08.09”等 3 格没有年份，按 2026 年读取。"),
        ("第二周", "A4", "“08.10-08.16”等 3 格没有年份，按 2026 年读取。"),
    ]
    (first, _) = notes(weeks, "year-from-context")
    assert first.found(Lang.EN) == "No year in “08.03-08.09” and 2 other cells: read as 2026."


def test_a_unit_is_one_note_a_file(weeks: Path) -> None:
    (said,) = notes(weeks, "unit-from-title")
    assert said.place.sheet == "第一周"
    assert "另有 1 个工作表也是这样" in said.found(Lang.ZH)


def test_units_that_differ_are_both_noted(tmp_path: Path) -> None:
    first = WEEK.format(title="2026年周报", unit="单位：万元", span="08.03-08.09")
    second = WEEK.format(title="2026年周报", unit="单位：千元", span="08.10-08.16")
    path = workbook(tmp_path / "w.xlsx", {"第一周": first, "第二周": second})
    assert [item.details["unit"] for item in notes(path, "unit-from-title")] == ["万元", "千元"]


@pytest.mark.parametrize(("author", "said"), [("小张", ["hidden-table"]), (AUTHOR, [])])
def test_hidden_sheets_of_our_own_are_not_spoken_of(tmp_path: Path, author: str, said: list[str]) -> None:
    roster = "| 销售员 | 区域 |\n| 小张 | 华东 |"
    path = workbook(tmp_path / "r.xlsx", {"销售员名册": roster, "旧名册": roster})
    book = openpyxl.load_workbook(path)
    book["旧名册"].sheet_state = "hidden"
    book.properties.creator = author
    book.save(path)
    records = SourceWorkbook(path).read(ROSTER)
    assert records is not None
    assert [item.code.name for item in records.problems] == said
