"""Finding self-checks among the report files, without reading every workbook a second time.

A file is opened for its self-checks only when the table's header stands somewhere in its bytes; a file that
holds nothing else is taken out of the reports.
"""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
from salescli.table.errors import UnusableFile
from salescli.track.tables import SELFCHECK, WEEKLY, SelfCheckRow

HEADERS: Final = SELFCHECK.by_key["item"].column.headers()
ENCODINGS: Final = ("utf-8", "utf-16-le", "gb18030")
MOST_BYTES: Final = 64 << 20
"""A bigger package is opened without looking: the reader knows how to refuse what is too large."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The self-check rows, and the files that are left as reports."""

    rows: tuple[SelfCheckRow, ...]
    reports: tuple[Path, ...]


def take_selfchecks(intake: Intake, source: SourceWorkbook, files: Sequence[Path]) -> Sorted:
    """The self-checks of the plan's own workbook and of `files`. A file that cannot be read is left a report,
    where reading it will say why."""
    rows: list[SelfCheckRow] = []
    if source.find(SELFCHECK) is not None:
        rows += intake.want(source, SELFCHECK) or ()
    desk = Intake(replace(intake.options, sheet=None))
    reports = []
    for path in files:
        alone = False
        if path.resolve() != source.path.resolve() and mentions(path):
            alone = _take(desk, path, rows)
        if not alone:
            reports.append(path)
    intake.problems += desk.problems
    intake.invalid += desk.invalid
    intake.paths += desk.paths
    intake.inputs += [item for item in desk.inputs if item not in intake.inputs]
    return Sorted(tuple(rows), tuple(reports))


def _take(desk: Intake, path: Path, rows: list[SelfCheckRow]) -> bool:
    """Read one file's self-checks; whether it holds nothing else."""
    try:
        source = SourceWorkbook(path, desk.options.reading())
        found = source.find(SELFCHECK)
        weekly = source.find(WEEKLY)
    except UnusableFile:
        return False
    if found is None or not found.match.fits:
        return False
    if weekly is None:
        source = desk.open(path)
    rows += desk.take(source.read_found(found))
    return weekly is None


def mentions(path: Path) -> bool:
    """Whether the file could hold a self-check: one of the item's headers is among its bytes."""
    try:
        if not zipfile.is_zipfile(path):
            return _holds(path.read_bytes())
        with zipfile.ZipFile(path) as package:
            if sum(item.file_size for item in package.infolist()) > MOST_BYTES:
                return True
            return any(_holds(package.read(item)) for item in package.infolist())
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        return False


def _holds(content: bytes) -> bool:
    return any(header.encode(code) in content for header in HEADERS for code in ENCODINGS)
