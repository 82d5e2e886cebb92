"""Which metric a strategy's goal speaks of: names are matched whole, and a rate only by a rate.

A goal is cut where verbs, figures and stops stand (把转化率提升至12% → 转化率); what is left has to be the metric's
name. A name may be shorter by what it counts (新客户 is 新客户数量) or by its qualifier (转化率 is 客户转化率), and two
names of one measure of the plan's metrics are the same (客单价, 平均客单价).
"""

import re
from collections.abc import Iterator
from typing import Final

from salescli.measure.metric import Measure, measure_of
from salescli.measure.metric_names import tidy
from salescli.table.kind import normal
from salescli.track.gauges import gauge_of

_VERBS: Final = (
    r"(?:进一步|持续|大幅|稳步|提升|提高|提至|增加|增长|扩大|改善|优化|降低|降至|减少|缩短"
    r"|控制|稳定|保持|达到|达成|实现|完成)(?![率度额性])"
)
_ENGLISH: Final = (
    r"\b(?:increase|raise|lift|grow|reduce|lower|cut|shorten|improve|win|keep|reach|to|by|from|the|our|more)\b"
)
_LEADING: Final = re.compile(rf"^(?:把|将|使|让)?(?:{_VERBS}|{_ENGLISH}|\s)+")
_CUTS: Final = re.compile(
    rf"{_VERBS}|{_ENGLISH}|[把将使让至到为]|[-+]?[\d.,]+\s*(?:%|个百分点|[万亿元家个单天人次]+)?|[,;:。、()/|]"
)
_COUNT_WORDS: Final = frozenset({"", "个数", "数量", "数", "总额", "金额", "额"})
_SHORTEST: Final = 2


def closeness(name: str, measure: Measure, goal: str | None) -> int | None:
    """0 for the very name, 1 for another name of the same measure, 2 for a name that is fuller; None for no match."""
    ranks = [rank for part in _names_in(goal or "") if (rank := _rank(name, measure, part)) is not None]
    return min(ranks, default=None)


def _rank(name: str, measure: Measure, part: str) -> int | None:
    own, said = normal(name), normal(part)
    if own == said:
        return 0
    if (measure is Measure.RATIO) is not (measure_of(part, None) is Measure.RATIO):
        return None
    gauge, other = gauge_of(name), gauge_of(part)
    if gauge is not None and gauge == other:
        return 1
    if own.startswith(said) and own[len(said) :] in _COUNT_WORDS:
        return 2
    return 2 if own.endswith(said) and (gauge is None or other is None or gauge == other) else None


def _names_in(goal: str) -> Iterator[str]:
    """What may be a name in a goal: all of it, with and without its verb, then the pieces between verbs and figures."""
    text = tidy(goal)
    for piece in dict.fromkeys((text, _LEADING.sub("", text), *_CUTS.split(text))):
        if len(normal(piece)) >= _SHORTEST:
            yield piece.strip()
