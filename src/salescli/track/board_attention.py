"""What the board puts in front of a leader: who is most at risk, the other metrics, and what has to be looked into."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from salescli.excel.book import Bar, Block, CellValue, Field, Format, Line, Rule, Tone
from salescli.excel.lights import status_rules
from salescli.excel.measured import form_of
from salescli.track.account import Reason
from salescli.track.figures import NOTHING
from salescli.track.metric_sheets import SIGNED, TEAM, figure_line, line_id
from salescli.track.metrics import Metrics
from salescli.track.monthly_sheet import FULL_BAR
from salescli.track.pace import PeriodPace
from salescli.track.pace_sheet import alert_rules, alert_tone, pace_values, people_id
from salescli.track.reconcile import Matter
from salescli.track.result import TrackResult
from salescli.track.selfcheck_sheet import MISSING
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
        values: dict[str, CellValue] = {LABEL: who.called, "region": risky.region(who)}
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
        form = form_of(metric.gauge.measure, None, metric.gauge.key)
        formats = {"target": form, "actual": form, "variance": SIGNED[metric.gauge.measure]}
        lines.append(Line(line.values, tones=line.tones, formulas=formulas, formats=formats))
    rules: tuple[Rule | Bar, ...] = (*status_rules(lang, ("status",)), Bar("achievement", FULL_BAR))
    title = metric_words.METRICS.say(lang)
    return Block("board_metrics", fields, tuple(lines), title=title, rules=rules, filter=False)


@dataclass(frozen=True, slots=True)
class Concern:
    """Something to look into: how often, on which sheet, and the yuan it is about, where there are any.

    `counted` and `summed` are the formulas that find both on that sheet.
    """

    word: Text
    count: int
    sheet: Text
    counted: str
    amount: Decimal | None = None
    summed: str | None = None


def attention_block(result: TrackResult, lang: Lang) -> Block | None:
    """What has to be looked into, counted over its own sheet, which a click opens; None when nothing has."""
    found = [item for item in _concerns(result, lang) if item.count]
    if not found:
        return None
    money = any(item.amount is not None for item in found)
    fields = (
        Field(LABEL, words.MATTER.say(lang)),
        Field("count", words.MATTER_COUNT.say(lang), Format.COUNT),
        *((Field("amount", words.MATTER_AMOUNT.say(lang), Format.MONEY),) if money else ()),
        Field("sheet", words.MATTER_SHEET.say(lang), Format.LINK),
    )
    lines = tuple(_concern_line(item, lang) for item in found)
    notes = (words.MATTERS_HINT.say(lang),) if money else ()
    return Block("board_matters", fields, lines, title=words.MATTERS.say(lang), notes=notes, filter=False)


def _concern_line(item: Concern, lang: Lang) -> Line:
    values: dict[str, CellValue] = {LABEL: item.word.say(lang), "count": item.count, "sheet": item.sheet.say(lang)}
    formulas = {"count": item.counted}
    if item.amount is not None and item.summed is not None:
        values["amount"] = item.amount
        formulas["amount"] = item.summed
    return Line(values, tones={"count": Tone.YELLOW}, formulas=formulas)


def _concerns(result: TrackResult, lang: Lang) -> Iterable[Concern]:
    """Money that does not count comes first, then who has to be reminded."""
    for reason in (Reason.UNKNOWN, Reason.INVALID, Reason.SUPERSEDED):
        rows = [item for item in result.excluded if item.reason is reason]
        word = f'"{reason.word.say(lang)}"'
        known = [item.sales for item in rows if item.sales is not None]
        yield Concern(
            reason.word,
            len(rows),
            shared.EXCLUDED,
            f"COUNTIF({{excluded:reason}},{word})",
            sum(known, NOTHING) if known and reason is not Reason.SUPERSEDED else None,
            f"SUMIFS({{excluded:sales}},{{excluded:reason}},{word})",
        )
    strange = [item for item in result.excluded if item.unplanned]
    phrase = f'"*{shared.UNPLANNED.say(lang)}"'
    yield Concern(
        shared.UNPLANNED_SHORT,
        len(strange),
        shared.EXCLUDED,
        f"COUNTIF({{excluded:detail}},{phrase})",
        sum((item.sales for item in strange if item.sales is not None), NOTHING),
        f"SUMIFS({{excluded:sales}},{{excluded:detail}},{phrase})",
    )
    if result.orders is not None:
        strangers = [item.sales or NOTHING for item in result.orders.excluded if item.reason is Reason.UNKNOWN]
        word = f'"{Reason.UNKNOWN.word.say(lang)}"'
        yield Concern(
            order_words.ORDERS_UNKNOWN,
            len(strangers),
            order_words.PENDING,
            f"COUNTIF({{orders_left_out:reason}},{word})",
            sum(strangers, NOTHING),
            f"SUMIFS({{orders_left_out:amount}},{{orders_left_out:reason}},{word})",
        )
        amount = sum((deal.row.amount for deal in result.orders.pending), NOTHING)
        counted, summed = "COUNTA({pending:order_id})", "SUM({pending:amount})"
        pending = order_words.PENDING
        yield Concern(pending, len(result.orders.pending), pending, counted, amount, summed)
    differs = f'"{order_words.DIFFERS.say(lang)}"'
    for matter in Matter:
        block = f"reconcile_{matter.value}"
        differences = [item.difference for item in result.compared if item.matter is matter and not item.agrees]
        yield Concern(
            matter.word,
            len(differences),
            order_words.RECONCILIATION,
            f"COUNTIF({{{block}:verdict}},{differs})",
            sum(differences, NOTHING),
            f"SUMIFS({{{block}:difference}},{{{block}:verdict}},{differs})",
        )
    if result.as_of is not None:
        yield Concern(shared.MISSING_SHORT, len(result.missing), shared.PUNCTUALITY, "COUNTA({missing:person})")
        yield Concern(shared.LATE_SHORT, len(result.late), shared.PUNCTUALITY, "COUNTA({late:person})")
    checks = None if result.outlook is None else result.outlook.selfcheck
    if checks is not None:
        yield Concern(
            words.CHECK_MISSING_SHORT, len(checks.missing), words.CHECK_SUMMARY, f"COUNTA({{{MISSING}:person}})"
        )
    strategies = None if result.outlook is None else result.outlook.strategies
    if strategies is not None:
        overdue = sum(item.standing is Standing.OVERDUE for item in strategies.strategies)
        formula = f'COUNTIF({{strategies:standing}},"{Standing.OVERDUE.word.say(lang)}")'
        yield Concern(words.OVERDUE_STRATEGIES, overdue, words.STRATEGIES, formula)


def _or_empty(cell: str) -> str:
    """The cell, and nothing where it holds nothing: a bare reference would read 0."""
    return f'IF({cell}="","",{cell})'
