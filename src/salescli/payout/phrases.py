"""How plan wordings are folded before they are read, and the pieces that all their patterns share.

Plans are typed by people: half and full width, Simplified and Traditional, ``>=`` and ``≥``, with blanks and
line breaks anywhere. Folding takes all of that away, so that a pattern has one spelling to know.
"""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from salescli.table.kind import normal
from salescli.table.numeral import parse_numeral

_PAIRS: Final = (
    "達达額额獎奖銷销區区員员體体團团隊队個个級级別别單单週周開开發发轉转賣卖滿满萬万億亿產产線线華华東东給给"
    "業业績绩務务標标勵励現现內内總总數数戶户薦荐紹绍歸归為为獲获與与應应貨货於于過过們们對对進进階阶衝冲"
)
_SIMPLIFIED: Final = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))
_SIGNS: Final = (("≧", "≥"), ("⩾", "≥"), (">=", "≥"), ("=>", "≥"), ("≦", "≤"), ("⩽", "≤"), ("<=", "≤"), ("=<", "≤"))
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DIGITS: Final = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_PRODUCT_TAIL: Final = re.compile(r"(?:产品线|产品|线)$")
_REGION_TAIL: Final = re.compile(r"(?:大区|区域|地区|区)$")

PCT: Final = r"\d+(?:\.\d+)?%"
RATE: Final = r"\d+(?:\.\d+)?(?:%|‰|个?百分点|个?点)"
AMOUNT: Final = r"¥?\d+(?:\.\d+)?(?:十万|百万|千万|[百千万亿kw])?(?:元|块|rmb|cny|yuan)?"
MONEY: Final = r"¥?\d+(?:\.\d+)?(?:(?:十万|百万|千万|[百千万])元?|元|块|rmb|cny|yuan)"
NUMBER: Final = r"\d+|[一二两三四五六七八九十]"


def fold(text: str) -> str:
    """`text` as patterns read it: one width, one script, no blanks, no thousands commas, a line break as ``;``."""
    lines = ";".join(line for line in text.splitlines() if line.strip())
    folded = normal(unicodedata.normalize("NFKC", lines)).translate(_SIMPLIFIED)
    for spelling, sign in _SIGNS:
        folded = folded.replace(spelling, sign)
    return _THOUSANDS.sub("", folded)


def share(text: str) -> Fraction:
    """``1.5%`` and ``1.5个点`` as 3/200, ``5‰`` as 1/200."""
    number = re.match(r"[\d.]+", text)
    assert number is not None  # a pattern above found it
    return Fraction(Decimal(number[0])) / (1000 if text.endswith("‰") else 100)


def amount(text: str) -> Decimal | None:
    """``1000元`` or ``1万`` in yuan; None when it is no amount of whole fen above zero."""
    numeral = parse_numeral(text)
    if numeral is None or numeral.percent or numeral.value <= 0 or numeral.value * 100 % 1:
        return None
    return numeral.value.quantize(Decimal("0.01"))


def whole(text: str) -> int:
    """``3`` or ``三``."""
    return _DIGITS.get(text) or int(text)


@lru_cache(maxsize=4096)
def product_name(text: str) -> str:
    """A product line as it is compared: ``A产品``, ``a 产品线`` and ``A`` are one."""
    folded = fold(text)
    return _PRODUCT_TAIL.sub("", folded) or folded


@lru_cache(maxsize=4096)
def region_name(text: str) -> str:
    """A region as it is compared: ``华东``, ``华东区`` and ``华东大区`` are one, ``华东二区`` is another."""
    folded = fold(text)
    return _REGION_TAIL.sub("", folded) or folded
