"""Sharing a total out in whole units, so that the shares always add up to it.

The method of the largest remainder (Hamilton, 1792): everybody first gets the whole units of their exact
share, and the units left over go one each to the largest remainders. No share is ever a unit or more away
from its exact value. Equal remainders are served from the top, so the same input gives the same output.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm

from salescli.measure.rounding import Number, exact


def allocate(units: int, weights: Sequence[Number]) -> tuple[int, ...]:
    """`units` shared out by `weights`, in their order; all-zero weights share evenly.

    Raises ValueError for a negative total or weight, and when there is nobody to share a total.
    """
    if units < 0 or any(weight < 0 for weight in weights):
        raise ValueError("neither a total nor a weight can be negative")
    if not weights:
        if units:
            raise ValueError(f"nobody to share {units} units")
        return ()
    whole = _whole(weights)
    total = sum(whole)
    shares = [units * weight // total for weight in whole]
    remainders = [units * weight % total for weight in whole]
    first = sorted(range(len(whole)), key=lambda at: (-remainders[at], at))
    for at in first[: units - sum(shares)]:
        shares[at] += 1
    return tuple(shares)


def allocate_amount(total: Decimal, weights: Sequence[Number], unit: Decimal) -> tuple[Decimal, ...]:
    """`total` shared out in multiples of `unit`; raises ValueError when it is no multiple itself."""
    units, odd = whole_units(total, unit)
    if odd:
        raise ValueError(f"{total} is no multiple of {unit}")
    return tuple(times(share, unit) for share in allocate(units, weights))


def whole_units(total: Decimal, unit: Decimal) -> tuple[int, Decimal]:
    """How many whole units `total` holds, and the odd part left over (from 0 to below one unit)."""
    units = exact(total) // exact(unit)
    odd = exact(total) - units * exact(unit)
    places = max(_places(total), _places(unit))
    return units, Decimal(int(odd * 10**places)).scaleb(-places)


def times(units: int, unit: Decimal) -> Decimal:
    """`units` × `unit` without the decimal context, which would round what has more than 28 digits."""
    places = _places(unit)
    return Decimal(f"{units * int(unit.scaleb(places))}E-{places}")


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _whole(weights: Sequence[Number]) -> list[int]:
    """The weights in the same proportions as whole numbers; all ones when all are zero."""
    fractions = [Fraction(weight) for weight in weights]
    if not any(fractions):
        return [1] * len(fractions)
    scale = lcm(*(weight.denominator for weight in fractions))
    return [int(weight * scale) for weight in fractions]
