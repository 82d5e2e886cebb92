"""Ratios: exact fractions until the moment they are shown."""

from fractions import Fraction

from salescli.measure.rounding import Number, exact, half_up, whole_pair, with_sign
from salescli.words.language import Lang
from salescli.words.measures import POINTS

__all__ = ["divide", "exact", "percent", "points_text", "ratio_text"]


def divide(a: Number | None, b: Number | None) -> Fraction | None:
    """`a` ÷ `b`, exact; None when either is missing or `b` is zero."""
    if a is None or b is None or b == 0:
        return None
    over, under = whole_pair(a), whole_pair(b)
    return Fraction(over[0] * under[1], over[1] * under[0])


def ratio_text(value: Number | None) -> str | None:
    """A ratio for JSON: six decimals, half up (``"0.952941"``); None stays None."""
    return None if value is None else f"{half_up(value, 6):f}"


def percent(value: Number | None, places: int = 1, signed: bool = False) -> str:
    """A ratio for a screen: 1.05 is ``105.0%``, signed ``+5.0%``; a missing one is an empty string."""
    if value is None:
        return ""
    shown = half_up(value, places, 100)
    digits = f"{shown:,f}%"
    return with_sign(shown, digits) if signed else digits


def points_text(value: Number | None, lang: Lang, places: int = 1) -> str:
    """A difference of two ratios in points, always signed: 0.04 is ``+4.0个百分点`` / ``+4.0 pp``."""
    if value is None:
        return ""
    shown = half_up(value, places, 100)
    return POINTS.say(lang, points=with_sign(shown, f"{shown:,f}"))
