"""A stage's desk: it opens the inputs, gathers all that is to be said of them, and lets a result out.

Every `run.py` works the same way::

    intake = Intake(options)
    source = intake.open(path)
    rows = intake.need(source, GOALS)          # () and an error when the table is not there
    result = None if intake.blocked else calculate(rows, …)
    return intake.finish("split", result, book, output)
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from salescli.excel.book import Book
from salescli.excel.crew import Alone, Crew
from salescli.excel.guard import Limits
from salescli.excel.lost_zeros import Identifiers
from salescli.excel.parts import Part, Task
from salescli.excel.records import InvalidRow, Records
from salescli.excel.source import ReadOptions, SourceWorkbook
from salescli.excel.watch import Watch, unseen
from salescli.excel.write import write_book
from salescli.table.codes import outputs as codes
from salescli.table.config import DEFAULTS, Config
from salescli.table.outcome import InputFile, Outcome, ResultT
from salescli.table.problem import Place, Problem, Severity, problem
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.words import books as words
from salescli.words.language import Lang


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What all commands share: configuration, sheet choice, overwriting, and leaving out invalid rows.

    `year` is that of dates without one, `year_else` where their sheet does not tell it.
    """

    config: Config = DEFAULTS
    sheet: str | None = None
    year: int | None = None
    force: bool = False
    skip_invalid: bool = False
    password: str | None = None
    year_else: int | None = None
    crew: Crew = field(default_factory=Alone)
    watch: Watch = unseen

    def reading(self) -> ReadOptions:
        """How inputs are opened."""
        keys = self.config.limits
        limits = Limits(
            max_cells=keys.max_cells,
            max_unpacked_bytes=keys.max_unpacked_mib << 20,
            max_file_bytes=keys.max_file_mib << 20,
            max_ratio=keys.max_ratio,
            max_sheets=keys.max_sheets,
            max_parts=keys.max_parts,
            max_annotated_cells=keys.max_annotated_cells,
            max_problems=keys.max_problems,
        )
        lights = self.config.traffic_lights()
        return ReadOptions(self.sheet, self.config.columns, self.year, limits, lights, self.password, self.year_else)


DEFAULT_RUN = RunOptions()


class Intake:
    """Collects inputs, problems and invalid rows of one run."""

    def __init__(self, options: RunOptions = DEFAULT_RUN) -> None:
        self.options = options
        self.inputs: list[InputFile] = []
        self.paths: list[Path] = []
        self.problems: list[Problem] = []
        self.invalid: list[InvalidRow] = []
        self.of_rows: list[Problem] = []
        self.lang: Lang | None = None
        self._known: set[InputFile] = set()
        self._identifiers = Identifiers()

    def open(self, path: Path, *, tables: Sequence[Table[Any]] = ()) -> SourceWorkbook:
        """Open an input that may hold `tables`; raises UnusableFile. The first input gives the output its language."""
        source = SourceWorkbook(path, self.options.reading(), tables=tables)
        self.inputs.append(InputFile(source.file, source.raw.sha256))
        self._known.add(self.inputs[-1])
        self.paths.append(path)
        if self.lang is None:
            self.lang = source.lang
        return source

    def parts(
        self,
        files: Sequence[Path],
        *tables: Table[Any],
        complete: tuple[Table[Any], ...] = (),
        every: tuple[Table[Any], ...] = (),
    ) -> tuple[Part, ...]:
        """What each of `files` holds of `tables`, whatever their sheets are called; see :class:`Task` for the rest.

        Nothing is noted yet: :meth:`accept` does that, file by file.
        """
        options = replace(self.options.reading(), sheet=None)
        found = []
        for part in self.options.crew.read(Task(tables, options, complete, every), files):
            found.append(part)
            self.options.watch(words.READING_FILES, len(found), len(files))
        return tuple(found)

    def accept(self, part: Part) -> None:
        """Note a file that could be read as an input, once."""
        if part.sha256 is not None:
            known = InputFile(part.file, part.sha256)
            if known not in self._known:
                self._known.add(known)
                self.inputs.append(known)
            self.paths.append(part.path)

    def add(self, *found: Problem) -> None:
        """Note findings of the calculation."""
        self.problems.extend(found)

    def need(self, source: SourceWorkbook, table: Table[RowT], *, year: int | None = None) -> tuple[RowT, ...]:
        """The valid rows of a table that has to be there; an error is noted when it is not."""
        records = source.read(table, year=year)
        if records is None:
            self.add(source.absent(table))
            return ()
        return self.take(records)

    def want(self, source: SourceWorkbook, table: Table[RowT], *, year: int | None = None) -> tuple[RowT, ...] | None:
        """The valid rows of a table that may be there; None when it is not."""
        records = source.read(table, year=year)
        return None if records is None else self.take(records)

    def take(self, records: Records[RowT]) -> tuple[RowT, ...]:
        """Note what reading found and hand on the valid rows."""
        self.note(records)
        return records.rows

    def note(self, records: Records[Any]) -> None:
        """Note what reading found."""
        self.problems.extend(records.problems)
        self.problems.extend(self._identifiers.note(records.read))
        self.invalid.extend(records.invalid)

    def add_of_rows(self, *found: Problem) -> None:
        """Note errors that leave out rows only, which --skip-invalid forgives like unreadable ones."""
        self.problems.extend(found)
        self.of_rows.extend(found)

    @property
    def blocked(self) -> bool:
        """Whether errors forbid an output: any error, or with --skip-invalid any that is not a row's own."""
        pardoned: set[int] = set()
        if self.options.skip_invalid:
            pardoned = {id(reason) for row in self.invalid for reason in row.reasons} | set(map(id, self.of_rows))
        return any(item.severity is Severity.ERROR and id(item) not in pardoned for item in self.problems)

    def finish(
        self,
        command: str,
        result: ResultT | None,
        book: Callable[[ResultT, Sequence[Problem], Lang], Book],
        output: Path | None,
    ) -> Outcome[ResultT]:
        """Write the workbook unless errors forbid it (or no output was asked for), and report the run."""
        outputs: tuple[Path, ...] = ()
        blocked = self.blocked
        if not blocked and result is not None and output is not None:
            whole = book(result, self.problems, self.lang or Lang.ZH)
            self._check_size(whole, output)
            watch = self.options.watch
            outputs = (write_book(whole, output, force=self.options.force, inputs=self.paths, watch=watch),)
        return Outcome(command, tuple(self.inputs), tuple(self.problems), result, outputs, blocked)

    def _check_size(self, book: Book, output: Path) -> None:
        """Say of a workbook that it is larger than what this program reads."""
        limit = self.options.config.limits.max_cells
        if book.cells > limit:
            details = {"cells": f"{book.cells:,}", "limit": f"{limit:,}"}
            self.problems.append(problem(codes.OUTPUT_BEYOND_LIMITS, Place(str(output)), **details))
