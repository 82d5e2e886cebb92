"""What of a year is settled already: the closed months, held at their actuals while the rest is shared anew."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from salescli.measure.period import Month, Year
from salescli.split.goals import Goal
from salescli.split.held import Pin
from salescli.split.leaves import Leaf
from salescli.split.pins import LinePin, Pins, Span
from salescli.split.team import Team
from salescli.table.codes.split import replan as codes
from salescli.table.problem import NOWHERE, Place, Problem, problem


@dataclass(frozen=True, slots=True)
class Settled:
    """The leaves of the months before `since`; without it no month is closed. `place` is where they were read."""

    since: Month | None = None
    leaves: tuple[Leaf, ...] = ()
    place: Place = NOWHERE

    @property
    def total(self) -> Decimal:
        """All that is settled."""
        return sum((leaf.target for leaf in self.leaves), Decimal(0))

    def in_month(self, month: Month) -> tuple[Leaf, ...]:
        """The settled leaves of one month."""
        return tuple(leaf for leaf in self.leaves if leaf.month == month) if self.leaves else ()

    def open_months(self, year: Year) -> tuple[bool, ...]:
        """Which months of `year` are still to be shared."""
        return tuple(self.since is None or month >= self.since for month in year.months())

    def off(self, pins: Pins, team: Team) -> Pins:
        """Pins without what is settled of them; those that lie in closed months alone are settled with them."""
        if self.since is None or not pins.all:
            return pins
        return Pins(
            self._each(pins.regions, lambda leaf, name: leaf.person.region == name),
            self._each(pins.products, lambda leaf, name: leaf.product == name),
            pins.channels,
            dict(self._calendar(pins.calendar)),
            tuple(self._line(item, team) for item in pins.lines),
            tuple(self._line(item, team) for item in pins.line_months if self._open(item.months)),
        )

    def passed(self, goal: Goal, pins: Pins, team: Team) -> Iterable[Problem]:
        """A warning for every pin of closed months alone that actuals have taken the place of."""
        closed = [(item.pin, item.months, self._mine(item, team)) for item in pins.line_months]
        closed += [(pin, span, self.leaves) for span, pin in pins.calendar.items()]
        for pin, span, leaves in closed:
            actual = sum((leaf.target for leaf in leaves if leaf.month.number - 1 in span), Decimal(0))
            if self.since is not None and not self._open(span) and actual != pin.amount:
                said = {"pinned": goal.said(pin.amount), "actual": goal.said(actual)}
                yield problem(codes.REPLAN_PIN_CLOSED, pin.place, metric=goal.metric, **said)

    def _mine(self, item: LinePin, team: Team) -> tuple[Leaf, ...]:
        """The settled leaves of the lines of a pin, with what their people reached where they were before."""
        lines = {(team.assignments[at].person, team.assignments[at].product) for at in item.members}
        here = {(person.identity, product) for person, product in lines}
        known = frozenset(team.people)
        return tuple(
            leaf
            for leaf in self.leaves
            if (leaf.person, leaf.product) in lines
            or (leaf.person not in known and (leaf.person.identity, leaf.product) in here)
        )

    def _each(self, pins: Mapping[str, Pin], mine: Callable[[Leaf, str], bool]) -> dict[str, Pin]:
        return {name: _less(pin, (leaf for leaf in self.leaves if mine(leaf, name))) for name, pin in pins.items()}

    def _calendar(self, pins: Mapping[Span, Pin]) -> Iterable[tuple[Span, Pin]]:
        for span, pin in pins.items():
            if self._open(span):
                yield span, _less(pin, (leaf for leaf in self.leaves if leaf.month.number - 1 in span))

    def _line(self, item: LinePin, team: Team) -> LinePin:
        span = item.months or range(12)
        mine = (leaf for leaf in self._mine(item, team) if leaf.month.number - 1 in span)
        return replace(item, pin=_less(item.pin, mine))

    def _open(self, span: Span) -> bool:
        return self.since is not None and any(at + 1 >= self.since.number for at in span)


NOTHING: Final = Settled()


def _less(pin: Pin, leaves: Iterable[Leaf]) -> Pin:
    return replace(pin, amount=pin.amount - sum((leaf.target for leaf in leaves), Decimal(0)))
