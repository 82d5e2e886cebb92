"""关键指标: metrics against target, gaps that are left, and the indicators people stated before and after."""

from collections.abc import Sequence
from typing import Final

from salescli.analyze.findings import remark
from salescli.analyze.formulas import metric_status
from salescli.analyze.gaps import Gap
from salescli.excel.book import Block, CellValue, Chart, ChartKind, Field, Format, Line, Series, Sheet, Tone
from salescli.excel.lights import TONES, achievement_formula, reached_fields, reached_line, status_formula, status_rules
from salescli.excel.measured import form_of
from salescli.measure.achievement import Direction, Thresholds
from salescli.measure.metric import Measure
from salescli.review.indicators import Indicator
from salescli.review.result import ReviewResult, SourcedMetric
from salescli.review.spans import ReviewPeriod
from salescli.review.weekly import Step
from salescli.track.tables import WEEKLY
from salescli.words import review as words
from salescli.words.language import Lang

PROCESS, METRICS, GAPS, RATIOS, OTHERS = "process", "metrics", "gaps", "ratios", "others"


def indicator_sheet(result: ReviewResult, lang: Lang) -> Sheet | None:
    """Metrics, gaps and the figures stated in the summaries; None without any of them."""
    ratios = [item for item in result.indicators if item.measure is Measure.RATIO]
    others = [item for item in result.indicators if item.measure is not Measure.RATIO]
    blocks = []
    if result.steps:
        blocks.append(_process(result.steps, result.thresholds, lang))
    if result.metrics:
        blocks.append(_metrics(result.metrics, result.period, result.thresholds, lang))
    if result.gaps:
        blocks.append(_gaps(result.gaps, lang))
    if ratios:
        blocks.append(_stated(RATIOS, words.RATIO_INDICATORS.say(lang), ratios, result.thresholds, lang))
    if others:
        blocks.append(_stated(OTHERS, words.OTHER_INDICATORS.say(lang), others, result.thresholds, lang))
    if not blocks:
        return None
    title = words.INDICATORS.say(lang)
    charts = (_chart(lang),) if any(item.after is not None for item in ratios) else ()
    targeted = any(step.target is not None for step in result.steps)
    charts = (_process_chart(targeted, lang), *charts) if result.steps else charts
    notes = (words.PROCESS_TARGET_NOTE.say(lang),) if targeted else ()
    return Sheet(title, tuple(blocks), title=title, notes=notes, charts=charts, frozen_columns=1)


def _process(found: Sequence[Step], thresholds: Thresholds, lang: Lang) -> Block:
    """The steps of a week beside its targets, where any is known, and the week before."""
    fields = [Field("step", words.PROCESS_STEP.say(lang)), Field("actual", words.PROCESS_NOW.say(lang), Format.COUNT)]
    aimed = any(step.target is not None for step in found)
    if aimed:
        fields.insert(1, Field("target", words.PROCESS_TARGET.say(lang), Format.COUNT))
        fields.append(Field("achievement", words.ACHIEVEMENT.say(lang), Format.RATIO))
        fields.append(Field("status", words.STATUS.say(lang)))
    fields += [
        Field("before", words.PROCESS_BEFORE.say(lang), Format.COUNT),
        Field(
            "change",
            words.PROCESS_CHANGE.say(lang),
            Format.SIGNED_RATIO,
            formula='IF(N({before})>0,IF(ISNUMBER({actual}),({actual}-{before})/{before},""),"")',
        ),
    ]
    lines = tuple(_step(step, thresholds, lang, aimed=aimed) for step in found)
    title, rules = words.PROCESS_BLOCK.say(lang), status_rules(lang) if aimed else ()
    return Block(PROCESS, tuple(fields), lines, title=title, rules=rules, filter=False)


def _step(step: Step, thresholds: Thresholds, lang: Lang, *, aimed: bool) -> Line:
    values: dict[str, CellValue] = {
        "step": step_name(step, lang),
        "actual": step.now,
        "before": step.before,
        "change": step.change,
    }
    if not aimed:
        return Line(values)
    status = step.status(thresholds)
    values |= {"target": step.target, "achievement": step.achievement}
    live = {"achievement": achievement_formula(), "status": status_formula(thresholds, lang, places=0)}
    return reached_line(values, status, lang, {} if step.now is None or step.target is None else live)


def step_name(step: Step, lang: Lang) -> str:
    """A step as the report calls it."""
    return WEEKLY.header(step.key, lang)


def _process_chart(targeted: bool, lang: Lang) -> Chart:
    series = [
        Series(PROCESS, "before", words.PROCESS_BEFORE.say(lang), Tone.INPUT if targeted else Tone.MUTED),
        Series(PROCESS, "actual", words.PROCESS_NOW.say(lang), Tone.STRONG),
    ]
    if targeted:
        series.insert(1, Series(PROCESS, "target", words.PROCESS_TARGET.say(lang), Tone.MUTED))
    return Chart(ChartKind.COLUMN, words.CHART_PROCESS.say(lang), (PROCESS, "step"), tuple(series), block=PROCESS)


def _metrics(found: Sequence[SourcedMetric], period: ReviewPeriod, thresholds: Thresholds, lang: Lang) -> Block:
    fields = (
        Field("name", words.METRIC.say(lang)),
        Field("source", words.SOURCE.say(lang)),
        *reached_fields(words.METRIC_TARGET, words.METRIC_ACTUAL, words.ACHIEVEMENT, words.STATUS, lang),
        Field("mom", words.MOM.say(lang), Format.SIGNED_RATIO),
        Field("against", words.MOM_AGAINST.say(lang)),
        Field("yoy", words.YOY.say(lang), Format.SIGNED_RATIO),
        Field("remark", words.REMARK.say(lang), Format.WRAPPED),
    )
    lines = tuple(_metric(item, period, thresholds, lang) for item in found)
    title, rules = words.METRIC_BLOCK.say(lang), status_rules(lang)
    return Block(METRICS, fields, lines, title=title, rules=rules, filter=False)


def _metric(item: SourcedMetric, period: ReviewPeriod, thresholds: Thresholds, lang: Lang) -> Line:
    metric, against = item.metric, item.against(period)
    values: dict[str, CellValue] = {
        "name": metric.name,
        "source": item.label(lang),
        "target": metric.target,
        "actual": metric.actual,
        "achievement": metric.achievement,
        "mom": metric.mom.rate,
        "against": None if against is None else against.label(lang),
        "yoy": metric.yoy.rate,
        "remark": remark(metric, lang),
    }
    live = {
        "achievement": achievement_formula(metric.direction),
        "status": metric_status(metric, thresholds, lang),
    }
    formats = {
        key: form_of(metric.measure, getattr(metric, key), metric.name, metric.unit) for key in ("target", "actual")
    }
    return reached_line(values, metric.status, lang, live, formats)


def _gaps(found: Sequence[Gap], lang: Lang) -> Block:
    fields = (
        Field("name", words.METRIC.say(lang)),
        Field("current", words.CURRENT.say(lang), Format.NUMBER),
        Field("goal", words.YEAR_TARGET.say(lang), Format.NUMBER),
        Field("gap", words.GAP.say(lang), Format.NUMBER),
        Field("rate", words.GAP_RATE.say(lang), Format.RATIO, formula='IF(N({goal})>0,{gap}/{goal},"")'),
    )
    lines = []
    for item in found:
        near, far = ("{goal}", "{current}") if item.direction is Direction.HIGHER else ("{current}", "{goal}")
        figures = {"current": item.current, "goal": item.target, "gap": item.gap}
        lines.append(
            Line(
                {"name": item.name, **figures, "rate": item.rate},
                formulas={"gap": f"ROUND(MAX({near}-{far},0),9)"},
                formats={key: form_of(item.measure, value, item.name, item.unit) for key, value in figures.items()},
            )
        )
    return Block(GAPS, fields, tuple(lines), title=words.GAP_BLOCK.say(lang), filter=False)


def _stated(block: str, title: str, found: Sequence[Indicator], thresholds: Thresholds, lang: Lang) -> Block:
    fields = (
        Field("name", words.METRIC.say(lang)),
        Field("period", words.PERIOD.say(lang)),
        Field("before", words.BEFORE.say(lang), Format.NUMBER),
        Field("after", words.AFTER.say(lang), Format.NUMBER),
        Field("change", words.CHANGE.say(lang), Format.NUMBER),
        Field("target", words.STATED_TARGET.say(lang), Format.NUMBER),
        Field("status", words.STATUS.say(lang)),
        Field("rate", words.RELATIVE.say(lang), Format.SIGNED_RATIO),
        Field("text", words.STATED_TEXT.say(lang), Format.WRAPPED),
    )
    lines = tuple(_stated_line(item, thresholds, lang) for item in found)
    return Block(block, fields, lines, title=title, rules=status_rules(lang, ("status",)), filter=False)


def _stated_line(item: Indicator, thresholds: Thresholds, lang: Lang) -> Line:
    status = item.status(thresholds)
    known = item.achievement is not None
    figures = {key: getattr(item, key) for key in ("before", "after", "target")}
    formats = {key: form_of(item.measure, value, item.name, item.unit) for key, value in figures.items()}
    formats["change"] = CHANGES[item.measure]
    live = item.before is not None and item.after is not None
    return Line(
        {
            "name": item.name,
            "period": item.period,
            **figures,
            "change": item.change,
            "rate": item.rate,
            "status": status.word.say(lang) if known else None,
            "text": item.text,
        },
        tones={"status": TONES[status]} if known else {},
        formulas=live_change(item.measure) if live else {},
        formats=formats,
    )


def live_change(measure: Measure) -> dict[str, str]:
    """The formulas of a change from before to after; between ratios it is in points."""
    points = measure is Measure.RATIO
    return {
        "change": "ROUND(({after}-{before})*100,7)" if points else "ROUND({after}-{before},9)",
        "rate": 'IF({before}>0,({after}-{before})/{before},"")',
    }


CHANGES: Final = {
    Measure.RATIO: Format.POINTS,
    Measure.MONEY: Format.SIGNED_MONEY,
    Measure.COUNT: Format.SIGNED_COUNT,
    Measure.NUMBER: Format.SIGNED_TENTH,
}


def _chart(lang: Lang) -> Chart:
    series = tuple(
        Series(RATIOS, key, word.say(lang), tone)
        for key, word, tone in (
            ("before", words.BEFORE, Tone.INPUT),
            ("target", words.STATED_TARGET, Tone.MUTED),
            ("after", words.AFTER, Tone.STRONG),
        )
    )
    return Chart(
        ChartKind.COLUMN, words.CHART_INDICATORS.say(lang), (RATIOS, "name"), series, percent=True, block=RATIOS
    )
