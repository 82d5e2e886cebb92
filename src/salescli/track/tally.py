"""The plan and the reports that count, brought together: one row a target, and one for each slot without one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from salescli.measure.money import grouped
from salescli.measure.period import Month
from salescli.table.codes import track as codes
from salescli.table.problem import Problem, problem
from salescli.track.figures import NOTHING, Figures, TrackedRow, total_of
from salescli.track.people import Person, Slot
from salescli.track.report import Report
from salescli.track.spoken import spoken_month
from salescli.track.targets import Target

Key: TypeAlias = tuple[Month, Person, Slot]


def covered_months(
    targets: Sequence[Target], reports: Iterable[Report], month: Month | None, sold: Iterable[Month] = ()
) -> tuple[Month, ...]:
    """The months to show: `month` alone, or from the plan's first to the last with data (the first without any).

    `sold` are the months with orders.
    """
    if month is not None:
        return (month,)
    planned = sorted({target.month for target in targets})
    data = {report.month for report in reports} | {target.month for target in targets if target.stated} | {*sold}
    last = max(data, default=planned[0])
    return tuple(known for known in planned if known <= last)


def tally(
    targets: Sequence[Target],
    reports: Sequence[Report],
    months: Sequence[Month],
    sold: Mapping[Key, Decimal] | None = None,
) -> tuple[tuple[TrackedRow, ...], tuple[Problem, ...]]:
    """The rows of `months`, by month and then in the plan's order.

    Of collections the same holds as of sales: in a month in which anybody tells of any, whoever tells of nothing has
    none. But a column left blank beside sales is no 0, since commission may be paid on it: it stays blank.

    A month with reports takes its actuals from them; a month without any keeps what the table states, or takes
    them from `sold`, the orders of the months that nothing else tells of. A month that nothing at all tells of has no
    actuals; in any other, whoever is not mentioned has sold nothing. A row without a target stands behind the other
    rows of its person.
    """
    sold = sold or {}
    booked: defaultdict[Key, list[Report]] = defaultdict(list)
    for report in reports:
        booked[report.month, report.person, report.slot].append(report)
    planned = {(target.month, target.person, target.slot): target for target in targets}
    place = {key: order for order, key in enumerate((target.person, target.slot) for target in targets)}
    last = {(target.month, target.person): order for order, target in enumerate(targets)}
    ever = {target.person: order for order, target in enumerate(targets)}
    reported = {report.month for report in reports}
    told = reported | {target.month for target in targets if target.stated is not None} | {key[0] for key in sold}
    collecting = {report.month for report in reports if report.row.collected is not None}
    collecting |= {target.month for target in targets if target.collected is not None} - reported
    wanted, end = set(months), len(targets)
    keys = sorted(
        (key for key in dict.fromkeys((*planned, *booked, *sold)) if key[0] in wanted),
        key=lambda key: (
            key[0],
            last.get(key[:2], ever.get(key[1], end)),
            place.get((key[1], key[2]), end),
            str(key[2]),
        ),
    )
    rows, problems = [], []
    for key in keys:
        target = planned.get(key)
        found = booked.get(key, [])
        silence = NOTHING if key[0] in told else None
        figures = _figures(target, found, key[0] in reported, sold.get(key), silence)
        silent = not found and key not in sold and (target is None or target.stated is None or key[0] in reported)
        if figures.collected is None and silent and key[0] in collecting:
            figures = Figures(figures.target, figures.actual, NOTHING)
        rows.append(_row(key, target, found, figures))
        if target is not None and key[0] in reported and target.stated not in (None, _sales(found)):
            problems.append(_differs(target, found))
    return tuple(rows), tuple(problems)


def _row(key: Key, target: Target | None, reports: Sequence[Report], figures: Figures) -> TrackedRow:
    month, person, slot = key
    note = target.note if target is not None and target.note else _reasons(reports)
    return TrackedRow(month, slot.region, slot.product, person.employee_id, person.name, figures, note)


def _figures(
    target: Target | None, reports: Sequence[Report], reported: bool, sold: Decimal | None, silence: Decimal | None
) -> Figures:
    """`silence` is what somebody has sold of whom nothing is said."""
    amount = NOTHING if target is None else target.amount
    if sold is not None:
        return Figures(amount, sold)
    if reported or target is None:
        return Figures(amount, _sales(reports), total_of(report.row.collected for report in reports))
    return Figures(amount, silence if target.stated is None else target.stated, target.collected)


def _sales(reports: Iterable[Report]) -> Decimal:
    return sum((report.row.sales for report in reports), NOTHING)


def _reasons(reports: Iterable[Report]) -> str | None:
    """The weeks' own words on why, each once, in the order of the weeks."""
    ordered = sorted(reports, key=lambda report: report.week)
    reasons = dict.fromkeys(report.row.reason for report in ordered if report.row.reason)
    return ";".join(reasons) or None


def _differs(target: Target, reports: Sequence[Report]) -> Problem:
    details = {"stated": grouped(target.stated), "computed": grouped(_sales(reports))}
    month = spoken_month(target.month)
    return problem(codes.ACTUAL_DIFFERS, target.place, person=target.person.name, month=month, **details)
