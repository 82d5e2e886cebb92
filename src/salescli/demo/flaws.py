"""What goes wrong with real weekly reports, put into the example on purpose and told in its README.

Each region keeps its reports in its own way, and seven single mistakes are made besides. None of them stops the
loop: that is what they are to show.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from salescli.demo import company
from salescli.demo.company import Cells
from salescli.demo.reports import Report, report_name
from salescli.excel.book import CellValue
from salescli.measure.period import Week
from salescli.measure.rounding import plain
from salescli.words import demo as words
from salescli.words.language import Text

Edit = Callable[[Cells], Cells]


class Habit(StrEnum):
    """How a region keeps its reports."""

    TOTAL_ROW = "a total row below"
    OWN_HEADER = "another word for sales"
    TITLE_ROWS = "a title above the header"
    TYPED_UNITS = "units typed in cells"


HABITS: Final[Mapping[str, Habit]] = {
    company.EAST: Habit.TOTAL_ROW,
    company.SOUTH: Habit.OWN_HEADER,
    company.NORTH: Habit.TITLE_ROWS,
    company.WEST: Habit.TYPED_UNITS,
}
SALES_ALIAS: Final = "业绩"
"""What 华南 calls its sales: a header no declaration prints, but one that is understood."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One mistake: which file has it, what it is, and what `track` does with it."""

    file: str
    what: Text
    handling: Text


def _week(month: int, day: int) -> Week:
    return Week(date(company.YEAR, month, day))


LATE_WEEK: Final = _week(1, 19)
TWICE_WEEK: Final = _week(2, 2)
TUESDAY_WEEK: Final = _week(2, 2)
MISSING_WEEK: Final = _week(3, 2)
CORRECTED_WEEK: Final = _week(3, 9)
STRANGER_WEEK: Final = _week(3, 16)
LATE, TUESDAY, MISSING, CORRECTED, STRANGER = "刘洋", "孙悦", "邓伟豪", "唐诗雨", "高翔"

COPY: Final = report_name(company.SOUTH, TWICE_WEEK, "_副本")
CORRECTION: Final = report_name(company.WEST, CORRECTED_WEEK, "_更正")

FLAWS: Final = (
    Flaw(report_name(company.NORTH, LATE_WEEK), words.FLAW_LATE, words.DONE_LATE),
    Flaw(COPY, words.FLAW_TWICE, words.DONE_TWICE),
    Flaw(report_name(company.NORTH, TUESDAY_WEEK), words.FLAW_TUESDAY, words.DONE_TUESDAY),
    Flaw(report_name(company.SOUTH, MISSING_WEEK), words.FLAW_MISSING, words.DONE_MISSING),
    Flaw(CORRECTION, words.FLAW_CORRECTED, words.DONE_CORRECTED),
    Flaw(report_name(company.EAST, STRANGER_WEEK), words.FLAW_STRANGER, words.DONE_STRANGER),
    Flaw(f"{company.EAST}_*.xlsx", words.FLAW_TOTAL, words.DONE_TOTAL),
    Flaw(f"{company.SOUTH}_*.xlsx", words.FLAW_ALIAS, words.DONE_ALIAS),
    Flaw(f"{company.NORTH}_*.xlsx", words.FLAW_TITLE, words.DONE_TITLE),
    Flaw(f"{company.WEST}_*.xlsx", words.FLAW_UNITS, words.DONE_UNITS),
)


def flawed(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports as they come in: with all of :data:`FLAWS`."""
    return tuple(late for report in reports for late in _as_sent(report))


def _as_sent(report: Report) -> Iterable[Report]:
    """A report as its region sends it, and what is sent besides."""
    at = (report.region, report.week)
    if at == (company.NORTH, LATE_WEEK):
        report = _edit(report, LATE, submitted=datetime(company.YEAR, 1, 26, 9, 12))
    if at == (company.NORTH, TUESDAY_WEEK):
        report = _edit(report, TUESDAY, week=date(company.YEAR, 2, 3))
    if at == (company.SOUTH, MISSING_WEEK):
        report = replace(report, rows=tuple(row for row in report.rows if row["person"] != MISSING))
    if at == (company.EAST, STRANGER_WEEK):
        report = replace(report, rows=(*report.rows, _stranger(report.rows[-1])))
    if at == (company.WEST, CORRECTED_WEEK):
        report = _edit(report, CORRECTED, submitted=datetime(company.YEAR, 3, 13, 14, 35))
    if HABITS[report.region] is Habit.TYPED_UNITS:
        report = replace(report, rows=tuple(map(_typed, report.rows)))
    yield report
    if at == (company.SOUTH, TWICE_WEEK):
        yield replace(report, name=COPY)
    if at == (company.WEST, CORRECTED_WEEK):
        yield _correction(report)


def _edit(report: Report, person: str, **cells: CellValue) -> Report:
    rows = tuple({**row, **cells} if row["person"] == person else row for row in report.rows)
    return replace(report, rows=rows)


def _stranger(row: Cells) -> Cells:
    """Somebody who is not in the plan, in the week of a row that is."""
    return {
        **row,
        "product": company.INSTRUMENTS,
        "employee_id": None,
        "person": STRANGER,
        "leads": 6,
        "follow_ups": 9,
        "visits": 5,
        "proposals": 3,
        "demos": 2,
        "deals": 1,
        "sales": 58_600,
        "collected": 52_000,
        "new_customers": 1,
        "reason": None,
        "submitted": datetime(company.YEAR, 3, 20, 15, 30),
    }


def _correction(report: Report) -> Report:
    """The same row sent again two hours later, with an order that had been forgotten."""
    first = next(row for row in report.rows if row["person"] == CORRECTED)
    assert isinstance(first["sales"], int)
    assert isinstance(first["deals"], int)
    again = {
        **first,
        "deals": first["deals"] + 1,
        "sales": first["sales"] + 36_000,
        "submitted": datetime(company.YEAR, 3, 13, 16, 48),
    }
    return replace(report, name=CORRECTION, rows=(again,))


def _typed(row: Cells) -> Cells:
    """蒋川 writes his amounts in 万, 廖静 her customers with 家."""
    if row["person"] == "蒋川":
        return {**row, "sales": _in_wan(row["sales"]), "collected": _in_wan(row["collected"])}
    if row["person"] == "廖静":
        return {**row, "new_customers": f"{row['new_customers']}家"}
    return row


def _in_wan(amount: CellValue) -> str:
    assert isinstance(amount, int)
    return f"{plain(Decimal(amount) / 10_000)}万"
