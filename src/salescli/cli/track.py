"""``salescli track``: targets against actuals, with every report row accounted for."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescli.cli.console import command
from salescli.cli.options import Force, Json, Output, SheetName, SkipInvalid, told
from salescli.track.options import OnConflict
from salescli.words import orders as ledger_words
from salescli.words import outlook as ahead
from salescli.words import track as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType

    from salescli.track.result import TrackResult


def track(
    ctx: typer.Context,
    plan: Annotated[Path, typer.Argument(help=told(words.PLAN_FILE), show_default=False)],
    reports: Annotated[list[str] | None, typer.Argument(help=told(words.REPORTS), show_default=False)] = None,
    output: Output = None,
    month: Annotated[str | None, typer.Option("--month", help=told(words.MONTH), show_default=False)] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help=told(words.AS_OF_HELP), show_default=False)] = None,
    on_conflict: Annotated[
        OnConflict | None, typer.Option("--on-conflict", help=told(words.ON_CONFLICT_HELP), show_default=False)
    ] = None,
    orders: Annotated[
        list[str] | None, typer.Option("--orders", help=told(ledger_words.ORDERS_HELP), show_default=False)
    ] = None,
    finance: Annotated[
        list[str] | None, typer.Option("--finance", help=told(ledger_words.FINANCE_HELP), show_default=False)
    ] = None,
    sprint: Annotated[str | None, typer.Option("--sprint", help=told(ahead.SPRINT_HELP), show_default=False)] = None,
    strategies: Annotated[
        Path | None, typer.Option("--strategies", help=told(ahead.STRATEGIES_HELP), show_default=False)
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ADDRESS", help=told(words.SCHEDULER_HELP), show_default=False)
    ] = None,
    sheet: SheetName = None,
    force: Force = False,
    skip_invalid: SkipInvalid = False,
    json: Json = False,
) -> None:
    with command(ctx, "track", as_json=json) as desk:
        from salescli.track.options import typed_options, typed_sprint
        from salescli.track.run import track as run

        options = typed_options(month, as_of, on_conflict)
        options = replace(options, sprint=typed_sprint(sprint), strategies=strategies)
        settings = desk.run_options(sheet=sheet, force=force, skip_invalid=skip_invalid)
        if scheduler is not None:
            from salescli.excel.cluster import Cluster

            settings = replace(settings, crew=Cluster(scheduler))
        ledgers = {"orders": orders or (), "finance": finance or ()}
        desk.show(run(plan, reports or (), output, **ledgers, options=options, run=settings), screen)


track.__doc__ = told(words.TRACK)


def screen(result: "TrackResult", lang: Lang) -> "Iterable[RenderableType]":
    """One screen: how the month stands, who and what is behind, the days to come, and what was left out."""
    from salescli.cli.track_ahead import ahead
    from salescli.cli.track_board import board
    from salescli.cli.track_rows import rows

    yield from board(result, lang)
    yield from ahead(result, lang)
    yield from rows(result, lang)
