"""How one column is rendered: each kind of column knows its texts, its looks and its pieces of XML.

A piece begins behind the number of its row and ends before the next place where that number stands: the whole row is
one join around it. So a formula that names cells of its row comes in several pieces.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from typing import Any, Protocol

from salescli.excel.writing.cells import Cell, shown_number

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


class Styled:
    """The beginnings of a column's cells, by look."""

    few: Set[Any] | None = None
    """The distinct values, if most stand there again and each is always written alike."""

    def __init__(self, onward: str) -> None:
        self.onward = onward
        self.heads: dict[Hashable, str] = {}

    def take_style(self, look: Hashable, number: int) -> None:
        self.heads[look] = f'" s="{number}"'


def first_places(values: Sequence[Any]) -> dict[Any, int]:
    """Each value and the first place where it stands."""
    return dict(zip(reversed(values), range(len(values) - 1, -1, -1), strict=True))


def stored_piece(head: str, cell: Cell, numbers: Mapping[str, int]) -> str:
    """A cell's XML from behind its row's number."""
    if cell.stored is None:
        return f"{head}/>"
    if isinstance(cell.stored, str):
        return f'{head} t="s"><v>{numbers[cell.stored]}</v></c>'
    return f"{head}><v>{shown_number(cell.stored)}</v></c>"
