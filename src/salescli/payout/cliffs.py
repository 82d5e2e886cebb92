"""Points of a plan where selling more pays less: found before anybody is paid by it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import islice, pairwise

from salescli.measure.money import grouped, to_fen
from salescli.payout.choices import Terms
from salescli.payout.plan import Plan, Rung
from salescli.payout.tiers import exact_percent
from salescli.table.codes.payout import tiers as codes
from salescli.table.problem import Problem, problem


def cliffs(plan: Plan, targets: Iterable[Decimal], terms: Terms) -> Iterator[Problem]:
    """Bounds at which pay drops, with the first of `targets` (yuan a month) for which it does.

    Between two bounds pay never falls; at a bound b it changes, for a target t, by
    (rate − rate below) × b × t under `whole` and not at all under `marginal`, plus the change of the bonus.
    """
    tried = sorted({target for target in targets if target > 0})
    for ladder in plan.ladders:
        for below, rung in pairwise(ladder.rungs):
            if rung.rate < below.rate or rung.bonus < below.bonus:
                yield from islice(_falls(below, rung, tried, terms), 1)
    for ladder in plan.team_ladders:
        for below, rung in pairwise(ladder.rungs):
            if rung.bonus < below.bonus:
                details = {"bound": exact_percent(rung.bound), "target": "—"}
                amounts = {"before": grouped(below.bonus), "after": grouped(rung.bonus)}
                yield problem(codes.PAYS_LESS, rung.tiers[0].wording.place, found=rung.name, **details, **amounts)


def _falls(below: Rung, rung: Rung, targets: Iterable[Decimal], terms: Terms) -> Iterator[Problem]:
    for target in targets:
        sold = rung.bound * Fraction(target)
        before, after = below.rate * sold, rung.rate * sold
        if terms.mode == "marginal":
            before = after = Fraction(0)
        if terms.bonus == "highest":
            before, after = before + Fraction(below.bonus), after + Fraction(rung.bonus)
        if after < before:
            details = {
                "found": rung.name,
                "bound": exact_percent(rung.bound),
                "target": grouped(target),
                "before": grouped(to_fen(before)),
                "after": grouped(to_fen(after)),
            }
            yield problem(codes.PAYS_LESS, rung.tiers[0].wording.place, **details)
