"""Reports that speak of one person, product line and week: which of them counts.

They are taken by submission (:mod:`~salescli.track.submissions`). Copies of one content are one version: the copy
handed in first stands for it, the others are duplicates. Where several versions are left,
:class:`~salescli.track.options.OnConflict` decides between them, each as a whole. The week was first handed in when
the first of them was, whichever counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from salescli.track.figures import NOTHING
from salescli.track.options import OnConflict
from salescli.track.report import Became, Report, earliest
from salescli.track.submissions import Submission, shares, submissions
from salescli.track.versions import Version, last_in_time, versions_of, winner


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
    remembered: list[Report] = field(default_factory=list)
    summed: int = 0


def settle(reports: Iterable[Report], rule: OnConflict | None) -> Settled:
    """Decide among the reports of each person, slot, product line and week; the order given does not matter."""
    groups: defaultdict[tuple[Any, ...], list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda item: item.order):
        groups[report.person, report.slot.region, report.product, report.week.monday].append(report)
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
    versions = versions_of(found)
    for submission in found:
        settled.duplicates += submission.copies
    for version in versions:
        for copy in version.copies[1:]:
            settled.duplicates += copy.paired(version.first)
    reports = [report for version in versions for report in version.first.reports]
    several = len(versions) > 1 or versions[0].first.open
    if rule is OnConflict.SUM or not any(report.inside for report in reports):
        _keep_all(versions, settled, summed=rule is OnConflict.SUM and several)
        return
    if several and rule is None and _stood_together(versions):
        settled.remembered.append(reports[0])
        _keep_all(versions, settled, summed=False)
        return
    best = versions[0] if len(versions) == 1 else winner(versions, rule)
    if best is None:
        settled.conflicts.append(tuple(_whole(version) for version in versions))
        return
    told = len(versions) == 1 or rule is not None or last_in_time(versions) is best
    if best.first.remembered or not told:
        settled.remembered.append(best.first.reports[0])
    _count(_whole(best), [_whole(version) for version in versions if version is not best], settled)


def _whole(version: Version[Submission]) -> Submission:
    """The submission that stands for its copies, with what gave way in any of them."""
    first = version.first
    gone = first.gone_in(version.copies[1:])
    return replace(first, corrected=(*first.corrected, *gone)) if gone else first


def _stood_together(versions: Sequence[Version[Submission]]) -> bool:
    """Whether a tracking workbook counts all of them, since they were added up when they came."""
    became = {report.became for version in versions for copy in version.copies for report in copy.reports}
    return Became.COUNTED in became and all(version.stood for version in versions)


def _keep_all(versions: Sequence[Version[Submission]], settled: Settled, *, summed: bool) -> None:
    reports = [report for version in versions for report in version.first.all]
    settled.kept += reports
    for version in versions:
        settled.superseded += map(_corrected, version.first.gone_in(version.copies[1:]))
    if summed:
        settled.summed += len(reports)


def _corrected(pair: tuple[Report, Report]) -> GaveWay:
    """A report and the one of the same submission that stands in its stead."""
    report, instead = pair
    return GaveWay(report, (instead,), instead.row.sales)


def _count(winner: Submission, losers: Sequence[Submission], settled: Settled) -> None:
    """`winner` counts, unless it contradicts itself; every row of the `losers` is set beside what counts for it."""
    contested = winner.contested if winner.open else ()
    settled.kept += [report for report in winner.reports if report not in contested]
    if contested:
        settled.conflicts.append(tuple(Submission((report,)) for report in contested))
    settled.superseded += map(_corrected, winner.corrected)
    for loser in losers:
        settled.replaced.append((loser, winner))
        taken = shares([report.month for report in loser.all], winner.reports)
        for report in loser.all:
            counted = taken[report.month]
            amount = sum((item.row.sales for item in counted), NOTHING)
            settled.superseded.append(GaveWay(report, counted or winner.reports, amount))
