"""销售漏斗 as it is written: conversions live, overdue stages marked."""

from dataclasses import replace
from typing import Final

from salescli.analyze.diagnosis import FUNNEL
from salescli.analyze.funnel import Stage
from salescli.excel.book import Block, CellValue, Chart, ChartKind, Line, Rule, Series, Sheet, Tone
from salescli.excel.template import fields_of
from salescli.words import analyze as words
from salescli.words.language import Lang

BLOCK: Final = "funnel"
_OVERDUE: Final = 'IF(AND(ISNUMBER({days}),ISNUMBER({standard_days}),{days}>{standard_days}),{days}-{standard_days},"")'


def funnel_sheet(stages: tuple[Stage, ...], lang: Lang) -> Sheet:
    """The sheet of the funnel."""
    fields = tuple(
        replace(field, formula=_OVERDUE) if field.key == "overdue_days" else field for field in fields_of(FUNNEL, lang)
    )
    lines = tuple(_line(at, stage) for at, stage in enumerate(stages, start=1))
    late = Rule(("days", "overdue_days"), "ISNUMBER({overdue_days})", Tone.RED)
    title = FUNNEL.sheet(lang)
    series = Series(BLOCK, "count", FUNNEL.header("count", lang))
    chart = Chart(ChartKind.BAR, words.CHART_FUNNEL.say(lang), (BLOCK, "stage"), (series,))
    charts = (chart,) if len(stages) > 1 else ()
    return Sheet(title, (Block(BLOCK, fields, lines, rules=(late,)),), title=title, charts=charts)


def _line(number: int, stage: Stage) -> Line:
    values: dict[str, CellValue] = {
        "stage": stage.name,
        "count": stage.count,
        "days": stage.days,
        "standard_days": stage.standard_days,
        "rate": stage.rate,
        "overdue_days": stage.overdue_days,
    }
    formulas = {}
    if number > 1:
        before = f"{{{BLOCK}:count@{number - 1}}}"
        formulas["rate"] = f'IF({before}>0,{{count}}/{before},"")'
    tones = {} if stage.overdue_days is None else dict.fromkeys(("days", "overdue_days"), Tone.RED)
    return Line(values, tones=tones, formulas=formulas)
