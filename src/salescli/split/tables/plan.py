"""The plan itself as a long table."""

from typing import Annotated

from salescli.split.tables.columns import EMPLOYEE, MONTH, PERSON, PRODUCT, REGION
from salescli.table.column import Column, Figure, InMonth, Name
from salescli.table.quantity import Quantity
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text

IN_FORCE = Column(
    "原目标",
    "Original target",
    hant="原目標",
    help=Text(
        "重新拆解后，已结月份当时的目标；该月达成与提成按它算，目标值是该月实际",
        "After planning again: the target that was in force in a closed month, which is judged and paid by it; "
        "the target beside it is the month's actual",
    ),
)


class PlanRow(Row):
    """One person's target of one metric in one month, for one product line."""

    month: Annotated[InMonth, MONTH]
    region: Annotated[Name, REGION]
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    metric: Annotated[Name, Column("指标", "Metric", hant="指標", aliases=("指标名称",))]
    target: Annotated[Figure, Column("目标值", "Target", hant="目標值", aliases=("月度目标", "目标"))]
    in_force: Annotated[Figure | None, IN_FORCE] = None

    @property
    def judged_by(self) -> Quantity:
        """What the month is judged by: the target that was in force where the month is held at its actual."""
        return self.target if self.in_force is None else self.in_force


PLAN = Table(
    "plan",
    PlanRow,
    ("月度计划",),
    "Monthly plan",
    "split",
    help=Text(
        "拆解结果的长表：每人、每产品线、每指标、每月一行。",
        "The split as a long table: one row per person, product line, metric and month.",
    ),
    key=("month", "region", "product", "employee_id", "person", "metric"),
    examples=(
        {
            "month": "2026年8月",
            "region": "华东",
            "product": "A产品",
            "employee_id": "S001",
            "person": "小张",
            "metric": "销售额",
            "target": "800,000",
        },
        {
            "month": "2026年8月",
            "region": "华南",
            "product": "B产品",
            "employee_id": "S002",
            "person": "小李",
            "metric": "销售额",
            "target": "600,000",
        },
    ),
)
