"""The funnel that process targets are worked back through."""

from typing import Annotated

from annotated_types import Gt, Le

from salescli.table.column import Column, Money, Name, Ratio, Unit
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text


class ProcessRow(Row):
    """A stage of the sales funnel, and what share of it reaches the next one."""

    stage: Annotated[
        Name,
        Column(
            "环节",
            "Funnel stage",
            hant="環節",
            aliases=("漏斗环节", "过程环节"),
            help=Text("从最前面的环节写到成交，一行一个", "From the first stage down to the deal, one a row"),
        ),
    ]
    rate: Annotated[
        Ratio | None,
        Gt(0),
        Le(1),
        Column(
            "转化率",
            "Conversion",
            hant="轉化率",
            aliases=("转化", "下一环节转化率"),
            unit=Unit.PERCENT,
            help=Text("进入下一环节的比例；成交一行留空", "How much of it reaches the next stage; blank for the deal"),
        ),
    ] = None
    price: Annotated[
        Money | None,
        Gt(0),
        Column(
            "客单价",
            "Average deal",
            hant="客單價",
            aliases=("平均客单价", "平均单价"),
            unit=Unit.CNY,
            help=Text("只填在成交一行", "In the row of the deal only"),
        ),
    ] = None


PROCESS = Table(
    "process",
    ProcessRow,
    ("过程参数",),
    "Process",
    "split",
    help=Text(
        "客单价和各环节转化率；有此表时，由销售目标倒推成交、方案、拜访和线索。",
        "The average deal and the funnel's rates, by which sales targets are worked back to deals, visits and leads.",
    ),
    key=("stage",),
    examples=(
        {"stage": "线索", "rate": "40%"},
        {"stage": "客户拜访", "rate": "50%"},
        {"stage": "方案提交", "rate": "25%"},
        {"stage": "成交", "price": "50,000"},
    ),
)
