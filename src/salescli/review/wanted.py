"""The figure that a strategy's goal asks for, read from its words: 成交率提升至12%, 回款率≥50%, 新客户数增加60家.

A goal is read clause by clause. A clause that is no such sentence has no figure; a goal with figures of which none
can be read, or with several, is said to be so, since nobody can be judged by a guess.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Final

from salescli.measure.achievement import Direction
from salescli.review.comparisons import Against, Comparison, Every, comparison
from salescli.review.goal_words import (
    BOUND,
    DIGITS,
    DOWN,
    EN_DOWN,
    EN_UP,
    MARK,
    NUMBER,
    REACH,
    STEADY,
    UP,
)
from salescli.review.indicators import clauses
from salescli.review.multiples import Multiple, multiple
from salescli.review.named_periods import Named
from salescli.review.spelled_figures import in_digits, with_levels
from salescli.table.late import Late
from salescli.table.numeral import Numeral, parse_numeral


class Ask(StrEnum):
    """What the figure is: a level to reach, a share or an amount by which to change, or how many times a figure."""

    LEVEL = "level"
    SHARE = "share"
    AMOUNT = "amount"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One figure of a goal. `figure` is it as typed (of a multiple `times` is it), `name` the words before it, `way`
    which way they point (None where they leave that to the metric), `against` what a change is a change of, `named`
    the month or quarter it names for that, `points` tells that 个百分点 was written, `beyond` that the figure has to be
    passed and not only reached, `before` the figure a goal starts from, `capped` that it is to be kept at it, `moving`
    that its verb asks for a change and not only for a level: 提升至30%, 降到原来的一半."""

    name: str
    ask: Ask
    figure: Numeral
    way: Direction | None
    text: str
    times: Fraction = Fraction(1)
    against: Against = Against.BEFORE
    named: Named | None = None
    points: bool = False
    beyond: bool = False
    before: Numeral | None = None
    every: Every | None = None
    capped: bool = False
    moving: bool = False


_TAIL: Final = (
    r"(?:(?P<over>及?以上)|(?P<under>及?以[下内]))?"
    rf"(?:\(目标(?:为|是)?:?(?P<target>[^()]+)\)|\((?:未达到?|已达到?)(?P<aim>{NUMBER})的?目标\)|\([^()\d]*\))?"
)
_SENTENCES: Final = (
    rf"(?P<name>.+?)(?:由|从)(?P<before>{NUMBER})(?:{UP}|{DOWN}|{STEADY})?(?:至|到|为)(?P<level>{NUMBER}){_TAIL}",
    rf"(?P<name>.+?)(?:{STEADY}|{REACH}|{UP})?(?:在|到|至)?{BOUND}(?P<level>{NUMBER}){_TAIL}",
    rf"(?P<name>.+?)(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:至|到|为)(?P<level>{NUMBER}){_TAIL}",
    rf"(?:把|将|使)?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?P<name>.+?)(?:至|到|为)(?P<level>{NUMBER}){_TAIL}",
    rf"(?P<name>.+?)(?P<capped>控制)(?:在|到|至)(?P<level>{NUMBER}){_TAIL}",
    rf"(?P<name>.+?)(?:(?:{STEADY}|维持)在?|{REACH})(?P<level>{NUMBER}){_TAIL}",
    rf"(?P<name>.+?)(?:(?P<up>{UP})|(?P<down>{DOWN}))了?(?P<by>{NUMBER}){_TAIL}",
    rf"(?:把|将|使)?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?P<name>[^\d]+?)(?P<by>{NUMBER}){_TAIL}",
    rf"(?:(?P<up>{EN_UP})|(?P<down>{EN_DOWN}))?(?: the| our)? ?(?P<name>.+?) from (?P<before>{NUMBER}) to "
    rf"(?P<level>{NUMBER}) ?{_TAIL}",
    rf"(?:(?P<up>{EN_UP})|(?P<down>{EN_DOWN}))(?: the| our)? (?P<name>.+?) to (?P<level>{NUMBER})",
    rf"(?:(?P<up>{EN_UP})|(?P<down>{EN_DOWN}))(?: the| our)? (?P<name>.+?) by (?P<by>{NUMBER})",
    rf"(?:keep |hold |reach )?(?P<name>.+?) (?:(?P<least>at least|no less than|not below)"
    rf"|(?P<most>at most|no more than|not above)|(?P<above>above|over)|(?P<below>below|under)) "
    rf"(?P<level>{NUMBER})",
    rf"(?:reach|bring) (?P<name>.+?) (?:of|to) (?P<level>{NUMBER})",
    rf"(?:(?P<up>{EN_UP})|(?P<down>{EN_DOWN}))(?: the| our)? (?P<name>[^\d]+?) (?P<by>{NUMBER})",
)
_BLANKS: Final = Late(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])|(?<=[≥≤<>=])\s+|\s+(?=[≥≤<>=])")
_DATES: Final = Late(
    r"(?:(?<!控制)在|(?<![低高大小少多])于)?"
    r"(?:(?:20\d\d年?)?(?:\d{1,2}月(?:\d{1,2}[日号])?|第?[1-4一二三四]季度|Q[1-4])(?:底|末|初|中旬|下旬)?(?:之?前|内|以前)?"
    r"|20\d\d(?:年|[-/.]\d{1,2}(?:[-/.]\d{1,2})?))",
    re.IGNORECASE,
)
_APART: Final = Late(r"[,\s]+(?P<said>目标(?:为|是)?:?[\d.,]*\d[^,;。()\n]{0,6})")
_ADVERBS: Final = Late(
    r"大幅|小幅|稳步|逐步|逐渐|持续|进一步|明显|显著|力争|争取|确保|力求|在(?:原有|原来|现有|目前|当前)的?基础上"
)
_FIGURES: Final = Late(
    rf"\d|分之|翻[{DIGITS}\d]*番|翻[{DIGITS}\d]?倍|倍增|[{DIGITS}十]+(?:倍|成)|一半|减半|腰斩|砍半"
    r"|\b(?:double|triple|treble|quadruple|halve|twice)\b|\bby (?:a|an|one|two|three|four|five|half)\b"
    r"|\bto (?:half|a (?:half|third|quarter|fifth))\b|\bin half\b",
    re.IGNORECASE,
)
_AMOUNTS: Final = Late(r"\d\s*[%万亿元家单天个]")
"""A figure with its unit, which is no part of a metric's name: another sentence stands before this one."""

_ONE: Final = Decimal(1)
_TOWARD_NOTHING: Final = Late(r"[^占对配]比$|较$|[比较][\d、~和至到-]+$")
"""A comparison whose other side was not understood (销售额比2023年增长, 比7~8月增长); 占比 is a metric."""

_EVERY: Final = {
    Every.WEEK: Late(r"^(?:每周|周均|本周|单周|周度|weekly )|每周$|/周$|/week$", re.IGNORECASE),
    Every.MONTH: Late(r"^(?:每月|每个月|月均|本月|单月|当月|月度|monthly )|每月$|/月$|/month$", re.IGNORECASE),
    Every.QUARTER: Late(r"^(?:每季度?|本季度?|单季度?|季度|quarterly )|每季度?$|/季度?$|/quarter$", re.IGNORECASE),
    Every.YEAR: Late(r"^(?:每年|全年|年度|本年度?|今年|annual |yearly )|每年$|/年$|/year$", re.IGNORECASE),
}


@cache
def _sentences() -> tuple[Late, ...]:
    """Compiled when a goal is read: a review without strategies starts without them."""
    return tuple(Late(pattern, re.IGNORECASE) for pattern in _SENTENCES)


def wanted(goal: str | None) -> tuple[Wanted, ...]:
    """Every figure that can be read in `goal`, in its order."""
    return tuple(found for clause in _clauses(goal) if (found := _read(clause)) is not None)


def unreadable(goal: str | None) -> bool:
    """Whether a clause of `goal` has a figure, dates aside, that no sentence tells the meaning of, or names the month
    that it compares with and says no more."""
    return any(_read(clause) is None and _says_figures(clause) for clause in _clauses(goal))


def _says_figures(clause: str) -> bool:
    against = comparison(clause)
    return (against is not None and against.named is not None) or bool(_FIGURES.search(_DATES.sub("", clause)))


def _clauses(goal: str | None) -> Iterator[str]:
    plain = unicodedata.normalize("NFKC", goal or "").replace("⩾", "≥").replace("≧", "≥").replace("≦", "≤")
    for clause in clauses(_APART.sub(r"(\g<said>)", plain)):
        text = _ADVERBS.sub("", _BLANKS.sub("", clause.strip())).strip(" 、:")
        if _DATES.sub("", text).strip(" 、:"):
            yield in_digits(text)


def _read(text: str) -> Wanted | None:
    """The sentence, once what it compares with is taken out and then what only tells when."""
    found = comparison(text)
    if found is None:
        return None
    against = replace(found, text=_DATES.sub("", found.text).strip(" 、:"))
    if (times := multiple(against.text)) is not None:
        return _times(times, against, text)
    plain = against.plain
    for pattern in () if plain is None else _sentences():
        if (match := pattern.fullmatch(with_levels(plain or ""))) is not None:
            known = _wanted({"by": None, **match.groupdict()}, text)
            return None if known is None else _compared(known, against)
    return None


def _times(found: Multiple, against: Comparison, text: str) -> Wanted | None:
    name, every = _spanned(found.name, "")
    if MARK in name or _AMOUNTS.search(name):
        return None
    said = Wanted(name, Ask.TIMES, Numeral(_ONE), found.way, text, times=found.times, beyond=found.beyond, every=every)
    return _compared(replace(said, moving=found.moving), against)


def _compared(found: Wanted, against: Comparison) -> Wanted | None:
    """With what it is held against; None where two spans are named."""
    if found.every and against.every and found.every is not against.every:
        return None
    return replace(found, against=against.against, named=against.named, every=found.every or against.every)


def _wanted(parts: dict[str, str | None], text: str) -> Wanted | None:
    aim = parts.get("target") or parts.get("aim")
    typed = aim or parts.get("level") or parts.get("by") or ""
    figure, before = _figure(typed), _figure(parts.get("before") or "")
    if figure is None or (parts.get("before") and before is None):
        return None
    if (parts.get("by") and figure.value <= 0) or _AMOUNTS.search(parts["name"] or ""):
        return None
    if _TOWARD_NOTHING.search(parts["name"] or ""):
        return None
    ask = Ask.LEVEL if not parts.get("by") or aim else Ask.SHARE if figure.percent else Ask.AMOUNT
    name, every = _spanned(parts["name"] or "", typed)
    return Wanted(
        name,
        ask,
        figure,
        _way(parts, figure, before),
        text,
        points="点" in typed or "point" in typed.casefold() or "pp" in typed.casefold(),
        beyond=bool(parts.get("above") or parts.get("below")),
        before=before,
        every=every,
        capped=bool(parts.get("capped")),
        moving=bool(parts.get("up") or parts.get("down") or before),
    )


def _way(parts: dict[str, str | None], figure: Numeral, before: Numeral | None) -> Direction | None:
    """Where the words point; a figure to start from tells it too."""
    if any(parts.get(key) for key in ("most", "below", "under")):
        return Direction.LOWER
    if any(parts.get(key) for key in ("least", "above", "over")):
        return Direction.HIGHER
    if before is not None and before.value != figure.value:
        return Direction.HIGHER if figure.value > before.value else Direction.LOWER
    if parts.get("up") or parts.get("down"):
        return Direction.HIGHER if parts.get("up") else Direction.LOWER
    return None


def _figure(text: str) -> Numeral | None:
    bare = re.sub(r"percentage points?|points?", "个百分点", text, flags=re.IGNORECASE)
    for pattern in _EVERY.values():
        bare = pattern.sub("", bare) if "/" in bare else bare
    return parse_numeral(bare)


def _spanned(name: str, typed: str) -> tuple[str, Every | None]:
    """The metric's name without the span it is for, and that span."""
    for every, pattern in _EVERY.items():
        if pattern.search(name) or pattern.search(typed.strip()):
            return pattern.sub("", name).strip(), every
    return name.strip(), None


_CASELESS: Final = re.IGNORECASE
_POINTING: Final = {
    Direction.HIGHER: Late(r"(?:提升|提高|增加|增长|上升)(?![率度额性])|\b(?:increase|raise|lift|grow)\b", _CASELESS),
    Direction.LOWER: Late(r"(?:下降|降低|减少|缩短|压缩)(?![率度额性])|\b(?:reduce|lower|cut)\b", re.I),
}


def pointed(goal: str | None) -> Direction | None:
    """Which way the verbs of a goal without a figure point; None where none or both do."""
    found = [way for way, verbs in _POINTING.items() if verbs.search(goal or "")]
    return found[0] if len(found) == 1 else None
