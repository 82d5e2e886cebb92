"""A slow twin of matching orders: one row at a time, in whole fen, each figure by looking at every order again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from salescli.measure.period import Month
from salescli.track.booking import Fit, book
from salescli.track.order_figures import DealFigures
from salescli.track.people import Directory, Person, Slot
from salescli.track.tables import CustomerKind, OrderRow


@dataclass
class Taken:
    row: OrderRow
    person: Person
    slot: Slot
    product: str | None
    standing: str

    @property
    def month(self) -> Month:
        return Month(self.row.signed.year, self.row.signed.month)

    @property
    def fen(self) -> int:
        return fen(self.row.amount)


@dataclass
class Twin:
    taken: list[Taken]
    unknown: list[OrderRow]
    outside: list[OrderRow]
    repeated: list[OrderRow]
    known: dict[str, Person | None]
    open: list[tuple[str, str]]
    """The kinds of findings of single rows, with their order numbers, in the order of the rows."""


def fen(amount: Decimal | None) -> int:
    return int((amount or 0) * 100)


def matched_one_by_one(rows: Sequence[OrderRow], directory: Directory, months: set[Month], share: Fraction) -> Twin:
    found = Twin([], [], [], [], {}, [])
    seen = set()
    for row in rows:
        if row.order_id in seen:
            found.repeated.append(row)
            continue
        seen.add(row.order_id)
        people = directory.find(row).people
        month = Month(row.signed.year, row.signed.month)
        found.known[row.order_id] = people[0] if len(people) == 1 else None
        if len(people) != 1:
            found.unknown.append(row)
            if people:
                found.open.append(("order-person-open", row.order_id))
        elif month not in months:
            found.outside.append(row)
        else:
            booking = book(row, directory.slots_of(people[0], month))
            if booking.fit is Fit.REGION_OPEN:
                found.open.append(("order-region-open", row.order_id))
            product = row.product if row.product is not None else booking.slot.product
            found.taken.append(Taken(row, people[0], booking.slot, product, stands(row, share)))
    return found


def stands(row: OrderRow, share: Fraction) -> str:
    if fen(row.amount) < 0:
        return "refund"
    if fen(row.amount) == 0:
        return "empty"
    return "counted" if Fraction(fen(row.collected), fen(row.amount)) >= share else "pending"


def still_needed(row: OrderRow, share: Fraction) -> int:
    """The fewest fen with which the order would count, found by trying from just below the line."""
    left = int(fen(row.amount) * share) - fen(row.collected)
    while Fraction(fen(row.collected) + left, fen(row.amount)) < share:
        left += 1
    return left


def figures_of(own: Sequence[Taken], share: Fraction) -> DealFigures:
    """The figures of orders, without any leads."""
    deals = [item for item in own if item.standing == "counted"]
    waiting = [item for item in own if item.standing == "pending"]
    priced = [item for item in deals if item.row.cost is not None]
    days = [
        item.row.signed.toordinal() - item.row.lead_date.toordinal()
        for item in deals
        if item.row.lead_date is not None and item.row.lead_date <= item.row.signed
    ]
    bought = Counter(item.row.customer for item in deals)
    return DealFigures(
        deals=len(deals),
        amount=yuan(sum(item.fen for item in deals)),
        refunds=yuan(sum(item.fen for item in own if item.standing == "refund")),
        pending=len(waiting),
        pending_amount=yuan(sum(item.fen for item in waiting)),
        needed=yuan(sum(still_needed(item.row, share) for item in waiting)),
        leads=None,
        led=0,
        customers=len(bought),
        repeat_customers=len([name for name, times in bought.items() if times > 1]),
        priced=len(priced),
        priced_amount=yuan(sum(item.fen for item in priced)),
        cost=yuan(sum(fen(item.row.cost) for item in priced)),
        cycled=len(days),
        cycle_days=sum(days),
    )


def quantities_of(taken: Sequence[Taken]) -> dict[tuple[Month, Person, Slot], dict[str, int]]:
    """What deals say of each month, person, region and line, in the order of their first deal; amounts in fen."""
    found: dict[tuple[Month, Person, Slot], list[OrderRow]] = {}
    for item in taken:
        if item.standing == "counted":
            found.setdefault((item.month, item.person, Slot(item.slot.region, item.product)), []).append(item.row)
    return {
        key: {
            "order_deals": len(rows),
            "order_amount": sum(fen(row.amount) for row in rows),
            "kinds": len([row for row in rows if row.customer_kind]),
            "new": len({row.customer for row in rows if row.customer_kind is CustomerKind.NEW}),
            "profit": sum(fen(row.amount) - fen(row.cost) for row in rows if row.cost is not None),
        }
        for key, rows in found.items()
    }


def yuan(amount: int) -> Decimal:
    return Decimal(amount) / 100
