"""A workbook whose big sheets become text while they are packed, a slab of rows at a time.

xlsxwriter keeps every part of a file as one text until all are made. A sheet of millions of cells would be
hundreds of megabytes of that; here its rows are rendered when the archive takes them, and never stand together.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from io import BytesIO, StringIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings, SharedStringTable
from xlsxwriter.workbook import Workbook

from salescli.excel.writing.deflating import Deflated, Passage, Stretch, deflate_all

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every part, as xlsxwriter gives it: a clock in the file would make equal books differ."""

_OWNERS: Final = 0o600 << 16
"""Who may read a part, as ZipFile gives it."""

_UNUSUAL: Final = ("&", "<", ">", "_x", "| ", " |")
"""What texts, set between bars, have in which xlsxwriter escapes something, or keeps the space around one."""

_AT_ONCE: Final = 200
"""Shared strings that are written at once, if they can be."""


class Pieces(StringIO):
    """A part of the file: text that was written, and text that will be made in its place."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Passage] = []

    def later(self, passage: Passage) -> None:
        """What `passage` will give stands here."""
        self._held += [Passage([self.getvalue()]), passage]
        self.seek(0)
        self.truncate()

    def stretches(self) -> list[Stretch]:
        """The part, to be asked for once: in one stretch, or in those that were cut apart."""
        stretches = [Stretch()]
        for passage in (*self._held, Passage([self.getvalue()])):
            if passage.apart:
                stretches.append(Stretch())
            stretches[-1].append(passage)
        return stretches


class TextTable(SharedStringTable):  # type: ignore[misc]  # xlsxwriter has no types
    """The texts that cells share; many are numbered at once."""

    def take(self, texts: Iterable[str], uses: int) -> None:
        """Number `texts` in their order, those known apart; `uses` cells have one of them."""
        new = [text for text in texts if text not in self.string_table]
        self.string_table.update(zip(new, range(self.unique_count, self.unique_count + len(new)), strict=True))
        self.unique_count += len(new)
        self.count += uses

    def _sort_string_data(self) -> None:
        self.string_array = list(self.string_table)  # they were numbered as they came


class _Texts(SharedStrings):  # type: ignore[misc]  # the same
    """The shared strings; those in which nothing is to be escaped are written as they are."""

    def _write_sst_strings(self) -> None:
        texts = self.string_table.string_array
        part: Any = self.fh
        part.later(Passage(self._rendered(texts), len(texts)))

    def _rendered(self, texts: Sequence[str]) -> Iterator[str]:
        for start in range(0, len(texts), _AT_ONCE):
            slab = texts[start : start + _AT_ONCE]
            if _nothing_unusual(slab):
                yield f"<si><t>{'</t></si><si><t>'.join(slab)}</t></si>"
                continue
            self.fh = StringIO()
            for text in slab:
                self._write_si(text)
            yield self.fh.getvalue()


def _nothing_unusual(texts: Sequence[str]) -> bool:
    """Whether xlsxwriter would escape nothing in `texts`, nor keep the space around them."""
    every = f"|{'|'.join(texts)}|"
    return every.isprintable() and not any(mark in every for mark in _UNUSUAL)


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

    def __init__(self, file: BytesIO, options: dict[str, Any]) -> None:
        super().__init__(file, options)
        self.str_table = TextTable()

    def _get_packager(self) -> _Parts:
        self._parts = _Parts()
        return self._parts

    def _store_workbook(self) -> None:
        super()._store_workbook()
        self.filename.seek(0)
        self.filename.truncate()
        names = [name for _, name, _ in self._parts.parts]
        parts = [
            [Stretch([Passage([part.getvalue()])])] if binary else part.stretches()
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
