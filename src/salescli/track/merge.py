"""Weekly reports merged into the plan. Every row that comes in goes out again, merged or excluded."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from operator import attrgetter
from typing import Final

from salescli.measure.period import Month, Week
from salescli.table.problem import Problem
from salescli.track.account import Excluded, Reason, excluded, set_aside, where
from salescli.track.booking import Booking, Fit
from salescli.track.conflict_remarks import conflict_remarks, replaced_remarks
from salescli.track.conflicts import stands_for
from salescli.track.desk import Desk
from salescli.track.options import OnConflict
from salescli.track.people import Candidates, Directory, Person
from salescli.track.remarks import (
    booking_remarks,
    early_remarks,
    name_remarks,
    outside_remarks,
    region_remarks,
    repeat_remarks,
    unmatched_remarks,
    week_remarks,
)
from salescli.track.repeats import Settled, settle
from salescli.track.report import NOTHING_KNOWN, Known, Report
from salescli.track.spoken import filled, spoken_month
from salescli.track.tables import WeeklyRow
from salescli.words import track as words
from salescli.words.language import Text


@dataclass(frozen=True, slots=True)
class Merged:
    """The reports that count, the rows that do not, and who reported which week at all (counted or not)."""

    reports: tuple[Report, ...]
    excluded: tuple[Excluded, ...]
    reported: frozenset[tuple[Person, Week]]
    problems: tuple[Problem, ...]


_WHOSE: Final = attrgetter("employee_id", "person", "region", "product")


@dataclass(slots=True)
class _Sorted:
    """Rows on their way: those whose person is known, those with none or with several, and repeats of the latter."""

    reports: list[Report] = field(default_factory=list)
    bookings: dict[int, Booking] = field(default_factory=dict)
    unknown: list[tuple[WeeklyRow, Candidates]] = field(default_factory=list)
    ambiguous: list[tuple[WeeklyRow, Candidates]] = field(default_factory=list)
    repeated: list[tuple[WeeklyRow, WeeklyRow]] = field(default_factory=list)


def merge(
    rows: Sequence[WeeklyRow],
    directory: Directory,
    months: Iterable[Month],
    on_conflict: OnConflict | None = None,
    known: Known = NOTHING_KNOWN,
) -> Merged:
    """Merge `rows`, given in the order of their files and lines, for the tracked `months`.

    `known` is what an earlier run made of them; among the rows it counted nothing is decided again.
    """
    found = _find_people(rows, directory, frozenset(months), known)
    settled = settle(found.reports, on_conflict)
    kept = [report for report in settled.kept if report.inside]
    outside = [report for report in settled.kept if not report.inside]
    problems = [
        *unmatched_remarks(found.unknown, found.ambiguous),
        *name_remarks(found.reports),
        *region_remarks(((item.row, item.person, item.month, item.row.sales) for item in kept), directory),
        *conflict_remarks(settled.conflicts),
        *repeat_remarks(settled, on_conflict),
        *replaced_remarks(settled.replaced),
        *booking_remarks((report, found.bookings[report.order]) for report in kept),
        *week_remarks(settled.kept),
        *outside_remarks(outside, directory.months()),
        *early_remarks(found.reports),
    ]
    return Merged(
        tuple(kept),
        tuple(sorted(_left_out(found, settled, outside, directory.months()), key=where)),
        frozenset((report.person, report.week) for report in found.reports),
        tuple(problems),
    )


def _find_people(rows: Sequence[WeeklyRow], directory: Directory, months: frozenset[Month], known: Known) -> _Sorted:
    found, desk = _Sorted(), Desk(directory)
    booked: dict[tuple[object, ...], tuple[Person, Booking, bool]] = {}
    for order, (row, whose) in enumerate(zip(rows, map(_WHOSE, rows), strict=True)):
        month = row.month or row.week.month
        alike = (*whose, month.year, month.number)
        if alike not in booked:
            candidates = desk.find(row)
            person = candidates.only
            if person is None:
                (found.ambiguous if candidates.people else found.unknown).append((row, candidates))
                continue
            booked[alike] = (person, _booked(desk, row, person, month), month in months)
        person, booking, inside = booked[alike]
        found.bookings[order] = booking
        identity = row.product or booking.slot.product
        before = (known.of(row), known.sheet_of(row))
        found.reports.append(Report(row, order, person, month, booking.slot, identity, inside, *before, row.submitted))
    found.unknown = _each_once(found.unknown, found.repeated)
    found.ambiguous = _each_once(found.ambiguous, found.repeated)
    return found


def _booked(desk: Desk, row: WeeklyRow, person: Person, month: Month) -> Booking:
    """Where a row counts; a slot of another month is no target in this one."""
    booking = desk.book(row, person, month)
    if booking.fit is Fit.TARGET and not desk.directory.carries(person, month, booking.slot):
        return replace(booking, fit=Fit.NO_TARGET)
    return booking


def _each_once(
    rows: Sequence[tuple[WeeklyRow, Candidates]], repeated: list[tuple[WeeklyRow, WeeklyRow]]
) -> list[tuple[WeeklyRow, Candidates]]:
    """The rows without those that say what another one says, which are added to `repeated`, each with the other."""
    first: dict[tuple[object, ...], WeeklyRow] = {}
    for row, _ in sorted(rows, key=lambda item: item[0].submitted or datetime.max):
        if (original := first.setdefault(_said(row), row)) is not row:
            repeated.append((row, original))
    standing = set(map(id, first.values()))
    return [item for item in rows if id(item[0]) in standing]


def _said(row: WeeklyRow) -> tuple[object, ...]:
    return tuple(getattr(row, key) for key in WeeklyRow.model_fields if key != "submitted")


def _left_out(found: _Sorted, settled: Settled, outside: Iterable[Report], planned: Container[Month]) -> list[Excluded]:
    """Every row that does not count; a row that errors leave undecided is superseded by none."""
    parts = [excluded(row, Reason.UNKNOWN, words.NOT_IN_PLAN) for row, _ in (*found.unknown, *found.ambiguous)]
    for row, original in found.repeated:
        parts.append(excluded(row, Reason.DUPLICATE, filled(words.SAME_AS, place=original.at())))
    for report, other in settled.duplicates:
        parts.append(set_aside(report, Reason.DUPLICATE, filled(words.SAME_AS, place=other.row.at())))
    for item in settled.superseded:
        gone = set_aside(item.report, Reason.SUPERSEDED, stands_for(item.to))
        parts.append(replace(gone, counted=item.counted))
    undecided = [report for conflict in settled.conflicts for submission in conflict for report in submission.all]
    parts += [set_aside(report, Reason.SUPERSEDED, words.UNDECIDED) for report in undecided]
    told = {month: _elsewhere(month, month in planned) for month in {report.month for report in outside}}
    for report in outside:
        unplanned = report.month not in planned
        parts.append(replace(set_aside(report, Reason.OUTSIDE, told[report.month]), unplanned=unplanned))
    return parts


def _elsewhere(month: Month, planned: bool) -> Text:
    return filled(words.COUNTS_IN if planned else words.UNPLANNED_IN, month=spoken_month(month))
