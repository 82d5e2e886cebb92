"""关键指标 of the program's own chain: what a tracking workbook tells of win rate, average order, cycle and goals.

They are those of the analysis (:mod:`salescli.analyze.tracked` and :mod:`salescli.analyze.health`), which measures as
tracking does: the team's last known month in the period under review, beside the month before it.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeVar

from salescli.analyze.activity import Activity, month_of
from salescli.analyze.health import KINDS, health
from salescli.analyze.metrics import Change, Metric
from salescli.analyze.scope import TEAM
from salescli.analyze.strangers import of_the_plan
from salescli.analyze.tracked import Tracked, tracked
from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
from salescli.measure.achievement import Thresholds
from salescli.measure.change import change, points
from salescli.measure.metric import Measure
from salescli.measure.period import Month
from salescli.measure.rounding import half_up
from salescli.review.spans import ReviewPeriod
from salescli.split.tracked import TRACKED, TrackedRow
from salescli.table.problem import Severity
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.track.gauges import COLLECTED, COLLECTION_RATE, REPURCHASE, gauge_name, gauge_of
from salescli.track.kept import KEPT_ORDERS, KEPT_REPORTS, KeptOrderRow, KeptReportRow
from salescli.track.tables import MonthlyRow
from salescli.words.language import Lang

PLACES: Final = {Measure.MONEY: 2, Measure.RATIO: 9, Measure.COUNT: 6, Measure.NUMBER: 6}
Item = TypeVar("Item")


@dataclass(slots=True)
class Kept:
    """The rows that tracking workbooks keep: metrics with their targets, reports, orders; `files` are the workbooks."""

    metrics: list[TrackedRow] = field(default_factory=list)
    reports: list[KeptReportRow] = field(default_factory=list)
    orders: list[KeptOrderRow] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def read(self, intake: Intake, source: SourceWorkbook) -> None:
        """Add those of one workbook; they are known by the names of their sheets only."""
        count = len(self.metrics) + len(self.reports)
        _take(intake, source, TRACKED, self.metrics)
        _take(intake, source, KEPT_REPORTS, self.reports)
        if len(self.metrics) + len(self.reports) > count:
            _take(intake, source, KEPT_ORDERS, self.orders)
            self.files.append(source.path.stem)


def _take(intake: Intake, source: SourceWorkbook, table: Table[RowT], into: list[RowT]) -> None:
    for found in source.candidates(table):
        if found.named and found.match.fits:
            records = source.read_found(found)
            intake.add(*(item for item in records.problems if item.severity is Severity.ERROR))
            intake.invalid.extend(records.invalid)
            into.extend(records.rows)


def measures(
    kept: Kept,
    people: Sequence[MonthlyRow],
    period: ReviewPeriod,
    collected: Decimal,
    thresholds: Thresholds,
    lang: Lang,
) -> tuple[Metric, ...]:
    """The team's metrics of the last month of `period` that anything is known of; none for a week. `people` are those
    of the plan, whose orders count; `collected` is the share that makes an order a deal."""
    rows = _once(kept.metrics, lambda row: tuple(getattr(row, key) for key in TRACKED.key))
    reports = _once(kept.reports, lambda row: (*_who(row), row.product, row.week, row.month))
    orders, _ = of_the_plan(_once(kept.orders, lambda row: row.order_id), people)
    activity = Activity(tuple(reports), orders, collected)
    known = {row.month for row in rows} | {month_of(row) for row in reports}
    month = max(known & set(period.months), default=None)
    if month is None:
        return ()
    team = [
        item
        for item in tracked(rows, activity, month, thresholds, lang, (COLLECTED, COLLECTION_RATE))
        if item.scope == TEAM and item.actual is not None
    ]
    return (*(_metric(item, month) for item in team), *_repurchase(rows, activity, month, thresholds, lang))


def _metric(item: Tracked, month: Month) -> Metric:
    return Metric(
        name=item.name,
        scope=TEAM,
        measure=item.measure,
        unit=None,
        direction=item.direction,
        target=_decimal(item.target, item.measure),
        actual=_decimal(item.actual, item.measure),
        previous=_decimal(item.previous, item.measure),
        last_year=_decimal(item.last_year, item.measure),
        achievement=item.achievement,
        status=item.status,
        mom=Change(item.mom, item.mom_points),
        yoy=Change(item.yoy),
        month=month,
    )


def _repurchase(
    rows: Sequence[TrackedRow], activity: Activity, month: Month, thresholds: Thresholds, lang: Lang
) -> tuple[Metric, ...]:
    """复购率, whose customers do not add up by person."""
    kind = next(kind for kind in KINDS if kind.gauge == REPURCHASE)
    found = next(item for item in health(month, activity, (), (), thresholds, rows) if item.kind == kind)
    named = next((row.metric for row in rows if gauge_of(row.metric) == REPURCHASE), gauge_name(REPURCHASE, lang))
    before, now = found.values[-2][1], found.current
    if now is None:
        return ()
    return (
        Metric(
            name=named,
            scope=TEAM,
            measure=kind.measure,
            unit=None,
            direction=kind.direction,
            target=_decimal(found.target, kind.measure),
            actual=_decimal(now, kind.measure),
            previous=_decimal(before, kind.measure),
            last_year=None,
            achievement=found.achievement,
            status=found.status,
            mom=Change(change(now, before), points(now, before)),
            yoy=Change(None),
            month=month,
        ),
    )


def _decimal(value: Fraction | None, measure: Measure) -> Decimal | None:
    """As exact as it is shown; a decimal, since what people state stands beside it."""
    return None if value is None else half_up(value, PLACES[measure])


def _who(row: Any) -> tuple[str, str, str]:
    return (row.employee_id or "", row.person, row.region or "")


def _once(items: Iterable[Item], key: Callable[[Item], Hashable]) -> list[Item]:
    first: dict[Hashable, Item] = {}
    for item in items:
        first.setdefault(key(item), item)
    return list(first.values())
