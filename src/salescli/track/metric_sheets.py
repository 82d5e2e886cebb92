"""The sheets 指标跟踪 and 指标明细: the plan's other metrics for the team, its regions and everybody."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from salescli.excel.book import Bar, Block, CellValue, Field, Format, Line, Rule, Sheet, Tone
from salescli.excel.lights import TONES, VARIANCE, achievement_formula, status_formula, status_rules
from salescli.excel.measured import form_of
from salescli.measure.achievement import Thresholds
from salescli.measure.metric import Measure
from salescli.measure.period import Month
from salescli.measure.rounding import half_up
from salescli.track.metrics import Metric, MetricRow, Metrics
from salescli.track.monthly_sheet import FULL_BAR
from salescli.track.readings import Reading
from salescli.track.tables import MONTHLY
from salescli.track.who import Who
from salescli.words import metrics as words
from salescli.words import outlook
from salescli.words.language import Lang, Text

TEAM: Final = "metric_team"
ROWS: Final = "metric_rows"
LIVE: Final = 400_000
"""As many comparisons as the sheet may ask of a spreadsheet; beyond it the sums are written as values."""

_PLACES: Final = {Measure.MONEY: 2, Measure.COUNT: 2, Measure.RATIO: 9, Measure.NUMBER: 9}
SIGNED: Final = {
    Measure.MONEY: Format.SIGNED_MONEY,
    Measure.COUNT: Format.SIGNED_COUNT,
    Measure.RATIO: Format.POINTS,
    Measure.NUMBER: Format.SIGNED_TENTH,
}
_FIGURES: Final = ("target", "actual", "achievement", "variance", "status")


def metric_sheet(metrics: Metrics, lights: Thresholds, lang: Lang) -> Sheet:
    """The summary; for a plan none of whose other metrics can be told its note alone."""
    month = metrics.months[-1]
    blocks = [_team(metrics, lights, lang)]
    if metrics.tracked:
        blocks.append(_regions(metrics, month, lights, lang))
        blocks.append(_people(metrics, month, lights, lang))
    return Sheet(
        words.METRICS.say(lang),
        tuple(blocks),
        title=words.METRICS_TITLE.say(lang, period=month.label(lang)),
        subtitle=words.METRICS_HINT.say(lang),
        notes=untracked_notes(metrics, lang),
        freeze=False,
    )


def untracked_notes(metrics: Metrics, lang: Lang) -> tuple[str, ...]:
    """What is not tracked and what it would need, as one note."""
    listed = [
        words.NOT_KNOWN.say(lang, metric=item.name)
        if item.gauge is None
        else words.LACKING.say(lang, metric=item.name, needs=item.gauge.needs)
        for item in metrics.untracked
    ]
    joined = "、" if lang is Lang.ZH else "; "
    return (words.UNTRACKED.say(lang, listed=joined.join(listed)),) if listed else ()


def figure_line(values: dict[str, CellValue], reading: Reading, lights: Thresholds, lang: Lang, name: str = "") -> Line:
    """A line with the figures of `reading` in its own formats, and what follows from them as formulas."""
    gauge = reading.gauge
    form, light = form_of(gauge.measure, None, gauge.key), reading.status(lights)
    figures: dict[str, CellValue] = {
        "target": reading.target,
        "actual": reading.actual,
        "achievement": reading.achievement,
        "variance": reading.variance,
        "status": light.word.say(lang),
    }
    variance = f"({VARIANCE})*100" if gauge.measure is Measure.RATIO else VARIANCE
    formulas = {
        "achievement": achievement_formula(gauge.direction),
        "variance": f'IF(OR({{target}}="",{{actual}}=""),"",{variance})',
        "status": status_formula(lights, lang, places=_PLACES[gauge.measure], direction=gauge.direction),
    }
    if reading.silent:
        formulas = {}
    formats = {"target": form, "actual": form, "variance": SIGNED[gauge.measure]}
    return Line({**values, **figures}, tones={"status": TONES[light]}, formulas=formulas, formats=formats, id=name)


def figure_fields(lang: Lang) -> tuple[Field, ...]:
    """The columns of :func:`figure_line`."""
    named = {"target": words.TARGET, "actual": words.ACTUAL}
    formats = {"achievement": Format.RATIO, "status": Format.TEXT}
    return tuple(
        Field(key, (named.get(key) or MONTHLY.label(key)).say(lang), formats.get(key, Format.NUMBER), width=14)
        for key in _FIGURES
    )


def figure_rules(lang: Lang) -> tuple[Rule | Bar, ...]:
    return (*status_rules(lang, ("status",)), Bar("achievement", FULL_BAR))


def _team(metrics: Metrics, lights: Thresholds, lang: Lang) -> Block:
    """Each metric in the last month, then over all months."""
    last, months = metrics.months[-1:], metrics.months
    spans: list[tuple[str, tuple[Month, ...]]] = [(last[0].label(lang), last)]
    if len(months) > 1:
        first, end = months[0].label(lang), months[-1].label(lang)
        spans.append((outlook.SO_FAR.say(lang, first=first, last=end), months))
    lines = []
    for number, (label, span) in enumerate(spans):
        for at, metric in enumerate(metrics.tracked):
            reading = metric.total(span)
            values: dict[str, CellValue] = {
                "period": label,
                "metric": metric.name,
                "source": _joined([item.word for item in metric.bases(span)], lang),
                "origin": metric.origin.word.say(lang),
            }
            line = figure_line(values, reading, lights, lang, line_id(at, number))
            mute = () if len(span) == 1 else tuple(month for month in span if month not in metric.telling(span))
            lines.append(_live(line, metric, metrics, span if len(span) < len(months) else None, None, mute))
    fields = (
        Field("period", outlook.PERIOD.say(lang), width=30),
        Field("metric", words.METRIC.say(lang), width=18),
        *figure_fields(lang),
        Field("source", words.SOURCE.say(lang), width=14),
        Field("origin", words.TARGET_FROM.say(lang), width=14),
    )
    return Block(TEAM, fields, tuple(lines), title=words.TEAM.say(lang), rules=figure_rules(lang), filter=False)


def line_id(metric: int, span: int = 0) -> str:
    """The line of a metric in the team's block: by default that of the last month."""
    return f"m{metric}s{span}"


def _regions(metrics: Metrics, month: Month, lights: Thresholds, lang: Lang) -> Block:
    lines = []
    for metric in metrics.tracked:
        for region in metric.regions:
            reading = metric.of_region(region, [month])
            if reading.target is None and reading.part is None:
                continue
            line = figure_line({"metric": metric.name, "region": region}, reading, lights, lang)
            lines.append(_live(line, metric, metrics, (month,), "region"))
    fields = (
        Field("metric", words.METRIC.say(lang), width=18),
        Field("region", MONTHLY.label("region").say(lang), width=18),
        *figure_fields(lang),
    )
    title = words.BY_REGION.say(lang)
    return Block("metric_regions", fields, tuple(lines), title=title, rules=figure_rules(lang), filter=False)


def _live(
    line: Line,
    metric: Metric,
    metrics: Metrics,
    months: tuple[Month, ...] | None,
    part: str | None,
    mute: tuple[Month, ...] = (),
) -> Line:
    """The line with its sums over 指标明细 as formulas, where its quantities are sums at all.

    The months `mute` are no part of them.
    """
    rows = sum(len(item.rows) for item in metrics.tracked)
    if not metric.gauge.summed or rows * (len(metrics.tracked) * 2 + len(metric.regions)) > LIVE:
        return line
    conditions = [f"EXACT({{{ROWS}:metric}},{{metric}})"]
    if months is not None:
        conditions.append(f"({{{ROWS}:month}}=DATE({months[0].year},{months[0].number},1))")
    conditions += [f"({{{ROWS}:month}}<>DATE({month.year},{month.number},1))" for month in mute]
    if part is not None:
        conditions.append(f"EXACT({{{ROWS}:{part}}},{{{part}}})")
    chosen = "*".join(conditions) if len(conditions) > 1 else f"{conditions[0]}*1"

    def total(key: str) -> str:
        return f"SUMPRODUCT({chosen},{{{ROWS}:{key}}})"

    formulas = dict(line.formulas)
    if metric.gauge.ratio:
        if line.values["actual"] is not None:
            formulas["actual"] = f'IF({total("whole")}>0,{total("part")}/{total("whole")},"")'
    else:
        for key in ("target", "actual"):
            if line.values[key] is not None:
                formulas[key] = total(key)
    return replace(line, formulas=formulas)


def _people(metrics: Metrics, month: Month, lights: Thresholds, lang: Lang) -> Block:
    """A row a person, a column a metric: the achievements, coloured."""
    people: dict[Who, dict[str, Reading]] = {}
    for at, metric in enumerate(metrics.tracked):
        for who, reading in metric.by_person(month).items():
            people.setdefault(who, {})[f"m{at}"] = reading
    numbered = any(who.employee_id for who in people)
    keys = ("region", *(("employee_id",) if numbered else ()), "person")
    fields = (
        *(Field(key, MONTHLY.label(key).say(lang), width=18 if key == "region" else 14) for key in keys),
        *(Field(f"m{at}", item.name, Format.RATIO, width=14) for at, item in enumerate(metrics.tracked)),
    )
    lines = []
    for who, readings in people.items():
        named: dict[str, CellValue] = {"region": who.region, "employee_id": who.employee_id, "person": who.name}
        known = {key: item for key, item in readings.items() if item.achievement is not None}
        values = {**{key: named[key] for key in keys}, **{key: item.achievement for key, item in known.items()}}
        lines.append(Line(values, tones={key: TONES[item.status(lights)] for key, item in known.items()}))
    rules = tuple(rule for at in range(len(metrics.tracked)) for rule in _shades(f"m{at}", lights))
    return Block("metric_people", fields, tuple(lines), title=words.BY_PERSON.say(lang), rules=rules)


def _shades(key: str, lights: Thresholds) -> tuple[Rule, ...]:
    """The traffic lights of a column of achievements."""
    value = f"ROUND({{{key}}},9)"
    over = f"{value}{'>=' if lights.exceeded_owns_line else '>'}{half_up(lights.exceeded, 9)}"
    near = f"{value}{'>=' if lights.near_owns_line else '>'}{half_up(lights.near, 9)}"
    known = f"ISNUMBER({{{key}}})"
    return (
        Rule((key,), f"AND({known},{over})", Tone.GREEN),
        Rule((key,), f"AND({known},{near},NOT({over}))", Tone.YELLOW),
        Rule((key,), f"AND({known},NOT({near}))", Tone.RED),
    )


def metric_rows_sheet(metrics: Metrics, lights: Thresholds, lang: Lang) -> Sheet:
    """The rows that the summary is made of."""
    rows = [(metric, row) for metric in metrics.tracked for row in metric.rows]
    lined = any(row.slot.product is not None for _, row in rows)
    numbered = any(row.person.employee_id for _, row in rows)
    rates = any(metric.gauge.ratio for metric in metrics.tracked)
    keys = ("month", "region", *(("product",) if lined else ()), *(("employee_id",) if numbered else ()), "person")
    fields = [
        Field(key, MONTHLY.label(key).say(lang), Format.MONTH if key == "month" else Format.TEXT, width=14)
        for key in keys
    ]
    fields += [Field("metric", words.METRIC.say(lang), width=16), *figure_fields(lang)]
    if rates:
        fields += [Field(key, name.say(lang), Format.NUMBER, width=16) for key, name in _QUOTIENT]
    lines = tuple(_row(row, keys, lights, lang) for _, row in rows)
    block = Block(ROWS, tuple(fields), lines, rules=figure_rules(lang))
    name = words.DETAILS.say(lang)
    return Sheet(name, (block,), title=name, subtitle=words.DETAILS_HINT.say(lang))


_QUOTIENT: Final[tuple[tuple[str, Text], ...]] = (("part", words.PART), ("whole", words.WHOLE))


def _row(row: MetricRow, keys: Sequence[str], lights: Thresholds, lang: Lang) -> Line:
    reading = row.reading
    named: dict[str, CellValue] = {
        "month": row.month,
        "region": row.slot.region,
        "product": row.slot.product,
        "employee_id": row.person.employee_id,
        "person": row.person.name,
    }
    line = figure_line({**{key: named[key] for key in keys}, "metric": row.metric}, reading, lights, lang)
    if not reading.gauge.ratio:
        return line
    values = {**line.values, "part": reading.part, "whole": reading.whole}
    formulas = {**line.formulas, "actual": 'IF(N({whole})>0,N({part})/{whole},"")'}
    if reading.actual is None:
        formulas.pop("actual")
    return replace(line, values=values, formulas=formulas)


def _joined(parts: Sequence[Text], lang: Lang) -> str:
    return (" + ").join(part.say(lang) for part in parts)
