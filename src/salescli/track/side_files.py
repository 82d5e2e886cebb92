"""Tables that stand beside the reports: the rows of several files of one kind, each content once."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic

from salescli.excel.intake import Intake
from salescli.table.codes import track as codes
from salescli.table.errors import UnusableFile
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.track.spoken import filled
from salescli.words import track as words
from salescli.words.language import Text


@dataclass(slots=True)
class Gathered(Generic[RowT]):
    """The rows to take in the order of their files, the unreadable ones, and those of files read before.

    `read` counts every data row of every file.
    """

    rows: list[RowT] = field(default_factory=list)
    read: int = 0
    invalid: list[Place] = field(default_factory=list)
    copies: list[tuple[Place, RowT | None, Text]] = field(default_factory=list)


def gather(intake: Intake, files: Sequence[Path], table: Table[RowT]) -> Gathered[RowT]:
    """Read `table` from each of `files`, whatever its sheet is called.

    A file without it is an error among the problems. Raises UnusableFile, with every file that is no workbook.
    """
    desk = Intake(replace(intake.options, sheet=None))
    found, seen, unusable = Gathered[RowT](), dict[str, str](), list[Problem]()
    for path in files:
        try:
            source = desk.open(path)
            records = source.read(table)
        except UnusableFile as error:
            unusable += error.problems
            continue
        digest = source.raw.sha256
        if records is None:
            desk.add(source.absent(table))
            continue
        found.read += records.count
        if (other := seen.get(digest)) is not None:
            desk.add(problem(codes.SAME_CONTENT, Place(source.file), other=other, rows=records.count))
            why = filled(words.SAME_FILE, path=other)
            found.copies += [(row.at(), row, why) for row in records.rows]
            found.copies += [(row.place, None, why) for row in records.invalid]
        else:
            found.rows += desk.take(records)
            found.invalid += [row.place for row in records.invalid]
        seen.setdefault(digest, source.file)
    if unusable:
        raise UnusableFile(unusable)
    intake.inputs += [item for item in desk.inputs if item not in intake.inputs]
    intake.paths += desk.paths
    intake.problems += desk.problems
    intake.invalid += desk.invalid
    return found
