"""A worksheet that takes formulas as they are, and rows that were rendered before.

xlsxwriter looks through every formula with some thirty patterns for functions that need a prefix in the file.
Books use none of them (only functions that old Excel, WPS and LibreOffice share), and the search was a third of
the writing time of a sheet of formulas. And it renders cells one by one; the lines of a block come here as rows of
XML (:mod:`salescli.excel.writing.lines`), which this worksheet puts among its own.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final, Protocol

from xlsxwriter.worksheet import Worksheet

from salescli.excel.writing.parcel import Pieces

_ERRORS: Final = frozenset(("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"))
_AT_ONCE: Final = 1_000
"""Rows that are made into text at once."""

_SPAN: Final = 16
"""Rows that share the statement of which columns they use."""


class Lines(Protocol):
    """Rows to be rendered when the file is put together."""

    @property
    def numbers(self) -> Sequence[int]:
        """The rows, counted from 0, in order."""

    def rows(self) -> Iterator[str]:
        """The XML of each row's cells."""

    def value(self, row: int, index: int) -> object:
        """What a chart keeps of a cell."""


class PlainWorksheet(Worksheet):  # type: ignore[misc]  # xlsxwriter has no types
    """xlsxwriter's worksheet without its search for new functions, and with rendered rows."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[int, Lines] = {}
        self.right: dict[Lines, int] = {}
        self.tell: Callable[[], None] | None = None

    def take_lines(self, lines: Lines, right: int) -> None:
        """Give `lines` their rows, from the first column to `right` (counted from 0)."""
        self.right[lines] = right
        self.lines |= dict.fromkeys(lines.numbers, lines)
        for row in (lines.numbers[0], lines.numbers[-1]):
            self._check_dimensions(row, 0)
            self._check_dimensions(row, right)

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")

    def _get_range_data(self, row_start: int, col_start: int, row_end: int, col_end: int) -> list[object]:
        """The cells of a range, for the figures that a chart keeps; a row without cells gives one None."""
        found: list[object] = []
        for row in range(row_start, row_end + 1):
            if (lines := self.lines.get(row)) is None:
                found += super()._get_range_data(row, col_start, row, col_end)
            else:
                right = self.right[lines]
                for at in range(col_start, col_end + 1):
                    found += [lines.value(row, at)] if at <= right else super()._get_range_data(row, at, row, at)
        return found

    def _calculate_spans(self) -> None:
        """The columns in use, for every sixteen rows."""
        ends: dict[int, tuple[int, int]] = {}
        cells = [item for held in (self.table, self.comments) for item in held.items()]
        used = [(row, min(columns), max(columns)) for row, columns in cells if columns]
        used += [(row, 0, self.right[lines]) for row, lines in self.lines.items()]
        for row, first, last in used:
            least, most = ends.get(row // _SPAN, (first, last))
            ends[row // _SPAN] = (min(first, least), max(last, most))
        self.row_spans = {group: f"{first + 1}:{last + 1}" for group, (first, last) in ends.items()}

    def _write_rows(self) -> None:
        self._calculate_spans()
        part: Pieces = self.fh
        rendering: dict[Lines, Iterator[str]] = {}
        for (lines, _), rows in groupby(range(self.dim_rowmin, self.dim_rowmax + 1), self._made_of):
            if lines is None:
                for row in rows:
                    self._write_own(row)
                continue
            texts = rendering.get(lines) or rendering.setdefault(lines, lines.rows())
            made = list(rows)
            self._number_styles(made)
            part.later(self._rendered(made, texts))

    def _number_styles(self, rows: Sequence[int]) -> None:
        """Give cells beside rendered ones their styles now: the list of styles is written before such rows are."""
        for row in rows:
            for _, cell in sorted(self.table.get(row, {}).items()):
                if cell.format is not None:
                    cell.format._get_xf_index()

    def _made_of(self, row: int) -> tuple[Lines | None, int | None]:
        """The lines that a row is rendered from; one with cells of its own beside them stands alone."""
        return self.lines.get(row), row if self.table.get(row) else None

    def _write_own(self, row: int) -> None:
        span, info = self.row_spans.get(row // _SPAN), self.row_info.get(row)
        if self.table.get(row):
            self._write_row(row, span, info)
            self._write_cells(row)
        elif info or row in self.comments:
            self._write_empty_row(row, span, info)

    def _rendered(self, rows: Sequence[int], texts: Iterator[str]) -> Iterator[str]:
        """The XML of `rows`, some at a time."""
        for start in range(0, len(rows), _AT_ONCE):
            self.fh = slab = Pieces()
            for row in rows[start : start + _AT_ONCE]:
                self._write_row(row, self.row_spans.get(row // _SPAN), self.row_info.get(row))
                self.fh.write(next(texts))
                self._write_cells(row)
                if self.tell is not None:
                    self.tell()
            yield slab.getvalue()

    def _write_cells(self, row: int) -> None:
        """The cells of a row that were written one by one, and its end."""
        for column, cell in sorted(self.table.get(row, {}).items()):
            self._write_cell(row, column, cell)
        self._xml_end_tag("row")


def shown_number(number: float) -> str:
    """A number as xlsxwriter writes it."""
    return f"{number:.16G}"


def shown_result(result: Any) -> tuple[str, str]:
    """The type and the text of a formula's cached result, as xlsxwriter writes them."""
    if isinstance(result, bool):
        return ' t="b"', str(int(result))
    if not isinstance(result, str):
        return "", str(result)
    if result == "":
        return "", ""
    return ' t="e"' if result in _ERRORS else ' t="str"', escaped(result)


def escaped(text: str) -> str:
    """Text as XML holds it between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
