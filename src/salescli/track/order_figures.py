"""What orders say of selling: deals, average order value, win rate, repurchase, margin and sales cycle.

Average order value = amount ÷ deals; win rate = deals ÷ leads of the weekly reports, over the months that have both
(leads of months without orders would dilute it, deals of months without leads inflate it); repurchase rate =
customers with more than one deal ÷ customers with one; margin = (amount − cost) ÷ amount over the deals whose
cost is known; sales cycle = days from lead to signature, averaged over the deals whose lead date is known.
Averages and rates are exact; a figure that cannot be had says why.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import chain, starmap
from typing import TypeAlias, TypeVar

from salescli.measure.period import Month
from salescli.measure.ratio import divide
from salescli.track.figures import NOTHING
from salescli.track.lots import Lot
from salescli.track.people import Person, Slot
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
    """The orders and leads of one scope. Amounts in yuan; `leads` is None where no report gives any, and `led` are the
    deals of the months whose leads are known.

    `priced` and `priced_amount` are the deals whose cost is known, `cycled` those whose lead date is.
    """

    deals: int
    amount: Decimal
    refunds: Decimal
    pending: int
    pending_amount: Decimal
    needed: Decimal
    leads: int | None
    led: int
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
        return divide(self.led, self.leads)

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


def deal_views(
    lots: Sequence[Lot], reports: Sequence[Report], planned: Sequence[tuple[Person, Slot]] = ()
) -> tuple[DealView, ...]:
    """The team, then each region, product line, person and month that has orders, or leads in a month of orders.

    They stand in the order of `planned`, whatever the order they were read in; what is not planned follows by name.
    """
    months = {lot.month for lot in lots}
    reports = [report for report in reports if report.month in months]
    months &= {report.month for report in reports if report.row.leads is not None}
    views = [DealView(Scope.TEAM, None, _figures(lots, reports, months))]
    for scope, of_lot, of_report, of_plan in (
        (Scope.REGION, lambda lot: (lot.slot.region,), lambda report: (report.slot.region,), lambda _, slot: slot[:1]),
        (Scope.PRODUCT, lambda lot: (lot.product,), lambda report: (report.product,), lambda _, slot: slot[1:]),
        (Scope.PERSON, _person, _person, _planned_person),
        (Scope.MONTH, lambda lot: (str(lot.month),), lambda report: (str(report.month),), lambda *_: ()),
    ):
        own, told = _grouped(lots, of_lot), _grouped(reports, of_report)
        rank = {part: at for at, part in enumerate(dict.fromkeys(starmap(of_plan, planned)))}
        names = {*own, *(name for name, ones in told.items() if any(one.row.leads is not None for one in ones))}
        for name in sorted(names, key=lambda part: (rank.get(part, len(rank)), [str(one or "") for one in part])):
            figures = _figures(own.get(name, ()), told.get(name, ()), months)
            views.append(DealView(scope, name[0], figures, *name[1:]))
    return tuple(views)


def _planned_person(person: Person, slot: Slot) -> Part:
    return (*person, None if person.employee_id else slot.region)


def _person(item: Lot | Report) -> Part:
    name, number = item.person
    return (name, number, None if number else item.slot.region)


def _figures(lots: Sequence[Lot], reports: Sequence[Report], told: AbstractSet[Month]) -> DealFigures:
    """The figures of these orders and of these reports' leads, which somebody gives in the months `told`."""
    leads = [report.row.leads for report in reports if report.row.leads is not None]
    known = told - _without_leads(reports)
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
        led=sum(lot.sums.deals for lot in lots if lot.month in known),
        customers=len(customers),
        repeat_customers=sum(count > 1 for count in customers.values()),
        priced=sum(one.priced for one in sums),
        priced_amount=sum((one.priced_amount for one in sums), NOTHING),
        cost=sum((one.cost for one in sums), NOTHING),
        cycled=sum(one.cycled for one in sums),
        cycle_days=sum(one.cycle_days for one in sums),
    )


def _without_leads(reports: Sequence[Report]) -> AbstractSet[Month]:
    """The months in which reports leave their leads blank: these are not known, while who reports nothing has none."""
    given = {report.month for report in reports if report.row.leads is not None}
    return {report.month for report in reports} - given


Item = TypeVar("Item")


def _grouped(items: Iterable[Item], name: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(name(item), []).append(item)
    return groups
