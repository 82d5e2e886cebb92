"""An input workbook, opened: which sheet holds which table, and its rows.

Ambiguity is an error that names the candidates: where several sheets fit one table, the sheet of the table's
own name is taken, else the only one with data, else the user has to choose.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from salescli.excel.authorship import written_by_us
from salescli.excel.found import Found, fitting, has_data, misspelt, nearness, yearless
from salescli.excel.guard import Limits
from salescli.excel.header_findings import header_problems
from salescli.excel.headers import Aliases, find_header
from salescli.excel.read import RawSheet, RawWorkbook, read_workbook
from salescli.excel.record_reader import read_records
from salescli.excel.records import MonthGiven, Records
from salescli.excel.spoken import spoken
from salescli.excel.spread import combined, month_of, read_spread
from salescli.excel.stated_time import stated_year, titled_month, year_in
from salescli.excel.title_unit import with_title_unit
from salescli.excel.unit_row import with_unit_row
from salescli.excel.unseen import hidden_rows
from salescli.measure.achievement import DEFAULT_THRESHOLDS, Thresholds
from salescli.measure.period import Month
from salescli.table.codes import headers as codes
from salescli.table.errors import UnusableFile
from salescli.table.kind import normal
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.words.language import Lang, Text


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How the user wants inputs read: one sheet only, headers of the house, a year for yearless dates, and the
    traffic lights that a stated status is compared by, and the password of encrypted workbooks.

    `year_else` is the year of yearless dates where their sheet does not tell it.
    """

    sheet: str | None = None
    aliases: Aliases = field(default_factory=dict)
    year: int | None = None
    limits: Limits = field(default_factory=Limits)
    thresholds: Thresholds = DEFAULT_THRESHOLDS
    password: str | None = None
    year_else: int | None = None


DEFAULTS: Final = ReadOptions()


class SourceWorkbook:
    """One input file, read once."""

    def __init__(
        self,
        path: Path,
        options: ReadOptions = DEFAULTS,
        *,
        at: Path | None = None,
        tables: Sequence[Table[Any]] = (),
    ) -> None:
        """Read `path`, which lies `at` another place for this process when given; raises UnusableFile for what is no
        workbook, or has no sheet of the name asked for. `tables` are those the run may find in it: a sheet that is
        rather another of them is not asked about."""
        self.path, self._at = path, at or path
        self.options, self.tables = options, tables
        self.raw: RawWorkbook = read_workbook(path, options.limits, password=options.password, at=at)
        self.sheets: Sequence[RawSheet] = self._chosen()
        self._candidates: dict[Table[Any], list[Found[Any]]] = {}
        self._by_year: dict[Table[Any], Records[Any] | None] = {}

    @property
    def file(self) -> str:
        """The file as the user named it."""
        return str(self.path)

    def _chosen(self) -> Sequence[RawSheet]:
        wanted = self.options.sheet
        if wanted is None:
            return self.raw.sheets
        chosen = [sheet for sheet in self.raw.sheets if normal(sheet.name) == normal(wanted)]
        if not chosen:
            names = tuple(sheet.name for sheet in self.raw.sheets)
            raise UnusableFile([problem(codes.NO_SHEET, Place(self.file), sheet=wanted, sheets=names)])
        return chosen

    @property
    def lang(self) -> Lang:
        """The language of the workbook: that of its headers."""
        return spoken((sheet.name for sheet in self.sheets), (sheet.rows for sheet in self.sheets))

    def candidates(self, table: Table[RowT]) -> list[Found[RowT]]:
        """Every sheet with a row that could be the table's header, complete or not."""
        if table not in self._candidates:
            matches = [(sheet, find_header(sheet, table, self.options.aliases)) for sheet in self.sheets]
            self._candidates[table] = [Found(table, sheet, match) for sheet, match in matches if match is not None]
        return self._candidates[table]

    def find(self, table: Table[RowT]) -> Found[RowT] | None:
        """The one sheet that holds `table`, or None when no sheet fits; raises UnusableFile when several do.

        A sheet of the table's own name is taken even when its header lacks something, so that what it
        lacks can be said.
        """
        fitting = self.fitting(table)
        if len(fitting) > 1:
            names = tuple(item.sheet.name for item in fitting)
            code = codes.SHEETS_WITHOUT_YEAR if yearless(fitting) else codes.SEVERAL_SHEETS
            raise UnusableFile([problem(code, Place(self.file), table=table.title, sheets=names, first=names[0])])
        return fitting[0] if fitting else None

    def fitting(self, table: Table[RowT]) -> list[Found[RowT]]:
        """The sheets that fit `table` equally well, without those that are rather another table of the run."""
        found = fitting(self.candidates(table))
        return found if len(found) < 2 else [item for item in found if not self._is_another(item)] or found

    def _is_another(self, found: Found[Any]) -> bool:
        others = (item for table in self.tables for item in self.candidates(table))
        return any(item.sheet is found.sheet and found.rather(item) for item in others)

    def misspelt(self, table: Table[RowT]) -> list[Found[RowT]]:
        """The sheets that fit but for headers which come near to those they lack."""
        return misspelt(self.candidates(table))

    def holds(self, table: Table[RowT]) -> bool:
        """Whether the workbook has rows of `table` to read: on one sheet, or on a sheet for each month."""
        return self.by_month(table) or self.by_year(table) or self.find(table) is not None

    def read(self, table: Table[RowT], *, year: int | None = None) -> Records[RowT] | None:
        """The rows of `table`, or None when the workbook does not hold it."""
        if by_month := self._by_month(table, year):
            records = combined([self._read(found, year, MonthGiven(month)) for found, month in by_month])
            return replace(records, problems=(*self._of_year(by_month), *records.problems))
        if self.by_year(table):
            return self._by_year[table]
        found = self.find(table)
        if found is None:
            return None
        records = self.read_found(found, year=year)
        hidden = tuple(self._hidden_beside(found))
        return replace(records, problems=hidden + records.problems) if hidden else records

    def _of_year(self, by_month: Sequence[tuple[Found[RowT], Month]]) -> Iterator[Problem]:
        """What is said where the year of sheets named for months is only the run's."""
        if lacking := [(item, month) for item, month in by_month if self._own_month(item) is None]:
            names = tuple(item.sheet.name for item, _ in lacking)
            yield problem(codes.YEAR_OF_SHEETS, Place(self.file), sheets=names, year=lacking[0][1].year)

    def _hidden_beside(self, found: Found[Any]) -> Iterator[Problem]:
        """What is said of hidden sheets that hold the same table, and were not read; our own keep what we need."""
        if all(sheet.visible for sheet in self.sheets) or written_by_us(self._at):
            return
        for other in self.candidates(found.table):
            if other.match.fits and other.sheet is not found.sheet and not other.sheet.visible and has_data(other):
                place = Place(self.file, other.sheet.name)
                yield problem(codes.HIDDEN_TABLE, place, table=found.table.title, read=found.sheet.name)

    def read_every(self, table: Table[RowT]) -> Records[RowT] | None:
        """The rows of all sheets that fit `table`, as many sheets as there are; a note names them when several do."""
        fitting, misspelt = self.fitting(table), self.misspelt(table)
        if len(fitting) + len(misspelt) < 2 or self.by_month(table):
            return self.read(table)
        names = tuple(item.sheet.name for item in fitting)
        found = combined([self.read_found(item) for item in (*fitting, *misspelt)])
        if misspelt:
            return found
        said = problem(codes.SHEETS_READ, Place(self.file), table=table.title, sheets=names, count=len(names))
        return replace(found, problems=(said, *found.problems))

    def by_month(self, table: Table[Any]) -> bool:
        """Whether `table` lies on a sheet for each month, which are read as one."""
        return bool(self._by_month(table, None))

    def by_year(self, table: Table[Any]) -> bool:
        """Whether `table` lies on a sheet for each year, or part of a year, which are read as one.

        The sheets' names say the year, and no month stands on two of them.
        """
        if table not in self._by_year:
            self._by_year[table] = self._read_by_year(table)
        return self._by_year[table] is not None

    def _read_by_year(self, table: Table[RowT]) -> Records[RowT] | None:
        fitting = self.fitting(table)
        if "month" not in table.by_key or "week" in table.by_key or len(fitting) < 2 or self.by_month(table):
            return None
        if any(year_in(item.sheet.name) is None for item in fitting):
            return None
        parts = [self.read_found(item) for item in fitting]
        months = [{getattr(row, "month", None) for row in part.rows} for part in parts]
        together = set[Month | None]().union(*months)
        if None in together or len(together) != sum(map(len, months)):
            return None
        names = tuple(item.sheet.name for item in fitting)
        said = problem(codes.SHEETS_READ, Place(self.file), table=table.title, sheets=names, count=len(names))
        parts += [self.read_found(item) for item in self.misspelt(table)]
        found = combined(parts)
        return replace(found, problems=(said, *found.problems))

    def _by_month(self, table: Table[RowT], year: int | None) -> list[tuple[Found[RowT], Month]]:
        """The sheets of a table without a month column that are named for the months they hold."""
        if "month" not in table.by_key:
            return []
        fitting = [item for item in self.candidates(table) if item.match.fits and "month" not in item.match.columns]
        if len(fitting) < 2:
            return []
        named = [(item, self._tab_month(item, year)) for item in fitting]
        dated = [(item, month) for item, month in named if month is not None]
        if len(dated) != len(fitting) or len({month for _, month in dated}) < 2:
            return []
        misspelt = [(item, self._tab_month(item, year)) for item in self.misspelt(table)]
        return [*dated, *((item, month) for item, month in misspelt if month is not None)]

    def _tab_month(self, found: Found[RowT], year: int | None) -> Month | None:
        return month_of(found.sheet.name, year or self.options.year or self._year_of(found))

    def _own_month(self, found: Found[RowT]) -> Month | None:
        """The month that the workbook itself gives."""
        return month_of(found.sheet.name, self._year_of(found))

    def read_found(self, found: Found[RowT], *, year: int | None = None) -> Records[RowT]:
        """The rows of a table found before. With a header that lacks a required column there are none."""
        return self._read(found, year, None)

    def _read(self, found: Found[RowT], year: int | None, month: MonthGiven | None) -> Records[RowT]:
        sheet, table, match = found.sheet, found.table, found.match
        said = tuple(header_problems(sheet, table, match))
        if not match.fits or match.clashes:
            return Records(table, self.file, sheet.name, match.row + 1, (), (), said)
        scaled, of_unit = with_unit_row(sheet, table, match)
        said += of_unit
        if scaled is not None:
            scaled, of_unit = with_title_unit(sheet, table, scaled)
            said += of_unit
        if scaled is None:
            return Records(table, self.file, sheet.name, match.row + 1, (), (), said)
        match = scaled
        year = year or self.options.year or self._year_of(found) or self.options.year_else
        if month is None and (titled := titled_month(sheet, table, match)) is not None:
            month = MonthGiven(titled)
            said += (problem(codes.MONTH_FROM_TITLE, Place(self.file, sheet.name), month=titled),)
        date1904, lights, most = self.raw.date1904, self.options.thresholds, self.options.limits.max_problems
        if match.months:
            records = read_spread(sheet, table, match, year=year, date1904=date1904, thresholds=lights, most=most)
        else:
            records = read_records(
                sheet, table, match, year=year, date1904=date1904, thresholds=lights, month=month, most=most
            )
        hidden = hidden_rows(sheet, records)
        return replace(records, problems=said + records.problems + hidden) if said or hidden else records

    def absent(self, table: Table[Any]) -> Problem:
        """The problem to report when `table` is needed but not here."""
        needed = tuple(table.label(item.key) for item in table.fields if item.required)
        names = tuple(sheet.name for sheet in self.sheets)
        near = next(filter(None, map(nearness, self.candidates(table))), Text("", ""))
        return problem(
            codes.NO_TABLE,
            Place(self.file),
            table=table.title,
            sheets=names,
            columns=needed,
            kind=table.name,
            near=near,
        )

    def _year_of(self, found: Found[Any]) -> int | None:
        return stated_year(found.sheet, found.match, self.path.stem)
