"""月度目标分解与跟踪表: what everybody was to reach in a month, and what they reached."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any

from annotated_types import Ge

from salescli.measure.achievement import Status, Thresholds, achievement, classify, variance
from salescli.measure.money import grouped
from salescli.measure.ratio import percent
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
from salescli.table.codes import cells as codes
from salescli.table.column import Free, InMonth, Money, Name, Ratio
from salescli.table.problem import Problem, problem
from salescli.table.row import Row
from salescli.table.stated import compare
from salescli.table.table import Table, Untold
from salescli.table.texts import ChoiceKind
from salescli.words.language import Text


class StatusChoice(StrEnum):
    """The traffic lights as a column's choices."""

    BEHIND = Status.BEHIND.value
    NEAR = Status.NEAR.value
    EXCEEDED = Status.EXCEEDED.value
    NO_TARGET = Status.NO_TARGET.value
    NO_DATA = Status.NO_DATA.value

    @property
    def word(self) -> Text:
        return Status(self.value).word


class MonthlyRow(Row):
    """A person's target and result in a month, for one product line."""

    month: Annotated[InMonth | None, MONTH] = None
    region: Annotated[Name, REGION]
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    target: Annotated[Money, Ge(0), TARGET]
    actual: Annotated[Money, ACTUAL]
    collected: Annotated[Money | None, COLLECTED] = None
    achievement: Annotated[Ratio | None, ACHIEVEMENT] = None
    variance: Annotated[Money | None, VARIANCE] = None
    status: Annotated[StatusChoice | None, ChoiceKind(StatusChoice), STATUS] = None
    note: Annotated[Free | None, NOTE] = None


class MonthlyTargetRow(Row):
    """The same table before the month is over: 累计实际 may still be blank, because the reports will say."""

    month: Annotated[InMonth | None, MONTH] = None
    region: Annotated[Name, REGION]
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    target: Annotated[Money, Ge(0), TARGET]
    actual: Annotated[Money | None, ACTUAL] = None
    collected: Annotated[Money | None, COLLECTED] = None
    achievement: Annotated[Ratio | None, ACHIEVEMENT] = None
    variance: Annotated[Money | None, VARIANCE] = None
    status: Annotated[Free | None, STATUS] = None
    note: Annotated[Free | None, NOTE] = None


def check_monthly(row: MonthlyRow, thresholds: Thresholds) -> Sequence[Problem]:
    """The stated achievement, variance and status of a row against the computed ones."""
    reached = achievement(row.actual, row.target)
    found = [
        compare(row.achievement, reached, row.at("achievement"), MONTHLY.label("achievement"), percent, ratio=True),
        compare(row.variance, variance(row.actual, row.target), row.at("variance"), MONTHLY.label("variance"), _amount),
    ]
    status = classify(reached, thresholds)
    if row.status is not None and row.status.value != status.value:
        details = {"column": MONTHLY.label("status"), "stated": row.status.word, "computed": status.word, "why": ""}
        found.append(problem(codes.STATED_DIFFERS, row.at("status"), **details))
    return [item for item in found if item is not None]


def _amount(value: Decimal | Fraction) -> str:
    return grouped(value, signed=True)


def _monthly_example(*values: Any) -> dict[str, object]:
    keys = ("region", "product", "person", "target", "actual", "achievement", "variance", "note")
    return dict(zip(keys, values, strict=True))


MONTHLY = Table(
    "monthly",
    MonthlyRow,
    ("月度目标分解与跟踪表", "月度跟踪"),
    "Monthly tracking",
    "track",
    help=Text(
        "每人每月的目标与实际；达成率、差额和状态自动计算。",
        "Target and actual by person and month; achievement, variance and status are computed.",
    ),
    key=("month", "region", "product", "employee_id", "person"),
    examples=(
        _monthly_example(
            "华东", "A产品", "*小张", "800,000", "840,000", "105%", "+40,000", "超额完成，重点客户大额订单"
        ),
        _monthly_example(
            "华南", "B产品", "*小李", "600,000", "450,000", "75%", "-150,000", "新客户转化率低，需培训支持"
        ),
        _monthly_example("华北", "C产品", "*小王", "300,000", "330,000", "110%", "+30,000", "新渠道拓展见效"),
    ),
    check=check_monthly,
    untold=Untold("actual", "status", StatusChoice.NO_DATA),
)


TARGETS = Table(
    "monthly",
    MonthlyTargetRow,
    MONTHLY.sheets,
    MONTHLY.sheet_en,
    "track",
    help=MONTHLY.help,
    key=MONTHLY.key,
    filled_in=False,
)
"""How `monthly` is read where weekly reports bring the actuals: the same sheet, with 累计实际 optional."""
