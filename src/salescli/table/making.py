"""Rows made a batch at a time from columns that were read: the limits of the row class are asked of whole columns.

The cells have their types already, since their kinds read them. What pydantic would still look at, cell by cell,
are the limits (``Ge(0)``); a column within them makes its rows without a validating call each, one beyond them
is validated by pydantic, which says which cell is.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any, Final

import annotated_types as limits

from salescli.table.column import Column
from salescli.table.kind import Kind, shown
from salescli.table.row import Row, RowT, Source
from salescli.table.table import Table, metadata_of

Refused = tuple[int, str, Mapping[str, object]]
"""A cell beyond a limit: the index of its row, its field, and what fills the message."""

_SIGNS: Final = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}

_HELD: Final[Mapping[type, Callable[[Any], Callable[[Any], bool]]]] = {
    limits.Ge: lambda limit: lambda value: value >= limit.ge,
    limits.Gt: lambda limit: lambda value: value > limit.gt,
    limits.Le: lambda limit: lambda value: value <= limit.le,
    limits.Lt: lambda limit: lambda value: value < limit.lt,
}


def make_rows(
    table: Table[RowT], keys: Sequence[str], columns: Sequence[Sequence[Any]], sources: Sequence[Source]
) -> tuple[list[RowT | None], list[Refused]]:
    """The rows of `columns`, which stand in the order of `keys` and are as long as `sources`.

    A row with a cell beyond its limit is None, and the cell is among the refused.
    """
    plan = _plan(table.row)
    if plan is None or any(_beyond(plan.get(key, ()), column) for key, column in zip(keys, columns, strict=True)):
        return _validated(table, keys, columns, sources)
    return list(made_rows(table.row, keys, columns, sources)), []


def _beyond(held: Sequence[Callable[[Any], bool]], column: Sequence[Any]) -> bool:
    return bool(held) and not all(test(value) for value in set(column) - {None} for test in held)


@lru_cache(maxsize=256)
def _plan(row: type[Row]) -> Mapping[str, Sequence[Callable[[Any], bool]]] | None:
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


def made_rows(
    row: type[RowT],
    keys: Sequence[str],
    columns: Sequence[Sequence[Any]],
    sources: Sequence[Source],
    *,
    given: AbstractSet[str] | None = None,
) -> "map[RowT]":
    """Frozen rows as pydantic would have made them, their fields in the order of the class.

    Nothing is checked. `given` are the fields that count as set, all of `keys` when None.
    """
    by_key = dict(zip(keys, columns, strict=True))
    absent = {key: info.default for key, info in row.model_fields.items() if key not in by_key}
    names = tuple(row.model_fields)
    fields_set = set(keys if given is None else given)
    ordered = [by_key.get(key, [absent.get(key)] * len(sources)) for key in names]
    new, put = row.__new__, object.__setattr__

    def make(source: Source, *values: Any) -> RowT:
        made = new(row)
        put(made, "__dict__", dict(zip(names, values, strict=True)))
        put(made, "__pydantic_fields_set__", fields_set)
        put(made, "__pydantic_extra__", None)
        put(made, "__pydantic_private__", {"_source": source})
        return made

    return map(make, sources, *ordered)


def _validated(
    table: Table[RowT], keys: Sequence[str], columns: Sequence[Sequence[Any]], sources: Sequence[Source]
) -> tuple[list[RowT | None], list[Refused]]:
    """The same by pydantic, row by row, as often as rows had to be left out."""
    from pydantic import ValidationError

    made: list[RowT | None] = []
    refused: list[Refused] = []
    for index, (values, source) in enumerate(zip(zip(*columns, strict=True), sources, strict=True)):
        try:
            row = table.row.model_validate(dict(zip(keys, values, strict=True)))
        except ValidationError as error:
            made.append(None)
            refused += [(index, str(item["loc"][0]), _details(item)) for item in error.errors()]
        else:
            row.placed(source)
            made.append(row)
    return made, refused


def _details(item: Any) -> dict[str, object]:
    limit = "、".join(f"{_SIGNS.get(name, name)} {value}" for name, value in item.get("ctx", {}).items())
    return {"found": shown(item["input"]), "limit": limit or item["msg"]}
