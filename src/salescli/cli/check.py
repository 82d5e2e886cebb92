"""``salescli check``: what is wrong in a workbook, cell by cell."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from salescli.cli.console import command
from salescli.cli.options import Force, Json, SheetName, told
from salescli.words import terminal as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType

    from salescli.check import CheckResult
    from salescli.excel.mapping import Mapped
    from salescli.excel.proposal import Proposal
    from salescli.table.table import Table


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

    from salescli.catalog import TABLES
    from salescli.cli.render import grid

    headers = (words.FILE, words.SHEET_NAME, words.KIND, words.ROWS, words.HEADER_ROW, words.PROBLEMS)
    table = grid([header.say(lang) for header in headers], right=(3, 4, 5))
    for item in result.tables:
        style = "red" if item.errors else "yellow" if item.warnings else "green"
        found = Text(str(item.errors + item.warnings), style=style)
        table.add_row(
            item.file, item.sheet, _kind(TABLES[item.kind], lang), str(item.rows), str(item.header_row), found
        )
    if result.tables:
        yield table
    for item, mapped in zip(result.tables, result.suggested, strict=bool(result.suggested)):
        yield from _readings(f"{item.sheet} · {_kind(TABLES[item.kind], lang)}", mapped, TABLES[item.kind], lang)
    for proposal in result.proposals:
        yield from _proposed(proposal, lang)
    if result.clean:
        yield Text(words.CLEAN.say(lang), style="green")


def _kind(table: "Table[Any]", lang: Lang) -> str:
    from salescli.check import kind_words

    return kind_words(table).say(lang)


def _readings(title: str, mapped: "Sequence[Mapped]", kind: "Table[Any]", lang: Lang) -> "Iterable[RenderableType]":
    """How each header of a table is read, and the lines of the configuration that would settle the near ones."""
    from rich.text import Text

    from salescli.cli.render import grid
    from salescli.excel.mapping import house_columns, toml_of

    table = grid([word.say(lang) for word in (words.CELL, words.HEADER, words.READ_AS)], title=title)
    for one in mapped:
        style, name = _reading(one, lang)
        table.add_row(one.cell, one.header, Text(name, style=style))
    yield table
    if columns := house_columns(mapped, kind):
        yield Text(words.SUGGESTED_COLUMNS.say(lang), style="dim")
        yield Text(toml_of(columns), no_wrap=True)


def _proposed(proposal: "Proposal", lang: Lang) -> "Iterable[RenderableType]":
    """The tables that a sheet comes near to, each with what would make it one."""
    import shlex

    from rich.text import Text

    from salescli.excel.headers import ROWS_SEARCHED

    sheet, row = proposal.sheet, proposal.row
    if not proposal.headers:
        yield Text(words.NO_HEADER_ROW.say(lang, sheet=sheet, rows=ROWS_SEARCHED), style="yellow")
    elif not proposal.candidates:
        yield Text(words.COMES_NEAR_NONE.say(lang, sheet=sheet, row=row, headers=proposal.headers), style="yellow")
    elif len(proposal.candidates) > 1:
        yield Text(words.SEVERAL_NEAR.say(lang, count=len(proposal.candidates)), style="yellow")
    for item in proposal.candidates:
        title = words.COMES_NEAR.say(lang, sheet=sheet, row=row, kind=_kind(item.table, lang))
        yield from _readings(title, item.columns, item.table, lang)
        if item.missing:
            missing = tuple(item.table.label(field.key) for field in item.missing)
            yield Text(words.STILL_MISSING.say(lang, columns=missing), style="red")
        line = shlex.join(["salescli", "check", proposal.file, "--sheet", sheet, "--as", item.table.name])
        yield Text(words.THEN_CHECK.say(lang, line=line), no_wrap=True)


def _reading(item: "Mapped", lang: Lang) -> tuple[str, str]:
    """How a header is read, in words and colour."""
    if item.column is None:
        return "bright_black", words.LEFT_ALONE.say(lang)
    if item.near:
        return "yellow", words.LOOKS_LIKE.say(lang, column=item.column, similarity=item.similarity)
    if item.how == "alias":
        return "green", words.BY_ALIAS.say(lang, column=item.column)
    return "green", item.column.say(lang)
