"""The workbook of a payout: summary, commission sheet, steps, the plan as understood, and the audit."""

from collections.abc import Sequence

from salescli.excel.book import Book, Sheet
from salescli.excel.findings import findings_sheet
from salescli.excel.records import InvalidRow
from salescli.payout.audit_sheet import audit_sheet
from salescli.payout.board_sheet import board_sheet
from salescli.payout.cost_sheet import cost_sheet
from salescli.payout.credit_sheet import credit_sheet
from salescli.payout.detail_sheet import detail_sheet
from salescli.payout.limit_sheet import limit_sheet
from salescli.payout.month_sheet import month_sheet
from salescli.payout.notice_sheet import notice_sheet
from salescli.payout.pay_sheet import pay_sheet
from salescli.payout.plan_sheet import plan_sheet
from salescli.payout.release_sheet import release_sheet
from salescli.payout.result import PayoutResult
from salescli.payout.scorecard_sheet import scorecard_sheet
from salescli.payout.settled_sheet import adjustment_sheet, paid_sheet
from salescli.payout.structure_sheet import kept_structure_sheet, structure_sheet
from salescli.payout.summary_sheet import summary_sheet
from salescli.table.outcome import InputFile
from salescli.table.problem import Problem
from salescli.words import payout as words
from salescli.words.language import Lang


def payout_book(
    result: PayoutResult,
    problems: Sequence[Problem],
    invalid: Sequence[InvalidRow],
    inputs: Sequence[InputFile],
    lang: Lang,
) -> Book:
    """Everything of `result` as a workbook; the same result gives the same bytes."""
    title = f"{words.TITLE.say(lang)} {period_text(result, lang)}".strip()
    if result.corrections is not None and result.corrections.closed is not None:
        found = findings_sheet(problems, invalid, lang)
        paid = (adjustment_sheet(result.corrections, result, lang), paid_sheet(result.corrections.closed, lang))
        rules = kept_structure_sheet(result.corrections.closed.rules, lang)
        kept = (*paid, rules, *(() if found is None else (found,)), audit_sheet(result, inputs, lang))
        return Book(kept, title, lang)
    sheets: list[Sheet | None] = [
        summary_sheet(result, lang),
        pay_sheet(result, lang),
        None if result.single else month_sheet(result, lang),
        limit_sheet(result, lang),
        board_sheet(result, lang),
        scorecard_sheet(result, lang),
        credit_sheet(result, lang),
        detail_sheet(result, lang),
        release_sheet(result, lang),
        cost_sheet(result, lang),
        None if result.notice is None else notice_sheet(result.notice, result, lang),
        None if result.corrections is None else adjustment_sheet(result.corrections, result, lang),
        plan_sheet(result, lang),
        structure_sheet(result.whole_plan, lang),
        findings_sheet(problems, invalid, lang),
        audit_sheet(result, inputs, lang),
    ]
    return Book(tuple(sheet for sheet in sheets if sheet is not None), title, lang)


def period_text(result: PayoutResult, lang: Lang) -> str:
    """The period in words."""
    return words.UNDATED.say(lang) if result.period is None else result.period.label(lang)
