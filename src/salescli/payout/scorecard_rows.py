"""The table of scorecards."""

from typing import Annotated

from annotated_types import Ge, Le

from salescli.split.tables.columns import EMPLOYEE, MONTH, PERSON, REGION
from salescli.table.column import Column, InMonth, Name, Number
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text


class ScoreRow(Row):
    """A person's scorecard, each item from 0 to 100."""

    month: Annotated[InMonth | None, MONTH] = None
    region: Annotated[Name | None, REGION] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    results: Annotated[
        Number | None,
        Ge(0),
        Le(100),
        Column("业绩指标", "Results", hant="業績指標", aliases=("业绩",), qualifier=Text("60%", "60%")),
    ] = None
    process: Annotated[
        Number | None,
        Ge(0),
        Le(100),
        Column("过程指标", "Process", hant="過程指標", aliases=("过程",), qualifier=Text("20%", "20%")),
    ] = None
    ability: Annotated[
        Number | None,
        Ge(0),
        Le(100),
        Column("能力指标", "Ability", hant="能力指標", aliases=("能力",), qualifier=Text("10%", "10%")),
    ] = None
    teamwork: Annotated[
        Number | None,
        Ge(0),
        Le(100),
        Column("团队协作", "Teamwork", hant="團隊協作", aliases=("协作",), qualifier=Text("10%", "10%")),
    ] = None
    score: Annotated[
        Number | None, Column("综合得分", "Score", hant="綜合得分", aliases=("总分", "得分"), computed=True)
    ] = None
    grade: Annotated[Name | None, Column("等级", "Grade", hant="等級", aliases=("评级",), computed=True)] = None


SCORECARD = Table(
    "scorecard",
    ScoreRow,
    ("绩效评定表",),
    "Scorecard",
    "payout",
    help=Text("四项打分，按 60/20/10/10 加权。", "Four scores, weighted 60/20/10/10."),
    key=("month", "employee_id", "person", "region"),
    examples=(
        {"person": "小张", "results": "95", "process": "90", "ability": "85", "teamwork": "90"},
        {"person": "小李", "results": "70", "process": "80", "ability": "80", "teamwork": "85"},
    ),
)
