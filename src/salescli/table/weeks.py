"""Cells that hold weeks: a day of the week, its number in the year, or its first and last day.

``2026-08-03``, ``第32周``, ``8.3-8.9``, ``2026年8月3日至8月9日``, ``第32周(08/03~08/09)``.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar, Final, NamedTuple

from salescli.measure.period import Month, Week
from salescli.table.codes import cells as codes
from salescli.table.dates import moment
from salescli.table.kind import CellContext, CellError, Kind, Stored, shown
from salescli.words.language import Lang, Text

_NUMBER: Final = re.compile(r"(?:(\d{4})(?:年|-)?)?(?:第\s*(\d{1,2})\s*[周週]|WK?(\d{1,2}))", re.I)
"""A week by its number in the year (ISO 8601), the year perhaps left out: ``2026-W32`` ``第32周`` ``W32``."""
_NUMBERED_SPAN: Final = re.compile(rf"{_NUMBER.pattern}\s*\((.+)\)|(.+)\({_NUMBER.pattern}\)", re.I)
"""A span with a number beside it, which may count the weeks of a month or of a firm's own year."""
_BETWEEN: Final = re.compile(r"\s*(?:~|至|到|—|–|--)\s*|\s+-\s+|(?<=[日号號])-")
"""What stands between two days, and never within one."""
_DAY: Final = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号號]?")
_COMPACT: Final = re.compile(r"(\d{4})?(\d{2})(\d{2})")
_DAY_ALONE: Final = re.compile(r"(\d{1,2})[日号號]?")
_CLOCK: Final = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2})?$")


class WeekKind(Kind[Week]):
    """A week, named by a date: its Monday, or any day inside it (which is remarked on); or by its first and last day.

    Days from one to another have to lie in one week.
    """

    name: ClassVar[str] = "week"
    label: ClassVar[Text] = Text("周(周一日期)", "week (its Monday)")
    python: ClassVar[type[Any]] = Week
    wordless: ClassVar[bool] = True
    format: ClassVar[str] = "date"
    width: ClassVar[int] = 13

    def parse(self, raw: object, context: CellContext) -> Week:
        day = self._day(raw, context)
        week = Week.of(day)
        if day != week.monday:
            context.note(codes.WEEK_FROM_DATE, found=day, monday=week.monday)
        return week

    def _day(self, raw: object, context: CellContext) -> date:
        if not isinstance(raw, str):
            return moment(raw, context, codes.BAD_DATE).date()
        text = unicodedata.normalize("NFKC", raw).strip()
        if match := _NUMBER.fullmatch(text):
            return _numbered(match[1], int(match[2] or match[3]), raw, context)
        if match := _NUMBERED_SPAN.fullmatch(text):
            text = (match[4] or match[5]).strip()
        ends = _ends(text)
        return moment(text, context, codes.BAD_DATE).date() if ends is None else _first(*ends, raw, context)

    def write(self, value: Week, lang: Lang) -> Stored:
        return value.monday

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


class _Day(NamedTuple):
    year: int | None
    month: int
    day: int


def _numbered(written: str | None, number: int, raw: str, context: CellContext) -> date:
    """The Monday of an ISO week; a year that is not `written` comes from what surrounds the cell."""
    if written is None and context.year is None:
        raise CellError(codes.DATE_WITHOUT_YEAR)
    year = int(written or context.year or 0)
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        raise CellError(codes.BAD_DATE) from None
    if written is None:
        context.note(codes.WEEK_FROM_NUMBER, found=shown(raw), year=year, number=number, monday=monday)
    return monday


def _ends(text: str) -> tuple[_Day, _Day] | None:
    """The first and the last day of a text from one to another; None where it is no such text."""
    halves = [_CLOCK.sub("", half.strip()) for half in _BETWEEN.split(text)]
    if len(halves) == 1 and (hyphens := [at for at, char in enumerate(text) if char == "-"]):
        middle = hyphens[len(hyphens) // 2]
        halves = [text[:middle].strip(), text[middle + 1 :].strip()] if len(hyphens) % 2 else halves
        if len(halves) == 2 and _day(halves[0]) is None:
            return None  # a day with a hyphen in it
    if len(halves) != 2 or not halves[1]:
        return None
    start = _day(halves[0])
    end = _day(halves[1]) or (_alone(halves[1], start) if start else None)
    if start is None or end is None:
        raise CellError(codes.BAD_DATE)
    return start, end


def _day(text: str) -> _Day | None:
    plain = re.sub(r"\s*([-/.年月日号號])\s*", r"\1", text)
    match = _DAY.fullmatch(plain) or _COMPACT.fullmatch(plain)
    return _Day(int(match[1]) if match[1] else None, int(match[2]), int(match[3])) if match else None


def _alone(text: str, start: _Day) -> _Day | None:
    """The last day where it names only itself, as in ``8月3-9日``."""
    match = _DAY_ALONE.fullmatch(text)
    return _Day(start.year, start.month, int(match[1])) if match else None


def _first(start: _Day, end: _Day, raw: str, context: CellContext) -> date:
    """The first day of a span that lies in one week; of the years it may be of, in the one where it does."""
    spans = list(_spans(start, end, context))
    if not spans:
        raise CellError(codes.BAD_DATE)
    first, last = next((span for span in spans if Week.of(span[0]) == Week.of(span[1])), spans[0])
    week = Week.of(first)
    if last < first or week != Week.of(last):
        raise CellError(codes.WEEK_OF_SEVERAL, first=first, last=last)
    if Month.of(first) != week.month:
        raise CellError(codes.WEEK_CUT, monday=week.monday, month=Month.of(first))
    if start.year is None and end.year is None:
        context.note(codes.YEAR_FROM_CONTEXT, found=shown(raw), year=first.year)
    return first


def _spans(start: _Day, end: _Day, context: CellContext) -> Iterator[tuple[date, date]]:
    """The span in the years it may be of; one from December to January begins or ends in the known year.

    A year that only other rows name is taken, or the one before or after it, where the span then begins on a Monday:
    of three years in a row that is one at most. Raises CellError where no year is known.
    """
    over = (end.month, end.day) < (start.month, start.day)
    if start.year is not None:
        years = [start.year]
    elif end.year is not None:
        years = [end.year - over]
    elif context.year is not None:
        years = [context.year, context.year - 1] if over else [context.year]
    elif (near := context.near_year) is not None:
        years = [year for year in (near, near - 1, near + 1) if _is_monday(year, start)]
    else:
        years = []
    if not years:
        raise CellError(codes.DATE_WITHOUT_YEAR)
    for year in years:
        try:
            yield date(year, start.month, start.day), date(end.year or year + over, end.month, end.day)
        except ValueError:
            continue


def _is_monday(year: int, day: _Day) -> bool:
    try:
        return date(year, day.month, day.day).weekday() == 0
    except ValueError:
        return False
