"""A worksheet's XML, surveyed before it is parsed: how far it reaches, and which cells the parser cannot give.

The parser allocates the whole rectangle a sheet spans, and shows error cells and formulas without a saved
result as blanks. Three ways, from fast to thorough, keep the survey much cheaper than the parse:

1. one search that finds nothing proves that all cells are spelled plainly, are no errors, and lie within a
   rectangle that is small enough: A1:AI99999, or of more rows and fewer columns for a sheet that ends further down;
2. other plainly spelled cells are measured by their addresses;
3. any other spelling (prefixed names, odd attributes, cells without addresses) is walked cell by cell.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from salescli.excel.addresses import column_index
from salescli.excel.reading.flaws import Flaws
from salescli.excel.reading.hidden import NONE, HiddenRows
from salescli.excel.reading.raw import FlawKind, Spot
from salescli.excel.reading.repeats import refuse_repeated
from salescli.excel.reading.suspect import EXCEL_COLUMNS, EXCEL_ROWS

_ATTRIBUTES: Final = rb'(?: (?:s|t|cm|vm|ph)="\w*")*'
_NO_ERROR: Final = rb'(?: t="s"| s="\d+")?(?: (?:s|t|cm|vm|ph)="(?!e")\w*")*'
_NEAR: Final = rb"(?:[A-Z]|A[A-I])[1-9]\d{0,4}"
_NOT_PLAIN: Final = re.compile(rb'<c(?=[\s/>])(?! r="[A-Z]{1,3}[1-9]\d{0,6}"' + _ATTRIBUTES + rb"/?>)")
_PREFIXED: Final = re.compile(rb":(?:c|row)[\s/>]")
_NEAR_ROWS: Final = 99_999
_NEAR_CELLS: Final = 35 * _NEAR_ROWS
_FAR_ROWS: Final = re.compile(rb'<c r="[A-Z]{1,3}(\d)(\d)\d{4}"')
_FILLED: Final = re.compile(rb'<c r="([A-Z]+)(\d+)"' + _ATTRIBUTES + rb">")
_CHUNK: Final = 4 << 20

_CELL: Final = re.compile(rb'<c r="([A-Z]+)(\d+)"([^<>]*)(?<!/)>')
_STYLED: Final = re.compile(rb'<c r="([A-Z]+)(\d+)"[^<>]*? s="(\d{1,9})"[^<>]*(?<!/)>')
_LONGEST: Final = 100_000
"""More bytes than an error or a formula can take; Excel stops at 8,192 characters."""
_ERROR: Final = re.compile(rb' t="e"')
_FORMULA: Final = re.compile(rb"<f[\s/>]")
_UNSAVED: Final = (
    re.compile(rb"</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"),
    re.compile(rb"<f(?:\s[^<>]*)?/>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"),
)

_OPEN: Final = re.compile(rb"<(?:[^\s<>/]*:)?(row|c)(?=[\s/>])")
_OPENED: Final = re.compile(rb"<(?:(row)|c)(?=[\s/>])([^<>]*+)>")
_ODD_ADDRESSES: Final = (b"\tr", b"\nr", b"\rr")
"""What an address begins with that stands behind another white space than a blank."""
_LAST_ROW: Final = re.compile(rb'<row r="(\d{1,7})"')
_OWN_ADDRESS: Final = re.compile(rb"""\sr\s*=\s*["']([A-Z]*)(\d{1,7})["']""")
_REST: Final = re.compile(rb"""((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>""")
_ATTRIBUTE: Final = re.compile(rb"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ADDRESS: Final = re.compile(rb"([A-Za-z]{1,3})(\d{1,7})")
_CLOSING: Final = re.compile(rb"</(?:[^\s<>/]*:)?c\s*>")

_VALUE: Final = re.compile(rb"<(?:[^\s<>/]*:)?v(?:\s[^<>]*)?(?:/>|>([^<]*)<)")
_FORMULA_TEXT: Final = re.compile(rb"<(?:[^\s<>/]*:)?f(?:\s[^<>]*)?(?:/>|>([^<]*)<)")


class BadSheet(ValueError):
    """A cell lies outside any worksheet, or is written in no way that could be followed."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a sheet holds: its far corner (None when it is certain to be near) and the cells to watch.

    `styled` are the cells of the styles that were asked for, each with its style; `hidden` the rows nobody sees.
    `filled` is how many cells have content, where that was only counted: a parser that gives fewer met one twice, or
    one whose content is empty.
    """

    far: Spot | None
    flaws: Flaws
    styled: dict[Spot, int] = field(default_factory=dict)
    hidden: HiddenRows = NONE
    filled: int = 0


class _Cell(NamedTuple):
    spot: Spot
    type: bytes
    body: bytes
    style: bytes = b""


def survey(data: bytes, most: int, styles: Collection[int] = ()) -> Survey:
    """Survey one worksheet part; `most` is how many cells its rectangle may have before it is measured."""
    if _PREFIXED.search(data) is None:
        near = _near(data, most)
        if near is not None and _not_within(near).search(data) is None:
            return Survey(None, _flaws(_unsaved(data)), _styled(data, styles), filled=data.count(b"</c>"))
        if _NOT_PLAIN.search(data) is None:
            return Survey(
                _far_corner(data), _flaws(_suspicious(data)), _styled(data, styles), filled=data.count(b"</c>")
            )
    return _walked(data, most, styles)


def filled(data: bytes) -> int:
    """How many plainly spelled cells have something in them, those with an empty value not counted."""
    return data.count(b"</c>") - data.count(b"<v></v></c>") - data.count(b"<v/></c>")


def filled_spots(data: bytes) -> Iterator[Spot]:
    """The plainly spelled cells with something in them, in the order of their part."""
    return ((int(match[2]) - 1, column_index(match[1])) for match in _FILLED.finditer(data))


def _near(data: bytes, most: int) -> bytes | None:
    """The addresses of a rectangle of at most `most` cells that the sheet, by its last cell, may lie within."""
    last = _FAR_ROWS.match(data, max(data.rfind(b'<c r="'), 0))
    if last is None:
        return _NEAR if most >= _NEAR_CELLS else None
    first, second = int(last[1]), int(last[2])  # 234567 rows are taken for 239999
    width = min(most // ((first * 10 + second + 1) * 10_000 - 1), 26)  # columns of one letter
    if width < 1:
        return None
    less = rb"|[1-%d]\d{5}" % (first - 1) if first > 1 else b""
    return rb"[A-%c](?:[1-9]\d{0,4}%b|%d[0-%d]\d{4})" % (64 + width, less, first, second)


@lru_cache(maxsize=64)
def _not_within(addresses: bytes) -> re.Pattern[bytes]:
    """A cell that is not spelled plainly, is an error, or has none of the `addresses`.

    The commonest endings come first, without repetitions, and what is no cell at all is told last: it is rare.
    """
    return re.compile(rb'<c(?! r="' + addresses + rb'"(?:>| t="s">| s="\d+">|' + _NO_ERROR + rb"/?>))(?=[\s/>])")


def _styled(data: bytes, styles: Collection[int]) -> dict[Spot, int]:
    """The filled cells of certain styles among plainly spelled ones."""
    if not styles:
        return {}
    found = (match.groups() for match in _STYLED.finditer(data))
    return {
        _checked(int(row) - 1, column_index(letters)): int(style)
        for letters, row, style in found
        if int(style) in styles
    }


def _far_corner(data: bytes) -> Spot:
    """The last row and the last column that hold something; formatted blanks do not count."""
    rows, columns, at = 0, {b"A"}, 0
    while at < len(data):
        end = data.find(b"<c ", at + _CHUNK)
        end = len(data) if end < 0 else end
        found = _FILLED.findall(data, at, end)
        if found:
            columns.update({letters for letters, _ in found})
            lowest = max([int(row) for _, row in found])
            rows = max(rows, lowest)
        at = end
    return _checked(max(rows, 1) - 1, max(map(column_index, columns)))


def _checked(row: int, col: int) -> Spot:
    if not (0 <= row < EXCEL_ROWS and 0 <= col < EXCEL_COLUMNS):
        raise BadSheet
    return row, col


def _suspicious(data: bytes) -> Iterator[_Cell]:
    """Plainly spelled cells that are errors or hold a formula without a saved result."""
    if b' t="e"' in data:
        yield from _around(data, (match.start() for match in _ERROR.finditer(data)))
    yield from _unsaved(data)


def _unsaved(data: bytes) -> Iterator[_Cell]:
    """Plainly spelled cells that hold a formula without a saved result."""
    rows = max(data.find(b"<sheetData"), 0)
    first = data.find(b"f", rows)  # one byte is found much faster than two
    if (first >= 0 and _FORMULA.search(data, first - 1)) or _FORMULA.search(data, 0, rows):
        for unsaved in _UNSAVED:
            yield from _around(data, (match.start() for match in unsaved.finditer(data)))


def _around(data: bytes, marks: Iterable[int]) -> Iterator[_Cell]:
    """The cells around ascending positions; neither the way back nor the way on is searched twice."""
    behind = close = 0
    for mark in marks:
        start = data.rfind(b"<c ", behind, mark)
        behind = mark
        match = _CELL.match(data, start) if start >= 0 else None
        if match is None:
            continue
        if close < match.end():
            close = data.find(b"</c>", match.end())
        if not 0 <= close - match.end() < _LONGEST:
            raise BadSheet
        letters, row, attributes = match.groups()
        kind = b"e" if b' t="e"' in attributes else b"str" if b' t="str"' in attributes else b""
        yield _Cell(_checked(int(row) - 1, column_index(letters)), kind, data[match.end() : close])


def _flaws(cells: Iterator[_Cell]) -> Flaws:
    found = Flaws()
    for cell in cells:
        _look(cell, found)
    return found


def _look(cell: _Cell, flaws: Flaws) -> None:
    """Note what is wrong with a cell. A formula whose saved result is an empty text (``t="str"``) is sound."""
    value = _VALUE.search(cell.body)
    if cell.type == b"e":
        flaws.note(cell.spot, FlawKind.ERROR_VALUE, _text(value[1] if value else b"") or "#N/A")
        return
    formula = _FORMULA_TEXT.search(cell.body)
    if formula is not None and (value is None or (cell.type != b"str" and not (value[1] or b"").strip())):
        flaws.note(cell.spot, FlawKind.NO_CACHED_VALUE, "=" + (_text(formula[1]) or "…"))


def _text(raw: bytes | None) -> str:
    text = (raw or b"").decode("utf-8", "replace").strip()
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, char)
    return text


def _walked(data: bytes, most: int, styles: Collection[int]) -> Survey:
    """Survey by following every row and cell, counting up where they have no address, as readers do; no further
    than to where the rectangle has more than `most` cells."""
    if (values := data.count(b"</v>")) > most:
        corner = _without_addresses(data, values) or _counted(data, most)
        if corner is not None:
            return Survey(corner, Flaws())
    flaws = Flaws()
    styled: dict[Spot, int] = {}
    wanted = {b"%d" % style: style for style in styles}
    far_row = far_col = 0
    last, in_order = (-1, -1), True
    for cell in _cells(data):
        in_order &= cell.spot > last
        last = cell.spot
        far_row, far_col = max(far_row, cell.spot[0]), max(far_col, cell.spot[1])
        if (far_row + 1) * (far_col + 1) > most:
            break
        _look(cell, flaws)
        if cell.style in wanted:
            styled[cell.spot] = wanted[cell.style]
    if not in_order:
        refuse_repeated(lambda: (cell.spot for cell in _cells(data)))
    return Survey((far_row, far_col), flaws, styled)


def _without_addresses(data: bytes, values: int) -> Spot | None:
    """How far a sheet of so many values reaches at least, where no cell has an address: each has a place of its own.

    None where some cell may have one, or where its rows are not numbered as they stand.
    """
    start, end = data.find(b"<sheetData"), data.rfind(b"</sheetData")
    if not 0 <= start < end:
        return None
    numbered = data.count(b'<row r="', start, end)
    if data.count(b" r", start, end) != numbered or any(odd in data for odd in _ODD_ADDRESSES if odd[:1] in data):
        return None
    last = _LAST_ROW.match(data, data.rfind(b'<row r="')) if numbered else None
    rows = min(data.count(b"<row", start, end) if last is None else int(last[1]), EXCEL_ROWS)
    first = [row.count(b"</v>") for row in data[:_CHUNK].split(b"</row>")]
    width = max(*first, -(-values // max(rows, 1)))
    return (rows - 1, width - 1) if rows and width <= EXCEL_COLUMNS else None


def _counted(data: bytes, most: int) -> Spot | None:
    """Where a sheet of more than `most` values passes that size: the walk without its care, since nothing of such a
    sheet is going to be read. None where it does not, or is written in no way that could be followed like this."""
    row, col, far_row, far_col = -1, 0, 0, 0
    for opened in _OPENED.finditer(data):
        kind, attributes = opened.groups()
        address = _OWN_ADDRESS.search(attributes) if b"r" in attributes else None
        if kind is not None:
            row, col = (row + 1 if address is None else int(address[2]) - 1), 0
            continue
        if address is not None:
            if not address[1]:
                return None
            row, col = int(address[2]) - 1, column_index(address[1])
        if not attributes.endswith(b"/"):
            far_row, far_col = max(far_row, row), max(far_col, col)
            if (far_row + 1) * (far_col + 1) > most:
                return _checked(far_row, far_col)
        col += 1
    return None


def _cells(data: bytes) -> Iterator[_Cell]:
    """Every filled cell. The last of several attributes of one name counts, as in the parser."""
    row, col = -1, 0
    opened = _OPEN.search(data)
    while opened is not None:
        rest = _REST.match(data, opened.end())
        if rest is None:
            raise BadSheet
        after = _OPEN.search(data, rest.end())
        attributes = {key: one or other for key, one, other in _ATTRIBUTE.findall(rest[1])}
        address = attributes.get(b"r")
        if opened[1] == b"row":
            row, col = (row + 1 if address is None else _row(address)), 0
        else:
            row, col = (max(row, 0), col) if address is None else _spot(address)
            _checked(row, col)
            body = data[rest.end() : after.start() if after else len(data)]
            end = _CLOSING.search(body)
            if end is not None and end.start() > 0 and not rest[1].endswith(b"/"):
                yield _Cell((row, col), attributes.get(b"t", b""), body[: end.start()], attributes.get(b"s", b""))
            col += 1
        opened = after


def _row(text: bytes) -> int:
    if not text.isdigit():
        raise BadSheet
    return _checked(int(text[:9]) - 1, 0)[0]


def _spot(text: bytes) -> Spot:
    match = _ADDRESS.fullmatch(text)
    if match is None:
        raise BadSheet
    return _checked(int(match[2]) - 1, column_index(match[1]))
