"""What a week asks for beside money: the team's targets of leads, visits, deals … of one week.

A count that the plan divides (新客户数) goes to the weeks of its months in whole units, as a plan deals it. One that is
worked back from sales (过程目标) takes of everybody's month the week's part of the working days, rounded up, as the
plan and the self-check have it. A week of two months has a piece of each; where one of them is not told there is no
target.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final, TypeVar

from salescli.measure.period import Month, Week
from salescli.measure.rounding import exact
from salescli.measure.workdays import Workdays
from salescli.split.tables.plan import PlanRow
from salescli.split.tracked import TrackedRow
from salescli.split.weeks import MonthWeeks, month_weeks
from salescli.track.process import weekly_key

Planned = TypeVar("Planned", PlanRow, TrackedRow)

_UNIT: Final = Decimal(1)


def week_targets(
    planned: Sequence[PlanRow], tracked: Sequence[TrackedRow], week: Week, calendar: Workdays
) -> Mapping[str, int]:
    """The team's target of each count of the weekly table in `week`.

    `planned` are the targets a plan states, `tracked` the rows that tracking workbooks keep of every metric.
    """
    months = {month: month_weeks(month, calendar) for month in week.months()}
    stated = _by_key(planned, months)
    back = _by_key((row for row in tracked if row.target is not None), months)
    found = {key: _worked_back(rows, months, week) for key, rows in back.items() if key not in stated}
    found |= {key: _divided(rows, months, week) for key, rows in stated.items()}
    return {key: target for key, target in found.items() if target is not None}


def _by_key(rows: Iterable[Planned], months: Mapping[Month, MonthWeeks]) -> Mapping[str, list[Planned]]:
    """The rows of `months` by the count their metric is."""
    found: dict[str, list[Planned]] = {}
    for row in rows:
        if row.month in months and (key := weekly_key(row.metric)) is not None:
            found.setdefault(key, []).append(row)
    return found


def _divided(rows: Sequence[PlanRow], months: Mapping[Month, MonthWeeks], week: Week) -> int | None:
    total = Decimal(0)
    for month, weeks in months.items():
        own = [row for row in rows if row.month == month]
        targets = [row.target.value for row in own]
        if not own or any(target < 0 or target % _UNIT for target in targets):
            return None
        dealt = weeks.share(targets, [row.region for row in own], _UNIT)
        total += sum((row[_place(weeks, week)] for row in dealt), Decimal(0))
    return int(total)


def _worked_back(rows: Sequence[TrackedRow], months: Mapping[Month, MonthWeeks], week: Week) -> int | None:
    if {row.month for row in rows} != set(months):
        return None
    people: dict[tuple[str, str, str], Fraction] = {}
    for row in rows:
        weeks = months[row.month]
        share = Fraction(weeks.days[_place(weeks, week)], sum(weeks.days))
        who = (row.employee_id or "", row.person, row.region or "")
        people[who] = people.get(who, Fraction(0)) + exact(row.target or Decimal(0)) * share
    return sum(ceil(part) for part in people.values())


def _place(weeks: MonthWeeks, week: Week) -> int:
    """Which of a month's pieces lies in `week`."""
    return next(at for at, piece in enumerate(weeks.pieces) if piece.week == week)
