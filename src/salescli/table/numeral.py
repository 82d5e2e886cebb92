"""Numbers as people type them in a cell, read exactly.

``1,200.50`` ``￥1,200`` ``5.2万`` ``1亿2000万元`` ``500元/个`` ``30家`` ``105%`` ``8个百分点`` ``(1,200)``
``１２３`` … The digits typed are kept: ``20万`` is Decimal("2.0E+5"), so that a later comparison knows how
precisely the figure was stated.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

SCALES: Final = {
    "百": 2,
    "千": 3,
    "k": 3,
    "万": 4,
    "萬": 4,
    "w": 4,
    "十万": 5,
    "百万": 6,
    "m": 6,
    "千万": 7,
    "亿": 8,
    "億": 8,
}
"""Scale words and the powers of ten they stand for."""

MONEY_UNITS: Final = frozenset({"元", "块", "圆", "rmb", "cny", "人民币", "yuan"})

LONGEST: Final = 24
"""Characters of the longest number that is read; Decimal arithmetic is exact well beyond it."""

_DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_TERM: Final = re.compile(rf"({_DIGITS})(十万|百万|千万|[百千万萬亿億kwm])?", re.IGNORECASE)
_SIGNS: Final = {"+": 1, "-": -1}
_CURRENCY: Final = re.compile(r"^(?:¥|rmb|cny|人民币)", re.IGNORECASE)
_UNIT: Final = re.compile(r"[^\d\s,.()+%‰-][^\d,()%‰]{0,11}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as typed: its value with the scale word applied, and what stood around it.

    `percent` tells that the value was written with ``%``, ``‰`` or ``个百分点`` (already divided);
    `scaled` that a scale word such as 万 stood in the cell; `unit` is what followed (元, 家, 元/个 …).
    """

    value: Decimal
    percent: bool = False
    scaled: bool = False
    unit: str | None = None
    currency: bool = False

    @property
    def is_money(self) -> bool:
        """Whether the cell itself says it is an amount of money."""
        unit = (self.unit or "").split("/")[0].casefold()
        return self.currency or unit in MONEY_UNITS

    @property
    def is_bare_currency(self) -> bool:
        """Whether a sign such as ￥ is all that tells the unit: neither a scale word nor 元 stands with it."""
        return self.currency and not self.scaled and not self.unit


def parse_numeral(text: str) -> Numeral | None:
    """Read one typed number, or None when the text is anything else (two numbers, words, a date …)."""
    rest = _plain(text)
    if len(rest) > LONGEST:
        return None
    rest, sign = _take_sign(rest)
    currency = _CURRENCY.match(rest)
    if currency:
        rest, inner = _take_sign(rest[currency.end() :])
        sign *= inner
    taken = _take_terms(rest)
    if taken is None:
        return None
    value, scaled, rest = taken
    value = value.copy_negate() if sign < 0 else value
    return _with_suffix(value, scaled, rest, bool(currency))


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").replace("–", "-").replace("￥", "¥")
    return "".join(plain.split())


def _take_sign(text: str) -> tuple[str, int]:
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1], -1
    if text[:1] in _SIGNS:
        return text[1:], _SIGNS[text[0]]
    return text, 1


def _take_terms(text: str) -> tuple[Decimal, bool, str] | None:
    """The number at the start of `text`: ``1亿2000万`` is a sum of terms with falling scales."""
    total, scaled, previous = None, False, 99
    while match := _TERM.match(text):
        scale = SCALES[match[2].casefold()] if match[2] else 0
        if scale >= previous or (total is not None and not scale and len(match[1]) != previous):
            return None  # 5万6 is said for 56,000 and read as 50,006: only 1万2000 is clear
        term = Decimal(match[1].replace(",", "")).scaleb(scale)
        total, scaled, previous = (term if total is None else total + term), scaled or scale > 0, scale
        text = text[match.end() :]
        if not scale:
            break
    return None if total is None else (total, scaled, text)


def without_only(unit: str) -> str:
    """A unit without the ``整`` or ``正`` ("and no more") that closes an amount: ``元整``."""
    return unit[:-1] if unit[:-1] in ("元", "圆", "块") and unit[-1] in "整正" else unit


def _with_suffix(value: Decimal, scaled: bool, rest: str, currency: bool) -> Numeral | None:
    rest = without_only(rest)
    if not rest:
        return Numeral(value, scaled=scaled, currency=currency)
    if rest == "%":
        return Numeral(value.scaleb(-2), percent=True, scaled=scaled)
    if rest == "‰":
        return Numeral(value.scaleb(-3), percent=True, scaled=scaled)
    if rest.casefold() in {"个百分点", "個百分點", "百分点", "百分點", "pp"}:
        return Numeral(value.scaleb(-2), percent=True, scaled=scaled)
    if _UNIT.fullmatch(rest):
        return Numeral(value, scaled=scaled, unit=rest, currency=currency)
    return None
