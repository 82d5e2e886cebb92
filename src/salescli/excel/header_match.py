"""How a header serves a table: which column is which field, and what is missing, unknown or claimed twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from salescli.table.table import Field


@dataclass(frozen=True, slots=True)
class ColumnAt:
    """Where a field's cells stand: the column's index from 0 and the scale its header gives.

    `named` tells that the header itself names its unit; `odd` are words in its brackets that are no unit known.
    """

    index: int
    scale: int = 0
    percent: bool = False
    named: bool = False
    odd: str = ""


@dataclass(frozen=True, slots=True)
class MonthColumns:
    """The columns of one month of a table whose months stand side by side: as written, and where they are."""

    written: str | date
    columns: Mapping[str, ColumnAt]

    @property
    def index(self) -> int:
        """The first of the columns."""
        return min(at.index for at in self.columns.values())


@dataclass(frozen=True, slots=True)
class MonthSum:
    """A column that adds up months of one field (`key`): the `span` it names, and its words as a person sees them."""

    span: str
    key: str
    at: ColumnAt
    shown: str


@dataclass(frozen=True, slots=True, eq=False)
class HeaderMatch:
    """How well a header serves a table. `row` is its last row; all indices count from 0.

    Sheets of the same header share one, and with it all that follows from it; each is like itself only.

    `unknown` are headers among the table's own that it does not have, `beside` those of what stands beside it;
    `sums` are those of the unknown that add up months.
    """

    row: int
    columns: Mapping[str, ColumnAt]
    unknown: tuple[tuple[int, str], ...]
    clashes: tuple[tuple[Field, int, int], ...]
    missing: tuple[Field, ...]
    months: tuple[MonthColumns, ...] = ()
    beside: tuple[tuple[int, str], ...] = ()
    sums: tuple[MonthSum, ...] = ()

    @property
    def indices(self) -> set[int]:
        """The columns that are the table's."""
        groups = (self.columns, *(group.columns for group in self.months))
        return {at.index for group in groups for at in group.values()}

    @property
    def columns_with_missing(self) -> set[str]:
        """The keys of the columns it has, and of those it would have to have."""
        return {*self.columns, *(item.key for item in self.missing)}

    @property
    def fits(self) -> bool:
        """Whether every required column is there."""
        return not self.missing

    @property
    def rank(self) -> tuple[bool, int, int]:
        """For choosing the best row: complete first, then the most columns, then the fewest strangers."""
        named = len(self.columns) + sum(len(group.columns) for group in self.months)
        return (self.fits and not self.clashes, named, -len(self.unknown))
