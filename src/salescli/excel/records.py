"""What one sheet held of one table: its rows, those that could not be read, and all that is to be said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic

from salescli.measure.period import Month
from salescli.table.batch import Rows
from salescli.table.packing import Packed, pack, unpack
from salescli.table.problem import Place, Problem
from salescli.table.row import RowT
from salescli.table.table import Table


@dataclass(frozen=True, slots=True)
class MonthGiven:
    """A month that stands over columns or on a sheet's tab instead of in a column of its own.

    `vital` are the columns (indices) that make a row one of this month: where they are blank there is no row.
    """

    month: Month
    vital: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class InvalidRow:
    """A row that could not be read: where it stands and every reason; `cells` are what it holds, by column."""

    place: Place
    reasons: tuple[Problem, ...]
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Records(Generic[RowT]):
    """What one sheet held of one table: the valid rows, the invalid ones, and all that is to be said.

    `problems` includes the reasons of the invalid rows. Data rows read = rows + invalid. The valid rows are `read`: as
    long as nobody asks for `rows` there need not be any objects.
    """

    table: Table[RowT]
    file: str
    sheet: str
    header_row: int
    read: Sequence[RowT]
    invalid: tuple[InvalidRow, ...]
    problems: tuple[Problem, ...]

    def __reduce__(self) -> tuple[Any, ...]:
        """Packed for another process."""
        rest = (self.table, self.file, self.sheet, self.header_row, self.invalid, self.problems)
        return _unpacked, (*rest, pack(self.read))

    @property
    def rows(self) -> tuple[RowT, ...]:
        """The valid rows."""
        return self.read.made if isinstance(self.read, Rows) else tuple(self.read)

    @property
    def count(self) -> int:
        """How many data rows were read, valid or not."""
        return len(self.read) + len(self.invalid)


def _unpacked(
    table: Table[RowT],
    file: str,
    sheet: str,
    header_row: int,
    invalid: tuple[InvalidRow, ...],
    problems: tuple[Problem, ...],
    packed: Packed[RowT] | None,
) -> Records[RowT]:
    return Records(table, file, sheet, header_row, unpack(packed), invalid, problems)
