"""Which months are paid: the period asked for, else the only or last month there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from salescli.measure.period import Month, Period
from salescli.table.codes.payout import period as codes
from salescli.table.problem import Problem, problem
from salescli.track.tables import MonthlyRow


@dataclass(frozen=True, slots=True)
class Term:
    """What is paid for. `period` is None for a table without months; `rows` are those that count."""

    period: Period | None
    rows: tuple[MonthlyRow, ...]


def term_of(rows: Sequence[MonthlyRow], asked: Period | None) -> tuple[Term, tuple[Problem, ...]]:
    """The rows to pay, dated where `asked` dates them, and what is to be said of the choice."""
    months = sorted({row.month for row in rows if row.month is not None})
    undated = [row for row in rows if row.month is None]
    if months and undated:
        return Term(asked, ()), tuple(problem(codes.UNDATED_ROW, row.at("month")) for row in undated)
    if not months:
        return _undated(rows, asked)
    period = asked or months[-1]
    within = tuple(row for row in rows if row.month in set(period.months()))
    if not within:
        return Term(period, ()), (problem(codes.PERIOD_ABSENT, period=str(period), months=tuple(map(str, months))),)
    found = []
    if asked is None and len(months) > 1:
        found.append(problem(codes.PERIOD_CHOSEN, period=str(period)))
    missing = tuple(str(month) for month in period.months() if month not in set(months))
    if missing:
        found.append(problem(codes.MONTHS_MISSING, period=str(period), months=missing))
    return Term(period, within), tuple(found)


def earlier_rows(rows: Sequence[MonthlyRow], term: Term) -> tuple[MonthlyRow, ...]:
    """The rows of the same year before the months that are paid; none for an undated table."""
    if term.period is None or any(row.month is None for row in rows):
        return ()
    first = term.period.months()[0]
    return tuple(row for row in rows if row.month is not None and row.month.year == first.year and row.month < first)


def _undated(rows: Sequence[MonthlyRow], asked: Period | None) -> tuple[Term, tuple[Problem, ...]]:
    if asked is None or not rows:
        return Term(asked, tuple(rows)), ()
    if not isinstance(asked, Month):
        return Term(asked, ()), (problem(codes.UNDATED_TABLE, period=str(asked)),)
    dated = tuple(_dated(row, asked) for row in rows)
    return Term(asked, dated), (problem(codes.PERIOD_TAKEN, period=str(asked)),)


def _dated(row: MonthlyRow, month: Month) -> MonthlyRow:
    copy = row.model_copy(update={"month": month})
    if row.source is not None:
        copy.placed(row.source)
    return copy
