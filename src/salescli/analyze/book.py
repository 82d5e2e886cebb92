"""The analysis workbook: conclusions and contents first, then the sheets they come from, definitions last."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from salescli.analyze.benchmark_sheet import benchmark_sheet
from salescli.analyze.customer_sheets import classes_sheet, customers_sheet, to_call_sheet
from salescli.analyze.definitions_sheet import definitions_sheet
from salescli.analyze.diagnosis import PROBLEMS
from salescli.analyze.drill import Breakdown
from salescli.analyze.driver_sheets import drivers_sheet
from salescli.analyze.effects_sheet import volume_price_sheet
from salescli.analyze.funnel_sheet import funnel_sheet, needed_sheet
from salescli.analyze.health_sheet import health_sheet
from salescli.analyze.heat_sheet import heat_sheet
from salescli.analyze.metric_sheet import BLOCK as METRIC_BLOCK
from salescli.analyze.metric_sheet import headline_metrics, metric_sheet
from salescli.analyze.metrics import Metric
from salescli.analyze.mix_sheet import mix_sheet
from salescli.analyze.months_sheet import months_sheet
from salescli.analyze.part_sheets import part_sheets
from salescli.analyze.problem_sheets import quadrant_sheet, whys_sheet
from salescli.analyze.result import AnalysisResult, Conclusion
from salescli.analyze.scope import PARTS, sheet_name
from salescli.analyze.status_sheet import status_sheet
from salescli.analyze.tracked_sheet import tracked_sheet
from salescli.excel.book import Block, Book, Field, Format, Line, Sheet, Tone
from salescli.excel.findings import findings_sheet
from salescli.excel.lights import TONES, status_rules
from salescli.excel.measured import form_of
from salescli.excel.records import InvalidRow
from salescli.excel.template import fields_of, line_of
from salescli.table.problem import Problem
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words import analyze as words
from salescli.words import customers as customer_words
from salescli.words import drivers as driver_words
from salescli.words import funnel as funnel_words
from salescli.words import health as health_words
from salescli.words import insight
from salescli.words import mix as mix_words
from salescli.words import problems as problem_words
from salescli.words.language import Lang, Text


def analysis_book(
    result: AnalysisResult, problems: Sequence[Problem], invalid: Sequence[InvalidRow], lang: Lang
) -> Book:
    """The whole workbook in `lang`."""
    period = result.period(lang)
    findings = findings_sheet(problems, invalid, lang)
    pages: list[tuple[Sheet | None, Text]] = [
        (metric_sheet(result, lang, period), words.ABOUT_METRICS),
        *((sheet, _about(sheet, lang)) for sheet in part_sheets(result.breakdowns, result.thresholds, lang, period)),
        (tracked_sheet(result.tracked, result.thresholds, lang, period), insight.ABOUT_TRACKED),
        (_dated(months_sheet(result.months, result.thresholds, lang), result, lang), insight.ABOUT_MONTHS),
        (_dated(heat_sheet(result.heat, result.thresholds, lang), result, lang), insight.ABOUT_HEAT),
        (drivers_sheet(result.breakdowns, lang, period), driver_words.ABOUT_DRIVERS),
        (volume_price_sheet(result.volume_price, lang, period), driver_words.ABOUT_VOLUME_PRICE),
        (mix_sheet(result.mix, result.strangers, lang, period), mix_words.ABOUT_MIX),
        (_dated(health_sheet(result.health, lang), result, lang), health_words.ABOUT_HEALTH),
        (benchmark_sheet(result.marks, lang, period), health_words.ABOUT_BENCHMARKS),
        (None if result.gaps is None else status_sheet(tuple(result.gaps), lang), words.ABOUT_STATUS),
        *_funnel(result, lang),
        (_kept(PROBLEMS, result.problems, lang), words.ABOUT_KEPT),
        (quadrant_sheet(result.order, lang), problem_words.ABOUT_PROBLEM_ORDER),
        (whys_sheet(result.whys, lang), problem_words.ABOUT_WHYS),
        *_customers(result, lang),
        (definitions_sheet(result, lang), words.ABOUT_DEFINITIONS),
        (findings, words.ABOUT_FINDINGS),
    ]
    shown = [(sheet, about) for sheet, about in pages if sheet is not None]
    title = words.BOOK_TITLE.say(lang, period=period).strip()
    contents = _contents(result, shown, title, lang)
    return Book((contents, *(sheet for sheet, _ in shown)), title, lang)


def _dated(sheet: Sheet | None, result: AnalysisResult, lang: Lang) -> Sheet | None:
    """A sheet of several months, with the word that its last one is still open."""
    if sheet is None or result.month is None or result.open_until is None:
        return sheet
    said = insight.SAID_OPEN.say(lang, month=result.month.label(lang), day=result.open_until)
    return replace(sheet, notes=(said, *sheet.notes))


def _funnel(result: AnalysisResult, lang: Lang) -> list[tuple[Sheet | None, Text]]:
    if not result.funnel:
        return []
    stages = tuple(result.funnel)
    return [
        (funnel_sheet(stages, lang), words.ABOUT_FUNNEL),
        (needed_sheet(stages, lang), funnel_words.ABOUT_FUNNEL_NEEDED),
    ]


def _customers(result: AnalysisResult, lang: Lang) -> list[tuple[Sheet | None, Text]]:
    found, rules = result.portfolio, result.rules
    if found is None or not found.customers:
        return []
    return [
        (customers_sheet(found, rules, lang), customer_words.ABOUT_CUSTOMERS),
        (classes_sheet(found, rules, lang), customer_words.ABOUT_CLASSES),
        (to_call_sheet(found, lang), customer_words.ABOUT_TO_CALL),
    ]


def _about(sheet: Sheet, lang: Lang) -> Text:
    cut = next(cut for cut in PARTS if sheet_name(cut, lang) == sheet.name)
    return Text(*(words.ABOUT_COMPARISON.say(each, cut=words.CUT_PHRASES[cut.value]) for each in Lang))


def _contents(result: AnalysisResult, shown: Sequence[tuple[Sheet, Text]], title: str, lang: Lang) -> Sheet:
    blocks = []
    headlines = headline_metrics(result)
    if headlines:
        lines = tuple(_headline(at, metric, lang) for at, metric in enumerate(headlines, start=1))
        said = words.CONTENTS_HEADLINES.say(lang)
        blocks.append(Block("headlines", _headline_fields(lang), lines, said, rules=status_rules(lang), filter=False))
    movers = [item for item in result.breakdowns if item.compared]
    if movers:
        blocks.append(_movers(movers, lang))
    if result.conclusions:
        blocks.append(_said(result.conclusions, [sheet.name for sheet, _ in shown], lang))
    fields = (
        Field("sheet", words.CONTENTS_SHEET.say(lang), Format.LINK),
        Field("about", words.CONTENTS_ABOUT.say(lang)),
    )
    listed = tuple(Line({"sheet": sheet.name, "about": about.say(lang)}) for sheet, about in shown)
    blocks.append(Block("contents", fields, listed, words.CONTENTS.say(lang), filter=False))
    return Sheet(words.CONTENTS.say(lang), tuple(blocks), title=title, tab=Tone.STRONG, on_one_page=True)


_SAID_TONES = {"red": Tone.RED, "yellow": Tone.YELLOW, "green": Tone.GREEN}


def _said(found: Sequence[Conclusion], names: Sequence[str], lang: Lang) -> Block:
    """A sentence a conclusion; its topic opens the sheet with the figures."""
    fields = (
        Field("topic", insight.SAID_TOPIC.say(lang)),
        Field("sentence", words.CONTENTS_HEADLINES.say(lang), Format.WRAPPED, width=44),
    )
    lines = []
    for item in found:
        topic = item.sheet.say(lang)
        tones = {"sentence": _SAID_TONES[item.style]} if item.style in _SAID_TONES else {}
        links = {"topic": topic} if topic in names else {}
        lines.append(Line({"topic": topic, "sentence": item.sentence.say(lang)}, tones=tones, links=links))
    return Block("said", fields, tuple(lines), insight.SAID.say(lang), filter=False)


def _headline_fields(lang: Lang) -> tuple[Field, ...]:
    return (
        Field("metric", words.CONTENTS_METRIC.say(lang)),
        Field("target", words.TARGET.say(lang), Format.NUMBER),
        Field("actual", words.ACTUAL.say(lang), Format.NUMBER),
        Field("achievement", words.ACHIEVEMENT.say(lang), Format.RATIO),
        Field("status", words.STATUS.say(lang)),
        Field("mom", words.MOM.say(lang), Format.SIGNED_RATIO),
        Field("yoy", words.YOY.say(lang), Format.SIGNED_RATIO),
    )


def _headline(number: int, metric: Metric, lang: Lang) -> Line:
    """A metric by reference to its own sheet, so that it follows what is changed there."""
    values = {
        "metric": metric.name,
        "target": metric.target,
        "actual": metric.actual,
        "achievement": metric.achievement,
        "status": metric.status.word.say(lang),
        "mom": metric.mom.rate,
        "yoy": metric.yoy.rate,
    }
    formulas = {key: f"{{{METRIC_BLOCK}:{key}@m{number}}}" for key in values if key != "metric"}
    formats = {
        key: form_of(metric.measure, getattr(metric, key), metric.name, metric.unit) for key in ("target", "actual")
    }
    tones = {"status": TONES[metric.status], "achievement": TONES[metric.status]}
    return Line(values, tones=tones, formulas=formulas, formats=formats)


def _movers(found: Sequence[Breakdown], lang: Lang) -> Block:
    """Which part of each cut gained most and which lost most."""
    money = Format.SIGNED_MONEY
    fields = (
        Field("of", words.MOVER_OF.say(lang)),
        Field("up", words.MOVER_UP.say(lang)),
        Field("gained", words.MOVER_CHANGE.say(lang), money),
        Field("down", words.MOVER_DOWN.say(lang)),
        Field("lost", words.MOVER_CHANGE.say(lang), money),
    )
    lines = []
    for item in found:
        up, down = item.gained_most, item.lost_most
        lines.append(
            Line(
                {
                    "of": words.BREAKDOWN_TITLE.say(lang, metric=item.metric, cut=item.cut.word),
                    "up": up.metric.scope.label(lang) if up else None,
                    "gained": up.change if up else None,
                    "down": down.metric.scope.label(lang) if down else None,
                    "lost": down.change if down else None,
                }
            )
        )
    return Block("movers", fields, tuple(lines), words.MOVERS.say(lang), filter=False)


def _kept(table: Table[Any], rows: Sequence[Row] | None, lang: Lang) -> Sheet | None:
    """A table that is handed on as it was read."""
    if rows is None:
        return None
    lines = tuple(Line(line_of(table, row, lang)) for row in rows)
    title = table.sheet(lang)
    return Sheet(title, (Block(table.name, fields_of(table, lang), lines),), title=title, frozen_columns=1)
