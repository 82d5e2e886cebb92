"""The workbooks of an analysis: what the main one holds, and what the ones of other periods add."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from salescli.analyze.diagnosis import CUSTOMERS, FUNNEL, PROBLEMS, CustomerRow, FunnelRow, ProblemRow
from salescli.analyze.periods import row_problems
from salescli.analyze.result import Given
from salescli.analyze.strangers import Planned
from salescli.analyze.tables import METRICS, STATUS, MetricRow, StatusRow
from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
from salescli.split.tables.plan import PlanRow
from salescli.split.tracked import TRACKED, TrackedRow
from salescli.table.codes import analyze as codes
from salescli.table.errors import UnusableFile
from salescli.table.problem import Place, Severity, problem
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.track.kept import KEPT_METRICS, KEPT_REPORTS, KEPT_TARGETS
from salescli.track.order_repeats import each_once, repeats_remark
from salescli.track.tables import MONTHLY, ORDERS, MonthlyRow, OrderRow, WeeklyRow
from salescli.words.language import Lang, Text

LOOKED_FOR: tuple[Table[Any], ...] = (MONTHLY, METRICS, STATUS, FUNNEL, PROBLEMS, CUSTOMERS)
"""The tables that can be analyzed."""

COMPARED: tuple[Table[Any], ...] = (MONTHLY, METRICS, FUNNEL)
"""The tables that another period's workbook can give."""


@dataclass(frozen=True, slots=True)
class People:
    """Whose orders count: the rows of sales targets, and of the targets of other metrics."""

    planned: tuple[Planned, ...] = ()
    others: tuple[PlanRow, ...] = ()


NOBODY: Final = People()


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of the main workbook; None where one is not there."""

    monthly: tuple[MonthlyRow, ...] | None
    metrics: tuple[MetricRow, ...] | None
    status: tuple[StatusRow, ...] | None
    funnel: tuple[FunnelRow, ...] | None
    problems: tuple[ProblemRow, ...] | None
    customers: tuple[CustomerRow, ...] | None
    weekly: tuple[WeeklyRow, ...]
    orders: tuple[OrderRow, ...]
    tracked: tuple[TrackedRow, ...]
    people: People


@dataclass(frozen=True, slots=True)
class Other:
    """What another period's workbook gives."""

    monthly: tuple[MonthlyRow, ...] | None = None
    metrics: tuple[MetricRow, ...] = ()
    funnel: tuple[FunnelRow, ...] = ()
    weekly: tuple[WeeklyRow, ...] = ()
    orders: tuple[OrderRow, ...] = ()
    tracked: tuple[TrackedRow, ...] = ()
    people: People = NOBODY


def read_tables(intake: Intake, source: SourceWorkbook) -> Tables:
    """What the main workbook holds; an error is noted when that is nothing to analyze."""
    weekly, monthly = _rows(intake, source, KEPT_REPORTS), intake.want(source, MONTHLY)
    tables = Tables(
        monthly=monthly,
        metrics=intake.want(source, METRICS),
        status=intake.want(source, STATUS),
        funnel=intake.want(source, FUNNEL),
        problems=intake.want(source, PROBLEMS),
        customers=intake.want(source, CUSTOMERS),
        weekly=weekly,
        orders=_orders(intake, source),
        tracked=named_rows(intake, source, TRACKED),
        people=_people(intake, source, monthly or ()),
    )
    if all(getattr(tables, table.name) is None for table in LOOKED_FOR):
        titles = tuple(table.title for table in LOOKED_FOR)
        names = tuple(sheet.name for sheet in source.sheets)
        intake.add(problem(codes.NOTHING_TO_ANALYZE, Place(source.file), tables=titles, sheets=names))
    intake.add(*row_problems(tables.monthly or ()))
    return tables


def given_in(file: Path, held: "Tables | Other") -> Iterator[Given]:
    """The tables of one workbook."""
    for name, title in _TITLES.items():
        if rows := getattr(held, name, None):
            yield Given(title, file.name, len(rows))


_TITLES: Final = {
    **{table.name: Text(table.sheet(Lang.ZH), table.sheet(Lang.EN)) for table in LOOKED_FOR},
    **{
        name: Text(table.sheet(Lang.ZH), table.sheet(Lang.EN))
        for name, table in (("weekly", KEPT_REPORTS), ("orders", ORDERS), ("tracked", TRACKED))
    },
}
"""What the tables of a workbook are called, by the field that holds them."""


def _rows(intake: Intake, source: SourceWorkbook, table: Table[RowT]) -> tuple[RowT, ...]:
    """A table that only adds to the analysis: nothing where it is absent, or where several sheets could be it."""
    try:
        return intake.want(source, table) or ()
    except UnusableFile:
        return ()


def _orders(intake: Intake, source: SourceWorkbook) -> tuple[OrderRow, ...]:
    """The orders, each number once, as tracking takes them; a tracking workbook keeps the repeats too."""
    rows, repeated, problems = each_once(_rows(intake, source, ORDERS))
    intake.add(*problems, *repeats_remark(repeated))
    return tuple(rows)


def _people(intake: Intake, source: SourceWorkbook, monthly: tuple[MonthlyRow, ...]) -> People:
    """Those of the plan that a tracking workbook keeps, else of the table itself."""
    planned = named_rows(intake, source, KEPT_TARGETS)
    return People(planned or monthly, named_rows(intake, source, KEPT_METRICS))


def named_rows(intake: Intake, source: SourceWorkbook, table: Table[RowT]) -> tuple[RowT, ...]:
    """The rows of a table that is known by the name of its sheet only."""
    found = [item for item in source.candidates(table) if item.named and item.match.fits]
    records = [source.read_found(item) for item in found]
    for each in records:
        intake.add(*(item for item in each.problems if item.severity is Severity.ERROR))
        intake.invalid.extend(each.invalid)
    return tuple(row for each in records for row in each.rows)


def read_other(intake: Intake, path: Path | None, option: str) -> Other:
    """What the workbook of another period adds, given by `option`; nothing without a path."""
    if path is None:
        return Other()
    source = intake.open(path)
    monthly, metrics = intake.want(source, MONTHLY), intake.want(source, METRICS)
    funnel, orders = _rows(intake, source, FUNNEL), _orders(intake, source)
    weekly = _rows(intake, source, KEPT_REPORTS)
    people = _people(intake, source, monthly or ())
    other = Other(monthly, metrics or (), funnel, weekly, orders, named_rows(intake, source, TRACKED), people)
    if monthly is None and metrics is None and not (other.funnel or other.weekly or other.orders):
        titles = tuple(table.title for table in COMPARED)
        intake.add(problem(codes.NO_COMPARISON, Place(source.file), option=option, tables=titles))
    intake.add(*row_problems(monthly or ()))
    return other
