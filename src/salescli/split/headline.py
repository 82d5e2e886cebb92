"""Which goal is the year's sales: the one that last year's actuals and the funnel belong to."""

import re
from collections.abc import Iterable
from typing import Final

from salescli.measure.metric import Measure
from salescli.split.goals import Goal

_SALES: Final = re.compile(r"销售|业绩|營業|营业|签约|sales|revenue|booking", re.IGNORECASE)


def sales_goal(goals: Iterable[Goal]) -> Goal | None:
    """The first divided goal in money that is called sales, else the first divided goal in money."""
    money = [goal for goal in goals if goal.measure is Measure.MONEY and not goal.inherited]
    return next((goal for goal in money if _SALES.search(goal.metric)), money[0] if money else None)
