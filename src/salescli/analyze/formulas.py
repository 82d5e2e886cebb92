"""The live formulas of analysis sheets, written once for every sheet that shows the same figure.

Statuses are compared in whole numbers (``ROUND(actual*100,0)*5 < ROUND(target*100,0)*4``), never as a quotient
of floats against 0.8, so that a figure exactly on a line falls on the side it owns.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.analyze.metrics import Metric
from salescli.excel.book import Format, Rule, Tone
from salescli.excel.writing.cells import decimals
from salescli.measure.achievement import Direction, Status, Thresholds
from salescli.measure.metric import Measure
from salescli.words.language import Lang

TONES: Final = {
    Status.BEHIND: Tone.RED,
    Status.NEAR: Tone.YELLOW,
    Status.EXCEEDED: Tone.GREEN,
    Status.NO_TARGET: Tone.GREY,
}

FORMATS: Final = {
    Measure.MONEY: Format.MONEY,
    Measure.COUNT: Format.COUNT,
    Measure.RATIO: Format.RATIO,
    Measure.NUMBER: Format.NUMBER,
}

_FINEST: Final = 9


def form_of(measure: Measure, value: Decimal | None) -> Format:
    """How a figure looks; an average of counts keeps its decimals."""
    if measure is Measure.COUNT and value is not None and value != value.to_integral_value():
        return Format.NUMBER
    return FORMATS[measure]


def achievement_formula(direction: Direction) -> str:
    """达成率 of a row with `target` and `actual`."""
    if direction is Direction.HIGHER:
        return 'IF(N({target})>0,N({actual})/{target},"")'
    return 'IF(AND(N({target})>0,N({actual})>0),{target}/{actual},"")'


def change_formula(base: str) -> str:
    """环比 or 同比 of a row with `actual`, against the cell `base`."""
    return f'IF(OR({{actual}}="",N({{{base}}})<=0),"",({{actual}}-{{{base}}})/{{{base}}})'


def status_formula(metric: Metric, thresholds: Thresholds, lang: Lang) -> str:
    """The status word of a row with `target` and `actual`, as exact as the metric's own figures."""
    finest = 2 if metric.measure is Measure.MONEY else 6
    places = min(_FINEST, max(finest, decimals(metric.actual), decimals(metric.target)))
    return _status(places, metric.direction, thresholds, lang)


def money_status_formula(thresholds: Thresholds, lang: Lang) -> str:
    """The status word of a row whose `target` and `actual` are amounts, compared in whole fen."""
    return _status(2, Direction.HIGHER, thresholds, lang)


def _status(places: int, direction: Direction, thresholds: Thresholds, lang: Lang) -> str:
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


def status_rules(lang: Lang, keys: tuple[str, ...] = ("status", "achievement"), *, total: bool = False) -> list[Rule]:
    """The colours that follow the status word."""
    return [Rule(keys, f'{{status}}="{status.word.say(lang)}"', tone, total=total) for status, tone in TONES.items()]
