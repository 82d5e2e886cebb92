"""Words of the plan's other metrics: what they are called, what they need, and the sheets that show them."""

from salescli.words.language import Text

NAMES = {
    "collected": ("回款额", "回款", "回款金额", "回款总额", "回款目标", "collected", "collections", "amount collected"),
    "collection_rate": ("回款率", "回款比例", "collection rate", "collected share"),
    "average": ("客单价", "平均客单价", "单均金额", "average order value", "average deal", "average order", "aov"),
    "win_rate": (
        *("成交率", "成单率", "转化率", "线索转化率", "客户转化率", "赢单率"),
        *("win rate", "conversion", "conversion rate", "close rate"),
    ),
    "repurchase": ("复购率", "老客复购率", "老客户复购率", "repurchase rate", "repurchase", "repeat rate"),
    "margin": ("毛利率", "gross margin", "margin"),
    "profit": ("毛利", "毛利额", "毛利润", "gross profit"),
    "cycle": ("销售周期", "成交周期", "成单周期", "sales cycle"),
}
"""What each metric is called in plans, beside the headers of the weekly table."""

NEEDS = {
    "collected": Text("周报的回款额", "collected amounts in the reports"),
    "collection_rate": Text("周报的回款额和销售额", "collected amounts and sales in the reports"),
    "average": Text("订单，或周报的成单数", "orders, or deals in the reports"),
    "win_rate": Text("周报的线索数，和订单或成单数", "leads in the reports, and orders or deals"),
    "repurchase": Text("订单（--orders）", "orders (--orders)"),
    "margin": Text("有成本的订单（--orders）", "orders with their costs (--orders)"),
    "profit": Text("有成本的订单（--orders）", "orders with their costs (--orders)"),
    "cycle": Text("有线索日期的订单（--orders）", "orders with their lead dates (--orders)"),
}
BASES = {
    "reports": Text("周报", "Reports"),
    "orders": Text("订单", "Orders"),
}

# -- the workbook -----------------------------------------------------------------------------------

METRICS = Text("指标跟踪", "Metrics")
METRICS_TITLE = Text("指标跟踪 · {period}", "Metrics · {period}")
METRICS_HINT = Text(
    "计划里销售额以外的指标。数量和金额逐级相加；比率按合计的分子 ÷ 分母，不取平均，只含有这项目标的人；"
    "目标不同时按分母加权。",
    "The plan's metrics beside sales. Counts and amounts add up; a rate is the summed part ÷ the summed whole of the "
    "people whose goal it is, never an average; where its targets differ they are weighted by the whole.",
)
TEAM = Text("团队", "The team")
BY_REGION = Text("按区域", "By region")
BY_PERSON = Text("每人达成率", "Everybody's achievement")
DETAILS = Text("指标明细", "Metric rows")
DETAILS_HINT = Text(
    "每人每月每个指标一行；有分母的是比率：实际 = 分子 ÷ 分母。",
    "One row a person, month and metric; what has a whole is a rate: actual = part ÷ whole.",
)
UNTRACKED = Text("没有跟踪的指标：{listed}", "Metrics that are not tracked: {listed}")
LACKING = Text("{metric}（需要{needs}）", "{metric} (needs {needs})")
NOT_KNOWN = Text("{metric}（周报和订单都算不出）", "{metric} (neither reports nor orders tell)")
METRIC = Text("指标", "Metric")
# Not simply 目标 and 实际: the sheets must not be taken for the metrics table of analyze, or for a plan.
TARGET = Text("本期目标", "Target of the period")
ACTUAL = Text("本期实际", "Actual of the period")
PART = Text("分子", "Part")
WHOLE = Text("分母", "Whole")
SOURCE = Text("来源", "Source")
TARGET_FROM = Text("目标来源", "Target from")
FROM_PLAN = Text("月度计划", "Plan")
FROM_FUNNEL = Text("过程参数倒推", "Worked back")
KEPT = Text("跟踪指标", "Tracked metrics")
KEPT_HINT = Text(
    "计划里其他指标的原始目标，和倒推过程目标的参数；接着往下合并时使用。",
    "The plan's targets of other metrics, and the rates of its process targets; used when more reports are merged.",
)
LINE = Text("{metric} {actual}/{target}", "{metric} {actual}/{target}")
