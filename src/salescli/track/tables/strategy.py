"""策略执行跟踪表: each strategy, who carries it, by when, and how far it is."""

from enum import StrEnum
from typing import Annotated

from salescli.table.column import Column, Date, Free, Name
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind, Chosen
from salescli.words.language import Text
from salescli.words.outlook import STRATEGIES


class Progress(StrEnum):
    """How far a strategy is."""

    DONE = "done"
    RUNNING = "running"
    NOT_STARTED = "not_started"

    @property
    def word(self) -> Text:
        return _PROGRESS[self]

    @property
    def aliases(self) -> tuple[str, ...]:
        return _PROGRESS_ALIASES[self]


_PROGRESS = {
    Progress.DONE: Text("完成", "Done"),
    Progress.RUNNING: Text("进行中", "In progress"),
    Progress.NOT_STARTED: Text("未开始", "Not started"),
}


_PROGRESS_ALIASES = {
    Progress.DONE: ("已完成", "完成了", "completed", "finished"),
    Progress.RUNNING: ("执行中", "正在进行", "進行中", "ongoing"),
    Progress.NOT_STARTED: ("未启动", "待启动", "未開始", "not yet started", "planned"),
}


class StrategyRow(Row):
    """A strategy, who carries it, and how far it is."""

    name: Annotated[Free, Column("策略名称", "Strategy", hant="策略名稱", aliases=("策略",))]
    goal: Annotated[Free | None, Column("对应目标", "Goal", hant="對應目標", aliases=("目标",))] = None
    action: Annotated[Free | None, Column("具体动作", "Action", hant="具體動作", aliases=("关键动作", "行动"))] = None
    owner: Annotated[Name, Column("责任人", "Owner", hant="責任人", aliases=("负责人",))]
    start: Annotated[Date, Column("开始时间", "Start", hant="開始時間", aliases=("开始日期",))]
    due: Annotated[Date, Column("截止时间", "Due", hant="截止時間", aliases=("截止日期", "完成时间"))]
    progress: Annotated[
        Chosen,
        ChoiceKind(Progress, detailed=True),
        Column(
            "当前进度",
            "Progress",
            hant="當前進度",
            aliases=("进度",),
            qualifier=Text("完成/进行中/未开始", "Done/In progress/Not started"),
        ),
    ]
    resources: Annotated[Free | None, Column("资源支持", "Resources", hant="資源支持", aliases=("所需资源",))] = None
    risk: Annotated[Free | None, Column("风险预警", "Risk", hant="風險預警", aliases=("风险",))] = None


STRATEGY = Table(
    "strategy",
    StrategyRow,
    ("策略执行跟踪表", STRATEGIES.zh, STRATEGIES.en),
    "Strategies",
    "track",
    help=Text("每项策略的责任人、期限和进度。", "Who carries each strategy, by when, and how far it is."),
    key=("name", "owner"),
    examples=(
        {
            "name": "优化客户跟进SOP",
            "goal": "提升转化率",
            "action": "梳理客户痛点，统一跟进话术",
            "owner": "销售经理",
            "start": "2023年7月1日",
            "due": "2023年7月15日",
            "progress": "进行中(已完成痛点梳理)",
            "risk": "无",
        },
        {
            "name": "上线会员积分体系",
            "goal": "提升复购率",
            "action": "设计积分规则并上线",
            "owner": "客户运营",
            "start": "2023年7月10日",
            "due": "2023年8月10日",
            "progress": "未开始(需求调研待启动)",
            "resources": "预算2万元(财务部审批)",
            "risk": "技术部人力紧张，可能延期",
        },
    ),
)
