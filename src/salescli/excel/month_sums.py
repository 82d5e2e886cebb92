"""Columns that add up the months beside them (``一季度合计``, ``全年``, ``Q2 目标``): read of no month, but checked.

A figure in such a column has to be the sum of months of its row: those of the quarter or half year that it names, or
else those since the sum before it, those to its left, or all.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from salescli.excel.addresses import cell_address
from salescli.excel.captions import Caption
from salescli.excel.header_match import ColumnAt, HeaderMatch, MonthColumns, MonthSum
from salescli.excel.header_words import bare, divided_unit
from salescli.excel.money_units import scale_in
from salescli.excel.read import RawSheet
from salescli.measure.money import grouped
from salescli.measure.period import Month, parse_half, parse_month, parse_quarter
from salescli.table.codes import headers as codes
from salescli.table.kind import BAD, CellContext
from salescli.table.numbers import CountKind, MoneyKind
from salescli.table.problem import Place, Problem, problem
from salescli.table.quantity import Quantity, QuantityKind
from salescli.table.table import Table
from salescli.words.language import Text

_SPAN: Final = (
    r"(?:(?:19|20)\d\d年?)?(?:第?[一二三四1-4]季度|q[1-4]|[上下]半年|h[12]|全年|ytd)?"
    r"(?:合计|累计|小计|总计|共计|合計|累計|小計|總計|total|sum)?"
)
_BEFORE: Final = re.compile(rf"({_SPAN})(.*)")
_BEHIND: Final = re.compile(rf"(.+?)({_SPAN})")
_ADDING: Final = re.compile(r"(?:合计|累计|小计|总计|共计|合計|累計|小計|總計|total|sum)$")
_ANY_YEAR: Final = 2000
"""For months that name no year: only which of them are of one quarter matters."""

Claim = Callable[[str], tuple[str, int, bool, bool, str] | None]


def month_sums(captions: Sequence[Caption], months: Sequence[MonthColumns], claim: Claim) -> tuple[MonthSum, ...]:
    """Those of the captions, which name neither column nor month, that head sums of `months`.

    `claim` tells which field the words beside the span name, with its unit.
    """
    keys = {key for group in months for key in group.columns}
    only = keys.pop() if len(keys) == 1 else None
    found = []
    for caption in captions if months else ():
        for span, rest in _readings(caption):
            claimed = claim(rest) if divided_unit(rest)[0] else None
            key = claimed[0] if claimed else only if not divided_unit(rest)[0] else None
            if key is not None and any(key in group.columns for group in months):
                at = ColumnAt(caption.index, *claimed[1:]) if claimed else _alone(caption.index, rest)
                found.append(MonthSum(span, key, at, caption.shown))
                break
    return tuple(found)


def _readings(caption: Caption) -> Iterator[tuple[str, str]]:
    """A caption as the span that it adds up and the words for what."""
    if caption.sums and len(caption.texts) == 3:
        yield bare(caption.texts[2]), bare(caption.texts[1])
        return
    words, unit = divided_unit(bare(caption.texts[0]))
    behind = f"({unit})" if unit else ""
    if (match := _BEFORE.fullmatch(words)) and match[1]:
        yield match[1], match[2] + behind
    if (match := _BEHIND.fullmatch(words)) and match[2]:
        yield match[2], match[1] + behind


def _alone(index: int, unit: str) -> ColumnAt:
    scale = scale_in(unit.strip("()")) if unit else None
    return ColumnAt(index, scale or 0, named=scale is not None)


def wrong_sums(sheet: RawSheet, table: Table[Any], match: HeaderMatch) -> Iterator[Problem]:
    """The cells below `match` that are no sum of months of their row."""
    values = _Values(sheet, table, match)
    for total in match.sums:
        spans = [span for span in _spans(total, match) if span]
        kind = table.by_key[total.key].kind
        if not spans or not isinstance(kind, MoneyKind | CountKind | QuantityKind):
            continue
        stated = values.of(total.key, total.at.index)
        columns = {group.index: values.of(total.key, group.columns[total.key].index) for group in _with(match, total)}
        for row, figure in enumerate(stated):
            months = {at: column[row] for at, column in columns.items()}
            told = [value for value in months.values() if value is not None]
            if figure is None or figure is BAD or BAD in told or not told:
                continue
            sums = {_sum(months, span): span for span in reversed(spans)}
            amount = _amount(figure)
            if amount in sums or (isinstance(kind, QuantityKind) and _may_be_average(amount, told)):
                continue
            nearest = min(sums, key=lambda value: abs(value - amount))
            yield _differs(sheet, table, match, total, row, (amount, nearest, sums[nearest]))


class _Values:
    """The figures below a header, a column at a time; None where blank, BAD where there is none to be read."""

    def __init__(self, sheet: RawSheet, table: Table[Any], match: HeaderMatch) -> None:
        self.sheet, self.table, self.match = sheet, table, match
        self.scales = {key: at.scale for group in reversed(match.months) for key, at in group.columns.items()}
        self.known: dict[int, list[Any]] = {}

    def of(self, key: str, index: int) -> list[Any]:
        if index not in self.known:
            own = [total.at for total in self.match.sums if total.at.index == index and total.at.named]
            own += [at for group in self.match.months for at in group.columns.values() if at.index == index]
            context = CellContext(lambda *_: None, scale=own[0].scale if own else self.scales[key])
            self.known[index] = self.table.by_key[key].kind.read(self._cells(index), context)
        return self.known[index]

    def _cells(self, index: int) -> list[Any]:
        first = self.match.row + 1
        cells = [row[index] if index < len(row) else "" for row in self.sheet.rows[first:]]
        for row, column in self.sheet.flaws:
            if column == index and row >= first and row - first < len(cells):
                cells[row - first] = "?"
        return cells


def _with(match: HeaderMatch, total: MonthSum) -> list[MonthColumns]:
    return [group for group in match.months if total.key in group.columns]


def _spans(total: MonthSum, match: HeaderMatch) -> list[tuple[MonthColumns, ...]]:
    """The months that a sum may be of, the likeliest first; none where its months are not all there."""
    groups = sorted(_with(match, total), key=lambda group: group.index)
    span = _ADDING.sub("", total.span)
    if part := parse_quarter(span, _ANY_YEAR) or parse_half(span, _ANY_YEAR):
        with_year = part.year != _ANY_YEAR
        numbers = {month.number for month in part.months()}
        inside = tuple(group for group in groups if _month(group, part.year, with_year=with_year) in numbers)
        return [inside] if len(inside) == len(numbers) else []
    left = tuple(group for group in groups if group.index < total.at.index)
    if span:  # the year, or what there is of it
        return [tuple(groups)] if len(groups) == 12 else [tuple(groups), left] if span == "ytd" else []
    before = [other.at.index for other in match.sums if other.key == total.key and other.at.index < total.at.index]
    since = tuple(group for group in left if group.index > max(before, default=-1))
    return [since, left, tuple(groups)]


def _month(group: MonthColumns, year: int, *, with_year: bool) -> int | None:
    """The number of a group's month; None where it is of another year than the one that matters."""
    written = group.written
    found = parse_month(written, year) if isinstance(written, str) else Month(written.year, written.month)
    return None if found is None or (with_year and found.year != year) else found.number


def _sum(months: Mapping[int, Any], span: Sequence[MonthColumns]) -> Decimal:
    return sum((_amount(months[group.index]) for group in span), Decimal(0))


def _amount(value: Any) -> Decimal:
    return value.value if isinstance(value, Quantity) else Decimal(value or 0)


def _may_be_average(amount: Decimal, told: Sequence[Any]) -> bool:
    """Whether a figure of any measure lies among its months, as that of a rate or a price does."""
    amounts = list(map(_amount, told))
    return min(amounts) <= amount <= max(amounts)


def _differs(
    sheet: RawSheet,
    table: Table[Any],
    match: HeaderMatch,
    total: MonthSum,
    row: int,
    found: tuple[Decimal, Decimal, Sequence[MonthColumns]],
) -> Problem:
    stated, computed, span = found
    names = tuple(str(group.written) if isinstance(group.written, str) else f"{group.written:%Y-%m}" for group in span)
    over = Text("、".join(names), ", ".join(names))
    if len(names) > 3:
        over = Text(f"{names[0]}至{names[-1]}", f"{names[0]} to {names[-1]}")
    return problem(
        codes.MONTH_SUM_DIFFERS,
        Place(sheet.file, sheet.name, cell_address(match.row + 1 + row, total.at.index)),
        label=total.shown,
        column=table.label(total.key),
        stated=grouped(stated),
        computed=grouped(computed),
        difference=grouped(stated - computed),
        over=over,
    )
