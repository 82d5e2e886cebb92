"""Reports and orders of days to come on the day of judgement: a mistyped date must not choose what is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from salescli.measure.money import grouped
from salescli.measure.period import Month, Week
from salescli.table.batch import columns_of, some_of
from salescli.table.codes import orders as order_codes
from salescli.table.codes import outlook as codes
from salescli.table.problem import Problem, problem
from salescli.track.account import Excluded, Reason, set_aside, where
from salescli.track.figures import NOTHING
from salescli.track.merge import Merged
from salescli.track.order_merge import Orders
from salescli.track.report import Report
from salescli.track.spoken import filled, spoken_month, spoken_months
from salescli.words import track as words


def begun(reports: Sequence[Report], day: date) -> Sequence[Report]:
    """The reports of weeks that have begun on `day`; all of them when none has."""
    return [report for report in reports if report.week.first <= day] or reports


def months_begun(months: Iterable[Month], day: date) -> list[Month]:
    """The months that have begun on `day`; all of them when none has."""
    months = list(months)
    return [month for month in months if month.first <= day] or months


def without_later(merged: Merged, months: Sequence[Month], day: date) -> tuple[Merged, list[Problem]]:
    """`merged` less the weeks that begin after `day` in none of `months`; these are listed, and said week by week."""
    shown = frozenset(months)
    later = [report for report in merged.reports if report.month not in shown and report.week.first > day]
    if not later:
        return merged, []
    weeks: dict[Week, list[Report]] = {}
    for report in later:
        weeks.setdefault(report.week, []).append(report)
    said = [
        problem(codes.WEEK_TO_COME, found[0].row.at("week"), week=week, rows=len(found), day=day)
        for week, found in sorted(weeks.items())
    ]
    why = {
        month: filled(words.STILL_TO_COME, month=spoken_month(month), day=day)
        for month in {report.month for report in later}
    }
    gone = [set_aside(report, Reason.OUTSIDE, why[report.month]) for report in later]
    passed = set(later)
    left = tuple(report for report in merged.reports if report not in passed)
    return replace(merged, reports=left, excluded=tuple(sorted([*merged.excluded, *gone], key=where))), said


def without_orders_to_come(orders: Orders, months: Sequence[Month], day: date) -> tuple[Orders, list[Problem]]:
    """`orders` less those signed in none of `months`, which begin after `day`; these are listed, and said."""
    later = [lot for lot in orders.lots if lot.month not in months]
    if not later:
        return orders, []
    homes = {at: lot for lot in later for at in lot.at}
    ahead = sorted(homes)
    rows = some_of(orders.each, ahead)
    why = {
        month: filled(words.MONTH_TO_COME, month=spoken_month(month), day=day) for month in {lot.month for lot in later}
    }
    gone = [
        Excluded(Reason.OUTSIDE, row.at(), row.person, None, homes[at].month, row.amount, why[homes[at].month])
        for at, row in zip(ahead, rows, strict=True)
    ]
    amount = grouped(sum((row.amount for row in rows), NOTHING))
    details = {"rows": len(rows), "amount": amount, "months": spoken_months(why), "day": day}
    said = problem(order_codes.ORDERS_TO_COME, rows[0].at("signed"), **details)
    (numbers,) = columns_of(rows, ("order_id",))
    owners = {number: homes[at].person for at, number in zip(ahead, numbers, strict=True)}
    left = replace(
        orders,
        lots=orders.within(months),
        excluded=tuple(sorted([*orders.excluded, *gone], key=where)),
        others={**orders.others, **owners},
    )
    return left, [said]
