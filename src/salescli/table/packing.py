"""Rows packed into columns for the way from one process to another, and made anew on the other side.

A column of amounts travels as their digits, texts that repeat as one text, and the limits of the row class are not
asked again. What is sent is counted and summed, and what arrives has to give the same counts and sums.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic

from salescli.table.making import made_rows
from salescli.table.row import LINE, Home, RowT


@dataclass(frozen=True, slots=True)
class Tally:
    """What a batch of rows comes to: how many there are, and the sum of each column of figures."""

    rows: int
    sums: tuple[tuple[str, Decimal], ...]

    @classmethod
    def of(cls, rows: Sequence[RowT]) -> "Tally":
        """The tally of `rows`."""
        if not rows:
            return cls(0, ())
        columns = {key: [getattr(row, key) for row in rows] for key in type(rows[0]).model_fields}
        figures = {key: column for key, column in columns.items() if _is_figures(column)}
        zero = Decimal(0)
        return cls(len(rows), tuple((key, sum(filter(None, column), zero)) for key, column in figures.items()))


@dataclass(frozen=True, slots=True)
class Packed(Generic[RowT]):
    """Rows of one class as columns. `places` are each row's among `homes`, and its number."""

    row: type[RowT]
    given: tuple[str, ...]
    columns: tuple[tuple[str, bool, list[Any]], ...]
    homes: tuple[Home, ...]
    places: list[tuple[int, int]]
    tally: Tally


def pack(rows: Sequence[RowT]) -> Packed[RowT] | None:
    """`rows`, all of one class and with the same fields given; None when there are none."""
    if not rows:
        return None
    kind = type(rows[0])
    columns = []
    for key in kind.model_fields:
        column = [getattr(row, key) for row in rows]
        digits = all(value is None or value.__class__ is Decimal for value in column)
        columns.append((key, digits, [None if value is None else str(value) for value in column] if digits else column))
    homes: dict[int, int] = {}
    kept: list[Home] = []
    places = []
    for row in rows:
        if row.home is None:
            raise ValueError("a row that was read nowhere is not sent")
        number = homes.setdefault(id(row.home), len(kept))
        if number == len(kept):
            kept.append(row.home)
        places.append((number, LINE.__get__(row)))
    given = tuple(key for key in kind.model_fields if key in rows[0].model_fields_set)
    return Packed(kind, given, tuple(columns), tuple(kept), places, Tally.of(rows))


def unpack(packed: Packed[RowT] | None) -> tuple[RowT, ...]:
    """The rows as they were; ValueError when they are not."""
    if packed is None:
        return ()
    keys = [key for key, _, _ in packed.columns]
    columns = [
        [None if v is None else Decimal(v) for v in column] if digits else column
        for _, digits, column in packed.columns
    ]
    homes = [packed.homes[at] for at, _ in packed.places]
    lines = [line for _, line in packed.places]
    rows = tuple(made_rows(packed.row, keys, columns, homes, lines, given=set(packed.given)))
    if Tally.of(rows) != packed.tally:
        raise ValueError("rows changed on their way")
    return rows


def _is_figures(column: Sequence[Any]) -> bool:
    kinds = {type(value) for value in column} - {type(None)}
    return bool(kinds) and kinds <= {Decimal, int}
