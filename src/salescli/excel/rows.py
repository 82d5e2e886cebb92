"""Which rows below a header hold data; the others are blank, totals, repeated headers, remarks or another table."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from salescli.excel.addresses import cell_address
from salescli.excel.header_match import HeaderMatch
from salescli.excel.money_units import stated_units
from salescli.excel.read import CellValue, RawSheet
from salescli.excel.sections import Section, titles_between
from salescli.excel.totals import closing_words, is_average_word, is_total_word
from salescli.excel.unit_row import unit_row
from salescli.table.codes import headers as codes
from salescli.table.dates import DateKind, MomentKind, MonthKind, WeekKind, YearKind
from salescli.table.kind import BAD, CellContext, Kind, normal, shown
from salescli.table.numbers import CountKind, MoneyKind, NumberKind, RatioKind
from salescli.table.problem import Code, Place, Problem, problem
from salescli.table.quantity import QuantityKind
from salescli.table.texts import ChoiceKind

NUMERIC: Final = (NumberKind, MoneyKind, CountKind, RatioKind, QuantityKind)
"""The kinds of cells that hold figures."""

STRICT: Final = (DateKind, MomentKind, MonthKind, WeekKind, YearKind, ChoiceKind)
"""The kinds of cells that take no other words than theirs."""

_REMARK: Final = re.compile(r"^\s*(?:注|备注|備註|说明|說明|单位|note|remark)s?\s*[:：、。(（]", re.IGNORECASE)
_FOOTER: Final = re.compile(
    r"^\s*(?:制表|制單|制单|编制|編制|填表|填报|审核|審核|审批|复核|批准|经办|主管|负责人|打印|导出|更新|统计"
    r"|签字|签名|盖章|prepared|checked|approved|reviewed|printed|exported|updated)"
    r"(?:人|员|日期|时间|時間|部门|单位|(?:\s+(?:by|on|at)))?\s*(?:[:：](.*))?$",
    re.IGNORECASE | re.DOTALL,
)
"""What stands below a table for its readers: who made it, who checked it, when. Group 1 is what follows the colon."""


_TITLE_CELLS: Final = 3
"""Cells of a title at most: its words, and a page or a unit beside them."""

_SAMPLE: Final = 100
"""Cells of a column by which it is chosen."""


@lru_cache(maxsize=256)
def is_figure(kind: Kind[Any]) -> bool:
    """Whether cells of a kind hold figures."""
    return isinstance(kind, NUMERIC)


@lru_cache(maxsize=256)
def _is_strict(kind: Kind[Any]) -> bool:
    return isinstance(kind, STRICT)


@dataclass(frozen=True, slots=True)
class SortedRows:
    """The rows below a header by what they are: indices of the data rows and of the total rows, the sections that a
    repeated header begins, the first row of another table, and what is said of the others."""

    data: list[int]
    totals: list[int]
    sections: list[Section]
    other: int | None
    problems: list[Problem]


def sort_rows(
    sheet: RawSheet,
    match: HeaderMatch,
    kinds: Mapping[str, Kind[Any]],
    below: Sequence[Sequence[CellValue]],
    vital: tuple[int, ...] | None = None,
) -> SortedRows:
    """Tell the rows below `match` apart.

    `below` are the sheet's columns below the header, `kinds` those of the matched columns. A row whose `vital`
    columns are blank (all matched columns, when not given) holds no data.
    """
    sorter = _Sorter(sheet, match, kinds, vital)
    data, totals = sorter.sort(sorter.evident(below))
    return SortedRows(data, totals, sorter.sections, sorter.other, sorter.problems)


class _Sorter:
    def __init__(
        self, sheet: RawSheet, match: HeaderMatch, kinds: Mapping[str, Kind[Any]], vital: tuple[int, ...] | None
    ) -> None:
        self.sheet, self.match = sheet, match
        self.columns = [at.index for at in match.columns.values()]
        self.vital = self.columns if vital is None else vital
        self.numeric = [match.columns[key].index for key, kind in kinds.items() if is_figure(kind)]
        self.strict = [(match.columns[key].index, kind) for key, kind in kinds.items() if _is_strict(kind)]
        self.labels = min(self.numeric, default=1) or 1
        self.over = {index: self._header_words(index) for index in self.columns}
        flawed = set(self.columns)
        self.flawed = {row for row, column in sheet.flaws if column in flawed}
        self.header = {normal(str(cell)) for cell in sheet.rows[match.row] if cell != ""}.union(*self.over.values())
        self.units = unit_row(sheet, match)
        self.problems: list[Problem] = []
        self.sections: list[Section] = []
        self.other: int | None = None

    def _header_words(self, column: int) -> set[str]:
        """What the header says over a column, in its row and, where cells are merged, in the row above."""
        first = self.match.row - 1 if self.sheet.merged and self.match.row else self.match.row
        rows = self.sheet.rows[first : self.match.row + 1]
        return {normal(str(cells[column])) for cells in rows if column < len(cells) and cells[column] != ""}

    def evident(self, below: Sequence[Sequence[CellValue]]) -> list[bool]:
        """For each row below the header whether it is data at a glance.

        It has a figure where a row of data has to have something, a word that is none of the header's, and no word of
        a total row: so it is neither blank nor a total, a header, a remark or a footer.
        """
        figures = [below[index] for index in self.numeric if index in self.vital and index < len(below)]
        some = [False] * (len(self.sheet.rows) - self.match.row - 1)
        for column in figures:
            if all(some):
                break
            some = [known or cell.__class__ is float for known, cell in zip(some, column, strict=True)]
        wordy = self._wordiest(below)
        if not any(some) or wordy is None:
            return [False] * len(some)
        unlike = {cell: self._is_own_word(cell) for cell in set(wordy)}
        some = [known and unlike[cell] for known, cell in zip(some, wordy, strict=True)]
        for column in below[: self.labels]:
            different = set(column)
            if words := closing_words(different):
                some = [known and cell not in words for known, cell in zip(some, column, strict=True)]
        return some

    def _wordiest(self, below: Sequence[Sequence[CellValue]]) -> Sequence[CellValue] | None:
        """The column whose words are soonest compared with the header's: that with the fewest different ones."""
        words = [below[index] for index in self.columns if index not in self.numeric and index < len(below)]
        texts = [column for column in words if column and all(cell.__class__ is str for cell in column[:_SAMPLE])]
        return min(texts, key=lambda column: len(set(column[:_SAMPLE])), default=None)

    def _is_own_word(self, cell: CellValue) -> bool:
        return isinstance(cell, str) and not is_space(cell) and normal(cell) not in self.header

    def sort(self, evident: Sequence[bool]) -> tuple[list[int], list[int]]:
        first = self.match.row + 1
        if all(evident):
            return list(range(first, first + len(evident))), []
        data: list[int] = []
        totals: list[int] = []
        after_blank = False
        for at, known in enumerate(evident, first):
            if known:
                data.append(at)
                after_blank = False
                continue
            cells = self.sheet.rows[at]
            if cells == self.units or self._is_blank(at, cells):  # units stand below each repeated header, too
                after_blank |= not any(cell != "" for cell in cells)
                self._remark(at, cells)
                continue
            if self._is_total(cells):
                totals.append(at)
            elif self._repeats(cells):
                if not self._begins_section(at, cells, [*data[-1:], *totals[-1:]]):
                    break
            elif after_blank and data and self._is_another(at, cells):
                self.other = at
                self._say(codes.SECOND_TABLE, at)
                break
            elif at in self.flawed or not self._is_for_readers(at, cells):
                data.append(at)
            after_blank = False
        return data, totals

    def _say(self, code: Code, row: int, **details: object) -> None:
        place = Place(self.sheet.file, self.sheet.name, f"{row + 1}:{row + 1}")
        self.problems.append(problem(code, place, row=row + 1, **details))

    def _say_passed(self, row: int, cells: Sequence[CellValue]) -> None:
        filled = [index for index, cell in enumerate(cells) if not is_space(cell)]
        cell = cell_address(row, filled[0]) if len(filled) == 1 else f"{row + 1}:{row + 1}"
        words = shown(" ".join(str(cells[index]) for index in filled))
        self.problems.append(problem(codes.SIDE_NOTE, Place(self.sheet.file, self.sheet.name, cell), found=words))

    def _begins_section(self, at: int, cells: Sequence[CellValue], read: Sequence[int]) -> bool:
        """Whether the repeated header at `at` stands over the same columns; what is below is the table's then.

        `read` are the last rows of data and of totals above it.
        """
        if not self._in_place(cells):
            self._say(codes.HEADER_MOVED, at, first=self.match.row + 1, last=len(self.sheet.rows))
            return False
        self._say(codes.REPEATED_HEADER, at)
        above = max([self.match.row, *read, *(item.header for item in self.sections[-1:])])
        self.sections.append(Section(at, titles_between(self.sheet, above, at)))
        return True

    def _is_blank(self, at: int, cells: Sequence[CellValue]) -> bool:
        flaws = self.sheet.flaws if at in self.flawed else ()
        for index in self.vital:
            if (index < len(cells) and not is_space(cells[index])) or (at, index) in flaws:
                return False
        return True

    def _is_total(self, cells: Sequence[CellValue]) -> bool:
        """Whether the word of a total row stands in one of the columns up to the first figure."""
        return any(map(is_total_word, cells[: self.labels]))

    def _is_average(self, cells: Sequence[CellValue]) -> bool:
        """Whether the word of a row of averages stands alone among the words up to the first figure."""
        filled = [cell for cell in cells[: self.labels] if not is_space(cell)]
        return len(filled) == 1 and self.labels > 1 and is_average_word(filled[0])

    def _repeats(self, cells: Sequence[CellValue]) -> bool:
        count = 0
        for index in self.columns:
            cell = cells[index] if index < len(cells) else ""
            if isinstance(cell, str) and cell:
                if normal(cell) not in self.header:
                    return False
                count += 1
        return count >= min(2, len(self.columns))

    def _in_place(self, cells: Sequence[CellValue]) -> bool:
        """Whether each of the repeated headers stands over its own column."""
        return all(
            normal(cell) in words
            for index, words in self.over.items()
            if index < len(cells) and isinstance(cell := cells[index], str) and not is_space(cell)
        )

    def _titles_section(self, at: int, cells: Sequence[CellValue]) -> bool:
        """The title of a page or a month: few words, and next, perhaps below others, the header once more."""
        if not self._is_title(cells):
            return False
        for row in self.sheet.rows[at + 1 : at + 8]:
            if self._repeats(row):
                return True
            if not self._is_title(row) and not all(map(is_space, row)):
                return False
        return False

    def _is_title(self, cells: Sequence[CellValue]) -> bool:
        """Whether there are words in a few cells only, fewer than the table has columns."""
        few, filled = min(_TITLE_CELLS, len(self.columns) - 1), 0
        for cell in cells:
            if cell == "":
                continue
            if not isinstance(cell, str):
                return False
            filled += cell[0].isalnum() or not is_space(cell)
            if filled > few:
                return False
        return filled > 0

    def _is_another(self, at: int, cells: Sequence[CellValue]) -> bool:
        """Whether something else begins here: its header, or its title."""
        if self._titles_section(at, cells):
            return False
        return self._starts_another(cells) or self._titles_another(at, cells)

    def _is_for_readers(self, at: int, cells: Sequence[CellValue]) -> bool:
        """Whether the row only tells its readers something: a title, an average, who made it; if so it is said."""
        if self._is_average(cells):
            self._say(codes.AVERAGE_ROW, at)
            return True
        if self._titles_section(at, cells):
            self._say_passed(at, cells)
            return True
        return self._remark(at, cells) or self._footer(at, cells)

    def _starts_another(self, cells: Sequence[CellValue]) -> bool:
        """Below a blank row, words only, also where this table has figures or dates: the header of something else."""
        filled = [cell for cell in cells if cell != ""]
        words = all(isinstance(cell, str) and not re.search(r"\d", cell) for cell in filled)
        if len(filled) < 2 or not words:
            return False
        if any(index < len(cells) and cells[index] != "" for index in self.numeric):
            return True
        given = [(index, kind) for index, kind in self.strict if index < len(cells) and not is_space(cells[index])]
        return bool(given) and not any(_takes(kind, cells[index]) for index, kind in given)

    def _titles_another(self, at: int, cells: Sequence[CellValue]) -> bool:
        """The title of something else: words in one cell, and next the header that it belongs to."""
        filled = [cell for cell in cells if not is_space(cell)]
        if len(filled) != 1 or not isinstance(filled[0], str):
            return False
        below = (self.sheet.rows[row] for row in range(at + 1, len(self.sheet.rows)))
        following = next((row for row in below if not all(map(is_space, row))), None)
        return following is not None and self._starts_another(following)

    def _footer(self, at: int, cells: Sequence[CellValue]) -> bool:
        """Whether the row only says who made the table, who checked it and when; if so it is said."""
        if any(cell.__class__ is float for cell in cells):
            return False
        filled = [cell for cell in cells if not is_space(cell)]
        if not all(isinstance(cell, str) for cell in filled) or len(filled) > len(self.columns):
            return False
        open_label = False
        for cell in filled:
            match = _FOOTER.match(str(cell))
            if match is None and not open_label:
                return False
            if match is not None and match[1] is None and len(filled) == 1:
                return False
            open_label = match is not None and not (match[1] or "").strip()
        self._say_passed(at, cells)
        return True

    def _remark(self, at: int, cells: Sequence[CellValue]) -> bool:
        """Whether the row is one text cell that reads as a remark; if so it is said."""
        filled: list[tuple[int, CellValue]] = []
        for at_column, cell in enumerate(cells):
            if not is_space(cell):
                filled.append((at_column, cell))
                if len(filled) > 1:
                    return False
        index, text = filled[0] if filled else (0, None)
        if not isinstance(text, str):
            return False
        if index in self.columns and not _REMARK.match(text) and not stated_units(text):
            return False
        place = Place(self.sheet.file, self.sheet.name, cell_address(at, index))
        self.problems.append(problem(codes.SIDE_NOTE, place, found=shown(text)))
        return True


def _takes(kind: Kind[Any], cell: CellValue) -> bool:
    """Whether a cell can be read as one of a kind, in whatever year."""
    (value,) = kind.read([cell], CellContext(lambda *_: None, year=2000))
    return value is not BAD


def is_space(cell: CellValue) -> bool:
    """Whether a cell shows nothing: empty, or white space of any kind."""
    return cell == "" or (isinstance(cell, str) and not (cell[0].isalnum() or normal(cell)))
