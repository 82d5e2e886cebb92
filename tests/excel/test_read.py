"""Reading workbooks of every kind: true addresses, nothing lost, and one clear line for what cannot be read."""

import struct
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_STORED

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from salescli.excel import read
from salescli.excel.addresses import cell_address, column_index, column_letters
from salescli.excel.guard import Limits
from salescli.excel.read import Flaw, FlawKind, RawSheet, RawWorkbook, read_workbook
from salescli.table.errors import UnusableFile
from salescli.table.problem import Problem
from salescli.words.language import Lang

from .packages import (
    DATE_STYLES,
    binary_record,
    error_cell,
    number_cell,
    ods,
    record,
    relations,
    row,
    worksheet,
    xls,
    xlsb,
    xlsx,
    xlsx_parts,
    zipped,
)

ReadBytes = Callable[..., RawWorkbook]


@pytest.fixture
def opened(tmp_path: Path) -> ReadBytes:
    """Read bytes as a file; the extension lies on purpose, for only the content counts."""

    def read_bytes(data: bytes, sheet: str | None = None) -> RawWorkbook:
        path = tmp_path / "华东周报.dat"
        path.write_bytes(data)
        return read_workbook(path, sheet=sheet)

    return read_bytes


SOUND = {
    "xlsx": zipped(xlsx_parts({"周报": row('<c r="A1"><v>1</v></c>')}), ZIP_STORED),
    "xls": xls({"周报": number_cell(0, 0, 1) + error_cell(1, 1, 7)}),
    "xlsb": xlsb({"周报": binary_record(0, bytes(17)) + binary_record(5, bytes(16))}),
    "ods": ods('<table:table table:name="s"><table:table-row><table:table-cell/></table:table-row></table:table>'),
}


def problem_of(path: Path | str, limits: Limits | None = None, sheet: str | None = None) -> Problem:
    with pytest.raises(UnusableFile) as caught:
        read_workbook(path, limits or Limits(), sheet=sheet)
    (found,) = caught.value.problems
    for lang in Lang:
        assert "{" not in found.message(lang)
    return found


def only_sheet(book: RawWorkbook) -> RawSheet:
    (sheet,) = book.sheets
    return sheet


class TestAddresses:
    def test_as_excel_writes_them(self) -> None:
        assert [column_letters(index) for index in (0, 25, 26, 701, 702, 16_383)] == [
            "A", "Z", "AA", "ZZ", "AAA", "XFD",
        ]  # fmt: skip
        assert cell_address(6, 2) == "C7"

    @given(st.integers(0, 16_383))
    def test_letters_lead_back(self, index: int) -> None:
        assert column_index(column_letters(index)) == index


class TestXlsx:
    def test_a_cell_keeps_its_address(self, opened: ReadBytes) -> None:
        book = opened(xlsx({"周报": row('<c r="C2"><v>5</v></c>', 2)}))
        sheet = only_sheet(book)
        assert sheet.rows == [["", "", ""], ["", "", 5.0]]
        assert sheet.address(1, 2) == "C2"
        assert (book.kind, sheet.name, sheet.visible, sheet.merged, sheet.flaws) == ("xlsx", "周报", True, (), {})

    def test_the_digest_is_of_the_file(self, opened: ReadBytes) -> None:
        data = xlsx({"周报": ""})
        assert opened(data).sha256 == sha256(data).hexdigest()

    def test_an_empty_sheet_has_no_rows(self, opened: ReadBytes) -> None:
        assert only_sheet(opened(xlsx({"周报": ""}))).rows == []

    def test_what_a_common_writer_writes(self, tmp_path: Path) -> None:
        path = tmp_path / "a.xlsx"
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("周报")
            sheet.write_row("A1", ["销售员", "销售额", True])
            sheet.write_datetime("B3", datetime(2026, 8, 3), book.add_format({"num_format": "yyyy-mm-dd"}))
            sheet.write_formula("C3", "=1+1", None, 2)
            sheet.merge_range("A4:B5", "合并")
        found = only_sheet(read_workbook(path))
        assert found.rows[0] == ["销售员", "销售额", True]
        assert found.rows[2] == ["", date(2026, 8, 3), 2.0]
        assert found.rows[3][0] == "合并"
        assert found.merged == ((3, 0, 4, 1),)
        assert found.flaws == {}

    def test_hidden_sheets_are_read_and_said_to_be_hidden(self, opened: ReadBytes) -> None:
        cell = row('<c r="A1"><v>1</v></c>')
        states = {"乙": "hidden", "丙": "veryHidden"}
        book = opened(zipped(xlsx_parts({"甲": cell, "乙": cell, "丙": cell}, states=states)))
        assert [(s.name, s.visible, s.rows) for s in book.sheets] == [
            ("甲", True, [[1.0]]),
            ("乙", False, [[1.0]]),
            ("丙", False, [[1.0]]),
        ]

    @pytest.mark.parametrize("kind", ["chartsheet", "dialogsheet", "xlMacrosheet"])
    def test_sheets_without_cells_are_passed_over(self, kind: str, opened: ReadBytes) -> None:
        parts = xlsx_parts({"图": "", "周报": row('<c r="A1" t="e"><v>#N/A</v></c>')})
        links = [("rId1", kind, "others/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml")]
        parts["xl/_rels/workbook.xml.rels"] = relations(links)
        sheet = only_sheet(opened(zipped(parts)))
        assert (sheet.name, sheet.flaws[0, 0].text) == ("周报", "#N/A")

    def test_a_workbook_at_an_unusual_place(self, opened: ReadBytes) -> None:
        parts = xlsx_parts({"周报": ""})
        book = parts.pop("xl/workbook.xml")
        del parts["xl/_rels/workbook.xml.rels"]
        parts |= {
            "_rels/.rels": relations([("r", "officeDocument", "/data/book.xml")]),
            "data/book.xml": book,
            "data/_rels/book.xml.rels": relations([("rId1", "worksheet", "../elsewhere/./one.xml")]),
            "Elsewhere/One.xml": worksheet(row('<c r="A1"><v>7</v></c>')),
        }
        assert only_sheet(opened(zipped(parts))).rows == [[7.0]]

    def test_a_chosen_sheet(self, opened: ReadBytes) -> None:
        data = xlsx({"甲": row('<c r="A1"><v>1</v></c>'), "周报 A": row('<c r="A1"><v>2</v></c>')})
        assert only_sheet(opened(data, sheet="周报a")).rows == [[2.0]]

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
    def test_parts_in_other_encodings(self, encoding: str, opened: ReadBytes) -> None:
        sheet = worksheet(row('<c r="A1" t="inlineStr"><is><t>销售</t></is></c>'))
        text = '<?xml version="1.0" encoding="UTF-16"?>' if "16" in encoding else '<?xml version="1.0"?>'
        assert only_sheet(opened(xlsx({"周报": (text + sheet).encode(encoding)}))).rows == [["销售"]]

    def test_prefixed_elements_and_odd_spelling(self, opened: ReadBytes) -> None:
        sheet = (
            '<?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>'
            "<x:row r='2'><x:c r = 'B2'><x:v>5</x:v></x:c><x:c t='e'><x:v>#REF!</x:v></x:c>"
            "<x:c><x:f>B2*2</x:f></x:c></x:row></x:sheetData></x:worksheet>"
        )
        found = only_sheet(opened(xlsx({"周报": sheet})))
        assert found.rows == [["", "", "", ""], ["", 5.0, "", ""]]
        assert found.flaws == {
            (1, 2): Flaw(FlawKind.ERROR_VALUE, "#REF!"),
            (1, 3): Flaw(FlawKind.NO_CACHED_VALUE, "=B2*2"),
        }

    def test_cdata_is_text(self, opened: ReadBytes) -> None:
        cell = '<c r="A1" t="str"><v><![CDATA[a<b & c]]></v></c><!-- x -->'
        assert only_sheet(opened(xlsx({"周报": row(cell)}))).rows == [["a<b & c"]]


class TestDates:
    CELLS = row('<c r="A1" s="1"><v>45000</v></c><c r="B1"><v>45000</v></c><c r="C1" s="1"><v>45000.5</v></c>')

    def test_only_cells_formatted_as_dates_are_dates(self, opened: ReadBytes) -> None:
        book = opened(xlsx({"周报": self.CELLS}, styles=DATE_STYLES))
        assert only_sheet(book).rows == [[date(2023, 3, 15), 45000.0, datetime(2023, 3, 15, 12)]]
        assert not book.date1904

    @pytest.mark.parametrize("flag", ["1", "true"])
    def test_the_date_system_of_1904(self, flag: str, opened: ReadBytes) -> None:
        """The same serial is four years and a day later."""
        book = opened(xlsx({"周报": self.CELLS}, properties=f'<workbookPr date1904="{flag}"/>', styles=DATE_STYLES))
        assert only_sheet(book).rows[0][:2] == [date(2027, 3, 16), 45000.0]
        assert book.date1904

    def test_a_time_of_day(self, opened: ReadBytes) -> None:
        data = xlsx({"周报": row('<c r="A1" s="1"><v>0.75</v></c>')}, styles=DATE_STYLES)
        assert only_sheet(opened(data)).rows == [[time(18, 0)]]


class TestCellsThatComeTwice:
    ONCE = '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>'

    @pytest.mark.parametrize(
        ("cells", "cell"),
        [
            (ONCE + '<c r="C1"><v>4</v></c>', "C1"),
            (ONCE + '<c r="A1"><v>4</v></c>', "A1"),
            (ONCE + '<c r="A1" s="0" t="str"><v>4</v></c>', "A1"),
            (ONCE + "<c r='B1'><v>4</v></c>", "B1"),
            (ONCE.replace("<c ", "<x:c ").replace("</c>", "</x:c>") + '<c r="B1"><v>4</v></c>', "B1"),
        ],
        ids=["at once", "later", "as text", "spelled otherwise", "prefixed"],
    )
    def test_they_refuse_the_file(self, cells: str, cell: str, opened: ReadBytes) -> None:
        sheet = worksheet(row(cells)).replace("<worksheet ", '<worksheet xmlns:x="http://x" ')
        with pytest.raises(UnusableFile) as caught:
            opened(xlsx({"周报": sheet}))
        (found,) = caught.value.problems
        assert (found.code.name, found.place.sheet, found.place.cell) == ("repeated-cell", "周报", cell)
        assert all(cell in found.message(lang) for lang in Lang)

    def test_a_row_that_comes_twice(self, opened: ReadBytes) -> None:
        with pytest.raises(UnusableFile) as caught:
            opened(xlsx({"周报": row(self.ONCE) + row(self.ONCE)}))
        assert [item.place.cell for item in caught.value.problems] == ["A1"]

    def test_blanks_texts_of_nothing_and_disorder_are_no_repetition(self, opened: ReadBytes) -> None:
        blank = '<c r="A1"/><c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="inlineStr"><is><t></t></is></c>'
        other = '<c r="G1"><v>7</v></c><c r="F1"><v>6</v></c>'
        assert only_sheet(opened(xlsx({"周报": row(self.ONCE + blank + other)}))).rows == [
            [1.0, 2.0, 3.0, "", "", 6.0, 7.0]
        ]


class TestFlaws:
    def flaws(self, opened: ReadBytes, cells: str) -> dict[str, tuple[FlawKind, str]]:
        sheet = only_sheet(opened(xlsx({"周报": row(cells)})))
        return {sheet.address(*spot): (flaw.kind, flaw.text) for spot, flaw in sheet.flaws.items()}

    @pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "#NAME?", "#SPILL!", "#CALC!"])
    def test_errors_are_not_blanks(self, error: str, opened: ReadBytes) -> None:
        cells = f'<c r="A1" s="1" t="e"><f>1/0</f><v>{error}</v></c><c r="B1"><v>1</v></c>'
        assert self.flaws(opened, cells) == {"A1": (FlawKind.ERROR_VALUE, error)}

    @pytest.mark.parametrize("value", ["", "<v></v>", "<v/>", "<v> </v>"])
    def test_a_formula_without_a_result(self, value: str, opened: ReadBytes) -> None:
        cells = f'<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>IF(A1&lt;3,"低","高")</f>{value}</c>'
        assert self.flaws(opened, cells) == {"B1": (FlawKind.NO_CACHED_VALUE, '=IF(A1<3,"低","高")')}

    def test_a_shared_formula_without_a_result(self, opened: ReadBytes) -> None:
        cells = '<c r="A1"><f t="shared" si="0"/><v>2</v></c><c r="B1"><f t="shared" si="0"/></c>'
        assert self.flaws(opened, cells) == {"B1": (FlawKind.NO_CACHED_VALUE, "=…")}

    def test_an_empty_text_is_a_result(self, opened: ReadBytes) -> None:
        assert self.flaws(opened, '<c r="A1" t="str"><f>IF(1,"","x")</f><v></v></c>') == {}

    def test_what_looks_like_a_flaw_elsewhere_is_none(self, opened: ReadBytes) -> None:
        """Sparklines keep formulas behind the cells, and texts may speak of markup."""
        after = '<extLst><xm:f xmlns:xm="x">周报!A1</xm:f></extLst>'
        cells = '<c r="A1" t="inlineStr"><is><t>x t="e"&lt;f></t></is></c><x:c xmlns:x="y" r="B1"><x:v>1</x:v></x:c>'
        sheet = only_sheet(opened(xlsx({"周报": worksheet(row(cells), after)})))
        assert (sheet.rows, sheet.flaws) == ([['x t="e"<f>', 1.0]], {})

    def test_rows_reach_every_flaw(self, opened: ReadBytes) -> None:
        cells = row('<c r="A1"><v>1</v></c>') + row('<c r="C3"><f>A1</f></c>', 3)
        sheet = only_sheet(opened(xlsx({"周报": cells})))
        assert sheet.rows == [[1.0, "", ""], ["", "", ""], ["", "", ""]]
        assert list(sheet.flaws) == [(2, 2)]

    @pytest.mark.parametrize(
        ("stored", "shown"),
        [
            ("1.2345678901234501E+17", "123456789012345000"),
            ("1000000000000000", "1000000000000000"),
            ("-1E15", "-1000000000000000"),
        ],
    )
    def test_numbers_of_more_than_15_digits(self, stored: str, shown: str, opened: ReadBytes) -> None:
        found = self.flaws(opened, f'<c r="A1"><v>{stored}</v></c>')
        assert found == {"A1": (FlawKind.LONG_NUMBER, shown)}

    def test_15_digits_are_exact_and_text_may_be_longer(self, opened: ReadBytes) -> None:
        cells = '<c r="A1"><v>999999999999999</v></c><c r="B1" t="str"><v>110101199003071234</v></c>'
        assert self.flaws(opened, cells) == {}

    def test_far_right_and_far_down(self, opened: ReadBytes) -> None:
        """Beyond what one search can prove, cells are measured and their flaws found all the same."""
        cells = row('<c r="A1"><v>1</v></c>') + row('<c r="B120000" t="e"><v>#N/A</v></c>', 120_000)
        assert only_sheet(opened(xlsx({"周报": cells}))).flaws == {(119_999, 1): Flaw(FlawKind.ERROR_VALUE, "#N/A")}


class TestOtherKinds:
    @pytest.mark.parametrize("size", [4096, 0], ids=["as Excel pads it", "in the mini stream"])
    def test_xls(self, size: int, opened: ReadBytes) -> None:
        failed = struct.pack("<HHHBxBxxx", 1, 1, 0, 2, 0x2A) + b"\xff\xff" + bytes(6) + bytes(2)
        cells = number_cell(1, 2, 5.5) + record(0x06, failed) + error_cell(3, 1, 0x07)
        book = opened(xls({"周报": cells}, record(0x22, b"\x01\x00"), size=size))
        sheet = only_sheet(book)
        assert (book.kind, book.date1904, sheet.name, sheet.rows[1][2]) == ("xls", True, "周报", 5.5)
        assert sheet.flaws == {
            (1, 1): Flaw(FlawKind.ERROR_VALUE, "#N/A"),
            (3, 1): Flaw(FlawKind.ERROR_VALUE, "#DIV/0!"),
        }

    def test_xlsb(self, opened: ReadBytes) -> None:
        cells = binary_record(0, struct.pack("<I", 2) + bytes(13))
        cells += binary_record(5, struct.pack("<IId", 1, 0, 7.5)) + binary_record(3, struct.pack("<IIB", 2, 0, 0x07))
        book = opened(xlsb({"周报": cells}))
        sheet = only_sheet(book)
        assert (book.kind, sheet.name, sheet.rows[2][:2]) == ("xlsb", "周报", ["", 7.5])
        assert sheet.flaws == {(2, 2): Flaw(FlawKind.ERROR_VALUE, "#DIV/0!")}

    def test_ods(self, opened: ReadBytes) -> None:
        rows = (
            '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-row>'
            '<table:table-cell/><table:table-cell office:value-type="float" office:value="1.5"/>'
            '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""'
            ' calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
            '<table:table-cell table:formula="of:=[.B3]"/></table:table-row>'
        )
        book = opened(ods(f'<table:table table:name="周报">{rows}</table:table>'))
        sheet = only_sheet(book)
        assert (book.kind, sheet.name, sheet.rows[2][:2]) == ("ods", "周报", ["", 1.5])
        assert sheet.flaws == {
            (2, 2): Flaw(FlawKind.ERROR_VALUE, "#DIV/0!"),
            (2, 3): Flaw(FlawKind.NO_CACHED_VALUE, "=[.B3]"),
        }


class TestText:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
    def test_encodings(self, encoding: str, opened: ReadBytes) -> None:
        book = opened("销售员,销售额\n小张,0840000\n".encode(encoding))
        sheet = only_sheet(book)
        assert (book.kind, sheet.name) == ("csv", "华东周报")
        assert sheet.rows == [["销售员", "销售额"], ["小张", "0840000"]]

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_delimiters(self, delimiter: str, opened: ReadBytes) -> None:
        lines = [["八月周报"], ["姓名", "金额", "备注"], ["小张", '"1,200"', "a"], ["小李", "3", "b"]]
        text = "\r\n".join(delimiter.join(line) for line in lines)
        assert only_sheet(opened(text.encode())).rows == [
            ["八月周报", "", ""],
            ["姓名", "金额", "备注"],
            ["小张", "1,200", "a"],
            ["小李", "3", "b"],
        ]

    def test_decimal_commas_between_semicolons(self, opened: ReadBytes) -> None:
        assert only_sheet(opened(b"a;b;c\n1,5;2,5;x\n3,5;4,5;y\n")).rows[1] == ["1,5", "2,5", "x"]

    def test_a_stated_delimiter_keeps_its_line(self, opened: ReadBytes) -> None:
        assert only_sheet(opened(b"sep=;\r\na;b,c\r\n")).rows == [["", ""], ["a", "b,c"]]

    def test_a_line_break_inside_quotes(self, opened: ReadBytes) -> None:
        assert only_sheet(opened('a,b\n"一\n二",c\n'.encode())).rows == [["a", "b"], ["一\n二", "c"]]

    @pytest.mark.parametrize("data", [b"a,b\0c", b"%PDF-1.7\n\x80\xff", b"\x89PNG\r\n\x1a\n", b"\xff\xfea"])
    def test_what_is_no_text(self, data: bytes, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        path.write_bytes(data)
        assert problem_of(path).code.name == "not-a-workbook"

    @pytest.mark.parametrize(
        "text",
        ["<html><table><tr><td>1", "\ufeff \n<!DOCTYPE html>", '<?xml version="1.0"?><Workbook/>', "MIME-Version: 1.0"],
    )
    def test_a_web_page_called_xls(self, text: str, tmp_path: Path) -> None:
        path = tmp_path / "导出.xls"
        path.write_text(text, "utf-8")
        assert problem_of(path).code.name == "web-page"

    def test_limits_hold_for_text_too(self, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        path.write_text("a,b,c\n" * 4, "utf-8")
        found = problem_of(path, Limits(max_cells=11))
        assert (found.code.name, found.place.cell) == ("too-many-cells", "C4")


class TestFilesThatCannotBeRead:
    def test_a_missing_file_with_a_near_name(self, tmp_path: Path) -> None:
        (tmp_path / "2026年度目标.xlsx").write_bytes(b"x")
        found = problem_of(tmp_path / "2026年目标.xlsx")
        assert found.code.name == "file-missing-near"
        assert str(tmp_path / "2026年度目标.xlsx") in found.message(Lang.ZH)

    def test_a_missing_file(self, tmp_path: Path) -> None:
        assert problem_of(tmp_path / "计划.xlsx").code.name == "file-missing"
        assert problem_of(tmp_path / "没有" / "计划.xlsx").code.name == "file-missing"

    def test_a_folder_and_a_device(self, tmp_path: Path) -> None:
        assert problem_of(tmp_path).code.name == "not-a-file"
        assert problem_of("/dev/null").code.name == "not-a-file"

    def test_an_empty_file(self, tmp_path: Path) -> None:
        (tmp_path / "a.xlsx").touch()
        assert problem_of(tmp_path / "a.xlsx").code.name == "empty-file"

    def test_a_lock_file_names_the_workbook(self, tmp_path: Path) -> None:
        (tmp_path / "~$计划.xlsx").write_bytes(b"\x05owner")
        found = problem_of(tmp_path / "~$计划.xlsx")
        assert found.code.name == "lock-file"
        assert str(tmp_path / "计划.xlsx") in found.message(Lang.EN)

    def test_no_permission(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "a.xlsx"
        path.write_bytes(b"x")

        def forbidden(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", forbidden)
        assert problem_of(path).code.name == "no-permission"

    def test_a_name_too_long_for_the_system(self, tmp_path: Path) -> None:
        assert problem_of(tmp_path / ("长" * 300)).code.name == "unreadable-file"
        assert problem_of("a\0b").code.name == "unreadable-file"

    def test_a_file_larger_than_the_limit(self, tmp_path: Path) -> None:
        (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04" + bytes(2 << 20))
        assert problem_of(tmp_path / "a.xlsx", Limits(max_file_bytes=2 << 20)).code.name == "file-too-large"

    def test_all_sheets_together_stay_below_the_limit(self, tmp_path: Path) -> None:
        cells = row('<c r="B5"><v>1</v></c>', 5)
        (tmp_path / "a.xlsx").write_bytes(xlsx({"甲": cells, "乙": cells}))
        found = problem_of(tmp_path / "a.xlsx", Limits(max_cells=19))
        assert (found.code.name, found.place.sheet) == ("too-many-cells", "乙")

    def test_no_sheet_of_that_name(self, tmp_path: Path) -> None:
        (tmp_path / "a.xlsx").write_bytes(xlsx({"甲": "", "乙": ""}))
        found = problem_of(tmp_path / "a.xlsx", sheet="丙")
        assert (found.code.name, found.details["sheets"]) == ("no-sheet", ("甲", "乙"))

    def test_no_worksheet_at_all(self, tmp_path: Path) -> None:
        parts = xlsx_parts({"图": ""})
        parts["xl/_rels/workbook.xml.rels"] = relations([("rId1", "chartsheet", "chartsheets/sheet1.xml")])
        (tmp_path / "a.xlsx").write_bytes(zipped(parts))
        assert problem_of(tmp_path / "a.xlsx").code.name == "no-worksheets"

    @pytest.mark.parametrize(
        "sheet",
        [
            '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>',
            '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></row></sheetData></worksheet>',
            '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>9</v></c></row></sheetData></worksheet>',
        ],
        ids=["cut short", "not closed", "a text that is not there"],
    )
    def test_what_the_parser_refuses(self, sheet: str, tmp_path: Path) -> None:
        (tmp_path / "a.xlsx").write_bytes(xlsx({"周报": sheet}))
        assert problem_of(tmp_path / "a.xlsx").code.name == "damaged-workbook"

    def test_a_panic_of_the_parser_is_a_damaged_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        panic = type("PanicException", (BaseException,), {})

        def panics(*_: object) -> None:
            raise panic("index out of bounds")

        (tmp_path / "a.xlsx").write_bytes(xlsx({"周报": ""}))
        monkeypatch.setattr(read, "_parse", panics)
        assert problem_of(tmp_path / "a.xlsx").code.name == "damaged-workbook"

    def test_a_panic_prints_nothing(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        """65,535 merged cells are announced and none follow; the parser reads on past the record's end."""
        (tmp_path / "a.xls").write_bytes(xls({"周报": number_cell(0, 0, 1) + record(0xE5, b"\xff\xff")}))
        assert problem_of(tmp_path / "a.xls").code.name == "damaged-workbook"
        assert capfd.readouterr().err == ""

    def test_an_interrupt_stays_an_interrupt(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(*_: object) -> None:
            raise KeyboardInterrupt

        (tmp_path / "a.xlsx").write_bytes(xlsx({"周报": ""}))
        monkeypatch.setattr(read, "_parse", interrupted)
        with pytest.raises(KeyboardInterrupt):
            read_workbook(tmp_path / "a.xlsx")

    @pytest.mark.parametrize("kind", ["xlsx", "xls", "xlsb", "ods"])
    @given(data=st.data())
    def test_damage_anywhere_is_refused_or_borne(
        self, kind: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """Bytes changed or cut anywhere: the file reads, or it is refused; nothing else is raised."""
        broken = bytearray(SOUND[kind][: data.draw(st.integers(1, len(SOUND[kind])))])
        for at, byte in data.draw(
            st.lists(st.tuples(st.integers(0, len(broken) - 1), st.integers(0, 255)), max_size=4)
        ):
            broken[at] = byte
        path = tmp_path_factory.getbasetemp() / f"broken-{kind}"
        path.write_bytes(broken)
        with suppress(UnusableFile):
            read_workbook(path)
