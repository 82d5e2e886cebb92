"""The options that commands share, declared once. Help is spoken in the language the user started in."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from salescli.words import terminal as words
from salescli.words.language import Lang, Text, system_language


def started_in(arguments: Sequence[str]) -> Lang:
    """The language of `--lang` among the arguments, else the system's."""
    for index, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in list(Lang):
            return Lang(value)
    return system_language()


HELP_LANG = started_in(sys.argv[1:])


def told(text: Text) -> str:
    """A help text in the language the program was started in."""
    return text.say(HELP_LANG)


Output = Annotated[Path | None, typer.Option("-o", "--output", help=told(words.OUTPUT), show_default=False)]
Force = Annotated[bool, typer.Option("--force", help=told(words.FORCE))]
Json = Annotated[bool, typer.Option("--json", help=told(words.JSON))]
SheetName = Annotated[str | None, typer.Option("--sheet", help=told(words.SHEET), show_default=False)]
SkipInvalid = Annotated[bool, typer.Option("--skip-invalid", help=told(words.SKIP_INVALID))]
