"""Which tables a stranger's sheet comes near to, when it fits none, and what would make it one of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from salescli.excel.captions import captions_at
from salescli.excel.found import Found
from salescli.excel.header_match import HeaderMatch
from salescli.excel.headers import ROWS_SEARCHED, Aliases, header_at
from salescli.excel.mapping import Mapped, header_words, house_columns, mapping
from salescli.excel.read import CellValue, RawSheet
from salescli.table.table import Field, Table

_ROWS_TRIED: Final = 6
_WIDEST: Final = 200
"""Columns beyond which a row is no header that anybody typed."""
_WORTH_SHOWING: Final = 0.45
_CLOSE: Final = 0.12
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A table that a sheet comes near to: how each header would be read, and what would still be missing.

    `score` (0 to 1) is half the part of the headers that are explained, half the part of the required columns.
    """

    table: Table[Any]
    columns: tuple[Mapped, ...]
    missing: tuple[Field, ...]
    score: float

    @property
    def explained(self) -> float:
        """How many headers are explained, near ones by their similarity."""
        return sum(item.similarity for item in self.columns) / 100

    def document(self) -> dict[str, Any]:
        return {
            "kind": self.table.name,
            "score": f"{self.score:.2f}",
            "columns": [item.document() for item in self.columns],
            "missing": [item.key for item in self.missing],
            "house_columns": house_columns(self.columns, self.table),
        }


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to be said of a sheet's header row (from 1): its words, and the tables that come near, the best first.

    Without `headers` the sheet has no row that looks like a header.
    """

    file: str
    sheet: str
    row: int
    headers: tuple[str, ...]
    candidates: tuple[Candidate, ...]

    def document(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "sheet": self.sheet,
            "header_row": self.row if self.headers else None,
            "headers": list(self.headers),
            "candidates": [item.document() for item in self.candidates],
        }


def propose(sheet: RawSheet, tables: Iterable[Table[Any]], aliases: Aliases) -> Proposal:
    """The tables that one of the first rows of a sheet comes nearest to."""
    known = list(tables)
    rows = _header_like(sheet)
    best: list[Candidate] = []
    row = rows[0] if rows else -1
    for at in rows:
        found = sorted(candidates_at(sheet, at, known, aliases), key=lambda item: -item.score)
        if found and _weight(found) > _weight(best):
            best, row = found, at
    words = (header_words(sheet, row, index) for index in range(len(sheet.rows[row]))) if rows else ()
    near = [item for item in best if item.score >= max(_WORTH_SHOWING, best[0].score - _CLOSE)]
    return Proposal(sheet.file, sheet.name, row + 1, tuple(text for text in words if text), tuple(near[:_MOST]))


def rival(sheet: RawSheet, found: Found[Any], tables: Iterable[Table[Any]], aliases: Aliases) -> Candidate | None:
    """The table that a sheet's header speaks for much more than for the one it happens to be complete for, if any.

    It explains two headers more, and lacks nothing.
    """
    if not found.match.unknown:
        return None
    every = {item.table: item for item in candidates_at(sheet, found.match.row, [found.table, *tables], aliases)}
    own = every.pop(found.table, None)
    best = max(every.values(), key=lambda item: item.score, default=None)
    if own is None or best is None or best.missing or best.score <= own.score:
        return None
    return best if best.explained > own.explained + 1.5 else None


def candidates_at(sheet: RawSheet, row: int, tables: Iterable[Table[Any]], aliases: Aliases) -> Iterable[Candidate]:
    """Each table of which two columns at least are at `row`, near misses included."""
    readings = [captions for captions in captions_at(sheet, row) if 1 < len(captions) <= _WIDEST]
    for table in tables:
        found = [_candidate(sheet, table, header_at(row, captions, table, aliases)) for captions in readings]
        if known := [item for item in found if item is not None]:
            yield max(known, key=lambda item: item.score)


def _candidate(sheet: RawSheet, table: Table[Any], match: HeaderMatch) -> Candidate | None:
    columns = mapping(sheet, table, match)
    given = [item for item in columns if item.key is not None]
    if len(given) < min(2, len(table.fields)):
        return None
    named = {item.key for item in given}
    required = [item for item in table.fields if item.required]
    missing = tuple(item for item in match.missing if item.key not in named)
    explained = sum(item.similarity for item in given) / 100 / len(columns)
    return Candidate(table, columns, missing, (explained + 1 - len(missing) / max(1, len(required))) / 2)


def _weight(candidates: Sequence[Candidate]) -> float:
    return candidates[0].score * candidates[0].explained if candidates else 0.0


def _header_like(sheet: RawSheet) -> Sequence[int]:
    """The rows that may be headers, the wordiest first: short words, each another, in at least two cells."""
    found: list[tuple[int, int]] = []
    for row, cells in enumerate(sheet.rows[:ROWS_SEARCHED]):
        words = [cell for cell in cells if _is_word(cell)]
        filled = sum(cell != "" for cell in cells)
        if len(set(words)) >= 2 and 2 * len(words) > filled:
            found.append((-len(set(words)), row))
    return [row for _, row in sorted(found)[:_ROWS_TRIED]]


def _is_word(cell: CellValue) -> bool:
    return isinstance(cell, str) and 0 < len(cell.strip()) <= 30 and any(map(str.isalpha, cell))
