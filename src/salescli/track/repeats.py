"""Reports that speak of one person, product line and week: which of them counts.

Copies of one content are one version: the copy handed in first stands for it, the others are duplicates. Where
several versions are left, :class:`~salescli.track.options.OnConflict` decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from salescli.measure.period import Month, Week
from salescli.track.options import OnConflict
from salescli.track.people import Person, Slot
from salescli.track.tables import WeeklyRow

CONTENT: Final = tuple(
    key
    for key in WeeklyRow.model_fields
    if key not in {"week", "month", "region", "product", "employee_id", "person", "submitted"}
)
"""What a report says, beside whose and when it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A weekly row that found its person and its month.

    `order` is its place among all rows read, `slot` the target it counts towards, `product` the line it is
    identified by. `inside` tells whether its month is tracked, `settled` whether a tracking workbook counts it
    already.
    """

    row: WeeklyRow
    order: int
    person: Person
    month: Month
    slot: Slot
    product: str | None
    inside: bool = True
    settled: bool = False

    @property
    def week(self) -> Week:
        return self.row.week

    @property
    def content(self) -> tuple[Any, ...]:
        """All it says; equal contents make identical repeats."""
        return (self.month, *(getattr(self.row, key) for key in CONTENT))

    @property
    def handed_in(self) -> tuple[datetime, int]:
        """For finding the first copy: by time, those without one last, then by order."""
        return (self.row.submitted or datetime.max, self.order)


@dataclass(frozen=True, slots=True)
class Version:
    """All copies of one content, the one handed in first in front."""

    copies: tuple[Report, ...]

    @property
    def report(self) -> Report:
        return self.copies[0]

    @property
    def settled(self) -> bool:
        """Whether it was counted before."""
        return any(copy.settled for copy in self.copies)

    @property
    def times(self) -> list[datetime]:
        return [copy.row.submitted for copy in self.copies if copy.row.submitted is not None]

    @property
    def latest(self) -> tuple[datetime, int]:
        """When it was last handed in."""
        return (max(self.times, default=datetime.min), max(copy.order for copy in self.copies))


@dataclass(slots=True)
class Settled:
    """What became of all reports. A pair is (the report, the one that stands in its stead)."""

    kept: list[Report] = field(default_factory=list)
    duplicates: list[tuple[Report, Report]] = field(default_factory=list)
    superseded: list[tuple[Report, Report]] = field(default_factory=list)
    conflicts: list[tuple[Report, ...]] = field(default_factory=list)
    summed: int = 0


def settle(reports: Iterable[Report], rule: OnConflict | None) -> Settled:
    """Decide among the reports of each person, slot, product line and week; the order given does not matter."""
    groups: defaultdict[tuple[Any, ...], list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda item: item.order):
        groups[report.person, report.slot.region, report.product, report.week].append(report)
    settled = Settled()
    for group in groups.values():
        for part in _parts(group):
            _settle(part, rule, settled)
    settled.kept.sort(key=lambda item: item.order)
    return settled


def _parts(group: Sequence[Report]) -> Iterable[Sequence[Report]]:
    """A week over two months may be reported in two parts, if every row says which month is its own."""
    stated = {report.row.month for report in group}
    if None in stated or not stated <= set(group[0].week.months()):
        return [group]
    return [[report for report in group if report.row.month == month] for month in group[0].week.months()]


def _settle(group: Sequence[Report], rule: OnConflict | None, settled: Settled) -> None:
    versions = _versions(group)
    for version in versions:
        settled.duplicates += [(copy, version.report) for copy in version.copies[1:]]
    reports = [version.report for version in versions]
    decided = all(version.settled for version in versions)  # parts that were added up when they came
    if len(versions) <= 1 or decided or not any(report.inside for report in reports):
        settled.kept += reports
        return
    if rule is OnConflict.SUM:
        settled.kept += reports
        settled.summed += len(reports)
        return
    winner = _winner(versions, rule)
    if winner is None:
        settled.conflicts.append(tuple(reports))
        return
    settled.kept.append(winner.report)
    settled.superseded += [(report, winner.report) for report in reports if report is not winner.report]


def _versions(group: Sequence[Report]) -> list[Version]:
    copies: defaultdict[tuple[Any, ...], list[Report]] = defaultdict(list)
    for report in group:
        copies[report.content].append(report)
    return [Version(tuple(sorted(same, key=lambda item: item.handed_in))) for same in copies.values()]


def _winner(versions: Sequence[Version], rule: OnConflict | None) -> Version | None:
    if rule is OnConflict.FIRST:
        return min(versions, key=lambda version: version.report.handed_in)
    if rule is OnConflict.LATEST:
        return max(versions, key=lambda version: version.latest)
    if rule is OnConflict.FAIL or not all(version.times for version in versions):
        return None
    *_, second, last = sorted(versions, key=lambda version: version.latest)
    return None if second.latest[0] == last.latest[0] else last
