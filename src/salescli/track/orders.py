"""When an order is a deal: signed, and at least the agreed share of it collected. All else is told apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from salescli.measure.money import FEN
from salescli.measure.period import Month
from salescli.measure.ratio import divide
from salescli.table.batch import columns_of
from salescli.track.figures import NOTHING
from salescli.track.people import Person, Slot
from salescli.track.tables import OrderRow
from salescli.words import orders as words
from salescli.words.language import Text


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


def standing(row: OrderRow, share: Fraction) -> Standing:
    """How the order stands when `share` of it has to be collected; exactly the share counts."""
    return standings((row,), share)[0]


def standings(rows: Sequence[OrderRow], share: Fraction) -> list[Standing]:
    """How each of `rows` stands."""
    part, whole = Decimal(share.numerator), Decimal(share.denominator)
    counted, pending, refund, empty = Standing.COUNTED, Standing.PENDING, Standing.REFUND, Standing.EMPTY
    return [
        (counted if (collected or NOTHING) * whole >= amount * part else pending)
        if amount > NOTHING
        else (refund if amount else empty)
        for amount, collected in zip(*columns_of(rows, ("amount", "collected")), strict=True)
    ]


def needed(row: OrderRow, share: Fraction) -> Decimal:
    """What is still to be collected for the order to count, up to the next fen; 0 when it counts or cannot."""
    return short_of(row, share) if standing(row, share) is Standing.PENDING else NOTHING


def short_of(row: OrderRow, share: Fraction) -> Decimal:
    """The same for an order that is known to be pending."""
    (amount, per), (collected, each) = row.amount.as_integer_ratio(), (row.collected or NOTHING).as_integer_ratio()
    short = amount * share.numerator * each - collected * per * share.denominator
    return FEN * -(-100 * short // (per * each * share.denominator))
