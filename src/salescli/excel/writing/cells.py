"""What a cell stores for a value, and about how wide it will look.

A spreadsheet number has 15 significant digits. Amounts and plain numbers that need more are stored as text,
digit for digit, rather than changed; ratios go to the nearest number, since they are rounded when shown.
"""

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from salescli.excel.book import CellValue, Format
from salescli.measure.period import Half, Month, Quarter, Week, Year
from salescli.words import books as words
from salescli.words.language import Lang

LONGEST_TEXT: Final = 32_767
"""Characters of a cell, counted in UTF-16 units."""

DIGITS: Final = 15

_SPELLED_OUT: Final = 10**16
"""Numbers from here on are written with an exponent."""

FIGURES: Final = frozenset({int, Decimal, Fraction})

POINTS: Final = frozenset({Format.POINTS, Format.GAP_POINTS})
POINT: Final = 100
"""A cell of points holds 4 for a difference of 0.04, since no number format multiplies without a per cent sign."""

RATIOS: Final = frozenset({Format.RATIO, Format.SHARE, Format.SIGNED_RATIO, *POINTS})
"""Formats whose values are rounded when shown, so that the nearest number will do."""

_EPOCH: Final = datetime(1899, 12, 30)
_FIRST_DAY: Final = date(1900, 3, 1)  # earlier days have other numbers in Excel than elsewhere
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HALF_PAIRS: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
OWN_FORMAT: Final = frozenset({Format.TEXT, Format.WRAPPED, Format.LINK})

Stored = str | int | float | None
"""What the file holds: a text, a number (dates are numbers), or nothing."""


class Cell(NamedTuple):
    """A value ready to be stored, with the format that suits it; `too_long` digits made it a text."""

    stored: Stored
    format: Format
    too_long: bool = False

    @property
    def is_number(self) -> bool:
        return isinstance(self.stored, int | float)


def as_cell(value: CellValue, form: Format, lang: Lang) -> Cell:
    """`value` as it is stored under `form`. A date before March 1900 becomes text; a time zone is dropped."""
    if value.__class__ is Decimal:
        return _number(value, form)
    if isinstance(value, bool):
        return Cell((words.YES if value else words.NO).say(lang), Format.TEXT)
    if isinstance(value, str):
        return Cell(clean(value) or None, form if form in OWN_FORMAT else Format.TEXT)
    if isinstance(value, int | Decimal | Fraction):
        return _number(value, form)
    return _moment(value, form)


class _Nothing(str):
    """An empty text as a formula's result, which xlsxwriter would leave without a type, so that readers
    take the formula for one that was never calculated. It looks for ``== ""``; this text equals itself only.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = str.__hash__


NOTHING: Final = _Nothing()


def as_result(value: CellValue, form: Format, lang: Lang) -> str | int | float | bool:
    """`value` as the cached result of a formula: a figure is a number however long, None an empty text."""
    if isinstance(value, bool):
        return value
    if value.__class__ in FIGURES:
        number = float(value * POINT if form in POINTS else value)  # type: ignore[arg-type,operator]  # a figure
        return int(number) if number.is_integer() and abs(number) < _SPELLED_OUT else number
    stored = as_cell(value, form, lang).stored
    return NOTHING if stored is None else stored


def _number(value: int | Decimal | Fraction, form: Format) -> Cell:
    plain = Format.TEXT if form in OWN_FORMAT else form
    value = value * POINT if form in POINTS else value
    if form in RATIOS or isinstance(value, Fraction):
        return Cell(float(value), plain)
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"{value} is not a figure")
    text = str(value)
    if len(text) <= DIGITS and "E" not in text:
        short = float(text)  # the nearest number, which so few digits come back from
        return Cell(int(short) if short.is_integer() else short, plain)
    if len(text) > DIGITS and significant_digits(value) > DIGITS:
        return Cell(f"{value:f}" if isinstance(value, Decimal) else str(value), plain, too_long=True)
    return Cell(int(value) if value == int(value) else float(value), plain)


def _moment(value: object, form: Format) -> Cell:
    match value:
        case None:
            return Cell(None, form)
        case Month():
            return _day(value.first, Format.MONTH if form in OWN_FORMAT else form)
        case Week():
            return _day(value.monday, Format.DATE if form in OWN_FORMAT else form)
        case Year():
            return Cell(value.year, Format.YEAR)
        case Quarter() | Half():
            return Cell(str(value), Format.TEXT)
        case datetime():
            return _day(value.replace(tzinfo=None), Format.DATETIME if form in OWN_FORMAT else form)
        case date():
            return _day(value, Format.DATE if form in OWN_FORMAT else form)
    raise TypeError(f"{value!r} cannot be put in a cell")


def _day(value: date, form: Format) -> Cell:
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    if moment.date() < _FIRST_DAY:
        return Cell(value.isoformat(), Format.TEXT)
    past = moment - _EPOCH
    return Cell(past.days if past == timedelta(days=past.days) else past / timedelta(days=1), form)


def shown_number(number: float) -> str:
    """A number as the file holds it: the fewest digits that give it back, as Python writes them; 0 has no sign."""
    return str(number or 0).removesuffix(".0")


def significant_digits(value: int | Decimal) -> int:
    """How many digits it takes to write `value` exactly, leading and trailing zeros apart."""
    digits = "".join(map(str, Decimal(value).as_tuple().digits))
    return len(digits.strip("0"))


def decimals(value: CellValue) -> int:
    """How many decimals it takes to write `value` exactly; 0 for what is no figure, 99 for no end of them."""
    if isinstance(value, Fraction):
        return next((places for places in range(7) if (value * 10**places).denominator == 1), 99)
    if isinstance(value, Decimal):
        exponent = value.normalize().as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0
    return 0


def clean(text: str) -> str:
    """`text` as XML can hold it: line ends as ``\\n``, and � for control characters and half characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _UNWRITABLE.search(text) is None:
        return text
    whole = _HALF_PAIRS.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)
    return _UNWRITABLE.sub("\ufffd", whole)


def text_length(text: str) -> int:
    """The length Excel counts: UTF-16 units."""
    return len(text) + sum(char > "\uffff" for char in text)


def display_width(text: str) -> int:
    """Display cells of the widest line of `text`: a Chinese character takes two, a combining mark none."""
    return max(map(_line_width, text.split("\n"))) if "\n" in text else _line_width(text)


def _line_width(line: str) -> int:
    return len(line) if line.isascii() else sum(map(_char_width, line))


@lru_cache(maxsize=65_536)
def _char_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1


def text_lines(text: str, width: int) -> int:
    """How many lines `text` takes when wrapped at `width` display cells."""
    if "\n" not in text and (len(text) * 2 <= width or _line_width(text) <= width):
        return 1
    return sum(max(1, -(-_line_width(line) // max(width, 1))) for line in text.split("\n"))
