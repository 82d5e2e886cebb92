"""Tiers that never pay anything more: found before anybody is paid, because somebody meant something by them."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final

from salescli.measure.money import grouped
from salescli.payout.choices import Terms
from salescli.payout.conditions import Span
from salescli.payout.plan import Ladder, Limit, LimitKind, Plan, Rung
from salescli.payout.scales import Standing
from salescli.payout.tiers import bonus_scale, exact_percent, rate_scale
from salescli.table.codes.payout import tiers as codes
from salescli.table.problem import Problem, problem

FAR: Final = Fraction(10)
"""A bound from here on (1000 %) is more likely a slip of the pen than a target."""


def unreachable(plan: Plan, targets: Iterable[Decimal], terms: Terms) -> Iterator[Problem]:
    """Tiers that add nothing to the one below, lie out of reach, or pay what a cap takes away again.

    A cap hides a tier when, for each of `targets` (yuan a month), what is earned one fen short of its bound
    comes to the cap already.
    """
    tried = sorted({target for target in targets if target > 0})
    caps = [limit for limit in plan.limits if limit.kind is LimitKind.CAP]
    for ladder in (*plan.ladders, *plan.team_ladders):
        for rung in ladder.rungs:
            if rung.bound >= FAR:
                yield problem(
                    codes.TIER_FAR, rung.tiers[0].wording.place, found=rung.name, bound=exact_percent(rung.bound)
                )
        for below, rung in pairwise(ladder.rungs):
            if rung.rate == below.rate and not rung.own_bonus:
                details = {"bound": exact_percent(rung.bound), "other": below.name}
                yield problem(codes.TIER_ADDS_NOTHING, rung.tiers[0].wording.place, found=rung.name, **details)
    for ladder in plan.ladders:
        if ladder.span is Span.MONTH:
            yield from _hidden(ladder, caps, tried, terms)


def _hidden(ladder: Ladder, caps: Sequence[Limit], targets: Sequence[Decimal], terms: Terms) -> Iterator[Problem]:
    for cap in caps:
        general = not (cap.scope.regions or cap.scope.positions)  # a cap for some leaves the tier to the others
        for rung in ladder.rungs[1:]:
            if general and targets and all(_short_of(ladder, rung, target, terms) >= cap.amount for target in targets):
                details = {"bound": exact_percent(rung.bound), "cap": grouped(cap.amount)}
                yield problem(codes.TIER_HIDDEN, rung.tiers[0].wording.place, found=rung.name, **details)


def _short_of(ladder: Ladder, rung: Rung, target: Decimal, terms: Terms) -> Fraction:
    """What is earned one fen short of the bound of `rung`."""
    fen = -(-(rung.bound * Fraction(target) * 100).numerator // (rung.bound * Fraction(target) * 100).denominator)
    sold = Decimal(fen - 1).scaleb(-2)
    standing = Standing(target, sold, sold)
    slices = (*rate_scale(ladder, terms).calc(standing), *bonus_scale(ladder, terms).calc(standing))
    return sum((part.earned for part in slices), Fraction(0))
