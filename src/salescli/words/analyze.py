"""Words of analysis: cuts, columns, sheets, definitions, and the screen."""

from salescli.words.language import Text

SALES = Text("销售额", "Sales")
COLLECTED = Text("回款额", "Collected")
MOM = Text("环比", "MoM")
YOY = Text("同比", "YoY")
THIS_PERIOD = Text("本期", "this period")
OPTION_PREVIOUS = "--previous"
OPTION_LAST_YEAR = "--last-year"

CUTS = {
    "team": Text("团队", "Team"),
    "region": Text("区域", "Region"),
    "product": Text("产品线", "Product line"),
    "person": Text("销售员", "Salesperson"),
}
CUT_PHRASES = {
    "region": Text("区域", "by region"),
    "product": Text("产品线", "by product line"),
    "person": Text("销售员", "by salesperson"),
}
UNNAMED = Text("（未填写）", "(blank)")
TEAM_TOTAL = Text("团队合计", "Team total")

# Sheets
BOOK_TITLE = Text("销售分析 {period}", "Sales analysis {period}")
CONTENTS = Text("目录", "Contents")
CONTENTS_SHEET = Text("工作表", "Sheet")
CONTENTS_ABOUT = Text("内容", "What it shows")
CONTENTS_HEADLINES = Text("结论", "Findings")
CONTENTS_METRIC = Text("指标", "Metric")
COMPARISON_SHEETS = {
    "region": Text("区域对比", "By region"),
    "product": Text("产品线对比", "By product line"),
    "person": Text("销售员对比", "By salesperson"),
}
ABOUT_METRICS = Text("目标、实际、环比、同比", "Target, actual, changes")
ABOUT_STATUS = Text("离年度目标的差距", "Gap to the target")
ABOUT_COMPARISON = Text("{cut}业绩与贡献", "Results {cut}")
ABOUT_FUNNEL = Text("转化率与超期阶段", "Conversion, overdue")
ABOUT_KEPT = Text("已校验，原样保留", "Checked, kept")
ABOUT_DEFINITIONS = Text("每个数字的定义", "Definitions")
ABOUT_FINDINGS = Text("读取与核对的问题", "What was found")

SUM_OF = Text("{column}合计", "{column} in total")
FIGURE_OF = Text("{name}的{column}", "{column} of {name}")
NOT_THERE = Text("空白", "nothing")
MOVERS = Text("变化来自哪里", "Where the change comes from")
MOVER_OF = Text("指标与维度", "Metric and cut")
MOVER_UP = Text("增长最多", "gained most")
MOVER_DOWN = Text("下降最多", "lost most")
MOVER_CHANGE = Text("增减(元)", "Change (CNY)")
BREAKDOWN_TITLE = Text("{metric} · 按{cut}", "{metric} by {cut}")
PART_TARGET = Text("本期目标", "This period's target")
PART_ACTUAL = Text("本期实际", "This period's actual")
PART_PREVIOUS = Text("上期实际", "Previous actual")
PART_LAST_YEAR = Text("去年同期", "Last year")
ACHIEVEMENT = Text("达成率", "Achievement")
STATUS = Text("状态", "Status")
CHANGE = Text("较上期增减", "Change on previous")
SHARE = Text("占变化比重", "Share of the change")
PULL = Text("拉动环比", "Adds to MoM")
REMARK = Text("说明", "Remark")
CHART_TARGET_ACTUAL = Text("{metric}：目标与实际", "{metric}: target and actual")
CHART_CHANGE = Text("{metric}：较上期增减", "{metric}: change on previous")
CHART_FUNNEL = Text("销售漏斗", "Sales funnel")
CHART_ACHIEVEMENT = Text("各指标达成率", "Achievement by metric")
CHART_GAP = Text("差距率（差距 ÷ 目标）", "Gap rate (gap ÷ target)")
NO_PREVIOUS = Text(
    "没有上期数据，增减与贡献留空。", "There is no previous period, so changes and shares are left blank."
)
SUMS = Text(
    "“较上期增减”各行之和等于团队的增减；新出现的部分从 0 计起，消失的部分计到 0。",
    "The changes add up to the team's change; a part that is new counts from 0, one that is gone down to 0.",
)

# Remarks beside the figures
STATED = Text("{changes}为填报值，缺少对比数据，未经核算", "{changes} as stated; without a base, not checked")
BLANK = Text("{changes}留空：{why}", "{changes} blank: {why}")
POINTS = Text("{change} {points}", "{change} {points}")
ON_CURRENT = Text(
    "填写值是差距÷当前值({rate})，本工具一律用差距÷目标值。",
    "The stated figure is gap ÷ current value ({rate}); here the base is always the target.",
)
STATED_ON_CURRENT = Text(
    "填写的差距率 {stated} 是差距÷当前值（{rate}）；此处为差距÷目标值",
    "The stated gap rate {stated} is gap ÷ current value ({rate}); here it is gap ÷ target",
)
STATED_ON_NEITHER = Text("填写的差距率 {stated} 与差距÷目标值不符", "The stated gap rate {stated} is not gap ÷ target")
REACHED = Text("已达成", "Reached")
SEPARATOR = Text("；", "; ")

# Definitions
DEFINITIONS = Text("说明", "Definitions")
DEFINITION_TERM = Text("名称", "Term")
DEFINITION_MEANING = Text("定义", "Definition")
TERMS: tuple[tuple[Text, Text], ...] = (
    (
        ACHIEVEMENT,
        Text(
            "实际 ÷ 目标；越低越好的指标为目标 ÷ 实际。目标为空、0 或负数时没有达成率。",
            "Actual ÷ target; target ÷ actual where lower is better. There is none without a target above zero.",
        ),
    ),
    (
        STATUS,
        Text(
            "达成率低于 {near} 未达标；{near} 至 {exceeded} 基本达标；高于 {exceeded} 超额达标。按精确值判断。",
            "Below {near} behind; from {near} to {exceeded} near target; above {exceeded} exceeded. "
            "Compared exactly, not as displayed.",
        ),
    ),
    (
        MOM,
        Text(
            "（本期 − 上期）÷ 上期。上期为空、0 或负数时留空并说明原因。",
            "(This − previous) ÷ previous. Blank, with the reason, where the base is missing, zero or negative.",
        ),
    ),
    (
        YOY,
        Text("（本期 − 去年同期）÷ 去年同期，规则同环比。", "(This − last year's) ÷ last year's, by the same rule."),
    ),
    (
        Text("百分点", "Points"),
        Text(
            "比率类指标另给两期之差：8% → 12% 为 +50%，即 +4 个百分点。",
            "Ratios also get the difference of the two periods: 8 % → 12 % is +50 %, that is +4 points.",
        ),
    ),
    (
        CHANGE,
        Text("本期实际 − 上期实际；各部分之和等于团队。", "This period's actual − the previous one; the parts add up."),
    ),
    (
        SHARE,
        Text(
            "该部分的增减 ÷ 团队的增减；团队没有增减时留空。",
            "The part's change ÷ the team's change; blank where the team's is zero.",
        ),
    ),
    (
        PULL,
        Text(
            "该部分的增减 ÷ 团队上期实际；各部分之和等于团队环比。",
            "The part's change ÷ the team's previous actual; the parts add up to the team's MoM.",
        ),
    ),
    (
        Text("差距值、差距率", "Gap, gap rate"),
        Text(
            "离目标还差多少，达到后为 0；差距率 = 差距 ÷ 目标值。",
            "How far from the target, 0 once reached; gap rate = gap ÷ target.",
        ),
    ),
    (
        Text("阶段转化率", "Stage conversion"),
        Text("本阶段客户数 ÷ 上一阶段客户数。", "The stage's customers ÷ those of the stage before."),
    ),
)

# The terminal
HELP = Text(
    "分析：各指标的目标、实际、环比、同比，按区域、产品线和销售员拆开；现状差距与漏斗。",
    "Analyze: every metric against target, previous period and last year, by region, product line and person; "
    "gaps and funnel.",
)
TRACKING = Text(
    "跟踪工作簿，或只含指标、现状、漏斗等表的工作簿。",
    "The tracking workbook, or one that holds only metrics, status, funnel and the like.",
)
PREVIOUS_HELP = Text("上期的工作簿（同类的表）。", "The previous period's workbook (tables of the same kind).")
LAST_YEAR_HELP = Text("去年同期的工作簿（同类的表）。", "Last year's workbook (tables of the same kind).")
SCREEN_METRICS = Text("关键指标 {period}", "Key metrics {period}")
SCREEN_PARTS = Text("{metric} · 按{cut}", "{metric} by {cut}")
SCREEN_CHANGE = Text("较上期增减", "Change")
SCREEN_SHARE = Text("占变化比重", "Share")
SCREEN_STATUS = Text("现状与差距", "Where we stand")
SCREEN_FUNNEL = Text("销售漏斗", "Funnel")
TARGET = Text("目标", "Target")
ACTUAL = Text("实际", "Actual")
CURRENT = Text("当前值", "Current")
GAP = Text("差距", "Gap")
GAP_RATE = Text("差距率", "Gap rate")
STAGE = Text("阶段", "Stage")
CUSTOMERS = Text("客户数", "Customers")
CONVERSION = Text("转化率", "Conversion")
OVERDUE = Text("超期天数", "Days overdue")
STATED_MARK = "*"
STATED_CAPTION = Text("* 填报值，缺少对比数据，未经核算", "* as stated; without a base, not checked")
