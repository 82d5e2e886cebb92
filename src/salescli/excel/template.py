"""Blank and filled-in workbooks of the tables, and table columns as the columns of a written sheet."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from salescli.excel.book import Block, Book, CellValue, Field, Format, Line, Sheet
from salescli.table import column as columns
from salescli.table.kind import CellContext, Kind
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind
from salescli.words import books as words
from salescli.words.language import Lang

BLANK_LINES: Final = 50
"""Prepared rows of a blank template: formatted, bordered, with their dropdowns."""


def fields_of(table: Table[Any], lang: Lang, keys: Sequence[str] | None = None) -> tuple[Field, ...]:
    """The table's columns (or those of `keys`, in that order) as columns of a block."""
    chosen = table.fields if keys is None else tuple(table.by_key[key] for key in keys)
    fields = []
    for item in chosen:
        choices = item.kind.words(lang) if isinstance(item.kind, ChoiceKind) else ()
        fields.append(
            Field(
                key=item.key,
                header=item.column.header(lang),
                format=Format(item.kind.format),
                width=None,
                note=_note(item.column, item.kind.label.say(lang), item.required, lang),
                choices=choices,
                required=item.required,
                computed=item.column.computed,
            )
        )
    return tuple(fields)


def line_of(table: Table[Any], row: Row, lang: Lang) -> Mapping[str, CellValue]:
    """A row's values as cells store them."""
    values: dict[str, CellValue] = {}
    for item in table.fields:
        value = getattr(row, item.key)
        values[item.key] = None if value is None else item.kind.write(value, lang)
    return values


def written_column(kind: Kind[Any], column: Sequence[Any], lang: Lang) -> list[CellValue]:
    """A column's values as cells store them."""
    if type(kind).write is Kind.write:
        return list(column)
    known = {id(value): value for value in column}  # of choices there are few
    words = {at: None if value is None else kind.write(value, lang) for at, value in known.items()}
    return list(map(words.__getitem__, map(id, column)))


def example_rows(table: Table[Any]) -> list[dict[str, Any]]:
    """The declared examples, read the way any cell is read."""
    context = CellContext(report=_refuse)
    rows = []
    for example in table.examples:
        given = {key: table.by_key[key].kind.read([raw], context)[0] for key, raw in example.items()}
        rows.append(given)
    return rows


def template_book(tables: Iterable[Table[Any]], lang: Lang, *, filled: bool) -> Book:
    """A workbook with one sheet a table: its header, notes and dropdowns, and with `filled` its examples."""
    chosen = tuple(tables)
    title = chosen[0].sheet(lang) if len(chosen) == 1 else words.TEMPLATES.say(lang)
    return Book(tuple(_sheet(table, lang, filled=filled) for table in chosen), title, lang)


def _sheet(table: Table[Any], lang: Lang, *, filled: bool) -> Sheet:
    lines: tuple[Line, ...] = ()
    if filled:
        lines = tuple(Line(_written(table, values, lang)) for values in example_rows(table))
    block = Block(table.name, fields_of(table, lang), lines, blank_lines=0 if filled else BLANK_LINES)
    return Sheet(table.sheet(lang), (block,), title=table.sheet(lang), subtitle=table.help.say(lang), frozen_columns=0)


def _written(table: Table[Any], values: Mapping[str, Any], lang: Lang) -> dict[str, CellValue]:
    return {key: None if value is None else table.by_key[key].kind.write(value, lang) for key, value in values.items()}


def _note(column: columns.Column, kind: str, required: bool, lang: Lang) -> str:
    """The remark on a header: what to write, whether it must be there, whether it is computed."""
    parts = [words.CELL_KIND.say(lang, kind=kind)]
    if column.computed:
        parts.append(words.COMPUTED_COLUMN.say(lang))
    else:
        parts.append((words.REQUIRED_COLUMN if required else words.OPTIONAL_COLUMN).say(lang))
    if column.help.zh:
        parts.append(column.help.say(lang))
    return "\n".join(parts)


def _refuse(index: int, code: object, details: Mapping[str, object]) -> None:
    """Examples are read without a word; a remark such as a date standing for its Monday is no matter."""
