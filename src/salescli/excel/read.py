"""Reading a workbook: fetched once, cleared by the guard, parsed by calamine, handed on as plain rows.

What calamine cannot say is added from the guard's survey: error cells and formulas without a saved result
are flaws, not blanks. Every failure is one UnusableFile with one clear problem.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from itertools import takewhile
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salescli.excel.guard import Cleared, Limits, Suspect, clear, is_text
from salescli.excel.reading.compound import MAGIC
from salescli.excel.reading.delimited import read_delimited
from salescli.excel.reading.fetch import fetch
from salescli.excel.reading.flaws import MOST_FLAWS, Flaws, TooManyFlaws
from salescli.excel.reading.hidden import NONE
from salescli.excel.reading.ooxml import wanted_sheet
from salescli.excel.reading.package import unpack
from salescli.excel.reading.padding import show_padded
from salescli.excel.reading.raw import CellValue, Flaw, FlawKind, RawSheet, RawWorkbook, Spot
from salescli.excel.reading.repeats import RepeatedCell, refuse_repeated
from salescli.excel.reading.sheetxml import filled, filled_spots
from salescli.excel.reading.suspect import EXCEL_COLUMNS, USUAL
from salescli.table.codes import files as codes
from salescli.table.codes.headers import NO_SHEET
from salescli.words.language import Text

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, SheetMetadata

__all__ = ["CellValue", "Flaw", "FlawKind", "RawSheet", "RawWorkbook", "read_workbook"]

_LONGEST: Final = 1e15
"""Excel keeps 15 digits: a number of 16 has lost some."""

_HEAD_ROWS: Final = 40
"""Where headers are looked for."""

_REASONS: Final = {
    "shared string": Text(
        "共享文字表：有单元格引用了表中没有的文字", "the shared strings: a cell refers to one not there"
    ),
    "xml error": Text("工作表的 XML 内容", "the XML of a sheet"),
    "zip error": Text("压缩包", "the zip package"),
    "unexpected eof": Text("内容中途结束", "an early end of its content"),
}
"""What calamine complains of, in both languages."""

_PANICKY: Final = ("xls", "xlsb")
"""Kinds whose parser panics on some damaged files; that of the others returns errors."""


def read_workbook(
    path: Path | str,
    limits: Limits = USUAL,
    *,
    sheet: str | None = None,
    password: str | None = None,
    at: Path | None = None,
) -> RawWorkbook:
    """Read every worksheet, hidden ones too, or only the one called `sheet`.

    The content decides what the file is, not its extension; an encrypted one is opened with `password` (the
    digest is that of the file as it lies there), and read `at` another place when given. Raises UnusableFile
    for what cannot be read, also when there is no worksheet, or none of that name.
    """
    path = path if isinstance(path, Path) else Path(path)
    suspect = Suspect(str(path), fetch(path, limits, at), limits)
    digest = sha256(suspect.data).hexdigest()
    suspect = _unlocked(suspect, password)
    if is_text(suspect):
        only = read_delimited(suspect, path.stem)
        if not wanted_sheet(only.name, sheet):
            raise suspect.refusal(NO_SHEET, sheet=sheet, sheets=(only.name,))
        return RawWorkbook(suspect.file, digest, (only,), False, "csv")
    cleared = clear(suspect, sheet)
    stream = BytesIO(cleared.data)
    suspect, cleared = replace(suspect, data=b""), replace(cleared, data=b"")  # only the stream keeps the bytes
    with _parser_failures(suspect), _quiet() if cleared.kind in _PANICKY else nullcontext():
        sheets, short = _parse(suspect, cleared, stream, sheet)
    for name, part, cells in short:
        again = _unlocked(replace(suspect, data=fetch(path, limits, at)), password)
        data = unpack(again, part)[part]
        if cells < filled(data):
            _refuse_repeated(again, name, data)
    return RawWorkbook(suspect.file, digest, sheets, cleared.date1904, cleared.kind)


def _unlocked(suspect: Suspect, password: str | None) -> Suspect:
    """The same file, decrypted when it is encrypted and there is a password to try."""
    if password is None or not suspect.data.startswith(MAGIC):
        return suspect
    from salescli.excel.protect import unprotected

    inside = unprotected(suspect.data, password)
    if inside is None:
        raise suspect.refusal(codes.WRONG_PASSWORD)
    return replace(suspect, data=inside)


def _refuse_repeated(suspect: Suspect, sheet: str, data: bytes) -> None:
    try:
        refuse_repeated(lambda: filled_spots(data))
    except RepeatedCell as error:
        raise suspect.repeated(sheet, error.spot) from error


def _parse(
    suspect: Suspect, cleared: Cleared, stream: BytesIO, only: str | None
) -> tuple[tuple[RawSheet, ...], list[tuple[str, str, int]]]:
    """The sheets of the package in `stream`, which is let go as soon as the last of them is parsed.

    And the names of the sheets that hold fewer cells than were counted in them, with their parts and those cells.
    """
    from python_calamine import SheetTypeEnum, load_workbook

    with load_workbook(stream) as book:
        listed = book.sheets_metadata
        names = tuple(meta.name for meta in listed)
        if len(listed) != len(cleared.flaws) or names != (cleared.names or names):
            raise suspect.damaged(", ".join(names))
        tables = [(order, meta) for order, meta in enumerate(listed) if meta.typ is SheetTypeEnum.WorkSheet]
        if not tables:
            raise suspect.refusal(codes.NO_WORKSHEETS)
        chosen = [(order, meta) for order, meta in tables if wanted_sheet(meta.name, only)]
        if not chosen:
            raise suspect.refusal(NO_SHEET, sheet=only, sheets=tuple(meta.name for _, meta in tables))
        sheets, short, cells = list[RawSheet](), list[tuple[str, str, int]](), 0
        for order, meta in chosen:
            found = book.get_sheet_by_index(order)
            if found.end is not None:
                cells += suspect.check_extent(meta.name, *found.end, already=cells)
            if order == chosen[-1][0]:
                stream.close()
            sheets.append(_sheet(suspect, meta, found, cleared, order))
            counted, part = cleared.filled.get(order, (0, ""))
            if counted and (held := _held(sheets[-1]) + len(cleared.flaws[order])) < counted:
                short.append((meta.name, part, held))
            del found  # before the next sheet takes its room
            show_padded(sheets[-1].rows, cleared.padded.get(order, {}))
    return tuple(sheets), short


def _held(sheet: RawSheet) -> int:
    """How many cells have something in them."""
    return sum(len(row) - row.count("") for row in sheet.rows)


def _sheet(suspect: Suspect, meta: "SheetMetadata", found: "CalamineSheet", cleared: Cleared, order: int) -> RawSheet:
    from python_calamine import SheetVisibleEnum

    rows: list[list[CellValue]] = found.to_python(skip_empty_area=False)
    flaws = cleared.flaws[order]
    if flaws:
        _reach(rows, flaws)
    known = {(*first, *last) for first, last in found.merged_cell_ranges or ()}
    merged = tuple(sorted(known.union(cleared.merged.get(order, ()))))
    if _overlapping(merged):
        raise suspect.damaged(f"{meta.name}: mergeCells")
    visible = meta.visible is SheetVisibleEnum.Visible
    all_flaws, hidden = {**_long_numbers(rows), **flaws}, cleared.hidden.get(order, NONE)
    return RawSheet(suspect.file, meta.name, visible, rows, merged, all_flaws, hidden)


def _overlapping(merged: Sequence[tuple[int, int, int, int]]) -> bool:
    """Whether the merged cells of the first rows, where headers stand, cover more cells than those rows have."""
    within = takewhile(lambda area: area[0] < _HEAD_ROWS, merged)
    covered = sum((min(bottom, _HEAD_ROWS) - top + 1) * (right - left + 1) for top, left, bottom, right in within)
    return covered > (_HEAD_ROWS + 1) * EXCEL_COLUMNS


def _reach(rows: list[list[CellValue]], flaws: Mapping[Spot, Flaw]) -> None:
    """Widen the rows until they hold every flaw: the reader drops cells without a value at the edges."""
    height = 1 + max(row for row, _ in flaws)
    width = max(1 + max(col for _, col in flaws), len(rows[0]) if rows else 0)
    rows.extend([] for _ in range(height - len(rows)))
    for row in rows:
        row.extend([""] * (width - len(row)))


def _long_numbers(rows: list[list[CellValue]]) -> Flaws:
    """Numbers too long to be exact (also infinities and not-a-number, which no cell should hold)."""
    numbers = [cell for row in rows for cell in row if cell.__class__ is float or cell.__class__ is int]
    if not numbers or (min(numbers) > -_LONGEST and max(numbers) < _LONGEST and not isnan(sum(numbers))):
        return Flaws()
    long = (
        (at, col, value)
        for at, row in enumerate(rows)
        for col, value in enumerate(row)
        if (value.__class__ is float or value.__class__ is int) and not -_LONGEST < value < _LONGEST
    )
    found = Flaws()
    for at, col, value in long:
        found.note((at, col), FlawKind.LONG_NUMBER, f"{Decimal(f'{value:.15g}'):f}")
    return found


@contextmanager
def _quiet() -> Iterator[None]:
    """Standard error closed off: a Rust panic prints itself there before it can be caught."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _reason(said: str) -> Text:
    """What the parser said, which it says in English."""
    lower = said.casefold()
    for word, reason in _REASONS.items():
        if word in lower:
            return reason
    return Text(f"工作表的内容：{said}", said)


@contextmanager
def _parser_failures(suspect: Suspect) -> Iterator[None]:
    """Whatever calamine raises, its Rust panics included, as UnusableFile."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise suspect.refusal(codes.ENCRYPTED) from error
    except TooManyFlaws as error:
        raise suspect.refusal(codes.TOO_MANY_FLAWS, limit=f"{MOST_FLAWS:,}") from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:  # OSError: a stream that ends early
        raise suspect.damaged(_reason(str(error))) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise suspect.damaged("calamine") from error
