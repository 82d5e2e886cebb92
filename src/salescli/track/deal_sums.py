"""What a number of orders that count as deals come to, as sums that add up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Final

from salescli.track.figures import NOTHING
from salescli.track.tables import CustomerKind, OrderRow

AMOUNT: Final = attrgetter("amount")
CUSTOMER: Final = attrgetter("customer")
_DATES: Final = attrgetter("signed", "lead_date")


@dataclass(frozen=True, slots=True)
class DealSums:
    """Amounts in yuan. `customers` has each deal's, `new` those of deals that say so, `kinds` how many say either.

    `priced` and what follows are the deals whose cost is known, `cycled` those whose lead date is; a lead after the
    signature is none.
    """

    deals: int
    amount: Decimal
    customers: Sequence[str]
    kinds: int
    new: Sequence[str]
    priced: int
    priced_amount: Decimal
    cost: Decimal
    cycled: int
    cycle_days: int


def sums_of(rows: Sequence[OrderRow]) -> DealSums:
    """The sums of `rows`, all of which are deals."""
    priced = [row for row in rows if row.cost is not None]
    told = [row for row in rows if row.customer_kind is not None]
    cycles = [(signed - lead).days for signed, lead in map(_DATES, rows) if lead is not None and lead <= signed]
    return DealSums(
        deals=len(rows),
        amount=total(rows),
        customers=list(map(CUSTOMER, rows)),
        kinds=len(told),
        new=[row.customer for row in told if row.customer_kind is CustomerKind.NEW],
        priced=len(priced),
        priced_amount=total(priced),
        cost=sum((row.cost for row in priced if row.cost is not None), NOTHING),
        cycled=len(cycles),
        cycle_days=sum(cycles),
    )


def total(rows: Iterable[OrderRow]) -> Decimal:
    """The contract amounts of `rows` together."""
    return sum(map(AMOUNT, rows), NOTHING)
