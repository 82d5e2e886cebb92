"""When an order is a deal: signed, and at least the agreed share of it collected. All else is told apart."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import TypeAlias

from salescli.measure.money import FEN
from salescli.measure.period import Month
from salescli.measure.ratio import divide
from salescli.track.figures import NOTHING
from salescli.track.people import Person, Slot
from salescli.track.tables import OrderRow
from salescli.words import orders as words
from salescli.words.language import Text

Place: TypeAlias = tuple[Month, Person, Slot, str | None]
"""Month, person, target and product line."""


class Standing(StrEnum):
    """What an order is worth to the month it was signed in; the values are the keys of the JSON account."""

    COUNTED = "counted"  # a deal
    PENDING = "pending"  # signed, but too little is collected yet
    REFUND = "refund"  # a negative amount: it lowers the sales and is no deal
    EMPTY = "empty"  # no amount at all: there is nothing to collect and nothing sold

    @property
    def word(self) -> Text:
        return words.STANDINGS[self.value]


@dataclass(frozen=True, slots=True, eq=False)
class Deal:
    """An order of a known person. `slot` is the target it counts towards, `product` the line it was sold in."""

    row: OrderRow
    person: Person
    slot: Slot
    product: str | None
    standing: Standing
    needed: Decimal = NOTHING
    month: Month = field(init=False)
    """The month of signing, which is the one it counts in."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "month", Month.of(self.row.signed))

    @property
    def counted(self) -> bool:
        return self.standing is Standing.COUNTED

    @property
    def sales(self) -> Decimal:
        """What it adds to the month's sales: a deal's amount, less refunds."""
        return self.row.amount if self.standing in (Standing.COUNTED, Standing.REFUND) else NOTHING

    @property
    def collected_share(self) -> Fraction | None:
        """已回款 ÷ 合同额."""
        return divide(self.row.collected or NOTHING, self.row.amount)

    @property
    def cycle(self) -> int | None:
        """销售周期, as :func:`cycle_of` has it."""
        return cycle_of(self.row)


def by_place(deals: Iterable[Deal]) -> dict[Place, list[Deal]]:
    """The orders by month, person, target and product line: there are far fewer of these than of orders."""
    alike: dict[tuple[int, int, int, str | None], list[Deal]] = {}
    for deal in deals:
        key = (id(deal.month), id(deal.person), id(deal.slot), deal.product)
        if (found := alike.get(key)) is None:
            found = alike[key] = []
        found.append(deal)
    places: dict[Place, list[Deal]] = {}
    for found in alike.values():
        one = found[0]
        places.setdefault((one.month, one.person, one.slot, one.product), []).extend(found)
    return places


def cycle_of(row: OrderRow) -> int | None:
    """Days from the lead to the signature; None without a lead date, or with one after the signature."""
    lead = row.lead_date
    return None if lead is None or lead > row.signed else (row.signed - lead).days


def standing(row: OrderRow, share: Fraction) -> Standing:
    """How the order stands when `share` of it has to be collected; exactly the share counts."""
    if row.amount < 0:
        return Standing.REFUND
    if row.amount == 0:
        return Standing.EMPTY
    collected = (row.collected or NOTHING) * share.denominator
    return Standing.COUNTED if collected >= row.amount * share.numerator else Standing.PENDING


def needed(row: OrderRow, share: Fraction) -> Decimal:
    """What is still to be collected for the order to count, up to the next fen; 0 when it counts or cannot."""
    if standing(row, share) is not Standing.PENDING:
        return NOTHING
    left = Fraction(row.amount) * share - Fraction(row.collected or 0)
    return FEN * ceil(left * 100)
