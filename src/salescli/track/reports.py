"""The weekly rows of all report files, with an account of what was read from each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from salescli.excel.intake import Intake
from salescli.excel.parts import Part
from salescli.track.account import Excluded, Reason, excluded
from salescli.track.side_files import gather
from salescli.track.tables import WEEKLY, WeeklyRow


@dataclass(slots=True)
class Stack:
    """All reports: the rows to merge in the order of their files, and those already left out.

    `read` counts every data row of every file. `settled` are the ids of rows that a tracking workbook counts
    already.
    """

    rows: list[WeeklyRow] = field(default_factory=list)
    read: int = 0
    excluded: list[Excluded] = field(default_factory=list)
    settled: frozenset[int] = frozenset()


def read_reports(intake: Intake, parts: Sequence[Part]) -> Stack:
    """The weekly table of each file, whatever its sheet is called; raises UnusableFile (see :func:`gather`)."""
    found = gather(intake, parts, WEEKLY)
    left_out = [Excluded(Reason.INVALID, place) for place in found.invalid]
    for place, row, why in found.copies:
        copy = Excluded(Reason.DUPLICATE, place, detail=why) if row is None else excluded(row, Reason.DUPLICATE, why)
        left_out.append(copy)
    return Stack(found.rows, found.read, left_out)
