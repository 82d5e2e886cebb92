"""From the cells below a header to typed rows, a column at a time.

Every cell that cannot be read becomes a problem at its address, and its row an invalid one; rows that hold no
data (blank, total rows, repeated headers, remarks) are recognised and said.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic

from pydantic import TypeAdapter, ValidationError

from salescli.excel.addresses import cell_address, column_letters
from salescli.excel.headers import HeaderMatch
from salescli.excel.read import CellValue, FlawKind, RawSheet
from salescli.excel.totals import TotalCheck, is_total_word
from salescli.measure.achievement import DEFAULT_THRESHOLDS, Thresholds
from salescli.table.codes import cells as cell_codes
from salescli.table.codes import headers as header_codes
from salescli.table.kind import BAD, CellContext, normal, shown
from salescli.table.numbers import CountKind, MoneyKind, NumberKind, RatioKind
from salescli.table.problem import Code, Place, Problem, Severity, problem
from salescli.table.quantity import QuantityKind
from salescli.table.row import RowT, Source
from salescli.table.table import Field, Table

_REMARK: Final = re.compile(
    r"^\s*(?:注|备注|備註|说明|說明|制表|审核|填表|单位|note|remark)s?\s*[:：、。(（]?", re.IGNORECASE
)
_FLAWS: Final[Mapping[FlawKind, Code]] = {
    FlawKind.ERROR_VALUE: cell_codes.ERROR_VALUE,
    FlawKind.NO_CACHED_VALUE: cell_codes.NO_CACHED_VALUE,
    FlawKind.LONG_NUMBER: cell_codes.LONG_NUMBER,
}
_NUMERIC: Final = (NumberKind, MoneyKind, CountKind, RatioKind, QuantityKind)


@dataclass(frozen=True, slots=True)
class InvalidRow:
    """A row that could not be read: where it stands and every reason."""

    place: Place
    reasons: tuple[Problem, ...]


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

    @property
    def count(self) -> int:
        """How many data rows were read, valid or not."""
        return len(self.rows) + len(self.invalid)


def read_records(
    sheet: RawSheet,
    table: Table[RowT],
    match: HeaderMatch,
    *,
    year: int | None = None,
    date1904: bool = False,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Records[RowT]:
    """Read the rows below `match` as rows of `table`.

    `year` completes dates written without one; `thresholds` are what a stated status is compared by.
    """
    return _Reader(sheet, table, match, year, date1904, thresholds).read()


class _Reader(Generic[RowT]):
    def __init__(
        self,
        sheet: RawSheet,
        table: Table[RowT],
        match: HeaderMatch,
        year: int | None,
        date1904: bool,
        thresholds: Thresholds,
    ) -> None:
        self.sheet, self.table, self.match, self.thresholds = sheet, table, match, thresholds
        self.year, self.date1904 = year, date1904
        self.fields = [item for item in table.fields if item.key in match.columns]
        self.at = {item.key: match.columns[item.key].index for item in self.fields}
        self.problems: list[Problem] = []
        self.reasons: defaultdict[int, list[Problem]] = defaultdict(list)

    def read(self) -> Records[RowT]:
        data, totals = self._sort_rows()
        columns = {item.key: self._column(item, data) for item in self.fields}
        self._require(columns, data)
        rows = self._rows(columns, data)
        if totals and not self.reasons:
            check = TotalCheck(
                self.sheet, self.table, self.at, {key: at.scale for key, at in self.match.columns.items()}
            )
            self.problems += check.run(totals, rows)
        else:
            self.problems += [self._row_problem(header_codes.TOTAL_ROW, at) for at in totals]
        if not data:
            place = Place(self.sheet.file, self.sheet.name)
            self.problems.append(problem(header_codes.NO_ROWS, place, table=self.table.title))
        return self._records(rows)

    def _records(self, rows: Sequence[tuple[int, RowT]]) -> Records[RowT]:
        name, file = self.sheet.name, self.sheet.file
        invalid = tuple(
            InvalidRow(Place(file, name, f"{at + 1}:{at + 1}"), tuple(reasons))
            for at, reasons in sorted(self.reasons.items())
        )
        read = tuple(row for _, row in rows)
        if self.table.check is not None:
            for row in read:
                self.problems.extend(self.table.check(row, self.thresholds))
        order = [*self.problems, *(reason for item in invalid for reason in item.reasons)]
        return Records(self.table, file, name, self.match.row + 1, read, invalid, tuple(order))

    # -- which rows hold data -------------------------------------------------------------------

    def _sort_rows(self) -> tuple[list[int], list[int]]:
        """Indices of data rows and of total rows; everything else is blank or remarked on."""
        data: list[int] = []
        totals: list[int] = []
        header = {normal(str(cell)) for cell in self.sheet.rows[self.match.row] if cell != ""}
        labels = self._label_columns()
        flawed = {row for row, _ in self.sheet.flaws}
        after_blank = False
        for at in range(self.match.row + 1, len(self.sheet.rows)):
            cells = self.sheet.rows[at]
            if not any(cells) and at not in flawed and self._is_blank(at, cells):
                after_blank = True
                continue
            if self._is_blank(at, cells):
                self._remark(at, cells)
                continue
            if any(is_total_word(cells[index]) for index in labels if index < len(cells)):
                totals.append(at)
            elif self._repeats_header(at, cells, header):
                self.problems.append(self._row_problem(header_codes.REPEATED_HEADER, at))
            elif after_blank and data and self._starts_another(cells):
                self.problems.append(self._row_problem(header_codes.SECOND_TABLE, at))
                break
            elif not self._remark(at, cells):
                data.append(at)
            after_blank = False
        return data, totals

    def _is_blank(self, at: int, cells: Sequence[CellValue]) -> bool:
        return all(
            (index >= len(cells) or cells[index] == "" or _is_space(cells[index]))
            and (at, index) not in self.sheet.flaws
            for index in self.at.values()
        )

    def _label_columns(self) -> range:
        """The columns up to the first number: where the word of a total row stands."""
        numeric = [self.at[item.key] for item in self.fields if isinstance(item.kind, _NUMERIC)]
        return range(min(numeric, default=1) or 1)

    def _repeats_header(self, at: int, cells: Sequence[CellValue], header: set[str]) -> bool:
        words = [
            normal(cell)
            for cell in (cells[i] for i in self.at.values() if i < len(cells))
            if isinstance(cell, str) and cell
        ]
        return len(words) >= min(2, len(self.at)) and all(word in header for word in words)

    def _starts_another(self, cells: Sequence[CellValue]) -> bool:
        """Below a blank row, words only, also where this table has numbers: the header of something else."""
        filled = [cell for cell in cells if cell != ""]
        numeric = [self.at[item.key] for item in self.fields if isinstance(item.kind, _NUMERIC)]
        words = all(isinstance(cell, str) and not re.search(r"\d", cell) for cell in filled)
        return len(filled) >= 2 and words and any(i < len(cells) and cells[i] != "" for i in numeric)

    def _remark(self, at: int, cells: Sequence[CellValue]) -> bool:
        """Whether the row is one text cell that reads as a remark; if so it is said."""
        filled = [(index, cell) for index, cell in enumerate(cells) if cell != "" and not _is_space(cell)]
        index, text = filled[0] if len(filled) == 1 else (0, None)
        if not isinstance(text, str):
            return False
        inside = index in self.at.values()
        if inside and not _REMARK.match(text):
            return False
        place = Place(self.sheet.file, self.sheet.name, cell_address(at, index))
        self.problems.append(problem(header_codes.SIDE_NOTE, place, found=shown(text)))
        return True

    # -- cells ----------------------------------------------------------------------------------

    def _column(self, item: Field, data: Sequence[int]) -> list[Any]:
        at = self.match.columns[item.key]
        cells: list[CellValue] = [
            row[at.index] if at.index < len(row) else "" for row in (self.sheet.rows[i] for i in data)
        ]
        if not isinstance(item.kind, _NUMERIC):
            self._fill_merged(at.index, cells, data)
        if item.column.carried:
            _carry(cells)
        context = CellContext(
            lambda index, code, details: self._report(item, data[index], code, details),
            scale=at.scale,
            year=self.year,
            date1904=self.date1904,
        )
        values: list[Any] = item.kind.read(cells, context)
        for index, row in enumerate(data):
            if (flaw := self.sheet.flaws.get((row, at.index))) is not None:
                self._report(item, row, _FLAWS[flaw.kind], {"found": flaw.text})
                values[index] = BAD
        return values

    def _fill_merged(self, column: int, cells: list[CellValue], data: Sequence[int]) -> None:
        """A merged cell holds its value once; it is meant for every row it spans."""
        for first_row, first_column, last_row, last_column in self.sheet.merged:
            if first_column <= column <= last_column and first_row > self.match.row and last_row > first_row:
                value = self.sheet.rows[first_row][first_column]
                for index, row in enumerate(data):
                    if first_row <= row <= last_row:
                        cells[index] = value

    def _require(self, columns: Mapping[str, list[Any]], data: Sequence[int]) -> None:
        for item in self.fields:
            if item.required:
                for index, value in enumerate(columns[item.key]):
                    if value is None:
                        self._report(item, data[index], cell_codes.MISSING_CELL, {})
                        columns[item.key][index] = BAD

    def _report(self, item: Field, row: int, code: Code, details: Mapping[str, object]) -> None:
        place = Place(self.sheet.file, self.sheet.name, cell_address(row, self.at[item.key]))
        found = problem(code, place, column=self.table.label(item.key), **details)
        if found.severity is Severity.ERROR:
            self.reasons[row].append(found)
        else:
            self.problems.append(found)

    def _row_problem(self, code: Code, row: int) -> Problem:
        return problem(code, Place(self.sheet.file, self.sheet.name, f"{row + 1}:{row + 1}"), row=row + 1)

    # -- rows -----------------------------------------------------------------------------------

    def _rows(self, columns: Mapping[str, list[Any]], data: Sequence[int]) -> list[tuple[int, RowT]]:
        keys = [item.key for item in self.fields]
        records: list[tuple[int, dict[str, Any]]] = []
        for row, values in zip(data, zip(*(columns[key] for key in keys), strict=True), strict=True):
            if row not in self.reasons:
                records.append((row, dict(zip(keys, values, strict=True))))
        letters = {key: column_letters(index) for key, index in self.at.items()}
        rows = list(self._validated(records))
        for at, row_object in rows:
            row_object.placed(Source(self.sheet.file, self.sheet.name, at + 1, letters))
        return rows

    def _validated(self, records: list[tuple[int, dict[str, Any]]]) -> Iterable[tuple[int, RowT]]:
        """The records that keep the row class's own limits, validated in one batch."""
        adapter = TypeAdapter(list[self.table.row])  # type: ignore[name-defined]  # a class held in a value
        try:
            valid = adapter.validate_python([values for _, values in records])
            return zip((row for row, _ in records), valid, strict=True)
        except ValidationError as error:
            refused = self._refuse(error, records)
        return self._validated([record for index, record in enumerate(records) if index not in refused])

    def _refuse(self, error: ValidationError, records: Sequence[tuple[int, dict[str, Any]]]) -> set[int]:
        refused: set[int] = set()
        for item in error.errors():
            index, key = int(item["loc"][0]), str(item["loc"][1])
            limit = "、".join(f"{_LIMITS.get(name, name)} {value}" for name, value in item.get("ctx", {}).items())
            details = {"found": shown(item["input"]), "limit": limit or item["msg"]}
            self._report(self.table.by_key[key], records[index][0], cell_codes.OUT_OF_RANGE, details)
            refused.add(index)
        return refused


_LIMITS: Final = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}


def _is_space(cell: CellValue) -> bool:
    return isinstance(cell, str) and normal(cell) == ""


def _carry(cells: list[CellValue]) -> None:
    """A blank cell below the first carries the value above it."""
    last: CellValue = ""
    for index, cell in enumerate(cells):
        if cell == "" or _is_space(cell):
            cells[index] = last
        else:
            last = cell
