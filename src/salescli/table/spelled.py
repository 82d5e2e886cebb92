"""Numbers spelled in Chinese characters, as people write them in cells: ``五万`` ``三千五百元整`` ``壹佰万`` ``两家``.

Only what has one meaning is read: what a value is spelled like in full. ``三千五`` is said for 3,500, and as it is
written it would be 3,005; so it is neither.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Final

from salescli.measure.metric import unit_measure
from salescli.table.numeral import LONGEST, MONEY_UNITS, Numeral, without_only

_ONES: Final = "零一二三四五六七八九"
_PLACES: Final = (("千", 1000), ("百", 100), ("十", 10))
_USUAL: Final = str.maketrans("〇两兩壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億", "零二二一二二三三四五六六七八九十百千万亿")
_SPELLED: Final = re.compile(r"[一二三四五六七八九十百千万亿零]+")
_SECTIONS: Final = re.compile(r"(?:([^万亿]+)亿)?(?:([^万亿]+)万)?([^万亿]+)?")
_PLACE: Final = re.compile(r"([一二三四五六七八九]?)([千百十]?)")


def parse_spelled(text: str) -> Numeral | None:
    """A number in Chinese characters with the unit behind it, or None for anything else."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).translate(_USUAL)
    match = _SPELLED.match(plain) if len(plain) <= LONGEST else None
    if match is None:
        return None
    value, unit = _value(match[0]), without_only(plain[match.end() :])
    if value is None or not (not unit or unit.split("/")[0].casefold() in MONEY_UNITS or unit_measure(unit)):
        return None
    return Numeral(Decimal(value), scaled="万" in match[0] or "亿" in match[0], unit=unit or None)


def spelled(value: int) -> str:
    """A whole number from 1 to below 10^12 as it is spelled in full: 100500 is ``一十万零五百``."""
    text, passed = "", False
    for mark, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        section = value // size % 10_000
        if section:
            gap = bool(text) and (passed or section < 1000)
            text += ("零" if gap else "") + _section(section) + mark
        passed = not section
    return text


def _section(value: int) -> str:
    text, gap = "", False
    for word, size in (*_PLACES, ("", 1)):
        digit = value // size % 10
        if digit:
            text += ("零" if gap and text else "") + _ONES[digit] + word
        gap = not digit
    return text


def _value(text: str) -> int | None:
    """The value that is spelled like `text`; None when none is, in full or in one of the usual shorter ways.

    十五 for 一十五, 一百十五 for 一百一十五, and 一万五百 for 一万零五百; not 一亿五百, which is said for 1.5亿.
    """
    match = _SECTIONS.fullmatch(text)
    if match is None:
        return None
    value = 0
    for section in match.groups():
        value = value * 10_000 + sum(
            (_ONES.index(digit) if digit else 1) * dict(_PLACES).get(place, 1)
            for digit, place in _PLACE.findall(section or "")
            if digit or place
        )
    full = spelled(value) if 0 < value < 10**12 else ""
    shorter = re.sub(r"(?<=万)零(?=.[千百十])|(?<=亿)零(?=.[千百十][^万]*万)", "", full)
    known = {full, shorter} | {way.replace("百一十", "百十") for way in (full, shorter)}
    return value if text in known | {way.removeprefix("一") for way in known if way.startswith("一十")} else None
