"""``salescli review``: what the period brought, what worked, what is overdue, and who does what next."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescli.cli.console import command
from salescli.cli.options import Force, Json, Output, SkipInvalid, told
from salescli.words import review as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from salescli.review.attainment import Attainment
    from salescli.review.incentives import Incentives
    from salescli.review.result import ReviewResult
    from salescli.review.strategies import Strategy

PROGRESS_STYLES = {"done": "green", "running": "yellow", "not_started": "bright_black"}


def review(
    ctx: typer.Context,
    period: Annotated[str, typer.Option(help=told(words.PERIOD_HELP), show_default=False)],
    files: Annotated[list[Path] | None, typer.Argument(help=told(words.FILES_HELP), show_default=False)] = None,
    output: Output = None,
    skip_invalid: SkipInvalid = False,
    force: Force = False,
    json: Json = False,
) -> None:
    with command(ctx, "review", as_json=json) as desk:
        from salescli.review.run import review as run

        options = desk.run_options(force=force, skip_invalid=skip_invalid)
        desk.show(run(files or [], output, period=period, run=options), screen)


review.__doc__ = told(words.HELP)


def screen(result: "ReviewResult", lang: Lang) -> "Iterable[RenderableType]":
    """The conclusions: attainment, key indicators, strategies, incentives, open actions."""
    from rich.text import Text

    yield Text(words.SCREEN_TITLE.say(lang, period=result.period.label(lang)), style="bold")
    if result.attainment is not None:
        yield _attainment(result.attainment, lang)
    if result.metrics:
        yield _metrics(result, lang)
    if result.strategies:
        yield _strategies(result.strategies, lang)
    if result.incentives is not None:
        yield _incentives(result.incentives, lang)
    waiting = [item for item in result.follow_ups.open if not item.done]
    shown = words.WITH_CARRIED.say(lang, open=len(waiting), carried=sum(item.carried for item in waiting))
    yield f"{words.FACT_ACTIONS.say(lang)}  {shown}"


def _attainment(found: "Attainment", lang: Lang) -> "Table":
    from salescli.cli.render import achieved, amount, grid, signed, status

    headers = (words.ATTAINMENT, words.TARGET, words.ACTUAL, words.ACHIEVEMENT, words.VARIANCE, words.STATUS)
    table = grid([header.say(lang) for header in headers], right=(1, 2, 4))
    named = [(item.month.label(lang), item) for item in found.months if item.month is not None]
    named += [(item.region or "", item) for item in found.regions]
    for name, item in (*named, (words.TOTAL.say(lang), found.total)):
        reached = achieved(item.achievement, item.status)
        figures = (amount(item.target), amount(item.actual), reached, signed(item.variance))
        style = "bold" if item is found.total else None
        table.add_row(name, *figures, status(item.status, lang), style=style, end_section=item is named[-1][1])
    return table


def _metrics(result: "ReviewResult", lang: Lang) -> "Table":
    from salescli.cli.render import achieved, grid, status
    from salescli.measure.metric import figure

    headers = (words.INDICATORS, words.METRIC_TARGET, words.METRIC_ACTUAL, words.ACHIEVEMENT, words.STATUS)
    table = grid([header.say(lang) for header in headers], right=(1, 2))
    for item in (sourced.metric for sourced in result.metrics):
        shown = (figure(value, item.measure, item.unit, lang) for value in (item.target, item.actual))
        table.add_row(item.name, *shown, achieved(item.achievement, item.status), status(item.status, lang))
    return table


def _strategies(found: "Iterable[Strategy]", lang: Lang) -> "Table":
    from rich.text import Text

    from salescli.cli.render import grid

    headers = (words.STRATEGY, words.OWNER, words.DUE, words.PROGRESS, words.OVERDUE_DAYS, words.GOAL)
    table = grid([header.say(lang) for header in headers], right=(4,))
    for item in found:
        progress = Text(item.progress.word.say(lang), style=PROGRESS_STYLES[item.progress.value])
        late = Text(str(item.overdue_days) if item.overdue else "", style="red")
        table.add_row(item.name, item.owner, item.due.isoformat(), progress, late, item.goal or "")
    return table


def _incentives(found: "Incentives", lang: Lang) -> "Table":
    from salescli.cli.render import amount, grid
    from salescli.measure.ratio import percent

    headers = (words.INCENTIVES, words.PEOPLE, words.EARNED, words.PAYOUT, words.COST_RATE)
    table = grid([header.say(lang) for header in headers], right=(1, 2, 3, 4))
    for item in (*found.periods, found.total):
        name = item.period or words.TOTAL.say(lang)
        table.add_row(name, str(item.people), str(item.earned), amount(item.total), percent(item.cost_rate))
    return table
