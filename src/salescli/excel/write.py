"""A book made into a file. The same book always gives the same bytes."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salescli.excel.authorship import AUTHOR
from salescli.excel.book import Book
from salescli.excel.imprint import imprint_of
from salescli.excel.place import place
from salescli.excel.watch import Watch, unseen
from salescli.excel.writing.cells import clean
from salescli.excel.writing.choices import Lists
from salescli.excel.writing.layout import lay_out
from salescli.excel.writing.own import OwnSheets, write_imprint
from salescli.excel.writing.placed import ROW_PIXELS
from salescli.excel.writing.sheet import write_sheet
from salescli.excel.writing.styles import FONT_SIZE, FONTS, Styles
from salescli.table.codes.outputs import OUTPUT_SUFFIX
from salescli.table.errors import CannotWrite
from salescli.table.problem import Place
from salescli.words import books as words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

CREATED: Final = datetime(2020, 1, 1)
"""Every book's creation date: a clock in the file would make equal books differ."""


def write_book(
    book: Book, path: Path, *, force: bool = False, inputs: Iterable[Path] = (), watch: Watch = unseen
) -> Path:
    """Write `book` to `path` and return it. Raises CannotWrite, and then nothing at `path` has changed.

    See :func:`salescli.excel.place.place` for `force` and `inputs`. A name that does not end in .xlsx is refused:
    what is written is a workbook, and a program goes by the name when it opens one.
    """
    if path.suffix.casefold() != ".xlsx":
        raise CannotWrite.of(OUTPUT_SUFFIX, Place(str(path)), path=path, suggestion=path.with_suffix(".xlsx").name)
    return place(path, lambda file: _save(book, file, watch), force=force, inputs=inputs)


def _save(book: Book, file: Path, watch: Watch) -> None:
    file.write_bytes(book_bytes(book, watch))


def book_bytes(book: Book, watch: Watch = unseen) -> bytes:
    """The .xlsx file of `book`.

    Raises CannotWrite for a text or a sheet beyond what a spreadsheet holds, and ValueError for a mistake in
    the book itself: an unknown name in a formula, two blocks of one id, a total without its value.
    """
    from salescli.excel.writing.parcel import ParcelWorkbook

    laid_out = lay_out(book)
    buffer = BytesIO()
    font = {"font_name": FONTS[book.lang], "font_size": FONT_SIZE[book.lang]}
    workbook = ParcelWorkbook(
        buffer,
        {"in_memory": True, "default_format_properties": font, "default_row_height": ROW_PIXELS},
    )
    workbook.set_properties({"title": clean(book.title), "author": AUTHOR, "created": CREATED})
    workbook.set_size(1920, 1200)
    styles = Styles(workbook, book.lang)
    lists = Lists(workbook, book, (*(sheet.name for sheet in laid_out.sheets), *laid_out.own))
    for placed in laid_out.sheets:
        write_sheet(workbook, laid_out, placed, styles, lists)
    own = OwnSheets(workbook)
    for sheet, name in zip(book.own, laid_out.own, strict=True):
        own.write(sheet, name)
    lists.write()
    if book.label is not None:
        write_imprint(workbook, imprint_of(laid_out, book.label))
    _tell(workbook.worksheets(), watch)
    workbook.close()
    return buffer.getvalue()


def _tell(worksheets: "Iterable[Worksheet]", watch: Watch) -> None:
    """Have the rows told that are written, some at a time."""
    from salescli.excel.writing.plain import PlainWorksheet

    sheets = [sheet for sheet in worksheets if isinstance(sheet, PlainWorksheet)]
    total, done = sum(sheet.rendered_rows for sheet in sheets), 0

    def tell(rows: int) -> None:
        nonlocal done
        done += rows
        watch(words.WRITING_ROWS, done, total)

    for sheet in sheets:
        sheet.tell = tell
