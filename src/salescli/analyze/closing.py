"""Which months are over: the last closed one is analyzed unless somebody asks for another.

A tracking workbook says on which day it stands, and a month is closed on its last day. A table that says nothing of a
day may have rows of months to come; those are the last ones in which nobody has any actual.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from salescli.excel.source import SourceWorkbook
from salescli.measure.period import Month
from salescli.table.codes import analyze as codes
from salescli.table.problem import Place, Problem, problem
from salescli.track.tables import MonthlyRow
from salescli.words import outlook, track
from salescli.words.language import Lang

_SAID: Final = [re.compile(track.AS_OF.say(lang, day=r"(\d{4}-\d{2}-\d{2})"), re.IGNORECASE) for lang in Lang]
_SHEETS: Final = {text.say(lang) for text in (outlook.PACE, track.BOARD) for lang in Lang}
_TOP: Final = 3
"""Rows that hold a sheet's title and what it says of itself."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The month to analyze, None for a table without months. `open_until` is the day its figures reach to while it
    is still open, `passed` a later month that has rows but was not taken, `problems` what has to be said of it."""

    month: Month | None
    open_until: date | None = None
    passed: Month | None = None
    problems: tuple[Problem, ...] = ()


def standing_on(source: SourceWorkbook) -> date | None:
    """The day that a tracking workbook says it stands on (截至 …); None for any other workbook."""
    for sheet in source.sheets:
        if sheet.name not in _SHEETS:
            continue
        for text in (str(cell) for row in sheet.rows[:_TOP] for cell in row if isinstance(cell, str)):
            for pattern in _SAID:
                if (found := pattern.search(text)) is not None:
                    return date.fromisoformat(found[1])
    return None


def chosen_month(asked: Month | None, rows: Sequence[MonthlyRow], day: date | None, file: str) -> Chosen:
    """The month `asked` for, else the last one of `rows` that is closed on `day`, else the last one begun."""
    months = sorted({row.month for row in rows if row.month is not None})
    if not months:
        return Chosen(asked)
    if asked is not None:
        until = day if asked in months and day is not None and day < asked.last else None
        return Chosen(asked, until, None, _still_open(asked, until, file))
    closed = [month for month in months if month.last <= day] if day is not None else _with_actuals(rows)
    month = closed[-1] if closed else _begun(months, day)
    until = day if day is not None and day < month.last else None
    passed = months[-1] if months[-1] > month else None
    if passed is None:
        return Chosen(month, until, None, _still_open(month, until, file))
    code = codes.LATER_MONTH_EMPTY if day is None else codes.LATER_MONTH_OPEN
    said = problem(code, Place(file), month=str(month), later=str(passed), day=day)
    return Chosen(month, until, passed, (said, *_still_open(month, until, file)))


def _begun(months: Sequence[Month], day: date | None) -> Month:
    """The last month that has begun on `day`, else the first of all."""
    return max((month for month in months if day is None or month.first <= day), default=months[0])


def _with_actuals(rows: Sequence[MonthlyRow]) -> list[Month]:
    return sorted({row.month for row in rows if row.month is not None and (row.actual or row.collected)})


def _still_open(month: Month, until: date | None, file: str) -> tuple[Problem, ...]:
    return () if until is None else (problem(codes.MONTH_STILL_OPEN, Place(file), month=str(month), day=until),)
