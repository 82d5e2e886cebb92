"""The library's `check`: which tables a workbook holds, and everything that is wrong in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from salescli.catalog import FILLED_IN, TABLES
from salescli.excel.annotatable import ensure_annotatable
from salescli.excel.annotate import annotate as write_annotated
from salescli.excel.authorship import written_by_us
from salescli.excel.found import Found
from salescli.excel.headers import find_header
from salescli.excel.intake import DEFAULT_RUN, RunOptions
from salescli.excel.lost_zeros import Identifiers
from salescli.excel.mapping import Mapped, house_columns, mapping
from salescli.excel.proposal import Proposal, propose, rival
from salescli.excel.read import RawSheet
from salescli.excel.records import Records
from salescli.excel.source import SourceWorkbook
from salescli.split.tables.goals import GOALS
from salescli.table.codes import check as codes
from salescli.table.codes import headers as header_codes
from salescli.table.errors import CannotRun, UnusableFile
from salescli.table.outcome import InputFile, Outcome
from salescli.table.problem import Place, Problem, Severity, problem
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.templates import table_named
from salescli.words.language import Text


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

    `suggested` holds, table by table, how each header is read, `proposals` what the sheets of no known table come near
    to; both are empty unless they were asked for.
    """

    tables: tuple[CheckedTable, ...]
    clean: bool
    suggested: tuple[tuple[Mapped, ...], ...] = ()
    proposals: tuple[Proposal, ...] = ()

    def document(self) -> dict[str, Any]:
        keys = ("file", "sheet", "kind", "rows", "header_row")
        result: dict[str, Any] = {"tables": [{key: getattr(item, key) for key in keys} for item in self.tables]}
        if self.suggested:
            result["suggested"] = [
                {
                    "file": table.file,
                    "sheet": table.sheet,
                    "kind": table.kind,
                    "columns": [item.document() for item in mapped],
                    "house_columns": house_columns(mapped, TABLES[table.kind]),
                }
                for table, mapped in zip(self.tables, self.suggested, strict=True)
            ]
        if self.proposals:
            result["proposals"] = [item.document() for item in self.proposals]
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

    With `suggest` the result also tells how each header is read, near misses included, and which tables the sheets
    that fit none come near to.

    A file that cannot be read is reported among the problems of the others; a lone one raises UnusableFile.
    """
    if annotate is not None and len(files) > 1:
        raise CannotRun([problem(codes.ONE_FILE_ONLY)])
    wanted = None if kind is None else table_named(kind)
    inputs: list[InputFile] = []
    tables: list[CheckedTable] = []
    problems: list[Problem] = []
    suggested: list[tuple[Mapped, ...]] = []
    proposals: list[Proposal] = []
    identifiers, unusable = Identifiers(), False
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
        if suggest:
            suggested += [mapping(item.sheet, item.table, item.match) for item in found]
            proposals += _proposals(source, found, wanted)
        for table, said in _tables(source, found, identifiers):
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
    result = CheckResult(tuple(tables), not weighty, tuple(suggested), tuple(proposals))
    return Outcome("check", tuple(inputs), tuple(problems), result, outputs, blocked, unusable)


def _tables(
    source: SourceWorkbook, found: Sequence[Found[Any]], identifiers: Identifiers
) -> Iterator[tuple[CheckedTable, list[Problem]]]:
    """Each table that was found, and what is to be said of it."""
    year = _goal_year(source, found)
    for item in found:
        records = source.read_found(item, year=year)
        yield _summary(records), [*records.problems, *_repeated(records), *identifiers.note(records.rows)]


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
    whole = {item.table for item in known if item.match.fits}
    misspelt = {(table, item.sheet.name) for table in whole for item in source.misspelt(table)}
    partial = [item for item in known if not item.match.fits and not item.named and item.table in whole]
    partial = [item for item in partial if (item.table, item.sheet.name) not in misspelt]
    known = [item for item in known if item not in partial]
    strangers += [item.sheet for item in partial]  # a summary of it, perhaps: commands read the whole ones
    said += _of_several(source, known)
    code = codes.SHEET_PASSED_OVER if known else header_codes.NO_KNOWN_TABLE
    said += [problem(code, Place(source.file, sheet.name), sheet=sheet.name) for sheet in strangers]
    if not known and not said:
        said.append(problem(header_codes.NO_KNOWN_TABLE, Place(source.file), sheet=source.sheets[0].name))
    return known, said


def _of_several(source: SourceWorkbook, known: Sequence[Found[Any]]) -> Iterator[Problem]:
    """Of each table that several sheets hold alike, that commands which read one of them will ask which."""
    taken = {item.sheet.name: item for item in known}
    for table in dict.fromkeys(item.table for item in known):
        fitting = source.fitting(table)
        rivals = [item for item in fitting if not item.rather(taken.get(item.sheet.name, item))]
        sheets = tuple(item.sheet.name for item in rivals)
        if len(sheets) > 1 and not source.by_month(table) and not source.by_year(table):
            place = Place(source.file)
            yield problem(codes.ONE_OF_SEVERAL, place, table=table.title, sheets=sheets, count=len(sheets))


def _proposals(source: SourceWorkbook, found: Sequence[Found[Any]], wanted: Table[Any] | None) -> Iterator[Proposal]:
    """What the sheets of which no table was read come near to; the views of a workbook of ours are no tables."""
    if written_by_us(source.path):
        return
    read = {item.sheet.name for item in found}
    tables = FILLED_IN if wanted is None else (wanted,)
    for sheet in source.sheets:
        if sheet.name not in read and any(cell != "" for row in sheet.rows for cell in row):
            yield propose(sheet, tables, source.options.aliases)


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
    most = max((item.weight for item in likely), default=0)
    best = [item for item in likely if item.weight == most]
    if len(best) > 1:
        kinds = tuple(kind_words(item.table) for item in best)
        return problem(header_codes.AMBIGUOUS_TABLE, Place(source.file, sheet.name), sheet=sheet.name, kinds=kinds)
    if best and (nearer := rival(sheet, best[0], FILLED_IN, source.options.aliases)) is not None:
        place = Place(source.file, sheet.name)
        headers = tuple(item.header for item in nearer.columns if item.near)
        found = {
            "kind": best[0].table.name,
            "words": kind_words(best[0].table),
            "nearer": kind_words(nearer.table),
            "headers": headers,
        }
        return problem(header_codes.NEARER_TABLE, place, sheet=sheet.name, **found)
    return best[0] if best else None


def kind_words(table: Table[Any]) -> Text:
    """A kind of table as a person reads it, with the name that --as takes."""
    return Text(f"{table.title.zh} ({table.name})", table.name)


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
