"""The heat map: achievement of every region in every month of the tracking table."""

from collections.abc import Sequence
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


def heat(rows: Sequence[MonthlyRow], thresholds: Thresholds, up_to: Month | None) -> tuple[Cell, ...]:
    """A cell for every region and month of the rows up to the one analyzed, by month and then in the rows' order."""
    sums: dict[tuple[Month, str], tuple[Decimal, Decimal]] = {}
    for row in rows:
        if row.month is not None and (up_to is None or row.month <= up_to):
            target, actual = sums.get((row.month, row.region), (Decimal(0), Decimal(0)))
            sums[row.month, row.region] = (target + row.target, actual + row.actual)
    cells = []
    for (month, region), (target, actual) in sorted(sums.items(), key=lambda item: item[0][0]):
        reached = achievement(actual, target)
        cells.append(Cell(region, month, target, actual, reached, classify(reached, thresholds)))
    return tuple(cells)
