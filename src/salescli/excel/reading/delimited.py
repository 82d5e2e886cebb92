"""Comma, semicolon or tab separated text as one sheet. Everything in it is text; cell parsers do the rest."""

import csv
import re
from collections import Counter
from io import StringIO
from typing import Final

from salescli.excel.reading.raw import CellValue, RawSheet
from salescli.excel.reading.suspect import Suspect
from salescli.table.codes import files as codes

_DELIMITERS: Final = (",", "\t", ";")
_MARKUP: Final = re.compile(
    r"<(?:!doctype|html|head|meta|body|table|\?xml|\?mso|workbook)\b|mime-version:", re.IGNORECASE
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_STATED: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SAMPLE: Final = 30


def decoded(suspect: Suspect) -> str:
    """The bytes as text: UTF-16 by its mark, else UTF-8, else GB18030; raises UnusableFile."""
    data = suspect.data
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise suspect.refusal(codes.NOT_A_WORKBOOK)
    if _CONTROL.search(text):
        raise suspect.refusal(codes.NOT_A_WORKBOOK)
    if _MARKUP.match(text.lstrip()[:200]):
        raise suspect.refusal(codes.WEB_PAGE)
    return text


def read_delimited(suspect: Suspect, name: str) -> RawSheet:
    """The text as a sheet called `name`; raises UnusableFile."""
    text = decoded(suspect)
    stated = _STATED.match(text)
    delimiter = stated[1] if stated else _delimiter(text)
    try:
        rows = [[*row] for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise suspect.refusal(codes.NOT_A_WORKBOOK) from error
    if stated:
        rows[0] = []
    width = max(map(len, rows), default=0)
    if width:
        suspect.check_extent(name, len(rows) - 1, width - 1)
    cells: list[list[CellValue]] = [[*row, *[""] * (width - len(row))] for row in rows]
    return RawSheet(suspect.file, name, True, cells, (), {})


def _delimiter(text: str) -> str:
    """The delimiter that gives most of the first rows one width above one; the wider when they tie."""

    def score(delimiter: str) -> tuple[int, int]:
        lines = text[:20_000].splitlines(keepends=True)[:_SAMPLE]
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
        except csv.Error:
            return 0, 0
        return max(((many, width) for width, many in widths.items()), default=(0, 0))

    return max(_DELIMITERS, key=score)
