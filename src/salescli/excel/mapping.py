"""How a stranger's headers would be read: which column each one is, and what the others look like.

A near miss is only ever a suggestion; ``[columns]`` in the configuration makes it a rule of the house.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from salescli.excel.addresses import cell_address
from salescli.excel.header_match import HeaderMatch
from salescli.excel.header_words import core_of, folded
from salescli.excel.likeness import nearest
from salescli.excel.read import CellValue, RawSheet
from salescli.table.table import Field, Table
from salescli.words.language import Text, language_of

_BELOW: Final = 60
"""Rows below a header that are looked at."""


class How(StrEnum):
    """How a header came by its column; `NEAR` is a likeness only, which is never followed."""

    EXACT = "exact"
    ALIAS = "alias"
    NEAR = "near"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Mapped:
    """One header cell: `column` is the column it is read as, or when NEAR only what it looks most like.

    `column` and `key` are None for a header that looks like nothing the table has; `similarity` is 0 to 100.
    """

    cell: str
    header: str
    key: str | None
    column: Text | None
    how: How = How.EXACT
    similarity: int = 100

    @property
    def near(self) -> bool:
        """Whether it is a likeness only."""
        return self.how is How.NEAR

    def document(self) -> dict[str, Any]:
        return {
            "cell": self.cell,
            "header": self.header,
            "field": self.key,
            "near": self.near,
            "how": str(self.how),
            "similarity": self.similarity if self.key else None,
        }


def mapping(sheet: RawSheet, table: Table[Any], match: HeaderMatch) -> tuple[Mapped, ...]:
    """The header cells of a table in their order."""
    mapped = [_exact(sheet, table, match, key, at.index) for key, at in match.columns.items()]
    for group in match.months:
        written = str(group.written)[:10] if isinstance(group.written, date) else group.written
        for key, at in group.columns.items():
            name = table.label(key)
            column = Text(f"{written} {name.zh}", f"{written} {name.en}")
            cell = cell_address(match.row, at.index)
            mapped.append(Mapped(cell, header_words(sheet, match.row, at.index), key, column))
    taken = {*match.columns, *(["month"] if match.months else []), *(key for g in match.months for key in g.columns)}
    free = [item for item in table.fields if item.key not in taken]
    unknown = dict(match.unknown)
    near = nearest({index: core_of(text) for index, text in unknown.items()}, free, _cells_below(sheet, match, unknown))
    for index, text in unknown.items():
        cell = cell_address(match.row, index)
        if index in near:
            item, score = near[index]
            mapped.append(Mapped(cell, text, item.key, table.label(item.key), How.NEAR, int(score)))
        else:
            mapped.append(Mapped(cell, text, None, None, How.NONE, 0))
    mapped += [Mapped(cell_address(match.row, index), text, None, None, How.NONE, 0) for index, text in match.beside]
    return tuple(sorted(mapped, key=lambda item: (len(item.cell), item.cell)))


def house_columns(mapped: Sequence[Mapped], table: Table[Any]) -> dict[str, str]:
    """What ``[columns]`` in the configuration takes to make the near misses a rule of the house.

    A unit in a header's brackets is left out: it goes on scaling the cells. Columns are named in the header's language.
    """
    near = [(core_of(item.header), item.key) for item in mapped if item.near and item.key]
    return {header: table.by_key[key].column.name(language_of([header])) for header, key in near}


def toml_of(columns: Mapping[str, str]) -> str:
    """The table ``[columns]`` as TOML, whatever stands in the headers."""
    return "\n".join(["[columns]", *(f"{_quoted(theirs)} = {_quoted(ours)}" for theirs, ours in columns.items())])


def header_words(sheet: RawSheet, at: int, index: int) -> str:
    """The words of a header, from the row above where a two-row header has them there."""
    for row in (at, at - 1):
        cells = sheet.rows[row] if row >= 0 else ()
        if index < len(cells) and str(cells[index]).strip():
            return " ".join(str(cells[index]).split())
    return ""


def _exact(sheet: RawSheet, table: Table[Any], match: HeaderMatch, key: str, index: int) -> Mapped:
    words = header_words(sheet, match.row, index)
    how = How.EXACT if folded(core_of(words)) in _own_names(table.by_key[key]) else How.ALIAS
    return Mapped(cell_address(match.row, index), words, key, table.label(key), how)


def _own_names(item: Field) -> set[str]:
    column = item.column
    return {folded(name) for name in (column.zh, column.en, column.hant or column.zh)}


def _cells_below(sheet: RawSheet, match: HeaderMatch, columns: Mapping[int, str]) -> dict[int, list[CellValue]]:
    rows = sheet.rows[match.row + 1 : match.row + 1 + _BELOW]
    return {index: [row[index] for row in rows if index < len(row)] for index in columns}


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char >= " " and char != "\x7f" else f"\\u{ord(char):04x}" for char in escaped) + '"'
