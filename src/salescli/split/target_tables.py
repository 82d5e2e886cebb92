"""The tables of a workbook of targets: which sheet each is read from, and which could not be read whole."""

from collections.abc import Sequence
from typing import Any

from salescli.excel.intake import Intake
from salescli.excel.records import InvalidRow
from salescli.excel.source import SourceWorkbook
from salescli.measure.period import Year, parse_period
from salescli.split.tables.goals import GOALS
from salescli.table.codes import headers as header_codes
from salescli.table.errors import UnusableFile
from salescli.table.kind import normal
from salescli.table.problem import Place
from salescli.table.row import RowT
from salescli.table.table import Table


class TargetTables:
    """Reads the tables, from the `sheet` asked for where it holds them; raises UnusableFile where there is none such.

    `torn` has the rows of each table that could not be read and are not forgiven. What the other rows say is not all
    then, so that it cannot be wrong for what it lacks.
    """

    def __init__(self, intake: Intake, source: SourceWorkbook, sheet: str | None) -> None:
        self.intake, self.source, self.sheet = intake, source, sheet
        self.torn: dict[Table[Any], Sequence[InvalidRow]] = {}
        names = tuple(item.name for item in source.sheets)
        if sheet is not None and normal(sheet) not in map(normal, names):
            raise UnusableFile.of(header_codes.NO_SHEET, Place(source.file), sheet=sheet, sheets=names)

    def rows(self, table: Table[RowT], *, needed: bool = False, year: int | None = None) -> tuple[RowT, ...] | None:
        """The table's rows; None where it is not there, which is an error when it is `needed`."""
        before = len(self.intake.invalid)
        rows = self._taken(table, needed=needed, year=year)
        if (torn := self.intake.invalid[before:]) and not self.intake.options.skip_invalid:
            self.torn[table] = torn
        return rows

    def years_torn(self) -> tuple[Year, ...]:
        """The years of goals that could not be read: they complete months written without one all the same."""
        texts = (text for row in self.torn.get(GOALS, ()) for key, text in row.cells if key == "year")
        years = (parse_period(text.removesuffix(".0")) for text in texts)
        return tuple(dict.fromkeys(year for year in years if isinstance(year, Year)))

    def _taken(self, table: Table[RowT], *, needed: bool, year: int | None) -> tuple[RowT, ...] | None:
        for found in self.source.candidates(table):
            if self.sheet is not None and found.match.fits and normal(found.sheet.name) == normal(self.sheet):
                return self.intake.take(self.source.read_found(found, year=year))
        if needed:
            return self.intake.need(self.source, table, year=year)
        return self.intake.want(self.source, table, year=year)
