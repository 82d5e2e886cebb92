"""Years, half years, quarters, months and weeks as ordered values, and reading them from what people type.

`str()` of each is its stable form in files and JSON (``2026``, ``2026H1``, ``2026Q3``, ``2026-08``, and for a
week the ISO date of its Monday); `label` is its form on a screen. Weeks run Monday to Sunday.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import ClassVar, Self, TypeVar

from salescli.measure.period_forms import Numbers, half_form, month_form, quarter_form, year_form
from salescli.measure.span import Span
from salescli.words import measures as words
from salescli.words.language import Lang


@dataclass(frozen=True, order=True, slots=True)
class Year(Span):
    """A calendar year."""

    year: int

    @classmethod
    def of(cls, day: date) -> "Year":
        """The year `day` lies in."""
        return cls(day.year)

    @property
    def first(self) -> date:
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        return date(self.year, 12, 31)

    @property
    def last_year(self) -> "Year":
        """The year before."""
        return self.previous()

    def months(self) -> tuple["Month", ...]:
        """January to December."""
        return tuple(_made(Month, self.year, number) for number in range(1, 13))

    def quarters(self) -> tuple["Quarter", ...]:
        """Q1 to Q4."""
        return tuple(Quarter(self.year, number) for number in range(1, 5))

    def next(self) -> "Year":
        return Year(self.year + 1)

    def previous(self) -> "Year":
        return Year(self.year - 1)

    def label(self, lang: Lang) -> str:
        """``2026年`` / ``2026``."""
        return words.YEAR.say(lang, year=self.year)

    def __str__(self) -> str:
        return f"{self.year:04d}"


PartT = TypeVar("PartT", bound="_Part")


@lru_cache(maxsize=2048)
def _made(kind: type[PartT], year: int, number: int) -> PartT:
    """One part of a year, made once: rows have hundreds of thousands of days, a year has twelve months."""
    return kind(year, number)


@dataclass(frozen=True, order=True, slots=True)
class _Part(Span):
    """The `number`-th of the equal parts of a year, counted from 1; ValueError for a part no year has."""

    year: int
    number: int

    LENGTH: ClassVar[int]
    """How many months one part has."""

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12 // self.LENGTH:
            raise ValueError(f"no {type(self).__name__.lower()} of a year has the number {self.number}")

    @classmethod
    def of(cls, day: date) -> Self:
        """The one `day` lies in."""
        part: Self = _made(cls, day.year, (day.month - 1) // cls.LENGTH + 1)
        return part

    @property
    def first(self) -> date:
        return date(self.year, (self.number - 1) * self.LENGTH + 1, 1)

    @property
    def last(self) -> date:
        month = self.number * self.LENGTH
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def last_year(self) -> Self:
        """The same part of the year before."""
        return type(self)(self.year - 1, self.number)

    def months(self) -> tuple["Month", ...]:
        """Its months in order; a month has itself."""
        start = (self.number - 1) * self.LENGTH
        return tuple(_made(Month, self.year, start + offset) for offset in range(1, self.LENGTH + 1))

    def plus(self, steps: int) -> Self:
        """The part `steps` after this one, or before it when negative."""
        year, index = divmod(self.year * (12 // self.LENGTH) + self.number - 1 + steps, 12 // self.LENGTH)
        part: Self = _made(type(self), year, index + 1)
        return part

    def next(self) -> Self:
        return self.plus(1)

    def previous(self) -> Self:
        return self.plus(-1)


@dataclass(frozen=True, order=True, slots=True)
class Half(_Part):
    """Half a year; number 1 or 2."""

    LENGTH: ClassVar[int] = 6

    def quarters(self) -> tuple["Quarter", ...]:
        """Its two quarters."""
        return Quarter(self.year, 2 * self.number - 1), Quarter(self.year, 2 * self.number)

    def label(self, lang: Lang) -> str:
        """``2026年上半年`` / ``H1 2026``."""
        half = words.HALF_NAMES[self.number - 1]
        return words.HALF.say(lang, year=self.year, number=self.number, half=half)

    def __str__(self) -> str:
        return f"{self.year:04d}H{self.number}"


@dataclass(frozen=True, order=True, slots=True)
class Quarter(_Part):
    """A calendar quarter; number 1 to 4."""

    LENGTH: ClassVar[int] = 3

    def label(self, lang: Lang) -> str:
        """``2026年第3季度`` / ``Q3 2026``."""
        return words.QUARTER.say(lang, year=self.year, number=self.number)

    def __str__(self) -> str:
        return f"{self.year:04d}Q{self.number}"


@dataclass(frozen=True, order=True, slots=True)
class Month(_Part):
    """A calendar month; number 1 to 12."""

    LENGTH: ClassVar[int] = 1

    @property
    def quarter(self) -> Quarter:
        """The quarter it belongs to."""
        return Quarter.of(self.first)

    def weeks(self) -> tuple["WeekPiece", ...]:
        """The weeks it touches, each cut at the month's edges; together they are the month."""
        pieces = []
        week = Week.of(self.first)
        while week.first <= self.last:
            pieces.append(WeekPiece(week, self))
            week = week.next()
        return tuple(pieces)

    def label(self, lang: Lang) -> str:
        """``2026年8月`` / ``Aug 2026``."""
        name = words.MONTH_NAMES[self.number - 1]
        return words.MONTH.say(lang, year=self.year, number=self.number, name=name)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


@dataclass(frozen=True, order=True, slots=True)
class Week(Span):
    """Monday to Sunday, named by its Monday; ValueError for any other day. See :meth:`of`."""

    monday: date

    def __post_init__(self) -> None:
        if self.monday.weekday() != 0:
            raise ValueError(f"{self.monday} is not a Monday")

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week `day` lies in."""
        return cls(day - timedelta(days=day.weekday()))

    @property
    def first(self) -> date:
        return self.monday

    @property
    def last(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def last_year(self) -> "Week":
        """The week 52 weeks earlier."""
        return Week(self.monday - timedelta(weeks=52))

    @property
    def month(self) -> Month:
        """The month of its Monday, which is the one its rows count in."""
        return Month.of(self.monday)

    def months(self) -> tuple[Month, ...]:
        """The one or two months it touches."""
        return tuple(sorted({self.month, Month.of(self.last)}))

    def next(self) -> "Week":
        return Week(self.monday + timedelta(weeks=1))

    def previous(self) -> "Week":
        return Week(self.monday - timedelta(weeks=1))

    def __str__(self) -> str:
        return self.monday.isoformat()


@dataclass(frozen=True, order=True, slots=True)
class WeekPiece(Span):
    """What lies of one week in one month."""

    week: Week
    month: Month

    @property
    def first(self) -> date:
        return max(self.week.first, self.month.first)

    @property
    def last(self) -> date:
        return min(self.week.last, self.month.last)


Period = Year | Half | Quarter | Month
"""What a user can name as a period."""


def parse_period(text: str) -> Period | None:
    """A year, half year, quarter or month that names its own year, in any usual form; None for other text."""
    if (number := year_form(text)) is not None:
        return Year(number)
    return parse_month(text) or parse_quarter(text) or parse_half(text)


def parse_month(text: str, year: int | None = None) -> Month | None:
    """A month; `year` is for a text that names none (``8月``). None for other text, or without any year."""
    numbers = _dated(month_form(text), year)
    return _made(Month, *numbers) if numbers else None


def parse_quarter(text: str, year: int | None = None) -> Quarter | None:
    """A quarter, with `year` as in :func:`parse_month` (``Q3``, ``三季度``)."""
    numbers = _dated(quarter_form(text), year)
    return Quarter(*numbers) if numbers else None


def parse_half(text: str, year: int | None = None) -> Half | None:
    """A half year, with `year` as in :func:`parse_month` (``H1``, ``上半年``)."""
    numbers = _dated(half_form(text), year)
    return Half(*numbers) if numbers else None


def _dated(numbers: Numbers | None, year: int | None) -> tuple[int, int] | None:
    if numbers is None:
        return None
    written, number = numbers
    known = year if written is None else written
    return None if known is None else (known, number)
