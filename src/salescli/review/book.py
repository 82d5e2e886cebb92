"""The review workbook: the overview and the summary first, then the figures behind them, the actions last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from salescli.analyze.formulas import TONES
from salescli.excel.book import Block, Book, CellValue, Field, Format, Line, Rule, Sheet, Tone
from salescli.excel.findings import findings_sheet
from salescli.excel.records import InvalidRow
from salescli.excel.template import fields_of
from salescli.review.figure_sheets import MONTHS, PAID, attainment_sheet, incentive_sheet
from salescli.review.finding_sheets import indicator_sheet, strategy_sheet
from salescli.review.follow_ups import FollowUp
from salescli.review.result import ReviewResult
from salescli.review.summary import FREE, Lesson
from salescli.review.tables import FOLLOW_UPS, SUMMARY
from salescli.table.problem import Problem
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
        (indicator_sheet(result, lang), words.ABOUT_INDICATORS),
        (strategy_sheet(result.strategies, day, lang) if result.strategies else None, words.ABOUT_STRATEGIES),
        (incentive_sheet(result.incentives, missed, lights, lang), words.ABOUT_INCENTIVES),
        (_actions(result.follow_ups.open, lang), words.ABOUT_ACTIONS),
        (findings_sheet(problems, invalid, lang), words.ABOUT_FINDINGS),
    ]
    shown = [(sheet, about) for sheet, about in pages if sheet is not None]
    title = words.BOOK_TITLE.say(lang, period=period)
    return Book((_overview(result, shown, title, lang), *(sheet for sheet, _ in shown)), title, lang)


def _overview(result: ReviewResult, shown: Sequence[tuple[Sheet, Text]], title: str, lang: Lang) -> Sheet:
    facts = Block(
        "facts",
        (Field("fact", words.FACT.say(lang)), Field("figure", words.FIGURE.say(lang), width=24)),
        tuple(_facts(result, lang)),
        title=words.OVERVIEW.say(lang),
        rules=tuple(_colours(lang)),
        filter=False,
    )
    listed = Block(
        "contents",
        (
            Field("sheet", words.CONTENTS_SHEET.say(lang), Format.LINK),
            Field("about", words.CONTENTS_ABOUT.say(lang)),
        ),
        tuple(Line({"sheet": sheet.name, "about": about.say(lang)}) for sheet, about in shown),
        title=words.CONTENTS.say(lang),
        filter=False,
    )
    return Sheet(words.OVERVIEW.say(lang), (facts, listed), title=title, tab=Tone.STRONG, landscape=False)


def _colours(lang: Lang) -> Iterator[Rule]:
    for status, tone in TONES.items():
        yield Rule(("figure",), f'{{figure}}="{status.word.say(lang)}"', tone)


def _facts(result: ReviewResult, lang: Lang) -> Iterator[Line]:
    """The conclusions, each by reference to the cell it comes from where there is one."""
    if result.attainment is not None:
        total = result.attainment.total
        tone = TONES[total.status]
        yield _fact(words.FACT_TARGET, total.target, lang, Format.MONEY, f"{{{MONTHS}:target@total}}")
        yield _fact(words.FACT_ACTUAL, total.actual, lang, Format.MONEY, f"{{{MONTHS}:actual@total}}")
        yield _fact(words.FACT_ACHIEVEMENT, total.achievement, lang, Format.RATIO, f"{{{MONTHS}:achievement@total}}")
        word = total.status.word.say(lang)
        yield _fact(words.FACT_STATUS, word, lang, Format.TEXT, f"{{{MONTHS}:status@total}}", tone)
        missed = len(result.attainment.missed)
        yield _fact(words.FACT_MISSED, missed, lang, Format.COUNT, tone=Tone.RED if missed else None)
    if result.strategies:
        done = sum(item.done for item in result.strategies)
        late = sum(item.overdue for item in result.strategies)
        yield _fact(words.FACT_STRATEGIES, words.OF.say(lang, part=done, whole=len(result.strategies)), lang)
        yield _fact(words.FACT_OVERDUE, late, lang, Format.COUNT, tone=Tone.RED if late else None)
    if result.incentives is not None:
        paid = result.incentives.total
        yield _fact(words.FACT_PAYOUT, paid.total, lang, Format.MONEY, f"{{{PAID}:total@total}}")
        yield _fact(words.FACT_COST, paid.cost_rate, lang, Format.RATIO, f"{{{PAID}:cost_rate@total}}")
        yield _fact(words.FACT_EARNED, words.OF.say(lang, part=paid.earned, whole=paid.people), lang)
    waiting = [item for item in result.follow_ups.open if not item.done]
    carried = sum(item.carried for item in waiting)
    yield _fact(words.FACT_ACTIONS, words.WITH_CARRIED.say(lang, open=len(waiting), carried=carried), lang)


def _fact(
    name: Text,
    value: CellValue,
    lang: Lang,
    form: Format = Format.TEXT,
    formula: str | None = None,
    tone: Tone | None = None,
) -> Line:
    return Line(
        {"fact": name.say(lang), "figure": value},
        tones={} if tone is None else {"figure": tone},
        formulas={} if formula is None else {"figure": formula},
        formats={"figure": form},
    )


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
    return Line(values, tones=tones)


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
