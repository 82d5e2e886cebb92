"""A column of formulas, or one in which lines have something of their own: tones, formats, levels."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING, Final

from salescli.excel.book import CellValue, Field, Format, Line
from salescli.excel.writing.cells import NOTHING, Cell, as_result, decimals
from salescli.excel.writing.columns import Figures, Texts, distinct
from salescli.excel.writing.formulas import own_row_pieces
from salescli.excel.writing.plain import escaped, shown_result
from salescli.excel.writing.sizes import wraps
from salescli.excel.writing.strokes import Pieces, Styled, first_places, stored_piece
from salescli.excel.writing.unlike import Unlike

if TYPE_CHECKING:
    from salescli.excel.writing.block import BlockWriter

_OPEN: Final = frozenset({Format.MONEY, Format.SIGNED_MONEY, Format.NUMBER})

_NO_RESULT: Final = shown_result(NOTHING)


class LineStroke(Styled):
    """A column of formulas, or one in which lines have something of their own."""

    def __init__(self, block: "BlockWriter", unlike: Unlike, index: int, chosen: range, onward: str) -> None:
        super().__init__(onward)
        self.block, self.index = block, index
        self.column: Field = block.placed.block.fields[index]
        self.rows = range(block.placed.first + chosen.start, block.placed.first + chosen.stop)
        self.numbers = block.worksheet.str_table.string_table
        self.width = block.sizes.widths[index]
        self.chosen = chosen
        self.whole = block.placed.cells[self.column.key]
        self.values = block.placed.given.columns[self.column.key][chosen.start : chosen.stop]
        self.lines = unlike.lines if unlike.bears_on(self.column.key, first=index == 0) else ()
        usual, key = self.column.formula, self.column.key
        self.templates = [line.formulas.get(key, usual) for line in self.lines] or [usual] * len(chosen)
        self.own_looks: list[Hashable] = []

    @cached_property
    def cells(self) -> list[Cell]:
        return list(self.whole[self.chosen.start : self.chosen.stop])

    def texts(self) -> Sequence[str | None]:
        if all(self.templates):
            return ()
        pairs = zip(self.cells, self.templates, strict=True)
        return [cell.stored if isinstance(cell.stored, str) and not template else None for cell, template in pairs]

    def looks(self) -> Mapping[Hashable, int]:
        self.own_looks = self._of_values()
        if self.lines:
            known: dict[Hashable, Hashable] = {}
            self.own_looks = [known.setdefault(look, look) for look in self._of_lines()]
        return first_places(self.own_looks)

    def _of_values(self) -> list[Hashable]:
        """What each cell by itself has to do with its style; of figures in one format, whether there is one."""
        whole, chosen = self.whole, self.chosen
        if isinstance(whole, Figures) and (not self.lines or self._in_one_format):
            return [digits is None for digits in whole.digits[chosen.start : chosen.stop]]
        parts = {cell: self._part(cell) for cell in set(self.cells)}
        return [parts[cell] for cell in self.cells]

    def _of_lines(self) -> Iterable[Hashable]:
        """The same with what the cell's line has."""
        if not self._in_one_format:
            return zip(self.own_looks, map(self._of_line, self.lines, self.values, self.cells), strict=True)
        key = self.column.key
        tones = [line.tones.get(key) or line.tone for line in self.lines]
        levels = [line.level for line in self.lines] if self.index == 0 else repeat(0)
        return zip(self.own_looks, tones, map(bool, self.templates), levels, strict=False)

    @cached_property
    def _in_one_format(self) -> bool:
        """Whether every cell is shown in the column's own format."""
        key, usual, whole = self.column.key, self.column.format, self.whole
        if any(key in line.formats for line in self.lines):
            return False
        if isinstance(whole, Figures | Texts):
            return whole.form is usual and whole.empty.format is usual
        return all(cell.format is usual for cell in distinct(whole))

    def _part(self, cell: Cell) -> Hashable:
        """What a cell by itself has to do with its style."""
        text = isinstance(cell.stored, str)
        return cell.format, cell.stored is None or text, cell.too_long, text and wraps(cell, self.width)

    def _of_line(self, line: Line, value: CellValue, cell: Cell) -> Hashable:
        """What its line has."""
        key, usual = self.column.key, self.column.format
        asked = line.formats.get(key, usual)
        return (
            line.tones.get(key) or line.tone,
            asked,
            bool(line.formulas.get(key, self.column.formula)),
            line.level if self.index == 0 else 0,
            decimals(value) if cell.format is not usual and _OPEN & {cell.format, asked} else 0,
        )

    def pieces(self, slab: range) -> Pieces:
        if self._one_template is not None:
            return self._alike(slab, self._one_template)
        return [[piece + self.onward for piece in self._unlike(slab)]]

    @cached_property
    def _one_template(self) -> str | None:
        """The formula of all cells, where they differ by nothing but the numbers of their rows."""
        if not self.lines:
            return self.column.formula
        first = self.templates[0]
        return first if self._in_one_format and first and all(text == first for text in self.templates) else None

    def _alike(self, slab: range, template: str) -> Pieces:
        """The cells of a column with one formula."""
        first, *between = [escaped(piece) for piece in own_row_pieces(template, self.block.book, self.block.placed)]
        kinds, results = self._results(slab)
        met = list(zip(self.own_looks[slab.start : slab.stop], kinds, strict=False))
        starts = {one: f"{self.heads[one[0]]}{one[1]}><f>{first}" for one in set(met)}
        before = map(starts.__getitem__, met)
        behind = [f"</f><v>{result}</v></c>{self.onward}" for result in results]
        if not between:
            return [map(str.__add__, before, behind)]
        return [before, *map(repeat, between[:-1]), [between[-1] + other for other in behind]]

    def _results(self, slab: range) -> tuple[Iterable[str], Iterable[str]]:
        """The types and the texts of the cached results; figures have been made numbers already."""
        whole, start = self.whole, self.chosen.start
        if isinstance(whole, Figures):
            digits = whole.digits[start + slab.start : start + slab.stop]
            if len(filled := [one for one in digits if one is not None]) == len(digits):
                return repeat(""), filled
            kind, nothing = _NO_RESULT
            return [kind if one is None else "" for one in digits], [nothing if one is None else one for one in digits]
        form, lang = self.column.format, self.block.lang
        shown = [shown_result(as_result(value, form, lang)) for value in self.values[slab.start : slab.stop]]
        return [kind for kind, _ in shown], [result for _, result in shown]

    def _unlike(self, slab: range) -> Iterator[str]:
        """Cells of which some have a formula or a format of their own."""
        known: dict[str, list[str]] = {}
        results = zip(*self._results(slab), strict=False) if self._in_one_format else map(self._result, slab)
        for at, (kind, result) in zip(slab, results, strict=True):
            template, head = self.templates[at], self.heads[self.own_looks[at]]
            if not template:
                yield stored_piece(head, self.cells[at], self.numbers)
                continue
            if (between := known.get(template)) is None:
                pieces = own_row_pieces(template, self.block.book, self.block.placed)
                between = known[template] = [escaped(piece) for piece in pieces]
            text = between[0] if len(between) == 1 else str(self.rows[at] + 1).join(between)
            yield f"{head}{kind}><f>{text}</f><v>{result}</v></c>"

    def _result(self, at: int) -> tuple[str, str]:
        form = self.lines[at].formats.get(self.column.key, self.column.format)
        return shown_result(as_result(self.values[at], form, self.block.lang))
