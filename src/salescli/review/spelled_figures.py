"""Figures of a goal that are spelled in Chinese, as digits: 三十家, 百分之二十, and levels such as 八成五."""

import re
from typing import Final

from salescli.review.goal_words import DIGITS
from salescli.table.numeral import parse_numeral
from salescli.table.spelled import parse_spelled

_SPELLED: Final = re.compile(
    r"(?<=[到至为在了于过加升长低少降短高达减涨增缩])(?P<spelled>[一二两三四五六七八九十百千万零]+)"
    r"(?=(?:个百分点|百分点|个月|小时|分钟|[家单元万天件台套次人户个])(?:$|及?以[上下内]|左右|[(/]))"
)
_PERCENT: Final = re.compile(
    r"百分之(?P<spelled>[一二两三四五六七八九十百零]+|\d+(?:\.\d+)?)(?:点(?P<tenth>[一二三四五六七八九]))?"
)
_LEVEL_TENTHS: Final = re.compile(
    rf"(?<=[到至为在于过达≥≤<>=])(?P<tenths>[{DIGITS}\d])成(?P<hundredths>半|[{DIGITS}\d])?(?=$|及?以[上下内]|[(])"
)


def in_digits(text: str) -> str:
    """`text` with what is spelled at the end of a clause in digits: 增加三十家 as 增加30家, 百分之二十 as 20%."""
    return _PERCENT.sub(_percent, _SPELLED.sub(_digits, text))


def with_levels(text: str) -> str:
    """`text` with tenths that are a level as a percentage: 提升至八成五 as 提升至85%."""
    return _LEVEL_TENTHS.sub(_tenths, text)


def _digits(found: re.Match[str]) -> str:
    """A spelled figure in digits: 三十 (家)."""
    number = parse_spelled(found["spelled"])
    return found[0] if number is None else f"{number.value:f}"


def _percent(found: re.Match[str]) -> str:
    """百分之三点五 as 3.5%."""
    number = parse_spelled(found["spelled"]) or parse_numeral(found["spelled"])
    if number is None:
        return found[0]
    tenth = DIGITS.replace("两", "").index(found["tenth"]) + 1 if found["tenth"] else 0
    return f"{number.value:f}.{tenth}%" if tenth else f"{number.value:f}%"


def _tenths(found: re.Match[str]) -> str:
    """八成五 as 85%, where it is a level."""
    tenths, more = (parse_spelled(part or "") or parse_numeral(part or "") for part in found.groups())
    return f"{tenths.value if tenths else 0:f}{5 if found['hundredths'] == '半' else more.value if more else 0}%"
