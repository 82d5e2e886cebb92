"""Orders in lots: those of one month, person, target and product line together.

A company has hundreds of thousands of orders and a few thousand lots. All figures of larger scopes are sums of lots, so
each order is looked at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from salescli.measure.period import Month
from salescli.table.batch import columns_of, some_of
from salescli.track.deal_sums import DealSums, add_deals
from salescli.track.figures import NOTHING
from salescli.track.orders import Deal, Standing, needed, short_of, standings
from salescli.track.people import Person, Slot
from salescli.track.tables import OrderRow

Place: TypeAlias = tuple[Month, Person, Slot, str | None]
"""Month, person, target and product line."""


@dataclass(frozen=True, slots=True)
class Lot:
    """The orders of one place, and what they come to.

    `at` are the positions of its orders among all, `first_deal` that of the first which counts.
    """

    month: Month
    person: Person
    slot: Slot
    product: str | None
    at: Sequence[int]
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
        return counts[standing] if standing in counts else len(self.at) - sum(counts.values())


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
    add_deals(into, rows)
    waiting = [one for at in places.values() for one in at if stand[one] is Standing.PENDING]
    pending = dict(zip(waiting, some_of(rows, waiting), strict=True))
    (amounts,) = columns_of(rows, ("amount",))
    lots = []
    for (place, at), own in zip(places.items(), sums, strict=True):
        refunds = [amounts[one] for one in at if stand[one] is Standing.REFUND]
        deals = tuple(_pending(place, pending[one], share) for one in at if one in pending)
        lots.append(
            Lot(
                *place,
                at,
                own,
                first_deal=next((one for one in at if into[one] is not None), None),
                pending=deals,
                pending_amount=sum((deal.row.amount for deal in deals), NOTHING),
                needed=sum((deal.needed for deal in deals), NOTHING),
                refunds=len(refunds),
                refunded=sum(refunds, NOTHING),
            )
        )
    return tuple(lots)


def _pending(place: Place, row: OrderRow, share: Fraction) -> Deal:
    _, person, slot, product = place
    return Deal(row, person, slot, product, Standing.PENDING, short_of(row, share))


def deals_of(lots: Iterable[Lot], rows: Sequence[OrderRow], share: Fraction) -> tuple[Deal, ...]:
    """Every order of `lots` by itself, in the order of `rows`."""
    stand = standings(rows, share)
    homes = {at: lot for lot in lots for at in lot.at}
    return tuple(
        Deal(row, lot.person, lot.slot, lot.product, stand[at], needed(row, share))
        for at, row in enumerate(rows)
        if (lot := homes.get(at)) is not None
    )
