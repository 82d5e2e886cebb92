"""The guard for .xls: the records of its workbook stream, walked for extents and error cells.

A record is a type, a length and that many bytes, all little-endian ([MS-XLS] 2.1.4). Formulas always carry a
saved result there, so only errors are flaws.
"""

import struct
from array import array
from collections.abc import Iterator, Mapping
from struct import unpack_from
from typing import Final, NamedTuple

from salescli.excel.reading.compound import Compound
from salescli.excel.reading.flaws import Flaws
from salescli.excel.reading.hidden import HiddenRows
from salescli.excel.reading.padding import Padding, paddings
from salescli.excel.reading.raw import FlawKind, Spot
from salescli.excel.reading.sharedtext import check_binary_text, string_table_lengths
from salescli.excel.reading.suspect import Cleared, Suspect
from salescli.table.codes import files as codes

ERROR_NAMES: Final[Mapping[int, str]] = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}

_FORMULA, _EOF, _DATES, _PASSWORD, _SHEET = 0x06, 0x0A, 0x22, 0x2F, 0x85
_DIMENSIONS, _ROWS, _COLUMNS = 0x200, 65_536, 256
_ROW, _ROW_HIDDEN = 0x208, 0x20
_MANY_NUMBERS, _BOOL_OR_ERROR = 0xBD, 0x205
_FORMAT, _STYLE = 0x41E, 0xE0
_STRINGS, _CONTINUED, _STRING_CELL = 0xFC, 0x3C, 0xFD
_OF_GLOBALS: Final = frozenset((_DATES, _SHEET, _FORMAT, _STYLE, _STRINGS, _CONTINUED))
_WIDEST: Final = 3
"""Bytes a character of an .xls may take once it is UTF-8."""
_BEGIN: Final = frozenset((0x809, 0x409, 0x209, 0x09))
_CELLS: Final = frozenset((_FORMULA, _MANY_NUMBERS, 0xD6, 0xFD, 0x203, 0x204, _BOOL_OR_ERROR, 0x27E))


def clear_xls(suspect: Suspect) -> Cleared:
    """Survey every sheet of an .xls; raises UnusableFile."""
    compound = Compound(suspect)
    if compound.names() & {"encryptedpackage", "encryptioninfo"}:
        raise suspect.refusal(codes.ENCRYPTED)
    data = compound.stream("Workbook") or compound.stream("Book")
    if data is None:
        raise suspect.refusal(codes.NOT_A_WORKBOOK)
    try:
        return _survey(suspect, data)
    except (struct.error, IndexError) as error:
        raise suspect.damaged("Workbook") from error


class _Globals:
    """What the workbook's own records say: its sheets with where they start, its formats, its shared strings."""

    def __init__(self, suspect: Suspect, data: bytes) -> None:
        self.date1904 = False
        self.starts: list[int] = []
        self.names: list[str] = []
        self.formats: dict[int, str] = {}
        self.styles: list[int] = []
        self.strings: list[bytes] = []
        before = 0
        for kind, at, length in _records(data, 0):
            if kind == _PASSWORD:
                raise suspect.refusal(codes.ENCRYPTED)
            self._take(kind, data[at : at + length] if kind in _OF_GLOBALS else b"", before)
            before = kind

    def _take(self, kind: int, body: bytes, before: int) -> None:
        if kind == _STRINGS:
            self.strings = [body[8:]]
        elif kind == _CONTINUED and before in (_STRINGS, _CONTINUED) and self.strings:
            self.strings.append(body)
        elif kind == _DATES:
            self.date1904 = body[0] == 1
        elif kind == _SHEET:
            self.starts.append(int(unpack_from("<I", body)[0]))
            self.names.append(_name(body[6:]))
        elif kind == _FORMAT:
            self.formats[int(unpack_from("<H", body)[0])] = _text(body[2:])
        elif kind == _STYLE:
            self.styles.append(int(unpack_from("<H", body, 2)[0]))

    def padded_styles(self) -> dict[int, Padding]:
        """The cell styles whose number format pads with zeros, by their number."""
        pads = paddings(self.formats)
        return {style: pads[form] for style, form in enumerate(self.styles) if form in pads}


def _survey(suspect: Suspect, data: bytes) -> Cleared:
    book = _Globals(suspect, data)
    if len(book.starts) > suspect.limits.max_sheets:
        raise suspect.refusal(codes.TOO_MANY_SHEETS, count=len(book.starts), limit=suspect.limits.max_sheets)
    forms, uses = book.padded_styles(), array("L")
    surveyed: dict[int, _Surveyed] = {}
    cells = 0
    for name, start in zip(book.names, book.starts, strict=True):
        if start not in surveyed:
            surveyed[start] = _sheet(data, start, forms, uses)
        row, col = surveyed[start].far
        # the reader opens all sheets of an .xls at once, so they count together
        cells += suspect.check_extent(name, row, col, already=cells)
    lengths = string_table_lengths(book.strings) if book.strings and uses else array("L")
    check_binary_text(suspect, array("L", (_WIDEST * length for length in lengths)), uses)
    found = [surveyed[start] for start in book.starts]
    padded = {order: one.padded for order, one in enumerate(found) if one.padded}
    hidden = {order: one.hidden for order, one in enumerate(found) if one.hidden}
    flaws = tuple(one.flaws for one in found)
    return Cleared("xls", suspect.data, flaws, date1904=book.date1904, padded=padded, hidden=hidden)


def _name(body: bytes) -> str:
    """A sheet's name: its length, whether it is UTF-16, its characters ([MS-XLS] 2.5.240)."""
    return body[2:].decode("utf-16-le" if body[1] & 1 else "latin-1", "replace")[: body[0]]


def _text(body: bytes) -> str:
    """A number format: its length, whether it is UTF-16, its characters ([MS-XLS] 2.5.294)."""
    length = int(unpack_from("<H", body)[0])
    return body[3:].decode("utf-16-le" if body[2] & 1 else "latin-1", "replace")[:length]


def _records(data: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """(type, where its bytes begin, how many) up to the end of the substream that begins at `at`."""
    depth = 0
    while True:
        kind, length = unpack_from("<HH", data, at)
        at += 4
        if at + length > len(data):
            raise IndexError(at)
        if kind in _BEGIN:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth <= 1:
            yield kind, at, length
        at += length


class _Surveyed(NamedTuple):
    """One sheet: its far corner, its error cells, those that pad with zeros, its hidden rows."""

    far: Spot
    flaws: Flaws
    padded: dict[Spot, Padding]
    hidden: HiddenRows


def _sheet(data: bytes, start: int, forms: Mapping[int, Padding], uses: "array[int]") -> _Surveyed:
    """Survey one sheet; the shared strings its cells show are added to `uses`."""
    far_row = far_col = 0
    flaws = Flaws()
    padded: dict[Spot, Padding] = {}
    hidden = HiddenRows()
    for kind, at, length in _records(data, start):
        if kind == _DIMENSIONS:
            _check_dimensions(data, at, length)
        if kind == _ROW and unpack_from("<I", data, at + 12)[0] & _ROW_HIDDEN:
            hidden.note(unpack_from("<H", data, at)[0])
        if kind not in _CELLS:
            continue
        row, col = unpack_from("<HH", data, at)
        last = unpack_from("<H", data, at + length - 2)[0] if kind == _MANY_NUMBERS else col
        far_row, far_col = max(far_row, row), max(far_col, last)
        if kind == _STRING_CELL:
            uses.append(unpack_from("<I", data, at + 6)[0])
        if forms:
            each = range(col, last + 1) if kind == _MANY_NUMBERS else (col,)
            styles = ((spot, unpack_from("<H", data, at + 4 + 6 * nth)[0]) for nth, spot in enumerate(each))
            padded.update({(row, spot): forms[style] for spot, style in styles if style in forms})
        if kind == _BOOL_OR_ERROR and data[at + 7] == 1:
            flaws.note((row, col), FlawKind.ERROR_VALUE, ERROR_NAMES.get(data[at + 6], "#N/A"))
        elif kind == _FORMULA and data[at + 6] == 2 and data[at + 12 : at + 14] == b"\xff\xff":
            flaws.note((row, col), FlawKind.ERROR_VALUE, ERROR_NAMES.get(data[at + 8], "#N/A"))
    return _Surveyed((far_row, far_col), flaws, padded, hidden)


def _check_dimensions(data: bytes, at: int, length: int) -> None:
    """The reader reserves what is declared here; the format ends at IV65536 ([MS-XLS] 2.4.90)."""
    first_row, last_row, first_col, last_col = unpack_from("<IIHH" if length >= 14 else "<HHHH", data, at)
    if not (first_row <= last_row <= _ROWS and first_col <= last_col <= _COLUMNS):
        raise IndexError(last_row, last_col)
