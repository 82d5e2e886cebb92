"""标杆与帮扶: who leads and who needs help in each step, and every figure behind it."""

from collections.abc import Sequence

from salescli.analyze.benchmarks import CONVERSION, STEPS, Mark, Standing
from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone
from salescli.words import health as words
from salescli.words.language import Lang, say

_TONES = {Standing.BENCHMARK: Tone.GREEN, Standing.HELP: Tone.RED}


def benchmark_sheet(found: Sequence[Mark], lang: Lang, period: str) -> Sheet | None:
    """The summary by step, then everyone; None where nothing could be compared."""
    if not found:
        return None
    title = words.BENCHMARKS.say(lang)
    return Sheet(
        title,
        (_summary(found, lang), _everyone(found, lang)),
        title=title,
        subtitle=period or None,
        notes=(words.BENCHMARKS_NOTE.say(lang),),
    )


def named(found: Sequence[Mark], step: str, standing: Standing, lang: Lang) -> str:
    """The people of one standing in one step."""
    return say(tuple(mark.person for mark in found if mark.step == step and mark.standing is standing), lang)


def _summary(found: Sequence[Mark], lang: Lang) -> Block:
    fields = (
        Field("step", words.STEP.say(lang)),
        *(Field(kind.value, kind.word.say(lang), Format.WRAPPED, width=30) for kind in _TONES),
        Field("median", words.STEP_MEDIAN.say(lang), Format.NUMBER),
    )
    lines = []
    for step in STEPS:
        own = [mark for mark in found if mark.step == step]
        if own:
            people = {kind.value: named(own, step, kind, lang) or None for kind in _TONES}
            tones = {kind.value: tone for kind, tone in _TONES.items() if people[kind.value]}
            values: dict[str, CellValue] = {"step": own[0].word.say(lang), **people, "median": own[0].median}
            lines.append(Line(values, tones=tones, formats={"median": _form(step)}))
    return Block("standings", fields, tuple(lines), filter=False)


def _everyone(found: Sequence[Mark], lang: Lang) -> Block:
    fields = (
        Field("step", words.STEP.say(lang)),
        Field("person", words.STEP_PERSON.say(lang)),
        Field("region", words.STEP_REGION.say(lang)),
        Field("value", words.STEP_VALUE.say(lang), Format.NUMBER),
        Field("median", words.STEP_MEDIAN.say(lang), Format.NUMBER),
        Field("lead", words.STEP_LEAD.say(lang), Format.SIGNED_RATIO, formula="{value}/{median}-1"),
        Field("standing", words.STEP_STANDING.say(lang)),
    )
    rules = tuple(
        Rule(("standing", "lead"), f'{{standing}}="{kind.word.say(lang)}"', tone) for kind, tone in _TONES.items()
    )
    lines = tuple(
        Line(
            {
                "step": mark.word.say(lang),
                "person": mark.person,
                "region": mark.region,
                "value": mark.value,
                "median": mark.median,
                "lead": mark.lead,
                "standing": mark.standing.word.say(lang),
            },
            tones=dict.fromkeys(("standing", "lead"), _TONES[mark.standing]) if mark.standing in _TONES else {},
            formats=dict.fromkeys(("value", "median"), _form(mark.step)),
        )
        for mark in found
    )
    return Block("marks", fields, lines, rules=rules)


def _form(step: str) -> Format:
    return Format.RATIO if step == CONVERSION else Format.NUMBER
