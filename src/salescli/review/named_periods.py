"""A month or quarter that a goal compares with by its name: 达到7月的1.2倍, 比二季度提升10%, 不低于去年12月, over July.

A name that tells when (到9月底, 9月销售额) is none of them. Without a year it is the last such month before the figure
it is held against.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from salescli.measure.period import Month, Period, Quarter, Week
from salescli.review.goal_words import DIGITS, MARK
from salescli.table.late import Late

Span = Period | Week

_NUMBERS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_ENGLISH: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_YEARS_AGO: Final = {"今年": 0, "本年": 0, "去年": 1, "上年": 1, "前年": 2}
_YEAR: Final = rf"(?:(?P<year>20\d\d)[年./-]?|(?P<ago>{'|'.join(_YEARS_AGO)})度?的?)?"
_MONTH: Final = r"(?P<month>(?<!\d)(?:1[0-2]|0?[1-9])|十[一二]?|[一二三四五六七八九])月(?:份|(?=的?同期))?"
_QUARTER: Final = r"(?:第?(?P<quarter>[1-4一二三四])季度?|Q(?P<q>[1-4]))"
_SAME: Final = r"(?P<same>20\d\d)年?的?(?=同期)"
_DOTTED: Final = r"(?P<dotted>20\d\d[-/.](?:1[0-2]|0?[1-9]))(?:月份?)?"
_NO_DAY: Final = r"(?!\d{0,2}[日号]|[-/.]\d|[底末初前内]|[上中下]旬|以前|之前)"
_NAME: Final = rf"(?:{_DOTTED}|{_YEAR}(?:{_MONTH}|{_QUARTER})|{_SAME}){_NO_DAY}"
_THEN: Final = r"(?:的?同期)?"
_MORE: Final = rf"(?:[\d.]+(?:倍|成|%|个?百分点)|[{DIGITS}半]+(?:倍|成)|一半|[{DIGITS}]分之)"
_AFTER: Final = rf"(?=$|[,()]|的?(?:水平|持平)|的(?:$|{_MORE})|相[比当])"
_PATTERNS: Final = (
    rf"在?(?:以)?{_NAME}{_THEN}(?:的|为|作为)?(?:基础上?|基数|基准)(?:上|,)?",
    rf"(?:相比|相较|环比|同比|对比|对标|[比较])(?:[于之])?{_NAME}{_THEN}(?:相比)?",
    rf"[与和跟同]{_NAME}{_THEN}(?:相比|(?=持平|相当|一样|比))",
    rf"(?<=[到至为过于是达超≥≤<>=破]){_NAME}{_THEN}{_AFTER}",
    rf"(?<=[过于超]){_NAME}{_THEN}(?={_MORE})",
    rf"{_NAME}{_THEN}(?=的{_MORE})",
    rf"{_NAME}{_THEN}(?=(?:持平|相当)$)",
    rf" ?\b(?:compared (?:to|with)|against|versus|vs\.?|over|than|on|from)"
    rf" (?P<named>{'|'.join(_ENGLISH)})(?: (?P<in>20\d\d))?(?:'s)?(?: level)?",
    rf" ?\b(?:of|to|at|below|above) (?P<named>{'|'.join(_ENGLISH)})(?: (?P<in>20\d\d))?'s(?: level)?",
)
"""The words that name one, with what makes them a comparison; each stands for one mark."""


@dataclass(frozen=True, slots=True)
class Named:
    """A month, a quarter or (`number` None) the same span of another year, with its year as far as it is said: `year`
    itself, or how many years `ago` counted from that of the figure."""

    number: int | None
    quarterly: bool = False
    year: int | None = None
    ago: int | None = None

    def of(self, after: Span) -> Span | None:
        """The span that is meant beside `after`, which is of the same kind; None where that would be `after` itself or
        a later one."""
        if isinstance(after, Week):
            return None
        if self.number is None:
            return self._same(after)
        kind = Quarter if self.quarterly else Month
        this = after.first.year
        found = kind(self.year if self.year is not None else this - (self.ago or 0), self.number)
        if self.year is None and self.ago is None and found.first > after.first:
            found = kind(this - 1, self.number)
        return found if found.first < after.first else None

    def _same(self, after: Span) -> Span | None:
        """`after` in the year that is named."""
        found = after
        while self.year is not None and found.first.year > self.year:
            found = found.last_year
        return found if found.first.year == self.year and found != after else None


def named_apart(text: str) -> tuple[str, list[Named]]:
    """`text` with a mark for each month or quarter it compares with by name, and these."""
    found: list[Named] = []

    def mark(match: re.Match[str]) -> str:
        found.append(_named(match.groupdict()))
        return MARK

    for pattern in _patterns():
        text = pattern.now.sub(mark, text)
    return text, found


@cache
def _patterns() -> tuple[Late, ...]:
    return tuple(Late(pattern, re.IGNORECASE) for pattern in _PATTERNS)


def _named(parts: Mapping[str, str | None]) -> Named:
    if (english := parts.get("named")) is not None:
        year = parts.get("in")
        return Named(_ENGLISH.index(english.casefold()) + 1, year=None if year is None else int(year))
    if (dotted := parts.get("dotted")) is not None:
        return Named(int(dotted[5:]), year=int(dotted[:4]))
    if (same := parts.get("same")) is not None:
        return Named(None, year=int(same))
    year, ago = parts.get("year"), parts.get("ago")
    quarter = parts.get("quarter") or parts.get("q")
    number = _number(quarter or parts.get("month") or "")
    years_ago = None if ago is None else _YEARS_AGO[ago]
    return Named(number, quarter is not None, None if year is None else int(year), years_ago)


def _number(text: str) -> int:
    """7, 七, 十二."""
    if text.isdecimal() and text.isascii():
        return int(text)
    return sum(_NUMBERS[digit] for digit in text)
