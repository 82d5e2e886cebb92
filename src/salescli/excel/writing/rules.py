"""Colours that follow the figures: conditional formats and data bars."""

from typing import TYPE_CHECKING

from salescli.excel.book import Bar, Rule
from salescli.excel.writing.formulas import formula
from salescli.excel.writing.layout import PlacedBlock, PlacedBook
from salescli.excel.writing.styles import FILLS, Styles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

BAR_COLOUR = "#B9D0E8"


def add_rule(worksheet: "Worksheet", rule: Rule | Bar, placed: PlacedBlock, book: PlacedBook, styles: Styles) -> None:
    """Lay one rule or bar over its columns, all lines of the block."""
    if isinstance(rule, Bar):
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


def _column(placed: PlacedBlock, key: str) -> int:
    if key not in placed.columns:
        raise ValueError(f"block {placed.block.id!r} has a rule on {key!r}, which is no field of it")
    return placed.columns[key]
