"""A target beside its actual, and what follows from the two. A total is made of summed parts."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from salescli.measure.achievement import Status, Thresholds, achievement, classify, variance
from salescli.measure.period import Month

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Figures:
    """Yuan. A target of 0 is no target; `collected` is None where nobody reported it.

    `actual` is None in a month of which nobody reported anything, which is not the same as nothing sold. What follows
    from the two is worked out once, since sheets ask for it several times.
    """

    target: Decimal
    actual: Decimal | None
    collected: Decimal | None = None

    @cached_property
    def achievement(self) -> Fraction | None:
        """达成率; None without a target."""
        return achievement(self.actual, self.target)

    @property
    def told(self) -> bool:
        """Whether anything is known of the result."""
        return self.actual is not None

    @property
    def variance(self) -> Decimal | None:
        """差额 = actual − target; None without data."""
        return variance(self.actual, self.target)

    def status(self, thresholds: Thresholds) -> Status:
        """The traffic light, by the exact achievement."""
        return classify(self.achievement, thresholds) if self.told else Status.NO_DATA


@dataclass(frozen=True, slots=True)
class TrackedRow:
    """One person's target and result in a month, for one product line; `month` is None in a table without months."""

    month: Month | None
    region: str
    product: str | None
    employee_id: str | None
    person: str
    figures: Figures
    note: str | None = None


def total(parts: Iterable[Figures]) -> Figures:
    """The sum of `parts`; its achievement is Σ actual ÷ Σ target, never an average.

    Beside parts with data those without any are left out, their targets too: both sums speak of the same months.
    """
    parts = tuple(parts)
    told = tuple(part for part in parts if part.told) or parts
    return Figures(
        sum((part.target for part in told), NOTHING),
        total_of(part.actual for part in told) if parts else NOTHING,
        total_of(part.collected for part in told),
    )


def so_far(parts: Iterable[Figures]) -> Figures:
    """The sum of all targets beside what is known to have come: what is still to be told has not come yet."""
    parts = tuple(parts)
    return Figures(
        sum((part.target for part in parts), NOTHING),
        total_of(part.actual for part in parts),
        total_of(part.collected for part in parts),
    )


def total_of(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the amounts that are there; None when none is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, NOTHING) if known else None
