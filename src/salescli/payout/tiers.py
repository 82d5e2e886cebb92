"""One person under one ladder in one month: the tier, the commission and the bonus, with every step."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from salescli.measure.money import grouped
from salescli.measure.ratio import percent
from salescli.measure.rounding import half_up, nearest, plain, whole_pair
from salescli.payout.choices import Terms
from salescli.payout.ladder_sums import NOTHING
from salescli.payout.person_pay import Part
from salescli.payout.plan import Ladder, Rung
from salescli.payout.scales import (
    HighestBonus,
    MarginalRate,
    Scale,
    StackedBonus,
    Standing,
    WholeRate,
)
from salescli.payout.steps import Earned, Step, Tale, Time
from salescli.words import payout as words

if TYPE_CHECKING:
    from salescli.payout.people import Person
    from salescli.payout.settled import Settled


def rate_scale(ladder: Ladder, terms: Terms) -> Scale:
    """The scale that pays commission on `ladder`."""
    return MarginalRate(ladder.rungs) if terms.mode == "marginal" else WholeRate(ladder.rungs)


def bonus_scale(ladder: Ladder, terms: Terms) -> Scale:
    """The scale that pays bonuses on `ladder`."""
    return StackedBonus(ladder.rungs) if terms.bonus == "stack" else HighestBonus(ladder.rungs)


class Paid(NamedTuple):
    """What a part pays, where nobody asks how it comes about."""

    month: Time
    earned: Earned

    def steps(self) -> tuple[Step, ...]:
        """Nothing is told."""
        return ()


def paid_under(ladder: Ladder, standing: Standing, month: Time, terms: Terms) -> Paid:
    """What the part that :func:`part_of` gives pays, for the sums of thousands of people."""
    _, commission, bonus = _earned(ladder, standing, terms)
    return Paid(month, (("commission", commission), ("bonus", bonus)))


def part_of(ladder: Ladder | None, standing: Standing, month: Time, terms: Terms) -> tuple[Part, Tale]:
    """The part and what is told of it; without a ladder it earns nothing and says so."""
    if ladder is None:
        step = Step("commission", words.NO_LADDER, month=month)
        return Part(month, None, standing, None, None, NOTHING, NOTHING, (step,)), step
    count, commission, bonus = _earned(ladder, standing, terms)
    rungs = ladder.rungs
    rung = rungs[count - 1] if count else None
    following = rungs[count] if count < len(rungs) else None
    remarks = tuple(_remarks(standing, following, month))
    part = Part(month, ladder, standing, rung, following, commission, bonus, remarks)
    return part, PartTale(part, terms)


def _earned(ladder: Ladder, standing: Standing, terms: Terms) -> tuple[int, Decimal, Decimal]:
    """How many rungs are reached, the commission and the bonus."""
    sums = ladder.sums
    count = sums.reached(standing.target, standing.actual)
    if terms.mode == "marginal":
        commission = sums.marginal(count, standing.target, standing.base)
    else:
        commission = sums.whole(count, standing.base)
    return count, commission, (sums.stacked if terms.bonus == "stack" else sums.highest)[count]


@dataclass(frozen=True, slots=True)
class PartTale:
    """How a part under a ladder comes about: the tier, the commission and the bonus."""

    part: Part
    terms: Terms

    @property
    def month(self) -> Time:
        return self.part.month

    @property
    def earned(self) -> Earned:
        """Commission and bonus."""
        return (("commission", self.part.commission), ("bonus", self.part.bonus))

    def steps(self) -> tuple[Step, ...]:
        """The tier, what is remarkable, each slice of the commission and each bonus."""
        part, terms, ladder = self.part, self.terms, self.part.ladder
        assert ladder is not None  # made for parts with a ladder only
        commission = _whole_steps(part) if terms.mode == "whole" else _slice_steps(part, rate_scale(ladder, terms))
        bonus = _bonus_step(part) if terms.bonus == "highest" else _bonus_steps(part, bonus_scale(ladder, terms))
        return (_tier_step(part), *part.remarks, *commission, *bonus)


def paid_part(
    person: "Person", standing: Standing, month: Time, settled: "Settled", region: str, ladder: Ladder | None
) -> tuple[Part, Tale]:
    """The part of a month that was paid by itself, with what it was paid and its rung of `ladder`; it earns nothing
    again."""
    paid = settled.of(person, region)
    total = NOTHING if paid is None else paid.total
    details = {"period": str(settled.period), "paid": grouped(total)}
    step = Step("commission", words.PAID_APART, details, month=month)
    count = 0 if ladder is None else ladder.sums.reached(standing.target, standing.actual)
    stood = ladder.rungs[count - 1] if ladder is not None and count else None
    return Part(month, None, standing, None, None, NOTHING, NOTHING, (step,), paid=total, stood=stood), step


@lru_cache(maxsize=1024)
def exact_percent(value: Fraction) -> str:
    """A bound or a rate with all its digits: ``1.5%``."""
    return f"{plain(value * 100, 8)}%"


def just_below(part: Part) -> bool:
    """Whether achievement is displayed as a bound that it does not reach."""
    return _just_below(part.standing, part.following)


def _just_below(standing: Standing, following: Rung | None) -> bool:
    if following is None or standing.target <= 0:
        return False
    (sold, of_sold), (wanted, of_wanted) = whole_pair(standing.actual), whole_pair(standing.target)
    tenths = nearest(sold * of_wanted * 1000, wanted * of_sold)
    return tenths * following.bound.denominator >= following.bound.numerator * 1000


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


def _remarks(standing: Standing, following: Rung | None, month: Time) -> Iterator[Step]:
    if standing.base < 0:
        yield Step("commission", words.BASE_BELOW_ZERO, figures=grouped(standing.base), month=month)
    if following is not None and _just_below(standing, following):
        details = {
            "shown": percent(standing.achievement),
            "bound": exact_percent(following.bound),
            "missing": grouped(standing.missing(following.bound)),
        }
        yield Step("commission", words.JUST_BELOW, details, month=month)


def _whole_steps(part: Part) -> Iterator[Step]:
    """The whole base at one rate."""
    if part.rung is not None and part.rung.rate and part.standing.base > 0:
        worth = f"{grouped(part.standing.base)} × {exact_percent(part.rung.rate)} = {part.commission:,f}"
        yield Step("commission", words.WHOLE_STEP, {}, worth, part.commission, part.month)


def _slice_steps(part: Part, scale: Scale) -> Iterator[Step]:
    """The slices of the base, each at its rate."""
    slices = scale.calc(part.standing)
    for at, item in enumerate(slices):
        rate = exact_percent(item.rate or Fraction(0))
        worth = f"{grouped(item.high - item.low)} × {rate} = {_money(item.earned)}"
        amount = part.commission if at + 1 == len(slices) else None
        details = {"low": grouped(item.low), "high": grouped(item.high), "rate": rate}
        told = words.SLICE_STEP
        if amount is not None and part.following and item.high > part.following.bound * Fraction(part.standing.target):
            told, details = words.SLICE_TOP_STEP, details | {"tier": item.name}
        yield Step("commission", told, details, worth, amount, part.month)


def _bonus_step(part: Part) -> Iterator[Step]:
    """The bonus in force, under the name of the rung that names it."""
    if part.rung is not None and part.ladder is not None and part.bonus:
        reached = [rung for rung in part.ladder.rungs if rung.bound <= part.rung.bound]
        named = next(rung for rung in reversed(reached) if rung.own_bonus)
        yield Step("bonus", words.BONUS_STEP, {"tier": named.name}, f"{part.bonus:,f}", part.bonus, part.month)


def _bonus_steps(part: Part, scale: Scale) -> Iterator[Step]:
    """The bonuses of all rungs reached."""
    slices = scale.calc(part.standing)
    for at, item in enumerate(slices):
        amount = part.bonus if at + 1 == len(slices) else None
        yield Step("bonus", words.BONUS_STEP, {"tier": item.name}, _money(item.earned), amount, part.month)


def _money(value: Fraction) -> str:
    return f"{half_up(value, 2):,f}"
