"""What the cells of a plan hold beside plain figures: relative weights, and spans of time."""

from decimal import Decimal
from typing import Any, ClassVar

from salescli.measure.period import Month, Quarter, Year, parse_period, parse_quarter
from salescli.table.codes.cells import BAD_MONTH
from salescli.table.codes.split.pins import BAD_SPAN
from salescli.table.dates import MonthKind
from salescli.table.kind import CellContext, CellError, Kind, Stored, normal
from salescli.table.numbers import NumberKind
from salescli.table.numeral import parse_numeral
from salescli.words.language import Lang, Text


class WeightKind(NumberKind):
    """A relative weight: a plain number, or a percentage."""

    label: ClassVar[Text] = Text("权重", "weight")

    def parse(self, raw: object, context: CellContext) -> Decimal:
        numeral = parse_numeral(raw) if isinstance(raw, str) else None
        return numeral.value if numeral is not None and numeral.percent else super().parse(raw, context)


_WHOLE_YEAR = frozenset(map(normal, ("全年", "整年", "年度", "全年度", "本年", "year", "full year", "whole year")))

_YEARS = range(1950, 2120)
"""Plain numbers that are years; as days they would be of 1905."""


class SpanKind(Kind[Month | Quarter | Year]):
    """A month, a quarter (``2026Q3``, ``三季度``) or a whole year (``2026年``, or ``全年`` when it is known)."""

    name: ClassVar[str] = "span"
    label: ClassVar[Text] = Text("月份、季度或年度", "month, quarter or year")
    python: ClassVar[type[Any]] = object

    def parse(self, raw: object, context: CellContext) -> Month | Quarter | Year:
        text = str(raw) if isinstance(raw, str) else ""
        if normal(text) in _WHOLE_YEAR and context.year is not None:
            return Year(context.year)
        found = parse_period(text) or parse_quarter(text, context.year)
        if isinstance(found, Quarter | Year):
            return found
        if isinstance(raw, int | float) and raw in _YEARS:
            return Year(int(raw))
        try:
            return MonthKind().parse(raw, context)
        except CellError as refused:
            if refused.code is BAD_MONTH:
                raise CellError(BAD_SPAN) from refused
            raise

    def write(self, value: Month | Quarter | Year, lang: Lang) -> Stored:
        return value.first if isinstance(value, Month) else str(value)

    def show(self, value: Month | Quarter | Year, lang: Lang) -> str:
        return value.label(lang)
