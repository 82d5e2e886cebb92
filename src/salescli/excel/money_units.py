"""Units of money as headers and titles write them, and the power of ten each stands for.

``万元`` ``千元`` ``k`` ``RMB'000`` ``人民币万元`` ``万元，含税`` ``百万元/人``
"""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from salescli.table.kind import normal

_SCALES: Final[Mapping[str, int]] = MappingProxyType(
    {
        **dict.fromkeys(("", "%"), 0),
        "百": 2,
        **dict.fromkeys(("千", "仟", "k", "000", "thousand", "thousands"), 3),
        **dict.fromkeys(("万", "萬", "w", "10k", "0000"), 4),
        **dict.fromkeys(("十万", "100k"), 5),
        **dict.fromkeys(("百万", "百萬", "m", "mn", "million", "millions", "000000"), 6),
        **dict.fromkeys(("千万", "千萬"), 7),
        **dict.fromkeys(("亿", "億"), 8),
    }
)
_COUNTED: Final = frozenset(
    ("家", "个", "單", "单", "次", "天", "days", "人", "月", "年", "季", "周", "台", "套", "件")
)
_CURRENCY: Final = re.compile(r"人民币|人民幣|rmb|cny|yuan|¥")
_PARTS: Final = re.compile(r"[,、;/|+&和及]")
_REMARK: Final = re.compile(
    r"[税稅月年季周日填选計计算累合净毛新老实預预備备注必自动公式截至止期初末]|q[1-4]|h[12]|required|optional|tax|vat|gross|net"
    r"|ytd|mtd|qtd|est|actual|plan"
)
"""What tells that words in brackets are a remark and no unit: 含税, 8月, 必填, 自动计算, incl. tax."""
_FOREIGN: Final = re.compile(r"元|美|币|幣|港|欧|[$€£]|usd|eur|hkd|[千万萬亿億]|k|000")
_LINE: Final = re.compile(
    r"(?:[单單]\s*位\s*(?:[:=为是]|(?=[(\[【])|(?=[千百十万亿]*元))|\bunits?\s*:)"
    r"\s*(?:人民币|人民幣|rmb|cny)?\s*[(\[【]?\s*([^\s()\[\]【】。:]*)"
)
_THOUSANDS: Final = re.compile(r"\(((?:in)?(?:rmb|cny|¥)?['’`](?:000|0000|000000)(?:rmb|cny)?)\)")


def scale_of(unit: str) -> int | None:
    """The power of ten of one unit, or None when it is no unit that is known."""
    text = normal(unit).removeprefix("单位").removeprefix("單位").lstrip(":")
    if text in _COUNTED:
        return 0
    bare = _CURRENCY.sub("", text).strip("'’`,.").removesuffix("元").removesuffix("圆").removeprefix("in")
    if not bare and not text:
        return None
    return _SCALES.get(bare)


def scale_in(words: str) -> int | None:
    """The one scale that the words in a header's brackets give; None when they name none, or several."""
    parts = _PARTS.split(normal(words))
    known = {scale for part in parts if part not in _COUNTED and (scale := scale_of(part)) is not None}
    if not known and not _COUNTED.isdisjoint(parts):
        return 0
    return known.pop() if len(known) == 1 else None


def unit_alone(cell: str) -> str | None:
    """The unit that is all a cell says, in brackets or not (``万元``, ``(万元)``, ``单位:元``); else None."""
    text = normal(cell).strip("()[]【】").removeprefix("单位").removeprefix("單位").lstrip(":")
    return text if text and scale_in(text) is not None else None


def is_remark(words: str) -> bool:
    """Whether words in a header's brackets are a remark rather than a unit."""
    text = normal(words)
    return bool(_REMARK.search(text)) and not _FOREIGN.search(text)


def stated_units(text: str) -> list[tuple[str, int]]:
    """The units of money that a line above a table states, with their scales: ``单位：万元``."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    found = [part for match in _LINE.finditer(plain) for part in _PARTS.split(match[1])]
    found += [match[1] for match in _THOUSANDS.finditer(normal(text))]
    return [(part, scale) for part in found if part not in _COUNTED and part and (scale := scale_of(part)) is not None]
