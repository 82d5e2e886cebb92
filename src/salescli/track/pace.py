"""Pace: whether the time that has passed and the sales that have come agree, while there is still time.

Time progress is working days elapsed ÷ working days of the period; pace is achievement − time progress;
projected is actual ÷ time progress; needed per day is what is left ÷ the working days left.

A month that is over and of which nobody reported anything tells nothing: its quarter and year are judged without its
target and its working days, and say so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Any

from salescli.measure.achievement import Status, Thresholds
from salescli.measure.money import money_text, to_fen
from salescli.measure.period import Month, Quarter, Year
from salescli.measure.ratio import divide, ratio_text
from salescli.measure.rounding import exact
from salescli.measure.span import Span
from salescli.measure.workdays import Workdays
from salescli.track.figures import NOTHING, Figures, TrackedRow, so_far
from salescli.track.who import Who, by_person
from salescli.words import outlook as words
from salescli.words.language import Text

Period = Month | Quarter | Year


class State(StrEnum):
    """Where the day of judgement stands in a period."""

    NOT_BEGUN = "not_begun"
    OPEN = "open"
    NO_DAYS_LEFT = "no_days_left"
    CLOSED = "closed"

    @property
    def word(self) -> Text:
        return words.STATES[self.value]

    @property
    def running(self) -> bool:
        """Whether anything can still be said of how it will end."""
        return self in (State.OPEN, State.NO_DAYS_LEFT)


class Alert(StrEnum):
    """How a period will end at this pace, by the traffic lights' near line: ahead, a little short, far short."""

    ON_TRACK = "on_track"
    WATCH = "watch"
    ALARM = "alarm"
    NO_TARGET = "no_target"
    OPEN = "open"
    NO_DATA = "no_data"

    @property
    def word(self) -> Text:
        return words.ALERTS[self.value]

    @property
    def status(self) -> Status:
        """The traffic light of the same colour."""
        lights = {Alert.ON_TRACK: Status.EXCEEDED, Alert.WATCH: Status.NEAR, Alert.ALARM: Status.BEHIND}
        if self is Alert.NO_DATA:
            return Status.NO_DATA
        return lights.get(self, Status.NO_TARGET)


@dataclass(frozen=True)
class Clock:
    """A period on a day, in working days. A period whose first working day is still to come has not begun."""

    period: Span
    as_of: date
    days: int
    elapsed: int
    left: int

    @classmethod
    def of(cls, period: Span, as_of: date, calendar: Workdays) -> "Clock":
        """The clock of `period` on `as_of`."""
        elapsed = calendar.elapsed(period, as_of) if as_of >= period.first else 0
        return cls(period, as_of, calendar.total(period), elapsed, calendar.left(period, as_of))

    def without(self, months: Iterable[Month], calendar: Workdays) -> "Clock":
        """The clock less the working days of `months`, which are over."""
        gone = sum(calendar.total(month) for month in months)
        return replace(self, days=self.days - gone, elapsed=self.elapsed - gone)

    @property
    def state(self) -> State:
        if self.as_of >= self.period.last:
            return State.CLOSED
        if not self.elapsed:
            return State.NOT_BEGUN
        return State.OPEN if self.left else State.NO_DAYS_LEFT

    @cached_property
    def progress(self) -> Fraction | None:
        """时间进度; None for a period without working days."""
        return divide(self.elapsed, self.days)


@dataclass(frozen=True)
class Pace:
    """A target on its way. What follows is worked out once, since sheets ask for it several times."""

    clock: Clock
    figures: Figures

    @property
    def ahead(self) -> Fraction | None:
        """进度差 in points: achievement − time progress."""
        reached, progress = self.figures.achievement, self.clock.progress
        return None if reached is None or progress is None else reached - progress

    @cached_property
    def projected(self) -> Fraction | None:
        """预计达成 in yuan; None before the first working day, and without data."""
        progress, actual = self.clock.progress, self.figures.actual
        return exact(actual) / progress if progress and actual is not None else None

    @cached_property
    def at_risk(self) -> Fraction:
        """What will be missing at this pace, in yuan; 0 where nothing will, or nothing can be said."""
        projected = self.projected
        if projected is None or self.figures.target <= 0:
            return Fraction(0)
        return max(exact(self.figures.target) - projected, Fraction(0))

    @cached_property
    def left(self) -> Decimal | None:
        """What is still to come to reach the target; None where no working day is left and nothing is told."""
        if not self.figures.told and not self.clock.left:
            return None
        return max(self.figures.target - (self.figures.actual or NOTHING), NOTHING)

    @property
    def needed(self) -> Fraction | None:
        """剩余日均 in yuan; None once no working day is left."""
        return Fraction(self.left) / self.clock.left if self.clock.left and self.left is not None else None

    def alert(self, lights: Thresholds) -> Alert:
        """The word for it."""
        if self.figures.target <= 0:
            return Alert.NO_TARGET
        if not self.figures.told:
            return Alert.NO_DATA
        if self.projected is None:
            return Alert.OPEN
        share = self.projected / exact(self.figures.target)
        if share >= 1:
            return Alert.ON_TRACK
        near = share > lights.near or (share == lights.near and lights.near_owns_line)
        return Alert.WATCH if near else Alert.ALARM

    def document(self) -> dict[str, Any]:
        """As JSON; per-day and projected figures to the fen."""
        return {
            "period": str(self.clock.period),
            "state": self.clock.state.value,
            "target": money_text(self.figures.target),
            "actual": money_text(self.figures.actual),
            "achievement": ratio_text(self.figures.achievement),
            "time_progress": ratio_text(self.clock.progress),
            "pace": ratio_text(self.ahead),
            "projected": money_text(self.projected),
            "at_risk": money_text(self.at_risk),
            "left": money_text(self.left),
            "needed_per_day": money_text(self.needed),
            "days": self.clock.days,
            "days_elapsed": self.clock.elapsed,
            "days_left": self.clock.left,
        }


@dataclass(frozen=True, slots=True)
class PeriodPace:
    """A period's team and its people, those with most money at risk in front.

    `months` are those of the period that it is judged by: all but the `silent` ones. `regions` are those of people who
    have targets in several: they are judged as one, and their figures are no single region's.
    """

    period: Period
    team: Pace
    people: tuple[tuple[Who, Pace], ...]
    months: tuple[Month, ...]
    silent: tuple[Month, ...] = ()
    regions: Mapping[Who, tuple[str, ...]] = field(default_factory=dict)

    def region(self, who: Who) -> str:
        """Where somebody's figures of the period are from: all regions where there are several."""
        return "/".join(self.regions.get(who, (who.region,)))

    @property
    def at_risk(self) -> tuple[tuple[Who, Pace], ...]:
        """Who will miss a running period at this pace."""
        if not self.team.clock.state.running:
            return ()
        return tuple((who, pace) for who, pace in self.people if to_fen(pace.at_risk) > 0)


def paces(
    rows: Sequence[TrackedRow], months: Sequence[Month], known: Sequence[Month], as_of: date, calendar: Workdays
) -> tuple[PeriodPace, ...]:
    """The paces of the last of `months` and of the month of `as_of`, and of their quarters and years.

    `rows` hold the targets of all planned months. A quarter or year is judged only when all its months have a
    target in the table (else its target is not known) and none that has begun is left out of `known`.
    """
    planned = {row.month for row in rows if row.month is not None}
    anchors = sorted({*months[-1:], *(month for month in [Month.of(as_of)] if month in planned and month in known)})
    periods: list[Period] = [*anchors]
    periods += dict.fromkeys(month.quarter for month in anchors)
    periods += dict.fromkeys(Year(month.year) for month in anchors)
    return tuple(
        _pace(period, rows, as_of, calendar)
        for period in periods
        if all(month in planned and (month in known or month.first > as_of) for month in period.months())
    )


def _pace(period: Period, rows: Sequence[TrackedRow], as_of: date, calendar: Workdays) -> PeriodPace:
    months = period.months()
    told = {row.month for row in rows if row.figures.told}
    silent = tuple(month for month in months if month.last <= as_of and month not in told)
    if len(silent) == len(months):
        silent = ()
    judged = tuple(month for month in months if month not in silent)
    inside = [row for row in rows if row.month in judged]
    clock = Clock.of(period, as_of, calendar).without(silent, calendar)
    people = [(who, Pace(clock, figures)) for who, figures in by_person(inside, so_far)]
    people.sort(key=lambda item: (-item[1].at_risk, item[0].name))
    team = Pace(clock, so_far(row.figures for row in inside))
    return PeriodPace(period, team, tuple(people), judged, silent, _several_regions(inside))


def _several_regions(rows: Iterable[TrackedRow]) -> dict[Who, tuple[str, ...]]:
    """The regions of everybody who has more than one."""
    found: dict[Who, dict[str, None]] = {}
    for row in rows:
        found.setdefault(Who.in_row(row), {})[row.region] = None
    return {who: tuple(regions) for who, regions in found.items() if len(regions) > 1}
