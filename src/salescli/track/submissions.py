"""What one sheet hands in of a person, product line and week: a row, or the parts of a week over two months.

A week that lies in two months may be reported in parts, one row for each month it names. The parts of one sheet
belong together: they stand beside each other, and give way together. A row that names no month speaks of
the whole week, and so does one whose month is none of the week's: each is a submission of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from salescli.measure.period import Month
from salescli.track.options import OnConflict
from salescli.track.report import Became, Report
from salescli.track.versions import Version, last_in_time, versions_of, winner


@dataclass(frozen=True, slots=True, eq=False)
class Submission:
    """`reports` stand, one a month by default; `copies` repeat one of them, `corrected` gave way to one of them.

    It is `open` where a month stands twice with nothing to decide between the two, `remembered` where an earlier run
    decided what times alone would not decide so.
    """

    reports: tuple[Report, ...]
    copies: tuple[tuple[Report, Report], ...] = ()
    corrected: tuple[tuple[Report, Report], ...] = ()
    open: bool = False
    remembered: bool = False

    @property
    def all(self) -> tuple[Report, ...]:
        """The reports that stand and those that gave way to them."""
        return (*self.reports, *(report for report, _ in self.corrected))

    @property
    def content(self) -> Hashable:
        """All it says; equal contents make identical repeats."""
        return frozenset(Counter(report.content for report in self.reports).items())

    @property
    def submitted(self) -> datetime | None:
        """提交时间 of its latest row; None where no row has one."""
        return max((report.submitted for report in self.reports if report.submitted is not None), default=None)

    @property
    def order(self) -> int:
        return max(report.order for report in self.reports)

    @property
    def stood(self) -> bool:
        """Whether a tracking workbook let all of it stand."""
        return all(report.stood for report in self.reports)

    @property
    def yielded(self) -> bool:
        """Whether a tracking workbook lists all of it as superseded."""
        return all(report.yielded for report in self.reports)

    @property
    def new(self) -> bool:
        """Whether there is something in it that no tracking workbook knows."""
        return any(report.new for report in self.reports)

    def paired(self, original: "Submission") -> Iterable[tuple[Report, Report]]:
        """Each report that stands with the one of `original` that it repeats."""
        same = original.by_content
        return [(report, same[report.content]) for report in self.reports]

    def gone_in(self, copies: Iterable["Submission"]) -> list[tuple[Report, Report]]:
        """What gave way in `copies` of it, each with the report of this one that says what stands there."""
        same = self.by_content
        return [(report, same[instead.content]) for copy in copies for report, instead in copy.corrected]

    @property
    def by_content(self) -> Mapping[Hashable, Report]:
        """The first of its reports that says so, by what they say."""
        return {report.content: report for report in reversed(self.reports)}

    @property
    def contested(self) -> tuple[Report, ...]:
        """Those that stand for one month with nothing to decide between them."""
        counts = Counter(report.month for report in self.reports)
        return tuple(report for report in self.reports if counts[report.month] > 1)


def submissions(group: Sequence[Report], rule: OnConflict | None) -> list[Submission]:
    """The submissions in the reports of one person, product line and week, given in the order of their rows."""
    parts: defaultdict[Hashable, list[Report]] = defaultdict(list)
    counted = any(report.became is Became.COUNTED for report in group)
    for report in group:
        whole = report.row.month is None or report.row.month not in report.week.months()
        parts[(report.sheet, report.order if whole else None)].append(report)
    return [
        _of(reports, rule, counted) if len(reports) > 1 else Submission(tuple(reports)) for reports in parts.values()
    ]


def _of(reports: Sequence[Report], rule: OnConflict | None, counted: bool) -> Submission:
    """The parts of one sheet: of one month, the version that counts, where time, `rule` or an earlier run decides.

    `counted` tells whether a tracking workbook counts any report of the week; then what stood, stood side by side.
    """
    months: defaultdict[Month, list[Report]] = defaultdict(list)
    for report in reports:
        months[report.month].append(report)
    standing: list[Report] = []
    copies: list[tuple[Report, Report]] = []
    corrected: list[tuple[Report, Report]] = []
    remembered = False
    for month in sorted(months):
        versions = versions_of(months[month])
        found = [_for_all(version) for version in versions]
        copies += [(copy, first) for version, first in zip(versions, found, strict=True) for copy in version.copies[1:]]
        together = rule is None and counted and all(version.stood for version in versions)
        best = None if together and len(found) > 1 else winner(versions, rule) if len(found) > 1 else versions[0]
        remembered |= rule is None and len(found) > 1 and best is not None and last_in_time(versions) is not best
        for version, report in zip(versions, found, strict=True):
            if best is None or version is best:
                standing.append(report)
            else:
                corrected.append((report, found[versions.index(best)]))
    return Submission(tuple(standing), tuple(copies), tuple(corrected), len(standing) > len(months), remembered)


def _for_all(version: Version[Report]) -> Report:
    """The first copy, which became what any copy did."""
    first = version.first
    if len(version.copies) == 1:
        return first
    stood = next((copy.became for copy in version.copies if copy.stood), None)
    return replace(first, became=stood or (Became.YIELDED if version.yielded else first.became))


def shares(months: Sequence[Month], counting: Sequence[Report]) -> Mapping[Month, tuple[Report, ...]]:
    """For each of `months` that gave way, the reports of `counting` that count in its stead.

    These are the ones of the same month; a report of a month that is none of them stands in for the first that
    has none, else for the first. So every report of `counting` stands in for one month.
    """
    found: dict[Month, list[Report]] = {month: [] for month in sorted(set(months))}
    strangers = [report for report in counting if report.month not in found]
    for report in counting:
        if report.month in found:
            found[report.month].append(report)
    if strangers:
        bare = next((month for month, reports in found.items() if not reports), min(found))
        found[bare] += strangers
    return {month: tuple(reports) for month, reports in found.items()}
