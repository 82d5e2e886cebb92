"""The self-checks among the report files; a file that holds nothing else is taken out of the reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from salescli.excel.intake import Intake
from salescli.excel.parts import Part
from salescli.excel.source import SourceWorkbook
from salescli.table.codes import outlook as codes
from salescli.table.problem import Place, Problem, problem
from salescli.track.recall import remembers
from salescli.track.report_files import Lying
from salescli.track.tables import SELFCHECK, WEEKLY, SelfCheckRow

MOST_NAMED: Final = 5


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
    own, lying = source.path.resolve(), Lying()
    for part in intake.parts(files, WEEKLY, SELFCHECK, complete=(SELFCHECK,), every=(WEEKLY,)):
        if part.refused or part.of(WEEKLY).refused or lying.at(part.path) == own:
            reports.append(part)
            continue
        if (records := part.of(SELFCHECK).records) is not None:
            rows += (taken := intake.take(records))
            intake.add(*_empty(taken))
            if part.of(WEEKLY).records is None:
                intake.accept(part)
                continue
        reports.append(part)
    return Sorted(tuple(rows), tuple(reports))


def _empty(rows: Sequence[SelfCheckRow]) -> Iterator[Problem]:
    """That a form came back without a single item filled in."""
    if not rows or any(row.actual is not None for row in rows):
        return
    place = rows[0].at()
    people = tuple(dict.fromkeys(row.person for row in rows if row.person is not None))
    weeks = tuple(dict.fromkeys(str(row.week) for row in rows if row.week is not None))
    details = {"rows": len(rows), "people": people[:MOST_NAMED], "count": len(people), "weeks": weeks}
    yield problem(codes.CHECK_EMPTY, Place(place.file, place.sheet), **details)


def _answered(rows: Sequence[SelfCheckRow]) -> list[SelfCheckRow]:
    """The rows of who filled in anything of a week; what is left is the form that an earlier run laid out."""
    told = {_form(row) for row in rows if row.actual is not None}
    return [row for row in rows if _form(row) in told]


def _form(row: SelfCheckRow) -> tuple[object, ...]:
    return (row.person, row.employee_id, row.region, row.week)
