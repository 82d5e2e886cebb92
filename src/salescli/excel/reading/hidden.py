"""Rows that nobody sees, filtered away or hidden by hand: they are read like any other, and that is said."""

import re
from array import array
from bisect import bisect_right
from typing import Final

_ROW: Final = re.compile(rb"<(?:[^\s<>/:]+:)?row(?=[\s/>])([^<>]*)>")
_HIDDEN: Final = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true|on)["']""")
_NUMBER: Final = re.compile(rb"""\sr\s*=\s*["'](\d{1,7})["']""")


class HiddenRows:
    """The hidden rows of a sheet, counted from zero, as runs: small however many there are."""

    __slots__ = ("_firsts", "_lasts")

    def __init__(self) -> None:
        self._firsts, self._lasts = array("L"), array("L")

    def note(self, first: int, last: int | None = None) -> None:
        """Note the rows `first` to `last`, below or among those noted before."""
        last = first if last is None else last
        if self._lasts and first <= self._lasts[-1] + 1:
            self._lasts[-1] = max(last, self._lasts[-1])
        else:
            self._firsts.append(first)
            self._lasts.append(last)

    def __contains__(self, row: int) -> bool:
        at = bisect_right(self._firsts, row)
        return at > 0 and row <= self._lasts[at - 1]

    def __bool__(self) -> bool:
        return bool(self._firsts)


NONE: Final = HiddenRows()


def hidden_rows(data: bytes) -> HiddenRows:
    """Those of a worksheet part; a row without a number comes after the one before it."""
    start = max(data.find(b"sheetData"), 0)
    first = data.find(b"h", start)  # one byte is found much faster than two
    if first < 0 or data.find(b"hidden", first) < 0 or _HIDDEN.search(data, start) is None:
        return NONE
    found, row = HiddenRows(), -1
    for tag in _ROW.finditer(data, start):
        number = _NUMBER.search(tag[1])
        row = row + 1 if number is None else int(number[1]) - 1
        if _HIDDEN.search(tag[1]) is not None:
            found.note(row)
    return found
