"""月度走势: the team month by month, each against its target and the month before, and the year to date."""

from collections.abc import Iterable, Iterator, Sequence
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
    rows: Sequence[MonthlyRow], thresholds: Thresholds, up_to: Month | None, before: Sequence[MonthlyRow] = ()
) -> tuple[MonthFigures, ...]:
    """Every month of the rows up to the one analyzed; nothing for a table of a single month.

    `before` are the rows of the workbooks to compare with; a month that the rows have themselves is not taken again.
    """
    known = _sums(row for row in rows if up_to is None or (row.month is not None and row.month <= up_to))
    if len(known) < 2:
        return ()
    compared = {month: actual for month, (_, actual) in (_sums(_each_once(before)) | known).items()}
    found: list[MonthFigures] = []
    for month in sorted(known):
        target, actual = known[month]
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


def _sums(rows: Iterable[MonthlyRow]) -> dict[Month, tuple[Decimal, Decimal]]:
    known: dict[Month, tuple[Decimal, Decimal]] = {}
    for row in rows:
        if row.month is not None:
            target, actual = known.get(row.month, (ZERO, ZERO))
            known[row.month] = (target + row.target, actual + row.actual)
    return known


def _each_once(rows: Sequence[MonthlyRow]) -> Iterator[MonthlyRow]:
    """The rows of each month from the first workbook that has it."""
    first: dict[Month | None, str | None] = {}
    for row in rows:
        if first.setdefault(row.month, row.at().file) == row.at().file:
            yield row
