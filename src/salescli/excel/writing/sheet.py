"""One sheet: its title and notes, then each block's header, lines and total."""

from typing import TYPE_CHECKING, Final

from salescli.excel.writing.block import BlockWriter
from salescli.excel.writing.cells import clean, text_lines
from salescli.excel.writing.charts import add_charts
from salescli.excel.writing.choices import Lists
from salescli.excel.writing.formulas import formula
from salescli.excel.writing.page import set_up_page
from salescli.excel.writing.placed import PlacedBook, PlacedSheet
from salescli.excel.writing.sizes import NOTE_WIDTH, Sizes, note_width, sizes
from salescli.excel.writing.styles import FILLS, Look, Role, Styles

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

ORDINARY_COLUMN: Final = 8
"""Display cells of a column nobody set a width for."""

_NO_WARNING: Final = ("number_stored_as_text", "formula_differs", "empty_cell_reference", "two_digit_text_year")


def write_sheet(
    workbook: "xlsxwriter.Workbook", book: PlacedBook, placed: PlacedSheet, styles: Styles, lists: Lists
) -> None:
    """Add one laid-out sheet to the workbook."""
    from salescli.excel.writing.plain import PlainWorksheet

    worksheet = workbook.add_worksheet(placed.name, PlainWorksheet)
    measured = sizes(placed)
    for at, width in enumerate(measured.widths):
        worksheet.set_column(at, at, width, None, {"hidden": True} if at in measured.hidden else {})
    for row, height in measured.heights.items():
        worksheet.set_row(row, height)
    _write_above(worksheet, placed, book, measured, styles)
    filtered = next((block for block in placed.blocks if block.block.filter and block.has_rows), None)
    for block in placed.blocks:
        BlockWriter(worksheet, block, book, styles, measured, lists).write()
    if filtered is not None:
        worksheet.autofilter(filtered.header_row, 0, filtered.last, filtered.right)
    add_charts(workbook, worksheet, placed, book)
    set_up_page(worksheet, placed, book.book, measured)
    _silence(worksheet, placed)
    _show(worksheet, book, placed)


def _silence(worksheet: "Worksheet", placed: PlacedSheet) -> None:
    """No green corners on order numbers that are text, nor on a line whose formula differs on purpose."""
    if not placed.columns:
        return
    from xlsxwriter.utility import xl_range

    used = xl_range(0, 0, placed.end - 1, placed.columns - 1)
    worksheet.ignore_errors(dict.fromkeys(_NO_WARNING, used))


def _show(worksheet: "Worksheet", book: PlacedBook, placed: PlacedSheet) -> None:
    worksheet.hide_gridlines(2)
    worksheet.outline_settings(symbols_below=False)
    if placed.sheet.tab is not None:
        worksheet.set_tab_color(FILLS[placed.sheet.tab])
    if placed.sheet.hidden:
        worksheet.hide()
    elif placed is next(sheet for sheet in book.sheets if not sheet.sheet.hidden):
        worksheet.activate()
        worksheet.set_first_sheet()


def _write_above(
    worksheet: "Worksheet", placed: PlacedSheet, book: PlacedBook, measured: Sizes, styles: Styles
) -> None:
    sheet = placed.sheet
    if placed.title_row is not None and sheet.title:
        worksheet.write_string(placed.title_row, 0, clean(sheet.title), styles.of(Look(Role.TITLE)))
    if placed.subtitle_row is not None and sheet.subtitle:
        style, text = styles.of(Look(Role.SUBTITLE)), clean(sheet.subtitle)
        if sheet.subtitle_formula:
            made = formula(sheet.subtitle_formula, book, placed.blocks[0], placed.subtitle_row)
            worksheet.write_formula(placed.subtitle_row, 0, made, style, text)
        else:
            worksheet.write_string(placed.subtitle_row, 0, text, style)
    notes = list(zip(placed.note_rows, sheet.notes, strict=True))
    for block in placed.blocks:
        notes += zip(block.note_rows, block.block.notes, strict=True)
        if block.title_row is not None and block.block.title:
            style = styles.of(Look(Role.BLOCK_TITLE))
            worksheet.write_string(block.title_row, 0, clean(block.block.title), style)
    for row, note in notes:
        _write_note(worksheet, row, note, measured, styles)


def _write_note(worksheet: "Worksheet", row: int, note: str, measured: Sizes, styles: Styles) -> None:
    """A long note is one merged cell across the table, so that it wraps; a short one simply runs on."""
    width = measured.shown
    wrapped = text_lines(note, note_width(width)) > 1
    style = styles.of(Look(Role.NOTE, wrap=wrapped))
    if wrapped:
        beyond = -(-max(0, NOTE_WIDTH - width) // ORDINARY_COLUMN)
        worksheet.merge_range(row, 0, row, max(1, len(measured.widths) - 1 + beyond), "", style)
    worksheet.write_string(row, 0, clean(note), style)
