"""Sheets named for months without a year, hidden copies, and columns that add up the months beside them."""

from pathlib import Path

import pytest

from salescli.api import check
from salescli.excel.source import ReadOptions, SourceWorkbook
from salescli.table.errors import UnusableFile
from salescli.table.problem import Problem
from salescli.track.tables import MONTHLY
from salescli.words.language import Lang
from tests.messy.mess import rebuilt
from tests.parity import opened
from tests.sheets import cells, workbook

JUNE = "| 区域 | 销售员 | 月度目标 | 累计实际 |\n| 华东 | 小张 | 800 | 900 |"
JULY = JUNE.replace("900", "700")


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str | None]]:
    return [(item.code.name, item.place.sheet) for item in problems]


def test_months_of_no_year_are_not_guessed(tmp_path: Path) -> None:
    source = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"6月": JUNE, "7月": JULY}))
    with pytest.raises(UnusableFile) as refused:
        source.read(MONTHLY)
    (found,) = refused.value.problems
    assert found.code.name == "sheets-without-year"
    assert "2026年6月" in found.remedy(Lang.ZH)
    assert "--sheet" in found.remedy(Lang.EN)


@pytest.mark.parametrize("given", [2025, 2026])
def test_a_year_that_was_asked_for_is_taken_and_said(given: int, tmp_path: Path) -> None:
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"6月": JUNE, "7月": JULY})).read(MONTHLY, year=given)
    assert records is not None
    assert [str(row.month) for row in records.rows] == [f"{given}-06", f"{given}-07"]
    assert [row.actual for row in records.rows] == [900, 700]
    assert told(records.problems) == [("year-of-sheets", None)]
    assert str(given) in records.problems[0].message(Lang.ZH)


def test_one_that_the_workbook_gives_needs_no_word(tmp_path: Path) -> None:
    path = workbook(tmp_path / "2026年业绩.xlsx", {"6月": JUNE, "7月": JULY})
    records = SourceWorkbook(path).read(MONTHLY, year=2026)
    assert records is not None
    assert len(records.rows) == 2
    assert not records.problems


def test_a_hidden_copy_is_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", {"数据": JUNE, "旧版": JULY})
    book = opened(path)
    book["旧版"].sheet_state = "hidden"
    book.save(path)
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert [row.actual for row in records.rows] == [900]
    assert told(records.problems) == [("hidden-table", "旧版")]
    chosen = SourceWorkbook(path, ReadOptions(sheet="旧版")).read(MONTHLY)
    assert chosen is not None
    assert [row.actual for row in chosen.rows] == [700]


@pytest.mark.parametrize("block", ["二季度合计", "累计", "Q2", "上半年"])
def test_a_block_that_adds_up_months_is_none(block: str, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    upper = ["区域", "销售员", "2026年5月", None, block, None, "2026年6月", None]
    lower = [None, None, "目标(万元)", "实际(万元)"] + ["目标(万元)", "实际(万元)"] * 2
    workbook(path, {"业绩": [upper, lower, ["华东", "小张", 8, 9, 15, 15.5, 7, 6.5]]})
    book = opened(path)
    for area in ("C1:D1", "E1:F1", "G1:H1"):
        book["业绩"].merge_cells(area)
    book.save(path)
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert [str(row.month) for row in records.rows] == ["2026-05", "2026-06"]
    assert [row.target for row in records.rows] == [80_000, 70_000]
    assert [row.actual for row in records.rows] == [90_000, 65_000]
    assert {code for code, _ in told(records.problems)} == {"unknown-column"}


@pytest.mark.parametrize("content", [b"%PDF-1.7\n1 0 obj", b"{\\rtf1 x}"])
def test_another_document_is_no_text_table(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnusableFile) as refused:
        check([path])
    assert [item.code.name for item in refused.value.problems] == ["not-a-workbook"]


def test_a_text_before_the_first_is_damage(tmp_path: Path) -> None:
    """The reader would show the first one, 区域, in each such cell."""
    from xlsxwriter import Workbook

    path = tmp_path / "x.xlsx"
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet("跟踪")
        for at, line in enumerate(cells(JUNE)):
            sheet.write_row(at, 0, line)
    cell = b't="s"><v>5</v>'
    path.write_bytes(rebuilt(path.read_bytes(), lambda _, part: part.replace(cell, b't="s"><v>-1</v>')))
    with pytest.raises(UnusableFile) as refused:
        check([path])
    (found,) = refused.value.problems
    assert found.code.name == "damaged-workbook"
    assert "sheet1.xml" in found.message(Lang.EN)


def test_a_sheet_whose_header_is_misspelt_is_no_stranger_among_its_likes(tmp_path: Path) -> None:
    """July's sheet says 月度目标额度: its rows were passed over; the summary is none of them."""
    sheets = {"2026年6月": JUNE, "2026年7月": JULY.replace("月度目标", "月度目标额度"), "2026年8月": JULY}
    path = workbook(tmp_path / "x.xlsx", sheets | {"汇总": "| 区域 | 销售员 | 备注 |\n| 华东 | 小张 | 好 |"})
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    found = [item for item in records.problems if item.code.name == "missing-column"]
    assert [(item.place.sheet, item.details["column"]) for item in found] == [("2026年7月", MONTHLY.label("target"))]
    assert "“月度目标额度”是它吗" in found[0].found(Lang.ZH)
    assert check([path]).blocked


def sections(*months: int, title: str = "{}月", actual: int = 9) -> str:
    """A block for each month, with the month above its header and its 合计 below."""
    return "\n".join(
        f"| {title.format(month)} |\n| 区域 | 销售员 | 月度目标 | 累计实际 |\n"
        f"| 华东 | 小张 | 10 | {actual + month} |\n| 合计 | | 10 | {actual + month} |"
        for month in months
    )


def test_a_sheet_a_year_each_in_blocks_of_months_is_read_as_one(tmp_path: Path) -> None:
    """24 blocks on two sheets; the year stands in the sheets' names alone."""
    sheets = {"2025年": sections(*range(1, 13)), "2026年": sections(*range(1, 13), actual=90)}
    path = workbook(tmp_path / "x.xlsx", {**sheets, "说明": "| 每年一张 |"})
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert {(str(row.month), int(row.actual)) for row in records.rows} == {
        (f"{year}-{month:02}", actual + month) for year, actual in ((2025, 9), (2026, 90)) for month in range(1, 13)
    }
    (said,) = [item for item in records.problems if item.code.name == "several-sheets-read"]
    assert said.details["sheets"] == ("2025年", "2026年")
    assert not [item for item in records.problems if item.code.name == "total-differs"]
    assert "one-of-several-sheets" not in {code for code, _ in told(check([path]).problems)}


@pytest.mark.parametrize(
    "sheets",
    [
        {"2026年上半年": sections(1, 2, 3), "2026年修订": sections(3, 4, 5)},  # March twice
        {"华东": sections(1, 2, title="2026年{}月"), "华南": sections(3, 4, title="2026年{}月")},  # no years
    ],
)
def test_sheets_that_may_be_versions_of_each_other_are_asked_for(sheets: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(UnusableFile) as refused:
        SourceWorkbook(workbook(tmp_path / "x.xlsx", {**sheets})).read(MONTHLY)
    assert [item.code.name for item in refused.value.problems] == ["several-sheets"]
