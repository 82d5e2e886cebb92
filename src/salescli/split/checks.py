"""Whether the plan ties out: every level of a goal, added up anew from its leaves, against what it is to be."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from salescli.measure.period import Month, Quarter, WeekPiece
from salescli.split.goals import Goal
from salescli.split.leaves import Leaf, Margins, sums
from salescli.split.pins import Span
from salescli.split.team import Person
from salescli.table.problem import Place


@dataclass(frozen=True, slots=True)
class Pinned:
    """Whose pin it is, each None standing for all, and of which months; `place` is where it was written.

    A person without a region is meant wherever they are in the year.
    """

    place: Place
    months: Span = ()
    region: str | None = None
    product: str | None = None
    person: Person | None = None

    def __str__(self) -> str:
        return f"{self.place.sheet}!{self.place.cell}"

    def period(self, goal: Goal) -> tuple[Month, Month]:
        """Its first and last month."""
        year = goal.year.months()
        return (year[self.months[0]], year[self.months[-1]]) if self.months else (year[0], year[-1])

    def covers(self, leaf: Leaf) -> bool:
        """Whether a leaf is part of it."""
        return (
            (not self.months or leaf.month.number - 1 in self.months)
            and self.region in (None, leaf.person.region)
            and self.product in (None, leaf.product)
            and (self.person is None or self.person.identity == leaf.person.identity)
        )


Part = Quarter | Month | WeekPiece | str | tuple[str, str] | Person | Pinned | None
"""What an identity is about: None is the whole year."""

PartT = TypeVar("PartT", Quarter, Month, str, tuple[str, str], Person)
KeyT = TypeVar("KeyT", Month, tuple[Person, str])


@dataclass(frozen=True, slots=True)
class Check:
    """One identity. `name` is stable: ``year``, ``quarter:2026Q1``, ``month:2026-01``, ``region:华东``,
    ``product:A产品``, ``cell:华东/A产品``, ``person:S001``, ``pin:锁定目标!G2``, ``week:2026-01`` (its weeks),
    ``week_region:2026-01-05`` (a week by its first day), ``issued_person`` and ``line_floor`` (the layers beside the
    base); for an inherited goal ``inherited``.
    """

    level: str
    part: Part
    goal: Goal
    expected: Decimal
    actual: Decimal

    @property
    def name(self) -> str:
        return self.level if self.part is None else f"{self.level}:{part_word(self.part)}"

    @property
    def ok(self) -> bool:
        return self.expected == self.actual


def check_goal(goal: Goal, leaves: Iterable[Leaf], margins: Margins | None) -> tuple[Check, ...]:
    """Every identity of one goal."""
    leaves = tuple(leaves)
    if margins is None:
        return (_inherited(goal, leaves),)
    months = sums(leaves, lambda leaf: leaf.month)
    lines = sums(leaves, lambda leaf: (leaf.person, leaf.product or ""))
    return (
        Check("year", None, goal, margins.year, sum(months.values(), Decimal(0))),
        *_level("quarter", goal, margins.quarters, months, lambda month: month.quarter),
        *_level("month", goal, margins.months, months, lambda month: month),
        *_level("region", goal, margins.regions, lines, lambda line: line[0].region),
        *_level("product", goal, margins.products, lines, lambda line: line[1]),
        *_level("cell", goal, margins.cells, lines, lambda line: (line[0].region, line[1])),
        *_level("person", goal, margins.people, lines, lambda line: line[0]),
    )


def _level(
    level: str,
    goal: Goal,
    expected: Mapping[PartT, Decimal],
    sums: Mapping[KeyT, Decimal],
    part: Callable[[KeyT], PartT],
) -> Iterable[Check]:
    """Each part of a level, in the order in which the plan lists them."""
    actual: dict[PartT, Decimal] = {}
    for key, amount in sums.items():
        at = part(key)
        actual[at] = actual.get(at, Decimal(0)) + amount
    listed = {name: expected[name] for name in actual if name in expected}
    for name, wanted in (listed | dict(expected)).items():
        yield Check(level, name, goal, wanted, actual.get(name, Decimal(0)))


def _inherited(goal: Goal, leaves: Iterable[Leaf]) -> Check:
    """Everybody carries the goal itself: the first leaf that does not, if any, is the actual figure."""
    other = next((leaf.target for leaf in leaves if leaf.target != goal.target), goal.target)
    return Check("inherited", None, goal, goal.target, other)


def part_word(part: Part) -> str:
    """A part as it is named in JSON."""
    if isinstance(part, Person):
        return part.key
    if isinstance(part, WeekPiece):
        return part.first.isoformat()
    return "/".join(part) if isinstance(part, tuple) else str(part)
