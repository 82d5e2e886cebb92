"""Rows that may be sums of others without saying so: no word stands in them, or none of a person.

Whether they are is for :class:`salescli.excel.totals.TotalCheck` to say, by their figures.
"""

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any, Final

from salescli.excel.read import RawSheet
from salescli.excel.table_shape import TableColumns
from salescli.table.codes import cells as codes
from salescli.table.kind import BAD
from salescli.table.problem import Problem

_UNREAD: Final = frozenset((NoneType, type(BAD)))


class UnsaidTotals:
    """Looks for such rows among the data rows `data` with the values `columns`.

    What it gives is by the row's index in the sheet.
    """

    def __init__(
        self,
        sheet: RawSheet,
        of_header: TableColumns,
        columns: Mapping[str, Sequence[Any]],
        data: Sequence[int],
    ) -> None:
        self.sheet, self.at, self.columns, self.data = sheet, of_header.at, columns, data
        self.words, self.figures = of_header.words, of_header.figures

    def figures_only(self) -> dict[int, dict[str, Any]]:
        """The values of the rows that hold figures and not a word: perhaps the sums of the others."""
        columns, found = self.columns, {}
        if any(_UNREAD.isdisjoint(map(type, columns[key])) for key in self.words):
            return {}
        for index, row in enumerate(self.data):
            if any(columns[key][index] is BAD for key in self.figures):
                continue  # nobody knows its sum, so it stays an error
            if all(columns[key][index] is None or columns[key][index] is BAD for key in self.words) and not any(
                self._says(row, key) for key in self.words
            ):
                found[row] = {key: columns[key][index] for key in self.at}
        return found

    def without_person(
        self, reasons: Mapping[int, Sequence[Problem]]
    ) -> dict[int, tuple[dict[str, Any], dict[str, Any]]]:
        """The words and the figures of rows that only lack words that a row has to have: perhaps sums of their groups.

        `reasons` are the errors of each row.
        """
        lacking = {
            at for at, found in reasons.items() if found and all(item.code is codes.MISSING_CELL for item in found)
        }
        if not lacking:
            return {}
        columns, found = self.columns, {}
        for index, row in enumerate(self.data):
            if row not in lacking or any(columns[key][index] is BAD for key in self.figures):
                continue
            said = {key: value for key in self.words if (value := columns[key][index]) is not None and value is not BAD}
            if said:
                found[row] = said, {key: columns[key][index] for key in self.figures}
        return found

    def _says(self, row: int, key: str) -> bool:
        """Whether a cell holds a word, or a formula that has yet to say it."""
        cells, index = self.sheet.rows[row], self.at[key]
        return (index < len(cells) and cells[index] != "") or (row, index) in self.sheet.flaws
