"""关键指标 of the program's own chain: what a tracking workbook tells of win rate, average order, cycle and goals.

They are those of the analysis (:mod:`salescli.analyze.tracked` and :mod:`salescli.analyze.health`), which measures as
tracking does: the period under review beside the one before it, or the team's last known month beside the month before.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, TypeVar

from salescli.analyze.activity import Activity
from salescli.analyze.health import KINDS, health
from salescli.analyze.inputs import named_rows
from salescli.analyze.metrics import Change, Metric
from salescli.analyze.scope import TEAM
from salescli.analyze.strangers import Planned, of_the_plan
from salescli.analyze.tracked import Tracked, tracked
from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
from salescli.measure.achievement import Thresholds, achievement, classify
from salescli.measure.change import change, points
from salescli.measure.metric import Measure
from salescli.measure.period import Month
from salescli.review.courses import Span, TeamFigures, text_of, unit_of
from salescli.review.spans import ReviewPeriod
from salescli.split.tables.plan import PlanRow
from salescli.split.tracked import TRACKED, TrackedRow
from salescli.track.gauges import COLLECTED, COLLECTION_RATE, REPURCHASE, gauge_name, gauge_of
from salescli.track.kept import KEPT_METRICS, KEPT_ORDERS, KEPT_REPORTS, KEPT_TARGETS, KeptReportRow
from salescli.track.order_repeats import each_once
from salescli.track.tables import MonthlyRow, OrderRow
from salescli.words.language import Lang

Item = TypeVar("Item")


@dataclass(slots=True)
class Kept:
    """The rows that tracking workbooks keep: metrics with their targets, what the plan states of these (`planned`),
    reports, orders; `people` are the targets of those whose orders count, `files` the workbooks."""

    metrics: list[TrackedRow] = field(default_factory=list)
    planned: list[PlanRow] = field(default_factory=list)
    reports: list[KeptReportRow] = field(default_factory=list)
    orders: list[OrderRow] = field(default_factory=list)
    people: list[Planned] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def read(self, intake: Intake, source: SourceWorkbook, months: Sequence[MonthlyRow]) -> None:
        """Add those of one workbook, which has `months` too; they are known by the names of their sheets only."""
        count = len(self.metrics) + len(self.reports)
        self.metrics += named_rows(intake, source, TRACKED)
        self.planned += named_rows(intake, source, KEPT_METRICS)
        self.reports += named_rows(intake, source, KEPT_REPORTS)
        targets = named_rows(intake, source, KEPT_TARGETS)
        self.people += targets or months
        if len(self.metrics) + len(self.reports) > count:
            rows = named_rows(intake, source, KEPT_ORDERS)
            orders, _, contradictions = each_once(rows)
            intake.add(*contradictions)
            self.orders += orders
            self.files.append(source.path.stem)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of all tracking workbooks, each once, with what people did by them."""

    metrics: tuple[TrackedRow, ...]
    activity: Activity

    @property
    def figures(self) -> TeamFigures:
        """The team's metrics of any months."""
        return TeamFigures(self.metrics, self.activity)


def rows_of(kept: Kept, collected: Decimal) -> Rows:
    """What is kept; `collected` is the share that makes an order a deal."""
    rows = _once(kept.metrics, lambda row: tuple(getattr(row, key) for key in TRACKED.key))
    reports = _once(kept.reports, lambda row: (*_who(row), row.product, row.week, row.month))
    orders, _ = of_the_plan(_once(kept.orders, lambda row: row.order_id), kept.people, kept.planned)
    return Rows(tuple(rows), Activity(tuple(reports), orders, collected))


def measures(rows: Rows, period: ReviewPeriod, thresholds: Thresholds, lang: Lang) -> tuple[Metric, ...]:
    """The team's metrics of `period` beside the period before it where every month of it is told, else of its last
    month that anything is known of beside the month before; none for a week."""
    figures = rows.figures
    month = max(set(figures.months) & set(period.months), default=None)
    if month is None:
        return ()
    found = tracked(rows.metrics, rows.activity, month, thresholds, lang, (COLLECTED, COLLECTION_RATE))
    team = [_metric(item, month) for item in found if item.scope == TEAM and item.actual is not None]
    team += _repurchase(rows.metrics, rows.activity, month, thresholds, lang)
    if isinstance(period.span, Month):
        return tuple(team)
    return tuple(_of_period(item, figures, period.span, thresholds) or item for item in team)


def _of_period(metric: Metric, figures: TeamFigures, span: Span, thresholds: Thresholds) -> Metric | None:
    """The metric of a whole quarter (half, year), measured alike in the one before; None where a month is missing."""
    assert metric.month is not None  # it is the last month of the period
    name, way = metric.name, figures.way(metric.name, metric.month)
    now, before, year_before = (
        figures.value(name, one.months(), way) for one in (span, span.previous(), span.last_year)
    )
    if now is None:
        return None
    target, measure = figures.target(name, span.months()), metric.measure
    reached = achievement(now, target, metric.direction)
    return replace(
        metric,
        target=text_of(target, measure),
        actual=text_of(now, measure),
        previous=text_of(before, measure),
        last_year=text_of(year_before, measure),
        achievement=reached,
        status=classify(reached, thresholds),
        mom=Change(change(now, before), points(now, before) if measure is Measure.RATIO else None),
        yoy=Change(change(now, year_before)),
        month=None,
    )


def _metric(item: Tracked, month: Month) -> Metric:
    return Metric(
        name=item.name,
        scope=TEAM,
        measure=item.measure,
        unit=unit_of(item.name),
        direction=item.direction,
        target=text_of(item.target, item.measure),
        actual=text_of(item.actual, item.measure),
        previous=text_of(item.previous, item.measure),
        last_year=text_of(item.last_year, item.measure),
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
            target=text_of(found.target, kind.measure),
            actual=text_of(now, kind.measure),
            previous=text_of(before, kind.measure),
            last_year=None,
            achievement=found.achievement,
            status=found.status,
            mom=Change(change(now, before), points(now, before)),
            yoy=Change(None),
            month=month,
        ),
    )


def _who(row: Any) -> tuple[str, str, str]:
    return (row.employee_id or "", row.person, row.region or "")


def _once(items: Iterable[Item], key: Callable[[Item], Hashable]) -> list[Item]:
    first: dict[Hashable, Item] = {}
    for item in items:
        first.setdefault(key(item), item)
    return list(first.values())
