"""When in the year: the weights of the months."""

from decimal import Decimal
from typing import Annotated

from annotated_types import Ge

from salescli.split.tables.columns import LAST_YEAR, MONTH
from salescli.split.tables.kinds import WeightKind
from salescli.table.column import Column, InMonth, Money
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text


class SeasonRow(Row):
    """How much of the year a month carries."""

    month: Annotated[InMonth, MONTH]
    weight: Annotated[
        Decimal | None,
        WeightKind(),
        Ge(0),
        Column(
            "权重",
            "Weight",
            hant="權重",
            aliases=("月度权重", "季节系数", "占比"),
            help=Text("整列留空时按去年实际", "Leave the whole column blank to go by last year's months"),
        ),
    ] = None
    last_year: Annotated[Money | None, LAST_YEAR] = None


SEASONALITY = Table(
    "seasonality",
    SeasonRow,
    ("月度权重",),
    "Seasonality",
    "split",
    help=Text(
        "每个月占全年的相对权重；没有此表时各月均分。",
        "The relative weight of each month; without this table months are even.",
    ),
    key=("month",),
    examples=tuple(
        {"month": f"2026年{number}月", "weight": weight}
        for number, weight in enumerate(("8", "5", "9", "8", "8", "9", "8", "8", "9", "9", "9", "10"), start=1)
    ),
)
