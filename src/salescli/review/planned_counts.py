"""The counts that a plan workbook asks for, stated or worked back by its funnel, for the steps of a week."""

from dataclasses import replace

from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
from salescli.split.tables.plan import PLAN
from salescli.table.problem import Severity
from salescli.track.goals import plan_goals
from salescli.track.metric_targets import MetricTarget
from salescli.track.process_file import read_process


def planned_counts(intake: Intake, source: SourceWorkbook) -> tuple[MetricTarget, ...]:
    """The plan's targets beside sales; what is wrong with them is a warning, since a review goes on without."""
    placed = next((found for found in source.candidates(PLAN) if found.named and found.match.fits), None)
    if placed is None:
        return ()
    records = source.read_found(placed)
    goals, said = plan_goals(records.rows, read_process(intake, source))
    wrong = [item for item in (*records.problems, *said) if item.severity is Severity.ERROR]
    intake.add(*(replace(item, code=replace(item.code, severity=Severity.WARNING)) for item in wrong))
    return goals.others
