"""What a sheet says of the time its rows are of, beside their own cells: in titles, names and other rows."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from salescli.excel.header_match import HeaderMatch
from salescli.excel.read import RawSheet
from salescli.measure.period import Month
from salescli.table.table import Table

_MONTH: Final = re.compile(r"(?<!\d)(20\d\d)年\s*(1[0-2]|0?[1-9])月")
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?=年|[-_./\s]|Q|H|$|[^\d])")
_WITH_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?=年|[-./W]|\d{4}(?!\d))")
"""The year of a week or month that is written with it."""


def titled_month(sheet: RawSheet, table: Table[Any], match: HeaderMatch) -> Month | None:
    """The one month, with its year, that the title above a table of figures or its sheet's name gives.

    Only where the table has no column of months and no weeks or dates that tell the month themselves.
    """
    if "month" not in table.by_key or "month" in match.columns or match.months or "week" in table.by_key:
        return None
    for texts in (_above(sheet, match), [sheet.name]):
        months = {Month(int(year), int(number)) for text in texts for year, number in _MONTH.findall(text)}
        if months:
            return months.pop() if len(months) == 1 else None
    return None


def stated_year(sheet: RawSheet, match: HeaderMatch, stem: str) -> int | None:
    """The one year named above the header, in the sheet's name, or in the file's (`stem`); None when unclear."""
    for texts in (_above(sheet, match), [sheet.name], [stem]):
        years = {int(year) for text in texts for year in _YEAR.findall(text)}
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def year_in(text: str) -> int | None:
    """The one year that a text names; None when it names several, or none."""
    years = {int(year) for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


def year_among(cells: Iterable[object]) -> int | None:
    """The one year of the weeks and months among `cells` that name one; None where they name several, or none."""
    years: set[int] = set()
    for cell in set(cells):
        if isinstance(cell, str):
            years.update(int(year) for year in _WITH_YEAR.findall(cell))
        elif isinstance(cell, date):
            years.add(cell.year)
    return years.pop() if len(years) == 1 else None


def _above(sheet: RawSheet, match: HeaderMatch) -> list[str]:
    return [cell for row in sheet.rows[: match.row] for cell in row if isinstance(cell, str)]
