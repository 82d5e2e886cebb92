"""How a figure looks that may be money, a count, a ratio or another number from one row to the next."""

from decimal import Decimal
from typing import Final

from salescli.excel.book import Format
from salescli.measure.metric import Measure

FORMATS: Final = {
    Measure.MONEY: Format.MONEY,
    Measure.COUNT: Format.COUNT,
    Measure.RATIO: Format.RATIO,
    Measure.NUMBER: Format.NUMBER,
}


def form_of(measure: Measure, value: Decimal | None) -> Format:
    """How a figure looks; an average of counts keeps its decimals."""
    if measure is Measure.COUNT and value is not None and value != value.to_integral_value():
        return Format.NUMBER
    return FORMATS[measure]
