"""How much a header that nobody declared looks like a column: in its letters, or in what sales people mean by it.

``月度目标额`` is nearly written like 月度目标; ``任务额`` means it. Either is only ever a suggestion.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from salescli.excel.read import CellValue
from salescli.table.kind import BAD, CellContext, Kind, normal
from salescli.table.table import Field

NEAR_ENOUGH: Final = 70.0
"""Similarity (rapidfuzz ratio, 0 to 100) from which a header is worth suggesting."""

_OF_ONE_MEANING: Final = 90.0
"""What two headers get that say the same in other words: less than any that are written nearly alike."""

_SAMPLE: Final = 20
"""Cells below a header that are tried."""

_MEANINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "rate": r"完成率|达成率|达标率|完成度|达成度|达成比|achievement|attainment",
        "id": r"(?:员工|人员|业务员|销售员|销售)?(?:编码|编号|工号|号码)|员工号"
        r"|employeeid|employeeno|staffid|empid|empno",
        "target": r"目标|任务|指标值|额度|计划|预算|考核数|target|quota|goal|plan|budget",
        "collected": r"回款|到账|到帐|收款|入账|已收|回笼|collected|collections?|cashin|cashreceived"
        r"|received|receipts?",
        "actual": r"业绩|实绩|销售额|成交额|实际|完成|达成|成交|签约|actual|achieved|sales|revenue|bookings?",
        "region": r"战区|大区|片区|地区|分区|区域|办事处|分公司|省区|region|territory|area|zone|district",
        "line": r"产品大类|产品类别|产品线|产品|品类|品种|productline|product|category",
        "person": r"业务员|业务代表|销售员|销售代表|客户经理|负责人|员工|人员|姓名"
        r"|salesperson|salesrep|rep|owner|seller|employee|name",
        "date": r"日期|时间|date",
        "month": r"统计月份?|所属月份?|账期|年月|月份|月度|期间|month|period",
        "customer": r"客户|顾客|customer|client|account",
        "count": r"数量|[单家次]数|[数量]",
    }
)
"""Words of one meaning, the more particular before those that they hold."""
_FILLERS: Final = re.compile(r"[本当][月周]|本期|当期|累计|金额|名称|情况|合计|[\W_的额值总]|amount|total|value|the|of")


def likeness(header: str, item: Field) -> float:
    """How much a header is written like one of the names of a column (rapidfuzz ratio, 0 to 100)."""
    return _written(header, item.column.headers())


def kinship(header: str, item: Field) -> float:
    """How much a header looks like a column, in its letters or its meaning (0 to 100)."""
    names = item.column.headers()
    written = _written(header, names)
    if written < _OF_ONE_MEANING and any(meaning(header) == known for name in names if (known := meaning(name))):
        return _OF_ONE_MEANING
    return written


@lru_cache(maxsize=4096)
def meaning(header: str) -> tuple[str, ...]:
    """What the words of a header mean, in order; () when any of them is unknown."""
    rest, found = normal(header), []
    for name, words in _MEANINGS.items():
        changed, count = re.subn(words, " ", rest)
        if count:
            found.append(name)
            rest = changed
    if "month" in found and len(found) > 1:
        found.remove("month")  # 月度目标 is a 目标
    return () if _FILLERS.sub("", rest).strip() else tuple(found)


@lru_cache(maxsize=1 << 14)
def _written(header: str, names: tuple[str, ...]) -> float:
    from rapidfuzz import fuzz

    return max(fuzz.ratio(normal(header), normal(name)) for name in names)


def holds(kind: Kind[object], cells: Sequence[CellValue]) -> bool:
    """Whether most of the cells below a header can be read as a kind (also when all are blank)."""
    filled = [cell for cell in cells if cell != ""][:_SAMPLE]
    values = kind.read(filled, CellContext(lambda *_: None, year=2000, computed=True))
    return 2 * sum(value is BAD for value in values) <= len(filled)


def nearest(
    headers: Mapping[int, str], fields: Sequence[Field], columns: Mapping[int, Sequence[CellValue]]
) -> dict[int, tuple[Field, float]]:
    """Of the headers (column → words) those that look like one of `fields`, each field once, the likest first.

    What stands in `columns` below a header has to be what the field holds.
    """
    scored = (
        sorted(
            (-score, index, order, item)
            for index, text in headers.items()
            for order, item in enumerate(fields)
            if (score := kinship(text, item)) >= NEAR_ENOUGH
        )
        if headers and fields
        else []
    )
    found: dict[int, tuple[Field, float]] = {}
    taken: set[str] = set()
    for score, index, _, item in scored:
        if index not in found and item.key not in taken and holds(item.kind, columns.get(index, ())):
            found[index] = (item, -score)
            taken.add(item.key)
    return found
