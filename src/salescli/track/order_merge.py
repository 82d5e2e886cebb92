"""Orders matched to the people of the plan. Every row that comes in goes out again, taken or excluded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from salescli.excel.records import InvalidRow
from salescli.measure.money import grouped
from salescli.measure.period import Month
from salescli.table.codes import orders as codes
from salescli.table.problem import Problem, problem
from salescli.track.account import NO_DETAIL, Excluded, Reason, where
from salescli.track.booking import Booking, Fit
from salescli.track.desk import Desk
from salescli.track.figures import NOTHING
from salescli.track.orders import Deal, Standing, by_place, needed, standing
from salescli.track.people import Directory, Person, Slot
from salescli.track.remarks import region_remarks
from salescli.track.side_files import Gathered
from salescli.track.spoken import filled, spoken_month, spoken_months
from salescli.track.tables import ORDERS, OrderRow
from salescli.words import track as words
from salescli.words.language import Text

EXCLUSIONS = (Reason.DUPLICATE, Reason.UNKNOWN, Reason.OUTSIDE, Reason.INVALID)
"""Why an order row may be left out; an order is never superseded, a contradiction is an error."""


@dataclass(frozen=True, slots=True)
class Orders:
    """All order rows, by what became of them. `known` are the order numbers of all rows that could be read.

    `rows` are all that could be read, of each content once.
    """

    deals: tuple[Deal, ...]
    excluded: tuple[Excluded, ...]
    read: int
    share: Fraction
    known: Mapping[str, Person | None]
    rows: tuple[OrderRow, ...] = ()
    reckoned: dict[tuple[int, tuple[Month, ...]], tuple[Any, Any]] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """The figures that were worked out before, by the reports and months they are of."""

    @property
    def pending(self) -> tuple[Deal, ...]:
        """The signed orders that do not count yet, in the order of signing."""
        waiting = (deal for deal in self.deals if deal.standing is Standing.PENDING)
        return tuple(sorted(waiting, key=lambda deal: (deal.row.signed, deal.row.order_id)))

    @property
    def months(self) -> frozenset[Month]:
        return frozenset(deal.month for deal in self.deals)

    def sales(self) -> dict[tuple[Month, Person, Slot], Decimal]:
        """What the orders add to each target's actual."""
        sums: defaultdict[tuple[Month, Person, Slot], Decimal] = defaultdict(lambda: NOTHING)
        for (month, person, slot, _), deals in by_place(self.deals).items():
            if amounts := [amount for deal in deals if (amount := deal.sales)]:
                sums[month, person, slot] += sum(amounts, NOTHING)
        return dict(sums)

    def account(self) -> dict[str, int]:
        """Rows by what became of them: read = the sum of the rest."""
        standings = {item.value: sum(deal.standing is item for deal in self.deals) for item in Standing}
        reasons = {reason.value: sum(item.reason is reason for item in self.excluded) for reason in EXCLUSIONS}
        return {"read": self.read, **standings, **reasons}


def take_orders(
    found: Gathered[OrderRow], directory: Directory, months: AbstractSet[Month], share: Fraction
) -> tuple[Orders, list[Problem]]:
    """The orders signed in `months` by people of the plan; `share` of one has to be collected for it to count."""
    rows, repeated, problems = _each_once(found.rows)
    taken: list[Deal] = []
    out = [Excluded(Reason.INVALID, row.place) for row in found.invalid]
    out += [
        Excluded(Reason.DUPLICATE, row.place, detail=why)
        if isinstance(row, InvalidRow)
        else _out(row, Reason.DUPLICATE, why)
        for row, why in found.copies
    ]
    out += [_out(row, Reason.DUPLICATE, filled(words.SAME_AS, place=first.at())) for row, first in repeated]
    unknown: list[OrderRow] = []
    strangers: list[OrderRow] = []
    outside: list[OrderRow] = []
    known: dict[str, Person | None] = {}
    desk = Desk(directory)
    for row in rows:
        candidates = desk.find(row)
        person = candidates.only
        known[row.order_id] = person
        if person is None:
            unknown.append(row)
            if candidates.people:
                names = tuple(str(item) for item in candidates.people)
                details = {"person": row.person, "order": row.order_id, "candidates": names}
                problems.append(problem(codes.ORDER_PERSON_OPEN, row.at("person"), **details))
            else:
                strangers.append(row)
        elif (month := Month.of(row.signed)) not in months:
            outside.append(row)
        else:
            taken.append(_deal(row, person, desk.book(row, person, month), share, problems))
    out += [_out(row, Reason.UNKNOWN, words.NOT_IN_PLAN) for row in unknown]
    for row in outside:
        spoken = spoken_month(Month.of(row.signed))
        out.append(_out(row, Reason.OUTSIDE, filled(words.COUNTS_IN, month=spoken)))
    problems += _remarks(repeated, strangers, outside, taken)
    problems += region_remarks(((deal.row, deal.person, deal.month, deal.row.amount) for deal in taken), directory)
    return Orders(tuple(taken), tuple(sorted(out, key=where)), found.read, share, known, tuple(found.rows)), problems


def _deal(row: OrderRow, person: Person, booking: Booking, share: Fraction, problems: list[Problem]) -> Deal:
    if booking.fit is Fit.REGION_OPEN:
        details = {"person": person.name, "order": row.order_id, "regions": booking.choices}
        problems.append(problem(codes.ORDER_REGION_OPEN, row.at("region"), **details))
    product = row.product or booking.slot.product
    stands = standing(row, share)
    left = needed(row, share) if stands is Standing.PENDING else NOTHING
    return Deal(row, person, booking.slot, product, stands, left)


def _each_once(rows: Sequence[OrderRow]) -> tuple[list[OrderRow], list[tuple[OrderRow, OrderRow]], list[Problem]]:
    """Each order number once; its identical repeats (with the row that stands), and the contradictions."""
    first: dict[str, OrderRow] = {}
    repeated, problems = [], []
    for row in rows:
        earlier = first.setdefault(row.order_id, row)
        if earlier is row:
            continue
        repeated.append((row, earlier))
        differing = [key for key in OrderRow.model_fields if getattr(earlier, key) != getattr(row, key)]
        if differing:
            columns = tuple(ORDERS.label(key) for key in differing)
            details = {"order": row.order_id, "columns": columns, "other": earlier.at(differing[0])}
            problems.append(problem(codes.ORDER_TWICE, row.at(differing[0]), **details))
    return list(first.values()), repeated, problems


def _out(row: OrderRow, reason: Reason, detail: Text = NO_DETAIL) -> Excluded:
    return Excluded(reason, row.at(), row.person, None, Month.of(row.signed), row.amount, detail)


def _remarks(
    repeated: Sequence[tuple[OrderRow, OrderRow]],
    strangers: Sequence[OrderRow],
    outside: Sequence[OrderRow],
    taken: Sequence[Deal],
) -> Iterable[Problem]:
    """One finding a kind, not one a row."""
    if repeated:
        yield problem(codes.ORDERS_REPEATED, repeated[0][0].at("order_id"), rows=len(repeated))
    by_name: defaultdict[str, list[OrderRow]] = defaultdict(list)
    for row in strangers:
        by_name[row.person].append(row)
    for name, rows in by_name.items():
        amount = grouped(sum((row.amount for row in rows), NOTHING))
        yield problem(codes.ORDER_PERSON_UNKNOWN, rows[0].at("person"), person=name, rows=len(rows), amount=amount)
    if outside:
        months = spoken_months(Month.of(row.signed) for row in outside)
        yield problem(codes.ORDERS_OUTSIDE, rows=len(outside), months=months)
    empty = [deal for deal in taken if deal.standing is Standing.EMPTY]
    if empty:
        yield problem(codes.ORDER_EMPTY, empty[0].row.at("amount"), rows=len(empty))
    above = [deal.row for deal in taken if deal.row.amount > 0 and (deal.row.collected or NOTHING) > deal.row.amount]
    if above:
        first = above[0]
        details = {"order": first.order_id, "collected": grouped(first.collected), "amount": grouped(first.amount)}
        yield problem(codes.COLLECTED_ABOVE, first.at("collected"), rows=len(above), **details)
    backwards = [deal for deal in taken if deal.row.lead_date is not None and deal.row.lead_date > deal.row.signed]
    if backwards:
        yield problem(codes.LEAD_AFTER_SIGNING, backwards[0].row.at("lead_date"), rows=len(backwards))
