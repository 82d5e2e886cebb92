"""The unit of money that a title, or a cell above, beside or below a table, states for all of it: ``单位：万元``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final, TypeAlias

from salescli.excel.addresses import cell_address
from salescli.excel.header_match import ColumnAt, HeaderMatch
from salescli.excel.money_units import stated_units
from salescli.excel.read import RawSheet
from salescli.table.codes import headers as codes
from salescli.table.numbers import MoneyKind
from salescli.table.problem import Place, Problem, problem
from salescli.table.quantity import QuantityKind
from salescli.table.table import Table

_BESIDE: Final = 2
"""Rows below a header in which something beside the table may speak for it."""

_WORDS: Final = ("位", "nit", "NIT", "000")
"""One of these stands in every statement of a unit."""

Stated: TypeAlias = tuple[str, str, int]
"""A cell, the unit that it states, and its power of ten."""


def with_title_unit(
    sheet: RawSheet, table: Table[Any], match: HeaderMatch
) -> tuple[HeaderMatch | None, tuple[Problem, ...]]:
    """The header with the unit of its title given to the columns of money that name none, and what is to be said.

    No header when two cells state different units, which is an error.
    """
    open_ = _open(table, match)
    stated = list(_stated(sheet, match)) if open_ or _of_many_measures(table, match) else []
    if len({scale for *_, scale in stated}) > 1:
        return None, (_two_units(sheet, stated),)
    match, said = _given(sheet, table, match, stated)
    unit = stated[0][1] if stated else "元"
    for at in open_.values():
        if at.odd:
            place = Place(sheet.file, sheet.name, cell_address(match.row, at.index))
            said.append(problem(codes.UNIT_UNKNOWN, place, found=at.odd, unit=unit))
    return match, tuple(said)


def with_unit_below(
    sheet: RawSheet, table: Table[Any], match: HeaderMatch, rows: Sequence[int]
) -> tuple[HeaderMatch | None, Sequence[Problem]]:
    """The same for a unit that stands in `rows` below the header, which hold no data.

    `match` has been given the unit of its title; where that was another there is no header, but an error.
    """
    below = [found for row in rows for found in _stated_in(row, enumerate(sheet.rows[row]))]
    if not below or not (_open(table, match) or _of_many_measures(table, match)):
        return match, ()
    stated = [*_stated(sheet, match), *below]
    if len({scale for *_, scale in stated}) > 1:
        return None, (_two_units(sheet, stated),)
    return _given(sheet, table, match, below) if stated == below else (match, ())


@lru_cache(maxsize=256)
def _open(table: Table[Any], match: HeaderMatch) -> Mapping[str, ColumnAt]:
    """The columns of money whose headers name no unit, by a name of their own."""
    groups = (match.columns, *(group.columns for group in match.months))
    return {
        f"{key} {at.index}": at
        for group in groups
        for key, at in group.items()
        if isinstance(table.by_key[key].kind, MoneyKind) and not at.named
    }


def _given(
    sheet: RawSheet, table: Table[Any], match: HeaderMatch, stated: Sequence[Stated]
) -> tuple[HeaderMatch, list[Problem]]:
    """The header with the unit that was stated, and what is to be said of it."""
    cell, unit, scale = stated[0] if stated else ("", "元", 0)
    said: list[Problem] = []
    place = Place(sheet.file, sheet.name, cell)
    if scale and (columns := _open(table, match)):
        labels = tuple(dict.fromkeys(table.label(name.split()[0]) for name in columns))
        details = {"unit": unit, "count": len(columns), "factor": f"{10**scale:,}", "columns": labels, "more": ""}
        said.append(problem(codes.UNIT_FROM_TITLE, place, **details))
        match = _scaled(table, match, scale)
    if scale and (others := _of_many_measures(table, match)):
        said.append(problem(codes.UNIT_NOT_APPLIED, place, unit=unit, columns=others))
    return match, said


def _two_units(sheet: RawSheet, stated: Sequence[Stated]) -> Problem:
    first = stated[0]
    second = next(item for item in stated if item[2] != first[2])
    cells = {"first": f"{first[1]} ({first[0]})", "second": f"{second[1]} ({second[0]})"}
    return problem(codes.TWO_UNITS, Place(sheet.file, sheet.name, second[0]), **cells)


def _stated(sheet: RawSheet, match: HeaderMatch) -> Iterator[Stated]:
    """What is stated above the header, and outside the table's columns in its row and the next ones."""
    above = sheet.rows[: match.row + 1 + _BESIDE]
    if not _may_state("\n".join([cell for cells in above for cell in cells if isinstance(cell, str)])):
        return
    inside = match.indices
    for row, cells in enumerate(above):
        beside = row >= match.row
        yield from _stated_in(row, [(at, cell) for at, cell in enumerate(cells) if not (beside and at in inside)])


def _stated_in(row: int, cells: Iterable[tuple[int, object]]) -> Iterator[Stated]:
    known = list(cells)
    for place, (index, cell) in enumerate(known):
        if not isinstance(cell, str) or not _may_state(cell):
            continue
        text = cell
        if cell.rstrip().endswith((":", "：")):
            text += next((str(other) for _, other in known[place + 1 :] if other != ""), "")
        for unit, scale in stated_units(text):
            yield cell_address(row, index), unit, scale


def _may_state(text: str) -> bool:
    return any(word in text for word in _WORDS)


@lru_cache(maxsize=256)
def _of_many_measures(table: Table[Any], match: HeaderMatch) -> tuple[Any, ...]:
    """The columns whose cells may be money or anything else, where neither header nor row names the unit."""
    if "unit" in match.columns:
        return ()
    groups = (match.columns, *(group.columns for group in match.months))
    found = {
        key: at for group in groups for key, at in group.items() if isinstance(table.by_key[key].kind, QuantityKind)
    }
    return tuple(table.label(key) for key, at in found.items() if not at.named)


def _scaled(table: Table[Any], match: HeaderMatch, scale: int) -> HeaderMatch:
    def given(columns: Mapping[str, ColumnAt]) -> dict[str, ColumnAt]:
        return {
            key: replace(at, scale=scale) if isinstance(table.by_key[key].kind, MoneyKind) and not at.named else at
            for key, at in columns.items()
        }

    months = tuple(replace(group, columns=given(group.columns)) for group in match.months)
    return replace(match, columns=given(match.columns), months=months)
