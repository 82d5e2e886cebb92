"""月度走势: the team month by month, each against its target and the month before, and the year to date."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from salescli.measure.achievement import Status, Thresholds, achievement, classify
from salescli.measure.change import change
from salescli.measure.money import money_text
from salescli.measure.period import Month
from salescli.measure.ratio import ratio_text
from salescli.track.tables import MonthlyRow

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """One month of all rows together, in yuan. `previous` is the actual of the calendar month before and `last_year`
    that of the year before, None where it is not known; the `year_` figures add up the year's known months."""

    month: Month
    target: Decimal
    actual: Decimal
    status: Status
    previous: Decimal | None
    last_year: Decimal | None
    year_target: Decimal
    year_actual: Decimal

    @property
    def achievement(self) -> Fraction | None:
        """达成率."""
        return achievement(self.actual, self.target)

    @property
    def year_achievement(self) -> Fraction | None:
        """累计达成率."""
        return achievement(self.year_actual, self.year_target)

    @property
    def mom(self) -> Fraction | None:
        """环比."""
        return change(self.actual, self.previous)

    @property
    def yoy(self) -> Fraction | None:
        """同比."""
        return change(self.actual, self.last_year)

    def document(self) -> dict[str, Any]:
        """The month as ``--json`` shows it."""
        amounts = ("target", "actual", "year_target", "year_actual")
        ratios = ("achievement", "mom", "yoy", "year_achievement")
        return {
            "month": str(self.month),
            **{key: money_text(getattr(self, key)) for key in amounts},
            **{key: ratio_text(getattr(self, key)) for key in ratios},
            "status": str(self.status),
        }


def months_of(
    months: Mapping[Month, Sequence[MonthlyRow]], thresholds: Thresholds, shown: Collection[Month]
) -> tuple[MonthFigures, ...]:
    """The `shown` ones of the months that are known; nothing for a single one."""
    if len(shown) < 2:
        return ()
    compared = {month: sum((row.actual for row in rows), ZERO) for month, rows in months.items()}
    found: list[MonthFigures] = []
    for month in sorted(shown):
        target, actual = sum((row.target for row in months[month]), ZERO), compared[month]
        so_far = found[-1] if found and found[-1].month.year == month.year else None
        found.append(
            MonthFigures(
                month,
                target,
                actual,
                classify(achievement(actual, target), thresholds),
                compared.get(month.previous()),
                compared.get(month.last_year),
                target + (so_far.year_target if so_far else ZERO),
                actual + (so_far.year_actual if so_far else ZERO),
            )
        )
    return tuple(found)
