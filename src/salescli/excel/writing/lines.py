"""The lines of a block, rendered column by column into rows of XML.

A detail sheet has hundreds of thousands of cells and a handful of looks. Writing them one by one, each with its
own style to find, took most of a run; here each column finds its few styles once, what repeats is rendered
once (:mod:`salescli.excel.writing.strokes`), and a row is one join of its cells around its number. Only lines with
links go cell by cell. The file is, to the byte, the one that writing cell by cell gives; a test holds it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from salescli.excel.addresses import column_letters
from salescli.excel.book import Format, Line
from salescli.excel.columnar import ColumnLines
from salescli.excel.writing.columns import too_long
from salescli.excel.writing.strokes import LineStroke, stroke_of
from salescli.excel.writing.unlike import Unlike

if TYPE_CHECKING:
    from salescli.excel.writing.block import BlockWriter, Spot
    from salescli.excel.writing.styles import Look

SLAB: Final = 1_000
"""Rows that are rendered at once."""


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
        self.strokes = [stroke_of(block, unlike, index, chosen) for index in range(len(self.fields))]
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

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The XML of each row's cells, in the pieces between which its number stands; their styles are made at once."""
        self._make_styles()
        return self._rendered()

    def _rendered(self) -> Iterator[tuple[str, ...]]:
        onward = [f'<c r="{column_letters(index + 1)}' for index in range(len(self.fields) - 1)]
        for start in range(0, len(self.chosen), SLAB):
            slab = range(start, min(start + SLAB, len(self.chosen)))
            pieces = [
                piece
                for stroke, after in zip(self.strokes, [*onward, ""], strict=True)
                for piece in stroke.pieces(slab, after)
            ]
            yield from zip(*pieces, strict=False)

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
        table = self.block.worksheet.str_table
        known = table.string_table
        met = [
            (place, index, text)
            for index, stroke in enumerate(self.strokes)
            for text, place in stroke.texts().items()
            if text not in known
        ]
        for _, _, text in sorted(met):
            table._get_shared_string_index(text)
        table.count += sum(stroke.text_count() for stroke in self.strokes) - len(met)

    def _make_styles(self) -> None:
        """The style of each look of each column, made in the order of their first cells, row by row."""
        first = [
            (place, index, look) for index, stroke in enumerate(self.strokes) for look, place in stroke.looks().items()
        ]
        for place, index, look in sorted(first, key=lambda item: item[:2]):
            spot, base = self.spot(index, self.chosen[place])
            self.strokes[index].take_style(look, self.block.style(spot, base)._get_xf_index())
