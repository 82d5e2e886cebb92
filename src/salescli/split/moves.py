"""Who moves from one region to another: one 工号 in rows of several regions that follow each other by their dates.

Nobody loses a month by moving: the month of a move belongs to the region somebody was in on its first day, or, when
only days off lie between, to the region they came to. The ramp counts from when they joined the company.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from salescli.measure.period import Month
from salescli.split.tables.roster import RosterRow

BREAK: Final = timedelta(days=10)
"""The most days between leaving one region and joining the next that are no time away: a long holiday."""


@dataclass(frozen=True, slots=True)
class Stay:
    """From when to when a row counts, and from when its ramp does; None where there is no such date."""

    hired: date | None
    left: date | None
    since: date | None


@dataclass(frozen=True, slots=True)
class Moves:
    """The stays of those who move, by the `id` of their rows, and the rows that do not say when somebody moved."""

    stays: Mapping[int, Stay] = field(default_factory=dict)
    unclear: frozenset[int] = frozenset()

    def of(self, row: RosterRow) -> Stay:
        """The stay of a row; its own dates for somebody who does not move."""
        return self.stays.get(id(row)) or Stay(row.hired, row.left, row.hired)

    def has(self, row: RosterRow) -> bool:
        """Whether the row is one of several regions of somebody."""
        return id(row) in self.stays


def read_moves(rows: Iterable[RosterRow]) -> Moves:
    """The moves of a roster. Rows of one 工号 and several names are no move, and left to whoever reads identities."""
    by_id: dict[str, list[RosterRow]] = {}
    for row in rows:
        if row.employee_id is not None:
            by_id.setdefault(row.employee_id, []).append(row)
    stays: dict[int, Stay] = {}
    unclear: set[int] = set()
    for mine in by_id.values():
        if len({row.region for row in mine}) > 1 and len({row.person for row in mine}) == 1:
            spans = _spans(mine)
            if spans is None:
                unclear |= {id(row) for row in mine}
            else:
                stays.update(_stays(spans))
    return Moves(stays, frozenset(unclear))


@dataclass(frozen=True, slots=True)
class _Span:
    """The rows of one region, which all bear the same dates."""

    rows: tuple[RosterRow, ...]
    hired: date | None
    left: date | None


def _spans(rows: Sequence[RosterRow]) -> list[_Span] | None:
    """One span a region, in the order of time; None when the dates do not put them in one."""
    by_region: dict[str, list[RosterRow]] = {}
    for row in rows:
        by_region.setdefault(row.region, []).append(row)
    spans = []
    for mine in by_region.values():
        dates = {(row.hired, row.left) for row in mine}
        if len(dates) > 1:
            return None
        spans.append(_Span(tuple(mine), *dates.pop()))
    spans.sort(key=lambda span: span.hired or date.min)
    for before, after in pairwise(spans):
        if before.left is None or after.hired is None or before.left >= after.hired:
            return None
    return spans


def _stays(spans: Sequence[_Span]) -> Iterable[tuple[int, Stay]]:
    since = spans[0].hired
    for at, span in enumerate(spans):
        hired, left = span.hired, span.left
        if at and (before := spans[at - 1].left) is not None and hired is not None:
            if hired - before > BREAK:
                since = hired
            else:
                hired = _from(before, hired)
        if at + 1 < len(spans) and (after := spans[at + 1].hired) is not None and left is not None:
            left = left if after - left > BREAK else _until(left, after)
        for row in span.rows:
            yield id(row), Stay(hired, left, since)


def _from(before: date, hired: date) -> date:
    """From when the new region counts: the first of the month when the old one ended before it."""
    first = Month.of(hired).first
    return first if before < first else hired


def _until(left: date, after: date) -> date:
    """Until when the old region counts: to the end of the month of the move if it held its first day, else up to it."""
    month = Month.of(after)
    return month.last if left >= month.first else month.first - timedelta(days=1)
