"""What is to be said of a merge, gathered: one finding a person, week or file, not one a row."""

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from salescli.measure.money import grouped
from salescli.measure.period import Month
from salescli.table.codes import track as codes
from salescli.table.problem import Code, Place, Problem, problem
from salescli.track.booking import Booking, Fit
from salescli.track.figures import NOTHING
from salescli.track.metrics import Metrics
from salescli.track.options import OnConflict
from salescli.track.people import Candidates, Directory, Person
from salescli.track.repeats import Settled
from salescli.track.report import Report, weeks_of
from salescli.track.spoken import filled, spoken_month, spoken_months
from salescli.track.tables import OrderRow, WeeklyRow
from salescli.words import track as words
from salescli.words.language import Text

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


def unmatched_remarks(
    unknown: Sequence[tuple[WeeklyRow, Candidates]], ambiguous: Sequence[tuple[WeeklyRow, Candidates]]
) -> list[Problem]:
    """One finding for each person that nobody, or more than one, could be."""
    said = []
    for found in _gathered(((row.person, row.employee_id, row.region), (row, who)) for row, who in unknown).values():
        row, candidates = found[0]
        near = filled(words.NEAR, names=candidates.near) if candidates.near else Text("", "")
        details = {"person": row.person, "rows": len(found), "sales": _sales(row for row, _ in found), "near": near}
        said.append(problem(codes.UNKNOWN_PERSON, row.at("person"), **details))
    for found in _gathered(((row.person, row.region), (row, who)) for row, who in ambiguous).values():
        row, candidates = found[0]
        people = tuple(str(person) for person in candidates.people)
        details = {"person": row.person, "rows": len(found), "candidates": people}
        said.append(problem(codes.AMBIGUOUS_PERSON, row.at("person"), **details))
    return said


def name_remarks(reports: Iterable[Report]) -> list[Problem]:
    """Rows matched by 工号 whose name is not the plan's."""
    gathered = _gathered(
        ((report.person, report.row.person), report) for report in reports if report.row.person != report.person.name
    )
    return [
        problem(
            codes.NAME_DIFFERS,
            found[0].row.at("person"),
            employee_id=person.employee_id,
            planned=person.name,
            found=name,
        )
        for (person, name), found in gathered.items()
    ]


def region_remarks(
    found: Iterable[tuple[WeeklyRow | OrderRow, Person, Month, Decimal]], directory: Directory
) -> list[Problem]:
    """Rows whose region is none of their person's in that month: they count in the plan's, and that is said.

    Each is the row, whose it is, the month it counts in, and its amount.
    """
    planned: dict[tuple[int, Month], tuple[str, ...]] = {}

    def differs(row: WeeklyRow | OrderRow, person: Person, month: Month) -> bool:
        key = (id(person), month)
        if (regions := planned.get(key)) is None:
            regions = planned[key] = directory.regions_of(person, month)
        return row.region not in regions

    gathered = _gathered(
        ((person, month, row.region), (row, amount))
        for row, person, month, amount in found
        if row.region is not None and differs(row, person, month)
    )
    said = []
    for (person, month, region), rows in gathered.items():
        details = {
            "person": person,
            "month": spoken_month(month),
            "planned": directory.regions_of(person, month),
            "found": region,
            "rows": len(rows),
            "amount": grouped(sum((amount for _, amount in rows), NOTHING)),
        }
        said.append(problem(codes.REGION_DIFFERS, rows[0][0].at("region"), **details))
    return said


def repeat_remarks(settled: Settled, rule: OnConflict | None) -> list[Problem]:
    """One note a sheet for repeats, and one for rows that gave way."""
    how = words.LATER_WINS if rule is None else rule.word
    said = _by_sheet(codes.ROWS_REPEATED, [report for report, _ in settled.duplicates])
    said += _by_sheet(codes.ROWS_SUPERSEDED, [item.report for item in settled.superseded], how=how)
    if settled.remembered:
        where = settled.remembered[0].row.at()
        said.append(problem(codes.DECISION_KEPT, where, weeks=len(settled.remembered)))
    if settled.summed:
        said.append(problem(codes.ROWS_SUMMED, rows=settled.summed))
    return said


def booking_remarks(booked: Iterable[tuple[Report, Booking]]) -> list[Problem]:
    """Rows without a target of their own, and rows whose region stayed open."""
    said = []
    gathered = _gathered(
        ((report.person, report.month, booking.fit, booking.slot), (report, booking))
        for report, booking in booked
        if booking.fit is not Fit.TARGET
    )
    for (person, month, fit, slot), found in gathered.items():
        rows = [report.row for report, _ in found]
        details = {
            "person": person.name,
            "month": spoken_month(month),
            "rows": len(rows),
            "sales": _sales(rows),
            "product": slot.product or words.NO_PRODUCT,
            "products": found[0][1].choices,
            "regions": found[0][1].choices,
        }
        said.append(problem(_CODES[fit], rows[0].at("product"), **details))
    return said


_CODES = {
    Fit.NO_TARGET: codes.NO_TARGET_ROW,
    Fit.NO_PRODUCT: codes.PRODUCT_NOT_NAMED,
    Fit.REGION_OPEN: codes.AMBIGUOUS_REGION,
}


def week_remarks(reports: Iterable[Report]) -> list[Problem]:
    """One finding for all weeks that straddle two months, and one for each month a row's week is not in."""
    reports = list(reports)
    months = {week: week.months() for week in weeks_of(reports)}
    torn = {week for week, touched in months.items() if len(touched) > 1}
    straddling = [report for report in reports if report.row.month is None and report.week in torn]
    said = _straddling(straddling) if straddling else []
    for report in reports:
        if report.row.month is not None and report.row.month not in months[report.week]:
            details = {"month": spoken_month(report.row.month), "week": report.week}
            said.append(problem(codes.MONTH_OFF, report.row.at("month"), **details))
    return said


def _straddling(reports: Sequence[Report]) -> list[Problem]:
    weeks = sorted({report.week for report in reports})
    first = next(report for report in reports if report.week == weeks[0])
    where, rows = first.row.at("week"), len(reports)
    if len(weeks) > 1:
        return [problem(codes.WEEKS_STRADDLE, where, count=len(weeks), weeks=tuple(map(str, weeks)), rows=rows)]
    months, month = spoken_months(weeks[0].months()), spoken_month(weeks[0].month)
    return [problem(codes.WEEK_STRADDLES, where, week=weeks[0], months=months, month=month, rows=rows)]


def metric_remarks(metrics: Metrics | None) -> list[Problem]:
    """Which metrics of the plan are not tracked: those nothing could tell in one note, those that lack data each."""
    untracked = () if metrics is None else metrics.untracked
    said = [
        problem(codes.METRIC_LACKS_DATA, metric=item.name, needs=item.gauge.needs)
        for item in untracked
        if item.gauge is not None
    ]
    unknown = tuple(item.name for item in untracked if item.gauge is None)
    return [*said, problem(codes.METRIC_UNKNOWN, metrics=unknown)] if unknown else said


def outside_remarks(reports: Sequence[Report], planned: Container[Month]) -> list[Problem]:
    """How many rows lie outside and in which months; those that the plan does not have by month, cell and amount."""
    known = [report for report in reports if report.month in planned]
    said = []
    if known:
        months: set[Month] = {report.month for report in known}
        said.append(problem(codes.ROWS_OUTSIDE, rows=len(known), months=spoken_months(months)))
    strange = _gathered((report.month, report) for report in reports if report.month not in planned)
    for month, found in sorted(strange.items()):
        rows = [report.row for report in found]
        details = {"month": spoken_month(month), "rows": len(rows), "sales": _sales(rows)}
        place = rows[0].at("week" if rows[0].month is None else "month")
        said.append(problem(codes.ROWS_UNPLANNED, place, **details))
    return said


def early_remarks(reports: Iterable[Report]) -> list[Problem]:
    """Rows handed in before their week began: the time or the week is mistyped."""
    early = [item for item in reports if item.submitted is not None and item.submitted.date() < item.week.monday]
    if not early:
        return []
    first = early[0]
    details = {"rows": len(early), "submitted": first.submitted, "week": first.week}
    return [problem(codes.SUBMITTED_EARLY, first.row.at("submitted"), **details)]


def _by_sheet(code: Code, reports: Sequence[Report], **details: object) -> list[Problem]:
    sheets: dict[Place, list[Report]] = _gathered((_sheet(report), report) for report in reports)
    return [problem(code, found[0].row.at(), rows=len(found), **details) for found in sheets.values()]


def _sheet(report: Report) -> Place:
    place = report.row.at()
    return Place(place.file, place.sheet)


def _gathered(items: Iterable[tuple[Key, Item]]) -> dict[Key, list[Item]]:
    gathered: defaultdict[Key, list[Item]] = defaultdict(list)
    for key, item in items:
        gathered[key].append(item)
    return dict(gathered)


def _sales(rows: Iterable[WeeklyRow]) -> str:
    return grouped(sum((row.sales for row in rows), NOTHING))
