"""激励效果: what the incentives cost in the period and how many people they reached."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from salescli.measure.money import money_text
from salescli.measure.ratio import divide, ratio_text
from salescli.payout.tables import PAYOUTS, PayoutRow
from salescli.review.spans import ReviewPeriod
from salescli.table.codes import review as codes
from salescli.table.problem import Problem, problem


@dataclass(frozen=True, slots=True)
class Incentive:
    """The payouts of one pay period, or of all of them when `period` is None. Amounts in yuan.

    `earned` counts the people with a payout above zero; `cost_rate` = total ÷ pay base.
    """

    period: str | None
    people: int
    earned: int
    total: Decimal
    base: Decimal

    @property
    def cost_rate(self) -> Fraction | None:
        """费用率; None without a base above zero."""
        return divide(self.total, self.base) if self.base > 0 else None

    @property
    def coverage(self) -> Fraction | None:
        """The share of people who earned something."""
        return divide(self.earned, self.people)

    def document(self) -> dict[str, Any]:
        """The line as ``--json`` shows it."""
        return {
            "period": self.period,
            "people": self.people,
            "earned": self.earned,
            "coverage": ratio_text(self.coverage),
            "total": money_text(self.total),
            "base": money_text(self.base),
            "cost_rate": ratio_text(self.cost_rate),
        }


@dataclass(frozen=True, slots=True)
class Incentives:
    """The pay periods in the period under review, and their sum."""

    periods: tuple[Incentive, ...]
    total: Incentive


def incentives(rows: Sequence[tuple[str, PayoutRow]]) -> Incentives | None:
    """The payouts by pay period; `rows` pairs each payout with the period it is for. None without payouts."""
    if not rows:
        return None
    names = sorted({name for name, _ in rows})
    periods = tuple(_incentive(name, [row for period, row in rows if period == name]) for name in names)
    return Incentives(periods, _incentive(None, [row for _, row in rows]))


def _incentive(period: str | None, rows: Sequence[PayoutRow]) -> Incentive:
    people = {_who(row) for row in rows}
    earned = {_who(row) for row in rows if row.total > 0}
    total = sum((row.total for row in rows), Decimal(0))
    base = sum((row.base for row in rows), Decimal(0))
    return Incentive(period, len(people), len(earned), total, base)


def _who(row: PayoutRow) -> tuple[str, str]:
    return ("", row.employee_id) if row.employee_id else (row.region, row.person)


def overlap_problems(rows: Sequence[tuple[ReviewPeriod, PayoutRow]]) -> Iterator[Problem]:
    """Pay periods that share days, such as a month beside its quarter: their payouts may be the same money."""
    first: dict[ReviewPeriod, PayoutRow] = {}
    for period, row in rows:
        first.setdefault(period, row)
    ordered = sorted(first, key=lambda period: (period.span.first, period.last))
    for one, other in pairwise(ordered):
        if other.span.first <= one.last:
            details = {"first": str(one), "second": str(other)}
            yield problem(codes.PAYOUTS_OVERLAP, first[other].at("period"), table=PAYOUTS.title, **details)
