"""What reports and orders say of one person's month in one region and product line, as quantities that add up.

Amounts are yuan, counts whole, days calendar days. A quantity that nobody gives is None, which is not nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeAlias

from salescli.measure.period import Month
from salescli.track.figures import NOTHING
from salescli.track.orders import Deal, cycle_of
from salescli.track.people import Person, Slot
from salescli.track.process import COUNTED
from salescli.track.report import Report
from salescli.track.tables import CustomerKind, OrderRow, WeeklyRow

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

    def report(self, row: WeeklyRow) -> None:
        """Add what a weekly report counts."""
        for key in REPORTED:
            if (amount := getattr(row, key)) is not None:
                self.put(key, amount)

    def deal(self, row: OrderRow) -> None:
        """Add an order that counts as a deal."""
        self.put("order_deals", 1)
        self.put("order_amount", row.amount)
        self.customers[row.customer] += 1
        if row.customer_kind is not None:
            self.put("kinds", 1)
        if row.customer_kind is CustomerKind.NEW:
            self.new[row.customer] += 1
        if row.cost is not None:
            self.put("profit", row.amount - row.cost)
            self.put("priced_amount", row.amount)
        if (days := cycle_of(row)) is not None:
            self.put("cycle_days", days)
            self.put("cycled_deals", 1)

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


def facts_of(reports: Iterable[Report], deals: Iterable[Deal]) -> dict[Key, Facts]:
    """The quantities by month, person, and the region and product line each was reported or signed for."""
    found: defaultdict[Key, Facts] = defaultdict(Facts)
    for report in reports:
        found[report.month, report.person, Slot(report.slot.region, report.product)].report(report.row)
    for deal in deals:
        if deal.counted:
            found[deal.month, deal.person, Slot(deal.slot.region, deal.product)].deal(deal.row)
    return dict(found)


def merged(parts: Iterable[Facts]) -> Facts:
    """The quantities of all `parts` together."""
    whole = Facts()
    for part in parts:
        whole.take(part)
    return whole
