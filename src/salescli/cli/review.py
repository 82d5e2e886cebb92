"""``salescli review``: what the period brought, what worked, what is overdue, and who does what next."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescli.cli.console import command
from salescli.cli.options import Force, Json, Output, SkipInvalid, told
from salescli.words import effects as effect_words
from salescli.words import improve
from salescli.words import review as words
from salescli.words import track as track_words
from salescli.words.analyze import ACTUAL, TARGET
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from salescli.review.attainment import Attainment
    from salescli.review.result import ReviewResult
    from salescli.review.strategies import Strategy

EFFECT_STYLES = {"effective": "green", "not_yet": "yellow", "no_data": "bright_black"}
PROGRESS_STYLES = {"done": "green", "running": "yellow", "not_started": "bright_black"}


def review(
    ctx: typer.Context,
    period: Annotated[str, typer.Option(help=told(words.PERIOD_HELP), show_default=False)],
    files: Annotated[list[Path] | None, typer.Argument(help=told(words.FILES_HELP), show_default=False)] = None,
    last: Annotated[Path | None, typer.Option(help=told(improve.LAST_HELP), show_default=False)] = None,
    output: Output = None,
    skip_invalid: SkipInvalid = False,
    force: Force = False,
    json: Json = False,
) -> None:
    with command(ctx, "review", as_json=json) as desk:
        from salescli.review.run import review as run

        options = desk.run_options(force=force, skip_invalid=skip_invalid)
        desk.show(run(files or [], output, period=period, last=last, run=options), screen)


review.__doc__ = told(words.HELP)


def screen(result: "ReviewResult", lang: Lang) -> "Iterable[RenderableType]":
    """The conclusions: attainment, key indicators, strategies, incentives, open actions."""
    from rich.text import Text

    yield Text(words.SCREEN_TITLE.say(lang, period=result.period.label(lang)), style="bold")
    if result.attainment is not None:
        yield _attainment(result.attainment, lang)
    if result.metrics:
        yield _metrics(result, lang)
    yield from _strategies(result, lang)
    yield _conclusions(result, lang)


def _conclusions(result: "ReviewResult", lang: Lang) -> "Table":
    from rich.text import Text

    from salescli.cli.prose import Prose
    from salescli.cli.render import grid

    table = grid([improve.TOPIC.say(lang), improve.CONCLUSION.say(lang)], whole=(0,))
    for item in result.conclusions:
        said = Text(item.sentence.say(lang), style="yellow" if item.amiss else "")
        table.add_row(item.sheet.say(lang), Prose(said))
    return table


def _attainment(found: "Attainment", lang: Lang) -> "Table":
    from rich.text import Text

    from salescli.cli.render import STYLES, amount, grid, signed, status
    from salescli.measure.ratio import percent
    from salescli.review.spans import ReviewPeriod

    headers = (words.ATTAINMENT, TARGET, ACTUAL, words.ACHIEVEMENT, words.SCREEN_VARIANCE, words.STATUS)
    table = grid([header.say(lang) for header in headers], right=(1, 2, 3, 4), whole=range(1, 6))
    named = [(item.month.label(lang), item) for item in found.months if item.month is not None]
    named += [(ReviewPeriod(item.week).label(lang), item) for item in found.weeks[-1:] if item.week is not None]
    named += [(item.region or "", item) for item in found.regions]
    for name, item in (*named, (words.TOTAL.say(lang), found.total)):
        reached = Text(percent(item.achievement), style=STYLES[item.status])
        figures = (amount(item.target), amount(item.actual), reached, signed(item.variance))
        style = "bold" if item is found.total else None
        table.add_row(name, *figures, status(item.status, lang), style=style, end_section=item is named[-1][1])
    return table


def _metrics(result: "ReviewResult", lang: Lang) -> "Table":
    from rich.text import Text

    from salescli.cli.render import STYLES, grid, status
    from salescli.measure.metric import figure
    from salescli.measure.ratio import percent

    headers = (words.INDICATORS, words.METRIC_TARGET, words.METRIC_ACTUAL, words.ACHIEVEMENT, words.STATUS)
    table = grid([header.say(lang) for header in headers], right=(1, 2, 3), whole=range(1, 5))
    for item in (sourced.said(lang) for sourced in result.metrics):
        shown = (figure(value, item.measure, item.unit, lang) for value in (item.target, item.actual))
        reached = Text(percent(item.achievement), style=STYLES[item.status])
        table.add_row(item.name, *shown, reached, status(item.status, lang))
    return table


def _strategies(result: "ReviewResult", lang: Lang) -> "Iterable[RenderableType]":
    """A line for each strategy that runs, one for all that have not begun."""
    from salescli.cli.flow import Flow

    waiting = [item for item in result.strategies if item.start > result.period.last]
    if begun := [item for item in result.strategies if item not in waiting]:
        yield _begun(begun, lang)
    if waiting:
        label, names = words.NOT_BEGUN.say(lang, count=len(waiting)), [item.name for item in waiting]
        days = [f"{item.start:%m-%d}" for item in waiting]
        if len(set(days)) == 1:
            label = words.FROM_DAY.say(lang, name=label, day=days[0])
        else:
            named = zip(names, days, strict=True)
            names = [words.FROM_DAY.say(lang, name=name, day=day) for name, day in named]
        yield Flow(label, names, more=lambda count: track_words.AND_MORE.say(lang, count=count))


def _begun(found: "Iterable[Strategy]", lang: Lang) -> "Table":
    from rich.text import Text

    from salescli.cli.prose import Prose
    from salescli.cli.render import grid

    headers = (words.STRATEGY, words.OWNER, words.DUE, words.PROGRESS, words.LATE_DAYS, effect_words.EFFECT)
    table = grid([header.say(lang) for header in headers], right=(4,), whole=(1, 2, 3, 4))
    for item in found:
        progress = Text(item.progress.word.say(lang), style=PROGRESS_STYLES[item.progress.value])
        late = Text(str(item.overdue_days) if item.overdue else "", style="red")
        table.add_row(item.name, item.owner, item.due.isoformat(), progress, late, Prose(_effect(item, lang)))
    return table


def _effect(item: "Strategy", lang: Lang) -> "Text":
    from rich.text import Text

    from salescli.review.findings import moved

    said = item.effect.word.say(lang)
    found = item.measured
    if found is not None and (found.after is not None or found.change is not None):
        said = f"{said}  {moved(found, lang)}"
        if item.why is None:
            said += words.BRACKETED.say(lang, text=found.origin.word)
    if item.why is not None:
        said = f"{said}  {item.why.say(lang)}"
    return Text(said, style=EFFECT_STYLES[item.effect.value])
