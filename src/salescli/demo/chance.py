"""Chance that falls the same way on every machine and in every version: a hash of what is being decided."""

from fractions import Fraction
from hashlib import sha256


def draw(*what: object) -> Fraction:
    """A fraction from 0 up to (not including) 1, the same for the same `what`."""
    text = "|".join(map(str, what))
    return Fraction(int.from_bytes(sha256(text.encode("utf-8")).digest()[:8]), 1 << 64)


def between(low: Fraction, high: Fraction, *what: object) -> Fraction:
    """A fraction from `low` up to `high`."""
    return low + (high - low) * draw(*what)


def whole(low: int, high: int, *what: object) -> int:
    """A whole number from `low` to `high`, both included."""
    return low + int(draw(*what) * (high - low + 1))
