"""What was reached in the closed months, goal by goal, as a tracking workbook has it.

Sales stand on 月度跟踪, collections beside them, and the plan's other metrics on 指标明细.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from salescli.measure.period import Month
from salescli.split.goals import Goal
from salescli.split.tables.actuals import ActualRow
from salescli.split.tracked import TrackedRow
from salescli.table.kind import normal
from salescli.table.problem import Place

_COLLECTED: Final = frozenset(map(normal, ("回款额", "回款", "回款金额", "Collections", "Collected", "Cash collected")))


class Reached(NamedTuple):
    """An amount of one goal in one month beside its target; `place` is its cell, `name` that of the person.

    Either is None where it is blank, not both.
    """

    month: Month
    region: str
    product: str | None
    employee_id: str | None
    person: str
    amount: Decimal | None
    target: Decimal | None
    place: Place
    name: Place


class Actuals(NamedTuple):
    """The rows of a tracking workbook."""

    monthly: Sequence[ActualRow]
    details: Sequence[TrackedRow]

    def of(self, goal: Goal, *, sales: bool) -> list[Reached]:
        """What was reached of a goal; `sales` tells that it is the one that 月度跟踪 is about."""
        collected = normal(goal.metric) in _COLLECTED
        if sales and not collected:
            return [_reached(row, row.actual, row.target, "actual") for row in self.monthly if _told(row)]
        own = [row for row in self.details if normal(row.metric) == normal(goal.metric)]
        if any(row.actual is not None for row in own):
            return [_reached(row, row.actual, row.target, "actual") for row in own if _told(row)]
        paid = [row for row in self.monthly if collected and row.collected is not None]
        return [_reached(row, row.collected, None, "collected") for row in paid]


def _told(row: ActualRow | TrackedRow) -> bool:
    return row.actual is not None or bool(row.target)


def _reached(row: ActualRow | TrackedRow, amount: Decimal | None, target: Decimal | None, key: str) -> Reached:
    who = (row.month, row.region or "", row.product, row.employee_id, row.person)
    return Reached(*who, amount, target, row.at(key), row.at("person"))
