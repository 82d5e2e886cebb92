"""Which of a plan's metrics is the sales amount: by its name, else the only one that is money."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from salescli.measure.metric import Measure
from salescli.split.tables.plan import PlanRow
from salescli.table.codes import track as codes
from salescli.table.kind import normal
from salescli.table.problem import Problem, problem
from salescli.words.language import Lang, Text

SALES_NAMES: Final = frozenset(
    {
        *("销售额", "销售总额", "总销售额", "销售业绩", "业绩", "销售收入", "销售金额", "销售目标", "销售"),
        *("銷售額", "銷售總額", "業績", "sales", "salesamount", "totalsales", "revenue", "salesrevenue"),
    }
)
"""What the sales amount is called, as :func:`salescli.table.kind.normal` gives it."""


def sales_metric(rows: Sequence[PlanRow]) -> tuple[str | None, list[Problem]]:
    """The name of the metric to track, and what is to be said of the choice."""
    metrics = list(dict.fromkeys(row.metric for row in rows))
    named = [metric for metric in metrics if normal(metric) in SALES_NAMES]
    chosen = named or [metric for metric in metrics if all(_is_money(row) for row in rows if row.metric == metric)]
    if len(chosen) != 1:
        if not metrics:
            return None, []
        return None, [problem(codes.NO_SALES_METRIC, rows[0].at("metric"), metrics=tuple(metrics))]
    return chosen[0], []


def sales_target(row: PlanRow, problems: list[Problem]) -> Decimal | None:
    """The row's target in yuan; None, and why among `problems`, when it is no amount of money or below zero."""
    target = row.judged_by.named(row.metric)
    if target.measure not in (Measure.MONEY, Measure.NUMBER):
        found = Text(target.show(Lang.ZH), target.show(Lang.EN))
        problems.append(problem(codes.TARGET_NOT_MONEY, row.at("target"), metric=row.metric, found=found))
        return None
    if target.value < 0:
        found = Text(target.show(Lang.ZH), target.show(Lang.EN))
        problems.append(problem(codes.NEGATIVE_TARGET, row.at("target"), found=found))
        return None
    return target.value


def _is_money(row: PlanRow) -> bool:
    return row.target.named(row.metric).measure is Measure.MONEY
