"""One table in several sections of a sheet: pages with their titles, months below each other, and their totals."""

from pathlib import Path

import pytest

from salescli.excel.records import Records
from salescli.excel.source import SourceWorkbook
from salescli.measure.period import Month
from salescli.table.problem import Severity
from salescli.track.tables import MONTHLY, MonthlyRow
from salescli.words.language import Lang
from tests.sheets import workbook

HEADER = "| 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) |"


def read(tmp_path: Path, text: str, sheet: str = "跟踪") -> Records[MonthlyRow]:
    records = SourceWorkbook(workbook(tmp_path / "book.xlsx", {sheet: text})).read(MONTHLY)
    assert records is not None
    return records


def weighty(records: Records[MonthlyRow]) -> list[tuple[str, str | None]]:
    found = [item for item in records.problems if item.severity is not Severity.NOTE]
    return [(item.code.name, item.place.cell) for item in found]


@pytest.mark.parametrize("gap", ["", "| | |\n"], ids=["no gap", "a blank row"])
def test_a_page_break_is_no_data(gap: str, tmp_path: Path) -> None:
    text = f"""
| 月度跟踪表 | | | | 第1页 |
{HEADER}
| 华东 | 云 | 小张 | 100元 | 10元 |
| 华东 | 硬件 | 小李 | 200元 | 20元 |
| 本页合计 | | | 300 | 30 |
{gap}| 月度跟踪表 | | | | 第2页 |
| 单位：元 |
{HEADER}
| 华南 | 云 | 小王 | 300元 | 30元 |
| 本页合计 | | | 300 | 30 |
| 总计 | | | 600 | 60 |"""
    records = read(tmp_path, text)
    assert [(row.person, int(row.target), row.month) for row in records.rows] == [
        ("小张", 100, None),
        ("小李", 200, None),
        ("小王", 300, None),
    ]
    assert weighty(records) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2026年8月", "2026年7月"),
        ("八月", "七月"),
        ("8月份业绩", "7月份业绩"),
        ("August", "July 2026"),
        ("", "2026年7月"),
    ],
)
def test_each_section_gives_its_month(first: str, second: str, tmp_path: Path) -> None:
    above = f"| {first} |\n" if first else "| 2026年8月跟踪 |\n"
    text = f"""{above}{HEADER}
| 华东 | 云 | 小张 | 100 | 10 |
| | | | | |
| {second} |
{HEADER}
| 华东 | 云 | 小张 | 200 | 20 |
| 合计 | | | 300 | 30 |"""
    records = read(tmp_path, text, "跟踪2026")
    assert [(row.month, int(row.target)) for row in records.rows] == [(Month(2026, 8), 100), (Month(2026, 7), 200)]
    assert weighty(records) == []


@pytest.mark.parametrize(
    ("above", "between", "cell"),
    [("八月", "七月", "A1"), ("2026年8月", "7-8月", "A5"), ("华东大区", "2026年7月", "A2")],
    ids=["no year", "two months", "only the second"],
)
def test_a_month_that_cannot_be_told_is_an_error(above: str, between: str, cell: str, tmp_path: Path) -> None:
    row = "| 华东 | 云 | 小张 | 100 | 10 |"
    text = f"| {above} |\n{HEADER}\n{row}\n\n| {between} |\n{HEADER}\n{row}"
    found = [item for item in read(tmp_path, text).problems if item.severity is Severity.ERROR]
    assert ("section-month-unclear", cell) in [(item.code.name, item.place.cell) for item in found]
    assert all("2026年7月" in item.remedy(lang) for item in found for lang in Lang)


def test_a_table_with_months_of_its_own_needs_no_titles(tmp_path: Path) -> None:
    header = f"| 月份 {HEADER}"
    august, july = (f"| 2026-0{month} | 华东 | 云 | 小张 | 1 | 1 |" for month in (8, 7))
    text = f"| 八月 |\n{header}\n{august}\n\n| 七月 |\n{header}\n{july}"
    records = read(tmp_path, text)
    assert [str(row.month) for row in records.rows] == ["2026-08", "2026-07"]
    assert weighty(records) == []


@pytest.mark.parametrize(
    "other",
    [
        "| 区域 | 产品线 | 销售员 | 累计实际(元) | 月度目标(元) |",
        "| 区域 | 产品线 | 业务员 | 本月目标(万元) | 累计实际(万元) |",
    ],
    ids=["another order", "other words and units"],
)
def test_the_same_table_under_a_differing_header_is_an_error(other: str, tmp_path: Path) -> None:
    text = f"{HEADER}\n| 华东 | 云 | 小张 | 100 | 10 |\n| | | | | |\n{other}\n| 华东 | 云 | 小李 | 5 | 50 |"
    records = read(tmp_path, text)
    assert weighty(records) == [("header-moved", "4:4")]
    (found,) = [item for item in records.problems if item.code.name == "header-moved"]
    assert "第 4 至 5 行" in found.message(Lang.ZH)
    assert "rows 4 to 5" in found.message(Lang.EN)


SUBTOTALS = f"""{HEADER}
| 华东 | 云 | 小张 | 100 | 10 |
| 华东 | 硬件 | 小李 | 200 | 20 |
| 华东 小计 | | | 300 | 30 |
| 华北 | 云 | 小王 | 300 | 30 |
| 华北 | 硬件 | 小赵 | 400 | 40 |
| 华北 小计 | | | @ | 70 |
| 合计 | | | 1000 | 100 |"""


@pytest.mark.parametrize("stated", ["701", "1000"], ids=["wrong", "the running sum"])
def test_a_subtotal_is_held_against_its_own_rows(stated: str, tmp_path: Path) -> None:
    records = read(tmp_path, SUBTOTALS.replace("@", stated))
    assert weighty(records) == [("total-differs", "D7")]
    (found,) = [item for item in records.problems if item.code.name == "total-differs"]
    said = found.message(Lang.EN)
    assert "“华北 小计” states" in said
    assert "the 2 rows of “华北” add up to 700" in said
    assert "difference of 1" in said if stated == "701" else "difference of 300" in said


@pytest.mark.parametrize(
    ("labels", "wrong", "rows"),
    [
        (("小计", "小计", "总计"), 1, "rows 5 to 6"),
        (("本页合计", "本页合计", "合计"), 1, "rows 5 to 6"),
        (("Subtotal", "Subtotal", "Grand total"), 2, "rows 2 to 6"),
        (("华东合计", "华北合计", "全国合计"), 2, "rows 2 to 6"),
    ],
)
def test_which_rows_a_total_stands_for(labels: tuple[str, str, str], wrong: int, rows: str, tmp_path: Path) -> None:
    text = SUBTOTALS.replace("@", "700")
    for own, label in zip(("华东 小计", "华北 小计", "合计"), labels, strict=True):
        text = text.replace(f"| {own} |", f"| {label} |")
    assert weighty(read(tmp_path, text)) == []
    stated = ("300", "700", "1000")[wrong]
    broken = text.replace(f"| | | {stated} |", "| | | 999 |")
    (found,) = [item for item in read(tmp_path, broken).problems if item.code.name == "total-differs"]
    assert rows in found.message(Lang.EN)
    assert "999" in found.message(Lang.EN)


def test_totals_of_totals(tmp_path: Path) -> None:
    text = f"""{HEADER}
| 华东 | 云 | 小张 | 1 | 1 |
| 华东 | 云 | 小张 | 2 | 2 |
| 小张小计 | | | 3 | 3 |
| 华东 | 云 | 小李 | 4 | 4 |
| 小李小计 | | | 4 | 4 |
| 华东小计 | | | 7 | 7 |
| 华南 | 云 | 小王 | 8 | 8 |
| 小王小计 | | | 8 | 8 |
| 华南小计 | | | 8 | 8 |
| 合计 | | | 15 | 15 |"""
    assert weighty(read(tmp_path, text)) == []
    running = text.replace("| 小李小计 | | | 4 |", "| 小李小计 | | | 7 |")
    assert weighty(read(tmp_path, running)) == [("total-differs", "D6")]
    last_part = text.replace("| 华东小计 | | | 7 |", "| 华东小计 | | | 4 |")
    assert weighty(read(tmp_path, last_part)) == [("total-differs", "D7")]


def test_a_subtotal_of_one_row_names_it(tmp_path: Path) -> None:
    text = f"{HEADER}\n| 华东 | 云 | 小张 | 100 | 10 |\n| 小计 | | | 101 | 10 |"
    (found,) = [item for item in read(tmp_path, text).problems if item.code.name == "total-differs"]
    assert "第 2 行之和" in found.message(Lang.ZH)
