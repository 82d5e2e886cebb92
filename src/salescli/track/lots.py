"""Orders in lots: those of one month, person, target and product line together.

A company has hundreds of thousands of orders and a few thousand lots. All figures of larger scopes are sums of lots, so
each order is looked at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import compress
from typing import TypeAlias

from salescli.measure.period import Month
from salescli.records import dataclass
from salescli.track.deal_sums import DealSums, add_deals, total
from salescli.track.figures import NOTHING
from salescli.track.orders import Deal, Standing, needed, short_of, standings
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


def lots_of(rows: Sequence[OrderRow], places: Mapping[Place, Sequence[int]], share: Fraction) -> tuple[Lot, ...]:
    """The lots of `places`, which name the positions of their `rows`.

    `share` of an order has to be collected for it to count. Deals are added up in the order they were read and not lot
    by lot, which is quicker: so they lie in memory.
    """
    stand = standings(rows, share)
    sums = [DealSums() for _ in places]
    into: list[DealSums | None] = [None] * len(rows)
    for own, at in zip(sums, places.values(), strict=True):
        for one in at:
            if stand[one] is Standing.COUNTED:
                into[one] = own
    add_deals(filter(None, into), compress(rows, into))
    return tuple(
        _lot(place, at, rows, stand, own, share) for (place, at), own in zip(places.items(), sums, strict=True)
    )


def _lot(
    place: Place,
    at: Sequence[int],
    rows: Sequence[OrderRow],
    stand: Sequence[Standing],
    sums: DealSums,
    share: Fraction,
) -> Lot:
    month, person, slot, product = place
    own, standing = [rows[one] for one in at], [stand[one] for one in at]
    refunds = [row for row, one in zip(own, standing, strict=True) if one is Standing.REFUND]
    pending = tuple(
        Deal(row, person, slot, product, Standing.PENDING, short_of(row, share))
        for row, one in zip(own, standing, strict=True)
        if one is Standing.PENDING
    )
    return Lot(
        month,
        person,
        slot,
        product,
        at,
        own,
        sums,
        first_deal=at[standing.index(Standing.COUNTED)] if sums.deals else None,
        pending=pending,
        pending_amount=total(deal.row for deal in pending),
        needed=sum((deal.needed for deal in pending), NOTHING),
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
