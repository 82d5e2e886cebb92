"""``salescli check``: what is wrong in a workbook, cell by cell."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescli.cli.console import command
from salescli.cli.options import Force, Json, SheetName, told
from salescli.words import terminal as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType

    from salescli.check import CheckResult
    from salescli.excel.mapping import Mapped


def check(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(help=told(words.CHECK_FILES), show_default=False)],
    kind: Annotated[str | None, typer.Option("--as", help=told(words.CHECK_AS), show_default=False)] = None,
    sheet: SheetName = None,
    annotate: Annotated[Path | None, typer.Option(help=told(words.CHECK_ANNOTATE), show_default=False)] = None,
    suggest: Annotated[bool, typer.Option("--suggest", help=told(words.CHECK_SUGGEST))] = False,
    force: Force = False,
    json: Json = False,
) -> None:
    with command(ctx, "check", as_json=json) as desk:
        from salescli.api import check as run

        outcome = run(
            files, kind=kind, annotate=annotate, suggest=suggest, run=desk.run_options(sheet=sheet, force=force)
        )
        desk.show(outcome, screen, writes=False)


check.__doc__ = told(words.CHECK)


def screen(result: "CheckResult", lang: Lang) -> "Iterable[RenderableType]":
    """The tables that were found, and whether all is well."""
    from rich.text import Text

    from salescli.cli.render import grid

    headers = (words.FILE, words.SHEET_NAME, words.KIND, words.ROWS, words.HEADER_ROW, words.PROBLEMS)
    table = grid([header.say(lang) for header in headers], right=(3, 4, 5))
    for item in result.tables:
        style = "red" if item.errors else "yellow" if item.warnings else "green"
        found = Text(str(item.errors + item.warnings), style=style)
        table.add_row(item.file, item.sheet, item.kind, str(item.rows), str(item.header_row), found)
    if result.tables:
        yield table
    for item, mapped in zip(result.tables, result.suggested, strict=bool(result.suggested)):
        table = grid(
            [word.say(lang) for word in (words.CELL, words.HEADER, words.READ_AS)], title=f"{item.sheet} · {item.kind}"
        )
        for one in mapped:
            style, name = _reading(one, lang)
            table.add_row(one.cell, one.header, Text(name, style=style))
        yield table
    if result.near:
        yield Text(words.SUGGESTED_COLUMNS.say(lang), style="dim")
        lines = [
            f'"{item.header}" = "{item.column.zh if lang is Lang.ZH else item.column.en}"'
            for item in result.near
            if item.column
        ]
        yield Text("\n".join(["[columns]", *lines]))
    if result.clean:
        yield Text(words.CLEAN.say(lang), style="green")


def _reading(item: "Mapped", lang: Lang) -> tuple[str, str]:
    """How a header is read, in words and colour."""
    if item.column is None:
        return "bright_black", words.LEFT_ALONE.say(lang)
    if item.near:
        return "yellow", words.LOOKS_LIKE.say(lang, column=item.column)
    return "green", item.column.say(lang)
