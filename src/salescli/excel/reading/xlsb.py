"""The guard for .xlsb: the binary records of each sheet, walked for its extent and its error cells.

Records are a varint type, a varint length and that many bytes ([MS-XLSB] 2.1.4).
"""

import struct
from array import array
from collections.abc import Iterator, Mapping
from struct import unpack_from
from typing import Final

from salescli.excel.reading.biff import ERROR_NAMES
from salescli.excel.reading.flaws import Flaws
from salescli.excel.reading.hidden import HiddenRows
from salescli.excel.reading.ooxml import Parts, entry, shaped, wanted_sheet
from salescli.excel.reading.padding import Padding, paddings
from salescli.excel.reading.raw import FlawKind, Spot
from salescli.excel.reading.sharedtext import check_binary_text
from salescli.excel.reading.suspect import EXCEL_COLUMNS, EXCEL_ROWS, Cleared
from salescli.table.codes import files as codes

_ROW: Final = 0
_ROW_HIDDEN: Final = 0x10
"""Bit of the twelfth byte of a row that says it has no height ([MS-XLSB] 2.4.733)."""
_ERRORS: Final = (3, 11)
_FILLED: Final = range(2, 12)
_STRING_CELL: Final = 7
_FORMAT, _CELL_STYLE = 44, 47
_CELL_STYLES: Final = range(617, 619)
_WORKBOOK_PROPERTIES: Final = 153
_SHEET: Final = 156


def clear_xlsb(parts: Parts, main: str, only: str | None) -> Cleared:
    """Survey the sheets asked for; raises UnusableFile."""
    suspect, links = parts.suspect, parts.relations(main)
    by_id = {link.id: link for link in links}
    try:
        date1904, listed = _workbook(parts.need(main))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise suspect.damaged(main) from error
    if len(listed) > suspect.limits.max_sheets:
        raise suspect.refusal(codes.TOO_MANY_SHEETS, count=len(listed), limit=suspect.limits.max_sheets)
    kept: dict[str, bytes] = {}
    uses = array("L")
    flaws: list[Flaws] = []
    padded: dict[int, dict[Spot, Padding]] = {}
    hidden: dict[int, HiddenRows] = {}
    styles = next((parts.get(link.target) for link in links if link.kind == "styles"), None)
    try:
        forms = _padded_styles(styles or b"")
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise suspect.damaged("styles") from error
    for order, (name, relation) in enumerate(listed):
        sheet = entry(name, relation, by_id)
        found = Flaws()
        if sheet.kind == "worksheet" and sheet.part is not None and wanted_sheet(name, only):
            kept[sheet.part] = data = parts.need(sheet.part)
            try:
                row, col = _sheet(
                    data, found, uses, forms, padded.setdefault(order, {}), hidden.setdefault(order, HiddenRows())
                )
            except (struct.error, IndexError) as error:
                raise suspect.damaged(sheet.part) from error
            suspect.check_extent(name, row, col)
        flaws.append(found)
    strings = next((parts.get(link.target) for link in links if link.kind == "sharedStrings"), None)
    lengths = array("L", (len(body) for kind, body in _records(strings or b"") if kind == 19))
    check_binary_text(suspect, lengths, uses)
    package = shaped(parts, parts.need(main), links, kept, suffix="bin")
    return Cleared("xlsb", package, tuple(flaws), tuple(name for name, _ in listed), date1904, padded, hidden)


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at, size = 0, len(data)
    while at < size:
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[at] << 7)
            at += 1
        length = shift = 0
        while True:
            byte = data[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 or shift == 28:
                break
        yield kind, data[at : at + length]
        at += length


def _workbook(data: bytes) -> tuple[bool, list[tuple[str, str]]]:
    """Whether dates count from 1904, and each sheet's name and relation."""
    date1904, sheets = False, []
    for kind, body in _records(data):
        if kind == _WORKBOOK_PROPERTIES:
            date1904 = bool(body[0] & 1)
        elif kind == _SHEET:
            relation, after = _wide(body, 8)
            sheets.append((_wide(body, after)[0], relation))
    return date1904, sheets


def _wide(body: bytes, at: int) -> tuple[str, int]:
    length = int(unpack_from("<I", body, at)[0])
    if length == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * length
    return body[at + 4 : end].decode("utf-16-le"), end


def _padded_styles(data: bytes) -> dict[int, Padding]:
    """The cell styles whose number format pads with zeros, by their number."""
    forms: dict[int, str] = {}
    cells: list[int] = []
    among_cells = False
    for kind, body in _records(data):
        if kind == _FORMAT:
            forms[int(unpack_from("<H", body)[0])] = _wide(body, 2)[0]
        elif kind in _CELL_STYLES:
            among_cells = kind == _CELL_STYLES.start
        elif kind == _CELL_STYLE and among_cells:
            cells.append(int(unpack_from("<H", body, 2)[0]))
    pads = paddings(forms)
    return {style: pads[form] for style, form in enumerate(cells) if form in pads}


def _sheet(
    data: bytes,
    flaws: Flaws,
    uses: "array[int]",
    forms: Mapping[int, Padding],
    padded: dict[Spot, Padding],
    hidden: HiddenRows,
) -> Spot:
    """The far corner of a sheet; its errors go to `flaws`, its shared strings to `uses`, cells of one of the
    styles `forms` to `padded`, its hidden rows to `hidden`."""
    row = far_row = far_col = 0
    for kind, body in _records(data):
        if kind == _ROW:
            row = int(unpack_from("<I", body)[0])
            if body[11:12] and body[11] & _ROW_HIDDEN:
                hidden.note(row)
        elif kind in _FILLED:
            col = int(unpack_from("<I", body)[0])
            if row >= EXCEL_ROWS or col >= EXCEL_COLUMNS:
                raise IndexError(row, col)
            far_row, far_col = max(far_row, row), max(far_col, col)
            if forms and (pads := forms.get(int.from_bytes(body[4:7], "little"))) is not None:
                padded[row, col] = pads
            if kind in _ERRORS:
                flaws.note((row, col), FlawKind.ERROR_VALUE, ERROR_NAMES.get(body[8], "#N/A"))
            elif kind == _STRING_CELL:
                uses.append(int(unpack_from("<I", body, 8)[0]))
    return far_row, far_col
