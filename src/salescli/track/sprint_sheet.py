"""The sheet 冲刺: daily targets, and what each day still needs, for the team's figures and for everyone's sales."""

from math import ceil
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Tone, Total
from salescli.track.sprint import Basis, Conversion, Leg, Sprint
from salescli.track.tables import MONTHLY, WEEKLY
from salescli.words import outlook as words
from salescli.words import track as shared
from salescli.words.language import Lang, Text

BLOCK: Final = "sprint"
_HEADERS: Final = {
    "target": shared.TARGET_SHORT,
    "before": words.BEFORE_SPRINT,
    "during": words.DURING_SPRINT,
    "at_start": words.AT_START,
    "daily": words.DAILY,
    "left": words.LEFT,
    "needed": words.NEEDED,
}
_LEFT: Final = {"at_start": "MAX({target}-{before},0)", "left": "MAX({target}-{before}-{during},0)"}


def sprint_sheet(sprint: Sprint, lang: Lang) -> Sheet:
    """Team, conversion and people."""
    clock = sprint.clock
    hint = words.SPRINT_HINT.say(lang, state=clock.state.word, days=clock.days, left=clock.left, day=clock.as_of)
    derived = any(leg.basis is Basis.DERIVED for _, leg in sprint.counts)
    blocks = [_team(sprint, lang)]
    if sprint.before.leads or sprint.during.leads:
        blocks.append(_conversion(sprint, lang))
    blocks.append(_people(sprint, lang))
    return Sheet(
        words.SPRINT.say(lang),
        tuple(blocks),
        title=words.SPRINT_TITLE.say(lang, days=sprint.days.label(lang)),
        subtitle=hint,
        notes=(words.DERIVED_HINT.say(lang),) if derived else (),
        tab=Tone.YELLOW,
        freeze=False,
    )


def _team(sprint: Sprint, lang: Lang) -> Block:
    fields = (
        Field("metric", words.METRIC.say(lang), width=16),
        Field("basis", words.BASIS.say(lang)),
        *(Field(key, header.say(lang), Format.COUNT) for key, header in _HEADERS.items()),
        Field("days", words.DAYS.say(lang), Format.COUNT),
        Field("days_left", words.DAYS_LEFT.say(lang), Format.COUNT),
    )
    legs: list[tuple[str, Leg]] = [("sales", sprint.sales), *sprint.counts]
    lines = []
    for key, leg in legs:
        whole = key != "sales"
        values: dict[str, CellValue] = {"metric": WEEKLY.label(key).say(lang), "basis": leg.basis.word.say(lang)}
        values |= {**leg_values(leg, whole=whole), "days": leg.clock.days, "days_left": leg.clock.left}
        formulas = {} if leg.target is None else _formulas("{days}", "{days_left}", whole=whole)
        lines.append(Line(values, formulas=formulas, id=key))
    return Block(BLOCK, fields, tuple(lines), title=words.SPRINT_TEAM.say(lang), filter=False)


def leg_values(leg: Leg, *, whole: bool) -> dict[str, CellValue]:
    """A leg's figures; a daily count is rounded up to a whole one."""
    daily, needed = leg.daily, leg.needed
    return {
        "target": leg.target,
        "before": leg.before,
        "during": leg.during,
        "at_start": leg.at_start,
        "daily": ceil(daily) if whole and daily is not None else daily,
        "left": leg.left,
        "needed": ceil(needed) if whole and needed is not None else needed,
    }


def _formulas(days: str, left: str, *, whole: bool) -> dict[str, str]:
    daily, needed = f"{{at_start}}/{days}", f"{{left}}/{left}"
    if whole:
        daily, needed = f"ROUNDUP({daily},0)", f"ROUNDUP({needed},0)"
    return {**_LEFT, "daily": f'IF({days}>0,{daily},"")', "needed": f'IF({left}>0,{needed},"")'}


def _conversion(sprint: Sprint, lang: Lang) -> Block:
    fields = (
        Field("stage", words.STAGE.say(lang)),
        Field("deals", words.DEALS.say(lang), Format.COUNT),
        Field("leads", words.LEADS.say(lang), Format.COUNT),
        Field("rate", words.CONVERSION_SHORT.say(lang), Format.RATIO, formula='IF({leads}>0,{deals}/{leads},"")'),
    )
    parts: tuple[tuple[Text, Conversion], ...] = (
        (words.BEFORE_SPRINT, sprint.before),
        (words.DURING_SPRINT, sprint.during),
    )
    lines = tuple(
        Line({"stage": name.say(lang), "deals": part.deals, "leads": part.leads, "rate": part.rate})
        for name, part in parts
    )
    return Block("sprint_conversion", fields, lines, title=words.CONVERSION.say(lang), filter=False)


def _people(sprint: Sprint, lang: Lang) -> Block:
    formulas = _formulas(f"{{{BLOCK}:days@sales}}", f"{{{BLOCK}:days_left@sales}}", whole=False)
    sums = ("target", "before", "during")
    fields = (
        *(Field(key, MONTHLY.label(key).say(lang)) for key in ("region", "person")),
        *(
            Field(
                key, header.say(lang), Format.COUNT, formula=formulas.get(key), total=Total.SUM if key in sums else None
            )
            for key, header in _HEADERS.items()
        ),
    )
    lines = tuple(
        Line({"region": who.region, "person": who.name, **leg_values(leg, whole=False)}) for who, leg in sprint.people
    )
    total = {key: sum(getattr(leg, key) or 0 for _, leg in sprint.people) for key in sums}
    return Block(
        "sprint_people",
        fields,
        lines,
        title=words.SPRINT_PEOPLE.say(lang),
        total=Line({"region": shared.TOTAL.say(lang), **total}),
    )
