"""The table of the retrospective."""

from typing import Annotated

from salescli.table.column import Column, Free, Name
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text


class SummaryRow(Row):
    """What one period taught."""

    period: Annotated[Name, Column("复盘周期", "Period", hant="復盤週期", aliases=("周期",))]
    effects: Annotated[
        Free | None,
        Column(
            "策略执行效果",
            "Effect of strategies",
            hant="策略執行效果",
            aliases=("执行效果",),
            qualifier=Text("关键指标变化", "changes of key indicators"),
        ),
    ] = None
    successes: Annotated[Free | None, Column("成功经验", "What worked", hant="成功經驗", aliases=("经验",))] = None
    improvements: Annotated[
        Free | None, Column("待改进点", "To improve", hant="待改進點", aliases=("改进点", "待改进"))
    ] = None
    next_steps: Annotated[
        Free | None, Column("下一步调整计划", "Next steps", hant="下一步調整計劃", aliases=("下一步计划", "调整计划"))
    ] = None


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

TABLES = (SUMMARY,)
