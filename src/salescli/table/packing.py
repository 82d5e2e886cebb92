"""Rows packed into columns for the way from one process to another, and made anew on the other side.

A column of amounts travels as their digits, texts that repeat as one text, and the limits of the row class are not
asked again. What is sent is counted and summed, and what arrives has to give the same counts and sums.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from types import NoneType
from typing import Any, Final, Generic

from salescli.table.batch import Batch, Rows
from salescli.table.row import LINE, RowT

_AMOUNTS: Final = frozenset((Decimal, NoneType))


@dataclass(frozen=True, slots=True)
class Tally:
    """What a batch of rows comes to: how many there are, and the sum of each column of figures."""

    rows: int
    sums: tuple[tuple[str, Decimal | int], ...]

    @classmethod
    def of(cls, count: int, columns: Iterable[tuple[str, Sequence[Any]]]) -> "Tally":
        """The tally of `count` rows, by their columns."""
        figures = ((key, column) for key, column in columns if _is_figures(column))
        return cls(count, tuple((key, sum(filter(None, column))) for key, column in figures))


@dataclass(frozen=True, slots=True)
class Packed(Generic[RowT]):
    """A batch of rows; `digits` are the columns that travel as the digits of their amounts."""

    batch: Batch[RowT]
    digits: frozenset[str]
    tally: Tally


def pack(rows: Sequence[RowT]) -> Packed[RowT] | None:
    """`rows`, all of one class and with the same fields given; None when there are none."""
    if not rows:
        return None
    batch = rows.batch if isinstance(rows, Rows) else None
    batch = batch or _batch(rows)
    columns: list[Sequence[Any]] = []
    digits = []
    for key, column in zip(batch.keys, batch.columns, strict=True):
        if set(map(type, column)) <= _AMOUNTS:
            digits.append(key)
            columns.append([None if value is None else str(value) for value in column])
        else:
            columns.append(column)
    tally = Tally.of(len(rows), zip(batch.keys, batch.columns, strict=True))
    return Packed(Batch(batch.row, batch.keys, columns, batch.homes, batch.lines), frozenset(digits), tally)


def unpack(packed: Packed[RowT] | None) -> Sequence[RowT]:
    """The rows as they were; ValueError when they are not."""
    if packed is None:
        return ()
    sent = packed.batch
    columns = [
        [None if v is None else Decimal(v) for v in column] if key in packed.digits else column
        for key, column in zip(sent.keys, sent.columns, strict=True)
    ]
    if Tally.of(len(sent.lines), zip(sent.keys, columns, strict=True)) != packed.tally:
        raise ValueError("rows changed on their way")
    return Rows(Batch(sent.row, sent.keys, columns, sent.homes, sent.lines))


def _batch(rows: Sequence[RowT]) -> Batch[RowT]:
    """Rows that were made, by their columns."""
    kind = type(rows[0])
    keys = tuple(key for key in kind.model_fields if key in rows[0].model_fields_set)
    columns = [list(map(attrgetter(key), rows)) for key in keys]
    homes = [row.home for row in rows if row.home is not None]
    if len(homes) < len(rows):
        raise ValueError("a row that was read nowhere is not sent")
    one = all(home is homes[0] for home in homes)
    return Batch(kind, keys, columns, homes[:1] if one else homes, list(map(LINE.__get__, rows)))


def _is_figures(column: Sequence[Any]) -> bool:
    kinds = set(map(type, column)) - {NoneType}
    return bool(kinds) and kinds <= {Decimal, int}
