"""Sheets that people made, written as they stood, and the hidden record of what the program wrote."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from salescli.excel.imprint import IMPRINT, Imprint, imprint_rows
from salescli.excel.own import OwnCell, OwnSheet, Style
from salescli.excel.writing.cells import NOTHING, clean

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


class OwnSheets:
    """Writes own sheets into one workbook; equal looks share a format."""

    def __init__(self, workbook: "xlsxwriter.Workbook") -> None:
        self._workbook = workbook
        self._formats: dict[Style, Format] = {}

    def write(self, sheet: OwnSheet, name: str) -> None:
        """Add `sheet` under the safe `name`."""
        worksheet = self._workbook.add_worksheet(name)
        for column, width in sheet.widths.items():
            worksheet.set_column(column, column, width)
        for row, height in sheet.heights.items():
            worksheet.set_row(row, height)
        for area in sheet.merged:
            worksheet.merge_range(*area, "")
        for cell in sheet.cells:
            self._cell(worksheet, cell)
        if sheet.freeze:
            worksheet.freeze_panes(*sheet.freeze)
        if sheet.tab:
            worksheet.set_tab_color(sheet.tab)
        if sheet.hidden:
            worksheet.hide()

    def _cell(self, worksheet: "Worksheet", cell: OwnCell) -> None:
        at, look = (cell.row, cell.column), self._format(cell.style)
        if cell.formula is not None:
            result = NOTHING if cell.value in (None, "") else cell.value
            worksheet.write_formula(*at, f"={cell.formula}", look, result)
        elif cell.link is not None and isinstance(cell.value, str):
            worksheet.write_url(*at, cell.link, look, clean(cell.value))
        else:
            write_value(worksheet, at, cell.value, look)
        if cell.comment:
            worksheet.write_comment(*at, clean(cell.comment), {"x_scale": 1.6})

    def _format(self, style: Style) -> "Format":
        if style not in self._formats:
            self._formats[style] = self._workbook.add_format(dict(style))
        return self._formats[style]


def write_value(worksheet: "Worksheet", at: tuple[int, int], value: object, look: "Format | None" = None) -> None:
    """Write a value as what it is: a text never becomes a formula, a link or a number."""
    match value:
        case None | "":
            worksheet.write_blank(*at, None, look)
        case bool():
            worksheet.write_boolean(*at, value, look)
        case int() | float() | Decimal():
            worksheet.write_number(*at, value, look)
        case datetime() | date() | time():
            worksheet.write_datetime(*at, value, look)
        case _:
            worksheet.write_string(*at, clean(str(value)), look)


def write_imprint(workbook: "xlsxwriter.Workbook", imprint: Imprint) -> None:
    """Add the record, on a sheet that the menus of spreadsheet programs do not list."""
    worksheet = workbook.add_worksheet(IMPRINT)
    worksheet.very_hidden()
    for at, row in enumerate(imprint_rows(imprint)):
        for column, text in enumerate(row):
            worksheet.write_string(at, column, text)
