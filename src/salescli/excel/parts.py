"""What one file of many gives: its digest and its records, read anywhere and handed on whole.

A part is all that a run keeps of a file, so that files can be read in any order, by other processes or on other
machines, and merged in the order of their names with the same result.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic

from salescli.excel.records import Records
from salescli.excel.source import ReadOptions, SourceWorkbook
from salescli.table.errors import UnusableFile
from salescli.table.problem import Problem
from salescli.table.row import RowT
from salescli.table.table import Table


@dataclass(frozen=True, slots=True)
class Portion(Generic[RowT]):
    """What a file holds of one table: its records; or why there are none.

    `refused` says why the table could not be chosen among the sheets, `absent` that no sheet has it.
    """

    records: Records[RowT] | None = None
    absent: Problem | None = None
    refused: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One file. `sha256` is None where it could not be read at all, which `refused` explains."""

    path: Path
    sha256: str | None
    portions: tuple[tuple[str, Portion[Any]], ...] = ()
    refused: tuple[Problem, ...] = ()

    @property
    def file(self) -> str:
        """The file as the user named it."""
        return str(self.path)

    def of(self, table: Table[RowT]) -> Portion[RowT]:
        """What it holds of `table`, one of those it was read for."""
        return dict(self.portions)[table.name]


@dataclass(frozen=True, slots=True)
class Task:
    """Reading a file for its `tables`.

    Of those in `complete` it takes only what has every required column; of those in `every` all sheets that fit.
    """

    tables: tuple[Table[Any], ...]
    options: ReadOptions
    complete: tuple[Table[Any], ...] = ()
    every: tuple[Table[Any], ...] = ()

    def __call__(self, path: Path, at: Path | None = None) -> Part:
        """Read `path`, which lies `at` another place for the process that reads it. Raises nothing of the file's."""
        try:
            source = SourceWorkbook(path, self.options, at=at)
        except UnusableFile as error:
            return Part(path, None, refused=error.problems)
        portions = tuple((table.name, self._portion(source, table)) for table in self.tables)
        return Part(path, source.raw.sha256, portions)

    def _portion(self, source: SourceWorkbook, table: Table[RowT]) -> Portion[RowT]:
        try:
            if table in self.complete:
                found = source.find(table)
                if found is None or not found.match.fits:
                    return Portion()
            records = source.read_every(table) if table in self.every else source.read(table)
        except UnusableFile as error:
            return Portion(refused=error.problems)
        return Portion(records) if records is not None else Portion(absent=source.absent(table))


def each(task: Task, files: Sequence[Path]) -> Iterable[Part]:
    """Every file, one after the other."""
    return map(task, files)
