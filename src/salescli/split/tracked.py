"""The rows of a tracking workbook's 指标明细, by which the year is planned again and analyzed."""

from typing import Annotated, Final

from salescli.split.tables.columns import EMPLOYEE, MONTH, PERSON, PRODUCT, REGION, worded
from salescli.table.column import InMonth, Name, Number
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words import metrics as words


class TrackedRow(Row):
    """One person's month by one metric, in base units; a rate has its part and its whole."""

    month: Annotated[InMonth, MONTH]
    region: Annotated[Name | None, REGION] = None
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    metric: Annotated[Name, worded(words.METRIC)]
    target: Annotated[Number | None, worded(words.TARGET)] = None
    actual: Annotated[Number | None, worded(words.ACTUAL)] = None
    part: Annotated[Number | None, worded(words.PART)] = None
    whole: Annotated[Number | None, worded(words.WHOLE)] = None


TRACKED: Final = Table(
    "tracked_metrics",
    TrackedRow,
    (words.DETAILS.zh,),
    words.DETAILS.en,
    "split",
    key=("month", "region", "product", "employee_id", "person", "metric"),
    filled_in=False,
)
