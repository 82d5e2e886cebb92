"""Rows packed into columns for the way from one process to another, and made anew on the other side.

A column of amounts travels as their digits, texts that repeat as one text, and the limits of the row class are not
asked again. What is sent is counted and summed, and what arrives has to give the same counts and sums.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from types import NoneType
from typing import Any, Generic

from salescli.table.making import made_rows
from salescli.table.row import LINE, Home, RowT


@dataclass(frozen=True, slots=True)
class Tally:
    """What a batch of rows comes to: how many there are, and the sum of each column of figures."""

    rows: int
    sums: tuple[tuple[str, Decimal], ...]

    @classmethod
    def of(cls, count: int, columns: Iterable[tuple[str, Sequence[Any]]]) -> "Tally":
        """The tally of `count` rows, by their columns."""
        zero = Decimal(0)
        figures = ((key, column) for key, column in columns if _is_figures(column))
        return cls(count, tuple((key, sum(filter(None, column), zero)) for key, column in figures))


@dataclass(frozen=True, slots=True)
class Packed(Generic[RowT]):
    """Rows of one class as columns of the fields that were given; the others have their defaults.

    `at` is each row's place among `homes`, empty where there is but one; `lines` are the rows' numbers.
    """

    row: type[RowT]
    columns: tuple[tuple[str, bool, list[Any]], ...]
    homes: tuple[Home, ...]
    at: list[int]
    lines: list[int]
    tally: Tally


def pack(rows: Sequence[RowT]) -> Packed[RowT] | None:
    """`rows`, all of one class and with the same fields given; None when there are none."""
    if not rows:
        return None
    kind = type(rows[0])
    given = rows[0].model_fields_set
    read = [(key, list(map(attrgetter(key), rows))) for key in kind.model_fields if key in given]
    columns = []
    for key, column in read:
        digits = set(map(type, column)) <= {Decimal, NoneType}
        columns.append((key, digits, [None if value is None else str(value) for value in column] if digits else column))
    homes: dict[int, int] = {}
    kept: list[Home] = []
    at = []
    for row in rows:
        if (home := row.home) is None:
            raise ValueError("a row that was read nowhere is not sent")
        number = homes.setdefault(id(home), len(kept))
        if number == len(kept):
            kept.append(home)
        at.append(number)
    lines = list(map(LINE.__get__, rows))
    return Packed(kind, tuple(columns), tuple(kept), at if len(kept) > 1 else [], lines, Tally.of(len(rows), read))


def unpack(packed: Packed[RowT] | None) -> tuple[RowT, ...]:
    """The rows as they were; ValueError when they are not."""
    if packed is None:
        return ()
    keys = [key for key, _, _ in packed.columns]
    columns = [
        [None if v is None else Decimal(v) for v in column] if digits else column
        for _, digits, column in packed.columns
    ]
    homes = [packed.homes[at] for at in packed.at] or packed.homes * len(packed.lines)
    rows = tuple(made_rows(packed.row, keys, columns, homes, packed.lines))
    if Tally.of(len(rows), zip(keys, columns, strict=True)) != packed.tally:
        raise ValueError("rows changed on their way")
    return rows


def _is_figures(column: Sequence[Any]) -> bool:
    kinds = set(map(type, column)) - {NoneType}
    return bool(kinds) and kinds <= {Decimal, int}
