"""Words of who leads and who needs help, and of the key indicators over the months."""

from salescli.words.language import Text

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
