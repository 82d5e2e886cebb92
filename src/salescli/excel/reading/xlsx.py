"""The guard for .xlsx and .xlsm: every worksheet surveyed, and the package rebuilt from surveyed parts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from salescli.excel.reading.flaws import Flaws
from salescli.excel.reading.hidden import hidden_rows
from salescli.excel.reading.ooxml import (
    MAIN,
    OFFICE,
    Parts,
    Relation,
    SheetEntry,
    elements_of,
    entry,
    parsed,
    quoted,
    shaped,
    wanted_sheet,
)
from salescli.excel.reading.padding import Padding, paddings
from salescli.excel.reading.raw import Flaw, FlawKind, Spot
from salescli.excel.reading.repeats import RepeatedCell
from salescli.excel.reading.sharedtext import check_text
from salescli.excel.reading.sheetxml import BadSheet, Survey, survey
from salescli.excel.reading.suspect import Cleared
from salescli.table.codes import files as codes

_KNOWN_ERRORS: Final = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DATA!", "#GETTING_DATA")
)

_SHEET: Final = re.compile(rb"<(?:[^\s<>/:]+:)?sheet[\s/]")
_NO_TEXT: Final = re.compile(rb"""\st\s*=\s*["']s["'][^<>]*>\s*<(?:[^\s<>/:]+:)?v>-""")
"""A cell that refers to a shared text below the first: the reader would show the first."""
_OF_BOOK: Final = frozenset(("sheet", "workbookPr"))
_OF_STYLES: Final = frozenset(("numFmt", "cellXfs", "xf", "cellStyleXfs", "cellStyles", "dxfs", "tableStyles"))


def clear_xlsx(parts: Parts, main: str, only: str | None) -> Cleared:
    """Survey the sheets asked for; raises UnusableFile."""
    suspect, links = parts.suspect, parts.relations(main)
    by_id = {link.id: link for link in links}
    count = parsed(suspect, main, parts.need(main), _count_sheets)
    if count > suspect.limits.max_sheets:
        raise suspect.refusal(codes.TOO_MANY_SHEETS, count=count, limit=suspect.limits.max_sheets)
    listed, date1904 = parsed(suspect, main, parts.need(main), _book)
    sheets = [entry(name, relation, by_id) for name, relation, _ in listed]
    kept: dict[str, bytes] = {}
    forms = _padded_styles(parts, links)
    wanted = (wanted_sheet(sheet.name, only) for sheet in sheets)
    found = [
        _clear_sheet(parts, sheet, kept, forms) if yes else Survey(None, Flaws())
        for sheet, yes in zip(sheets, wanted, strict=True)
    ]
    padded = {
        order: {spot: forms[style] for spot, style in one.styled.items()}
        for order, one in enumerate(found)
        if one.styled
    }
    hidden = {order: one.hidden for order, one in enumerate(found) if one.hidden}
    strings = next((parts.get(link.target) for link in links if link.kind == "sharedStrings"), None)
    check_text(suspect, strings or b"", kept.values())
    book = _workbook(tuple(attributes for *_, attributes in listed), date1904)
    package = shaped(parts, book, links, kept, suffix="xml")
    names, flaws = tuple(sheet.name for sheet in sheets), tuple(one.flaws for one in found)
    filled = {
        order: (one.filled, sheet.part)
        for order, (one, sheet) in enumerate(zip(found, sheets, strict=True))
        if one.filled and sheet.part is not None
    }
    return Cleared("xlsx", package, flaws, names, date1904, padded, hidden, filled=filled)


@lru_cache(maxsize=64)
def _count_sheets(book: bytes) -> int:
    """How many sheets a workbook part lists, found without parsing it: there may be millions."""
    return sum(1 for _ in _SHEET.finditer(book))


@lru_cache(maxsize=64)
def _book(book: bytes) -> tuple[Sequence[tuple[str, str, tuple[tuple[str, str], ...]]], bool]:
    """Each listed sheet's name, relation and attributes, and whether dates are counted from 1904."""
    listed, date1904 = [], False
    for tag, attributes in elements_of(book, _OF_BOOK):
        if tag == "sheet":
            listed.append((attributes.get("name", ""), attributes.get("id", ""), tuple(attributes.items())))
        elif tag == "workbookPr":
            date1904 = attributes.get("date1904", "").strip().lower() in ("1", "true", "on")
    return listed, date1904


@lru_cache(maxsize=64)
def _workbook(listed: tuple[tuple[tuple[str, str], ...], ...], date1904: bool) -> bytes:
    """The list of sheets for the reader, without all else a workbook part may hold, names of areas by the million."""
    lines = (
        f"<sheet name={quoted(sheet.get('name', ''))} sheetId={quoted(sheet.get('sheetId', ''))}"
        f" state={quoted(sheet.get('state', 'visible'))} r:id={quoted(sheet.get('id', ''))}/>"
        for sheet in map(dict, listed)
    )
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="{date1904:d}"/>'
        f"<sheets>{''.join(lines)}</sheets></workbook>"
    ).encode()


def _padded_styles(parts: Parts, links: Sequence[Relation]) -> dict[int, Padding]:
    """The cell styles whose number format pads with zeros, by their number."""
    part = next((link.target for link in links if link.kind == "styles"), None)
    data = None if part is None else parts.get(part)
    if part is None or data is None or b"numFmts" not in data:
        return {}
    return parsed(parts.suspect, part, data, _padded)


@lru_cache(maxsize=64)
def _padded(styles: bytes) -> dict[int, Padding]:
    forms: dict[str, str] = {}
    cells: list[str] = []
    among_cells = False
    for tag, attributes in elements_of(styles, _OF_STYLES):
        if tag == "numFmt":
            forms[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag == "xf" and among_cells:
            cells.append(attributes.get("numFmtId", ""))
        elif tag != "xf":
            among_cells = tag == "cellXfs"
    padded = paddings(forms)
    return {style: padded[form] for style, form in enumerate(cells) if form in padded}


def _clear_sheet(parts: Parts, sheet: SheetEntry, kept: dict[str, bytes], forms: Mapping[int, Padding]) -> Survey:
    """Survey one sheet and keep its part; a sheet that is not made of cells has neither."""
    suspect = parts.suspect
    if sheet.kind != "worksheet":
        if sheet.part is None:
            raise suspect.damaged(sheet.name)
        return Survey(None, Flaws())
    part = sheet.part or ""
    data = parts.need(part)
    try:
        found = survey(data, suspect.limits.max_cells, forms)
    except BadSheet as error:
        raise suspect.damaged(part) from error
    except RepeatedCell as error:
        raise suspect.repeated(sheet.name, error.spot) from error
    if found.far is not None:
        suspect.check_extent(sheet.name, *found.far)
    minus = data.find(b"-", max(data.find(b"sheetData"), 0))  # one byte is found much faster than two
    if minus >= 0 and data.find(b"v>-", max(minus - 2, 0)) >= 0 and _NO_TEXT.search(data):
        raise suspect.damaged(part)
    kept[part] = _readable(data, found.flaws)
    hidden = hidden_rows(data)
    return replace(found, hidden=hidden) if hidden else found


def _readable(data: bytes, flaws: dict[Spot, Flaw]) -> bytes:
    """The sheet with errors that the parser does not know written as one it does; the flaws keep their names."""
    errors = {flaw.text for flaw in flaws.values() if flaw.kind is FlawKind.ERROR_VALUE} - _KNOWN_ERRORS
    for text in errors:
        data = data.replace(f">{text}</".encode(), b">#N/A</")
    return data
