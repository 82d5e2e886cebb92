"""The telling words of metric names, and the rule that reads them: **the last telling word decides**.

A Chinese compound and an English noun phrase both end with their head. So 成本率 is a ratio though 成本 is
money, 新客获取成本 is money though 新客 are counted, and 流失客户挽回率 is good high though 流失 is not.
An English name is cut at its preposition first (`number` | of customers), which puts its head last too.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final


def _telling(kinds: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{'|'.join(words)})" for kind, words in kinds.items()))


# At each place of a name the alternatives are tried in this order, so a longer word of one kind stands before
# its own tail of another: 天数 (number) before 数 (count), 份额 (ratio) before 额 (money).
MEASURES: Final = _telling(
    {
        "number": (
            r"频率|[天月年]数|[指系分]数|周期|账期|时长|时间|得分|评分|质量",
            r"\b(?:cycles?|days?(?: sales outstanding)?|dso|weeks?|months?|hours?|duration|time)\b",
            r"\b(?:score|index|frequency|nps)\b",
        ),
        "ratio": (
            r"份额|率|占比|比例|比重|产出比|同比|环比|百分比|%|满意度|完成度|达成度|增幅|涨幅|降幅|进度",
            r"\b(?:rate|ratio|share|percent|percentage|satisfaction|margin|conversion|churn|retention)\b",
            r"\b(?:achievement|growth|roi)\b",
        ),
        "money": (
            r"客单价|单价|均价|价格|价值|(?<!名)额|收入|营收|产值|业绩|销售(?!员|人)|回款|利润|毛利",
            r"成本|费用?|奖金|提成|预算|应收|账款|坏账",
            r"\b(?:revenue|amount|sales|turnover|income|profit|price|value|budget|costs?|expenses?)\b",
            r"\b(?:collections?|receivables?|gmv|arr|mrr|ltv|aov|cac|asp)\b",
        ),
        "count": (
            r"数量?|(?<!质)量|家|名额|客户|新客|老客|会员|门店|人员",
            r"线索|商机|订单|成单|合同|拜访|跟进|演示|投诉",
            r"\b(?:number|count|quantity|volume|customers?|clients?|people|headcount|units?)\b",
            r"\b(?:orders?|deals?|leads?|visits?|calls?|demos?|proposals?|contracts?|complaints?|returns)\b",
        ),
    }
)

DIRECTIONS: Final = _telling(
    {
        "higher": (
            r"价值|利润|毛利|产出|满意|周转率|回款(?!天数)|回收|收回|挽回|召回",
            r"节约|节省|降低|下降|降幅|减少|改善|解决|处理",
            r"return on|rate of return|life.?cycle|value|satisfaction|turnover",
            r"savings?|reduc\w+|recover\w+|resol\w+|collect\w+",
        ),
        "lower": (
            r"成本|费用|费率|费$|(?<!生命)周期|账期|(?:停留|周转|回款|成交)天数|响应时[间长]",
            r"流失|退货|退款|退单|投诉|差错|坏账|逾期|应收",
            r"\b(?:costs?|expenses?|cac|cycles?|response time|days sales outstanding|dso)\b",
            r"\b(?:churn\w*|attrition|returns?|refunds?|complaints?|overdue|receivables?|bad debts?)\b",
        ),
    }
)

_PREPOSITION: Final = re.compile(r"\s(?:of|per|on|from|by|for|in|to)\s")


def tidy(text: str) -> str:
    """Half-width, lower case, without blanks around it."""
    return unicodedata.normalize("NFKC", text).strip().lower()


def head(name: str) -> str:
    """The part of a tidy name that says what it is: all of it before an English preposition."""
    return _PREPOSITION.split(name)[0]


def last_word(words: re.Pattern[str], name: str) -> str | None:
    """The kind of the last of `words` in a tidy name, or None when it has none of them."""
    kinds = [found.lastgroup for found in words.finditer(name)]
    return kinds[-1] if kinds else None
