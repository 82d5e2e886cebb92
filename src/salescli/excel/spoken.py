"""The language of a workbook: that of its headers, whatever the names are that stand below them."""

from collections.abc import Iterable, Sequence
from typing import Final

from salescli.excel.headers import ROWS_SEARCHED
from salescli.words.language import Lang, language_of

_SHARE: Final = 3
"""Chinese is spoken where every third header is."""


def spoken(names: Iterable[str], sheets: Iterable[Sequence[Sequence[object]]]) -> Lang:
    """The language of a workbook whose sheets are called `names` and begin with the rows of `sheets`.

    A header is the row among the first with the most words. Without any words the names tell.
    """
    headers = [text for rows in sheets for text in _header(rows)]
    if not headers:
        return language_of(names)
    chinese = sum(language_of([text]) is Lang.ZH for text in headers)
    return Lang.ZH if chinese * _SHARE >= len(headers) else Lang.EN


def _header(rows: Sequence[Sequence[object]]) -> list[str]:
    words = ([cell for cell in row if isinstance(cell, str) and cell.strip()] for row in rows[:ROWS_SEARCHED])
    return max(words, key=len, default=[])
