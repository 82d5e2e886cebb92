"""The sheet 冲刺: daily targets, and what each day still needs, for the team's figures and for everyone's sales."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Tone, Total
from salescli.track.sprint import Basis, Conversion, Leg, Sprint
from salescli.track.tables import MONTHLY, WEEKLY
from salescli.track.who import Who
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
    aimed = {key for runner in sprint.people for key, leg in runner.counts if leg.left is not None}
    if keys := [key for key, _ in sprint.counts if key in aimed]:
        blocks.append(_counts(sprint, keys, lang))
    return Sheet(
        words.SPRINT.say(lang),
        tuple(blocks),
        title=words.SPRINT_TITLE.say(lang, days=sprint.days.label(lang)),
        subtitle=hint,
        notes=(*_deals_from(sprint, lang), *((words.DERIVED_HINT.say(lang),) if derived else ())),
        tab=Tone.YELLOW,
        freeze=False,
    )


def _deals_from(sprint: Sprint, lang: Lang) -> Iterable[str]:
    """Where the deals are counted, once there are any."""
    if sprint.deals_from:
        yield words.DEALS_FROM[tuple(item.value for item in sprint.deals_from)].say(lang)


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
    parts: list[tuple[Text, Conversion]] = [(words.BEFORE_SPRINT, sprint.before), (words.DURING_SPRINT, sprint.during)]
    if sprint.needed is not None:
        parts.append((words.STILL_NEEDED, sprint.needed))
    lines = tuple(
        Line({"stage": name.say(lang), "deals": part.deals, "leads": part.leads, "rate": part.rate})
        for name, part in parts
    )
    return Block("sprint_conversion", fields, lines, title=words.CONVERSION.say(lang), filter=False)


def _people(sprint: Sprint, lang: Lang) -> Block:
    formulas = _formulas(*_DAYS, whole=False)
    sums = ("target", "before", "during")
    fields = (
        *_names(sprint, lang),
        *(
            Field(
                key, header.say(lang), Format.COUNT, formula=formulas.get(key), total=Total.SUM if key in sums else None
            )
            for key, header in _HEADERS.items()
        ),
    )
    lines = tuple(Line({**_named(item.who), **leg_values(item.sales, whole=False)}) for item in sprint.people)
    total = {key: sum(getattr(item.sales, key) or 0 for item in sprint.people) for key in sums}
    return Block(
        "sprint_people",
        fields,
        lines,
        title=words.SPRINT_PEOPLE.say(lang),
        total=Line({"region": shared.TOTAL.say(lang), **total}),
    )


def _counts(sprint: Sprint, keys: Sequence[str], lang: Lang) -> Block:
    """Everybody's counts: what is left of each, and how many each working day left still needs."""
    fields = list(_names(sprint, lang))
    for key in keys:
        name = WEEKLY.label(key).say(lang)
        needed = f'IF(OR({{{key}}}="",{_DAYS[1]}<=0),"",ROUNDUP({{{key}}}/{_DAYS[1]},0))'
        fields.append(Field(key, words.COUNT_LEFT.say(lang, metric=name), Format.COUNT, width=14))
        fields.append(
            Field(f"{key}_day", words.COUNT_DAILY.say(lang, metric=name), Format.COUNT, width=14, formula=needed)
        )
    lines = []
    for runner in sprint.people:
        legs = {key: leg for key, leg in runner.counts if leg.left is not None}
        values = _named(runner.who)
        for key, leg in legs.items():
            values |= {key: leg.left, f"{key}_day": None if leg.needed is None else ceil(leg.needed)}
        lines.append(Line(values))
    return Block("sprint_counts", tuple(fields), tuple(lines), title=words.SPRINT_COUNTS.say(lang), filter=False)


_DAYS: Final = (f"{{{BLOCK}:days@sales}}", f"{{{BLOCK}:days_left@sales}}")
"""The cells of the sprint's working days and of those left."""


def _names(sprint: Sprint, lang: Lang) -> Iterable[Field]:
    numbered = any(runner.who.employee_id for runner in sprint.people)
    for key in ("region", *(("employee_id",) if numbered else ()), "person"):
        yield Field(key, MONTHLY.label(key).say(lang))


def _named(who: Who) -> dict[str, CellValue]:
    named: dict[str, CellValue] = {"region": who.region, "person": who.name}
    return named if who.employee_id is None else {**named, "employee_id": who.employee_id}
