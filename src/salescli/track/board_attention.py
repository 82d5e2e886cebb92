"""What the board puts in front of a leader: who is most at risk, the other metrics, and what has to be looked into."""

from collections.abc import Iterable
from typing import Final

from salescli.excel.book import Bar, Block, CellValue, Field, Format, Line, Rule, Tone
from salescli.excel.lights import status_rules
from salescli.excel.measured import FORMATS
from salescli.track.account import Reason
from salescli.track.metric_sheets import SIGNED, TEAM, figure_line, line_id
from salescli.track.metrics import Metrics
from salescli.track.monthly_sheet import FULL_BAR
from salescli.track.pace import PeriodPace
from salescli.track.pace_sheet import alert_rules, alert_tone, pace_values, people_id
from salescli.track.reconcile import Matter
from salescli.track.result import TrackResult
from salescli.track.strategies import Standing
from salescli.track.tables import MONTHLY
from salescli.words import metrics as metric_words
from salescli.words import orders as order_words
from salescli.words import outlook as words
from salescli.words import track as shared
from salescli.words.language import Lang, Text

LABEL: Final = "label"
MOST_AT_RISK: Final = 5
_RISK: Final = (
    ("achievement", MONTHLY.label("achievement"), Format.RATIO),
    ("at_risk", words.AT_RISK, Format.COUNT),
    ("needed", words.NEEDED, Format.COUNT),
    ("alert", words.ALERT, Format.TEXT),
)


def risk_block(risky: PeriodPace, result: TrackResult, lang: Lang) -> Block:
    """The five people with most money at risk, as 进度预警 has them: most in front there, so its first lines."""
    fields = (
        Field(LABEL, MONTHLY.label("person").say(lang)),
        Field("region", MONTHLY.label("region").say(lang)),
        *(Field(key, name.say(lang), form) for key, name, form in _RISK),
    )
    lines = []
    for at, (who, pace) in enumerate(risky.at_risk[:MOST_AT_RISK], start=1):
        figures = pace_values(pace, result.thresholds, lang)
        name = f"{who.name}({who.employee_id})" if who.employee_id else who.name
        values: dict[str, CellValue] = {LABEL: name, "region": who.region}
        values |= {key: figures[key] for key, _, _ in _RISK}
        formulas = {key: _or_empty(f"{{{people_id(risky)}:{key}@{at}}}") for key, _, _ in _RISK}
        lines.append(Line(values, tones=alert_tone(pace, result.thresholds), formulas=formulas))
    title = words.RISK_TITLE.say(lang, period=risky.period.label(lang), count=len(risky.at_risk))
    rules: tuple[Rule | Bar, ...] = (*alert_rules(lang), Bar("achievement", FULL_BAR))
    return Block("board_risk", fields, tuple(lines), title=title, rules=rules, filter=False)


def metric_block(metrics: Metrics, result: TrackResult, lang: Lang) -> Block:
    """The plan's other metrics in the last month, as 指标跟踪 has them."""
    figures = (("target", metric_words.TARGET), ("actual", metric_words.ACTUAL))
    keys = ("achievement", "variance", "status")
    fields = (
        Field(LABEL, metric_words.METRIC.say(lang)),
        *(Field(key, name.say(lang), Format.NUMBER) for key, name in figures),
        *(
            Field(key, MONTHLY.label(key).say(lang), Format.RATIO if key == "achievement" else Format.TEXT)
            for key in keys
        ),
    )
    lines = []
    for at, metric in enumerate(metrics.tracked):
        reading = metric.total(metrics.months[-1:])
        line = figure_line({LABEL: metric.name}, reading, result.thresholds, lang)
        formulas = {
            key: _or_empty(f"{{{TEAM}:{key}@{line_id(at)}}}") for key in ("target", "actual", "achievement", "variance")
        }
        formulas["status"] = f"{{{TEAM}:status@{line_id(at)}}}"
        form = FORMATS[metric.gauge.measure]
        formats = {"target": form, "actual": form, "variance": SIGNED[metric.gauge.measure]}
        lines.append(Line(line.values, tones=line.tones, formulas=formulas, formats=formats))
    rules: tuple[Rule | Bar, ...] = (*status_rules(lang, ("status",)), Bar("achievement", FULL_BAR))
    title = metric_words.METRICS.say(lang)
    return Block("board_metrics", fields, tuple(lines), title=title, rules=rules, filter=False)


def attention_block(result: TrackResult, lang: Lang) -> Block | None:
    """What has to be looked into, counted over its own sheet, which a click opens; None when nothing has."""
    lines = tuple(
        Line(
            {LABEL: word.say(lang), "count": count, "sheet": sheet.say(lang)},
            tones={"count": Tone.YELLOW},
            formulas={"count": formula},
        )
        for word, count, sheet, formula in _matters(result, lang)
        if count
    )
    if not lines:
        return None
    fields = (
        Field(LABEL, words.MATTER.say(lang)),
        Field("count", words.MATTER_COUNT.say(lang), Format.COUNT),
        Field("sheet", words.MATTER_SHEET.say(lang), Format.LINK),
    )
    return Block("board_matters", fields, lines, title=words.MATTERS.say(lang), filter=False)


def _matters(result: TrackResult, lang: Lang) -> Iterable[tuple[Text, int, Text, str]]:
    """Each matter: its word, how many, the sheet that lists them, and the formula that counts them there."""
    if result.as_of is not None:
        yield shared.MISSING_SHORT, len(result.missing), shared.PUNCTUALITY, "COUNTA({missing:person})"
        yield shared.LATE_SHORT, len(result.late), shared.PUNCTUALITY, "COUNTA({late:person})"
    for reason in (Reason.SUPERSEDED, Reason.UNKNOWN, Reason.INVALID):
        count = sum(item.reason is reason for item in result.excluded)
        yield reason.word, count, shared.EXCLUDED, f'COUNTIF({{excluded:reason}},"{reason.word.say(lang)}")'
    differs = order_words.DIFFERS.say(lang)
    for matter in Matter:
        count = sum(item.matter is matter and not item.agrees for item in result.compared)
        formula = f'COUNTIF({{reconcile_{matter.value}:verdict}},"{differs}")'
        yield matter.word, count, order_words.RECONCILIATION, formula
    if result.orders is not None:
        yield order_words.PENDING, len(result.orders.pending), order_words.PENDING, "COUNTA({pending:order_id})"
    strategies = None if result.outlook is None else result.outlook.strategies
    if strategies is not None:
        overdue = sum(item.standing is Standing.OVERDUE for item in strategies.strategies)
        formula = f'COUNTIF({{strategies:standing}},"{Standing.OVERDUE.word.say(lang)}")'
        yield words.OVERDUE_STRATEGIES, overdue, words.STRATEGIES, formula


def _or_empty(cell: str) -> str:
    """The cell, and nothing where it holds nothing: a bare reference would read 0."""
    return f'IF({cell}="","",{cell})'
