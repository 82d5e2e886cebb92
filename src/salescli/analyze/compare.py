"""One metric against its target, the previous period and last year; one state against where it should be.

All figures are exact; the definitions are those of :mod:`salescli.measure`.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from salescli.measure.achievement import (
    DEFAULT_THRESHOLDS,
    Direction,
    Status,
    Thresholds,
    achievement,
    classify,
    gap,
    gap_rate,
)
from salescli.measure.change import change, points
from salescli.measure.metric import Measure

StatedBase = Literal["target", "current", "neither"]


@dataclass(frozen=True, slots=True)
class Compared:
    """A metric in one period. `mom` and `yoy` are relative changes; the points are given for ratios only."""

    achievement: Fraction | None
    status: Status
    mom: Fraction | None
    yoy: Fraction | None
    mom_points: Fraction | None
    yoy_points: Fraction | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a metric is from its target: `gap` in the metric's own unit, `gap_rate` = gap ÷ target.

    `rate_on_current` is the other reading, gap ÷ current value, kept to explain figures stated that way.
    """

    gap: Decimal
    gap_rate: Fraction | None
    rate_on_current: Fraction | None


def compared(
    actual: Decimal,
    target: Decimal | None,
    previous: Decimal | None,
    last_year: Decimal | None,
    *,
    measure: Measure,
    direction: Direction,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Compared:
    """Achievement, status, MoM (环比) and YoY (同比) of one metric."""
    reached = achievement(actual, target, direction)
    ratio = measure is Measure.RATIO
    return Compared(
        achievement=reached,
        status=classify(reached, thresholds),
        mom=change(actual, previous),
        yoy=change(actual, last_year),
        mom_points=points(actual, previous) if ratio else None,
        yoy_points=points(actual, last_year) if ratio else None,
    )


def standing(current: Decimal, target: Decimal, direction: Direction) -> Standing:
    """差距值 and 差距率 of one metric, and the rate on the other base."""
    distance = gap(current, target, direction)
    assert distance is not None  # both sides are given
    return Standing(
        gap=distance,
        gap_rate=gap_rate(current, target, direction),
        rate_on_current=gap_rate(current, target, direction, base="current"),
    )
