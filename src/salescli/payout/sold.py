"""Whose sales a cell speaks of: all of them, or those of one product line (``A产品月销售额``)."""

import re
from dataclasses import dataclass
from typing import Final

from salescli.payout.phrases import fold, product_name
from salescli.payout.scopes import Known


@dataclass(frozen=True, slots=True)
class Sold:
    """Sales of `product` as it is written, of everything where it is None."""

    product: str | None = None


_EVERY: Final = r"(?:每月|月度|当月|本月|个人|本人|月|monthly)*"
_SALES: Final = r"(?:累计|实际)?(?:销售额|销售业绩|销售量|销量|营业额|业绩|销售|卖出?|售出|sales|sold)"
_SOLD: Final = re.compile(
    rf"(?:按|以)?{_EVERY}(?:{_SALES})?(?P<product>[^≥≤<>%,;:()、满]{{1,20}}?)?(?:的)?{_EVERY}(?:{_SALES})?"
)
_OWN_NAME: Final = re.compile(r"[^\d]{1,12}产品线?")


def read_sold(cell: str, known: Known) -> Sold | None:
    """The sales that a cell names and nothing beside; None when it says anything else.

    A product line is one of the figures', or says itself that it is one (``D产品``).
    """
    text = fold(cell)
    found = _SOLD.fullmatch(text)
    if found is None or not text:
        return None
    product = found["product"]
    if product is None:
        return Sold()
    named = product_name(product) in known.products or _OWN_NAME.fullmatch(product) is not None
    return Sold(product) if named else None
