"""周目标自查表: the seven items of a week, with their targets and what came of them."""

from collections.abc import Sequence
from typing import Annotated

from salescli.measure.achievement import Thresholds, achievement
from salescli.measure.ratio import percent
from salescli.split.tables.columns import EMPLOYEE, PERSON, REGION
from salescli.table.column import Column, Figure, InWeek, Name, Ratio, Unit
from salescli.table.problem import Problem
from salescli.table.row import Row
from salescli.table.stated import compare
from salescli.table.table import Table
from salescli.track.tables.columns import WEEK
from salescli.words.language import Text


class SelfCheckRow(Row):
    """One item of a person's weekly self-check; 工号 or region tell namesakes apart."""

    region: Annotated[Name | None, REGION] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name | None, PERSON] = None
    week: Annotated[InWeek | None, WEEK] = None
    item: Annotated[Name, Column("检查项目", "Item", hant="檢查項目", aliases=("自查项目", "项目"))]
    target: Annotated[Figure, Column("目标", "Target", hant="目標", aliases=("周目标",))]
    actual: Annotated[Figure | None, Column("实际", "Actual", hant="實際", aliases=("实际完成", "完成"))] = None
    completion: Annotated[
        Ratio | None, Column("完成率", "Completion", aliases=("达成率",), unit=Unit.PERCENT, computed=True)
    ] = None


def check_selfcheck(row: SelfCheckRow, _: Thresholds) -> Sequence[Problem]:
    """The stated completion of an item against actual ÷ target."""
    actual = None if row.actual is None else row.actual.value
    reached = achievement(actual, row.target.value)
    found = compare(row.completion, reached, row.at("completion"), SELFCHECK.label("completion"), percent, ratio=True)
    return [] if found is None else [found]


SELFCHECK = Table(
    "selfcheck",
    SelfCheckRow,
    ("周目标自查表",),
    "Weekly self-check",
    "track",
    help=Text("每周自查七项；完成率自动计算。", "The seven items of the week; completion is computed."),
    key=("region", "employee_id", "person", "week", "item"),
    examples=tuple(
        {"person": "小张", "week": "2026-08-03", "item": item, "target": target}
        for item, target in (
            ("新客户拜访数", "10"),
            ("老客户跟进数", "15"),
            ("销售方案提交数", "5"),
            ("产品演示次数", "3"),
            ("成交订单数", "2"),
            ("周销售额", "10万"),
            ("客户满意度调查", "90%"),
        )
    ),
    check=check_selfcheck,
)
