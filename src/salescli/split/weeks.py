"""A month's targets spread over its weeks, by working days.

Weeks run from Monday to Sunday and are cut at the month's edges, so the weeks of a month add up to it, and a
week that two months share has a piece in each. The month as a whole is shared by largest remainder over the working
days of each piece, swapped days (调休) counted; so is each region of it, and leaves are dealt in whole units so that
every leaf adds up to its month and every week to its region's (controlled rounding, see
:mod:`salescli.split.dealing`). Rounding each leaf alone would put everybody's two customers into the first full weeks.
A piece without a working day gets nothing; a month without any is shared by calendar days.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from salescli.measure.period import Month, WeekPiece
from salescli.measure.workdays import Workdays
from salescli.split.allocate import Counting, allocate
from salescli.split.checks import Check
from salescli.split.dealing import Rows, deal_table
from salescli.split.fine_units import SCALE
from salescli.split.goals import Goal
from salescli.split.leaves import Leaf
from salescli.split.parts import Level
from salescli.split.team import Person
from salescli.table.codes.split import layers as codes
from salescli.table.problem import Problem, problem

VIEWED: Final = {"week_region": Level.REGION, "week_product": Level.PRODUCT}
"""The views of a week that are held against everybody's."""


@dataclass(frozen=True, slots=True)
class MonthWeeks:
    """The pieces of a month's weeks and what each weighs: its working days (calendar days if there are none)."""

    month: Month
    pieces: tuple[WeekPiece, ...]
    days: tuple[int, ...]

    def share(self, targets: Sequence[Decimal], groups: Sequence[str], unit: Decimal) -> list[tuple[Decimal, ...]]:
        """Several targets over the pieces, in whole `unit`s: each adds up to itself, and all together go by `days`.

        `groups` names each target's region, whose weeks stay within a unit of their share as the targets' do. What is
        odd in a target goes to the largest piece. What lies below zero (an actual of a closed month) is shared alone.
        """
        counting, largest = Counting(unit), self.days.index(max(self.days))
        counted = [counting.count(abs(target)) for target in targets]
        dealt = self._dealt(
            [units if target > 0 else 0 for target, (units, _) in zip(targets, counted, strict=True)], groups
        )
        found = []
        for target, (units, odd), row in zip(targets, counted, dealt, strict=True):
            amounts = [counting.amount(own) for own in (row if target >= 0 else allocate(units, self.days))]
            amounts[largest] += odd
            found.append(tuple(amounts) if target >= 0 else tuple(-amount for amount in amounts))
        return found

    def alone(self, target: Decimal, unit: Decimal) -> tuple[Decimal, ...]:
        """One target by largest remainder, whatever others get."""
        return self.share([target], [""], unit)[0]

    def _dealt(self, units: Sequence[int], groups: Sequence[str]) -> Rows:
        """Whole units a piece: the sum by largest remainder, then each group of it, then what a group consists of."""
        members: dict[str, list[int]] = {}
        for at, group in enumerate(groups):
            members.setdefault(group, []).append(at)
        totals = [sum(units[at] for at in own) for own in members.values()]
        columns = self._table(totals, allocate(sum(units), self.days))
        found: Rows = [[] for _ in units]
        for own, column in zip(members.values(), columns, strict=True):
            for at, row in zip(own, self._table([units[at] for at in own], column), strict=True):
                found[at] = row
        return found

    def _table(self, units: Sequence[int], columns: Sequence[int]) -> Rows:
        parts = [day * SCALE // sum(self.days) for day in self.days]
        return deal_table([[own * part for part in parts] for own in units], units, columns)


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """The weeks of one divided goal: for each of `leaves`, in their order, its amounts in that month's weeks."""

    goal: Goal
    unit: Decimal
    months: tuple[MonthWeeks, ...]
    leaves: tuple[Leaf, ...]
    amounts: tuple[tuple[Decimal, ...], ...]

    def by_line(self) -> dict[tuple[Person, str | None], tuple[Decimal, ...]]:
        """All pieces of the year in their order, for every product line of every person."""
        starts, total = {}, 0
        for month in self.months:
            starts[month.month] = total
            total += len(month.pieces)
        found: dict[tuple[Person, str | None], list[Decimal]] = {}
        for leaf, amounts in zip(self.leaves, self.amounts, strict=True):
            row = found.get((leaf.person, leaf.product))
            if row is None:
                row = found[leaf.person, leaf.product] = [Decimal(0)] * total
            start = starts[leaf.month]
            for at, amount in enumerate(amounts, start=start):
                row[at] += amount
        return {line: tuple(row) for line, row in found.items()}


def month_weeks(month: Month, workdays: Workdays) -> MonthWeeks:
    """The weeks of `month` with their working days."""
    pieces = month.weeks()
    days = tuple(workdays.total(piece) for piece in pieces)
    if not any(days):
        days = tuple((piece.last - piece.first).days + 1 for piece in pieces)
    return MonthWeeks(month, pieces, days)


def plan_weeks(goal: Goal, leaves: Sequence[Leaf], workdays: Workdays, unit: Decimal) -> WeekPlan:
    """The weeks of a divided goal, whose leaves are multiples of `unit`."""
    months = {month: month_weeks(month, workdays) for month in goal.year.months()}
    amounts: list[tuple[Decimal, ...]] = [()] * len(leaves)
    for month, own in _by_month(leaves).items():
        mine = [leaves[at] for at in own]
        shared = months[month].share([leaf.target for leaf in mine], [leaf.person.region for leaf in mine], unit)
        for at, row in zip(own, shared, strict=True):
            amounts[at] = row
    return WeekPlan(goal, unit, tuple(months.values()), tuple(leaves), tuple(amounts))


def _by_month(leaves: Sequence[Leaf]) -> dict[Month, list[int]]:
    """The places of each month's leaves."""
    found: dict[Month, list[int]] = {}
    for at, leaf in enumerate(leaves):
        found.setdefault(leaf.month, []).append(at)
    return found


def check_weeks(plan: WeekPlan) -> Iterable[Check]:
    """Whether each month is the sum of its weeks, and each week the same by region and product line as by person."""
    wanted = {month.month: Decimal(0) for month in plan.months}
    actual = dict(wanted)
    for leaf, amounts in zip(plan.leaves, plan.amounts, strict=True):
        wanted[leaf.month] += leaf.target
        actual[leaf.month] += sum(amounts, Decimal(0))
    for month, expected in wanted.items():
        yield Check("week", month, plan.goal, expected, actual[month])
    pieces = [piece for weeks in plan.months for piece in weeks.pieces]
    people = _totals(plan, lambda leaf: leaf.person)
    views: dict[str, Callable[[Leaf], Hashable]] = {"week_region": lambda leaf: leaf.person.region}
    if any(leaf.product for leaf in plan.leaves):
        views["week_product"] = lambda leaf: leaf.product
    for level, view in views.items():
        for piece, expected, found in zip(pieces, people, _totals(plan, view), strict=True):
            yield Check(level, piece, plan.goal, expected, found)


def _totals(plan: WeekPlan, of: Callable[[Leaf], Hashable]) -> list[Decimal]:
    """Every piece of the year, added up part by part and then over the parts."""
    parts: dict[tuple[Hashable, Month], list[Decimal]] = {}
    for leaf, amounts in zip(plan.leaves, plan.amounts, strict=True):
        row = parts.setdefault((of(leaf), leaf.month), [Decimal(0)] * len(amounts))
        for at, amount in enumerate(amounts):
            row[at] += amount
    by_month = {weeks.month: [Decimal(0)] * len(weeks.pieces) for weeks in plan.months}
    for (_, month), row in parts.items():
        by_month[month] = [one + other for one, other in zip(by_month[month], row, strict=True)]
    return [amount for weeks in plan.months for amount in by_month[weeks.month]]


def unknown_calendars(goals: Iterable[Goal], workdays: Workdays) -> list[Problem]:
    """A note for every year whose days off nobody knows yet."""
    years = dict.fromkeys(goal.year for goal in goals if not goal.inherited)
    return [problem(codes.WEEKDAYS_FOR_WEEKS, year=year) for year in years if not workdays.known(year.year)]
