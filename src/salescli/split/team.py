"""Who carries the targets of a year: people, and the product lines each of them sells.

Rows of one person (the same 工号, or the same name in the same region) with different product lines are one
person. Whoever has no product line sells all those that have shares. Somebody there for part of the year carries
targets in those months only (see :mod:`salescli.split.presence`); somebody who moves to another region counts in each
region as a person of their own (see :mod:`salescli.split.moves`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from salescli.measure.period import Year
from salescli.split.moves import Moves, Stay, read_moves
from salescli.split.presence import FULL, Months, Ramp, presence
from salescli.split.tables.roster import ROSTER, RosterRow
from salescli.table.codes.split.roster import (
    ID_OF_TWO,
    LEFT_BEFORE_HIRED,
    LINE_TWICE,
    MOVE_UNCLEAR,
    NO_FULL_MONTH,
    NOT_THERE,
    SAME_NAME,
    UNKNOWN_PRODUCT,
)
from salescli.table.codes.split.shares import NEGATIVE_FIGURE
from salescli.table.problem import Problem, problem

_BETWEEN: Final = re.compile(r"\s*[、,;|\n]\s*")
NORMAL_RAMP: Final = Ramp()
_BETWEEN_KNOWN: Final = re.compile(r"\s*[、,;|\n/+&和]\s*")


class Person(NamedTuple):
    """Somebody who carries targets; a tuple, since many figures are found by it."""

    employee_id: str | None
    name: str
    region: str
    moves: bool = False
    """Whether this is one of several regions of theirs."""

    @property
    def key(self) -> str:
        """What tells them apart, in stable words: the employee ID (with the region, for one of several), else region
        and name."""
        if self.employee_id is None:
            return f"{self.region}/{self.name}"
        return f"{self.employee_id}/{self.region}" if self.moves else self.employee_id

    @property
    def identity(self) -> str:
        """What tells people apart, whatever region they are in."""
        return self.employee_id or f"{self.region}/{self.name}"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One product line of one person, the roster row that says so, and how far the person is there each month.

    A line of None is all there is.
    """

    person: Person
    product: str | None
    row: RosterRow
    there: Months = FULL


@dataclass(frozen=True, slots=True)
class Team:
    """Everybody of one year, in the roster's order."""

    assignments: tuple[Assignment, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        return tuple(dict.fromkeys(item.person for item in self.assignments))

    @property
    def regions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item.person.region for item in self.assignments))

    @property
    def products(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item.product for item in self.assignments if item.product is not None))


def read_team(
    rows: Sequence[RosterRow], year: Year, lines: Sequence[str], ramp: Ramp = NORMAL_RAMP
) -> tuple[Team, list[Problem]]:
    """The team of `year`; `lines` are the product lines that have shares.

    All who are there for the same months share one tuple of them, so that it is worked with once.
    """
    moves = read_moves(rows)
    gathering = _Gathering(lines, moves)
    alike: dict[Months, Months] = {}
    known: dict[Stay, Months] = {}
    for row in rows:
        gathering.problems += _figures(row)
        stay = moves.of(row)
        if stay not in known:
            found = presence(stay, year, ramp)
            known[stay] = alike.setdefault(found, found)
        there = known[stay]
        refusal = _absence(row, year, there)
        if refusal is None:
            gathering.add(row, there)
        else:
            gathering.problems.append(refusal)
    return Team(tuple(gathering.assignments)), gathering.problems


@dataclass(slots=True)
class _Gathering:
    lines: Sequence[str]
    moves: Moves
    assignments: list[Assignment] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    by_id: dict[str, RosterRow] = field(default_factory=dict)
    by_name: dict[tuple[str, str], RosterRow] = field(default_factory=dict)
    taken: dict[Person, dict[str | None, RosterRow]] = field(default_factory=dict)

    def add(self, row: RosterRow, there: Months) -> None:
        refusal = self._identity(row)
        if refusal is not None:
            self.problems.append(refusal)
            return
        person = Person(row.employee_id, row.person, row.region, self.moves.has(row))
        products, unknown = _products(row, self.lines)
        self.problems += unknown
        for product in products:
            clash = self._clash(person, product)
            if clash is not None:
                self.problems.append(self._repeated(row, product, clash))
                return
            self.taken.setdefault(person, {})[product] = row
            self.assignments.append(Assignment(person, product, row, there))

    def _identity(self, row: RosterRow) -> Problem | None:
        """Whether the row says whose it is, and does not contradict an earlier one."""
        if row.employee_id is not None:
            first = self.by_id.setdefault(row.employee_id, row)
            if id(row) in self.moves.unclear and first.region != row.region:
                details = {"id": row.employee_id, "person": row.person, "first": first.at("region").cell}
                return problem(MOVE_UNCLEAR, row.at("region"), **details, before=first.region, after=row.region)
            if first.person != row.person:
                details = {"id": row.employee_id, "first": first.at("employee_id").cell}
                said = {"other": f"{first.region} {first.person}", "this": f"{row.region} {row.person}"}
                return problem(ID_OF_TWO, row.at("employee_id"), **details, **said)
        namesake = self.by_name.setdefault((row.person, row.region), row)
        if (namesake.employee_id is None) != (row.employee_id is None):
            return self._same_name(row, namesake)
        return None

    def _clash(self, person: Person, product: str | None) -> RosterRow | None:
        """The row that already has this line of this person; a row for everything leaves room for nothing."""
        for line, row in self.taken.get(person, {}).items():
            if line == product or line is None or product is None:
                return row
        return None

    def _repeated(self, row: RosterRow, product: str | None, first: RosterRow) -> Problem:
        if row.employee_id is None:
            return self._same_name(row, first)
        details = {"person": row.person, "product": product, "first": first.at("product").cell}
        return problem(LINE_TWICE, row.at("product"), **details)

    def _same_name(self, row: RosterRow, first: RosterRow) -> Problem:
        details = {"region": row.region, "person": row.person, "first": first.at("person").cell}
        return problem(SAME_NAME, row.at("person"), **details)


def _products(row: RosterRow, lines: Sequence[str]) -> tuple[tuple[str | None, ...], list[Problem]]:
    """The product lines of a row, and those among them that have no share."""
    if row.product is None:
        return tuple(lines) or (None,), []
    if not lines:
        return tuple(dict.fromkeys(part for part in _BETWEEN.split(row.product) if part)), []
    named = [row.product] if row.product in lines else [part for part in _BETWEEN.split(row.product) if part]
    if any(part not in lines for part in named):
        finer = [part for part in _BETWEEN_KNOWN.split(row.product) if part]
        named = finer if all(part in lines for part in finer) else named
    unknown = [
        problem(UNKNOWN_PRODUCT, row.at("product"), person=row.person, found=part, known=tuple(lines))
        for part in named
        if part not in lines
    ]
    return tuple(dict.fromkeys(part for part in named if part in lines)), unknown


def _figures(row: RosterRow) -> Iterable[Problem]:
    """Figures of a row that a split cannot take."""
    if row.last_year is not None and row.last_year < 0:
        details = {"column": ROSTER.label("last_year"), "found": f"{row.last_year:,f}"}
        yield problem(NEGATIVE_FIGURE, row.at("last_year"), **details)


def _absence(row: RosterRow, year: Year, there: Months) -> Problem | None:
    """Why somebody carries nothing in `year`, None when they do."""
    if row.hired is not None and row.left is not None and row.left < row.hired:
        details = {"person": row.person, "found": row.left, "hired": row.hired}
        return problem(LEFT_BEFORE_HIRED, row.at("left"), **details)
    for key, day, absent in (
        ("hired", row.hired, row.hired is not None and row.hired > year.last),
        ("left", row.left, row.left is not None and row.left < year.first),
    ):
        if absent:
            details = {"person": row.person, "year": year, "column": ROSTER.label(key), "found": day}
            return problem(NOT_THERE, row.at(key), **details)
    if not any(there):
        place = row.at("left" if row.left is not None and year.contains(row.left) else "hired")
        return problem(NO_FULL_MONTH, place, person=row.person, year=year)
    return None
