"""``salescli split``: annual goals down to every person's month."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescli.cli.console import command
from salescli.cli.options import Force, Json, Output, SkipInvalid, told
from salescli.words import split as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from salescli.split.result import GoalSplit, SplitResult


def split(
    ctx: typer.Context,
    targets: Annotated[Path, typer.Argument(help=told(words.TARGETS), show_default=False)],
    output: Output = None,
    weights: Annotated[str | None, typer.Option("--weights", help=told(words.WEIGHTS), show_default=False)] = None,
    unit: Annotated[str | None, typer.Option("--unit", help=told(words.UNIT_OPTION), show_default=False)] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", help=told(words.SHEET_OPTION), show_default=False)] = None,
    force: Force = False,
    skip_invalid: SkipInvalid = False,
    json: Json = False,
) -> None:
    with command(ctx, "split", as_json=json) as desk:
        from salescli.split.run import SplitOptions, parse_unit
        from salescli.split.run import split as run
        from salescli.split.weights import parse_blend

        options = SplitOptions(
            blend=None if weights is None else parse_blend(weights),
            unit=None if unit is None else parse_unit(unit),
        )
        shared = desk.run_options(sheet=sheet, force=force, skip_invalid=skip_invalid)
        desk.show(run(targets, output, options=options, run=shared), screen)


split.__doc__ = told(words.COMMAND)


def screen(result: "SplitResult", lang: Lang) -> "Iterable[RenderableType]":
    """The goals, each divided one by its levels, and whether everything ties."""
    from rich.text import Text

    yield _goals(result, lang)
    for done in result.splits:
        if done.margins is not None:
            yield _levels(done, lang)
    yield words.LEAVES_SAID.say(lang, leaves=len(result.leaves), people=len(result.people))
    failed = sum(not check.ok for check in result.checks)
    if failed:
        yield Text(words.CHECKS_DIFFER.say(lang, count=failed), style="bold red")
    else:
        yield Text(words.CHECKS_TIED.say(lang, count=len(result.checks)), style="green")


def _goals(result: "SplitResult", lang: Lang) -> "Table":
    from salescli.cli.render import grid
    from salescli.split.tables import GOALS

    headers = [GOALS.label(key).say(lang) for key in ("metric", "year", "target")]
    table = grid([*headers, words.WAY.say(lang)], right=(2,))
    for done in result.splits:
        way = words.DIVIDED if done.margins is not None else words.INHERITED
        shown = done.goal.show(done.goal.target, lang)
        table.add_row(done.goal.metric, done.goal.year.label(lang), shown, way.say(lang))
    return table


def _levels(done: "GoalSplit", lang: Lang) -> "Table":
    """A goal by region, by product line and by quarter, each part with its share as a bar."""
    from salescli.cli.render import amount, bar, grid
    from salescli.measure.ratio import divide, percent
    from salescli.split.leaves import sums

    headers = (words.LEVEL, words.PART, words.YEAR_TARGET, words.SHARE)
    title = f"{done.goal.metric} {done.goal.year.label(lang)}"
    table = grid([header.say(lang) for header in headers], title=title, right=(2,))
    products = sums((leaf for leaf in done.leaves if leaf.product), lambda leaf: leaf.product or "")
    levels = {
        "region": sums(done.leaves, lambda leaf: leaf.person.region),
        "product": products,
        "quarter": sums(done.leaves, lambda leaf: f"Q{leaf.month.quarter.number}"),
    }
    for level, figures in levels.items():
        for at, (name, figure) in enumerate(figures.items()):
            share = divide(figure, done.goal.target)
            line = bar(share)
            line.append(f" {percent(share):>6}")
            table.add_row(words.LEVELS[level].say(lang) if at == 0 else "", name, amount(figure), line)
        table.add_section()
    table.add_row(
        words.TOTAL.say(lang), "", amount(sum((leaf.target for leaf in done.leaves), Decimal(0))), "", style="bold"
    )
    return table
