"""A workbook whose big sheets become text while they are packed, a slab of rows at a time.

xlsxwriter keeps every part of a file as one text until all are made. A sheet of millions of cells would be
hundreds of megabytes of that; here its rows are rendered when the archive takes them, and never stand together.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings
from xlsxwriter.workbook import Workbook

from salescli.excel.writing.deflating import Content, Deflated, Later, deflate_all

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every part, as xlsxwriter gives it: a clock in the file would make equal books differ."""

_OWNERS: Final = 0o600 << 16
"""Who may read a part, as ZipFile gives it."""

_UNUSUAL: Final = re.compile(r"[&<>\x00-\x1f\ufffe\uffff]|_x|^\s|\s$")
"""What a shared string has in which xlsxwriter escapes something, or keeps the space around it."""


class Pieces(StringIO):
    """A part of the file: text that was written, and text that will be made in its place."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[str | Later] = []

    def later(self, later: Later) -> None:
        """What `later` will give stands here."""
        self._held += [self.getvalue(), later]
        self.seek(0)
        self.truncate()

    @property
    def laters(self) -> list[Later]:
        """All that is still to be made."""
        return [piece for piece in self._held if isinstance(piece, Later)]

    def all(self) -> Iterator[str]:
        """The text of the part, piece by piece; to be asked for once."""
        for piece in self._held:
            if isinstance(piece, str):
                yield piece
            else:
                yield from piece.texts
        yield self.getvalue()


class _Texts(SharedStrings):  # type: ignore[misc]  # xlsxwriter has no types
    """The shared strings; one in which nothing is to be escaped is written as it is."""

    def _write_sst_strings(self) -> None:
        waiting: list[str] = []
        for text in self.string_table.string_array:
            if _UNUSUAL.search(text) is None:
                waiting.append(text)
                continue
            self._write_usual(waiting)
            waiting.clear()
            self._write_si(text)
        self._write_usual(waiting)

    def _write_usual(self, texts: list[str]) -> None:
        if texts:
            self.fh.write(f"<si><t>{'</t></si><si><t>'.join(texts)}</t></si>")


class _Parts(Packager):  # type: ignore[misc]  # xlsxwriter has no types
    """Makes the parts, and leaves the packing to the workbook."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[Any, str, bool]] = []

    def _filename(self, xml_filename: str) -> Pieces:
        part = Pieces()
        self.filenames.append((part, xml_filename, False))
        return part

    def _write_shared_strings_file(self) -> None:
        if self.workbook.str_table.count:
            texts = _Texts()
            texts.string_table = self.workbook.str_table
            texts._set_xml_writer(self._filename("xl/sharedStrings.xml"))
            texts._assemble_xml_file()

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
        names = [name for _, name, _ in self._parts.parts]
        parts = [
            Content([part.getvalue()]) if binary else Content(part.all(), part.laters)
            for part, _, binary in self._parts.parts
        ]
        with ZipFile(self.filename, "w", ZIP_DEFLATED) as archive, closing(deflate_all(parts, self._hush)) as deflated:
            for name, one in zip(names, deflated, strict=True):
                _put(archive, name, one)

    def _hush(self) -> None:
        """Tell nobody how many rows are written."""
        for sheet in self.worksheets():
            sheet.tell = None


def _put(archive: ZipFile, name: str, deflated: Deflated) -> None:
    """Put a part into the archive as ZipFile itself does, but deflated before."""
    info = ZipInfo(name, _FIRST_DAY)
    info.compress_type, info.external_attr = ZIP_DEFLATED, _OWNERS
    info.CRC, info.file_size, info.compress_size = deflated.crc, deflated.size, sum(map(len, deflated.pieces))
    file: Any = archive.fp
    info.header_offset = archive.start_dir
    file.write(info.FileHeader())
    file.writelines(deflated.pieces)
    archive.start_dir = file.tell()
    archive.filelist.append(info)
    archive.NameToInfo[name] = info
    archive._didModify = True  # type: ignore[attr-defined]  # so that it writes its directory
