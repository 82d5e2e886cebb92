"""The words that head rows of totals and of averages: ``合计``, ``华东小计``, ``Grand total:``, ``人均``."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from salescli.excel.read import CellValue
from salescli.table.kind import normal

_WORD: Final = re.compile(
    r"^(?:合计|小计|总计|共计|总和|合計|小計|總計|累计|汇总|total|grandtotal|subtotal|sum|totals)$"
    r"|.*(?:合计|小计|总计|合計|小計|總計)$"
)
_MARKS: Final = ("计", "計", "总和", "汇总", "total", "sum")
"""One of these stands in every word of a total row."""
_PLAIN: Final = re.compile(r"[\n -~\u4e00-\u9fff]*+")
"""What cannot hide such a word when its blanks are taken out."""
_AVERAGES: Final = frozenset(
    (
        "平均",
        "均值",
        "平均值",
        "平均数",
        "人均",
        "占比",
        "中位数",
        "average",
        "avg",
        "mean",
        "median",
        "share",
        "%oftotal",
    )
)
"""Words that head a row of figures of the rows above it, which are no sums."""
_AVERAGE_MARKS: Final = ("均", "占比", "中位", "average", "avg", "mean", "median", "share", "oftotal")
"""One of these stands in every one of them."""
_SUBTOTALS: Final = ("小计", "小計", "subtotal")
_GRAND: Final = ("合计", "总计", "合計", "總計")
_WHOLE: Final = ("全部", "全国", "公司", "全公司", "总", "累计", "所有", "团队")
"""Names of everything, which before 合计 name no group."""
_TRIM: Final = re.compile(r"\([^()]*\)$|[::。.]+$")


@lru_cache(maxsize=4096)
def is_total_word(cell: CellValue) -> bool:
    """Whether a cell is one of the words that head a total row (``合计``, ``华东小计``, ``Grand total:``)."""
    if not isinstance(cell, str) or len(cell) > 40 or cell[-1:].isdigit():
        return False
    return bool(_WORD.match(_TRIM.sub("", normal(cell))))


@lru_cache(maxsize=4096)
def is_average_word(cell: CellValue) -> bool:
    """Whether a cell is one of the words that head a row of averages or of shares."""
    return isinstance(cell, str) and len(cell) <= 40 and _TRIM.sub("", normal(cell)) in _AVERAGES


def closing_words(cells: AbstractSet[CellValue]) -> AbstractSet[CellValue]:
    """Those of different cells that are words of a row of totals, or of averages."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    joined = "\n".join(texts)
    folded = joined.replace(" ", "").casefold()
    plain = _PLAIN.fullmatch(joined) is not None
    found: set[CellValue] = set()
    for marks, is_word in ((_MARKS, is_total_word), (_AVERAGE_MARKS, is_average_word)):
        if not plain or any(mark in folded for mark in marks):
            found.update(filter(is_word, texts))
    return found


def group_named(cells: Sequence[CellValue]) -> str | None:
    """What stands before the word of a subtotal (``华东小计``), perhaps nothing; None when it is a grand total."""
    for cell in cells:
        if is_total_word(cell):
            text = _TRIM.sub("", normal(str(cell)))
            for word in _SUBTOTALS:
                if text.endswith(word):
                    return text.removesuffix(word)
            name = next((text.removesuffix(word) for word in _GRAND if text.endswith(word)), "")
            return name if name and name not in _WHOLE else None
    return None
