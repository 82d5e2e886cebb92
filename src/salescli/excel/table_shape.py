"""What a header tells of the rows below it: where words and figures stand, and which words are its own."""

from collections.abc import Mapping
from typing import Any

from salescli.excel.header_match import HeaderMatch
from salescli.excel.read import RawSheet
from salescli.excel.row_cells import is_figure, is_strict
from salescli.excel.unit_row import unit_row
from salescli.table.kind import Kind, normal


class TableShape:
    """A table on a sheet. `kinds` are those of the matched columns.

    A row whose `vital` columns (all matched columns, when not given) are blank holds no data; `labels` is how many
    columns stand before the first figure; `over` are the words of the header over each column and `header` all of
    them; `flawed` are the rows with a flaw in a column of the table; `units` is the row of units below the header.
    """

    def __init__(
        self, sheet: RawSheet, match: HeaderMatch, kinds: Mapping[str, Kind[Any]], vital: tuple[int, ...] | None = None
    ) -> None:
        self.sheet, self.match = sheet, match
        self.columns = [at.index for at in match.columns.values()]
        self.vital = self.columns if vital is None else vital
        self.numeric = [match.columns[key].index for key, kind in kinds.items() if is_figure(kind)]
        self.strict = [(match.columns[key].index, kind) for key, kind in kinds.items() if is_strict(kind)]
        self.labels = min(self.numeric, default=1) or 1
        self.over = {index: self._header_words(index) for index in self.columns}
        flawed = set(self.columns)
        self.flawed = {row for row, column in sheet.flaws if column in flawed}
        self.header = {normal(str(cell)) for cell in sheet.rows[match.row] if cell != ""}.union(*self.over.values())
        self.units = unit_row(sheet, match)

    def _header_words(self, column: int) -> set[str]:
        """What the header says over a column, in its row and, where cells are merged, in the row above."""
        first = self.match.row - 1 if self.sheet.merged and self.match.row else self.match.row
        rows = self.sheet.rows[first : self.match.row + 1]
        return {normal(str(cells[column])) for cells in rows if column < len(cells) and cells[column] != ""}
