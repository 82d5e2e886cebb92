"""When somebody is there: the months that can carry a target, and how much of it a new hire takes on.

A month counts when the person is there for all of it: from the month of 入职日期 when that is its first day, else
from the next one, to the month of 离职日期 when that is its last day, else to the one before. A month somebody
is there for only in part carries no target. From the first full month on a new hire ramps up; the ramp of
somebody hired late in the year before goes on into this one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from salescli.measure.period import Month, Year
from salescli.measure.rounding import Number, exact
from salescli.split.moves import Stay

Months = tuple[Fraction, ...]
"""How much of each of the twelve months' weight somebody takes on, from 0 (not there) to 1."""

FULL: Final[Months] = (Fraction(1),) * 12


@dataclass(frozen=True, slots=True)
class Ramp:
    """How much of a month's weight a new hire takes on in the first full month, the second, and so on."""

    steps: tuple[Fraction, ...] = (Fraction(3, 10), Fraction(6, 10), Fraction(1))

    def step(self, month: int) -> Fraction:
        """The part taken on in the `month`-th full month, counted from 0; all of it once the ramp is over."""
        return self.steps[month] if month < len(self.steps) else Fraction(1)


def presence(stay: Stay, year: Year, ramp: Ramp) -> Months:
    """What somebody takes on of each month of `year`."""
    return tuple(_taken(month, stay, ramp) for month in year.months())


def _taken(month: Month, stay: Stay, ramp: Ramp) -> Fraction:
    if (stay.hired is not None and month.first < stay.hired) or (stay.left is not None and stay.left < month.last):
        return Fraction(0)
    return Fraction(1) if stay.since is None else ramp.step(_between(first_full_month(stay.since), month))


def first_full_month(hired: date) -> Month:
    """The first month somebody hired on that day is there for all of."""
    return Month.of(hired - timedelta(days=1)).next()


def _between(first: Month, month: Month) -> int:
    return 12 * (month.year - first.year) + month.number - first.number


def part_there(months: Months, season: Sequence[Number]) -> Fraction:
    """The part of the season's weights somebody is there for, ramp included; an all-zero season counts as even."""
    weights = [exact(weight) for weight in season]
    if not any(weights):
        weights = [Fraction(1)] * len(weights)
    return sum((own * weight for own, weight in zip(months, weights, strict=True)), Fraction(0)) / sum(weights)
