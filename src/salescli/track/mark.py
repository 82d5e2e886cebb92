"""The mark of a tracking workbook: a digest of all that its sheets show.

When reports are merged again and the same would be shown, the workbook is left as it is, byte for byte. Values are told
by column, as a list of Python's would be written, but that 10 and 10.00 are one amount.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from types import NoneType
from typing import Any, Final

from salescli.excel.book import Block, CellValue, Line, Sheet
from salescli.excel.columnar import ColumnLines

_DECIMAL: Final = re.compile(r"Decimal\('([^']+)'\)")
_MARK: Final = re.compile(r"\b[0-9a-f]{24}\b")


def mark_of(shown: Sequence[Sheet]) -> str:
    """A digest of everything on the sheets."""
    digest = sha256()
    for sheet in shown:
        digest.update(_digits_alike(replace(sheet, blocks=())).encode())
        for block in sheet.blocks:
            digest.update(_digits_alike(replace(block, lines=())).encode())
            for told in _lines_told(block):
                digest.update(told.encode())
    return digest.hexdigest()[:24]


def mark_in(texts: Iterable[object]) -> str | None:
    """The mark among texts of a sheet; None when somebody removed it."""
    found = (_MARK.search(text) for text in texts if isinstance(text, str))
    return next((match.group() for match in found if match), None)


def _lines_told(block: Block) -> Iterator[str]:
    """The lines of a block, a column at a time, and what its lines have beside their values."""
    lines = block.lines
    if isinstance(lines, ColumnLines):
        for key, column in lines.columns.items():
            yield f"\n{key}={column_told(column)}"
        return
    for key in dict.fromkeys(key for line in lines for key in line.values):
        yield f"\n{key}={column_told([line.values.get(key) for line in lines])}"
    for name in _BESIDE:
        if any(column := [getattr(line, name) for line in lines]):
            yield f"\n{name}: {_things_told(column)}"


_BESIDE: Final = tuple(item.name for item in dataclass_fields(Line) if item.name != "values")
"""What a line may have beside its values."""


def column_told(column: Sequence[CellValue]) -> str:
    """The values of a column, each as :func:`_told` has it."""
    kinds = set(map(type, column)) - {NoneType}
    if kinds <= _AS_WRITTEN:
        return repr(list(column))
    if kinds == {Decimal}:
        return _listed(["None" if value is None else str(value.normalize()) for value in column])  # type: ignore[union-attr]
    if kinds == {Fraction}:  # rarely equal, and slow to compare
        return _listed(map(str, column))
    if len(kinds) == 1:  # values of one kind that are equal are told alike
        said = {value: _told(value) for value in set(column)}
        return _listed(map(said.__getitem__, column))
    return _listed(map(_told, column))


_AS_WRITTEN: Final = frozenset({str, int, bool})
"""Kinds of values whose words hold no amount."""


def _told(value: CellValue) -> str:
    if type(value) in _AS_WRITTEN:
        return repr(value)
    if isinstance(value, Decimal):
        return str(value.normalize())
    return str(value) if isinstance(value, Fraction) else _digits_alike(value)


def _things_told(things: Sequence[Any]) -> str:
    """Mappings, sets, tones and the like; many lines share one."""
    distinct = {id(thing): thing for thing in things}
    said = {at: _digits_alike(sorted(one) if isinstance(one, frozenset) else one) for at, one in distinct.items()}
    return _listed(said[id(thing)] for thing in things)


def _listed(texts: Iterable[str]) -> str:
    return f"[{', '.join(texts)}]"


def _digits_alike(thing: object) -> str:
    return _DECIMAL.sub(lambda found: f"{Decimal(found[1]).normalize()}", repr(thing))
