"""``salescli payout``: who is paid what for a period, and why."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from salescli.cli.console import command
from salescli.cli.options import Force, Json, Output, SheetName, SkipInvalid, told
from salescli.words import payout as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType

    from salescli.measure.period import Period
    from salescli.payout.result import PayoutResult, PersonPay


def payout(
    ctx: typer.Context,
    tracking: Annotated[Path, typer.Argument(help=told(words.TRACKING_HELP), show_default=False)],
    plan: Annotated[Path, typer.Option("--plan", help=told(words.PLAN_HELP), show_default=False)],
    output: Output = None,
    period: Annotated[str | None, typer.Option(help=told(words.PERIOD_HELP), show_default=False)] = None,
    mode: Annotated[
        Literal["whole", "marginal"] | None, typer.Option(help=told(words.MODE_HELP), show_default=False)
    ] = None,
    base: Annotated[
        Literal["sales", "collected"] | None, typer.Option(help=told(words.BASE_HELP), show_default=False)
    ] = None,
    sheet: SheetName = None,
    skip_invalid: SkipInvalid = False,
    force: Force = False,
    json: Json = False,
) -> None:
    with command(ctx, "payout", as_json=json) as desk:
        from salescli.api import payout as run
        from salescli.payout.run import PayoutOptions

        options = PayoutOptions(_period(period), mode, base)
        shared = desk.run_options(sheet=sheet, force=force, skip_invalid=skip_invalid)
        desk.show(run(tracking, plan, output, options=options, run=shared), screen)


payout.__doc__ = told(words.COMMAND)


def _period(text: str | None) -> "Period | None":
    """The period asked for; raises CannotRun when it is none."""
    from salescli.measure.period import parse_period
    from salescli.table.codes.payout import BAD_PERIOD
    from salescli.table.errors import CannotRun

    if text is None:
        return None
    if (period := parse_period(text)) is None:
        raise CannotRun.of(BAD_PERIOD, found=text)
    return period


def screen(result: "PayoutResult", lang: Lang) -> "Iterable[RenderableType]":
    """Everybody's components in a table coloured by tier, and what it all costs."""
    from rich.text import Text as RichText

    from salescli.cli.render import grid
    from salescli.measure.money import grouped
    from salescli.measure.ratio import percent
    from salescli.payout.tiers import exact_percent

    names = result.plan.components
    heads = (words.PERSON, words.REGION, words.ACHIEVEMENT, words.TIER, words.RATE)
    headers = [head.say(lang) for head in (*heads, *(words.COMPONENTS[name] for name in names), words.TOTAL)]
    period = words.UNDATED.say(lang) if result.period is None else result.period.label(lang)
    table = grid(headers, title=f"{words.TITLE.say(lang)} · {period}", right=(2, *range(4, 6 + len(names))))
    for one in result.people:
        rate = exact_percent(one.rate) if len(one.parts) == 1 else percent(one.rate, 2)
        tier = RichText(one.tier or words.NO_TIER_LABEL.say(lang), style=_style(one))
        amounts = [grouped(one.components[name]) for name in names]
        reached = RichText(percent(one.standing.achievement), style=_style(one))
        table.add_row(one.person.name, one.region, reached, tier, rate, *amounts, grouped(one.total))
    yield table
    for rule in result.plan.uncomputed:
        yield RichText(words.UNCOMPUTED_NOTE.say(lang, wording=rule.wording.reward, lacks=rule.lacks), style="yellow")
    total = words.SCREEN_TOTAL.say(lang, total=grouped(result.total), rate=percent(result.cost_rate, 2) or "—")
    yield RichText(total, style="bold")


def _style(one: "PersonPay") -> str:
    """The colour of a person's tier, as on the commission sheet."""
    if one.standing.target <= 0:
        return "bright_black"
    if not one.tier:
        return "red"
    return "green" if one.standing.actual >= one.standing.target else "yellow"
