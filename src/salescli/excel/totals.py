"""Total rows: recognised by their word, checked against the rows above, never counted twice."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, Generic

from salescli.excel.addresses import cell_address
from salescli.excel.headers import ColumnAt
from salescli.excel.read import CellValue, RawSheet
from salescli.measure.money import grouped
from salescli.table.codes import headers as codes
from salescli.table.kind import CellContext, CellError, normal
from salescli.table.numbers import CountKind, MoneyKind
from salescli.table.problem import Place, Problem, problem
from salescli.table.quantity import Quantity, QuantityKind
from salescli.table.row import RowT
from salescli.table.table import Field, Table

_WORD: Final = re.compile(
    r"^(?:合计|小计|总计|共计|总和|合計|小計|總計|累计|汇总|total|grandtotal|subtotal|sum|totals)$"
    r"|.*(?:合计|小计|总计|合計|小計|總計)$"
)
_MARKS: Final = ("计", "計", "总和", "汇总", "total", "sum")
"""One of these stands in every word of a total row."""
_PLAIN: Final = re.compile(r"[\n -~\u4e00-\u9fff]*+")
"""What cannot hide such a word when its blanks are taken out."""
_TRIM: Final = re.compile(r"\([^()]*\)$|[::。.]+$")


@lru_cache(maxsize=4096)
def is_total_word(cell: CellValue) -> bool:
    """Whether a cell is one of the words that head a total row (``合计``, ``华东小计``, ``Grand total:``)."""
    if not isinstance(cell, str) or len(cell) > 40 or cell[-1:].isdigit():
        return False
    return bool(_WORD.match(_TRIM.sub("", normal(cell))))


def total_words(cells: AbstractSet[CellValue]) -> AbstractSet[CellValue]:
    """Those of different cells that are words of a total row."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    joined = "\n".join(texts)
    folded = joined.replace(" ", "").casefold()
    if _PLAIN.fullmatch(joined) and not any(mark in folded for mark in _MARKS):
        return frozenset()
    return {cell for cell in texts if is_total_word(cell)}


class TotalCheck(Generic[RowT]):
    """Compares each total row with the rows it stands for: all above it, those since the last total row, or,
    where it stands directly under the header, all below it."""

    def __init__(self, sheet: RawSheet, table: Table[RowT], columns: Mapping[str, ColumnAt]) -> None:
        self.sheet, self.columns = sheet, columns
        self.label = table.label
        summed, figures = _added(table)
        self.summed = [item for item in summed if item.key in columns]
        self.figures = [item for item in figures if item.key in columns]
        """Figures of perhaps unlike measures: a sum of them is known when it is met, and never missed."""

    def run(self, totals: Sequence[int], rows: Sequence[tuple[int, RowT]]) -> list[Problem]:
        """The findings for the total rows at `totals` (indices) among the read `rows` (index, record)."""
        found: list[Problem] = []
        previous = -1
        for index in totals:
            found.append(problem(codes.TOTAL_ROW, self._place(index, None), row=index + 1))
            above = [row for at, row in rows if at < index]
            section = [row for at, row in rows if previous < at < index]
            groups = (above, section) if above else ([row for _, row in rows],)
            found += [issue for item in self.summed if (issue := self._compare(index, item, groups))]
            previous = index
        return found

    def unlabelled(self, candidates: Mapping[int, Mapping[str, Any]], rows: Sequence[tuple[int, RowT]]) -> list[int]:
        """Those of the rows without words (index → values) whose every figure is the sum of the rows above.

        Of the rows below, where it stands directly under the header.
        """
        found: list[int] = []
        previous = -1
        for index, values in candidates.items():
            above = [row for at, row in rows if at < index]
            section = [row for at, row in rows if previous < at < index]
            groups = (above, section) if above else ([row for _, row in rows],)
            added = [*self.summed, *self.figures]
            given = {item.key: values[item.key] for item in added if values[item.key] is not None}
            if given and any(
                len(group) > 1 and all(_sum(key, group) == _amount(value) for key, value in given.items())
                for group in groups
            ):
                found.append(index)
                previous = index
        return found

    def _compare(self, index: int, item: Field, groups: Sequence[Sequence[RowT]]) -> Problem | None:
        cells, at = self.sheet.rows[index], self.columns[item.key]
        raw = cells[at.index] if at.index < len(cells) else ""
        if raw == "" or not any(groups):
            return None
        context = CellContext(lambda *_: None, scale=at.scale)
        try:
            stated = Decimal(item.kind.parse(raw.strip() if isinstance(raw, str) else raw, context))
        except CellError:
            return None
        sums = [_sum(item.key, rows) for rows in groups]
        if stated in sums:
            return None
        details = {"column": self.label(item.key), "stated": grouped(stated), "computed": grouped(sums[0])}
        return problem(codes.TOTAL_DIFFERS, self._place(index, at.index), **details)

    def _place(self, row: int, column: int | None) -> Place:
        cell = f"{row + 1}:{row + 1}" if column is None else cell_address(row, column)
        return Place(self.sheet.file, self.sheet.name, cell)


@lru_cache(maxsize=256)
def _added(table: Table[Any]) -> tuple[Sequence[Field], Sequence[Field]]:
    """The amounts and counts of a table, and its figures of perhaps unlike measures."""
    amounts = [item for item in table.fields if isinstance(item.kind, MoneyKind | CountKind)]
    return amounts, [item for item in table.fields if isinstance(item.kind, QuantityKind)]


def _sum(key: str, rows: Sequence[RowT]) -> Decimal:
    return sum((_amount(getattr(row, key)) for row in rows), Decimal(0))


def _amount(value: Any) -> Decimal:
    return value.value if isinstance(value, Quantity) else Decimal(value or 0)
