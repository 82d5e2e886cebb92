"""What a plan costs beside the figures of the period: at other achievements, and through another plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from salescli.measure.money import money_text
from salescli.measure.period import Period
from salescli.measure.ratio import divide, ratio_text
from salescli.payout.curve import Curve, curve_of
from salescli.payout.events import event_rewards
from salescli.payout.levels import at_level, sold_by
from salescli.payout.pay import cost
from salescli.payout.people import Entry
from salescli.payout.person_pay import PersonPay
from salescli.payout.plan import Plan
from salescli.payout.prizes import Extra
from salescli.payout.result import PayoutResult

LEVELS: Final = (Fraction(4, 5), Fraction(1), Fraction(6, 5))
"""The achievements a plan's cost is shown at."""


@dataclass(frozen=True, slots=True)
class Case:
    """The cost with everybody at `level`; None stands for the figures as they are. Amounts in yuan."""

    level: Fraction | None
    sold: Decimal
    base: Decimal
    paid: Decimal
    other: Decimal | None = None

    @property
    def rate(self) -> Fraction | None:
        """Cost ÷ pay base."""
        return divide(self.paid, self.base) if self.base > 0 else None

    @property
    def other_rate(self) -> Fraction | None:
        """The same through the other plan."""
        return divide(self.other, self.base) if self.base > 0 else None

    def document(self) -> dict[str, Any]:
        """The case as ``--json`` shows it."""
        return {
            "achievement": ratio_text(self.level),
            "total": money_text(self.paid),
            "base": money_text(self.base),
            "cost_rate": ratio_text(self.rate),
            "other_total": money_text(self.other),
            "other_cost_rate": ratio_text(self.other_rate),
        }


@dataclass(frozen=True, slots=True)
class Change:
    """One person under both plans; `moved` is above zero when a higher bound is reached under the other."""

    now: PersonPay
    then: PersonPay

    @property
    def difference(self) -> Decimal:
        """What they would get more, in yuan; below zero for less."""
        return self.then.total - self.now.total

    @property
    def moved(self) -> int:
        """1 when they reach a higher bound under the other plan, -1 for a lower one, else 0."""
        now, then = _bounds(self.now), _bounds(self.then)
        return (then > now) - (then < now)

    def document(self) -> dict[str, Any]:
        """The change as ``--json`` shows it."""
        return {
            "employee_id": self.now.person.employee_id,
            "person": self.now.person.name,
            "region": self.now.region,
            "total": money_text(self.now.total),
            "other_total": money_text(self.then.total),
            "difference": money_text(self.difference),
            "tier": self.now.tier,
            "other_tier": self.then.tier,
            "crosses": self.moved != 0,
        }


@dataclass(frozen=True)
class WhatIf:
    """The same figures through the plan of `file`."""

    file: str
    result: PayoutResult
    changes: tuple[Change, ...]

    def document(self) -> dict[str, Any]:
        """The comparison as ``--json`` shows it."""
        now = sum((one.now.total for one in self.changes), Decimal(0))
        return {
            "total": money_text(self.result.total),
            "difference": money_text(self.result.total - now),
            "cost_rate": ratio_text(self.result.cost_rate),
            "people": [one.document() for one in self.changes],
        }


@dataclass(frozen=True)
class Costing:
    """All that was reckoned of a plan's cost; the curve is missing when nobody has a target."""

    cases: tuple[Case, ...]
    curve: Curve | None
    what_if: WhatIf | None = None

    def document(self) -> dict[str, Any]:
        """The costs as ``--json`` shows them."""
        points = self.curve.points if self.curve else ()
        return {
            "levels": [case.document() for case in self.cases if case.level is not None],
            "curve": [
                {
                    "achievement": ratio_text(point.level),
                    "just_below": point.short,
                    "payout": money_text(point.paid),
                    "other_payout": money_text(point.other),
                }
                for point in points
            ],
            "what_if": None if self.what_if is None else self.what_if.document(),
        }


def costing(
    result: PayoutResult,
    entries: Sequence[Entry],
    period: Period | None,
    other: tuple[str, PayoutResult] | None = None,
    happened: Sequence[Extra] | None = None,
) -> Costing:
    """The costs of the plan of `result`, and beside them those of `other` (its file, its result).

    `happened` is what the events of the plan of `result` pay, where that is known already.
    """
    terms, plans = result.terms, [result.plan, *([other[1].plan] if other else [])]
    as_is = Case(None, sold_by(entries), result.base, result.total, other[1].total if other else None)
    events = [tuple(event_rewards(plan.events, entries, terms.ties)) for plan in plans[0 if happened is None else 1 :]]
    beside = events if happened is None else [happened, *events]
    cases = [_case(plans, beside, entries, result, level) for level in LEVELS]
    what_if = None if other is None else WhatIf(other[0], other[1], _changes(result, other[1]))
    return Costing((as_is, *cases), curve_of(plans, entries, period, terms), what_if)


def _case(
    plans: Sequence[Plan],
    happened: Sequence[Sequence[Extra]],
    entries: Sequence[Entry],
    result: PayoutResult,
    level: Fraction,
) -> Case:
    scaled = at_level(entries, level)
    costs = [
        cost(plan, scaled, result.period, result.terms, result.apart, known)
        for plan, known in zip(plans, happened, strict=True)
    ]
    base, paid = costs[0]
    return Case(level, sold_by(scaled), base, paid, costs[1][1] if len(costs) > 1 else None)


def _changes(now: PayoutResult, then: PayoutResult) -> tuple[Change, ...]:
    others = {one.person.key: one for one in then.people}
    return tuple(Change(one, others[one.person.key]) for one in now.people)


def _bounds(one: PersonPay) -> tuple[Fraction, ...]:
    """The highest bound reached in each month, none as -1."""
    months: dict[object, Fraction] = {}
    for part in one.parts:
        reached = part.rung.bound if part.rung is not None else Fraction(-1)
        months[part.month] = max(months.get(part.month, Fraction(-1)), reached)
    return tuple(months.values())
