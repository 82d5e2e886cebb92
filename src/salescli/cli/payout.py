"""``salescli payout``: who is paid what for a period, and why."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from salescli.cli.console import command
from salescli.cli.options import Force, Json, Output, SheetName, SkipInvalid, told
from salescli.cli.statements import (
    Also,
    AsOf,
    Objections,
    PasswordFile,
    ScorecardUse,
    Settled,
    Statements,
    needed,
    objection_screen,
    papers,
    read_password,
    typed_day,
)
from salescli.words import costing as costing_words
from salescli.words import incentive as incentive_words
from salescli.words import payout as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType

    from salescli.measure.period import Period
    from salescli.payout.result import PayoutResult


def payout(
    ctx: typer.Context,
    tracking: Annotated[Path | None, typer.Argument(help=told(words.TRACKING_HELP), show_default=False)] = None,
    plan: Annotated[Path | None, typer.Option("--plan", help=told(words.PLAN_HELP), show_default=False)] = None,
    output: Output = None,
    period: Annotated[str | None, typer.Option(help=told(words.PERIOD_HELP), show_default=False)] = None,
    mode: Annotated[
        Literal["whole", "marginal"] | None, typer.Option(help=told(words.MODE_HELP), show_default=False)
    ] = None,
    base: Annotated[
        Literal["sales", "collected"] | None, typer.Option(help=told(words.BASE_HELP), show_default=False)
    ] = None,
    what_if: Annotated[
        Path | None, typer.Option("--what-if", help=told(costing_words.WHAT_IF_HELP), show_default=False)
    ] = None,
    release: Annotated[
        Literal["sales", "collected"] | None,
        typer.Option(help=told(costing_words.RELEASE_HELP), show_default=False),
    ] = None,
    explain_plan: Annotated[bool, typer.Option("--explain-plan", help=told(incentive_words.EXPLAIN_HELP))] = False,
    statements: Statements = None,
    password_file: PasswordFile = None,
    objections: Objections = None,
    as_of: AsOf = None,
    settled: Settled = None,
    also: Also = None,
    scorecard: ScorecardUse = None,
    sheet: SheetName = None,
    skip_invalid: SkipInvalid = False,
    force: Force = False,
    json: Json = False,
) -> None:
    with command(ctx, "payout", as_json=json) as desk:
        from salescli.payout.run import PayoutOptions
        from salescli.payout.run import payout as run

        shared = desk.run_options(sheet=sheet, force=force, skip_invalid=skip_invalid)
        password = read_password(password_file, statements, objections)
        if objections is not None:
            from salescli.payout.objections import objections as merge

            desk.show(
                merge(objections, output, password=password, issued=tuple(settled or ()), run=shared), objection_screen
            )
            return
        tracking, plan = needed(tracking, plan)
        chosen = (_period(period), mode, base, what_if, release, typed_day(as_of), statements, password)
        options = PayoutOptions(*chosen, tuple(settled or ()), tuple(also or ()), scorecard)
        outcome = run(tracking, plan, output, options=options, run=shared)
        desk.show(outcome, plan_screen if explain_plan else nothing if outcome.blocked else screen)


payout.__doc__ = told(words.COMMAND)


def _period(text: str | None) -> "Period | None":
    """The period asked for; raises CannotRun when it is none."""
    from salescli.measure.period import parse_period
    from salescli.table.codes.payout.period import BAD_PERIOD
    from salescli.table.errors import CannotRun

    if text is None:
        return None
    if (period := parse_period(text)) is None:
        raise CannotRun.of(BAD_PERIOD, found=text)
    return period


def nothing(result: "PayoutResult", lang: Lang) -> "Iterable[RenderableType]":
    """No figures: what was refused is nobody's pay."""
    return ()


def screen(result: "PayoutResult", lang: Lang) -> "Iterable[RenderableType]":
    """The components in a table coloured by tier, and what it all costs; corrections for a paid period."""
    if result.corrections is not None and result.corrections.closed is not None:
        yield from papers(result, lang)
        return
    from rich.text import Text as RichText

    from salescli.cli.pay_table import pay_tables
    from salescli.measure.money import grouped
    from salescli.measure.ratio import percent

    yield from pay_tables(result, lang)
    for rule in result.plan.uncomputed:
        yield RichText(words.UNCOMPUTED_NOTE.say(lang, wording=rule.wording.reward, lacks=rule.lacks), style="yellow")
    total = words.SCREEN_TOTAL.say(lang, total=grouped(result.total), rate=percent(result.cost_rate, 2) or "—")
    yield RichText(total, style="bold")
    yield from _costs(result, lang)
    yield from papers(result, lang)


def plan_screen(result: "PayoutResult", lang: Lang) -> "Iterable[RenderableType]":
    """The plan as it was understood, a block a rule: its name and kind, then each figure that it has."""
    from rich.text import Text as RichText

    from salescli.payout.rule_rows import RULES
    from salescli.payout.structure import shown_rules

    yield RichText(incentive_words.PLAN_UNDERSTOOD.say(lang), style="bold")
    colon = "：" if lang is Lang.ZH else ": "
    for row in shown_rules(result.whole_plan, lang):
        figures = [
            f"{RULES.by_key[key].column.name(lang)}{colon}{row[key]}"
            for key in RULES.by_key
            if row[key] and key not in ("name", "kind", "original")
        ]
        yield RichText(f"\n{row['name']} · {row['kind']}", style="bold")
        yield RichText(f"  {'    '.join(figures)}")
        yield RichText(f"  {row['original']}", style="dim")


def _costs(result: "PayoutResult", lang: Lang) -> "Iterable[RenderableType]":
    """What the plan would cost at other achievements, and the figures through the other plan."""
    from salescli.measure.money import grouped
    from salescli.measure.ratio import percent

    if (paid := result.releases) is not None:
        yield costing_words.SCREEN_RELEASE.say(lang, now=grouped(paid.now), held=grouped(paid.held))
    if result.costing is None:
        return
    for case in result.costing.cases:
        if case.level is not None:
            figures = {"paid": grouped(case.paid), "rate": percent(case.rate, 2) or "—"}
            yield costing_words.SCREEN_CASES.say(lang, level=percent(case.level, 0), **figures)
    if (what_if := result.costing.what_if) is not None:
        yield costing_words.SCREEN_WHAT_IF.say(
            lang,
            file=what_if.file,
            paid=grouped(what_if.result.total),
            difference=grouped(what_if.result.total - result.total, signed=True),
            crossed=sum(one.moved != 0 for one in what_if.changes),
            rate=percent(what_if.result.cost_rate, 2) or "—",
            up=sum(one.difference > 0 for one in what_if.changes),
            down=sum(one.difference < 0 for one in what_if.changes),
        )
