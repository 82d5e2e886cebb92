"""Total rows, checked against the rows they stand for; they are never counted as rows of their own."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache, partial
from itertools import accumulate, takewhile
from typing import Any, Final, Generic

from salescli.excel.addresses import cell_address
from salescli.excel.header_match import ColumnAt
from salescli.excel.read import RawSheet
from salescli.excel.total_words import group_named, is_total_word
from salescli.measure.money import grouped
from salescli.table.codes import headers as codes
from salescli.table.kind import CellContext, CellError, normal
from salescli.table.numbers import CountKind, MoneyKind
from salescli.table.problem import Place, Problem, problem
from salescli.table.quantity import Quantity, QuantityKind
from salescli.table.row import RowT
from salescli.table.table import Field, Table
from salescli.words.language import Text

_LARGEST: Final = 2_000
"""Rows of a group that are added up for a row that does not say that it is their sum."""
_UNLABELLED: Final = Text("合计", "total")


class TotalCheck(Generic[RowT]):
    """Compares each total row with the rows it stands for.

    A subtotal stands for the rows of the group it names (``华东小计``) or for those since the last total row or header,
    a grand total for all above it; one directly under the header for all below it.
    """

    def __init__(
        self,
        sheet: RawSheet,
        table: Table[RowT],
        columns: Mapping[str, ColumnAt],
        at: Sequence[int],
        rows: Sequence[RowT],
    ) -> None:
        """`rows` are the records in order, `at` their rows in the sheet (from 0)."""
        self.sheet, self.columns = sheet, columns
        self.label = table.label
        summed, figures = _added(table)
        self.summed = [item for item in summed if item.key in columns]
        self.figures = [item for item in figures if item.key in columns]
        """Figures of perhaps unlike measures: a sum of them is known when it is met, and never missed."""
        self.rows, self.at = rows, at
        self.words = [item.key for item in table.fields if item.key in columns and item not in (*summed, *figures)]

    def run(self, totals: Sequence[int], sections: Sequence[int] = ()) -> list[Problem]:
        """The findings for the total rows at `totals`; `sections` are the rows of repeated headers (indices all)."""
        found: list[Problem] = []
        bounds = sorted({-1, *totals, *sections})
        since: dict[str, int] = {}
        for index in totals:
            found.append(problem(codes.TOTAL_ROW, self._place(index, None), row=index + 1))
            name = group_named(self.sheet.rows[index])
            above = max([-1, since.get(name or "", -1), *(at for at in sections if at < index)])
            groups = self._groups(index, bounds, name, above)
            since[name or ""] = index
            found += [issue for item in self.summed if (issue := self._compare(index, item, groups))]
        return found

    def unlabelled(self, candidates: Mapping[int, Mapping[str, Any]]) -> list[int]:
        """Those of the rows without words (index → values) whose every figure is the sum of the rows above.

        Of the rows below, where it stands directly under the header.
        """
        found: list[int] = []
        previous = -1
        for index, values in candidates.items():
            above = _Group(0, bisect_left(self.at, index))
            section = _Group(bisect_left(self.at, previous), above.end)
            groups = (above, section) if above.end else (_Group(0, len(self.rows)),)
            given = {item.key: values[item.key] for item in self._added if values[item.key] is not None}
            if given and any(
                len(group) > 1 and all(self._sum(key, group) == _amount(value) for key, value in given.items())
                for group in groups
            ):
                found.append(index)
                previous = index
        return found

    def of_groups(self, candidates: Mapping[int, tuple[Mapping[str, Any], Mapping[str, Any]]]) -> list[int]:
        """Those of the rows without a person whose every figure is the sum of the rows of their group next to them.

        Each candidate (by its index) has its words and its values; its group are the rows directly below it, or
        directly above, that say the same words. A group of one row counts only beside others.
        """
        found: dict[int, int] = {}
        for index, (words, values) in candidates.items():
            given = {item.key: _amount(values[item.key]) for item in self._added if values.get(item.key) is not None}
            place = bisect_left(self.at, index)
            for near in (range(place, len(self.rows)), range(place - 1, -1, -1)):
                group = _Group(0, 0, tuple(takewhile(partial(self._has, words), near[:_LARGEST])))
                if group.places and any(given.values()) and all(self._sum(key, group) == given[key] for key in given):
                    found[index] = max(found.get(index, 0), len(group))
        return [*found] if max(found.values(), default=0) > 1 else []

    def _has(self, words: Mapping[str, Any], place: int) -> bool:
        return all(getattr(self.rows[place], key) == value for key, value in words.items())

    @property
    def _added(self) -> Sequence[Field]:
        return [*self.summed, *self.figures]

    def _groups(self, index: int, bounds: Sequence[int], name: str | None, above: int) -> list["_Group"]:
        """The rows that a total row may stand for, the likeliest first: what it states has to be the sum of one.

        `name` is what :func:`group_named` says; `above` the last total of that name, or the last header.
        """
        end = bisect_left(self.at, index)
        if not end:
            return [_Group(0, len(self.rows))]
        starts = [bisect_left(self.at, bound) for bound in bounds if bound < index]
        spans = [_Group(start, end) for start in sorted(set(starts), reverse=True) if start < end]
        everything = _Group(0, end)
        if name is None:
            return [everything, *spans]
        recent = _Group(bisect_left(self.at, above), end)
        if named := [group for among in (recent, everything) if (group := self._named(name, among))]:
            return named
        return [everything, *spans] if starts[-1] == end else spans[:-1] or spans

    def _named(self, name: str, among: "_Group") -> "_Group | None":
        """The rows among others of which a word is `name`; None when there are none."""
        for places in self._by_word.get(name, ()):
            if inside := places[bisect_left(places, among.start) : bisect_left(places, among.end)]:
                return _Group(among.start, among.end, tuple(inside), name)
        return None

    @cached_property
    def _by_word(self) -> dict[str, list[list[int]]]:
        """The places of the rows that have a word, in the first, second … column of words that has it."""
        found: dict[str, list[list[int]]] = {}
        for key in self.words:
            column: dict[str, list[int]] = {}
            for place, row in enumerate(self.rows):
                if isinstance(value := getattr(row, key), str):
                    column.setdefault(normal(value), []).append(place)
            for word, places in column.items():
                found.setdefault(word, []).append(places)
        return found

    def _compare(self, index: int, item: Field, groups: Sequence["_Group"]) -> Problem | None:
        cells, at = self.sheet.rows[index], self.columns[item.key]
        raw = cells[at.index] if at.index < len(cells) else ""
        if raw == "" or not self.rows:
            return None
        context = CellContext(lambda *_: None, scale=at.scale)
        try:
            stated = Decimal(item.kind.parse(raw.strip() if isinstance(raw, str) else raw, context))
        except CellError:
            return None
        if any(stated == self._sum(item.key, group) for group in groups):
            return None
        nearest = min(groups, key=lambda group: abs(stated - self._sum(item.key, group)))
        computed = self._sum(item.key, nearest)
        details = {
            "label": next((" ".join(str(cell).split()) for cell in cells if is_total_word(cell)), _UNLABELLED),
            "column": self.label(item.key),
            "stated": grouped(stated),
            "computed": grouped(computed),
            "difference": grouped(stated - computed),
            "over": self._over(nearest),
        }
        return problem(codes.TOTAL_DIFFERS, self._place(index, at.index), **details)

    def _sum(self, key: str, group: "_Group") -> Decimal:
        if group.places is not None:
            return sum((_amount(getattr(self.rows[place], key)) for place in group.places), Decimal(0))
        sums = self._running(key)
        return sums[group.end] - sums[group.start]

    @cached_property
    def _known(self) -> dict[str, list[Decimal]]:
        return {}

    def _running(self, key: str) -> list[Decimal]:
        """The sums of the first 0, 1, 2 … rows."""
        if key not in self._known:
            self._known[key] = list(accumulate((_amount(getattr(row, key)) for row in self.rows), initial=Decimal(0)))
        return self._known[key]

    def _over(self, group: "_Group") -> Text:
        """The rows of a group in words."""
        if group.places is not None:
            return Text(f"“{group.name}”的 {len(group)} 行", f"the {len(group)} rows of “{group.name}”")
        first, last = self.at[group.start] + 1, self.at[group.end - 1] + 1
        if first == last:
            return Text(f"第 {first} 行", f"row {first} alone")
        return Text(f"第 {first}–{last} 行", f"rows {first} to {last}")

    def _place(self, row: int, column: int | None) -> Place:
        cell = f"{row + 1}:{row + 1}" if column is None else cell_address(row, column)
        return Place(self.sheet.file, self.sheet.name, cell)


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows that a total may stand for: those from `start` to before `end`, or `places` among them that bear a name."""

    start: int
    end: int
    places: tuple[int, ...] | None = None
    name: str = ""

    def __len__(self) -> int:
        return self.end - self.start if self.places is None else len(self.places)


@lru_cache(maxsize=256)
def _added(table: Table[Any]) -> tuple[Sequence[Field], Sequence[Field]]:
    """The amounts and counts of a table, and its figures of perhaps unlike measures."""
    amounts = [item for item in table.fields if isinstance(item.kind, MoneyKind | CountKind)]
    return amounts, [item for item in table.fields if isinstance(item.kind, QuantityKind)]


def _amount(value: Any) -> Decimal:
    return value.value if isinstance(value, Quantity) else Decimal(value or 0)
