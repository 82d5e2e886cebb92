"""Text that a sheet repeats: one long shared string used by many cells grows far beyond the file.

The reader copies a shared string for every cell that shows it, so a small file can ask for terabytes.
"""

import re
from collections.abc import Iterable
from typing import Final

from salescli.excel.reading.suspect import Suspect
from salescli.table.codes import files as codes

_USE: Final = re.compile(
    rb"""\st\s*=\s*["']s["'][^<]*(?:<(?:[^\s<>/]*:)?f[\s/>][^<]*(?:</[^<]*)?)?<(?:[^\s<>/]*:)?v>\s*(\d{1,9})\s*<"""
)
_ITEM_END: Final = re.compile(rb"</(?:[^\s<>/]*:)?si\s*>")
_SHORTEST_USE: Final = len('<c t="s"><v>0</v></c>')
_BATCH: Final = 4 << 20


def check_text(suspect: Suspect, strings: bytes, sheets: Iterable[bytes]) -> None:
    """Raise UnusableFile when the cells' texts, written out, exceed the limit on unpacked bytes."""
    if not strings:
        return
    limit = suspect.limits.max_unpacked_bytes
    lengths = [len(item) for item in _ITEM_END.split(strings)]
    longest, total = max(lengths), 0
    for data in sheets:
        most = len(data) // _SHORTEST_USE * longest
        total += most if total + most <= limit else _written_out(data, lengths)
        if total > limit:
            raise suspect.refusal(codes.TOO_MUCH_TEXT, limit=limit >> 20)


def _written_out(data: bytes, lengths: list[int]) -> int:
    """Bytes of all the shared strings that one sheet's cells show."""
    total, at = 0, 0
    while at < len(data):
        end = data.find(b"<c", at + _BATCH)
        end = len(data) if end < 0 else end
        uses = map(int, _USE.findall(data, at, end))
        total += sum(lengths[use] for use in uses if use < len(lengths))
        at = end
    return total


def check_binary_text(suspect: Suspect, lengths: list[int], uses: Iterable[int]) -> None:
    """The same for strings of known `lengths` and the numbers of those that cells show."""
    limit = suspect.limits.max_unpacked_bytes
    if sum(lengths[use] for use in uses if use < len(lengths)) > limit:
        raise suspect.refusal(codes.TOO_MUCH_TEXT, limit=limit >> 20)
