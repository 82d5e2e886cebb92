"""The actuals that planning the rest of a year again starts from."""

from typing import Annotated

from salescli.split.tables.columns import (
    ACHIEVEMENT,
    ACTUAL,
    COLLECTED,
    EMPLOYEE,
    MONTH,
    NOTE,
    PERSON,
    PRODUCT,
    REGION,
    STATUS,
    TARGET,
    VARIANCE,
)
from salescli.table.column import Free, InMonth, Money, Name
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text


class ActualRow(Row):
    """What somebody reached in a month, out of the tracking workbook; blank in months still to come."""

    month: Annotated[InMonth, MONTH]
    region: Annotated[Name, REGION]
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    target: Annotated[Money | None, TARGET] = None
    actual: Annotated[Money | None, ACTUAL] = None
    collected: Annotated[Money | None, COLLECTED] = None
    achievement: Annotated[Free | None, ACHIEVEMENT] = None
    variance: Annotated[Free | None, VARIANCE] = None
    status: Annotated[Free | None, STATUS] = None
    note: Annotated[Free | None, NOTE] = None


ACTUALS = Table(
    "monthly",
    ActualRow,
    ("月度目标分解与跟踪表", "月度跟踪"),
    "Monthly tracking",
    "split",
    help=Text("重新拆解时读取的各月实际。", "The actuals of each month, read when the year is planned again."),
    key=("month", "region", "product", "employee_id", "person"),
    filled_in=False,
)
"""How the tracking workbook's `monthly` is read here: the same sheet, with blank months; actuals and targets matter."""
