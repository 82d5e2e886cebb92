"""Targets that are held."""

from typing import Annotated

from annotated_types import Ge

from salescli.measure.period import Month, Quarter, Year
from salescli.split.tables.columns import EMPLOYEE, PERSON, PINNED, PRODUCT, REGION
from salescli.split.tables.kinds import SpanKind
from salescli.table.column import Column, Money, Name
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text


class PinRow(Row):
    """A target that is held: the year, a quarter or a month of a region, product line or person, or of the company."""

    metric: Annotated[
        Name | None,
        Column(
            "指标",
            "Metric",
            hant="指標",
            aliases=("指标名称",),
            help=Text("留空为金额目标", "Blank for the goal in money"),
        ),
    ] = None
    region: Annotated[Name | None, REGION] = None
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name | None, PERSON] = None
    span: Annotated[
        Month | Quarter | Year,
        SpanKind(),
        Column(
            "月份",
            "Month",
            aliases=("月", "期间", "年月", "Period"),
            help=Text("2026年7月、2026Q3，全年写 2026年", "2026-07, 2026Q3, or 2026 for the whole year"),
        ),
    ]
    pinned: Annotated[Money, Ge(0), PINNED]


PINS = Table(
    "pins",
    PinRow,
    ("锁定目标", "锁定目标表"),
    "Pinned targets",
    "split",
    help=Text(
        "原样保留的目标，其余分剩下的部分。区域、产品线、区域的某条产品线、个人(或其某条产品线)都可锁定全年、季度或月份；"
        "都留空为全公司的季度或月份。",
        "Targets that are held while the others share what is left: the year, a quarter or a month of a region, a "
        "product line, a region's part of one, or a person (and line); with nobody named, the company's quarter or "
        "month.",
    ),
    key=("metric", "region", "product", "employee_id", "person", "span"),
    examples=(
        {"employee_id": "S001", "person": "小张", "span": "2026年7月", "pinned": "800,000"},
        {"region": "华东", "span": "2026年", "pinned": "4.2亿"},
        {"region": "华东", "product": "A产品", "span": "2026年9月", "pinned": "3000万"},
        {"span": "2026Q3", "pinned": "2.5亿"},
    ),
)
