"""What a number of orders that count as deals come to, as sums that add up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import repeat

from salescli.table.batch import columns_of
from salescli.track.figures import NOTHING
from salescli.track.tables import CustomerKind, OrderRow


@dataclass(slots=True)
class DealSums:
    """Amounts in yuan. `customers` has each deal's, `new` those of deals that say so, `kinds` how many say either.

    `priced` and what follows are the deals whose cost is known, `cycled` those whose lead date is; a lead after the
    signature is none.
    """

    deals: int = 0
    amount: Decimal = NOTHING
    customers: list[str] = field(default_factory=list)
    kinds: int = 0
    new: list[str] = field(default_factory=list)
    priced: int = 0
    priced_amount: Decimal = NOTHING
    cost: Decimal = NOTHING
    cycled: int = 0
    cycle_days: int = 0


def sums_of(rows: Sequence[OrderRow]) -> DealSums:
    """The sums of `rows`, all of which are deals."""
    sums = DealSums()
    add_deals(repeat(sums, len(rows)), rows)
    return sums


def add_deals(into: Iterable[DealSums | None], rows: Sequence[OrderRow]) -> None:
    """Add each of `rows` that is a deal to the sums that stand beside it; beside all others stands None."""
    columns = columns_of(rows, ("amount", "customer", "customer_kind", "cost", "signed", "lead_date"))
    for sums, amount, customer, kind, cost, signed, lead in zip(into, *columns, strict=True):
        if sums is None:
            continue
        sums.deals += 1
        sums.amount += amount
        sums.customers.append(customer)
        if kind is not None:
            sums.kinds += 1
            if kind is CustomerKind.NEW:
                sums.new.append(customer)
        if cost is not None:
            sums.priced += 1
            sums.priced_amount += amount
            sums.cost += cost
        if lead is not None and lead <= signed:
            sums.cycled += 1
            sums.cycle_days += (signed - lead).days
