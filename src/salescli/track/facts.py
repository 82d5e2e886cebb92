"""What reports and orders say of one person's month in one region and product line, as quantities that add up.

Amounts are yuan, counts whole, days calendar days. A quantity that nobody gives is None, which is not nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from operator import itemgetter
from typing import Final, TypeAlias

from salescli.measure.period import Month
from salescli.track.deal_sums import DealSums
from salescli.track.figures import NOTHING
from salescli.track.lots import Lot
from salescli.track.people import Person, Slot
from salescli.track.process import COUNTED
from salescli.track.report import Report
from salescli.track.tables import WeeklyRow

Key: TypeAlias = tuple[Month, Person, Slot]
REPORTED: Final = (*COUNTED, "sales", "collected")
"""The quantities of a weekly report."""


@dataclass(slots=True)
class Facts:
    """Quantities of any scope; customers are kept by name, because a team's are not the sum of its people's."""

    amounts: dict[str, Decimal] = field(default_factory=dict)
    customers: Counter[str] = field(default_factory=Counter)
    new: Counter[str] = field(default_factory=Counter)

    def put(self, key: str, amount: Decimal | int) -> None:
        """Add to a quantity."""
        self.amounts[key] = self.amounts.get(key, NOTHING) + amount

    @property
    def reported(self) -> bool:
        """Whether there is any weekly report in it; all of them have sales."""
        return "sales" in self.amounts

    def report(self, row: WeeklyRow) -> None:
        """Add what a weekly report counts."""
        for key in REPORTED:
            if (amount := getattr(row, key)) is not None:
                self.put(key, amount)

    def deals(self, sums: DealSums) -> None:
        """Add orders that count as deals."""
        self.put("order_deals", sums.deals)
        self.put("order_amount", sums.amount)
        self.customers.update(sums.customers)
        if sums.kinds:
            self.put("kinds", sums.kinds)
        self.new.update(sums.new)
        if sums.priced:
            self.put("profit", sums.priced_amount - sums.cost)
            self.put("priced_amount", sums.priced_amount)
        if sums.cycled:
            self.put("cycle_days", sums.cycle_days)
            self.put("cycled_deals", sums.cycled)

    def take(self, other: "Facts") -> None:
        """Add all quantities of another scope."""
        for key, amount in other.amounts.items():
            self.put(key, amount)
        self.customers.update(other.customers)
        self.new.update(other.new)

    def get(self, key: str) -> Decimal | None:
        """A quantity; None where nobody gives it."""
        if key in _CUSTOMERS:
            told = "kinds" in self.amounts if key == "order_new_customers" else bool(self.customers)
            return Decimal(_CUSTOMERS[key](self)) if told else None
        return self.amounts.get(key)


_CUSTOMERS: Final[Mapping[str, Callable[[Facts], int]]] = {
    "customers": lambda facts: len(facts.customers),
    "repeat_customers": lambda facts: sum(count > 1 for count in facts.customers.values()),
    "order_new_customers": lambda facts: len(facts.new),
}


def facts_of(reports: Iterable[Report], lots: Iterable[Lot]) -> dict[Key, Facts]:
    """The quantities by month, person, and the region and product line each was reported or signed for.

    They stand in the order of the reports, and then of the first deal of each.
    """
    found: defaultdict[Key, Facts] = defaultdict(Facts)
    for report in reports:
        found[report.month, report.person, Slot(report.slot.region, report.product)].report(report.row)
    won = [(lot.first_deal, lot) for lot in lots if lot.first_deal is not None]
    for _, lot in sorted(won, key=itemgetter(0)):
        found[lot.month, lot.person, Slot(lot.slot.region, lot.product)].deals(lot.sums)
    return dict(found)


def merged(parts: Iterable[Facts]) -> Facts:
    """The quantities of all `parts` together."""
    whole = Facts()
    for part in parts:
        whole.take(part)
    return whole
