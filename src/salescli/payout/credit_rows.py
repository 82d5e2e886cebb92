"""The table of split credit: deals that several people share, one row a share."""

from decimal import Decimal
from typing import Annotated

from annotated_types import Gt

from salescli.split.tables.columns import EMPLOYEE, MONTH, PERSON, PRODUCT, REGION
from salescli.split.tables.kinds import WeightKind
from salescli.table.column import Column, InMonth, Money, Name, Unit
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text


class CreditRow(Row):
    """One person's share of a deal. What belongs to the deal need stand in one of its rows only."""

    deal: Annotated[
        Name,
        Column(
            "分成事项",
            "Shared deal",
            aliases=("分成单号", "分成订单"),
            carried=True,
            help=Text("订单号或项目名；留空表示与上一行相同", "Order or project; blank means the same as above"),
        ),
    ]
    month: Annotated[InMonth | None, MONTH] = None
    booked: Annotated[
        Name | None,
        Column(
            "原业绩人",
            "Booked under",
            hant="原業績人",
            aliases=("记账人", "业绩归属人"),
            help=Text("月度跟踪表里这笔业绩记在谁名下", "Whose figures hold the deal in the monthly table"),
        ),
    ] = None
    booked_region: Annotated[Name | None, Column("原区域", "Booked in region", hant="原區域")] = None
    product: Annotated[Name | None, PRODUCT] = None
    amount: Annotated[Money | None, Gt(0), Column("分成金额", "Amount shared", hant="分成金額", unit=Unit.CNY)] = None
    collected: Annotated[
        Money | None,
        Column("分成回款额", "Collections shared", hant="分成回款額", unit=Unit.CNY),
    ] = None
    region: Annotated[Name | None, REGION] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    weight: Annotated[
        Decimal,
        WeightKind(),
        Gt(0),
        Column(
            "分成权重",
            "Share",
            hant="分成權重",
            aliases=("分成比例", "业绩占比"),
            help=Text("按权重分配，不必凑成 100%", "Weights: they need not add up to 100%"),
        ),
    ]


CREDITS = Table(
    "credits",
    CreditRow,
    ("业绩分成表",),
    "Split credit",
    "payout",
    help=Text(
        "几个人共有的业绩怎么分：从原业绩人名下转出，按权重分给各人。",
        "How shared sales are divided: taken from whom they are booked under, and shared out by weight.",
    ),
    key=("deal", "month", "employee_id", "person", "region"),
    examples=(
        {
            "deal": "HT-0812",
            "month": "2026-08",
            "booked": "小张",
            "amount": "100,000",
            "region": "华东",
            "person": "小张",
            "weight": "60%",
        },
        {"deal": "HT-0812", "region": "华南", "person": "小李", "weight": "40%"},
    ),
)
