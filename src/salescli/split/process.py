"""Process targets: the sales target worked back through the funnel to deals, proposals, visits and leads.

Deals are the month's target ÷ 客单价; each stage before is the next one ÷ its conversion rate. Every step is
rounded up before the next, since half a deal is none: 81 万 at 5 万 a deal takes 17 deals, and at 30 % these take
57 proposals. A working week has five working days: its figure is the month's × 5 ÷ the month's working days,
rounded up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final

from salescli.measure.period import Month
from salescli.measure.workdays import Workdays
from salescli.split.funnel import Funnel
from salescli.split.goals import Goal
from salescli.split.parts import Months, Part
from salescli.split.team import Person

WEEK_DAYS: Final = 5
"""Working days of a working week."""


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
