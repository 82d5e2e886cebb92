"""Sharing a total out in whole units, so that the shares always add up to it.

The method of the largest remainder (Hamilton, 1792): everybody first gets the whole units of their exact
share, and the units left over go one each to the largest remainders. No share is ever a unit or more away
from its exact value. Equal remainders are served from the top, so the same input gives the same output.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from math import lcm
from typing import Final

from salescli.measure.rounding import Number, exact

_NOTHING: Final = Decimal(0)


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
    whole = in_proportion(weights)
    total = sum(whole)
    if not total:
        whole, total = [1] * len(whole), len(whole)
    shares, remainders = [], []
    for weight in whole:
        share, remainder = divmod(units * weight, total)
        shares.append(share)
        remainders.append(remainder)
    left = units - sum(shares)
    if left:
        # sorting keeps the order of equals
        for at in sorted(range(len(whole)), key=remainders.__getitem__, reverse=True)[:left]:
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
    return Counting(unit).amount(units)


class Counting:
    """Amounts as numbers of one unit and back, exactly, for whoever counts a great many of them."""

    __slots__ = ("_places", "_size", "_suffix", "unit")

    def __init__(self, unit: Decimal) -> None:
        self.unit, self._places = unit, _places(unit)
        self._size, self._suffix = int(unit.scaleb(self._places)), f"E-{self._places}"

    def amount(self, units: int) -> Decimal:
        """`units` × the unit."""
        return Decimal(f"{units * self._size}{self._suffix}") if self._places else Decimal(units * self._size)

    def amounts(self, units: Iterable[int]) -> Iterator[Decimal]:
        """Each × the unit."""
        return map(Decimal if self._size == 1 and not self._places else self.amount, units)

    def count(self, amount: Decimal) -> tuple[int, Decimal]:
        """How many whole units an amount holds, and the odd part left over."""
        above, below = amount.as_integer_ratio()
        units, rest = divmod(above * 10**self._places, below * self._size)
        return (units, _NOTHING) if not rest else whole_units(amount, self.unit)


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def in_proportion(figures: Sequence[Number]) -> list[int]:
    """`figures` as whole numbers in the same proportions."""
    pairs = [figure.as_integer_ratio() for figure in figures]
    scale = lcm(*(below for _, below in pairs))
    if scale == 1:
        return [above for above, _ in pairs]
    return [above * (scale // below) for above, below in pairs]
