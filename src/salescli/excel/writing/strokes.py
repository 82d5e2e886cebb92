"""How one column is rendered: each kind of column knows its texts, its looks and its pieces of XML.

A piece begins behind the number of its row and ends before the next place where that number stands: the whole row is
one join around it. So a formula that names cells of its row comes in several pieces.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final, Protocol

from salescli.excel.addresses import column_letters
from salescli.excel.book import CellValue, Field, Format, Line
from salescli.excel.writing.cells import NOTHING, Cell, as_result, decimals, shown_number
from salescli.excel.writing.columns import Column, Figures, Repeats, Texts, distinct, few_of
from salescli.excel.writing.formulas import own_row_pieces
from salescli.excel.writing.plain import escaped, shown_result
from salescli.excel.writing.sizes import wrapping, wraps
from salescli.excel.writing.unlike import Unlike

if TYPE_CHECKING:
    from salescli.excel.writing.block import BlockWriter

_OPEN: Final = frozenset({Format.MONEY, Format.SIGNED_MONEY, Format.NUMBER})

_NO_RESULT: Final = shown_result(NOTHING)

Pieces = list[Iterable[str]]
"""Of a slab of rows: for every piece of a cell, that piece in each row."""


class Stroke(Protocol):
    """One column of a run of lines. Places count from the run's first line.

    `few` are the distinct values, if most stand there again; where texts are shared, they are those texts.
    """

    few: Set[Any] | None

    def texts(self) -> Sequence[str | None]:
        """The text of each cell that has one which goes among the shared strings; nothing at all where none has."""

    def looks(self) -> Mapping[Hashable, int]:
        """What cells' styles depend on, and the first place of each: equal looks have one style."""

    def take_style(self, look: Hashable, number: int) -> None:
        """Take the number of a look's style."""

    def pieces(self, slab: range) -> Pieces:
        """The XML of the cells in a slab, and the beginning of the next column's cell."""


def stroke_of(block: "BlockWriter", unlike: Unlike, index: int, chosen: range) -> Stroke:
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


def first_places(values: Sequence[Any]) -> dict[Any, int]:
    """Each value and the first place where it stands."""
    return dict(zip(reversed(values), range(len(values) - 1, -1, -1), strict=True))


class _Styled:
    """The beginnings of a column's cells, by look."""

    few: Set[Any] | None = None
    """The distinct values, if most stand there again and each is always written alike."""

    def __init__(self, onward: str) -> None:
        self.onward = onward
        self.heads: dict[Hashable, str] = {}

    def take_style(self, look: Hashable, number: int) -> None:
        self.heads[look] = f'" s="{number}"'


class _PlainStroke(_Styled):
    """Values each of which is rendered alike wherever it stands: once, where there are but a `few` distinct ones."""

    def __init__(self, cells: Column, values: Sequence[Any], chosen: range, onward: str) -> None:
        super().__init__(onward)
        self.values = values[chosen.start : chosen.stop]
        self.few = cells.few if len(self.values) == len(cells) else few_of(self.values, set(self.values))

    def pieces(self, slab: range) -> Pieces:
        values = self.values[slab.start : slab.stop]
        return [map(self._known.__getitem__, values) if self._known else self.rendered(values)]

    @cached_property
    def _known(self) -> Mapping[Any, str]:
        """Each value's piece; nothing where most values stand there once."""
        distinct = list(self.few or ())
        return dict(zip(distinct, self.rendered(distinct), strict=True))

    def rendered(self, values: Sequence[Any]) -> list[str]:
        """The piece of each of `values`."""
        raise NotImplementedError

    def _filled_and_empty(self, look: Hashable, *, gaps: bool) -> dict[Hashable, int]:
        """The first place of `look`, that of all values, and of none, that of empty cells."""
        if not gaps:
            return {look: 0}
        empty = self.values.index(None) if None in self.values else None
        filled = next((at for at, value in enumerate(self.values) if value is not None), None)
        return {look: at for look, at in ((None, empty), (look, filled)) if at is not None}


class FigureStroke(_PlainStroke):
    """Numbers of one format, and empty cells."""

    def __init__(self, cells: Figures, chosen: range, onward: str) -> None:
        super().__init__(cells, cells.digits, chosen, onward)
        self.gaps = cells.gaps

    def texts(self) -> Sequence[str | None]:
        return ()

    def looks(self) -> Mapping[Hashable, int]:
        return self._filled_and_empty("number", gaps=self.gaps)

    def rendered(self, values: Sequence[str | None]) -> list[str]:
        head, tail = f"{self.heads.get('number')}><v>", f"</v></c>{self.onward}"
        if None not in self.heads:
            return [f"{head}{digits}{tail}" for digits in values]
        empty = f"{self.heads[None]}/>{self.onward}"
        return [empty if digits is None else f"{head}{digits}{tail}" for digits in values]


class TextStroke(_PlainStroke):
    """Texts of one format, and empty cells."""

    def __init__(self, cells: Texts, chosen: range, onward: str, width: int, numbers: Mapping[str, int]) -> None:
        super().__init__(cells, cells.texts, chosen, onward)
        self.numbers, self.gaps = numbers, cells.gaps
        self.wrapped = wrapping(cells, width)

    def texts(self) -> Sequence[str | None]:
        return self.values

    def looks(self) -> Mapping[Hashable, int]:
        if not self.wrapped:
            return self._filled_and_empty(False, gaps=self.gaps)
        looks: dict[Hashable, int] = {}
        for text, at in first_places(self.values).items():
            look = None if text is None else text in self.wrapped
            looks[look] = min(at, looks.get(look, at))
        return looks

    def rendered(self, values: Sequence[Any]) -> list[str]:
        numbers, wrapped, tail = self.numbers, self.wrapped, f"</v></c>{self.onward}"
        heads = {look: f'{head} t="s"><v>' for look, head in self.heads.items()}
        if self.heads.keys() == {False}:
            return [f"{heads[False]}{numbers[text]}{tail}" for text in values]
        empty = f"{self.heads.get(None)}/>{self.onward}"
        return [empty if text is None else f"{heads[text in wrapped]}{numbers[text]}{tail}" for text in values]


class RepeatStroke(_PlainStroke):
    """Values that repeat, each with its cell."""

    def __init__(self, cells: Repeats, chosen: range, onward: str, width: int, numbers: Mapping[str, int]) -> None:
        super().__init__(cells, cells.values, chosen, onward)
        self.known, self.width, self.numbers = cells.known, width, numbers

    def texts(self) -> Sequence[str | None]:
        stored = {value: cell.stored for value, cell in self.known.items() if isinstance(cell.stored, str)}
        return list(map(stored.get, self.values)) if stored else ()

    def looks(self) -> Mapping[Hashable, int]:
        of_each = {value: self._look(cell) for value, cell in self.known.items()}
        if len(set(of_each.values())) == 1:
            return {of_each[self.values[0]]: 0}
        looks: dict[Hashable, int] = {}
        for value, at in first_places(self.values).items():
            looks[of_each[value]] = min(at, looks.get(of_each[value], at))
        return looks

    def _look(self, cell: Cell) -> Hashable:
        text = isinstance(cell.stored, str)
        return cell.format, cell.stored is None or text, cell.too_long, text and wraps(cell, self.width)

    def rendered(self, values: Sequence[Any]) -> list[str]:
        cells = map(self.known.__getitem__, values)
        return [stored_piece(self.heads[self._look(cell)], cell, self.numbers) + self.onward for cell in cells]


def stored_piece(head: str, cell: Cell, numbers: Mapping[str, int]) -> str:
    """A cell's XML from behind its row's number."""
    if cell.stored is None:
        return f"{head}/>"
    if isinstance(cell.stored, str):
        return f'{head} t="s"><v>{numbers[cell.stored]}</v></c>'
    return f"{head}><v>{shown_number(cell.stored)}</v></c>"


class LineStroke(_Styled):
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
