"""``salescli track``: targets against actuals, with every report row accounted for."""

from collections.abc import Iterable, Sequence
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
    from rich.table import Table

    from salescli.track.figures import Figures
    from salescli.track.result import TrackResult

MOST_PEOPLE = 12
"""More people than this are shown by region, with those furthest behind."""

WORST = 5

NOT_KNOWN = "—"

BAR = 4
"""Characters of an achievement bar, so that the table fits 80 columns."""


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
    """The month at a glance by person (or region), the five most at risk (or furthest behind), the days to come,
    the account, the absences."""
    from rich.text import Text

    from salescli.cli.track_ahead import ahead as look_ahead
    from salescli.cli.track_ahead import risk_table

    board = result.board
    period = words.ALL_ROWS.say(lang) if board.month is None else board.month.label(lang)
    people = [(row.region, row.person, figures) for row, figures in board.persons]
    if len(people) <= MOST_PEOPLE:
        yield _table(result, lang, period, people, board.figures)
    else:
        regions = [(region, "", figures) for region, figures in board.regions]
        yield _table(result, lang, period, regions, board.figures)
    risky = None if result.outlook is None else result.outlook.risky
    if risky is not None:
        yield risk_table(risky, lang)
    elif len(people) > MOST_PEOPLE:
        ranked = sorted(
            (item for item in people if item[2].achievement is not None), key=lambda item: item[2].achievement or 0
        )
        yield _table(result, lang, words.WORST.say(lang), ranked[:WORST])
    yield from look_ahead(result, lang)
    account = words.ACCOUNT_LINE.say(lang, **result.account.document())
    yield Text(account, style="dim" if result.account.read == result.account.merged else "default")
    for said, troubled in _ledgers(result, lang):
        yield Text(said, style="yellow" if troubled else "default")
    if result.as_of is not None:
        absent = words.PUNCTUAL_LINE.say(lang, missing=len(result.missing), late=len(result.late))
        as_of = words.AS_OF.say(lang, day=result.as_of)
        yield Text(f"{absent} · {as_of}", style="yellow" if result.missing or result.late else "green")


def _ledgers(result: "TrackResult", lang: Lang) -> Iterable[tuple[str, bool]]:
    """The orders in one line, each reconciliation in one, and whether there is something to look into."""
    from salescli.measure.money import grouped
    from salescli.measure.ratio import percent
    from salescli.measure.rounding import plain
    from salescli.track.ledger_document import views_of
    from salescli.track.reconcile import Matter

    if result.orders is not None:
        team = views_of(result.orders, result.reports, result.months)[0].figures
        figures = {
            "deals": team.deals,
            "amount": grouped(team.amount),
            "average": grouped(team.average) or NOT_KNOWN,
            "win_rate": percent(team.win_rate) or NOT_KNOWN,
            "repurchase": percent(team.repurchase) or NOT_KNOWN,
            "margin": percent(team.margin) or NOT_KNOWN,
            "cycle": NOT_KNOWN if team.cycle is None else ledger_words.DAYS.say(lang, days=plain(team.cycle, 1)),
            "pending": team.pending,
        }
        yield ledger_words.ORDERS_LINE.say(lang, **figures), team.pending > 0
    for matter in Matter:
        found = [item for item in result.compared if item.matter is matter]
        if found:
            differing = sum(not item.agrees for item in found)
            counts = {"matter": matter.word, "differing": differing, "compared": len(found)}
            yield ledger_words.RECONCILE_LINE.say(lang, **counts), differing > 0


def _table(
    result: "TrackResult",
    lang: Lang,
    title: str,
    lines: "Sequence[tuple[str, str, Figures]]",
    total: "Figures | None" = None,
) -> "Table":
    from salescli.cli.render import grid
    from salescli.track.tables import MONTHLY

    named = any(person for _, person, _ in lines)
    keys = ("region", *(("person",) if named else ()), "target", "actual", "achievement", "variance", "status")
    right = tuple(at for at, key in enumerate(keys) if key in ("target", "actual", "variance"))
    short = {"person": words.PERSON_SHORT, "target": words.TARGET_SHORT, "actual": words.ACTUAL_SHORT}
    headers = [(short.get(key) or MONTHLY.label(key)).say(lang) for key in keys]
    table = grid(headers, title=title, right=right)
    for key, column in zip(keys, table.columns, strict=True):
        column.no_wrap = key not in ("region", "person")
    for region, person, figures in lines:
        table.add_row(region, *((person,) if named else ()), *_cells(result, figures, lang))
    if total is not None:
        table.add_section()
        table.add_row(words.TOTAL.say(lang), *(("",) if named else ()), *_cells(result, total, lang), style="bold")
    return table


def _cells(result: "TrackResult", figures: "Figures", lang: Lang) -> "Iterable[RenderableType]":
    from rich.text import Text

    from salescli.cli.render import STYLES, amount, bar, signed, status
    from salescli.measure.ratio import percent

    light = figures.status(result.thresholds)
    reached = f" {percent(figures.achievement):>6}"
    yield amount(figures.target)
    yield amount(figures.actual)
    yield Text.assemble(bar(figures.achievement, STYLES[light], BAR), (reached, STYLES[light]))
    yield signed(figures.variance)
    yield status(light, lang)
