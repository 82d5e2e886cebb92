"""Sheets with charts that need pages broken by hand: those with charts beside their tables, which would print too
small on one page, have the charts on pages of their own; of those that are unbroken each block stays with its charts.

Spreadsheets ignore manual breaks of a sheet that is fitted to pages, so these get a scale of their own, reckoned from
the widths of their columns.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from salescli.excel.book import Side
from salescli.excel.writing.placed import CHART_GAP, PlacedSheet
from salescli.excel.writing.sizes import ROW, Sizes

SMALLEST: Final = 0.65
"""The scale below which a page is hard to read."""

SMALLEST_LYING: Final = 0.6
"""The same where a page cuts nothing."""

_ACROSS: Final = 717.0
_DOWN: Final = 993.0
"""What an upright A4 page takes between its margins, in pixels."""

_ACROSS_LYING: Final = 1045.0
_DOWN_LYING: Final = 664.0
"""What a lying one takes."""

_CELL: Final = 9.4
"""Pixels of a display cell where the workbook's font is missing and a wide one stands in; a column has five more."""

_STRETCH: Final = 1.3
"""How much wider columns, and what hangs on them, are with such a font."""

_POINT: Final = 96 / 72


class Paper(NamedTuple):
    """How a sheet is printed: at which percentage, before which rows and columns pages break, and on which pages."""

    scale: int
    rows: tuple[int, ...]
    columns: tuple[int, ...] = ()
    lying: bool = False


def paper(placed: PlacedSheet, sizes: Sizes, *, whole: bool) -> Paper | None:
    """The paper of a sheet with charts beside its blocks that is too small when fitted, or of one that is unbroken and
    takes several pages; None where it is neither.

    `whole` tells that it would be fitted to one page, not to its width alone. None, too, where a page would cut a block
    or a chart, or be as small all the same.
    """
    beside, across = _beside(placed), _across(sizes)
    if placed.sheet.unbroken and not whole and not beside:
        return _unbroken(placed, sizes, across)
    if not beside or len(placed.blocks) < 2:
        return None
    down = sum(_height(sizes, row) for row in range(placed.bottom))
    if min(_ACROSS / (across + beside), _DOWN / down if whole else 1.0) >= SMALLEST:
        return None
    scale = min(1.0, _ACROSS / max(across, beside))
    breaks = _breaks(placed, sizes, _DOWN / scale) if scale >= SMALLEST else None
    return None if breaks is None else Paper(int(scale * 100), breaks, (placed.reach,))


def stands_larger(placed: PlacedSheet, sizes: Sizes) -> bool:
    """Whether a sheet that goes on one page is printed larger on one that stands."""
    across, down = _extent(placed, sizes, placed.bottom)
    return min(1.0, _ACROSS / across, _DOWN / down) > min(1.0, _ACROSS_LYING / across, _DOWN_LYING / down)


def lies_uncut(placed: PlacedSheet, sizes: Sizes, rows: int) -> bool:
    """Whether the first `rows` rows go on one lying page at the scale that its width asks for."""
    across, down = _extent(placed, sizes, rows)
    return down <= _DOWN_LYING / min(1.0, _ACROSS_LYING / across)


def _extent(placed: PlacedSheet, sizes: Sizes, rows: int) -> tuple[float, float]:
    """How wide a sheet is with its charts, and how high its first `rows` rows are, in pixels."""
    below = max((at.x + at.chart.size[0] for at in placed.charts if at.chart.side is Side.BELOW), default=0)
    down = sum(_height(sizes, row) for row in range(rows))
    return max(1.0, _across(sizes) + _beside(placed), float(below)), max(1.0, down)


def _across(sizes: Sizes) -> float:
    """How wide the columns that are shown are."""
    return sum(_CELL * width + 5 for at, width in enumerate(sizes.widths) if at not in sizes.hidden)


def _beside(placed: PlacedSheet) -> int:
    """How wide the charts right of the columns are."""
    return max((at.chart.size[0] + CHART_GAP for at in placed.charts if at.chart.side is Side.RIGHT), default=0)


def _unbroken(placed: PlacedSheet, sizes: Sizes, across: float) -> Paper | None:
    """Lying pages that break before what they would cut; charts are stretched as the columns below them are."""
    drawn = max((at.x + at.chart.size[0] for at in placed.charts), default=0) * _STRETCH
    scale = min(1.0, 0.98 * _ACROSS_LYING / max(across, drawn))
    breaks = _breaks(placed, sizes, 0.98 * _DOWN_LYING / scale) if scale >= SMALLEST_LYING else None
    return None if breaks is None else Paper(int(scale * 100), breaks, lying=True)


def _height(sizes: Sizes, row: int) -> float:
    return sizes.heights.get(row, ROW) * _POINT


def _breaks(placed: PlacedSheet, sizes: Sizes, room: float) -> tuple[int, ...] | None:
    """The rows before which pages break, so that what belongs together stays so; None where something is higher."""
    tops = [0.0]
    for row in range(placed.bottom):
        tops.append(tops[-1] + _height(sizes, row))
    breaks: list[int] = []
    start = 0
    for first, last in _together(placed):
        if tops[last] - tops[start] > room:
            if first == start or tops[last] - tops[first] > room:
                return None
            breaks.append(first)
            start = first
    return tuple(breaks)


def _together(placed: PlacedSheet) -> Iterator[tuple[int, int]]:
    """The stretches of rows (the last one excluded) that no page may break: blocks with their titles and charts."""
    tops = {block.block.id: block.header_row if block.title_row is None else block.title_row for block in placed.blocks}
    spans = [(tops[block.block.id], block.end + 1) for block in placed.blocks]
    spans += [(tops.get(at.chart.block or "", at.row), min(placed.bottom, at.bottom)) for at in placed.charts]
    merged: list[list[int]] = []
    for first, last in sorted(spans):
        if merged and first < merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], last)
        else:
            merged.append([first, last])
    yield from ((0 if at == 0 else first, last) for at, (first, last) in enumerate(merged))
