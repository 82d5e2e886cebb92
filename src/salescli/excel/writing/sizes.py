"""Widths of columns and heights of rows, from what the cells will show. Widths are display cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from salescli.excel.book import Field, Format
from salescli.excel.writing.cells import Cell, display_width, text_lines
from salescli.excel.writing.columns import Figures, Texts, distinct
from salescli.excel.writing.placed import ROW_PIXELS, PlacedBlock, PlacedSheet

NARROWEST, WIDEST = 8, 48
PADDING: Final = 4
"""Display cells that the indents at both sides of a cell take."""

FILTER_BUTTON: Final = 2
WRAPPED_HEADER: Final = 14
"""A header wider than this may take two lines instead of widening its column."""

NOTE_WIDTH: Final = 72
"""A note takes at least this much, however narrow the table below it is."""

ROW: Final = ROW_PIXELS * 0.75
LINE: Final = 15.0
TALLEST: Final = 409.0
TITLE, BLOCK_TITLE = 30.0, 24.0

_DATES: Final = {Format.DATE: 10, Format.DATETIME: 16, Format.MONTH: 10, Format.YEAR: 4}
_EVEN: Final = frozenset(Format) - {Format.TEXT, Format.WRAPPED, Format.LINK}
"""Formats of even decimals, whose figures are the wider the further they lie from 0."""

_GROUPED: Final = {Format.COUNT: 0, Format.SIGNED_COUNT: 0, Format.MONEY: 2, Format.SIGNED_MONEY: 2}


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths by column in display cells; heights in points, only of rows unlike an ordinary one; `hidden` columns."""

    widths: tuple[int, ...]
    heights: dict[int, float]
    hidden: frozenset[int] = frozenset()

    @property
    def shown(self) -> int:
        """Display cells of all columns that are seen."""
        return sum(width for at, width in enumerate(self.widths) if at not in self.hidden)

    def left(self, column: int) -> int:
        """Display cells from column 0 to before `column`."""
        return sum(self.widths[:column])


def sizes(placed: PlacedSheet) -> Sizes:
    """The sizes of a sheet; a column is as wide as the most demanding of its blocks asks for."""
    widths = [NARROWEST] * placed.columns
    for block in placed.blocks:
        for at, column in enumerate(block.block.fields):
            widths[at] = max(widths[at], _width(block, column, block.places[column.key]))
    hidden = _hidden(placed)
    heights: dict[int, float] = {}
    _heights_above(placed, sum(width for at, width in enumerate(widths) if at not in hidden), heights)
    for block in placed.blocks:
        _block_heights(block, widths, heights)
    return Sizes(tuple(widths), heights, hidden)


def _hidden(placed: PlacedSheet) -> frozenset[int]:
    """The columns in which every block that reaches them has what only charts need."""
    shown = {at for block in placed.blocks for at, column in enumerate(block.block.fields) if not column.aside}
    return frozenset(range(placed.columns)) - shown if placed.blocks else frozenset()


def _width(placed: PlacedBlock, column: Field, places: int) -> int:
    if column.width is not None:
        return column.width
    header = display_width(column.header)
    if header > WRAPPED_HEADER:
        header = max(WRAPPED_HEADER, -(-header // 2) + 1)
    widest = header + (FILTER_BUTTON if placed.block.filter else 0)
    widest = max([widest, _widest(placed.cells[column.key], places), *map(display_width, column.choices)])
    if placed.total is not None:
        widest = max(widest, shown_width(placed.total[column.key], places))
    return min(max(widest + PADDING, NARROWEST), WIDEST)


def _widest(cells: Sequence[Cell], places: int) -> int:
    """The display cells of a column's widest: of figures of even decimals, the least and the greatest decide."""
    if isinstance(cells, Figures):
        shown = [Cell(end, cells.form) for end in cells.ends] if cells.form in _EVEN else distinct(cells)
        return max((shown_width(cell, places) for cell in shown), default=0)
    if isinstance(cells, Texts):
        return cells.widest
    return max((shown_width(cell, places) for cell in distinct(cells)), default=0)


def shown_width(cell: Cell, places: int) -> int:
    """About how many display cells a stored value takes once it is formatted."""
    if cell.stored is None:
        return 0
    if isinstance(cell.stored, str):
        return display_width(cell.stored)
    if cell.format in _DATES:
        return _DATES[cell.format]
    sign = cell.format in (Format.SIGNED_MONEY, Format.SIGNED_COUNT, Format.SIGNED_RATIO, Format.POINTS)
    return len(_digits(cell, cell.stored, places)) + sign


def _digits(cell: Cell, number: float, places: int) -> str:
    match cell.format:
        case Format.RATIO | Format.SHARE | Format.SIGNED_RATIO:
            return f"{number * 100:,.1f}%"
        case Format.POINTS | Format.GAP_POINTS:
            return f"{number:,.1f}个百分点"
        case Format.WAN:
            return f"{number / 10_000:.1f}万 "
        case Format.NUMBER:
            return f"{number:,.{min(places, 4)}f}"
        case form if form in _GROUPED:
            return f"{number:,.{min(places, _GROUPED[form])}f}"
    return f"{number:.15g}"


def _heights_above(placed: PlacedSheet, width: int, heights: dict[int, float]) -> None:
    if placed.title_row is not None:
        heights[placed.title_row] = TITLE
    rows = list(zip(placed.note_rows, placed.sheet.notes, strict=True))
    for block in placed.blocks:
        rows += zip(block.note_rows, block.block.notes, strict=True)
        if block.title_row is not None:
            heights[block.title_row] = BLOCK_TITLE
    for row, note in rows:
        _raise(heights, row, text_lines(note, note_width(width)))


def note_width(width: int) -> int:
    """Display cells in a line of a note over a sheet `width` wide."""
    return max(width, NOTE_WIDTH)


def _block_heights(placed: PlacedBlock, widths: list[int], heights: dict[int, float]) -> None:
    button = FILTER_BUTTON if placed.block.filter else 0
    headers = (text_lines(field.header, widths[at] - 1 - button) for at, field in enumerate(placed.block.fields))
    heights[placed.header_row] = min(max(headers, default=1) * LINE + 12, TALLEST)
    for at, column in enumerate(placed.block.fields):
        _column_heights(placed.cells[column.key], placed.first, widths[at] - PADDING, heights)
    if placed.total is not None:
        _raise(heights, placed.end, _lines(placed.total, widths))


def _column_heights(cells: Sequence[Cell], first: int, width: int, heights: dict[int, float]) -> None:
    """Raise the rows of the texts that take more than a line; most columns have none."""
    if isinstance(cells, Figures) or (isinstance(cells, Texts) and not cells.may_wrap(width)):
        return
    texts = {cell.stored for cell in distinct(cells) if isinstance(cell.stored, str)}
    tall = {text: most for text in texts if (most := text_lines(text, width)) > 1}
    if not tall:
        return
    for row, cell in enumerate(cells, first):
        lines = tall.get(cell.stored, 1) if isinstance(cell.stored, str) else 1
        if lines > 1 and heights.get(row, 0.0) < _height(lines):
            heights[row] = _height(lines)


def _lines(cells: dict[str, Cell], widths: list[int]) -> int:
    texts = ((cell.stored, width) for cell, width in zip(cells.values(), widths, strict=False))
    return max((text_lines(text, width - PADDING) for text, width in texts if isinstance(text, str)), default=1)


def _raise(heights: dict[int, float], row: int, lines: int) -> None:
    if lines > 1:
        heights[row] = _height(lines)


def _height(lines: int) -> float:
    return min(lines * LINE + 6, TALLEST)


def wrapping(cells: Texts, width: int) -> frozenset[str]:
    """The texts of a column that need more than one line at `width`."""
    if cells.form is not Format.WRAPPED and not cells.may_wrap(width - PADDING):
        return frozenset()
    return frozenset(text for text in set(cells.texts) if text is not None and wraps(Cell(text, cells.form), width))


def wraps(cell: Cell, width: int) -> bool:
    """Whether a cell's text needs more than one line at `width`."""
    if not isinstance(cell.stored, str):
        return False
    return cell.format is Format.WRAPPED or text_lines(cell.stored, width - PADDING) > 1
