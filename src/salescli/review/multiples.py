"""Goals that multiply a figure: 翻一番, 提升两成, 降到一半, 达到去年的1.5倍, double, by a fifth. The factor is exact.

翻番 doubles, and 翻两番 does it twice (×4); 增长两倍 adds twice the figure (×3) and 增长到两倍 doubles it, as the
National Bureau of Statistics defines these words. 翻两倍 has no such meaning, nor has a decrease by 两倍; neither is
read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from salescli.measure.achievement import Direction
from salescli.measure.rounding import exact
from salescli.review.goal_words import BOUND, DIGITS, DOWN, EN_DOWN, EN_UP, MARK, REACH, UP
from salescli.table.late import Late
from salescli.table.spelled import parse_spelled


@dataclass(frozen=True, slots=True)
class Multiple:
    """The words before it, what the figure it starts from is multiplied by, which way the words point, and
    whether their verb asks for a change."""

    name: str
    times: Fraction
    way: Direction | None
    beyond: bool = False
    moving: bool = False


_COUNT: Final = rf"(?:\d+(?:\.\d+)?|[{DIGITS}十]{{1,3}})"
_TENTHS: Final = rf"(?P<tenths>[{DIGITS}\d])成(?P<hundredths>半|[{DIGITS}\d])?"
_PARTS: Final = rf"(?P<of>{_COUNT})分之(?P<part>{_COUNT})"
_WHOLE: Final = rf"(?P<count>{_COUNT})倍"
_HALF: Final = r"(?P<half>一半)"
_BY: Final = rf"(?:{_TENTHS}|{_PARTS}|{_WHOLE}|{_HALF})"
_TO: Final = rf"(?:{_PARTS}|{_WHOLE}|{_HALF})"
_SHARE: Final = rf"(?:{_TENTHS}|{_PARTS}|{_WHOLE}|{_HALF}|(?P<percent>\d+(?:\.\d+)?)%)"
_OF: Final = rf"(?P<whose>(?:原来|原有|之前|以前|目前|现在|当前|现有)(?:水平)?的?|{MARK}(?:水平)?的?|的)"
_TAIL: Final = r"(?:及?以上)?(?:的?水平)?"
_UPS: Final = rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))"
_EN_DIR: Final = rf"(?:(?P<up>{EN_UP})|(?P<down>{EN_DOWN}))(?: the| our)? "
_EN_NAME: Final = r"(?P<name>.+?)"
_EN_PARTS: Final = {
    word: Fraction(1, at)
    for at, words in ((2, ("half",)), (3, ("third",)), (4, ("quarter", "fourth")), (5, ("fifth",)), (6, ("sixth",)))
    for word in words
} | {"eighth": Fraction(1, 8), "tenth": Fraction(1, 10)}
_EN_COUNTS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_EN_PART: Final = (
    rf"(?:(?P<numerator>{'|'.join(_EN_COUNTS)})[- ])?(?P<en>{'|'.join(_EN_PARTS)}|halves|thirds|quarters|fourths"
    r"|fifths|sixths|eighths|tenths)"
)
_EN_VERBS: Final = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_EN_TIMES: Final = r"(?:(?P<twice>twice|double)|(?P<count>\d+(?:\.\d+)?) ?(?:times|x))"
_EN_BEFORE: Final = rf"(?P<whose> (?:of )?(?:what it (?:is|was)(?: before)?|its present level)|{MARK})?"

_SENTENCES: Final = (
    rf"(?P<name>.+?){MARK}?(?:实现)?(?:翻(?P<doublings>[{DIGITS}\d])?番|(?P<doubled>翻[一1]?倍|倍增)){_TAIL}",
    rf"(?P<name>.+?){MARK}?(?:{DOWN}|砍)?(?P<halved>减半|砍半|腰斩)",
    rf"(?P<name>.+?){MARK}?{_UPS}(?:至少|不低于|不少于)?了?{_BY}{_TAIL}",
    rf"{MARK}?{_UPS}(?P<name>[^\d]+?){MARK}?{_BY}{_TAIL}",
    rf"(?P<name>.+?)(?:{UP}|保持|维持)?(?:在)?{BOUND}{_OF}(?<=的)(?P<to>){_SHARE}{_TAIL}",
    rf"(?P<name>.+?)(?:{_UPS}|{REACH})?(?:至|到|为|是|相当于)(?:{_OF})?(?P<to>){_TO}{_TAIL}",
    rf"(?P<name>.+?)(?:{REACH})(?:{_OF})?(?P<to>){_TO}{_TAIL}",
    rf"(?P<name>.+?)(?:{_UPS}|{REACH})?(?:至|到|为|是|相当于|(?<=[到成现突破达])){_OF}(?P<to>){_SHARE}{_TAIL}",
    rf"(?P<name>.+?)(?:{BOUND}{MARK}|{MARK}(?:持平|相当)|(?:{UP}|{REACH}|保持|维持|恢复)(?:至|到|在)?{MARK})(?P<same>)(?:的?水平)?",
    rf"(?P<verb>{'|'.join(_EN_VERBS)})(?: the| our)? {_EN_NAME}{MARK}?",
    rf"(?P<halve>halve)(?: the| our)? {_EN_NAME}{MARK}?",
    rf"{_EN_DIR}{_EN_NAME} in (?P<halve>half)",
    rf"{_EN_DIR}{_EN_NAME} by {_EN_PART}{MARK}?",
    rf"(?:{_EN_DIR}|(?:bring|reach) ){_EN_NAME} to (?P<to>)(?:{_EN_TIMES}|{_EN_PART}){_EN_BEFORE}",
    rf"(?:{_EN_DIR}|(?:bring|keep) ){_EN_NAME} (?:to|at) (?P<to>)(?P<percent>\d+(?:\.\d+)?)%(?P<whose>{MARK})",
)


@cache
def _sentences() -> tuple[Late, ...]:
    """Compiled when a goal is read: a review without strategies starts without them."""
    return tuple(Late(pattern, re.IGNORECASE) for pattern in _SENTENCES)


def multiple(text: str) -> Multiple | None:
    """The sentence as a multiple of the figure it compares with; None for any other sentence, for a factor that
    contradicts its verb (增长到一半), and for a part of nobody says what (达到三分之一 may be a level)."""
    for pattern in _sentences():
        if (match := pattern.fullmatch(text)) is not None:
            return _multiple(match.groupdict())
    return None


def _multiple(parts: Mapping[str, str | None]) -> Multiple | None:
    up, down = bool(parts.get("up")), bool(parts.get("down"))
    times = _factor(parts, down)
    if times is None or times <= 0 or (up and times <= 1) or (down and times >= 1):
        return None
    if parts.get("to") is not None and times < 1 and not down and parts.get("whose") is None:
        return None
    return Multiple((parts["name"] or "").strip(), times, _way(parts, times), _beyond(parts), up or down)


def _factor(parts: Mapping[str, str | None], down: bool) -> Fraction | None:
    """What is multiplied by: one of the words that are a factor, else a part, taken or added or taken away."""
    if parts.get("same") is not None:
        return Fraction(1)
    if (verb := parts.get("verb")) is not None:
        return Fraction(_EN_VERBS[verb.casefold()])
    if parts.get("halved") or parts.get("halve"):
        return Fraction(1, 2)
    if parts.get("doubled"):
        return Fraction(2)
    if "doublings" in parts:
        count = _count(parts["doublings"] or "一")
        return None if count is None or count > _MOST_DOUBLINGS else Fraction(2) ** int(count)
    share = _share(parts)
    if share is None or parts.get("to") is not None:
        return share
    return 1 - share if down else 1 + share


_MOST_DOUBLINGS: Final = 4


def _share(parts: Mapping[str, str | None]) -> Fraction | None:
    """两成, 三成五, 三分之一, 1.5倍, 一半, 90%, two thirds, twice."""
    if (tenths := _count(parts.get("tenths"))) is not None:
        hundredths = Fraction(5) if parts.get("hundredths") == "半" else _count(parts.get("hundredths") or "零")
        return None if hundredths is None else tenths / 10 + hundredths / 100
    if (whole := _count(parts.get("of"))) is not None:
        part = _count(parts.get("part"))
        return None if part is None or whole == 0 else part / whole
    if parts.get("half"):
        return Fraction(1, 2)
    if parts.get("twice"):
        return Fraction(2)
    if (word := parts.get("en")) is not None:
        one = "half" if word.casefold() == "halves" else word.casefold().removesuffix("s")
        return _EN_PARTS[one] * _EN_COUNTS[(parts.get("numerator") or "one").casefold()]
    if (percent := _count(parts.get("percent"))) is not None:
        return percent / 100
    return _count(parts.get("count"))


def _count(text: str | None) -> Fraction | None:
    if text is None:
        return None
    if text == "零":
        return Fraction(0)
    if text[0].isdigit():
        return exact(Decimal(text))
    found = parse_spelled(text)
    return None if found is None else exact(found.value)


def _way(parts: Mapping[str, str | None], times: Fraction) -> Direction | None:
    """Where bound or factor point; a figure that is to stay leaves it to the metric."""
    if parts.get("most") or parts.get("below"):
        return Direction.LOWER
    if parts.get("least") or parts.get("above"):
        return Direction.HIGHER
    if times == 1 or (parts.get("to") is not None and not (parts.get("up") or parts.get("down"))):
        return None
    return Direction.HIGHER if times > 1 else Direction.LOWER


def _beyond(parts: Mapping[str, str | None]) -> bool:
    return bool(parts.get("above") or parts.get("below"))
