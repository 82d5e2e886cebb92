"""The sprint: what is left, spread over the working days of a stretch of days, and what each day still needs.

A sprint closes the months it touches: it is to bring whatever of their target was left before it. A week
belongs to the sprint when its Monday does, because reports come by the week; an order when it was signed in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import Any, Final

from salescli.measure.metric import Measure, figure_text
from salescli.measure.ratio import divide, ratio_text
from salescli.measure.rounding import exact
from salescli.measure.workdays import Workdays
from salescli.track.days import Days
from salescli.track.figures import NOTHING, Figures, TrackedRow, so_far
from salescli.track.gauges import Basis as Source
from salescli.track.pace import Clock
from salescli.track.process import COUNTED, ProcessTarget
from salescli.track.report import Report
from salescli.track.sprint_entries import NO_ORDERS, SALES, Entry, Sold, entries_of
from salescli.track.who import Who, by_person
from salescli.words import outlook as words
from salescli.words.language import Text

ACTIVITIES: Final = ("leads", "visits", "deals")
"""The counts a sprint is steered by, in the order of the funnel; others come up where the plan has targets for them."""


class Basis(StrEnum):
    """Where a sprint's target comes from."""

    PLAN = "plan"
    DERIVED = "derived"
    NONE = "none"

    @property
    def word(self) -> Text:
        return words.BASES[self.value]


@dataclass(frozen=True, slots=True)
class Leg:
    """One figure of the sprint: its target over the months, what came before it, and what came in it."""

    target: Decimal | None
    before: Decimal
    during: Decimal
    clock: Clock
    basis: Basis = Basis.PLAN

    @property
    def at_start(self) -> Decimal | None:
        """What was left when the sprint began; never below 0."""
        return None if self.target is None else max(self.target - self.before, NOTHING)

    @property
    def daily(self) -> Fraction | None:
        """The daily target: what was left ÷ the working days of the sprint."""
        return None if self.at_start is None else divide(self.at_start, self.clock.days)

    @property
    def left(self) -> Decimal | None:
        """What is left now; never below 0."""
        return None if self.target is None else max(self.target - self.before - self.during, NOTHING)

    @property
    def needed(self) -> Fraction | None:
        """What each working day left still needs; None once none is left."""
        return None if self.left is None else divide(self.left, self.clock.left)


@dataclass(frozen=True, slots=True)
class Conversion:
    """成单数 ÷ 线索数."""

    deals: Decimal
    leads: Decimal

    @property
    def rate(self) -> Fraction | None:
        return divide(self.deals, self.leads)


@dataclass(frozen=True, slots=True)
class Runner:
    """One person's sprint."""

    who: Who
    sales: Leg
    counts: tuple[tuple[str, Leg], ...]


@dataclass(frozen=True, slots=True)
class Sprint:
    """`counts` are the activities there is anything to say of; `deals_from` is where its deals come from."""

    days: Days
    clock: Clock
    sales: Leg
    counts: tuple[tuple[str, Leg], ...]
    people: tuple[Runner, ...]
    before: Conversion
    during: Conversion
    deals_from: tuple[Source, ...] = ()

    @property
    def needed(self) -> Conversion | None:
        """The conversion that the deals and leads left ask for; None without targets for both."""
        left = {key: leg.left for key, leg in self.counts}
        deals, leads = left.get("deals"), left.get("leads")
        return None if deals is None or leads is None else Conversion(deals, leads)

    def document(self) -> dict[str, Any]:
        """As JSON; daily counts with up to six decimals."""
        return {
            "from": self.days.start.isoformat(),
            "to": self.days.end.isoformat(),
            "as_of": self.clock.as_of.isoformat(),
            "state": self.clock.state.value,
            "days": self.clock.days,
            "days_left": self.clock.left,
            "deals_from": [item.value for item in self.deals_from],
            "metrics": [
                {"metric": "sales", **_leg(self.sales, Measure.MONEY)},
                *({"metric": key, **_leg(leg, Measure.NUMBER)} for key, leg in self.counts),
            ],
            "conversion": {
                "before": ratio_text(self.before.rate),
                "during": ratio_text(self.during.rate),
                "needed": None if self.needed is None else ratio_text(self.needed.rate),
            },
            "people": [
                {
                    **runner.who.document(),
                    **_leg(runner.sales, Measure.MONEY),
                    "counts": [{"metric": key, **_leg(leg, Measure.NUMBER)} for key, leg in runner.counts],
                }
                for runner in self.people
            ],
        }


def _leg(leg: Leg, measure: Measure) -> dict[str, Any]:
    figures = ("target", "before", "during", "at_start", "daily", "left", "needed")
    return {
        "basis": leg.basis.value,
        **{
            {"daily": "daily_target", "needed": "needed_per_day"}.get(key, key): figure_text(getattr(leg, key), measure)
            for key in figures
        },
    }


def sprint_of(
    days: Days,
    rows: Sequence[TrackedRow],
    reports: Sequence[Report],
    process: Sequence[ProcessTarget],
    as_of: date,
    calendar: Workdays,
    sold: Sold = NO_ORDERS,
) -> Sprint | None:
    """The sprint on `as_of`; None when no month it touches has a target. `rows` hold all planned months."""
    months = days.months()
    inside = [row for row in rows if row.month in months]
    if not inside:
        return None
    clock = Clock.of(days, as_of, calendar)
    own, deals_from = entries_of(reports, sold, frozenset(months))
    stretch = _Stretch(days, clock, process)
    by_who: defaultdict[Who, list[Entry]] = defaultdict(list)
    for entry in own:
        by_who[entry.who].append(entry)
    people = []
    for who, figures in by_person(inside, so_far):
        sales = stretch.sales(figures, by_who[who])
        people.append(Runner(who, sales, tuple(stretch.counts(sales, by_who[who], who))))
    people.sort(key=lambda item: (-(item.sales.left or NOTHING), item.who.name))
    team = stretch.sales(so_far(row.figures for row in inside), own)
    before, during = stretch.before(own), stretch.during(own)
    return Sprint(
        days,
        clock,
        team,
        tuple(stretch.counts(team, own)),
        tuple(people),
        Conversion(_count(before, "deals"), _count(before, "leads")),
        Conversion(_count(during, "deals"), _count(during, "leads")),
        deals_from,
    )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The days of a sprint, by which entries fall before it or into it."""

    days: Days
    clock: Clock
    process: Sequence[ProcessTarget]

    def before(self, entries: Iterable[Entry]) -> list[Entry]:
        return [entry for entry in entries if entry.day < self.days.start]

    def during(self, entries: Iterable[Entry]) -> list[Entry]:
        return [entry for entry in entries if self.days.contains(entry.day)]

    def sales(self, figures: Figures, entries: Sequence[Entry]) -> Leg:
        """The leg of a scope's sales; what was sold and reported from the start on is not of the time before."""
        since = _sales(entry for entry in entries if entry.day >= self.days.start)
        return Leg(figures.target, (figures.actual or NOTHING) - since, _sales(self.during(entries)), self.clock)

    def counts(self, sales: Leg, entries: Sequence[Entry], who: Who | None = None) -> Iterable[tuple[str, Leg]]:
        """Each activity by the plan's target, else worked back from the sales with the reports' own rates."""
        planned: dict[str, Decimal] = {}
        for target in self.process:
            if target.month in self.days.months() and who in (None, target.who):
                planned[target.key] = planned.get(target.key, NOTHING) + target.count
        before, during = self.before(entries), self.during(entries)
        for key in (*ACTIVITIES, *(key for key in COUNTED if key in planned and key not in ACTIVITIES)):
            done, doing = _count(before, key), _count(during, key)
            if key in planned:
                yield key, Leg(planned[key], done, doing, self.clock)
            elif (more := _derived(key, sales, before or during)) is not None:
                yield key, Leg(done + more, done, doing, self.clock, Basis.DERIVED)
            elif done or doing:
                yield key, Leg(None, done, doing, self.clock, Basis.NONE)


def _derived(key: str, sales: Leg, entries: Sequence[Entry]) -> Decimal | None:
    """How many of `key` the sales left at the start ask for: sales left × (count ÷ sales), rounded up."""
    sold, counted = _sales(entries), _count(entries, key)
    if sold <= 0 or counted <= 0 or sales.at_start is None:
        return None
    return Decimal(ceil(exact(sales.at_start) * exact(counted) / exact(sold)))


def _sales(entries: Iterable[Entry]) -> Decimal:
    return _count(entries, SALES)


def _count(entries: Iterable[Entry], key: str) -> Decimal:
    return sum((entry.amounts.get(key, NOTHING) for entry in entries), NOTHING)
