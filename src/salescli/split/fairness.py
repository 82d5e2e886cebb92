"""Fairness: how much each person is to grow over last year, beside the team.

Growth is target ÷ last year's actual − 1. The team's is that of everybody with a figure of last year, summed
before dividing. Somebody who is not there, in full, for all of this year and the last has a part of a year beside a
whole one: that is no growth, and they are left out of the team's. Whoever differs from the team by more than 20 points
is marked: a bound in points a director can argue with, where quartiles would mark somebody in every team however even.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from salescli.measure.ratio import divide
from salescli.split.goals import Goal
from salescli.split.parts import Months, Part
from salescli.split.team import Person, Team

FAR: Final = Fraction(20, 100)
"""From the team's growth: further than this is marked."""


class Stand(StrEnum):
    """Where somebody's growth stands."""

    HIGH = "high"
    LOW = "low"
    USUAL = "usual"
    PARTIAL = "partial"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Growth:
    """One person, or several added up; no growth without a last year above zero, or when not `comparable`."""

    target: Decimal
    last_year: Decimal | None
    comparable: bool = True

    @property
    def rate(self) -> Fraction | None:
        if not self.comparable or self.last_year is None or self.last_year <= 0:
            return None
        ratio = divide(self.target, self.last_year)
        return None if ratio is None else ratio - 1


@dataclass(frozen=True, slots=True)
class Fairness:
    """Everybody's growth for one goal. `team` and `regions` add up those who have a last year."""

    goal: Goal
    people: Mapping[Person, Growth]
    regions: Mapping[str, Growth]
    team: Growth

    @property
    def marked(self) -> tuple[Person, ...]:
        """Those who differ far from the team."""
        return tuple(person for person in self.people if self.stand(person) in (Stand.HIGH, Stand.LOW))

    def apart(self, person: Person) -> Fraction | None:
        """By how much somebody's growth differs from the team's."""
        mine, team = self.people[person].rate, self.team.rate
        return None if mine is None or team is None else mine - team

    def stand(self, person: Person) -> Stand:
        apart = self.apart(person)
        if not self.people[person].comparable:
            return Stand.PARTIAL
        if apart is None:
            return Stand.UNKNOWN
        if abs(apart) <= FAR:
            return Stand.USUAL
        return Stand.HIGH if apart > 0 else Stand.LOW


def weigh_growth(goal: Goal, parts: Mapping[Part, Months], team: Team) -> Fairness | None:
    """Everybody's growth; None when nobody has a figure of last year."""
    last_year = last_years(team)
    if not last_year:
        return None
    partial = _partial(goal, team)
    people = {
        part.person: Growth(
            sum(months.values(), Decimal(0)), last_year.get(part.person), comparable=part.person not in partial
        )
        for part, months in parts.items()
        if part.person is not None
    }
    known: dict[str, list[Growth]] = {person.region: [] for person in people}
    for person, growth in people.items():
        if growth.rate is not None:
            known[person.region].append(growth)
    regions = {region: added(growths) for region, growths in known.items()}
    return Fairness(goal, people, regions, added(list(regions.values())))


def _partial(goal: Goal, team: Team) -> set[Person]:
    """Who has a last year, and is not there for all of it and of this one."""
    return {
        item.person
        for item in team.assignments
        if item.row.last_year is not None
        and (
            any(own != 1 for own in item.there)
            or (item.row.hired is not None and item.row.hired > goal.year.last_year.first)
        )
    }


def last_years(team: Team) -> dict[Person, Decimal]:
    """What everybody sold last year, over all their rows."""
    rows = {id(item.row): item for item in team.assignments if item.row.last_year is not None}
    found: dict[Person, Decimal] = {}
    for item in rows.values():
        found[item.person] = found.get(item.person, Decimal(0)) + (item.row.last_year or Decimal(0))
    return found


def added(growths: Sequence[Growth]) -> Growth:
    """Several people together."""
    targets = sum((growth.target for growth in growths), Decimal(0))
    return Growth(targets, sum((growth.last_year or Decimal(0) for growth in growths), Decimal(0)))
