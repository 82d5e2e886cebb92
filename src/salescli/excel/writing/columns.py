"""What the lines of a block store, kept a column at a time.

A cell is a function of its value and its column's format. So a column of figures is kept as its numbers, one of
texts as the texts, and of one whose values repeat (months, days, choices) each distinct value has one cell. Whoever
asks for a single cell has it made; the hot loops of the writer ask for the column.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import isfinite
from types import NoneType
from typing import Any, Final, overload

from salescli.excel.book import CellValue, Format
from salescli.excel.writing.cells import DIGITS, OWN_FORMAT, POINTS, RATIOS, Cell, as_cell, clean, display_width
from salescli.words.language import Lang

_FIGURES: Final = frozenset({int, Decimal, Fraction})


class _Column(Sequence[Cell]):
    """A column of cells by the place of their line."""

    __slots__ = ()

    def cell(self, at: int) -> Cell:
        raise NotImplementedError

    @overload
    def __getitem__(self, at: int) -> Cell: ...
    @overload
    def __getitem__(self, at: slice) -> list[Cell]: ...
    def __getitem__(self, at: int | slice) -> Cell | list[Cell]:
        return [self.cell(one) for one in range(len(self))[at]] if isinstance(at, slice) else self.cell(at)


class Figures(_Column):
    """Numbers of one `form`; None is an empty cell. `exact` ones are the figures to the last digit."""

    __slots__ = ("empty", "exact", "form", "numbers")

    def __init__(self, numbers: Sequence[int | float | None], form: Format, empty: Cell, *, exact: bool) -> None:
        self.numbers, self.form, self.empty, self.exact = numbers, form, empty, exact

    def __len__(self) -> int:
        return len(self.numbers)

    def cell(self, at: int) -> Cell:
        number = self.numbers[at]
        return self.empty if number is None else Cell(number, self.form)


class Texts(_Column):
    """Texts of one `form`; None is an empty cell."""

    def __init__(self, texts: Sequence[str | None], form: Format, empty: Cell) -> None:
        self.texts, self.form, self.empty = texts, form, empty

    @cached_property
    def widest(self) -> int:
        """The display cells of the widest text."""
        return max(map(display_width, filter(None, set(self.texts))), default=0)

    def may_wrap(self, width: int) -> bool:
        """Whether any text could take more than a line of `width` display cells."""
        return self.widest > width or any("\n" in text for text in self.texts if text is not None)

    def __len__(self) -> int:
        return len(self.texts)

    def cell(self, at: int) -> Cell:
        text = self.texts[at]
        return self.empty if text is None else Cell(text, self.form)


class Repeats(_Column):
    """Values that repeat, and the cell of each that there is."""

    __slots__ = ("known", "values")

    def __init__(self, values: Sequence[Any], known: Mapping[Any, Cell]) -> None:
        self.values, self.known = values, known

    def __len__(self) -> int:
        return len(self.values)

    def cell(self, at: int) -> Cell:
        return self.known[self.values[at]]

    def __iter__(self) -> Iterator[Cell]:
        return map(self.known.__getitem__, self.values)


Column = Figures | Texts | Repeats


def cells_of(values: Sequence[CellValue], form: Format, lang: Lang) -> Column:
    """The cells of a column whose values all stand under one format."""
    kinds = set(map(type, values))
    given = kinds - {NoneType}
    empty = as_cell(None, form, lang)
    found: Column | None = None
    if given and given <= _FIGURES and form not in POINTS:
        found = _figures(values, given, form, empty)
    elif given == {str}:
        found = _texts(values, form, empty)
    if found is not None:
        return found
    if len(given) > 1 or given & _FIGURES:  # 1, True and 1.0 are equal, and so are 1.0 and 1.00
        return as_repeats([as_cell(value, form, lang) for value in values])
    return Repeats(values, {value: as_cell(value, form, lang) for value in set(values)})


def distinct(cells: Sequence[Cell]) -> Iterable[Cell]:
    """Every cell of a column that is unlike the others, in no order."""
    if isinstance(cells, Repeats):
        return cells.known.values()
    if isinstance(cells, Texts):
        return (cells.empty if text is None else Cell(text, cells.form) for text in set(cells.texts))
    if isinstance(cells, Figures):
        return (cells.empty if number is None else Cell(number, cells.form) for number in set(cells.numbers))
    return set(cells)


def too_long(cells: Sequence[Cell]) -> bool:
    """Whether any cell of a column is a figure of too many digits."""
    return isinstance(cells, Repeats) and any(cell.too_long for cell in cells.known.values())


def as_repeats(cells: Sequence[Cell]) -> Repeats:
    """Cells that were made one by one."""
    return Repeats(cells, {cell: cell for cell in set(cells)})


def _figures(values: Sequence[Any], kinds: set[type], form: Format, empty: Cell) -> Figures | None:
    """Figures that a spreadsheet can hold; None where there are others among them."""
    numbers: list[int | float | None]
    rounded = form in RATIOS or kinds == {Fraction}
    if rounded:
        numbers = [None if value is None else float(value) for value in values]
    elif kinds == {int}:
        if any(value is not None and not -(10 ** (DIGITS - 1)) < value < 10 ** (DIGITS - 1) for value in values):
            return None
        numbers = list(values)
    elif kinds <= {int, Decimal}:
        texts = [None if value is None else str(value) for value in values]
        if any(text is not None and (len(text) > DIGITS or "E" in text) for text in texts):
            return None
        floats = [None if text is None else float(text) for text in texts]
        numbers = [int(number) if number is not None and number.is_integer() else number for number in floats]
    else:
        return None
    if not all(isfinite(number) for number in numbers if number is not None):
        return None
    return Figures(numbers, Format.TEXT if form in OWN_FORMAT else form, empty, exact=not rounded)


def _texts(values: Sequence[Any], form: Format, empty: Cell) -> Texts | None:
    """Texts as XML can hold them; None where one of them is empty."""
    distinct = set(values) - {None}
    changed = {text: cleaned for text in distinct if (cleaned := clean(text)) != text}
    if "" in distinct or "" in changed.values():
        return None
    texts = [changed.get(text, text) for text in values] if changed else values
    return Texts(texts, form if form in OWN_FORMAT else Format.TEXT, empty)
