"""The entries of a zip, as its directory lists them (APPNOTE.TXT 4.3.12 and 4.3.16).

The directories that spreadsheets write are plain: at the very end, without comments or extra fields. These are read
here; any other is left to ``zipfile``, which takes five times as long.
"""

from collections.abc import Sequence
from io import BytesIO
from struct import Struct
from typing import Final, NamedTuple

END_MARK: Final = b"PK\x05\x06"

_END: Final = Struct("<4s8xLLH")
_LOCATOR_MARK: Final = b"PK\x06\x07"
_LOCATOR_SIZE: Final = 20
_LISTED: Final = Struct("<4sxxBxHH4xLLLHHH8xL")
_LISTED_MARK: Final = b"PK\x01\x02"
_NEWEST: Final = 63
"""The newest version of the format that ``zipfile`` takes."""


class Entry(NamedTuple):
    """One entry: `name` as it reads and `raw` as it is written; `size` and `packed_size` in bytes, both as declared."""

    name: str
    raw: bytes
    size: int
    packed_size: int
    checksum: int
    flags: int
    method: int
    offset: int


def entries(data: bytes) -> Sequence[Entry]:
    """The entries of a zip. Raises what ``zipfile`` raises for one that is broken."""
    found = plain_entries(data)
    return listed_entries(data) if found is None else found


def plain_entries(data: bytes) -> list[Entry] | None:
    """Those of a plain directory; None for any other."""
    end = len(data) - _END.size
    if end < 0:
        return None
    mark, length, start, comment = _END.unpack_from(data, end)
    if mark != END_MARK or comment or start + length != end or data.startswith(_LOCATOR_MARK, end - _LOCATOR_SIZE):
        return None
    found, at = [], start
    while at < end:
        if end - at < _LISTED.size:
            return None
        mark, version, flags, method, checksum, packed, size, name, extra, remark, offset = _LISTED.unpack_from(
            data, at
        )
        at += _LISTED.size
        raw = data[at : at + name]
        at += name
        odd = extra or remark or version > _NEWEST or not raw.isascii() or b"\0" in raw or b"\\" in raw
        if mark != _LISTED_MARK or at > end or odd:
            return None
        found.append(Entry(raw.decode(), raw, size, packed, checksum, flags, method, offset))
    return found


def listed_entries(data: bytes) -> list[Entry]:
    """The same by ``zipfile``, which knows every kind of directory."""
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as archive:
        listed = archive.infolist()
    return [
        Entry(
            item.filename,
            item.orig_filename.encode("utf-8" if item.flag_bits & 0x800 else "cp437"),
            item.file_size,
            item.compress_size,
            item.CRC,
            item.flag_bits,
            item.compress_type,
            item.header_offset,
        )
        for item in listed
    ]
