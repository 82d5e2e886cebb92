"""A workbook whose big sheets become text while they are packed, a slab of rows at a time.

xlsxwriter keeps every part of a file as one text until all are made. A sheet of millions of cells would be
hundreds of megabytes of that; here its rows are rendered when the archive takes them, and never stand together.
"""

from collections.abc import Iterator
from io import StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter.packager import Packager
from xlsxwriter.workbook import Workbook

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every part, as xlsxwriter gives it: a clock in the file would make equal books differ."""


class Pieces(StringIO):
    """A part of the file: text that was written, and text that will be made in its place."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[str | Iterator[str]] = []

    def later(self, texts: Iterator[str]) -> None:
        """What `texts` will give stands here."""
        self._held += [self.getvalue(), texts]
        self.seek(0)
        self.truncate()

    def all(self) -> Iterator[str]:
        """The text of the part, piece by piece; to be asked for once."""
        for piece in self._held:
            if isinstance(piece, str):
                yield piece
            else:
                yield from piece
        yield self.getvalue()


class _Parts(Packager):  # type: ignore[misc]  # xlsxwriter has no types
    """Makes the parts, and leaves the packing to the workbook."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[Any, str, bool]] = []

    def _filename(self, xml_filename: str) -> Pieces:
        part = Pieces()
        self.filenames.append((part, xml_filename, False))
        return part

    def _create_package(self) -> tuple[()]:
        self.parts = super()._create_package()
        return ()


class ParcelWorkbook(Workbook):  # type: ignore[misc]  # the same
    """A workbook in memory that is packed piece by piece; its bytes are those that xlsxwriter would give."""

    def _get_packager(self) -> _Parts:
        self._parts = _Parts()
        return self._parts

    def _store_workbook(self) -> None:
        super()._store_workbook()
        self.filename.seek(0)
        self.filename.truncate()
        with ZipFile(self.filename, "w", ZIP_DEFLATED) as archive:
            for part, name, binary in self._parts.parts:
                info = ZipInfo(name, _FIRST_DAY)
                info.compress_type = ZIP_DEFLATED
                with archive.open(info, "w") as packed:
                    if binary:
                        packed.write(part.getvalue())
                    else:
                        for text in part.all():
                            packed.write(text.encode())
