"""A target beside its actual, and what follows from the two. A total is made of summed parts."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from salescli.measure.achievement import Status, Thresholds, achievement, classify, variance
from salescli.measure.period import Month

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Figures:
    """Yuan. A target of 0 is no target; `collected` is None where nobody reported it."""

    target: Decimal
    actual: Decimal
    collected: Decimal | None = None

    @property
    def achievement(self) -> Fraction | None:
        """达成率; None without a target."""
        return achievement(self.actual, self.target)

    @property
    def variance(self) -> Decimal:
        """差额 = actual − target."""
        return variance(self.actual, self.target) or NOTHING

    def status(self, thresholds: Thresholds) -> Status:
        """The traffic light, by the exact achievement."""
        return classify(self.achievement, thresholds)


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
    """The sum of `parts`; its achievement is Σ actual ÷ Σ target, never an average."""
    parts = tuple(parts)
    return Figures(
        sum((part.target for part in parts), NOTHING),
        sum((part.actual for part in parts), NOTHING),
        total_of(part.collected for part in parts),
    )


def total_of(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the amounts that are there; None when none is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, NOTHING) if known else None
