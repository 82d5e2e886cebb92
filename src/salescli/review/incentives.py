"""激励效果: what the incentives cost in the period and how many people they reached."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Any

from salescli.measure.achievement import DEFAULT_THRESHOLDS, Status, Thresholds, achievement, classify
from salescli.measure.money import money_text
from salescli.measure.ratio import divide, ratio_text
from salescli.payout.tables import PAYOUTS, PayoutRow
from salescli.review.spans import ReviewPeriod
from salescli.table.codes import review as codes
from salescli.table.problem import Problem, problem
from salescli.words import improve as words
from salescli.words import review as reviews
from salescli.words.language import Lang, Text


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


class Signal(StrEnum):
    """What a person's payout says beside the achievement."""

    HIGH_TARGET_BEHIND = "high_target_behind"
    PAID_BEHIND = "paid_behind"
    NOTHING_EARNED = "nothing_earned"

    @property
    def word(self) -> Text:
        return _SIGNALS[self]


_SIGNALS = {
    Signal.HIGH_TARGET_BEHIND: words.HIGH_TARGET_BEHIND,
    Signal.PAID_BEHIND: words.PAID_BEHIND,
    Signal.NOTHING_EARNED: words.NOTHING_EARNED,
}


@dataclass(frozen=True, slots=True)
class Earner:
    """What one person earned over all pay periods of the review. Amounts in yuan."""

    person: str
    region: str
    employee_id: str | None
    target: Decimal
    actual: Decimal
    total: Decimal
    signals: tuple[Signal, ...]

    @property
    def achievement(self) -> Fraction | None:
        """达成率 over those pay periods."""
        return achievement(self.actual, self.target)

    def document(self) -> dict[str, Any]:
        """The person as ``--json`` shows it."""
        return {
            "employee_id": self.employee_id,
            "person": self.person,
            "region": self.region,
            "target": money_text(self.target),
            "actual": money_text(self.actual),
            "achievement": ratio_text(self.achievement),
            "total": money_text(self.total),
            "signals": [str(signal) for signal in self.signals],
        }


@dataclass(frozen=True, slots=True)
class Incentives:
    """The pay periods in the period under review, their sum, and who earned what, the most first.

    `only` are the pay periods where they leave a part of the period under review out.
    """

    periods: tuple[Incentive, ...]
    total: Incentive
    earners: tuple[Earner, ...] = ()
    only: tuple[ReviewPeriod, ...] = ()

    def partly(self, lang: Lang) -> str:
        """``（只含2026年8月）``; nothing where the whole period is paid."""
        labels = tuple(item.label(lang) for item in self.only)
        return reviews.PAID_ONLY.say(lang, periods=labels) if labels else ""


def incentives(rows: Sequence[tuple[str, PayoutRow]], thresholds: Thresholds = DEFAULT_THRESHOLDS) -> Incentives | None:
    """The payouts by pay period; `rows` pairs each payout with the period it is for. None without payouts."""
    if not rows:
        return None
    names = sorted({name for name, _ in rows})
    periods = tuple(_incentive(name, [row for period, row in rows if period == name]) for name in names)
    paid = [row for _, row in rows]
    return Incentives(periods, _incentive(None, paid), _earners(paid, thresholds))


def _earners(rows: Sequence[PayoutRow], thresholds: Thresholds) -> tuple[Earner, ...]:
    people: dict[tuple[str, str], list[PayoutRow]] = {}
    for row in rows:
        people.setdefault(_who(row), []).append(row)
    everyone = sum((row.target for row in rows), Decimal(0))
    found = []
    for own in people.values():
        target, actual, total = (
            sum((getattr(row, key) for row in own), Decimal(0)) for key in ("target", "actual", "total")
        )
        behind = classify(achievement(actual, target), thresholds) is Status.BEHIND
        said = {
            Signal.HIGH_TARGET_BEHIND: behind and target * len(people) > everyone,
            Signal.PAID_BEHIND: behind and total > 0,
            Signal.NOTHING_EARNED: total <= 0,
        }
        signals = tuple(signal for signal, holds in said.items() if holds)
        found.append(Earner(own[0].person, own[0].region, own[0].employee_id, target, actual, total, signals))
    return tuple(sorted(found, key=lambda item: -item.total))


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
