"""Reading what stands beside the reports (self-checks, strategies), and the outlook that comes of it all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
from salescli.measure.period import Month
from salescli.table.codes import outlook as codes
from salescli.table.problem import Place, problem
from salescli.track.ledgers import months_from_orders
from salescli.track.options import TrackOptions
from salescli.track.outlook import Asked, Beside, Tracked, look_ahead
from salescli.track.people import Directory, Person, Slot
from salescli.track.result import TrackResult
from salescli.track.sprint_entries import NO_ORDERS, Sold
from salescli.track.tables import STRATEGY, SelfCheckRow, StrategyRow


def read_strategies(intake: Intake, source: SourceWorkbook, options: TrackOptions) -> tuple[StrategyRow, ...]:
    """The strategies of the file the user named, where they have to be, or of the plan's own workbook."""
    if options.strategies is None:
        return intake.want(source, STRATEGY) or () if source.find(STRATEGY) is not None else ()
    desk = Intake(replace(intake.options, sheet=None))
    named = desk.open(options.strategies)
    rows = desk.need(named, STRATEGY)
    if not rows and not desk.blocked:
        desk.add(problem(codes.NO_STRATEGIES, Place(named.file), table=STRATEGY.title))
    intake.inputs += desk.inputs
    intake.paths += desk.paths
    intake.add(*desk.problems)
    intake.invalid += desk.invalid
    return rows


def with_outlook(
    intake: Intake,
    source: SourceWorkbook,
    result: TrackResult,
    checks: Sequence[SelfCheckRow],
    options: TrackOptions,
) -> TrackResult:
    """`result` with its outlook; remarks are noted at `intake`."""
    today = date.today()
    as_of = result.as_of or options.as_of or (min(today, result.months[-1].last) if result.months else today)
    outlook, problems = look_ahead(
        Tracked(result.rows, result.months, result.goals, result.reports, _sold(result)),
        Beside(_directory(result, as_of), checks, read_strategies(intake, source, options)),
        Asked(as_of, options.month, options.sprint),
        intake.options.config.workdays(),
    )
    intake.add(*problems)
    return replace(result, outlook=outlook)


def _sold(result: TrackResult) -> Sold:
    if result.orders is None:
        return NO_ORDERS
    targets = result.goals.sales
    alone = months_from_orders(result.orders, targets, result.reports) if targets else frozenset[Month]()
    return Sold(result.orders, alone)


def _directory(result: TrackResult, as_of: date) -> Directory:
    """The people of the goals; of a monthly table alone, those of its rows."""
    if result.goals.sales:
        return result.goals.directory()
    return Directory.of(
        (Person(row.person, row.employee_id), row.month or Month.of(as_of), Slot(row.region, row.product))
        for row in result.rows
    )
