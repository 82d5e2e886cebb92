"""A worksheet that takes formulas as they are, and rows that were rendered before.

xlsxwriter looks through every formula with some thirty patterns for functions that need a prefix in the file.
Books use none of them (only functions that old Excel, WPS and LibreOffice share), and the search was a third of
the writing time of a sheet of formulas. And it renders cells one by one; the lines of a block come here as rows of
XML (:mod:`salescli.excel.writing.lines`), which this worksheet puts among its own.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from io import StringIO
from itertools import repeat
from typing import Any, Final, Protocol

from xlsxwriter.worksheet import Worksheet

from salescli.excel.writing.cells import shown_number
from salescli.excel.writing.deflating import Passage

_ERRORS: Final = frozenset(("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"))
SLAB: Final = 1_000
"""Rows that are made into text at once."""

STRETCH: Final = 150_000
"""The most cells, a formula counted as three, of a stretch of a long sheet: each is deflated by itself."""

_SPAN: Final = 16
"""Rows that share the statement of which columns they use."""


class Lines(Protocol):
    """Rows to be rendered when the file is put together."""

    @property
    def numbers(self) -> range:
        """The rows, counted from 0."""

    @property
    def effort(self) -> int:
        """How many cells that is, one that takes longer counted several times."""

    def make_styles(self) -> None:
        """Number the styles of the cells; to be called before any row is rendered."""

    def pieces(self, slab: range) -> list[Iterable[str]]:
        """The XML of the cells of some rows (counted from the first): for every piece between which the row's number
        stands, that piece in each row."""

    def value(self, row: int, index: int) -> object:
        """What a chart keeps of a cell."""


class PlainWorksheet(Worksheet):  # type: ignore[misc]  # xlsxwriter has no types
    """xlsxwriter's worksheet without its search for new functions, and with rendered rows."""

    def __init__(self) -> None:
        super().__init__()
        self.right: dict[Lines, int] = {}
        self.tell: Callable[[int], None] | None = None
        self._starts: dict[Hashable, tuple[str, str]] = {}

    def take_lines(self, lines: Lines, right: int) -> None:
        """Give `lines` their rows, from the first column to `right` (counted from 0)."""
        self.right[lines] = right
        for row in (lines.numbers[0], lines.numbers[-1]):
            self._check_dimensions(row, 0)
            self._check_dimensions(row, right)

    @property
    def rendered_rows(self) -> int:
        """How many rows are rendered when the file is put together."""
        return sum(len(lines.numbers) for lines in self.right)

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")

    def _get_range_data(self, row_start: int, col_start: int, row_end: int, col_end: int) -> list[object]:
        """The cells of a range, for the figures that a chart keeps; a row without cells gives one None."""
        found: list[object] = []
        for row in range(row_start, row_end + 1):
            lines = next((lines for lines in self.right if row in lines.numbers), None)
            if lines is None:
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
        used = [(row // _SPAN, min(columns), max(columns)) for row, columns in cells if columns]
        for lines, right in self.right.items():
            groups = range(lines.numbers[0] // _SPAN, lines.numbers[-1] // _SPAN + 1)
            used += [(group, 0, right) for group in groups]
        for group, first, last in used:
            least, most = ends.get(group, (first, last))
            ends[group] = (min(first, least), max(last, most))
        self.row_spans = {group: f"{first + 1}:{last + 1}" for group, (first, last) in ends.items()}

    def _write_rows(self) -> None:
        self._calculate_spans()
        part: Any = self.fh  # a part in pieces, of salescli.excel.writing.parcel
        at = self.dim_rowmin
        for lines in sorted(self.right, key=lambda lines: lines.numbers.start):
            self._write_own(range(at, lines.numbers.start))
            lines.make_styles()
            self._number_styles(lines.numbers)
            for passage in self._passages(lines):
                part.later(passage)
            at = lines.numbers.stop
        self._write_own(range(at, self.dim_rowmax + 1))

    def _passages(self, lines: Lines) -> Iterator[Passage]:
        """The rows of `lines`, cut into equal stretches where they are many: always at the same rows."""
        count = len(lines.numbers)
        stretches = min(-(-lines.effort // STRETCH), count)
        for number in range(stretches):
            rows = range(number * count // stretches, (number + 1) * count // stretches)
            passed = partial(self._told, len(rows))
            yield Passage(self._rendered(lines, rows), lines.effort // stretches, passed, apart=number > 0)

    def _number_styles(self, rows: range) -> None:
        """Give cells beside rendered ones their styles now: the list of styles is written before such rows are."""
        for row in sorted(row for row in self.table if row in rows):
            for _, cell in sorted(self.table[row].items()):
                if cell.format is not None:
                    cell.format._get_xf_index()

    def _write_own(self, rows: range) -> None:
        """Rows that were written cell by cell."""
        for row in rows:
            span, info = self.row_spans.get(row // _SPAN), self.row_info.get(row)
            if self.table.get(row):
                self._write_row(row, span, info)
                self._write_cells(row)
                self._xml_end_tag("row")
            elif info or row in self.comments:
                self._write_empty_row(row, span, info)

    def _rendered(self, lines: Lines, chosen: range) -> Iterator[str]:
        """The XML of `chosen` rows, counted from the first of `lines`, some at a time."""
        for start in range(chosen.start, chosen.stop, SLAB):
            slab = range(start, min(start + SLAB, chosen.stop))
            rows = lines.numbers[slab.start : slab.stop]
            numbers = map(str, range(rows.start + 1, rows.stop + 1))
            cells = map(str.join, numbers, zip(*self._row_starts(rows), *lines.pieces(slab), strict=False))
            yield "</row>".join((*self._with_own(rows, cells), ""))
            self._told(len(slab))

    def _with_own(self, rows: range, cells: Iterable[str]) -> Iterable[str]:
        """The rendered cells of `rows`, with what was written cell by cell beside them."""
        if self.table.keys().isdisjoint(rows):
            return cells
        return [text + self._beside(row) for row, text in zip(rows, cells, strict=True)]

    def _row_starts(self, rows: range) -> tuple[Iterable[str], Iterable[str]]:
        """What stands before each row's number and behind it, up to the first cell's."""
        spans = {self.row_spans.get(group) for group in range(rows[0] // _SPAN, rows[-1] // _SPAN + 1)}
        if len(spans) == 1 and self.row_info.keys().isdisjoint(rows):
            before, behind = self._row_start(spans.pop(), None)
            return repeat(before), repeat(behind)
        starts = [self._row_start(self.row_spans.get(row // _SPAN), self.row_info.get(row)) for row in rows]
        return [before for before, _ in starts], [behind for _, behind in starts]

    def _told(self, rows: int) -> None:
        if self.tell is not None:
            self.tell(rows)

    def _row_start(self, span: str | None, info: Any) -> tuple[str, str]:
        """What stands before a row's number and behind it, up to the first cell's."""
        key = (span, info and (info.height, info.row_format, info.hidden, info.level, info.collapsed))
        if key not in self._starts:
            self.fh = StringIO()
            self._write_row(0, span, info)
            before, number, behind = self.fh.getvalue().partition('r="1"')
            self._starts[key] = f"{before}{number[:3]}", f'"{behind}<c r="A'
        return self._starts[key]

    def _beside(self, row: int) -> str:
        """The cells of a row that were written one by one."""
        self.fh = StringIO()
        self._write_cells(row)
        return self.fh.getvalue()

    def _xml_number_element(self, number: float, attributes: list[tuple[str, str]] = []) -> None:  # noqa: B006
        """A cell with a number, in the fewest digits; xlsxwriter gives sixteen, and so 600000.01 a tail."""
        style = "".join(f' {name}="{value}"' for name, value in attributes)
        self.fh.write(f"<c{style}><v>{shown_number(number)}</v></c>")

    def _write_cells(self, row: int) -> None:
        for column, cell in sorted(self.table.get(row, {}).items()):
            self._write_cell(row, column, cell)


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
