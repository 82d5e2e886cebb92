"""业绩现状分析表 as it is written: gaps live, and the finding about a stated rate beside its row."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from salescli.analyze.findings import finding
from salescli.analyze.gaps import Gap
from salescli.analyze.metric_sheet import MOST_IN_CHART
from salescli.analyze.tables import STATUS
from salescli.excel.book import Bar, Block, CellValue, Chart, ChartKind, Line, Rule, Series, Sheet, Tone
from salescli.excel.measured import form_of
from salescli.excel.template import fields_of
from salescli.measure.achievement import Direction
from salescli.measure.metric import unit_word
from salescli.words import analyze as words
from salescli.words.language import Lang

BLOCK: Final = "status"
_GAP: Final = {
    Direction.HIGHER: "ROUND(MAX({target}-{current},0),9)",
    Direction.LOWER: "ROUND(MAX({current}-{target},0),9)",
}


def status_sheet(gaps: tuple[Gap, ...], lang: Lang) -> Sheet:
    """The sheet of the present state."""
    fields = tuple(
        replace(field, formula='IF(N({target})>0,{gap}/{target},"")') if field.key == "gap_rate" else field
        for field in fields_of(STATUS, lang)
    )
    rules = (
        Bar("gap_rate", Decimal(1), Tone.INPUT),
        Rule(("gap", "gap_rate"), 'AND({current}<>"",{gap}=0)', Tone.GREEN),
    )
    lines = tuple(_line(gap, lang) for gap in gaps)
    title = STATUS.sheet(lang)
    return Sheet(title, (Block(BLOCK, fields, lines, rules=rules),), title=title, charts=_charts(len(gaps), lang))


def _line(gap: Gap, lang: Lang) -> Line:
    values: dict[str, CellValue] = {
        "name": gap.name,
        "unit": unit_word(gap.unit, lang),
        "current": gap.current,
        "target": gap.target,
        "direction": gap.direction.word.say(lang),
        "gap": gap.gap,
        "gap_rate": gap.rate,
        "issue": gap.issue,
        "remark": finding(gap, lang),
    }
    tones = {"gap": Tone.GREEN, "gap_rate": Tone.GREEN} if gap.gap == 0 else {}
    if gap.stated_base not in (None, "target"):
        tones["remark"] = Tone.YELLOW
    formats = {key: form_of(gap.measure, getattr(gap, key), gap.name, gap.unit) for key in ("current", "target", "gap")}
    return Line(values, tones=tones, formulas={"gap": _GAP[gap.direction]}, formats=formats)


def _charts(count: int, lang: Lang) -> tuple[Chart, ...]:
    if not 1 < count <= MOST_IN_CHART:
        return ()
    series = Series(BLOCK, "gap_rate", STATUS.header("gap_rate", lang), Tone.INPUT)
    title = words.CHART_GAP.say(lang)
    return (Chart(ChartKind.COLUMN, title, (BLOCK, "name"), (series,), percent=True),)
