"""Orders in lots: those of one month, person, target and product line together.

A company has hundreds of thousands of orders and a few thousand lots. All figures of larger scopes are sums of lots, so
each order is looked at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from salescli.measure.period import Month
from salescli.track.deal_sums import DealSums, sums_of, total
from salescli.track.figures import NOTHING
from salescli.track.orders import Deal, Standing, needed, standings
from salescli.track.people import Person, Slot
from salescli.track.tables import OrderRow

Place: TypeAlias = tuple[Month, Person, Slot, str | None]
"""Month, person, target and product line."""


@dataclass(frozen=True, slots=True)
class Lot:
    """The orders of one place, and what they come to.

    `at` are the positions of `rows` among all orders, `first_deal` that of the first which counts.
    """

    month: Month
    person: Person
    slot: Slot
    product: str | None
    at: Sequence[int]
    rows: Sequence[OrderRow]
    sums: DealSums
    first_deal: int | None
    pending: tuple[Deal, ...]
    pending_amount: Decimal
    needed: Decimal
    refunds: int
    refunded: Decimal

    @property
    def sales(self) -> Decimal:
        """The deals less the refunds."""
        return self.sums.amount + self.refunded

    def count(self, standing: Standing) -> int:
        """How many of the orders stand so."""
        counts = {
            Standing.COUNTED: self.sums.deals,
            Standing.PENDING: len(self.pending),
            Standing.REFUND: self.refunds,
        }
        return counts[standing] if standing in counts else len(self.rows) - sum(counts.values())


def lot_of(place: Place, at: Sequence[int], rows: Sequence[OrderRow], share: Fraction) -> Lot:
    """The lot of `rows`, which stand at the positions `at`; `share` of one has to be collected for it to count."""
    month, person, slot, product = place
    stand = standings(rows, share)
    counted, pending, refunds = (
        [row for row, one in zip(rows, stand, strict=True) if one is standing]
        for standing in (Standing.COUNTED, Standing.PENDING, Standing.REFUND)
    )
    waiting = tuple(Deal(row, person, slot, product, Standing.PENDING, needed(row, share)) for row in pending)
    return Lot(
        month,
        person,
        slot,
        product,
        at,
        rows,
        sums=sums_of(counted),
        first_deal=at[stand.index(Standing.COUNTED)] if counted else None,
        pending=waiting,
        pending_amount=total(pending),
        needed=sum((deal.needed for deal in waiting), NOTHING),
        refunds=len(refunds),
        refunded=total(refunds),
    )


def deals_of(lots: Iterable[Lot], share: Fraction) -> tuple[Deal, ...]:
    """Every order of `lots` by itself, in the order they were read."""
    found: list[tuple[int, Deal]] = []
    for lot in lots:
        for at, row, standing in zip(lot.at, lot.rows, standings(lot.rows, share), strict=True):
            found.append((at, Deal(row, lot.person, lot.slot, lot.product, standing, needed(row, share))))
    return tuple(deal for _, deal in sorted(found, key=lambda item: item[0]))
