"""The example company as files: workbooks like the ones people keep, and a README that says what is in them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from salescli.analyze.diagnosis import FUNNEL
from salescli.analyze.tables import METRICS, STATUS
from salescli.demo import company, plans
from salescli.demo.company import Cells
from salescli.demo.files import INCENTIVE, REPORTS, STRATEGIES, TARGETS
from salescli.demo.files import METRICS as METRICS_BOOK
from salescli.demo.flaws import HABITS, SALES_ALIAS, Habit
from salescli.demo.reports import Report
from salescli.excel.book import Block, Book, CellValue, Field, Format, Line, Sheet, Tone
from salescli.excel.place import place_all
from salescli.excel.template import fields_of
from salescli.excel.write import book_bytes
from salescli.payout.tables import TIERS
from salescli.review.tables import FOLLOW_UPS, SUMMARY
from salescli.split.tables.actions import ACTIONS
from salescli.split.tables.goals import GOALS
from salescli.split.tables.roster import ROSTER
from salescli.split.tables.season import SEASONALITY
from salescli.split.tables.shares import SHARES
from salescli.table.table import Table
from salescli.track.tables import STRATEGY, WEEKLY
from salescli.words import demo as words
from salescli.words.language import Lang

LANG: Final = Lang.ZH
"""The example company keeps its books in Chinese, whatever language its reader's screen speaks."""

Files = Mapping[Path, bytes]
"""Files by their path inside the example's folder."""

_SUMMED: Final = ("leads", "follow_ups", "visits", "proposals", "demos", "deals", "sales", "collected", "new_customers")


def input_books() -> dict[Path, Book]:
    """The workbooks that somebody at the example company fills in once."""
    return {
        TARGETS: _book(
            words.TARGETS_TITLE.zh,
            _sheet(GOALS, company.GOALS),
            _sheet(SHARES, company.SHARES),
            _sheet(ROSTER, company.ROSTER),
            _sheet(SEASONALITY, company.SEASON),
            _sheet(ACTIONS, company.ACTIONS),
        ),
        INCENTIVE: _book(words.INCENTIVE_TITLE.zh, _sheet(TIERS, plans.INCENTIVES)),
        STRATEGIES: _book(
            words.STRATEGIES_TITLE.zh,
            _sheet(STRATEGY, plans.STRATEGIES),
            _sheet(SUMMARY, plans.LESSONS),
            _sheet(FOLLOW_UPS, plans.FOLLOW_UPS_OPEN),
        ),
        METRICS_BOOK: _book(
            words.METRICS_TITLE.zh,
            _sheet(METRICS, plans.METRICS_OF_A_MONTH),
            _sheet(STATUS, plans.STATUS_OF_A_YEAR),
            _sheet(FUNNEL, plans.FUNNEL_OF_A_MONTH),
        ),
    }


def report_books(reports: Iterable[Report]) -> dict[Path, Book]:
    """The weekly reports, each in its region's own way."""
    return {REPORTS / report.name: _report_book(report) for report in reports}


def as_files(books: Mapping[Path, Book]) -> dict[Path, bytes]:
    """Workbooks as bytes."""
    return {path: book_bytes(book) for path, book in books.items()}


def write_files(files: Files, folder: Path, *, force: bool) -> tuple[Path, ...]:
    """Put `files` into `folder`, all of them or none; raises CannotWrite."""
    return place_all([(folder / path, _saving(content)) for path, content in files.items()], force=force)


def _saving(content: bytes) -> Callable[[Path], None]:
    def save(target: Path) -> None:
        target.write_bytes(content)

    return save


def _book(title: str, *sheets: Sheet) -> Book:
    return Book(sheets, title, LANG)


def _sheet(table: Table[Any], rows: Sequence[Cells]) -> Sheet:
    """A table as people keep it: its title and company above, the columns that anybody filled in below."""
    block = Block(table.name, _fields(table, rows), _lines(rows), filter=False)
    return Sheet(table.sheet(LANG), (block,), title=table.sheet(LANG), subtitle=company.NAME)


def _fields(table: Table[Any], rows: Sequence[Cells]) -> tuple[Field, ...]:
    used = {key for row in rows for key in row}
    if unknown := used - set(table.by_key):
        raise KeyError(f"the table {table.name} has no {', '.join(sorted(unknown))}")
    return fields_of(table, LANG, [item.key for item in table.fields if item.key in used])


def _lines(rows: Iterable[Cells]) -> tuple[Line, ...]:
    return tuple(Line(row) for row in rows)


def _report_book(report: Report) -> Book:
    habit = HABITS[report.region]
    block = Block("weekly", _report_fields(report, habit), _lines(report.rows), filter=False)
    if habit is Habit.TOTAL_ROW:
        block = replace(block, total=Line(_totals(report.rows), tone=Tone.STRONG))
    title = words.REPORT_TITLE.zh.format(region=report.region)
    sheet = Sheet(WEEKLY.sheet(LANG), (block,))
    if habit is Habit.TITLE_ROWS:
        subtitle = words.REPORT_WEEK.zh.format(first=report.week.first, last=report.week.last)
        sheet = replace(sheet, title=title, subtitle=subtitle)
    return _book(title, sheet)


def _report_fields(report: Report, habit: Habit) -> tuple[Field, ...]:
    """The columns of a report, without the remarks that a template has on its headers."""
    fields = [replace(item, note=None, required=False) for item in _fields(WEEKLY, report.rows)]
    if habit is Habit.OWN_HEADER:
        fields = [replace(item, header=SALES_ALIAS) if item.key == "sales" else item for item in fields]
    return tuple(replace(item, format=Format.WRAPPED, width=22) if item.key == "reason" else item for item in fields)


def _totals(rows: Sequence[Cells]) -> dict[str, CellValue]:
    totals: dict[str, CellValue] = {"week": words.TOTAL_ROW.zh}
    for key in _SUMMED:
        totals[key] = sum(int(str(row[key])) for row in rows)
    return totals
