"""Words of the example company: its workbooks' titles, its README, and the demo's screen."""

from salescli.words.language import Text

TARGETS_TITLE = Text("2026年销售目标", "Sales goals 2026")
INCENTIVE_TITLE = Text("销售激励方案", "Incentive plan")
STRATEGIES_TITLE = Text("策略与复盘记录", "Strategies and lessons")
METRICS_TITLE = Text("业绩指标", "Metrics")
REPORT_TITLE = Text("{region}区销售周报", "Weekly report {region}")
REPORT_WEEK = Text("{first} 至 {last}", "{first} to {last}")
TOTAL_ROW = Text("合计", "Total")

FLAW_LATE = Text("刘洋的周报周一才交（应在周五 17:00 前）", "刘洋 reported on Monday (due Friday 17:00)")
DONE_LATE = Text("照常计入，列在“漏报迟报”表", "counted, and listed as late")
FLAW_TWICE = Text("同一份周报存成副本，又交了一次", "the same report again, saved as a copy")
DONE_TWICE = Text("只计一次，重复的行列在“冲突与剔除”表", "counted once; the repeated rows are listed as left out")
FLAW_TUESDAY = Text("孙悦的周开始日期写成了周二 2026-02-03", "孙悦 wrote Tuesday 2026-02-03 for the week's start")
DONE_TUESDAY = Text("当作该周的周一，附说明", "taken for its Monday, with a note")
FLAW_MISSING = Text("邓伟豪这一周没有交周报", "邓伟豪 sent no report for this week")
DONE_MISSING = Text("列在“漏报迟报”表", "listed as missing")
FLAW_CORRECTED = Text(
    "唐诗雨补报一张漏掉的订单，提交时间更晚", "唐诗雨 sent the row again, later, with a forgotten order"
)
DONE_CORRECTED = Text(
    "以后交的为准，前一行列在“冲突与剔除”表", "the later one counts; the earlier is listed as left out"
)
FLAW_STRANGER = Text("多出一行“高翔”，计划里没有这个人", "a row of 高翔, who is not in the plan")
DONE_STRANGER = Text("不计入，列在“冲突与剔除”表，并给出金额", "not counted; listed as left out, with the amount")
FLAW_TOTAL = Text("表下有“合计”行", "a total row (合计) below the table")
DONE_TOTAL = Text("认出并核对，不重复计算", "recognised, checked, not counted twice")
FLAW_ALIAS = Text("销售额一栏的表头写作“业绩”", "sales are headed 业绩 instead of 销售额")
DONE_ALIAS = Text("按别名识别", "understood as an alias")
FLAW_TITLE = Text("表头上方有标题和日期两行", "a title and dates above the header")
DONE_TITLE = Text("自动找到表头", "the header is found below them")
FLAW_UNITS = Text("单元格里带单位：蒋川写“9.5万”，廖静写“2家”", "units in cells: 蒋川 types 9.5万, 廖静 2家")
DONE_UNITS = Text("按单位换算", "read with their units")

README_TITLE = Text("示例公司", "The example company")
README_INTRODUCTION = Text(
    "远岭仪器是虚构的：24 名销售员，4 个区域（华东、华南、华北、西南），3 条产品线，2026 年要做到 1.2 亿元。\n"
    "`salescli demo` 写出这里的全部文件，并在上面跑一遍完整的闭环。",
    "远岭仪器 is invented: 24 salespeople in four regions (华东, 华南, 华北, 西南) with three product lines,\n"
    "who are to sell ¥120 million in 2026. `salescli demo` writes all the files here and runs the whole loop on them.",
)
README_FILES = Text("文件", "Files")
README_FILE = Text("文件", "File")
README_ABOUT = Text("内容", "What it holds")
README_COMMANDS = Text("命令", "Commands")
README_RUN = Text("在这个文件夹里依次运行：", "Run these in this folder, one after the other:")
README_OUTPUTS = Text(
    "先打开 `tracking.xlsx`（每人每月的目标与实际），再看 `review.xlsx`（本季度的复盘）。",
    "Open `tracking.xlsx` first (target and actual by person and month), then `review.xlsx` (the quarter in review).",
)
README_FLAWS = Text("周报里故意留下的毛病", "What is wrong with the reports, on purpose")
README_ON_PURPOSE = Text(
    "真实的周报总有毛病。下面这些都不会让流程停下来，`track` 会逐条说明处理结果。",
    "Real reports are never clean. None of these stops the loop, and `track` accounts for every one.",
)
README_WRONG = Text("毛病", "What is wrong")
README_HANDLING = Text("处理", "What `track` does")

ABOUT_TARGETS = Text(
    "年度目标、区域与产品线占比、销售员名册、月度权重、目标拆解表",
    "the year's goals, shares by region and product line, the roster, monthly weights, and who does what",
)
ABOUT_REPORTS = Text(
    "第一季度的销售周报：每个区域每周一个文件（2026-02-16 是春节，没有周报）",
    "the first quarter's weekly reports, one file a region and week (none for 2026-02-16, the Spring Festival)",
)
ABOUT_INCENTIVE = Text(
    "激励方案，用平常的写法：四档奖励和季度前三名奖金",
    "the incentive plan in everyday wording: four rewards, and prizes for the quarter's best three",
)
ABOUT_STRATEGIES = Text(
    "四项策略（其中一项已逾期），前两个月的复盘记录和待办",
    "four strategies, one of them overdue; what the two months before taught, and what was decided then",
)
ABOUT_METRICS = Text(
    "另一个例子，与这家公司无关：某月的指标、年度差距和漏斗；两处填写的差距率有出入，`analyze` 会指出",
    "another example, not this company's: a month's metrics, gaps to the year's targets and the funnel; two stated "
    "gap rates are off, and `analyze` says so",
)

DOT = " · "
NONE = Text("无", "none")
COUNTS = {
    "error": Text("错误 {count}", "errors: {count}"),
    "warning": Text("提醒 {count}", "warnings: {count}"),
    "note": Text("说明 {count}", "notes: {count}"),
}
CUTS = {"region": Text("区域", "regions"), "product": Text("产品线", "product lines")}
BY_CUT = Text("按{cut}：{parts}", "by {cut}: {parts}")
CHECKED = Text(
    "{files} 个文件，{tables} 张表，{rows} 行",
    "{files} {files:file|files}, {tables} {tables:table|tables}, {rows} {rows:row|rows}",
)
SPLIT = Text(
    "{people} 人共 {leaves} 个月度目标；{checks} 项合计核对，{held} 项吻合",
    "{leaves} monthly {leaves:target|targets} for {people} {people:person|people}; {held} of {checks} "
    "{checks:sum holds|sums hold}",
)
TRACKED = Text(
    "目标 {target} · 实际 {actual} · 达成率 {achievement} · 差额 {variance}",
    "target {target} · actual {actual} · achievement {achievement} · variance {variance}",
)
PUNCTUAL = Text("漏报：{missing} · 迟报：{late}", "missing: {missing} · late: {late}")
METRIC = Text(
    "{metric}：达成率 {achievement} · 环比 {mom} · 同比 {yoy}",
    "{metric}: achievement {achievement} · MoM {mom} · YoY {yoy}",
)
GAPS = Text("离年度目标还差：{gaps}", "gaps to the year's targets: {gaps}")
PAID = Text(
    "{period}：{people} 人中 {paid} 人有提成或奖金，共 {total} 元，占业绩 {rate}",
    "{period}: {paid} of {people} {people:person is|people are} paid ¥{total} in all, {rate} of the base",
)
BEST_PAID = Text("最高：{best}", "highest: {best}")
REVIEWED = Text("{period} 达成率 {achievement}", "{period}: achievement {achievement}")
STRATEGIES = Text("策略 {count} 项，逾期：{overdue}", "{count} {count:strategy|strategies}, overdue: {overdue}")
ACTIONS = Text(
    "下期行动 {count} 项，其中 {carried} 项从以前带入",
    "{count} {count:follow-up|follow-ups}, {carried} of them carried over",
)

DEMO = Text(
    "写出一家示例公司（目标、周报、激励方案、策略），并在上面跑一遍完整的闭环。",
    "Write an example company (goals, weekly reports, incentive plan, strategies) and run the whole loop on it.",
)
FOLDER = Text("写到这个文件夹。", "The folder to write to.")
REPLACE = Text(
    "文件夹不是空的也写，替换同名文件。", "Write to a folder that is not empty, replacing files of the same names."
)
WRITTEN = Text(
    "已在 {folder} 写出一家示例公司的 {count} 个文件。下面每一步都可以照着命令重做。",
    "Wrote the {count} {count:file|files} of an example company to {folder}. Every step below can be repeated by "
    "its command line.",
)
STEP_CHECK = Text("检查填好的表", "Check what was filled in")
STEP_SPLIT = Text("目标：拆解到人到月", "Goals: split to people and months")
STEP_TRACK = Text("跟踪：把周报并入计划", "Tracking: merge the weekly reports into the plan")
STEP_ANALYZE = Text("分析：对比区域、产品线和人", "Analysis: compare regions, product lines and people")
STEP_METRICS = Text("分析：指标、差距与漏斗", "Analysis: metrics, gaps and the funnel")
STEP_MONTH = Text("激励：当月提成", "Commission: the month's pay")
STEP_QUARTER = Text("激励：季度提成与前三名奖金", "Commission: the quarter's pay and prizes")
STEP_REVIEW = Text("优化：季度复盘", "Review: the quarter in retrospect")
OPEN_FIRST = Text("先打开：{files}", "Open first: {files}")
ABOUT_PLAN = Text("每人每月的目标，各级合计一致", "targets by person and month; every level adds up")
ABOUT_TRACKING = Text(
    "目标与实际、红黄绿状态、周报收支账", "target and actual, traffic lights, and every report row accounted for"
)
ABOUT_ANALYSIS = Text("按区域、产品线、销售员对比", "compared by region, product line and person")
ABOUT_METRICS_ANALYSIS = Text("指标、年度差距和漏斗", "metrics, gaps to the year's targets, and the funnel")
ABOUT_PAYOUT = Text("当月提成，每一步都是公式", "the month's commission, every step a formula")
ABOUT_QUARTER = Text("季度提成与前三名奖金", "the quarter's commission and the best three's prizes")
ABOUT_REVIEW = Text("第一季度复盘", "the first quarter in review")
FILES_IN = Text("{folder} 里的文件", "Files in {folder}")
