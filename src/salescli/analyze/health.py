"""业绩体检: five key indicators over six months, their trend, their swings, and their targets.

The first four are measured as tracking measures the metrics of those names (:mod:`salescli.track.gauges`), month by
month: win rate, average order, repurchase and sales cycle. All months of one indicator are measured the same way, by
the orders where the last month has some; a month that this way cannot tell stays blank. What winning a customer costs
only the metrics table says.

What the rows do not give for the month analyzed is taken from a metric of that name, and for the month before
from its previous figure. Targets come from the metrics, the present state, or the plan behind the tracking workbook.
A month that moves more than 30 % against the month before it swings; the first of the six is held against the one
before them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

from salescli.analyze.activity import Activity
from salescli.analyze.gaps import Gap
from salescli.analyze.metrics import Metric
from salescli.analyze.tracked import team_target
from salescli.measure.achievement import Direction, Status, Thresholds, achievement, classify
from salescli.measure.change import change
from salescli.measure.metric import Measure, figure, figure_text
from salescli.measure.period import Month
from salescli.measure.ratio import exact, ratio_text
from salescli.measure.rounding import half_up
from salescli.split.tracked import TrackedRow
from salescli.table.kind import normal
from salescli.track.facts import Facts
from salescli.track.gauges import AVERAGE, CYCLE, REPURCHASE, WIN_RATE, Gauge, gauge_of
from salescli.track.readings import read_by, way_told
from salescli.words import health as words
from salescli.words.language import Lang, Text

MONTHS: Final = 6
SWING: Final = Fraction(3, 10)
STEADY: Final = Fraction(1, 20)
"""Within 5 % of the first known month the trend is steady."""


class Trend(StrEnum):
    """From the first known month to the last: better, worse or neither."""

    BETTER = "better"
    WORSE = "worse"
    STEADY = "steady"
    UNKNOWN = "unknown"

    @property
    def word(self) -> Text:
        return words.TRENDS[self.value]


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the five: its JSON name, what it measures, which way it is good, what people call it,
    and how tracking measures it (None where it does not)."""

    key: str
    measure: Measure
    direction: Direction
    names: frozenset[str]
    gauge: Gauge | None = None

    @property
    def word(self) -> Text:
        return words.INDICATORS[self.key]

    @property
    def needs(self) -> Text:
        """What it takes to know it."""
        return words.INDICATOR_NEEDS[self.key]

    def told(self, value: Fraction | None, lang: Lang) -> str:
        """The indicator and one of its figures as a sentence has them."""
        shown = half_up(value, 1) if value is not None and self.measure is Measure.NUMBER else value
        return f"{self.word.say(lang)} {figure(shown, self.measure, None, lang) or '—'}"


def _named(*names: str) -> frozenset[str]:
    return frozenset(normal(name) for name in names)


KINDS: Final = (
    Kind(
        "win_rate",
        Measure.RATIO,
        Direction.HIGHER,
        _named("成交率", "客户转化率", "转化率", "线索转化率", "赢单率", "win rate", "conversion rate"),
        WIN_RATE,
    ),
    Kind(
        "average_order",
        Measure.MONEY,
        Direction.HIGHER,
        _named("客单价", "平均客单价", "平均订单额", "average order value", "AOV"),
        AVERAGE,
    ),
    Kind(
        "repurchase",
        Measure.RATIO,
        Direction.HIGHER,
        _named("复购率", "老客复购率", "客户复购率", "repurchase rate", "repeat purchase rate"),
        REPURCHASE,
    ),
    Kind(
        "acquisition",
        Measure.MONEY,
        Direction.LOWER,
        _named("获客成本", "新客获取成本", "单客获取成本", "customer acquisition cost", "CAC"),
    ),
    Kind(
        "cycle",
        Measure.NUMBER,
        Direction.LOWER,
        _named("销售周期", "成交周期", "平均销售周期", "平均成交周期", "sales cycle"),
        CYCLE,
    ),
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: a value a month (None where unknown), oldest first; money in yuan, the cycle in days. `before` is
    that of the month before the first, which is measured alike and not shown among them."""

    kind: Kind
    values: tuple[tuple[Month, Fraction | None], ...]
    target: Fraction | None
    thresholds: Thresholds
    before: Fraction | None = None

    @property
    def current(self) -> Fraction | None:
        """The value of the month analyzed."""
        return self.values[-1][1]

    @property
    def known(self) -> bool:
        """Whether any month has a value."""
        return any(value is not None for _, value in self.values)

    @property
    def achievement(self) -> Fraction | None:
        """Against the target, as any metric."""
        return achievement(self.current, self.target, self.kind.direction)

    @property
    def status(self) -> Status:
        """The light of the achievement."""
        return classify(self.achievement, self.thresholds)

    @property
    def changes(self) -> tuple[Fraction | None, ...]:
        """Each month against the one before."""
        values = [self.before, *(value for _, value in self.values)]
        return tuple(change(now, before) for before, now in pairwise(values))

    @property
    def swings(self) -> tuple[Month, ...]:
        """The months that moved more than 30 %."""
        return tuple(
            month
            for (month, _), moved in zip(self.values, self.changes, strict=True)
            if moved is not None and abs(moved) > SWING
        )

    @property
    def trend(self) -> Trend:
        """The last known month against the first known one."""
        values = [value for _, value in self.values if value is not None]
        moved = change(values[-1], values[0]) if len(values) > 1 else None
        if moved is None:
            return Trend.UNKNOWN
        if abs(moved) <= STEADY:
            return Trend.STEADY
        return Trend.BETTER if (moved > 0) == (self.kind.direction is Direction.HIGHER) else Trend.WORSE

    def document(self) -> dict[str, Any]:
        """The indicator as ``--json`` shows it; `missing` tells that no month has a value."""
        return {
            "indicator": self.kind.key,
            "direction": str(self.kind.direction),
            "months": [
                {"month": str(month), "value": figure_text(value, self.kind.measure), "change": ratio_text(moved)}
                for (month, value), moved in zip(self.values, self.changes, strict=True)
            ],
            "before": figure_text(self.before, self.kind.measure),
            "target": figure_text(self.target, self.kind.measure),
            "achievement": ratio_text(self.achievement),
            "status": str(self.status),
            "trend": str(self.trend),
            "swings": [str(month) for month in self.swings],
            "missing": not self.known,
        }


def health(
    month: Month,
    activity: Activity,
    stated: Sequence[Metric],
    gaps: Sequence[Gap],
    thresholds: Thresholds,
    planned: Sequence[TrackedRow] = (),
) -> tuple[Indicator, ...]:
    """The five indicators of the six months that end with `month`; `planned` are the metric rows of a tracking
    workbook, which have the plan's targets."""
    months = tuple(month.plus(step) for step in range(1 - MONTHS, 1))
    known = _Known(
        activity.facts((month.plus(-MONTHS), *months)),
        {normal(item.name): item for item in stated},
        {normal(item.name): item for item in gaps},
        [row for row in planned if row.month == month],
    )
    return tuple(_indicator(kind, months, known, thresholds) for kind in KINDS)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the indicators are taken from: quantities by month, the metrics and the present state by name, targets."""

    facts: Mapping[Month, Facts]
    stated: Mapping[str, Metric]
    standing: Mapping[str, Gap]
    planned: Sequence[TrackedRow]


def _indicator(kind: Kind, months: tuple[Month, ...], known: _Known, thresholds: Thresholds) -> Indicator:
    before, *values = _series(kind.gauge, [known.facts[month] for month in (months[0].previous(), *months)])
    metric = next((item for name, item in known.stated.items() if name in kind.names and _fits(item, kind)), None)
    if metric is not None:
        for at, figure in ((-1, metric.actual), (-2, metric.previous)):
            if values[at] is None and figure is not None:
                values[at] = exact(figure)
    gap = next((item for name, item in known.standing.items() if name in kind.names and _fits(item, kind)), None)
    stated = next((item.target for item in (metric, gap) if item is not None and item.target is not None), None)
    target = _planned(kind.gauge, known.planned) if stated is None else exact(stated)
    return Indicator(kind, tuple(zip(months, values, strict=True)), target, thresholds, before)


def _series(gauge: Gauge | None, facts: Sequence[Facts]) -> list[Fraction | None]:
    """The values of the months, all measured one way: the way of the last month, else of the latest that has one."""
    ways = [] if gauge is None else [way for own in reversed(facts) if (way := way_told(gauge, own)) is not None]
    if gauge is None or not ways:
        return [None] * len(facts)
    return [read_by(gauge, ways[0], own).actual for own in facts]


def _planned(gauge: Gauge | None, rows: Sequence[TrackedRow]) -> Fraction | None:
    """The plan's target of the team."""
    own = [row for row in rows if gauge is not None and gauge_of(row.metric) == gauge]
    return team_target(own, rate=True)


def _fits(item: Metric | Gap, kind: Kind) -> bool:
    return item.measure is kind.measure
