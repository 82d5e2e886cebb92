"""Total rows: recognised by their word, checked against the rows above, never counted twice."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Generic

from salescli.excel.addresses import cell_address
from salescli.excel.read import CellValue, RawSheet
from salescli.measure.money import grouped
from salescli.table.codes import headers as codes
from salescli.table.kind import CellContext, CellError, normal
from salescli.table.numbers import CountKind, MoneyKind
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import RowT
from salescli.table.table import Field, Table

_WORD: Final = re.compile(
    r"^(?:合计|小计|总计|共计|总和|合計|小計|總計|累计|汇总|total|grandtotal|subtotal|sum|totals)$"
    r"|.*(?:合计|小计|总计|合計|小計|總計)$"
)
_TRIM: Final = re.compile(r"\([^()]*\)$|[::。.]+$")


def is_total_word(cell: CellValue) -> bool:
    """Whether a cell is one of the words that head a total row (``合计``, ``华东小计``, ``Grand total:``)."""
    if not isinstance(cell, str) or len(cell) > 40:
        return False
    return bool(_WORD.match(_TRIM.sub("", normal(cell))))


@dataclass(slots=True)
class TotalCheck(Generic[RowT]):
    """Compares each total row with the rows above it: all of them, or those since the last total row.

    `scales` gives the header's scale of each summed field and `letters` its column index.
    """

    sheet: RawSheet
    table: Table[RowT]
    columns: Mapping[str, int]
    scales: Mapping[str, int]
    found: list[Problem] = field(default_factory=list)

    def run(self, totals: Sequence[int], rows: Sequence[tuple[int, RowT]]) -> list[Problem]:
        """The findings for the total rows at `totals` (indices) among the read `rows` (index, record)."""
        previous = -1
        for index in totals:
            self.found.append(problem(codes.TOTAL_ROW, self._place(index, None), row=index + 1))
            above = [row for at, row in rows if at < index]
            section = [row for at, row in rows if previous < at < index]
            for item in self._summed():
                self._compare(index, item, above, section)
            previous = index
        return self.found

    def _summed(self) -> list[Field]:
        return [
            item
            for item in self.table.fields
            if item.key in self.columns and isinstance(item.kind, MoneyKind | CountKind)
        ]

    def _compare(self, index: int, item: Field, above: Sequence[RowT], section: Sequence[RowT]) -> None:
        cells = self.sheet.rows[index]
        column = self.columns[item.key]
        raw = cells[column] if column < len(cells) else ""
        if raw in ("", None) or not above:
            return
        context = CellContext(lambda *_: None, scale=self.scales[item.key])
        try:
            stated = Decimal(item.kind.parse(raw.strip() if isinstance(raw, str) else raw, context))
        except CellError:
            return
        sums = [_sum(item.key, rows) for rows in (above, section)]
        if stated not in sums:
            place = self._place(index, column)
            details = {"stated": grouped(stated), "computed": grouped(sums[0])}
            self.found.append(problem(codes.TOTAL_DIFFERS, place, column=self.table.label(item.key), **details))

    def _place(self, row: int, column: int | None) -> Place:
        cell = f"{row + 1}:{row + 1}" if column is None else cell_address(row, column)
        return Place(self.sheet.file, self.sheet.name, cell)


def _sum(key: str, rows: Sequence[RowT]) -> Decimal:
    return sum((Decimal(getattr(row, key) or 0) for row in rows), Decimal(0))
