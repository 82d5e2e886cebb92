"""Planning the year again: closed months are held at their actuals, the rest is shared over the months left.

What is left of the year is shared anew among everybody, by the same shares, weights and pins, so that a
shortfall of one person is carried by all. A person's actuals go with the person, into the region of the roster.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from salescli.measure.metric import figure_text
from salescli.measure.period import Month, parse_month
from salescli.split.goals import Goal
from salescli.split.leaves import GoalSplit, Leaf, sums
from salescli.split.reached import Reached
from salescli.split.settled import Settled
from salescli.split.team import Person, Team
from salescli.table.codes.split import replan as codes
from salescli.table.errors import CannotRun
from salescli.table.problem import NOWHERE, Problem, problem
from salescli.words.language import Lang, Text

Line = tuple[Month, Person, str | None]
"""A month of a person, and the product line."""


@dataclass(frozen=True, slots=True)
class Replan:
    """The tracking workbook with the actuals, and the first month that is still open."""

    tracking: Path
    since: Month


def parse_replan(tracking: Path | None, since: str | None) -> Replan | None:
    """The options --replan and --from, which belong together. Raises CannotRun."""
    if tracking is None and since is None:
        return None
    if tracking is None or since is None:
        raise CannotRun.of(codes.REPLAN_NEEDS_BOTH)
    month = parse_month(since)
    if month is None:
        raise CannotRun.of(codes.BAD_FROM, found=since)
    if month.number == 1:
        raise CannotRun.of(codes.REPLAN_NOTHING_CLOSED, month=_said(month))
    return Replan(tracking, month)


def lacking_months(rows: Sequence[Reached], since: Month) -> tuple[Month, ...]:
    """The months of its year before `since` of which nothing is known."""
    known = {row.month for row in rows if row.amount is not None}
    return tuple(month for month in _year(since) if month < since and month not in known)


def settle(
    goal: Goal, rows: Sequence[Reached], since: Month, team: Team, planned: Sequence[Leaf]
) -> tuple[Settled, list[Problem]]:
    """The actuals of the months of its year before `since`; `planned` are the leaves without them."""
    closed = tuple(month for month in _year(since) if month < since)
    mine = [row for row in rows if row.month in closed]
    matching = _Matching(team)
    amounts: dict[Line, Decimal] = {}
    targets: dict[Line, Decimal] = {}
    told: set[Line] = set()
    for row in mine:
        person = matching.person(row)
        key = (row.month, person, row.product or matching.only_line(person))
        amounts[key] = amounts.get(key, Decimal(0)) + (row.amount or 0)
        targets[key] = targets.get(key, Decimal(0)) + (row.target or 0)
        if row.amount is not None:
            told.add(key)
        if row.amount is not None and row.amount < 0:
            details = {"person": person.name, "month": _said(row.month), "found": f"{row.amount:,f}"}
            matching.problems.append(problem(codes.REPLAN_NEGATIVE, row.place, metric=goal.metric, **details))
    rank = {person: at for at, person in enumerate(team.people)}
    known = any(row.target is not None for row in mine)
    leaves = sorted(
        (Leaf(*line, amount, targets[line] if known else None) for line, amount in amounts.items()),
        key=lambda leaf: (leaf.month, rank.get(leaf.person, len(rank))),
    )
    reported = {(person.identity, month) for month, person, _ in told}
    found = [*matching.problems, *_silent(goal, planned, reported, closed)]
    return Settled(since, tuple(leaves), mine[0].place if mine else NOWHERE), found


class _Matching:
    """Whose actuals a row holds: by 工号 when both sides have it, else by name and region.

    The region is the row's: what was reached in a region stays there when its people move on.
    """

    def __init__(self, team: Team) -> None:
        self.by_id: dict[str, list[Person]] = {}
        for person in team.people:
            if person.employee_id:
                self.by_id.setdefault(person.employee_id, []).append(person)
        self.by_name: dict[tuple[str, str], list[Person]] = {}
        for person in team.people:
            self.by_name.setdefault((person.region, person.name), []).append(person)
        self.lines: dict[Person, list[str | None]] = {}
        for item in team.assignments:
            self.lines.setdefault(item.person, []).append(item.product)
        self.elsewhere: set[Person] = set()
        self.problems: list[Problem] = []

    def person(self, row: Reached) -> Person:
        """The person of a row; somebody new, with a warning, when the roster does not know them."""
        known = self.by_id.get(row.employee_id) if row.employee_id else None
        if known is not None:
            return next((person for person in known if person.region == row.region), None) or self._before(row, known)
        people = [
            person
            for person in self.by_name.get((row.region, row.person), [])
            if row.employee_id is None or person.employee_id is None
        ]
        if len(people) == 1:
            return people[0]
        code = codes.REPLAN_AMBIGUOUS if people else codes.REPLAN_STRANGER
        stranger = Person(row.employee_id, row.person, row.region)
        return self._noted(stranger, problem(code, row.name, region=row.region, person=row.person))

    def _before(self, row: Reached, known: Sequence[Person]) -> Person:
        """Somebody in a region that the roster no longer has them in."""
        details = {"person": row.person, "before": row.region, "after": known[-1].region}
        said = problem(codes.REPLAN_MOVED, row.name, **details)
        return self._noted(Person(row.employee_id, known[-1].name, row.region, moves=True), said)

    def _noted(self, person: Person, said: Problem) -> Person:
        if person not in self.elsewhere:
            self.elsewhere.add(person)
            self.problems.append(said)
        return person

    def only_line(self, person: Person) -> str | None:
        """The product line of somebody who has only one."""
        lines = self.lines.get(person, [])
        return lines[0] if len(lines) == 1 else None


def _silent(
    goal: Goal, planned: Sequence[Leaf], reported: AbstractSet[tuple[str, Month]], closed: Sequence[Month]
) -> Iterable[Problem]:
    """A warning for everybody with a target in closed months and no actual; `reported` are who has, and when."""
    months: dict[Person, dict[Month, None]] = {}
    for leaf in planned:
        if leaf.month in closed and leaf.target and (leaf.person.identity, leaf.month) not in reported:
            months.setdefault(leaf.person, {})[leaf.month] = None
    for person, lacking in months.items():
        yield problem(codes.REPLAN_NO_ACTUAL, metric=goal.metric, person=person.name, months=tuple(map(_said, lacking)))


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One person before and after: planned and actual of the closed months, old and new of the open ones."""

    person: Person
    planned_closed: Decimal
    planned_open: Decimal
    actual: Decimal
    new_open: Decimal

    @property
    def before(self) -> Decimal:
        """The year without the new plan."""
        return self.planned_closed + self.planned_open

    @property
    def after(self) -> Decimal:
        """Actuals and new targets together."""
        return self.actual + self.new_open

    @property
    def difference(self) -> Decimal:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A goal planned again from `since` on: everybody's adjustment, in the plan's order."""

    goal: Goal
    since: Month
    people: tuple[Adjustment, ...]

    def document(self) -> dict[str, Any]:
        """Its part of the JSON document."""

        def text(amount: Decimal) -> str | None:
            return figure_text(amount, self.goal.measure)

        return {
            "metric": self.goal.metric,
            "from": str(self.since),
            "people": [
                {
                    "region": item.person.region,
                    "employee_id": item.person.employee_id,
                    "person": item.person.name,
                    "before": text(item.before),
                    "after": text(item.after),
                    "difference": text(item.difference),
                    "actual": text(item.actual),
                    "open_before": text(item.planned_open),
                    "open_after": text(item.new_open),
                }
                for item in self.people
            ],
        }


def adjusted(before: GoalSplit, after: GoalSplit, since: Month, order: Iterable[Person]) -> Adjusted:
    """What planning again changed for everybody, in the given `order`; whom it does not list comes last."""

    def halves(leaves: Sequence[Leaf]) -> dict[tuple[Person, bool], Decimal]:
        return sums(leaves, lambda leaf: (leaf.person, leaf.month < since))

    old, new = halves(before.leaves), halves(after.leaves)
    people = dict.fromkeys((*order, *(leaf.person for leaf in (*before.leaves, *after.leaves))))
    there = {leaf.person for leaf in (*before.leaves, *after.leaves)}
    zero = Decimal(0)
    return Adjusted(
        before.goal,
        since,
        tuple(
            Adjustment(
                person,
                old.get((person, True), zero),
                old.get((person, False), zero),
                new.get((person, True), zero),
                new.get((person, False), zero),
            )
            for person in people
            if person in there
        ),
    )


def _year(month: Month) -> tuple[Month, ...]:
    return tuple(Month(month.year, number) for number in range(1, 13))


def _said(month: Month) -> Text:
    return Text(month.label(Lang.ZH), month.label(Lang.EN))
