"""The weekly rows of all report files, with an account of what was read from each."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from salescli.excel.intake import Intake
from salescli.excel.records import Records
from salescli.table.codes import track as codes
from salescli.table.errors import UnusableFile
from salescli.table.problem import Place, Problem, problem
from salescli.track.account import Excluded, Reason, excluded
from salescli.track.spoken import filled
from salescli.track.tables import WEEKLY, WeeklyRow
from salescli.words import track as words


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


def read_reports(intake: Intake, files: Sequence[Path]) -> Stack:
    """Read the weekly table of each file, whatever its sheet is called.

    A file without one is an error among the problems. Raises UnusableFile, with every file that is no
    workbook. A file whose content was read before gives duplicates only.
    """
    desk = Intake(replace(intake.options, sheet=None))
    stack, seen, unusable = Stack(), dict[str, str](), list[Problem]()
    for path in files:
        try:
            source = desk.open(path)
            records = source.read(WEEKLY)
        except UnusableFile as error:
            unusable += error.problems
            continue
        digest = source.raw.sha256
        if records is None:
            desk.add(source.absent(WEEKLY))
        elif digest in seen:
            desk.add(problem(codes.SAME_CONTENT, Place(source.file), other=seen[digest], rows=records.count))
            stack.excluded += _copies(records, seen[digest])
            stack.read += records.count
        else:
            stack.rows += desk.take(records)
            stack.read += records.count
            stack.excluded += [Excluded(Reason.INVALID, row.place) for row in records.invalid]
        seen.setdefault(digest, source.file)
    if unusable:
        raise UnusableFile(unusable)
    intake.inputs += [item for item in desk.inputs if item not in intake.inputs]
    intake.paths += desk.paths
    intake.problems += desk.problems
    intake.invalid += desk.invalid
    return stack


def _copies(records: Records[WeeklyRow], original: str) -> list[Excluded]:
    """Every row of a file that was read before under another name."""
    detail = filled(words.SAME_FILE, path=original)
    copies = [excluded(row, Reason.DUPLICATE, detail) for row in records.rows]
    return copies + [Excluded(Reason.DUPLICATE, row.place, detail=detail) for row in records.invalid]
