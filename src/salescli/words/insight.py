"""Words of what analysis concludes: what drove a change, what to do first, whom to call, who needs help."""

from salescli.words.language import Text

# What drove the change
DRIVERS = Text("变动归因", "Change drivers")
ABOUT_DRIVERS = Text("增减来自哪里，瀑布图", "Where the change comes from, as waterfalls")
DRIVERS_SUM = Text(
    "每张表从上期走到本期：各项增减之和正好等于团队的增减，分毫不差。",
    "Each table walks from the previous period to this one: the changes add up to the team's, to the fen.",
)
BRIDGE_TITLE = Text("{metric}变动 · 按{cut}", "{metric} change by {cut}")
BRIDGE_ITEM = Text("项目", "Item")
BRIDGE_START = Text("上期实际", "Previous actual")
BRIDGE_END = Text("本期实际", "This period's actual")
BRIDGE_REST = Text("其余 {count} 项", "{count} {count:other|others}")
BRIDGE_CHANGE = Text("增减(元)", "Change (CNY)")
BRIDGE_LEVEL = Text("累计至", "Running level")
BRIDGE_BASE = Text("图：底座", "Chart: base")
BRIDGE_ENDS = Text("起止", "Start and end")
BRIDGE_UP = Text("增加", "Gain")
BRIDGE_DOWN = Text("减少", "Loss")

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
VOLUME_PRICE = Text("量价分析", "Volume and price")
ABOUT_VOLUME_PRICE = Text("成单数与客单价各带来多少", "What deals and their average each brought")
EFFECTS_BY_ORDERS = Text(
    "数量影响 = 成单数增减 × 上期客单价；价格影响 = 本期成单数 × 客单价增减；"
    "未计入成单的销售额增减 = 销售额增减 − 成单额增减；三者之和正好等于销售额增减。"
    "成单数、成单额以成单的订单为准，客单价 = 成单额 ÷ 成单数，与业绩体检的客单价相同。",
    "Volume = change in deals × previous average order; price = deals now × change of the average order; sales outside "
    "deals = change in sales − change in the amount of the deals; the three are exactly the change in sales. Deals and "
    "their amount are those of the orders that count; average order = amount ÷ deals, as in the health report.",
)
EFFECTS_BY_REPORTS = Text(
    "数量影响 = 成单数增减 × 上期单均销售额；价格影响 = 本期成单数 × 单均销售额增减；两者之和正好等于销售额增减。"
    "不是两期都有成单的订单，所以成单数取明细，单均销售额 = 销售额 ÷ 成单数。",
    "Volume = change in deals × previous sales per deal; price = deals now × change of the sales per deal; together "
    "exactly the change in sales. Not both periods have orders that count, so the deals are those of the weekly rows, "
    "and sales per deal = sales ÷ deals.",
)
VOLUME_PRICE_NOTE = Text(
    "两期都有成单的订单时：数量影响 = 成单数增减 × 上期客单价；价格影响 = 本期成单数 × 客单价增减；"
    "客单价 = 成单额 ÷ 成单数，与业绩体检相同；销售额增减中成单没有说明的部分单列为未计入成单的销售额增减。"
    "否则成单数取明细，以单均销售额 = 销售额 ÷ 成单数代替客单价。各项之和正好等于销售额增减。",
    "Where both periods have orders that count: volume = change in deals × previous average order; price = deals now × "
    "change of the average order; average order = amount ÷ deals, as in the health report; what the deals do not tell "
    "of the change in sales stands apart. Else the deals are those of the weekly rows, with sales per deal = sales ÷ "
    "deals for the average. The effects add up to the change in sales exactly.",
)
SCOPE = Text("范围", "Scope")
SALES_NOW = Text("本期销售额", "Sales")
SALES_BEFORE = Text("上期销售额", "Previous sales")
AMOUNT_NOW = Text("本期成单额", "Amount of deals")
AMOUNT_BEFORE = Text("上期成单额", "Previous amount of deals")
DEALS_NOW = Text("本期成单数", "Deals")
DEALS_BEFORE = Text("上期成单数", "Previous deals")
SALES_PER_DEAL_NOW = Text("本期单均销售额", "Sales per deal")
SALES_PER_DEAL_BEFORE = Text("上期单均销售额", "Previous sales per deal")
AVERAGE_NOW = Text("本期客单价", "Average order")
AVERAGE_BEFORE = Text("上期客单价", "Previous average order")
VOLUME = Text("数量影响", "Volume effect")
PRICE = Text("价格影响", "Price effect")
OTHER_SALES = Text("未计入成单的销售额增减", "Change in sales outside deals")
SALES_CHANGE = Text("销售额增减", "Change in sales")
CHART_VOLUME_PRICE = Text("数量与价格的影响（元）", "Volume and price effects (CNY)")
SCREEN_VOLUME_PRICE = Text(
    "成单 {before} → {now}，数量影响 {volume}，价格影响 {price}",
    "deals {before} → {now}, volume {volume}, price {price}",
)
SCREEN_OTHER_SALES = Text("，未计入成单的销售额 {other}", ", sales outside deals {other}")

# Factors the tool fills in
AUTO = Text("〔自动〕", "[auto] ")
"""What the tool wrote itself begins with this, and may be written anew."""

FACTOR = Text("{name} {change}", "{name} {change}")
FACTORS_BY = Text("按{cut}：{parts}", "by {cut}: {parts}")

# Problems
QUADRANTS = {
    "quick_win": Text("速赢：立即做", "Quick win: do now"),
    "big_project": Text("攻坚：立项做", "Big project: plan it"),
    "fill_in": Text("顺手：有空做", "Fill-in: when time allows"),
    "later": Text("暂缓", "Later"),
}
ATTENTION = {
    "now": Text("重要且紧急：马上处理", "Important and urgent: now"),
    "plan": Text("重要不紧急：排入计划", "Important: schedule it"),
    "delegate": Text("紧急不重要：授权处理", "Urgent: delegate it"),
    "drop": Text("不重要不紧急：少做", "Neither: do less of it"),
}
PROBLEM_ORDER = Text("问题优先级", "Problem priorities")
ABOUT_PROBLEM_ORDER = Text("先做哪个：四象限", "What to do first: quadrants")
PROBLEM_ORDER_NOTE = Text(
    "易度 = 6 − 难度；4 分及以上为高，3 分不算高。先做影响大又容易的，同一象限内按影响、易度排列。",
    "Ease = 6 − difficulty; 4 and above is high, 3 is not. High impact and easy come first, "
    "within a quadrant by impact and ease.",
)
RANK = Text("顺序", "Order")
PROBLEM = Text("问题", "Problem")
IMPACT = Text("影响力", "Impact score")
EASE = Text("易度", "Ease")
QUADRANT = Text("象限", "Quadrant")
IMPORTANCE = Text("重要性", "Importance score")
URGENCY = Text("紧急性", "Urgency score")
ATTENTION_HEADER = Text("重要与紧急", "Importance and urgency")
CHART_QUADRANTS = Text("影响 × 易度：右上角先做", "Impact × ease: the upper right comes first")
CHART_ATTENTION = Text("重要 × 紧急：右上角马上处理", "Importance × urgency: the upper right comes first")

WHYS = Text("5-Why分析", "Five whys")
ABOUT_WHYS = Text("未达标项追问为什么", "Why each item was missed")
WHYS_NOTE = Text(
    "每个未达标项一行；〔自动〕由数据算出，其余为填写的原话；空白处请在会上追问补全。",
    "One row per missed item; [auto] is computed from the data, the rest is as written; "
    "fill the blanks in the meeting.",
)
WHY_ITEM = Text("未达标项", "Missed item")
WHY_FINDING = Text("现状", "Finding")
WHY = Text("第{number}问", "Answer {number}")
WHY_ROOT = Text("根本原因", "Root of it")
WHY_REMEDY = Text("改进对策", "Countermeasure")
WHY_SHORT = Text("{cut}“{name}”差 {missing} 元，缺口最大", "{cut} {name} is short most, by {missing}")
WHY_NOTE = Text("备注：{note}", "Note: {note}")
WHY_PROCESS = Text("{step} {value}，团队中位数 {median}", "{step} {value}, the team's median is {median}")
FOUND_BEHIND = Text("实际 {actual}，目标 {target}，达成 {achievement}", "{actual} of {target}, {achievement}")
FOUND_SHORT = Text("当前 {current}，目标 {target}", "{current}, target {target}")
FOUND_GAP = Text("当前 {current}，目标 {target}，差距率 {rate}", "{current}, target {target}, gap {rate}")
FOUND_WEAKEST = Text(
    "转化率 {rate}，应为 {should}，全漏斗最弱", "converts {rate} instead of {should}, the weakest stage"
)
FOUND_LOWEST = Text("转化率 {rate}，全漏斗最低{should}", "converts {rate}, the lowest of all stages{should}")
FOUND_OVERDUE = Text("平均停留超标准 {days} 天", "{days} {days:day|days} beyond its standard")
FUNNEL_ITEM = Text("漏斗 · {stage}", "Funnel · {stage}")
AND = Text("；", "; ")

# Customers
ABOUT_CUSTOMERS = Text("客户层级与下次联系", "Class and next contact")
CLASSES = Text("客户结构", "Customer classes")
ABOUT_CLASSES = Text("四类客户的贡献（80/20）", "What each class brings (80/20)")
CLASS = Text("客户类别", "Customer class")
CLASS_DAYS = Text("联系间隔(天)", "Contact every (days)")
CLASS_COUNT = Text("客户数量", "Number of customers")
CLASS_OF_CUSTOMERS = Text("占客户数", "Share of customers")
CLASS_AMOUNT = Text("贡献合计(元)", "Contribution (CNY)")
CLASS_SHARE = Text("占总贡献", "Share of contribution")
CLASS_DUE = Text("待联系", "To call")
CLASS_TOTAL = Text("合计", "Total")
CHART_CLASSES = Text("各类客户的贡献", "Contribution by class")
PARETO = Text(
    "贡献最大的 {vital} 个客户（占客户数 {share}）带来 80% 的贡献。",
    "The {vital} largest {vital:customer|customers} ({share} of all) {vital:brings|bring} 80 % of the contribution.",
)
TO_CALL = Text("待联系客户", "Customers to call")
ABOUT_TO_CALL = Text("超过联系间隔的客户", "Customers not called in time")
TO_CALL_NOTE = Text(
    "截至 {day}；下次联系日期 = 最近联系日期 + 该类客户的联系间隔；没有联系记录的也列出。",
    "As of {day}; next contact = last contact + the days of the class; those never called are listed too.",
)
TO_CALL_NONE = Text("没有超期未联系的客户。", "Every customer was called in time.")
OVERDUE_DAYS = Text("超期(天)", "Days late")
NEVER_CALLED = Text("无联系记录", "no contact on record")
RULE = Text("分层规则", "Rule")
RULES = {
    "strategic": Text(
        "年贡献 ≥ {amount} 元，潜力 ≥ {potential}，合作 ≥ {years} 年",
        "Contribution ≥ {amount}, potential ≥ {potential}, ≥ {years} {years:year|years}",
    ),
    "core": Text("年贡献 ≥ {core} 元", "Contribution ≥ {core}"),
    "potential": Text("潜力 ≥ {score}", "Potential ≥ {score}"),
    "opportunity": Text("其余客户", "Everyone else"),
}
SCREEN_CUSTOMERS = Text("{due} 个（截至 {day}）{names}", "{due} as of {day} {names}")
SCREEN_CLASS = Text("{level} {count} 个占 {share}", "{count} {level} bring {share}")

# Funnel
FUNNEL_NEEDED = Text("漏斗与目标", "Funnel and target")
ABOUT_FUNNEL_NEEDED = Text("最弱阶段，达标还差多少", "Weakest stage, counts for the target")
FUNNEL_COUNT = Text("现有", "Now")
FUNNEL_RATE = Text("本期转化", "Converts")
FUNNEL_SHOULD = Text("应有转化", "Should convert")
FUNNEL_LAG = Text("较应有", "Against it")
FUNNEL_FROM = Text("依据", "By")
FUNNEL_STANDARD = Text("标准", "standard")
FUNNEL_HISTORY = Text("上期", "previous period")
FUNNEL_WEAKEST = Text("结论", "Verdict")
WEAKEST = Text("最弱", "weakest")
FUNNEL_TO_REACH = Text("达标所需", "Needed")
FUNNEL_SHORT = Text("还差", "Missing")
FUNNEL_PAD = Text("图：留白", "Chart: margin")
FUNNEL_NOTE = Text(
    "最弱阶段：本期转化 ÷ 应有转化（标准转化率，没有则取上期）最低且不足 1 的阶段；都没有时取转化率最低的阶段。"
    "达标所需：从目标逐级倒推，所需 ÷ 本期转化，逐级向上取整。",
    "Weakest: the lowest conversion against its standard, else against the previous period, if below it; with neither, "
    "the lowest conversion. Needed: worked back from the target, needed ÷ conversion, rounded up at every stage.",
)
FUNNEL_NO_TARGET = Text(
    "没有成单目标，“达标所需”留空；请用 --deals-target 给出，或在业绩达成分析表里填“成单数”的目标。",
    "There is no target of deals, so what is needed stays blank; give --deals-target, or a target of 成单数 "
    "in the metrics table.",
)
SCREEN_FUNNEL_NEEDED = Text("达标还差：{parts}", "Missing for the target: {parts}")
SCREEN_PART = Text("{name} {count}", "{name} {count}")
SCREEN_WEAKEST = Text("最弱阶段：{stage}（{rate}）", "Weakest stage: {stage} ({rate})")

# Benchmarks
BENCHMARKS = Text("标杆与帮扶", "Benchmarks and help")
ABOUT_BENCHMARKS = Text("谁领先，谁要帮", "Who leads, who needs help")
BENCHMARKS_NOTE = Text(
    "标杆：该项第一名且高于团队中位数 20% 以上；帮扶：低于中位数 20% 以上。"
    "至少 3 人有数据才比较；成交率要求每人至少 5 条线索。",
    "Benchmark: the best, at least 20 % above the team's median; help: at least 20 % below it. "
    "Compared with three people or more; the conversion asks for five leads a person.",
)
STEP = Text("过程指标", "Step")
STEP_PERSON = Text("姓名", "Name")
STEP_REGION = Text("所属区域", "Of region")
STEP_VALUE = Text("本人", "Own figure")
STEP_MEDIAN = Text("团队中位数", "Team median")
STEP_LEAD = Text("较中位数", "Against it")
STEP_STANDING = Text("评定", "Standing")
STEPS = {
    "leads": Text("线索数", "Leads"),
    "visits": Text("客户拜访", "Visits"),
    "proposals": Text("方案提交", "Proposals"),
    "demos": Text("产品演示", "Demos"),
    "deals": Text("成单数", "Deals"),
    "conversion": Text("成交率（成单÷线索）", "Conversion (deals ÷ leads)"),
}
STANDINGS = {
    "benchmark": Text("标杆", "Benchmark"),
    "help": Text("帮扶", "Help"),
    "usual": Text("正常", "Usual"),
}
SCREEN_NAMED = Text("{name}（{detail}）", "{name} ({detail})")
SCREEN_MARK = Text("{step} {names}", "{step} {names}")

# Health
HEALTH = Text("业绩体检", "Health report")
ABOUT_HEALTH = Text("五项关键指标，近六个月", "Five key indicators over six months")
HEALTH_NOTE = Text(
    "趋势：最近一个有数的月份对比最早一个，5% 以内为平稳；较上月变动超过 30% 的月份标黄并列在“异常月份”。",
    "Trend: the last known month against the first, steady within 5 %; months that move more than 30 % against "
    "the month before are yellow and named.",
)
HEALTH_BEFORE = Text(
    "{first}的变动对比之前的{month}（{figures}），该月不在六个月之内，不列入走势。",
    "The change of {first} is against {month} before it ({figures}), which is not one of the six months.",
)
INDICATOR = Text("体检指标", "Indicator")
INDICATORS = {
    "win_rate": Text("成交率", "Win rate"),
    "average_order": Text("客单价(元)", "Average order (CNY)"),
    "repurchase": Text("复购率", "Repurchase rate"),
    "acquisition": Text("获客成本(元)", "Acquisition cost (CNY)"),
    "cycle": Text("销售周期(天)", "Sales cycle (days)"),
}
INDICATOR_NEEDS = {
    "win_rate": Text("缺数据：需要周报的线索数与成单数", "Missing: leads and deals of weekly reports"),
    "average_order": Text("缺数据：需要周报的成单数，或订单明细", "Missing: deals of weekly reports, or orders"),
    "repurchase": Text("缺数据：需要订单明细的客户与已回款", "Missing: orders with customers and collections"),
    "acquisition": Text("缺数据：请在业绩达成分析表填“获客成本”", "Missing: a metric 获客成本 in the metrics table"),
    "cycle": Text("缺数据：需要订单明细的线索日期与已回款", "Missing: orders with lead dates and collections"),
}
HEALTH_MONTH = Text("月度", "In month")
HEALTH_TARGET = Text("体检目标", "Its target")
HEALTH_TREND = Text("趋势", "Trend")
HEALTH_SWINGS = Text("异常月份", "Months that swing")
TRENDS = {
    "better": Text("变好", "better"),
    "worse": Text("变差", "worse"),
    "steady": Text("平稳", "steady"),
    "unknown": Text("数据不足", "too little data"),
}

# Heat map
HEAT = Text("达成热力图", "Achievement heat map")
ABOUT_HEAT = Text("各区域逐月达成率", "Achievement by region and month")
HEAT_NOTE = Text("颜色与状态同一标准：红未达标，黄基本达标，绿超额。", "Colours as the status: red, yellow, green.")

# Mix
MIX = Text("结构与毛利", "Mix and margin")
ABOUT_MIX = Text("产品结构、毛利、新老客户", "Product mix, margin, new and existing")
MIX_BY = {
    "product": Text("按产品线", "By product line"),
    "customer": Text("按新老客户", "By new and existing customers"),
}
MIX_NAMES = {"new": Text("新客户", "New"), "existing": Text("老客户", "Existing")}
MIX_PART = Text("构成", "Part")
MIX_ORDERS = Text("有效订单", "Orders counted")
MIX_AMOUNT = Text("订单金额", "Order amount")
MIX_SHARE = Text("占比", "Share of amount")
MIX_PROFIT = Text("毛利", "Gross profit")
MIX_MARGIN = Text("毛利率", "Gross margin")
STRANGERS = Text("不在计划内的人的订单（没有计入）", "Orders of people not in the plan (not counted)")
STRANGER_ORDERS = Text("订单", "Orders")
MIX_COSTED = Text("有成本的订单", "Orders with cost")
MIX_NOTE = Text(
    "只含计划内的人已签约且回款达到规定比例的订单；毛利只算填了成本的订单；没写客户类型的，首单算新客户。",
    "Signed orders of people in the plan, collected as far as the house asks; margin over those with a cost; a "
    "customer's first order on record is new where no type is given.",
)
SCREEN_MARGIN = Text("（毛利率 {margin}）", " (margin {margin})")
CHART_MIX = Text("订单金额构成", "Order amount by part")

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
