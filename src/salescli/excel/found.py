"""A table found on a sheet, and which of several such sheets to read: by name, by data, by what can be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic

from salescli.excel.header_findings import near_misses
from salescli.excel.header_match import HeaderMatch
from salescli.excel.read import RawSheet
from salescli.excel.spread import month_of
from salescli.table.kind import normal
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.words import books as words
from salescli.words.language import Text, both


@dataclass(frozen=True, slots=True)
class Found(Generic[RowT]):
    """A table found on a sheet: the sheet and its header."""

    table: Table[RowT]
    sheet: RawSheet
    match: HeaderMatch

    @property
    def named(self) -> bool:
        """Whether the sheet bears the table's own name."""
        return normal(self.sheet.name) in {normal(name) for name in self.table.sheet_names}

    @property
    def weight(self) -> int:
        """How many headers speak for the table; being complete counts as two, so that a small table can win as a
        whole, but a large one that lacks a column is not taken for a small one that happens to fit."""
        monthly = {key for group in self.match.months for key in group.columns}
        return len(self.match.columns) + len(monthly) + 2 * self.match.fits

    def rather(self, other: "Found[Any]") -> bool:
        """Whether the sheet is rather `other`: the table of its name, or a whole one with more of its columns."""
        if other.table is self.table or self.named:
            return False
        return other.named or (other.match.fits and other.weight > self.weight)


def fitting(candidates: Sequence[Found[RowT]]) -> list[Found[RowT]]:
    """The candidates that fit equally well: by name before others, then those with data, then visible ones."""
    best = [item for item in candidates if item.match.fits] or [item for item in candidates if item.named]
    for fits in (lambda item: item.named, has_data, lambda item: item.sheet.visible):
        if len(best) < 2:
            return best
        best = [item for item in best if fits(item)] or best
    return best


def misspelt(candidates: Sequence[Found[RowT]]) -> list[Found[RowT]]:
    """The candidates that fit but for headers which come near to those they lack.

    Beside sheets that fit, those that have every other column of the first of them; with a sheet of the table's own
    name there are none: it is the one to read.
    """
    if any(item.named for item in candidates):
        return []
    found = [item for item in candidates if not item.match.fits and has_data(item)]
    near = [item for item in found if len(near_misses(item.match)) == len(item.match.missing)]
    if first := next((item for item in candidates if item.match.fits), None):
        others = first.match.columns.keys()
        near = [item for item in near if others <= {*item.match.columns, *(lack.key for lack in item.match.missing)}]
    return near


def nearness(found: Found[Any]) -> Text | None:
    """Which headers of a sheet come near to columns that it lacks, in words."""
    said = [
        both(words.NEAR_HEADER, found=text, column=found.table.label(key))
        for key, text in near_misses(found.match).items()
    ]
    return both(words.NEAR_HEADERS, sheet=found.sheet.name, near=tuple(said)) if said else None


def yearless(fitting: Sequence[Found[Any]]) -> bool:
    """Whether sheets are one table, each named for a month whose year nothing gives."""
    if "month" not in fitting[0].table.by_key or any("month" in item.match.columns for item in fitting):
        return False
    return all(month_of(item.sheet.name, None) is None and month_of(item.sheet.name, 2000) for item in fitting)


def has_data(found: Found[Any]) -> bool:
    """Whether there is anything below the header; a formula without a saved result is something."""
    below = found.sheet.rows[found.match.row + 1 :]
    columns = [at.index for at in found.match.columns.values()]
    if any(row > found.match.row and column in columns for row, column in found.sheet.flaws):
        return True
    return any(index < len(row) and row[index] != "" for row in below for index in columns)
