"""订单明细: what was signed, and what has been collected of it."""

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge

from salescli.split.tables.columns import EMPLOYEE, PERSON, PRODUCT, REGION
from salescli.table.column import Column, Date, Money, Name, Unit
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind
from salescli.words.language import Text


class CustomerKind(StrEnum):
    """Whether a deal was won with a new customer."""

    NEW = "new"
    EXISTING = "existing"

    @property
    def word(self) -> Text:
        return Text("新客户", "New") if self is CustomerKind.NEW else Text("老客户", "Existing")

    @property
    def aliases(self) -> tuple[str, ...]:
        return ("新客", "新") if self is CustomerKind.NEW else ("老客", "老", "existing customer")


class OrderRow(Row):
    """One order as it was signed, with what has been collected of it."""

    order_id: Annotated[Name, Column("订单号", "Order no", hant="訂單號", aliases=("订单编号", "合同号", "Order ID"))]
    signed: Annotated[Date, Column("签约日期", "Signed", hant="簽約日期", aliases=("签单日期", "合同日期", "下单日期"))]
    region: Annotated[Name | None, REGION] = None
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    customer: Annotated[Name, Column("客户", "Customer", hant="客戶", aliases=("客户名称", "客户名"))]
    amount: Annotated[
        Money,
        Column("合同额", "Contract amount", hant="合同額", aliases=("合同金额", "订单金额", "Amount"), unit=Unit.CNY),
    ]
    collected: Annotated[
        Money | None, Column("已回款", "Collected", hant="已回款", aliases=("回款额", "已收款"), unit=Unit.CNY)
    ] = None
    cost: Annotated[Money | None, Ge(0), Column("成本", "Cost", aliases=("成本额",), unit=Unit.CNY)] = None
    lead_date: Annotated[Date | None, Column("线索日期", "Lead date", hant="線索日期", aliases=("线索时间",))] = None
    customer_kind: Annotated[
        CustomerKind | None, ChoiceKind(CustomerKind), Column("客户类型", "Customer type", hant="客戶類型")
    ] = None


ORDERS = Table(
    "orders",
    OrderRow,
    ("订单明细",),
    "Orders",
    "track",
    help=Text("签约并回款 30% 以上的订单才算成单。", "A deal counts once signed and 30 % collected."),
    key=("order_id",),
    examples=(
        {
            "order_id": "DD-0801",
            "signed": "2026年8月5日",
            "region": "华东",
            "product": "A产品",
            "employee_id": "S001",
            "person": "小张",
            "customer": "甲公司",
            "amount": "320,000",
            "collected": "160,000",
            "cost": "192,000",
            "lead_date": "2026年6月20日",
            "customer_kind": "老客户",
        },
        {
            "order_id": "DD-0802",
            "signed": "2026年8月12日",
            "region": "华南",
            "product": "B产品",
            "employee_id": "S002",
            "person": "小李",
            "customer": "乙公司",
            "amount": "9.5万",
            "collected": "2万",
            "cost": "60,000",
            "lead_date": "2026年7月28日",
            "customer_kind": "新客户",
        },
    ),
)
