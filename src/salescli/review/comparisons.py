"""What a goal compares with, where its words name it: 同比, 环比, 比去年, 较上月, year on year, over last month.

The words are taken out of the sentence and a mark is left in their place, since the place tells what they mean:
销售额同比增长10% grows by a tenth of last year's, 销售额达到去年的90% reaches nine tenths of it.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from salescli.review.goal_words import DOWN, EN_DOWN, EN_UP, LEAST, MARK, REACH, STEADY, UP
from salescli.review.named_periods import Named, named_apart
from salescli.table.late import Late


class Against(StrEnum):
    """The figure that a change is a change of: the one before the strategy began, where nothing else is said."""

    BEFORE = "before"
    PREVIOUS = "previous"
    LAST_YEAR = "last_year"
    NAMED = "named"


class Every(StrEnum):
    """The span that a goal's figure is for, where the goal says so (季度销售额, 60家/月)."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A sentence with a mark where it says what it compares with; `every` is the span that those words name."""

    text: str
    against: Against = Against.BEFORE
    every: Every | None = None
    named: Named | None = None

    @property
    def plain(self) -> str | None:
        """The sentence without its mark; None where the mark stands where it means more than a base."""
        if self.against is Against.BEFORE:
            return self.text
        return _LOOSE.sub("", self.text) if _LOOSE.search(self.text) else None


_LOOSE: Final = Late(rf"^{MARK},?|,?\(?{MARK}\)?$|{MARK}(?={UP}|{DOWN}|{EN_UP}|{EN_DOWN})")
_THAN: Final = r"(?:(?:相比|相较|[比较])(?:[于之])?|[与和跟]|(?<!合)同|(?<=[到至为过于是达])|(?<=[≥≤<>=]))"
_THEN: Final = r"(?:的?(?:同期|同月|同季度?|同周|当期|全年))?(?:相比)?"
_EN_THAN: Final = r"(?:(?:compared (?:to|with)|against|versus|vs\.?|over|on|than|of|from) )"
_WORDS: Final = tuple(
    (Late(words, re.IGNORECASE), against, every)
    for words, against, every in (
        (r"在(?:去年|上年)度?(?:同期)?的?基础上", Against.LAST_YEAR, None),
        (r"在上一?个?月的?基础上", Against.PREVIOUS, Every.MONTH),
        (r"在上一?个?季度?的?基础上", Against.PREVIOUS, Every.QUARTER),
        (r"同比(?!(?:增长|下降|变化|变动|增|涨|降)[率幅速])|[比较]同期", Against.LAST_YEAR, None),
        (rf"{_THAN}(?:去年|上年|上一年|前一年)度?(?:的?全年){_THEN}", Against.LAST_YEAR, Every.YEAR),
        (rf"{_THAN}(?:去年|上年|上一年|前一年)度?{_THEN}", Against.LAST_YEAR, None),
        (r"环比(?!(?:增长|下降|变化|变动|增|涨|降)[率幅速])", Against.PREVIOUS, None),
        (rf"{_THAN}(?:上一?期|上个?周期)(?:相比)?", Against.PREVIOUS, None),
        (rf"{_THAN}上一?个?月(?:相比)?", Against.PREVIOUS, Every.MONTH),
        (rf"{_THAN}上一?个?季度?(?:相比)?", Against.PREVIOUS, Every.QUARTER),
        (rf"{_THAN}上一?个?周(?:相比)?", Against.PREVIOUS, Every.WEEK),
        (r" ?\b(?:year[- ]on[- ]year|year[- ]over[- ]year|yoy|y/y)\b", Against.LAST_YEAR, None),
        (
            rf" ?\b{_EN_THAN}?(?:the same (?:month|quarter|week|period) )?(?:of )?last year(?:'s)?",
            Against.LAST_YEAR,
            None,
        ),
        (r" ?\b(?:month[- ]on[- ]month|month[- ]over[- ]month|mom|m/m)\b", Against.PREVIOUS, Every.MONTH),
        (r" ?\b(?:quarter[- ]on[- ]quarter|quarter[- ]over[- ]quarter|qoq)\b", Against.PREVIOUS, Every.QUARTER),
        (r" ?\b(?:week[- ]on[- ]week|week[- ]over[- ]week|wow)\b", Against.PREVIOUS, Every.WEEK),
        (rf" ?\b{_EN_THAN}(?:the )?(?:last|previous) month(?:'s)?", Against.PREVIOUS, Every.MONTH),
        (rf" ?\b{_EN_THAN}(?:the )?(?:last|previous) quarter(?:'s)?", Against.PREVIOUS, Every.QUARTER),
        (rf" ?\b{_EN_THAN}(?:the )?(?:last|previous) week(?:'s)?", Against.PREVIOUS, Every.WEEK),
    )
)
_BY_HOW_MUCH: Final = (
    (Late(rf"(?<!不)(?:超过|超出|高于|高出|高|多出|多){MARK}(?=[\d一二两三四五六七八九])"), f"{MARK}增长"),
    (Late(rf"(?<!不)(?:低于|低|少于|少){MARK}(?=[\d一二两三四五六七八九])"), f"{MARK}下降"),
    (Late(rf"{MARK}(?:高出?|多出?|上浮)(?=[\d一二两三四五六七八九])"), f"{MARK}增长"),
    (Late(rf"{MARK}(?:低|少|下浮)(?=[\d一二两三四五六七八九])"), f"{MARK}下降"),
)
"""Last year passed by 20% is a growth by 20%: no level of 20%."""


_GROWTH: Final = Late(
    rf"(?P<of>同比|环比)(?:增长率|增长|增)[率幅速]?(?:{REACH}|{LEAST}|{STEADY})?(?:提升|提高)?[在到至]?(?=\d)"
)


def as_growth(goal: str) -> str:
    """A goal for a rate of growth, as one for growing: 销售额同比增长率达到10% is 销售额同比增长10%."""
    return _GROWTH.sub(r"\g<of>增长", goal)


def comparison(text: str) -> Comparison | None:
    """What `text` compares with, the figure before where it does not say; None where it says several."""
    found = _by_name(text)
    if found is None:
        return None
    for words, against, every in _WORDS:
        marked = words.sub(MARK, found.text)
        if marked != found.text:
            if found.against not in (Against.BEFORE, against) or marked.count(MARK) > 1:
                return None
            found = Comparison(marked, against, every)
    marked = found.text
    for pattern, growth in _BY_HOW_MUCH:
        marked = pattern.sub(growth, marked)
    return replace(found, text=marked)


def _by_name(text: str) -> Comparison | None:
    """With the month or quarter that the text compares with by its name; None where it names several."""
    marked, names = named_apart(text)
    if not names:
        return Comparison(text)
    if len(names) > 1:
        return None
    kinds = {True: Every.QUARTER, False: Every.MONTH}
    every = None if names[0].number is None else kinds[names[0].quarterly]
    return Comparison(marked, Against.NAMED, every, names[0])
