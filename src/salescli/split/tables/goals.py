"""What is to be reached: the goals of the year."""

from typing import Annotated

from annotated_types import Gt

from salescli.table.column import Column, Figure, Free, InYear, Name, Number
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text


class GoalRow(Row):
    """One goal of the year."""

    metric: Annotated[
        Name,
        Column(
            "指标",
            "Metric",
            hant="指標",
            aliases=("指标名称", "目标项目", "KPI"),
            help=Text("例如 销售额、新客户数、回款率", "For example 销售额, 新客户数, 回款率"),
        ),
    ]
    year: Annotated[InYear, Column("年度", "Year", aliases=("年份", "目标年度"))]
    target: Annotated[
        Figure,
        Column(
            "目标值",
            "Target",
            hant="目標值",
            aliases=("年度目标", "年度目标值", "目标", "Goal"),
            help=Text("可带单位：10亿、20家、90%", "May carry its unit: 10亿, 20家, 90%"),
        ),
    ]
    unit: Annotated[
        Name | None,
        Column(
            "单位",
            "Unit",
            hant="單位",
            aliases=("计量单位",),
            help=Text(
                "元、万元、家、% …；目标值里已写单位时可留空",
                "元, 万元, 家, % …; may stay blank when the target carries its unit",
            ),
        ),
    ] = None
    rounding: Annotated[
        Number | None,
        Gt(0),
        Column(
            "取整单位",
            "Rounding unit",
            hant="取整單位",
            aliases=("取整", "最小单位"),
            help=Text("分到每人每月时的最小单位，默认 1", "The smallest unit a share is given in; 1 by default"),
        ),
    ] = None
    note: Annotated[Free | None, Column("备注", "Note", hant="備註", aliases=("说明", "Remark"))] = None


GOALS = Table(
    "goals",
    GoalRow,
    ("年度目标",),
    "Annual goals",
    "split",
    help=Text("全年要达到的指标，一行一个。", "What the year is to reach, one metric a row."),
    key=("metric", "year"),
    examples=(
        {"metric": "销售额", "year": "2026年", "target": "10亿", "unit": "元", "rounding": "1"},
        {"metric": "新客户数", "year": "2026年", "target": "20家", "unit": "家"},
        {"metric": "回款率", "year": "2026年", "target": "90%", "unit": "%", "note": "每人每月都不低于 90%"},
    ),
)
