"""Process targets: the sales target worked back through the funnel to deals, proposals, visits and leads.

Deals are the month's target ÷ 客单价; each stage before is the next one ÷ its conversion rate. Every step is
rounded up before the next, since half a deal is none: 81 万 at 5 万 a deal takes 17 deals, and at 30 % these take
57 proposals. A working week has five working days: its figure is the month's × 5 ÷ the month's working days,
rounded up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final

from salescli.measure.period import Month
from salescli.measure.rounding import exact
from salescli.measure.workdays import Workdays
from salescli.split.goals import Goal
from salescli.split.parts import Months, Part
from salescli.split.tables.process import ProcessRow
from salescli.split.team import Person
from salescli.table.codes.split import process as codes
from salescli.table.problem import Problem, has_errors, problem

WEEK_DAYS: Final = 5
"""Working days of a working week."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """Its stages from the first to the deal; `rates[i]` of stage i reach stage i + 1; `price` is 客单价 in yuan."""

    stages: tuple[str, ...]
    rates: tuple[Fraction, ...]
    price: Decimal

    def back(self, sales: Decimal) -> tuple[int, ...]:
        """How many of each stage a sales target takes, in the order of the stages."""
        counts = [ceil(exact(sales) / exact(self.price))]
        for rate in reversed(self.rates):
            counts.append(ceil(counts[-1] / rate))
        return tuple(reversed(counts))


@dataclass(frozen=True, slots=True)
class Effort:
    """What one person's month takes, and each working week of it."""

    person: Person
    month: Month
    sales: Decimal
    counts: tuple[int, ...]
    weekly: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProcessPlan:
    """The process targets that follow from one goal; `days` are the working days of each month."""

    goal: Goal
    funnel: Funnel
    days: Mapping[Month, int]
    efforts: tuple[Effort, ...]


def read_funnel(rows: Sequence[ProcessRow]) -> tuple[Funnel | None, list[Problem]]:
    """The funnel as it was written, first stage first; None when there is none or it has errors."""
    if not rows:
        return None, []
    problems: list[Problem] = []
    first: dict[str, ProcessRow] = {}
    for row in rows:
        if first.setdefault(row.stage, row) is not row:
            cell = first[row.stage].at("stage").cell
            problems.append(problem(codes.STAGE_TWICE, row.at("stage"), stage=row.stage, first=cell))
    last = rows[-1]
    problems += [problem(codes.RATE_MISSING, row.at("rate"), stage=row.stage) for row in rows[:-1] if row.rate is None]
    problems += [
        problem(codes.PRICE_ASTRAY, row.at("price"), stage=row.stage, last=last.stage)
        for row in rows[:-1]
        if row.price is not None
    ]
    if last.price is None:
        problems.append(problem(codes.PRICE_MISSING, last.at("price"), stage=last.stage))
    if last.rate is not None:
        problems.append(problem(codes.RATE_UNUSED, last.at("rate"), stage=last.stage))
    if has_errors(problems) or last.price is None:
        return None, problems
    rates = tuple(exact(row.rate) for row in rows[:-1] if row.rate is not None)
    return Funnel(tuple(row.stage for row in rows), rates, last.price), problems


def plan_process(goal: Goal, parts: Mapping[Part, Months], funnel: Funnel, workdays: Workdays) -> ProcessPlan:
    """What everybody's months take; months without a target are left out."""
    days = {month: workdays.total(month) for month in goal.year.months()}
    efforts = []
    for part, months in parts.items():
        for month, sales in months.items():
            if part.person is not None and sales > 0:
                counts = funnel.back(sales)
                weekly = tuple(a_week(count, days[month]) for count in counts)
                efforts.append(Effort(part.person, month, sales, counts, weekly))
    return ProcessPlan(goal, funnel, days, tuple(efforts))


def a_week(count: int, days: int) -> int:
    """A working week's part of a month's count."""
    return ceil(Fraction(count * WEEK_DAYS, max(days, WEEK_DAYS)))
