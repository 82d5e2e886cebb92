"""The tables of the retrospective: its summary, and the actions that follow from it."""

from typing import Annotated

from salescli.review.verbatim import Words
from salescli.table.column import Column, Date, Name
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind, Chosen
from salescli.track.tables import Progress
from salescli.words.language import Text


class SummaryRow(Row):
    """What one period taught."""

    period: Annotated[Name, Column("复盘周期", "Period", hant="復盤週期", aliases=("周期",))]
    effects: Annotated[
        Words | None,
        Column(
            "策略执行效果",
            "Effect of strategies",
            hant="策略執行效果",
            aliases=("执行效果",),
            qualifier=Text("关键指标变化", "changes of key indicators"),
        ),
    ] = None
    successes: Annotated[Words | None, Column("成功经验", "What worked", hant="成功經驗", aliases=("经验",))] = None
    improvements: Annotated[
        Words | None, Column("待改进点", "To improve", hant="待改進點", aliases=("改进点", "待改进"))
    ] = None
    next_steps: Annotated[
        Words | None, Column("下一步调整计划", "Next steps", hant="下一步調整計劃", aliases=("下一步计划", "调整计划"))
    ] = None


class FollowUpRow(Row):
    """One action that a review decided on."""

    period: Annotated[
        Name | None,
        Column("提出周期", "Raised in", hant="提出週期", help=Text("在哪次复盘提出", "The review that raised it")),
    ] = None
    action: Annotated[Words, Column("行动事项", "Follow-up", hant="行動事項", aliases=("行动项", "改进行动"))]
    owner: Annotated[Name | None, Column("责任人", "Owner", hant="責任人", aliases=("负责人",))] = None
    due: Annotated[Date | None, Column("截止时间", "Due", hant="截止時間", aliases=("截止日期", "完成时间"))] = None
    progress: Annotated[
        Chosen | None, ChoiceKind(Progress, verbatim=True), Column("进展", "Progress", hant="進展", aliases=("状态",))
    ] = None
    origin: Annotated[Words | None, Column("来源", "Source", hant="來源")] = None
    note: Annotated[Words | None, Column("备注", "Note", hant="備註")] = None


SUMMARY = Table(
    "summary",
    SummaryRow,
    ("复盘总结表",),
    "Retrospective",
    "review",
    help=Text(
        "每个周期一行：效果、经验、改进点和下一步。", "One row a period: effects, lessons, what to improve, next steps."
    ),
    key=("period",),
    examples=(
        {
            "period": "2023年7月(月度)",
            "effects": "转化率从8%提升至9%(未达12%目标)；新客数量增加20个(目标150个)",
            "successes": "统一话术后首次响应更快",
            "improvements": "会员积分体系尚未启动",
            "next_steps": "8月完成需求调研并上线积分体系",
        },
    ),
)
FOLLOW_UPS = Table(
    "followups",
    FollowUpRow,
    ("下期行动",),
    "Follow-ups",
    "review",
    help=Text(
        "复盘定下的行动，一行一项；未完成的自动带入下一次复盘。",
        "The actions a review decided on, one a row; open ones are carried into the next review.",
    ),
    key=("action", "owner"),
    examples=(
        {
            "period": "2023年7月(月度)",
            "action": "完成会员积分需求调研并上线",
            "owner": "客户运营",
            "due": "2023年8月31日",
            "progress": "进行中(需求调研)",
        },
    ),
)

TABLES = (SUMMARY, FOLLOW_UPS)
