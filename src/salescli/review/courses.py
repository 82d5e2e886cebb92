"""A metric over time, from whatever was given: what a strategy is judged by before it began and in the period.

Figures belong to spans: months, the weeks of reports, or the whole period of a table. Counts and amounts of several
months are sums, rates Σ part ÷ Σ whole, and a span of which a month is missing has no figure.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.analyze.activity import Activity, month_of
from salescli.analyze.tracked import team_target
from salescli.measure.achievement import Direction
from salescli.measure.metric import Measure, direction_of, measure_of
from salescli.measure.period import Month, Period, Week
from salescli.measure.rounding import exact, half_up
from salescli.split.tracked import TrackedRow
from salescli.table.kind import normal
from salescli.track.facts import Facts, merged
from salescli.track.gauges import CYCLE, REPURCHASE, Basis, Gauge, Way, gauge_of
from salescli.track.readings import read_by, way_told
from salescli.track.sales_metric import SALES_NAMES
from salescli.track.tables import MonthlyRow, WeeklyRow
from salescli.words.language import Text

Span = Period | Week

PLACES: Final = {Measure.MONEY: 2, Measure.RATIO: 9, Measure.COUNT: 6, Measure.NUMBER: 6}
_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Course:
    """One metric: its figure and its plan's target by span, in base units. `adds` tells that months add up;
    `year_ago` has the figures a year before a span, from who tells no other figure of then."""

    name: str
    measure: Measure
    unit: str | None
    direction: Direction
    source: Text
    values: Mapping[Span, Decimal]
    targets: Mapping[Span, Decimal] = field(default_factory=dict)
    adds: bool = True
    year_ago: Mapping[Span, Decimal] = field(default_factory=dict)


def text_of(value: Fraction | None, measure: Measure) -> Decimal | None:
    """As exact as it is shown; a decimal, since what people state stands beside it."""
    return None if value is None else half_up(value, PLACES[measure])


class TeamFigures:
    """The team's metrics of any span of months, from the rows that tracking workbooks keep."""

    def __init__(self, rows: Sequence[TrackedRow], activity: Activity) -> None:
        self._rows: dict[str, dict[Month, list[TrackedRow]]] = {}
        for row in rows:
            self._rows.setdefault(row.metric, {}).setdefault(row.month, []).append(row)
        self.months = tuple(sorted({row.month for row in rows} | {month_of(row) for row in activity.weekly}))
        self._facts = activity.facts(self.months)
        self._rates = {name: any(row.whole is not None for row in self._of(name)) for name in self._rows}

    def names(self) -> tuple[str, ...]:
        """The metrics of the rows."""
        return tuple(self._rows)

    def rate(self, name: str) -> bool:
        """Whether a metric is one quantity by another."""
        gauge = gauge_of(name)
        return gauge.ratio if gauge is not None else self._rates.get(name, False)

    def way(self, name: str, month: Month) -> Way | None:
        """How a metric is measured in a month; None where its rows tell it."""
        gauge = gauge_of(name)
        return None if gauge is None or month not in self._facts else way_told(gauge, self._facts[month])

    def value(self, name: str, months: Sequence[Month], way: Way | None) -> Fraction | None:
        """The metric of all `months` together; None unless every one of them is told."""
        rate, gauge = self.rate(name), gauge_of(name)
        own = [row for row in self._of(name, months) if _told(row)]
        if gauge != REPURCHASE and _months_told(own, rate) == set(months):
            return _of_rows(own, rate)
        if gauge is None or way is None or any(month not in self._facts for month in months):
            return None
        parts = [self._facts[month] for month in months]
        if any(not _measurable(way, part) for part in parts):
            return None
        return read_by(gauge, way, merged(parts)).actual

    def target(self, name: str, months: Sequence[Month]) -> Fraction | None:
        """The plan's target of the team for all `months` together."""
        own = [row for row in self._of(name, months) if row.target is not None]
        if {row.month for row in own} != set(months):
            return None
        return team_target(own, rate=self.rate(name))

    def _of(self, name: str, months: Iterable[Month] | None = None) -> list[TrackedRow]:
        known = self._rows.get(name, {})
        return [row for month in (known if months is None else months) for row in known.get(month, ())]


def _told(row: TrackedRow) -> bool:
    return row.actual is not None or row.part is not None or row.whole is not None


def _months_told(rows: Sequence[TrackedRow], rate: bool) -> set[Month]:
    """The months that rows tell a metric of: of a rate those that have its part and its whole."""
    if not rate:
        return {row.month for row in rows}
    parts, wholes = ({row.month for row in rows if getattr(row, key) is not None} for key in ("part", "whole"))
    return parts & wholes


def _measurable(way: Way, facts: Facts) -> bool:
    return facts.get(way.part) is not None and (way.whole is None or facts.get(way.whole) is not None)


def _of_rows(rows: Sequence[TrackedRow], rate: bool) -> Fraction | None:
    if not rate:
        return sum((exact(row.actual) for row in rows if row.actual is not None), Fraction(0))
    part = sum((exact(row.part) for row in rows if row.part is not None), Fraction(0))
    whole = sum((exact(row.whole) for row in rows if row.whole is not None), Fraction(0))
    return part / whole if whole else None


def tracked_courses(
    figures: TeamFigures, metrics: Iterable[tuple[str, Measure]], period: Span, source: Text
) -> Iterator[Course]:
    """Every one of `metrics` by month, and by the whole of `period` and of those of its kind before it. All figures of
    a metric are measured the way its last month of `period` is."""
    spans = tuple(_spans(figures.months, period))
    inside = [month for month in figures.months if not isinstance(period, Week) and month in period.months()]
    for name, measure in metrics:
        way = next((way for month in reversed(inside) if (way := figures.way(name, month)) is not None), None)
        values: dict[Span, Decimal | None] = {
            span: text_of(figures.value(name, span.months(), way), measure) for span in spans
        }
        targets: dict[Span, Decimal | None] = {
            span: text_of(figures.target(name, span.months()), measure) for span in spans
        }
        yield Course(
            name,
            measure,
            unit_of(name),
            direction_of(name),
            source,
            _known(values),
            _known(targets),
            adds=not figures.rate(name),
        )


def unit_of(name: str) -> str | None:
    """The unit of a measured metric that its measure does not tell."""
    return "天" if gauge_of(name) == CYCLE else None


def _known(values: Mapping[Span, Decimal | None]) -> dict[Span, Decimal]:
    return {span: value for span, value in values.items() if value is not None}


def _spans(months: Sequence[Month], period: Span) -> Iterator[Period]:
    yield from months
    if not isinstance(period, Month | Week):
        span: Period = period
        while months and span.last >= months[0].first:
            yield span
            span = span.previous()


def sales_courses(rows: Sequence[MonthlyRow], period: Span, names: Iterable[str], source: Text) -> Iterator[Course]:
    """Sales by month, under each of `names`; a month in which nobody has any is not told."""
    targets: dict[Span, Decimal] = {}
    actuals: dict[Span, Decimal] = {}
    for row in rows:
        if row.month is not None:
            targets[row.month] = targets.get(row.month, _ZERO) + row.target
            actuals[row.month] = actuals.get(row.month, _ZERO) + row.actual
    values: dict[Span, Decimal] = {span: amount for span, amount in actuals.items() if amount}
    months = sorted(span for span in values if isinstance(span, Month))
    for span in _spans(months, period):
        if span not in values and all(month in values for month in span.months()):
            values[span] = sum((values[month] for month in span.months()), _ZERO)
            targets[span] = sum((targets[month] for month in span.months()), _ZERO)
    if values:
        for name in names:
            yield Course(name, Measure.MONEY, None, Direction.HIGHER, source, values, targets)


def weekly_courses(rows: Sequence[WeeklyRow], names: Iterable[tuple[str, Measure]], source: Text) -> Iterator[Course]:
    """What the reports alone tell, week by week."""
    facts: dict[Week, Facts] = {}
    for row in rows:
        facts.setdefault(row.week, Facts()).report(row)
    for name, measure in names:
        values: dict[Span, Decimal] = {}
        gauge = gauge_of(name)
        for week, own in facts.items():
            value = own.get("sales") if normal(name) in SALES_NAMES else _reported(gauge, own)
            if value is not None:
                values[week] = half_up(value, PLACES[measure])
        if values:
            yield Course(
                name,
                measure,
                unit_of(name),
                direction_of(name),
                source,
                values,
                adds=gauge is None or not gauge.ratio,
            )


def _reported(gauge: Gauge | None, facts: Facts) -> Fraction | None:
    if gauge is None:
        return None
    ways = (way for way in gauge.ways if way.basis is Basis.REPORTS and _measurable(way, facts))
    way = next(ways, None)
    return None if way is None else read_by(gauge, way, facts).actual


def measure_named(name: str) -> Measure:
    """The measure of a metric of a plan."""
    gauge = gauge_of(name)
    return measure_of(name, None) if gauge is None else gauge.measure
