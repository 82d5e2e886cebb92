"""What one sheet hands in of a person, product line and week: a row, or the parts of a week over two months.

A week that lies in two months may be reported in parts, one row for each month it names. The parts of one sheet
belong together: they stand beside each other, and give way together. A row that names no month speaks of
the whole week, and so does one whose month is none of the week's: each is a submission of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from salescli.measure.period import Month
from salescli.track.options import OnConflict
from salescli.track.report import Report


@dataclass(frozen=True, slots=True, eq=False)
class Submission:
    """`reports` stand, one a month by default; `copies` repeat one of them, `corrected` gave way to one of them.

    It is `open` where a month stands twice with nothing to decide between the two.
    """

    reports: tuple[Report, ...]
    copies: tuple[tuple[Report, Report], ...] = ()
    corrected: tuple[tuple[Report, Report], ...] = ()
    open: bool = False

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
        return _time(self.reports)

    @property
    def order(self) -> int:
        return max(report.order for report in self.reports)

    @property
    def handed_in(self) -> tuple[datetime, int]:
        """For finding the first: by time, those without one last, then by order."""
        return (self.submitted or datetime.max, self.order)

    @property
    def settled(self) -> bool:
        """Whether a tracking workbook counts all of it already."""
        return all(report.settled for report in self.reports)

    @property
    def yielded(self) -> bool:
        """Whether a tracking workbook lists all of it as superseded."""
        return all(report.yielded for report in self.reports)

    def paired(self, original: "Submission") -> Iterable[tuple[Report, Report]]:
        """Each of its reports with the one of `original` that it repeats."""
        stock: defaultdict[object, list[Report]] = defaultdict(list)
        for report in original.reports:
            stock[report.content].append(report)
        same = {content: reports[0] for content, reports in stock.items()}
        return [
            *((report, same[report.content]) for report in self.reports),
            *((report, original.reports[0]) for report, _ in self.corrected),
        ]

    @property
    def contested(self) -> tuple[Report, ...]:
        """Those that stand for one month with nothing to decide between them."""
        counts = Counter(report.month for report in self.reports)
        return tuple(report for report in self.reports if counts[report.month] > 1)


def submissions(group: Sequence[Report], rule: OnConflict | None) -> list[Submission]:
    """The submissions in the reports of one person, product line and week, given in the order of their rows."""
    parts: defaultdict[Hashable, list[Report]] = defaultdict(list)
    for report in group:
        whole = report.row.month is None or report.row.month not in report.week.months()
        parts[(report.sheet, report.order if whole else None)].append(report)
    return [_of(reports, rule) if len(reports) > 1 else Submission(tuple(reports)) for reports in parts.values()]


def _of(reports: Sequence[Report], rule: OnConflict | None) -> Submission:
    """The parts of one sheet: of one month, the later row by its time, where time or `rule` decides."""
    months: defaultdict[Month, dict[object, list[Report]]] = defaultdict(dict)
    for report in reports:
        months[report.month].setdefault(report.content, []).append(report)
    standing: list[Report] = []
    copies: list[tuple[Report, Report]] = []
    corrected: list[tuple[Report, Report]] = []
    for month in sorted(months):
        versions = [sorted(same, key=lambda item: item.handed_in) for same in months[month].values()]
        copies += [(copy, first) for first, *others in versions for copy in others]
        found = [version[0] for version in versions]
        settled = all(any(copy.settled for copy in version) for version in versions)
        best = None if settled and len(found) > 1 else _best(versions, rule)
        standing += found if best is None else [best]
        corrected += [] if best is None else [(report, best) for report in found if report is not best]
    return Submission(tuple(standing), tuple(copies), tuple(corrected), len(standing) > len(months))


def _best(versions: Sequence[Sequence[Report]], rule: OnConflict | None) -> Report | None:
    """The version that counts of one month within a sheet; None where nothing decides."""
    if len(versions) == 1:
        return versions[0][0]
    if rule is OnConflict.FIRST:
        return min((version[0] for version in versions), key=lambda report: report.handed_in)
    last = sorted(versions, key=lambda version: (_time(version) or datetime.min, max(copy.order for copy in version)))
    if rule is OnConflict.LATEST:
        return last[-1][0]
    decided = rule is None and all(map(_time, last)) and _time(last[-2]) != _time(last[-1])
    return last[-1][0] if decided else None


def _time(reports: Sequence[Report]) -> datetime | None:
    """提交时间 of the latest of them; None where none has one."""
    return max((report.row.submitted for report in reports if report.row.submitted is not None), default=None)


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
