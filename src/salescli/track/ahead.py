"""Reports of weeks that have not begun on the day of judgement: a mistyped date must not choose what is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from salescli.measure.period import Month, Week
from salescli.table.codes import outlook as codes
from salescli.table.problem import Problem, problem
from salescli.track.account import Reason, set_aside, where
from salescli.track.merge import Merged
from salescli.track.report import Report
from salescli.track.spoken import filled, spoken_month
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
