"""The ways people write a period, read as bare numbers; :mod:`salescli.measure.period` gives them meaning.

Each function returns (year, number), with None for a year that was not written, or None for a text that is
not of its kind. A whole text matches or nothing does, so ``2026-08-01`` is no month.
"""

import re
import unicodedata
from typing import Final

Numbers = tuple[int | None, int]

_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_SHORT_YEAR = r"(?P<year>\d\d)"
_NUMBER = r"(?P<number>1[0-2]|0?[1-9])"
_CHINESE = r"(?P<number>十[一二]?|[一二三四五六七八九])"
_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS: Final = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {
    "十一": 11,
    "十二": 12,
    "上": 1,
    "下": 2,
}
_JOIN = r"[-/.]?(?:年度?)?"

_YEARS = (rf"{_YEAR}(?:年度?)?",)
_HALF_YEARS = (
    rf"(?:{_YEAR}{_JOIN})?h(?P<number>[12])",
    rf"(?:{_YEAR}{_JOIN})?(?P<number>[上下])半年",
    rf"h(?P<number>[12])[-/. ]?{_YEAR}",
)
_QUARTERS = (
    rf"(?:{_YEAR}{_JOIN})?q(?P<number>[1-4])",
    rf"(?:{_YEAR}{_JOIN})?第(?P<number>[1-4一二三四])季度?",
    rf"(?:{_YEAR}{_JOIN})?(?P<number>[1-4一二三四])季度",
    rf"q(?P<number>[1-4])[-/. ]?{_YEAR}",
)
_MONTH_FORMS = (
    rf"{_YEAR}[-/.]{_NUMBER}",
    rf"{_YEAR}(?P<number>0[1-9]|1[0-2])",
    rf"{_NUMBER}[-/]{_YEAR}",
    rf"(?:{_YEAR}年)?{_NUMBER}月份?",
    rf"(?:{_YEAR}年)?{_CHINESE}月份?",
    rf"{_SHORT_YEAR}年{_NUMBER}月份?",
    rf"{_NAME}",
    rf"{_NAME}[-/,']?{_YEAR}",
    rf"{_NAME}[-/']{_SHORT_YEAR}",
    rf"{_YEAR}[-/]?{_NAME}",
)


def year_form(text: str) -> int | None:
    """``2026`` · ``2026年`` · ``2026年度``."""
    for pattern in _YEARS:
        if found := re.fullmatch(pattern, _tidy(text)):
            return int(found["year"])
    return None


def half_form(text: str) -> Numbers | None:
    """``2026H1`` · ``2026年上半年`` · ``H1 2026`` · ``上半年``."""
    return _first(_HALF_YEARS, text)


def quarter_form(text: str) -> Numbers | None:
    """``2026Q3`` · ``2026年第三季度`` · ``2026年3季度`` · ``Q3 2026`` · ``Q3`` · ``三季度``."""
    return _first(_QUARTERS, text)


def month_form(text: str) -> Numbers | None:
    """``2026-08`` · ``2026/8`` · ``202608`` · ``2026年8月`` · ``Aug 2026`` · ``Aug-26`` · ``8月`` · ``八月``.

    ``Aug 26`` is no month: it may as well be the 26th of August.
    """
    return _first(_MONTH_FORMS, text)


def _tidy(text: str) -> str:
    """Half-width and lower case, without blanks, except between two digits, where a blank has a meaning."""
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", unicodedata.normalize("NFKC", text).lower())


def _first(patterns: tuple[str, ...], text: str) -> Numbers | None:
    tidied = _tidy(text)
    for pattern in patterns:
        if found := re.fullmatch(pattern, tidied):
            return _numbers(found.groupdict())
    return None


def _numbers(parts: dict[str, str | None]) -> Numbers:
    year, number, name = parts.get("year"), parts.get("number"), parts.get("name")
    if name is not None:
        value = _MONTHS.index(name[:3]) + 1
    else:
        assert number is not None  # every pattern has the one group or the other
        value = _DIGITS.get(number) or int(number)
    return (_full_year(year) if year else None), value


def _full_year(year: str) -> int:
    return int(year) + 2000 if len(year) == 2 else int(year)
