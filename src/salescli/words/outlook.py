"""Words of what a tracking says of the days to come: pace, sprint, trend, leaderboards, self-checks, strategies."""

from salescli.words.language import Text

STATES = {
    "not_begun": Text("未开始", "Not begun"),
    "open": Text("进行中", "Running"),
    "no_days_left": Text("已无工作日", "No working days left"),
    "closed": Text("已结束", "Closed"),
}
ALERTS = {
    "on_track": Text("正常", "On track"),
    "watch": Text("关注", "Watch"),
    "alarm": Text("预警", "Alarm"),
    "no_target": Text("无目标", "No target"),
    "open": Text("尚早", "Too early"),
    "no_data": Text("没有数据", "No data"),
}
LEAGUES = {
    "people": Text("销售员", "People"),
    "regions": Text("区域PK", "Regions"),
    "products": Text("产品线", "Product lines"),
}
STANDINGS = {
    "overdue": Text("逾期", "Overdue"),
    "not_begun": Text("应启动未启动", "Should have begun"),
    "running": Text("进行中", "In progress"),
    "ahead": Text("未到启动时间", "Not yet due to begin"),
    "done": Text("完成", "Done"),
}
BASES = {
    "plan": Text("计划", "Plan"),
    "derived": Text("按周报倒推", "Worked back"),
    "none": Text("无目标", "No target"),
}

# -- pace -------------------------------------------------------------------------------------------

PACE = Text("进度预警", "Pace")
PACE_TITLE = Text("进度预警 · 截至 {day}", "Pace · as of {day}")
PACE_HINT = Text(
    "时间进度 = 已过工作日 ÷ 工作日；进度差 = 达成率 − 时间进度；预计达成 = 实际 ÷ 时间进度；"
    "剩余日均 = 未完成 ÷ 剩余工作日。",
    "Time progress = working days elapsed ÷ working days; pace = achievement − time progress; projected = actual ÷ "
    "time progress; needed per day = what is left ÷ working days left.",
)
ALERT_LEGEND = Text(
    "正常 = 预计达到目标 · 关注 = 预计达到目标的 {near} 以上 · 预警 = 预计不足 {near}",
    "On track = projected to reach the target · watch = projected at {near} of it or more · alarm = projected below "
    "{near}",
)
PACE_LIVE = Text(
    "目标和实际是对“月度跟踪”(以后的月份对“跟踪目标”)求和的公式：改了实际，重算后进度、预计、日均和预警都跟着变；"
    "先后顺序仍是跟踪当时的。",
    "Targets and actuals are sums over Monthly tracking (for months to come over Tracked targets): change an actual "
    "there and pace, projection, daily need and alert follow; the order of people stays that of the run.",
)
PACE_FIXED = Text(
    "人数很多，各人的目标和实际写成了数值，改动后请重新跟踪。",
    "There are so many people that their own targets and actuals are values: track again after a change.",
)
TEAM_PACE = Text("团队进度", "The team")
PERIOD = Text("期间", "Period")
STATE = Text("期间状态", "State")
TIME_PROGRESS = Text("时间进度", "Time progress")
AHEAD = Text("进度差", "Pace")
PROJECTED = Text("预计达成", "Projected")
AT_RISK = Text("预计缺口", "At risk")
LEFT = Text("未完成", "Left to do")
NEEDED = Text("剩余日均", "Needed per day")
DAYS = Text("工作日", "Working days")
ELAPSED = Text("已过工作日", "Days elapsed")
DAYS_LEFT = Text("剩余工作日", "Days left")
ALERT = Text("预警", "Alert")
PEOPLE_PACE = Text("{period}：按预计缺口从大到小", "{period}: by money at risk")
NOT_BEGUN_NOTE = Text(
    "{period}还没有工作日过去，暂不预测。", "No working day of {period} has passed, so nothing is projected."
)
CLOSED_NOTE = Text("{period}已结束，实际就是结果。", "{period} is closed; its actual is its result.")
NO_DAYS_NOTE = Text(
    "{period}已无剩余工作日，没有剩余日均。", "{period} has no working day left, so nothing is needed per day."
)

WITHOUT_NOTE = Text(
    "{period}：{months}没有任何数据，目标、实际和工作日都不含这些月份。",
    "{period}: nobody told anything of {months}; target, actual and working days leave them out.",
)
WITHOUT_SHORT = Text("{period} 不含没有数据的{months}", "{period} without {months}: no data")
PERIOD_IN_PART = Text("{period}（{months}）", "{period} ({months})")

# -- the sprint -------------------------------------------------------------------------------------

SPRINT = Text("冲刺", "Sprint")
SPRINT_TITLE = Text("冲刺 · {days}", "Sprint · {days}")
SPRINT_HINT = Text(
    "{state}，共 {days} 个工作日，截至 {day} 还剩 {left} 个。冲刺要完成所在月份在冲刺前未完成的全部目标；"
    "一周按周一归入冲刺前或冲刺中。",
    "{state}: {days} working {days:day|days}, {left} of them left as of {day}. The sprint is to bring all that was "
    "left of the target of its months; a week belongs to it when its Monday does.",
)
DEALS_FROM = {
    ("orders",): Text(
        "成单数取自订单：签约并达到回款比例的，按签约日期归入冲刺前或冲刺中。",
        "Deals are those of the orders, signed and collected as agreed, by the day of signing.",
    ),
    ("reports",): Text("成单数取自周报。", "Deals are those of the weekly reports."),
    ("orders", "reports"): Text(
        "成单数：有订单的月份取自订单(按签约日期)，没有订单的月份取自周报。",
        "Deals: of the orders, by the day of signing, in months with orders; of the weekly reports in the others.",
    ),
}
DERIVED_HINT = Text(
    "“按周报倒推”：冲刺前未完成的销售额 × 周报里的(数量 ÷ 销售额)，向上取整。",
    "“Worked back”: the sales left at the start × (count ÷ sales) of the reports, rounded up.",
)
METRIC = Text("指标", "Metric")
BASIS = Text("目标来源", "Target from")
BEFORE_SPRINT = Text("冲刺前实际", "Before the sprint")
DURING_SPRINT = Text("冲刺中实际", "In the sprint")
AT_START = Text("冲刺开始时未完成", "Left at the start")
DAILY = Text("每日目标", "Daily target")
CONVERSION = Text("转化率（成单数 ÷ 线索数）", "Conversion (deals ÷ leads)")
CONVERSION_SHORT = Text("转化率", "Conversion")
SPRINT_TEAM = Text("团队每日目标", "The team's daily targets")
SPRINT_PEOPLE = Text("每人销售额", "Sales by person")
SPRINT_COUNTS = Text("每人过程量：未完成与剩余日均", "Counts by person: left, and needed per day")
COUNT_LEFT = Text("{metric}未完成", "{metric} left")
COUNT_DAILY = Text("{metric}每日需", "{metric} a day")
STILL_NEEDED = Text("还需（未完成的成单 ÷ 未完成的线索）", "Still needed (deals left ÷ leads left)")
STAGE = Text("阶段", "When")
DEALS = Text("成单数", "Deals")
LEADS = Text("线索数", "Leads")

# -- trend ------------------------------------------------------------------------------------------

TREND = Text("周趋势", "Weekly trend")
TREND_HINT = Text(
    "每周销售额；环比 = (本周 − 上周) ÷ 上周，只比较已结束的周，未结束的周为灰色。",
    "Sales by week; change = (this − previous) ÷ previous, of weeks that are over; a week that is not is grey.",
)
RUNNING_WEEK = Text("{week}(未结束)", "{week} (open)")
TREND_TEAM = Text("团队", "The team")
TREND_REGIONS = Text("按区域", "By region")
TREND_PEOPLE = Text("按销售员", "By person")
LINE = Text("走势", "Course")
LAST_SHARE = Text("最近整周占比", "Share of last full week")
LAST_WEEK = Text("最近整周", "Last full week")
CHANGE = Text("周环比变化", "Change on the week")
CHANGE_RATE = Text("周环比", "Week on week")
WEEK_NAME = Text("{month}月{day}日", "{day}/{month}")

# -- leaderboards -----------------------------------------------------------------------------------

RANKING = Text("排行榜", "Leaderboards")
RANKING_FIXED = Text(
    "目标和实际是跟踪当时的数，顺序也是；改动“月度跟踪”后这里不会跟着变，请重新跟踪。",
    "Targets, actuals and their order are those of the run; later changes of Monthly tracking do not show here: "
    "track again.",
)
RANKING_HINT = Text(
    "销售员按销售额，区域和产品线按达成率；并列同名次。较上周 = 与不含最近一周数据的名次相比。",
    "People by sales, regions and product lines by achievement; ties share a rank. Movement is against the rank "
    "without the last week's reports.",
)
BOARD_OF = Text("{league} · {period}", "{league} · {period}")
RANK = Text("名次", "Rank")
BEFORE = Text("上周名次", "Last week")
MOVED = Text("较上周", "Movement")
NAME = Text("名称", "Name")

# -- self-checks and strategies ---------------------------------------------------------------------

SELFCHECK = Text("周自查", "Weekly self-check")
SELFCHECK_HINT = Text(
    "已填的自查，以及 {week} 这一周的空表：目标先取计划，其次上次自查，再次近四周周报，都没有时取模板的例子。"
    "填好后放回周报里再跟踪。",
    "The self-checks filled in so far, and the coming week of {week} to fill in: its targets come from the plan, else "
    "the last self-check, else the last four reports, else the template's examples. Fill it in and track it again.",
)
SELFCHECK_DONE = Text("已填的自查。", "The self-checks filled in so far.")
CHECK_SUMMARY = Text("自查汇总", "Self-check summary")
CHECK_SUMMARY_HINT = Text(
    "每人每周七项的完成率；“未填”是有目标而没有填实际，空白是没有这一项。",
    "Completion of the seven items. “Not filled in” has a target and no actual; blank was not among the items.",
)
CHECK_MISSING = Text("未交自查：别人交了这一周的，这些人没有", "No self-check for a week that others filled in")
CHECK_MISSING_SHORT = Text("未交自查", "Missing self-checks")
CHECK_MISSING_COUNT = Text("未交自查 {count}", "{count} without self-check")
NOT_FILLED = Text("未填", "Not filled in")
FILLED = Text("已填项数", "Items filled in")
REACHED = Text("完成项数", "Items reached")
ITEMS = {
    "visits": Text("新客户拜访数", "New-customer visits"),
    "follow_ups": Text("老客户跟进数", "Follow-ups of customers"),
    "proposals": Text("销售方案提交数", "Proposals handed in"),
    "demos": Text("产品演示次数", "Product demos"),
    "deals": Text("成交订单数", "Deals closed"),
    "sales": Text("周销售额", "Sales of the week"),
    "satisfaction": Text("客户满意度调查", "Customer satisfaction"),
}
STRATEGIES = Text("策略跟踪", "Strategy tracking")
STRATEGIES_HINT = Text(
    "截至 {day}：共 {count} 项，逾期 {overdue} 项，应启动未启动 {waiting} 项。",
    "As of {day}: {count} {count:strategy|strategies}, {overdue} overdue, {waiting} that should have begun.",
)
STANDING = Text("跟踪状态", "Standing")
OVERDUE_DAYS = Text("逾期天数", "Days overdue")
OWNERS = Text("按责任人", "By owner")
OWNER = Text("责任人", "Owner")
COUNT = Text("策略数", "Strategies")
COMPLETION = Text("完成率", "Done")

# -- the board and the parts ------------------------------------------------------------------------

REGIONS = Text("区域", "Regions")
PRODUCTS = Text("产品线", "Product lines")
PEOPLE = Text("销售员", "People")
PART_TITLE = Text("{part} · {period}", "{part} · {period}")
SO_FAR_OF = Text("累计（{months}）", "So far ({months})")
SO_FAR = Text("累计（{first}至{last}）", "So far ({first} to {last})")
MATTERS = Text("需要处理", "To look into")
MATTER = Text("事项", "Matter")
MATTER_COUNT = Text("数量", "How many")
MATTER_AMOUNT = Text("涉及金额(元)", "Amount (CNY)")
MATTERS_HINT = Text(
    "涉及金额：没有计入的行是其中的销售额，待回款是合同额，对账是两边相差的合计。",
    "Amount: of rows that were not counted their sales, of pending orders their contracts, of reconciliations the "
    "sum of the differences.",
)
MATTER_SHEET = Text("见工作表", "See the sheet")
OVERDUE_STRATEGIES = Text("逾期策略", "Overdue strategies")
LIGHTS = Text("红黄绿灯", "Traffic lights")
LIGHT = Text("状态", "Status")
HEADS = Text("人数", "People")
SHARE = Text("占比", "Share")
WEEKLY_COURSE = Text("周走势", "Weekly course")

# -- the command ------------------------------------------------------------------------------------

SPRINT_HELP = Text(
    "冲刺的起止日期，例如 2026-08-24..2026-08-31：把未完成的目标摊到这几天，算出每日目标和剩余日均。",
    "The days of a sprint, for example 2026-08-24..2026-08-31: what is left of the target is spread over them, with "
    "daily targets and what each day still needs.",
)
STRATEGIES_HELP = Text(
    "策略执行跟踪表所在的工作簿；不给则取计划工作簿里的同名表。",
    "The workbook with the strategies; by default the plan's own workbook, when it has them.",
)
DONE_SHORT = Text("达成率", "Achieved")
RISK_TITLE = Text("最可能完不成的（{period}，共 {count} 人）", "Most at risk ({period}, {count} {count:person|people})")
TIME_SHORT = Text("时间", "Time")
PROJECTED_SHORT = Text("预计达成", "Projected")
NEEDED_SHORT = Text("剩余日均", "Per day")
WEEK_SHORT = Text("周环比", "Week")
COURSE_SHORT = Text("周走势", "Weeks")
LEADERS_SHORT = Text("领先", "Lead")
SPRINT_LINE = Text(
    "冲刺 {days}：未完成 {left}，剩 {days_left} 个工作日，每日需 {needed}",
    "Sprint {days}: {left} left, {days_left} working {days_left:day|days}, {needed} a day",
)
STRATEGY_LINE = Text(
    "策略 {count} 项：完成 {done} · 逾期 {overdue} · 应启动未启动 {waiting}",
    "{count} {count:strategy|strategies}: {done} done · {overdue} overdue · {waiting} should have begun",
)
