"""The words a strategy's goal is written with: verbs, bounds, and figures with their units, as parts of patterns."""

from typing import Final

UNIT: Final = (
    r"%|‰|个?百分点|percentage points?|points?|pp"
    r"|[^\d\s,;()%‰从至到提升下降增减缩短以及的左右上下内]{1,4}(?:/[^\d\s,;()以]{1,2})?"
)
NUMBER: Final = rf"[-+]?¥?[\d,]*\d(?:\.\d+)?(?:[十百千]?[万亿]|[kmw](?![a-z]))?\s?(?:{UNIT})?"
UP: Final = r"提升|回升|上升|增长|提高|增加|扩大|改善|升|增|涨"
DOWN: Final = r"下降|降低|减少|缩短|压缩|压降|回落|减|降|缩"
STEADY: Final = r"控制|保持|维持|稳定"
REACH: Final = r"达到|回到|恢复到|恢复至|重回|达成|实现|完成|做到|突破|达"
LEAST: Final = r"≥|>=|不低于|不少于|不小于|至少"
MOST: Final = r"≤|<=|不高于|不超过|不大于|不多于|至多"
ABOVE: Final = r">|超过|高于|大于"
BELOW: Final = r"<|低于|小于|少于"
BOUND: Final = rf"(?:(?P<least>{LEAST})|(?P<most>{MOST})|(?P<above>{ABOVE})|(?P<below>{BELOW}))"
EN_UP: Final = r"increase|raise|lift|grow|improve|boost"
EN_DOWN: Final = r"reduce|lower|cut|shorten|decrease"
DIGITS: Final = "一二两三四五六七八九"
"""The digits as they stand before 成, 倍 and 番."""

MARK: Final = "\ue000"
"""Stands for the words that say what a goal compares with, which are taken out; no sentence has it."""
