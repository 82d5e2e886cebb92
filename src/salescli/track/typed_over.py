"""Figures that somebody typed over what a tracking workbook had worked out: the next run works them out anew.

A hidden sheet keeps what was written, by person and month and by order; whatever stands there otherwise was typed. What
the new result agrees with is of no concern; the rest is named at its cell.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final, TypeAlias

from salescli.measure.money import grouped, to_fen
from salescli.measure.period import Month
from salescli.table.batch import columns_of
from salescli.table.codes import track as codes
from salescli.table.problem import Place, Problem, problem
from salescli.table.table import Table
from salescli.track.figures import NOTHING
from salescli.track.kept import (
    KEPT_ORDERS,
    KEPT_REPORTS,
    SHOWN,
    SHOWN_PENDING,
    KeptWrittenRow,
    ShownPendingRow,
    ShownRow,
)
from salescli.track.result import TrackResult
from salescli.track.tables import ORDERS, WEEKLY
from salescli.words import track as words
from salescli.words.language import Text

Key: TypeAlias = tuple[object, ...]
"""Month, region, product line, 工号 and person of a row of 月度跟踪; the number of an order alone."""

Figure: TypeAlias = tuple[Key, str]
"""A cell, by the key of its row and that of its column."""

OF_ROWS: Final = ("actual", "collected")
OF_ORDERS: Final = ("amount", "collected")


@dataclass(frozen=True, slots=True)
class Typed:
    """A cell that reads otherwise than it was written: `shown`, which may be no figure at all, for `written`."""

    figure: Figure
    place: Place
    column: Text
    shown: Decimal | str | None
    written: Decimal | None


def typed_over(
    written: Sequence[KeptWrittenRow], rows: Sequence[ShownRow], pending: Sequence[ShownPendingRow]
) -> tuple[Typed, ...]:
    """The cells of 月度跟踪 and 待回款订单 that do not read what was `written`."""
    known: dict[Figure, Decimal | None] = {}
    for row in written:
        key, keys = (_row_key(row), OF_ROWS) if row.order_id is None else ((row.order_id,), OF_ORDERS)
        known |= {(key, column): getattr(row, column) for column in keys}
    found = [item for row in rows for item in _differing(_row_key(row), row, known)]
    return (*found, *(item for row in pending for item in _differing((row.order_id,), row, known)))


def _differing(key: Key, row: ShownRow | ShownPendingRow, known: Mapping[Figure, Decimal | None]) -> Iterator[Typed]:
    table: Table[Any] = SHOWN if isinstance(row, ShownRow) else SHOWN_PENDING
    for column in OF_ROWS if isinstance(row, ShownRow) else OF_ORDERS:
        shown, written = _amount(getattr(row, column)), known.get((key, column))
        if shown != written:
            yield Typed((key, column), row.at(column), table.label(column), shown, written)


def _row_key(row: ShownRow | KeptWrittenRow) -> Key:
    return (row.month, row.region, row.product, row.employee_id, row.person)


def _amount(text: str | None) -> Decimal | str | None:
    if text is None:
        return None
    try:
        return to_fen(Decimal(text.replace(",", "")))
    except InvalidOperation:
        return text


def typed_remarks(typed: Iterable[Typed], result: TrackResult) -> Iterator[Problem]:
    """What was typed and does not hold in `result`, each with where it belongs."""
    typed = tuple(typed)
    now = _figures(result) if typed else {}
    by_orders = _months_by_orders(result)
    for item in typed:
        key, column = item.figure
        figure = now.get(item.figure)
        if item.shown == figure:
            continue
        sold = len(key) == 1 or (key[0] in by_orders and column == "actual")
        yield problem(
            codes.TYPED_OVER,
            item.place,
            column=item.column,
            shown=_said(item.shown),
            written=_said(item.written),
            now=_said(figure),
            rows=(KEPT_ORDERS if sold else KEPT_REPORTS).title,
            files=(ORDERS if sold else WEEKLY).title,
        )


def _figures(result: TrackResult) -> dict[Figure, Decimal | None]:
    found: dict[Figure, Decimal | None] = {}
    for row in result.rows:
        key = (row.month, row.region, row.product, row.employee_id, row.person)
        found |= {(key, "actual"): row.figures.actual, (key, "collected"): row.figures.collected}
    if result.orders is not None:
        columns = columns_of(result.orders.each, ("order_id", "amount", "collected"))
        for number, amount, collected in zip(*columns, strict=True):
            found |= {((number,), "amount"): amount, ((number,), "collected"): collected or NOTHING}
    return found


def _months_by_orders(result: TrackResult) -> frozenset[Month]:
    """The months whose actuals may be those of the orders."""
    if result.orders is None:
        return frozenset()
    return result.orders.months - {report.month for report in result.reports}


def _said(figure: Decimal | str | None) -> str | Text:
    if figure is None:
        return words.BLANK
    return figure if isinstance(figure, str) else grouped(figure)


def written_columns(result: TrackResult) -> dict[str, list[Any]]:
    """What the workbook of `result` shows of both sheets, as the columns of the table that keeps it."""
    rows = [row for row in result.rows if row.figures.actual is not None or row.figures.collected is not None]
    deals = () if result.orders is None else result.orders.pending
    named = ("month", "region", "product", "employee_id", "person")
    columns = {key: [*(getattr(row, key) for row in rows), *(None for _ in deals)] for key in named}
    columns["actual"] = [*(row.figures.actual for row in rows), *(None for _ in deals)]
    columns["collected"] = [
        *(row.figures.collected for row in rows),
        *(deal.row.collected or NOTHING for deal in deals),
    ]
    columns["order_id"] = [*(None for _ in rows), *(deal.row.order_id for deal in deals)]
    columns["amount"] = [*(None for _ in rows), *(deal.row.amount for deal in deals)]
    return columns
