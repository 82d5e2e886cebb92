"""The heat map: achievement of every region in every month of the tracking table."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from salescli.measure.achievement import Status, Thresholds, achievement, classify
from salescli.measure.money import money_text
from salescli.measure.period import Month
from salescli.measure.ratio import ratio_text
from salescli.track.tables import MonthlyRow


@dataclass(frozen=True, slots=True)
class Cell:
    """One region in one month: Σ actual against Σ target, in yuan."""

    region: str
    month: Month
    target: Decimal
    actual: Decimal
    achievement: Fraction | None
    status: Status

    def document(self) -> dict[str, Any]:
        """The cell as ``--json`` shows it."""
        return {
            "region": self.region,
            "month": str(self.month),
            "target": money_text(self.target),
            "actual": money_text(self.actual),
            "achievement": ratio_text(self.achievement),
            "status": str(self.status),
        }


def heat(
    months: Mapping[Month, Sequence[MonthlyRow]], thresholds: Thresholds, shown: Collection[Month]
) -> tuple[Cell, ...]:
    """A cell for every region of the `shown` ones of the known months, by month and then in the rows' order."""
    sums: dict[tuple[Month, str], tuple[Decimal, Decimal]] = {}
    for month in sorted(shown):
        for row in months[month]:
            target, actual = sums.get((month, row.region), (Decimal(0), Decimal(0)))
            sums[month, row.region] = (target + row.target, actual + row.actual)
    cells = []
    for (month, region), (target, actual) in sums.items():
        reached = achievement(actual, target)
        cells.append(Cell(region, month, target, actual, reached, classify(reached, thresholds)))
    return tuple(cells)
