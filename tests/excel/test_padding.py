"""Zeros that a number format shows and the cell does not store: an identifier is what people see."""

import struct
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from salescli.excel.read import read_workbook
from salescli.excel.reading.padding import padding
from salescli.excel.source import SourceWorkbook
from salescli.table.kind import ShownNumber
from salescli.track.tables import MONTHLY
from salescli.words.language import Lang

from .packages import binary_record, ods, record, relations, row, xls, xlsb_parts, xlsx, zipped


@pytest.mark.parametrize(
    ("form", "number", "shown"),
    [
        ("0000", 12, "0012"),
        ("0000", 123456, "123456"),
        ("0000", -12, "-0012"),
        ('"SH"000', 7, "SH007"),
        ('"E-"0', 7, "E-7"),
        (r"\N00000", 42, "N00042"),
        ("000-0000", 1234567, "123-4567"),
        ("000-0000", 4567, "000-4567"),
        ("000-0000", 81234567, "8123-4567"),
        ('0000"年"00"月"', 202608, "2026年08月"),
        ("0000年00月", 202608, "2026年08月"),
        ("[红色]00000;-0;@", 86, "00086"),
        ('00";"', 3, "03;"),
    ],
)
def test_what_a_format_shows(form: str, number: int, shown: str) -> None:
    pads = padding(form)
    assert pads is not None
    assert pads.shown(number) == shown


@pytest.mark.parametrize(
    "form",
    ["General", "0", "#,##0", "0.00", "#,##0.00", "0%", '0"家"', r'0\.0,"万"', "yyyy-mm-dd", "@", "00E+0", '"x"', ""],
)
def test_what_only_dresses_a_figure_is_left_alone(form: str) -> None:
    assert padding(form) is None


@given(st.integers(min_value=0, max_value=10**14), st.integers(min_value=2, max_value=20))
def test_no_digit_is_lost_or_added_but_zeros_in_front(number: int, zeros: int) -> None:
    pads = padding("0" * zeros)
    assert pads is not None
    shown = pads.shown(number)
    assert int(shown) == number
    assert len(shown) == max(zeros, len(str(number)))


@given(st.text(max_size=300))
def test_any_format_is_read_or_left_alone(form: str) -> None:
    pads = padding(form)
    if pads is not None:
        assert {"1", "2"} <= set(pads.shown(12))


NUMBER = struct.pack("<d", 12.0)
FORM = "0000".encode("utf-16-le")


def an_xlsx() -> bytes:
    styles = (
        '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="0000"/></numFmts>'
        '<cellStyleXfs count="1"><xf numFmtId="164"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"><alignment/></xf></cellXfs></styleSheet>'
    )
    return xlsx({"册": row('<c r="A1" s="1"><v>12</v></c><c r="B1"><v>12</v></c>')}, styles=styles)


def an_oddly_spelled_xlsx() -> bytes:
    sheet = "<x:row><x:c s='1' ><x:v>12</x:v></x:c><x:c><x:v>12</x:v></x:c></x:row>"
    styles = (
        '<y:styleSheet xmlns:y="urn:y"><y:numFmts><y:numFmt formatCode="0000" numFmtId="7"/></y:numFmts>'
        '<y:cellXfs><y:xf/><y:xf numFmtId="7"/></y:cellXfs></y:styleSheet>'
    )
    whole = f'<x:worksheet xmlns:x="urn:x"><x:sheetData>{sheet}</x:sheetData></x:worksheet>'
    return xlsx({"册": whole.encode()}, styles=styles)


def an_xls() -> bytes:
    def style(form: int) -> bytes:
        return record(0xE0, struct.pack("<HH", 0, form) + bytes(16))

    book = record(0x41E, struct.pack("<HHB", 164, 4, 1) + FORM) + style(0) + style(164)
    both = struct.pack("<HH", 0, 0) + struct.pack("<HI", 1, 12 << 2 | 2) + struct.pack("<HI", 0, 12 << 2 | 2)
    alone = record(0x203, struct.pack("<HHH", 1, 0, 1) + NUMBER)
    return xls({"册": record(0xBD, both + struct.pack("<H", 1)) + alone}, book)


def an_xlsb() -> bytes:
    cells = binary_record(0, bytes(17)) + binary_record(5, struct.pack("<II", 0, 1) + NUMBER)
    cells += binary_record(5, struct.pack("<II", 1, 0) + NUMBER)
    forms = binary_record(615, struct.pack("<I", 1)) + binary_record(44, struct.pack("<HI", 164, 4) + FORM)
    styles = [binary_record(47, struct.pack("<HH", 0, form) + bytes(12)) for form in (0, 164)]
    all_styles = forms + binary_record(616) + binary_record(617, struct.pack("<I", 2)) + b"".join(styles)
    parts = xlsb_parts({"册": cells})
    links = [("rId1", "worksheet", "worksheets/sheet1.bin"), ("rId9", "styles", "styles.bin")]
    return zipped(
        parts | {"xl/_rels/workbook.bin.rels": relations(links), "xl/styles.bin": all_styles + binary_record(618)}
    )


def an_ods() -> bytes:
    cell = '<table:table-cell office:value-type="float" office:value="12"><text:p>{}</text:p></table:table-cell>'
    return ods(
        f'<table:table table:name="册"><table:table-row>{cell.format("0012")}{cell.format("12")}'
        "</table:table-row></table:table>"
    )


@pytest.mark.parametrize("make", [an_xlsx, an_oddly_spelled_xlsx, an_xls, an_xlsb, an_ods])
def test_the_shown_zeros_are_found_in_every_kind_of_workbook(make: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "册.dat"
    path.write_bytes(make())
    padded, plain = read_workbook(path).sheets[0].rows[0][:2]
    assert isinstance(padded, ShownNumber)
    assert (padded, padded.shown) == (12.0, "0012")
    assert plain.__class__ in (int, float)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """工号 and 累计实际 both formatted ``0000``; one 工号 typed as text, one a plain number."""
    book = xlsxwriter.Workbook(str(tmp_path / "跟踪.xlsx"))
    sheet, form = book.add_worksheet("跟踪"), book.add_format({"num_format": "0000"})
    sheet.write_row(0, 0, ["工号", "区域", "销售员", "月度目标", "累计实际"])
    for at, person in enumerate(("小张", "小李", "小王"), 1):
        sheet.write_row(at, 1, ["华东", person, 100])
        sheet.write_number(at, 4, 84, form)
    sheet.write_number(1, 0, 12, form)
    sheet.write_string(2, 0, "0013")
    sheet.write_number(3, 0, 14)
    book.close()
    return tmp_path / "跟踪.xlsx"


def test_an_identifier_keeps_them_a_figure_does_not_care_and_it_is_said_once(table: Path) -> None:
    records = SourceWorkbook(table).read(MONTHLY)
    assert records is not None
    assert [row.employee_id for row in records.rows] == ["0012", "0013", "14"]
    assert {row.actual for row in records.rows} == {Decimal(84)}
    said = [item for item in records.problems if item.code.name == "read-as-shown"]
    assert [item.place.cell for item in said] == ["A2"]
    assert "“0012”" in said[0].message(Lang.ZH)
