"""What people did, month by month: leads, visits, proposals, demos and deals from weekly rows, deals from orders."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from salescli.analyze.people import Personal, naming
from salescli.analyze.scope import TEAM, Cut, Scope
from salescli.measure.period import Month
from salescli.measure.rounding import exact
from salescli.track.tables import MonthlyRow, OrderRow, WeeklyRow

COUNTS = ("leads", "visits", "proposals", "demos", "deals")
"""The counts of a weekly row that are compared between people."""


@dataclass(frozen=True, slots=True)
class Activity:
    """Weekly rows and orders of all months that are known; `collected` is the share that makes an order a deal."""

    weekly: tuple[WeeklyRow, ...] = ()
    orders: tuple[OrderRow, ...] = ()
    collected: Decimal = Decimal("0.3")

    @property
    def counted_orders(self) -> tuple[OrderRow, ...]:
        """The orders that are deals: collected as far as the house asks. Without a 已回款 nothing is."""
        return tuple(
            row for row in self.orders if exact(row.collected or 0) >= exact(row.amount) * Fraction(self.collected)
        )

    def of_month(self, month: Month) -> tuple[WeeklyRow, ...]:
        """The weekly rows that count in `month`."""
        return tuple(row for row in self.weekly if month_of(row) == month)

    def deals(self, month: Month, people: Iterable[MonthlyRow]) -> dict[Scope, int]:
        """Deals by scope, from the weekly rows of the month, else from its orders; `people` tells who is who."""
        rows: Sequence[WeeklyRow | OrderRow] = [row for row in self.of_month(month) if row.deals is not None]
        if not rows:
            rows = [row for row in self.counted_orders if Month.of(row.signed) == month]
        name = naming((*people, *self.weekly, *self.orders))
        found: Counter[Scope] = Counter()
        for row in rows:
            for scope in _scopes(row, name(row)):
                found[scope] += (row.deals or 0) if isinstance(row, WeeklyRow) else 1
        for cut, key in ((Cut.REGION, "region"), (Cut.PRODUCT, "product")):
            if any(getattr(row, key) is None for row in rows):  # then no part of this cut is complete
                found = Counter({scope: count for scope, count in found.items() if scope.cut is not cut})
        return dict(found)


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
