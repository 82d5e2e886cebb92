"""What one row below a header is by its cells: blank, a total, the header again, a title, another table, a footer."""

import re
from collections.abc import Sequence
from typing import Final

from salescli.excel.money_units import stated_units
from salescli.excel.read import CellValue
from salescli.excel.row_cells import is_space, takes
from salescli.excel.table_shape import TableShape
from salescli.excel.total_words import is_average_word, is_total_word
from salescli.table.kind import normal

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


class RowLooks:
    """Looks at single rows of a table. `cells` are always a whole row of the sheet, `at` its index there."""

    def __init__(self, shape: TableShape) -> None:
        self.shape, self.rows, self.columns = shape, shape.sheet.rows, shape.columns

    def is_blank(self, at: int, cells: Sequence[CellValue]) -> bool:
        """Whether nothing stands where a row of data has something, also no formula without its result."""
        flaws = self.shape.sheet.flaws if at in self.shape.flawed else ()
        for index in self.shape.vital:
            if (index < len(cells) and not is_space(cells[index])) or (at, index) in flaws:
                return False
        return True

    def is_total(self, cells: Sequence[CellValue]) -> bool:
        """Whether the word of a total row stands in one of the columns up to the first figure."""
        return any(map(is_total_word, cells[: self.shape.of_header.labels]))

    def is_average(self, cells: Sequence[CellValue]) -> bool:
        """Whether the word of a row of averages stands alone among the words up to the first figure."""
        filled = [cell for cell in cells[: self.shape.of_header.labels] if not is_space(cell)]
        return len(filled) == 1 and self.shape.of_header.labels > 1 and is_average_word(filled[0])

    def repeats(self, cells: Sequence[CellValue]) -> bool:
        """Whether the row says the header's words once more."""
        count = 0
        for index in self.columns:
            cell = cells[index] if index < len(cells) else ""
            if isinstance(cell, str) and cell:
                if normal(cell) not in self.shape.header:
                    return False
                count += 1
        return count >= min(2, len(self.columns))

    def in_place(self, cells: Sequence[CellValue]) -> bool:
        """Whether each of the repeated headers stands over its own column."""
        return all(
            normal(cell) in words
            for index, words in self.shape.over.items()
            if index < len(cells) and isinstance(cell := cells[index], str) and not is_space(cell)
        )

    def titles_section(self, at: int, cells: Sequence[CellValue]) -> bool:
        """The title of a page or a month: few words, and next, perhaps below others, the header once more."""
        if not self._is_title(cells):
            return False
        for row in self.rows[at + 1 : at + 8]:
            if self.repeats(row):
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

    def is_another(self, at: int, cells: Sequence[CellValue]) -> bool:
        """Whether something else begins here: its header, or its title."""
        if self.titles_section(at, cells):
            return False
        return self._starts_another(cells) or self._titles_another(at, cells)

    def _starts_another(self, cells: Sequence[CellValue]) -> bool:
        """Below a blank row, words only, also where this table has figures or dates: the header of something else."""
        filled = [cell for cell in cells if cell != ""]
        words = all(isinstance(cell, str) and not re.search(r"\d", cell) for cell in filled)
        if len(filled) < 2 or not words:
            return False
        if any(index < len(cells) and cells[index] != "" for index in self.shape.of_header.numeric):
            return True
        strict = self.shape.of_header.strict
        given = [(index, kind) for index, kind in strict if index < len(cells) and not is_space(cells[index])]
        return bool(given) and not any(takes(kind, cells[index]) for index, kind in given)

    def _titles_another(self, at: int, cells: Sequence[CellValue]) -> bool:
        """The title of something else: words in one cell, and next the header that it belongs to."""
        filled = [cell for cell in cells if not is_space(cell)]
        if len(filled) != 1 or not isinstance(filled[0], str):
            return False
        below = (self.rows[row] for row in range(at + 1, len(self.rows)))
        following = next((row for row in below if not all(map(is_space, row))), None)
        return following is not None and self._starts_another(following)

    def is_footer(self, cells: Sequence[CellValue]) -> bool:
        """Whether the row only says who made the table, who checked it and when."""
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
        return True

    def remark(self, cells: Sequence[CellValue]) -> tuple[int, str] | None:
        """The only text of the row with its column, where it reads as a remark."""
        filled: list[tuple[int, CellValue]] = []
        for index, cell in enumerate(cells):
            if not is_space(cell):
                filled.append((index, cell))
                if len(filled) > 1:
                    return None
        index, text = filled[0] if filled else (0, None)
        if not isinstance(text, str):
            return None
        if index in self.columns and not _REMARK.match(text) and not stated_units(text):
            return None
        return index, text
