"""The rows of one table from many files, reports or ledgers: each content once, in the order of the files."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Generic

from salescli.excel.intake import Intake
from salescli.excel.parts import Part
from salescli.excel.records import InvalidRow
from salescli.table.codes import track as codes
from salescli.table.errors import UnusableFile
from salescli.table.problem import Place, problem
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

    rows: Sequence[RowT] = ()
    read: int = 0
    invalid: list[InvalidRow] = field(default_factory=list)
    copies: list[tuple[RowT | InvalidRow, Text]] = field(default_factory=list)


def gather_files(intake: Intake, files: Sequence[Path], table: Table[RowT]) -> Gathered[RowT]:
    """Read `table` from each of `files`, from all sheets that hold it, whatever they are called; see :func:`gather`."""
    return gather(intake, intake.parts(files, table, every=(table,)), table)


def gather(intake: Intake, parts: Sequence[Part], table: Table[RowT]) -> Gathered[RowT]:
    """The rows of `table` from what was read of many files.

    A file without it is an error among the problems; a file whose content was read before gives copies only.
    Raises UnusableFile, with every file that is no workbook.
    """
    refused = [said for part in parts for said in (part.refused or part.of(table).refused)]
    if refused:
        raise UnusableFile(refused)
    found, seen, read = Gathered[RowT](), dict[str, str](), list[Sequence[RowT]]()
    for part in parts:
        intake.accept(part)
        portion, digest = part.of(table), part.sha256 or ""
        if portion.absent is not None:
            intake.add(portion.absent)
        if (records := portion.records) is None:
            continue
        found.read += records.count
        if (other := seen.get(digest)) is not None:
            intake.add(problem(codes.SAME_CONTENT, Place(part.file), other=other, rows=records.count))
            why = filled(words.SAME_FILE, path=other)
            found.copies += [(row, why) for row in records.rows]
            found.copies += [(row, why) for row in records.invalid]
        else:
            intake.note(records)
            read.append(records.read)
            found.invalid += records.invalid
        seen.setdefault(digest, part.file)
    found.rows = read[0] if len(read) == 1 else list(chain.from_iterable(read))  # one file's rows need not be made
    return found
