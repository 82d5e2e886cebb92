"""A figure whose measure differs from row to row: ``1,500,000``, ``30家``, ``5万元``, ``12%``, ``500元/个``.

The tables of metrics hold such figures side by side. The unit typed in the cell says what is measured; where
none is typed, the name of the metric decides (:func:`salescli.measure.metric.measure_of`), which the reader
of the table does once it knows the row: see :meth:`Quantity.named`.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from salescli.measure.metric import Measure, figure, measure_of
from salescli.table.codes import cells as codes
from salescli.table.kind import CellContext, CellError, Kind, Stored
from salescli.table.numbers import LARGEST, as_decimal, is_unit, typed_numeral
from salescli.words.language import Lang, Text


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with its measure; `measure` is None until a unit or the metric's name has settled it.

    `value` is in base units: CNY, a count, or a ratio (12 % is 0.12).
    """

    value: Decimal
    measure: Measure | None = None
    unit: str | None = None

    def named(self, metric: str, unit: str | None = None) -> "Quantity":
        """This quantity as a figure of `metric`, whose name settles a measure that no unit did."""
        if self.measure is not None:
            return self
        return Quantity(self.value, measure_of(metric, unit), self.unit or unit)

    @property
    def resolved(self) -> Measure:
        """The measure, a plain number while nothing has settled it."""
        return self.measure or Measure.NUMBER

    def show(self, lang: Lang) -> str:
        """The figure as a person would write it."""
        return figure(self.value, self.resolved, self.unit, lang)


class QuantityKind(Kind[Quantity]):
    """A figure with or without its unit."""

    name: ClassVar[str] = "quantity"
    label: ClassVar[Text] = Text("数值(可带单位)", "figure, with its unit if any")
    python: ClassVar[type[Any]] = Quantity
    wordless: ClassVar[bool] = True
    format: ClassVar[str] = "number"
    width: ClassVar[int] = 14

    def parse(self, raw: object, context: CellContext) -> Quantity:
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            if raw != raw or abs(raw) >= LARGEST:
                raise CellError(codes.TOO_LARGE)
            return self._scaled(as_decimal(raw), context)
        numeral = typed_numeral(raw.lstrip("≥≤><="), context.scale) if isinstance(raw, str) else None
        if numeral is None:
            raise CellError(codes.BAD_QUANTITY)
        if numeral.percent:
            return Quantity(numeral.value, Measure.RATIO, "%")
        if context.scale and numeral.is_bare_currency:
            raise CellError(codes.SIGN_UNDER_SCALE)
        if numeral.is_money:
            return Quantity(numeral.value, Measure.MONEY, numeral.unit or "元")
        if numeral.unit:
            if not is_unit(numeral.unit):
                raise CellError(codes.BAD_QUANTITY)
            return Quantity(numeral.value, measure_of("", numeral.unit), numeral.unit)
        return Quantity(numeral.value) if numeral.scaled else self._scaled(numeral.value, context)

    def _scaled(self, value: Decimal, context: CellContext) -> Quantity:
        if context.scale:
            return Quantity(value.scaleb(context.scale), Measure.MONEY, "元")
        return Quantity(value)

    def write(self, value: Quantity, lang: Lang) -> Stored:
        """A plain number where nothing is lost by it, else text with the unit."""
        if value.measure is None or value.unit is None:
            return value.value
        if value.measure is Measure.RATIO:
            return f"{(value.value * 100).normalize():f}%"
        if lang is Lang.ZH and value.unit.startswith("元") and abs(value.value) >= 10_000 and not value.value % 100:
            return f"{value.value.scaleb(-4).normalize():f}万{value.unit}"
        return f"{value.value:f}{value.unit}"

    def show(self, value: Quantity, lang: Lang) -> str:
        return value.show(lang)

    def json_schema(self) -> dict[str, Any]:
        return {"type": ["number", "string"]}
