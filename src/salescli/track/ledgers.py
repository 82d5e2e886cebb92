"""The ledgers beside the reports, orders and finance: read, matched to the plan's people, and reconciled."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from salescli.excel.intake import Intake
from salescli.measure.period import Month
from salescli.table.codes import orders as codes
from salescli.table.problem import problem
from salescli.track.finance import take_finance
from salescli.track.order_merge import Orders, take_orders
from salescli.track.people import Directory, Person, Slot
from salescli.track.reconcile import Comparison, compare_collected, compare_sales, reconcile_remarks
from salescli.track.report import Report
from salescli.track.report_files import report_files
from salescli.track.result import TrackResult
from salescli.track.side_files import Gathered, gather_files
from salescli.track.spoken import spoken_months
from salescli.track.tables import FINANCE, ORDERS, FinanceRow, OrderRow
from salescli.track.targets import Target


@dataclass(frozen=True, slots=True)
class Ledgers:
    """The rows of orders and of finance as they were read; None where none were given."""

    orders: Gathered[OrderRow] | None = None
    finance: Gathered[FinanceRow] | None = None

    @property
    def given(self) -> bool:
        return self.orders is not None or self.finance is not None


def read_ledgers(
    intake: Intake, orders: Sequence[str | Path], finance: Sequence[str | Path], apart_from: Iterable[Path]
) -> Ledgers:
    """Read the files (or folders, or patterns); raises CannotRun for those that cannot be used."""
    apart = list(apart_from)
    sold = gather_files(intake, report_files(orders, apart_from=apart), ORDERS) if orders else None
    received = gather_files(intake, report_files(finance, apart_from=apart), FINANCE) if finance else None
    return Ledgers(sold, received)


def match_orders(intake: Intake, ledgers: Ledgers, directory: Directory, months: AbstractSet[Month]) -> Orders | None:
    """The orders signed in `months`; what is to be said of them is noted at `intake`."""
    if ledgers.orders is None:
        return None
    share = Fraction(intake.options.config.deals.collected)
    orders, problems = take_orders(ledgers.orders, directory, months, share)
    intake.add(*problems)
    return orders


def months_from_orders(orders: Orders | None, targets: Iterable[Target], reports: Iterable[Report]) -> frozenset[Month]:
    """The months whose actuals only the orders know: no report, and no actual in the table of the targets."""
    if orders is None:
        return frozenset()
    told = {report.month for report in reports} | {item.month for item in targets if item.stated is not None}
    return orders.months - told


def with_ledgers(
    intake: Intake,
    result: TrackResult,
    ledgers: Ledgers,
    directory: Directory,
    orders: Orders | None,
    from_orders: AbstractSet[Month] = frozenset(),
) -> TrackResult:
    """`result` with its orders, and with all that has two books reconciled."""
    compared: list[Comparison] = []
    if orders is not None:
        months = set(result.months)
        compared += compare_sales(result.rows, orders.within(months), from_orders)
        if taken := from_orders & months:
            intake.add(problem(codes.ACTUALS_FROM_ORDERS, months=spoken_months(taken)))
    finance = None
    if ledgers.finance is not None:
        known, sold_in = (None, {}) if orders is None else (orders.known, orders.regions)
        finance, problems = take_finance(ledgers.finance, directory, frozenset(result.months), known, sold_in)
        intake.add(*problems)
        collected, one_sided = compare_collected(result.rows, finance, result.months)
        compared += collected
        intake.add(*one_sided)
    intake.add(*reconcile_remarks(compared))
    return replace(result, orders=orders, finance=finance, compared=tuple(compared))


def beside_a_table(intake: Intake, result: TrackResult, ledgers: Ledgers) -> TrackResult:
    """A monthly table with its ledgers: its own people and months are the plan."""
    if not ledgers.given:
        return result
    if not result.months:
        intake.add(problem(codes.RECONCILE_UNDATED))
        return result
    directory = Directory.of(
        (Person(row.person, row.employee_id), row.month, Slot(row.region, row.product))
        for row in result.rows
        if row.month is not None
    )
    orders = match_orders(intake, ledgers, directory, frozenset(result.months))
    return with_ledgers(intake, result, ledgers, directory, orders)
