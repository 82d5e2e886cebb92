"""A sheet that people added to a workbook, as a value that another workbook can carry."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

OwnValue: TypeAlias = str | int | float | Decimal | bool | date | datetime | None
Style: TypeAlias = tuple[tuple[str, str | int | float | bool], ...]
"""How a cell looks: properties of a format by name, in order, so that equal looks are equal."""


@dataclass(frozen=True, slots=True)
class OwnCell:
    """One cell, counted from zero. With a `formula` the `value` is its last result."""

    row: int
    column: int
    value: OwnValue
    formula: str | None = None
    comment: str | None = None
    link: str | None = None
    style: Style = ()


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """One sheet. Widths by column in characters, heights by row in points, `merged` from zero, ends included."""

    name: str
    cells: tuple[OwnCell, ...]
    widths: Mapping[int, float] = field(default_factory=dict)
    heights: Mapping[int, float] = field(default_factory=dict)
    merged: tuple[tuple[int, int, int, int], ...] = ()
    freeze: tuple[int, int] | None = None
    tab: str | None = None
    hidden: bool = False

    def without_formulas(self, spots: frozenset[tuple[int, int]], said: str) -> "OwnSheet":
        """The sheet with the last results in place of the formulas at `spots`; each formula becomes a comment
        under the heading `said`."""

        def settled(cell: OwnCell) -> OwnCell:
            if (cell.row, cell.column) not in spots or cell.formula is None:
                return cell
            told = f"{said}\n={cell.formula}"
            return replace(cell, formula=None, comment=f"{cell.comment}\n{told}" if cell.comment else told)

        return replace(self, cells=tuple(map(settled, self.cells)))
