"""Targets times a factor, each figure rounded half up to the goal's rounding unit."""

from decimal import Decimal
from fractions import Fraction

from salescli.measure.rounding import exact, half_up
from salescli.split.allocate import times
from salescli.split.parts import Months


def multiple(target: Decimal, factor: Fraction, unit: Decimal) -> Decimal:
    """`target` × `factor` in whole units; a factor of 1 leaves it untouched."""
    if factor == 1:
        return target
    return times(int(half_up(exact(target) * factor / exact(unit), 0)), unit)


def multiples(months: Months, factor: Fraction, unit: Decimal) -> Months:
    """Month by month; a longer period is the sum of its rounded months."""
    return {month: multiple(target, factor, unit) for month, target in months.items()}
