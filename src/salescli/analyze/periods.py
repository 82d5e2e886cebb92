"""Which rows of a tracking table are this period's, which are the previous one's, which last year's.

A tracking table carries every month up to the last one with data. Its last month is analyzed; the months to
compare with come from the same table, or from a table of their own, where undated rows stand for the
period that is asked for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from salescli.analyze.timeline import MONTHLY_ROWS, named_for, timeline
from salescli.measure.period import Month
from salescli.table.codes import analyze as codes
from salescli.table.problem import Problem, problem
from salescli.track.tables import MonthlyRow
from salescli.words import analyze as words

Rows = tuple[MonthlyRow, ...]


@dataclass(frozen=True, slots=True)
class Periods:
    """The rows of this period and of those it is compared with; `month` is None for a table without months.

    An empty `previous` or `last_year` means that nothing is known of that period. `months` has every month that any
    workbook tells, and `problems` say where two tell one month differently.
    """

    month: Month | None
    now: Rows
    previous: Rows
    last_year: Rows
    months: Mapping[Month, Rows] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def periods_of(
    rows: Rows, previous: Rows | None = None, last_year: Rows | None = None, *, chosen: Month | None = None
) -> Periods:
    """The periods of a tracking table, the `chosen` month's or the last one's; `previous` and `last_year` are the
    rows of the workbooks named for these periods, which win over the same months in `rows`.
    """
    month = last_month(rows) if chosen is None else chosen
    if month is None:
        return Periods(None, rows, _latest(previous), _latest(last_year))
    told = timeline(MONTHLY_ROWS, month, rows, named_for(month, previous or (), last_year or ()))
    now, before, year_before = (told.months.get(at, ()) for at in (month, month.previous(), month.last_year))
    return Periods(month, now, before, year_before, told.months, told.problems)


def last_month(rows: Sequence[MonthlyRow]) -> Month | None:
    """The last month among the rows, None when none has a month."""
    return max((row.month for row in rows if row.month is not None), default=None)


def _of(rows: Rows, month: Month) -> Rows:
    return tuple(row for row in rows if row.month == month)


def _latest(rows: Rows | None) -> Rows:
    """A table beside an undated one: all of it when undated too, else its last month."""
    month = None if rows is None else last_month(rows)
    return rows or () if month is None else _of(rows or (), month)


def row_problems(rows: Sequence[MonthlyRow]) -> Iterator[Problem]:
    """Rows without a month among rows with one, and rows that claim the same place."""
    dated = last_month(rows) is not None
    for row in rows:
        if dated and row.month is None:
            yield problem(codes.UNDATED_ROW, row.at("month"))
    placed = sorted(((_place(row), at) for at, row in enumerate(rows)), key=lambda item: item[0])
    for _, same in groupby(placed, key=lambda item: item[0]):
        first, *others = (rows[at] for _, at in same)
        for row in others:
            month = words.THIS_PERIOD if row.month is None else str(row.month)
            yield problem(
                codes.REPEATED_ROW, row.at("person"), person=row.person, month=month, other=first.at("person")
            )


def _place(row: MonthlyRow) -> tuple[str, ...]:
    return (str(row.month or ""), row.region, row.product or "", row.employee_id or "", row.person)
