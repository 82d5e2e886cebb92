"""Orders and collections in a tracking workbook: kept as they were read, and joined with those given anew.

An order given again stands for the kept one of its number, since more of it may have been collected by now. A
collection has no number: one of equal content is the kept one, so that the same file again counts nothing twice.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from salescli.excel.book import Block, Sheet, Tone
from salescli.excel.columnar import ColumnLines
from salescli.excel.template import fields_of, written_column
from salescli.table.batch import Batch, Rows, columns_of, places_of, some_of
from salescli.table.row import Home, Row, RowT
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

    orders: Sequence[OrderRow] | None = None
    finance: Sequence[FinanceRow] | None = None


def as_read(rows: Sequence[KeptOrderRow] | Sequence[KeptFinanceRow], kind: type[RowT]) -> Sequence[RowT]:
    """The kept rows as their files had them, with the places they were read from."""
    keys = tuple(kind.model_fields)
    *columns, files, sheets, numbers = columns_of(rows, (*keys, *_PLACE))
    homes = {(file, sheet): Home(file, sheet or "", {}) for file, sheet in set(zip(files, sheets, strict=True))}
    places = [
        (homes[file, sheet], number) if file is not None and number is not None else _kept_at(rows[at])
        for at, (file, sheet, number) in enumerate(zip(files, sheets, numbers, strict=True))
    ]
    return Rows(Batch(kind, keys, columns, [home for home, _ in places], [line for _, line in places]))


def _kept_at(row: Row) -> tuple[Any, Any]:
    """The row's own place, where somebody removed that of its file."""
    source = row.source
    return (None, None) if source is None else (source.home, source.row)


def joined_ledgers(kept: KeptLedgers, fresh: Ledgers) -> tuple[Ledgers, int]:
    """The kept rows with the fresh ones in their stead, and how many orders say something new."""
    orders, changed = _orders(kept.orders, fresh.orders)
    return Ledgers(orders, _finance(kept.finance, fresh.finance)), changed


def _orders(kept: Sequence[OrderRow] | None, fresh: Gathered[OrderRow] | None) -> tuple[Gathered[OrderRow] | None, int]:
    if kept is None or fresh is None:
        return (fresh if kept is None else Gathered(kept, len(kept))), 0
    (numbers,) = columns_of(kept, ("order_id",))
    known, anew = _by_number(kept), _by_number(fresh.rows)
    stay = some_of(kept, [at for at, number in enumerate(numbers) if number not in anew])
    changed = sum(number in known and known[number] != said for number, said in anew.items())
    return _together(stay, fresh), changed


def _by_number(rows: Sequence[OrderRow]) -> dict[str, tuple[Any, ...]]:
    """What the last row of each order number says."""
    (numbers,) = columns_of(rows, ("order_id",))
    return dict(zip(numbers, zip(*columns_of(rows, tuple(OrderRow.model_fields)), strict=True), strict=True))


def _finance(kept: Sequence[FinanceRow] | None, fresh: Gathered[FinanceRow] | None) -> Gathered[FinanceRow] | None:
    if kept is None or fresh is None:
        return fresh if kept is None else Gathered(kept, len(kept))
    content = attrgetter(*FinanceRow.model_fields)
    anew = Counter(map(content, fresh.rows))
    stay = []
    for row in kept:
        if anew[said := content(row)] > 0:
            anew[said] -= 1
        else:
            stay.append(row)
    return _together(stay, fresh)


def _together(stay: Sequence[RowT], fresh: Gathered[RowT]) -> Gathered[RowT]:
    """All rows in the order of their files and lines, as if they had been given together."""
    rows = [*stay, *fresh.rows] if stay else fresh.rows
    return replace(fresh, rows=in_order_of_files(rows), read=fresh.read + len(stay))


def in_order_of_files(rows: Sequence[RowT]) -> Sequence[RowT]:
    """`rows` by the paths of their files and by their numbers; those without a place come first."""
    places = places_of(rows)
    files: list[str] = [file or "" for file in places["file"]]
    paths = {file: Path(file) for file in set(files)}  # paths are slow to make and to compare: each of them once
    rank = {path: number for number, path in enumerate(sorted(set(paths.values())))}
    ranks = {file: rank[path] for file, path in paths.items()}
    keys = [(ranks[file], line or 0) for file, line in zip(files, places["row"], strict=True)]
    order = sorted(range(len(rows)), key=keys.__getitem__)
    return rows if order == list(range(len(rows))) else some_of(rows, order)


def ledger_sheets(result: TrackResult, lang: Lang) -> Iterator[Sheet]:
    """订单明细 and 财务回款, where they were given."""
    if result.orders is not None:
        yield _sheet(KEPT_ORDERS, result.orders.rows, lang)
    if result.finance is not None:
        yield _sheet(KEPT_FINANCE, result.finance.rows, lang)


def _sheet(table: Table[Any], rows: Sequence[Row], lang: Lang) -> Sheet:
    every = [item.key for item in table.fields]
    places = places_of(rows)
    columns: dict[str, Sequence[Any]] = {key: places[_PLACE[key]] for key in every if key in _PLACE}
    own = [key for key in every if key not in _PLACE]
    columns |= dict(zip(own, columns_of(rows, own), strict=True))
    shown = [item for item in table.fields if item.required or any(value is not None for value in columns[item.key])]
    keys = tuple(item.key for item in shown)
    fields = tuple(replace(item, note=None, required=False, choices=()) for item in fields_of(table, lang, keys))
    written = {item.key: written_column(item.kind, columns[item.key], lang) for item in shown}
    name = table.sheet(lang)
    block = Block(table.name, fields, ColumnLines(written))
    return Sheet(name, (block,), title=name, subtitle=table.help.say(lang), tab=Tone.MUTED)


_PLACE: Final = {"source_file": "file", "source_sheet": "sheet", "source_row": "row"}
"""The columns of a kept table that tell where its rows come from."""
