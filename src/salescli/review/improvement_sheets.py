"""经验与改进, 会议, and a 改进计划 for each person: computed columns in grey, people's own in the colour of input."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone
from salescli.excel.measured import form_of
from salescli.excel.template import fields_of
from salescli.measure.metric import Measure
from salescli.review.meetings import Meeting
from salescli.review.notebooks import AGENDA, FINDINGS, PLANS, AgendaItem, Finding, Notebook, NoteRow
from salescli.review.plans import PersonGap, Plan
from salescli.words import improve as words
from salescli.words import meetings as meeting_words
from salescli.words import plans as plan_words
from salescli.words.language import Lang, Text

ROOM: Final = 8
"""Empty rows below, for what people add."""

WIDTHS: Final = {
    "period": 16,
    "subject": 16,
    "evidence": 36,
    "cause": 36,
    "measure": 36,
    "topic": 24,
    "basis": 16,
    "who": 30,
    "record": 44,
    "milestone": 30,
    "action": 30,
    "progress": 20,
    "remark": 18,
}
NARROW: Final = frozenset({"kind", "minutes", "week", "start", "due", "owner", "origin", "person"})


def finding_sheet(found: Sequence[Finding], lang: Lang) -> Sheet:
    """What worked and what did not, with columns for why and what to do."""
    kinds = {words.FINDING_KINDS[key].say(lang): tone for key, tone in _KIND_TONES.items()}
    rules = tuple(Rule(("kind",), f'{{kind}}="{word}"', tone) for word, tone in kinds.items())
    lines = tuple(_line(row, FINDINGS, {"kind": kinds.get(row.kind or "", Tone.COMPUTED)}) for row in found)
    fields = _fields(FINDINGS, lang)
    fields = tuple(replace(field, choices=tuple(kinds)) if field.key == "kind" else field for field in fields)
    block = Block(FINDINGS.table.name, fields, lines, rules=rules, blank_lines=ROOM)
    return _sheet(FINDINGS.table.sheet(lang), (block,), words.FINDINGS_NOTE, lang)


_KIND_TONES: Final = {"success": Tone.GREEN, "improve": Tone.YELLOW}


def meeting_sheet(meetings: Sequence[Meeting], items: Sequence[AgendaItem], lang: Lang) -> Sheet:
    """The dates, then the agenda with room for the minutes."""
    fields = (
        Field("name", meeting_words.MEETING.say(lang)),
        Field("period", meeting_words.COVERS.say(lang)),
        Field("planned", meeting_words.PLANNED.say(lang), Format.DATE),
        Field("held", meeting_words.HELD.say(lang), Format.DATE),
        Field("remark", meeting_words.MOVED_TO.say(lang)),
    )
    lines = tuple(_meeting(item, lang) for item in meetings)
    dates = Block("meetings", fields, lines, title=meeting_words.MEETINGS.say(lang), filter=False)
    rows = tuple(_line(row, AGENDA, numbers=("minutes",)) for row in items)
    listed = Block(
        AGENDA.table.name, _fields(AGENDA, lang), rows, title=meeting_words.AGENDA_BLOCK.say(lang), blank_lines=ROOM
    )
    return _sheet(
        AGENDA.table.sheet(lang),
        (dates, listed),
        meeting_words.MEETING_NOTE,
        lang,
        subtitle=meeting_words.RULE.say(lang),
    )


def _meeting(item: Meeting, lang: Lang) -> Line:
    late = meeting_words.POSTPONED.say(lang, days=item.postponed) if item.postponed else None
    values: dict[str, CellValue] = {
        "name": item.name(lang),
        "period": item.period.label(lang),
        "planned": item.planned,
        "held": item.held,
        "remark": late,
    }
    return Line(values, tones={"held": Tone.STRONG} if item.own else {})


def plan_sheets(plans: Sequence[Plan], lang: Lang) -> list[Sheet]:
    """A sheet for each person."""
    return [_plan(plan, number, lang) for number, plan in enumerate(plans, start=1)]


def _plan(plan: Plan, number: int, lang: Lang) -> Sheet:
    blocks = [_gaps(plan.gaps, number, lang)] if plan.gaps else []
    rows = tuple(_line(row, PLANS, dates=("start", "due")) for row in plan.steps)
    title = plan_words.PLAN_STEPS.say(lang)
    blocks.append(Block(f"{PLANS.table.name}{number}", _fields(PLANS, lang), rows, title=title, blank_lines=ROOM // 2))
    subtitle = plan_words.PLAN_WHY.say(lang, region=plan.region or "", first=plan.first, last=plan.last).lstrip("，, ")
    name = plan_words.PLAN_SHEET.say(lang, person=plan.person)
    sheet = _sheet(name, tuple(blocks), plan_words.PLAN_NOTE, lang, subtitle=subtitle)
    return replace(sheet, title=plan_words.PLAN_TITLE.say(lang, person=plan.person))


def _gaps(gaps: Sequence[PersonGap], number: int, lang: Lang) -> Block:
    fields = (
        Field("metric", plan_words.GAP_METRIC.say(lang)),
        Field("period", plan_words.GAP_PERIOD.say(lang)),
        Field("actual", plan_words.GAP_ACTUAL.say(lang), Format.MONEY),
        Field("base", plan_words.GAP_BASE.say(lang), Format.MONEY),
        Field("gap", plan_words.GAP_VALUE.say(lang), Format.MONEY),
        Field("rate", plan_words.GAP_RATE.say(lang), Format.RATIO),
        Field("source", plan_words.GAP_SOURCE.say(lang)),
    )
    lines = tuple(_gap(item, lang) for item in gaps)
    return Block(f"plan_gaps{number}", fields, lines, title=plan_words.PLAN_GAPS.say(lang), filter=False)


def _gap(item: PersonGap, lang: Lang) -> Line:
    """Money to the fen, counts whole, and what a ratio lacks in points."""
    values: dict[str, CellValue] = {
        "metric": item.metric.say(lang) if isinstance(item.metric, Text) else item.metric,
        "period": None if item.period is None else item.period.label(lang),
        "actual": item.actual,
        "base": item.base,
        "gap": item.gap,
        "rate": item.rate,
        "source": item.source.say(lang),
    }
    formats = {
        key: form_of(item.measure, value, str(values["metric"]))
        for key in ("actual", "base", "gap")
        if (value := _number_in(values, key)) is not None
    }
    if item.known is None:
        return Line(values, tones={"gap": Tone.RED}, formats=formats)
    short = "{base}-{actual}"
    if item.measure is Measure.RATIO:
        formats["gap"], short = Format.GAP_POINTS, f"ROUND(({short})*100,7)"
    formulas = {"gap": short, "rate": 'IF({base}>0,{actual}/{base},"")'}
    return Line(values, tones={"gap": Tone.RED}, formulas=formulas, formats=formats)


def _number_in(values: Mapping[str, CellValue], key: str) -> Decimal | None:
    value = values[key]
    return value if isinstance(value, Decimal) else None


def _sheet(name: str, blocks: tuple[Block, ...], note: Text, lang: Lang, subtitle: str | None = None) -> Sheet:
    return Sheet(name, blocks, title=name, subtitle=subtitle, notes=(note.say(lang),), tab=Tone.INPUT)


def _fields(book: Notebook[Any], lang: Lang) -> tuple[Field, ...]:
    """The table's columns; all that is not people's own is marked as computed."""
    return tuple(
        replace(
            field,
            computed=field.key not in book.free,
            width=WIDTHS.get(field.key),
            format=Format.TEXT if field.key in NARROW else Format.WRAPPED,
            note=None,
        )
        for field in fields_of(book.table, lang)
    )


def _line(
    row: NoteRow,
    book: Notebook[Any],
    tones: dict[str, Tone] | None = None,
    dates: Sequence[str] = (),
    numbers: Sequence[str] = (),
) -> Line:
    """A row as it stands; what reads as a date or a number in the columns for them is one."""
    values: dict[str, CellValue] = {key: getattr(row, key) for key in book.table.by_key}
    values |= {key: _date(getattr(row, key)) for key in dates}
    values |= {key: _number(getattr(row, key)) for key in numbers}
    return Line(values, tones={**dict.fromkeys(book.free, Tone.INPUT), **(tones or {})}, own=row.own)


def _date(text: str | None) -> CellValue:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return text


def _number(text: str | None) -> CellValue:
    return int(text) if text is not None and text.isascii() and text.isdecimal() and str(int(text)) == text else text
