"""业绩达成分析表 as it is written: the declared table, its figures live, and beside each row what is to be said."""

from dataclasses import replace

from salescli.analyze.findings import remark
from salescli.analyze.formulas import change_formula, metric_status
from salescli.analyze.metrics import Metric
from salescli.analyze.result import AnalysisResult
from salescli.analyze.tables import METRICS
from salescli.excel.book import Block, CellValue, Chart, ChartKind, Field, Format, Line, Series, Sheet, Tone
from salescli.excel.lights import TONES, achievement_formula, status_rules
from salescli.excel.measured import form_of
from salescli.excel.template import fields_of
from salescli.measure.achievement import Thresholds
from salescli.measure.metric import unit_word
from salescli.words import analyze as words
from salescli.words.language import Lang

BLOCK = "metrics"
MOST_IN_CHART = 20
"""More columns than this make no chart that can be read."""


def metric_sheet(result: AnalysisResult, lang: Lang, period: str) -> Sheet | None:
    """The sheet of the team's metrics, None without any that has a target."""
    shown = headline_metrics(result)
    if not shown:
        return None
    lines = tuple(_line(at, metric, result.thresholds, lang) for at, metric in enumerate(shown, start=1))
    block = Block(BLOCK, _fields(lang), lines, rules=status_rules(lang))
    title = METRICS.sheet(lang)
    return Sheet(
        title,
        (block,),
        title=title,
        subtitle=period or None,
        charts=_charts(len(shown), lang),
        frozen_columns=1,
    )


def headline_metrics(result: AnalysisResult) -> tuple[Metric, ...]:
    """The metrics that the declared table can carry: those with a target."""
    return tuple(item for item in (*result.stated, *result.teams) if item.target is not None)


def _fields(lang: Lang) -> tuple[Field, ...]:
    signed = {"mom", "yoy"}
    return tuple(
        replace(field, format=Format.SIGNED_RATIO) if field.key in signed else field
        for field in fields_of(METRICS, lang)
    )


def _line(number: int, metric: Metric, thresholds: Thresholds, lang: Lang) -> Line:
    figures = {key: getattr(metric, key) for key in ("target", "actual", "previous", "last_year")}
    values: dict[str, CellValue] = {
        "metric": metric.name,
        "unit": unit_word(metric.unit, lang),
        **figures,
        "direction": metric.direction.word.say(lang),
        "achievement": metric.achievement,
        "status": metric.status.word.say(lang),
        "mom": metric.mom.rate,
        "yoy": metric.yoy.rate,
        "factors": metric.factors,
        "remark": remark(metric, lang),
    }
    formulas = {
        "achievement": achievement_formula(metric.direction),
        "status": metric_status(metric, thresholds, lang),
    }
    tones = {"status": TONES[metric.status], "achievement": TONES[metric.status]}
    for key, base, change in (("mom", "previous", metric.mom), ("yoy", "last_year", metric.yoy)):
        if change.stated:
            tones[key] = Tone.NOTE
        else:
            formulas[key] = change_formula(base)
    formats = {key: form_of(metric.measure, value, metric.name, metric.unit) for key, value in figures.items()}
    return Line(values, tones=tones, formulas=formulas, formats=formats, id=f"m{number}")


def _charts(count: int, lang: Lang) -> tuple[Chart, ...]:
    if not 1 < count <= MOST_IN_CHART:
        return ()
    name = METRICS.header("achievement", lang)
    series = Series(BLOCK, "achievement", name, Tone.STRONG)
    title = words.CHART_ACHIEVEMENT.say(lang)
    return (Chart(ChartKind.COLUMN, title, (BLOCK, "metric"), (series,), percent=True),)
