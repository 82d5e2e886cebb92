"""The library's `template`: the kinds of tables, and workbooks to fill in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from salescli.catalog import FILLED_IN, TABLES
from salescli.excel.place import place_all
from salescli.excel.template import template_book
from salescli.excel.write import book_bytes
from salescli.table.codes import check as codes
from salescli.table.errors import CannotRun
from salescli.table.outcome import Outcome
from salescli.table.problem import problem
from salescli.table.table import Table
from salescli.words.language import Lang, Text


@dataclass(frozen=True, slots=True)
class TemplateResult:
    """The kinds that were listed, or written."""

    tables: tuple[Table[Any], ...]
    listed: bool

    def document(self) -> dict[str, Any]:
        return {
            "kinds": [
                {"kind": item.name, "stage": item.stage, "sheet": item.sheets[0], "schema": item.json_schema()}
                for item in self.tables
            ]
        }


def template(
    kinds: Sequence[str],
    *,
    every: bool = False,
    filled: bool = False,
    lang: Lang = Lang.ZH,
    output: Path | None = None,
    force: bool = False,
) -> Outcome[TemplateResult]:
    """List all kinds, or write the chosen ones: to one workbook when `output` ends in .xlsx, else a file each.

    Raises CannotRun for an unknown kind or a missing `output`, CannotWrite as :func:`place_all` does.
    """
    if not kinds and not every:
        return Outcome("template", (), (), TemplateResult(FILLED_IN, listed=True))
    chosen = FILLED_IN if every else tuple(table_named(kind) for kind in dict.fromkeys(kinds))
    if output is None:
        raise CannotRun([problem(codes.TEMPLATE_NEEDS_OUTPUT)])
    outputs = _write(chosen, output, lang, filled=filled, force=force)
    return Outcome("template", (), (), TemplateResult(chosen, listed=False), outputs)


def table_named(kind: str) -> Table[Any]:
    """A table by its name or its sheet's; raises CannotRun with the nearest name."""
    for table in TABLES.values():
        if kind.casefold() in {name.casefold() for name in table.sheet_names}:
            return table
    from rapidfuzz import process

    names = {name.casefold(): table for table in TABLES.values() for name in table.sheet_names}
    match = process.extractOne(kind.casefold(), [*names], score_cutoff=60)
    near: Text | str = ""
    if match is not None:
        table = names[match[0]]
        near = Text(f"是不是“{table.name}”（{table.title.zh}）？", f" Did you mean “{table.name}” ({table.title.en})?")
    raise CannotRun([problem(codes.UNKNOWN_KIND, found=kind, near=near)])


def _write(tables: Sequence[Table[Any]], output: Path, lang: Lang, *, filled: bool, force: bool) -> tuple[Path, ...]:
    if output.suffix.casefold() == ".xlsx":
        groups = {output: tuple(tables)}
    else:
        groups = {output / f"{table.name}.xlsx": (table,) for table in tables}
    books = {path: book_bytes(template_book(group, lang, filled=filled)) for path, group in groups.items()}
    files = [(path, lambda target, content=content: _save(target, content)) for path, content in books.items()]
    return place_all(files, force=force)


def _save(target: Path, content: bytes) -> None:
    target.write_bytes(content)
