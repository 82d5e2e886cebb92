"""``cli.md``: the help of the program and of each command, as the terminal shows it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Final

from pages import markdown
from pages.markdown import fence, table
from salescli.cli.exits import Exit

SETTING: Final[Mapping[str, str]] = {
    "SALESCLI_LANG": "en",
    "COLUMNS": "100",
    "NO_COLOR": "1",
    "TERM": "dumb",
    "PYTHONUTF8": "1",
}
"""What the help depends on."""

RUN: Final = "from salescli.cli.app import app; app(prog_name='salescli')"

EXITS: Final[Mapping[Exit, str]] = {
    Exit.DONE: "done",
    Exit.DATA_ERRORS: "the data has errors; nothing was written (with `--skip-invalid` it was, listing what "
    "was left out)",
    Exit.CANNOT_RUN: "could not run: usage, a missing or unreadable file, a place that cannot be written",
    Exit.BUG: "a fault in salescli; one line says where the report was saved",
    Exit.INTERRUPTED: "interrupted",
}

INTRODUCTION = """\
Help speaks the language of `--lang`, else of `SALESCLI_LANG`, else of the system: `salescli --lang zh split --help`.
Results go to stdout, messages to stderr. `python -m salescli` is the same program."""


def page() -> str:
    """The page."""
    from typer.main import get_command

    from salescli.cli.app import app

    sections = [f"## salescli {name}\n\n{_help(name)}" for name in getattr(get_command(app), "commands", {})]
    exits = table(("Exit code", "Meaning"), ((str(int(code)), EXITS[code]) for code in Exit))
    return markdown.page(
        "Command line", INTRODUCTION, f"## salescli\n\n{_help()}", *sections, f"## Exit codes\n\n{exits}"
    )


def _help(*command: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", RUN, *command, "--help"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, **SETTING},
    )
    return fence("\n".join(line.rstrip() for line in ran.stdout.strip().splitlines()), "text")
