"""业绩体检: five key indicators over six months, their trend, their swings, and their targets.

==============  ==================================  =========================================================
indicator       what it is                          where from
==============  ==================================  =========================================================
win_rate        deals ÷ leads                       weekly rows
average_order   sales ÷ deals                       weekly rows, else counted orders
repurchase      customers with more than one        orders, all up to the month's end
                counted deal ÷ customers with one
acquisition     cost of one new customer            the metrics table alone
cycle           days from lead to signature         orders with a lead date
==============  ==================================  =========================================================

What the rows do not give for the month analyzed is taken from a metric of that name, and for the month before
from its previous figure. A month that moves more than 30 % against the month before it swings.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

from salescli.analyze.activity import Activity
from salescli.analyze.gaps import Gap
from salescli.analyze.metrics import Metric
from salescli.measure.achievement import Direction, Status, Thresholds, achievement, classify
from salescli.measure.change import change
from salescli.measure.metric import Measure, figure_text
from salescli.measure.period import Month
from salescli.measure.ratio import divide, exact, ratio_text
from salescli.table.kind import normal
from salescli.words import insight as words
from salescli.words.language import Text

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
    """One of the five: its JSON name, what it measures, which way it is good, and what people call it."""

    key: str
    measure: Measure
    direction: Direction
    names: frozenset[str]

    @property
    def word(self) -> Text:
        return words.INDICATORS[self.key]

    @property
    def needs(self) -> Text:
        """What it takes to know it."""
        return words.INDICATOR_NEEDS[self.key]


def _named(*names: str) -> frozenset[str]:
    return frozenset(normal(name) for name in names)


KINDS: Final = (
    Kind(
        "win_rate",
        Measure.RATIO,
        Direction.HIGHER,
        _named("成交率", "客户转化率", "转化率", "线索转化率", "赢单率", "win rate", "conversion rate"),
    ),
    Kind(
        "average_order",
        Measure.MONEY,
        Direction.HIGHER,
        _named("客单价", "平均客单价", "平均订单额", "average order value", "AOV"),
    ),
    Kind(
        "repurchase",
        Measure.RATIO,
        Direction.HIGHER,
        _named("复购率", "老客复购率", "客户复购率", "repurchase rate", "repeat purchase rate"),
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
    ),
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: a value a month (None where unknown), oldest first; money in yuan, the cycle in days."""

    kind: Kind
    values: tuple[tuple[Month, Fraction | None], ...]
    target: Fraction | None
    thresholds: Thresholds

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
        """Each month against the one before; the first has none."""
        values = [value for _, value in self.values]
        return (None, *(change(now, before) for before, now in pairwise(values)))

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
            "target": figure_text(self.target, self.kind.measure),
            "achievement": ratio_text(self.achievement),
            "status": str(self.status),
            "trend": str(self.trend),
            "swings": [str(month) for month in self.swings],
            "missing": not self.known,
        }


def health(
    month: Month, activity: Activity, stated: Sequence[Metric], gaps: Sequence[Gap], thresholds: Thresholds
) -> tuple[Indicator, ...]:
    """The five indicators of the six months that end with `month`."""
    months = tuple(month.plus(step) for step in range(1 - MONTHS, 1))
    by_name = {normal(item.name): item for item in stated}
    standing = {normal(item.name): item for item in gaps}
    return tuple(_indicator(kind, months, activity, by_name, standing, thresholds) for kind in KINDS)


def _indicator(
    kind: Kind,
    months: tuple[Month, ...],
    activity: Activity,
    stated: Mapping[str, Metric],
    standing: Mapping[str, Gap],
    thresholds: Thresholds,
) -> Indicator:
    values = {month: _SOURCES[kind.key](activity, month) for month in months}
    metric = next((item for name, item in stated.items() if name in kind.names and _fits(item, kind)), None)
    if metric is not None:
        for at, known in ((months[-1], metric.actual), (months[-2], metric.previous)):
            if values[at] is None and known is not None:
                values[at] = exact(known)
    gap = next((item for name, item in standing.items() if name in kind.names and _fits(item, kind)), None)
    target = metric.target if metric is not None else None
    if target is None and gap is not None:
        target = gap.target
    return Indicator(kind, tuple(values.items()), None if target is None else exact(target), thresholds)


def _fits(item: Metric | Gap, kind: Kind) -> bool:
    return item.measure is kind.measure


def _win_rate(activity: Activity, month: Month) -> Fraction | None:
    rows = [row for row in activity.of_month(month) if row.leads is not None and row.deals is not None]
    return divide(sum(int(row.deals or 0) for row in rows), sum(int(row.leads or 0) for row in rows))


def _average_order(activity: Activity, month: Month) -> Fraction | None:
    rows = [row for row in activity.of_month(month) if row.deals is not None]
    deals = sum(int(row.deals or 0) for row in rows)
    if deals:
        return divide(sum(row.sales for row in rows), deals)
    orders = [row for row in activity.counted_orders if Month.of(row.signed) == month]
    return divide(sum(row.amount for row in orders), len(orders))


def _repurchase(activity: Activity, month: Month) -> Fraction | None:
    bought = Counter(normal(row.customer) for row in activity.counted_orders if row.signed <= month.last)
    if not any(Month.of(row.signed) == month for row in activity.counted_orders):
        return None
    return divide(sum(count > 1 for count in bought.values()), len(bought))


def _acquisition(activity: Activity, month: Month) -> Fraction | None:
    """No table of tracking says what winning a customer cost."""
    return None


def _cycle(activity: Activity, month: Month) -> Fraction | None:
    days = [
        row.signed - row.lead_date
        for row in activity.counted_orders
        if row.lead_date is not None and Month.of(row.signed) == month
    ]
    return divide(sum(days, timedelta()).days, len(days))


_SOURCES: Final[Mapping[str, Callable[[Activity, Month], Fraction | None]]] = {
    "win_rate": _win_rate,
    "average_order": _average_order,
    "repurchase": _repurchase,
    "acquisition": _acquisition,
    "cycle": _cycle,
}
