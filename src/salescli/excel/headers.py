"""Finding a table's header row in a sheet, and which column is which.

A header matches a column by any of its names in Simplified or Traditional Chinese or English, with or
without its unit in brackets; the unit scales the cells below. A near miss is only ever suggested.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, Final, TypeAlias

from salescli.excel.blocks import divided, strangers
from salescli.excel.captions import Caption, caption_of, captions_at
from salescli.excel.header_match import ColumnAt, HeaderMatch, MonthColumns
from salescli.excel.header_words import bare, divided_unit, folded
from salescli.excel.money_units import is_remark, scale_in
from salescli.excel.month_sums import month_sums
from salescli.excel.read import CellValue, RawSheet
from salescli.table.numbers import CountKind, NumberKind, RatioKind
from salescli.table.quantity import QuantityKind
from salescli.table.row import RowT
from salescli.table.table import Field, Table

ROWS_SEARCHED: Final = 40
"""A header stands within the first rows of its sheet, below titles, logos and instructions. On a sheet of the table's
own name it may stand below another table: there the search goes on for a complete one."""

FEWEST_MONTHS: Final = 3
"""Months side by side that make a header on their own, when no other column is named."""

Aliases: TypeAlias = Mapping[str, str]
"""Extra headers of the house: what stands in the workbook → the column's own name."""


def find_header(sheet: RawSheet, table: Table[RowT], aliases: Aliases) -> HeaderMatch | None:
    """The header that serves best, of one row or of two; None when none names two columns (or all there are)."""
    names = _names(table, tuple(aliases.items()))
    fewest = min(2, len(table.fields))
    best: HeaderMatch | None = None
    for first in range(0, len(sheet.rows), ROWS_SEARCHED):
        if first and ((best is not None and best.fits) or sheet.name not in table.sheet_names):
            break
        for index in _worth_reading(sheet, first, names, fewest):
            if first and best is not None and best.fits:
                break
            for captions in captions_at(sheet, index):
                match = names.reading(index, tuple(captions), table)
                searched = match is not None and (index < ROWS_SEARCHED or match.fits)
                if match is not None and searched and (best is None or match.rank > best.rank):
                    best = match
    return best


def _worth_reading(sheet: RawSheet, first: int, names: "_Names", fewest: int) -> Iterable[int]:
    """Those of the next rows that may be a header: most are none, and the search is made for every table and file."""
    rows = sheet.rows[first : first + ROWS_SEARCHED]
    if sheet.merged:
        return range(first, first + len(rows))
    words = [cell for cell in set().union(*rows) if cell.__class__ is not float]
    speaking = set(filter(names.spoken.__getitem__, words))
    if not speaking:
        return ()
    some = [(at, cells) for at, cells in enumerate(rows, first) if not speaking.isdisjoint(cells)]
    return [at for at, cells in some if sum(map(speaking.__contains__, cells)) >= fewest]


class _Names(dict[str, str]):
    """The fields of a table by their headers, folded. What a text claims is remembered, and whether a cell says
    anything of a header at all."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(names)
        self.claim = lru_cache(maxsize=4096)(self._claim)
        self.reading = lru_cache(maxsize=256)(self._reading)
        self.spoken = _Spoken(self)

    def speaks(self, cell: CellValue) -> bool:
        """Whether a cell names a field or a month: a row of which fewer than two cells do is no header."""
        caption = caption_of(0, "", cell)
        return caption is not None and (caption.month is not None or any(map(self.claim, caption.texts)))

    def _reading(self, row: int, captions: tuple[Caption, ...], table: Table[Any]) -> HeaderMatch | None:
        """The captions as one header of the table, remembered: the files of a run have the same."""
        return _reading(row, captions, table, self)

    def _claim(self, header: str) -> tuple[str, int, bool, bool, str] | None:
        """The field a header names, and what its unit tells: the last four of ColumnAt."""
        text = bare(header)
        core, unit = divided_unit(text)
        own = text in self
        if not own and not (unit and core in self):
            return None
        scale = scale_in(unit) if unit else None
        odd = "" if own or scale is not None or is_remark(unit) else unit
        return self[text if own else core], scale or 0, unit == "%", scale is not None, odd


class _Spoken(dict[CellValue, bool]):
    """Whether a cell speaks, remembered for the cells of every row that is looked at."""

    def __init__(self, names: _Names) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, cell: CellValue) -> bool:
        if cell.__class__ is float:
            return False
        if len(self) >= 4096:
            self.clear()
        self[cell] = speaks = self._names.speaks(cell)
        return speaks


@lru_cache(maxsize=128)
def _names(table: Table[Any], aliases: tuple[tuple[str, str], ...]) -> _Names:
    names = {folded(name): item.key for item in table.fields for name in item.column.headers()}
    for theirs, ours in aliases:
        if (key := names.get(folded(ours))) is not None:
            names[bare(theirs)] = key
    return _Names(names)


def _reading(row: int, captions: Sequence[Caption], table: Table[RowT], names: _Names) -> HeaderMatch | None:
    """All captions as one header; where a column comes up twice, the one complete part that blank columns divide."""
    whole = _match(row, captions, table, names)
    if whole is None:
        return None
    if whole.clashes:
        for inside, beside in divided(captions):
            part, other = _match(row, inside, table, names), _match(row, beside, table, names)
            if part is not None and part.fits and not part.clashes and not (other and other.fits):
                return replace(part, beside=tuple((caption.index, caption.shown) for caption in beside))
    if not whole.fits:
        return whole
    apart = strangers(captions, whole.indices)
    return replace(
        whole,
        unknown=tuple(item for item in whole.unknown if item[0] not in apart),
        beside=tuple(item for item in whole.unknown if item[0] in apart),
    )


def header_at(row: int, captions: Sequence[Caption], table: Table[Any], aliases: Aliases) -> HeaderMatch:
    """The captions of a row as a header of `table`, however little of it they name."""
    return _named_by(row, captions, table, _names(table, tuple(aliases.items())))


def _match(row: int, captions: Sequence[Caption], table: Table[RowT], names: _Names) -> HeaderMatch | None:
    match = _named_by(row, captions, table, names)
    named = len(match.columns) + sum(len(group.columns) for group in match.months)
    return None if named < min(2, len(table.fields)) else match


def _named_by(row: int, captions: Sequence[Caption], table: Table[RowT], names: _Names) -> HeaderMatch:
    columns: dict[str, ColumnAt] = {}
    unknown: list[tuple[int, str]] = []
    clashes: list[tuple[Field, int, int]] = []
    monthly: list[Caption] = []
    by_month = "month" in table.by_key and any(caption.month is not None for caption in captions)
    for caption in captions:
        if caption.sums and by_month:
            unknown.append((caption.index, caption.shown))
            continue
        claimed = next((claim for text in caption.texts if (claim := names.claim(text))), None)
        if claimed is not None and claimed[0] in columns and caption.month is None:
            clashes.append((table.by_key[claimed[0]], columns[claimed[0]].index, caption.index))
        elif claimed is not None and claimed[0] not in columns:
            columns[claimed[0]] = ColumnAt(caption.index, *claimed[1:])
        elif caption.month is not None:
            monthly.append(caption)
        else:
            unknown.append((caption.index, caption.shown))
    months, others = _month_columns(table, columns, monthly, names)
    present = {*columns, *(["month"] if months else []), *(key for group in months for key in group.columns)}
    missing = tuple(item for item in table.fields if item.required and item.key not in present)
    strange = (*unknown, *others)
    at = {index for index, _ in strange}
    sums = month_sums([caption for caption in captions if caption.index in at], months, names.claim) if months else ()
    return HeaderMatch(row, columns, strange, tuple(clashes), missing, months, sums=sums)


def _month_columns(
    table: Table[RowT], columns: Mapping[str, ColumnAt], captions: Sequence[Caption], names: _Names
) -> tuple[tuple[MonthColumns, ...], list[tuple[int, str]]]:
    """The months that stand side by side, and the columns among them that belong to none.

    A month alone (``8月``) stands for the first required figure without a column of its own (the first of any, in a
    table that requires none); with words beside it (``8月目标``, or 8月 above 目标) for the column of those words.
    """
    others = [(caption.index, caption.shown) for caption in captions]
    if "month" not in table.by_key or "month" in columns:
        return (), others
    figures = _figures(table)
    wanted = [item for item in figures if item.required] or figures
    bare = next((item for item in wanted if item.key not in columns), None)
    groups: dict[str | date, dict[str, ColumnAt]] = {}
    left: list[tuple[int, str]] = []
    for caption in captions:
        claimed = names.claim(caption.rest) if caption.rest else (bare.key, 0, False, False, "") if bare else None
        group = groups.setdefault(caption.month, {}) if caption.month is not None else {}
        if claimed is None or claimed[0] in group or claimed[0] in columns:
            left.append((caption.index, caption.shown))
        else:
            group[claimed[0]] = ColumnAt(caption.index, *claimed[1:])
    filled = {month: group for month, group in groups.items() if group}
    enough = len(filled) > 1 or any(caption.rest for caption in captions)
    if not enough or (not columns and len(filled) < FEWEST_MONTHS):
        return (), others
    return tuple(MonthColumns(month, group) for month, group in filled.items()), left


@lru_cache(maxsize=256)
def _figures(table: Table[Any]) -> Sequence[Field]:
    kinds = NumberKind | CountKind | RatioKind | QuantityKind
    return [item for item in table.fields if isinstance(item.kind, kinds)]
