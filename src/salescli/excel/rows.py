"""Which rows below a header hold data; the others are blank, totals, repeated headers, remarks or another table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from salescli.excel.addresses import cell_address
from salescli.excel.glance import evident
from salescli.excel.header_match import HeaderMatch
from salescli.excel.read import CellValue, RawSheet
from salescli.excel.row_cells import is_space
from salescli.excel.row_looks import RowLooks
from salescli.excel.sections import Section, titles_between
from salescli.excel.table_shape import TableShape
from salescli.table.codes import headers as codes
from salescli.table.kind import shown
from salescli.table.problem import Code, Place, Problem, problem
from salescli.table.table import Table


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
    table: Table[Any],
    match: HeaderMatch,
    below: Sequence[Sequence[CellValue]],
    vital: tuple[int, ...] | None = None,
) -> SortedRows:
    """Tell the rows below `match` apart.

    `below` are the sheet's columns below the header. A row whose `vital` columns are blank (all matched columns, when
    not given) holds no data.
    """
    shape = TableShape(sheet, table, match, vital)
    return sorted_by_look(shape, evident(shape, below))


def sorted_by_look(shape: TableShape, known: Sequence[bool]) -> SortedRows:
    """The same, where it is `known` of each row below the header whether it is data, or not known."""
    sorter = _Sorter(shape)
    data, totals = sorter.sort(known)
    return SortedRows(data, totals, sorter.sections, sorter.other, sorter.problems)


class _Sorter:
    def __init__(self, shape: TableShape) -> None:
        self.sheet, self.match, self.shape = shape.sheet, shape.match, shape
        self.look = RowLooks(shape)
        self.problems: list[Problem] = []
        self.sections: list[Section] = []
        self.other: int | None = None

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
            # units stand below each repeated header, too
            if cells == self.shape.units or self.look.is_blank(at, cells):
                after_blank |= not any(cell != "" for cell in cells)
                self._remark(at, cells)
                continue
            if self.look.is_total(cells):
                totals.append(at)
            elif self.look.repeats(cells):
                if not self._begins_section(at, cells, [*data[-1:], *totals[-1:]]):
                    break
            elif after_blank and data and self.look.is_another(at, cells):
                self.other = at
                self._say(codes.SECOND_TABLE, at)
                break
            elif at in self.shape.flawed or not self._is_for_readers(at, cells):
                data.append(at)
            after_blank = False
        return data, totals

    def _begins_section(self, at: int, cells: Sequence[CellValue], read: Sequence[int]) -> bool:
        """Whether the repeated header at `at` stands over the same columns; what is below is the table's then.

        `read` are the last rows of data and of totals above it.
        """
        if not self.look.in_place(cells):
            self._say(codes.HEADER_MOVED, at, first=self.match.row + 1, last=len(self.sheet.rows))
            return False
        self._say(codes.REPEATED_HEADER, at)
        above = max([self.match.row, *read, *(item.header for item in self.sections[-1:])])
        self.sections.append(Section(at, titles_between(self.sheet, above, at)))
        return True

    def _is_for_readers(self, at: int, cells: Sequence[CellValue]) -> bool:
        """Whether the row only tells its readers something: a title, an average, who made it; if so it is said."""
        if self.look.is_average(cells):
            self._say(codes.AVERAGE_ROW, at)
            return True
        if self.look.titles_section(at, cells):
            self._say_passed(at, cells)
            return True
        if self._remark(at, cells):
            return True
        if self.look.is_footer(cells):
            self._say_passed(at, cells)
            return True
        return False

    def _remark(self, at: int, cells: Sequence[CellValue]) -> bool:
        """Whether the row is one text cell that reads as a remark; if so it is said."""
        found = self.look.remark(cells)
        if found is not None:
            self._say_beside(cell_address(at, found[0]), found[1])
        return found is not None

    def _say_passed(self, row: int, cells: Sequence[CellValue]) -> None:
        filled = [index for index, cell in enumerate(cells) if not is_space(cell)]
        cell = cell_address(row, filled[0]) if len(filled) == 1 else f"{row + 1}:{row + 1}"
        self._say_beside(cell, " ".join(str(cells[index]) for index in filled))

    def _say_beside(self, cell: str, words: str) -> None:
        self.problems.append(
            problem(codes.SIDE_NOTE, Place(self.sheet.file, self.sheet.name, cell), found=shown(words))
        )

    def _say(self, code: Code, row: int, **details: object) -> None:
        place = Place(self.sheet.file, self.sheet.name, f"{row + 1}:{row + 1}")
        self.problems.append(problem(code, place, row=row + 1, **details))
