"""Finding a table's header row in a sheet, and which column is which.

A header matches a column by any of its names in Simplified or Traditional Chinese or English, with or
without its unit in brackets; the unit scales the cells below. A near miss is only ever suggested.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from salescli.excel.addresses import cell_address
from salescli.excel.read import CellValue, RawSheet
from salescli.table.codes import headers as codes
from salescli.table.kind import normal
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import RowT
from salescli.table.table import Field, Table
from salescli.words.language import Text

ROWS_SEARCHED: Final = 40
"""A header stands within the first rows of its sheet, below titles, logos and instructions."""

NEAR_ENOUGH: Final = 70.0
"""Similarity (rapidfuzz ratio, 0 to 100) from which a header is worth suggesting."""

SCALES: Final[Mapping[str, int]] = MappingProxyType(
    {
        **dict.fromkeys(("元", "cny", "rmb", "¥", "人民币", "%", "家", "个", "單", "单", "次", "天", "days"), 0),
        **dict.fromkeys(("千元", "k"), 3),
        **dict.fromkeys(("万", "万元", "萬", "萬元", "10k"), 4),
        **dict.fromkeys(("百万", "百万元", "百萬", "m", "million"), 6),
        **dict.fromkeys(("千万", "千万元", "千萬"), 7),
        **dict.fromkeys(("亿", "亿元", "億", "億元"), 8),
    }
)
"""Units a header may carry and the power of ten each stands for."""

_BRACKET: Final = re.compile(r"^(.+?)[(\[【]([^()\[\]【】]*)[)\]】]$")
_SLASH: Final = re.compile(r"^(.+?)[/:]([^/:]+)$")

Aliases: TypeAlias = Mapping[str, str]
"""Extra headers of the house: what stands in the workbook → the column's own name."""


@dataclass(frozen=True, slots=True)
class ColumnAt:
    """Where a field's cells stand: the column's index from 0 and the scale its header gives."""

    index: int
    scale: int = 0
    percent: bool = False


@dataclass(frozen=True, slots=True)
class HeaderMatch:
    """How well one row of a sheet serves as the header of a table (row and column indices from 0)."""

    row: int
    columns: Mapping[str, ColumnAt]
    unknown: tuple[tuple[int, str], ...]
    clashes: tuple[tuple[Field, int, int], ...]
    missing: tuple[Field, ...]

    @property
    def fits(self) -> bool:
        """Whether every required column is there."""
        return not self.missing

    @property
    def rank(self) -> tuple[bool, int, int]:
        """For choosing the best row: complete first, then the most columns, then the fewest strangers."""
        return (self.fits, len(self.columns), -len(self.unknown))


def find_header(sheet: RawSheet, table: Table[RowT], aliases: Aliases) -> HeaderMatch | None:
    """The row that serves best as header, None when no row names two columns (or all there are)."""
    names = _names(table, aliases)
    best: HeaderMatch | None = None
    for index, cells in enumerate(sheet.rows[:ROWS_SEARCHED]):
        match = _match(index, cells, table, names)
        if match is not None and (best is None or match.rank > best.rank):
            best = match
    return best


def header_problems(sheet: RawSheet, table: Table[RowT], match: HeaderMatch) -> list[Problem]:
    """What is to be said about a header: clashes, missing columns with near misses, columns left alone."""
    found = [_clash(sheet, table, match, clash) for clash in match.clashes]
    near = _near_misses(match)
    for item in match.missing:
        place = Place(sheet.file, sheet.name, f"{match.row + 1}:{match.row + 1}")
        hint = Text("", "")
        if item.key in near:
            hint = Text(f"“{near[item.key]}”是它吗？", f"Is it “{near[item.key]}”?")
        found.append(problem(codes.MISSING_COLUMN, place, table=table.title, column=table.label(item.key), near=hint))
    suggested = {text: key for key, text in near.items()}
    for index, text in match.unknown:
        found.append(_unknown(sheet, table, match, index, text, suggested.get(text)))
    return found


def _names(table: Table[RowT], aliases: Aliases) -> dict[str, str]:
    names = {normal(name): item.key for item in table.fields for name in item.column.headers()}
    for theirs, ours in aliases.items():
        if (key := names.get(normal(ours))) is not None:
            names[normal(theirs)] = key
    return names


def _match(row: int, cells: Sequence[CellValue], table: Table[RowT], names: Mapping[str, str]) -> HeaderMatch | None:
    columns: dict[str, ColumnAt] = {}
    unknown: list[tuple[int, str]] = []
    clashes: list[tuple[Field, int, int]] = []
    for index, cell in enumerate(cells):
        if not isinstance(cell, str) or not cell.strip():
            continue
        claimed = _claim(cell, names)
        if claimed is None:
            unknown.append((index, " ".join(cell.split())))
        elif claimed[0] in columns:
            clashes.append((table.by_key[claimed[0]], columns[claimed[0]].index, index))
        else:
            columns[claimed[0]] = ColumnAt(index, claimed[1], claimed[2])
    if len(columns) < min(2, len(table.fields)):
        return None
    missing = tuple(item for item in table.fields if item.required and item.key not in columns)
    return HeaderMatch(row, columns, tuple(unknown), tuple(clashes), missing)


def _claim(header: str, names: Mapping[str, str]) -> tuple[str, int, bool] | None:
    """The field a header names, with its scale and whether it is in per cent."""
    text = normal(unicodedata.normalize("NFKC", header)).strip("*:")
    core, unit = _unit(text)
    if text in names:
        return names[text], SCALES.get(unit, 0), unit == "%"
    if unit and core in names:
        return names[core], SCALES.get(unit, 0), unit == "%"
    return None


def _unit(text: str) -> tuple[str, str]:
    if match := _BRACKET.match(text):
        return match[1], match[2].removeprefix("单位").lstrip(":")
    if (match := _SLASH.match(text)) and match[2] in SCALES:
        return match[1], match[2]
    return text, ""


def _near_misses(match: HeaderMatch) -> dict[str, str]:
    """For each missing column the stranger among the headers that looks most like it, if any does."""
    if not match.missing or not match.unknown:
        return {}
    from rapidfuzz import fuzz

    near: dict[str, str] = {}
    for item in match.missing:
        scored = [
            (max(fuzz.ratio(normal(text), normal(name)) for name in item.column.headers()), text)
            for _, text in match.unknown
        ]
        score, text = max(scored)
        if score >= NEAR_ENOUGH or (score >= 50 and len(text) <= 6):
            near[item.key] = text
    return near


def _clash(sheet: RawSheet, table: Table[RowT], match: HeaderMatch, clash: tuple[Field, int, int]) -> Problem:
    item, first, second = clash
    cells = sheet.rows[match.row]
    return problem(
        codes.HEADER_CLASH,
        Place(sheet.file, sheet.name, cell_address(match.row, second)),
        first=f"{cells[first]} ({cell_address(match.row, first)})",
        second=f"{cells[second]} ({cell_address(match.row, second)})",
        column=table.label(item.key),
    )


def _unknown(
    sheet: RawSheet, table: Table[RowT], match: HeaderMatch, index: int, text: str, near: str | None
) -> Problem:
    hint = Text("", "")
    if near is not None:
        name = table.label(near)
        hint = Text(f"是“{name.zh}”吗？", f"Did you mean “{name.en}”?")
    place = Place(sheet.file, sheet.name, cell_address(match.row, index))
    return problem(codes.UNKNOWN_COLUMN, place, found=text, table=table.title, near=hint)
