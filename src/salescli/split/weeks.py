"""A month's targets spread over its weeks, by working days.

Weeks run from Monday to Sunday and are cut at the month's edges, so the weeks of a month add up to it, and a
week that two months share has a piece in each. A leaf is shared out in its goal's rounding unit, by largest
remainder over the working days of each piece, swapped days (调休) counted. A piece without a working day
gets nothing; a month without any is shared by calendar days.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from salescli.measure.period import Month, WeekPiece
from salescli.measure.workdays import Workdays
from salescli.split.allocate import Counting, allocate
from salescli.split.checks import Check
from salescli.split.goals import Goal
from salescli.split.leaves import Leaf
from salescli.split.parts import Part, in_order, parts_of
from salescli.split.team import Person
from salescli.table.codes import split as codes
from salescli.table.problem import Problem, problem


@dataclass(frozen=True, slots=True)
class MonthWeeks:
    """The pieces of a month's weeks and what each weighs: its working days (calendar days if there are none)."""

    month: Month
    pieces: tuple[WeekPiece, ...]
    days: tuple[int, ...]

    def sharing(self, unit: Decimal) -> "Sharing":
        """How amounts of this month go to its pieces, in whole units of `unit`."""
        return Sharing(self.days, unit)

    def share(self, target: Decimal, unit: Decimal) -> tuple[Decimal, ...]:
        """One amount over the pieces; for many of them see :meth:`sharing`."""
        return self.sharing(unit).share(target)


class Sharing:
    """Amounts over weeks by largest remainder; what is odd goes to the largest piece.

    D working days take D units as they are, so only what is left when units are divided by D is allocated, and
    that has one of D outcomes.
    """

    def __init__(self, days: Sequence[int], unit: Decimal) -> None:
        self.days, self.counting = days, Counting(unit)
        self.largest, self.total = days.index(max(days)), sum(days)
        self.left = [allocate(units, days) for units in range(self.total)]

    def share(self, target: Decimal) -> tuple[Decimal, ...]:
        """`target` over the pieces. An actual of a closed month can lie below zero; its parts do too."""
        if target < 0:
            return tuple(-part for part in self.share(-target))
        units, odd = self.counting.count(target)
        whole, rest = divmod(units, self.total)
        amount = self.counting.amount
        amounts = [amount(whole * days + more) for days, more in zip(self.days, self.left[rest], strict=True)]
        if odd:
            amounts[self.largest] += odd
        return tuple(amounts)


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """The weeks of one divided goal: for each of `leaves`, in their order, its amounts in that month's weeks."""

    goal: Goal
    months: tuple[MonthWeeks, ...]
    leaves: tuple[Leaf, ...]
    amounts: tuple[tuple[Decimal, ...], ...]

    def by_part(self) -> dict[Part, tuple[Decimal, ...]]:
        """All pieces of the year in their order, for every product line, region and person."""
        starts, total = {}, 0
        for month in self.months:
            starts[month.month] = total
            total += len(month.pieces)
        products = any(leaf.product for leaf in self.leaves)
        found: dict[Part, list[Decimal]] = {}
        known: dict[tuple[Person, str | None], tuple[list[Decimal], ...]] = {}
        for leaf, amounts in zip(self.leaves, self.amounts, strict=True):
            rows = known.get((leaf.person, leaf.product))
            if rows is None:
                parts = parts_of(leaf, products=products)
                rows = tuple(found.setdefault(part, [Decimal(0)] * total) for part in parts)
                known[leaf.person, leaf.product] = rows
            for row in rows:
                for at, amount in enumerate(amounts, start=starts[leaf.month]):
                    row[at] += amount
        return {part: tuple(found[part]) for part in in_order(found)}


def month_weeks(month: Month, workdays: Workdays) -> MonthWeeks:
    """The weeks of `month` with their working days."""
    pieces = month.weeks()
    days = tuple(workdays.total(piece) for piece in pieces)
    if not any(days):
        days = tuple((piece.last - piece.first).days + 1 for piece in pieces)
    return MonthWeeks(month, pieces, days)


def plan_weeks(goal: Goal, leaves: Sequence[Leaf], workdays: Workdays) -> WeekPlan:
    """The weeks of a divided goal."""
    months = {month: month_weeks(month, workdays) for month in goal.year.months()}
    sharing = {month: weeks.sharing(goal.rounding) for month, weeks in months.items()}
    amounts = tuple(sharing[leaf.month].share(leaf.target) for leaf in leaves)
    return WeekPlan(goal, tuple(months.values()), tuple(leaves), amounts)


def check_weeks(plan: WeekPlan) -> Iterable[Check]:
    """Whether each month is the sum of its weeks."""
    wanted = {month.month: Decimal(0) for month in plan.months}
    actual = dict(wanted)
    for leaf, amounts in zip(plan.leaves, plan.amounts, strict=True):
        wanted[leaf.month] += leaf.target
        actual[leaf.month] += sum(amounts, Decimal(0))
    for month, expected in wanted.items():
        yield Check("week", month, plan.goal, expected, actual[month])


def unknown_calendars(goals: Iterable[Goal], workdays: Workdays) -> list[Problem]:
    """A note for every year whose days off nobody knows yet."""
    years = dict.fromkeys(goal.year for goal in goals if not goal.inherited)
    return [problem(codes.WEEKDAYS_FOR_WEEKS, year=year) for year in years if not workdays.known(year.year)]
