"""How a figure stands against its target: achievement, variance, gap, and the status they give.

Formulas are those of the semantics: achievement = actual ÷ target, for a lower-is-better metric
target ÷ actual; a zero, blank or negative target has no achievement at all, never 0 % or infinity.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal, TypeVar

from salescli.measure.ratio import divide
from salescli.measure.rounding import Number, exact
from salescli.words import measures as words
from salescli.words.language import Text

Amount = TypeVar("Amount", Decimal, Fraction)
"""Money and counts are Decimal, ratios Fraction; a difference keeps the type of its two sides."""


class Direction(StrEnum):
    """Which way a metric is good."""

    HIGHER = "higher"
    LOWER = "lower"

    @property
    def word(self) -> Text:
        return words.HIGHER if self is Direction.HIGHER else words.LOWER


class Status(StrEnum):
    """How an achievement reads; the values are the JSON's, `word` is the 状态 column's.

    `NO_DATA` is of a figure that nobody has told: nothing is known of it, which is not the same as nothing sold.
    """

    BEHIND = "behind"
    NEAR = "near"
    EXCEEDED = "exceeded"
    NO_TARGET = "no_target"
    NO_DATA = "no_data"

    @property
    def word(self) -> Text:
        return _STATUS_WORDS[self]


_STATUS_WORDS = {
    Status.BEHIND: words.BEHIND,
    Status.NEAR: words.NEAR,
    Status.EXCEEDED: words.EXCEEDED,
    Status.NO_TARGET: words.NO_TARGET,
    Status.NO_DATA: words.NO_DATA,
}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The two lines between the three statuses, and on which side a value exactly on a line falls.

    By default exactly 80 % is already near (`near_owns_line`), and exactly 100 % is still near
    (`exceeded_owns_line` is false). Raises ValueError when the near line lies above the exceeded line.
    """

    near: Fraction = Fraction(4, 5)
    exceeded: Fraction = Fraction(1)
    near_owns_line: bool = True
    exceeded_owns_line: bool = False

    def __post_init__(self) -> None:
        if self.near > self.exceeded:
            raise ValueError(f"the near line {self.near} lies above the exceeded line {self.exceeded}")


DEFAULT_THRESHOLDS = Thresholds()


def achievement(
    actual: Number | None, target: Number | None, direction: Direction = Direction.HIGHER
) -> Fraction | None:
    """达成率 as an exact ratio (1.05 = 105 %); None without a target above zero or without an actual.

    A lower-is-better actual of zero or less has none either: target ÷ actual would be infinite.
    """
    if actual is None or target is None or target <= 0:
        return None
    if direction is Direction.HIGHER:
        return divide(actual, target)
    return divide(target, actual) if actual > 0 else None


def variance(actual: Amount | None, target: Amount | None) -> Amount | None:
    """差额 = actual − target, signed, in the unit of both; None when either is missing."""
    if actual is None or target is None:
        return None
    return actual - target


def gap(current: Amount | None, target: Amount | None, direction: Direction = Direction.HIGHER) -> Amount | None:
    """差距值: how far `current` still is from `target`, never negative; None when either is missing."""
    if current is None or target is None:
        return None
    distance = target - current if direction is Direction.HIGHER else current - target
    return max(distance, type(distance)(0))


def gap_rate(
    current: Number | None,
    target: Number | None,
    direction: Direction = Direction.HIGHER,
    base: Literal["target", "current"] = "target",
) -> Fraction | None:
    """差距率 = gap ÷ target, or ÷ current when `base` says so; None without a base above zero."""
    if current is None or target is None:
        return None
    divisor = target if base == "target" else current
    return divide(gap(exact(current), exact(target), direction), divisor) if divisor > 0 else None


def classify(reached: Fraction | None, thresholds: Thresholds = DEFAULT_THRESHOLDS) -> Status:
    """The status of an achievement, compared exactly and not as displayed; None is `NO_TARGET`."""
    if reached is None:
        return Status.NO_TARGET
    if _over(reached, thresholds.exceeded, thresholds.exceeded_owns_line):
        return Status.EXCEEDED
    return Status.NEAR if _over(reached, thresholds.near, thresholds.near_owns_line) else Status.BEHIND


def _over(reached: Fraction, line: Fraction, owned: bool) -> bool:
    """Whether a ratio lies above a line, or on one that is `owned`; in whole numbers, since many are asked for."""
    above, below = reached.as_integer_ratio()
    distance = above * line.denominator - line.numerator * below
    return distance > 0 or (owned and not distance)
