"""销售周报: what one person did in one week."""

from typing import Annotated

from annotated_types import Ge

from salescli.split.tables.columns import COLLECTED, EMPLOYEE, MONTH, PERSON, PRODUCT, REGION
from salescli.table.column import Column, Count, Free, InMonth, InWeek, Moment, Money, Name, Unit
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.track.tables.columns import SUBMITTED, WEEK
from salescli.words.language import Text


class WeeklyRow(Row):
    """What one person did in one week, for one product line."""

    week: Annotated[InWeek, WEEK]
    month: Annotated[InMonth | None, MONTH] = None
    region: Annotated[Name | None, REGION] = None
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    leads: Annotated[Count | None, Ge(0), Column("线索数", "Leads", hant="線索數", aliases=("新增线索", "线索"))] = None
    follow_ups: Annotated[
        Count | None, Ge(0), Column("跟进次数", "Follow-ups", hant="跟進次數", aliases=("客户跟进",))
    ] = None
    visits: Annotated[
        Count | None, Ge(0), Column("客户拜访", "Visits", hant="客戶拜訪", aliases=("拜访次数", "拜访量"))
    ] = None
    proposals: Annotated[Count | None, Ge(0), Column("方案提交", "Proposals", aliases=("方案数", "提交方案"))] = None
    demos: Annotated[Count | None, Ge(0), Column("产品演示", "Demos", hant="產品演示", aliases=("演示次数",))] = None
    deals: Annotated[
        Count | None, Ge(0), Column("成单数", "Deals", hant="成單數", aliases=("成交数", "签单数", "订单数"))
    ] = None
    sales: Annotated[
        Money,
        Column("销售额", "Sales", hant="銷售額", aliases=("本周销售额", "周销售额", "业绩", "销售金额"), unit=Unit.CNY),
    ]
    collected: Annotated[Money | None, COLLECTED] = None
    new_customers: Annotated[
        Count | None, Ge(0), Column("新客户数", "New customers", hant="新客戶數", aliases=("新客数", "新增客户"))
    ] = None
    reason: Annotated[Free | None, Column("未达标原因", "Why behind", hant="未達標原因", aliases=("原因", "备注"))] = (
        None
    )
    submitted: Annotated[Moment | None, SUBMITTED] = None


WEEKLY = Table(
    "weekly",
    WeeklyRow,
    ("销售周报", "周报"),
    "Weekly report",
    "track",
    help=Text("每人每周一行，周五 17:00 前提交。", "One row per person and week, due Friday 17:00."),
    key=("employee_id", "person", "product", "week"),
    examples=(
        {
            "week": "2026-08-03",
            "region": "华东",
            "product": "A产品",
            "employee_id": "S001",
            "person": "小张",
            "leads": "12",
            "follow_ups": "15",
            "visits": "10",
            "proposals": "5",
            "demos": "3",
            "deals": "2",
            "sales": "210,000",
            "collected": "180,000",
            "new_customers": "1",
            "submitted": "2026-08-07 16:20",
        },
        {
            "week": "2026-08-03",
            "region": "华南",
            "product": "B产品",
            "employee_id": "S002",
            "person": "小李",
            "leads": "8",
            "follow_ups": "11",
            "visits": "6",
            "proposals": "3",
            "demos": "2",
            "deals": "1",
            "sales": "9.5万",
            "collected": "60,000",
            "new_customers": "0",
            "reason": "新客户转化率低",
            "submitted": "2026-08-07 16:45",
        },
    ),
)
