"""Workbooks as they come: other dialects, odd spaces, ids with zeros, two runs at once."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from salescli.excel.source import SourceWorkbook
from salescli.table.errors import UnusableFile
from salescli.track.tables import MONTHLY, ORDERS
from salescli.words.language import Lang
from tests.parity import opened
from tests.sheets import Cell, workbook

TABLE = "| 区域 | 销售员 | 月度目标 | 累计实际 |\n| 华东 | 小张 | 800000 | 840000 |"

STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}


def test_strict_ooxml(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", {"跟踪": TABLE})
    out = BytesIO()
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(out, "w") as strict:
        for name in package.namelist():
            content = package.read(name)
            for transitional, iso in STRICT.items():
                content = content.replace(transitional, iso)
            strict.writestr(name, content)
    path.write_bytes(out.getvalue())
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert [(row.person, int(row.actual)) for row in records.rows] == [("小张", 840000)]


@pytest.mark.parametrize("name", ["周报.et", "周报.xls", "周报.csv", "周报"])
def test_the_extension_proves_nothing(tmp_path: Path, name: str) -> None:
    path = workbook(tmp_path / "x.xlsx", {"跟踪": TABLE}).rename(tmp_path / name)
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert len(records.rows) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_is_a_table_like_any_other(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "导出.csv"
    path.write_text(
        '区域,销售员,月度目标(万元),累计实际\n华东,小张,80,"840,000"\n合计,,80,"840,000"\n', encoding=encoding
    )
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert [(row.person, int(row.target), int(row.actual)) for row in records.rows] == [("小张", 800000, 840000)]


_OPEN = "区域,销售员,月度目标,累计实际,备注\n"


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ('华东,张三,100,90,"见附件\n华东,李四,100,80,\n华东,王五,100,70,好\n', 2),
        ('华东,张三,100,90,"见附件"\n华东,李四,100,80,"7寸屏\n华东,王五,100,70,17"屏\n华东,赵六,100,60,\n', 3),
        ('华东,张三,100,90,"甲\n乙"\n华东,李四,100,80,"见"附件\n', 4),
        ('"华\n东",张三,100,90,"见附件\n华东,李四,100,80,\n', 3),
        ('华东,张三,100,90,"见附件\n' + "华东,李四,100,80,好\n" * 20_000, 2),
    ],
)
def test_a_quotation_mark_that_would_swallow_rows_is_refused_at_its_line(tmp_path: Path, rows: str, line: int) -> None:
    path = tmp_path / "导出.csv"
    path.write_text(_OPEN + rows, encoding="utf-8")
    with pytest.raises(UnusableFile) as refused:
        SourceWorkbook(path)
    (found,) = refused.value.problems
    assert (found.code.name, found.place.cell) == ("unclosed-quote", f"{line}:{line}")
    assert f"第 {line} 行" in found.message(Lang.ZH)


@pytest.mark.parametrize(
    ("rows", "first", "last"),
    [
        ('华东,"张三,100,90,好\n华东,李四,100,80,\n华东,王五,100",70,\n', 2, 4),
        ('华东,张三,100,90,好\n华东,"张三,100,90,好\n华东,王五,100",70,\n', 3, 4),
        ('"甲\n乙",张三,100,90,\n华东,"张三,100,90,好\n华东,王五,100",70,\n', 4, 5),
        ('华东,张三,100,90,"见附件\n' + "华东,李四,100,80\n" * 40 + '华东,赵六,100,80,好"\n', 2, 43),
    ],
    ids=["three rows", "two rows", "below a line break", "rows cut short"],
)
def test_marks_that_happen_to_balance_swallow_no_rows(tmp_path: Path, rows: str, first: int, last: int) -> None:
    path = tmp_path / "导出.csv"
    path.write_text(_OPEN + rows, encoding="utf-8")
    with pytest.raises(UnusableFile) as refused:
        SourceWorkbook(path)
    (found,) = refused.value.problems
    assert (found.code.name, found.place.cell) == ("rows-in-a-cell", f"{first}:{first}")
    assert f"第 {first} 至 {last} 行" in found.message(Lang.ZH)
    assert f"lines {first} to {last}" in found.message(Lang.EN)


@pytest.mark.parametrize("remark", ["一,二\n三,四,五", "first, then\nsecond", "\n" * 60, "甲，乙\n" * 60])
def test_remarks_of_several_lines_stay_one_cell(tmp_path: Path, remark: str) -> None:
    path = tmp_path / "导出.csv"
    path.write_text(f'{_OPEN}华东,张三,100,90,"{remark}"\n华东,李四,100,80,好\n', encoding="utf-8")
    rows = SourceWorkbook(path).sheets[0].rows
    assert [row[4] for row in rows[1:]] == [remark, "好"]


def test_quoted_line_breaks_and_doubled_marks_are_text(tmp_path: Path) -> None:
    path = tmp_path / "导出.csv"
    path.write_text(_OPEN + '"华东",张三,100,"9,0","7""屏\n第二行"\n华东,李四,100,80,17"屏\n', encoding="utf-8")
    rows = SourceWorkbook(path).sheets[0].rows
    assert rows[1:] == [["华东", "张三", "100", "9,0", '7"屏\n第二行'], ["华东", "李四", "100", "80", '17"屏']]


def test_odd_spaces_and_line_breaks_in_headers_and_names(tmp_path: Path) -> None:
    cells: list[list[Cell]] = [
        ["区\u00a0域", "销售员\u200b", "月度目标\n(元)", "　累计实际　"],
        ["华东\u00a0", "小\u200b张", "800000", "840000\u00a0"],
    ]
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"跟踪": cells})).read(MONTHLY)
    assert records is not None
    assert [(row.region, row.person, int(row.actual)) for row in records.rows] == [("华东", "小张", 840000)]


def test_ids_keep_their_leading_zeros(tmp_path: Path) -> None:
    header = "| 订单号 | 签约日期 | 销售员 | 客户 | 合同额 |\n"
    table = header + "| 0012 | 2026-08-05 | 小张 | 甲 | 1 |\n| 13 | 2026-08-05 | 小张 | 乙 | 1 |"
    path = workbook(tmp_path / "x.xlsx", {"订单明细": table})
    records = SourceWorkbook(path).read(ORDERS)
    assert records is not None
    assert [row.order_id for row in records.rows] == ["0012", "13"]


def test_a_table_beside_another_does_not_disturb_it(tmp_path: Path) -> None:
    table = """
| 区域 | 销售员 | 月度目标 | 累计实际 | | 部门 | 电话 |
| 华东 | 小张 | 800000 | 840000 | | 财务 | 1234 |
| | | | | | 人事 | 5678 |
"""
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"跟踪": table})).read(MONTHLY)
    assert records is not None
    assert len(records.rows) == 1
    assert {item.code.name for item in records.problems} == {"beside-table"}
    assert "部门" in records.problems[0].message(Lang.ZH)


def test_two_runs_at_once_leave_one_whole_workbook(tmp_path: Path) -> None:
    output = tmp_path / "all.xlsx"
    command = [sys.executable, "-m", "salescli", "-q", "template", "--all", "--force", "-o", str(output)]
    runs = [subprocess.Popen([*command, *extra]) for extra in ([], ["--filled"], [])]
    assert [run.wait() for run in runs] == [0, 0, 0]
    assert len(opened(output).sheetnames) > 20
    assert [path.name for path in tmp_path.iterdir()] == ["all.xlsx"]


def test_any_header_may_be_in_traditional_characters(tmp_path: Path) -> None:
    table = "| 大區 | 業務員 | 銷售目標 | 實際完成 |\n| 华东 | 小张 | 800000 | 840000 |"
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"跟踪": table})).read(MONTHLY)
    assert records is not None
    assert [(row.region, row.person) for row in records.rows] == [("华东", "小张")]


def test_a_name_that_was_spaced_out_is_the_same_name(tmp_path: Path) -> None:
    table = TABLE + "\n| 华东 | 李　娜 | 1 | 1 |\n| 华东 | Mary Lee | 1 | 1 |"
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {"跟踪": table})).read(MONTHLY)
    assert records is not None
    assert [row.person for row in records.rows] == ["小张", "李娜", "Mary Lee"]


@pytest.mark.parametrize(("sheet", "title"), [("2026年8月", ""), ("跟踪", "| 2026年8月业绩 |\n")])
def test_the_month_of_a_title_counts_where_no_column_gives_one(tmp_path: Path, sheet: str, title: str) -> None:
    records = SourceWorkbook(workbook(tmp_path / "x.xlsx", {sheet: title + TABLE})).read(MONTHLY)
    assert records is not None
    assert [str(row.month) for row in records.rows] == ["2026-08"]
    assert "month-from-title" in {item.code.name for item in records.problems}


def test_an_output_is_named_as_the_workbook_it_is(tmp_path: Path) -> None:
    from salescli.table.errors import CannotWrite
    from salescli.track.run import track

    path = workbook(tmp_path / "x.xlsx", {"跟踪": TABLE})
    with pytest.raises(CannotWrite) as raised:
        track(path, output=tmp_path / "out.txt")
    assert "out.xlsx" in raised.value.problems[0].message(Lang.EN)
    assert not (tmp_path / "out.txt").exists()
