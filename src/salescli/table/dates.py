"""Cells that hold points in time: dates, moments, years and months.

A date cell may come as a real date, as text (``2023年9月30日``, ``2023/9/30``), or as a bare serial number
when its format was lost; serials are read in the workbook's own date system.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar, Final

from salescli.measure.period import Month, Year, parse_month, parse_period
from salescli.table.codes import cells as codes
from salescli.table.kind import CellContext, CellError, Kind, Stored, shown
from salescli.table.problem import Code
from salescli.words.language import Lang, Text

_EPOCH_1900: Final = datetime(1899, 12, 30)
_EPOCH_1904: Final = datetime(1904, 1, 1)
_SERIALS: Final = range(18264, 80000)  # 1950 to 2119 in the 1900 system: nothing smaller is meant as a date

_FULL: Final = re.compile(r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?:日|号|號)?")
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEARLESS: Final = re.compile(r"(\d{1,2})(?:[-/]|月)(\d{1,2})(?:日|号|號)?")
_CLOCK: Final = re.compile(
    r"[T ]*(上午|下午|晚上|am|pm)?\s*(\d{1,2})[:时點点](\d{1,2})?分?(?::(\d{1,2}))?(?:\.\d+)?\s*(am|pm)?",
    re.I,
)


def day_of(year: int, month: int, day: int, refusal: Code) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise CellError(refusal) from None


def _from_serial(serial: float, context: CellContext, refusal: Code) -> datetime:
    offset = 1462 if context.date1904 else 0
    if int(serial) + offset not in _SERIALS:
        raise CellError(refusal)
    return (_EPOCH_1904 if context.date1904 else _EPOCH_1900) + timedelta(days=serial)


def _from_text(text: str, context: CellContext, refusal: Code) -> tuple[date, str]:
    """The date at the start of `text` and what follows it."""
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = re.sub(r"\s*([-/.年月日号])\s*", r"\1", plain)
    for pattern in (_FULL, _COMPACT):
        if match := pattern.match(plain):
            parts = (int(match[1]), int(match[2]), int(match[3]))
            return day_of(*parts, refusal), plain[match.end() :]
    match = _YEARLESS.match(plain)
    if not match:
        raise CellError(refusal)
    if context.year is None:
        raise CellError(codes.DATE_WITHOUT_YEAR)
    found = day_of(context.year, int(match[1]), int(match[2]), refusal)
    context.note(codes.YEAR_FROM_CONTEXT, found=shown(text), year=context.year)
    return found, plain[match.end() :]


def _clock(text: str, refusal: Code) -> time:
    """The time of day in what follows a date; midnight when nothing does."""
    if not text.strip():
        return time()
    match = _CLOCK.fullmatch(text)
    if not match:
        raise CellError(refusal)
    half = (match[1] or match[5] or "").casefold()
    hour = int(match[2]) + (12 if half in {"下午", "晚上", "pm"} and int(match[2]) < 12 else 0)
    try:
        return time(hour, int(match[3] or 0), int(match[4] or 0))
    except ValueError:
        raise CellError(refusal) from None


def moment(raw: object, context: CellContext, refusal: Code) -> datetime:
    if isinstance(raw, datetime):
        return raw
    if isinstance(raw, date):
        return datetime.combine(raw, time())
    if isinstance(raw, bool):
        raise CellError(refusal)
    if isinstance(raw, int | float):
        if 19500101 <= raw <= 21191231:
            raw = str(int(raw))
        else:
            return _from_serial(float(raw), context, refusal)
    if not isinstance(raw, str):
        raise CellError(refusal)
    day, rest = _from_text(raw, context, refusal)
    return datetime.combine(day, _clock(rest, refusal))


class DateKind(Kind[date]):
    """A calendar day."""

    name: ClassVar[str] = "date"
    label: ClassVar[Text] = Text("日期", "date")
    python: ClassVar[type[Any]] = date
    wordless: ClassVar[bool] = True
    format: ClassVar[str] = "date"
    width: ClassVar[int] = 13

    def parse(self, raw: object, context: CellContext) -> date:
        return moment(raw, context, codes.BAD_DATE).date()

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


class MomentKind(Kind[datetime]):
    """A day with a time; a day alone is its midnight."""

    name: ClassVar[str] = "moment"
    label: ClassVar[Text] = Text("日期时间", "date and time")
    python: ClassVar[type[Any]] = datetime
    wordless: ClassVar[bool] = True
    format: ClassVar[str] = "datetime"
    width: ClassVar[int] = 18

    def parse(self, raw: object, context: CellContext) -> datetime:
        return moment(raw, context, codes.BAD_DATE)

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date-time"}


class YearKind(Kind[Year]):
    """A calendar year: ``2026`` or ``2026年``."""

    name: ClassVar[str] = "year"
    label: ClassVar[Text] = Text("年份", "year")
    python: ClassVar[type[Any]] = Year
    wordless: ClassVar[bool] = True
    format: ClassVar[str] = "year"

    def parse(self, raw: object, context: CellContext) -> Year:
        if isinstance(raw, date):
            return Year(raw.year)
        if isinstance(raw, float) and raw.is_integer():
            raw = int(raw)
        found = parse_period(str(raw)) if isinstance(raw, int | str) and not isinstance(raw, bool) else None
        if not isinstance(found, Year) or not 1950 <= found.year <= 2119:
            raise CellError(codes.BAD_YEAR)
        return found

    def write(self, value: Year, lang: Lang) -> Stored:
        return value.year

    def json_schema(self) -> dict[str, Any]:
        return {"type": "integer"}


class MonthKind(Kind[Month]):
    """A month: ``2026-08``, ``2026年8月``, any date within it, or ``8月`` when the year is known."""

    name: ClassVar[str] = "month"
    label: ClassVar[Text] = Text("月份", "month")
    python: ClassVar[type[Any]] = Month
    wordless: ClassVar[bool] = True
    format: ClassVar[str] = "month"

    def parse(self, raw: object, context: CellContext) -> Month:
        if isinstance(raw, date):
            return Month.of(raw)
        if isinstance(raw, bool):
            raise CellError(codes.BAD_MONTH)
        if isinstance(raw, float):
            raw = int(raw) if raw.is_integer() else raw
        if isinstance(raw, int) and raw <= 12:
            raw = f"{raw}月"
        if isinstance(raw, int | float) and not 195001 <= raw <= 211912:
            day = moment(raw, context, codes.BAD_MONTH)
            return Month.of(day)
        return self._named(str(raw), context)

    def _named(self, text: str, context: CellContext) -> Month:
        month = parse_month(text) or parse_month(text, context.year)
        if month is not None:
            return month
        if context.year is None and parse_month(text, 2000) is not None:
            raise CellError(codes.DATE_WITHOUT_YEAR)
        day, rest = _from_text(text, context, codes.BAD_MONTH)
        if rest.strip():
            raise CellError(codes.BAD_MONTH)
        return Month.of(day)

    def write(self, value: Month, lang: Lang) -> Stored:
        return value.first

    def show(self, value: Month, lang: Lang) -> str:
        return value.label(lang)

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}$"}
