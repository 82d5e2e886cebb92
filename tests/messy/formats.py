"""The same pages as .xls, .xlsb and .ods, byte by byte: what no library here writes, people still send."""

import struct
from collections.abc import Callable, Mapping
from datetime import date, datetime
from html import escape
from typing import Final

from tests.excel.packages import binary_record, ods, record, relations, xls, xlsb_parts, zipped
from tests.messy.mess import Page, Pages
from tests.sheets import Cell

GENERAL, DAY, MOMENT = 0, 1, 2
"""Cell styles, the same in every file."""
_FORMATS: Final = (0, 14, 22)
_DAY_ZERO: Final = datetime(1899, 12, 30)


def _plain(cell: Cell) -> tuple[int, str | float]:
    """A cell's style, and its text or number; dates are serials."""
    if isinstance(cell, str):
        return GENERAL, cell
    if isinstance(cell, datetime):
        return MOMENT, (cell - _DAY_ZERO).total_seconds() / 86_400
    if isinstance(cell, date):
        return DAY, float((datetime(cell.year, cell.month, cell.day) - _DAY_ZERO).days)
    return GENERAL, float(cell or 0)


def saved_xls(pages: Pages) -> bytes:
    """As Excel 97 keeps it."""
    styles = b"".join(record(0xE0, struct.pack("<HH", 0, form) + bytes(16)) for form in _FORMATS)
    sheets = {page.name: _xls_sheet(page) for page in pages}
    return xls(sheets, styles, hidden={page.name for page in pages if page.hidden})


def _xls_sheet(page: Page) -> bytes:
    found = []
    for at, row in enumerate(page.rows):
        options = 0x20 if at in page.hidden_rows else 0
        found.append(record(0x208, struct.pack("<HHHHHHI", at, 0, len(row), 255, 0, 0, options)))
        for col, cell in enumerate(row):
            if cell is None:
                continue
            style, value = _plain(cell)
            head = struct.pack("<HHH", at, col, style)
            if isinstance(value, str):
                found.append(record(0x204, head + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")))
            else:
                found.append(record(0x203, head + struct.pack("<d", value)))
    areas = b"".join(struct.pack("<HHHH", top, bottom, left, right) for top, left, bottom, right in page.merged)
    return b"".join(found) + record(0xE5, struct.pack("<H", len(page.merged)) + areas)


def saved_xlsb(pages: Pages) -> bytes:
    """As Excel's binary workbook."""
    forms = b"".join(binary_record(47, struct.pack("<HH", 0, form) + bytes(12)) for form in _FORMATS)
    sheets = {page.name: _xlsb_sheet(page) for page in pages}
    parts = xlsb_parts(
        sheets,
        hidden={page.name for page in pages if page.hidden},
        after={page.name: _xlsb_merged(page) for page in pages if page.merged},
    )
    links = str(parts["xl/_rels/workbook.bin.rels"])
    style_link = relations([("rIdS", "styles", "styles.bin")])
    inside = style_link[style_link.index("<Relationship ") :]
    parts["xl/_rels/workbook.bin.rels"] = links.replace("</Relationships>", inside)
    parts["xl/styles.bin"] = (
        binary_record(278)
        + binary_record(617, struct.pack("<I", len(_FORMATS)))
        + forms
        + binary_record(618)
        + binary_record(279)
    )
    return zipped(parts)


def _xlsb_sheet(page: Page) -> bytes:
    found = []
    for at, row in enumerate(page.rows):
        flags = bytes([0, 0x10 if at in page.hidden_rows else 0, 0])
        found.append(binary_record(0, struct.pack("<IIH", at, 0, 255) + flags + bytes(4)))
        for col, cell in enumerate(row):
            if cell is None:
                continue
            style, value = _plain(cell)
            head = struct.pack("<II", col, style)
            if isinstance(value, str):
                text = value.encode("utf-16-le")
                found.append(binary_record(6, head + struct.pack("<I", len(text) // 2) + text))
            else:
                found.append(binary_record(5, head + struct.pack("<d", value)))
    return b"".join(found)


def _xlsb_merged(page: Page) -> bytes:
    areas = (struct.pack("<IIII", top, bottom, left, right) for top, left, bottom, right in page.merged)
    inside = b"".join(binary_record(176, area) for area in areas)
    return binary_record(177, struct.pack("<I", len(page.merged))) + inside + binary_record(178)


def saved_ods(pages: Pages) -> bytes:
    """As LibreOffice keeps it."""
    style = '<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/>'
    return ods("".join(map(_ods_table, pages)), styles=f"{style}</style:style>")


def _ods_table(page: Page) -> str:
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in page.merged}
    covered = {
        (at, col)
        for top, left, bottom, right in page.merged
        for at in range(top, bottom + 1)
        for col in range(left, right + 1)
    } - set(spans)
    rows = []
    for at, row in enumerate(page.rows):
        cells = "".join(
            "<table:covered-table-cell/>" if (at, col) in covered else _ods_cell(cell, spans.get((at, col)))
            for col, cell in enumerate(row)
        )
        seen = ' table:visibility="filter"' if at in page.hidden_rows else ""
        rows.append(f"<table:table-row{seen}>{cells or '<table:table-cell/>'}</table:table-row>")
    style = ' table:style-name="hidden"' if page.hidden else ""
    return f'<table:table table:name="{escape(page.name)}"{style}>{"".join(rows)}</table:table>'


def _ods_cell(cell: Cell, span: tuple[int, int] | None) -> str:
    wide = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if cell is None:
        return f"<table:table-cell{wide}/>"
    if isinstance(cell, str):
        text = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
        return f'<table:table-cell{wide} office:value-type="string">{text}</table:table-cell>'
    if isinstance(cell, date):
        given = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    else:
        given = f'office:value-type="float" office:value="{cell}"'
    return f"<table:table-cell{wide} {given}><text:p>{cell}</text:p></table:table-cell>"


FORMATS: Final[Mapping[str, Callable[[Pages], bytes]]] = {"xls": saved_xls, "xlsb": saved_xlsb, "ods": saved_ods}
