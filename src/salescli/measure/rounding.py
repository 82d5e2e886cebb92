"""Exact numbers, and the one place where a figure is rounded.

Python's decimal context silently rounds what has more than 28 digits. Nothing here goes through it: a value
becomes an exact fraction, is rounded once in whole numbers, and becomes a `Decimal` again.
"""

from decimal import Decimal
from fractions import Fraction

Number = Decimal | Fraction | int
"""Every type a figure may have; a float is none of them."""


def exact(value: Number) -> Fraction:
    """`value` as a fraction, nothing lost. Raises TypeError for a float, which is not what was written."""
    return value if isinstance(value, Fraction) else Fraction(*whole_pair(value))


def whole_pair(value: Number) -> tuple[int, int]:
    """The two whole numbers whose quotient `value` is, the second above zero; TypeError for a float."""
    if isinstance(value, float):
        raise TypeError(f"{value!r} is a float; figures are Decimal, Fraction or int")
    return value.as_integer_ratio()


def half_up(value: Number, places: int, times: int = 1) -> Decimal:
    """`times` × `value` with exactly `places` decimals; ties go away from zero (0.005 → 0.01, -0.005 → -0.01).

    A result of zero has no sign.
    """
    over, under = whole_pair(value)
    return quotient(over * times, under, places)


def quotient(over: int, under: int, places: int) -> Decimal:
    """`over` ÷ `under` (above zero) rounded like :func:`half_up`, for whoever holds whole numbers already."""
    whole = nearest(over * 10**places, under)
    return Decimal(f"{whole}E-{places}")


def nearest(over: int, under: int) -> int:
    """The whole number nearest to `over` ÷ `under` (above zero); ties go away from zero."""
    whole = (2 * abs(over) + under) // (2 * under)
    return -whole if over < 0 else whole


def plain(value: Number, places: int = 6) -> str:
    """`value` as a plain decimal of at most `places` decimals, no trailing zeros, no exponent: ``7.5``."""
    digits = f"{half_up(value, places):f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def with_sign(value: Decimal, digits: str) -> str:
    """`digits` with a plus in front when `value` is above zero; a minus is already there."""
    return f"+{digits}" if value > 0 else digits
