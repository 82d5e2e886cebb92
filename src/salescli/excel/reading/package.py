"""A zip package opened with distrust: every part that is read was bounded, checked and is plain UTF-8.

The rest of the program never unpacks the user's file again: what was checked here is packed anew
(:func:`pack`) and only that is handed to the reader, so the two cannot see different things.
"""

import re
import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from salescli.excel.reading.directory import END_MARK, Entry, entries
from salescli.excel.reading.suspect import Suspect
from salescli.table.codes import files as codes

_XML: Final = (".xml", ".rels", ".vml")
_SMALL: Final = 1 << 20
_MOST: Final = 768 << 20
"""More cannot be packed again for certain: a zip counts in 32 bits, and CDATA may grow fivefold."""
_REPEATED: Final = 64 << 10
"""Parts up to this size are worth remembering: other files have them too."""
_LOCAL: Final = struct.Struct("<4s22xHH")
"""An entry's own header: its mark, and the lengths of name and extra field (APPNOTE.TXT 4.3.7)."""
_STORED, _DEFLATED = 0, 8
"""How an entry may be packed (APPNOTE.TXT 4.4.5)."""


def unpack(suspect: Suspect, only: str | None = None) -> dict[str, bytes]:
    """Every XML and .bin part by name, without a leading slash, or the one called `only`; raises UnusableFile."""
    from zipfile import BadZipFile

    try:
        listed = entries(suspect.data)
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        if END_MARK not in suspect.data[-66_000:]:
            raise suspect.refusal(codes.CUT_SHORT) from error
        raise suspect.damaged("zip") from error
    _check_sizes(suspect, listed)
    read = [entry for entry in listed if entry.name.lower().endswith((*_XML, ".bin")) or entry.name == "mimetype"]
    _check_names(suspect, read)
    return {name: _part(suspect, entry) for entry in read if (name := entry.name.lstrip("/")) and only in (None, name)}


def _check_names(suspect: Suspect, read: Sequence[Entry]) -> None:
    """Parts are called by their names, in whatever letter case (ECMA-376 part 2, 6.2.2.3): two of one name are one too
    many."""
    names: set[str] = set()
    for entry in read:
        name = entry.name.lstrip("/").lower()
        if name in names:
            raise suspect.refusal(codes.REPEATED_PART, part=entry.name)
        names.add(name)


def _check_sizes(suspect: Suspect, listed: Sequence[Entry]) -> None:
    limits = suspect.limits
    if len(listed) > limits.max_parts:
        raise suspect.refusal(codes.TOO_MANY_PARTS, count=len(listed), limit=limits.max_parts)
    total, most = sum([entry.size for entry in listed]), min(limits.max_unpacked_bytes, _MOST)
    if total > most:
        size, limit = -(-total >> 20), most >> 20
        raise suspect.refusal(codes.UNPACKS_TOO_LARGE, size=size, limit=limit)
    for entry in listed:
        if entry.size > _SMALL and entry.size > limits.max_ratio * entry.packed_size:
            ratio = entry.size // max(entry.packed_size, 1)
            raise suspect.refusal(codes.PACKED_TOO_TIGHTLY, part=entry.name, ratio=ratio, limit=limits.max_ratio)


def _part(suspect: Suspect, entry: Entry) -> bytes:
    """One part, exactly as long as declared and of the declared checksum; XML is made plain."""
    if entry.flags & 1:
        raise suspect.refusal(codes.ENCRYPTED)
    if entry.method not in (_STORED, _DEFLATED):
        raise suspect.damaged(entry.name)
    packed = _packed(suspect, entry)
    content = _content if entry.size <= _REPEATED else _content.__wrapped__
    try:
        data, plain = content(packed, entry.size, entry.checksum, entry.method == _STORED)
    except zlib.error as error:
        raise suspect.damaged(entry.name) from error
    return data if plain or not entry.name.lower().endswith(_XML) else _plain(suspect, entry.name, data)


def _packed(suspect: Suspect, entry: Entry) -> bytes:
    """The bytes of an entry as they lie in the file, behind a header of its own that has to name it too."""
    data, start = suspect.data, entry.offset
    if start < 0 or len(data) - start < _LOCAL.size:
        raise suspect.damaged(entry.name)
    mark, name_length, extra_length = _LOCAL.unpack_from(data, start)
    end = start + _LOCAL.size + name_length
    begin = end + extra_length
    packed = data[begin : begin + entry.packed_size]
    name = data[start + _LOCAL.size : end]
    if mark != b"PK\x03\x04" or name != entry.raw or len(packed) != entry.packed_size:
        raise suspect.damaged(entry.name)
    return packed


@lru_cache(maxsize=64)
def _content(packed: bytes, size: int, checksum: int, stored: bool) -> tuple[bytes, bool]:
    """An entry's content, and whether as XML it is plain as it stands; zlib.error where it is not what is declared.

    At most `size` bytes and one more are unpacked. Themes, styles and relations are the same in all files of one
    program.
    """
    data = packed if stored else zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
    if len(data) != size or zlib.crc32(data) != checksum:
        raise zlib.error
    return data, data.startswith(b"<") and b"\0" not in data and not _is_marked(data)


def _is_marked(data: bytes) -> bool:
    """Whether there are declarations, comments or CDATA sections."""
    return b"!" in data and b"<!" in data  # one byte is found much faster than two


def _plain(suspect: Suspect, name: str, data: bytes) -> bytes:
    """An XML part as UTF-8 without declarations of types or entities, comments and CDATA sections."""
    head = data[:4]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head:
        data = _from_utf16(suspect, name, data)
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data and (not data[:200].lstrip().startswith(b"<") or b"\0" in data):
        raise suspect.damaged(name)
    return _without_markup(suspect, name, data) if _is_marked(data) else data


def _without_markup(suspect: Suspect, name: str, data: bytes) -> bytes:
    """Comments dropped and CDATA written as text; anything else that opens with ``<!`` is a declaration."""
    pieces, at = [], 0
    while (start := data.find(b"<!", at)) >= 0:
        pieces.append(data[at:start])
        opening, closing = (b"<!--", b"-->") if data.startswith(b"<!--", start) else (b"<![CDATA[", b"]]>")
        if not data.startswith(opening, start):
            raise suspect.refusal(codes.FORBIDDEN_XML, part=name)
        end = data.find(closing, start + len(opening))
        if end < 0:
            raise suspect.damaged(name)
        if closing == b"]]>":
            pieces.append(_escaped(data[start + len(opening) : end]))
        at = end + len(closing)
    return b"".join((*pieces, data[at:]))


def _from_utf16(suspect: Suspect, name: str, data: bytes) -> bytes:
    big = data[:2] == b"\xfe\xff" or data[:1] == b"\0"
    try:
        text = data.decode("utf-16-be" if big else "utf-16-le").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise suspect.damaged(name) from error
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text).encode()


def _escaped(text: bytes) -> bytes:
    return text.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a zip that stores them as they are (APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16)."""
    body: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, data in parts.items():
        path = name.encode()
        facts = struct.pack("<HHHHHIIIHH", 20, 0x800, 0, 0, 0x21, zlib.crc32(data), len(data), len(data), len(path), 0)
        header = b"PK\x03\x04" + facts + path
        directory.append(b"PK\x01\x02\x14\x00" + facts + struct.pack("<HHHII", 0, 0, 0, 0, at) + path)
        body += (header, data)
        at += len(header) + len(data)
    listed = b"".join(directory)
    end = struct.pack("<HHHHIIH", 0, 0, len(directory), len(directory), len(listed), at, 0)
    return b"".join((*body, listed, END_MARK, end))
