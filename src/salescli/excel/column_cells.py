"""The cells of one column of a table, as they stand among its data rows, read as typed values.

A cell that cannot be read is noted at its address and its value is `BAD`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, Final

from salescli.excel.header_match import HeaderMatch
from salescli.excel.noted import Noted
from salescli.excel.read import CellValue, Flaw, FlawKind, RawSheet
from salescli.excel.row_cells import is_figure, is_space
from salescli.excel.stated_time import year_among
from salescli.table.codes import cells as codes
from salescli.table.kind import BAD, CellContext, ShownNumber
from salescli.table.problem import Code
from salescli.table.table import Field, Table
from salescli.table.texts import NameKind, TextKind
from salescli.table.weeks import WeekKind

_FLAWS: Final[Mapping[FlawKind, Code]] = {
    FlawKind.ERROR_VALUE: codes.ERROR_VALUE,
    FlawKind.NO_CACHED_VALUE: codes.NO_CACHED_VALUE,
    FlawKind.LONG_NUMBER: codes.LONG_NUMBER,
}


class ColumnCells:
    """Reads the columns below a header. `below` are the sheet's columns from there on, `data` its data rows.

    `year` completes dates written without one.
    """

    def __init__(
        self,
        sheet: RawSheet,
        table: Table[Any],
        match: HeaderMatch,
        below: Sequence[Sequence[CellValue]],
        data: Sequence[int],
        noted: Noted,
        *,
        year: int | None,
        date1904: bool,
    ) -> None:
        self.sheet, self.table, self.match = sheet, table, match
        self.below, self.data, self.noted = below, data, noted
        self.year, self.date1904 = year, date1904

    def values(self, item: Field) -> list[Any]:
        """The column of `item` as values: None where blank and BAD where refused."""
        at = self.match.columns[item.key]
        if not (self.sheet.flaws or self.sheet.merged or item.column.carried):
            known = item.kind.recalled(
                self._standing(at.index), at.scale, self.year, self.date1904, item.column.computed
            )
            if known is not None:
                return known
        cells = [*self._standing(at.index)]
        if not is_figure(item.kind):
            self._fill_merged(at.index, cells)
        if item.column.carried:
            _carry(cells)
        flawed = self._flawed(at.index)
        for index in flawed:
            cells[index] = ""  # what stands there is not what the cell says
        context = CellContext(
            lambda index, code, details: self._note(item, index, code, details),
            scale=at.scale,
            year=self.year,
            date1904=self.date1904,
            computed=item.column.computed,
            near_year=self._near_year(item, cells),
        )
        values: list[Any] = item.kind.read(cells, context)
        if isinstance(item.kind, TextKind | NameKind) and ShownNumber in set(map(type, cells)):
            self._say_shown(item, cells)
        for index, flaw in flawed.items():
            self._note(item, index, _flaw_code(item, flaw), {"found": flaw.text})
            values[index] = BAD
        return values

    def _near_year(self, item: Field, cells: Sequence[CellValue]) -> int | None:
        """The year of other weeks and of the months beside them, where some week is written without one."""
        if self.year is not None or not isinstance(item.kind, WeekKind) or str not in set(map(type, cells)):
            return None
        month = self.match.columns.get("month")
        return year_among([*cells, *(() if month is None else self._standing(month.index))])

    def _note(self, item: Field, index: int, code: Code, details: Mapping[str, object]) -> None:
        column = self.match.columns[item.key].index
        self.noted.cell(self.data[index], column, self.table.label(item.key), code, details)

    def _flawed(self, column: int) -> dict[int, Flaw]:
        """The flawed cells of a column, by their place in `data`."""
        flaws = self.sheet.flaws
        if not flaws:
            return {}
        return {index: flaw for index, row in enumerate(self.data) if (flaw := flaws.get((row, column))) is not None}

    def _standing(self, column: int) -> Sequence[CellValue]:
        """The cells of a column as they stand among the data rows."""
        if column >= len(self.below):
            return [""] * len(self.data)
        cells, first = self.below[column], self.match.row + 1
        return cells if len(cells) == len(self.data) else [cells[row - first] for row in self.data]

    def _say_shown(self, item: Field, cells: Sequence[CellValue]) -> None:
        """Say once of a column that numbers in it were read with the zeros that they only show."""
        index, cell = next((index, cell) for index, cell in enumerate(cells) if isinstance(cell, ShownNumber))
        self._note(item, index, codes.READ_AS_SHOWN, {"stored": int(cell), "shown": cell.shown})

    def _fill_merged(self, column: int, cells: list[CellValue]) -> None:
        """A merged cell holds its value once; it is meant for every row it spans."""
        for first_row, first_column, last_row, last_column in self.sheet.merged:
            if first_column <= column <= last_column and first_row > self.match.row and last_row > first_row:
                value = self.sheet.rows[first_row][first_column]
                for index in range(bisect_left(self.data, first_row), bisect_right(self.data, last_row)):
                    cells[index] = value


def _flaw_code(item: Field, flaw: Flaw) -> Code:
    """What is wrong with a cell; of a figure too long it is not the digits of an identifier that matter."""
    if flaw.kind is not FlawKind.LONG_NUMBER or not is_figure(item.kind):
        return _FLAWS[flaw.kind]
    return codes.TOO_LARGE if flaw.text.lstrip("-").isdigit() else codes.NOT_FINITE


def _carry(cells: list[CellValue]) -> None:
    """A blank cell below the first carries the value above it."""
    last: CellValue = ""
    for index, cell in enumerate(cells):
        if cell == "" or is_space(cell):
            cells[index] = last
        else:
            last = cell
