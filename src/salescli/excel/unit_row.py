"""A row of units directly below a header, which stands for brackets in the header: ``月度目标`` over ``万元``."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from salescli.excel.addresses import cell_address
from salescli.excel.header_match import ColumnAt, HeaderMatch
from salescli.excel.money_units import scale_in, unit_alone
from salescli.excel.read import CellValue, RawSheet
from salescli.table.codes import headers as codes
from salescli.table.kind import is_empty_word
from salescli.table.problem import Place, Problem, problem
from salescli.table.table import Table
from salescli.words.language import Text


def unit_row(sheet: RawSheet, match: HeaderMatch) -> Sequence[CellValue] | None:
    """The cells of the row below a header when they are units and nothing else, below at least one of its columns."""
    if match.row + 1 >= len(sheet.rows):
        return None
    cells = sheet.rows[match.row + 1]
    if any(cell.__class__ is float for cell in cells):
        return None
    filled = [(index, cell) for index, cell in enumerate(cells) if cell != "" and not _is_nothing(cell)]
    if not all(isinstance(cell, str) and unit_alone(cell) is not None for _, cell in filled):
        return None
    return cells if any(index in match.indices for index, _ in filled) else None


def with_unit_row(
    sheet: RawSheet, table: Table[Any], match: HeaderMatch
) -> tuple[HeaderMatch | None, tuple[Problem, ...]]:
    """The header with the units of the row below it given to their columns, and what is to be said.

    No header when a column's own header names another unit, which is an error.
    """
    cells = unit_row(sheet, match)
    if cells is None:
        return match, ()
    units = {index: unit for index, cell in enumerate(cells) if isinstance(cell, str) and (unit := unit_alone(cell))}
    groups = (match.columns, *(group.columns for group in match.months))
    for at in (at for group in groups for at in group.values() if at.index in units and at.named):
        if scale_in(units[at.index]) != at.scale:
            cell = cell_address(match.row + 1, at.index)
            first = f"10^{at.scale} ({cell_address(match.row, at.index)})"
            details = {"first": first, "second": f"{units[at.index]} ({cell})"}
            return None, (problem(codes.TWO_UNITS, Place(sheet.file, sheet.name, cell), **details),)
    given = replace(
        match,
        columns=_given(match.columns, units),
        months=tuple(replace(group, columns=_given(group.columns, units)) for group in match.months),
    )
    return given, (_said(sheet, table, given, units),)


def _is_nothing(cell: CellValue) -> bool:
    return isinstance(cell, str) and is_empty_word(cell)


def _given(columns: Mapping[str, ColumnAt], units: Mapping[int, str]) -> dict[str, ColumnAt]:
    return {
        key: replace(at, scale=scale_in(unit) or 0, percent=unit == "%", named=True, odd="")
        if (unit := units.get(at.index)) is not None
        else at
        for key, at in columns.items()
    }


def _said(sheet: RawSheet, table: Table[Any], match: HeaderMatch, units: Mapping[int, str]) -> Problem:
    found: dict[str, Text] = {}
    for key, at in (
        (key, at) for group in (match.columns, *(one.columns for one in match.months)) for key, at in group.items()
    ):
        if (unit := units.get(at.index)) is not None:
            label, factor = table.label(key), f", ×{10**at.scale:,}" if at.scale else ""
            found.setdefault(key, Text(f"{label.zh}({unit}{factor})", f"{label.en} ({unit}{factor})"))
    row = match.row + 2
    return problem(
        codes.UNIT_ROW, Place(sheet.file, sheet.name, f"{row}:{row}"), row=row, columns=tuple(found.values())
    )
