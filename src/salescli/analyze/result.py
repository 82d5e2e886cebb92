"""What one analysis found: the whole truth that screen, JSON and workbook render."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from salescli.analyze.diagnosis import CustomerRow, ProblemRow
from salescli.analyze.drill import Breakdown
from salescli.analyze.funnel import Stage
from salescli.analyze.gaps import Gap
from salescli.analyze.metrics import Metric
from salescli.measure.achievement import DEFAULT_THRESHOLDS, Thresholds
from salescli.measure.period import Month


@dataclass(frozen=True, slots=True)
class AnalysisResult:
    """`stated` are the metrics of the workbook's own table, `breakdowns` what its tracking table gives.

    `problems` and `customers` are the validated rows of their tables, kept as they are; None where a table
    was not there.
    """

    month: Month | None = None
    stated: Sequence[Metric] = ()
    breakdowns: Sequence[Breakdown] = ()
    gaps: Sequence[Gap] | None = None
    funnel: Sequence[Stage] | None = None
    problems: Sequence[ProblemRow] | None = None
    customers: Sequence[CustomerRow] | None = None
    thresholds: Thresholds = DEFAULT_THRESHOLDS

    @property
    def teams(self) -> tuple[Metric, ...]:
        """The team's metrics that the tracking table gives, each once."""
        return tuple({item.metric: item.team for item in self.breakdowns}.values())

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """Every metric of every scope, the team's first."""
        parts = (part.metric for item in self.breakdowns for part in item.parts)
        return (*self.stated, *self.teams, *parts)

    def document(self) -> dict[str, Any]:
        """The ``result`` of the JSON document."""
        return {
            "month": None if self.month is None else str(self.month),
            "metrics": [item.document() for item in self.metrics],
            "status": [item.document() for item in self.gaps or ()],
            "funnel": [item.document() for item in self.funnel or ()],
            "drivers": [
                {"by": str(item.cut), **part.document()}
                for item in self.breakdowns
                if item.compared
                for part in item.parts
            ],
            "kept": {"problems": len(self.problems or ()), "customers": len(self.customers or ())},
        }
