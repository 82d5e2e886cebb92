"""Who earned what in the period, and what a payout says beside the achievement."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from salescli.measure.achievement import Status, Thresholds, achievement, classify
from salescli.measure.money import money_text
from salescli.measure.ratio import ratio_text
from salescli.payout.settled_tables import AdjustmentRow
from salescli.payout.tables import PayoutRow
from salescli.review.attainment import ZERO
from salescli.review.spans import ReviewPeriod
from salescli.words import improve as words
from salescli.words.language import Text

Dated = tuple[ReviewPeriod, PayoutRow]
"""A payout with the period it is for."""


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


def earners_of(
    rows: Sequence[Dated],
    again: set[ReviewPeriod],
    corrections: Sequence[AdjustmentRow],
    thresholds: Thresholds,
) -> tuple[Earner, ...]:
    """Everybody with all they earned, corrections included; targets and sales of the periods in `again` are those of
    others and count once."""
    people: dict[tuple[str, str], list[Dated]] = {}
    for period, row in rows:
        people.setdefault(who(row), []).append((period, row))
    sums = {key: _sums(own, again) for key, own in people.items()}
    everyone = sum((target for target, _ in sums.values()), ZERO)
    extra: dict[tuple[str, str], list[AdjustmentRow]] = {}
    for item in corrections:
        extra.setdefault(who(item), []).append(item)
    found = []
    for key, own in people.items():
        (target, actual), last = sums[key], own[-1][1]
        total = sum((row.total for _, row in own), ZERO) + sum((item.amount for item in extra.pop(key, ())), ZERO)
        behind = classify(achievement(actual, target), thresholds) is Status.BEHIND
        said = {
            Signal.HIGH_TARGET_BEHIND: behind and target * len(people) > everyone,
            Signal.PAID_BEHIND: behind and total > 0,
            Signal.NOTHING_EARNED: total <= 0,
        }
        signals = tuple(signal for signal, holds in said.items() if holds)
        found.append(Earner(last.person, last.region, last.employee_id, target, actual, total, signals))
    for items in extra.values():
        amount, one = sum((item.amount for item in items), ZERO), items[0]
        found.append(Earner(one.person, one.region, one.employee_id, ZERO, ZERO, amount, ()))
    return tuple(sorted(found, key=lambda item: -item.total))


def _sums(own: Sequence[Dated], again: set[ReviewPeriod]) -> tuple[Decimal, Decimal]:
    """Target and actual of a person, every month once."""
    rows = [row for period, row in own if period not in again] or [row for _, row in own]
    return sum((row.target for row in rows), ZERO), sum((row.actual for row in rows), ZERO)


def partly_known(earner: Earner) -> Earner:
    """Somebody of whose pay a part is not known: whether they earned anything cannot be said."""
    known = tuple(signal for signal in earner.signals if signal is not Signal.NOTHING_EARNED)
    return replace(earner, signals=known)


def who(row: PayoutRow | AdjustmentRow) -> tuple[str, str]:
    """By 工号 where there is one, else by region and name."""
    return ("", row.employee_id) if row.employee_id else (row.region, row.person)
