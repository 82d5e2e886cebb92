"""Rows made a batch at a time from columns that were read: the limits of the row class are asked of whole columns.

The cells have their types already, since their kinds read them. What pydantic would still look at, cell by cell,
are the limits (``Ge(0)``); a column within them makes its rows without a validating call each, one beyond them
is validated by pydantic, which says which cell is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import annotated_types as limits

from salescli.table.batch import Batch, Rows
from salescli.table.column import Column
from salescli.table.kind import Kind, shown
from salescli.table.row import Home, Row, RowT, Source
from salescli.table.table import Table, metadata_of

Refused = tuple[int, str, Mapping[str, object]]
"""A cell beyond a limit: the index of its row, its field, and what fills the message."""

_SIGNS: Final = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}

_Extreme = Callable[[Iterable[Any]], Any]

_HELD: Final[Mapping[type, Callable[[Any], tuple[_Extreme, Callable[[Any], bool]]]]] = {
    limits.Ge: lambda limit: (min, lambda value: value >= limit.ge),
    limits.Gt: lambda limit: (min, lambda value: value > limit.gt),
    limits.Le: lambda limit: (max, lambda value: value <= limit.le),
    limits.Lt: lambda limit: (max, lambda value: value < limit.lt),
}
"""Each limit holds for a column when it holds for the least or for the greatest of its values."""

_Plan = Mapping[str, Sequence[tuple[_Extreme, Callable[[Any], bool]]]]


def make_rows(
    table: Table[RowT], keys: Sequence[str], columns: Sequence[Sequence[Any]], home: Home, lines: Sequence[int]
) -> tuple[Sequence[RowT], list[Refused]]:
    """The rows of `columns`, which stand in the order of `keys` and are as long as `lines`, their rows' numbers.

    A row with a cell beyond its limit is left out, and the cell is among the refused.
    """
    plan = _plan(table.row)
    if plan is None or any(_beyond(plan.get(key, ()), column) for key, column in zip(keys, columns, strict=True)):
        return _validated(table, keys, columns, home, lines)
    return Rows(Batch(table.row, tuple(keys), columns, (home,), lines)), []


def _beyond(held: Sequence[tuple[_Extreme, Callable[[Any], bool]]], column: Sequence[Any]) -> bool:
    if not held:
        return False
    given = [value for value in column if value is not None]
    return bool(given) and not all(test(extreme(given)) for extreme, test in held)


@lru_cache(maxsize=256)
def _plan(row: type[Row]) -> _Plan | None:
    """The limits of each field; None for a class with rules that only pydantic knows."""
    rules = row.__pydantic_decorators__
    if rules.model_validators or rules.field_validators or rules.root_validators or rules.validators:
        return None
    plan = {}
    for key, info in row.model_fields.items():
        found = [item for item in info.metadata if not isinstance(item, Kind | Column)]
        inner = [item for item in metadata_of(info.annotation) if not isinstance(item, Kind | Column)]
        if inner or info.default_factory is not None or any(type(item) not in _HELD for item in found):
            return None
        plan[key] = [_HELD[type(item)](item) for item in found]
    return plan


def _validated(
    table: Table[RowT], keys: Sequence[str], columns: Sequence[Sequence[Any]], home: Home, lines: Sequence[int]
) -> tuple[tuple[RowT, ...], list[Refused]]:
    """The same by pydantic, row by row, as often as rows had to be left out."""
    from pydantic import ValidationError

    made: list[RowT] = []
    refused: list[Refused] = []
    for index, (values, line) in enumerate(zip(zip(*columns, strict=True), lines, strict=True)):
        try:
            row = table.row.model_validate(dict(zip(keys, values, strict=True)))
        except ValidationError as error:
            refused += [(index, str(item["loc"][0]), _details(item)) for item in error.errors()]
        else:
            row.placed(Source(home.file, home.sheet, line, home.letters))
            made.append(row)
    return tuple(made), refused


def _details(item: Any) -> dict[str, object]:
    limit = "、".join(f"{_SIGNS.get(name, name)} {value}" for name, value in item.get("ctx", {}).items())
    return {"found": shown(item["input"]), "limit": limit or item["msg"]}
