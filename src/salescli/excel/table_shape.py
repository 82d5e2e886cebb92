"""What a header tells of the rows below it: where words and figures stand, and which words are its own.

What follows from the header alone is worked out once for all sheets that have the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from salescli.excel.addresses import column_letters
from salescli.excel.header_match import HeaderMatch
from salescli.excel.read import RawSheet
from salescli.excel.row_cells import is_figure, is_strict
from salescli.excel.unit_row import unit_row
from salescli.table.kind import Kind, normal
from salescli.table.table import Field, Table


@dataclass(frozen=True, slots=True)
class TableColumns:
    """The columns of a table that a header names, by the indices of their columns in the sheet.

    `words` and `figures` are the fields of either sort; `labels` is how many columns stand before the first figure.
    """

    fields: tuple[Field, ...]
    at: Mapping[str, int]
    letters: Mapping[str, str]
    words: tuple[str, ...]
    figures: tuple[str, ...]
    indices: tuple[int, ...]
    numeric: tuple[int, ...]
    strict: tuple[tuple[int, Kind[Any]], ...]
    labels: int


@lru_cache(maxsize=256)
def table_columns(table: Table[Any], match: HeaderMatch) -> TableColumns:
    """The columns of `table` under the header `match`."""
    fields = tuple(item for item in table.fields if item.key in match.columns)
    at = {item.key: match.columns[item.key].index for item in fields}
    figures = tuple(item.key for item in fields if is_figure(item.kind))
    numeric = tuple(at[key] for key in figures)
    return TableColumns(
        fields,
        at,
        {key: column_letters(index) for key, index in at.items()},
        tuple(item.key for item in fields if not is_figure(item.kind)),
        figures,
        tuple(item.index for item in match.columns.values()),
        numeric,
        tuple((at[item.key], item.kind) for item in fields if is_strict(item.kind)),
        min(numeric, default=1) or 1,
    )


class TableShape:
    """A table on a sheet.

    A row whose `vital` columns (all matched columns, when not given) are blank holds no data; `over` are the words of
    the header over each column and `header` all of them; `flawed` are the rows with a flaw in a column of the table;
    `units` is the row of units below the header.
    """

    def __init__(
        self, sheet: RawSheet, table: Table[Any], match: HeaderMatch, vital: tuple[int, ...] | None = None
    ) -> None:
        self.sheet, self.match = sheet, match
        self.of_header = table_columns(table, match)
        self.columns = self.of_header.indices
        self.vital = self.columns if vital is None else vital
        first = match.row - 1 if sheet.merged and match.row else match.row  # merged cells: two rows are one header
        rows = sheet.rows[first : match.row + 1]
        self.over, self.header = _header_words(self.columns, tuple(tuple(map(str, cells)) for cells in rows))
        flaws = sheet.flaws
        self.flawed = {row for row, column in flaws if column in self.columns} if flaws else set[int]()
        self.units = unit_row(sheet, match)


@lru_cache(maxsize=256)
def _header_words(
    columns: tuple[int, ...], rows: tuple[tuple[str, ...], ...]
) -> tuple[Mapping[int, frozenset[str]], frozenset[str]]:
    """The words over each of the columns in the rows of a header, and with them all words of its last row."""
    over = {
        column: frozenset(normal(cells[column]) for cells in rows if column < len(cells) and cells[column])
        for column in columns
    }
    return over, frozenset(normal(cell) for cell in rows[-1] if cell).union(*over.values())
