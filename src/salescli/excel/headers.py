"""Finding a table's header row in a sheet, and which column is which.

A header matches a column by any of its names in Simplified or Traditional Chinese or English, with or
without its unit in brackets; the unit scales the cells below. A near miss is only ever suggested.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final, TypeAlias

from salescli.excel.addresses import cell_address
from salescli.excel.blocks import divided, strangers
from salescli.excel.captions import Caption, caption_of, captions_at
from salescli.excel.likeness import NEAR_ENOUGH, likeness
from salescli.excel.money_units import is_remark, scale_in
from salescli.excel.read import CellValue, RawSheet
from salescli.table.codes import headers as codes
from salescli.table.kind import normal
from salescli.table.numbers import CountKind, NumberKind, RatioKind
from salescli.table.problem import Place, Problem, problem
from salescli.table.quantity import QuantityKind
from salescli.table.row import RowT
from salescli.table.table import Field, Table
from salescli.words.language import Text

ROWS_SEARCHED: Final = 40
"""A header stands within the first rows of its sheet, below titles, logos and instructions."""

FEWEST_MONTHS: Final = 3
"""Months side by side that make a header on their own, when no other column is named."""

_SIMPLIFIED: Final = str.maketrans(
    "業務員銷標額際區達態備註產線號數訪進開週復總經驗點調計劃實績單價類編項維權鎖歷離職潛係時間問題緊難責執當"
    "階準聯繫層級貢獻觸發條適對勵團隊協綜評過訂簽約購戶戰險預資網絡佔長漲圖檢測統繼續選擇擔負狀況與應該據體",
    "业务员销标额际区达态备注产线号数访进开周复总经验点调计划实绩单价类编项维权锁历离职潜系时间问题紧难责执当"
    "阶准联系层级贡献触发条适对励团队协综评过订签约购户战险预资网络占长涨图检测统继续选择担负状况与应该据体",
)
"""The Traditional characters that headers use, and their Simplified forms."""

_ROW_NUMBERS: Final = frozenset(("序号", "行号", "项次", "no.", "no", "#"))

_BRACKET: Final = re.compile(r"^(.+?)[(\[【]([^()\[\]【】]*)[)\]】]$")
_SLASH: Final = re.compile(r"^(.+?)[/:]([^/:]+)$")

Aliases: TypeAlias = Mapping[str, str]
"""Extra headers of the house: what stands in the workbook → the column's own name."""


@dataclass(frozen=True, slots=True)
class ColumnAt:
    """Where a field's cells stand: the column's index from 0 and the scale its header gives.

    `named` tells that the header itself names its unit; `odd` are words in its brackets that are no unit known.
    """

    index: int
    scale: int = 0
    percent: bool = False
    named: bool = False
    odd: str = ""


@dataclass(frozen=True, slots=True)
class MonthColumns:
    """The columns of one month of a table whose months stand side by side: as written, and where they are."""

    written: str | date
    columns: Mapping[str, ColumnAt]

    @property
    def index(self) -> int:
        """The first of the columns."""
        return min(at.index for at in self.columns.values())


@dataclass(frozen=True, slots=True)
class HeaderMatch:
    """How well a header serves a table. `row` is its last row; all indices count from 0.

    `unknown` are headers among the table's own that it does not have, `beside` those of what stands beside it.
    """

    row: int
    columns: Mapping[str, ColumnAt]
    unknown: tuple[tuple[int, str], ...]
    clashes: tuple[tuple[Field, int, int], ...]
    missing: tuple[Field, ...]
    months: tuple[MonthColumns, ...] = ()
    beside: tuple[tuple[int, str], ...] = ()

    @property
    def indices(self) -> set[int]:
        """The columns that are the table's."""
        groups = (self.columns, *(group.columns for group in self.months))
        return {at.index for group in groups for at in group.values()}

    @property
    def fits(self) -> bool:
        """Whether every required column is there."""
        return not self.missing

    @property
    def rank(self) -> tuple[bool, int, int]:
        """For choosing the best row: complete first, then the most columns, then the fewest strangers."""
        named = len(self.columns) + sum(len(group.columns) for group in self.months)
        return (self.fits and not self.clashes, named, -len(self.unknown))


def find_header(sheet: RawSheet, table: Table[RowT], aliases: Aliases) -> HeaderMatch | None:
    """The header that serves best, of one row or of two; None when none names two columns (or all there are)."""
    names = _names(table, tuple(aliases.items()))
    fewest = min(2, len(table.fields))
    best: HeaderMatch | None = None
    for index, cells in enumerate(sheet.rows[:ROWS_SEARCHED]):
        if not sheet.merged:
            words = [cell for cell in cells if cell.__class__ is not float]
            if sum(map(names.spoken.__getitem__, words)) < fewest:
                continue  # most rows are no header, and the search is made for every table and every file
        for captions in captions_at(sheet, index):
            match = names.reading(index, tuple(captions), table)
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
    if match.beside:
        place = Place(sheet.file, sheet.name, cell_address(match.row, match.beside[0][0]))
        found.append(problem(codes.BESIDE_TABLE, place, found=tuple(text for _, text in match.beside)))
    return found


class _Names(dict[str, str]):
    """The fields of a table by their headers, folded. What a text claims is remembered, and whether a cell says
    anything of a header at all."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(names)
        self.claim = lru_cache(maxsize=4096)(self._claim)
        self.reading = lru_cache(maxsize=256)(self._reading)
        self.spoken = _Spoken(self)

    def speaks(self, cell: CellValue) -> bool:
        """Whether a cell names a field or a month: a row of which fewer than two cells do is no header."""
        caption = caption_of(0, "", cell)
        return caption is not None and (caption.month is not None or any(map(self.claim, caption.texts)))

    def _reading(self, row: int, captions: tuple[Caption, ...], table: Table[Any]) -> HeaderMatch | None:
        """The captions as one header of the table, remembered: the files of a run have the same."""
        return _reading(row, captions, table, self)

    def _claim(self, header: str) -> tuple[str, int, bool, bool, str] | None:
        """The field a header names, and what its unit tells: the last four of ColumnAt."""
        text = _bare(header)
        core, unit = _unit(text)
        own = text in self
        if not own and not (unit and core in self):
            return None
        scale = scale_in(unit) if unit else None
        odd = "" if own or scale is not None or is_remark(unit) else unit
        return self[text if own else core], scale or 0, unit == "%", scale is not None, odd


class _Spoken(dict[CellValue, bool]):
    """Whether a cell speaks, remembered for the cells of every row that is looked at."""

    def __init__(self, names: _Names) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, cell: CellValue) -> bool:
        if cell.__class__ is float:
            return False
        if len(self) >= 4096:
            self.clear()
        self[cell] = speaks = self._names.speaks(cell)
        return speaks


@lru_cache(maxsize=128)
def _names(table: Table[Any], aliases: tuple[tuple[str, str], ...]) -> _Names:
    names = {folded(name): item.key for item in table.fields for name in item.column.headers()}
    for theirs, ours in aliases:
        if (key := names.get(folded(ours))) is not None:
            names[_bare(theirs)] = key
    return _Names(names)


def _reading(row: int, captions: Sequence[Caption], table: Table[RowT], names: _Names) -> HeaderMatch | None:
    """All captions as one header; where a column comes up twice, the one complete part that blank columns divide."""
    whole = _match(row, captions, table, names)
    if whole is None:
        return None
    if whole.clashes:
        for inside, beside in divided(captions):
            part, other = _match(row, inside, table, names), _match(row, beside, table, names)
            if part is not None and part.fits and not part.clashes and not (other and other.fits):
                return replace(part, beside=tuple((caption.index, caption.shown) for caption in beside))
    if not whole.fits:
        return whole
    apart = strangers(captions, whole.indices)
    return replace(
        whole,
        unknown=tuple(item for item in whole.unknown if item[0] not in apart),
        beside=tuple(item for item in whole.unknown if item[0] in apart),
    )


def header_at(row: int, captions: Sequence[Caption], table: Table[Any], aliases: Aliases) -> HeaderMatch:
    """The captions of a row as a header of `table`, however little of it they name."""
    return _named_by(row, captions, table, _names(table, tuple(aliases.items())))


def _match(row: int, captions: Sequence[Caption], table: Table[RowT], names: _Names) -> HeaderMatch | None:
    match = _named_by(row, captions, table, names)
    named = len(match.columns) + sum(len(group.columns) for group in match.months)
    return None if named < min(2, len(table.fields)) else match


def _named_by(row: int, captions: Sequence[Caption], table: Table[RowT], names: _Names) -> HeaderMatch:
    columns: dict[str, ColumnAt] = {}
    unknown: list[tuple[int, str]] = []
    clashes: list[tuple[Field, int, int]] = []
    monthly: list[Caption] = []
    for caption in captions:
        claimed = next((claim for text in caption.texts if (claim := names.claim(text))), None)
        if claimed is not None and claimed[0] in columns and caption.month is None:
            clashes.append((table.by_key[claimed[0]], columns[claimed[0]].index, caption.index))
        elif claimed is not None and claimed[0] not in columns:
            columns[claimed[0]] = ColumnAt(caption.index, *claimed[1:])
        elif caption.month is not None:
            monthly.append(caption)
        else:
            unknown.append((caption.index, caption.shown))
    months, others = _month_columns(table, columns, monthly, names)
    present = {*columns, *(["month"] if months else []), *(key for group in months for key in group.columns)}
    missing = tuple(item for item in table.fields if item.required and item.key not in present)
    return HeaderMatch(row, columns, (*unknown, *others), tuple(clashes), missing, months)


def _month_columns(
    table: Table[RowT], columns: Mapping[str, ColumnAt], captions: Sequence[Caption], names: _Names
) -> tuple[tuple[MonthColumns, ...], list[tuple[int, str]]]:
    """The months that stand side by side, and the columns among them that belong to none.

    A month alone (``8月``) stands for the first required figure without a column of its own (the first of any, in a
    table that requires none); with words beside it (``8月目标``, or 8月 above 目标) for the column of those words.
    """
    others = [(caption.index, caption.shown) for caption in captions]
    if "month" not in table.by_key or "month" in columns:
        return (), others
    figures = _figures(table)
    wanted = [item for item in figures if item.required] or figures
    bare = next((item for item in wanted if item.key not in columns), None)
    groups: dict[str | date, dict[str, ColumnAt]] = {}
    left: list[tuple[int, str]] = []
    for caption in captions:
        claimed = names.claim(caption.rest) if caption.rest else (bare.key, 0, False, False, "") if bare else None
        group = groups.setdefault(caption.month, {}) if caption.month is not None else {}
        if claimed is None or claimed[0] in group or claimed[0] in columns:
            left.append((caption.index, caption.shown))
        else:
            group[claimed[0]] = ColumnAt(caption.index, *claimed[1:])
    filled = {month: group for month, group in groups.items() if group}
    enough = len(filled) > 1 or any(caption.rest for caption in captions)
    if not enough or (not columns and len(filled) < FEWEST_MONTHS):
        return (), others
    return tuple(MonthColumns(month, group) for month, group in filled.items()), left


@lru_cache(maxsize=256)
def _figures(table: Table[Any]) -> Sequence[Field]:
    kinds = NumberKind | CountKind | RatioKind | QuantityKind
    return [item for item in table.fields if isinstance(item.kind, kinds)]


def folded(text: str) -> str:
    """A header for comparing: normal, and in Simplified characters, whichever it was written in."""
    return normal(text).translate(_SIMPLIFIED)


def core_of(header: str) -> str:
    """The words of a header without marks around them and without the unit in its brackets, as they are written."""
    text = unicodedata.normalize("NFKC", header).strip().strip("*:").strip()
    return " ".join(_unit(text)[0].split())


def _bare(header: str) -> str:
    return folded(header).strip("*:")


def counts_rows(header: str) -> bool:
    """Whether a header's column only numbers the rows."""
    return folded(header) in _ROW_NUMBERS


def _unit(text: str) -> tuple[str, str]:
    if match := _BRACKET.match(text):
        return match[1], match[2].removeprefix("单位").lstrip(":")
    if (match := _SLASH.match(text)) and scale_in(match[2]) is not None:
        return match[1].removesuffix("单位"), match[2]
    return text, ""


def _near_misses(match: HeaderMatch) -> dict[str, str]:
    """For each missing column the stranger among the headers that looks most like it, if any does."""
    if not match.missing or not match.unknown:
        return {}
    near: dict[str, str] = {}
    for item in match.missing:
        score, text = max((likeness(text, item), text) for _, text in match.unknown)
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
