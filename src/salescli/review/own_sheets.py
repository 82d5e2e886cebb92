"""The sheets that people made, made ready for another workbook: a formula that leads to a renewed sheet could mean
another cell there, so its last result stays and the formula becomes a comment."""

import re
from typing import Final

from salescli.excel.addresses import cell_address
from salescli.excel.book import Book
from salescli.excel.handwriting import Handwriting
from salescli.excel.own import OwnSheet
from salescli.table.codes import keeping as codes
from salescli.table.problem import Place, Problem, problem
from salescli.words import books

_SHEET: Final = re.compile(r"'((?:[^']|'')+)'!|([^\s'!(),;+\-*/&=<>^\"{}]+)!")
_NAME: Final = re.compile(r"[^\W\d][\w.]*")
_QUOTED: Final = re.compile(r'"[^"]*"')
_SHOWN: Final = 12
"""Cells that one message names."""


def carried_sheets(found: Handwriting, book: Book) -> tuple[list[OwnSheet], list[Problem]]:
    """Every sheet, and what has to be said of its formulas; `book` is the review they are carried into."""
    renewed = {sheet.name for sheet in book.sheets}
    safe = {sheet.name for sheet in found.sheets} - renewed
    sheets, problems = [], []
    for sheet in found.sheets:
        cells = [cell for cell in sheet.cells if cell.formula and not _stays(cell.formula, safe, found.names)]
        if cells:
            named = tuple(cell_address(cell.row, cell.column) for cell in cells[:_SHOWN])
            more = ("…",) if len(cells) > _SHOWN else ()
            place = Place(found.file, sheet.name, named[0])
            problems.append(problem(codes.FORMULAS_SETTLED, place, cells=(*named, *more)))
        spots = frozenset((cell.row, cell.column) for cell in cells)
        sheets.append(sheet.without_formulas(spots, books.OWN_FORMULA.say(book.lang)))
    return sheets, problems


def _stays(formula: str, safe: set[str], names: frozenset[str]) -> bool:
    """Whether a formula means the same in another workbook: it stays on the sheets that are carried."""
    bare = _QUOTED.sub('""', formula)
    sheets = [one.replace("''", "'") or other for one, other in _SHEET.findall(bare)]
    return "[" not in bare and set(sheets) <= safe and names.isdisjoint(_NAME.findall(bare))
