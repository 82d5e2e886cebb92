"""What the guard refuses, and with which words; hostile files run where memory is short."""

import io
import warnings
import zipfile
from dataclasses import fields

import pytest

import salescli.check  # noqa: F401 the codes of its limits are defined with it
from salescli.excel.guard import Limits, Suspect, clear
from salescli.excel.intake import RunOptions
from salescli.table.config import Config, LimitKeys
from salescli.table.errors import UnusableFile
from salescli.table.problem import CODES, Problem
from salescli.words.language import Lang

from .packages import (
    binary_record,
    compound,
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

ONE = row('<c r="A1"><v>1</v></c>')
FAR = row('<c r="A1"><v>1</v></c>') + row('<c r="XFD1048576"><v>1</v></c>', 1_048_576)


def refused(data: bytes, limits: Limits = Limits()) -> Problem:  # noqa: B008 - frozen
    """The one problem the guard finds in `data`."""
    with pytest.raises(UnusableFile) as caught:
        clear(Suspect("计划.xlsx", data, limits))
    (found,) = caught.value.problems
    assert found.place.file == "计划.xlsx"
    for lang in Lang:  # both wordings can be said with the details given
        assert "{" not in found.message(lang)
    return found


def code(data: bytes, limits: Limits = Limits()) -> str:  # noqa: B008 - frozen
    return refused(data, limits).code.name


def without(part: str) -> bytes:
    return zipped({name: text for name, text in xlsx_parts({"周报": ONE}).items() if name != part})


def with_part(part: str, content: str | bytes) -> bytes:
    return zipped(xlsx_parts({"周报": ONE}) | {part: content})


def test_a_sound_package_passes() -> None:
    cleared = clear(Suspect("计划.xlsx", xlsx({"周报": ONE, "汇总": ONE})))
    assert (cleared.kind, cleared.names, cleared.flaws) == ("xlsx", ("周报", "汇总"), ({}, {}))


class TestDamage:
    def test_a_zip_that_was_cut_short(self) -> None:
        data = xlsx({"周报": ONE})
        assert code(data[: len(data) // 2]) == "cut-short"

    def test_a_wrong_checksum(self) -> None:
        data = bytearray(zipped(xlsx_parts({"周报": ONE}), zipfile.ZIP_STORED))
        at = data.index(b"<v>1</v>") + 3
        data[at : at + 1] = b"7"
        found = refused(bytes(data))
        assert found.code.name == "damaged-workbook"
        assert "xl/worksheets/sheet1.xml" in found.message(Lang.EN)

    @pytest.mark.parametrize("part", ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"])
    def test_a_missing_part_is_named(self, part: str) -> None:
        found = refused(without(part))
        assert found.code.name == "missing-part"
        assert part in found.message(Lang.ZH)

    @pytest.mark.parametrize("again", ["xl/worksheets/sheet1.xml", "xl/worksheets/Sheet1.XML", "/xl/workbook.xml"])
    def test_two_parts_of_one_name(self, again: str) -> None:
        parts = xlsx_parts({"周报": ONE})
        stream = io.BytesIO(zipped(parts))
        with zipfile.ZipFile(stream, "a") as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # zipfile warns of what is wanted here
            archive.writestr(again, worksheet(row('<c r="A1"><v>2</v></c>')))
        found = refused(stream.getvalue())
        assert (found.code.name, found.details["part"]) == ("repeated-part", again)

    def test_a_part_that_is_no_xml(self) -> None:
        assert code(with_part("xl/workbook.xml", "hello")) == "damaged-workbook"
        assert code(with_part("xl/workbook.xml", "<workbook><sheets>")) == "damaged-workbook"

    @pytest.mark.parametrize("address", ["XFE1", "A1048577", "A99999999999", "ZZZZZZZ1", "A0", "1A", "&#65;1"])
    def test_an_address_outside_any_sheet(self, address: str) -> None:
        assert code(xlsx({"周报": row(f'<c r="{address}"><v>1</v></c>')})) == "damaged-workbook"

    def test_other_office_documents_and_archives(self) -> None:
        types = {"[Content_Types].xml": "<Types/>"}
        word = types | {"_rels/.rels": relations([("r", "officeDocument", "word/document.xml")])}
        assert code(zipped(word | {"word/document.xml": "<document/>"})) == "not-a-workbook"
        assert code(zipped({"readme.txt": "hello"})) == "missing-part"
        assert code(compound([("WordDocument", bytes(5000))])) == "not-a-workbook"

    def test_a_compound_file_whose_chains_lead_nowhere(self) -> None:
        data = xls({"Sheet1": number_cell(0, 0, 1)})
        assert code(data[:700]) == "damaged-workbook"
        assert code(data[:76] + b"\x00\x00\xff\x00" + data[80:]) == "damaged-workbook"


class TestEncryption:
    def test_an_encrypted_xlsx(self) -> None:
        data = compound([("EncryptionInfo", bytes(300)), ("EncryptedPackage", bytes(5000))])
        assert code(data) == "encrypted-workbook"

    def test_an_encrypted_xls(self) -> None:
        assert code(xls({"Sheet1": b""}, record(0x2F, bytes(6)))) == "encrypted-workbook"

    def test_an_encrypted_ods(self) -> None:
        data = ods('<table:table table:name="s"/>', manifest="<manifest:encryption-data/>")
        assert code(data) == "encrypted-workbook"

    def test_a_zip_with_a_password(self) -> None:
        data = bytearray(xlsx({"周报": ONE}))
        at = data.index(b"PK\x01\x02")
        data[at + 8] |= 1
        assert code(bytes(data)) == "encrypted-workbook"


class TestDeclarations:
    DTD = '<!DOCTYPE w [<!ENTITY a "boo">]>'

    @pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "docProps/core.xml", "a.rels"])
    def test_in_any_xml_part(self, part: str) -> None:
        found = refused(with_part(part, f'<?xml version="1.0"?>{self.DTD}<w/>'))
        assert found.code.name == "forbidden-xml"
        assert part in found.message(Lang.EN)

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    def test_hidden_by_utf_16(self, encoding: str) -> None:
        text = f'<?xml version="1.0"?>{self.DTD}<w/>'.encode(encoding)
        assert code(with_part("xl/styles.xml", text)) == "forbidden-xml"

    def test_words_about_them_are_just_text(self) -> None:
        cells = '<c r="A1" t="inlineStr"><is><t>&lt;!DOCTYPE&gt;</t></is></c><!-- <!DOCTYPE x> -->'
        assert clear(Suspect("a", xlsx({"周报": row(cells)}))).kind == "xlsx"


class TestSize:
    def test_what_is_declared(self) -> None:
        data = with_part("xl/media/image1.png", bytes(3 << 20))
        found = refused(data, Limits(max_unpacked_bytes=2 << 20))
        assert found.code.name == "unpacks-too-large"
        assert "max_unpacked_mib" in found.message(Lang.EN)
        assert "[limits]" in found.message(Lang.EN)
        assert code(data) == "packed-too-tightly"
        assert "[limits] 的 max_ratio" in refused(data).message(Lang.ZH)

    def test_what_is_there_beyond_what_is_declared(self) -> None:
        """A part that claims 100 bytes and holds 2 MiB is not unpacked further than it claims."""
        data = bytearray(with_part("xl/styles.xml", b"<" * (2 << 20)))
        size = (2 << 20).to_bytes(4, "little")
        data[:] = data.replace(size, (100).to_bytes(4, "little"))
        found = refused(bytes(data))
        assert (found.code.name, found.details["part"]) == ("damaged-workbook", "xl/styles.xml")

    def test_too_many_parts_and_sheets(self) -> None:
        assert code(xlsx({"周报": ONE}), Limits(max_parts=4)) == "too-many-parts"
        three = dict.fromkeys("甲乙丙", ONE)
        assert code(xlsx(three), Limits(max_sheets=2)) == "too-many-sheets"
        for data, limits, key in (
            (xlsx(three), Limits(max_sheets=2), "max_sheets"),
            (xlsx(three), Limits(max_parts=4), "max_parts"),
        ):
            found = refused(data, limits)
            assert all(key in found.message(lang) and "[limits]" in found.message(lang) for lang in Lang)
        assert code(xls(dict.fromkeys("甲乙丙", b"")), Limits(max_sheets=2)) == "too-many-sheets"

    def test_one_long_text_shown_by_many_cells(self) -> None:
        strings = f"<sst><si><t>短</t></si><si><t>{'长' * 9_000}</t></si></sst>"
        shown = "".join(row(f'<c r="A{n}" t="s"><v>1</v></c>', n) for n in range(1, 101))
        limits = Limits(max_unpacked_bytes=1 << 20)
        assert code(xlsx({"周报": shown}, sharedStrings=strings), limits) == "too-much-text"

    def test_a_long_text_that_is_shown_once_is_fine(self) -> None:
        """Its number also stands in cells as a plain number, which shows no text."""
        strings = f"<sst><si><t>短</t></si><si><t>{'长' * 9_000}</t></si></sst>"
        cells = "".join(
            row(f'<c r="A{n}" t="s"><v>{int(n == 1)}</v></c><c r="B{n}"><v>1</v></c>', n) for n in range(1, 101)
        )
        data = xlsx({"周报": cells}, sharedStrings=strings)
        assert clear(Suspect("a", data, Limits(max_unpacked_bytes=1 << 20))).kind == "xlsx"


class TestExtent:
    def test_the_message_names_sheet_cell_limit_and_key(self) -> None:
        found = refused(xlsx({"汇总": ONE, "周报": FAR}))
        assert (found.code.name, found.place.sheet, found.place.cell) == ("too-many-cells", "周报", "XFD1048576")
        said = found.message(Lang.ZH)
        assert "6,000,000" in said
        assert "max_cells" in said

    @pytest.mark.parametrize(
        "cells",
        [
            pytest.param("<c r='XFD1048576'><v>1</v></c>", id="single quotes"),
            pytest.param('<c\n r = "XFD1048576"\n><v>1</v></c>', id="spaces"),
            pytest.param('<c r="xfd1048576"><v>1</v></c>', id="small letters"),
            pytest.param('<c r="A1" r="XFD1048576"><v>1</v></c>', id="the second of two addresses"),
            pytest.param('<c s=">" r="XFD1048576"><v>1</v></c>', id="a bracket in an attribute"),
            pytest.param('<x:c r="XFD1048576"><x:v>1</x:v></x:c>', id="prefix"),
            pytest.param('<a:b:c r="XFD1048576"><v>1</v></a:b:c>', id="two prefixes"),
            pytest.param('<c r="XFC1048576"/><c><v>1</v></c>', id="counted on from a neighbour"),
            pytest.param('<!-- " --><c r="XFD1048576"><v>1</v></c><!-- " -->', id="between comments"),
            pytest.param('<c r="XFD1048576" t="e"><v>#N/A</v></c>', id="an error"),
            pytest.param('<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>', id="text in place"),
        ],
    )
    def test_however_the_far_cell_is_spelled(self, cells: str) -> None:
        found = refused(xlsx({"周报": row('<c r="A1"><v>1</v></c>') + f"<row>{cells}</row>"}))
        assert (found.code.name, found.place.cell) == ("too-many-cells", "XFD1048576")

    def test_a_false_dimension_proves_nothing(self) -> None:
        sheet = worksheet(FAR).replace("<sheetData>", '<dimension ref="A1"/><sheetData>')
        assert code(xlsx({"周报": sheet})) == "too-many-cells"

    @pytest.mark.parametrize(
        ("first", "others", "reached"),
        [
            ("<row>" + "<c><v>1</v></c>" * 10 + "</row>", 4, "J3"),
            ("<row>" + "<c><v>1</v></c>" * 10 + "</row>", 40, "J41"),
            (row('<c r="J1"><v>1</v></c>'), 4, "J3"),
            (row('<c r="J1"><v>1</v></c>'), 40, "J3"),
        ],
    )
    def test_many_values_without_addresses_are_counted(self, first: str, others: int, reached: str) -> None:
        """Ten columns and three rows are 30 cells; of more values than that without any address all rows are told."""
        sheet = first + "<row><c><v>1</v></c></row>" * others
        found = refused(xlsx({"周报": sheet}), Limits(max_cells=29))
        assert (found.code.name, found.place.cell) == ("too-many-cells", reached)

    def test_values_without_addresses_in_numbered_rows(self) -> None:
        """The last row is the 90th, and each has three values."""
        sheet = "".join(f'<row r="{at}"><c><v>1</v></c><c/><c t="b"><v>1</v></c></row>' for at in (*range(1, 40), 90))
        assert refused(xlsx({"周报": sheet}), Limits(max_cells=29)).place.cell == "B90"

    def test_rows_without_numbers_are_counted(self) -> None:
        far = "<row><c><v>1</v></c></row>" * 9 + "<row><c/><c/><c><v>1</v></c></row>"
        assert refused(xlsx({"周报": far}), Limits(max_cells=29)).place.cell == "C10"
        assert clear(Suspect("a", xlsx({"周报": far}), Limits(max_cells=30))).kind == "xlsx"

    def test_the_exact_corner_is_measured_when_it_matters(self) -> None:
        cells = row('<c r="AB3"><v>1</v></c>', 3) + row('<c r="B100"><v>1</v></c>', 100)
        assert refused(xlsx({"周报": cells}), Limits(max_cells=2_799)).place.cell == "AB100"
        assert clear(Suspect("a", xlsx({"周报": cells}), Limits(max_cells=2_800))).kind == "xlsx"

    def test_a_long_sheet_may_be_narrow(self) -> None:
        last = row('<c r="B200001"><v>1</v></c>', 200_001)
        assert clear(Suspect("a", xlsx({"周报": ONE + last}))).kind == "xlsx"
        for letters in ("AD", "BA", "XFD"):  # 29 columns of 200,001 rows are within the limit
            cells = ONE + row(f'<c r="{letters}2"><v>1</v></c>', 2) + last
            assert refused(xlsx({"周报": cells})).place.cell == f"{letters}200001"
        assert clear(Suspect("a", xlsx({"周报": ONE + row('<c r="AC2"><v>1</v></c>', 2) + last}))).kind == "xlsx"
        further = row('<c r="D300000"><v>1</v></c>', 300_000)
        assert refused(xlsx({"周报": row('<c r="U2"><v>1</v></c>', 2) + further + last})).place.cell == "U300000"
        error = row('<c r="B2" t="e"><v>#N/A</v></c>', 2)
        (flaws,) = clear(Suspect("a", xlsx({"周报": ONE + error + last}))).flaws
        assert list(flaws) == [(1, 1)]

    def test_formatted_blanks_far_out_do_not_count(self) -> None:
        cells = ONE + row('<c r="XFD1048576" s="1"/>', 1_048_576)
        assert clear(Suspect("a", xlsx({"周报": cells}))).kind == "xlsx"

    def test_only_the_sheet_asked_for_counts(self) -> None:
        data = xlsx({"周报": ONE, "乱": FAR})
        assert clear(Suspect("a", data), "周报").kind == "xlsx"

    def test_xlsb(self) -> None:
        far = binary_record(0, (1_048_575).to_bytes(4, "little") + bytes(13))
        far += binary_record(5, (16_383).to_bytes(4, "little") + bytes(12))
        found = refused(xlsb({"周报": far}))
        assert (found.code.name, found.place.sheet, found.place.cell) == ("too-many-cells", "周报", "XFD1048576")

    def test_xls_counts_its_sheets_together(self) -> None:
        sheets = {name: number_cell(999, 9, 1) for name in ("甲", "乙")}
        found = refused(xls(sheets), Limits(max_cells=19_999))
        assert (found.code.name, found.place.sheet) == ("too-many-cells", "乙")
        assert clear(Suspect("a", xls(sheets), Limits(max_cells=20_000))).kind == "xls"


class TestRepeatsInOds:
    VALUE = '<table:table-cell office:value-type="float" office:value="1"{}/>'

    def table(self, rows: str) -> bytes:
        return ods(f'<table:table table:name="周报">{rows}</table:table>')

    def test_repeated_blanks_to_the_edge_are_normal(self) -> None:
        blanks = '<table:table-cell table:number-columns-repeated="16383"/>'
        rows = f"<table:table-row>{self.VALUE.format('')}{blanks}</table:table-row>"
        rows += f'<table:table-row table:number-rows-repeated="1048575">{blanks}</table:table-row>'
        assert clear(Suspect("a", self.table(rows), Limits(max_cells=1))).kind == "ods"

    def test_a_value_behind_repeated_blanks_counts(self) -> None:
        rows = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
        rows += '<table:table-row><table:table-cell table:number-columns-repeated="16383"/>'
        rows += f"{self.VALUE.format('')}</table:table-row>"
        found = refused(self.table(rows))
        assert (found.code.name, found.place.sheet, found.place.cell) == ("too-many-cells", "周报", "XFD1048576")

    def test_a_repeated_value_counts(self) -> None:
        repeated = self.VALUE.format(' table:number-columns-repeated="4"')
        rows = f'<table:table-row table:number-rows-repeated="3">{repeated}</table:table-row>'
        assert refused(self.table(rows), Limits(max_cells=11)).place.cell == "D3"
        assert clear(Suspect("a", self.table(rows), Limits(max_cells=12))).kind == "ods"


@pytest.mark.parametrize("key", LimitKeys.model_fields)
def test_every_limit_of_the_configuration_moves_one_and_is_named_where_it_stops_a_file(key: str) -> None:
    usual = getattr(Config().limits, key)
    moved = RunOptions(config=Config.model_validate({"limits": {key: usual + 1}})).reading().limits
    changed = [field.name for field in fields(moved) if getattr(moved, field.name) != getattr(Limits(), field.name)]
    assert len(changed) == 1
    assert any(key in code.remedy.zh and key in code.remedy.en for code in CODES.values())
