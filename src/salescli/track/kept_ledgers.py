"""Orders and collections in a tracking workbook: kept as they were read, and joined with those given anew.

An order given again stands for the kept one of its number, since more of it may have been collected by now. Where it
says the same in another file it is a repeat, as it would be had both files been given together; a file given again
stands for what was read of it. A collection has no number: one of equal content is the kept one, so that the same file
again counts nothing twice.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from salescli.excel.book import Block, Sheet, Tone
from salescli.excel.columnar import ColumnLines
from salescli.excel.records import InvalidRow
from salescli.excel.template import fields_of, written_column
from salescli.table.batch import Batch, Rows, columns_of, places_of, some_of
from salescli.table.problem import Place
from salescli.table.row import Home, Row, RowT
from salescli.table.table import Table
from salescli.track.kept import KEPT_FINANCE, KEPT_ORDERS, KeptFinanceRow, KeptOrderRestRow, KeptOrderRow
from salescli.track.ledgers import Ledgers
from salescli.track.result import TrackResult
from salescli.track.side_files import Gathered
from salescli.track.tables import FinanceRow, OrderRow
from salescli.words.language import Lang


@dataclass(frozen=True, slots=True)
class KeptLedgers:
    """What a tracking workbook kept of each; None where it kept no such sheet.

    `orders` has the repeats behind the rows they repeat; `unread` are rows of orders that could not be read.
    """

    orders: Sequence[OrderRow] | None = None
    finance: Sequence[FinanceRow] | None = None
    unread: Sequence[InvalidRow] = ()


def with_repeats(
    rows: Sequence[OrderRow], rest: Sequence[KeptOrderRestRow]
) -> tuple[Sequence[OrderRow], list[InvalidRow]]:
    """The kept orders with their repeats behind them, and the rows that could not be read."""
    unread = [InvalidRow(_rest_at(row), ()) for row in rest if row.order_id is None]
    keys = tuple(OrderRow.model_fields)
    columns = columns_of(rows, keys)
    at = {number: line for line, number in enumerate(columns[keys.index("order_id")])}
    known = [(at[row.order_id], row) for row in rest if row.order_id is not None and row.order_id in at]
    if not known:
        return rows, unread
    said = [[column[line] for line, _ in known] for column in columns]
    homes = [Home(row.source_file, row.source_sheet or "", {}) for _, row in known]
    repeats = Rows(Batch(OrderRow, keys, said, homes, [row.source_row or 0 for _, row in known]))
    return [*rows, *repeats], unread


def _rest_at(row: KeptOrderRestRow) -> Place:
    cell = None if row.source_row is None else f"{row.source_row}:{row.source_row}"
    return Place(row.source_file, row.source_sheet, cell)


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
    orders, changed = _orders(kept, fresh.orders)
    return Ledgers(orders, _finance(kept.finance, fresh.finance)), changed


def _orders(kept: KeptLedgers, fresh: Gathered[OrderRow] | None) -> tuple[Gathered[OrderRow] | None, int]:
    rows = kept.orders
    if rows is None:
        return fresh, 0
    if fresh is None:
        return Gathered(rows, len(rows) + len(kept.unread), list(kept.unread)), 0
    given = _files(fresh)
    unread = [row for row in kept.unread if _name(row.place.file) not in given]
    (numbers,) = columns_of(rows, ("order_id",))
    files = [_name(file) for file in places_of(rows)["file"]]
    known, anew = _by_number(rows), _by_number(fresh.rows)
    alike = {number for number, said in anew.items() if known.get(number) == said}
    first: set[str] = set()
    stay = []
    for at, (number, file) in enumerate(zip(numbers, files, strict=True)):
        repeat, again = number in first, file in given
        first.add(number)
        if (number in alike and not again) if number in anew else not (repeat and again):
            stay.append(at)
    changed = sum(number in known for number in anew) - len(alike)
    together = _together(some_of(rows, stay), fresh)
    return replace(together, invalid=[*unread, *together.invalid], read=together.read + len(unread)), changed


def _files(fresh: Gathered[OrderRow]) -> set[str]:
    """The names of the files that were given, without their folders."""
    files = {*places_of(fresh.rows)["file"]} | {row.place.file for row in fresh.invalid}
    files |= {(row.place if isinstance(row, InvalidRow) else row.at()).file for row, _ in fresh.copies}
    return set(map(_name, files))


def _name(file: str | None) -> str:
    return Path(file or "").name


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
        yield _sheet(KEPT_ORDERS, result.orders.each, lang)
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
