"""From the cells below a header to typed rows, a column at a time.

Every cell that cannot be read becomes a problem at its address, and its row an invalid one; rows that hold no
data (blank, total rows, repeated headers, remarks) are recognised and said.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from types import NoneType
from typing import Any, Final, Generic

from salescli.excel.addresses import cell_address, column_letters
from salescli.excel.alike import Alike
from salescli.excel.guard import USUAL
from salescli.excel.header_match import HeaderMatch
from salescli.excel.read import CellValue, Flaw, FlawKind, RawSheet
from salescli.excel.rows import SortedRows, is_figure, is_space, sort_rows
from salescli.excel.sections import months_by_section, same_table_below
from salescli.excel.title_unit import with_unit_below
from salescli.excel.totals import TotalCheck
from salescli.excel.unit_row import unit_row
from salescli.measure.achievement import DEFAULT_THRESHOLDS, Thresholds
from salescli.measure.period import Month
from salescli.table.codes import cells as cell_codes
from salescli.table.codes import headers as header_codes
from salescli.table.kind import BAD, CellContext, ShownNumber
from salescli.table.making import make_rows
from salescli.table.packing import Packed, pack, unpack
from salescli.table.problem import Code, Place, Problem, Severity, problem
from salescli.table.row import Home, RowT
from salescli.table.table import Field, Table
from salescli.table.texts import NameKind, TextKind

_UNREAD: Final = frozenset((NoneType, type(BAD)))

_FLAWS: Final[Mapping[FlawKind, Code]] = {
    FlawKind.ERROR_VALUE: cell_codes.ERROR_VALUE,
    FlawKind.NO_CACHED_VALUE: cell_codes.NO_CACHED_VALUE,
    FlawKind.LONG_NUMBER: cell_codes.LONG_NUMBER,
}


@dataclass(frozen=True, slots=True)
class MonthGiven:
    """A month that stands over columns or on a sheet's tab instead of in a column of its own.

    `vital` are the columns (indices) that make a row one of this month: where they are blank there is no row.
    """

    month: Month
    vital: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class InvalidRow:
    """A row that could not be read: where it stands and every reason; `cells` are what it holds, by column."""

    place: Place
    reasons: tuple[Problem, ...]
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Records(Generic[RowT]):
    """What one sheet held of one table: the valid rows, the invalid ones, and all that is to be said.

    `problems` includes the reasons of the invalid rows. Data rows read = rows + invalid.
    """

    table: Table[RowT]
    file: str
    sheet: str
    header_row: int
    rows: tuple[RowT, ...]
    invalid: tuple[InvalidRow, ...]
    problems: tuple[Problem, ...]

    def __reduce__(self) -> tuple[Any, ...]:
        """Packed for another process."""
        rest = (self.table, self.file, self.sheet, self.header_row, self.invalid, self.problems)
        return _unpacked, (*rest, pack(self.rows))

    @property
    def count(self) -> int:
        """How many data rows were read, valid or not."""
        return len(self.rows) + len(self.invalid)


def _unpacked(
    table: Table[RowT],
    file: str,
    sheet: str,
    header_row: int,
    invalid: tuple[InvalidRow, ...],
    problems: tuple[Problem, ...],
    packed: Packed[RowT] | None,
) -> Records[RowT]:
    return Records(table, file, sheet, header_row, unpack(packed), invalid, problems)


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
        self.alike = Alike(most)
        self.months = [] if month is None else [(match.row, month.month)]
        self.vital = None if month is None else month.vital
        self.sheet, self.table, self.match, self.thresholds = sheet, table, match, thresholds
        self.year, self.date1904 = year, date1904
        self.fields = [item for item in table.fields if item.key in match.columns]
        self.words = [item.key for item in self.fields if not is_figure(item.kind)]
        self.figures = [item.key for item in self.fields if is_figure(item.kind)]
        self.at = {item.key: match.columns[item.key].index for item in self.fields}
        self.below = list(zip_longest(*sheet.rows[match.row + 1 :], fillvalue=""))
        self.problems: list[Problem] = []
        self.reasons: defaultdict[int, list[Problem]] = defaultdict(list)

    def read(self) -> Records[RowT]:
        kinds = {item.key: item.kind for item in self.fields}
        found = sort_rows(self.sheet, self.match, kinds, self.below, self.vital)
        data, totals = found.data, found.totals
        self._sections(found)
        if not self._take_unit_below(found):
            return self._records(())
        columns: dict[str, list[Any]] = {}
        for item in self.fields:
            columns[item.key] = self._column(item, data)
            if self.alike.stopped:
                return self._records(())
        data = self._without_untold(columns, data)
        self._require(columns, data)
        rows = self._rows(columns, data)
        if self.alike.stopped:
            return self._records(())
        check = TotalCheck(self.sheet, self.table, self.match.columns, rows)
        for at in check.unlabelled(self._figures_only(columns, data)):
            del self.reasons[at]
            totals = sorted([*totals, at])
        for at in check.of_groups(self._without_person(columns, data)):
            del self.reasons[at]
            self._note([self._row_problem(header_codes.TOTAL_ROW, at)])
        if totals and not self.reasons:
            self._note(check.run(totals, [item.header for item in found.sections]))
        else:
            self._note(self._row_problem(header_codes.TOTAL_ROW, at) for at in totals)
        if not data and self.vital is None:
            place = Place(self.sheet.file, self.sheet.name)
            self.problems.append(problem(header_codes.NO_ROWS, place, table=self.table.title))
        return self._records(rows)

    def _note(self, found: Iterable[Problem]) -> None:
        """Keep what was found, as far as there is not too much alike."""
        self.problems += [item for item in found if self.alike.keeps(item.code, item.place)]

    def _sections(self, found: SortedRows) -> None:
        """Note what was said of the rows, and the months that hold from a section's header on."""
        again = None if found.other is None else same_table_below(self.sheet, self.table, found.other)
        self._note(item for item in found.problems if again is None or item.code is not header_codes.SECOND_TABLE)
        if again is not None:
            rows = {"first": self.match.row + 1, "last": len(self.sheet.rows)}
            self.problems.append(self._row_problem(header_codes.HEADER_MOVED, again.header, **rows))
        if self.vital is None and found.sections:
            first = self.months[0][1] if self.months else None
            self.months, said = months_by_section(self.sheet, self.table, self.match, found.sections, first, self.year)
            self.problems += said

    def _take_unit_below(self, found: SortedRows) -> bool:
        """Give the columns the unit that a row without data states; False when it is another than the title's."""
        first, last = self.match.row + 1, len(self.sheet.rows)
        if len(found.data) + len(found.totals) == last - first:
            return True
        read = {*found.data, *found.totals}
        units = unit_row(self.sheet, self.match)
        passed = [row for row in range(first, last) if row not in read and self.sheet.rows[row] != units]
        match, said = with_unit_below(self.sheet, self.table, self.match, passed)
        self.problems += said
        if match is not None:
            self.match = match
        return match is not None

    def _records(self, rows: Sequence[tuple[int, RowT]]) -> Records[RowT]:
        name, file = self.sheet.name, self.sheet.file
        read = tuple(row for at, row in rows if self.table.check is None or self._passes(self.table.check, at, row))
        invalid = tuple(
            InvalidRow(Place(file, name, f"{at + 1}:{at + 1}"), tuple(reasons), self._held(at))
            for at, reasons in sorted(self.reasons.items())
        )
        order = [*self.alike.said(), *self.problems, *(reason for item in invalid for reason in item.reasons)]
        if self.alike.stopped:
            read = ()
        return Records(self.table, file, name, self.match.row + 1, read, invalid, tuple(order))

    def _held(self, row: int) -> tuple[tuple[str, str], ...]:
        """The cells of a row as they stand, by column; blank ones left out."""
        cells = self.sheet.rows[row]
        found = ((key, cells[index]) for key, index in sorted(self.at.items()) if index < len(cells))
        return tuple((key, str(cell)) for key, cell in found if cell != "")

    def _passes(self, check: Callable[[RowT, Thresholds], Sequence[Problem]], at: int, row: RowT) -> bool:
        """Whether the table's own check of a row finds no error; what it finds is noted."""
        for found in check(row, self.thresholds):
            if not self.alike.keeps(found.code, found.place):
                continue
            (self.reasons[at] if found.severity is Severity.ERROR else self.problems).append(found)
        return at not in self.reasons

    def _figures_only(self, columns: Mapping[str, list[Any]], data: Sequence[int]) -> dict[int, dict[str, Any]]:
        """The rows that hold figures and not a word: perhaps the sums of the others, without a label."""
        found = {}
        if any(_UNREAD.isdisjoint(map(type, columns[key])) for key in self.words):
            return {}
        for index, row in enumerate(data):
            if any(columns[key][index] is BAD for key in self.figures):
                continue  # nobody knows its sum, so it stays an error
            if all(columns[key][index] is None or columns[key][index] is BAD for key in self.words) and not any(
                self._says(row, key) for key in self.words
            ):
                found[row] = {item.key: columns[item.key][index] for item in self.fields}
        return found

    def _without_person(
        self, columns: Mapping[str, list[Any]], data: Sequence[int]
    ) -> dict[int, tuple[dict[str, Any], dict[str, Any]]]:
        """The rows that only lack words that a row has to have, by what they do say: perhaps sums of their groups."""
        lacking = {
            at
            for at, found in self.reasons.items()
            if found and all(item.code is cell_codes.MISSING_CELL for item in found)
        }
        if not lacking:
            return {}
        found = {}
        for index, row in enumerate(data):
            if row not in lacking or any(columns[key][index] is BAD for key in self.figures):
                continue
            said = {key: value for key in self.words if (value := columns[key][index]) is not None and value is not BAD}
            if said:
                found[row] = said, {key: columns[key][index] for key in self.figures}
        return found

    def _says(self, row: int, key: str) -> bool:
        """Whether a cell holds a word, or a formula that has yet to say it."""
        cells, index = self.sheet.rows[row], self.at[key]
        return (index < len(cells) and cells[index] != "") or (row, index) in self.sheet.flaws

    def _column(self, item: Field, data: Sequence[int]) -> list[Any]:
        at = self.match.columns[item.key]
        cells = self._cells(at.index, data)
        if not is_figure(item.kind):
            self._fill_merged(at.index, cells, data)
        if item.column.carried:
            _carry(cells)
        flawed = self._flawed(at.index, data)
        for index in flawed:
            cells[index] = ""  # what stands there is not what the cell says
        context = CellContext(
            lambda index, code, details: self._report(item, data[index], code, details),
            scale=at.scale,
            year=self.year,
            date1904=self.date1904,
            computed=item.column.computed,
        )
        values: list[Any] = item.kind.read(cells, context)
        if isinstance(item.kind, TextKind | NameKind) and ShownNumber in set(map(type, cells)):
            self._say_shown(item, cells, data)
        for index, flaw in flawed.items():
            self._report(item, data[index], _flaw_code(item, flaw), {"found": flaw.text})
            values[index] = BAD
        return values

    def _flawed(self, column: int, data: Sequence[int]) -> dict[int, Flaw]:
        """The flawed cells of a column, by their place in `data`."""
        flaws = self.sheet.flaws
        if not flaws:
            return {}
        return {index: flaw for index, row in enumerate(data) if (flaw := flaws.get((row, column))) is not None}

    def _cells(self, column: int, data: Sequence[int]) -> list[CellValue]:
        if column >= len(self.below):
            return [""] * len(data)
        cells, first = self.below[column], self.match.row + 1
        return list(cells) if len(cells) == len(data) else [cells[row - first] for row in data]

    def _say_shown(self, item: Field, cells: Sequence[CellValue], data: Sequence[int]) -> None:
        """Say once of a column that numbers in it were read with the zeros that they only show."""
        row, cell = next((row, cell) for row, cell in zip(data, cells, strict=True) if isinstance(cell, ShownNumber))
        self._report(item, row, cell_codes.READ_AS_SHOWN, {"stored": int(cell), "shown": cell.shown})

    def _fill_merged(self, column: int, cells: list[CellValue], data: Sequence[int]) -> None:
        """A merged cell holds its value once; it is meant for every row it spans."""
        for first_row, first_column, last_row, last_column in self.sheet.merged:
            if first_column <= column <= last_column and first_row > self.match.row and last_row > first_row:
                value = self.sheet.rows[first_row][first_column]
                for index in range(bisect_left(data, first_row), bisect_right(data, last_row)):
                    cells[index] = value

    def _require(self, columns: Mapping[str, list[Any]], data: Sequence[int]) -> None:
        for item in self.fields:
            if item.required and NoneType in set(map(type, columns[item.key])):
                for index, value in enumerate(columns[item.key]):
                    if value is None:
                        self._report(item, data[index], cell_codes.MISSING_CELL, {})
                        columns[item.key][index] = BAD

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
            self.problems.append(problem(header_codes.ROWS_UNTOLD, place, rows=gone, column=column))
        for key, column_values in columns.items():
            columns[key] = [column_values[at] for at in kept]
        return [data[at] for at in kept]

    def _report(self, item: Field, row: int, code: Code, details: Mapping[str, object]) -> None:
        place = Place(self.sheet.file, self.sheet.name, cell_address(row, self.at[item.key]))
        if not self.alike.keeps(code, place):
            return
        found = problem(code, place, column=self.table.label(item.key), **details)
        if found.severity is Severity.ERROR:
            self.reasons[row].append(found)
        else:
            self.problems.append(found)

    def _row_problem(self, code: Code, row: int, **details: object) -> Problem:
        place = Place(self.sheet.file, self.sheet.name, f"{row + 1}:{row + 1}")
        return problem(code, place, row=row + 1, **details)

    # -- rows -----------------------------------------------------------------------------------

    def _rows(self, columns: Mapping[str, list[Any]], data: Sequence[int]) -> list[tuple[int, RowT]]:
        keys = [item.key for item in self.fields]
        read = [columns[key] for key in keys]
        kept = data
        if self.reasons:
            chosen = [index for index, row in enumerate(data) if row not in self.reasons]
            read = [[column[index] for index in chosen] for column in read]
            kept = [data[index] for index in chosen]
        letters = {key: column_letters(index) for key, index in self.at.items()}
        home, lines = Home(self.sheet.file, self.sheet.name, letters), [at + 1 for at in kept]
        preset = ["month"] if self.months else []
        made, refused = make_rows(self.table, [*keys, *preset], [*read, *self._presets(kept)], home, lines)
        for index, key, details in refused:
            self._report(self.table.by_key[key], kept[index], cell_codes.OUT_OF_RANGE, details)
        return [(row, item) for row, item in zip(kept, made, strict=True) if item is not None]

    def _presets(self, kept: Sequence[int]) -> list[list[Any]]:
        """The months of rows that have no column for them."""
        if len(self.months) < 2:
            return [[month] * len(kept) for _, month in self.months]
        starts = [row for row, _ in self.months]
        return [[self.months[max(0, bisect_right(starts, row) - 1)][1] for row in kept]]


def _flaw_code(item: Field, flaw: Flaw) -> Code:
    """What is wrong with a cell; of a figure too long it is not the digits of an identifier that matter."""
    if flaw.kind is not FlawKind.LONG_NUMBER or not is_figure(item.kind):
        return _FLAWS[flaw.kind]
    return cell_codes.TOO_LARGE if flaw.text.lstrip("-").isdigit() else cell_codes.NOT_FINITE


def _carry(cells: list[CellValue]) -> None:
    """A blank cell below the first carries the value above it."""
    last: CellValue = ""
    for index, cell in enumerate(cells):
        if cell == "" or is_space(cell):
            cells[index] = last
        else:
            last = cell
