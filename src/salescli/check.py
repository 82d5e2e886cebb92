"""The library's `check`: which tables a workbook holds, and everything that is wrong in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from salescli.catalog import TABLES
from salescli.excel.annotatable import ensure_annotatable
from salescli.excel.annotate import annotate as write_annotated
from salescli.excel.authorship import written_by_us
from salescli.excel.headers import find_header
from salescli.excel.intake import DEFAULT_RUN, RunOptions
from salescli.excel.mapping import Mapped, mapping
from salescli.excel.read import RawSheet
from salescli.excel.records import Records
from salescli.excel.source import Found, SourceWorkbook
from salescli.split.tables.goals import GOALS
from salescli.table.codes import check as codes
from salescli.table.codes import headers as header_codes
from salescli.table.errors import CannotRun, UnusableFile
from salescli.table.outcome import InputFile, Outcome
from salescli.table.problem import Place, Problem, Severity, problem
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.templates import table_named


@dataclass(frozen=True, slots=True)
class CheckedTable:
    """A table that was found: where, what kind, how many data rows, and how it fared."""

    file: str
    sheet: str
    kind: str
    rows: int
    header_row: int
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All tables that were found; `clean` when nothing but notes is to be said.

    `suggested` holds, table by table, how each header is read; it is empty unless it was asked for.
    """

    tables: tuple[CheckedTable, ...]
    clean: bool
    suggested: tuple[tuple[Mapped, ...], ...] = ()

    @property
    def near(self) -> tuple[Mapped, ...]:
        """The headers that only look like a column: what ``[columns]`` in the configuration would settle."""
        return tuple(item for mapped in self.suggested for item in mapped if item.near)

    def document(self) -> dict[str, Any]:
        keys = ("file", "sheet", "kind", "rows", "header_row")
        result: dict[str, Any] = {"tables": [{key: getattr(item, key) for key in keys} for item in self.tables]}
        if self.suggested:
            result["suggested"] = [
                {
                    "file": table.file,
                    "sheet": table.sheet,
                    "kind": table.kind,
                    "columns": [
                        {"cell": item.cell, "header": item.header, "field": item.key, "near": item.near}
                        for item in mapped
                    ],
                }
                for table, mapped in zip(self.tables, self.suggested, strict=True)
            ]
        return result


def check(
    files: Sequence[Path],
    *,
    kind: str | None = None,
    annotate: Path | None = None,
    suggest: bool = False,
    run: RunOptions = DEFAULT_RUN,
) -> Outcome[CheckResult]:
    """Validate every table of `files`, as `kind` when given; with `annotate`, write the annotated copy there.

    With `suggest` the result also tells how each header is read, near misses included.

    A file that cannot be read is reported among the problems of the others; a lone one raises UnusableFile.
    """
    if annotate is not None and len(files) > 1:
        raise CannotRun([problem(codes.ONE_FILE_ONLY)])
    wanted = None if kind is None else table_named(kind)
    inputs: list[InputFile] = []
    tables: list[CheckedTable] = []
    problems: list[Problem] = []
    suggested: list[tuple[Mapped, ...]] = []
    unusable = False
    for path in files:
        try:
            source = SourceWorkbook(path, run.reading())
        except UnusableFile as error:
            if len(files) == 1:
                raise
            problems.extend(error.problems)
            unusable = True
            continue
        if annotate is not None:
            ensure_annotatable(path, source.raw.kind, source.options.limits)
        inputs.append(InputFile(source.file, source.raw.sha256))
        found, others = _checked(source, wanted)
        suggested += [mapping(item) for item in found] if suggest else []
        for table, said in _tables(source, found):
            tables.append(table)
            problems.extend(said)
        problems.extend(others)
        del source, found  # an annotated copy takes the room
    outputs: tuple[Path, ...] = ()
    if annotate is not None:
        path, lost = write_annotated(files[0], problems, annotate, force=run.force)
        outputs, problems = (path,), [*problems, *lost]
    weighty = [item for item in problems if item.severity is not Severity.NOTE]
    blocked = any(item.severity is Severity.ERROR for item in problems)
    result = CheckResult(tuple(tables), not weighty, tuple(suggested))
    return Outcome("check", tuple(inputs), tuple(problems), result, outputs, blocked, unusable)


def _tables(source: SourceWorkbook, found: Sequence[Found[Any]]) -> Iterator[tuple[CheckedTable, list[Problem]]]:
    """Each table that was found, and what is to be said of it."""
    year = _goal_year(source, found)
    for item in found:
        records = source.read_found(item, year=year)
        yield _summary(records), [*records.problems, *_repeated(records)]


def _goal_year(source: SourceWorkbook, found: Sequence[Found[Any]]) -> int | None:
    """The year of the goals in the same workbook, which completes months written without one."""
    goals = next((item for item in found if item.table is GOALS), None)
    years = {row.year.year for row in source.read_found(goals).rows} if goals is not None else set()
    return years.pop() if len(years) == 1 else None


def _checked(source: SourceWorkbook, wanted: Table[Any] | None) -> tuple[list[Found[Any]], list[Problem]]:
    """Every table in the workbook, and what is to be said of its other sheets."""
    if wanted is not None:
        found = _as_kind(source, wanted)
        return found, [] if found else [source.absent(wanted)]
    known: list[Found[Any]] = []
    said: list[Problem] = []
    strangers: list[RawSheet] = []
    ours = written_by_us(source.path)
    for sheet in source.sheets:
        if not any(cell != "" for row in sheet.rows for cell in row):
            continue
        guess = _guess(sheet, source, named_only=ours)
        if isinstance(guess, Problem):
            said.append(guess)
        elif guess is None:
            strangers.append(sheet)
        else:
            known.append(guess)
    code = codes.SHEET_PASSED_OVER if known else header_codes.NO_KNOWN_TABLE
    said += [problem(code, Place(source.file, sheet.name), sheet=sheet.name) for sheet in strangers]
    if not known and not said:
        said.append(problem(header_codes.NO_KNOWN_TABLE, Place(source.file), sheet=source.sheets[0].name))
    return known, said


def _as_kind(source: SourceWorkbook, wanted: Table[Any]) -> list[Found[Any]]:
    candidates = source.candidates(wanted)
    return [item for item in candidates if item.match.fits] or candidates[:1]


def _guess(sheet: RawSheet, source: SourceWorkbook, *, named_only: bool) -> Found[Any] | Problem | None:
    """The table a sheet holds: the one of its name, else the one its headers speak for; None when none does.

    In a workbook that salescli wrote (`named_only`) the other sheets are views, not tables to fill in.
    """
    candidates = []
    for table in TABLES.values():
        match = find_header(sheet, table, source.options.aliases)
        if match is not None:
            candidates.append(Found(table, sheet, match))
    for item in candidates:
        if item.named:
            return item
    if named_only:
        return None
    likely = [item for item in candidates if _present(item) > 0.5]
    most = max((_weight(item) for item in likely), default=0)
    best = [item for item in likely if _weight(item) == most]
    if len(best) > 1:
        kinds = tuple(item.table.name for item in best)
        return problem(header_codes.AMBIGUOUS_TABLE, Place(source.file, sheet.name), sheet=sheet.name, kinds=kinds)
    return best[0] if best else None


def _weight(found: Found[Any]) -> int:
    """How many headers speak for a table; being complete counts as two, so that a small table can win as a
    whole, but a large one that lacks a column is not taken for a small one that happens to fit."""
    return len(found.match.columns) + 2 * found.match.fits


def _present(found: Found[Any]) -> float:
    """The part of the required columns that is there."""
    required = [item for item in found.table.fields if item.required]
    return 1 - len(found.match.missing) / len(required)


def _summary(records: Records[Any]) -> CheckedTable:
    severities = [item.severity for item in records.problems]
    return CheckedTable(
        file=records.file,
        sheet=records.sheet,
        kind=records.table.name,
        rows=records.count,
        header_row=records.header_row,
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
    )


def _repeated(records: Records[Any]) -> Iterable[Problem]:
    """Rows whose key another row already has; a key of which a part is blank everywhere is compared without it."""
    table = records.table
    if not table.key:
        return
    columns = tuple(table.label(key) for key in table.key)
    first: dict[tuple[object, ...], Row] = {}
    for row in records.rows:
        key = tuple(getattr(row, name) for name in table.key)
        earlier = first.setdefault(key, row)
        if earlier is not row and earlier.source is not None:
            yield problem(codes.REPEATED_KEY, row.at(), first=earlier.source.row, columns=columns)
