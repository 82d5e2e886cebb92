"""How one column is rendered: each kind of column knows its texts, its looks and its pieces of XML.

A piece begins behind the number of its row and ends before the next place where that number stands: the whole row is
one join around it. So a formula that names cells of its row comes in several pieces.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final, Protocol

from salescli.excel.book import CellValue, Field, Format, Line
from salescli.excel.columnar import column_of
from salescli.excel.writing.cells import Cell, as_result, decimals
from salescli.excel.writing.columns import Figures, Repeats, Texts
from salescli.excel.writing.formulas import own_row_pieces
from salescli.excel.writing.plain import escaped, shown_number, shown_result
from salescli.excel.writing.sizes import wrapping, wraps
from salescli.excel.writing.unlike import Unlike

if TYPE_CHECKING:
    from salescli.excel.writing.block import BlockWriter

_OPEN: Final = frozenset({Format.MONEY, Format.SIGNED_MONEY, Format.NUMBER})

Pieces = list[Iterable[str]]
"""Of a slab of rows: for every piece of a cell, that piece in each row."""


class Stroke(Protocol):
    """One column of a run of lines. Places count from the run's first line."""

    def texts(self) -> Mapping[str, int]:
        """Each text that goes among the shared strings, and the first place where it stands."""

    def text_count(self) -> int:
        """How many cells have such a text."""

    def looks(self) -> Mapping[Hashable, int]:
        """What cells' styles depend on, and the first place of each: equal looks have one style."""

    def take_style(self, look: Hashable, number: int) -> None:
        """Take the number of a look's style."""

    def pieces(self, slab: range, onward: str) -> Pieces:
        """The XML of the cells in a slab; `onward` begins the next column's cell."""


def stroke_of(block: "BlockWriter", unlike: Unlike, index: int, chosen: range) -> Stroke:
    """The stroke for a column of the lines at `chosen`."""
    column = block.placed.block.fields[index]
    cells = block.placed.cells[column.key]
    if column.formula or unlike.bears_on(column.key, first=index == 0):
        return LineStroke(block, unlike, index, chosen)
    numbers, width = block.worksheet.str_table.string_table, block.sizes.widths[index]
    if isinstance(cells, Figures):
        return FigureStroke(cells.numbers[chosen.start : chosen.stop])
    if isinstance(cells, Texts):
        return TextStroke(cells, chosen, width, numbers)
    if isinstance(cells, Repeats):
        return RepeatStroke(cells, chosen, width, numbers)
    raise TypeError(f"no column of cells: {cells!r}")


def first_places(values: Sequence[Any]) -> dict[Any, int]:
    """Each value and the first place where it stands."""
    return dict(zip(reversed(values), range(len(values) - 1, -1, -1), strict=True))


class _Styled:
    """The beginnings of a column's cells, by look."""

    def __init__(self) -> None:
        self.heads: dict[Hashable, str] = {}

    def take_style(self, look: Hashable, number: int) -> None:
        self.heads[look] = f'" s="{number}"'


class FigureStroke(_Styled):
    """Numbers of one format, and empty cells."""

    def __init__(self, numbers: Sequence[int | float | None]) -> None:
        super().__init__()
        self.numbers = numbers

    def texts(self) -> Mapping[str, int]:
        return {}

    def text_count(self) -> int:
        return 0

    def looks(self) -> Mapping[Hashable, int]:
        empty = next((at for at, number in enumerate(self.numbers) if number is None), None)
        filled = next((at for at, number in enumerate(self.numbers) if number is not None), None)
        return {look: at for look, at in ((None, empty), ("number", filled)) if at is not None}

    def pieces(self, slab: range, onward: str) -> Pieces:
        numbers = self.numbers[slab.start : slab.stop]
        head, tail = f"{self.heads.get('number')}><v>", f"</v></c>{onward}"
        distinct = set(numbers)
        if 2 * len(distinct) > len(numbers) and None not in distinct:
            return [[f"{head}{number:.16G}{tail}" for number in numbers]]
        made: dict[int | float | None, str] = {
            number: f"{head}{number:.16G}{tail}" for number in distinct if number is not None
        }
        if None in distinct:
            made[None] = f"{self.heads[None]}/>{onward}"
        return [map(made.__getitem__, numbers)]


class TextStroke(_Styled):
    """Texts of one format, and empty cells."""

    def __init__(self, cells: Texts, chosen: range, width: int, numbers: Mapping[str, int]) -> None:
        super().__init__()
        self.values = cells.texts[chosen.start : chosen.stop]
        self.numbers = numbers
        self.first = first_places(self.values)
        self.wrapped = wrapping(cells, width)

    def texts(self) -> Mapping[str, int]:
        return {text: at for text, at in self.first.items() if text is not None}

    def text_count(self) -> int:
        return len(self.values) - self.values.count(None)

    def looks(self) -> Mapping[Hashable, int]:
        looks: dict[Hashable, int] = {}
        for text, at in self.first.items():
            look = None if text is None else text in self.wrapped
            looks[look] = min(at, looks.get(look, at))
        self.first = {}
        return looks

    def pieces(self, slab: range, onward: str) -> Pieces:
        values = self.values[slab.start : slab.stop]
        heads = {look: f'{head} t="s"><v>' for look, head in self.heads.items()}
        tail, wrapped, numbers = f"</v></c>{onward}", self.wrapped, self.numbers
        made: dict[str | None, str] = {
            text: f"{heads[text in wrapped]}{numbers[text]}{tail}" for text in set(values) if text is not None
        }
        if None in self.heads:
            made[None] = f"{self.heads[None]}/>{onward}"
        return [map(made.__getitem__, values)]


class RepeatStroke(_Styled):
    """Values that repeat, each with its cell."""

    def __init__(self, cells: Repeats, chosen: range, width: int, numbers: Mapping[str, int]) -> None:
        super().__init__()
        self.values = cells.values[chosen.start : chosen.stop]
        self.known, self.width, self.numbers = cells.known, width, numbers
        self.first = first_places(self.values)

    def texts(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for value, at in self.first.items():
            if isinstance(stored := self.known[value].stored, str):
                found[stored] = min(at, found.get(stored, at))
        return found

    def text_count(self) -> int:
        texts = {value for value in self.first if isinstance(self.known[value].stored, str)}
        return sum(value in texts for value in self.values) if texts else 0

    def looks(self) -> Mapping[Hashable, int]:
        looks: dict[Hashable, int] = {}
        for value, at in self.first.items():
            look = self._look(self.known[value])
            looks[look] = min(at, looks.get(look, at))
        return looks

    def _look(self, cell: Cell) -> Hashable:
        text = isinstance(cell.stored, str)
        return cell.format, cell.stored is None or text, cell.too_long, text and wraps(cell, self.width)

    def pieces(self, slab: range, onward: str) -> Pieces:
        values = self.values[slab.start : slab.stop]
        made = {value: self._piece(self.known[value]) + onward for value in set(values)}
        return [map(made.__getitem__, values)]

    def _piece(self, cell: Cell) -> str:
        return stored_piece(self.heads[self._look(cell)], cell, self.numbers)


def stored_piece(head: str, cell: Cell, numbers: Mapping[str, int]) -> str:
    """A cell's XML from behind its row's number."""
    if cell.stored is None:
        return f"{head}/>"
    if isinstance(cell.stored, str):
        return f'{head} t="s"><v>{numbers[cell.stored]}</v></c>'
    return f"{head}><v>{shown_number(cell.stored)}</v></c>"


class LineStroke(_Styled):
    """A column of formulas, or one in which lines have something of their own."""

    def __init__(self, block: "BlockWriter", unlike: Unlike, index: int, chosen: range) -> None:
        super().__init__()
        self.block, self.index = block, index
        self.column: Field = block.placed.block.fields[index]
        self.rows = range(block.placed.first + chosen.start, block.placed.first + chosen.stop)
        self.numbers = block.worksheet.str_table.string_table
        self.width = block.sizes.widths[index]
        self.chosen = chosen
        self.values = column_of(block.placed.block.lines, self.column.key)[chosen.start : chosen.stop]
        self.lines = unlike.lines if unlike.bears_on(self.column.key, first=index == 0) else ()
        usual, key = self.column.formula, self.column.key
        self.templates = [line.formulas.get(key, usual) for line in self.lines] or [usual] * len(chosen)
        self.own_looks: list[Hashable] = []

    @cached_property
    def cells(self) -> list[Cell]:
        return list(self.block.placed.cells[self.column.key][self.chosen.start : self.chosen.stop])

    def texts(self) -> Mapping[str, int]:
        return {text: at for text, at in first_places(self._texts()).items() if text is not None}

    def text_count(self) -> int:
        return sum(text is not None for text in self._texts())

    def _texts(self) -> list[str | None]:
        """The text of every cell that has one, and no formula."""
        if all(self.templates):
            return []
        pairs = zip(self.cells, self.templates, strict=True)
        return [cell.stored if isinstance(cell.stored, str) and not template else None for cell, template in pairs]

    def looks(self) -> Mapping[Hashable, int]:
        whole = self.block.placed.cells[self.column.key]
        if isinstance(whole, Figures) and not self.lines:
            self.own_looks = [number is None for number in whole.numbers[self.chosen.start : self.chosen.stop]]
            return first_places(self.own_looks)
        parts = {cell: self._part(cell) for cell in set(self.cells)}
        self.own_looks = [parts[cell] for cell in self.cells]
        if self.lines:
            looks = zip(self.own_looks, map(self._of_line, self.lines, self.values, self.cells), strict=True)
            known: dict[Hashable, Hashable] = {}
            self.own_looks = [known.setdefault(look, look) for look in looks]
        return first_places(self.own_looks)

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

    def pieces(self, slab: range, onward: str) -> Pieces:
        if self.column.formula and not self.lines:
            return self._alike(slab, self.column.formula, onward)
        return [[self._piece(at) + onward for at in slab]]

    def _alike(self, slab: range, template: str, onward: str) -> Pieces:
        """The cells of a column whose formulas differ by nothing but the numbers of their rows."""
        between = [escaped(piece) for piece in own_row_pieces(template, self.block.book, self.block.placed)]
        form, lang, heads = self.column.format, self.block.lang, self.heads
        before, behind = [], []
        for value, look in zip(
            self.values[slab.start : slab.stop], self.own_looks[slab.start : slab.stop], strict=True
        ):
            kind, result = shown_result(as_result(value, form, lang))
            before.append(f"{heads[look]}{kind}><f>")
            behind.append(f"</f><v>{result}</v></c>{onward}")
        if len(between) == 1:
            return [[f"{one}{between[0]}{other}" for one, other in zip(before, behind, strict=True)]]
        return [
            [one + between[0] for one in before],
            *(repeat(piece) for piece in between[1:-1]),
            [between[-1] + other for other in behind],
        ]

    def _piece(self, at: int) -> str:
        template, head = self.templates[at], self.heads[self.own_looks[at]]
        if not template:
            return stored_piece(head, self.cells[at], self.numbers)
        form = self.lines[at].formats.get(self.column.key, self.column.format)
        kind, result = shown_result(as_result(self.values[at], form, self.block.lang))
        text = str(self.rows[at] + 1).join(own_row_pieces(template, self.block.book, self.block.placed))
        return f"{head}{kind}><f>{escaped(text)}</f><v>{result}</v></c>"
