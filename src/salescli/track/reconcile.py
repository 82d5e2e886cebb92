"""Two books on one matter: reported sales beside the orders, reported collections beside finance."""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from salescli.measure.money import FEN, grouped
from salescli.measure.period import Month
from salescli.table.codes import orders as codes
from salescli.table.problem import Problem, problem
from salescli.track.figures import NOTHING, TrackedRow
from salescli.track.finance import Finance
from salescli.track.lots import Lot
from salescli.track.people import Person
from salescli.track.spoken import filled, spoken_month, spoken_months
from salescli.track.who import Who
from salescli.words import orders as words
from salescli.words.language import Text

Key: TypeAlias = tuple[Month, Who]


class Matter(StrEnum):
    """What is compared."""

    SALES = "sales"  # reported sales, and the deals of the orders less refunds
    COLLECTED = "collected"  # reported collections, and finance

    @property
    def word(self) -> Text:
        return words.MATTERS[self.value]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One person and month in both books, in yuan; `reported` is None where nobody reported it.

    `waiting` is the amount of the orders that were signed and do not count yet.
    """

    matter: Matter
    month: Month
    person: Person
    region: str
    reported: Decimal | None
    other: Decimal
    waiting: Decimal = NOTHING

    @property
    def difference(self) -> Decimal:
        """Reported − the other book; nothing reported is 0."""
        return (self.reported or NOTHING) - self.other

    @property
    def agrees(self) -> bool:
        """Whether the two differ by no more than a fen."""
        return abs(self.difference) <= FEN

    @property
    def hint(self) -> Text:
        """What may lie behind a difference."""
        if self.agrees:
            return Text("", "")
        if not self.reported:
            return words.NOT_REPORTED
        if self.waiting and abs(self.difference - self.waiting) <= FEN:
            return filled(words.PENDING_EXPLAINS, amount=grouped(self.waiting))
        if self.other == 0:
            return words.NOT_IN_OTHER[self.matter.value]
        return words.REPORTED_MORE if self.difference > 0 else words.REPORTED_LESS


def compare_sales(
    rows: Sequence[TrackedRow], lots: Sequence[Lot], from_orders: Iterable[Month]
) -> tuple[Comparison, ...]:
    """Reported sales beside the orders, for the months that have both; `from_orders` took them from the orders."""
    sold, waiting = _by_person(lots)
    months = {lot.month for lot in lots} - set(from_orders)
    reported = _reported(rows, lambda row: row.figures.actual)
    return _compared(Matter.SALES, rows, months, reported, sold, waiting)


def compare_collected(
    rows: Sequence[TrackedRow], finance: Finance, months: Iterable[Month]
) -> tuple[tuple[Comparison, ...], list[Problem]]:
    """Reported collections beside finance, in those of `months` that both books have; which these are not is said."""
    reported, received = _reported(rows, lambda row: row.figures.collected), finance.collected()
    told, booked = {month for month, _ in reported}, {month for month, _ in received}
    wanted = set(months)
    said = []
    if lacking := wanted & told - booked:
        said.append(problem(codes.NOT_IN_FINANCE, months=spoken_months(lacking)))
    if lacking := wanted & booked - told:
        said.append(problem(codes.NOT_COLLECTED, months=spoken_months(lacking)))
    return _compared(Matter.COLLECTED, rows, wanted & told & booked, reported, received, {}), said


def reconcile_remarks(compared: Sequence[Comparison]) -> list[Problem]:
    """One warning for each matter whose books differ."""
    said = []
    several_regions = namesakes((item.person, item.region) for item in compared)
    for matter, code in ((Matter.SALES, codes.SALES_DISAGREE), (Matter.COLLECTED, codes.COLLECTIONS_DISAGREE)):
        found = [item for item in compared if item.matter is matter and not item.agrees]
        if not found:
            continue
        largest = sorted(found, key=lambda item: -abs(item.difference))[:MOST_NAMED]
        listed = tuple(_spoken(item, several_regions) for item in largest)
        total = grouped(sum((item.difference for item in found), NOTHING), signed=True)
        said.append(problem(code, count=len(found), total=total, listed=listed))
    return said


MOST_NAMED = 5


def namesakes(people: Iterable[tuple[Person, str]]) -> frozenset[Person]:
    """Those of `people`, each with a region, whom nothing but the region tells apart."""
    found = Counter(person for person, _ in set(people) if person.employee_id is None)
    return frozenset(person for person, count in found.items() if count > 1)


def _spoken(item: Comparison, several_regions: Container[Person]) -> Text:
    difference = grouped(item.difference, signed=True)
    person: object = item.person
    if item.person in several_regions:
        person = filled(words.PERSON_OF, person=item.person, region=item.region)
    return filled(words.PERSON_MONTH, person=person, month=spoken_month(item.month), difference=difference)


def _reported(rows: Iterable[TrackedRow], figure: Callable[[TrackedRow], Decimal | None]) -> dict[Key, Decimal]:
    sums: dict[Key, Decimal] = {}
    for row in rows:
        amount = figure(row)
        if row.month is not None and amount is not None:
            key = (row.month, Who.in_row(row))
            sums[key] = sums.get(key, NOTHING) + amount
    return sums


def _by_person(lots: Iterable[Lot]) -> tuple[dict[Key, Decimal], dict[Key, Decimal]]:
    sold: defaultdict[Key, Decimal] = defaultdict(lambda: NOTHING)
    waiting: defaultdict[Key, Decimal] = defaultdict(lambda: NOTHING)
    for lot in lots:
        who = Who.of(lot.person.name, lot.person.employee_id, lot.slot.region)
        sold[lot.month, who] += lot.sales
        waiting[lot.month, who] += lot.pending_amount
    return dict(sold), dict(waiting)


def _compared(
    matter: Matter,
    rows: Sequence[TrackedRow],
    months: Iterable[Month],
    reported: Mapping[Key, Decimal],
    other: Mapping[Key, Decimal],
    waiting: Mapping[Key, Decimal],
) -> tuple[Comparison, ...]:
    """By month, people in the order of the rows; who has nothing in either book is left out."""
    wanted = set(months)
    regions: dict[Key, str] = {}
    for row in rows:
        if row.month is not None:
            regions.setdefault((row.month, Who.in_row(row)), row.region)
    keys = [key for key in dict.fromkeys((*regions, *reported, *other)) if key[0] in wanted]
    return tuple(
        Comparison(
            matter,
            key[0],
            Person(key[1].name, key[1].employee_id),
            regions.get(key, key[1].region),
            reported.get(key),
            other.get(key, NOTHING),
            waiting.get(key, NOTHING),
        )
        for key in sorted(keys, key=lambda key: key[0])
        if reported.get(key) or other.get(key) or waiting.get(key)
    )
