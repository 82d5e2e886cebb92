"""The lines of a block, rendered column by column into rows of XML.

A detail sheet has hundreds of thousands of cells and a handful of looks. Writing them one by one, each with its
own style to find, took most of a run; here each column finds its few styles once, what repeats is rendered
once (:mod:`salescli.excel.writing.plain_strokes`), and a row is one join of its cells around its number. Only lines
with links go cell by cell. The file is, to the byte, the one that writing cell by cell gives; a test holds it.
"""

from collections.abc import Iterable, Sequence, Set
from itertools import chain, count, groupby
from typing import TYPE_CHECKING, Final

from salescli.excel.addresses import column_letters
from salescli.excel.book import Format, Line
from salescli.excel.columnar import ColumnLines
from salescli.excel.writing.columns import Figures, Repeats, Texts, too_long
from salescli.excel.writing.line_stroke import LineStroke
from salescli.excel.writing.plain_strokes import FigureStroke, RepeatStroke, TextStroke
from salescli.excel.writing.strokes import Stroke
from salescli.excel.writing.unlike import Unlike

if TYPE_CHECKING:
    from salescli.excel.writing.block import BlockWriter, Spot
    from salescli.excel.writing.styles import Look


_SLAB: Final = 1_000
"""Rows whose texts are looked for at once."""


def write_lines(block: "BlockWriter") -> None:
    """Write every line of a block."""
    lines = block.placed.block.lines
    if isinstance(lines, ColumnLines):
        _render(block, lines, range(len(lines)))
        return
    link_column = any(column.format is Format.LINK for column in block.placed.block.fields)
    for linked, run in groupby(range(len(lines)), lambda at: link_column or bool(lines[at].links)):
        chosen = list(run)
        if linked:
            _write_each(block, lines, chosen)
        else:
            _render(block, lines, range(chosen[0], chosen[-1] + 1))


def _render(block: "BlockWriter", lines: Sequence[Line], chosen: range) -> None:
    if chosen:
        rendering = Rendering(block, lines, chosen)
        block.worksheet.take_lines(rendering, block.placed.right)
        rendering.remark_on_lengths()


def _write_each(block: "BlockWriter", lines: Sequence[Line], run: Iterable[int]) -> None:
    for at in run:
        for index, column in enumerate(block.placed.block.fields):
            cell = block.placed.cells[column.key][at]
            block.put(*block.body(block.placed.first + at, index, column, lines[at], cell))


class Rendering:
    """The lines at `chosen`: their texts are numbered at once, and they become XML when the file is put together."""

    def __init__(self, block: "BlockWriter", lines: Sequence[Line], chosen: range) -> None:
        self.block, self.lines, self.chosen = block, lines, chosen
        self.fields = block.placed.block.fields
        unlike = Unlike.of(lines, chosen)
        self.strokes = [_stroke_of(block, unlike, index, chosen) for index in range(len(self.fields))]
        self._number_texts()

    @property
    def numbers(self) -> range:
        """The rows, counted from 0."""
        first = self.block.placed.first
        return range(first + self.chosen.start, first + self.chosen.stop)

    @property
    def effort(self) -> int:
        """The cells; one of a column of formulas takes about three times as long as others."""
        return len(self.chosen) * sum(3 if isinstance(stroke, LineStroke) else 1 for stroke in self.strokes)

    def pieces(self, slab: range) -> list[Iterable[str]]:
        """The XML of the cells of some rows, counted from the first: for every piece between which the row's number
        stands, that piece in each row."""
        return [piece for stroke in self.strokes for piece in stroke.pieces(slab)]

    def value(self, row: int, index: int) -> object:
        """What a chart keeps of a cell, as xlsxwriter says it."""
        spot, _ = self.spot(index, row - self.block.placed.first)
        if spot.template:
            return self.block.result(spot)
        stored = spot.cell.stored
        return "" if stored is None else stored if isinstance(stored, str) else f"{stored:.16g}"

    def remark_on_lengths(self) -> None:
        """Say at each figure that is kept as text why it is."""
        for index, column in enumerate(self.fields):
            cells = self.block.placed.cells[column.key]
            if not too_long(cells):
                continue
            for at in self.chosen:
                if cells[at].too_long and (spot := self.spot(index, at)[0]).kept_as_text:
                    self.block.remark_on_length(spot)

    def spot(self, index: int, at: int) -> "tuple[Spot, Look]":
        """One cell as it would be written by itself."""
        column = self.fields[index]
        cell = self.block.placed.cells[column.key][at]
        return self.block.body(self.block.placed.first + at, index, column, self.lines[at], cell)

    def _number_texts(self) -> None:
        """Give each text its number among the shared strings, in the order in which a reader meets them."""
        columns = [(texts, stroke.few) for stroke in self.strokes if (texts := stroke.texts())]
        met = in_reading_order(columns)
        uses = sum(len(texts) - texts.count(None) for texts, _ in columns)
        self.block.worksheet.str_table.take(met, uses)

    def make_styles(self) -> None:
        """The style of each look of each column, made in the order of their first cells, row by row."""
        first = [
            (place, index, look) for index, stroke in enumerate(self.strokes) for look, place in stroke.looks().items()
        ]
        for place, index, look in sorted(first, key=lambda item: item[:2]):
            spot, base = self.spot(index, self.chosen[place])
            self.strokes[index].take_style(look, self.block.style(spot, base)._get_xf_index())


def _stroke_of(block: "BlockWriter", unlike: Unlike, index: int, chosen: range) -> Stroke:
    """The stroke for a column of the lines at `chosen`."""
    fields = block.placed.block.fields
    column = fields[index]
    cells = block.placed.cells[column.key]
    onward = f'<c r="{column_letters(index + 1)}' if index + 1 < len(fields) else ""
    if column.formula or unlike.bears_on(column.key, first=index == 0):
        return LineStroke(block, unlike, index, chosen, onward)
    numbers, width = block.worksheet.str_table.string_table, block.sizes.widths[index]
    if isinstance(cells, Figures):
        return FigureStroke(cells, chosen, onward)
    if isinstance(cells, Texts):
        return TextStroke(cells, chosen, onward, width, numbers)
    if isinstance(cells, Repeats):
        return RepeatStroke(cells, chosen, onward, width, numbers)
    raise TypeError(f"no column of cells: {cells!r}")


def in_reading_order(columns: Iterable[tuple[Sequence[str | None], Set[str | None] | None]]) -> Iterable[str]:
    """The texts of columns, each once, in the order in which a reader of the rows meets them.

    With a column come the few that there are of its texts, where they are known: once all of them were met, it has
    nothing to add.
    """
    met: dict[str | None, None] = {}
    waiting = [(texts, few if few is not None and len(few) <= _SLAB else None) for texts, few in columns]
    for start in count(0, _SLAB):
        slab = [texts[start : start + _SLAB] for texts, _ in waiting]
        if not slab or not slab[0]:
            break
        met |= dict.fromkeys(chain.from_iterable(zip(*slab, strict=True)))
        waiting = [(texts, few) for texts, few in waiting if few is None or not few <= met.keys()]
    return [text for text in met if text is not None]
