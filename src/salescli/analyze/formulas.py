"""The live formulas that only sheets of analysis have; those of achievement and status are `excel.lights`'."""

from typing import Final

from salescli.analyze.metrics import Metric
from salescli.excel.lights import status_formula
from salescli.excel.writing.cells import decimals
from salescli.measure.achievement import Thresholds
from salescli.measure.metric import Measure
from salescli.words.language import Lang

_FINEST: Final = 9


def change_formula(base: str) -> str:
    """环比 or 同比 of a row with `actual`, against the cell `base`."""
    return f'IF(OR({{actual}}="",N({{{base}}})<=0),"",({{actual}}-{{{base}}})/{{{base}}})'


def metric_status(metric: Metric, thresholds: Thresholds, lang: Lang) -> str:
    """The status word of a row with `target` and `actual`, as exact as the metric's own figures."""
    finest = 2 if metric.measure is Measure.MONEY else 6
    places = min(_FINEST, max(finest, decimals(metric.actual), decimals(metric.target)))
    return status_formula(thresholds, lang, places=places, direction=metric.direction)
