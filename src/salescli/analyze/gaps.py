"""Where each metric stands against the year's target, with the gap that is left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from salescli.analyze.compare import StatedBase
from salescli.analyze.tables import StatusRow
from salescli.measure.achievement import Direction
from salescli.measure.metric import Measure, figure, figure_text
from salescli.measure.ratio import points_text, ratio_text
from salescli.table.codes import analyze as codes
from salescli.table.kind import normal
from salescli.table.problem import Problem, problem
from salescli.words.language import Lang


@dataclass(frozen=True, slots=True)
class Gap:
    """One metric's distance from its target. `rate` = gap ÷ target, `rate_on_current` = gap ÷ current value.

    `stated_rate` is the rate the user wrote, and `stated_base` the base that reproduces it.
    """

    name: str
    measure: Measure
    unit: str | None
    direction: Direction
    current: Decimal
    target: Decimal
    gap: Decimal
    rate: Fraction | None
    rate_on_current: Fraction | None
    stated_rate: Decimal | None
    stated_base: StatedBase | None
    issue: str | None

    def show_gap(self, lang: Lang) -> str:
        """The gap as a person would write it: between ratios in points, ``4.0个百分点``."""
        if self.measure is Measure.RATIO:
            return points_text(self.gap, lang).lstrip("+")
        return figure(self.gap, self.measure, self.unit, lang)

    def document(self) -> dict[str, Any]:
        """The standing as ``--json`` shows it; a gap between ratios is a difference in points, 0.04."""
        return {
            "metric": self.name,
            "measure": str(self.measure),
            "unit": self.unit,
            "current": figure_text(self.current, self.measure),
            "target": figure_text(self.target, self.measure),
            "gap": figure_text(self.gap, self.measure),
            "gap_rate": ratio_text(self.rate),
            "stated_gap_rate": ratio_text(self.stated_rate),
            "stated_base": self.stated_base,
            "issue": self.issue,
        }


def gaps_of(rows: Sequence[StatusRow]) -> tuple[Gap, ...]:
    """Every row with its gap."""
    return tuple(_gap(row) for row in rows)


def _gap(row: StatusRow) -> Gap:
    unit, stood = row.one_unit, row.standing()
    current, target = unit.value(row.current), unit.value(row.target)
    assert current is not None  # both columns are required
    assert target is not None
    return Gap(
        name=row.name,
        measure=unit.measure,
        unit=unit.unit,
        direction=row.way,
        current=current,
        target=target,
        gap=stood.gap,
        rate=stood.gap_rate,
        rate_on_current=stood.rate_on_current,
        stated_rate=row.gap_rate,
        stated_base=row.stated_base,
        issue=row.issue,
    )


def gap_problems(rows: Sequence[StatusRow]) -> Iterator[Problem]:
    """Metrics that stand there twice."""
    seen: dict[str, StatusRow] = {}
    for row in rows:
        first = seen.setdefault(normal(row.name), row)
        if first is not row:
            yield problem(codes.REPEATED_METRIC, row.at("name"), metric=row.name, other=first.at("name"))
