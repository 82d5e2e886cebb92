"""The assembly of the commands. Importing it loads typer and the commands' signatures, nothing heavier."""

from pathlib import Path
from typing import Annotated

import typer

from salescli import __version__
from salescli.cli.analyze import analyze
from salescli.cli.check import check
from salescli.cli.console import State
from salescli.cli.demo import demo
from salescli.cli.options import HELP_LANG, told
from salescli.cli.payout import payout
from salescli.cli.review import review
from salescli.cli.split import split
from salescli.cli.template import template
from salescli.cli.track import track
from salescli.cli.usage import Command, Program
from salescli.words import terminal as words
from salescli.words.language import Lang

app = typer.Typer(
    name="salescli",
    cls=Program,
    help=told(words.APP),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for body in (template, check, split, track, analyze, payout, review, demo):
    app.command(cls=Command, short_help=told(words.SHORT[body.__name__]))(body)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"salescli {__version__}")
        raise typer.Exit


@app.callback()
def main(
    ctx: typer.Context,
    lang: Annotated[Lang, typer.Option("--lang", help=told(words.LANG), show_default=False)] = HELP_LANG,
    config: Annotated[Path | None, typer.Option("--config", help=told(words.CONFIG), show_default=False)] = None,
    password_file: Annotated[
        Path | None, typer.Option("--password-file", help=told(words.PASSWORD_FILE), show_default=False)
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help=told(words.QUIET))] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=told(words.VERSION))
    ] = False,
) -> None:
    ctx.obj = State(lang, config, quiet, password_file)
