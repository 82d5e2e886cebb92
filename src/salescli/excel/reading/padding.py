"""Numbers that show zeros they do not store: a cell of 12 with the format ``0000`` reads ``0012`` to a person.

What people see is what they mean by an identifier, so a whole number whose format consists of zeros and
literal text is read as it is shown. ``#,##0``, ``0.00`` and the like only dress a figure and are left alone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from salescli.excel.reading.raw import CellValue, Spot
from salescli.table.kind import ShownNumber

KeyT = TypeVar("KeyT")

_LONGEST: Final = 255
"""Excel takes no longer format."""
_COLOUR: Final = re.compile(
    r"\[(?:[A-Za-z]{3,8}|\$-[0-9A-Fa-f]{1,8}|颜色\d{1,2}|黑色|蓝色|红色|绿色|白色|黄色|洋红|青色)\]"
)
_TOKEN: Final = re.compile(r'"([^"]*)"|\\(.)|([-+ ()/:]|[^\x00-\x7f])|(0)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Padding:
    """A number format of zeros and literals; `pieces` in their order, None for each zero.

    Without a zero it is the very text that one cell shows.
    """

    pieces: tuple[str | None, ...]

    def shown(self, number: int) -> str:
        """A whole number as its cell shows it; digits beyond the zeros stand at the first of them."""
        places = self.pieces.count(None)
        if not places:
            return "".join(piece or "" for piece in self.pieces)
        digits = f"{abs(number):0{places}d}"
        head, rest = digits[: len(digits) - places + 1], iter(digits[len(digits) - places + 1 :])
        text, first = [], True
        for piece in self.pieces:
            text.append(piece if piece is not None else head if first else next(rest))
            first = first and piece is not None
        return ("-" if number < 0 else "") + "".join(text)


def padding(form: str) -> Padding | None:
    """What a number format pads with, or None where it is no mere padding. Only its first section counts."""
    if len(form) > _LONGEST or "0" not in form:
        return None
    section = _COLOUR.sub("", _first_section(form))
    pieces: list[str | None] = []
    at = 0
    while at < len(section):
        match = _TOKEN.match(section, at)
        if match is None:
            return None
        pieces.append(None if match[4] else next(part for part in match.groups()[:3] if part is not None))
        at = match.end()
    zeros = [index for index, piece in enumerate(pieces) if piece is None]
    plain = len(zeros) < 2 and not any(pieces[: zeros[0]] if zeros else ())
    return None if plain else Padding(tuple(pieces))


def as_shown(text: bytes) -> Padding:
    """The very text that a cell shows, where the file keeps it."""
    return Padding((text.decode("utf-8", "replace"),))


def paddings(forms: Mapping[KeyT, str]) -> dict[KeyT, Padding]:
    """Those of some number formats that pad."""
    return {key: pads for key, form in forms.items() if (pads := padding(form)) is not None}


def _first_section(form: str) -> str:
    """A format up to the first semicolon that is not quoted."""
    match = re.match(r'(?:"[^"]*"|\\.|[^;"\\])*', form, re.DOTALL)
    return match[0] if match else ""


def show_padded(rows: Sequence[list[CellValue]], padded: Mapping[Spot, Padding]) -> None:
    """Have the whole numbers at the padded cells carry what they show."""
    for (row, col), form in padded.items():
        if row >= len(rows) or col >= len(rows[row]):
            continue
        value = rows[row][col]
        if value.__class__ in (int, float) and float(value).is_integer() and abs(value) < 1e15:
            rows[row][col] = ShownNumber.of(float(value), form.shown(int(value)))
