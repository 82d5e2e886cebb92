"""The tables of incentives: the plan as people word it, the scorecard, and the commission sheet."""

from typing import Annotated

from salescli.payout.credit_rows import CREDITS
from salescli.payout.event_rows import EVENTS
from salescli.payout.rule_rows import RULES, SINCE, UNTIL
from salescli.payout.scorecard_rows import SCORECARD
from salescli.split.tables.columns import EMPLOYEE, PERSON, REGION
from salescli.table.column import Column, Date, Free, Money, Name, Ratio, Unit
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text


class TierRow(Row):
    """One line of the incentive plan, in the plan's own words."""

    name: Annotated[Name, Column("激励层级", "Incentive", hant="激勵層級", aliases=("层级", "奖项", "激励名称"))]
    condition: Annotated[
        Free,
        Column(
            "触发条件",
            "Condition",
            hant="觸發條件",
            aliases=("条件", "达成条件"),
            qualifier=Text("月度达成率", "monthly achievement"),
        ),
    ]
    reward: Annotated[Free, Column("激励方式", "Reward", hant="激勵方式", aliases=("奖励方式", "激励标准", "奖励标准"))]
    scope: Annotated[Free, Column("适用对象", "Applies to", hant="適用對象", aliases=("适用范围", "对象"))]
    since: Annotated[Date | None, SINCE] = None
    until: Annotated[Date | None, UNTIL] = None


class PayoutRow(Row):
    """What one person gets for a period: the commission sheet."""

    period: Annotated[Name | None, Column("核算周期", "Pay period", hant="核算週期")] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    region: Annotated[Name, REGION]
    target: Annotated[Money, Column("目标业绩", "Target sales", hant="目標業績", unit=Unit.CNY)]
    actual: Annotated[Money, Column("实际业绩", "Actual sales", hant="實際業績", unit=Unit.CNY)]
    achievement: Annotated[Ratio | None, Column("达成率", "Achievement", hant="達成率", unit=Unit.PERCENT)] = None
    tier: Annotated[Name | None, Column("达成档位", "Tier", hant="達成檔位", aliases=("档位",))] = None
    base: Annotated[Money, Column("计提基数", "Pay base", hant="計提基數", unit=Unit.CNY)]
    rate: Annotated[Ratio | None, Column("提成比例", "Rate", unit=Unit.PERCENT)] = None
    commission: Annotated[Money, Column("提成", "Commission", unit=Unit.CNY)]
    bonus: Annotated[Money, Column("奖金", "Bonus", hant="獎金", unit=Unit.CNY)]
    team: Annotated[Money, Column("团队奖", "Team award", hant="團隊獎", unit=Unit.CNY)]
    ranking: Annotated[Money | None, Column("排名奖", "Ranking prize", hant="排名獎", unit=Unit.CNY)] = None
    product: Annotated[Money | None, Column("产品奖", "Product reward", hant="產品獎", unit=Unit.CNY)] = None
    referral: Annotated[Money | None, Column("转介绍奖", "Referral reward", hant="轉介紹獎", unit=Unit.CNY)] = None
    weekly_best: Annotated[
        Money | None, Column("单周最高成交奖", "Weekly best award", hant="單週最高成交獎", unit=Unit.CNY)
    ] = None
    new_customer: Annotated[
        Money | None, Column("新客开发奖", "New-customer reward", hant="新客開發獎", unit=Unit.CNY)
    ] = None
    scorecard: Annotated[Money | None, Column("绩效调整", "Scorecard adjustment", hant="績效調整", unit=Unit.CNY)] = (
        None
    )
    cap: Annotated[Money | None, Column("封顶扣减", "Cut by the cap", hant="封頂扣減", unit=Unit.CNY)] = None
    floor: Annotated[Money | None, Column("保底补足", "Added by the floor", hant="保底補足", unit=Unit.CNY)] = None
    total: Annotated[Money, Column("应发合计", "Total payout", hant="應發合計", unit=Unit.CNY)]
    to_next: Annotated[Money | None, Column("距下一档", "To next tier", hant="距下一檔", unit=Unit.CNY)] = None
    remark: Annotated[Free | None, Column("说明", "Remark", hant="說明")] = None


TIERS = Table(
    "tiers",
    TierRow,
    ("销售激励方案对照表",),
    "Incentive plan",
    "payout",
    help=Text(
        "激励方案，一行一档；写法见文档。", "The incentive plan, one tier a row; the documentation lists the wordings."
    ),
    key=("name",),
    examples=(
        {"name": "基础达标奖", "condition": "≥80%", "reward": "提成比例1.5%", "scope": "全体销售员"},
        {
            "name": "进阶激励奖",
            "condition": "≥100%",
            "reward": "提成比例2%+额外奖金1000元",
            "scope": "达成率≥100%的销售员",
        },
        {
            "name": "冲刺卓越奖",
            "condition": "≥120%",
            "reward": "提成比例3%+额外奖金3000元",
            "scope": "达成率≥120%的销售员",
        },
        {
            "name": "团队协作奖",
            "condition": "区域整体达成率≥110%",
            "reward": "区域人均奖励500元",
            "scope": "所在区域全体成员",
        },
    ),
)
PAYOUTS = Table(
    "payouts",
    PayoutRow,
    ("提成表",),
    "Commission sheet",
    "payout",
    help=Text("每人一行的提成结果。", "What each person is paid, one row a person."),
    key=("period", "employee_id", "person", "region"),
    filled_in=False,
)

TABLES = (TIERS, RULES, EVENTS, SCORECARD, CREDITS, PAYOUTS)
