"""The tracking workbook: the board first, then the table it is made of, then what it came from."""

from collections.abc import Sequence

from salescli.excel.book import Book
from salescli.excel.findings import findings_sheet
from salescli.excel.records import InvalidRow
from salescli.table.problem import Problem
from salescli.track.board_sheet import board_sheet
from salescli.track.kept import KEPT_TARGETS
from salescli.track.kept_ledgers import ledger_sheets
from salescli.track.kept_rest import kept_rest_sheets
from salescli.track.kept_sheet import kept_goal_sheets, kept_sheet
from salescli.track.mark import mark_in
from salescli.track.metric_sheets import metric_rows_sheet, metric_sheet
from salescli.track.monthly_sheet import monthly_sheet
from salescli.track.order_sheets import orders_sheet, pending_sheet
from salescli.track.outlook_sheets import outlook_sheets
from salescli.track.reconcile_sheet import reconcile_sheet
from salescli.track.report_sheets import account_sheet, punctual_sheet, weekly_sheet
from salescli.track.result import TrackResult
from salescli.words import track as words
from salescli.words.language import Lang


def tracking_book(result: TrackResult, problems: Sequence[Problem], invalid: Sequence[InvalidRow], lang: Lang) -> Book:
    """The whole workbook in `lang`; what concerns reports is left out where none were read."""
    sheets = [board_sheet(result, lang), monthly_sheet(result, lang)]
    if result.metrics is not None:
        sheets.append(metric_sheet(result.metrics, result.thresholds, lang))
    sheets += outlook_sheets(result, lang)
    if result.orders is not None:
        sheets += [orders_sheet(result, result.orders, lang), pending_sheet(result.orders, lang)]
    if result.orders is not None or result.finance is not None:
        sheets.append(reconcile_sheet(result, lang))
    if result.metrics is not None and result.metrics.tracked:
        sheets.append(metric_rows_sheet(result.metrics, result.thresholds, lang))
    if result.as_of is not None:
        sheets += [weekly_sheet(result, lang), punctual_sheet(result, lang)]
    if result.as_of is not None or result.excluded:
        sheets.append(account_sheet(result, lang))
    if result.as_of is not None:
        sheets += [*ledger_sheets(result, lang), *kept_goal_sheets(result.goals, lang)]
        sheets += kept_rest_sheets(result, lang)
        sheets.append(kept_sheet(result.goals.sales, sheets, lang))
    if (findings := findings_sheet(problems, invalid, lang)) is not None:
        sheets.append(findings)
    return Book(tuple(sheets), words.BOOK.say(lang), lang)


def mark_of_book(book: Book) -> str | None:
    """The mark on the sheet of the kept targets; None in a book without one."""
    name = KEPT_TARGETS.sheet(book.lang)
    return mark_in(note for sheet in book.sheets if sheet.name == name for note in sheet.notes)
