"""A workbook whose big sheets become text while they are packed, a slab of rows at a time.

xlsxwriter keeps every part of a file as one text until all are made. A sheet of millions of cells would be
hundreds of megabytes of that; here its rows are rendered when the archive takes them, and never stand together.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from io import StringIO
from typing import IO, Any, Final, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings
from xlsxwriter.workbook import Workbook

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every part, as xlsxwriter gives it: a clock in the file would make equal books differ."""

LEVEL: Final = 5
"""How hard is deflated: two thirds of the usual level's time for 2 % more bytes."""

_UNUSUAL: Final = re.compile(r"[&<>\x00-\x1f\ufffe\uffff]|_x|^\s|\s$")
"""What a shared string has in which xlsxwriter escapes something, or keeps the space around it."""

_WAITING: Final = 4
"""Pieces of text that may wait to be packed."""


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
        with ZipFile(self.filename, "w", ZIP_DEFLATED, compresslevel=LEVEL) as archive, _Packer(archive) as packer:
            for part, name, binary in self._parts.parts:
                packer.pack(name, [part.getvalue()] if binary else part.all())


class _Packer:
    """Packs parts while the next text is made: deflating frees the interpreter for it."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._hand = ThreadPoolExecutor(1)
        self._waiting: deque[Future[Any]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Wait for what is still to be packed; after a failure, for no more than what is being packed."""
        self._hand.shutdown(cancel_futures=kind is not None)
        if kind is None:
            self._settle(0)

    def pack(self, name: str, texts: Iterable[str | bytes]) -> None:
        """Put a part into the archive, piece by piece."""
        info = ZipInfo(name, _FIRST_DAY)
        info.compress_type = ZIP_DEFLATED
        opened = self._hand.submit(self._archive.open, info, "w")
        for text in texts:
            self._do(_write, opened, text)
        self._do(_close, opened)

    def _do(self, action: Callable[..., None], *given: object) -> None:
        self._waiting.append(self._hand.submit(action, *given))
        self._settle(_WAITING)

    def _settle(self, most: int) -> None:
        """Wait until no more than `most` pieces wait; raises what went wrong with those that do not."""
        while len(self._waiting) > most:
            self._waiting.popleft().result()


def _write(part: "Future[IO[bytes]]", text: str | bytes) -> None:
    part.result().write(text.encode() if isinstance(text, str) else text)


def _close(part: "Future[IO[bytes]]") -> None:
    part.result().close()
