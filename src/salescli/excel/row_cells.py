"""What a cell, or a column by its kind, says of the row it stands in."""

from functools import lru_cache
from typing import Any, Final

from salescli.excel.read import CellValue
from salescli.table.dates import DateKind, MomentKind, MonthKind, YearKind
from salescli.table.kind import BAD, CellContext, Kind, normal
from salescli.table.numbers import CountKind, MoneyKind, NumberKind, RatioKind
from salescli.table.quantity import QuantityKind
from salescli.table.texts import ChoiceKind
from salescli.table.weeks import WeekKind

NUMERIC: Final = (NumberKind, MoneyKind, CountKind, RatioKind, QuantityKind)
"""The kinds of cells that hold figures."""

STRICT: Final = (DateKind, MomentKind, MonthKind, WeekKind, YearKind, ChoiceKind)
"""The kinds of cells that take no other words than theirs."""


@lru_cache(maxsize=256)
def is_figure(kind: Kind[Any]) -> bool:
    """Whether cells of a kind hold figures."""
    return isinstance(kind, NUMERIC)


@lru_cache(maxsize=256)
def is_strict(kind: Kind[Any]) -> bool:
    """Whether cells of a kind take no other words than theirs."""
    return isinstance(kind, STRICT)


def takes(kind: Kind[Any], cell: CellValue) -> bool:
    """Whether a cell can be read as one of a kind, in whatever year."""
    (value,) = kind.read([cell], CellContext(lambda *_: None, year=2000))
    return value is not BAD


def is_space(cell: CellValue) -> bool:
    """Whether a cell shows nothing: empty, or white space of any kind."""
    return cell == "" or (isinstance(cell, str) and not (cell[0].isalnum() or normal(cell)))
