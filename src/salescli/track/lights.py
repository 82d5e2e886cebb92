"""Achievement, variance and the traffic lights as live formulas over the fields `target` and `actual`.

A status is a comparison of whole fen times whole numbers (``actual × 5 ≥ target × 4``), never a quotient of
floats against 0.8, so a figure exactly on a line falls on the side the configuration gives it.
"""

from fractions import Fraction
from typing import Final

from salescli.excel.book import Rule, Tone
from salescli.measure.achievement import Status, Thresholds
from salescli.words.language import Lang

TONES: Final = {
    Status.BEHIND: Tone.RED,
    Status.NEAR: Tone.YELLOW,
    Status.EXCEEDED: Tone.GREEN,
    Status.NO_TARGET: Tone.GREY,
}

ACHIEVEMENT: Final = 'IF({target}>0,{actual}/{target},"")'
VARIANCE: Final = "{actual}-{target}"


def status_formula(thresholds: Thresholds, lang: Lang) -> str:
    """The status word of a line."""
    exceeded = _beyond(thresholds.exceeded, thresholds.exceeded_owns_line)
    near = _beyond(thresholds.near, thresholds.near_owns_line)
    word = {status: f'"{status.word.say(lang)}"' for status in Status}
    reached = f"IF({exceeded},{word[Status.EXCEEDED]},IF({near},{word[Status.NEAR]},{word[Status.BEHIND]}))"
    return f"IF({{target}}<=0,{word[Status.NO_TARGET]},{reached})"


def status_rules(lang: Lang, key: str = "status", *, total: bool = False) -> tuple[Rule, ...]:
    """The colours that follow the status word."""
    return tuple(
        Rule((key,), f'{{{key}}}="{status.word.say(lang)}"', tone, total=total) for status, tone in TONES.items()
    )


def _beyond(line: Fraction, owns_line: bool) -> str:
    sign = ">=" if owns_line else ">"
    return f"ROUND({{actual}}*100,0)*{line.denominator}{sign}ROUND({{target}}*100,0)*{line.numerator}"
