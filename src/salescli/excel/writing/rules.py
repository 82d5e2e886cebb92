"""What follows the figures: conditional formats, data bars and sparklines."""

from typing import TYPE_CHECKING

from salescli.excel.book import Bar, Rule, Spark
from salescli.excel.writing.formulas import formula, quoted
from salescli.excel.writing.placed import PlacedBlock, PlacedBook
from salescli.excel.writing.styles import FILLS, Styles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

BAR_COLOUR = "#B9D0E8"
SPARK_COLOUR, LAST_POINT = "#24476B", "#D9534F"


def add_rule(
    worksheet: "Worksheet", rule: Rule | Bar | Spark, placed: PlacedBlock, book: PlacedBook, styles: Styles
) -> None:
    """Lay one rule, bar or sparkline over its columns, all lines of the block."""
    if isinstance(rule, Spark):
        _add_sparks(worksheet, rule, placed, book)
    elif isinstance(rule, Bar):
        _add_bar(worksheet, rule, placed)
    else:
        _add_colour(worksheet, rule, placed, book, styles)


def _add_colour(worksheet: "Worksheet", rule: Rule, placed: PlacedBlock, book: PlacedBook, styles: Styles) -> None:
    from xlsxwriter.utility import xl_range

    last = placed.end if rule.total else placed.last
    columns = sorted(_column(placed, key) for key in rule.keys)
    options = {
        "type": "formula",
        "criteria": formula(rule.formula, book, placed, placed.first, fixed_columns=True),
        "format": styles.live(rule.tone),
    }
    if len(columns) > 1:
        options["multi_range"] = " ".join(xl_range(placed.first, at, last, at) for at in columns)
    worksheet.conditional_format(placed.first, columns[0], last, columns[-1], options)


def _add_bar(worksheet: "Worksheet", bar: Bar, placed: PlacedBlock) -> None:
    column = _column(placed, bar.key)
    options = {
        "type": "data_bar",
        "data_bar_2010": True,
        "bar_solid": True,
        "bar_color": FILLS[bar.tone] if bar.tone else BAR_COLOUR,
        "bar_border_color": FILLS[bar.tone] if bar.tone else BAR_COLOUR,
        "min_type": "num",
        "min_value": 0,
    }
    if bar.full is not None:
        options |= {"max_type": "num", "max_value": float(bar.full)}
    worksheet.conditional_format(placed.first, column, placed.last, column, options)


def _add_sparks(worksheet: "Worksheet", spark: Spark, placed: PlacedBlock, book: PlacedBook) -> None:
    from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

    drawn = placed if spark.block is None else book.blocks[spark.block]
    if len(drawn.block.lines) != len(placed.block.lines):
        raise ValueError(f"block {placed.block.id!r} draws the lines of {drawn.block.id!r}, which has another number")
    rows = [(placed.first + at, drawn.first + at) for at in range(len(placed.block.lines))]
    if spark.total and placed.total_row is not None and drawn.total_row is not None:
        rows.append((placed.total_row, drawn.total_row))
    column, first, last = _column(placed, spark.key), _column(drawn, spark.first), _column(drawn, spark.last)
    options = {
        "location": [xl_rowcol_to_cell(row, column) for row, _ in rows],
        "range": [f"{quoted(drawn.sheet)}!{xl_range_abs(source, first, source, last)}" for _, source in rows],
        "series_color": SPARK_COLOUR,
        "last_point": True,
        "last_color": LAST_POINT,
        "weight": 1.5,
    }
    if rows:
        worksheet.add_sparkline(rows[0][0], column, options)


def _column(placed: PlacedBlock, key: str) -> int:
    if key not in placed.columns:
        raise ValueError(f"block {placed.block.id!r} has a rule on {key!r}, which is no field of it")
    return placed.columns[key]
