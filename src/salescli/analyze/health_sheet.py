"""业绩体检: the five indicators at a glance, and their six months with a line for each that is known."""

from collections.abc import Iterator, Sequence

from salescli.analyze.health import Indicator, Trend
from salescli.excel.book import Block, CellValue, Chart, ChartKind, Field, Format, Line, Series, Sheet, Tone
from salescli.excel.lights import TONES, achievement_formula, status_rules
from salescli.excel.measured import form_of
from salescli.measure.metric import Measure
from salescli.words import analyze
from salescli.words import health as words
from salescli.words.language import Lang, say

_MONTHS = "health_months"
_TREND_TONES = {Trend.BETTER: Tone.GREEN, Trend.WORSE: Tone.RED, Trend.STEADY: Tone.GREY, Trend.UNKNOWN: Tone.MUTED}


def health_sheet(found: Sequence[Indicator], lang: Lang) -> Sheet | None:
    """The report; None where no indicator is known at all."""
    if not any(item.known for item in found):
        return None
    title = words.HEALTH.say(lang)
    charts = tuple(
        Chart(
            ChartKind.LINE,
            item.kind.word.say(lang),
            (_MONTHS, "month"),
            (Series(_MONTHS, item.kind.key, item.kind.word.say(lang), Tone.STRONG),),
            percent=item.kind.measure is Measure.RATIO,
            size=(420, 240),
        )
        for item in found
        if sum(value is not None for _, value in item.values) > 1
    )
    return Sheet(
        title,
        (_glance(found, lang), _months(found, lang)),
        title=title,
        notes=(words.HEALTH_NOTE.say(lang), *_before(found, lang)),
        charts=charts,
    )


def _before(found: Sequence[Indicator], lang: Lang) -> Iterator[str]:
    """What the first month shown is held against."""
    figures = tuple(f"{item.kind.told(item.before, lang)}" for item in found if item.before is not None)
    if figures:
        (first, _), *_ = found[0].values
        yield words.HEALTH_BEFORE.say(
            lang, first=first.label(lang), month=first.previous().label(lang), figures=figures
        )


def _glance(found: Sequence[Indicator], lang: Lang) -> Block:
    fields = (
        Field("indicator", words.INDICATOR.say(lang)),
        Field("actual", analyze.CURRENT.say(lang), Format.NUMBER),
        Field("mom", analyze.MOM.say(lang), Format.SIGNED_RATIO),
        Field("target", words.HEALTH_TARGET.say(lang), Format.NUMBER),
        Field("achievement", analyze.ACHIEVEMENT.say(lang), Format.RATIO),
        Field("status", analyze.STATUS.say(lang)),
        Field("trend", words.HEALTH_TREND.say(lang)),
        Field("swings", words.HEALTH_SWINGS.say(lang), Format.WRAPPED, width=44),
    )
    lines = tuple(_line(item, lang) for item in found)
    return Block("health", fields, lines, rules=status_rules(lang), filter=False)


def _line(item: Indicator, lang: Lang) -> Line:
    last, before = len(item.values), len(item.values) - 1
    key = item.kind.key
    swings = say(tuple(str(month) for month in item.swings), lang)
    values: dict[str, CellValue] = {
        "indicator": item.kind.word.say(lang),
        "actual": item.current,
        "mom": item.changes[-1],
        "target": item.target,
        "achievement": item.achievement,
        "status": item.status.word.say(lang),
        "trend": item.trend.word.say(lang),
        "swings": swings or None if item.known else item.kind.needs.say(lang),
    }
    base = f"{{{_MONTHS}:{key}@{before}}}"
    formulas: dict[str, str] = {}
    if item.current is not None:
        formulas["actual"] = f"{{{_MONTHS}:{key}@{last}}}"
        formulas["achievement"] = achievement_formula(item.kind.direction)
        formulas["mom"] = f'IF(N({base})<=0,"",({{actual}}-{base})/{base})'
    tones = {
        "status": TONES[item.status],
        "achievement": TONES[item.status],
        "trend": _TREND_TONES[item.trend],
        "swings": Tone.YELLOW if item.known and swings else Tone.MUTED,
    }
    formats = dict.fromkeys(("actual", "target"), _form(item))
    return Line(values, tones=tones, formulas=formulas, formats=formats)


def _form(item: Indicator) -> Format:
    return form_of(item.kind.measure, None, item.kind.key)


def _months(found: Sequence[Indicator], lang: Lang) -> Block:
    fields = (
        Field("month", words.HEALTH_MONTH.say(lang)),
        *(Field(item.kind.key, item.kind.word.say(lang), _form(item)) for item in found),
    )
    lines = []
    for at, (month, _) in enumerate(found[0].values):
        values: dict[str, CellValue] = {
            "month": month.label(lang),
            **{item.kind.key: item.values[at][1] for item in found},
        }
        tones = {item.kind.key: Tone.YELLOW for item in found if month in item.swings}
        lines.append(Line(values, tones=tones))
    return Block(_MONTHS, fields, tuple(lines), filter=False)
