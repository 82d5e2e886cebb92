"""The values of cells that were read before: most cells repeat, within a column and from file to file."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar

REMEMBERED: Final = 50_000
"""Cells of one kind whose values are remembered; with more, it is begun anew."""

BATCH: Final = 1_000
"""Cells that are read at once: one that is not plain has the others of its batch looked at."""

LONGEST_EMPTY: Final = 3
"""Characters of the longest way to write "nothing": a longer text says something."""

_FEW: Final = 5
"""So few new cells are read one by one."""

T = TypeVar("T")


class WorthAWord(Exception):
    """A cell about which something is to be said, which takes its place."""


class Memory(Generic[T]):
    """The values of the cells of one kind, under the same circumstances, that could be read without a word.

    `read` gives the value of one cell or raises :class:`WorthAWord`; `plain` those of many of which none needs a look,
    all floats or all texts longer than the words for nothing, or None where one may need it. They are in `known`.
    """

    def __init__(self, read: Callable[[object], Any], plain: Callable[[Sequence[Any]], Sequence[T] | None]) -> None:
        self.known: dict[object, Any] = {}
        self._read, self._plain = read, plain

    def learn(self, cells: set[object]) -> set[object]:
        """Know every one of `cells`, but for those about which something is to be said; these are returned."""
        new = cells.difference(self.known)
        if not new:
            return new
        if len(self.known) + len(new) > REMEMBERED:
            self.known.clear()
            new = cells
        if len(new) > _FEW:
            self._learn_plain([cell for cell in new if cell.__class__ is float])
            self._learn_plain([cell for cell in new if cell.__class__ is str and len(cell) > LONGEST_EMPTY])
            new = new.difference(self.known)
        return {cell for cell in new if not self._learnt(cell)}

    def _learn_plain(self, cells: Sequence[Any]) -> None:
        for start in range(0, len(cells), BATCH):
            batch = cells[start : start + BATCH]
            if (values := self._plain(batch)) is not None:
                self.known.update(zip(batch, values, strict=True))

    def _learnt(self, cell: object) -> bool:
        try:
            self.known[cell] = self._read(cell)
        except WorthAWord:
            return False
        return True
