"""Who owes a report, and whose came late. Reports are due on Friday 17:00 of their week."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from salescli.measure.period import Month, Week
from salescli.measure.workdays import Workdays
from salescli.track.metric_targets import MetricTarget
from salescli.track.people import Person
from salescli.track.report import Report
from salescli.track.targets import Target

DUE_DAY: Final = timedelta(days=4)
DUE_TIME: Final = time(17)


@dataclass(frozen=True, slots=True)
class Missing:
    """A week for which a person with a target handed nothing in."""

    person: Person
    region: str
    week: Week


@dataclass(frozen=True, slots=True)
class Late:
    """A report that was first handed in after its deadline; of several product lines the last to come.

    A correction of a report that came in time is not late.
    """

    person: Person
    region: str
    week: Week
    submitted: datetime


def deadline(week: Week) -> datetime:
    """Friday 17:00 of `week`, holiday or not."""
    return datetime.combine(week.monday + DUE_DAY, DUE_TIME)


def closed_weeks(month: Month, as_of: date, calendar: Workdays) -> Iterator[Week]:
    """The weeks that count in `month` (by their Monday), are over before `as_of`, and hold a working day."""
    for piece in month.weeks():
        week = piece.week
        if week.month == month and week.last < as_of and calendar.total(week) > 0:
            yield week


def missing_reports(
    targets: Iterable[Target | MetricTarget],
    reported: AbstractSet[tuple[Person, Week]],
    months: Sequence[Month],
    as_of: date,
    calendar: Workdays,
) -> tuple[Missing, ...]:
    """Everyone with a target above zero in a month and no report for one of its closed weeks, week by week.

    A person owes no report for months without a target: before they came, after they left; nor does anybody for the
    weeks before the first that anybody reported, in the months that end before it does.
    """
    first, silent = first_reported(reported), set(months_before_reports(reported, months))
    owing: dict[Month, dict[Person, str]] = {month: {} for month in months}
    for target in targets:
        if target.amount > 0 and target.month in owing:
            owing[target.month].setdefault(target.person, target.slot.region)
    told: dict[Week, set[Person]] = {}
    for person, week in reported:
        told.setdefault(week, set()).add(person)
    return tuple(
        Missing(person, region, week)
        for month, people in owing.items()
        for week in closed_weeks(month, as_of, calendar)
        if first is None or month not in silent or week >= first
        for there in [told.get(week, ())]
        for person, region in people.items()
        if person not in there
    )


def months_before_reports(reported: AbstractSet[tuple[Person, Week]], months: Sequence[Month]) -> list[Month]:
    """Those of `months` that end before the first week does that anybody reported; none where nobody did at all."""
    first = first_reported(reported)
    return [] if first is None else [month for month in months if month.last <= first.last]


def first_reported(reported: AbstractSet[tuple[Person, Week]]) -> Week | None:
    """The first week that anybody reported; None where nobody reported at all."""
    return min((week for _, week in reported), default=None)


def late_reports(reports: Iterable[Report]) -> tuple[Late, ...]:
    """The weeks first handed in after their deadline, by the reports that count: one a person and week."""
    last: dict[tuple[Week, Person], Late] = {}
    for report in reports:
        submitted = report.first
        if submitted is None or submitted <= deadline(report.week):
            continue
        earlier = last.get((report.week, report.person))
        if earlier is None or earlier.submitted < submitted:
            last[report.week, report.person] = Late(report.person, report.slot.region, report.week, submitted)
    return tuple(sorted(last.values(), key=lambda late: (late.week, late.submitted, late.person.name)))
