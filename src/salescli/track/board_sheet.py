"""The sheet 看板: how the last month stands, as a whole, by region and product line, and month by month.

Every figure is a formula over 月度跟踪. Names are compared with EXACT, which knows neither wildcards nor case.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from salescli.excel.book import (
    Bar,
    Block,
    CellValue,
    Chart,
    ChartKind,
    Field,
    Format,
    Line,
    Rule,
    Series,
    Sheet,
    Side,
    Tone,
)
from salescli.excel.lights import status_rules
from salescli.measure.achievement import Status
from salescli.measure.money import grouped
from salescli.measure.period import Month
from salescli.measure.ratio import percent
from salescli.track.board import Board
from salescli.track.board_attention import attention_block, metric_block, risk_block
from salescli.track.board_outlook import course_block, light_block, pace_block
from salescli.track.figures import Figures
from salescli.track.monthly_sheet import (
    BLOCK,
    FULL_BAR,
    figure_fields,
    figure_values,
    silent_notes,
    status_tone,
    told_total,
    total_label,
)
from salescli.track.result import TrackResult
from salescli.track.tables import MONTHLY
from salescli.track.trend_sheet import weeks_chart
from salescli.words import track as words
from salescli.words.language import Lang

LABEL: Final = "label"
FIGURES: Final = ("target", "actual", "achievement", "variance", "status")
CHART_SIZE: Final = (560, 250)


def board_sheet(result: TrackResult, lang: Lang) -> Sheet:
    """The first sheet of the workbook."""
    board = result.board
    outlook = result.outlook
    blocks = [_headline(result, board, lang)]
    if (matters := attention_block(result, lang)) is not None:
        blocks.append(matters)
    if outlook is not None and outlook.paces:
        blocks.append(pace_block(outlook, result, lang))
        if outlook.risky is not None:
            blocks.append(risk_block(outlook.risky, result, lang))
    if outlook is not None:
        blocks.append(light_block(result, lang))
    if result.metrics is not None and result.metrics.tracked:
        blocks.append(metric_block(result.metrics, result, lang))
    blocks.append(_group(result, lang, "region", words.BY_REGION.say(lang), board.regions))
    if any(product is not None for product, _ in board.products):
        blocks.append(_group(result, lang, "product", words.BY_PRODUCT.say(lang), board.products))
    if len(board.trend) > 1:
        blocks.append(_trend(result, board, lang))
    if outlook is not None and outlook.trend is not None:
        blocks.append(course_block(outlook.trend, lang))
    return Sheet(
        words.BOARD.say(lang),
        tuple(blocks),
        title=words.BOARD_TITLE.say(lang, month=_month_name(board.month, lang)),
        subtitle=" · ".join(_said(result, board, lang)),
        notes=(*silent_notes(result, lang), _legend(result, lang)),
        charts=(*_weeks(result, lang), *_charts(blocks, lang)),
        tab=Tone.STRONG,
        freeze=False,
    )


def _said(result: TrackResult, board: Board, lang: Lang) -> Iterable[str]:
    yield words.PEOPLE.say(lang, count=board.people)
    if result.as_of is not None:
        yield words.AS_OF.say(lang, day=result.as_of)
        yield words.MISSING_COUNT.say(lang, count=len(result.missing))
        yield words.LATE_COUNT.say(lang, count=len(result.late))
    if result.uncounted:
        yield words.NOT_COUNTED.say(lang, amount=grouped(result.uncounted))


def _legend(result: TrackResult, lang: Lang) -> str:
    lights = result.thresholds
    return words.LEGEND.say(
        lang,
        near=percent(lights.near, 0),
        top=percent(lights.exceeded, 0),
        behind=Status.BEHIND.word,
        middle=Status.NEAR.word,
        exceeded=Status.EXCEEDED.word,
        no_target=Status.NO_TARGET.word,
        no_data=Status.NO_DATA.word,
    )


def _headline(result: TrackResult, board: Board, lang: Lang) -> Block:
    label = words.ALL_ROWS.say(lang) if board.month is None else board.month
    line = Line(
        {LABEL: label, **figure_values(board.figures, result.thresholds, lang)},
        tones=status_tone(board.figures, result.thresholds),
        formulas={key: _sum(key, _in_month(board.month, f"{{{LABEL}}}")) for key in _summed(board.figures)},
        formats={LABEL: Format.MONTH},
    )
    fields = _fields(result, words.PERIOD.say(lang), lang, totals=False)
    return _block("headline", fields, (line,), words.HEADLINE.say(lang), lang)


def _group(
    result: TrackResult, lang: Lang, key: str, title: str, groups: Iterable[tuple[str | None, Figures]]
) -> Block:
    """One line a region or product line of the board's month."""
    month = _in_month(result.board.month, f"{{headline:{LABEL}@1}}")
    lines = []
    for name, figures in groups:
        same = f"EXACT({{{BLOCK}:{key}}},{f'{{{LABEL}}}' if name is not None else _quoted('')})"
        lines.append(
            Line(
                {
                    LABEL: words.NO_PRODUCT.say(lang) if name is None else name,
                    **figure_values(figures, result.thresholds, lang),
                },
                tones=status_tone(figures, result.thresholds),
                formulas={part: _sum(part, month, same) for part in _summed(figures)},
            )
        )
    fields = _fields(result, MONTHLY.label(key).say(lang), lang)
    return _block(key, fields, tuple(lines), title, lang, _total(result, result.board.figures, lang))


def _trend(result: TrackResult, board: Board, lang: Lang) -> Block:
    """One line a month; its name is a text, because a chart would show a date's number."""
    lines = tuple(
        Line(
            {
                LABEL: words.UNDATED.say(lang) if month is None else month.label(lang),
                **figure_values(figures, result.thresholds, lang),
            },
            tones=status_tone(figures, result.thresholds),
            formulas={part: _sum(part, f"({{{BLOCK}:month}}={_first_day(month)})") for part in _summed(figures)},
        )
        for month, figures in board.trend
    )
    fields = told_total("trend", _fields(result, MONTHLY.label("month").say(lang), lang), result)
    total = _total(result, result.totals, lang, total_label(result, lang))
    return _block("trend", fields, lines, words.TREND.say(lang), lang, total)


def _summed(figures: Figures) -> tuple[str, ...]:
    """The columns of a line that are sums: nothing is added up where nobody told anything."""
    return ("target", "actual") if figures.told else ("target",)


def _fields(result: TrackResult, label: str, lang: Lang, *, totals: bool = True) -> tuple[Field, ...]:
    silent = bool(result.silent)
    figures = figure_fields(FIGURES, result.thresholds, lang, silent=silent)
    if silent and not result.board.figures.told:
        figures = tuple(replace(item, total=None) if item.key == "actual" else item for item in figures)
    if not totals:
        figures = tuple(replace(item, total=None) for item in figures)
    widths = {"target": 18, "actual": 18, "achievement": 16, "variance": 18, "status": 14}
    return (Field(LABEL, label, width=18), *(replace(item, width=widths[item.key]) for item in figures))


def _total(result: TrackResult, figures: Figures, lang: Lang, label: str | None = None) -> Line:
    values: dict[str, CellValue] = {
        LABEL: label or words.TOTAL.say(lang),
        **figure_values(figures, result.thresholds, lang),
    }
    return Line(values, tones=status_tone(figures, result.thresholds))


def _block(
    name: str, fields: tuple[Field, ...], lines: tuple[Line, ...], title: str, lang: Lang, total: Line | None = None
) -> Block:
    rules: tuple[Rule | Bar, ...] = (
        *status_rules(lang, ("status",), total=total is not None),
        Bar("achievement", FULL_BAR),
    )
    return Block(name, fields, lines, title=title, total=total, rules=rules, filter=False)


def _weeks(result: TrackResult, lang: Lang) -> Iterable[Chart]:
    """The team's weeks beside the headline, over the cells of 周趋势."""
    if result.outlook is not None and result.outlook.trend is not None:
        yield replace(weeks_chart(lang, "headline"), size=CHART_SIZE, side=Side.RIGHT)


def _charts(blocks: Sequence[Block], lang: Lang) -> Iterable[Chart]:
    """One beside each table of targets, beginning at the block before it; only months join up to a line."""
    names = {"region": words.BY_REGION, "product": words.BY_PRODUCT, "trend": words.TREND}
    for before, block in pairwise(blocks):
        if block.id not in names:
            continue
        achieved = Series(block.id, "achievement", MONTHLY.label("achievement").say(lang), Tone.INPUT)
        yield Chart(
            ChartKind.COLUMN,
            f"{names[block.id].say(lang)} · {words.TARGET_AND_ACTUAL.say(lang)}",
            (block.id, LABEL),
            (
                Series(block.id, "target", MONTHLY.label("target").say(lang), Tone.MUTED),
                Series(block.id, "actual", MONTHLY.label("actual").say(lang), Tone.STRONG),
            ),
            (achieved,) if block.id == "trend" else (),
            size=CHART_SIZE,
            block=before.id,
            side=Side.RIGHT,
        )


def _sum(key: str, *conditions: str) -> str:
    """Σ of a column of 月度跟踪 over the rows that meet all conditions."""
    return "SUMPRODUCT(" + "*".join((*(item for item in conditions if item), f"{{{BLOCK}:{key}}}")) + ")"


def _in_month(month: Month | None, cell: str) -> str:
    return "" if month is None else f"({{{BLOCK}:month}}={cell})"


def _first_day(month: Month | None) -> str:
    return _quoted("") if month is None else f"DATE({month.year},{month.number},1)"


def _month_name(month: Month | None, lang: Lang) -> str:
    return words.ALL_ROWS.say(lang) if month is None else month.label(lang)


def _quoted(text: str) -> str:
    return f'"{text}"'
