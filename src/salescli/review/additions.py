"""What people added to earlier reviews, and where it goes in this one.

Words beside a row and comments go back to their row when the same period is reviewed again. In another period the
row has other figures, so they would say something of what they were not written about: there they are listed on
手写备注 with their place. So is whatever has no place any more, and what was typed over a renewed cell. Sheets that
people made follow as they are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from salescli.excel.book import Block, Book, CellValue, Line, Sheet
from salescli.excel.handwriting import Handwriting, Jotting
from salescli.excel.imprint import fingerprint
from salescli.excel.own import OwnSheet
from salescli.excel.writing.cells import as_cell
from salescli.review.inside import written_inside
from salescli.review.notebooks import KeptNote
from salescli.review.own_sheets import carried_sheets
from salescli.review.spans import ReviewPeriod, review_period
from salescli.review.tables import SummaryRow
from salescli.table.codes import keeping as codes
from salescli.table.problem import Place, Problem, problem
from salescli.words import improve as words
from salescli.words.language import Lang

_FIGURE: Final = re.compile(r"[-+\d.,eE]+")

HEADER: Final = -1
TOTAL: Final = -2
"""Rows of a block that are none of its lines."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A jotting that goes back to its row: a line of a block (or HEADER, TOTAL), and for a comment its column."""

    sheet: str
    block: str
    line: int
    jotting: Jotting
    key: str | None

    @property
    def value(self) -> CellValue:
        """What is to be written; a number as people typed it, at most 15 digits of it."""
        value = self.jotting.value
        return Decimal(f"{value:.15g}") if isinstance(value, float) else value

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        item = self.jotting
        return {"sheet": self.sheet, "cell": item.address, "kind": item.kind, "text": _text(item.value)}


@dataclass(frozen=True, slots=True)
class Additions:
    """All that is carried: back in place, in the list, and as sheets."""

    placed: tuple[Placed, ...] = ()
    listed: tuple[KeptNote, ...] = ()
    sheets: tuple[OwnSheet, ...] = ()

    def document(self) -> list[dict[str, Any]]:
        """Everything as ``--json`` shows it; `placed` tells what is back in its place."""
        return [
            *({**item.document(), "placed": True} for item in self.placed),
            *({**item.model_dump(), "placed": False} for item in self.listed),
            *({"sheet": sheet.name, "kind": "sheet", "placed": True} for sheet in self.sheets),
        ]


def additions(
    found: Sequence[Handwriting],
    kept: Sequence[KeptNote],
    read: frozenset[tuple[str, str, str]],
    book: Book,
    period: ReviewPeriod,
    summaries: Sequence[SummaryRow] = (),
    effects: str | None = None,
) -> tuple[Additions, tuple[Problem, ...]]:
    """Where everything of `found` goes in `book`, which is this review without it.

    `kept` are the rows that earlier reviews list already, `read` the cells (file, sheet, cell) that were read as rows
    which the book has anyway. `summaries` are the summaries' rows as they were read, `effects` what the book says of
    this period: what people wrote inside its computed text is listed, since that text is composed anew.
    """
    placed: dict[object, Placed] = {}
    listed = list(dict.fromkeys(kept_once(kept)))
    sheets: dict[str, OwnSheet] = {}
    problems: list[Problem] = []
    for one in found:
        problems += one.problems
        for item in _homeless(one, read, book):
            spot = _spot(item, book) if one.label == str(period) else None
            if spot is None:
                listed.append(_listed(item, one.label, book))
            else:
                placed.setdefault((spot.sheet, spot.block, spot.line, item.column, item.kind), spot)
        for item in written_inside(one, summaries, period, effects or ""):
            listed.append(_listed(item, one.label, book))
            place = Place(one.file, item.sheet, item.address)
            problems.append(problem(codes.COMPUTED_TEXT_EDITED, place, sheet=words.KEPT_NOTES))
        own, said = carried_sheets(one, book)
        problems += said
        sheets |= {sheet.name: sheet for sheet in own if sheet.name not in sheets}
    whole = Additions(tuple(placed.values()), tuple(kept_once(listed)), tuple(sheets.values()))
    count = len(whole.placed) + len(whole.listed) - len(kept_once(kept)) + len(whole.sheets)
    if count:
        counts = {"placed": len(whole.placed), "listed": len(whole.listed), "sheets": len(whole.sheets)}
        problems.append(problem(codes.ADDITIONS_CARRIED, Place(), sheet=words.KEPT_NOTES, **counts))
    return whole, tuple(problems)


def kept_once(rows: Sequence[KeptNote]) -> list[KeptNote]:
    """The rows that differ, in their order."""
    found: dict[tuple[object, ...], KeptNote] = {}
    for row in rows:
        found.setdefault(tuple(row.model_dump().values()), row)
    return list(found.values())


def _homeless(found: Handwriting, read: frozenset[tuple[str, str, str]], book: Book) -> Iterator[Jotting]:
    """What the book does not have anyway."""
    values = {sheet.name: _constants(sheet, book.lang) for sheet in book.sheets}
    for item in found.jottings:
        if (found.file, item.sheet, item.address) in read and item.kind == "text":
            continue
        here = values.get(item.sheet, Counter())
        key = fingerprint(item.value)
        if item.kind == "text" and item.within and here[key] > 0:
            here[key] -= 1
            continue
        yield item


def _constants(sheet: Sheet, lang: Lang) -> Counter[str]:
    return Counter(key for block in sheet.blocks for line in block.lines for key in _shown(block, line, lang))


def _shown(block: Block, line: Line, lang: Lang) -> Iterator[str]:
    """The fingerprints of a row's constants, in the order of its columns."""
    for field in block.fields:
        stored = as_cell(line.values.get(field.key), line.formats.get(field.key, field.format), lang).stored
        if stored is not None and not line.formulas.get(field.key, field.formula):
            yield fingerprint(stored)


def _spot(item: Jotting, book: Book) -> Placed | None:
    """The row that shows what the jotting's row showed; None when no row does, or several, or no room is left."""
    sheet = next((sheet for sheet in book.sheets if sheet.name == item.sheet), None)
    if sheet is None or not item.beside or item.kind == "formula":
        return None
    seen = [fingerprint(text) for text in item.beside]
    best: list[tuple[int, Block, int]] = []
    for block in sheet.blocks:
        for at, shown in _rows(block, book.lang):
            if shown and shown[0] == seen[0]:
                best.append(((Counter(shown) & Counter(seen)).total(), block, at))
    best.sort(key=lambda match: -match[0])
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    _, block, at = best[0]
    inside = item.column < len(block.fields)
    if inside != (item.kind == "comment"):
        return None
    return Placed(sheet.name, block.id, at, item, block.fields[item.column].key if inside else None)


def _rows(block: Block, lang: Lang) -> Iterator[tuple[int, list[str]]]:
    yield HEADER, [fingerprint(field.header) for field in block.fields]
    if block.total is not None:
        yield TOTAL, list(_shown(block, block.total, lang))
    for at, line in enumerate(block.lines):
        yield at, list(_shown(block, line, lang))


def _listed(item: Jotting, label: str, book: Book) -> KeptNote:
    lang, named = book.lang, review_period(label)
    headers = {field.header for sheet in book.sheets for block in sheet.blocks for field in block.fields}
    return KeptNote(
        period=label if named is None else named.title(lang),
        sheet=item.sheet,
        cell=item.address,
        row=" · ".join([text for text in item.beside if not _FIGURE.fullmatch(text)][:2]) or None,
        header=next((text for text in item.above if text in headers), None),
        kind=words.NOTE_KINDS[item.kind].say(lang),
        text=_text(item.value),
    )


def _text(value: object) -> str:
    match value:
        case datetime() if value == datetime(value.year, value.month, value.day):
            return value.date().isoformat()
        case datetime() | date():
            return value.isoformat()
        case float():
            return f"{value:.15g}"
    return str(value)
