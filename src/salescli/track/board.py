"""The views of the tracked rows: the last month as a whole, by region and by product line, and month by month."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from salescli.measure.period import Month
from salescli.track.figures import Figures, TrackedRow, total

Name = TypeVar("Name")


@dataclass(frozen=True, slots=True)
class Board:
    """`month` is None for a table without months. Groups keep the order of the rows."""

    month: Month | None
    figures: Figures
    people: int
    regions: tuple[tuple[str, Figures], ...]
    products: tuple[tuple[str | None, Figures], ...]
    persons: tuple[tuple[TrackedRow, Figures], ...]
    trend: tuple[tuple[Month | None, Figures], ...]


def board_of(rows: Sequence[TrackedRow], months: Sequence[Month]) -> Board:
    """The board of the last of `months`, or of all rows when there are none."""
    month = months[-1] if months else None
    own = [row for row in rows if row.month == month]
    persons = _grouped(own, lambda row: (row.employee_id, row.person, None if row.employee_id else row.region))
    first = {(row.employee_id, row.person, None if row.employee_id else row.region): row for row in reversed(own)}
    return Board(
        month,
        total(row.figures for row in own),
        len(persons),
        _grouped(own, lambda row: row.region),
        _grouped(own, lambda row: row.product),
        tuple((first[name], figures) for name, figures in persons),
        _grouped(rows, lambda row: row.month),
    )


def _grouped(rows: Sequence[TrackedRow], name: Callable[[TrackedRow], Name]) -> tuple[tuple[Name, Figures], ...]:
    """The rows' figures summed by `name`, in the order the names come up."""
    parts: dict[Name, list[Figures]] = {}
    for row in rows:
        parts.setdefault(name(row), []).append(row.figures)
    return tuple((found, total(figures)) for found, figures in parts.items())
