"""The lines of a block, rendered column by column into rows of XML.

A detail sheet has hundreds of thousands of cells and a handful of looks. Writing them one by one, each with its
own style to find, took most of a run; here each column finds its few styles once, texts that repeat are rendered
once, and a row is one join of its cells around its number. Only lines with links go cell by cell. The file is, to
the byte, the one that writing cell by cell gives; a test holds it.
"""

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Final

from salescli.excel.addresses import column_letters
from salescli.excel.book import Field, Format, Line
from salescli.excel.columnar import ColumnLines
from salescli.excel.writing.cells import decimals
from salescli.excel.writing.formulas import own_row_pieces
from salescli.excel.writing.plain import escaped, shown_number, shown_result
from salescli.excel.writing.sizes import wraps

if TYPE_CHECKING:
    from salescli.excel.writing.block import BlockWriter, Spot
    from salescli.excel.writing.styles import Look

SLAB: Final = 2_000
"""Rows that are rendered at once."""

_PLAIN: Final = Line({})
_OPEN = frozenset({Format.MONEY, Format.SIGNED_MONEY, Format.NUMBER})


def write_lines(block: "BlockWriter") -> None:
    """Write every line of a block."""
    lines = block.placed.block.lines
    if isinstance(lines, ColumnLines):
        _render(block, lines, range(len(lines)))
        return
    link_column = any(column.format is Format.LINK for column in block.placed.block.fields)
    for linked, run in groupby(range(len(lines)), lambda at: link_column or bool(lines[at].links)):
        if linked:
            _write_each(block, lines, run)
        else:
            _render(block, lines, list(run))


def _render(block: "BlockWriter", lines: Sequence[Line], chosen: Sequence[int]) -> None:
    if chosen:
        rendering = _Rendering(block, lines, chosen)
        block.worksheet.take_lines(rendering, block.placed.right)
        rendering.remark_on_lengths()


def _write_each(block: "BlockWriter", lines: Sequence[Line], run: Iterable[int]) -> None:
    for at in run:
        for index, column in enumerate(block.placed.block.fields):
            cell = block.placed.cells[column.key][at]
            block.put(*block.body(block.placed.first + at, index, column, lines[at], cell))


class _Rendering:
    """The lines at `chosen`: their texts are numbered at once, and they become XML when the file is put together."""

    def __init__(self, block: "BlockWriter", lines: Sequence[Line], chosen: Sequence[int]) -> None:
        self.block, self.lines, self.chosen = block, lines, chosen
        self.fields = block.placed.block.fields
        self.cells = [block.placed.cells[column.key] for column in self.fields]
        self.strings = self._strings()

    @property
    def numbers(self) -> list[int]:
        """The rows, counted from 0."""
        return [self.block.placed.first + at for at in self.chosen]

    def rows(self) -> Iterator[str]:
        """The XML of each row's cells, in order; their styles are made at once."""
        known: dict[Hashable, int] = {}
        looks = [
            array("I", [known.setdefault(look, len(known)) for look in self._looks(*item)])
            for item in enumerate(self.fields)
        ]
        styles = self._styles(looks)
        return self._rendered(looks, styles)

    def _rendered(self, looks: Sequence["array[int]"], styles: dict[tuple[int, int], str]) -> Iterator[str]:
        numbers = self.numbers
        for start in range(0, len(numbers), SLAB):
            slab = slice(start, start + SLAB)
            columns = [self._column(*item, slab, looks[item[0]], styles) for item in enumerate(self.fields)]
            for row, cells in zip(numbers[slab], zip(*columns, strict=True), strict=True):
                yield str(row + 1).join(('<c r="A', *cells))

    def value(self, row: int, index: int) -> object:
        """What a chart keeps of a cell, as xlsxwriter says it."""
        at = row - self.block.placed.first
        spot, _ = self._spot(index, at)
        if spot.template:
            return self.block.result(spot)
        stored = spot.cell.stored
        return "" if stored is None else stored if isinstance(stored, str) else f"{stored:.16g}"

    def remark_on_lengths(self) -> None:
        """Say at each figure that is kept as text why it is."""
        for index, cells in enumerate(self.cells):
            for at in self.chosen:
                if cells[at].too_long and (spot := self._spot(index, at)[0]).kept_as_text:
                    self.block.remark_on_length(spot)

    # -- looks ----------------------------------------------------------------------------------

    def _looks(self, index: int, column: Field) -> Iterator[Hashable]:
        """What each cell's style depends on: equal looks have one style."""
        key, cells = column.key, self.cells[index]
        width = self.block.sizes.widths[index]
        usual, formula = column.format, column.formula
        wrapped: dict[str, bool] = {}
        values = self.lines.columns.get(key) if isinstance(self.lines, ColumnLines) else None
        for at in self.chosen:
            line, cell = _PLAIN if isinstance(self.lines, ColumnLines) else self.lines[at], cells[at]
            stored, form, too_long = cell
            text = isinstance(stored, str)
            if text and (wrap := wrapped.get(stored)) is None:  # type: ignore[arg-type]  # a text, as was just asked
                wrap = wrapped[stored] = wraps(cell, width)  # type: ignore[index]  # the same
            yield (
                line.tones.get(key) or line.tone,
                line.formats.get(key, usual),
                bool(line.formulas.get(key, formula)),
                form,
                stored is None or text,
                too_long,
                text and wrap,
                line.level if index == 0 else 0,
                decimals(line.values.get(key) if values is None else values[at])
                if form is not usual and _OPEN & {form, line.formats.get(key)}
                else 0,
            )

    def _styles(self, looks: Sequence["array[int]"]) -> dict[tuple[int, int], str]:
        """The style of each look of each column, made in the order of their first cells, row by row."""
        first: dict[tuple[int, int], int] = {}
        for index, own in enumerate(looks):
            first |= {(index, look): own.index(look) for look in set(own)}
        made = {}
        for (index, look), number in sorted(first.items(), key=lambda item: (item[1], item[0][0])):
            spot, base = self._spot(index, self.chosen[number])
            made[index, look] = str(self.block.style(spot, base)._get_xf_index())
        return made

    def _spot(self, index: int, at: int) -> "tuple[Spot, Look]":
        row = self.block.placed.first + at
        return self.block.body(row, index, self.fields[index], self.lines[at], self.cells[index][at])

    @cached_property
    def _has_formulas(self) -> bool:
        return not isinstance(self.lines, ColumnLines) and any(line.formulas for line in self.lines)

    # -- cells ----------------------------------------------------------------------------------

    def _strings(self) -> "list[array[int]]":
        """Each text's number among the shared strings, given row by row; 0 for what is no text."""
        number_of = self.block.worksheet.str_table._get_shared_string_index
        none = array("I", bytes(4 * len(self.chosen)))
        numbers = [none for _ in self.fields]
        with_texts = [
            (index, column, bool(column.formula) or self._has_formulas)
            for index, column in enumerate(self.fields)
            if any(isinstance(cell.stored, str) for cell in self.cells[index])
        ]
        for index, _, _ in with_texts:
            numbers[index] = none[:]
        for position, at in enumerate(self.chosen):
            for index, column, templated in with_texts:
                stored = self.cells[index][at].stored
                if isinstance(stored, str) and not (
                    templated and self.lines[at].formulas.get(column.key, column.formula or "")
                ):
                    numbers[index][position] = number_of(stored)
        return numbers

    def _column(
        self,
        index: int,
        column: Field,
        slab: slice,
        looks: "array[int]",
        styles: dict[tuple[int, int], str],
    ) -> list[str]:
        """A column's cells in a `slab` of the rows, from behind their row's number to before the next one's."""
        key, cells, numbers = column.key, self.cells[index], self.strings[index]
        onward = "" if index == len(self.fields) - 1 else f'<c r="{column_letters(index + 1)}'
        heads = {look: f'" s="{style}"' for (at, look), style in styles.items() if at == index}
        rendered = []
        by_line = not isinstance(self.lines, ColumnLines)
        for at, look, number in zip(self.chosen[slab], looks[slab], numbers[slab], strict=True):
            stored = cells[at].stored
            template = self.lines[at].formulas.get(key, column.formula) if by_line else column.formula
            if template:
                rendered.append(heads[look] + self._formula(index, at, template) + onward)
            elif stored is None:
                rendered.append(f"{heads[look]}/>{onward}")
            elif isinstance(stored, str):
                rendered.append(f'{heads[look]} t="s"><v>{number}</v></c>{onward}')
            else:
                rendered.append(f"{heads[look]}><v>{shown_number(stored)}</v></c>{onward}")
        return rendered

    def _formula(self, index: int, at: int, template: str) -> str:
        spot, _ = self._spot(index, at)
        pieces = own_row_pieces(template, self.block.book, self.block.placed)
        kind, result = shown_result(self.block.result(spot))
        return f"{kind}><f>{escaped(str(spot.row + 1).join(pieces))}</f><v>{result}</v></c>"
