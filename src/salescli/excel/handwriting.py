"""What people added to a workbook that salescli wrote: words beside its tables, comments, sheets of their own.

What was written is known from the workbook's imprint; all else is theirs. openpyxl reads here, since only it tells
comments, formulas and looks.
"""

import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from salescli.excel.addresses import cell_address
from salescli.excel.imprint import IMPRINT, Imprint, SheetImprint, fingerprint, read_imprint
from salescli.excel.own import OwnSheet, OwnValue
from salescli.excel.reading.drawings import floating
from salescli.excel.reading.own import comment_words, own_sheet, shown_value, uncarried
from salescli.excel.reading.suspect import Suspect
from salescli.excel.source import SourceWorkbook
from salescli.table.codes import keeping as codes
from salescli.table.problem import Place, Problem, problem
from salescli.words import books as words

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

RENAMED: Final = 0.6
"""A sheet of an unknown name that holds this much of a missing sheet is that sheet under another name."""


@dataclass(frozen=True, slots=True)
class Jotting:
    """One thing a person put on a sheet of ours, counted from zero.

    `beside` are the sheet's own constants in its row from the left, `above` those above it, nearest first.
    `within` tells that it stands inside the columns that were written.
    """

    sheet: str
    row: int
    column: int
    value: OwnValue
    kind: str  # text, comment or formula
    beside: tuple[str, ...]
    above: tuple[str, ...]
    within: bool

    @property
    def address(self) -> str:
        """``B7``."""
        return cell_address(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Handwriting:
    """All that people added to one workbook; `label` is what the workbook was of, `names` the names it defines, `known`
    the fingerprints of what was written, sheet by sheet."""

    file: str
    label: str
    jottings: tuple[Jotting, ...]
    sheets: tuple[OwnSheet, ...]
    problems: tuple[Problem, ...] = ()
    names: frozenset[str] = frozenset()
    known: Mapping[str, SheetImprint] = field(default_factory=dict)

    def wrote(self, sheet: str, text: str) -> bool:
        """Whether `text` was written on that sheet, as a cell or as a part of one."""
        return sheet in self.known and self.known[sheet].values[fingerprint(text)] > 0


def read_handwriting(source: SourceWorkbook) -> Handwriting | None:
    """What was added to `source`; None where it carries no imprint. What cannot be carried is a problem."""
    imprint = read_imprint(source.raw.sheets)
    if imprint is None:
        return None
    data = _package(source)
    book = None if data is None else _opened(data)
    if data is None or book is None:
        place = Place(source.file)
        return Handwriting(source.file, imprint.label, (), (), (problem(codes.ADDITIONS_UNREADABLE, place),))
    return _Reading(source, imprint, book, data).found()


def _opened(data: bytes) -> "Workbook | None":
    """The workbook in openpyxl; None where it does not understand what another program wrote."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl names what it drops; what matters is said by `uncarried`
        from openpyxl import load_workbook

        try:
            return load_workbook(BytesIO(data))
        except (ValueError, TypeError, LookupError, AttributeError):  # what its checks of styles and parts raise
            return None


def _package(source: SourceWorkbook) -> bytes | None:
    """The .xlsx package as it was read before, decrypted; None for other kinds of files."""
    data = source.path.read_bytes()
    if source.raw.kind != "xlsx" or sha256(data).hexdigest() != source.raw.sha256:
        return None
    if source.options.password is not None and not zipfile.is_zipfile(BytesIO(data)):
        from salescli.excel.protect import unprotected

        return unprotected(data, source.options.password)
    return data


class _Reading:
    def __init__(self, source: SourceWorkbook, imprint: Imprint, book: "Workbook", data: bytes) -> None:
        self.source, self.imprint, self.book = source, imprint, book
        self.raw = {sheet.name: sheet for sheet in source.raw.sheets}
        self.above = floating(Suspect(source.file, data, source.options.limits))
        self.ours = self._ours()

    def _ours(self) -> dict[str, SheetImprint]:
        """The sheets we wrote by the names they have now."""
        names = [sheet.title for sheet in self.book.worksheets]
        ours = {name: self.imprint.sheets[name] for name in names if name in self.imprint.sheets}
        missing = {name: sheet for name, sheet in self.imprint.sheets.items() if name not in ours}
        for sheet in self.book.worksheets:
            if sheet.title in ours or not missing:
                continue
            held = {fingerprint(value) for value in _constants(sheet)}
            for name, known in missing.items():
                if known.values and sum(key in held for key in known.values) >= RENAMED * len(known.values):
                    ours[sheet.title] = missing.pop(name)
                    break
        return ours

    def found(self) -> Handwriting:
        jottings: list[Jotting] = []
        sheets: list[OwnSheet] = []
        problems: list[Problem] = []
        for sheet in self.book.worksheets:
            name = sheet.title
            above = self.above.get(name, ())
            if name in self.ours:
                jottings += self._jottings(sheet, self.ours[name])
                lost = tuple(text for text in above if text is not words.CHARTS)
            elif not name.startswith(IMPRINT) and name not in set(words.LISTS) and self._filled(sheet):
                sheets.append(own_sheet(sheet, self.raw[name]))
                lost = uncarried(sheet, above)
            else:
                continue
            if lost:
                problems.append(problem(codes.NOT_CARRIED, Place(self.source.file, name), features=lost))
        charts = tuple(sheet.title for sheet in self.book.chartsheets)
        if charts:
            problems.append(problem(codes.CHART_SHEETS_LEFT, Place(self.source.file), sheets=charts))
        label = self.imprint.label
        names = frozenset(self.book.defined_names)
        return Handwriting(self.source.file, label, tuple(jottings), tuple(sheets), tuple(problems), names, self.ours)

    def _filled(self, sheet: "Worksheet") -> bool:
        return any(True for _ in _constants(sheet)) or any(cell.comment for row in sheet.iter_rows() for cell in row)

    def _jottings(self, sheet: "Worksheet", known: SheetImprint) -> Iterator[Jotting]:
        """Constants and comments that were not written; those inside the written area are claimed first."""
        values, comments = known.values.copy(), known.comments.copy()
        cells: list[Any] = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None or cell.comment]
        inside = {id(cell): cell.row <= known.height and cell.column <= known.width for cell in cells}
        cells.sort(key=lambda cell: not inside[id(cell)])
        ours: dict[tuple[int, int], str] = {}
        theirs: list[tuple[Any, OwnValue, str]] = []
        for cell in cells:
            spot = (cell.row - 1, cell.column - 1)
            if cell.comment is not None and not _claim(comments, text := cell.comment.text or ""):
                theirs.append((cell, comment_words(text), "comment"))
            if cell.data_type == "f":
                if cell.column > known.width:
                    theirs.append((cell, self._formula(sheet, cell), "formula"))
            elif cell.value is not None:
                if _claim(values, cell.value):
                    ours[spot] = str(cell.value)
                else:
                    theirs.append((cell, shown_value(cell.value), "text"))
        rows, columns = _by_row(ours), _by_column(ours)
        for cell, value, kind in sorted(theirs, key=lambda item: (item[0].row, item[0].column)):
            row, column = cell.row - 1, cell.column - 1
            beside = tuple(text for _, text in rows.get(row, ()))
            above = tuple(text for at, text in reversed(columns.get(column, ())) if at < row)
            yield Jotting(sheet.title, row, column, value, kind, beside, above, cell.column <= known.width)

    def _formula(self, sheet: "Worksheet", cell: Any) -> str:
        """A formula as text with its last result."""
        rows, (row, column) = self.raw[sheet.title].rows, (cell.row - 1, cell.column - 1)
        result = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
        written = getattr(cell.value, "text", cell.value)
        return f"{written} → {shown_value(result)}" if result != "" else str(written)


def _claim(known: Any, value: object) -> bool:
    """Whether `value` is one of those written; each is claimed once."""
    key = fingerprint(value)
    if known[key] <= 0:
        return False
    known[key] -= 1
    return True


def _constants(sheet: "Worksheet") -> Iterator[object]:
    for row in sheet.iter_rows():
        yield from (cell.value for cell in row if cell.value is not None and cell.data_type != "f")


def _by_row(spots: dict[tuple[int, int], str]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in sorted(spots.items()):
        found.setdefault(row, []).append((column, text))
    return found


def _by_column(spots: dict[tuple[int, int], str]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in sorted(spots.items()):
        found.setdefault(column, []).append((row, text))
    return found
