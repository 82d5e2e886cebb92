"""Each row once, and only the rows of the period.

The same month may stand in several workbooks. Rows that agree are counted once; rows that differ are an error
that names both cells, for which of them is right cannot be known here.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from salescli.measure.period import Month
from salescli.review.spans import ReviewPeriod, review_period
from salescli.table.codes import review as codes
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import Row, RowT
from salescli.table.table import Table
from salescli.track.tables import MONTHLY, MonthlyRow

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Kept(Generic[RowT]):
    """The rows to count, each with the period it belongs to (None where the table has none), and what to say."""

    rows: tuple[RowT, ...]
    periods: tuple[ReviewPeriod | None, ...]
    problems: tuple[Problem, ...]


def once(rows: Sequence[RowT], table: Table[RowT], fields: Sequence[str] | None = None) -> Kept[RowT]:
    """Rows of equal key once; `fields` are those that have to agree, all of them when None."""
    first: dict[Hashable, RowT] = {}
    repeated = 0
    problems: list[Problem] = []
    for row in rows:
        known = first.setdefault(_key(row, table), row)
        if known is row:
            continue
        if _content(row, fields) == _content(known, fields):
            repeated += 1
        else:
            what = " ".join(str(part) for part in _key(row, table) if part)
            problems.append(problem(codes.GIVEN_DIFFERENTLY, row.at(), table=table.title, what=what, other=known.at()))
    if repeated:
        problems.append(problem(codes.GIVEN_TWICE, table=table.title, count=repeated))
    kept = tuple(first.values())
    return Kept(kept, (None,) * len(kept), tuple(problems))


def alike_once(items: Sequence[Item], key: Callable[[Item], Hashable]) -> tuple[Item, ...]:
    """The first of all items that are alike in `key`."""
    first: dict[Hashable, Item] = {}
    for item in items:
        first.setdefault(key(item), item)
    return tuple(first.values())


def within(
    rows: Sequence[RowT], table: Table[RowT], period: ReviewPeriod, told: Callable[[RowT], ReviewPeriod | None]
) -> Kept[RowT]:
    """The rows whose period, as `told`, lies in `period`; undated ones count when it is a single month."""
    kept: list[tuple[RowT, ReviewPeriod]] = []
    outside = undated = 0
    for row in rows:
        own = told(row)
        if own is None and isinstance(period.span, Month):
            kept.append((row, period))
            undated += 1
        elif own is None:
            undated += 1
        elif period.holds(own.span):
            kept.append((row, own))
        else:
            outside += 1
    problems = tuple(_counted(table, period, outside, undated, rows))
    return Kept(tuple(row for row, _ in kept), tuple(own for _, own in kept), problems)


def _counted(
    table: Table[Any], period: ReviewPeriod, outside: int, undated: int, rows: Sequence[Row]
) -> Iterator[Problem]:
    place = Place(rows[0].at().file, rows[0].at().sheet) if rows else Place()
    if outside:
        yield problem(codes.OUTSIDE_PERIOD, place, table=table.title, count=outside)
    if undated and isinstance(period.span, Month):
        yield problem(codes.TAKEN_AS_PERIOD, place, table=table.title, count=undated, period=str(period))
    elif undated:
        yield problem(codes.WITHOUT_PERIOD, place, table=table.title, count=undated)


def months_within(rows: Sequence[MonthlyRow], period: ReviewPeriod) -> Kept[MonthlyRow]:
    """The tracking rows of the period, each once; an undated row takes the month under review."""
    kept = within(rows, MONTHLY, period, lambda row: None if row.month is None else ReviewPeriod(row.month))
    dated = [
        row if row.month is not None or own is None else row.model_copy(update={"month": own.span})
        for row, own in zip(kept.rows, kept.periods, strict=True)
    ]
    unique = once(dated, MONTHLY, ("target", "actual", "collected"))
    return Kept(unique.rows, unique.periods, (*kept.problems, *unique.problems))


def named_period(name: str | None) -> ReviewPeriod | None:
    """The period a cell names."""
    return None if name is None else review_period(name)


def _key(row: Row, table: Table[Any]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in table.key)


def _content(row: Row, fields: Sequence[str] | None) -> dict[str, Any]:
    names = type(row).model_fields if fields is None else fields
    return {name: getattr(row, name) for name in names}
