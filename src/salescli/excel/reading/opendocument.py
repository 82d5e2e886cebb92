"""The guard for .ods: repeated rows and cells multiplied out before the reader does it.

Every .ods fills its sheets with repeated blanks up to the last row and column; those cost nothing and do not
count. A filled cell behind them, or one that is itself repeated, does.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from salescli.excel.reading.flaws import Flaws
from salescli.excel.reading.hidden import HiddenRows
from salescli.excel.reading.ooxml import Parts, elements
from salescli.excel.reading.package import pack
from salescli.excel.reading.padding import Padding, as_shown
from salescli.excel.reading.raw import FlawKind, Spot
from salescli.excel.reading.suspect import EXCEL_COLUMNS, EXCEL_ROWS, Cleared, Suspect
from salescli.table.codes import files as codes

_CONTENT: Final = "content.xml"
_ENCRYPTION: Final = frozenset(("encryption-data",))
_MANIFEST: Final = "META-INF/manifest.xml"
_TAG: Final = re.compile(
    rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)(?=[\s/>])((?:[^<>\"]++|\"[^\"]*+\")*+)>"
)
_ROWS: Final = re.compile(rb'table:number-rows-repeated="(\d{1,18})"')
_COLUMNS: Final = re.compile(rb'table:number-columns-repeated="(\d{1,18})"')
_SPANS: Final = tuple(re.compile(rb'table:number-%s-spanned="(\d{1,7})"' % each) for each in (b"rows", b"columns"))
_MOST_MERGED: Final = 200_000
_UNSEEN: Final = re.compile(rb'table:visibility="(?:filter|collapse)"')
_NAME: Final = re.compile(rb'table:name="([^"]*)"')
_FORMULA: Final = re.compile(rb'table:formula="(?:of:)?=?([^"]*)"')
_SHOWN: Final = re.compile(rb"<text:p[^>]*>([^<]*)")
_ZEROS_SHOWN: Final = re.compile(rb"<text:p>((?:[^\d<.,]*0[\d]|[^\d<.,\-]+\d)[^<.,]*)<")


@dataclass(slots=True)
class _Table:
    """One table while it is walked: where the walk stands, and how far the filled cells reach."""

    name: str
    row: int = 0
    col: int = 0
    repeat: int = 1
    far_row: int = -1
    far_col: int = -1
    flaws: Flaws = field(default_factory=Flaws)
    text: int = 0
    padded: dict[Spot, Padding] = field(default_factory=dict)
    hidden: HiddenRows = field(default_factory=HiddenRows)
    hides: bool = False
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def clear_ods(parts: Parts) -> Cleared:
    """Survey every table; raises UnusableFile."""
    suspect = parts.suspect
    manifest = parts.need(_MANIFEST)
    if any(tag == "encryption-data" for tag, _ in elements(suspect, _MANIFEST, manifest, _ENCRYPTION)):
        raise suspect.refusal(codes.ENCRYPTED)
    _check_whole(suspect, parts.need(_CONTENT))
    tables = _tables(parts.need(_CONTENT))
    if len(tables) > suspect.limits.max_sheets:
        raise suspect.refusal(codes.TOO_MANY_SHEETS, count=len(tables), limit=suspect.limits.max_sheets)
    cells = 0
    for table in tables:  # the reader opens them all at once, so they count together
        if table.far_row >= 0:
            cells += suspect.check_extent(table.name, table.far_row, table.far_col, already=cells)
    if sum(table.text for table in tables) > suspect.limits.max_text_bytes:
        raise suspect.refusal(codes.TOO_MUCH_TEXT, limit=suspect.limits.max_text_bytes >> 20)
    package = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        _MANIFEST: manifest,
        _CONTENT: parts.need(_CONTENT),
    }
    padded = {order: table.padded for order, table in enumerate(tables) if table.padded}
    hidden = {order: table.hidden for order, table in enumerate(tables) if table.hidden}
    merged = {order: table.merged for order, table in enumerate(tables) if table.merged}
    if any(len(areas) > _MOST_MERGED for areas in merged.values()):
        raise suspect.damaged(f"{_CONTENT}: number-rows-spanned")
    flaws = tuple(table.flaws for table in tables)
    return Cleared("ods", pack(package), flaws, padded=padded, hidden=hidden, merged=merged)


def _check_whole(suspect: Suspect, content: bytes) -> None:
    """Raise UnusableFile unless every element ends: within one that does not, the reader waits for ever."""
    from xml.parsers.expat import ExpatError, ParserCreate

    try:
        ParserCreate().Parse(content, True)
    except ExpatError as error:
        raise suspect.damaged(_CONTENT) from error


def _tables(data: bytes) -> list[_Table]:
    tables: list[_Table] = []
    depth = 0
    tag = _TAG.search(data)
    while tag is not None:
        after = _TAG.search(data, tag.end())
        closing, name, attributes = tag.groups()
        if name == b"table":
            depth += -1 if closing else 0 if attributes.endswith(b"/") else 1
            if not closing and depth <= 1:
                found = _NAME.search(attributes)
                tables.append(_Table(found[1].decode("utf-8", "replace") if found else ""))
        elif tables and depth == 1:
            _step(tables[-1], bool(closing), name, attributes, data[tag.end() : after.start() if after else None])
        tag = after
    return tables


def _step(table: _Table, closing: bool, name: bytes, attributes: bytes, inside: bytes) -> None:
    """One row or cell tag; `inside` is what stands up to the next one."""
    if name == b"table-row":
        if closing or attributes.endswith(b"/"):
            table.row += table.repeat if closing else _count(_ROWS, attributes)
        else:
            table.repeat, table.col = _count(_ROWS, attributes), 0
            table.hides = _UNSEEN.search(attributes) is not None
        return
    if closing:
        return
    repeat = _count(_COLUMNS, attributes)
    if b"value-type=" in attributes or (b"formula=" in attributes and b"<text:p" not in inside):
        table.far_row = min(max(table.far_row, table.row + table.repeat - 1), EXCEL_ROWS - 1)
        table.far_col = min(max(table.far_col, table.col + repeat - 1), EXCEL_COLUMNS - 1)
        table.text += (len(inside) + len(attributes)) * repeat * table.repeat
        if table.row < EXCEL_ROWS and table.col < EXCEL_COLUMNS:
            _look(table, attributes, inside)
            if table.hides:
                table.hidden.note(table.row, min(table.row + table.repeat, EXCEL_ROWS) - 1)
            if b"-spanned=" in attributes and len(table.merged) <= _MOST_MERGED:
                table.merged.append(_area(table, attributes))
        if b'value-type="float"' in attributes and (zeros := _ZEROS_SHOWN.search(inside)) is not None:
            table.padded[table.row, table.col] = as_shown(zeros[1])
    table.col += repeat


def _area(table: _Table, attributes: bytes) -> tuple[int, int, int, int]:
    """The cells that the one where the walk stands is merged with: first row and column, last row and column."""
    rows, columns = (_count(pattern, attributes) for pattern in _SPANS)
    last_row, last_col = table.row + rows - 1, table.col + columns - 1
    return table.row, table.col, min(last_row, EXCEL_ROWS - 1), min(last_col, EXCEL_COLUMNS - 1)


def _count(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    match = pattern.search(attributes)
    return max(int(match[1]), 1) if match else 1


def _look(table: _Table, attributes: bytes, inside: bytes) -> None:
    """Note what is wrong with the cell where the walk stands."""
    spot = (table.row, table.col)
    if b'calcext:value-type="error"' in attributes:
        shown = _SHOWN.search(inside)
        text = shown[1].decode("utf-8", "replace") if shown else "#N/A"
        table.flaws.note(spot, FlawKind.ERROR_VALUE, text)
    elif b"value-type=" not in attributes and (formula := _FORMULA.search(attributes)) is not None:
        table.flaws.note(spot, FlawKind.NO_CACHED_VALUE, "=" + formula[1].decode("utf-8", "replace"))
