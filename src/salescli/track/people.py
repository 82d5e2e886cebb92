"""Who a row speaks of: by 工号 when both sides have it, else by name, narrowed by region. Never a guess."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol

from salescli.measure.period import Month
from salescli.table.codes import track as codes
from salescli.table.problem import Place, Problem, problem

NEAR_ENOUGH: Final = 50.0
"""Similarity (rapidfuzz ratio, 0 to 100) from which a name of the plan is worth suggesting."""

MOST_SUGGESTED: Final = 3


class Person(NamedTuple):
    """A salesperson as the plan knows them; a tuple, since rows by the ten thousand are looked up by it."""

    name: str
    employee_id: str | None = None

    def __str__(self) -> str:
        return f"{self.name}({self.employee_id})" if self.employee_id else self.name


class Slot(NamedTuple):
    """Where a person carries a target: a region and, when the plan goes that far, a product line."""

    region: str
    product: str | None


class Named(Protocol):
    """A row that speaks of a person."""

    @property
    def region(self) -> str | None: ...
    @property
    def product(self) -> str | None: ...
    @property
    def employee_id(self) -> str | None: ...
    @property
    def person(self) -> str: ...
    def at(self, field: str | None = None) -> Place: ...


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a report row's person could be: exactly one, none (`near` may help), or several."""

    people: tuple[Person, ...]
    near: tuple[str, ...] = ()

    @property
    def only(self) -> Person | None:
        return self.people[0] if len(self.people) == 1 else None


def planned_people(rows: Sequence[Named]) -> tuple[list[Person | None], list[Problem]]:
    """The person of each row of the plan, None where the rows contradict each other, and those contradictions.

    Rows of one 工号 are one person; so are rows of one name without 工号, in whatever regions.
    """
    names: dict[str, str] = {}
    ids: defaultdict[str, dict[str, None]] = defaultdict(dict)
    problems: dict[object, Problem] = {}
    for row in rows:
        if row.employee_id is None:
            continue
        first = names.setdefault(row.employee_id, row.person)
        ids[row.person][row.employee_id] = None
        if first != row.person:
            details = {"employee_id": row.employee_id, "first": first, "second": row.person}
            said = problem(codes.ID_TWO_NAMES, row.at("person"), **details)
            problems.setdefault((row.employee_id, row.person), said)
    people: list[Person | None] = []
    for row in rows:
        own = [row.employee_id] if row.employee_id else list(ids[row.person])
        if len(own) > 1:
            said = problem(codes.NAME_SEVERAL_IDS, row.at("person"), person=row.person, ids=tuple(own))
            problems.setdefault(row.person, said)
            people.append(None)
        else:
            people.append(Person(names[own[0]], own[0]) if own else Person(row.person))
    return people, list(problems.values())


@dataclass(frozen=True, slots=True)
class Directory:
    """The people of a plan and their slots by month; built with :meth:`of`."""

    slots: Mapping[Person, Mapping[Month, Sequence[Slot]]]
    by_id: Mapping[str, Person] = field(default_factory=dict)
    by_name: Mapping[str, Sequence[Person]] = field(default_factory=dict)

    @classmethod
    def of(cls, planned: Iterable[tuple[Person, Month, Slot]]) -> "Directory":
        """The directory of a plan's targets, in their order."""
        slots: defaultdict[Person, defaultdict[Month, list[Slot]]] = defaultdict(lambda: defaultdict(list))
        for person, month, slot in planned:
            slots[person][month].append(slot)
        by_name: defaultdict[str, list[Person]] = defaultdict(list)
        for person in slots:
            by_name[person.name].append(person)
        by_id = {person.employee_id: person for person in slots if person.employee_id}
        return cls({person: dict(months) for person, months in slots.items()}, by_id, dict(by_name))

    def slots_of(self, person: Person, month: Month | None = None) -> tuple[Slot, ...]:
        """The person's slots in `month`, or in all months when there are none in it."""
        months = self.slots[person]
        if month is not None and month in months:
            return tuple(dict.fromkeys(months[month]))
        return tuple(dict.fromkeys(slot for slots in months.values() for slot in slots))

    def regions_of(self, person: Person, month: Month | None = None) -> tuple[str, ...]:
        """The regions of the person's slots in `month`, or in all months when there are none in it."""
        return tuple(dict.fromkeys(slot.region for slot in self.slots_of(person, month)))

    def planned(self) -> tuple[tuple[Person, Slot], ...]:
        """Everybody with each of their slots, in the order of the plan."""
        return tuple((person, slot) for person in self.slots for slot in self.slots_of(person))

    def months(self) -> frozenset[Month]:
        """The months that anybody has a target in."""
        return frozenset(month for months in self.slots.values() for month in months)

    def carries(self, person: Person, month: Month, slot: Slot) -> bool:
        """Whether the person has a target for `slot` in `month`."""
        return slot in self.slots[person].get(month, ())

    def find(self, row: Named) -> Candidates:
        """The people a report row can mean."""
        if row.employee_id is not None and row.employee_id in self.by_id:
            return Candidates((self.by_id[row.employee_id],))
        people = [
            person
            for person in self.by_name.get(row.person, ())
            if row.employee_id is None or person.employee_id is None
        ]
        if row.region is not None and len(people) > 1:
            people = [person for person in people if self._has(person, region=row.region)]
        if len(people) > 1 and row.product is not None:
            people = [person for person in people if self._has(person, product=row.product)] or people
        return Candidates(tuple(people), () if people else self._near(row.person))

    def _has(self, person: Person, *, region: str | None = None, product: str | None = None) -> bool:
        slots = self.slots_of(person)
        return any(region in (None, slot.region) and product in (None, slot.product) for slot in slots)

    def _near(self, name: str) -> tuple[str, ...]:
        """The planned names that look most like `name`; the name itself, with its regions, when it is there."""
        if namesakes := self.by_name.get(name):
            return tuple(f"{person} {'/'.join(self.regions_of(person))}" for person in namesakes[:MOST_SUGGESTED])
        from rapidfuzz import fuzz, process

        scored = process.extract(name, list(self.by_name), scorer=fuzz.ratio, limit=MOST_SUGGESTED + 1)
        best = [found for found, score, _ in scored if score >= NEAR_ENOUGH and score == scored[0][1]]
        return tuple(best) if len(best) <= MOST_SUGGESTED else ()


NOBODY: Final = Directory({})
