"""``salescli analyze``: metrics compared and taken apart, the present state, the funnel."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescli.analyze.scope import Cut
from salescli.cli.console import command
from salescli.cli.options import Force, Json, Output, SheetName, SkipInvalid, told
from salescli.words import analyze as words
from salescli.words import insight
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from salescli.analyze.drill import Breakdown
    from salescli.analyze.metrics import Change
    from salescli.analyze.result import AnalysisResult
    from salescli.cli.fitting import Fitting

_STATUS = 4
"""The column of the status in the tables of metrics and parts."""
MOST_SHOWN = 8
"""Regions that one screen lists; more are told by those that moved most."""


def analyze(
    ctx: typer.Context,
    tracking: Annotated[Path, typer.Argument(help=told(words.TRACKING), show_default=False)],
    output: Output = None,
    previous: Annotated[Path | None, typer.Option(help=told(words.PREVIOUS_HELP), show_default=False)] = None,
    last_year: Annotated[Path | None, typer.Option(help=told(words.LAST_YEAR_HELP), show_default=False)] = None,
    month: Annotated[str | None, typer.Option("--month", help=told(insight.MONTH_HELP), show_default=False)] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help=told(insight.AS_OF_HELP), show_default=False)] = None,
    deals_target: Annotated[
        int | None, typer.Option("--deals-target", min=1, help=told(insight.DEALS_TARGET_HELP), show_default=False)
    ] = None,
    sheet: SheetName = None,
    skip_invalid: SkipInvalid = False,
    force: Force = False,
    json: Json = False,
) -> None:
    with command(ctx, "analyze", as_json=json) as desk:
        from salescli.analyze.run import AnalyzeOptions
        from salescli.analyze.run import analyze as run
        from salescli.track.options import typed_options

        typed = typed_options(month, as_of, None)
        outcome = run(
            tracking,
            output,
            options=AnalyzeOptions(previous, last_year, typed.month, typed.as_of, deals_target),
            run=desk.run_options(sheet=sheet, force=force, skip_invalid=skip_invalid),
        )
        desk.show(outcome, screen)


analyze.__doc__ = told(words.HELP)


def screen(result: "AnalysisResult", lang: Lang) -> "Iterable[RenderableType]":
    """The conclusions: team metrics, sales by region, gaps, the funnel."""
    if result.stated or result.teams:
        yield _metrics(result, lang)
    for item in result.breakdowns:
        first = item.metric == result.breakdowns[0].metric
        if first and item.cut is Cut.REGION and len(item.parts) <= MOST_SHOWN:
            yield _parts(item, lang)
    if result.gaps:
        yield _gaps(result, lang)
    if result.funnel:
        yield _funnel(result, lang)
    yield from _conclusions(result, lang)


def _conclusions(result: "AnalysisResult", lang: Lang) -> "Iterable[RenderableType]":
    """One line a conclusion: what moved, volume and price, the funnel's lack, who leads, what first, whom to call."""
    from rich.text import Text

    from salescli.cli.prose import Prose

    for item in result.conclusions:
        yield Prose(Text(item.sentence.say(lang), style=item.style), item.sheet.say(lang))


def _metrics(result: "AnalysisResult", lang: Lang) -> "RenderableType":
    from rich.text import Text

    from salescli.cli.render import STYLES, status
    from salescli.measure.metric import figure
    from salescli.measure.ratio import percent

    headers = (words.CONTENTS_METRIC, words.TARGET, words.ACTUAL, words.ACHIEVEMENT, words.STATUS, words.MOM, words.YOY)
    rows: list[list[RenderableType]] = [
        [
            item.name,
            figure(item.target, item.measure, item.unit, lang),
            figure(item.actual, item.measure, item.unit, lang),
            Text(percent(item.achievement), style=STYLES[item.status]),
            status(item.status, lang),
            _change(item.mom),
            _change(item.yoy),
        ]
        for item in (*result.stated, *result.teams)
    ]
    title = words.SCREEN_METRICS.say(lang, period=result.period(lang)).strip()
    typed = any(change.stated for item in result.stated for change in (item.mom, item.yoy))
    caption = words.STATED_CAPTION.say(lang) if typed else None
    return _fitting([header.say(lang) for header in headers], rows, title, caption)


def _parts(found: "Breakdown", lang: Lang) -> "RenderableType":
    from rich.text import Text

    from salescli.cli.render import STYLES, amount, signed, status
    from salescli.measure.ratio import percent

    headers = [found.cut.word, words.TARGET, words.ACTUAL, words.ACHIEVEMENT, words.STATUS]
    if found.compared:
        headers += [words.SCREEN_CHANGE, words.SCREEN_SHARE]
    title = words.SCREEN_PARTS.say(lang, metric=found.metric, cut=found.cut.word)
    rows: list[list[RenderableType]] = []
    for part in found.parts:
        item = part.metric
        row: list[RenderableType] = [
            item.scope.label(lang),
            amount(item.target),
            amount(item.actual),
            Text(percent(item.achievement), style=STYLES[item.status]),
            status(item.status, lang),
        ]
        rows.append([*row, signed(part.change), percent(part.share)] if found.compared else row)
    return _fitting([header.say(lang) for header in headers], rows, title)


def _fitting(
    headers: "Sequence[str]", rows: "Sequence[Sequence[RenderableType]]", title: str, caption: str | None = None
) -> "Fitting":
    """Names, then figures; where that is too wide the status goes, whose colour the achievement has, and then every
    cell may be folded."""
    from salescli.cli.fitting import Fitting
    from salescli.cli.render import grid

    def layout(kept: "Sequence[int]", *, whole: bool = True) -> "Table":
        figures = [at for at, key in enumerate(kept) if key not in (0, _STATUS)]
        numbers = range(1, len(kept)) if whole else ()
        table = grid([headers[at] for at in kept], title=title, right=figures, whole=numbers)
        if caption:
            table.caption, table.caption_justify = caption, "left"
        for row in rows:
            table.add_row(*(row[at] for at in kept))
        return table

    every = range(len(headers))
    told = [at for at in every if at != _STATUS]
    return Fitting((lambda: layout(every), lambda: layout(told), lambda: layout(told, whole=False)))


def _gaps(result: "AnalysisResult", lang: Lang) -> "Table":
    from rich.text import Text

    from salescli.cli.render import grid
    from salescli.measure.metric import figure
    from salescli.measure.ratio import percent

    headers = (words.CONTENTS_METRIC, words.CURRENT, words.TARGET, words.GAP, words.GAP_RATE)
    table = grid(
        [header.say(lang) for header in headers],
        title=words.SCREEN_STATUS.say(lang),
        right=(1, 2, 3, 4),
        whole=range(1, 5),
    )
    for item in result.gaps or ():
        shown = [figure(value, item.measure, item.unit, lang) for value in (item.current, item.target)]
        rate = Text(percent(item.rate), style="green" if item.gap == 0 else "yellow")
        table.add_row(item.name, *shown, item.show_gap(lang), rate)
    return table


def _funnel(result: "AnalysisResult", lang: Lang) -> "Table":
    from rich.text import Text

    from salescli.cli.render import bar, grid
    from salescli.measure.ratio import divide, percent
    from salescli.measure.rounding import plain

    headers = (words.STAGE, words.CUSTOMERS, words.CONVERSION, words.OVERDUE)
    table = grid([*(header.say(lang) for header in headers), ""], title=words.SCREEN_FUNNEL.say(lang), right=(1, 2, 3))
    stages = result.funnel or ()
    most = max((item.count for item in stages), default=0)
    for item in stages:
        late = Text("" if item.overdue_days is None else plain(item.overdue_days), style="red")
        table.add_row(item.name, str(item.count), percent(item.rate), late, bar(divide(item.count, most)))
    return table


def _change(change: "Change") -> "Text":
    from rich.text import Text

    from salescli.measure.ratio import percent

    shown = percent(change.rate, signed=True)
    return Text(shown + (words.STATED_MARK if change.stated else ""))
