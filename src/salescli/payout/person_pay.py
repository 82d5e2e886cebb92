"""What one person gets: their figures under each ladder, the components, and how these came about."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from salescli.measure.money import money_text
from salescli.measure.period import Month
from salescli.measure.ratio import divide, ratio_text
from salescli.payout.people import Person
from salescli.payout.plan import Ladder, Rung
from salescli.payout.scales import Standing
from salescli.payout.steps import Step, Tale, Time


@dataclass(frozen=True, slots=True)
class Part:
    """A person's figures under one ladder in one month, or over the longer time that the ladder is measured over.

    `ladder` is None when none applies to them.
    """

    month: Time
    ladder: Ladder | None
    standing: Standing
    rung: Rung | None
    following: Rung | None
    commission: Decimal
    bonus: Decimal
    remarks: tuple[Step, ...]
    paid: Decimal | None = None
    """What was paid for it before, where it was paid by itself and earns nothing again."""
    stood: Rung | None = None
    """The rung of the plan that the figures of such a part reach; it pays nothing here."""

    @property
    def tier(self) -> str:
        """The name of the rung that its figures reach; nothing below all."""
        level = self.rung if self.paid is None else self.stood
        return "" if level is None else level.name

    @property
    def missing(self) -> Decimal | None:
        """What has to be sold on top for the next tier, in yuan; None on the highest, or without a target."""
        if self.following is None or self.standing.target <= 0:
            return None
        return self.standing.missing(self.following.bound)


@dataclass(frozen=True)
class PersonPay:
    """All that one person gets, and how it came about; `homes` has their region by month."""

    person: Person
    standing: Standing
    parts: tuple[Part, ...]
    components: Mapping[str, Decimal]
    homes: Mapping[Month | None, str]
    tales: tuple[Tale, ...]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every step of it, in the order of the calculation."""
        return tuple(step for tale in self.tales for step in tale.steps())

    @cached_property
    def total(self) -> Decimal:
        """The sum of the rounded components."""
        return sum(self.components.values(), Decimal("0.00"))

    @cached_property
    def region(self) -> str:
        """The region they belong to, at the end of the period."""
        return list(self.homes.values())[-1]

    @cached_property
    def settled(self) -> bool:
        """Whether all months were paid by themselves, so that no tier is told of any."""
        return all(part.paid is not None for part in self.parts)

    def home(self, time: "Time") -> str:
        """Their region in that month; over a longer time, the one they had at its end."""
        if time is None or isinstance(time, Month):
            return self.homes[time]
        return [home for month, home in self.homes.items() if month in time.months()][-1]

    @cached_property
    def tier(self) -> str:
        """The tier reached; several (of several months or ladders) in their order, each once."""
        return " / ".join(dict.fromkeys(part.rung.name for part in self.parts if part.rung is not None))

    @property
    def rate(self) -> Fraction:
        """The rate of the tier reached; over several parts that differ, commission ÷ base."""
        if len(self.parts) == 1:
            return self.parts[0].rung.rate if self.parts[0].rung else Fraction(0)
        rates = {part.rung.rate if part.rung else Fraction(0) for part in self.parts}
        if len(rates) == 1:
            return rates.pop()
        return divide(self.components["commission"], self.standing.base) or Fraction(0)

    def document(self) -> dict[str, Any]:
        """The person as ``--json`` shows them."""
        only = self.parts[0] if len(self.parts) == 1 else None
        return {
            "employee_id": self.person.employee_id,
            "person": self.person.name,
            "region": self.region,
            "target": money_text(self.standing.target),
            "actual": money_text(self.standing.actual),
            "achievement": ratio_text(self.standing.achievement),
            "tier": self.tier,
            "base": money_text(self.standing.base),
            "rate": ratio_text(self.rate),
            "components": [{"name": name, "amount": money_text(paid)} for name, paid in self.components.items()],
            "total": money_text(self.total),
            "to_next_tier": money_text(only.missing) if only else None,
            "steps": [
                {
                    "component": step.component,
                    "month": None if step.month is None else str(step.month),
                    "figures": step.figures,
                    "amount": money_text(step.amount),
                }
                for step in self.steps
                if step.figures
            ],
        }
