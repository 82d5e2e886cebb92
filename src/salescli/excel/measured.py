"""How a figure looks that may be money, a count, a ratio or another number from one row to the next."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.excel.book import Format
from salescli.excel.writing.cells import decimals
from salescli.measure.metric import Measure, in_days

FORMATS: Final = {
    Measure.MONEY: Format.MONEY,
    Measure.COUNT: Format.COUNT,
    Measure.RATIO: Format.RATIO,
    Measure.NUMBER: Format.NUMBER,
}

_TYPED: Final = 2
"""Decimals that people type; more of them come from a division."""


def form_of(measure: Measure, value: Decimal | Fraction | None, name: str, unit: str | None = None) -> Format:
    """How a figure of the metric `name` looks: days with one decimal, as what a division left; other numbers and
    averages of counts keep the decimals that they have."""
    whole = value is None or decimals(value) == 0
    if measure in (Measure.MONEY, Measure.RATIO) or (measure is Measure.COUNT and whole):
        return FORMATS[measure]
    if measure is Measure.NUMBER and in_days(name, unit):
        return Format.TENTH
    return Format.TENTH if decimals(value) > _TYPED else Format.NUMBER
