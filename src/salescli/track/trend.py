"""周趋势: what the reports brought in week by week, for the team, its regions and its people."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Generic, TypeVar

from salescli.measure.change import change
from salescli.measure.money import money_text
from salescli.measure.period import Week
from salescli.measure.ratio import ratio_text
from salescli.track.figures import NOTHING
from salescli.track.report import Report, weeks_of
from salescli.track.who import Who

Name = TypeVar("Name", bound=Hashable)
Of = TypeVar("Of")

MOST_WEEKS: Final = 13
"""A quarter's weeks: as many as a table can hold side by side."""


@dataclass(frozen=True, slots=True)
class Course(Generic[Of]):
    """Sales by week, one amount for each week of the trend; `running` tells that the last of these is not over."""

    name: Of
    sales: tuple[Decimal, ...]
    running: bool = False

    @property
    def closed(self) -> tuple[Decimal, ...]:
        """The weeks that are over; the first of all stands for them where none is."""
        return self.sales[:-1] if self.running and len(self.sales) > 1 else self.sales

    @property
    def last(self) -> Decimal:
        """The last week that is over."""
        return self.closed[-1]

    @property
    def before(self) -> Decimal | None:
        """The week before the last; None where there is none."""
        return self.closed[-2] if len(self.closed) > 1 else None

    @property
    def change(self) -> Fraction | None:
        """Week on week; None against nothing."""
        return change(self.last, self.before)

    def document(self) -> dict[str, Any]:
        """Its figures as JSON."""
        return {
            "sales": [money_text(amount) for amount in self.sales],
            "last": money_text(self.last),
            "previous": money_text(self.before),
            "running": money_text(self.sales[-1]) if self.running else None,
            "change": ratio_text(self.change),
        }


@dataclass(frozen=True, slots=True)
class Trend:
    """The last weeks in order, weeks without any report included; the last one may not be over."""

    weeks: tuple[Week, ...]
    team: Course[None]
    regions: tuple[Course[str], ...]
    people: tuple[Course[Who], ...]

    @property
    def running(self) -> Week | None:
        """The week that is not over; it is compared with none."""
        return self.weeks[-1] if self.team.running else None

    def document(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "weeks": [str(week) for week in self.weeks],
            "running": None if self.running is None else str(self.running),
            "team": self.team.document(),
            "regions": [{"region": course.name, **course.document()} for course in self.regions],
            "people": [{**course.name.document(), **course.document()} for course in self.people],
        }


def trend_of(reports: Sequence[Report], regions: Iterable[str], people: Iterable[Who], as_of: date) -> Trend | None:
    """The trend of `reports` on a day, with a line for each of `regions` and `people`; None without reports.

    Who reported in several regions has a line in each, so that people add up to their region.
    """
    if not reports:
        return None
    regions = tuple(regions)
    weeks = _weeks(reports)
    shown = set(weeks)
    reports = [report for report in reports if report.week in shown]
    running = as_of < weeks[-1].last
    return Trend(
        weeks,
        _courses(reports, weeks, (None,), lambda _: None, running=running)[0],
        _courses(reports, weeks, regions, lambda report: report.slot.region, running=running),
        _of_people(reports, weeks, _in_regions(people, reports, regions), running=running),
    )


def _in_regions(people: Iterable[Who], reports: Iterable[Report], regions: Sequence[str]) -> list[Who]:
    """`people` region by region, each once in every region that they reported in, else in their own."""
    told: dict[Who, dict[str, None]] = {}
    for report in reports:
        told.setdefault(Who.reporting(report), {})[report.slot.region] = None
    order = {region: at for at, region in enumerate(regions)}
    found = [replace(who, region=region) for who in people for region in told.get(who, (who.region,))]
    return sorted(found, key=lambda who: order.get(who.region, len(order)))


def _of_people(
    reports: Sequence[Report], weeks: Sequence[Week], people: Iterable[Who], *, running: bool
) -> tuple[Course[Who], ...]:
    """The courses of `people` in their regions."""
    names = ((who, who.region) for who in people)
    found = _courses(reports, weeks, names, lambda item: (Who.reporting(item), item.slot.region), running=running)
    return tuple(Course(course.name[0], course.sales, course.running) for course in found)


def _weeks(reports: Sequence[Report]) -> tuple[Week, ...]:
    told = weeks_of(reports)
    week, last = min(told), max(told)
    weeks = [week]
    while week < last:
        week = week.next()
        weeks.append(week)
    return tuple(weeks[-MOST_WEEKS:])


def _courses(
    reports: Sequence[Report],
    weeks: Sequence[Week],
    names: Iterable[Name],
    named: Callable[[Report], Name],
    *,
    running: bool,
) -> tuple[Course[Name], ...]:
    sums: dict[tuple[Name, Week], Decimal] = {}
    for report in reports:
        key = (named(report), report.week)
        sums[key] = sums.get(key, NOTHING) + report.row.sales
    return tuple(
        Course(name, tuple(sums.get((name, week), NOTHING) for week in weeks), running) for name in dict.fromkeys(names)
    )
