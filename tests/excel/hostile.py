"""Files made to hurt, a builder a class: what may not abort the process, hang it or eat the memory."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from salescli.excel.addresses import column_letters
from tests.excel.packages import (
    binary_record,
    compound,
    number_cell,
    ods,
    record,
    row,
    worksheet,
    xls,
    xlsb,
    xlsb_parts,
    xlsx,
    xlsx_parts,
    zipped,
)

ONE: Final = row('<c r="A1"><v>1</v></c>')
FAR: Final = ONE + row('<c r="XFD1048576"><v>1</v></c>', 1_048_576)
_STORED: Final = zipfile.ZIP_STORED
_MANIFEST: Final = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


class Hostile(NamedTuple):
    """A hostile file: what makes it, the code it is refused with, and the name it comes under."""

    make: Callable[[], bytes]
    code: str
    name: str = "hostile.xlsx"


def _filled_table(cell: str, columns: int = 1, rows: int = 1) -> bytes:
    return ods(
        f'<table:table table:name="周报"><table:table-row table:number-rows-repeated="{rows}">'
        f'<table:table-cell table:number-columns-repeated="{columns}" {cell}</table:table-row></table:table>'
    )


def bomb() -> bytes:
    """A part of 2 GiB that claims to be one mebibyte, in 2 MB of file."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    mebibyte = squeeze.compress(b" " * (1 << 20)) + squeeze.flush(zlib.Z_FULL_FLUSH)  # may follow itself
    data = bytearray(zipped(xlsx_parts({"周报": ONE}) | {"xl/a.xml": mebibyte * 2048 + squeeze.flush()}, _STORED))
    for header, method in ((data.index(b"xl/a.xml") - 30, 8), (data.rindex(b"xl/a.xml") - 46, 10)):
        data[header + method] = zipfile.ZIP_DEFLATED
        data[header + method + 14 : header + method + 18] = (1 << 20).to_bytes(4, "little")
    return bytes(data)


def one_text_many_times() -> bytes:
    """20,000 cells that show one text of 9 MB."""
    cells = "".join(row(f'<c r="A{n}" t="s"><v>0</v></c>', n) for n in range(1, 20_001))
    strings = f"<sst><si><t>{'长' * 3_000_000}</t></si></sst>"
    return zipped(xlsx_parts({"周报": cells}) | {"xl/sharedStrings.xml": strings}, _STORED)


def one_text_many_times_in_xls() -> bytes:
    """100,000 cells that show one text of 8,000 characters."""
    strings = record(0xFC, struct.pack("<IIHB", 1, 1, 8000, 0) + b"x" * 8000)
    cells = b"".join(record(0xFD, struct.pack("<HHHI", at // 2, at % 2, 0, 0)) for at in range(100_000))
    return xls({"周报": cells}, strings, size=1_500_000)


def one_text_many_times_in_xlsb() -> bytes:
    item = b"\0" + struct.pack("<I", 100_000) + b"x\0" * 100_000
    length = b"".join(bytes([len(item) >> shift & 0x7F | (0x80 if shift < 14 else 0)]) for shift in (0, 7, 14))
    texts = b"\x13" + length + item
    cells = binary_record(0, bytes(17)) + b"".join(
        binary_record(7, struct.pack("<III", at, 0, 0)) for at in range(2_000)
    )
    parts = xlsb_parts({"周报": cells})
    links = str(parts["xl/_rels/workbook.bin.rels"]).replace(
        "</Relationships>",
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"'
        ' Target="sharedStrings.bin"/></Relationships>',
    )
    return zipped(parts | {"xl/_rels/workbook.bin.rels": links, "xl/sharedStrings.bin": texts})


def many_sheets_in_xls() -> bytes:
    return xls({f"s{at}": b"" for at in range(2_000)}, size=200_000)


def many_sheets(count: int) -> bytes:
    names = "".join(f'<sheet name="{zlib.crc32(b"%d" % at):08x}" sheetId="{at}" r:id="r{at}"/>' for at in range(count))
    book = (
        '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f"<sheets>{names}</sheets></workbook>"
    )
    return zipped(xlsx_parts({"周报": ONE}) | {"xl/workbook.xml": book})


def many_names(count: int) -> bytes:
    """A sound sheet beside names of areas by the million."""
    parts = xlsx_parts({"周报": FAR})
    names = "".join(f'<definedName name="n{at}">{zlib.crc32(b"%d" % at)}</definedName>' for at in range(count))
    whole = str(parts["xl/workbook.xml"]).replace("</sheets>", f"</sheets><definedNames>{names}</definedNames>")
    return zipped(parts | {"xl/workbook.xml": whole})


def many_styles(count: int) -> bytes:
    forms = '<numFmts><numFmt numFmtId="164" formatCode="0000"/></numFmts>'
    cells = "".join(f'<xf numFmtId="164" a="{zlib.crc32(b"%d" % at)}"/>' for at in range(count))
    return xlsx({"周报": ONE}, styles=f"<styleSheet>{forms}<cellXfs>{cells}</cellXfs></styleSheet>")


def many_errors(rows: int) -> bytes:
    line = "".join(f'<c r="{letter}%d" t="e"><v>#N/A</v></c>' for letter in "ABCDE")
    return xlsx({"周报": "".join(row(line % ((at,) * 5), at) for at in range(1, rows + 1))})


def a_long_column() -> bytes:
    """A column filled to the last row of the sheet, and a last row of six cells."""
    cells = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(1, 1_048_576))
    last = "".join(f'<c r="{letter}1048576"><v>1</v></c>' for letter in "ABCDEF")
    return xlsx({"周报": cells + row(last, 1_048_576)})


def overlapping_merges(count: int) -> bytes:
    areas = "".join(f'<mergeCell ref="{column_letters(at % 16_000)}{1 + at // 16_000}:XFD40"/>' for at in range(count))
    return xlsx({"周报": worksheet(ONE, f"<mergeCells>{areas}</mergeCells>")})


def entities(reference: str = "&c;") -> bytes:
    """Entities within entities: a few lines that stand for a thousand million."""
    lines = "".join(
        f'<!ENTITY {name} "{reference.replace("c", inner) * 10}">'
        for name, inner in zip("bcdefghij", "abcdefghi", strict=True)
    )
    doctype = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "哈">{lines}]>'
    return xlsx({"周报": doctype + worksheet(row('<c r="A1" t="inlineStr"><is><t>&j;</t></is></c>'))})


def outside_entity() -> bytes:
    doctype = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return xlsx({"周报": doctype + worksheet(row('<c r="A1" t="inlineStr"><is><t>&a;</t></is></c>'))})


def wrong_checksum() -> bytes:
    data = bytearray(zipped(xlsx_parts({"周报": ONE}), _STORED))
    data[data.index(b"<v>1</v>") + 3] = ord("2")
    return bytes(data)


def without(part: str) -> bytes:
    parts = xlsx_parts({"周报": ONE})
    del parts[part]
    return zipped(parts)


def locked_zip() -> bytes:
    data = bytearray(xlsx({"周报": ONE}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _half(data: bytes) -> bytes:
    return data[: len(data) // 2]


_FAR_XLSB: Final = binary_record(0, (1_048_575).to_bytes(4, "little") + bytes(13)) + binary_record(
    5, (16_383).to_bytes(4, "little") + bytes(12)
)
_VALUE: Final = 'office:value-type="float" office:value="1"/>'
_ENCRYPTED: Final = (
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
)
_WIDE_DIMENSION: Final = record(0x200, struct.pack("<IIHHH", 0, 0x7FFFFFFF, 0, 0xFFFF, 0))

_LONG_TEXT: Final = f'office:value-type="string"><text:p>{"长" * 9_000}</text:p></table:table-cell>'
_HIDDEN: Final = '<!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode("utf-16")


def cell_without_end() -> bytes:
    """A cell of an .ods that nothing closes, for whose end the parser waited for ever; the fuzzer found it."""
    found = Path(__file__).parents[1] / "fuzz" / "seeds" / "parts" / "cell-without-end.ods"
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "<manifest/>"}
    return zipped({**parts, "content.xml": found.read_bytes()[1:]})


HOSTILE: Final[Mapping[str, Hostile]] = {
    "encrypted xlsx": Hostile(
        lambda: compound([("EncryptedPackage", bytes(5000)), ("EncryptionInfo", bytes(99))]), "encrypted-workbook"
    ),
    "encrypted xls": Hostile(lambda: xls({"周报": b""}, record(0x2F, bytes(6))), "encrypted-workbook"),
    "encrypted ods": Hostile(lambda: ods("", manifest=_ENCRYPTED), "encrypted-workbook"),
    "a zip with a password": Hostile(locked_zip, "encrypted-workbook"),
    "half an xlsx": Hostile(lambda: _half(xlsx({"周报": ONE})), "cut-short"),
    "half an xlsb": Hostile(lambda: _half(xlsb({"周报": b""})), "cut-short"),
    "half an ods": Hostile(lambda: _half(ods("")), "cut-short"),
    "a cell without end in ods": Hostile(cell_without_end, "damaged-workbook"),
    "half an xls": Hostile(lambda: _half(xls({"周报": number_cell(0, 0, 1)})), "damaged-workbook"),
    "a wrong checksum": Hostile(wrong_checksum, "damaged-workbook"),
    "a picture": Hostile(lambda: b"\x89PNG\r\n\x1a\n" + bytes(500), "not-a-workbook"),
    "another office file": Hostile(
        lambda: zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), "missing-part"
    ),
    "an archive": Hostile(lambda: zipped({"a.txt": "x"}), "missing-part"),
    "a web page called xls": Hostile(
        lambda: b"<html><table><tr><td>1</td></tr></table></html>", "web-page", "hostile.xls"
    ),
    "the lock of an open file": Hostile(lambda: b"\x05owner" + bytes(150), "lock-file", "~$hostile.xlsx"),
    "an empty file": Hostile(lambda: b"", "empty-file"),
    "no list of types": Hostile(lambda: without("[Content_Types].xml"), "missing-part"),
    "no workbook part": Hostile(lambda: without("xl/workbook.xml"), "missing-part"),
    "no sheet part": Hostile(lambda: without("xl/worksheets/sheet1.xml"), "missing-part"),
    "entities within entities": Hostile(entities, "forbidden-xml"),
    "an entity from outside": Hostile(outside_entity, "forbidden-xml"),
    "entities hidden by UTF-16": Hostile(
        lambda: zipped(xlsx_parts({"周报": ONE}) | {"xl/styles.xml": _HIDDEN}), "forbidden-xml"
    ),
    "a zip bomb": Hostile(
        lambda: zipped(xlsx_parts({"周报": ONE}) | {"xl/a.xml": bytes(64 << 20)}), "packed-too-tightly"
    ),
    "a zip bomb that lies": Hostile(bomb, "damaged-workbook"),
    "more parts than any workbook": Hostile(
        lambda: zipped(xlsx_parts({"周报": ONE}) | {f"xl/media/{at}.png": b"" for at in range(20_000)}),
        "too-many-parts",
    ),
    "a million sheets": Hostile(lambda: many_sheets(1_000_000), "too-many-sheets"),
    "thousands of sheets in xls": Hostile(many_sheets_in_xls, "too-many-sheets"),
    "thousands of sheets in xlsb": Hostile(lambda: xlsb({f"s{at}": b"" for at in range(2_000)}), "too-many-sheets"),
    "thousands of tables in ods": Hostile(lambda: ods('<table:table table:name="s"/>' * 20_000), "too-many-sheets"),
    "two cells at opposite corners": Hostile(lambda: xlsx({"周报": FAR}), "too-many-cells"),
    "opposite corners in xls": Hostile(
        lambda: xls({"周报": number_cell(0, 0, 1) + number_cell(65_535, 255, 1)}), "too-many-cells"
    ),
    "opposite corners in xlsb": Hostile(lambda: xlsb({"周报": _FAR_XLSB}), "too-many-cells"),
    "opposite corners in ods": Hostile(lambda: _filled_table(_VALUE, 16_384, 1_048_576), "too-many-cells"),
    "an address that overflows": Hostile(
        lambda: xlsx({"周报": row('<c r="A99999999999"><v>1</v></c>')}), "damaged-workbook"
    ),
    "a false dimension in xls": Hostile(
        lambda: xls({"周报": _WIDE_DIMENSION + number_cell(0, 0, 1)}), "damaged-workbook"
    ),
    "a huge true extent": Hostile(a_long_column, "too-many-cells"),
    "one text many times": Hostile(one_text_many_times, "too-much-text"),
    "one text many times in xls": Hostile(one_text_many_times_in_xls, "too-much-text"),
    "one text many times in xlsb": Hostile(one_text_many_times_in_xlsb, "too-much-text"),
    "one text many times in ods": Hostile(lambda: _filled_table(_LONG_TEXT, 1, 99_999), "too-much-text"),
    "names of areas without number": Hostile(lambda: many_names(300_000), "too-many-cells"),
    "styles without number": Hostile(lambda: many_styles(300_000), "damaged-workbook"),
    "errors without number": Hostile(lambda: many_errors(101_000), "too-many-flaws"),
    "merged cells over each other": Hostile(lambda: overlapping_merges(50_000), "damaged-workbook"),
    "a line of commas": Hostile(lambda: b"," * (16 << 20), "too-many-cells", "hostile.csv"),
    "lines without number": Hostile(lambda: "甲,乙\n".encode() * (3 << 20), "too-many-cells", "hostile.csv"),
    "a quote never closed": Hostile(lambda: b'"' + b"a" * (16 << 20), "unclosed-quote", "hostile.csv"),
}
"""Every class by its name."""
