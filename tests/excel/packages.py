"""Workbooks written byte by byte, so that a test can say exactly what is wrong with one."""

import io
import struct
import zipfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from xml.sax.saxutils import quoteattr

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as a zip, in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def relations(links: Iterable[tuple[str, str, str]]) -> str:
    """A relationships part from (id, kind, target)."""
    lines = (f'<Relationship Id="{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for i, kind, target in links)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def worksheet(cells: str, after: str = "") -> str:
    """A worksheet part around the inside of its ``sheetData``."""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData>{after}</worksheet>'


def row(cells: str, number: int = 1) -> str:
    """One row."""
    return f'<row r="{number}">{cells}</row>'


def xlsx_parts(
    sheets: Mapping[str, str | bytes], *, properties: str = "", states: Mapping[str, str] | None = None
) -> dict[str, str | bytes]:
    """The parts of an .xlsx: sheet name -> a whole worksheet part, or the inside of its ``sheetData``."""
    numbered = list(enumerate(sheets.items(), 1))
    hidden = states or {}
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" state="{hidden.get(name, "visible")}" r:id="rId{n}"/>'
        for n, (name, _) in numbered
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": relations([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{properties}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered]
            + [("rIdS", "styles", "styles.xml"), ("rIdT", "sharedStrings", "sharedStrings.xml")]
        ),
    }
    for n, (_, content) in numbered:
        whole = isinstance(content, bytes) or "<sheetData" in content or content.startswith("<?xml")
        parts[f"xl/worksheets/sheet{n}.xml"] = content if whole else worksheet(str(content))
    return parts


def xlsx(sheets: Mapping[str, str | bytes], *, properties: str = "", **parts: str | bytes) -> bytes:
    """An .xlsx; further parts of ``xl/`` by their stem (``styles=…``, ``sharedStrings=…``)."""
    return zipped(xlsx_parts(sheets, properties=properties) | {f"xl/{stem}.xml": text for stem, text in parts.items()})


DATE_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
)


def ods(tables: str, *, manifest: str = "", styles: str = "") -> bytes:
    """An .ods around its tables."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "style", "table", "text")
    )
    listed = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<office:document-content {spaces} xmlns:calcext="urn:calcext">'
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
            f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{listed}">{manifest}</manifest:manifest>',
        },
        zipfile.ZIP_STORED,
    )


def record(kind: int, body: bytes = b"") -> bytes:
    """One record of an .xls stream."""
    return struct.pack("<HH", kind, len(body)) + body


def number_cell(row: int, col: int, value: float) -> bytes:
    """A number in an .xls."""
    return record(0x203, struct.pack("<HHHd", row, col, 0, value))


def error_cell(row: int, col: int, code: int) -> bytes:
    """An error constant in an .xls."""
    return record(0x205, struct.pack("<HHHBB", row, col, 0, code, 1))


def xls_stream(sheets: Mapping[str, bytes], workbook_records: bytes = b"", hidden: Collection[str] = ()) -> bytes:
    """The workbook stream of an .xls: sheet name -> its cell records."""
    begin = record(0x809, struct.pack("<HHHHII", 0x600, 0x0005, 0, 0x07CC, 0, 6))
    sheet_begin = record(0x809, struct.pack("<HHHHII", 0x600, 0x0010, 0, 0x07CC, 0, 6))
    end = record(0x0A)
    lines = [record(0x85, struct.pack("<IBBBB", 0, n in hidden, 0, len(n), 1) + n.encode("utf-16-le")) for n in sheets]
    at = len(begin) + len(workbook_records) + sum(map(len, lines)) + len(end)
    listed, bodies = b"", b""
    for line, cells in zip(lines, sheets.values(), strict=True):
        listed += line[:4] + struct.pack("<I", at + len(bodies)) + line[8:]
        bodies += sheet_begin + cells + end
    return begin + workbook_records + listed + end + bodies


def compound(streams: Sequence[tuple[str, bytes]]) -> bytes:
    """A compound file of 512-byte sectors; streams below 4096 bytes go to the mini stream."""
    free, last, fat_mark = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(data: bytes) -> int:
        start = len(sectors)
        count = max(-(-len(data) // 512), 1)
        sectors.extend(data[i * 512 : (i + 1) * 512].ljust(512, b"\0") for i in range(count))
        fat.extend([*range(start + 1, start + count), last])
        return start

    mini, mini_fat, places = b"", list[int](), []
    for _, data in streams:
        if len(data) >= 4096:
            places.append(store(data))
            continue
        start, count = len(mini) // 64, max(-(-len(data) // 64), 1)
        mini += data.ljust(count * 64, b"\0")
        mini_fat += [*range(start + 1, start + count), last]
        places.append(start)
    mini_start = store(mini) if mini else last
    table_start = last
    if mini:
        padded = mini_fat + [free] * (-len(mini_fat) % 128)
        table_start = store(struct.pack(f"<{len(padded)}I", *padded))

    def entry(name: str, kind: int, start: int, size: int, child: int = free, right: int = free) -> bytes:
        text = name.encode("utf-16-le")
        head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind, 1, free, right, child)
        return head + bytes(36) + struct.pack("<IQ", start, size)

    entries = [entry("Root Entry", 5, mini_start, len(mini), child=1)]
    for i, ((name, data), start) in enumerate(zip(streams, places, strict=True), 1):
        entries.append(entry(name, 2, start, len(data), right=i + 1 if i < len(streams) else free))
    entries += [bytes(128)] * (-len(entries) % 4)
    directory = store(b"".join(entries))
    fat_sector, fat_sectors = len(sectors), 1
    while len(fat) + fat_sectors > 128 * fat_sectors:
        fat_sectors += 1
    fat += [fat_mark] * fat_sectors
    fat += [free] * (128 * fat_sectors - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, fat_sectors, directory, 0, 4096, table_start, 1 if mini else 0, last, 0)
    header += struct.pack("<109I", *range(fat_sector, fat_sector + fat_sectors), *[free] * (109 - fat_sectors))
    return header + b"".join(sectors) + struct.pack(f"<{len(fat)}I", *fat)


def xls(
    sheets: Mapping[str, bytes], workbook_records: bytes = b"", *, size: int = 4096, hidden: Collection[str] = ()
) -> bytes:
    """An .xls whose workbook stream is padded to `size` bytes, as Excel does."""
    return compound([("Workbook", xls_stream(sheets, workbook_records, hidden).ljust(size, b"\0"))])


def binary_record(kind: int, body: bytes = b"") -> bytes:
    """One record of an .xlsb part (bodies below 16 KiB)."""
    size = bytes([len(body)]) if len(body) < 128 else bytes([len(body) & 0x7F | 0x80, len(body) >> 7])
    return (bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])) + size + body


def xlsb(sheets: Mapping[str, bytes]) -> bytes:
    """An .xlsb: sheet name -> the records inside its sheet data."""
    return zipped(xlsb_parts(sheets))


def xlsb_parts(
    sheets: Mapping[str, bytes], *, hidden: Collection[str] = (), after: Mapping[str, bytes] | None = None
) -> dict[str, str | bytes]:
    """The parts of an .xlsb; `after` are records that follow the sheet data of a sheet."""

    def wide(text: str) -> bytes:
        return struct.pack("<I", len(text)) + text.encode("utf-16-le")

    listed = b"".join(
        binary_record(156, struct.pack("<II", name in hidden, n) + wide(f"rId{n}") + wide(name))
        for n, name in enumerate(sheets, 1)
    )
    book = binary_record(131) + binary_record(143) + listed + binary_record(144) + binary_record(132)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": relations([("rId1", "officeDocument", "xl/workbook.bin")]),
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": relations(
            (f"rId{n}", "worksheet", f"worksheets/sheet{n}.bin") for n, _ in enumerate(sheets, 1)
        ),
    }
    for n, (name, cells) in enumerate(sheets.items(), 1):
        size = binary_record(148, struct.pack("<IIII", 0, 0, 0, 0))
        inside = binary_record(145) + cells + binary_record(146) + (after or {}).get(name, b"")
        parts[f"xl/worksheets/sheet{n}.bin"] = binary_record(129) + size + inside + binary_record(130)
    return parts
