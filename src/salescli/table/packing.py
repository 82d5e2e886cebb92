"""Rows packed into columns for the way from one process to another, and made anew on the other side.

A column of amounts travels as their digits, texts that repeat as one text, and the limits of the row class are not
asked again. What is sent is counted and summed, and what arrives has to give the same counts and sums.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from types import NoneType
from typing import Any, Final, Generic

from salescli.table.batch import Batch, Rows
from salescli.table.row import LINE, RowT

_FIGURES: Final = frozenset((Decimal, int))

_GAP: Final = " "
"""Between the digits of amounts; two of them where there is none between."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a batch of rows comes to: how many there are, and the sum of each column of figures."""

    rows: int
    sums: tuple[tuple[str, Decimal | int], ...]


@dataclass(frozen=True, slots=True)
class Packed(Generic[RowT]):
    """A batch of rows; `digits` are the columns of amounts, which travel as one text of their digits each."""

    batch: Batch[RowT]
    digits: frozenset[str]
    tally: Tally


def pack(rows: Sequence[RowT]) -> Packed[RowT] | None:
    """`rows`, all of one class and with the same fields given; None when there are none."""
    if not rows:
        return None
    batch = (rows.batch if isinstance(rows, Rows) else None) or _batch(rows)
    columns: list[Sequence[Any]] = []
    digits, sums = [], []
    for key, column in zip(batch.keys, batch.columns, strict=True):
        kinds = set(map(type, column)) - {NoneType}
        if kinds and kinds <= _FIGURES:
            sums.append((key, _sum(column)))
        if kinds == {Decimal}:
            digits.append(key)
            columns.append(_GAP.join(["" if value is None else str(value) for value in column]))
        else:
            columns.append(column)
    sent = Batch(batch.row, batch.keys, columns, batch.homes, batch.lines)
    return Packed(sent, frozenset(digits), Tally(len(rows), tuple(sums)))


def unpack(packed: Packed[RowT] | None) -> Sequence[RowT]:
    """The rows as they were; ValueError when they are not."""
    if packed is None:
        return ()
    sent, count = packed.batch, len(packed.batch.lines)
    columns: dict[str, Sequence[Any]] = dict(zip(sent.keys, sent.columns, strict=True))
    for key in packed.digits:
        columns[key] = [Decimal(digits) if digits else None for digits in str(columns[key]).split(_GAP)]
    sums = tuple((key, _sum(columns[key])) for key, _ in packed.tally.sums)
    if Tally(count, sums) != packed.tally or any(len(column) != count for column in columns.values()):
        raise ValueError("rows changed on their way")
    return Rows(Batch(sent.row, sent.keys, [*columns.values()], sent.homes, sent.lines))


def _sum(column: Sequence[Any]) -> Decimal | int:
    total: Decimal | int = sum(filter(None, column))
    return total


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
