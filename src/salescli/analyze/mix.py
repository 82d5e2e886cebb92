"""What was sold and to whom: counted orders of the month by product line and by new and existing customers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from salescli.analyze.activity import Activity
from salescli.measure.money import money_text
from salescli.measure.period import Month
from salescli.measure.ratio import divide, ratio_text
from salescli.table.kind import normal
from salescli.track.tables import CustomerKind, OrderRow

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Slice:
    """One part of the month's orders. `share` is of the amount; `margin` = (amount − cost) ÷ amount over the
    `costed` orders, those with a cost; None without one.
    """

    by: str
    name: str
    orders: int
    amount: Decimal
    share: Fraction | None
    costed: int
    profit: Decimal | None
    margin: Fraction | None

    def document(self) -> dict[str, Any]:
        """The part as ``--json`` shows it."""
        return {
            "by": self.by,
            "name": self.name,
            "orders": self.orders,
            "amount": money_text(self.amount),
            "share": ratio_text(self.share),
            "costed": self.costed,
            "profit": money_text(self.profit),
            "margin": ratio_text(self.margin),
        }


def mix(activity: Activity, month: Month) -> tuple[Slice, ...]:
    """Product lines (``product``), then new and existing customers (``customer``), the largest first."""
    orders = [row for row in activity.counted_orders if Month.of(row.signed) == month]
    first: dict[str, str] = {}
    for row in sorted(activity.counted_orders, key=lambda row: row.signed):
        first.setdefault(normal(row.customer), row.order_id)

    def kind(row: OrderRow) -> str:
        """As stated, else new with the first order on record."""
        if row.customer_kind is not None:
            return row.customer_kind.value
        is_first = first[normal(row.customer)] == row.order_id
        return (CustomerKind.NEW if is_first else CustomerKind.EXISTING).value

    return (*_slices("product", orders, lambda row: row.product or ""), *_slices("customer", orders, kind))


@dataclass(frozen=True, slots=True)
class MixTotal:
    """What the parts of one view add up to."""

    by: str
    orders: int
    amount: Decimal
    costed: int

    def document(self) -> dict[str, Any]:
        """The sum as ``--json`` shows it."""
        shown = {"by": self.by, "orders": self.orders, "amount": money_text(self.amount)}
        return {**shown, "costed": self.costed}


def mix_totals(found: Sequence[Slice]) -> tuple[MixTotal, ...]:
    """The sums of every view, in their order."""
    views = ([item for item in found if item.by == by] for by in dict.fromkeys(item.by for item in found))
    return tuple(
        MixTotal(
            own[0].by,
            sum(item.orders for item in own),
            sum((item.amount for item in own), ZERO),
            sum(item.costed for item in own),
        )
        for own in views
    )


def _slices(by: str, orders: Sequence[OrderRow], name: Callable[[OrderRow], str]) -> list[Slice]:
    whole = sum((row.amount for row in orders), ZERO)
    groups: dict[str, list[OrderRow]] = {}
    for row in orders:
        groups.setdefault(name(row), []).append(row)
    slices = [_slice(by, part, rows, whole) for part, rows in groups.items()]
    return sorted(slices, key=lambda item: item.amount, reverse=True)


def _slice(by: str, name: str, rows: Sequence[OrderRow], whole: Decimal) -> Slice:
    amount = sum((row.amount for row in rows), ZERO)
    costed = [row for row in rows if row.cost is not None]
    profit = sum((row.amount - (row.cost or ZERO) for row in costed), ZERO) if costed else None
    sold = sum((row.amount for row in costed), ZERO)
    margin = divide(profit, sold) if sold > 0 else None
    share = divide(amount, whole) if whole > 0 else None
    return Slice(by, name, len(rows), amount, share, len(costed), profit, margin)
