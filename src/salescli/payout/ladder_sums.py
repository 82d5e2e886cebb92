"""What a ladder pays, in whole numbers, rounded once.

:mod:`salescli.payout.scales` says part by part where a commission comes from, in exact fractions. Here is only how
much it is, for thousands of people at several achievements: a ladder's bounds and rates are brought to one denominator
once, and each standing is compared with them in whole numbers. Both are exact, and a test holds them to be equal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Final

from salescli.measure.money import to_fen
from salescli.measure.rounding import quotient, whole_pair

NOTHING: Final = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class LadderSums:
    """Rungs from the lowest bound up: `bounds` are in `per_bound`ths of the target, `rates` in `per_rate`ths.

    `highest` and `stacked` are the bonus in yuan of somebody on no rung, on the first, on the second and so on: the one
    in force, and all of those reached.
    """

    bounds: tuple[int, ...]
    per_bound: int
    rates: tuple[int, ...]
    per_rate: int
    highest: tuple[Decimal, ...]
    stacked: tuple[Decimal, ...]

    def reached(self, target: Decimal, actual: Decimal) -> int:
        """How many rungs `actual` reaches of `target` (yuan), compared exactly; none without a target above zero."""
        if target <= 0:
            return 0
        (sold, of_sold), (wanted, of_wanted) = whole_pair(actual), whole_pair(target)
        sold, wanted = sold * of_wanted * self.per_bound, wanted * of_sold
        count = 0
        for bound in self.bounds:
            if sold < wanted * bound:
                break
            count += 1
        return count

    def whole(self, reached: int, base: Decimal) -> Decimal:
        """The rate of the highest rung of those `reached` × the whole base, yuan to the fen."""
        if not reached or base <= 0 or not (rate := self.rates[reached - 1]):
            return NOTHING
        over, under = whole_pair(base)
        return quotient(over * rate, under * self.per_rate, 2)

    def marginal(self, reached: int, target: Decimal, base: Decimal) -> Decimal:
        """Each slice of the base between two bounds at its own rate, the last to the end of the base; to the fen."""
        if not reached:
            return NOTHING
        (over, of_base), (wanted, of_wanted) = whole_pair(base), whole_pair(target)
        under = of_base * of_wanted * self.per_bound
        end = over * of_wanted * self.per_bound
        lows = [bound * wanted * of_base for bound in self.bounds[:reached]]
        total = 0
        for low, above, rate in zip(lows, (*lows[1:], end), self.rates, strict=False):
            if (high := min(end, above)) > low:
                total += (high - low) * rate
        return quotient(total, under * self.per_rate, 2)


def ladder_sums(
    bounds: Sequence[Fraction], rates: Sequence[Fraction], in_force: Sequence[Decimal], own: Sequence[Decimal]
) -> LadderSums:
    """The sums of the rungs with these bounds (strictly rising), rates, and bonuses in force and named there."""
    per_bound = lcm(1, *(bound.denominator for bound in bounds))
    per_rate = lcm(1, *(rate.denominator for rate in rates))
    return LadderSums(
        tuple(int(bound * per_bound) for bound in bounds),
        per_bound,
        tuple(int(rate * per_rate) for rate in rates),
        per_rate,
        (NOTHING, *map(to_fen, in_force)),
        tuple(to_fen(sum(own[:count], Decimal(0))) for count in range(len(own) + 1)),
    )
