"""A monthly table by itself: its own targets and actuals, no reports to merge."""

from collections.abc import Sequence
from dataclasses import dataclass

from salescli.measure.period import Month
from salescli.table.problem import Problem
from salescli.track.account import Excluded, Reason, excluded, where
from salescli.track.figures import Figures, TrackedRow
from salescli.track.spoken import filled, spoken_month
from salescli.track.tables import MonthlyRow
from salescli.track.targets import without_repeats
from salescli.words import track as words


@dataclass(frozen=True, slots=True)
class Taken:
    """The rows that are tracked, those that are not, and what is to be said of them."""

    rows: tuple[TrackedRow, ...]
    excluded: tuple[Excluded, ...]
    problems: tuple[Problem, ...]


def take_monthly(rows: Sequence[MonthlyRow], month: Month | None) -> Taken:
    """The rows of a monthly table, by month and else in their order.

    A row without a month belongs to `month`, or is undated when that is None. With `month` the rows of other
    months stay outside.
    """
    outside = [row for row in rows if month is not None and row.month not in (None, month)]
    passed = {id(row) for row in outside}
    inside = [row for row in rows if id(row) not in passed]
    chosen, problems = without_repeats(
        inside, lambda row: row.month or month, lambda row: (row.target, row.actual, row.collected, row.note)
    )
    kept = {id(row) for row in chosen}
    left_out = [
        excluded(row, Reason.OUTSIDE, filled(words.COUNTS_IN, month=spoken_month(row.month))) for row in outside
    ]
    left_out += [excluded(row, Reason.DUPLICATE) for row in inside if id(row) not in kept]
    tracked = sorted(
        (_tracked(row, row.month or month) for row in chosen),
        key=lambda row: "" if row.month is None else str(row.month),
    )
    return Taken(tuple(tracked), tuple(sorted(left_out, key=where)), tuple(problems))


def _tracked(row: MonthlyRow, month: Month | None) -> TrackedRow:
    figures = Figures(row.target, row.actual, row.collected)
    return TrackedRow(month, row.region, row.product, row.employee_id, row.person, figures, row.note)
