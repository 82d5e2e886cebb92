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
    """An amount of one goal in one month; `place` is its cell, `name` that of the person."""

    month: Month
    region: str
    product: str | None
    employee_id: str | None
    person: str
    amount: Decimal
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
            return _reached(self.monthly, "actual")
        found = _reached([row for row in self.details if normal(row.metric) == normal(goal.metric)], "actual")
        return found or (_reached(self.monthly, "collected") if collected else [])


def _reached(rows: Sequence[ActualRow] | Sequence[TrackedRow], key: str) -> list[Reached]:
    return [
        Reached(
            row.month, row.region or "", row.product, row.employee_id, row.person, amount, row.at(key), row.at("person")
        )
        for row in rows
        if (amount := getattr(row, key)) is not None
    ]
