"""What a header says over each column: one row of it, or two rows that read as one.

``2026年`` merged over ``1月 2月 3月``, ``8月`` over ``目标 实际``, a unit in a row of its own: the upper row's cell
reaches over the columns it is merged across, and both are read together.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import takewhile
from typing import Final

from salescli.excel.money_units import unit_alone
from salescli.excel.read import CellValue, RawSheet
from salescli.excel.total_words import is_total_word
from salescli.measure.period import parse_month
from salescli.table.kind import normal

_MONTH_FIRST: Final = re.compile(
    r"^((?:(?:19|20)\d\d年)?(?:1[0-2]|0?[1-9])月份?|(?:19|20)\d\d[-./]\d{1,2}(?!\d))[\s\-_·:]*(.*)$"
)
_MONTH_LAST: Final = re.compile(r"^(.*?)[\s\-_·:(]*((?:(?:19|20)\d\d年)?(?:1[0-2]|0?[1-9])月份?)\)?$")

_LONGER: Final = re.compile(
    r"(?:(?:19|20)\d\d年?)?(?:第?[一二三四1-4]季度|q[1-4]|[上下]半年|h[12]|全年|ytd)(?:合计|累计|小计)?"
)


@dataclass(frozen=True, slots=True)
class Caption:
    """The words over one column (index from 0).

    `texts` are the readings to try in turn; `month` is the month they name, if any, and `rest` the other words. `sums`
    tells that they stand below 合计, 累计 or a quarter: beside months, such columns add them up.
    """

    index: int
    texts: tuple[str, ...]
    month: str | date | None = None
    rest: str = ""
    sums: bool = False

    @property
    def shown(self) -> str:
        """The words as a person sees them."""
        return " ".join(self.texts[0].split())


def captions_at(sheet: RawSheet, row: int) -> Iterator[list[Caption]]:
    """The header that ends at `row`: as one row, and where the row above reaches over columns, as two."""
    lower = sheet.rows[row]
    yield [caption for index, cell in enumerate(lower) if (caption := caption_of(index, "", cell)) is not None]
    if row and any(first == row - 1 for first, *_ in _from_above(sheet, row - 1)):
        upper = _spread(sheet, row - 1)
        pairs = ((index, upper[index] if index < len(upper) else "", cell) for index, cell in enumerate(lower))
        yield [caption for item in pairs if (caption := caption_of(*item)) is not None]


def _spread(sheet: RawSheet, row: int) -> list[CellValue]:
    """A row with each merged cell's value over all the columns it covers."""
    cells = list(sheet.rows[row])
    for first_row, first_column, last_row, last_column in _from_above(sheet, row):
        if row <= last_row:
            cells += [""] * (last_column + 1 - len(cells))
            first = sheet.rows[first_row]
            value = first[first_column] if first_column < len(first) else ""  # merged beyond the last filled cell
            cells[first_column : last_column + 1] = [value] * (last_column + 1 - first_column)
    return cells


def _from_above(sheet: RawSheet, row: int) -> Iterator[tuple[int, int, int, int]]:
    """The merged cells that begin in `row` or above; they are in the order of their rows."""
    return takewhile(lambda area: area[0] <= row, sheet.merged)


@lru_cache(maxsize=4096)
def caption_of(index: int, upper: CellValue, lower: CellValue) -> Caption | None:
    """What the cells of two rows (`upper` may be blank) say over one column; None when they say nothing."""
    above, below = _words(upper), _words(lower)
    if isinstance(lower, date) or isinstance(upper, date):
        day, rest = (lower, above) if isinstance(lower, date) else (upper, below)
        first = isinstance(day, date) and day.day == 1  # any other day is a day, not the name of a month
        return Caption(index, (str(day)[:10],), day if first and isinstance(day, date) else None, rest)
    if not above and not below:
        return None
    texts = tuple(dict.fromkeys(text for text in (above + below, below, above) if text))
    if not below:
        texts = (above,)
    elif above and (unit := unit_alone(below)) is not None and parse_month(above, 2000) is None:
        texts = (f"{above}({unit})",)
    for month_words, rest in ((above, below), (below, above)):
        if month_words and parse_month(month_words, 2000) is not None:
            return Caption(index, (above + below,), month_words, rest)
    return replace(_with_month(index, texts), sums=bool(below) and _adds_up(above))


def _adds_up(words: str) -> bool:
    return is_total_word(words) or _LONGER.fullmatch(normal(words)) is not None


def _with_month(index: int, texts: tuple[str, ...]) -> Caption:
    """A caption whose month, if it names one, stands before or behind its other words: ``8月目标``, ``目标(8月)``."""
    plain = unicodedata.normalize("NFKC", texts[0])
    if match := _MONTH_FIRST.match(plain):
        return Caption(index, texts, match[1], match[2].strip())
    if (match := _MONTH_LAST.match(plain)) and match[1]:
        return Caption(index, texts, match[2], match[1].strip())
    return Caption(index, texts)


def _words(cell: CellValue) -> str:
    return cell.strip() if isinstance(cell, str) else ""
