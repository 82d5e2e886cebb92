"""销售漏斗 and 漏斗与目标 as they are written: conversions and the way back from the target live."""

from dataclasses import replace
from fractions import Fraction
from typing import Final

from salescli.analyze.diagnosis import FUNNEL
from salescli.analyze.funnel import Stage
from salescli.excel.book import Block, CellValue, Chart, ChartKind, Field, Format, Line, Rule, Series, Sheet, Tone
from salescli.excel.template import fields_of
from salescli.words import analyze as words
from salescli.words import funnel as funnel_words
from salescli.words.language import Lang

BLOCK: Final = "funnel"
NEEDED: Final = "funnel_needed"
_OVERDUE: Final = 'IF(AND(ISNUMBER({days}),ISNUMBER({standard_days}),{days}>{standard_days}),{days}-{standard_days},"")'


def funnel_sheet(stages: tuple[Stage, ...], lang: Lang) -> Sheet:
    """The sheet of the funnel."""
    fields = tuple(
        replace(field, formula=_OVERDUE) if field.key == "overdue_days" else field for field in fields_of(FUNNEL, lang)
    )
    lines = tuple(_line(at, stage) for at, stage in enumerate(stages, start=1))
    late = Rule(("days", "overdue_days"), "ISNUMBER({overdue_days})", Tone.RED)
    title = FUNNEL.sheet(lang)
    series = (
        Series(NEEDED, "pad", funnel_words.FUNNEL_PAD.say(lang), invisible=True),
        Series(BLOCK, "count", FUNNEL.header("count", lang), Tone.STRONG),
    )
    chart = Chart(ChartKind.STACKED_BAR, words.CHART_FUNNEL.say(lang), (BLOCK, "stage"), series)
    charts = (chart,) if len(stages) > 1 else ()
    return Sheet(title, (Block(BLOCK, fields, lines, rules=(late,)),), title=title, charts=charts)


def _line(number: int, stage: Stage) -> Line:
    values: dict[str, CellValue] = {
        "stage": stage.name,
        "count": stage.count,
        "days": stage.days,
        "standard_days": stage.standard_days,
        "standard_rate": stage.standard_rate,
        "rate": stage.rate,
        "overdue_days": stage.overdue_days,
    }
    formulas = {}
    if number > 1:
        before = f"{{{BLOCK}:count@{number - 1}}}"
        formulas["rate"] = f'IF({before}>0,{{count}}/{before},"")'
    tones = {} if stage.overdue_days is None else dict.fromkeys(("days", "overdue_days"), Tone.RED)
    return Line(values, tones=tones, formulas=formulas)


def needed_sheet(stages: tuple[Stage, ...], lang: Lang) -> Sheet:
    """Each stage against what it should convert, and the customers it needs; the last one's is for the user to set."""
    should = {
        key: word.say(lang)
        for key, word in (("standard", funnel_words.FUNNEL_STANDARD), ("history", funnel_words.FUNNEL_HISTORY))
    }
    fields = (
        Field("stage", words.STAGE.say(lang)),
        Field("count", funnel_words.FUNNEL_COUNT.say(lang), Format.COUNT),
        Field("rate", funnel_words.FUNNEL_RATE.say(lang), Format.RATIO),
        Field("should", funnel_words.FUNNEL_SHOULD.say(lang), Format.RATIO),
        Field("by", funnel_words.FUNNEL_FROM.say(lang)),
        Field("lag", funnel_words.FUNNEL_LAG.say(lang), Format.SIGNED_RATIO, formula=_LAG),
        Field("verdict", funnel_words.FUNNEL_WEAKEST.say(lang)),
        Field("needed", funnel_words.FUNNEL_TO_REACH.say(lang), Format.COUNT),
        Field("short", funnel_words.FUNNEL_SHORT.say(lang), Format.COUNT, formula=_SHORT),
        Field(
            "pad",
            funnel_words.FUNNEL_PAD.say(lang),
            Format.NUMBER,
            formula=f"(MAX({{{NEEDED}:count}})-{{count}})/2",
            aside=True,
        ),
    )
    most = max((stage.count for stage in stages), default=0)
    lines = tuple(_needed_line(at, stages, most, should, lang) for at in range(len(stages)))
    rules = (Rule(("short",), "N({short})>0", Tone.RED),)
    notes = [funnel_words.FUNNEL_NOTE.say(lang)]
    if all(stage.needed is None for stage in stages):
        notes.append(funnel_words.FUNNEL_NO_TARGET.say(lang))
    title = funnel_words.FUNNEL_NEEDED.say(lang)
    block = Block(NEEDED, fields, lines, rules=rules, filter=False)
    return Sheet(title, (block,), title=title, notes=tuple(notes))


_LAG: Final = 'IF(AND(ISNUMBER({rate}),N({should})>0),{rate}/{should}-1,"")'
_SHORT: Final = 'IF({needed}="","",MAX({needed}-{count},0))'


def _needed_line(at: int, stages: tuple[Stage, ...], most: int, should: dict[str, str], lang: Lang) -> Line:
    stage, number = stages[at], at + 1
    by = None if stage.should_be is None else should["history" if stage.standard_rate is None else "standard"]
    values: dict[str, CellValue] = {
        "stage": stage.name,
        "count": stage.count,
        "rate": stage.rate,
        "should": stage.should_be,
        "by": by,
        "lag": stage.lag,
        "verdict": funnel_words.WEAKEST.say(lang) if stage.weakest else None,
        "needed": stage.needed,
        "short": stage.short,
        "pad": Fraction(most - stage.count, 2),
    }
    formulas = {"count": f"{{{BLOCK}:count@{number}}}", "rate": f"{{{BLOCK}:rate@{number}}}" if at else ""}
    tones = {"verdict": Tone.RED, "rate": Tone.RED} if stage.weakest else {}
    if number < len(stages):
        following, count = f"{{{NEEDED}:needed@{number + 1}}}", f"{{{NEEDED}:count@{number + 1}}}"
        formulas["needed"] = f'IF(OR({following}="",{count}=0,{{count}}=0),"",ROUNDUP({following}*{{count}}/{count},0))'
    else:
        tones["needed"] = Tone.INPUT
    return Line(values, tones=tones, formulas=formulas)
