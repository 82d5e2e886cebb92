"""Process targets: what a plan asks for beside money (线索数, 客户拜访 …), under the names of the weekly table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from salescli.measure.period import Month
from salescli.split.tables import PlanRow
from salescli.table.kind import normal
from salescli.track.tables import WEEKLY
from salescli.track.who import Who

COUNTED: Final = ("leads", "follow_ups", "visits", "proposals", "demos", "deals", "new_customers")
"""The counts of a weekly report."""

ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "visits": ("新客户拜访数", "拜访数", "客户拜访数"),
    "follow_ups": ("老客户跟进数", "跟进数", "客户跟进次数"),
    "proposals": ("销售方案提交数", "方案提交数"),
    "demos": ("产品演示次数", "产品演示数"),
    "deals": ("成交订单数", "成单", "成交单数"),
}
"""What plans and self-checks call them, beside the headers of the weekly table."""


@dataclass(frozen=True, slots=True)
class ProcessTarget:
    """How many of `key` one person is to reach in a month."""

    month: Month
    who: Who
    key: str
    count: Decimal


def process_targets(rows: Sequence[PlanRow]) -> tuple[ProcessTarget, ...]:
    """The targets of a plan whose metric is a count of the weekly table; an identical repeat counts once."""
    found = dict.fromkeys(
        ((row.month, row.region, row.product, row.employee_id, row.person, key), row.target.value)
        for row in rows
        if (key := weekly_key(row.metric)) is not None and row.target.value > 0
    )
    return tuple(
        ProcessTarget(month, Who.of(person, number, region), key, count)
        for (month, region, _, number, person, key), count in found
    )


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
