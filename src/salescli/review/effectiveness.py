"""策略效果: the metric a strategy aims at, before it began and in the period, and whether its target is reached.

:mod:`salescli.review.verdicts` finds metric and target; here is what follows from them. A plan's target of zero is
none, one that a strategy states is: 投诉降至0件.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

from salescli.measure.achievement import Direction, achievement
from salescli.measure.metric import Measure, figure, figure_text
from salescli.measure.ratio import ratio_text
from salescli.measure.rounding import exact
from salescli.review.spans import ReviewPeriod
from salescli.words import effects as words
from salescli.words.language import Lang, Text

FIGURES: Final = (
    *("metric", "before_period", "before", "after_period", "after", "change"),
    *("target", "target_from", "way", "evidence", "worse", "reading"),
)
"""The keys of a measured strategy in JSON."""


class Effect(StrEnum):
    """What a strategy has brought so far."""

    EFFECTIVE = "effective"
    NOT_YET = "not_yet"
    NO_DATA = "no_data"

    @property
    def word(self) -> Text:
        return words.EFFECTS[self.value]


class TargetFrom(StrEnum):
    """Whose the target is: the strategy's own words, the plan's, the summary's; or none, and the direction decides."""

    STRATEGY = "strategy"
    PLAN = "plan"
    SUMMARY = "summary"
    DIRECTION = "direction"

    @property
    def word(self) -> Text:
        return words.TARGETS_FROM[self.value]


@dataclass(frozen=True, slots=True)
class Measured:
    """A metric before and after, in base units; `change` is given where only that is stated.

    `direction` is the way it should go; `beyond` tells that the target has to be passed, `moving` that the goal's own
    words ask for a change that way. `why` says why nothing can be judged, `reading` how a goal of two meanings was
    read. `before_of` and `after_of` are the periods of the figures, None where people stated them.
    """

    name: str
    measure: Measure
    unit: str | None
    direction: Direction
    before: Decimal | None
    after: Decimal | None
    change: Decimal | None
    target: Decimal | None
    source: Text
    target_from: TargetFrom = TargetFrom.PLAN
    before_of: ReviewPeriod | None = None
    after_of: ReviewPeriod | None = None
    beyond: bool = False
    moving: bool = False
    why: Text | None = None
    reading: Text | None = None

    @property
    def achievement(self) -> Fraction | None:
        """After against target."""
        return achievement(self.after, self.target, self.direction)

    @property
    def aims(self) -> bool:
        """Whether there is a target that decides."""
        return self.target is not None and (self.target != 0 or self.target_from is TargetFrom.STRATEGY)

    @property
    def origin(self) -> TargetFrom:
        """Whose the target is."""
        return self.target_from if self.aims else TargetFrom.DIRECTION

    @property
    def effect(self) -> Effect:
        """Target reached, or without one moved the right way."""
        if self.why is not None:
            return Effect.NO_DATA
        if self.aims and self.after is not None:
            return Effect.EFFECTIVE if self.reached and not self.worse else Effect.NOT_YET
        if self.change is None:
            return Effect.NO_DATA
        gained = -self.change if self.direction is Direction.LOWER else self.change
        wanted = Decimal(0) if self.target is None else abs(self.target)
        return Effect.EFFECTIVE if gained > 0 and gained >= wanted else Effect.NOT_YET

    @property
    def reached(self) -> bool:
        """Whether the target that decides is reached."""
        if not self.aims or self.target is None or self.after is None:
            return False
        over = self.target - self.after if self.direction is Direction.LOWER else self.after - self.target
        return over > 0 or (over == 0 and not self.beyond)

    @property
    def improving(self) -> bool:
        """Whether the target counts only for who got no worse: where a goal has no figure of its own, for then the
        plan's may be reached by no doing of the strategy, and where it says 提升至 of a level passed already."""
        return self.moving or self.origin is TargetFrom.PLAN

    @property
    def worse(self) -> bool:
        """Whether what was to be improved got worse."""
        if not self.improving or self.before is None or self.after is None:
            return False
        return self.after > self.before if self.direction is Direction.LOWER else self.after < self.before

    @property
    def way(self) -> Fraction | None:
        """How much of the way from before to the target is gone: (after − before) ÷ (target − before); below zero for
        a step back, None where before was there already."""
        if not self.aims or self.target is None or self.before is None or self.after is None:
            return None
        left = self.target - self.before if self.direction is Direction.HIGHER else self.before - self.target
        return None if left <= 0 else exact(self.after - self.before) / exact(self.target - self.before)

    def show(self, value: Decimal | None, lang: Lang) -> str:
        """One of its figures as a person would write it."""
        return figure(value, self.measure, self.unit, lang)

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        figures = {key: getattr(self, key) for key in ("before", "after", "change", "target")}
        return {
            "metric": self.name,
            **{key: figure_text(value, self.measure) for key, value in figures.items()},
            "before_period": None if self.before_of is None else str(self.before_of),
            "after_period": None if self.after_of is None else str(self.after_of),
            "target_from": str(self.origin),
            "way": ratio_text(self.way),
            "evidence": self.source.en,
            "worse": self.worse,
            "reading": None if self.reading is None else self.reading.en,
        }
