"""What orders say of selling: deals, average order value, win rate, repurchase, margin and sales cycle.

Average order value = amount ÷ deals; win rate = deals ÷ leads of the weekly reports, over the months that have
orders (leads of other months would only dilute it); repurchase rate =
customers with more than one deal ÷ customers with one; margin = (amount − cost) ÷ amount over the deals whose
cost is known; sales cycle = days from lead to signature, averaged over the deals whose lead date is known.
Averages and rates are exact; a figure that cannot be had says why.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeVar

from salescli.measure.period import Month
from salescli.measure.ratio import divide
from salescli.track.figures import NOTHING
from salescli.track.orders import Deal, Standing, by_place
from salescli.track.people import Person
from salescli.track.report import Report
from salescli.words import orders as words
from salescli.words.language import Text

Key = TypeVar("Key", bound=Hashable)


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
    """The figures of one region, product line, person or month; `name` is None for the team and for no line."""

    scope: Scope
    name: str | None
    figures: DealFigures
    employee_id: str | None = None


@dataclass(slots=True)
class _Sums:
    """What the deals of one scope come to; sums of scopes add up."""

    counts: Counter[Standing] = field(default_factory=Counter)
    amounts: defaultdict[Standing, Decimal] = field(default_factory=lambda: defaultdict(lambda: NOTHING))
    customers: Counter[str] = field(default_factory=Counter)
    needed: Decimal = NOTHING
    priced: int = 0
    priced_amount: Decimal = NOTHING
    cost: Decimal = NOTHING
    cycled: int = 0
    cycle_days: int = 0

    def add(self, deals: Sequence[Deal]) -> None:
        """Orders more."""
        alike: dict[Standing, list[Deal]] = {}
        for deal in deals:
            alike.setdefault(deal.standing, []).append(deal)
        for standing, own in alike.items():
            self.counts[standing] += len(own)
            self.amounts[standing] += sum((deal.row.amount for deal in own), NOTHING)
        self.needed += sum((deal.needed for deal in alike.get(Standing.PENDING, ())), NOTHING)
        counted = alike.get(Standing.COUNTED, [])
        rows = [deal.row for deal in counted]
        self.customers.update(row.customer for row in rows)
        priced = [(row.amount, row.cost) for row in rows if row.cost is not None]
        self.priced += len(priced)
        self.priced_amount += sum((amount for amount, _ in priced), NOTHING)
        self.cost += sum((cost for _, cost in priced), NOTHING)
        cycles = [cycle for deal in counted if (cycle := deal.cycle) is not None]
        self.cycled += len(cycles)
        self.cycle_days += sum(cycles)

    def take(self, other: "_Sums") -> None:
        """All of another scope."""
        self.counts.update(other.counts)
        for standing, amount in other.amounts.items():
            self.amounts[standing] += amount
        self.customers.update(other.customers)
        self.needed += other.needed
        self.priced += other.priced
        self.priced_amount += other.priced_amount
        self.cost += other.cost
        self.cycled += other.cycled
        self.cycle_days += other.cycle_days

    def figures(self, reports: Iterable[Report]) -> DealFigures:
        """The figures of these orders and of these reports' leads."""
        leads = [report.row.leads for report in reports if report.row.leads is not None]
        return DealFigures(
            deals=self.counts[Standing.COUNTED],
            amount=self.amounts[Standing.COUNTED],
            refunds=self.amounts[Standing.REFUND],
            pending=self.counts[Standing.PENDING],
            pending_amount=self.amounts[Standing.PENDING],
            needed=self.needed,
            leads=sum(leads) if leads else None,
            customers=len(self.customers),
            repeat_customers=sum(count > 1 for count in self.customers.values()),
            priced=self.priced,
            priced_amount=self.priced_amount,
            cost=self.cost,
            cycled=self.cycled,
            cycle_days=self.cycle_days,
        )


class _Cell(NamedTuple):
    """The smallest scope: a person's month in a region and a product line."""

    region: str
    product: str | None
    person: Person
    month: Month


def deal_views(deals: Sequence[Deal], reports: Sequence[Report]) -> tuple[DealView, ...]:
    """The team, then each region, product line, person and month that has orders, or leads in a month of orders."""
    cells: dict[_Cell, _Sums] = {}  # each order is looked at once: a company has hundreds of thousands of them
    for (month, person, slot, product), alike in by_place(deals).items():
        cells.setdefault(_Cell(slot.region, product, person, month), _Sums()).add(alike)
    months = {cell.month for cell in cells}
    reports = [report for report in reports if report.month in months]
    views = [DealView(Scope.TEAM, None, _together(cells.values()).figures(reports))]
    for scope, of_cell, of_report in (
        (Scope.REGION, lambda cell: (cell.region, None), lambda report: (report.slot.region, None)),
        (Scope.PRODUCT, lambda cell: (cell.product, None), lambda report: (report.product, None)),
        (Scope.PERSON, _person, _person),
        (Scope.MONTH, lambda cell: (str(cell.month), None), lambda report: (str(report.month), None)),
    ):
        views += _views(scope, cells, reports, of_cell, of_report)
    return tuple(views)


def _person(item: _Cell | Report) -> tuple[str | None, str | None]:
    return (item.person.name, item.person.employee_id)


def _together(parts: Iterable[_Sums]) -> _Sums:
    whole = _Sums()
    for part in parts:
        whole.take(part)
    return whole


def _views(
    scope: Scope,
    cells: Mapping[_Cell, _Sums],
    reports: Sequence[Report],
    of_cell: Callable[[_Cell], tuple[str | None, str | None]],
    of_report: Callable[[Report], tuple[str | None, str | None]],
) -> Iterable[DealView]:
    own = _grouped(cells, of_cell)
    told = _grouped((report for report in reports if report.row.leads is not None), of_report)
    names = list(dict.fromkeys((*own, *told)))
    if scope is Scope.MONTH:
        names.sort(key=str)
    for name in names:
        sums = _together(cells[cell] for cell in own.get(name, ()))
        yield DealView(scope, name[0], sums.figures(told.get(name, [])), name[1])


Item = TypeVar("Item")


def _grouped(items: Iterable[Item], name: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(name(item), []).append(item)
    return groups
