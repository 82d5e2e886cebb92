"""The door of analysis: reads whatever the workbook holds, compares it, and writes the analysis workbook."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from salescli.analyze.book import analysis_book
from salescli.analyze.diagnosis import CUSTOMERS, FUNNEL, PROBLEMS, CustomerRow, FunnelRow, ProblemRow
from salescli.analyze.drill import breakdowns, drill_problems
from salescli.analyze.funnel import funnel_problems, stages_of
from salescli.analyze.gaps import gap_problems, gaps_of
from salescli.analyze.metrics import Bases, by_name, metric_problems, metrics_of, now_checked
from salescli.analyze.periods import periods_of, row_problems
from salescli.analyze.result import AnalysisResult
from salescli.analyze.tables import METRICS, STATUS, MetricRow, StatusRow
from salescli.excel.intake import DEFAULT_RUN, Intake, RunOptions
from salescli.excel.source import SourceWorkbook
from salescli.table.codes import analyze as codes
from salescli.table.codes.cells import STATED_UNCHECKED
from salescli.table.outcome import Outcome
from salescli.table.problem import Place, problem
from salescli.table.table import Table
from salescli.track.tables import MONTHLY, MonthlyRow
from salescli.words import analyze as words
from salescli.words.language import Lang

LOOKED_FOR: tuple[Table[Any], ...] = (MONTHLY, METRICS, STATUS, FUNNEL, PROBLEMS, CUSTOMERS)
"""The tables that can be analyzed."""

COMPARED: tuple[Table[Any], ...] = (MONTHLY, METRICS)
"""The tables that another period's workbook can give."""


@dataclass(frozen=True, slots=True)
class AnalyzeOptions:
    """Workbooks of the periods to compare with, where the main one does not hold them."""

    previous: Path | None = None
    last_year: Path | None = None


@dataclass(frozen=True, slots=True)
class _Tables:
    """The tables of the main workbook; None where one is not there."""

    monthly: tuple[MonthlyRow, ...] | None
    metrics: tuple[MetricRow, ...] | None
    status: tuple[StatusRow, ...] | None
    funnel: tuple[FunnelRow, ...] | None
    problems: tuple[ProblemRow, ...] | None
    customers: tuple[CustomerRow, ...] | None


@dataclass(frozen=True, slots=True)
class _Other:
    """What another period's workbook gives."""

    monthly: tuple[MonthlyRow, ...] | None = None
    metrics: tuple[MetricRow, ...] = ()


def analyze(
    tracking: Path,
    output: Path | None = None,
    *,
    options: AnalyzeOptions = AnalyzeOptions(),
    run: RunOptions = DEFAULT_RUN,
) -> Outcome[AnalysisResult]:
    """Analyze the tables of `tracking`, and write the analysis to `output` when one is given.

    Raises UnusableFile for an input that is no workbook and CannotWrite for an output that cannot be written;
    mistakes in the data are among the outcome's problems, and block the output when they are errors.
    """
    intake = Intake(run)
    source = intake.open(tracking)
    tables = _read(intake, source)
    previous = _other(intake, options.previous, words.OPTION_PREVIOUS)
    last_year = _other(intake, options.last_year, words.OPTION_LAST_YEAR)
    result = None if intake.blocked else _analyzed(intake, tables, previous, last_year)
    return intake.finish(
        "analyze",
        result,
        lambda found, problems, lang: analysis_book(found, problems, intake.invalid, lang),
        output,
    )


def _read(intake: Intake, source: SourceWorkbook) -> _Tables:
    tables = _Tables(
        monthly=intake.want(source, MONTHLY),
        metrics=intake.want(source, METRICS),
        status=intake.want(source, STATUS),
        funnel=intake.want(source, FUNNEL),
        problems=intake.want(source, PROBLEMS),
        customers=intake.want(source, CUSTOMERS),
    )
    if all(getattr(tables, table.name) is None for table in LOOKED_FOR):
        titles = tuple(table.title for table in LOOKED_FOR)
        names = tuple(sheet.name for sheet in source.sheets)
        intake.add(problem(codes.NOTHING_TO_ANALYZE, Place(source.file), tables=titles, sheets=names))
    intake.add(*row_problems(tables.monthly or ()))
    return tables


def _other(intake: Intake, path: Path | None, option: str) -> _Other:
    if path is None:
        return _Other()
    source = intake.open(path)
    monthly, metrics = intake.want(source, MONTHLY), intake.want(source, METRICS)
    if monthly is None and metrics is None:
        titles = tuple(table.title for table in COMPARED)
        intake.add(problem(codes.NO_COMPARISON, Place(source.file), option=option, tables=titles))
    intake.add(*row_problems(monthly or ()))
    return _Other(monthly, metrics or ())


def _analyzed(intake: Intake, tables: _Tables, previous: _Other, last_year: _Other) -> AnalysisResult:
    thresholds, lang = intake.options.config.traffic_lights(), intake.lang or Lang.ZH
    bases = Bases(by_name(previous.metrics), by_name(last_year.metrics))
    stated = metrics_of(tables.metrics or (), bases, thresholds)
    _withdraw_unchecked(intake, now_checked(tables.metrics or (), stated))
    intake.add(*metric_problems(tables.metrics or (), stated, bases))
    periods = periods_of(tables.monthly or (), previous.monthly, last_year.monthly)
    parts = breakdowns(periods, thresholds, lang) if periods.now else ()
    intake.add(*drill_problems(periods, parts))
    intake.add(*gap_problems(tables.status or ()))
    stages = None if tables.funnel is None else stages_of(tables.funnel)
    intake.add(*funnel_problems(tables.funnel or (), stages or ()))
    _note_kept(intake, tables)
    return AnalysisResult(
        month=periods.month,
        stated=stated,
        breakdowns=parts,
        gaps=None if tables.status is None else gaps_of(tables.status),
        funnel=stages,
        problems=tables.problems,
        customers=tables.customers,
        thresholds=thresholds,
    )


def _withdraw_unchecked(intake: Intake, checked: frozenset[Place]) -> None:
    """Take back what reading said of stated changes that could not be checked, where they now can be."""
    intake.problems[:] = [
        item for item in intake.problems if item.code is not STATED_UNCHECKED or item.place not in checked
    ]


def _note_kept(intake: Intake, tables: _Tables) -> None:
    for table in (PROBLEMS, CUSTOMERS):
        rows = getattr(tables, table.name)
        if rows:
            place = rows[0].at()
            where = Place(place.file, place.sheet)
            intake.add(problem(codes.KEPT_AS_READ, where, table=table.title, count=len(rows)))
