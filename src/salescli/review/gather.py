"""What the given workbooks hold for a review: every table that is there, file by file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from salescli.analyze.closing import standing_on
from salescli.analyze.periods import row_problems
from salescli.analyze.tables import METRICS, STATUS, MetricRow, StatusRow
from salescli.excel.handwriting import Handwriting, read_handwriting
from salescli.excel.imprint import read_imprint
from salescli.excel.intake import Intake
from salescli.excel.read import RawSheet
from salescli.excel.records import Records
from salescli.excel.source import SourceWorkbook
from salescli.payout.tables import PAYOUTS, PayoutRow
from salescli.review.analyzed import Shown, shown_in
from salescli.review.measures import Kept
from salescli.review.notes import Notes
from salescli.review.paid_apart import PaidApart
from salescli.review.planned_counts import planned_counts
from salescli.review.planned_weeks import PlannedWeeks
from salescli.review.spans import ReviewPeriod, named_in
from salescli.review.support import Marked, marked_in
from salescli.review.tables import FOLLOW_UPS, SUMMARY, FollowUpRow, SummaryRow
from salescli.split.tables.plan import PLAN
from salescli.table.codes import keeping
from salescli.table.codes import review as codes
from salescli.table.codes.cells import MISSING_CELL
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.track.kept import KEPT_REPORTS
from salescli.track.metric_targets import MetricTarget
from salescli.track.tables import MONTHLY, STRATEGY, MonthlyRow, StrategyRow, WeeklyRow
from salescli.words import review as words
from salescli.words.language import Text

SECTIONS: Final[tuple[tuple[Table[Any], Text], ...]] = (
    (MONTHLY, words.ATTAINMENT),
    (METRICS, words.METRIC_BLOCK),
    (STATUS, words.GAP_BLOCK),
    (STRATEGY, words.STRATEGIES),
    (PAYOUTS, words.INCENTIVES),
    (SUMMARY, words.INDICATORS),
    (FOLLOW_UPS, words.ACTIONS),
)
"""The tables a review looks for, and the section each of them fills."""


_ROW: Final = re.compile(r"\d+")


@dataclass
class Material:
    """All rows of all files, as they were read. `given` names the tables that were there, empty or not, `edited` the
    last review, whose texts people edited last."""

    monthly: list[MonthlyRow] = field(default_factory=list)
    weekly: list[WeeklyRow] = field(default_factory=list)
    metrics: list[MetricRow] = field(default_factory=list)
    status: list[StatusRow] = field(default_factory=list)
    strategies: list[StrategyRow] = field(default_factory=list)
    payouts: list[PayoutRow] = field(default_factory=list)
    summaries: list[SummaryRow] = field(default_factory=list)
    follow_ups: list[FollowUpRow] = field(default_factory=list)
    given: set[str] = field(default_factory=set)
    edited: set[str] = field(default_factory=set)
    sources: dict[str, list[str]] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    kept: Kept = field(default_factory=Kept)
    marked: list[Marked] = field(default_factory=list)
    dated: dict[str, ReviewPeriod] = field(default_factory=dict)
    additions: list[Handwriting] = field(default_factory=list)
    planned: PlannedWeeks = field(default_factory=PlannedWeeks)
    counts: list[MetricTarget] = field(default_factory=list)
    analyzed: list[tuple[str, Shown]] = field(default_factory=list)
    standing: list[date] = field(default_factory=list)
    apart: PaidApart = field(default_factory=PaidApart)


def gather(intake: Intake, files: Sequence[Path], last: Path | None = None, *, weekly: bool = False) -> Material:
    """Read every file and the last review, report rows too for a `weekly` review; an error when nothing is there to
    review."""
    found = Material()
    titles = tuple(table.title for table, _ in SECTIONS)
    for path in dict.fromkeys((*files, *(() if last is None else (last,)))):
        before = set(found.given)
        found.given.clear()
        source = intake.open(path)
        _read(intake, source, found, last, weekly)
        if not found.given:
            intake.add(problem(codes.NOTHING_HERE, Place(source.file), tables=titles))
        found.given |= before
    if not found.given:
        intake.add(problem(codes.NOTHING_TO_REVIEW, tables=titles))
    return found


def _read(intake: Intake, source: SourceWorkbook, found: Material, last: Path | None, weekly: bool) -> None:
    months: list[MonthlyRow] = []
    _take(intake, source, MONTHLY, months, found)
    intake.add(*row_problems(months))
    found.monthly += months
    if weekly:
        _take_weeks(intake, source, found)
        _take_planned(intake, source, found)
    _take(intake, source, METRICS, found.metrics, found)
    if (named := _named_period(source)) is not None:
        found.dated[source.file] = named
    _take(intake, source, STATUS, found.status, found)
    _take(intake, source, STRATEGY, found.strategies, found)
    count = len(found.payouts)
    _take(intake, source, PAYOUTS, found.payouts, found)
    if len(found.payouts) > count:
        found.apart.read(intake, source)
    _take_summary(intake, source, found, last)
    _take_follow_ups(intake, source, found)
    found.notes.read(intake, source)
    found.kept.read(intake, source, months)
    found.marked += marked_in(source) or ()
    if (day := standing_on(source)) is not None:
        found.standing.append(day)
    found.analyzed += [(source.path.stem, item) for item in shown_in(source)]
    added = read_handwriting(source)
    if added is not None:
        found.additions.append(added)
        found.notes.tell_own({(added.file, item.sheet, item.address) for item in added.jottings})
    elif source.path == last and {SUMMARY.name, FOLLOW_UPS.name} & found.given:
        intake.add(problem(keeping.NO_IMPRINT, Place(source.file)))


def _named_period(source: SourceWorkbook) -> ReviewPeriod | None:
    """The one period named above the metrics of a workbook, or by their sheet or its file."""
    metrics = source.find(METRICS)
    if metrics is None:
        return None
    above = [str(cell) for row in metrics.sheet.rows[: metrics.match.row] for cell in row if isinstance(cell, str)]
    for texts in (above, [metrics.sheet.name], [source.path.stem]):
        periods = {period for text in texts if (period := named_in(text)) is not None}
        if periods:
            return periods.pop() if len(periods) == 1 else None
    return None


def _take_summary(intake: Intake, source: SourceWorkbook, found: Material, last: Path | None) -> None:
    """The rows of 复盘总结表. In a review of ours words below the table are notes and no rows without a period."""
    placed = source.find(SUMMARY)
    if placed is None:
        return
    records = source.read_found(placed)
    ours = read_imprint(source.raw.sheets) is not None
    _take_all_but(intake, records, [item for item in records.problems if ours and item.code is MISSING_CELL])
    found.given.add(SUMMARY.name)
    found.sources.setdefault(SUMMARY.name, []).append(source.path.name)
    if ours and source.path == last:
        found.edited.add(source.file)
        found.summaries[:0] = records.rows
    else:
        found.summaries.extend(records.rows)


def _take_follow_ups(intake: Intake, source: SourceWorkbook, found: Material) -> None:
    """The rows of 下期行动. In a review of ours a line of words below the table is a note and no action."""
    placed = source.find(FOLLOW_UPS)
    if placed is None or read_imprint(source.raw.sheets) is None:
        _take(intake, source, FOLLOW_UPS, found.follow_ups, found)
        return
    records = source.read_found(placed)
    lines = [row for row in records.invalid if _is_line(placed.sheet, row.place)]
    _take_all_but(intake, records, [reason for row in lines for reason in row.reasons])
    found.given.add(FOLLOW_UPS.name)
    found.sources.setdefault(FOLLOW_UPS.name, []).append(source.path.name)
    found.follow_ups += records.rows


def _is_line(sheet: RawSheet, place: Place) -> bool:
    """Whether nothing stands in the row but words in one cell."""
    found = _ROW.search(place.cell or "")
    row = [] if found is None else sheet.rows[int(found[0]) - 1]
    return sum(cell not in ("", None) for cell in row) == 1


def _take_all_but(intake: Intake, records: Records[Any], notes: Sequence[Problem]) -> None:
    """Note what reading found, without the rows that are notes."""
    dropped = set(map(id, notes))
    intake.add(*(item for item in records.problems if id(item) not in dropped))
    intake.invalid.extend(row for row in records.invalid if not all(id(reason) in dropped for reason in row.reasons))


def _take_planned(intake: Intake, source: SourceWorkbook, found: Material) -> None:
    """The weeks of a plan workbook."""
    count = len(found.planned.rows)
    intake.add(*found.planned.read(source))
    if len(found.planned.rows) > count:
        found.counts += planned_counts(intake, source)
        found.given.add(PLAN.name)
        found.sources.setdefault(PLAN.name, []).append(source.path.name)


def _take_weeks(intake: Intake, source: SourceWorkbook, found: Material) -> None:
    """The report rows: those a tracking workbook keeps, or those of a workbook of reports."""
    table: Table[Any] = KEPT_REPORTS
    fitting = [item for item in source.candidates(table) if item.match.fits]
    for sheet in [item for item in fitting if item.named] or fitting:
        found.given.add(KEPT_REPORTS.name)
        found.sources.setdefault(KEPT_REPORTS.name, []).append(source.path.name)
        found.weekly += intake.take(source.read_found(sheet))


def _take(intake: Intake, source: SourceWorkbook, table: Table[RowT], into: list[RowT], found: Material) -> None:
    rows = intake.want(source, table)
    if rows is not None:
        found.given.add(table.name)
        found.sources.setdefault(table.name, []).append(source.path.name)
        into.extend(rows)
