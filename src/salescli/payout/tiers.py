"""One person under one ladder in one month: the tier, the commission and the bonus, with every step."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from salescli.measure.money import grouped
from salescli.measure.ratio import percent
from salescli.measure.rounding import half_up, plain
from salescli.payout.plan import Ladder
from salescli.payout.result import Part, Step, Terms, Time
from salescli.payout.scales import (
    HighestBonus,
    MarginalRate,
    Scale,
    Slice,
    StackedBonus,
    Standing,
    WholeRate,
    earned,
    reached,
)
from salescli.words import payout as words

if TYPE_CHECKING:
    from salescli.payout.people import Person
    from salescli.payout.settled import Settled

NOTHING = Decimal("0.00")


def rate_scale(ladder: Ladder, terms: Terms) -> Scale:
    """The scale that pays commission on `ladder`."""
    return MarginalRate(ladder.rungs) if terms.mode == "marginal" else WholeRate(ladder.rungs)


def bonus_scale(ladder: Ladder, terms: Terms) -> Scale:
    """The scale that pays bonuses on `ladder`."""
    return StackedBonus(ladder.rungs) if terms.bonus == "stack" else HighestBonus(ladder.rungs)


def part_of(ladder: Ladder | None, standing: Standing, month: Time, terms: Terms) -> tuple[Part, list[Step]]:
    """The part and its steps; without a ladder it earns nothing and says so."""
    if ladder is None:
        step = Step("commission", words.NO_LADDER, month=month)
        return Part(month, None, standing, None, None, NOTHING, NOTHING, (step,)), [step]
    up_to = reached(ladder.rungs, standing)
    rung = up_to[-1] if up_to else None
    following = ladder.rungs[len(up_to)] if len(up_to) < len(ladder.rungs) else None
    slices, bonuses = rate_scale(ladder, terms).calc(standing), bonus_scale(ladder, terms).calc(standing)
    part = Part(month, ladder, standing, rung, following, earned(slices), earned(bonuses), ())
    remarks = tuple(_remarks(part))
    steps = [_tier_step(part), *remarks, *_commission_steps(part, slices, terms), *_bonus_steps(part, bonuses)]
    return Part(month, ladder, standing, rung, following, part.commission, part.bonus, remarks), steps


def paid_part(
    person: "Person", standing: Standing, month: Time, settled: "Settled", region: str
) -> tuple[Part, list[Step]]:
    """The part of a month that was paid by itself, with what it was paid; it earns nothing again."""
    paid = settled.of(person, region)
    total = NOTHING if paid is None else paid.total
    details = {"period": str(settled.period), "paid": grouped(total)}
    step = Step("commission", words.PAID_APART, details, month=month)
    return Part(month, None, standing, None, None, NOTHING, NOTHING, (step,), paid=total), [step]


def exact_percent(value: Fraction) -> str:
    """A bound or a rate with all its digits: ``1.5%``."""
    return f"{plain(value * 100, 8)}%"


def just_below(part: Part) -> bool:
    """Whether achievement is displayed as a bound that it does not reach."""
    own = part.standing.achievement
    return own is not None and part.following is not None and half_up(own * 100, 1) >= part.following.bound * 100


def _tier_step(part: Part) -> Step:
    own, ladder = part.standing.achievement, part.ladder
    assert ladder is not None  # called for parts with a ladder only
    if own is None:
        return Step("commission", words.NO_ACHIEVEMENT, month=part.month)
    figures = f"{grouped(part.standing.actual)} ÷ {grouped(part.standing.target)} = {percent(own)}"
    if part.rung is None:
        details = {"achievement": percent(own), "bound": exact_percent(ladder.rungs[0].bound)}
        return Step("commission", words.REACHED_NONE, details, figures, month=part.month)
    details = {"achievement": percent(own), "tier": part.rung.name, "bound": exact_percent(part.rung.bound)}
    return Step("commission", words.REACHED, details, figures, month=part.month)


def _remarks(part: Part) -> Iterator[Step]:
    if part.standing.base < 0:
        yield Step("commission", words.BASE_BELOW_ZERO, figures=grouped(part.standing.base), month=part.month)
    if just_below(part) and part.following is not None:
        details = {
            "shown": percent(part.standing.achievement),
            "bound": exact_percent(part.following.bound),
            "missing": grouped(part.missing),
        }
        yield Step("commission", words.JUST_BELOW, details, month=part.month)


def _commission_steps(part: Part, slices: tuple[Slice, ...], terms: Terms) -> Iterator[Step]:
    for at, item in enumerate(slices):
        rate = exact_percent(item.rate or Fraction(0))
        worth = f"{grouped(item.high - item.low)} × {rate} = {_money(item.earned)}"
        amount = part.commission if at + 1 == len(slices) else None
        if terms.mode == "whole":
            yield Step("commission", words.WHOLE_STEP, {}, worth, amount, part.month)
        else:
            details = {"low": grouped(item.low), "high": grouped(item.high), "rate": rate}
            told = words.SLICE_STEP
            if (
                amount is not None
                and part.following
                and item.high > part.following.bound * Fraction(part.standing.target)
            ):
                told, details = words.SLICE_TOP_STEP, details | {"tier": item.name}
            yield Step("commission", told, details, worth, amount, part.month)


def _bonus_steps(part: Part, slices: tuple[Slice, ...]) -> Iterator[Step]:
    for at, item in enumerate(slices):
        amount = part.bonus if at + 1 == len(slices) else None
        yield Step("bonus", words.BONUS_STEP, {"tier": item.name}, _money(item.earned), amount, part.month)


def _money(value: Fraction) -> str:
    return f"{half_up(value, 2):,f}"
