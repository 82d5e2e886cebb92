"""The rows of a tracking workbook's 指标明细, by which the year is planned again and analyzed."""

from typing import Annotated, Final

from salescli.split.tables.columns import EMPLOYEE, MONTH, PERSON, PRODUCT, REGION
from salescli.table.column import Column, InMonth, Name, Number
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words import metrics as words
from salescli.words.language import Text


def _column(text: Text) -> Column:
    return Column(text.zh, text.en)


class TrackedRow(Row):
    """One person's month by one metric, in base units; a rate has its part and its whole."""

    month: Annotated[InMonth, MONTH]
    region: Annotated[Name | None, REGION] = None
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    metric: Annotated[Name, _column(words.METRIC)]
    target: Annotated[Number | None, _column(words.TARGET)] = None
    actual: Annotated[Number | None, _column(words.ACTUAL)] = None
    part: Annotated[Number | None, _column(words.PART)] = None
    whole: Annotated[Number | None, _column(words.WHOLE)] = None


TRACKED: Final = Table(
    "tracked_metrics",
    TrackedRow,
    (words.DETAILS.zh,),
    words.DETAILS.en,
    "split",
    key=("month", "region", "product", "employee_id", "person", "metric"),
    filled_in=False,
)
