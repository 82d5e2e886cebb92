"""Scales: what a standing earns. One small class a kind, all with the same `calc()`.

Bounds are lower bounds of achievement; in money a bound is bound × target. Everything stays an exact fraction
here, and rounding is the caller's one act when a component becomes money.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Protocol

from salescli.measure.achievement import achievement
from salescli.measure.money import to_fen
from salescli.measure.rounding import whole_pair
from salescli.payout.plan import Rung


@dataclass(frozen=True)
class Standing:
    """Someone's figures for one period, in yuan: the target, what counts against it, and the pay base."""

    target: Decimal
    actual: Decimal
    base: Decimal

    @cached_property
    def achievement(self) -> Fraction | None:
        """Actual ÷ target, exact; None without a target above zero."""
        return achievement(self.actual, self.target)

    def reaches(self, bound: Fraction) -> bool:
        """Whether achievement is at least `bound`, compared exactly."""
        if self.target <= 0:
            return False
        (actual, of_actual), (target, of_target) = whole_pair(self.actual), whole_pair(self.target)
        return actual * of_target * bound.denominator >= target * of_actual * bound.numerator

    def missing(self, bound: Fraction) -> Decimal:
        """The least amount that, sold on top, reaches `bound`: whole fen, rounded up."""
        short = (bound * Fraction(self.target) - Fraction(self.actual)) * 100
        return Decimal(max(0, -(-short.numerator // short.denominator))).scaleb(-2)


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of what was earned: the base between `low` and `high` at `rate`, or a fixed amount (`rate` None)."""

    earned: Fraction
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    rate: Fraction | None = None
    name: str = ""


class Scale(Protocol):
    """Anything that turns a standing into what it earns, part by part."""

    def calc(self, standing: Standing) -> tuple[Slice, ...]:
        """The parts, exact; nothing when nothing is earned."""
        ...


def earned(slices: Sequence[Slice]) -> Decimal:
    """The sum of the parts as money."""
    return to_fen(sum((part.earned for part in slices), Fraction(0)))


def reached(rungs: Sequence[Rung], standing: Standing) -> tuple[Rung, ...]:
    """The rungs whose bound the standing reaches, lowest first."""
    return tuple(rung for rung in rungs if standing.reaches(rung.bound))


@dataclass(frozen=True, slots=True)
class WholeRate:
    """全额: the rate of the highest rung reached × the whole base."""

    rungs: tuple[Rung, ...]

    def calc(self, standing: Standing) -> tuple[Slice, ...]:
        up_to = reached(self.rungs, standing)
        base = Fraction(standing.base)
        if not up_to or base <= 0 or not up_to[-1].rate:
            return ()
        rate = up_to[-1].rate
        return (Slice(base * rate, Fraction(0), base, rate, up_to[-1].name),)


@dataclass(frozen=True, slots=True)
class MarginalRate:
    """超额累进: each slice of the base between two bounds at its own rate.

    Only rungs that achievement reached have a slice, and the highest of them runs on to the end of the base.
    """

    rungs: tuple[Rung, ...]

    def calc(self, standing: Standing) -> tuple[Slice, ...]:
        up_to = reached(self.rungs, standing)
        base, target = Fraction(standing.base), Fraction(standing.target)
        slices = []
        for at, rung in enumerate(up_to):
            low = rung.bound * target
            high = base if at + 1 == len(up_to) else min(base, up_to[at + 1].bound * target)
            if high > low and rung.rate:
                slices.append(Slice((high - low) * rung.rate, low, high, rung.rate, rung.name))
        return tuple(slices)


@dataclass(frozen=True, slots=True)
class HighestBonus:
    """The bonus in force on the highest rung reached; also a team award, on the region's standing."""

    rungs: tuple[Rung, ...]

    def calc(self, standing: Standing) -> tuple[Slice, ...]:
        up_to = reached(self.rungs, standing)
        named = next((rung for rung in reversed(up_to) if rung.own_bonus), None)
        if named is None or not up_to[-1].bonus:
            return ()
        return (Slice(Fraction(up_to[-1].bonus), name=named.name),)


@dataclass(frozen=True, slots=True)
class StackedBonus:
    """The bonuses of all rungs reached."""

    rungs: tuple[Rung, ...]

    def calc(self, standing: Standing) -> tuple[Slice, ...]:
        up_to = reached(self.rungs, standing)
        return tuple(Slice(Fraction(rung.own_bonus), name=rung.name) for rung in up_to if rung.own_bonus)


@dataclass(frozen=True, slots=True)
class EveryFullStep:
    """每满: `amount` for each whole `size` of the actual."""

    size: Decimal
    amount: Decimal

    def calc(self, standing: Standing) -> tuple[Slice, ...]:
        steps = max(0, int(Fraction(standing.actual) // Fraction(self.size)))
        return (Slice(steps * Fraction(self.amount)),) if steps else ()
