"""Orders and collections in a tracking workbook: kept as they were read, and joined with those given anew.

An order given again stands for the kept one of its number, since more of it may have been collected by now. A
collection has no number: one of equal content is the kept one, so that the same file again counts nothing twice.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from salescli.excel.book import Block, Sheet, Tone
from salescli.excel.columnar import ColumnLines
from salescli.excel.template import fields_of, written_column
from salescli.records import dataclass
from salescli.table.row import Row, RowT, Source, origins
from salescli.table.table import Table
from salescli.track.kept import KEPT_FINANCE, KEPT_ORDERS, KeptFinanceRow, KeptOrderRow
from salescli.track.ledgers import Ledgers
from salescli.track.result import TrackResult
from salescli.track.side_files import Gathered
from salescli.track.tables import FinanceRow, OrderRow
from salescli.words.language import Lang


@dataclass(frozen=True, slots=True)
class KeptLedgers:
    """What a tracking workbook kept of each; None where it kept no such sheet."""

    orders: tuple[OrderRow, ...] | None = None
    finance: tuple[FinanceRow, ...] | None = None


def as_read(rows: Iterable[KeptOrderRow | KeptFinanceRow], kind: type[RowT]) -> tuple[RowT, ...]:
    """The kept rows as their files had them, with the places they were read from."""
    found = []
    for row in rows:
        original = kind.model_validate({key: getattr(row, key) for key in kind.model_fields})
        if row.source_file is not None and row.source_row is not None:
            original.placed(Source(row.source_file, row.source_sheet or "", row.source_row, {}))
        elif row.source is not None:
            original.placed(row.source)
        found.append(original)
    return tuple(found)


def joined_ledgers(kept: KeptLedgers, fresh: Ledgers) -> tuple[Ledgers, int]:
    """The kept rows with the fresh ones in their stead, and how many orders say something new."""
    orders, changed = _orders(kept.orders, fresh.orders)
    return Ledgers(orders, _finance(kept.finance, fresh.finance)), changed


def _orders(kept: Sequence[OrderRow] | None, fresh: Gathered[OrderRow] | None) -> tuple[Gathered[OrderRow] | None, int]:
    if kept is None or fresh is None:
        return (fresh if kept is None else Gathered(list(kept), len(kept))), 0
    anew = {row.order_id: row for row in fresh.rows}
    stay = [row for row in kept if row.order_id not in anew]
    known = {row.order_id: row for row in kept}
    changed = sum(number in known and _content(known[number]) != _content(row) for number, row in anew.items())
    return _together(stay, fresh), changed


def _finance(kept: Sequence[FinanceRow] | None, fresh: Gathered[FinanceRow] | None) -> Gathered[FinanceRow] | None:
    if kept is None or fresh is None:
        return fresh if kept is None else Gathered(list(kept), len(kept))
    anew = Counter(_content(row) for row in fresh.rows)
    stay = []
    for row in kept:
        if anew[_content(row)] > 0:
            anew[_content(row)] -= 1
        else:
            stay.append(row)
    return _together(stay, fresh)


def _content(row: Row) -> tuple[Any, ...]:
    return tuple(getattr(row, key) for key in type(row).model_fields)


def _together(stay: Sequence[RowT], fresh: Gathered[RowT]) -> Gathered[RowT]:
    """All rows in the order of their files and lines, as if they had been given together."""
    rows = sorted([*stay, *fresh.rows], key=_position)
    return replace(fresh, rows=rows, read=fresh.read + len(stay))


def _position(row: Row) -> tuple[Path, int]:
    return (Path(row.at().file or ""), 0 if row.source is None else row.source.row)


def ledger_sheets(result: TrackResult, lang: Lang) -> Iterator[Sheet]:
    """订单明细 and 财务回款, where they were given."""
    if result.orders is not None:
        yield _sheet(KEPT_ORDERS, result.orders.rows, lang)
    if result.finance is not None:
        yield _sheet(KEPT_FINANCE, result.finance.rows, lang)


def _sheet(table: Table[Any], rows: Sequence[Row], lang: Lang) -> Sheet:
    places = origins(rows)
    columns = {
        item.key: places[_PLACE[item.key]] if item.key in _PLACE else list(map(attrgetter(item.key), rows))
        for item in table.fields
    }
    shown = [item for item in table.fields if item.required or any(value is not None for value in columns[item.key])]
    keys = tuple(item.key for item in shown)
    fields = tuple(replace(item, note=None, required=False, choices=()) for item in fields_of(table, lang, keys))
    written = {item.key: written_column(item.kind, columns[item.key], lang) for item in shown}
    name = table.sheet(lang)
    block = Block(table.name, fields, ColumnLines(written))
    return Sheet(name, (block,), title=name, subtitle=table.help.say(lang), tab=Tone.MUTED)


_PLACE: Final = {"source_file": "file", "source_sheet": "sheet", "source_row": "row"}
"""The columns of a kept table that tell where its rows come from."""
