"""月度走势 as it is written: the months with the year to date, live, and a chart of target, actual and achievement."""

from collections.abc import Mapping, Sequence

from salescli.analyze.months import MonthFigures
from salescli.excel.book import Block, CellValue, Chart, ChartKind, Field, Format, Line, Series, Sheet, Tone
from salescli.excel.lights import TONES, status_formula, status_rules
from salescli.measure.achievement import Thresholds
from salescli.measure.period import Month
from salescli.words import analyze as words
from salescli.words import health as health_words
from salescli.words import insight
from salescli.words.language import Lang

BLOCK = "course"


def months_sheet(found: Sequence[MonthFigures], thresholds: Thresholds, lang: Lang) -> Sheet | None:
    """The sheet; None where less than two months are known."""
    if not found:
        return None
    ratio = 'IF(N({{{target}}})>0,{{{actual}}}/{{{target}}},"")'
    fields = [
        Field("month", health_words.HEALTH_MONTH.say(lang)),
        Field("target", words.TARGET.say(lang), Format.MONEY),
        Field("actual", words.ACTUAL.say(lang), Format.MONEY),
        Field("achievement", words.ACHIEVEMENT.say(lang), Format.RATIO, formula=ratio.format(**_SAME)),
        Field("status", words.STATUS.say(lang), formula=status_formula(thresholds, lang)),
        Field("mom", words.MOM.say(lang), Format.SIGNED_RATIO),
    ]
    if any(item.last_year is not None for item in found):
        fields.append(Field("yoy", words.YOY.say(lang), Format.SIGNED_RATIO))
    fields += [
        Field("year_target", insight.YEAR_TARGET.say(lang), Format.MONEY),
        Field("year_actual", insight.YEAR_ACTUAL.say(lang), Format.MONEY),
        Field(
            "year_achievement",
            insight.YEAR_ACHIEVEMENT.say(lang),
            Format.RATIO,
            formula=ratio.format(target="year_target", actual="year_actual"),
        ),
    ]
    keys = {field.key for field in fields}
    at = {item.month: number for number, item in enumerate(found, start=1)}
    lines = tuple(_line(item, at, keys, lang) for item in found)
    series = (
        Series(BLOCK, "target", words.TARGET.say(lang), Tone.MUTED),
        Series(BLOCK, "actual", words.ACTUAL.say(lang), Tone.STRONG),
    )
    reached = (Series(BLOCK, "achievement", words.ACHIEVEMENT.say(lang), Tone.INPUT),)
    title = insight.MONTHS.say(lang)
    chart = Chart(ChartKind.COLUMN, title, (BLOCK, "month"), series, lines=reached, size=(860, 340))
    block = Block(BLOCK, tuple(fields), lines, rules=status_rules(lang))
    return Sheet(
        title, (block,), title=title, notes=(insight.MONTHS_NOTE.say(lang),), charts=(chart,), frozen_columns=1
    )


_SAME = {"target": "target", "actual": "actual"}


def _line(item: MonthFigures, at: Mapping[Month, int], keys: set[str], lang: Lang) -> Line:
    values: dict[str, CellValue] = {
        "month": item.month.label(lang),
        "status": item.status.word.say(lang),
        **{key: getattr(item, key) for key in keys - {"month", "status"}},
    }
    formulas = {}
    for key, base in (("mom", item.month.previous()), ("yoy", item.month.last_year)):
        if key in keys:
            cell = f"{{{BLOCK}:actual@{at[base]}}}" if base in at else None
            formulas[key] = f'IF(N({cell})>0,({{actual}}-{cell})/{cell},"")' if cell else ""
    number = at[item.month]
    january = next(one for month, one in at.items() if month.year == item.month.year)
    for key in ("target", "actual"):
        parts = "+".join(f"{{{BLOCK}:{key}@{one}}}" for one in range(january, number + 1))
        formulas[f"year_{key}"] = f"ROUND({parts},2)"
    return Line(values, tones=dict.fromkeys(("achievement", "status"), TONES[item.status]), formulas=formulas)
