"""``salescli template``: the kinds of tables, and workbooks to fill in."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescli.cli.console import command
from salescli.cli.options import Force, Json, told
from salescli.words import terminal as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType

    from salescli.templates import TemplateResult


def template(
    ctx: typer.Context,
    kinds: Annotated[list[str] | None, typer.Argument(help=told(words.TEMPLATE_KINDS), show_default=False)] = None,
    every: Annotated[bool, typer.Option("--all", help=told(words.TEMPLATE_ALL))] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help=told(words.TEMPLATE_OUTPUT), show_default=False)
    ] = None,
    filled: Annotated[bool, typer.Option("--filled", help=told(words.TEMPLATE_FILLED))] = False,
    force: Force = False,
    json: Json = False,
) -> None:
    with command(ctx, "template", as_json=json) as desk:
        from salescli.api import template as run

        language = ctx.parent.params["lang"] if ctx.parent and _chosen(ctx) else Lang.ZH
        outcome = run(kinds or [], every=every, filled=filled, lang=language, output=output, force=force)
        desk.show(outcome, screen, writes=False)


template.__doc__ = told(words.TEMPLATE)


def _chosen(ctx: typer.Context) -> bool:
    """Whether --lang stood on the command line: templates are Chinese unless it says otherwise."""
    parent = ctx.parent
    source = parent.get_parameter_source("lang") if parent else None
    return source is not None and source.name == "COMMANDLINE"


def screen(result: "TemplateResult", lang: Lang) -> "Iterable[RenderableType]":
    """The kinds, in the loop's order."""
    from rich.text import Text

    from salescli.cli.render import grid

    if result.listed:
        headers = (words.STAGE, words.KIND, words.SHEET_NAME, words.PURPOSE)
        table = grid([header.say(lang) for header in headers])
        for item in result.tables:
            table.add_row(words.STAGES[item.stage].say(lang), item.name, item.sheet(lang), item.help.say(lang))
        yield table
        yield Text(words.TEMPLATE_HINT.say(lang), style="dim")
