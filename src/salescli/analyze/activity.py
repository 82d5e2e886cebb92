"""What people did, month by month: leads, visits, proposals, demos and deals from weekly rows, deals from orders."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from salescli.analyze.people import Personal, naming
from salescli.analyze.scope import TEAM, Cut, Scope
from salescli.measure.period import Month
from salescli.track.deal_sums import sums_of
from salescli.track.facts import Facts
from salescli.track.figures import NOTHING
from salescli.track.orders import Standing, standing
from salescli.track.tables import MonthlyRow, OrderRow, WeeklyRow

COUNTS = ("leads", "visits", "proposals", "demos", "deals")
"""The counts of a weekly row that are compared between people."""


class Who(NamedTuple):
    """Whose quantities: the fields that rows of people share."""

    month: Month
    region: str | None
    product: str | None
    employee_id: str | None
    person: str


@dataclass(frozen=True, slots=True)
class Deals:
    """How many deals, and what they come to in yuan: None where weekly rows count them, which know no amounts."""

    count: int
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """Weekly rows and orders of all months that are known; `collected` is the share that makes an order a deal."""

    weekly: tuple[WeeklyRow, ...] = ()
    orders: tuple[OrderRow, ...] = ()
    collected: Decimal = Decimal("0.3")

    @property
    def counted_orders(self) -> tuple[OrderRow, ...]:
        """The orders that are deals, as tracking has it. Without a 已回款 none is."""
        share = Fraction(self.collected)
        return tuple(row for row in self.orders if standing(row, share) is Standing.COUNTED)

    def of_month(self, month: Month) -> tuple[WeeklyRow, ...]:
        """The weekly rows that count in `month`."""
        return tuple(row for row in self.weekly if month_of(row) == month)

    def facts(self, months: Collection[Month]) -> dict[Month, Facts]:
        """The team's quantities of each of `months`, those that tracking measures its metrics by."""
        found = {month: Facts() for month in months}
        for row in self.weekly:
            if (month := month_of(row)) in found:
                found[month].report(row)
        signed: defaultdict[Month, list[OrderRow]] = defaultdict(list)
        for order in self.counted_orders:
            if (month := Month.of(order.signed)) in found:
                signed[month].append(order)
        for month, orders in signed.items():
            found[month].deals(sums_of(orders))
        return found

    def facts_by_person(self, months: Collection[Month]) -> dict[Who, Facts]:
        """Those quantities by month, person, region and product line."""
        found: defaultdict[Who, Facts] = defaultdict(Facts)
        for row in self.weekly:
            if (month := month_of(row)) in months:
                found[Who(month, row.region, row.product, row.employee_id, row.person)].report(row)
        signed: defaultdict[Who, list[OrderRow]] = defaultdict(list)
        for order in self.counted_orders:
            if (month := Month.of(order.signed)) in months:
                signed[Who(month, order.region, order.product, order.employee_id, order.person)].append(order)
        for who, orders in signed.items():
            found[who].deals(sums_of(orders))
        return dict(found)

    def deals(self, months: Sequence[Month], people: Iterable[MonthlyRow]) -> tuple[dict[Scope, Deals], ...]:
        """Deals of each of `months` by scope; `people` tells who is who. All months are counted alike: by the orders
        where every month has some, else by the weekly rows. Orders tell every deal there is: a scope that has some in
        one month only has none in the other."""
        signed = [[row for row in self.counted_orders if Month.of(row.signed) == month] for month in months]
        told = [[row for row in self.of_month(month) if row.deals is not None] for month in months]
        name = naming((*people, *self.weekly, *self.orders))
        if not all(signed):
            return tuple(_whole(_reported(own, name), own) for own in told)
        found = [_signed(own, name) for own in signed]
        scopes = dict.fromkeys(scope for own in found for scope in own)
        every = [row for own in signed for row in own]
        return tuple(_whole({scope: own.get(scope, Deals(0, NOTHING)) for scope in scopes}, every) for own in found)


def _reported(rows: Sequence[WeeklyRow], name: Callable[[Personal], str]) -> dict[Scope, Deals]:
    found: Counter[Scope] = Counter()
    for row in rows:
        for scope in _scopes(row, name(row)):
            found[scope] += row.deals or 0
    return {scope: Deals(count) for scope, count in found.items()}


def _signed(rows: Sequence[OrderRow], name: Callable[[Personal], str]) -> dict[Scope, Deals]:
    counts: Counter[Scope] = Counter()
    amounts: defaultdict[Scope, Decimal] = defaultdict(Decimal)
    for row in rows:
        for scope in _scopes(row, name(row)):
            counts[scope] += 1
            amounts[scope] += row.amount
    return {scope: Deals(count, amounts[scope]) for scope, count in counts.items()}


def _whole(found: Mapping[Scope, Deals], rows: Sequence[Personal]) -> dict[Scope, Deals]:
    """Without the cuts that some of `rows` do not tell: no part of such a cut is complete."""
    untold = {
        cut
        for cut, key in ((Cut.REGION, "region"), (Cut.PRODUCT, "product"))
        if any(getattr(row, key) is None for row in rows)
    }
    return {scope: deals for scope, deals in found.items() if scope.cut not in untold}


def _scopes(row: Personal, person: str) -> Iterator[Scope]:
    yield TEAM
    yield Scope(Cut.PERSON, person)
    if row.region is not None:
        yield Scope(Cut.REGION, row.region)
    if row.product is not None:
        yield Scope(Cut.PRODUCT, row.product)


def month_of(row: WeeklyRow) -> Month:
    """The month a weekly row counts in: its own, else that of its week's Monday."""
    return row.month or row.week.month
