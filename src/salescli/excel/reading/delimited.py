"""Comma, semicolon or tab separated text as one sheet. Everything in it is text; cell parsers do the rest."""

import csv
import re
from codecs import getincrementaldecoder
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, TextIOWrapper
from itertools import islice
from typing import Final

from salescli.excel.reading.raw import CellValue, RawSheet
from salescli.excel.reading.suspect import Suspect
from salescli.table.codes import files as codes
from salescli.table.errors import UnusableFile

_DELIMITERS: Final = (",", "\t", ";")
_MARKUP: Final = re.compile(
    r"<(?:!doctype|html|head|meta|body|table|\?xml|\?mso|workbook)\b|mime-version:", re.IGNORECASE
)
_FOREIGN: Final = ("%PDF-", "{\\rtf")
"""How other documents begin that are text to look at."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_STATED: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SAMPLE: Final = 30
_SHOWN: Final = 12
"""Characters of a cell that are shown when its quotation marks are wrong."""
_MOST_LINES: Final = 30
"""Lines of one cell with delimiters in them; a quotation mark far above was closed by one far below."""
_PIECE: Final = 1 << 20
_HEAD: Final = 20_000
"""Characters at the beginning that tell what kind of text it is."""


_FORMULA_TEXT: Final = re.compile(r'\A="([^"=]*)"\Z')
"""How text is written that a spreadsheet would take for a number: ``="0003"`` keeps its zeros."""


def _encoding(suspect: Suspect) -> tuple[str, str]:
    """How the bytes are written, and the first of them as text: UTF-16 by its mark, else UTF-8, else GB 18030.

    A piece at a time, so that a large file is never a text as a whole. Raises UnusableFile for what is no text.
    """
    data = suspect.data
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        decoder, head = getincrementaldecoder(encoding)(), ""
        try:
            for at in range(0, len(data), _PIECE):
                piece = decoder.decode(data[at : at + _PIECE], at + _PIECE >= len(data))
                if _CONTROL.search(piece):
                    raise suspect.refusal(codes.NOT_A_WORKBOOK)
                head = head or piece[:_HEAD]
        except UnicodeDecodeError:
            continue
        if _MARKUP.match(head.lstrip()[:200]):
            raise suspect.refusal(codes.WEB_PAGE)
        if head.startswith(_FOREIGN):
            raise suspect.refusal(codes.NOT_A_WORKBOOK)
        return encoding, head
    raise suspect.refusal(codes.NOT_A_WORKBOOK)


def read_delimited(suspect: Suspect, name: str) -> RawSheet:
    """The text as a sheet called `name`; raises UnusableFile, before it grows, for more cells than are borne."""
    encoding, head = _encoding(suspect)
    stated = _STATED.match(head)
    delimiter = stated[1] if stated else _delimiter(head)
    rows: list[list[CellValue]] = []
    width, most, done = 0, suspect.limits.max_cells, 0
    usual = _usual_width(head, delimiter)
    with TextIOWrapper(BytesIO(suspect.data), encoding, newline="") as stream:
        lines: list[str] = []
        reader = csv.reader(_bounded(suspect, name, stream, delimiter, lines), delimiter=delimiter, strict=True)
        try:
            for row in reader:
                rows.append([*row])
                if len(lines) > 1 and _are_rows(lines, delimiter, usual):
                    raise _swallowed(suspect, name, done + 1, reader.line_num)
                lines.clear()
                done = reader.line_num
                width = max(width, len(row))
                if len(rows) * width > most:
                    break
        except csv.Error as error:
            raise _misquoted(suspect, name, encoding, delimiter, done) from error
    if _has_formulas(suspect.data, encoding):
        rows = [[_FORMULA_TEXT.sub(r"\1", str(cell)) for cell in row] for row in rows]
    if stated:
        rows[0] = []
    if width:
        suspect.check_extent(name, len(rows) - 1, width - 1)
    for cells in rows:
        cells.extend([""] * (width - len(cells)))
    return RawSheet(suspect.file, name, True, rows, (), {})


def _has_formulas(data: bytes, encoding: str) -> bool:
    """Whether ``="`` stands anywhere in the text."""
    if encoding != "utf-16":
        return b'="' in data
    return any('="'.encode(form) in data for form in ("utf-16-le", "utf-16-be"))


def _misquoted(suspect: Suspect, name: str, encoding: str, delimiter: str, done: int) -> UnusableFile:
    """Why the row after the first `done` lines cannot be read: the line where a quotation mark opens a cell that
    never closes, or that goes on behind the mark that closes it."""
    with TextIOWrapper(BytesIO(suspect.data), encoding, newline="") as stream:
        text = "".join(islice(stream, done, None))
    mark = re.escape(delimiter)
    cell = re.compile(rf'(?:"[^"]*(?:""[^"]*)*"|(?!")[^{mark}\r\n]*){mark}')
    at = 0
    while found := cell.match(text, at):
        at = found.end()
    if not text.startswith('"', at) or re.compile(r'"[^"]*(?:""[^"]*)*"[\r\n]').match(text, at):
        return suspect.refusal(codes.NOT_A_WORKBOOK)  # the quotation marks are in order: a cell is too long
    line = done + 1 + len(re.findall(r"\r\n|\r|\n", text[:at]))
    start = text[at : at + _SHOWN].splitlines()[0]
    return suspect.refusal(codes.MISQUOTED, name, f"{line}:{line}", line=line, start=start)


def _usual_width(head: str, delimiter: str) -> int:
    """How many cells most of the first lines have, whatever quotation marks say."""
    widths = Counter(line.count(delimiter) + 1 for line in head.splitlines()[:_SAMPLE])
    return max(widths, key=lambda width: (widths[width], width), default=1)


def _are_rows(lines: Sequence[str], delimiter: str, width: int) -> bool:
    """Whether the lines of one row, which quotation marks hold together, are rows of their own.

    Each of them has as many cells as rows have (two are too few to tell them from a remark); or they are more
    than anybody writes into a cell, and divided.
    """
    if width > 2 and all(line.count(delimiter) + 1 == width for line in lines):
        return True
    return sum(delimiter in line for line in lines) > _MOST_LINES


def _swallowed(suspect: Suspect, name: str, first: int, last: int) -> UnusableFile:
    return suspect.refusal(
        codes.ROWS_IN_A_CELL, name, f"{first}:{first}", first=first, last=last, lines=last - first + 1
    )


def _bounded(suspect: Suspect, name: str, stream: Iterable[str], delimiter: str, taken: list[str]) -> Iterator[str]:
    """The lines, as long as none of them alone has more cells than are borne; each is added to `taken` too."""
    for at, line in enumerate(stream):
        cells = line.count(delimiter)
        if cells >= suspect.limits.max_cells:
            suspect.check_extent(name, at, cells)
        taken.append(line)
        yield line


def _delimiter(text: str) -> str:
    """The delimiter that gives most of the first rows one width above one; the wider when they tie.

    `text` is the beginning of the file.
    """

    def score(delimiter: str) -> tuple[int, int]:
        lines = text.splitlines(keepends=True)[:_SAMPLE]
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
        except csv.Error:
            return 0, 0
        return max(((many, width) for width, many in widths.items()), default=(0, 0))

    return max(_DELIMITERS, key=score)
