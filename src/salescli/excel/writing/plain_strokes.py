"""Columns of values that are written alike wherever they stand: figures, texts, and whatever repeats."""

from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property
from typing import Any

from salescli.excel.writing.cells import Cell
from salescli.excel.writing.columns import Column, Figures, Repeats, Texts, few_of
from salescli.excel.writing.sizes import wrapping, wraps
from salescli.excel.writing.strokes import Pieces, Styled, first_places, stored_piece


class _PlainStroke(Styled):
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
