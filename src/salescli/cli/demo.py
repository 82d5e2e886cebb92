"""``salescli demo``: an example company, and the whole loop run on it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescli.cli.console import command, console
from salescli.cli.options import Json, told
from salescli.demo import DEFAULT_FOLDER
from salescli.words import demo as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType

    from salescli.cli.console import Desk
    from salescli.demo.run import DemoResult, Done
    from salescli.table.outcome import Outcome


def demo(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(help=told(words.FOLDER), metavar="DIR")] = DEFAULT_FOLDER,
    force: Annotated[bool, typer.Option("--force", help=told(words.REPLACE))] = False,
    json: Json = False,
) -> None:
    with command(ctx, "demo", as_json=json) as desk:
        from salescli.demo.run import demo as run

        outcome = run(folder, force=force, run=desk.run_options())
        if json or desk.state.quiet:
            desk.show(outcome, screen, writes=False)
        else:
            _tell(outcome, desk)


demo.__doc__ = told(words.DEMO)


def _tell(outcome: "Outcome[DemoResult]", desk: "Desk") -> None:
    """The screen, unwrapped so that its command lines can be copied, and the findings of a step that is blocked.

    Files and findings are not listed again behind it: each step has told its own.
    """
    from rich.text import Text

    if outcome.result is not None:
        for renderable in screen(outcome.result, desk.lang):
            console().print(renderable, soft_wrap=isinstance(renderable, Text))
    told = outcome.problems if outcome.blocked else ()
    desk.show(replace(outcome, result=None, problems=told, outputs=()), screen, writes=False)


def screen(result: "DemoResult", lang: Lang) -> "Iterable[RenderableType]":
    """Each step with its command line and key figures, then the files and what to open first."""
    from rich.text import Text

    yield Text(words.WRITTEN.say(lang, count=len(result.written), folder=result.folder))
    for number, done in enumerate(result.steps, start=1):
        yield from _step(number, done, lang)
    yield Text("")
    yield from _files(result, lang)


def _step(number: int, done: "Done", lang: Lang) -> "Iterable[RenderableType]":
    from rich.text import Text

    from salescli.demo.figures import finding_counts, key_figures
    from salescli.table.problem import Severity

    yield Text(f"\n{number}  {done.step.title.say(lang)}", style="bold")
    yield Text(f"   $ {done.step.line}", style="cyan")
    for line in key_figures(done.outcome, lang):
        yield Text(f"   {line}")
    if done.outcome.problems:
        yield Text(f"   {finding_counts(done.outcome, lang)}", style="dim")
    for item in done.outcome.problems:
        if item.severity is Severity.WARNING:
            place = replace(item.place, file=None)
            yield Text(f"   ! {place} {item.found(lang).strip()}", style="yellow")


def _files(result: "DemoResult", lang: Lang) -> "Iterable[RenderableType]":
    from rich.text import Text

    from salescli.cli.render import grid
    from salescli.demo.files import shown

    table = grid([words.FILES_IN.say(lang, folder=result.folder), words.README_ABOUT.say(lang)])
    for name, about in result.files():
        table.add_row(shown(name), about.say(lang))
    yield table
    if first := result.open_first():
        yield Text(words.OPEN_FIRST.say(lang, files=first), style="green")
