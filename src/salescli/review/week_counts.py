"""What a week asks for beside money: the team's targets of leads, visits, deals … of one week.

A count that the plan divides (新客户数) goes to the weeks of its months in whole units, as a plan deals it. One that is
worked back from sales (过程目标) takes of everybody's month the week's part of the working days, rounded up, as the
plan and the self-check have it. A week of two months has a piece of each; where one of them is not told there is no
target. A plan workbook is asked before what tracking keeps of it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final, NamedTuple

from salescli.measure.period import Month, Week
from salescli.measure.rounding import exact
from salescli.measure.workdays import Workdays
from salescli.split.tables.plan import PlanRow
from salescli.split.tracked import TrackedRow
from salescli.split.weeks import MonthWeeks, month_weeks
from salescli.track.metric_targets import MetricTarget, Origin
from salescli.track.process import COUNTED, weekly_key

_UNIT: Final = Decimal(1)


class CountTarget(NamedTuple):
    """How many of the count `key` somebody is to reach in a month; `divided` tells that the plan divides it and does
    not work it back from sales."""

    key: str
    month: Month
    region: str
    who: tuple[str, str, str]
    amount: Decimal
    divided: bool


def of_plan(targets: Iterable[MetricTarget]) -> Iterator[CountTarget]:
    """The counts among a plan's targets."""
    for item in targets:
        if (key := weekly_key(item.metric)) is not None:
            region = item.slot.region
            who = (item.person.employee_id or "", item.person.name, region)
            yield CountTarget(key, item.month, region, who, item.amount, item.origin is Origin.PLAN)


def of_tracking(planned: Iterable[PlanRow], tracked: Iterable[TrackedRow]) -> Iterator[CountTarget]:
    """The counts that tracking workbooks keep: `planned` are the targets the plan divides, `tracked` all metrics."""
    divided = set()
    for row in planned:
        if (key := weekly_key(row.metric)) is not None:
            divided.add(key)
            yield CountTarget(key, row.month, row.region, _who(row), row.judged_by.value, divided=True)
    for kept in tracked:
        key = weekly_key(kept.metric)
        if key is not None and key not in divided and kept.target is not None:
            yield CountTarget(key, kept.month, kept.region or "", _who(kept), kept.target, divided=False)


def week_targets(sources: Sequence[Iterable[CountTarget]], week: Week, calendar: Workdays) -> Mapping[str, int]:
    """The team's target of each count of the weekly table in `week`, by the first of `sources` that tells it whole."""
    months = {month: month_weeks(month, calendar) for month in week.months()}
    found: dict[str, int] = {}
    for source in sources:
        own = [item for item in source if item.month in months]
        for key in COUNTED:
            mine = [item for item in own if item.key == key]
            if key not in found and {item.month for item in mine} == set(months):
                target = (_divided if mine[0].divided else _worked_back)(mine, months, week)
                found |= {} if target is None else {key: target}
    return found


def _divided(items: Sequence[CountTarget], months: Mapping[Month, MonthWeeks], week: Week) -> int | None:
    """None where the targets are not whole."""
    total = Decimal(0)
    for month, weeks in months.items():
        own = [item for item in items if item.month == month]
        if any(item.amount < 0 or item.amount % _UNIT for item in own):
            return None
        dealt = weeks.share([item.amount for item in own], [item.region for item in own], _UNIT)
        total += sum((row[_place(weeks, week)] for row in dealt), Decimal(0))
    return int(total)


def _worked_back(items: Sequence[CountTarget], months: Mapping[Month, MonthWeeks], week: Week) -> int | None:
    people: dict[tuple[str, str, str], Fraction] = {}
    for item in items:
        weeks = months[item.month]
        share = Fraction(weeks.days[_place(weeks, week)], sum(weeks.days))
        people[item.who] = people.get(item.who, Fraction(0)) + exact(item.amount) * share
    return sum(ceil(part) for part in people.values())


def _who(row: PlanRow | TrackedRow) -> tuple[str, str, str]:
    return (row.employee_id or "", row.person, row.region or "")


def _place(weeks: MonthWeeks, week: Week) -> int:
    """Which of a month's pieces lies in `week`."""
    return next(at for at, piece in enumerate(weeks.pieces) if piece.week == week)
