"""What orders say of selling: deals, average order value, win rate, repurchase, margin and sales cycle.

Average order value = amount ÷ deals; win rate = deals ÷ leads of the weekly reports, over the months that have
orders (leads of other months would only dilute it); repurchase rate =
customers with more than one deal ÷ customers with one; margin = (amount − cost) ÷ amount over the deals whose
cost is known; sales cycle = days from lead to signature, averaged over the deals whose lead date is known.
Averages and rates are exact; a figure that cannot be had says why.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import chain
from typing import TypeAlias, TypeVar

from salescli.measure.ratio import divide
from salescli.track.figures import NOTHING
from salescli.track.lots import Lot
from salescli.track.report import Report
from salescli.words import orders as words
from salescli.words.language import Text

Key = TypeVar("Key", bound=Hashable)
Part: TypeAlias = tuple[str | None, ...]
"""The name of a region, product line or month; of a person name, 工号, and the region where there is no 工号."""


class Absent(StrEnum):
    """Why a figure is not there."""

    NO_DEALS = "no_deals"
    NO_LEADS = "no_leads"
    NO_COST = "no_cost"
    NO_LEAD_DATE = "no_lead_date"

    @property
    def word(self) -> Text:
        return words.ABSENT[self.value]


@dataclass(frozen=True, slots=True)
class DealFigures:
    """The orders and leads of one scope. Amounts in yuan; `leads` is None where no report gives any.

    `priced` and `priced_amount` are the deals whose cost is known, `cycled` those whose lead date is.
    """

    deals: int
    amount: Decimal
    refunds: Decimal
    pending: int
    pending_amount: Decimal
    needed: Decimal
    leads: int | None
    customers: int
    repeat_customers: int
    priced: int
    priced_amount: Decimal
    cost: Decimal
    cycled: int
    cycle_days: int

    @property
    def net(self) -> Decimal:
        """The amount of the deals less refunds."""
        return self.amount + self.refunds

    @property
    def average(self) -> Fraction | None:
        """客单价, yuan a deal."""
        return divide(self.amount, self.deals)

    @property
    def win_rate(self) -> Fraction | None:
        """成交率."""
        return divide(self.deals, self.leads)

    @property
    def repurchase(self) -> Fraction | None:
        """复购率."""
        return divide(self.repeat_customers, self.customers)

    @property
    def margin(self) -> Fraction | None:
        """毛利率, of the deals whose cost is known."""
        return divide(self.priced_amount - self.cost, self.priced_amount)

    @property
    def cycle(self) -> Fraction | None:
        """销售周期, days a deal."""
        return divide(self.cycle_days, self.cycled)

    @property
    def absent(self) -> dict[str, Absent]:
        """Why each figure that is not there is not."""
        reasons = {
            "average": Absent.NO_DEALS,
            "win_rate": Absent.NO_LEADS,
            "repurchase": Absent.NO_DEALS,
            "margin": Absent.NO_COST if self.deals else Absent.NO_DEALS,
            "cycle": Absent.NO_LEAD_DATE if self.deals else Absent.NO_DEALS,
        }
        return {key: why for key, why in reasons.items() if getattr(self, key) is None}


class Scope(StrEnum):
    """What a line of figures is of."""

    TEAM = "team"
    REGION = "region"
    PRODUCT = "product"
    PERSON = "person"
    MONTH = "month"

    @property
    def word(self) -> Text:
        return words.SCOPES[self.value]


@dataclass(frozen=True, slots=True)
class DealView:
    """The figures of one region, product line, person or month; `name` is None for the team and for no line.

    `region` is that of a person without 工号: it tells namesakes apart.
    """

    scope: Scope
    name: str | None
    figures: DealFigures
    employee_id: str | None = None
    region: str | None = None


def deal_views(lots: Sequence[Lot], reports: Sequence[Report]) -> tuple[DealView, ...]:
    """The team, then each region, product line, person and month that has orders, or leads in a month of orders."""
    months = {lot.month for lot in lots}
    reports = [report for report in reports if report.month in months]
    views = [DealView(Scope.TEAM, None, _figures(lots, reports))]
    for scope, of_lot, of_report in (
        (Scope.REGION, lambda lot: (lot.slot.region,), lambda report: (report.slot.region,)),
        (Scope.PRODUCT, lambda lot: (lot.product,), lambda report: (report.product,)),
        (Scope.PERSON, _person, _person),
        (Scope.MONTH, lambda lot: (str(lot.month),), lambda report: (str(report.month),)),
    ):
        views += _views(scope, lots, reports, of_lot, of_report)
    return tuple(views)


def _person(item: Lot | Report) -> Part:
    name, number = item.person
    return (name, number, None if number else item.slot.region)


def _views(
    scope: Scope,
    lots: Sequence[Lot],
    reports: Sequence[Report],
    of_lot: Callable[[Lot], Part],
    of_report: Callable[[Report], Part],
) -> Iterable[DealView]:
    own = _grouped(lots, of_lot)
    told = _grouped((report for report in reports if report.row.leads is not None), of_report)
    names = list(dict.fromkeys((*own, *told)))
    if scope is Scope.MONTH:
        names.sort(key=str)
    for name in names:
        yield DealView(scope, name[0], _figures(own.get(name, ()), told.get(name, ())), *name[1:])


def _figures(lots: Sequence[Lot], reports: Iterable[Report]) -> DealFigures:
    """The figures of these orders and of these reports' leads."""
    leads = [report.row.leads for report in reports if report.row.leads is not None]
    sums = [lot.sums for lot in lots]
    customers = Counter(chain.from_iterable(one.customers for one in sums))
    return DealFigures(
        deals=sum(one.deals for one in sums),
        amount=sum((one.amount for one in sums), NOTHING),
        refunds=sum((lot.refunded for lot in lots), NOTHING),
        pending=sum(len(lot.pending) for lot in lots),
        pending_amount=sum((lot.pending_amount for lot in lots), NOTHING),
        needed=sum((lot.needed for lot in lots), NOTHING),
        leads=sum(leads) if leads else None,
        customers=len(customers),
        repeat_customers=sum(count > 1 for count in customers.values()),
        priced=sum(one.priced for one in sums),
        priced_amount=sum((one.priced_amount for one in sums), NOTHING),
        cost=sum((one.cost for one in sums), NOTHING),
        cycled=sum(one.cycled for one in sums),
        cycle_days=sum(one.cycle_days for one in sums),
    )


Item = TypeVar("Item")


def _grouped(items: Iterable[Item], name: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(name(item), []).append(item)
    return groups
