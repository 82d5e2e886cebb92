"""The review workbook: the overview and the summary first, then the figures behind them, the actions last."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from salescli.excel.book import Block, Book, CellValue, Line, Sheet, Tone
from salescli.excel.findings import findings_sheet
from salescli.excel.records import InvalidRow
from salescli.excel.template import fields_of
from salescli.review.beside import finished_sheet, kept_notes_sheet, with_additions
from salescli.review.definitions_sheet import definitions_sheet
from salescli.review.figure_sheets import attainment_sheet, incentive_sheet, people_sheet
from salescli.review.finding_sheets import indicator_sheet
from salescli.review.follow_ups import FollowUp
from salescli.review.improvement_sheets import finding_sheet, meeting_sheet, plan_sheets
from salescli.review.overview_sheet import overview_sheet
from salescli.review.plan_list import plan_list_sheet
from salescli.review.result import ReviewResult
from salescli.review.strategy_sheets import effect_sheet, progress_sheet
from salescli.review.summary import FREE, Lesson, between
from salescli.review.tables import FOLLOW_UPS, SUMMARY
from salescli.table.problem import Problem
from salescli.words import improve
from salescli.words import plans as plan_words
from salescli.words import review as words
from salescli.words.language import Lang, Text

ROOM: Final = 10
"""Empty rows below the actions, for those the meeting adds."""


def review_book(result: ReviewResult, problems: Sequence[Problem], invalid: Sequence[InvalidRow], lang: Lang) -> Book:
    """The whole workbook in `lang`."""
    period, lights = result.period.label(lang), result.thresholds
    missed = () if result.attainment is None else result.attainment.missed
    attained = None if result.attainment is None else attainment_sheet(result.attainment, lights, lang)
    day = result.period.last.isoformat()
    pages: list[tuple[Sheet | None, Text]] = [
        (_summary(result.lessons, lang), words.ABOUT_SUMMARY),
        (attained, words.ABOUT_ATTAINMENT),
        (None if result.attainment is None else people_sheet(result.attainment, lights, lang), words.ABOUT_PEOPLE),
        (indicator_sheet(result, lang), words.ABOUT_INDICATORS),
        (_effects(result, lang), improve.ABOUT_EFFECTS),
        (progress_sheet(result.strategies, day, lang) if result.strategies else None, improve.ABOUT_PROGRESS),
        (incentive_sheet(result.incentives, missed, lights, lang), words.ABOUT_INCENTIVES),
        (finding_sheet(result.findings, lang), improve.ABOUT_FINDINGS),
        (plan_list_sheet(result.plans, lang), plan_words.ABOUT_PLAN_LIST),
        *((sheet, improve.ABOUT_PLAN) for sheet in plan_sheets(result.plans, lang)),
        (_actions(result.follow_ups.open, lang), words.ABOUT_ACTIONS),
        (finished_sheet(result.follow_ups.finished, lang), words.ABOUT_FINISHED),
        (meeting_sheet(result.meetings, result.agenda, lang), improve.ABOUT_MEETING),
        (kept_notes_sheet(result.additions.listed, lang), improve.ABOUT_KEPT_NOTES),
        (definitions_sheet(result.sources, lights, lang), improve.ABOUT_DEFINITIONS),
        (findings_sheet(problems, invalid, lang), words.ABOUT_FINDINGS),
    ]
    shown = [(sheet, about) for sheet, about in pages if sheet is not None]
    title = words.BOOK_TITLE.say(lang, period=period)
    sheets = (overview_sheet(result, shown, title, lang), *(sheet for sheet, _ in shown))
    return with_additions(Book(sheets, title, lang, label=str(result.period)), result.additions)


def _effects(result: ReviewResult, lang: Lang) -> Sheet | None:
    if not result.strategies and not result.kept_remarks:
        return None
    return effect_sheet(result.strategies, result.kept_remarks, lang)


def _summary(lessons: Sequence[Lesson], lang: Lang) -> Sheet:
    """复盘总结表 as declared; cells to be written in are marked, composed effects too."""
    fields = tuple(replace(field, width=20 if field.key == "period" else 44) for field in fields_of(SUMMARY, lang))
    marks = {"start": words.MARK_START, "end": words.MARK_END}
    title = SUMMARY.sheet(lang)
    block = Block(SUMMARY.name, fields, tuple(_lesson(item) for item in lessons))
    notes = (words.SUMMARY_NOTE.say(lang, **marks),)
    return Sheet(title, (block,), title=title, notes=notes, tab=Tone.GREEN, frozen_columns=1)


def _lesson(item: Lesson) -> Line:
    tones = {key: Tone.INPUT for key in FREE if item.current}
    if item.computed:
        tones["effects"] = Tone.COMPUTED
    values: dict[str, CellValue] = {"period": item.period, **{key: getattr(item, key) for key in FREE}}
    inner = between(item.effects or "")
    return Line(values, tones=tones, parts=() if inner is None else (inner,))


def _actions(found: Sequence[FollowUp], lang: Lang) -> Sheet:
    """下期行动 as declared, with room for what the meeting adds."""
    title = FOLLOW_UPS.sheet(lang)
    lines = tuple(_action(item, lang) for item in found)
    block = Block(FOLLOW_UPS.name, fields_of(FOLLOW_UPS, lang), lines, blank_lines=ROOM)
    return Sheet(title, (block,), title=title, notes=(words.ACTIONS_NOTE.say(lang),), tab=Tone.INPUT)


def _action(item: FollowUp, lang: Lang) -> Line:
    kind = FOLLOW_UPS.by_key["progress"].kind
    values: dict[str, CellValue] = {
        "period": item.period,
        "action": item.action,
        "owner": item.owner,
        "due": item.due,
        "progress": None if item.progress is None else kind.write(item.progress, lang),
        "origin": item.origin,
        "note": item.note,
    }
    return Line(values, tones={"due": Tone.RED} if item.overdue else {})
