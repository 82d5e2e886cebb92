"""The hidden sheets 跟踪余行 and 跟踪无效行: report rows that do not count, for merging again judges them anew.

Beside them 跟踪所写: what the sheets that people look at had, to know what was typed over.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from salescli.excel.book import Block, Sheet, Tone
from salescli.excel.columnar import ColumnLines
from salescli.excel.template import fields_of, written_column
from salescli.table.row import origins
from salescli.table.table import Table
from salescli.track.account import Reason
from salescli.track.kept import KEPT_ORDER_REST, KEPT_REST, KEPT_UNREAD, KEPT_WRITTEN
from salescli.track.order_merge import Orders
from salescli.track.positions import line_of
from salescli.track.report import Report
from salescli.track.result import TrackResult
from salescli.track.tables import OrderRow, WeeklyRow
from salescli.track.typed_over import written_columns
from salescli.words.language import Lang


def kept_rest_sheets(result: TrackResult, lang: Lang) -> Iterator[Sheet]:
    """The rows that could be read, in the order they were, and, where there are any, those that could not."""
    found = {id(row): item for item in result.excluded if (row := _row(item.said)) is not None}
    rest = [(order, found[id(row)]) for order, row in enumerate(result.read) if id(row) in found]
    own: dict[str, list[Any]] = {"order": [order for order, _ in rest], "became": [item.reason for _, item in rest]}
    yield _sheet(KEPT_REST, _columns([item.said for _, item in rest]) | own, lang)
    if result.unread:
        places = [item.place for item in result.unread]
        columns: dict[str, list[Any]] = {
            "content": [item.content or None for item in result.unread],
            "source_file": [place.file for place in places],
            "source_sheet": [place.sheet for place in places],
            "source_row": [line_of(place) for place in places],
        }
        yield _sheet(KEPT_UNREAD, columns, lang)
    if result.orders is not None and (columns := _beside_orders(result.orders)):
        yield _sheet(KEPT_ORDER_REST, columns, lang)
    yield _sheet(KEPT_WRITTEN, written_columns(result), lang)


def _beside_orders(orders: Orders) -> dict[str, list[Any]]:
    """Where repeats of orders stand, and rows of orders that could not be read; nothing where there are none."""
    rows = [item for item in orders.excluded if item.reason in (Reason.DUPLICATE, Reason.INVALID)]
    if not rows:
        return {}
    said = [item.said for item in rows]
    return {
        "order_id": [row.order_id if isinstance(row, OrderRow) else None for row in said],
        "source_file": [item.place.file for item in rows],
        "source_sheet": [item.place.sheet for item in rows],
        "source_row": [item.row for item in rows],
    }


def _row(said: object) -> WeeklyRow | None:
    row = said.row if isinstance(said, Report) else said
    return row if isinstance(row, WeeklyRow) else None


def _columns(said: Sequence[object]) -> dict[str, list[Any]]:
    """The rows as they were read; whose they are as 明细 has it, where the plan knows the person."""
    rows = [row for item in said if (row := _row(item)) is not None]
    read = {key: [getattr(row, key) for row in rows] for key in WeeklyRow.model_fields}
    places = {f"source_{key}": column for key, column in origins(rows).items()}
    for at, item in enumerate(said):
        if isinstance(item, Report):
            read["region"][at], read["product"][at] = item.slot.region, item.product
            read["employee_id"][at], read["person"][at] = item.person.employee_id, item.person.name
    return read | places | {"stated": read["month"]}


def _sheet(table: Table[Any], columns: Mapping[str, Sequence[Any]], lang: Lang) -> Sheet:
    shown = [item for item in table.fields if item.required or any(value is not None for value in columns[item.key])]
    keys = tuple(item.key for item in shown)
    fields = tuple(replace(item, note=None, required=False, choices=()) for item in fields_of(table, lang, keys))
    lines = ColumnLines({item.key: written_column(item.kind, columns[item.key], lang) for item in shown})
    name = table.sheet(lang)
    block = Block(table.name, fields, lines)
    return Sheet(name, (block,), title=name, subtitle=table.help.say(lang), tab=Tone.MUTED, hidden=True)
