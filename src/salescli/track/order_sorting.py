"""Whose each order is and where it counts: decided once for all orders that are alike in what decides it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Final

from salescli.measure.period import Month
from salescli.table.codes import orders as codes
from salescli.table.problem import Problem, problem
from salescli.track.booking import Booking, Fit
from salescli.track.desk import Desk
from salescli.track.lots import Lot, Place, lots_of
from salescli.track.people import Directory, Person
from salescli.track.tables import OrderRow

ORDER_ID: Final = attrgetter("order_id")
_SIGNED: Final = attrgetter("signed")
_SPOKEN_OF: Final = attrgetter("employee_id", "person", "region", "product")


@dataclass(slots=True)
class SortedOrders:
    """Orders, each number once, by what becomes of them; every list in the order they were read.

    `unknown` are those of nobody, or of one of several; `strangers` are the former alone. `elsewhere` are orders taken
    whose region is none of their person's, with person, month and amount; `others` are all that were not taken, and
    whose they are.
    """

    lots: tuple[Lot, ...] = ()
    taken: Sequence[OrderRow] = ()
    unknown: Sequence[OrderRow] = ()
    strangers: Sequence[OrderRow] = ()
    outside: Sequence[OrderRow] = ()
    elsewhere: list[tuple[OrderRow, Person, Month, Decimal]] = field(default_factory=list)
    others: Sequence[tuple[OrderRow, Person | None]] = ()
    problems: Sequence[Problem] = ()


def sort_orders(
    rows: Sequence[OrderRow], directory: Directory, months: AbstractSet[Month], share: Fraction
) -> SortedOrders:
    """The orders signed in `months` by people of the plan, and all others; for `share` see :func:`lots_of`."""
    found = SortedOrders()
    desk = Desk(directory)
    unknown, strangers, outside = list[int](), list[int](), dict[int, Person]()
    places: dict[Place, list[int]] = {}
    said: list[tuple[int, Problem]] = []
    for at in _alike(rows):
        first = rows[at[0]]
        candidates = desk.find(first)
        if (person := candidates.only) is None:
            unknown += at
            if candidates.people:
                said += [(one, _person_open(rows[one], candidates.people)) for one in at]
            else:
                strangers += at
            continue
        if (month := Month.of(first.signed)) not in months:
            outside |= dict.fromkeys(at, person)
            continue
        booking = desk.book(first, person, month)
        if booking.fit is Fit.REGION_OPEN:
            said += [(one, _region_open(rows[one], person, booking)) for one in at]
        if first.region not in (None, booking.slot.region):
            found.elsewhere += [(rows[one], person, month, rows[one].amount) for one in at]
        place = (month, person, booking.slot, first.product or booking.slot.product)
        places[place] = sorted([*places[place], *at]) if place in places else at
    found.lots = lots_of(rows, places, share)
    left = len(unknown) + len(outside)
    found.taken = _in_order(rows, chain.from_iterable(places.values())) if left else rows
    found.unknown, found.strangers = _in_order(rows, unknown), _in_order(rows, strangers)
    found.outside = _in_order(rows, outside)
    found.others = (*((rows[one], None) for one in unknown), *((rows[one], whose) for one, whose in outside.items()))
    found.problems = [problem for _, problem in sorted(said, key=itemgetter(0))]
    return found


def _alike(rows: Sequence[OrderRow]) -> Iterable[list[int]]:
    """The positions of rows that speak of people, region and product line in the same words, of one month."""
    days = list(map(_SIGNED, rows))
    months = {day: (day.year, day.month) for day in set(days)}
    found: defaultdict[object, list[int]] = defaultdict(list)
    for at, key in enumerate(zip(map(_SPOKEN_OF, rows), map(months.__getitem__, days), strict=True)):
        found[key].append(at)
    return found.values()


def _in_order(rows: Sequence[OrderRow], at: Iterable[int]) -> Sequence[OrderRow]:
    return [rows[one] for one in sorted(at)]


def _person_open(row: OrderRow, people: Iterable[Person]) -> Problem:
    details = {"person": row.person, "order": row.order_id, "candidates": tuple(map(str, people))}
    return problem(codes.ORDER_PERSON_OPEN, row.at("person"), **details)


def _region_open(row: OrderRow, person: Person, booking: Booking) -> Problem:
    details = {"person": person.name, "order": row.order_id, "regions": booking.choices}
    return problem(codes.ORDER_REGION_OPEN, row.at("region"), **details)
