"""Rows as the columns they were read in, until somebody asks for one of them.

Many rows are only counted, and many are sent to another process: for neither do there have to be objects.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from operator import attrgetter
from typing import Any, Final, Generic, overload

from pydantic import BaseModel

from salescli.table.row import HOME, LINE, Home, RowT, as_columns, origins

_SLOTS: Final = ("fields_set", "extra", "private")
"""What pydantic keeps of a row beside its fields."""


@dataclass(frozen=True, slots=True)
class Batch(Generic[RowT]):
    """Rows of one class by their columns, which stand in the order of `keys`: the fields that were given.

    `homes` is one for all of the rows or one for each; `lines` are the rows' numbers. All was checked before.
    """

    row: type[RowT]
    keys: tuple[str, ...]
    columns: Sequence[Sequence[Any]]
    homes: Sequence[Home]
    lines: Sequence[int]

    def made(self) -> tuple[RowT, ...]:
        """The rows themselves."""
        homes = repeat(self.homes[0]) if len(self.homes) == 1 else self.homes
        return tuple(_made(self.row, self.keys, self.columns, homes, self.lines))


class Rows(Sequence[RowT]):
    """The rows of a batch, made when the first of them is asked for."""

    __slots__ = ("_count", "_made", "batch")

    def __init__(self, batch: Batch[RowT]) -> None:
        self.batch: Batch[RowT] | None = batch
        self._made: tuple[RowT, ...] = ()
        self._count = len(batch.lines)

    @property
    def made(self) -> tuple[RowT, ...]:
        """The rows; from then on there is no `batch`."""
        if self.batch is not None:
            self._made, self.batch = self.batch.made(), None
        return self._made

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[RowT]:
        return iter(self.made)

    @overload
    def __getitem__(self, at: int) -> RowT: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[RowT, ...]: ...
    def __getitem__(self, at: int | slice) -> RowT | tuple[RowT, ...]:
        return self.made[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows | tuple) and self.made == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # equal to a tuple without being one


def columns_of(rows: Sequence[RowT], keys: Sequence[str]) -> list[Sequence[Any]]:
    """What `rows` have in the fields `keys`; rows that nobody asked for yet are not made for it."""
    if (batch := _unmade(rows)) is None:
        return [list(map(attrgetter(key), rows)) for key in keys]
    given = dict(zip(batch.keys, batch.columns, strict=True))
    return [given[key] if key in given else [batch.row.model_fields[key].default] * len(rows) for key in keys]


def places_of(rows: Sequence[RowT]) -> dict[str, list[Any]]:
    """Where `rows` were read, as :func:`origins` has it; none is made for it."""
    if (batch := _unmade(rows)) is None:
        return origins(rows)
    homes = [batch.homes[0]] * len(rows) if len(batch.homes) == 1 else batch.homes
    return as_columns(homes, batch.lines)


def some_of(rows: Sequence[RowT], at: Sequence[int]) -> Sequence[RowT]:
    """The rows at these positions; no others are made for it."""
    if (batch := _unmade(rows)) is None:
        return [rows[one] for one in at]
    columns = [[column[one] for one in at] for column in batch.columns]
    homes = batch.homes if len(batch.homes) == 1 else [batch.homes[one] for one in at]
    return replace(batch, columns=columns, homes=homes, lines=[batch.lines[one] for one in at]).made()


def class_of(rows: Sequence[RowT]) -> type[RowT] | None:
    """The class of rows that are all of one; None where there are none."""
    if (batch := _unmade(rows)) is not None:
        return batch.row
    return type(rows[0]) if rows else None


def _unmade(rows: Sequence[RowT]) -> Batch[RowT] | None:
    return rows.batch if isinstance(rows, Rows) else None


def _made(
    row: type[RowT],
    keys: Sequence[str],
    columns: Sequence[Sequence[Any]],
    homes: Iterable[Home],
    lines: Sequence[int],
) -> list[RowT]:
    """Frozen rows as pydantic would have made them, their fields in the order of the class.

    Nothing is checked; `keys` are the fields that count as given.
    """
    by_key = dict(zip(keys, columns, strict=True))
    fields_set = set(keys)
    first = row.__new__(row)
    for key in row.model_fields:  # once there is one with all keys, the rows after it share its dictionary's
        object.__setattr__(first, key, None)
    made = list(map(row.__new__, repeat(row, len(lines))))
    for key, info in row.model_fields.items():
        _all(map(object.__setattr__, made, repeat(key), by_key.get(key) or repeat(info.default)))
    for slot, value in zip(_SLOTS, (fields_set, None, None), strict=True):
        _all(map(vars(BaseModel)[f"__pydantic_{slot}__"].__set__, made, repeat(value)))
    _all(map(HOME.__set__, made, homes))
    _all(map(LINE.__set__, made, lines))
    return made


_all: Final = deque[None](maxlen=0).extend
"""Runs through an iterator for what it does."""
