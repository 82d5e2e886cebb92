"""The period under review: a year, half year, quarter, month or ISO week."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final

from salescli.measure.period import Half, Month, Period, Quarter, Week, Year, parse_period
from salescli.words import review as words
from salescli.words.language import Lang, Text

_WEEK: Final = re.compile(r"(\d{4})\s*(?:-?\s*W|年第?)\s*(\d{1,2})(?:周)?", re.IGNORECASE)
_ENGLISH_WEEK: Final = re.compile(r"week\s*(\d{1,2})\s*of\s*(\d{4})", re.IGNORECASE)
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-01(?: 00:00:00)?")
_FULL_DATE: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_PERIODS: Final = re.compile(
    r"(?<!\d)20\d\d(?:年(?:1[0-2]|0?[1-9])月|年?第?[一二三四1-4]季度|-?Q[1-4]|-?H[12]|-?W\d\d?|-(?:1[0-2]|0[1-9]))(?![\d-])"
)
_BRACKET: Final = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class ReviewPeriod:
    """What is looked back on. Figures are recorded by month, so a week has no months of its own."""

    span: Period | Week

    @property
    def months(self) -> tuple[Month, ...]:
        """The months that lie wholly in it."""
        return () if isinstance(self.span, Week) else self.span.months()

    @property
    def last(self) -> date:
        """Its last day: what is due by then and not done is overdue."""
        return self.span.last

    def holds(self, other: Period | Week) -> bool:
        """Whether `other` lies wholly in it."""
        return self.span.first <= other.first and other.last <= self.span.last

    def __str__(self) -> str:
        """``2026-08`` · ``2026Q3`` · ``2026-W32``."""
        if not isinstance(self.span, Week):
            return str(self.span)
        year, number, _ = self.span.monday.isocalendar()
        return f"{year}-W{number:02d}"

    def label(self, lang: Lang) -> str:
        """``2026年8月`` · ``2026年第32周``."""
        if not isinstance(self.span, Week):
            return self.span.label(lang)
        year, number, _ = self.span.monday.isocalendar()
        return words.WEEK.say(lang, year=year, number=number)

    def title(self, lang: Lang) -> str:
        """The period as the summary names it, with its rhythm: ``2023年7月(月度)``."""
        return words.PERIOD_TITLE.say(lang, period=self.label(lang), rhythm=self.rhythm)

    @property
    def rhythm(self) -> Text:
        """How often such a period is reviewed: 周度, 月度, 季度 …"""
        return _rhythm(self.span)


def review_period(text: str) -> ReviewPeriod | None:
    """The period that `text` names, in any usual form and with or without its rhythm in brackets; else None."""
    plain = _BRACKET.sub("", unicodedata.normalize("NFKC", text).strip())
    if (found := _WEEK.fullmatch(plain)) is not None:
        return _week(int(found[1]), int(found[2]))
    if (found := _ENGLISH_WEEK.fullmatch(plain)) is not None:
        return _week(int(found[2]), int(found[1]))
    if (found := _DAY.fullmatch(plain)) is not None:
        return ReviewPeriod(Month(int(found[1]), int(found[2])))
    period = parse_period(plain)
    return None if period is None else ReviewPeriod(period)


def asked_period(text: str) -> ReviewPeriod | None:
    """The period somebody asks for: as :func:`review_period`, but a full date is the week that begins on it."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if (found := _FULL_DATE.fullmatch(plain)) is None:
        return review_period(text)
    try:
        return ReviewPeriod(Week(date(int(found[1]), int(found[2]), int(found[3]))))
    except ValueError:
        return None


def named_in(text: str) -> ReviewPeriod | None:
    """The period that a title or a file's name speaks of: ``业绩分析（2026年8月）``; None when none or several."""
    whole = review_period(text)
    plain = unicodedata.normalize("NFKC", text)
    found = {period for part in _PERIODS.findall(plain) if (period := review_period(part)) is not None}
    return whole or (found.pop() if len(found) == 1 else None)


def _week(year: int, number: int) -> ReviewPeriod | None:
    try:
        return ReviewPeriod(Week(date.fromisocalendar(year, number, 1)))
    except ValueError:
        return None


def _rhythm(span: Period | Week) -> Text:
    match span:
        case Week():
            return words.WEEKLY
        case Month():
            return words.MONTHLY
        case Quarter():
            return words.QUARTERLY
        case Half():
            return words.HALF_YEARLY
        case Year():
            return words.YEARLY
