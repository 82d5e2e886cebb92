"""Which row is the header, and which column is which."""

from decimal import Decimal
from pathlib import Path

import pytest

from salescli.excel.source import ReadOptions, SourceWorkbook
from salescli.table.errors import UnusableFile
from salescli.track.tables import MONTHLY, WEEKLY
from salescli.words.language import Lang
from tests.sheets import Cell, workbook


def open_sheet(path: Path, table: str, **options: object) -> SourceWorkbook:
    return SourceWorkbook(workbook(path / "book.xlsx", {"Sheet1": table}), ReadOptions(**options))  # type: ignore[arg-type]  # options as the test names them


def codes(source: SourceWorkbook) -> list[str]:
    records = source.read(MONTHLY)
    assert records is not None
    return [item.code.name for item in records.problems]


@pytest.mark.parametrize(
    "header",
    [
        "| 区域 | 销售员 | 月度目标(元) | 累计实际(元) |",
        "| 区域 | 销售员 | 月度目标（元） | 累计实际 |",
        "| 區域 | 銷售員 | 月度目標(元) | 累計實際(元) |",
        "| Region | Salesperson | Monthly target (CNY) | Actual to date (CNY) |",
        "| REGION | Sales rep | Target | Actual |",
        "| 大区 | 业务员 | 月度目标/元 | 实际完成 |",
        "| 区 域 | 销售员* | 月度目标【元】 | 累计实际\u00a0(元) |",
    ],
)
def test_one_column_answers_to_many_headers(tmp_path: Path, header: str) -> None:
    records = open_sheet(tmp_path, header + "\n| 华东 | 小张 | 800000 | 840000 |").read(MONTHLY)
    assert records is not None
    assert [(row.region, row.person, row.target, row.actual) for row in records.rows] == [
        ("华东", "小张", Decimal(800000), Decimal(840000))
    ]


def test_the_unit_in_the_header_scales_the_cells(tmp_path: Path) -> None:
    table = "| 区域 | 销售员 | 月度目标(万元) | 累计实际(亿元) |\n| 华东 | 小张 | 80 | 0.0084 |"
    records = open_sheet(tmp_path, table).read(MONTHLY)
    assert records is not None
    assert (records.rows[0].target, records.rows[0].actual) == (Decimal(800000), Decimal(840000))


def test_titles_stand_above_the_header(tmp_path: Path) -> None:
    table = """
| 华东销售有限公司 |

| | 2026年8月月度目标分解与跟踪表 |
| | 单位：元 |
| | 区域 | 销售员 | 月度目标 | 累计实际 |
| | 华东 | 小张 | 800000 | 840000 |
"""
    records = open_sheet(tmp_path, table).read(MONTHLY)
    assert records is not None
    assert records.header_row == 5
    assert str(records.rows[0].at("target")).endswith("[Sheet1] D6")


def test_two_headers_that_claim_one_column_are_an_error_that_quotes_both(tmp_path: Path) -> None:
    source = open_sheet(tmp_path, "| 区域 | 销售员 | 业务员 | 月度目标 | 累计实际 |\n| 华东 | 小张 | 小张 | 1 | 1 |")
    records = source.read(MONTHLY)
    assert records is not None
    assert records.rows == ()
    (clash,) = [item for item in records.problems if item.code.name == "header-clash"]
    assert "销售员 (B1)" in clash.message(Lang.ZH)
    assert "业务员 (C1)" in clash.message(Lang.ZH)
    assert clash.place.cell == "C1"


def test_a_missing_column_names_the_header_that_looks_like_it(tmp_path: Path) -> None:
    table = "| 区域 | 销售员 | 月度指标(元) | 累计实际 |\n| 华东 | 小张 | 1 | 1 |"
    source = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"月度目标分解与跟踪表": table}))
    records = source.read(MONTHLY)
    assert records is not None
    missing = next(item for item in records.problems if item.code.name == "missing-column")
    assert "月度目标" in missing.message(Lang.ZH)
    assert "“月度指标(元)”是它吗" in missing.message(Lang.ZH)
    unknown = next(item for item in records.problems if item.code.name == "unknown-column")
    assert unknown.place.cell == "C1"


def test_a_stranger_among_the_columns_is_left_alone_and_said(tmp_path: Path) -> None:
    source = open_sheet(tmp_path, "| 序号 | 区域 | 销售员 | 月度目标 | 累计实际 |\n| 1 | 华东 | 小张 | 1 | 1 |")
    assert codes(source) == ["unknown-column"]


def test_the_house_s_own_names_come_from_the_configuration(tmp_path: Path) -> None:
    table = "| 区域 | 销售员 | 月度目标 | 业绩 |\n| 华东 | 小张 | 1 | 2 |"
    records = open_sheet(tmp_path, table, aliases={"业绩": "累计实际"}).read(MONTHLY)
    assert records is not None
    assert records.rows[0].actual == 2


def test_several_fitting_sheets_have_to_be_chosen_from(tmp_path: Path) -> None:
    table = "| 区域 | 销售员 | 月度目标 | 累计实际 |\n| 华东 | 小张 | 1 | 2 |"
    path = workbook(tmp_path / "x.xlsx", {"七月": table, "八月": table.replace("2 |", "3 |")})
    with pytest.raises(UnusableFile) as raised:
        SourceWorkbook(path).read(MONTHLY)
    assert "七月、八月" in raised.value.problems[0].message(Lang.ZH)
    records = SourceWorkbook(path, ReadOptions(sheet="八月")).read(MONTHLY)
    assert records is not None
    assert records.rows[0].actual == 3


def test_an_empty_twin_or_the_table_s_own_sheet_name_decides(tmp_path: Path) -> None:
    header = "| 区域 | 销售员 | 月度目标 | 累计实际 |"
    path = workbook(tmp_path / "a.xlsx", {"样表": header, "数据": header + "\n| 华东 | 小张 | 1 | 2 |"})
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert records.sheet == "数据"
    full = header + "\n| 华东 | 小张 | 1 | 2 |"
    path = workbook(tmp_path / "b.xlsx", {"副本": full, "月度跟踪": full})
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert records.sheet == "月度跟踪"


def test_a_table_that_is_not_there_is_none_and_what_it_needs_is_said(tmp_path: Path) -> None:
    source = open_sheet(tmp_path, "| 区域 | 销售员 | 月度目标 | 累计实际 |\n| 华东 | 小张 | 1 | 2 |")
    assert source.read(WEEKLY) is None
    assert "周开始日期、销售员、销售额" in source.absent(WEEKLY).message(Lang.ZH)


def test_an_unknown_sheet_name_lists_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="Sheet1"):
        open_sheet(tmp_path, "| 区域 |\n| 华东 |", sheet="8月")


MAIN: list[Cell] = ["区域", "销售员", "月度目标", "累计实际"]


def beside(tmp_path: Path, left: list[Cell], right: list[Cell]) -> SourceWorkbook:
    rows: list[list[Cell]] = [[*left, None, *right], [*range(len(left)), None, *range(len(right))]]
    return SourceWorkbook(workbook(tmp_path / "x.xlsx", {"跟踪": rows}))


@pytest.mark.parametrize("main_first", [True, False])
def test_a_summary_beside_the_table_does_not_claim_its_columns(tmp_path: Path, main_first: bool) -> None:
    summary: list[Cell] = ["区域", "累计实际"]
    left, right = (MAIN, summary) if main_first else (summary, MAIN)
    found = beside(tmp_path, left, right).find(MONTHLY)
    assert found is not None
    assert found.match.fits
    assert sorted(found.match.indices) == ([0, 1, 2, 3] if main_first else [3, 4, 5, 6])
    assert [text for _, text in found.match.beside] == ["区域", "累计实际"]


def test_two_whole_tables_beside_each_other_are_not_chosen_from(tmp_path: Path) -> None:
    records = beside(tmp_path, list(MAIN), list(MAIN)).read(MONTHLY)
    assert records is not None
    assert records.rows == ()
    assert "header-clash" in {item.code.name for item in records.problems}
