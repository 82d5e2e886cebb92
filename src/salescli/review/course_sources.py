"""Every metric over time that the given workbooks tell, those that people stated before those that are measured."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from salescli.analyze.gaps import Gap
from salescli.measure.metric import Measure, direction_of
from salescli.measure.period import Week
from salescli.review.courses import (
    Course,
    Span,
    TeamFigures,
    measure_named,
    sales_courses,
    tracked_courses,
    unit_of,
    weekly_courses,
)
from salescli.review.gather import Material
from salescli.review.measures import rows_of
from salescli.review.once import once
from salescli.review.result import SourcedMetric
from salescli.review.spans import ReviewPeriod
from salescli.track.gauges import COUNTS, OTHERS, gauge_name
from salescli.track.sales_metric import SALES_NAMES
from salescli.track.tables import MONTHLY, WEEKLY
from salescli.words import effects as effect_words
from salescli.words.analyze import SALES
from salescli.words.language import Lang

_NO_METRIC: Final = ("目标", "目標", "target")
"""How a plan's sales may be called and no metric is."""


def courses_given(
    found: Material,
    metrics: Sequence[SourcedMetric],
    gaps: Sequence[Gap],
    period: ReviewPeriod,
    collected: Decimal,
) -> tuple[Course, ...]:
    """Of a week what its reports tell, else by month: the metrics' table, sales, tracking, analysis, present state.

    `collected` is the share of its amount that makes an order a deal.
    """
    sales = tuple(dict.fromkeys((*SALES, *sorted(name for name in SALES_NAMES if not name.endswith(_NO_METRIC)))))
    tabled = [_tabled(item, period) for item in metrics if item.evidence is effect_words.FROM_METRICS]
    if isinstance(period.span, Week):
        named = [*_gauges(), *((name, Measure.MONEY) for name in sales)]
        reports = once(found.weekly, WEEKLY).rows
        return (*tabled, *weekly_courses(reports, named, WEEKLY.title), *(_standing(gap, period) for gap in gaps))
    months = once([row for row in found.monthly if row.month is not None], MONTHLY, ("target", "actual")).rows
    figures = rows_of(found.kept, collected).figures
    known = {item.metric.name: item.metric.measure for item in metrics if item.evidence is effect_words.FROM_TRACKING}
    return (
        *tabled,
        *sales_courses(months, period.span, sales, MONTHLY.title),
        *tracked_courses(figures, [*known.items(), *_more(figures, known)], period.span, effect_words.FROM_TRACKING),
        *_analyzed(found),
        *(_standing(gap, period) for gap in gaps),
    )


def _gauges() -> Iterator[tuple[str, Measure]]:
    for gauge in OTHERS:
        yield gauge_name(gauge, Lang.ZH), gauge.measure
    for key in COUNTS:
        yield WEEKLY.header(key, Lang.ZH), Measure.COUNT


def _more(figures: TeamFigures, known: dict[str, Measure]) -> Iterator[tuple[str, Measure]]:
    """What can be measured or stands in the rows and is no metric of the review, but may be a strategy's."""
    if figures.months:
        named = [*_gauges(), *((name, measure_named(name)) for name in figures.names())]
        yield from ((name, measure) for name, measure in dict(named).items() if name not in known)


def _tabled(item: SourcedMetric, period: ReviewPeriod) -> Course:
    """A row of the metrics' table: its own period and the one before."""
    metric = item.metric
    span = (item.period or period).span
    values: dict[Span, Decimal] = {}
    if metric.actual is not None:
        values[span] = metric.actual
    if metric.previous is not None:
        values[span.previous()] = metric.previous
    targets: dict[Span, Decimal] = {} if metric.target is None else {span: metric.target}
    return Course(
        *(metric.name, metric.measure, metric.unit, metric.direction, item.evidence),
        values,
        targets,
        adds=metric.measure is not Measure.RATIO,
        year_ago={} if metric.last_year is None else {span: metric.last_year},
    )


def _analyzed(found: Material) -> Iterator[Course]:
    """What analysis workbooks show, month by month; of one month the sheet that comes first."""
    values: dict[str, dict[Span, Decimal]] = {}
    targets: dict[str, dict[Span, Decimal]] = {}
    ago: dict[str, dict[Span, Decimal]] = {}
    measures: dict[str, Measure] = {}
    for _, item in found.analyzed:
        measures.setdefault(item.name, item.measure)
        own = values.setdefault(item.name, {})
        own.setdefault(item.month, item.actual)
        if item.previous is not None:
            own.setdefault(item.month.previous(), item.previous)
        if item.last_year is not None:
            ago.setdefault(item.name, {}).setdefault(item.month, item.last_year)
        if item.target is not None:
            targets.setdefault(item.name, {}).setdefault(item.month, item.target)
    for name, own in values.items():
        shown = (name, measures[name], unit_of(name), direction_of(name), effect_words.FROM_ANALYSIS)
        yield Course(*shown, own, targets.get(name, {}), year_ago=ago.get(name, {}))


def _standing(gap: Gap, period: ReviewPeriod) -> Course:
    """The present state, which is that of the period under review."""
    values: dict[Span, Decimal] = {} if gap.current is None else {period.span: gap.current}
    targets: dict[Span, Decimal] = {} if gap.target is None else {period.span: gap.target}
    return Course(gap.name, gap.measure, gap.unit, gap.direction, effect_words.FROM_STATUS, values, targets)
