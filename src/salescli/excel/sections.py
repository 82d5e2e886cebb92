"""One table in several sections of one sheet: the header again on every printed page, or a section for each month.

A section begins with the table's header repeated, mostly below a title of its own; where the table has no column of
months, that title tells the month of the rows below it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from salescli.excel.addresses import cell_address
from salescli.excel.captions import captions_at
from salescli.excel.header_match import HeaderMatch
from salescli.excel.headers import header_at
from salescli.excel.read import RawSheet
from salescli.measure.period import Month, parse_month
from salescli.table.codes import headers as codes
from salescli.table.problem import Place, Problem, problem
from salescli.table.table import Table

_MONTH: Final = re.compile(
    r"(?<!\d)(?:1[0-2]|0?[1-9])月?\s*[-~～—–至到、和及]\s*(?:1[0-2]|0?[1-9])月"
    r"|(?:(?<!\d)20\d\d年\s*)?(?:(?<!\d)(?:1[0-2]|0?[1-9])|十[一二]?|[一二三四五六七八九])月"
)
"""Months as titles name them; several of them joined name none."""
_ROWS_BELOW_TITLE: Final = 5


@dataclass(frozen=True, slots=True)
class Section:
    """A section: the row of its header (from 0), and the cells between it and the data above it that hold words."""

    header: int
    titles: tuple[tuple[int, int, str], ...] = ()


def titles_between(sheet: RawSheet, above: int, header: int) -> tuple[tuple[int, int, str], ...]:
    """The cells with words in the rows after `above` and before `header`: row, column and words."""
    return tuple(
        (row, column, cell)
        for row in range(above + 1, header)
        for column, cell in enumerate(sheet.rows[row])
        if isinstance(cell, str) and cell.strip()
    )


def months_by_section(
    sheet: RawSheet,
    table: Table[Any],
    match: HeaderMatch,
    sections: Sequence[Section],
    first: Month | None,
    year: int | None,
) -> tuple[list[tuple[int, Month]], list[Problem]]:
    """From which row on (from 0) which month holds, where the titles of sections tell it, and what is to be said.

    `first` is the month of the rows under the first header, if known. No month where the table tells it itself.
    """
    if "month" not in table.by_key or "month" in match.columns or "week" in table.by_key:
        return [], []
    whole = Section(match.row, titles_between(sheet, -1, match.row))
    found = [(section, _months(section)) for section in sections]
    if not any(texts for _, texts in found):
        return ([] if first is None else [(match.row, first)]), []
    said: list[Problem] = []
    changes: list[tuple[int, Month]] = [] if first is None else [(match.row, first)]
    for section, texts in ([(whole, _months(whole))] if first is None else []) + found:
        if not texts and changes:
            continue  # the page goes on
        months = {parse_month("".join(text.split()), year) for *_, text in texts}
        month = months.pop() if len(months) == 1 else None
        row, column = texts[0][:2] if texts else (section.header, 0)
        place = Place(sheet.file, sheet.name, cell_address(row, column))
        if month is None:
            words = tuple(text for *_, text in texts)
            said.append(problem(codes.SECTION_MONTH_UNCLEAR, place, row=section.header + 1, found=words))
        else:
            changes.append((section.header, month))
            said.append(problem(codes.MONTH_FROM_TITLE, place, month=month))
    return changes, said


def same_table_below(sheet: RawSheet, table: Table[Any], row: int) -> Section | None:
    """The header of the same table, in other words or another order, that stands at `row` or soon below it."""
    for at in range(row, min(row + _ROWS_BELOW_TITLE, len(sheet.rows))):
        for captions in captions_at(sheet, at):
            again = header_at(at, captions, table, {})
            if again.fits and not again.unknown and not again.beside and len(captions) > 1:
                return Section(at)
    return None


def _months(section: Section) -> list[tuple[int, int, str]]:
    """The cells of a section's titles that name a month, with the words that do."""
    found = []
    for row, column, text in section.titles:
        words = _MONTH.findall(text) or ([text.strip()] if parse_month(text.strip(), 2000) else [])
        found += [(row, column, word) for word in words]
    return found
