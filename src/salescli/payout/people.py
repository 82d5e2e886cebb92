"""Whose figures are whose: the rows of the tracking table as entries of people.

A person is matched by 工号 when a row has one, else by name and region: one name in two regions may well be
two people. Money is at stake, so what could be read in two ways is an error.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from salescli.measure.period import Month
from salescli.payout.phrases import product_name, region_name
from salescli.payout.scopes import Known
from salescli.table.codes.payout import people as codes
from salescli.table.problem import Place, Problem, problem
from salescli.track.tables import MonthlyRow


class Base(StrEnum):
    """What the rate multiplies."""

    SALES = "sales"
    COLLECTED = "collected"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone to be paid; `key` tells two people of one name apart."""

    key: str
    name: str
    employee_id: str | None
    region: str
    position: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of figures in yuan: a person, a month (None when undated), a region, a product line."""

    person: Person
    month: Month | None
    region: str
    product: str | None
    target: Decimal
    actual: Decimal
    base: Decimal
    collected: Decimal | None
    place: Place

    @property
    def position(self) -> str | None:
        """The person's position, where the roster tells it."""
        return self.person.position


def is_person(person: Person, employee_id: str | None, name: str, region: str | None) -> bool:
    """Whether a row of another table means `person`: by 工号 where both have one, else by name and any region."""
    if employee_id and person.employee_id:
        return employee_id == person.employee_id
    same_region = region is None or region_name(region) == region_name(person.region)
    return name == person.name and same_region


class Register:
    """People, to be found by what rows of other tables call them."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_id: defaultdict[str, list[Person]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Person]] = defaultdict(list)
        self._meant: dict[tuple[str | None, str, str | None], list[Person]] = {}
        for person in people:
            self._by_name[person.name].append(person)
            if person.employee_id:
                self._by_id[person.employee_id].append(person)

    def meant(self, employee_id: str | None, name: str, region: str | None) -> list[Person]:
        """Everybody whom a row means; see :func:`is_person`."""
        asked = employee_id, name, region
        if (known := self._meant.get(asked)) is None:
            known = self._meant[asked] = self._found(*asked)
        return known

    def _found(self, employee_id: str | None, name: str, region: str | None) -> list[Person]:
        near = {person.key: person for person in self._by_name.get(name, ())}
        if employee_id:
            near |= {person.key: person for person in self._by_id.get(employee_id, ())}
        return [person for person in near.values() if is_person(person, employee_id, name, region)]


def known_names(rows: Iterable[MonthlyRow], positions: frozenset[str] = frozenset()) -> Known:
    """The regions and product lines that occur, as plans are compared with them, beside the known positions."""
    held = tuple(rows)
    written = {region_name(row.region): row.region for row in reversed(held)}
    written |= {product_name(row.product): row.product for row in reversed(held) if row.product}
    return Known(
        frozenset(region_name(row.region) for row in held),
        frozenset(product_name(row.product) for row in held if row.product),
        positions,
        written,
    )


def entries_of(rows: Sequence[MonthlyRow], base: Base) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The rows as entries in their order, and what is wrong with them; rows with errors have no entry."""
    found: list[Problem] = []
    people = _people(rows, found)
    found += _repeated(rows, people)
    entries = []
    for row, person in zip(rows, people, strict=True):
        if person is None:
            continue
        if base is Base.COLLECTED and row.collected is None:
            found.append(problem(codes.BLANK_BASE, row.at("collected"), person=row.person))
            continue
        paid_on = row.collected if base is Base.COLLECTED and row.collected is not None else row.actual
        figures = (row.target, row.actual, paid_on, row.collected)
        entries.append(Entry(person, row.month, row.region, row.product, *figures, row.at("target")))
    return tuple(entries), tuple(found)


def _people(rows: Sequence[MonthlyRow], found: list[Problem]) -> list[Person | None]:
    names: dict[str, str] = {}
    ids: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for row in rows:
        if row.employee_id:
            first = names.setdefault(row.employee_id, row.person)
            ids[row.person, row.region][row.employee_id] = None
            if first != row.person:
                details = {"id": row.employee_id, "first": first, "second": row.person}
                found.append(problem(codes.TWO_NAMES, row.at("person"), **details))
    people: dict[str, Person] = {}
    matched: list[Person | None] = []
    for row in rows:
        near = tuple(ids[row.person, row.region])
        if row.employee_id is None and len(near) > 1:
            found.append(problem(codes.WHICH_PERSON, row.at("person"), person=row.person, region=row.region))
            matched.append(None)
            continue
        own = row.employee_id or (near[0] if near else None)
        key = f"#{own}" if own else f"{row.region}\n{row.person}"
        matched.append(people.setdefault(key, Person(key, row.person, own, row.region)))
    found += _same_names(people.values(), rows)
    return matched


def _same_names(people: Iterable[Person], rows: Sequence[MonthlyRow]) -> Iterator[Problem]:
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_name[person.name].append(person)
    for name, several in by_name.items():
        if len(several) > 1 and any(person.employee_id is None for person in several):
            place = next(row.at("person") for row in rows if row.person == name and row.employee_id is None)
            regions = tuple(dict.fromkeys(person.region for person in several))
            yield problem(codes.SAME_NAME, place, person=name, regions=regions)


def _repeated(rows: Sequence[MonthlyRow], people: Sequence[Person | None]) -> Iterator[Problem]:
    seen: dict[tuple[str, Month | None, str, str | None], MonthlyRow] = {}
    for row, person in zip(rows, people, strict=True):
        if person is None:
            continue
        product = product_name(row.product) if row.product else None
        first = seen.setdefault((person.key, row.month, row.region, product), row)
        if first is not row:
            yield problem(codes.REPEATED_ROW, row.at("person"), person=row.person, other=first.at("person").cell)
