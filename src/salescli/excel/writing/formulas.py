"""Formula templates turned into formulas: names of cells become addresses (see :mod:`salescli.excel.book`)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, TypeVar

from salescli.excel.addresses import column_letters
from salescli.excel.writing.placed import PlacedBlock, PlacedBook

Thing = TypeVar("Thing")

_ALONE: Final = re.compile(r"\{([^{}:@]+):([^{}:@]+)@([^{}]+)\}")
_PARTS: Final = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


@dataclass(frozen=True, slots=True)
class Name:
    """A place of a template: ``{key}``, ``{block:key}`` or ``{block:key@at}``."""

    block: str | None
    key: str
    at: str | None


@lru_cache(maxsize=4096)
def parse(template: str) -> tuple[str | Name, ...]:
    """The literal pieces and the names of a template; ValueError for a brace that stands alone."""
    parts: list[str | Name] = []
    end = 0
    for match in _PARTS.finditer(template):
        parts.append(template[end : match.start()])
        end = match.end()
        if match[0] in ("{{", "}}"):
            parts.append(match[0][0])
        elif match[1] is None:
            raise ValueError(f"a brace stands alone in the formula {template!r}")
        else:
            parts.append(_name(match[1]))
    parts.append(template[end:])
    return tuple(part for part in parts if part != "")


def _name(text: str) -> Name:
    block, colon, rest = text.rpartition(":")
    key, at, place = rest.partition("@")
    return Name(block if colon else None, key, place if at else None)


def formula(template: str, book: PlacedBook, here: PlacedBlock, row: int, fixed_columns: bool = False) -> str:
    """The formula for `row` of block `here`, with its ``=``; ValueError for a name that is not in the book.

    With `fixed_columns` the row's own cells read ``$G7``: a rule over several columns needs that.
    """
    pieces = [
        part if isinstance(part, str) else _address(part, template, book, here, row, fixed_columns)
        for part in parse(template)
    ]
    return "=" + "".join(pieces)


def own_row_pieces(template: str, book: PlacedBook, here: PlacedBlock) -> tuple[str, ...]:
    """The formula, without its ``=``, in the pieces between the places where the row's own number stands.

    A formula that is one named cell is found at once: thousands of lines have one, each another.
    """
    if (alone := _ALONE.fullmatch(template)) is not None:
        return (_address(Name(alone[1], alone[2], alone[3]), template, book, here, 0, False),)
    return _pieces(template, _Ref(book), _Ref(here))


class _Ref(Generic[Thing]):
    """A thing by identity, for remembering what was worked out of it."""

    def __init__(self, thing: Thing) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Ref) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)


@lru_cache(maxsize=1024)
def _pieces(template: str, book: _Ref[PlacedBook], here: _Ref[PlacedBlock]) -> tuple[str, ...]:
    pieces = [""]
    for part in parse(template):
        if isinstance(part, Name) and part.block is None and part.at is None and part.key in here.thing.columns:
            pieces[-1] += column_letters(here.thing.columns[part.key])
            pieces.append("")
        else:
            pieces[-1] += part if isinstance(part, str) else _address(part, template, book.thing, here.thing, 0, False)
    return tuple(pieces)


def _address(name: Name, template: str, book: PlacedBook, here: PlacedBlock, row: int, fixed_columns: bool) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    block = here if name.block is None else book.blocks.get(name.block)
    if block is None or name.key not in block.columns or (name.block is None and name.at is not None):
        raise ValueError(f"block {here.block.id!r}: the formula {template!r} names no cell with {name}")
    column = block.columns[name.key]
    if name.block is None:
        return str(xl_rowcol_to_cell(row, column, col_abs=fixed_columns))
    if name.at is None:
        return f"{quoted(block.sheet)}!{_absolute(block.first, column)}:{_absolute(block.last, column)}"
    return f"{quoted(block.sheet)}!{_absolute(_row(name, template, block), column)}"


def _row(name: Name, template: str, block: PlacedBlock) -> int:
    """The row of ``@total``, ``@2`` or ``@id``."""
    if name.at == "total" and block.total_row is not None:
        return block.total_row
    if name.at and name.at.isdecimal() and 1 <= int(name.at) <= len(block.block.lines):
        return block.first + int(name.at) - 1
    if (row := block.row_of(name.at or "")) is not None:
        return row
    raise ValueError(f"the formula {template!r} names no line of block {block.block.id!r} with {name.at!r}")


def _absolute(row: int, column: int) -> str:
    return f"${column_letters(column)}${row + 1}"


def quoted(sheet: str) -> str:
    """A sheet's name as formulas spell it."""
    return "'" + sheet.replace("'", "''") + "'"
