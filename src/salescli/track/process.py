"""Process targets: what a plan asks for beside money (线索数, 客户拜访 …), under the names of the weekly table."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from salescli.measure.period import Month
from salescli.table.kind import normal
from salescli.track.tables import WEEKLY
from salescli.track.who import Who

COUNTED: Final = ("leads", "follow_ups", "visits", "proposals", "demos", "deals", "new_customers")
"""The counts of a weekly report."""

ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "visits": ("新客户拜访数", "拜访数", "客户拜访数", "拜访", "visit"),
    "follow_ups": ("老客户跟进数", "跟进数", "客户跟进次数", "跟进"),
    "proposals": ("销售方案提交数", "方案提交数", "方案"),
    "demos": ("产品演示次数", "产品演示数", "演示"),
    "deals": ("成交订单数", "成单", "成交单数", "成交", "签约", "签约数", "订单", "deal"),
    "leads": ("线索量", "新增线索数", "新线索", "lead"),
    "new_customers": ("新客户数量", "新客数量", "新客户", "新客", "新增客户数", "新签客户数", "new customer count"),
}
"""What plans and self-checks call them, beside the headers of the weekly table."""


@dataclass(frozen=True, slots=True)
class ProcessTarget:
    """How many of `key` one person is to reach in a month."""

    month: Month
    who: Who
    key: str
    count: Decimal


def weekly_key(name: str) -> str | None:
    """Which count of the weekly table `name` stands for, if any."""
    return _names().get(normal(name))


@cache
def _names() -> Mapping[str, str]:
    names = {}
    for key in COUNTED:
        for name in (*WEEKLY.by_key[key].column.headers(), *ALSO.get(key, ())):
            names[normal(name)] = key
    return names
