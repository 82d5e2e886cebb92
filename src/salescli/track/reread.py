"""Merging into a tracking workbook that `track` wrote: its rows and the new files' rows as one stack.

A row of a file that is read again is the row the workbook already keeps, not a second one: the same file name,
sheet and content, on the line where it stood or on another. So merging the same reports once more changes nothing,
and reports handed in week by week end in the table that all of them at once would have given.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from salescli.table.problem import Place
from salescli.track.positions import Positions, line_of
from salescli.track.recall import Memory
from salescli.track.report import CONTENT, Known
from salescli.track.reports import Stack
from salescli.track.tables import WeeklyRow
from salescli.track.unread import Unread

Item = TypeVar("Item", WeeklyRow, Unread)
Sheet = tuple[str, str | None]
"""A file's name, without its folder, and a sheet of it."""


def joined(memory: Memory, fresh: Stack) -> Stack:
    """One stack of the kept rows and the fresh ones, in the order of their files, sheets and lines.

    A fresh row stands for the kept one it repeats, under the kept one's path.
    """
    repeated = _repeated(memory.rows, fresh.rows, (_by_line, _by_name, _by_id), _same_row)
    became = dict(memory.became)
    sheets: dict[int, Hashable] = {}
    for at, row in enumerate(fresh.rows):
        place = row.at()
        sheets[id(row)] = ("read", place.file, place.sheet)
        if (old := repeated.get(at)) is not None:
            _move(row, memory.rows[old].at().file)
            became[id(row)] = became.pop(id(memory.rows[old]))
    rows = [*_left(memory.rows, repeated), *fresh.rows]
    known = _repeated(memory.unread, fresh.unread, (_by_line, _by_content), _same_unread)
    given = [
        item if at not in known else _moved(item, memory.unread[known[at]]) for at, item in enumerate(fresh.unread)
    ]
    unread = [*given, *_left(memory.unread, known)]
    order = Positions(row.at() for row in (*fresh.rows, *memory.rows))
    order_of_unread = Positions(item.place for item in (*given, *memory.unread))
    return Stack(
        sorted(rows, key=lambda row: order.of(row.at())),
        sorted(unread, key=lambda item: order_of_unread.of(item.place)),
        Known(became, sheets),
        fresh.copied,
    )


def _repeated(
    kept: Sequence[Item],
    fresh: Sequence[Item],
    keys: Sequence[Callable[[Item], Hashable]],
    same: Callable[[Item, Item], bool],
) -> dict[int, int]:
    """Which fresh items repeat which kept ones, by their indices; each kept one is repeated once.

    They are looked for by one key after the other, among equal keys by the same path before any other.
    """
    found: dict[int, int] = {}
    for key in keys:
        taken = set(found.values())
        stock: defaultdict[Hashable, list[int]] = defaultdict(list)
        for old, item in enumerate(kept):
            if old not in taken:
                stock[key(item)].append(old)
        for at, item in enumerate(fresh):
            if at in found:
                continue
            near = stock.get(key(item), [])
            if matching := [old for old in near if same(kept[old], item)]:
                file = _place(item).file
                found[at] = next((old for old in matching if _place(kept[old]).file == file), matching[0])
                near.remove(found[at])
    return found


def _left(kept: Sequence[Item], repeated: dict[int, int]) -> list[Item]:
    taken = set(repeated.values())
    return [item for old, item in enumerate(kept) if old not in taken]


def _place(item: WeeklyRow | Unread) -> Place:
    return item.place if isinstance(item, Unread) else item.at()


def _sheet(item: WeeklyRow | Unread) -> Sheet:
    place = _place(item)
    return (Path(place.file or "").name, place.sheet)


def _by_line(item: WeeklyRow | Unread) -> Hashable:
    return (_sheet(item), line_of(_place(item)))


def _by_name(row: WeeklyRow) -> Hashable:
    return (_sheet(row), row.person, row.week, _content(row))


def _by_id(row: WeeklyRow) -> Hashable:
    return (_sheet(row), row.employee_id, row.week, _content(row))


def _by_content(item: Unread) -> Hashable:
    return (_sheet(item), item.content)


def _content(row: WeeklyRow) -> tuple[object, ...]:
    return tuple(getattr(row, key) for key in CONTENT)


def _same_row(kept: WeeklyRow, fresh: WeeklyRow) -> bool:
    """Whether two rows of one sheet say the same of the same person; what the fresh one leaves open is no matter."""
    by_id = kept.employee_id is not None and kept.employee_id == fresh.employee_id
    if kept.week != fresh.week or kept.month != fresh.month or not (by_id or kept.person == fresh.person):
        return False
    if fresh.product not in (None, kept.product) or kept.submitted != fresh.submitted:
        return False
    return _content(kept) == _content(fresh)


def _same_unread(kept: Unread, fresh: Unread) -> bool:
    """By what stands in the row; where that is not known, by its whole path and line."""
    if kept.content and fresh.content:
        return kept.content == fresh.content
    return _whole(kept.place) == _whole(fresh.place)


def _whole(place: Place) -> tuple[Path, int | None]:
    return Path(place.file or "").resolve(), line_of(place)


def _move(row: WeeklyRow, file: str | None) -> None:
    """Give a row read again the path under which the workbook knows it."""
    if row.source is not None and file is not None:
        row.placed(row.source._replace(file=file))


def _moved(item: Unread, known: Unread) -> Unread:
    """The kept item on the line where it stands now."""
    return replace(known, place=replace(known.place, cell=item.place.cell))
