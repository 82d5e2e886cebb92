"""The 触发条件 cell: which achievement is asked for, or a ranking, or nothing at all.

Tiers are lower bounds: an upper limit is only read to check that it meets the next tier. A bound that its own
value does not reach (``>100%``) has no place in that scheme, so it is recognised and refused, not bent.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from salescli.payout.phrases import NUMBER, PCT, fold, share, whole
from salescli.table.late import Late


class Gauge(StrEnum):
    """Whose achievement a bound is held against."""

    OWN = "own"
    REGION = "region"


class Span(StrEnum):
    """Over which time a ranking runs."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class RankBy(StrEnum):
    """What a ranking compares."""

    SALES = "sales"
    ACHIEVEMENT = "achievement"


@dataclass(frozen=True, slots=True)
class Bound:
    """At least `low`; with `high`, written as an interval up to (not including) it. Ratios: 1 is 100 %."""

    low: Fraction
    high: Fraction | None = None
    gauge: Gauge = Gauge.OWN
    product: str | None = None
    span: Span = Span.MONTH


ALWAYS: Final = Bound(Fraction(0))
"""``≥0%``, which holds for everybody."""


@dataclass(frozen=True, slots=True)
class Strict:
    """A bound that its own value would not reach, such as ``>100%``."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A ranking; None where the cell does not say."""

    span: Span | None = None
    places: int | None = None
    by: RankBy | None = None
    floor: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """No condition of its own: ``达成率``, ``见激励方式``, ``不限``."""


Condition = Bound | Strict | Rank | Open

_WHO: Final = r"(?:个人|本人|当月|本月|每月|月度|月|销售额|销售|业绩|目标|任务|individual|own|monthly|sales|target)*"
METRIC: Final = rf"{_WHO}(?:达成率|完成率|达成|完成|achievement(?:rate)?|attainment)"
_REGION: Final = r"(?:所在|本|各)?(?:区域|大区|地区|region(?:al|'s)?)(?:整体|总体|团队|全体|overall)?"
_PRODUCT: Final = r"[^\d≥≤<>%,;:()]{1,12}?产品线?"
_SUBJECT: Final = (
    rf"(?:(?P<region>{_REGION})|(?P<product>{_PRODUCT}))?"
    rf"(?P<longer>每?季度?|年度|全年|quarterly|annual)?(?P<metric>{METRIC})?"
)
_AT_LEAST: Final = r"≥|达到|达|不低于|不少于|大于等于|大于或等于|atleast|reaches"
_LESS: Final = r"<|低于|小于|不足|未达到|未达|below|lessthan"
_MORE: Final = r">|超过|大于|高于|超出|over|above|morethan"
_DASH: Final = r"(?:-|–|—|~|〜|至|到|to)"
_INCLUDED: Final = r"(?:\(含\)|\(不含\))?"
_TAIL: Final = r"(?:时|的|者|后)?"

_LOWER: Final = Late(
    rf"{_SUBJECT}(?P<sign>{_AT_LEAST})?(?P<low>{PCT})(?:\(含\))?(?P<up>(?:及|或)?以上|起|orabove|ormore)?(?:\(含\))?{_TAIL}"
)
_INTERVALS: Final = tuple(
    Late(pattern)
    for pattern in (
        rf"{_SUBJECT}(?P<low>{PCT})(?:\(含\)|以上)?{_DASH}(?P<high>{PCT})(?:\(不含\)|以下)?{_TAIL}",
        rf"(?P<low>{PCT})≤{_SUBJECT}<(?P<high>{PCT}){_TAIL}",
        rf"{_SUBJECT}≥(?P<low>{PCT})(?:且|并且|,)?(?:{METRIC})?(?:{_LESS})(?P<high>{PCT}){_TAIL}",
        rf"{_SUBJECT}(?P<low>{PCT})以上(?:且|,|、)?(?P<high>{PCT})以下{_TAIL}",
    )
)
_BELOW: Final = tuple(
    Late(pattern)
    for pattern in (rf"{_SUBJECT}(?:{_LESS})(?P<high>{PCT}){_TAIL}", rf"{_SUBJECT}(?P<high>{PCT})以下{_TAIL}")
)
_STRICT: Final = tuple(
    Late(pattern)
    for pattern in (
        rf"{_SUBJECT}(?:{_MORE}){PCT}.*",
        rf"{PCT}<{_SUBJECT}[<≤]{PCT}{_TAIL}",
        rf"{PCT}≤{_SUBJECT}≤{PCT}{_TAIL}",
        rf"{_SUBJECT}≤{PCT}{_TAIL}",
    )
)
_RANK: Final = Late(
    rf"(?P<span>每?季度|每?季|每月|月度|当月|本月|年度|全年|quarterly|monthly)?(?:团队|公司|全员)?"
    rf"(?P<by>销售额|销售业绩|销售|业绩|达成率|sales|achievement)?(?:的)?"
    rf"(?:(?P<first>冠军|销冠|第一名|第1名)|(?:排名|排行|ranking)?(?:(?:top|前|位列前|列前)(?P<places>{NUMBER})(?:名|位)?)|(?:排名|排行|ranking))"
    rf"(?:(?:,|且|并)+(?P<floor>(?:{METRIC})?(?:{_AT_LEAST})?{PCT}(?:以上)?))?"
)
_OPEN: Final = Late(
    rf"(?:按|根据|以|见|参见|详见)?(?:{METRIC}|激励方式|奖励方式|右侧|说明)|无条件|不限|无要求|每月|按月|none|any"
)
_SPANS: Final = {
    "季": Span.QUARTER,
    "q": Span.QUARTER,
    "annual": Span.YEAR,
    "月": Span.MONTH,
    "m": Span.MONTH,
    "年": Span.YEAR,
}


def read_condition(cell: str) -> Condition | None:
    """What a 触发条件 cell asks for; None when it is not understood."""
    text = fold(cell)
    if _OPEN.fullmatch(text):
        return Open()
    if rank := _RANK.fullmatch(text):
        return _rank(rank)
    if (found := _interval(text)) is not None:
        return found
    if any(pattern.fullmatch(text) for pattern in _STRICT):
        return Strict()
    lower = _LOWER.fullmatch(text)
    return _bound(lower, share(lower["low"]), None) if lower else None


def leading_bound(text: str) -> tuple[Bound, str] | None:
    """A bound or an interval at the start of folded `text`, with what follows it. A bare percentage is none."""
    for pattern in _INTERVALS:
        if interval := pattern.match(text):
            return _bound(interval, share(interval["low"]), share(interval["high"])), text[interval.end() :]
    found = _LOWER.match(text)
    if found is None or not (found["sign"] or found["metric"] or found["up"]):
        return None
    return _bound(found, share(found["low"]), None), text[found.end() :]


def strict_at_start(text: str) -> bool:
    """Whether folded `text` begins with a bound of the refused kind."""
    return _STRICT[0].match(text) is not None


def span_of(word: str | None) -> Span | None:
    """The time a word such as ``季度`` or ``每月`` names."""
    return next((span for sign, span in _SPANS.items() if word and sign in word), None)


def rank_by(word: str | None) -> RankBy | None:
    """What a word such as ``销售额`` or ``达成率`` ranks by."""
    if not word:
        return None
    return RankBy.ACHIEVEMENT if word in ("达成率", "achievement") else RankBy.SALES


def _interval(text: str) -> Bound | None:
    for pattern in _INTERVALS:
        if found := pattern.fullmatch(text):
            return _bound(found, share(found["low"]), share(found["high"]))
    for pattern in _BELOW:
        if found := pattern.fullmatch(text):
            return _bound(found, Fraction(0), share(found["high"]))
    return None


def _bound(found: re.Match[str], low: Fraction, high: Fraction | None) -> Bound:
    gauge = Gauge.REGION if found["region"] else Gauge.OWN
    return Bound(low, high, gauge, found["product"], span_of(found["longer"]) or Span.MONTH)


def _rank(found: re.Match[str]) -> Rank:
    floor = leading_bound(found["floor"]) if found["floor"] else None
    places = 1 if found["first"] else whole(found["places"]) if found["places"] else None
    return Rank(span_of(found["span"]), places, rank_by(found["by"]), floor[0].low if floor else None)
