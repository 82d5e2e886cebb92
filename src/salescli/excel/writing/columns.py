"""What the lines of a block store, kept a column at a time.

A cell is a function of its value and its column's format. So a column of figures is kept as its numbers, one of
texts as the texts, and of one whose values repeat (months, days, choices) each distinct value has one cell. Whoever
asks for a single cell has it made; the hot loops of the writer ask for the column.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import isfinite
from types import NoneType
from typing import Any, Final, overload

from salescli.excel.book import CellValue, Format
from salescli.excel.writing.cells import (
    DIGITS,
    FIGURES,
    OWN_FORMAT,
    POINT,
    POINTS,
    RATIOS,
    Cell,
    as_cell,
    clean,
    display_width,
    shown_number,
)
from salescli.words.language import Lang

_LETTERS: Final = "ENI"
"""What the text of a figure has that is no plain row of digits: an exponent, NaN, Infinity."""

_SMALL: Final = "0.0000"

_FIRST: Final = 1_000

_IDEOGRAPH: Final = re.compile("[\u4e00-\u9fff]")
"""Characters that take two display cells: nearly all of those that take more than one."""


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


def few_of(values: Sequence[Any], distinct: Set[Any]) -> Set[Any] | None:
    """The distinct ones of `values`, if most of these stand there again."""
    return distinct if 2 * len(distinct) <= len(values) else None


class Figures(_Column):
    """Numbers of one `form` in the digits that the file shows; None is an empty cell: there are some with `gaps`."""

    def __init__(self, digits: Sequence[str | None], form: Format, empty: Cell, *, gaps: bool) -> None:
        self.digits, self.form, self.empty, self.gaps = digits, form, empty, gaps

    @cached_property
    def ends(self) -> tuple[float, ...]:
        """The least and the greatest number; nothing where there are none."""
        numbers = [float(digits) for digits in self.digits if digits is not None]
        return (min(numbers), max(numbers)) if numbers else ()

    @cached_property
    def few(self) -> Set[str | None] | None:
        """The distinct digits, if most stand there again; a look at the first of them saves looking at all."""
        first = self.digits[:_FIRST]
        return few_of(self.digits, set(self.digits)) if few_of(first, set(first)) else None

    def __len__(self) -> int:
        return len(self.digits)

    def cell(self, at: int) -> Cell:
        return self.of(self.digits[at])

    def of(self, digits: str | None) -> Cell:
        """The cell of one of the numbers."""
        if digits is None:
            return self.empty
        return Cell(int(digits) if digits.lstrip("-").isdecimal() else float(digits), self.form)


class Texts(_Column):
    """Texts of one `form`; None is an empty cell, of which there are some with `gaps`.

    `few` are the distinct ones, if most stand there again, `longest` the characters of the longest, `widest` the cells
    that the widest takes on screen, and `broken` says whether any has several lines.
    """

    __slots__ = ("broken", "empty", "few", "form", "gaps", "longest", "texts", "widest")

    def __init__(
        self, texts: Sequence[str | None], distinct: set[str], form: Format, empty: Cell, *, gaps: bool
    ) -> None:
        self.texts, self.form, self.empty, self.gaps = texts, form, empty, gaps
        self.few = few_of(texts, distinct | {None} if gaps else distinct)
        self.longest = max(map(len, distinct))
        every = "".join(distinct)
        self.broken = "\n" in every
        if every.isascii() and not self.broken:
            self.widest = self.longest
        else:
            self.widest = max(map(display_width, distinct if self.broken else _doubled(distinct)))

    def may_wrap(self, width: int) -> bool:
        """Whether any text could take more than a line of `width` display cells."""
        return self.widest > width or self.broken

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

    @property
    def few(self) -> Set[Any] | None:
        """The distinct values, if most stand there again."""
        return few_of(self.values, self.known.keys())

    def __len__(self) -> int:
        return len(self.values)

    def cell(self, at: int) -> Cell:
        return self.known[self.values[at]]

    def __iter__(self) -> Iterator[Cell]:
        return map(self.known.__getitem__, self.values)


Column = Figures | Texts | Repeats


def cells_of(values: Sequence[CellValue], kinds: set[type], form: Format, lang: Lang) -> Column:
    """The cells of a column whose values, of `kinds`, all stand under one format."""
    given = kinds - {NoneType}
    empty = as_cell(None, form, lang)
    found: Column | None = None
    if given and given <= FIGURES:
        found = _figures(values, kinds, form, empty)
    elif given == {str}:
        found = _texts(values, kinds, form, empty)
    if found is not None:
        return found
    if len(given) > 1 or given & FIGURES:  # 1, True and 1.0 are equal, and so are 1.0 and 1.00
        return as_repeats([as_cell(value, form, lang) for value in values])
    return Repeats(values, {value: as_cell(value, form, lang) for value in set(values)})


def distinct(cells: Sequence[Cell]) -> Iterable[Cell]:
    """Every cell of a column that is unlike the others, in no order."""
    if isinstance(cells, Repeats):
        return cells.known.values()
    if isinstance(cells, Texts):
        return (cells.empty if text is None else Cell(text, cells.form) for text in set(cells.texts))
    if isinstance(cells, Figures):
        return map(cells.of, set(cells.digits))
    return set(cells)


def too_long(cells: Sequence[Cell]) -> bool:
    """Whether any cell of a column is a figure of too many digits."""
    return isinstance(cells, Repeats) and any(cell.too_long for cell in cells.known.values())


def as_repeats(cells: Sequence[Cell]) -> Repeats:
    """Cells that were made one by one."""
    return Repeats(cells, {cell: cell for cell in set(cells)})


def _figures(values: Sequence[Any], kinds: set[type], form: Format, empty: Cell) -> Figures | None:
    """Figures that a spreadsheet can hold; None where there are others among them."""
    filled = [value for value in values if value is not None] if NoneType in kinds else values
    if form in RATIOS or kinds - {NoneType} == {Fraction}:
        digits = _nearest(float(value * POINT) for value in filled) if form in POINTS else _nearest(map(float, filled))
    elif Fraction in kinds:
        return None
    else:
        digits = _exact(filled, whole=Decimal not in kinds)
    if digits is None:
        return None
    if len(digits) < len(values):
        following = iter(digits)
        digits = [None if value is None else next(following) for value in values]
    return Figures(digits, Format.TEXT if form in OWN_FORMAT else form, empty, gaps=NoneType in kinds)


def _nearest(numbers: Iterable[float]) -> list[str | None] | None:
    """The digits of `numbers`; None where one is none."""
    known = list(numbers)
    return list(map(shown_number, known)) if all(map(isfinite, known)) else None


def _exact(figures: Sequence[int | Decimal], *, whole: bool) -> list[str | None] | None:
    """The digits of figures that have no more than a number of a spreadsheet; None where one has.

    Those of an integer or a decimal are the figure's own, zeros at the end of its decimals apart.
    """
    texts = list(map(str, figures))
    every = "".join(texts)
    if max(map(len, texts)) > DIGITS or any(letter in every for letter in _LETTERS):
        return None
    if whole:
        return list(texts)
    if _SMALL in every:  # maybe 0.00001, which a number writes as 1E-05
        return _nearest(map(float, texts))
    return [text if text[-1] != "0" else _without_zeros(text) for text in texts]


def _without_zeros(text: str) -> str:
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _texts(values: Sequence[Any], kinds: set[type], form: Format, empty: Cell) -> Texts | None:
    """Texts as XML can hold them; None where one of them is empty."""
    distinct = set(values)
    distinct.discard(None)
    if "" in distinct:
        return None
    if not all(map(str.isprintable, distinct)):  # or else there is nothing to clean
        changed = {text: cleaned for text in distinct if (cleaned := clean(text)) != text}
        if changed:
            values = [changed.get(text, text) for text in values]
            distinct = {changed.get(text, text) for text in distinct}
    return Texts(values, distinct, form if form in OWN_FORMAT else Format.TEXT, empty, gaps=NoneType in kinds)


def _doubled(texts: Iterable[str]) -> list[str]:
    """Texts of one line, in which an ideograph is two characters of one display cell each."""
    return _IDEOGRAPH.sub("--", "\n".join(texts)).split("\n")
