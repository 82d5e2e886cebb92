"""What an analysis says of the whole: other metrics, months, the heat map, conclusions, and what each figure means."""

from salescli.words.customers import CLASS
from salescli.words.drivers import DRIVERS, DRIVERS_SUM, VOLUME_PRICE, VOLUME_PRICE_NOTE
from salescli.words.funnel import FUNNEL_NEEDED, FUNNEL_NOTE
from salescli.words.health import BENCHMARKS, BENCHMARKS_NOTE, HEALTH, HEALTH_NOTE
from salescli.words.language import Text
from salescli.words.mix import MIX, MIX_NOTE
from salescli.words.problems import PROBLEM_ORDER, PROBLEM_ORDER_NOTE, WHYS, WHYS_NOTE

TRACKED = Text("指标对比", "Metrics by scope")
ABOUT_TRACKED = Text("其他指标：团队、区域、产品线、销售员", "Other metrics by team, region, product line, person")
TRACKED_NOTE = Text(
    "数量和金额逐级相加；比率 = 合计的分子 ÷ 合计的分母，不取平均；目标不同的按分母加权。可按指标、维度和状态筛选。",
    "Counts and amounts add up; a rate is the summed part ÷ the summed whole, never an average; targets that differ "
    "are weighted by the whole. Filter by metric, dimension and status.",
)
TRACKED_TEAM = Text("团队", "The team")
TRACKED_PARTS = Text("按区域、产品线、销售员", "By region, product line and person")
AVERAGE_ORDER = Text("平均客单价", "Average order value")
POINTS = Text("百分点", "Points")
OPEN_PERIOD = Text("{month}（未结束，截至 {day}）", "{month} (open, as of {day})")
SAID_OPEN = Text(
    "{month} 还没结束，数据截至 {day}；目标是整月的，达成率和环比还会上升",
    "{month} is still open, figures up to {day}; targets are the whole month's, so achievement and MoM still rise",
)
SAID_METRICS = Text("未达标 {count} 项：{names}", "{count} behind: {names}")
SAID_METRICS_FINE = Text("团队有目标的 {count} 项都没有未达标", "targets of the team: {count}, none missed")
SAID_GAP = Text(
    "离年度目标最远：{name}，差 {gap}（{rate}）", "furthest from the year's target: {name}, {gap} short ({rate})"
)
MONTHS = Text("月度走势", "Months")
ABOUT_MONTHS = Text("逐月目标、实际与年累计", "Month by month, year to date")
MONTHS_NOTE = Text(
    "到分析的月份为止，每月为全部行之和；年累计从表中该年的第一个月加起。上个月不在表中时没有环比。",
    "Up to the month analyzed, each the sum of all rows; the year to date adds up from the year's first month in the "
    "table. Without the month before in the table there is no MoM.",
)
YEAR_TARGET = Text("年累计目标", "Target to date")
YEAR_ACTUAL = Text("年累计实际", "Actual to date")
YEAR_ACHIEVEMENT = Text("年累计达成率", "Achievement to date")
SAID_MOVER = Text("{word}：{name} {change}", "{word}: {name} {change}")
SAID_BEHIND = Text(
    "未达标 {count} 个，差额最大：{name}（{achievement}）", "{count} behind, furthest: {name} ({achievement})"
)
SAID = Text("看什么", "What to look at")
SAID_TOPIC = Text("方面", "Topic")
COLON = Text("：", ": ")

# Heat map
HEAT = Text("达成热力图", "Achievement heat map")
ABOUT_HEAT = Text("各区域逐月达成率", "Achievement by region and month")
HEAT_NOTE = Text("颜色与状态同一标准：红未达标，黄基本达标，绿超额。", "Colours as the status: red, yellow, green.")

# Options
MONTH_HELP = Text(
    "分析哪个月，如 2026-08；默认最后一个已经结束的月份。",
    "The month to analyze (2026-08); the last one that is over by default.",
)
AS_OF_HELP = Text(
    "截至哪天判断客户是否超期未联系；默认今天，但不晚于分析月的月末。",
    "The day to judge overdue customers on; today, but not after the month's end, by default.",
)
DEALS_TARGET_HELP = Text(
    "成单目标，用来倒推漏斗各阶段需要的客户数。", "Target of deals, from which the funnel is worked back."
)
TERMS: tuple[tuple[Text, Text], ...] = (
    (DRIVERS, DRIVERS_SUM),
    (VOLUME_PRICE, VOLUME_PRICE_NOTE),
    (PROBLEM_ORDER, PROBLEM_ORDER_NOTE),
    (WHYS, WHYS_NOTE),
    (
        CLASS,
        Text(
            "按配置文件 [customers] 的规则依次判断：战略、核心、潜力，其余为机会；规则列在“客户结构”。",
            "By the rules of [customers] in the configuration: strategic, core, potential, else opportunity.",
        ),
    ),
    (FUNNEL_NEEDED, FUNNEL_NOTE),
    (BENCHMARKS, BENCHMARKS_NOTE),
    (HEALTH, HEALTH_NOTE),
    (
        Text("体检指标的来源", "Where the indicators come from"),
        Text(
            "与跟踪同一口径，逐月计算：成交率 = 订单成单数 ÷ 线索数；客单价 = 成单额 ÷ 成单数；"
            "复购率 = 当月成单两次以上的客户 ÷ 当月成单客户；销售周期 = 签约日期 − 线索日期的平均。"
            "分析月份没有订单时，成交率、客单价取明细（成单数 ÷ 线索数、销售额 ÷ 成单数）；一个指标的六个月口径相同，"
            "算不出的月份留空。获客成本及数据不足的指标取业绩达成分析表的同名指标。目标依次取业绩达成分析表、现状分析表、"
            "跟踪工作簿里的计划。",
            "As tracking measures them, month by month: win rate = deals of the orders ÷ leads; average order = amount "
            "÷ deals; repurchase = customers with several deals in the month ÷ customers with one; cycle = mean days "
            "from lead to signature. Without orders in the month analyzed win rate and average order are those of the "
            "weekly rows (deals ÷ leads, sales ÷ deals). The six months of an indicator are measured alike; a month "
            "that cannot be stays blank. Acquisition cost, and what the rows do not give, is the metric of that name. "
            "Targets: the metrics, the present state, else the plan in the tracking workbook.",
        ),
    ),
    (HEAT, HEAT_NOTE),
    (MIX, MIX_NOTE),
)
