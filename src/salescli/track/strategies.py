"""策略执行: what is overdue, what should have begun, and how far each owner is, by date and not by word alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from salescli.measure.ratio import ratio_text
from salescli.track.tables import Progress, StrategyRow
from salescli.words import outlook as words
from salescli.words.language import Text


class Standing(StrEnum):
    """A strategy against its dates."""

    OVERDUE = "overdue"
    NOT_BEGUN = "not_begun"
    RUNNING = "running"
    AHEAD = "ahead"
    DONE = "done"

    @property
    def word(self) -> Text:
        return words.STANDINGS[self.value]


@dataclass(frozen=True, slots=True)
class Strategy:
    """One strategy on the day it is judged."""

    row: StrategyRow
    as_of: date

    @property
    def progress(self) -> Progress:
        """What its status says, without the detail in brackets."""
        return Progress(self.row.progress.option.value)

    @property
    def standing(self) -> Standing:
        """Overdue by date when not done; not begun past its start; ahead before it."""
        if self.progress is Progress.DONE:
            return Standing.DONE
        if self.row.due < self.as_of:
            return Standing.OVERDUE
        if self.progress is Progress.NOT_STARTED:
            return Standing.NOT_BEGUN if self.row.start < self.as_of else Standing.AHEAD
        return Standing.RUNNING

    @property
    def overdue_days(self) -> int:
        """Calendar days past the due date; 0 when it is done or not yet due."""
        return (self.as_of - self.row.due).days if self.standing is Standing.OVERDUE else 0

    def document(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "strategy": self.row.name,
            "owner": self.row.owner,
            "start": self.row.start.isoformat(),
            "due": self.row.due.isoformat(),
            "progress": self.progress.value,
            "detail": self.row.progress.detail,
            "standing": self.standing.value,
            "overdue_days": self.overdue_days,
        }


@dataclass(frozen=True, slots=True)
class Owner:
    """An owner's strategies."""

    name: str
    strategies: tuple[Strategy, ...]

    def count(self, *standings: Standing) -> int:
        """How many stand so."""
        return sum(item.standing in standings for item in self.strategies)

    @property
    def done(self) -> Fraction:
        """The share that is done."""
        return Fraction(self.count(Standing.DONE), len(self.strategies))

    def document(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "owner": self.name,
            "strategies": len(self.strategies),
            **{standing.value: self.count(standing) for standing in Standing},
            "completion": ratio_text(self.done),
        }


@dataclass(frozen=True, slots=True)
class Strategies:
    """All strategies in the order of their table."""

    strategies: tuple[Strategy, ...]

    @property
    def owners(self) -> tuple[Owner, ...]:
        """By owner, in the order they come up."""
        names = dict.fromkeys(item.row.owner for item in self.strategies)
        return tuple(Owner(name, tuple(_of(name, self.strategies))) for name in names)

    def document(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "strategies": [item.document() for item in self.strategies],
            "owners": [owner.document() for owner in self.owners],
        }


def judged(rows: Sequence[StrategyRow], as_of: date) -> Strategies | None:
    """The strategies of a table on `as_of`; None without any."""
    return Strategies(tuple(Strategy(row, as_of) for row in rows)) if rows else None


def _of(name: str, strategies: Iterable[Strategy]) -> Iterable[Strategy]:
    return (item for item in strategies if item.row.owner == name)
