"""关键指标 of a whole quarter (half, year): what tells all of it goes before what tells a month of it.

Sales come from the monthly table, whose sums 目标达成 shows; the other metrics from what tracking keeps.
"""

from collections.abc import Iterable, Iterator, Sequence

from salescli.analyze.metrics import Change, Metric
from salescli.analyze.scope import TEAM
from salescli.measure.achievement import Direction, Thresholds, achievement, classify
from salescli.measure.change import change
from salescli.measure.metric import Measure
from salescli.measure.period import Month, Week
from salescli.review.courses import sales_courses
from salescli.review.result import SourcedMetric
from salescli.review.spans import ReviewPeriod
from salescli.table.kind import normal
from salescli.track.gauges import gauge_of
from salescli.track.sales_metric import SALES_NAMES
from salescli.track.tables import MONTHLY, MonthlyRow
from salescli.words.analyze import SALES
from salescli.words.language import Lang


def whole_sales(
    rows: Sequence[MonthlyRow], period: ReviewPeriod, thresholds: Thresholds, lang: Lang
) -> Iterator[Metric]:
    """Sales of the period beside the one before and the year before; none where a month of it has none, of a month
    or a week."""
    span, name = period.span, SALES.say(lang)
    dated = [row for row in rows if row.month is not None]
    for course in () if isinstance(span, Month | Week) else sales_courses(dated, span, (name,), MONTHLY.title):
        now, target = course.values.get(span), course.targets.get(span)
        if now is not None:
            before, year_before = course.values.get(span.previous()), course.values.get(span.last_year)
            reached = achievement(now, target)
            yield Metric(
                name=name,
                scope=TEAM,
                measure=Measure.MONEY,
                unit=None,
                direction=Direction.HIGHER,
                target=target,
                actual=now,
                previous=before,
                last_year=year_before,
                achievement=reached,
                status=classify(reached, thresholds),
                mom=Change(change(now, before)),
                yoy=Change(change(now, year_before)),
            )


def unlike(more: Iterable[SourcedMetric], known: Sequence[SourcedMetric]) -> Iterator[SourcedMetric]:
    """Those of `more` that nothing of `known` tells, by their name or as another name of the same measure of the
    plan; of a whole period those that nothing tells for all of it."""
    told = {key for item in known for key in _keys(item)}
    whole = {key for item in known if item.period is None for key in _keys(item)}
    for item in more:
        keys = _keys(item)
        if keys.isdisjoint(whole if item.period is None else told):
            told |= keys
            whole |= keys if item.period is None else frozenset()
            yield item


def whole_first(found: Sequence[SourcedMetric]) -> tuple[SourcedMetric, ...]:
    """What a section shows of `found`: where the whole period of a metric is told, not a part of it as well."""
    whole = {key: item for item in reversed(found) if item.period is None for key in _keys(item)}
    shown: list[SourcedMetric] = []
    for item in found:
        better = next((whole[key] for key in _keys(item) if key in whole), item)
        taken = item if item.period is None else better
        if all(taken is not one for one in shown):
            shown.append(taken)
    return tuple(shown)


def _keys(item: SourcedMetric) -> frozenset[object]:
    """What a metric is known by: its name, the measure of the plan that it names, and the one word of sales."""
    name = normal(item.metric.name)
    return frozenset({"sales" if name in SALES_NAMES else name, gauge_of(item.metric.name)} - {None})
