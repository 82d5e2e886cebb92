"""Real workbooks from tables written in a test's own text.

``workbook(tmp_path / "x.xlsx", {"销售周报": "| 销售员 | 销售额(元) |\n| 小张 | 800,000 |"})`` writes one sheet whose
cells are texts, except that what looks like a bare number (no comma, unit, sign or leading zero) is a number
and what looks like an ISO date is a date, as in a sheet that somebody typed.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from tests.parity import opened

Cell = str | int | float | date | None

_NUMBER = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}")


def cells(text: str) -> list[list[Cell]]:
    """The rows of a table in text: lines of ``| a | b |``; a blank line is an empty row."""
    lines = text.strip("\n").splitlines()
    return [[_cell(part) for part in _parts(line)] for line in lines]


def _parts(line: str) -> list[str]:
    stripped = line.strip()
    return [] if not stripped else [part.strip() for part in stripped.strip("|").split("|")]


def _cell(text: str) -> Cell:
    if _MOMENT.fullmatch(text):
        return datetime.fromisoformat(text)
    if _DATE.fullmatch(text):
        return date.fromisoformat(text)
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text or None


def workbook(path: Path, sheets: Mapping[str, str | Sequence[Sequence[Cell]]]) -> Path:
    """Write `sheets` (name → table in text, or rows of values) to `path` with openpyxl."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, content in sheets.items():
        sheet = book.create_sheet(name)
        for row in cells(content) if isinstance(content, str) else content:
            sheet.append(list(row))
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def written(path: Path, sheet: str) -> list[list[object]]:
    """The cached values of a written sheet, rows of cells from A1."""
    return [list(row) for row in opened(path, data_only=True)[sheet].iter_rows(values_only=True)]
