"""Who handed in no self-check for a week that others handed one in for."""

from collections.abc import Iterable, Sequence
from datetime import date

from salescli.measure.period import Week
from salescli.track.figures import TrackedRow
from salescli.track.selfcheck import Check, Unchecked
from salescli.track.who import Who


def unchecked(filled: Iterable[Check], rows: Sequence[TrackedRow], as_of: date) -> tuple[Unchecked, ...]:
    """Everyone who left open a week that is over before `as_of` and that somebody filled in; the latest week first.

    `filled` are the items of those who filled in anything; an empty form is none.
    """
    told: dict[Week, set[Who]] = {}
    for check in filled:
        if check.week is not None and check.who is not None and check.week.last < as_of:
            told.setdefault(check.week, set()).add(check.who)
    return tuple(
        Unchecked(who, week)
        for week in sorted(told, reverse=True)
        for who in dict.fromkeys(Who.in_row(row) for row in rows if row.month == week.month and row.figures.target > 0)
        if who not in told[week]
    )
