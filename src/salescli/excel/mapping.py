"""How a stranger's headers would be read: which column each one is, and what the others look like.

A near miss is only ever a suggestion; ``[columns]`` in the configuration makes it a rule of the house.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from salescli.excel.addresses import cell_address
from salescli.excel.headers import NEAR_ENOUGH, likeness
from salescli.excel.source import Found
from salescli.words.language import Text


@dataclass(frozen=True, slots=True)
class Mapped:
    """One header cell: `column` is the column it is read as, or with `near` only what it looks most like.

    `column` and `key` are None for a header that looks like nothing the table has.
    """

    cell: str
    header: str
    key: str | None
    column: Text | None
    near: bool = False


def mapping(found: Found[Any]) -> tuple[Mapped, ...]:
    """The header cells of a found table in their order."""
    table, match = found.table, found.match
    claimed = dict(match.columns)
    mapped = [_mapped(found, key, at.index, near=False) for key, at in claimed.items()]
    for group in match.months:
        written = str(group.written)[:10] if isinstance(group.written, date) else group.written
        for key, at in group.columns.items():
            name = table.label(key)
            column = Text(f"{written} {name.zh}", f"{written} {name.en}")
            mapped.append(Mapped(cell_address(match.row, at.index), _header(found, at.index), key, column))
    taken = {*claimed, *(key for group in match.months for key in group.columns)}
    for index, text in match.unknown:
        nearest = _nearest(found, text, taken)
        if nearest is None:
            mapped.append(Mapped(cell_address(match.row, index), text, None, None))
        else:
            taken.add(nearest)
            mapped.append(_mapped(found, nearest, index, near=True))
    mapped += [Mapped(cell_address(match.row, index), text, None, None) for index, text in match.beside]
    return tuple(sorted(mapped, key=lambda item: (len(item.cell), item.cell)))


def _mapped(found: Found[Any], key: str, index: int, *, near: bool) -> Mapped:
    address = cell_address(found.match.row, index)
    return Mapped(address, _header(found, index), key, found.table.label(key), near)


def _header(found: Found[Any], index: int) -> str:
    """The words of a header, from the row above where a two-row header has them there."""
    for row in (found.match.row, found.match.row - 1):
        cells = found.sheet.rows[row]
        if index < len(cells) and str(cells[index]).strip():
            return " ".join(str(cells[index]).split())
    return ""


def _nearest(found: Found[Any], text: str, taken: set[str]) -> str | None:
    scored = [(likeness(text, item), item.key) for item in found.table.fields if item.key not in taken]
    score, key = max(scored, default=(0.0, ""))
    return key if score >= NEAR_ENOUGH else None
