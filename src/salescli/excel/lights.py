"""Achievement, variance and the traffic lights as live formulas over the fields `target` and `actual`.

Written once for every stage that shows a target beside its actual. A status is a comparison of whole numbers
(``actual × 5 ≥ target × 4``, both in whole fen), never a quotient of floats against 0.8, so that a figure exactly
on a line falls on the side the configuration gives it.
"""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from salescli.excel.book import CellValue, Field, Format, Line, Rule, Tone
from salescli.measure.achievement import Direction, Status, Thresholds
from salescli.words.language import Lang, Text

TONES: Final = {
    Status.BEHIND: Tone.RED,
    Status.NEAR: Tone.YELLOW,
    Status.EXCEEDED: Tone.GREEN,
    Status.NO_TARGET: Tone.GREY,
    Status.NO_DATA: Tone.GREY,
}

_NO_FORMATS: Final = MappingProxyType[str, Format]({})

VARIANCE: Final = "{actual}-{target}"

FEN: Final = 2
"""Decimal places of an amount of money."""


def reached_fields(target: Text, actual: Text, achievement: Text, status: Text, lang: Lang) -> tuple[Field, ...]:
    """The columns of a target beside its actual, under these headers; each line has its own format of the two."""
    return (
        Field("target", target.say(lang), Format.NUMBER),
        Field("actual", actual.say(lang), Format.NUMBER),
        Field("achievement", achievement.say(lang), Format.RATIO),
        Field("status", status.say(lang)),
    )


def reached_line(
    values: Mapping[str, CellValue],
    status: Status,
    lang: Lang,
    formulas: Mapping[str, str],
    formats: Mapping[str, Format] = _NO_FORMATS,
) -> Line:
    """A line of such columns, its status in words and colour."""
    tones = dict.fromkeys(("achievement", "status"), TONES[status])
    return Line({**values, "status": status.word.say(lang)}, tones, formulas, formats)


def achievement_formula(direction: Direction = Direction.HIGHER) -> str:
    """达成率 of a line."""
    if direction is Direction.HIGHER:
        return 'IF(N({target})>0,N({actual})/{target},"")'
    return 'IF(AND(N({target})>0,N({actual})>0),{target}/{actual},"")'


def status_formula(
    thresholds: Thresholds, lang: Lang, *, places: int = FEN, direction: Direction = Direction.HIGHER
) -> str:
    """The status word of a line whose figures have at most `places` decimals."""
    reached, wanted = (f"ROUND(N({{{key}}})*1E{places},0)" for key in ("actual", "target"))
    unknown = "N({target})<=0"
    if direction is Direction.LOWER:
        reached, wanted, unknown = wanted, reached, "OR(N({target})<=0,N({actual})<=0)"

    def beyond(line: Fraction, owns_line: bool) -> str:
        sign = ">=" if owns_line else ">"
        return f"{reached}*{line.denominator}{sign}{wanted}*{line.numerator}"

    near = beyond(thresholds.near, thresholds.near_owns_line)
    exceeded = beyond(thresholds.exceeded, thresholds.exceeded_owns_line)
    word = {status: f'"{status.word.say(lang)}"' for status in Status}
    inner = f"IF({near},{word[Status.NEAR]},{word[Status.BEHIND]})"
    return f"IF({unknown},{word[Status.NO_TARGET]},IF({exceeded},{word[Status.EXCEEDED]},{inner}))"


def status_rules(
    lang: Lang, keys: tuple[str, ...] = ("status", "achievement"), *, total: bool = False
) -> tuple[Rule, ...]:
    """The colours of `keys` that follow the status word."""
    return tuple(
        Rule(keys, f'{{status}}="{status.word.say(lang)}"', tone, total=total) for status, tone in TONES.items()
    )
