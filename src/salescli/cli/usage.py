"""How a call that makes no sense is answered, and how help is headed: in the language of the call.

The parser speaks English only. What it found is taken from its exceptions and said from our catalogue; a
finding it has no words for here is passed on as it is.
"""

import re
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from salescli.cli.exits import Exit
from salescli.cli.options import HELP_LANG, started_in
from salescli.table.problem import Severity
from salescli.words import usage as words
from salescli.words.language import Lang

_CHOICE = re.compile(r"'(.*)' is not one of (.*?)\.?$", re.DOTALL)
_EXTRA = re.compile(r"Got unexpected extra argument\(s\) \((.*)\)$", re.DOTALL)
_NO_COMMAND = re.compile(r"No such command '(.*?)'\.", re.DOTALL)
_NEAR_COMMANDS = re.compile(r"Did you mean (.*)\?$")


class Command(TyperCommand):
    """A command whose help is headed in the language the program was started in."""

    def get_help(self, ctx: Any) -> str:
        return _headed(super().get_help(ctx))


class Program(TyperGroup):
    """The assembly of the commands, answering a bad call in the caller's language."""

    def get_help(self, ctx: Any) -> str:
        return _headed(super().get_help(ctx))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run and exit; a bad call ends with 2, its usage and what is wrong with it on stderr."""
        lang = started_in(sys.argv[1:] if args is None else args)
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except typer.TyperException as error:
            typer.echo(answer(error, lang, self), err=True)
            code = Exit.CANNOT_RUN
        except typer.Abort:
            code = Exit.INTERRUPTED
        if standalone_mode:
            sys.exit(code if isinstance(code, int) else Exit.DONE)
        return code


def answer(error: typer.TyperException, lang: Lang, program: TyperGroup) -> str:
    """The lines for a bad call: its usage, what is wrong, and where to read more."""
    ctx = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        return error.format_message()
    usage = [] if ctx is None else [_headed(ctx.get_usage(), lang), ""]
    path = "salescli" if ctx is None else ctx.command_path
    finding = f"{Severity.ERROR.word.say(lang)} {_finding(error, lang, program)}"
    return "\n".join([*usage, finding, words.TRY.say(lang, command=path)])


def _finding(error: typer.TyperException, lang: Lang, program: TyperGroup) -> str:
    """What is wrong, by the kind of the parser's exception; its own words where ours do not reach."""
    name, message = type(error).__name__, error.message
    parameter: Any = getattr(error, "param", None)
    option = str(getattr(error, "option_name", ""))
    if name == "MissingParameter" and parameter is not None:
        text = words.MISSING_ARGUMENT if parameter.param_type_name == "argument" else words.MISSING_OPTION
        return text.say(lang, name=_called(parameter), help=parameter.help or "")
    if name == "NoSuchOption":
        return _no_option(error, option, lang, program)
    if name == "BadOptionUsage":
        return (words.TAKES_NO_VALUE if "does not take" in message else words.NEEDS_VALUE).say(lang, name=option)
    if name == "BadParameter" and parameter is not None:
        return _bad_value(_called(parameter), message, lang)
    commands = tuple(program.commands)
    if message == "Missing command.":
        return words.MISSING_COMMAND.say(lang, commands=commands)
    if found := _NO_COMMAND.match(message):
        near = _NEAR_COMMANDS.search(message)
        hint = words.NEAR.say(lang, near=_listed(near[1])) if near else words.COMMANDS.say(lang, commands=commands)
        return words.NO_COMMAND.say(lang, name=found[1], near=hint)
    if found := _EXTRA.match(message):
        return words.EXTRA.say(lang, found=found[1])
    return error.format_message()


def _no_option(error: typer.TyperException, option: str, lang: Lang, program: TyperGroup) -> str:
    ctx: Any = getattr(error, "ctx", None)
    everywhere = {name for parameter in program.params for name in parameter.opts}
    if option in everywhere and ctx is not None and ctx.info_name in program.commands:
        return words.BEFORE_COMMAND.say(lang, name=option, command=ctx.info_name)
    possible = tuple(sorted(getattr(error, "possibilities", None) or ()))
    near = words.NEAR.say(lang, near=possible) if possible else ""
    return words.NO_OPTION.say(lang, name=option, near=near).strip()


def _bad_value(name: str, message: str, lang: Lang) -> str:
    if found := _CHOICE.search(message):
        return words.BAD_CHOICE.say(lang, name=name, found=found[1], choices=_listed(found[2]))
    if "valid integer" in message:
        return words.BAD_INTEGER.say(lang, name=name)
    return words.BAD_VALUE.say(lang, name=name, message=message.removeprefix("Value error, "))


def _called(parameter: Any) -> str:
    """An option by its longest spelling, an argument by its name."""
    return str(max(parameter.opts, key=len)) if parameter.param_type_name == "option" else str(parameter.name)


def _listed(quoted: str) -> tuple[str, ...]:
    """The words of a list such as ``'zh', 'en'``."""
    return tuple(re.findall(r"'([^']*)'", quoted))


def _headed(text: str, lang: Lang = HELP_LANG) -> str:
    """Help or usage with its headings in `lang`."""
    if lang is Lang.EN:
        return text
    for phrase in (words.REQUIRED, words.HELP_OPTION, *words.COMPLETION):
        broken = r"\s+".join(map(re.escape, phrase.en.split()))  # over lines, as the parser breaks them
        text = re.sub(broken, phrase.say(lang), text)
    return "\n".join(_heading(line, lang) for line in text.splitlines())


def _heading(line: str, lang: Lang) -> str:
    if line.startswith(words.USAGE.en):
        usage = line.removeprefix(words.USAGE.en)
        for metavar in words.METAVARS:
            usage = usage.replace(metavar.en, metavar.say(lang))
        return words.USAGE.say(lang) + usage
    return next((heading.say(lang) for heading in words.HEADINGS if heading.en == line), line)
