"""From the cells below a header to typed rows, a column at a time.

Every cell that cannot be read becomes a problem at its address, and its row an invalid one; rows that hold no
data (blank, total rows, repeated headers, remarks) are recognised and said.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from types import NoneType
from typing import Any, Generic

from salescli.excel.column_cells import ColumnCells
from salescli.excel.guard import USUAL
from salescli.excel.header_match import HeaderMatch
from salescli.excel.noted import Noted
from salescli.excel.read import RawSheet
from salescli.excel.records import InvalidRow, MonthGiven, Records
from salescli.excel.rows import SortedRows, sort_rows
from salescli.excel.sections import months_by_section, same_table_below
from salescli.excel.table_shape import table_columns
from salescli.excel.title_unit import with_unit_below
from salescli.excel.totals import TotalCheck
from salescli.excel.unit_row import unit_row
from salescli.excel.unsaid_totals import UnsaidTotals
from salescli.measure.achievement import DEFAULT_THRESHOLDS, Thresholds
from salescli.table.codes import cells as cell_codes
from salescli.table.codes import headers as header_codes
from salescli.table.kind import BAD
from salescli.table.making import make_rows
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import Home, RowT
from salescli.table.table import Table


def read_records(
    sheet: RawSheet,
    table: Table[RowT],
    match: HeaderMatch,
    *,
    year: int | None = None,
    date1904: bool = False,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    month: MonthGiven | None = None,
    most: int = USUAL.max_problems,
) -> Records[RowT]:
    """Read the rows below `match` as rows of `table`.

    `year` completes dates written without one; `thresholds` are what a stated status is compared by; `month`
    is what every row gets as its month when the sheet says it elsewhere than in a column. Of problems of one code
    `most` are kept and the others counted; with more errors than that, an error says so and there are no rows.
    """
    return _Reader(sheet, table, match, year, date1904, thresholds, month, most).read()


class _Reader(Generic[RowT]):
    def __init__(
        self,
        sheet: RawSheet,
        table: Table[RowT],
        match: HeaderMatch,
        year: int | None,
        date1904: bool,
        thresholds: Thresholds,
        month: MonthGiven | None,
        most: int,
    ) -> None:
        self.noted = Noted(sheet.file, sheet.name, most)
        self.months = [] if month is None else [(match.row, month.month)]
        self.vital = None if month is None else month.vital
        self.sheet, self.table, self.match, self.thresholds = sheet, table, match, thresholds
        self.year, self.date1904 = year, date1904
        self.of_header = table_columns(table, match)
        self.fields = self.of_header.fields
        self.below = list(zip_longest(*sheet.rows[match.row + 1 :], fillvalue=""))

    def read(self) -> Records[RowT]:
        found = sort_rows(self.sheet, self.table, self.match, self.below, self.vital)
        self._sections(found)
        if not self._take_unit_below(found):
            return self._records((), ())
        columns = self._columns(found.data)
        if columns is None:
            return self._records((), ())
        data = self._without_untold(columns, found.data)
        self._require(columns, data)
        kept, rows = self._rows(columns, data)
        if self.noted.stopped:
            return self._records((), ())
        self._totals(found, columns, data, kept, rows)
        if not data and self.vital is None:
            place = Place(self.sheet.file, self.sheet.name)
            self.noted.problems.append(problem(header_codes.NO_ROWS, place, table=self.table.title))
        return self._records(kept, rows)

    def _sections(self, found: SortedRows) -> None:
        """Note what was said of the rows, and the months that hold from a section's header on."""
        again = None if found.other is None else same_table_below(self.sheet, self.table, found.other)
        self.noted.keep(item for item in found.problems if again is None or item.code is not header_codes.SECOND_TABLE)
        if again is not None:
            rows = {"first": self.match.row + 1, "last": len(self.sheet.rows)}
            self.noted.problems.append(self.noted.about(header_codes.HEADER_MOVED, again.header, **rows))
        if self.vital is None and found.sections:
            first = self.months[0][1] if self.months else None
            self.months, said = months_by_section(self.sheet, self.table, self.match, found.sections, first, self.year)
            self.noted.problems += said

    def _take_unit_below(self, found: SortedRows) -> bool:
        """Give the columns the unit that a row without data states; False when it is another than the title's."""
        first, last = self.match.row + 1, len(self.sheet.rows)
        if len(found.data) + len(found.totals) == last - first:
            return True
        read = {*found.data, *found.totals}
        units = unit_row(self.sheet, self.match)
        passed = [row for row in range(first, last) if row not in read and self.sheet.rows[row] != units]
        match, said = with_unit_below(self.sheet, self.table, self.match, passed)
        self.noted.problems += said
        if match is not None:
            self.match = match
        return match is not None

    def _columns(self, data: Sequence[int]) -> dict[str, list[Any]] | None:
        """The values of each column; None when so much is wrong with them that nobody is served."""
        cells = ColumnCells(
            self.sheet,
            self.table,
            self.match,
            self.below,
            data,
            self.noted,
            year=self.year,
            date1904=self.date1904,
        )
        columns: dict[str, list[Any]] = {}
        for item in self.fields:
            columns[item.key] = cells.values(item)
            if self.noted.stopped:
                return None
        return columns

    def _without_untold(self, columns: dict[str, list[Any]], data: list[int]) -> list[int]:
        """The rows that have something to say; of the others it is said how many they are."""
        untold = self.table.untold
        if untold is None or not {untold.figure, untold.mark} <= columns.keys():
            return data
        figures, marks = columns[untold.figure], columns[untold.mark]
        if untold.value not in marks:
            return data
        kept = [at for at in range(len(data)) if figures[at] is not None or marks[at] != untold.value]
        if gone := len(data) - len(kept):
            place = Place(self.sheet.file, self.sheet.name)
            column = self.table.label(untold.figure)
            self.noted.problems.append(problem(header_codes.ROWS_UNTOLD, place, rows=gone, column=column))
        for key, column_values in columns.items():
            columns[key] = [column_values[at] for at in kept]
        return [data[at] for at in kept]

    def _require(self, columns: Mapping[str, list[Any]], data: Sequence[int]) -> None:
        for item in self.fields:
            if item.required and NoneType in set(map(type, columns[item.key])):
                at, label = self.of_header.at[item.key], self.table.label(item.key)
                for index, value in enumerate(columns[item.key]):
                    if value is None:
                        self.noted.cell(data[index], at, label, cell_codes.MISSING_CELL, {})
                        columns[item.key][index] = BAD

    def _rows(self, columns: Mapping[str, list[Any]], data: Sequence[int]) -> tuple[Sequence[int], Sequence[RowT]]:
        """The valid rows, and their indices in the sheet."""
        keys = [item.key for item in self.fields]
        read = [columns[key] for key in keys]
        kept = data
        if self.noted.reasons:
            chosen = [index for index, row in enumerate(data) if row not in self.noted.reasons]
            read = [[column[index] for index in chosen] for column in read]
            kept = [data[index] for index in chosen]
        home = Home(self.sheet.file, self.sheet.name, self.of_header.letters)
        lines = [row + 1 for row in kept]
        preset = ["month"] if self.months else []
        made, refused = make_rows(self.table, [*keys, *preset], [*read, *self._presets(kept)], home, lines)
        for index, key, details in refused:
            self.noted.cell(
                kept[index], self.of_header.at[key], self.table.label(key), cell_codes.OUT_OF_RANGE, details
            )
        out = {index for index, _, _ in refused}
        return [row for index, row in enumerate(kept) if index not in out] if out else kept, made

    def _presets(self, kept: Sequence[int]) -> list[list[Any]]:
        """The months of rows that have no column for them."""
        if len(self.months) < 2:
            return [[month] * len(kept) for _, month in self.months]
        starts = [row for row, _ in self.months]
        return [[self.months[max(0, bisect_right(starts, row) - 1)][1] for row in kept]]

    def _totals(
        self,
        found: SortedRows,
        columns: Mapping[str, list[Any]],
        data: Sequence[int],
        kept: Sequence[int],
        rows: Sequence[RowT],
    ) -> None:
        """Compare the total rows with the `rows`, which are `kept` of the `data`.

        Those that only their figures tell are no invalid rows.
        """
        reasons, totals = self.noted.reasons, found.totals
        unsaid = UnsaidTotals(self.sheet, self.of_header, columns, data)
        figures_only = unsaid.figures_only()
        if not (totals or figures_only or reasons):
            return
        check = TotalCheck(self.sheet, self.table, self.match.columns, kept, rows)
        for at in check.unlabelled(figures_only):
            del reasons[at]
            totals = sorted([*totals, at])
        for at in check.of_groups(unsaid.without_person(reasons)):
            del reasons[at]
            self.noted.keep([self.noted.about(header_codes.TOTAL_ROW, at)])
        if totals and not reasons:
            self.noted.keep(check.run(totals, [item.header for item in found.sections]))
        else:
            self.noted.keep(self.noted.about(header_codes.TOTAL_ROW, at) for at in totals)

    def _records(self, kept: Sequence[int], rows: Sequence[RowT]) -> Records[RowT]:
        name, file = self.sheet.name, self.sheet.file
        if (check := self.table.check) is not None:
            rows = tuple(row for at, row in zip(kept, rows, strict=True) if self._passes(check, at, row))
        invalid = tuple(
            InvalidRow(Place(file, name, f"{at + 1}:{at + 1}"), tuple(reasons), self._held(at))
            for at, reasons in sorted(self.noted.reasons.items())
        )
        if self.noted.stopped:
            rows = ()
        return Records(self.table, file, name, self.match.row + 1, rows, invalid, tuple(self.noted.all()))

    def _passes(self, check: Callable[[RowT, Thresholds], Sequence[Problem]], at: int, row: RowT) -> bool:
        """Whether the table's own check of a row finds no error; what it finds is noted."""
        for found in check(row, self.thresholds):
            self.noted.of_row(at, found)
        return at not in self.noted.reasons

    def _held(self, row: int) -> tuple[tuple[str, str], ...]:
        """The cells of a row as they stand, by column; blank ones left out."""
        cells = self.sheet.rows[row]
        found = sorted(self.of_header.at.items())
        return tuple((key, str(cells[index])) for key, index in found if index < len(cells) and cells[index] != "")
