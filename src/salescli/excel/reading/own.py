"""A sheet that people made, taken from openpyxl with all that another workbook can carry."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from salescli.excel.own import OwnCell, OwnSheet, OwnValue, Style
from salescli.excel.reading.raw import RawSheet
from salescli.words import books as words
from salescli.words.language import Text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_BORDERS: Final = {"thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5, "double": 6, "hair": 7}
_MARGIN: Final = 5 / 7
"""What a file adds to the characters of a column's width."""

_THREADED: Final = "go.microsoft.com/fwlink/?linkid=870924"
"""The link at the end of that notice, in every language."""

_VERTICAL: Final = {"top": "top", "center": "vcenter", "bottom": "bottom", "justify": "vjustify"}


def own_sheet(sheet: "Worksheet", raw: RawSheet) -> OwnSheet:
    """The sheet as a value; `raw` has the last results of its formulas."""
    cells = tuple(_cells(sheet, raw))
    sizes = sheet.row_dimensions.items()
    heights = {int(at) - 1: float(size.height) for at, size in sizes if size.height}
    merged = tuple((a.min_row - 1, a.min_col - 1, a.max_row - 1, a.max_col - 1) for a in sheet.merged_cells.ranges)
    return OwnSheet(
        sheet.title,
        cells,
        dict(_widths(sheet)),
        heights,
        merged,
        _frozen(sheet),
        _colour(sheet.sheet_properties.tabColor),
        sheet.sheet_state != "visible",
    )


def _cells(sheet: "Worksheet", raw: RawSheet) -> Iterator[OwnCell]:
    rows: Any = sheet.iter_rows()
    for row in rows:
        for cell in row:
            if cell.value is None and not cell.comment and not cell.has_style:
                continue
            spot, value, formula = (cell.row - 1, cell.column - 1), shown_value(cell.value), None
            if cell.data_type == "f":
                formula = str(getattr(cell.value, "text", cell.value)).removeprefix("=")
                value = _result(raw, *spot)
            comment = comment_words(cell.comment.text) if cell.comment else None
            link = cell.hyperlink.target if cell.hyperlink else None
            yield OwnCell(*spot, value, formula, comment, link, _style(cell) if cell.has_style else ())


def _result(raw: RawSheet, row: int, column: int) -> OwnValue:
    if row >= len(raw.rows) or column >= len(raw.rows[row]):
        return None
    return shown_value(raw.rows[row][column])


def shown_value(value: object) -> OwnValue:
    """A cell's value as something that can be written again; what spreadsheets have no type for is its text."""
    from datetime import date, datetime

    if value is None or isinstance(value, str | bool | int | float | datetime | date):
        return value
    return str(value)


def comment_words(text: str) -> str:
    """What people wrote in a comment: the words of a threaded one stand below a notice to older programs."""
    notice, link, rest = text.partition(_THREADED)
    if not (link and notice.startswith("[")):
        return text
    _, _, words_only = rest.strip("\n").partition("\n")
    return "\n".join(line.removeprefix("    ") for line in words_only.split("\n"))


def _widths(sheet: "Worksheet") -> Iterator[tuple[int, float]]:
    for size in sheet.column_dimensions.values():
        if size.width and size.min and size.max and size.max - size.min < 256:
            for column in range(size.min, size.max + 1):
                yield column - 1, max(size.width - _MARGIN, 0)


def _frozen(sheet: "Worksheet") -> tuple[int, int] | None:
    from openpyxl.utils.cell import coordinate_to_tuple

    if not sheet.freeze_panes:
        return None
    row, column = coordinate_to_tuple(sheet.freeze_panes)
    return row - 1, column - 1


def _style(cell: Any) -> Style:
    font, alignment, border = cell.font, cell.alignment, cell.border
    looks: dict[str, Any] = {
        "num_format": cell.number_format,
        "font_name": font.name,
        "font_size": font.sz,
        "bold": font.b,
        "italic": font.i,
        "underline": 1 if font.u else None,
        "font_strikeout": font.strike,
        "font_color": _colour(font.color),
        "bg_color": _colour(cell.fill.fgColor) if cell.fill.patternType == "solid" else None,
        "align": alignment.horizontal if alignment.horizontal in ("left", "center", "right", "fill") else None,
        "valign": _VERTICAL.get(alignment.vertical),
        "text_wrap": alignment.wrap_text,
        "indent": int(alignment.indent) if alignment.indent else None,
        **{side: _BORDERS.get(getattr(border, side).style) for side in ("left", "right", "top", "bottom")},
    }
    return tuple(sorted((name, value) for name, value in looks.items() if value))


def _colour(colour: Any) -> str | None:
    """``#RRGGBB``; None for colours of a theme or of a palette, which are the reader's own."""
    code = getattr(colour, "rgb", None) if getattr(colour, "type", None) == "rgb" else None
    return f"#{code[-6:]}" if isinstance(code, str) and len(code) >= 6 else None


def uncarried(sheet: "Worksheet", floating: tuple[Text, ...]) -> tuple[Text, ...]:
    """What of the sheet another workbook cannot carry; `floating` is what lies above its cells."""
    rules = any(True for _ in sheet.conditional_formatting)
    there = (
        (bool(rules), words.COLOUR_RULES),
        (bool(sheet.data_validations.dataValidation), words.DROPDOWNS),
        (bool(sheet.tables), words.TABLE_LOOKS),
        (bool(getattr(sheet, "_pivots", ())), words.PIVOTS),
    )
    return (*floating, *(text for holds, text in there if holds))
