"""Whose each order is and where it counts: decided once for all orders that are alike in what decides it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from operator import itemgetter

from salescli.measure.period import Month
from salescli.table.batch import columns_of, some_of
from salescli.table.codes import orders as codes
from salescli.table.problem import Problem, problem
from salescli.track.booking import Booking, Fit
from salescli.track.desk import Desk
from salescli.track.lots import Lot, Place, lots_of
from salescli.track.people import Directory, Person
from salescli.track.tables import OrderRow


@dataclass(slots=True)
class SortedOrders:
    """Orders, each number once, by what becomes of them; every list in the order they were read.

    `taken` are the positions of those in `lots`, None for all. `unknown` are orders of nobody, or of one of several;
    `strangers` are the former alone. `elsewhere` are orders taken whose region is none of their person's, with person,
    month and amount; `others` are the numbers of all that were not taken, and whose they are.
    """

    lots: tuple[Lot, ...] = ()
    taken: Sequence[int] | None = None
    unknown: Sequence[OrderRow] = ()
    strangers: Sequence[OrderRow] = ()
    outside: Sequence[OrderRow] = ()
    elsewhere: list[tuple[OrderRow, Person, Month, Decimal]] = field(default_factory=list)
    others: Mapping[str, Person | None] = field(default_factory=dict)
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
    alike = _alike(rows)
    for first, at in zip(some_of(rows, [at[0] for at in alike]), alike, strict=True):
        candidates = desk.find(first)
        if (person := candidates.only) is None:
            unknown += at
            if candidates.people:
                said += [(one, _person_open(row, candidates.people)) for one, row in _with_rows(rows, at)]
            else:
                strangers += at
            continue
        if (month := Month.of(first.signed)) not in months:
            outside |= dict.fromkeys(at, person)
            continue
        booking = desk.book(first, person, month)
        if booking.fit is Fit.REGION_OPEN:
            said += [(one, _region_open(row, person, booking)) for one, row in _with_rows(rows, at)]
        if first.region not in (None, booking.slot.region):
            found.elsewhere += [(row, person, month, row.amount) for row in some_of(rows, at)]
        place = (month, person, booking.slot, first.product or booking.slot.product)
        places[place] = sorted([*places[place], *at]) if place in places else at
    found.lots = lots_of(rows, places, share)
    if unknown or outside:
        found.taken = sorted(chain.from_iterable(places.values()))
    found.unknown, found.strangers, found.outside = (some_of(rows, sorted(at)) for at in (unknown, strangers, outside))
    (numbers,) = columns_of(rows, ("order_id",))
    found.others = {numbers[one]: outside.get(one) for one in (*unknown, *outside)}
    found.problems = [problem for _, problem in sorted(said, key=itemgetter(0))]
    return found


def _alike(rows: Sequence[OrderRow]) -> list[list[int]]:
    """The positions of rows that speak of people, region and product line in the same words, of one month."""
    days, *said = columns_of(rows, ("signed", "employee_id", "person", "region", "product"))
    months = {day: (day.year, day.month) for day in set(days)}
    found: defaultdict[object, list[int]] = defaultdict(list)
    for at, key in enumerate(zip(*said, map(months.__getitem__, days), strict=True)):
        found[key].append(at)
    return list(found.values())


def _with_rows(rows: Sequence[OrderRow], at: Sequence[int]) -> Iterable[tuple[int, OrderRow]]:
    return zip(at, some_of(rows, at), strict=True)


def _person_open(row: OrderRow, people: Iterable[Person]) -> Problem:
    details = {"person": row.person, "order": row.order_id, "candidates": tuple(map(str, people))}
    return problem(codes.ORDER_PERSON_OPEN, row.at("person"), **details)


def _region_open(row: OrderRow, person: Person, booking: Booking) -> Problem:
    details = {"person": person.name, "order": row.order_id, "regions": booking.choices}
    return problem(codes.ORDER_REGION_OPEN, row.at("region"), **details)
