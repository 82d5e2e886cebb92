"""What a workbook remembers of itself, so that what people add to it can be told from what was written.

A hidden sheet holds a fingerprint of every constant that was written, sheet by sheet, as often as it was written.
Whatever else stands in the workbook later was typed by somebody, and
so was what is carried on from an earlier workbook as somebody's own. Places are not compared: people sort rows
and insert some. Formulas are not recorded; they follow the figures.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import Final

from salescli.excel.book import Format
from salescli.excel.reading.raw import RawSheet
from salescli.excel.writing.cells import Cell, Stored, as_cell, clean
from salescli.excel.writing.placed import PlacedBlock, PlacedBook, PlacedSheet
from salescli.words import books as words
from salescli.words.language import Lang

IMPRINT: Final = "_salescli"
"""The name of the hidden sheet."""

_VERSION: Final = "1"
_BYTES: Final = 6
_IN_A_CELL: Final = 2_000
"""Fingerprints in one cell, well below the characters that a cell holds."""


@dataclass(frozen=True, slots=True)
class SheetImprint:
    """One written sheet: its columns and rows, and the fingerprints of its constants and of its comments."""

    width: int
    height: int
    values: Counter[str]
    comments: Counter[str]


@dataclass(frozen=True, slots=True)
class Imprint:
    """All written sheets by name; `label` is what the book was of, such as the period under review."""

    label: str
    sheets: Mapping[str, SheetImprint]


def fingerprint(value: object) -> str:
    """Equal for equal texts (blanks around them apart) and equal numbers; a date is its number."""
    if isinstance(value, datetime | date):
        value = as_cell(value, Format.DATETIME, Lang.EN).stored
    plain = f"{value:.12g}" if isinstance(value, int | float) else clean(str(value)).strip()
    return blake2b(plain.encode(), digest_size=_BYTES).hexdigest()


def imprint_of(book: PlacedBook, label: str) -> Imprint:
    """The record of a book that is laid out."""
    return Imprint(label, {placed.name: _sheet(placed, book.book.lang) for placed in book.sheets})


def _sheet(placed: PlacedSheet, lang: Lang) -> SheetImprint:
    values = Counter(map(fingerprint, _texts(placed)))
    comments: Counter[str] = Counter()
    for block in placed.blocks:
        values.update(fingerprint(stored) for stored in _stored(block))
        notes = [field.note for field in block.block.fields if field.note]
        too_long = sum(cell.too_long for cells in block.cells.values() for cell in cells)
        comments.update(map(fingerprint, (*notes, *[words.LONG_NUMBER.say(lang)] * too_long)))
    width = max((len(block.block.fields) for block in placed.blocks), default=1)
    return SheetImprint(width, max(placed.end, 1), values, comments)


def _texts(placed: PlacedSheet) -> Iterator[str]:
    sheet = placed.sheet
    yield from (text for text in (sheet.title, sheet.subtitle, *sheet.notes) if text)
    for block in (item.block for item in placed.blocks):
        yield from (text for text in (block.title, *block.notes) if text)
        yield from (field.header for field in block.fields)


def _stored(placed: PlacedBlock) -> Iterator[Stored]:
    for at, line in enumerate(placed.block.lines):
        yield from line.parts
        for field in placed.block.fields:
            if field.key not in line.own and not line.formulas.get(field.key, field.formula):
                yield from _filled(placed.cells[field.key][at])
    if (total := placed.block.total) is None or placed.total is None:
        return
    for field in placed.block.fields:
        if not total.formulas.get(field.key, field.total):
            yield from _filled(placed.total[field.key])


def _filled(cell: Cell) -> Iterator[Stored]:
    if cell.stored is not None:
        yield cell.stored


def imprint_rows(imprint: Imprint) -> Iterator[list[str]]:
    """The hidden sheet's rows: the label, then for each sheet a row of values and one of comments."""
    yield [IMPRINT, _VERSION, imprint.label]
    for name, sheet in imprint.sheets.items():
        size = [str(sheet.width), str(sheet.height)]
        yield [name, "values", *size, *_chunks(sheet.values.elements())]
        yield [name, "comments", *size, *_chunks(sheet.comments.elements())]


def _chunks(prints: Iterable[str]) -> Iterator[str]:
    known = list(prints)
    for start in range(0, len(known), _IN_A_CELL):
        yield "".join(known[start : start + _IN_A_CELL])


def read_imprint(sheets: Sequence[RawSheet]) -> Imprint | None:
    """The record that a workbook carries, None where it carries none."""
    for sheet in sheets:
        rows = [[str(cell) for cell in row] for row in sheet.rows]
        if sheet.name.startswith(IMPRINT) and rows and rows[0][:2] == [IMPRINT, _VERSION]:
            return Imprint(rows[0][2], dict(_read(rows[1:])))
    return None


def _read(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, SheetImprint]]:
    for values, comments in zip(rows[::2], rows[1::2], strict=False):
        width, height = int(values[2]), int(values[3])
        yield values[0], SheetImprint(width, height, _prints(values), _prints(comments))


def _prints(row: Sequence[str]) -> Counter[str]:
    size = 2 * _BYTES
    return Counter(text[at : at + size] for text in row[4:] for at in range(0, len(text), size))
