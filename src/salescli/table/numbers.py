"""Cells that hold numbers: money, counts, ratios, plain numbers.

A spreadsheet stores binary floats. A float is taken as the shortest decimal that denotes it, which is
what the user typed or sees; arithmetic noise beyond 15 significant digits is dropped, as Excel does.
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, ClassVar, Final

from salescli.measure.metric import unit_measure
from salescli.measure.money import FEN, grouped
from salescli.measure.ratio import percent
from salescli.table.codes import cells as codes
from salescli.table.kind import CellContext, CellError, Kind, shown
from salescli.table.numeral import Numeral, parse_numeral
from salescli.table.problem import Code
from salescli.table.spelled import parse_spelled
from salescli.words.language import Lang, Text

LARGEST: Final = Decimal(10) ** 13
"""Beyond ten trillion, fen no longer fit the 15 digits of a spreadsheet number."""

_AMOUNTS: Final = re.compile(r"(?:(?!-0,)-?\d{1,13}(?:\.\d{1,2})?,)*+")
"""Numbers that are whole fen, and small enough that fen are among their 15 digits."""
_EXPONENT: Final = re.compile(r"([+-]?\d+(?:\.\d+)?)[eE]([+-]?\d{1,2})")
_LONG: Final = re.compile(r"-?\d{1,15}\.\d{3,}(?=,)")
_BARE: Final = {ord("["): None, ord("]"): ","}

PLAIN_RATIO_LIMIT: Final = Decimal(10)
"""A plain number above this in a ratio cell is more likely a percentage without its sign."""


def as_decimal(number: int | float) -> Decimal:
    """A spreadsheet number as the decimal its user sees (15 significant digits)."""
    if isinstance(number, int) or number.is_integer():
        return Decimal(int(number))
    text = repr(number)
    return Decimal(text if len(text) <= 16 else f"{number:.15g}")


def is_unit(word: str | None) -> bool:
    """Whether what follows a number is believable as its unit: a known one, or a short Chinese measure word."""
    if unit_measure(word) is not None:
        return True
    return word is not None and len(word) <= 4 and all("\u4e00" <= char <= "\u9fff" for char in word)


def typed_numeral(raw: str, scale: int = 0) -> Numeral | None:
    """A number as people type it in a cell: in digits, with an exponent (``1.2e5``), or spelled (``五万元``).

    Raises CellError for ``1.23E+05``, which is what a spreadsheet shows of a number, rounded to a few digits. Spelled
    under a header in 万 (`scale`) without 万 or 元, a number could be of either unit, so it is none.
    """
    if (numeral := parse_numeral(raw)) is not None:
        return numeral
    text = unicodedata.normalize("NFKC", raw).strip()
    if match := _EXPONENT.fullmatch(text):
        if match[2][0] in "+-0":
            raise CellError(codes.ROUNDED_DISPLAY)
        return Numeral(Decimal(text))
    numeral = parse_spelled(text)
    return None if numeral and scale and not numeral.scaled and not numeral.is_money else numeral


def _numeral(raw: object, refusal: Code, scale: int = 0) -> Numeral:
    if isinstance(raw, bool):
        raise CellError(refusal)
    if isinstance(raw, int | float):
        if raw != raw or abs(raw) >= LARGEST:
            raise CellError(codes.TOO_LARGE)
        return Numeral(as_decimal(raw))
    numeral = typed_numeral(raw, scale) if isinstance(raw, str) else None
    if numeral is None:
        raise CellError(refusal)
    if abs(numeral.value) >= LARGEST:
        raise CellError(codes.TOO_LARGE)
    return numeral


class NumberKind(Kind[Decimal]):
    """A plain number, with any unit after it."""

    name: ClassVar[str] = "number"
    label: ClassVar[Text] = Text("数值", "number")
    python: ClassVar[type[Any]] = Decimal
    wordless: ClassVar[bool] = True
    format: ClassVar[str] = "number"

    def parse(self, raw: object, context: CellContext) -> Decimal:
        numeral = _numeral(raw, codes.BAD_NUMBER)
        if numeral.percent:
            raise CellError(codes.RATIO_AS_MONEY)
        if numeral.unit and not is_unit(numeral.unit):
            raise CellError(codes.BAD_NUMBER)
        return numeral.value

    def json_schema(self) -> dict[str, Any]:
        return {"type": "number"}

    def show(self, value: Decimal, lang: Lang) -> str:
        return grouped(value)


class MoneyKind(NumberKind):
    """An amount in CNY, exact to the fen; 万 and 亿 in the cell or the header scale it."""

    name: ClassVar[str] = "money"
    label: ClassVar[Text] = Text("金额", "money")
    format: ClassVar[str] = "money"
    width: ClassVar[int] = 16

    def plain(self, cells: Sequence[Any], context: CellContext) -> list[Decimal] | None:
        if context.scale or cells[0].__class__ is not float:
            return None
        from pydantic_core import to_json

        written = to_json(cells).decode().translate(_BARE).replace(".0,", ",")  # the shortest digits of each, as repr
        if not _AMOUNTS.fullmatch(written):
            written = _LONG.sub(lambda number: f"{float(number[0]):.15g}", written)
        return list(map(Decimal, written.split(",")[:-1])) if _AMOUNTS.fullmatch(written) else None

    def parse(self, raw: object, context: CellContext) -> Decimal:
        numeral = _numeral(raw, codes.BAD_NUMBER, context.scale)
        if numeral.percent:
            raise CellError(codes.RATIO_AS_MONEY)
        if numeral.unit and not numeral.is_money:
            raise CellError(codes.BAD_NUMBER)
        if context.scale and numeral.is_bare_currency:
            raise CellError(codes.SIGN_UNDER_SCALE)
        value = numeral.value
        if context.scale and not numeral.scaled and not numeral.is_money:
            value = value.scaleb(context.scale)
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and exponent < -2:
            return self._to_fen(value, raw, context)
        return value

    def _to_fen(self, value: Decimal, raw: object, context: CellContext) -> Decimal:
        rounded = value.quantize(FEN, ROUND_HALF_UP)
        if rounded != value:
            context.note(codes.ROUNDED_TO_FEN, found=shown(raw), value=grouped(rounded))
        return rounded


class CountKind(Kind[int]):
    """A whole number of things."""

    name: ClassVar[str] = "count"
    label: ClassVar[Text] = Text("整数", "whole number")
    python: ClassVar[type[Any]] = int
    wordless: ClassVar[bool] = True
    format: ClassVar[str] = "count"

    def parse(self, raw: object, context: CellContext) -> int:
        numeral = _numeral(raw, codes.BAD_COUNT)
        strange = bool(numeral.unit) and (numeral.is_money or not is_unit(numeral.unit))
        if numeral.percent or strange or numeral.value != int(numeral.value):
            raise CellError(codes.BAD_COUNT)
        return int(numeral.value)

    def json_schema(self) -> dict[str, Any]:
        return {"type": "integer"}


def ambiguous(value: Decimal) -> dict[str, str]:
    """The two readings of a plain number in a ratio cell, for the message that asks which is meant."""
    return {"percent": f"{value:f}", "decimal": f"{value.scaleb(-2).normalize():f}"}


class RatioKind(Kind[Decimal]):
    """A ratio: ``105%`` and ``1.05`` are the same; ``105`` is refused, because it could be either.

    In a computed column it is kept for the comparison with the computed figure, which tells what it is
    (:func:`salescli.table.stated.compare`).
    """

    name: ClassVar[str] = "ratio"
    label: ClassVar[Text] = Text("比率", "ratio")
    python: ClassVar[type[Any]] = Decimal
    wordless: ClassVar[bool] = True
    format: ClassVar[str] = "ratio"

    def parse(self, raw: object, context: CellContext) -> Decimal:
        numeral = _numeral(raw, codes.BAD_RATIO)
        if numeral.percent:
            return numeral.value
        if numeral.unit or numeral.scaled or numeral.currency:
            raise CellError(codes.BAD_RATIO)
        if abs(numeral.value) > PLAIN_RATIO_LIMIT and not context.computed:
            raise CellError(codes.AMBIGUOUS_RATIO, **ambiguous(numeral.value))
        return numeral.value

    def show(self, value: Decimal, lang: Lang) -> str:
        return percent(value)

    def json_schema(self) -> dict[str, Any]:
        return {"type": "number"}
