"""财务回款: the money that finance saw arrive."""

from typing import Annotated

from salescli.split.tables.columns import COLLECTED, EMPLOYEE, PERSON
from salescli.table.column import Column, Date, Money, Name
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text


class FinanceRow(Row):
    """Money that finance saw arrive."""

    received: Annotated[Date, Column("回款日期", "Received", aliases=("到账日期", "收款日期"))]
    order_id: Annotated[Name | None, Column("订单号", "Order no", hant="訂單號", aliases=("订单编号", "合同号"))] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    collected: Annotated[Money, COLLECTED]


FINANCE = Table(
    "finance",
    FinanceRow,
    ("财务回款",),
    "Collections",
    "track",
    help=Text(
        "财务到账记录，用来核对销售上报的回款额。", "What finance saw arrive, to reconcile reported collections."
    ),
    key=("received", "order_id", "person"),
    examples=(
        {"received": "2026-08-06", "order_id": "DD-0801", "person": "小张", "collected": "160,000"},
        {"received": "2026-08-14", "order_id": "DD-0802", "person": "小李", "collected": "20,000"},
    ),
)
