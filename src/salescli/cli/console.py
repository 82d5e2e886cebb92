"""The frame around every command: it renders the outcome, turns failures into messages, and sets the exit code.

::

    with command(ctx, "check", as_json=json) as desk:
        from salescli.api import check as run
        desk.show(run(files, run=desk.run_options(sheet=sheet)), screen)
"""

import json
import re
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from salescli import __version__
from salescli.cli.exits import Exit
from salescli.cli.progress import Bars
from salescli.cli.streams import Unheard
from salescli.words import terminal as words
from salescli.words.language import Lang, Text

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from salescli.excel.intake import RunOptions
    from salescli.table.outcome import Outcome, ResultT
    from salescli.table.problem import Problem

SHOWN_PROBLEMS = 20
"""More findings than this are counted, not listed, on a screen."""

SHOWN_ALIKE = 10
"""Of one kind in one file: they seldom say more than the first of them, and others are to be seen beside them."""

MOST_NAMED = 5
"""More files than this in one folder are counted, not named."""


@dataclass(frozen=True, slots=True)
class State:
    """What stands before the command's name."""

    lang: Lang
    config: Path | None
    quiet: bool
    password_file: Path | None = None


class Desk:
    """One command's way to its user."""

    def __init__(self, state: State, name: str, *, as_json: bool) -> None:
        self.state, self.name, self.as_json = state, name, as_json
        self.bars = Bars(state.lang, shown=not state.quiet and sys.stderr.isatty())

    @property
    def lang(self) -> Lang:
        return self.state.lang

    def run_options(self, *, sheet: str | None = None, force: bool = False, skip_invalid: bool = False) -> "RunOptions":
        """The options every stage takes, with the configuration loaded."""
        from salescli.excel.crew import Processes
        from salescli.excel.intake import RunOptions
        from salescli.table.config import load_config

        config = load_config(self.state.config)
        password = None if self.state.password_file is None else _first_line(self.state.password_file)
        return RunOptions(
            config=config,
            sheet=sheet,
            force=force,
            skip_invalid=skip_invalid,
            password=password,
            crew=Processes(),
            watch=self.bars.watch,
        )

    def show(
        self,
        outcome: "Outcome[ResultT]",
        screen: "Callable[[ResultT, Lang], Iterable[RenderableType]]",
        *,
        writes: bool = True,
    ) -> None:
        """Render an outcome and end the command with its exit code; `writes` tells that -o means something."""
        self.bars.stop()
        if self.as_json:
            print_json(outcome.document(self.lang))
        elif not self.state.quiet:
            out = console()
            if outcome.result is not None:
                for renderable in screen(outcome.result, self.lang):
                    out.print(renderable, soft_wrap=bool(getattr(renderable, "no_wrap", False)))
            self.list_problems(
                outcome.problems, notes=words.NOTES_IN_BOOK if writes and outcome.outputs else words.NOTES
            )
            for line in wrote_lines(outcome.outputs, self.lang):
                out.print(line, style="green", highlight=False, soft_wrap=True)
            if writes and not outcome.outputs and not outcome.blocked:
                messages().print(words.NO_OUTPUT.say(self.lang), style="dim")
        if outcome.unusable:
            raise typer.Exit(Exit.CANNOT_RUN)
        if outcome.blocked:
            if not self.as_json and writes:
                messages().print(words.NOT_WRITTEN.say(self.lang), style="bold red")
            raise typer.Exit(Exit.DATA_ERRORS)

    def list_problems(self, problems: "Iterable[Problem]", *, notes: Text = words.NOTES) -> None:
        """Errors, warnings and the notes that change figures line by line, other notes as a count."""
        from salescli.table.problem import Severity

        found = list(problems)
        told = [item for severity in (Severity.ERROR, Severity.WARNING) for item in found if item.severity is severity]
        told += [item for item in found if item.severity is Severity.NOTE and item.code.told]
        out = messages()
        shown = _first_of_each(told)[:SHOWN_PROBLEMS]
        for item in shown:
            out.print(problem_line(item, self.lang), soft_wrap=True)
        if len(told) > len(shown):
            out.print(words.MORE.say(self.lang, count=len(told) - len(shown)), style="dim")
        if len(found) > len(told):
            out.print(notes.say(self.lang, count=len(found) - len(told)), style="dim")

    def refuse(self, problems: "Iterable[Problem]", code: Exit) -> None:
        """Say why the command could not run."""
        from salescli.table.outcome import document

        if self.as_json:
            print_json(document(self.name, (), problems, None, (), self.lang))
        else:
            self.list_problems(problems)
        raise typer.Exit(code)


@contextmanager
def command(ctx: typer.Context, name: str, *, as_json: bool = False) -> Iterator[Desk]:
    """Run a command body; whatever happens in it, the user gets a message and the shell an exit code."""
    desk = Desk(ctx.obj, name, as_json=as_json)
    try:
        try:
            yield desk
        finally:
            desk.bars.stop()
    except (typer.Exit, Unheard):
        raise
    except KeyboardInterrupt:
        messages().print(words.INTERRUPTED.say(desk.lang), style="bold yellow")
        raise typer.Exit(Exit.INTERRUPTED) from None
    except Exception as error:
        from salescli.table.errors import SalescliError

        if isinstance(error, SalescliError):
            desk.refuse(error.problems, Exit.CANNOT_RUN)
        path = _saved_report(error)
        line = words.BUG.say(desk.lang, error=f"{type(error).__name__}: {error}", path=path)
        messages().print(line, style="bold red", highlight=False, soft_wrap=True)
        raise typer.Exit(Exit.BUG) from None


def console() -> "Console":
    """Where results go: stdout."""
    from rich.console import Console

    return Console(highlight=False)


def messages() -> "Console":
    """Where messages go: stderr."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)


def print_json(document: dict[str, Any]) -> None:
    """One JSON document on stdout, UTF-8 whatever the console speaks."""
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
    else:
        buffer.write(text.encode("utf-8", "backslashreplace"))
        buffer.flush()


def wrote_lines(outputs: Sequence[Path], lang: Lang) -> Iterator[str]:
    """A line for each file written, or one for all in the same folder where they are many."""
    beside = Counter(path.parent for path in outputs)
    for path in dict.fromkeys(path.parent if beside[path.parent] > MOST_NAMED else path for path in outputs):
        count = beside.get(path, 0)
        yield words.WROTE_MANY.say(lang, folder=path, count=count) if count else words.WROTE.say(lang, path=path)


def _first_of_each(problems: "Sequence[Problem]") -> "list[Problem]":
    """The first problems of each kind in each file; all of them, where there is room for them all."""
    if len(problems) <= SHOWN_PROBLEMS:
        return [*problems]
    seen: Counter[tuple[str, str | None]] = Counter()
    found = []
    for item in problems:
        kind = (item.code.name, item.place.file)
        seen[kind] += 1
        if seen[kind] <= SHOWN_ALIKE:
            found.append(item)
    return found


def problem_line(item: "Problem", lang: Lang) -> "RenderableType":
    """A problem as one line: severity, place, finding, remedy."""
    from rich.text import Text as RichText

    from salescli.table.problem import Severity

    styles = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
    line = RichText(f"{item.severity.word.say(lang)} ", style=styles[item.severity])
    if place := _spoken(str(item.place), lang):
        line.append(f"{place}  ", style="cyan")
    line.append(item.found(lang), style="default")
    if remedy := item.remedy(lang):
        line.append(remedy if lang is Lang.ZH else f" {remedy}", style="dim")
    return line


def _spoken(place: str, lang: Lang) -> str:
    """A place in words: a whole row (``4:4``) as people say it."""
    return re.sub(r"(?<![\w:])(\d+):\1$", lambda found: words.ROW.say(lang, row=found[1]), place)


def _first_line(path: Path) -> str:
    """The password in a file; raises CannotRun when there is none, or nothing to open workbooks with."""
    from salescli.excel.protect import checked_password
    from salescli.table.codes.files import NO_PASSWORD
    from salescli.table.errors import CannotRun
    from salescli.table.problem import Place

    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun.of(NO_PASSWORD, Place(str(path)), reason=str(error)) from None
    if not lines or not lines[0]:
        raise CannotRun.of(NO_PASSWORD, Place(str(path)), reason="")
    return checked_password(lines[0])


def _saved_report(error: BaseException) -> Path:
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    details = "".join(traceback.format_exception(error))
    head = f"salescli {__version__} · Python {sys.version}\n{' '.join(sys.argv)}\n\n"
    with tempfile.NamedTemporaryFile(
        "w", prefix=f"salescli-{stamp}-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as file:
        file.write(head + details)
    return Path(file.name)
