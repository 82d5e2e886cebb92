"""The objection log as a workbook; its list reads back as the table `objections`."""

from collections.abc import Sequence
from dataclasses import replace

from salescli.excel.book import Block, Book, CellValue, Field, Format, Line, Rule, Sheet, Tone, Total
from salescli.excel.findings import findings_sheet
from salescli.excel.template import fields_of
from salescli.payout.answers import Answer, ObjectionLog, Returned
from salescli.payout.statement_tables import OBJECTIONS
from salescli.table.problem import Problem
from salescli.words import payout as words
from salescli.words import statements as own_words
from salescli.words.language import Lang, Text

ANSWERS: dict[Answer, tuple[Text, Tone]] = {
    Answer.OBJECTED: (own_words.OBJECTED, Tone.RED),
    Answer.UNCLEAR: (own_words.UNCLEAR, Tone.YELLOW),
    Answer.NONE: (own_words.UNANSWERED, Tone.YELLOW),
    Answer.MISSING: (own_words.NOT_RETURNED, Tone.YELLOW),
    Answer.CONFIRMED: (own_words.CONFIRMED, Tone.GREEN),
}
_BLOCK = "objections"


def objection_book(log: ObjectionLog, problems: Sequence[Problem], lang: Lang) -> Book:
    """Counts and the list on one sheet, and what is to be said of the files."""
    name = OBJECTIONS.sheet(lang)
    page = Sheet(
        name,
        (_list(log, lang), _counts(log, lang)),
        title=name,
        notes=(own_words.MARKS.say(lang),),
        freeze=False,
        tab=Tone.STRONG,
    )
    sheets = (page, findings_sheet(problems, (), lang))
    return Book(tuple(sheet for sheet in sheets if sheet is not None), own_words.OBJECTION_LOG.say(lang), lang)


def _list(log: ObjectionLog, lang: Lang) -> Block:
    widths = {"text": 40, "file": 44}
    fields = tuple(
        replace(
            field,
            note=None,
            required=False,
            width=widths.get(field.key),
            format=Format.WRAPPED if field.key in widths else field.format,
        )
        for field in fields_of(OBJECTIONS, lang)
    )
    lines = tuple(_line(one, lang) for one in log.returned)
    rules = tuple(Rule(("answer",), f'{{answer}}="{word.say(lang)}"', tone) for word, tone in ANSWERS.values())
    return Block(_BLOCK, fields, lines, title=own_words.ANSWERS.say(lang), rules=rules)


def _line(one: Returned, lang: Lang) -> Line:
    word, tone = ANSWERS[one.answer]
    states = {True: own_words.ALTERED, False: own_words.UNALTERED, None: own_words.UNCHECKED}
    values: dict[str, CellValue] = {
        "period": one.receipt.period,
        "employee_id": one.receipt.employee_id,
        "person": one.receipt.person,
        "region": one.receipt.region,
        "total": one.receipt.total,
        "answer": word.say(lang),
        "text": f"{one.said} {one.text}".strip() if one.answer is Answer.UNCLEAR else one.text,
        "day": one.day,
        "state": states[one.altered].say(lang) if one.file else "—",
        "file": one.file or None,
        "counted": int(one.counted),
    }
    return Line(values, {"answer": tone} | ({"state": Tone.RED} if one.altered else {}))


def _counts(log: ObjectionLog, lang: Lang) -> Block:
    fields = (
        Field("state", own_words.STATE.say(lang)),
        Field("count", own_words.PEOPLE.say(lang), Format.COUNT, total=Total.SUM),
    )
    counted = f"SUMIFS({{{_BLOCK}:counted}},{{{_BLOCK}:answer}},{{state}})"
    lines = tuple(
        Line({"state": word.say(lang), "count": log.count(answer)}, {"state": tone}, {"count": counted})
        for answer, (word, tone) in ANSWERS.items()
    )
    total = Line({"state": words.TOTAL.say(lang), "count": sum(one.counted for one in log.returned)})
    return Block("counts", fields, lines, title=own_words.OBJECTION_LOG.say(lang), total=total, filter=False)
