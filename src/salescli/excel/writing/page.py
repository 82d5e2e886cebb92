"""How a sheet scrolls and prints: frozen header, A4, one page wide or more, header rows repeated, page numbers."""

from typing import TYPE_CHECKING, Final

from salescli.excel.book import Book, Side
from salescli.excel.writing.cells import clean
from salescli.excel.writing.paper import lies_uncut, paper, stands_larger
from salescli.excel.writing.placed import PlacedSheet
from salescli.excel.writing.sizes import Sizes
from salescli.excel.writing.styles import FONTS
from salescli.words import books as words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

A4: Final = 9
DEEPEST_FREEZE: Final = 12
"""A header below this many rows is not frozen: it would leave no room to scroll in."""

ONE_PAGE: Final = 84
"""Rows up to which a sheet can be read on one page; one with charts is printed so, that none is cut in two."""

ONE_WIDE_PAGE: Final = 104
"""The same of a sheet with charts beside its tables, whose width makes it small on an upright page anyway."""

UPRIGHT: Final = 44
"""Rows from which the pages of a table that is narrow stand upright, and those of charts that lying pages cut."""

NARROW: Final = 100
"""Display cells that an upright page takes side by side without making them smaller."""

TITLE_LENGTH: Final = 80


def set_up_page(worksheet: "Worksheet", placed: PlacedSheet, book: Book, sizes: Sizes) -> None:
    """Freeze panes and print settings of one sheet, whose columns and rows are of `sizes`."""
    header = _lasting_header(placed)
    beside = any(chart.side is Side.RIGHT for chart in placed.sheet.charts)
    if header is not None and not beside:
        worksheet.repeat_rows(header)  # a chart beside the header would be repeated with it
    frozen = _frozen_rows(placed, header)
    if frozen or placed.sheet.frozen_columns:
        worksheet.freeze_panes(frozen, placed.sheet.frozen_columns)
    whole = (placed.sheet.on_one_page or bool(placed.charts)) and placed.bottom <= (
        ONE_WIDE_PAGE if beside else ONE_PAGE
    )
    spread = paper(placed, sizes, whole=whole)
    lying = spread.lying if spread else placed.sheet.landscape and not _upright(placed, sizes, whole=whole)
    if lying:
        worksheet.set_landscape()
    worksheet.set_paper(A4)
    if spread is None:
        worksheet.fit_to_pages(placed.sheet.pages_wide, int(whole))
    else:
        worksheet.set_print_scale(spread.scale)
        worksheet.set_h_pagebreaks(list(spread.rows))
        if spread.columns:
            worksheet.set_v_pagebreaks(list(spread.columns))
    if placed.sheet.pages_wide > 1 and placed.sheet.frozen_columns:
        worksheet.repeat_columns(0, placed.sheet.frozen_columns - 1)
    worksheet.center_horizontally()
    worksheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
    font = f'&8&"{FONTS[book.lang]},Regular"&K6B7280'
    worksheet.set_header(f"&L{font}{_plain(book.title)}&R{font}&A")
    pages = words.PAGES.say(book.lang, page="&P", pages="&N")
    worksheet.set_footer(f"&C{font}{pages}")


def _upright(placed: PlacedSheet, sizes: Sizes, *, whole: bool) -> bool:
    """Whether the pages stand: one page where that prints it larger; of a longer sheet those of a narrow table, and
    those of a sheet whose charts lying pages would cut, or would print no larger."""
    if whole:
        return stands_larger(placed, sizes)
    if placed.bottom <= UPRIGHT:
        return False
    narrow, drawn = sum(sizes.widths) <= NARROW, placed.charts_bottom
    if not drawn:
        return narrow
    return drawn <= ONE_PAGE and (narrow or not lies_uncut(placed, sizes, drawn))


def _frozen_rows(placed: PlacedSheet, header: int | None) -> int:
    """The rows that stay in view: down to the header that holds for the sheet, or else its title alone."""
    if header is not None:
        return header + 1 if placed.sheet.freeze and header < DEEPEST_FREEZE else 0
    return 0 if placed.title_row is None else placed.title_row + 1


def _lasting_header(placed: PlacedSheet) -> int | None:
    """The header that holds for the whole sheet: that of its only block."""
    return placed.blocks[0].header_row if len(placed.blocks) == 1 else None


def _plain(title: str) -> str:
    """A title for a page header: one line, bounded, its ampersands not codes."""
    text = " ".join(clean(title).split())
    if len(text) > TITLE_LENGTH:
        text = text[: TITLE_LENGTH - 1] + "…"
    return text.replace("&", "&&")
