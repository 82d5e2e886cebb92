"""The core goals broken down into what somebody does by when."""

from typing import Annotated

from salescli.table.column import Column, Date, Free, Name
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text


class ActionRow(Row):
    """A goal broken down into what somebody will do by when."""

    goal: Annotated[
        Free,
        Column(
            "核心目标",
            "Core goal",
            hant="核心目標",
            carried=True,
            help=Text("留空表示与上一行相同", "Blank means the same as the row above"),
        ),
    ]
    dimension: Annotated[Free, Column("拆解维度", "Breakdown", hant="拆解維度", aliases=("分解维度",))]
    target: Annotated[Free, Column("目标值", "Target", hant="目標值", aliases=("目标",))]
    owner: Annotated[Name, Column("负责人", "Owner", hant="負責人", aliases=("责任人",))]
    due: Annotated[Date, Column("完成时间", "Due", hant="完成時間", aliases=("完成日期", "截止时间", "截止日期"))]
    action: Annotated[
        Free | None,
        Column(
            "关键动作",
            "Key action",
            hant="關鍵動作",
            aliases=("关键行动",),
            qualifier=Text("对应策略", "strategy"),
        ),
    ] = None


ACTIONS = Table(
    "actions",
    ActionRow,
    ("目标拆解表",),
    "Actions",
    "split",
    help=Text("把核心目标拆成谁在何时做到什么。", "The core goals broken down: who reaches what, by when, and how."),
    examples=(
        {
            "goal": "Q3销售额提升25%",
            "dimension": "新客数量增加30%",
            "target": "新客150个",
            "owner": "销售经理",
            "due": "2023年9月30日",
            "action": "优化客户跟进SOP",
        },
        {
            "dimension": "老客复购率提升至20%",
            "target": "复购率20%",
            "owner": "客户运营",
            "due": "2023年9月30日",
            "action": "上线会员积分体系",
        },
        {
            "dimension": "A产品线占比提升至50%",
            "target": "A产品销售额50万元",
            "owner": "销售主管",
            "due": "2023年9月30日",
            "action": "A产品专项推广",
        },
    ),
)
