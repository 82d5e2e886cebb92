"""The figures of one row brought to one unit.

A row of metrics holds figures as people type them: ``30家`` beside ``24``, ``5万元`` beside ``5.2万元``. The first
unit typed in a cell says what is measured, else the row's 单位, else the metric's name; a scaled 单位 such as
万元 scales the plain figures of its row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from salescli.measure.metric import Measure, bare_unit, measure_of, unit_measure
from salescli.table.codes import analyze as codes
from salescli.table.codes import cells as cell_codes
from salescli.table.numbers import PLAIN_RATIO_LIMIT
from salescli.table.numeral import parse_numeral
from salescli.table.problem import Code, Problem, problem
from salescli.table.quantity import Quantity
from salescli.table.row import Row
from salescli.words.language import Lang, Text

_SCALE_WORDS: Final = frozenset("十百千万亿萬億")
_YUAN: Final = "元"

Figures = Mapping[str, Quantity | None]
"""The figures of one row by the row's field names."""


@dataclass(frozen=True, slots=True)
class OneUnit:
    """What a row measures. `unit` is without scale and None for ratios; `scale` multiplies plain figures."""

    measure: Measure
    unit: str | None
    scale: Decimal

    def value(self, quantity: Quantity | None) -> Decimal | None:
        """A figure of the row in base units."""
        if quantity is None:
            return None
        return quantity.value * self.scale if quantity.measure is None else quantity.value


def one_unit(metric: str, unit: str | None, figures: Figures) -> OneUnit:
    """The unit of a row whose metric is `metric` and whose 单位 cell holds `unit`."""
    typed = next((item for item in figures.values() if item is not None and item.measure is not None), None)
    measure = typed.resolved if typed else measure_of(metric, unit)
    word = unit or (typed.unit if typed else None)
    return OneUnit(measure, _unit_word(measure, word), _scale(unit))


def unit_problem(row: Row, metric: str, unit: str | None, figures: Figures) -> Problem | None:
    """What makes the figures of a row incomparable: two kinds of unit, or a plain figure nobody can be sure of."""
    settled = one_unit(metric, unit, figures)
    told = unit_measure(unit)
    for key, item in figures.items():
        if item is None:
            continue
        if (item.measure or settled.measure) is not settled.measure or (told and told is not settled.measure):
            shown = tuple(other.show(Lang.ZH) for other in figures.values() if other is not None)
            return problem(codes.UNITS_DIFFER, row.at(key), metric=metric, figures=(*shown, *((unit,) if unit else ())))
        if item.measure is None and (found := _unsure(item.value, settled, unit)) is not None:
            return Problem(found[0], row.at(key), found[1])
    return None


def _unsure(value: Decimal, settled: OneUnit, unit: str | None) -> tuple[Code, Mapping[str, object]] | None:
    plain = f"{value:f}"
    if settled.measure is Measure.RATIO and abs(value) > PLAIN_RATIO_LIMIT:
        decimal = f"{value.scaleb(-2).normalize():f}"
        return cell_codes.AMBIGUOUS_RATIO, {"found": plain, "percent": plain, "decimal": decimal}
    if settled.scale > 1 and abs(value) >= settled.scale:
        return codes.SCALED_TWICE, {"found": plain, "unit": unit, "column": Text("单位", "Unit")}
    return None


def _unit_word(measure: Measure, unit: str | None) -> str | None:
    if measure is Measure.RATIO:
        return None
    if measure is Measure.MONEY:
        return unit.lstrip("".join(_SCALE_WORDS)) if unit and "/" in unit else _YUAN
    return bare_unit(unit) or None


def _scale(unit: str | None) -> Decimal:
    if not unit or unit[0] not in _SCALE_WORDS or unit_measure(unit) not in (Measure.MONEY, Measure.COUNT):
        return Decimal(1)
    numeral = parse_numeral(f"1{unit}")
    return numeral.value if numeral else Decimal(1)
