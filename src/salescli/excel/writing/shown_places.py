"""How many decimals a column is shown with: one number a column, so that its figures line up."""

from collections.abc import Sequence
from decimal import Decimal

from salescli.excel.book import Block, CellValue, Field, Format, Line
from salescli.excel.writing.cells import decimals
from salescli.excel.writing.given import Given

_OPEN = frozenset({Format.MONEY, Format.SIGNED_MONEY, Format.NUMBER})
"""Formats whose decimals depend on the figures."""

_MOST_PLACES = 4
"""Decimals that the most telling number format shows; figures with more need not be looked for."""


def form_of(line: Line, column: Field) -> Format:
    """The format asked for in one cell."""
    return line.formats.get(column.key, column.format)


def column_places(block: Block, given: Given) -> dict[str, int]:
    """The decimals each column is shown with, one number a column so that figures line up.

    A column people will fill in shows the decimals that they may type. Formats of fixed decimals have 0 here.
    """
    places = dict.fromkeys((column.key for column in block.fields), 0)
    for column in block.fields:
        if column.format not in _OPEN:
            continue
        if column.format is not Format.NUMBER and block.blank_lines:
            places[column.key] = 2
            continue
        places[column.key] = _places(
            _own(block.lines, given, column), 2 if column.format is not Format.NUMBER else _MOST_PLACES
        )
        if block.total is not None and form_of(block.total, column) is column.format:
            places[column.key] = max(places[column.key], decimals(block.total.values.get(column.key)))
    return places


def _places(values: Sequence[CellValue], most: int) -> int:
    """The decimals that the figures of a column need; they are looked for until one needs the `most` that are shown."""
    places = 0
    for value in values:
        if value.__class__ is Decimal and value == value.to_integral_value():
            continue
        places = max(places, decimals(value))
        if places >= most:
            break
    return places


def _own(lines: Sequence[Line], given: Given, column: Field) -> Sequence[CellValue]:
    """The values of a column that are shown in its own format."""
    values = given.columns[column.key]
    if column.key not in given.formatted:
        return values
    return [value for line, value in zip(lines, values, strict=True) if form_of(line, column) is column.format]
