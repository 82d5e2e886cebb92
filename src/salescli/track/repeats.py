"""Reports that speak of one person, product line and week: which of them counts.

They are taken by submission (:mod:`~salescli.track.submissions`). Copies of one content are one version: the copy
handed in first stands for it, the others are duplicates. Where several versions are left,
:class:`~salescli.track.options.OnConflict` decides between them, each as a whole. The week was first handed in when
the first of them was, whichever counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from salescli.track.figures import NOTHING
from salescli.track.options import OnConflict
from salescli.track.report import Report, earliest
from salescli.track.submissions import Submission, shares, submissions


@dataclass(frozen=True, slots=True)
class Version:
    """All submissions of one content, the one handed in first in front."""

    copies: tuple[Submission, ...]

    @property
    def first(self) -> Submission:
        return self.copies[0]

    @property
    def settled(self) -> bool:
        """Whether it was counted before."""
        return any(copy.settled for copy in self.copies)

    @property
    def yielded(self) -> bool:
        """Whether a tracking workbook knows that all of it gave way."""
        return all(copy.yielded for copy in self.copies)

    @property
    def submitted(self) -> datetime | None:
        """When it was last handed in."""
        return max((copy.submitted for copy in self.copies if copy.submitted is not None), default=None)

    @property
    def latest(self) -> tuple[datetime, int]:
        return (self.submitted or datetime.min, max(copy.order for copy in self.copies))


@dataclass(frozen=True, slots=True)
class GaveWay:
    """A report that does not count: `to` are the reports that do in its stead, `counted` what those sold, in yuan.

    Where the submission that counts says nothing of its month, `to` is all of that submission and `counted` is 0.
    """

    report: Report
    to: tuple[Report, ...]
    counted: Decimal


@dataclass(slots=True)
class Settled:
    """What became of all reports.

    A duplicate is (the report, the one it repeats). `replaced` are the submissions that gave way, each with the one
    that counts, `superseded` their reports one by one. Each conflict is of submissions that nothing decides between.
    """

    kept: list[Report] = field(default_factory=list)
    duplicates: list[tuple[Report, Report]] = field(default_factory=list)
    superseded: list[GaveWay] = field(default_factory=list)
    replaced: list[tuple[Submission, Submission]] = field(default_factory=list)
    conflicts: list[tuple[Submission, ...]] = field(default_factory=list)
    summed: int = 0


def settle(reports: Iterable[Report], rule: OnConflict | None) -> Settled:
    """Decide among the reports of each person, slot, product line and week; the order given does not matter."""
    groups: defaultdict[tuple[Any, ...], list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda item: item.order):
        groups[report.person, report.slot.region, report.product, report.week].append(report)
    settled = Settled()
    for group in groups.values():
        if len(group) == 1:
            settled.kept += group
        else:
            first = earliest(*(report.first for report in group))
            dated = [replace(report, first=first) for report in group]
            _settle(submissions(dated, rule), rule, settled)
    settled.kept.sort(key=lambda item: item.order)
    return settled


def _settle(found: Sequence[Submission], rule: OnConflict | None, settled: Settled) -> None:
    versions = _versions(found)
    for submission in found:
        settled.duplicates += submission.copies
    for version in versions:
        for copy in version.copies[1:]:
            settled.duplicates += copy.paired(version.first)
    decided = all(version.settled for version in versions)  # parts that were added up when they came
    inside = any(report.inside for version in versions for report in version.first.reports)
    if rule is OnConflict.SUM or decided or not inside:
        _keep_all(versions, settled, summed=rule is OnConflict.SUM and inside and not decided)
        return
    winner = versions[0] if len(versions) == 1 else _winner(versions, rule) or _known(versions, rule)
    if winner is None:
        settled.conflicts.append(tuple(version.first for version in versions))
        return
    _count(winner.first, [version.first for version in versions if version is not winner], settled)


def _keep_all(versions: Sequence[Version], settled: Settled, *, summed: bool) -> None:
    reports = [report for version in versions for report in version.first.all]
    settled.kept += reports
    if summed and (len(versions) > 1 or versions[0].first.open):
        settled.summed += len(reports)


def _count(winner: Submission, losers: Sequence[Submission], settled: Settled) -> None:
    """`winner` counts, unless it contradicts itself; every row of the `losers` is set beside what counts for it."""
    contested = winner.contested if winner.open else ()
    settled.kept += [report for report in winner.reports if report not in contested]
    if contested:
        settled.conflicts.append(tuple(Submission((report,)) for report in contested))
    for report, instead in winner.corrected:
        settled.superseded.append(GaveWay(report, (instead,), instead.row.sales))
    for loser in losers:
        settled.replaced.append((loser, winner))
        taken = shares([report.month for report in loser.all], winner.reports)
        for report in loser.all:
            counted = taken[report.month]
            amount = sum((item.row.sales for item in counted), NOTHING)
            settled.superseded.append(GaveWay(report, counted or winner.reports, amount))


def _versions(found: Sequence[Submission]) -> list[Version]:
    copies: defaultdict[object, list[Submission]] = defaultdict(list)
    for submission in found:
        copies[submission.content].append(submission)
    return [Version(tuple(sorted(same, key=lambda item: item.handed_in))) for same in copies.values()]


def _winner(versions: Sequence[Version], rule: OnConflict | None) -> Version | None:
    if rule is OnConflict.FIRST:
        return min(versions, key=lambda version: version.first.handed_in)
    if rule is OnConflict.LATEST:
        return max(versions, key=lambda version: version.latest)
    if rule is OnConflict.FAIL or not all(version.submitted for version in versions):
        return None
    *_, second, last = sorted(versions, key=lambda version: version.latest)
    return None if second.latest[0] == last.latest[0] else last


def _known(versions: Sequence[Version], rule: OnConflict | None) -> Version | None:
    """The one that is left when those are passed over which the tracking workbook lists as superseded already."""
    left = [version for version in versions if not version.yielded]
    if rule is OnConflict.FAIL or len(left) == len(versions) or not any(version.settled for version in left):
        return None
    return left[0] if len(left) == 1 else _winner(left, rule)
