"""What counts towards a sprint, by the day it counts on: reports by their Monday, orders by the day of signing.

As everywhere, the orders tell what a deal is in every month they are there for, and the sales of the months that
nothing else tells of; all else is what people reported.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from salescli.measure.period import Month
from salescli.track.gauges import Basis
from salescli.track.order_merge import Orders
from salescli.track.orders import Deal
from salescli.track.process import COUNTED
from salescli.track.report import Report
from salescli.track.who import Who

SALES: Final = "sales"
DEALS: Final = "deals"


@dataclass(frozen=True, slots=True)
class Sold:
    """The orders of the tracked months; `alone` are the months whose sales only they tell."""

    orders: Orders | None = None
    alone: AbstractSet[Month] = frozenset()

    @property
    def deals(self) -> Sequence[Deal]:
        """Every order by itself."""
        return () if self.orders is None else self.orders.deals


NO_ORDERS: Final = Sold()


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody did, counted on one day: yuan of `sales`, and counts by the keys of the weekly table."""

    day: date
    who: Who
    amounts: Mapping[str, Decimal]


def entries_of(
    reports: Sequence[Report], sold: Sold, months: AbstractSet[Month]
) -> tuple[list[Entry], tuple[Basis, ...]]:
    """The entries of `months`, and where their deals come from."""
    by_orders = (frozenset() if sold.orders is None else sold.orders.months) & months
    own = [report for report in reports if report.month in months]
    entries = [_reported(report, deals=report.month not in by_orders) for report in own]
    entries += [_signed(deal, sales=deal.month in sold.alone) for deal in sold.deals if deal.month in months]
    by_reports = any(report.month not in by_orders and report.row.deals for report in own)
    basis = [Basis.ORDERS] if by_orders else []
    return entries, (*basis, *([Basis.REPORTS] if by_reports else []))


def _reported(report: Report, *, deals: bool) -> Entry:
    keys = [key for key in COUNTED if deals or key != DEALS]
    counts = {key: Decimal(count) for key in keys if (count := getattr(report.row, key)) is not None}
    return Entry(report.week.first, Who.reporting(report), {SALES: report.row.sales, **counts})


def _signed(deal: Deal, *, sales: bool) -> Entry:
    counts = {DEALS: Decimal(1)} if deal.counted else {}
    who = Who.of(deal.person.name, deal.person.employee_id, deal.slot.region)
    return Entry(deal.row.signed, who, {**({SALES: deal.sales} if sales else {}), **counts})
