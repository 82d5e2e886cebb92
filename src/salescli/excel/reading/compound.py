"""The compound file that holds an .xls (and an encrypted .xlsx): just enough of [MS-CFB] to find its streams."""

import struct
from collections.abc import Iterator
from struct import unpack_from
from typing import Final

from salescli.excel.reading.suspect import Suspect

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END: Final = 0xFFFFFFFA
"""Sector numbers from here up mean free, end of chain and the like."""
_ENTRY: Final = 128


class Compound:
    """The streams of a compound file by name. A chain that leaves the file or repeats is damage."""

    def __init__(self, suspect: Suspect) -> None:
        self.suspect = suspect
        self._data = suspect.data
        try:
            self._open()
        except (struct.error, IndexError) as error:
            raise suspect.damaged("OLE") from error

    def _open(self) -> None:
        shift, mini_shift = unpack_from("<HH", self._data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise IndexError(shift)
        self._sector = 1 << shift
        first_directory, _, self._cutoff, first_mini, _, first_difat = unpack_from("<IIIIII", self._data, 48)
        self._fat = self._table(self._fat_sectors(first_difat))
        directory = self._chain(first_directory)
        self._streams: dict[str, tuple[int, int]] = {}
        root = (0, 0)
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = unpack_from("<HB", directory, at + 64)
            start, size = unpack_from("<II", directory, at + 116)
            name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            if kind == 5:
                root = (start, size)
            elif kind == 2:
                self._streams.setdefault(name.lower(), (start, size))
        self._mini = self._chain(root[0])[: root[1]]
        self._mini_fat = self._table(list(self._walk(first_mini, self._fat))) if self._mini else []

    def names(self) -> frozenset[str]:
        """The streams' names in lower case."""
        return frozenset(self._streams)

    def stream(self, name: str) -> bytes | None:
        """A stream's bytes, or None; raises UnusableFile when its chain is broken."""
        found = self._streams.get(name.lower())
        if found is None:
            return None
        start, size = found
        try:
            if size >= self._cutoff:
                return self._chain(start)[:size]
            sectors = self._walk(start, self._mini_fat)
            return b"".join(self._mini[number << 6 : (number + 1) << 6] for number in sectors)[:size]
        except (struct.error, IndexError) as error:
            raise self.suspect.damaged("OLE") from error

    def _bytes(self, number: int) -> bytes:
        at = (number + 1) * self._sector
        if at >= len(self._data):
            raise IndexError(number)
        return self._data[at : at + self._sector]

    def _fat_sectors(self, difat: int) -> list[int]:
        sectors = list(unpack_from("<109I", self._data, 76))
        for _ in range(len(self._data) // self._sector):
            if difat >= _END:
                break
            *more, difat = unpack_from(f"<{self._sector // 4}I", self._bytes(difat))
            sectors += more
        return [number for number in sectors if number < _END]

    def _table(self, sectors: list[int]) -> list[int]:
        width = self._sector // 4
        return [link for number in sectors for link in unpack_from(f"<{width}I", self._bytes(number))]

    def _walk(self, start: int, table: list[int]) -> Iterator[int]:
        number = start
        for _ in range(len(table) + 1):
            if number >= _END:
                return
            yield number
            number = table[number]
        raise IndexError(start)

    def _chain(self, start: int) -> bytes:
        return b"".join(self._bytes(number) for number in self._walk(start, self._fat))
