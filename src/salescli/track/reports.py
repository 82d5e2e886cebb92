"""The weekly rows of all report files, with an account of what was read from each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from salescli.excel.intake import Intake
from salescli.excel.parts import Part
from salescli.table.codes import headers as header_codes
from salescli.table.codes import track as codes
from salescli.table.errors import UnusableFile
from salescli.table.problem import Place, problem
from salescli.track.account import Excluded, Reason, excluded
from salescli.track.kept import KEPT_REPORTS, LEFT_OUT
from salescli.track.report import NOTHING_KNOWN, Known
from salescli.track.side_files import gather
from salescli.track.tables import WEEKLY, WeeklyRow


@dataclass(slots=True)
class Stack:
    """All reports: the rows to merge in the order of their files, and those already left out.

    `read` counts every data row of every file; `known` is what a tracking workbook makes of rows already.
    """

    rows: list[WeeklyRow] = field(default_factory=list)
    read: int = 0
    excluded: list[Excluded] = field(default_factory=list)
    known: Known = NOTHING_KNOWN


def read_reports(intake: Intake, parts: Sequence[Part]) -> Stack:
    """The weekly table of each file, whatever its sheet is called; raises UnusableFile (see :func:`gather`)."""
    if ours := [problem(codes.REPORT_IS_TRACKING, Place(part.file)) for part in parts if _is_ours(part)]:
        raise UnusableFile(ours)
    found = gather(intake, parts, WEEKLY)
    left_out = [Excluded(Reason.INVALID, place) for place in found.invalid]
    for place, row, why in found.copies:
        copy = Excluded(Reason.DUPLICATE, place, detail=why) if row is None else excluded(row, Reason.DUPLICATE, why)
        left_out.append(copy)
    return Stack(found.rows, found.read, left_out)


def _is_ours(part: Part) -> bool:
    """Whether a report is a tracking workbook: two of its sheets look like a report, under the names known there."""
    records = None if part.refused else part.of(WEEKLY).records
    for item in () if records is None else records.problems:
        sheets = item.details.get("sheets")
        if item.code is header_codes.SHEETS_READ and isinstance(sheets, tuple):
            return all(set(sheets) & set(table.sheet_names) for table in (KEPT_REPORTS, LEFT_OUT))
    return False
