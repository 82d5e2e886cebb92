"""The self-checks among the report files; a file that holds nothing else is taken out of the reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from salescli.excel.intake import Intake
from salescli.excel.parts import Part
from salescli.excel.source import SourceWorkbook
from salescli.track.recall import remembers
from salescli.track.tables import SELFCHECK, WEEKLY, SelfCheckRow


@dataclass(frozen=True, slots=True)
class Sorted:
    """The self-check rows, and what was read of the files that are left as reports."""

    rows: tuple[SelfCheckRow, ...]
    reports: tuple[Part, ...]


def take_selfchecks(intake: Intake, source: SourceWorkbook, files: Sequence[Path]) -> Sorted:
    """The self-checks of the plan's own workbook and of `files`, which are read here once, reports and all.

    A file that cannot be read is left a report, where taking it will say why.
    """
    rows: list[SelfCheckRow] = []
    if source.find(SELFCHECK) is not None:
        rows += intake.want(source, SELFCHECK) or ()
    if remembers(source):
        rows = _answered(rows)
    reports = []
    own = source.path.resolve()
    for part in intake.parts(files, WEEKLY, SELFCHECK, complete=(SELFCHECK,), every=(WEEKLY,)):
        if part.refused or part.of(WEEKLY).refused or part.path.resolve() == own:
            reports.append(part)
            continue
        if (records := part.of(SELFCHECK).records) is not None:
            rows += intake.take(records)
            if part.of(WEEKLY).records is None:
                intake.accept(part)
                continue
        reports.append(part)
    return Sorted(tuple(rows), tuple(reports))


def _answered(rows: Sequence[SelfCheckRow]) -> list[SelfCheckRow]:
    """The rows of who filled in anything of a week; what is left is the form that an earlier run laid out."""
    told = {_form(row) for row in rows if row.actual is not None}
    return [row for row in rows if _form(row) in told]


def _form(row: SelfCheckRow) -> tuple[object, ...]:
    return (row.person, row.employee_id, row.region, row.week)
