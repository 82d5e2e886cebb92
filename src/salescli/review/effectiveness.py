"""策略效果: the metric a strategy aims at, before and after, and whether it moved as intended.

The metric is found by name: in the strategy's own words, else in what the summaries state, else among the
metrics and the present state; :mod:`salescli.review.aims` tells which name a goal speaks of. A target of zero is
none: then the way the figure moved decides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

from salescli.analyze.gaps import Gap
from salescli.analyze.metrics import Metric
from salescli.measure.achievement import Direction, achievement
from salescli.measure.metric import Measure, figure, figure_text
from salescli.review.aims import aimed_at
from salescli.review.indicators import Indicator, read_indicators
from salescli.words import improve as words
from salescli.words.language import Lang, Text

FIGURES: Final = ("metric", "before", "after", "change", "target", "evidence")
"""The keys of a measured strategy in JSON."""


class Effect(StrEnum):
    """What a strategy has brought so far."""

    EFFECTIVE = "effective"
    NOT_YET = "not_yet"
    NO_DATA = "no_data"

    @property
    def word(self) -> Text:
        return words.EFFECTS[self.value]


@dataclass(frozen=True, slots=True)
class Measured:
    """A metric before and after, in base units; `change` is given where only that is stated."""

    name: str
    measure: Measure
    unit: str | None
    direction: Direction
    before: Decimal | None
    after: Decimal | None
    change: Decimal | None
    target: Decimal | None
    source: Text

    @property
    def achievement(self) -> Fraction | None:
        """After against target."""
        return achievement(self.after, self.target, self.direction)

    @property
    def effect(self) -> Effect:
        """Target reached, or without one moved the right way."""
        if self.target and self.after is not None:
            lower = self.direction is Direction.LOWER
            reached = self.after <= self.target if lower else self.after >= self.target
            return Effect.EFFECTIVE if reached else Effect.NOT_YET
        if self.change is None:
            return Effect.NO_DATA
        gained = -self.change if self.direction is Direction.LOWER else self.change
        wanted = Decimal(0) if self.target is None else abs(self.target)
        return Effect.EFFECTIVE if gained > 0 and gained >= wanted else Effect.NOT_YET

    def show(self, value: Decimal | None, lang: Lang) -> str:
        """One of its figures as a person would write it."""
        return figure(value, self.measure, self.unit, lang)

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        figures = {key: getattr(self, key) for key in ("before", "after", "change", "target")}
        return {
            "metric": self.name,
            **{key: figure_text(value, self.measure) for key, value in figures.items()},
            "evidence": self.source.en,
        }


def measured(
    own: Sequence[str | None],
    wanted: Sequence[str | None],
    indicators: Sequence[Indicator],
    metrics: Sequence[tuple[Metric, Text]],
    gaps: Sequence[Gap],
) -> Measured | None:
    """The figures of the first source that names what a strategy wants.

    `own` are the strategy's texts in which figures may stand, `wanted` its goal and its name.
    """
    for text in own:
        for item in read_indicators(text or "", ""):
            return _stated(item, words.FROM_STRATEGY)
    known = list(_candidates(indicators, metrics, gaps))
    found = (aimed_at(known, lambda item: (item.name, item.measure), text) for text in wanted)
    return next((item for item in found if item is not None), None)


def _candidates(
    indicators: Sequence[Indicator], metrics: Sequence[tuple[Metric, Text]], gaps: Sequence[Gap]
) -> Iterator[Measured]:
    for item in reversed(indicators):
        yield _stated(item, words.FROM_SUMMARY)
    for metric, source in metrics:
        moved = None if metric.actual is None or metric.previous is None else metric.actual - metric.previous
        yield Measured(
            metric.name,
            metric.measure,
            metric.unit,
            metric.direction,
            metric.previous,
            metric.actual,
            moved,
            metric.target,
            source,
        )
    for gap in gaps:
        yield Measured(
            gap.name, gap.measure, gap.unit, gap.direction, None, gap.current, None, gap.target, words.FROM_STATUS
        )


def _stated(item: Indicator, source: Text) -> Measured:
    return Measured(
        item.name,
        item.measure,
        item.unit,
        item.direction,
        item.before,
        item.after,
        item.change,
        item.target,
        source,
    )
