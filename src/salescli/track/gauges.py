"""How each metric of a plan is measured: by which column of the reports, or by which figure of the orders.

A metric is either one quantity (线索数) or one quantity by another (回款率 = 回款额 ÷ 销售额). Where two sources could
tell, the finer one is asked first: orders know what a deal is, since 30 % of it has to be collected; reports know
how many customers somebody won. A metric of any other name cannot be measured, and that is said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from salescli.measure.achievement import Direction
from salescli.measure.metric import Measure
from salescli.table.kind import normal
from salescli.track.process import COUNTED, weekly_key
from salescli.track.tables import WEEKLY
from salescli.words import metrics as words
from salescli.words.language import Lang, Text


class Basis(StrEnum):
    """Where an actual comes from."""

    REPORTS = "reports"
    ORDERS = "orders"

    @property
    def word(self) -> Text:
        return words.BASES[self.value]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to measure: `part`, or `part` ÷ `whole`, both quantities of :mod:`salescli.track.facts`."""

    basis: Basis
    part: str
    whole: str | None = None


@dataclass(frozen=True, slots=True)
class Gauge:
    """What a metric measures, and its `ways` in the order they are tried in each month.

    `summed` tells whether the quantities of a team are the sums of its people's; distinct customers are not.
    """

    key: str
    measure: Measure
    ways: tuple[Way, ...]
    direction: Direction = Direction.HIGHER
    summed: bool = True

    @property
    def ratio(self) -> bool:
        """Whether it is one quantity by another, so that targets are inherited and not added up."""
        return self.ways[0].whole is not None

    @property
    def needs(self) -> Text:
        """What the reports or orders have to hold for it."""
        return words.NEEDS[self.key] if self.key in words.NEEDS else WEEKLY.label(self.key)


def _count(key: str) -> Gauge:
    ways = {
        "deals": (Way(Basis.ORDERS, "order_deals"), Way(Basis.REPORTS, "deals")),
        "new_customers": (Way(Basis.REPORTS, "new_customers"), Way(Basis.ORDERS, "order_new_customers")),
    }
    return Gauge(key, Measure.COUNT, ways.get(key, (Way(Basis.REPORTS, key),)), summed=key != "new_customers")


COLLECTED: Final = Gauge("collected", Measure.MONEY, (Way(Basis.REPORTS, "collected"),))
COLLECTION_RATE: Final = Gauge("collection_rate", Measure.RATIO, (Way(Basis.REPORTS, "collected", "sales"),))
AVERAGE: Final = Gauge(
    "average", Measure.MONEY, (Way(Basis.ORDERS, "order_amount", "order_deals"), Way(Basis.REPORTS, "sales", "deals"))
)
WIN_RATE: Final = Gauge(
    "win_rate", Measure.RATIO, (Way(Basis.ORDERS, "order_deals", "leads"), Way(Basis.REPORTS, "deals", "leads"))
)
REPURCHASE: Final = Gauge(
    "repurchase", Measure.RATIO, (Way(Basis.ORDERS, "repeat_customers", "customers"),), summed=False
)
MARGIN: Final = Gauge("margin", Measure.RATIO, (Way(Basis.ORDERS, "profit", "priced_amount"),))
PROFIT: Final = Gauge("profit", Measure.MONEY, (Way(Basis.ORDERS, "profit"),))
CYCLE: Final = Gauge(
    "cycle", Measure.NUMBER, (Way(Basis.ORDERS, "cycle_days", "cycled_deals"),), direction=Direction.LOWER
)
COUNTS: Final[Mapping[str, Gauge]] = {key: _count(key) for key in COUNTED}
OTHERS: Final = (COLLECTED, COLLECTION_RATE, AVERAGE, WIN_RATE, REPURCHASE, MARGIN, PROFIT, CYCLE)


def gauge_of(metric: str) -> Gauge | None:
    """How the metric of that name is measured; None where reports and orders cannot tell."""
    key = weekly_key(metric)
    return COUNTS[key] if key is not None else _names().get(normal(metric))


def gauge_name(gauge: Gauge, lang: Lang) -> str:
    """What a metric other than the counts is called."""
    names = words.NAMES[gauge.key]
    return names[0] if lang is Lang.ZH else next(name for name in names if name.isascii()).capitalize()


@cache
def _names() -> Mapping[str, Gauge]:
    return {normal(name): gauge for gauge in OTHERS for name in words.NAMES[gauge.key]}
