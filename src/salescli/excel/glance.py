"""Which rows are data at a glance, so that most need no look at each of their cells."""

from collections.abc import Sequence
from typing import Final

from salescli.excel.read import CellValue
from salescli.excel.row_cells import is_space
from salescli.excel.table_shape import TableShape
from salescli.excel.total_words import closing_words
from salescli.table.kind import normal

_SAMPLE: Final = 100
"""Cells of a column by which it is chosen."""


def evident(shape: TableShape, below: Sequence[Sequence[CellValue]]) -> list[bool]:
    """For each row below the header whether it is data at a glance; `below` are the sheet's columns there.

    It has a figure where a row of data has to have something, a word that is none of the header's, and no word of
    a total row: so it is neither blank nor a total, a header, a remark or a footer.
    """
    figures = [below[index] for index in shape.of_header.numeric if index in shape.vital and index < len(below)]
    some = [False] * (len(shape.sheet.rows) - shape.match.row - 1)
    for column in figures:
        if all(some):
            break
        if set(map(type, column)) == {float}:
            some = [True] * len(some)
        else:
            some = [known or cell.__class__ is float for known, cell in zip(some, column, strict=True)]
    wordy = _wordiest(shape, below)
    if not any(some) or wordy is None:
        return [False] * len(some)
    unlike = {cell: _is_own_word(shape, cell) for cell in set(wordy)}
    if not all(unlike.values()):
        some = [known and unlike[cell] for known, cell in zip(some, wordy, strict=True)]
    labels = below[: shape.of_header.labels]
    if words := closing_words(set().union(*labels)):
        for column in labels:
            some = [known and cell not in words for known, cell in zip(some, column, strict=True)]
    return some


def _wordiest(shape: TableShape, below: Sequence[Sequence[CellValue]]) -> Sequence[CellValue] | None:
    """The column whose words are soonest compared with the header's: that with the fewest different ones."""
    words = [below[index] for index in shape.columns if index not in shape.of_header.numeric and index < len(below)]
    texts = [column for column in words if set(map(type, column[:_SAMPLE])) == {str}]
    return min(texts, key=lambda column: len(set(column[:_SAMPLE])), default=None)


def _is_own_word(shape: TableShape, cell: CellValue) -> bool:
    return isinstance(cell, str) and not is_space(cell) and normal(cell) not in shape.header
