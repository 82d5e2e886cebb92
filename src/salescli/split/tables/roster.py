"""By whom: the people who carry targets."""

from dataclasses import replace
from typing import Annotated

from annotated_types import Ge

from salescli.split.tables.columns import EMPLOYEE, LAST_YEAR, PERSON, PINNED, PRODUCT, REGION
from salescli.table.column import Column, Date, Money, Name, Number
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text


class RosterRow(Row):
    """A salesperson."""

    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    region: Annotated[Name, REGION]
    product: Annotated[Name | None, PRODUCT] = None
    position: Annotated[Name | None, Column("岗位", "Position", hant="崗位", aliases=("职位", "职务", "Title"))] = None
    hired: Annotated[
        Date | None, Column("入职日期", "Hired", hant="入職日期", aliases=("入职时间", "入职日", "Hire date"))
    ] = None
    left: Annotated[
        Date | None, Column("离职日期", "Left", hant="離職日期", aliases=("离职时间", "离职日", "Leave date"))
    ] = None
    ability: Annotated[Number | None, Ge(0), Column("能力系数", "Ability", hant="能力係數", aliases=("能力",))] = None
    potential: Annotated[Number | None, Ge(0), Column("潜力系数", "Potential", hant="潛力係數", aliases=("潜力",))] = (
        None
    )
    last_year: Annotated[Money | None, LAST_YEAR] = None
    pinned: Annotated[
        Money | None,
        Ge(0),
        replace(PINNED, help=Text("填写后不再按权重分配", "Held exactly, not shared out")),
    ] = None


ROSTER = Table(
    "roster",
    RosterRow,
    ("销售员名册",),
    "Roster",
    "split",
    help=Text("承担目标的人，一行一人。", "Who carries targets, one person a row."),
    key=("employee_id", "person", "region", "product"),
    examples=(
        {
            "employee_id": "S001",
            "person": "小张",
            "region": "华东",
            "product": "A产品",
            "position": "销售员",
            "hired": "2021-03-01",
            "ability": "1.1",
            "potential": "1",
            "last_year": "8,400,000",
        },
        {
            "employee_id": "S002",
            "person": "小李",
            "region": "华南",
            "product": "B产品",
            "position": "销售员",
            "hired": "2022-07-15",
            "ability": "0.9",
            "potential": "1.2",
            "last_year": "6,000,000",
        },
        {
            "employee_id": "S003",
            "person": "小王",
            "region": "华北",
            "position": "销售员",
            "hired": "2020-05-06",
            "ability": "1",
            "potential": "1",
            "last_year": "3,300,000",
        },
    ),
)
