"""The funnel of a plan: the rates by which its process targets are worked back from sales."""

from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
from salescli.split.funnel import Funnel, read_funnel
from salescli.split.tables.process import PROCESS
from salescli.table.problem import Severity


def read_process(intake: Intake, source: SourceWorkbook) -> Funnel | None:
    """The funnel of a plan's workbook, from the sheet that split wrote or the table 过程参数; None without one."""
    fitting = [found for found in source.candidates(PROCESS) if found.match.fits and "price" in found.match.columns]
    if not fitting:
        return None
    records = source.read_found(fitting[0])
    intake.add(*(item for item in records.problems if item.severity is Severity.ERROR))  # counts below are no matter
    intake.invalid += records.invalid
    funnel, problems = read_funnel(records.rows)
    intake.add(*problems)
    return funnel
