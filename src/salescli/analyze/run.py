"""The door of analysis: reads whatever the workbook holds, compares it, and writes the analysis workbook."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from pathlib import Path

from salescli.analyze.activity import Activity, month_of
from salescli.analyze.book import analysis_book
from salescli.analyze.closing import Chosen, chosen_month, standing_on
from salescli.analyze.conclusions import Evidence, conclude
from salescli.analyze.customers import customer_problems
from salescli.analyze.drill import breakdowns, drill_problems
from salescli.analyze.funnel import funnel_problems, stages_of
from salescli.analyze.gaps import gap_problems, gaps_of
from salescli.analyze.inputs import Other, Tables, given_in, read_other, read_tables
from salescli.analyze.metrics import Bases, Metric, by_name, metric_problems, metrics_of, now_checked
from salescli.analyze.periods import periods_of
from salescli.analyze.result import AnalysisResult
from salescli.analyze.strangers import of_the_plan, stranger_problems
from salescli.analyze.timeline import MONTHLY_ROWS, TRACKED_ROWS, WEEKLY_ROWS, named_for, not_held, timeline
from salescli.excel.intake import DEFAULT_RUN, Intake, RunOptions
from salescli.measure.period import Month
from salescli.split.tracked import TrackedRow
from salescli.table.codes import analyze as codes
from salescli.table.codes.cells import STATED_UNCHECKED
from salescli.table.kind import normal
from salescli.table.outcome import Outcome
from salescli.table.problem import Place, Problem, problem
from salescli.track.tables import MONTHLY, WEEKLY, MonthlyRow, OrderRow, WeeklyRow
from salescli.words import analyze as words
from salescli.words.language import Lang


@dataclass(frozen=True, slots=True)
class AnalyzeOptions:
    """`previous` and `last_year` are workbooks of the periods to compare with, where the main one does not hold
    them; `month` is the month to analyze (the last closed one when None), `as_of` the day customers are judged on and,
    where the workbook does not say it, the day its figures reach to; `deals_target` the deals that the funnel is
    worked back from.
    """

    previous: Path | None = None
    last_year: Path | None = None
    month: Month | None = None
    as_of: date | None = None
    deals_target: int | None = None


def analyze(
    tracking: Path,
    output: Path | None = None,
    *,
    options: AnalyzeOptions = AnalyzeOptions(),  # frozen
    run: RunOptions = DEFAULT_RUN,
) -> Outcome[AnalysisResult]:
    """Analyze the tables of `tracking`, and write the analysis to `output` when one is given.

    Raises UnusableFile for an input that is no workbook and CannotWrite for an output that cannot be written;
    mistakes in the data are among the outcome's problems, and block the output when they are errors.
    """
    intake = Intake(run)
    source = intake.open(tracking)
    tables = read_tables(intake, source)
    previous = read_other(intake, options.previous, words.OPTION_PREVIOUS)
    last_year = read_other(intake, options.last_year, words.OPTION_LAST_YEAR)
    intake.add(*_month_problems(options.month, tables.monthly or (), source.file))
    day = standing_on(source) or options.as_of
    chosen = chosen_month(options.month, tables.monthly or (), day, source.file)
    intake.add(*chosen.problems)
    result = None if intake.blocked else _analyzed(intake, tables, previous, last_year, options, chosen)
    if result is not None:
        held: tuple[tuple[Path | None, Tables | Other], ...] = (
            (tracking, tables),
            (options.previous, previous),
            (options.last_year, last_year),
        )
        result = replace(result, sources=tuple(item for file, each in held if file for item in given_in(file, each)))
    return intake.finish(
        "analyze",
        result,
        lambda found, problems, lang: analysis_book(found, problems, intake.invalid, lang),
        output,
    )


def _month_problems(chosen: Month | None, rows: tuple[MonthlyRow, ...], file: str) -> list[Problem]:
    """A month that was asked for and is not there."""
    months = sorted({row.month for row in rows if row.month is not None})
    if chosen is None or chosen in months:
        return []
    if not months:
        return [problem(codes.NO_MONTHS, Place(file), table=MONTHLY.title, month=str(chosen))]
    return [problem(codes.MONTH_NOT_THERE, Place(file), month=str(chosen), months=tuple(map(str, months)))]


def _analyzed(
    intake: Intake, tables: Tables, previous: Other, last_year: Other, options: AnalyzeOptions, chosen: Chosen
) -> AnalysisResult:
    thresholds, lang = intake.options.config.traffic_lights(), intake.lang or Lang.ZH
    bases = Bases(by_name(previous.metrics), by_name(last_year.metrics))
    stated = metrics_of(tables.metrics or (), bases, thresholds)
    _withdraw_unchecked(intake, now_checked(tables.metrics or (), stated))
    intake.add(*metric_problems(tables.metrics or (), stated, bases))
    periods = periods_of(tables.monthly or (), previous.monthly, last_year.monthly, chosen=chosen.month)
    intake.add(*periods.problems)
    parts = breakdowns(periods, thresholds, lang) if periods.now else ()
    intake.add(*drill_problems(periods, parts))
    intake.add(*gap_problems(tables.status or ()))
    target = options.deals_target or _deals_target(stated)
    stages = None if tables.funnel is None else stages_of(tables.funnel, previous.funnel, target)
    intake.add(*funnel_problems(tables.funnel or (), stages or ()))
    found = AnalysisResult(
        month=periods.month,
        open_until=chosen.open_until,
        stated=stated,
        breakdowns=parts,
        gaps=None if tables.status is None else gaps_of(tables.status),
        funnel=stages,
        problems=tables.problems,
        customers=tables.customers,
        thresholds=thresholds,
    )
    keys = intake.options.config
    people = [held.people for held in (tables, previous, last_year)]
    planned, others = ([row for one in people for row in getattr(one, kind)] for kind in ("planned", "others"))
    orders, strangers = of_the_plan(_orders(tables, previous), planned, others)
    intake.add(*stranger_problems(strangers))
    weekly, whole = _told(intake, periods.month or _last_active(tables), tables, previous, last_year)
    activity = Activity(weekly, orders, keys.deals.collected)
    given = Evidence(
        periods,
        tables.monthly or (),
        activity,
        tables.customers,
        keys.customers,
        as_of=options.as_of,
        tracked=whole,
    )
    concluded = conclude(replace(found, strangers=strangers), given, lang)
    if concluded.portfolio is not None:
        intake.add(*customer_problems(concluded.portfolio))
    return concluded


def _deals_target(stated: Sequence[Metric]) -> int | None:
    """The target of deals among the metrics, rounded up."""
    names = {normal(name) for name in WEEKLY.by_key["deals"].column.headers()}
    targets = [item.target for item in stated if normal(item.name) in names and item.target is not None]
    return ceil(targets[0]) if targets and targets[0] > 0 else None


def _last_active(tables: Tables) -> Month | None:
    """The last month in which the main workbook's people did or signed anything."""
    months = [*map(month_of, tables.weekly), *(Month.of(row.signed) for row in tables.orders)]
    return max(months, default=None)


def _told(
    intake: Intake, month: Month | None, tables: Tables, previous: Other, last_year: Other
) -> tuple[tuple[WeeklyRow, ...], tuple[TrackedRow, ...]]:
    """What all workbooks tell of people's weeks and of other metrics; what they contradict each other in is noted,
    and which of them lack the month that they were named for."""
    if month is None:
        return tables.weekly, tables.tracked
    weeks = timeline(WEEKLY_ROWS, month, tables.weekly, named_for(month, previous.weekly, last_year.weekly))
    metrics = timeline(TRACKED_ROWS, month, tables.tracked, named_for(month, previous.tracked, last_year.tracked))
    intake.add(*weeks.problems, *metrics.problems)
    monthly = named_for(month, previous.monthly or (), last_year.monthly or ())
    intake.add(*(said for item in monthly for said in not_held(MONTHLY_ROWS, item)))
    seen = {item.option for item in monthly}
    weekly = named_for(month, previous.weekly, last_year.weekly)
    intake.add(*(said for item in weekly if item.option not in seen for said in not_held(WEEKLY_ROWS, item)))
    return weeks.rows, metrics.rows


def _orders(tables: Tables, previous: Other) -> tuple[OrderRow, ...]:
    """The orders of both workbooks, each order once."""
    known = {row.order_id for row in tables.orders}
    return (*tables.orders, *(row for row in previous.orders if row.order_id not in known))


def _withdraw_unchecked(intake: Intake, checked: frozenset[Place]) -> None:
    """Take back what reading said of stated changes that could not be checked, where they now can be."""
    intake.problems[:] = [
        item for item in intake.problems if item.code is not STATED_UNCHECKED or item.place not in checked
    ]
