"""Text that a sheet repeats: one long shared string used by many cells grows far beyond the file.

The reader copies a shared string for every cell that shows it, so a small file can ask for terabytes.
"""

import re
from array import array
from collections.abc import Iterable, Sequence
from struct import unpack_from
from typing import Final

from salescli.excel.reading.suspect import Suspect
from salescli.table.codes import files as codes

_USE: Final = re.compile(
    rb"""\st\s*=\s*["']s["'][^<]*(?:<(?:[^\s<>/]*:)?f[\s/>][^<]*(?:</[^<]*)?)?<(?:[^\s<>/]*:)?v>\s*(\d{1,9})\s*<"""
)
_ITEM_END: Final = re.compile(rb"</(?:[^\s<>/]*:)?si\s*>")
_USUAL_ITEM_END: Final = b"</si>"
_SHORTEST_ITEM_END: Final = len(_USUAL_ITEM_END)
_SHORTEST_USE: Final = len('<c t="s"><v>0</v></c>')
_BATCH: Final = 4 << 20


def check_text(suspect: Suspect, strings: bytes, sheets: Iterable[bytes]) -> None:
    """Raise UnusableFile when the cells' texts, written out, exceed the limit on unpacked bytes."""
    if not strings:
        return
    limit, sheets = suspect.limits.max_text_bytes, tuple(sheets)
    if len(strings) // _SHORTEST_ITEM_END <= suspect.limits.max_cells and _is_little(strings, sheets, limit):
        return
    lengths = _lengths(strings)
    if len(lengths) > suspect.limits.max_cells:
        raise suspect.refusal(codes.TOO_MUCH_TEXT, limit=limit >> 20)
    longest, total = max(lengths), 0
    for data in sheets:
        most = _uses(data) * longest
        total += most if total + most <= limit else _written_out(data, lengths)
        if total > limit:
            raise suspect.refusal(codes.TOO_MUCH_TEXT, limit=limit >> 20)


def _is_little(strings: bytes, sheets: Sequence[bytes], limit: int) -> bool:
    """Whether no use of the longest string by every cell could exceed `limit`, by ever better estimates."""
    longest = _longest(strings)
    if sum(map(len, sheets)) // _SHORTEST_USE * longest <= limit:
        return True
    return sum(map(_uses, sheets)) * longest <= limit


def _uses(data: bytes) -> int:
    """At least as many as there are cells that show a shared string."""
    single = data.count(b"s'") if b"'" in data else 0  # one byte is found much faster than two
    return min(len(data) // _SHORTEST_USE, data.count(b's"') + single)  # t="s" or t='s'


def _longest(strings: bytes) -> int:
    """At least the length of the longest shared string, found much faster than the length of each."""
    longest, at = 0, _first_item(strings)
    while at < len(strings):
        end = strings.find(_USUAL_ITEM_END, at + _BATCH)
        end = len(strings) if end < 0 else end
        longest = max(longest, *map(len, strings[at:end].split(_USUAL_ITEM_END)))
        at = end
    return longest


def _first_item(strings: bytes) -> int:
    """Where the first string begins, or before."""
    first = strings.find(b"<si")
    return first if first > 0 and b":si" not in strings[:first] else 0


def _lengths(strings: bytes) -> "array[int]":
    """How long each shared string is, with its markup; what follows the last counts as one more."""
    lengths, start = array("L"), _first_item(strings)
    for end in _ITEM_END.finditer(strings, start):
        lengths.append(end.start() - start)
        start = end.end()
    lengths.append(len(strings) - start)
    return lengths


def _written_out(data: bytes, lengths: Sequence[int]) -> int:
    """Bytes of all the shared strings that one sheet's cells show."""
    total, at = 0, 0
    while at < len(data):
        end = data.find(b"<c", at + _BATCH)
        end = len(data) if end < 0 else end
        uses = map(int, _USE.findall(data, at, end))
        total += sum(lengths[use] for use in uses if use < len(lengths))
        at = end
    return total


def string_table_lengths(chunks: Sequence[bytes]) -> "array[int]":
    """How many characters each string of an .xls has: its SST record without its head, and those that continue it.

    Characters that run on into the next record begin there with a byte that says anew how wide they are
    ([MS-XLS] 2.4.265 and 2.5.293). Raises struct.error or IndexError where the records end too soon.
    """
    lengths, number, at = array("L"), 0, 0
    while True:
        if at >= len(chunks[number]):
            number, at = number + 1, 0
            if number == len(chunks):
                return lengths
        count, flags = unpack_from("<HB", chunks[number], at)
        at += 3
        skip = 0
        if flags & 8:
            skip += 4 * int(unpack_from("<H", chunks[number], at)[0])
            at += 2
        if flags & 4:
            skip += int(unpack_from("<I", chunks[number], at)[0])
            at += 4
        lengths.append(count)
        number, at = _past_characters(chunks, number, at, count, 1 + (flags & 1))
        while skip > len(chunks[number]) - at:
            skip -= len(chunks[number]) - at
            number, at = number + 1, 0
        at += skip


def _past_characters(chunks: Sequence[bytes], number: int, at: int, left: int, width: int) -> tuple[int, int]:
    while left:
        taken = min((len(chunks[number]) - at) // width, left)
        left, at = left - taken, at + taken * width
        if left:
            number, at = number + 1, 1
            width = 1 + (chunks[number][0] & 1)
    return number, at


def check_binary_text(suspect: Suspect, lengths: Sequence[int], uses: Iterable[int]) -> None:
    """The same for strings of known `lengths` and the numbers of those that cells show."""
    limit = suspect.limits.max_text_bytes
    if sum(lengths[use] for use in uses if use < len(lengths)) > limit:
        raise suspect.refusal(codes.TOO_MUCH_TEXT, limit=limit >> 20)
