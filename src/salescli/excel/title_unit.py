"""The unit of money that a title, or a cell above or beside a header, states for a whole table: ``单位：万元``."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from salescli.excel.addresses import cell_address
from salescli.excel.headers import ColumnAt, HeaderMatch
from salescli.excel.money_units import stated_units
from salescli.excel.read import RawSheet
from salescli.table.codes import headers as codes
from salescli.table.numbers import MoneyKind
from salescli.table.problem import Place, Problem, problem
from salescli.table.quantity import QuantityKind
from salescli.table.table import Table


def with_title_unit(
    sheet: RawSheet, table: Table[Any], match: HeaderMatch
) -> tuple[HeaderMatch | None, tuple[Problem, ...]]:
    """The header with the unit of its title given to the columns of money that name none, and what is to be said.

    No header when two cells state different units, which is an error.
    """
    groups = (match.columns, *(group.columns for group in match.months))
    money = [at for group in groups for key, at in group.items() if isinstance(table.by_key[key].kind, MoneyKind)]
    open_ = [at for at in money if not at.named]
    stated = list(_stated(sheet, match)) if open_ or _of_many_measures(table, match) else []
    if len({scale for *_, scale in stated}) > 1:
        first = stated[0]
        second = next(item for item in stated if item[2] != first[2])
        place = Place(sheet.file, sheet.name, second[0])
        cells = {"first": f"{first[1]} ({first[0]})", "second": f"{second[1]} ({second[0]})"}
        return None, (problem(codes.TWO_UNITS, place, **cells),)
    cell, unit, scale = stated[0] if stated else ("", "元", 0)
    said = []
    if scale and open_:
        place = Place(sheet.file, sheet.name, cell)
        said.append(problem(codes.UNIT_FROM_TITLE, place, unit=unit, count=len(open_)))
        match = _scaled(table, match, scale)
    if scale and (others := _of_many_measures(table, match)):
        place = Place(sheet.file, sheet.name, cell)
        said.append(problem(codes.UNIT_NOT_APPLIED, place, unit=unit, columns=others))
    for at in open_:
        if at.odd:
            place = Place(sheet.file, sheet.name, cell_address(match.row, at.index))
            said.append(problem(codes.UNIT_UNKNOWN, place, found=at.odd, unit=unit))
    return match, tuple(said)


def _stated(sheet: RawSheet, match: HeaderMatch) -> Iterator[tuple[str, str, int]]:
    """Cell, unit and scale of what is stated above the header, and in its row outside the table's columns."""
    inside = match.indices
    for row, cells in enumerate(sheet.rows[: match.row + 1]):
        for index, cell in enumerate(cells):
            if not isinstance(cell, str) or (row == match.row and index in inside):
                continue
            text = cell
            if cell.rstrip().endswith((":", "：")):
                text += next((str(other) for other in cells[index + 1 :] if other != ""), "")
            for unit, scale in stated_units(text):
                yield cell_address(row, index), unit, scale


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
