"""Words of the retrospective: periods, sections, sheets, the composed summary, and the screen."""

from salescli.words.language import Text

WEEK = Text("{year}年第{number}周", "Week {number} of {year}")
PERIOD_TITLE = Text("{period}({rhythm})", "{period} ({rhythm})")
WEEKLY = Text("周度", "weekly")
MONTHLY = Text("月度", "monthly")
QUARTERLY = Text("季度", "quarterly")
HALF_YEARLY = Text("半年度", "half-yearly")
YEARLY = Text("年度", "yearly")

# Sections and sheets
BOOK_TITLE = Text("复盘 {period}", "Review of {period}")
OVERVIEW = Text("复盘总览", "Overview")
ATTAINMENT = Text("目标达成", "Target attainment")
INDICATORS = Text("关键指标", "Key indicators")
STRATEGIES = Text("策略效果", "Strategy results")
INCENTIVES = Text("激励效果", "Incentive results")
ACTIONS = Text("下期行动", "Follow-ups")
CONTENTS = Text("目录", "Contents")
CONTENTS_SHEET = Text("工作表", "Sheet")
CONTENTS_ABOUT = Text("内容", "What it shows")
ABOUT_SUMMARY = Text("每个周期的效果、经验与计划", "Effects, lessons, plans")
ABOUT_ATTAINMENT = Text("按月、按区域的目标与实际", "By month and region")
ABOUT_INDICATORS = Text("指标前后对比与目标", "Before, after, target")
ABOUT_INCENTIVES = Text("激励费用与覆盖面", "Cost and coverage")
ABOUT_ACTIONS = Text("责任人、期限与进展", "Owner, due, progress")
ABOUT_FINDINGS = Text("读取与核对的问题", "What was found")

# Columns
MONTH = Text("月份", "Month")
REGION = Text("区域", "Region")
PERSON = Text("人员", "Who")
TARGET = Text("期内目标(元)", "Period target (CNY)")
ACTUAL = Text("期内实际(元)", "Period actual (CNY)")
ACHIEVEMENT = Text("达成率", "Achievement")
VARIANCE = Text("差额(元)", "Variance (CNY)")
STATUS = Text("状态", "Status")
TOTAL = Text("合计", "Total")
BY_MONTH = Text("按月", "By month")
WEEK_HEADER = Text("周", "Week")
BY_WEEK = Text("按周（最后一周为本期）", "By week (the last is the one under review)")
CHART_WEEKS = Text("各周目标与实际", "Target and actual by week")
PEOPLE_SHEET = Text("人员达成", "People")
CHART_PEOPLE = Text("各人达成率", "Achievement by person")
ABOUT_PEOPLE = Text("每个人的目标、实际与状态", "Everybody's target, actual, status")
PROCESS_BLOCK = Text("过程指标", "Steps of the work")
PROCESS_STEP = Text("环节", "Step")
PROCESS_NOW = Text("本周", "This week")
PROCESS_BEFORE = Text("上周", "Last week")
PROCESS_TARGET = Text("周目标", "Week's target")
PROCESS_TARGET_NOTE = Text(
    "周目标是团队合计：计划直接分解的数量按工作日整数分到周；由销售额倒推的过程目标，每人当月目标 × 本周工作日 ÷ "
    "当月工作日，向上取整后相加。跨月的周两个月各取一段，其中一个月没有目标时为空。",
    "A week's target is the team's: counts that the plan divides go to weeks in whole units by working days; those "
    "worked back from sales are everybody's month × the week's working days ÷ the month's, rounded up, added up. A "
    "week of two months has a piece of each, and no target where one of them has none.",
)
PROCESS_CHANGE = Text("周环比", "Week on week")
CHART_PROCESS = Text("过程指标", "Steps of the work")
BY_REGION = Text("按区域", "By region")
METRIC = Text("指标", "Metric")
SOURCE = Text("来源", "Source")
METRIC_TARGET = Text("期内目标", "Period target")
METRIC_ACTUAL = Text("期内实际", "Period actual")
MOM = Text("环比", "MoM")
YOY = Text("同比", "YoY")
MOM_AGAINST = Text("环比对照", "MoM against")
REMARK = Text("说明", "Remark")
METRIC_BLOCK = Text("指标达成", "Metrics against target")
GAP_BLOCK = Text("离年度目标的差距", "Gap to the year's target")
CURRENT = Text("现值", "Now")
YEAR_TARGET = Text("全年目标", "Year's target")
GAP = Text("差距", "Gap")
GAP_RATE = Text("差距率", "Gap rate")
RATIO_INDICATORS = Text("总结中的比率类指标", "Ratios stated in the summaries")
OTHER_INDICATORS = Text("总结中的其他指标", "Other figures stated in the summaries")
PERIOD = Text("周期", "Period")
BEFORE = Text("之前", "Before")
AFTER = Text("之后", "After")
CHANGE = Text("增减", "Change")
RELATIVE = Text("变化率", "Relative change")
STATED_TARGET = Text("目标", "Target")
STATED_TEXT = Text("原文", "As written")
STRATEGY = Text("策略", "Strategy")
GOAL = Text("对应目标", "Goal")
OWNER = Text("责任人", "Owner")
DUE = Text("截止时间", "Due")
PROGRESS = Text("当前进度", "Progress")
DETAIL = Text("进展说明", "Detail")
OVERDUE_DAYS = Text("逾期天数", "Days overdue")
SCREEN_VARIANCE = Text("差额", "Variance")
LATE_DAYS = Text("逾期", "Late")
RISK = Text("风险预警", "Risk")
PAY_PERIOD = Text("核算期", "Pay period")
PEOPLE = Text("人数", "People")
EARNED = Text("获得激励人数", "People who earned")
COVERAGE = Text("覆盖率", "Coverage")
PAYOUT = Text("发放合计(元)", "Total payout (CNY)")
BASE = Text("计提基数(元)", "Pay base (CNY)")
COST_RATE = Text("费用率", "Cost rate")
MISSED = Text("高目标低达成：目标高于人均、达成未达标", "High target, low result: above-average target, result behind")
FROM_STRATEGY = Text("未完成的策略", "Unfinished strategy")
CHART_MONTHS = Text("各月目标与实际", "Target and actual by month")
CHART_REGIONS = Text("各区域目标与实际", "Target and actual by region")
CHART_INDICATORS = Text("关键指标：之前、之后与目标", "Key indicators: before, after and target")
AS_OF = Text(
    "截至 {day}：未完成且已过截止时间的为逾期。", "As of {day}: what is due before it and not done is overdue."
)
ACTIONS_NOTE = Text(
    "请直接在表中增补或修改；下一次复盘时给出本工作簿，未完成的行动会自动带入，已完成的移到“已完成行动”。",
    "Add to it and change it here; give this workbook to the next review: open actions are carried over, finished "
    "ones move to “Finished”.",
)
FINISHED = Text("已完成行动", "Finished")
FINISHED_NOTE = Text(
    "以前提出、已经完成的行动，逐字保留；“归档于”是确认完成的那次复盘。不再需要的行可以删除。",
    "Actions of earlier reviews that are done, word for word; “Filed in” is the review that found them done. Delete "
    "the rows you no longer need.",
)
ABOUT_FINISHED = Text("以前提出、已经完成的行动", "Done, by the review that raised them")
SUMMARY_NOTE = Text(
    "“{start}”与“{end}”之间由数据生成，重新复盘时会更新；其余文字逐字保留。删去标记，整格即视为手写。",
    "What stands between “{start}” and “{end}” comes from the data and is renewed by the next run; all other text is "
    "kept word for word. Without the marks the whole cell counts as handwritten.",
)

# The composed summary
MARK_START = Text("〔自动汇总〕", "[computed]")
MARK_END = Text("〔/自动汇总〕", "[/computed]")
EFFECT_SEPARATOR = Text("；", "; ")
EFFECT_SALES = Text(
    "销售额{actual}元(目标{target}元，达成率{achievement})",
    "Sales {actual} (target {target}, achievement {achievement})",
)
EFFECT_SALES_ONLY = Text("销售额{actual}元", "Sales {actual}")
EFFECT_UP = Text(
    "{metric}从{before}提升至{after}(目标{target})", "{metric} rose from {before} to {after} (target {target})"
)
EFFECT_DOWN = Text(
    "{metric}从{before}下降至{after}(目标{target})", "{metric} fell from {before} to {after} (target {target})"
)
EFFECT_FLAT = Text("{metric}保持{after}(目标{target})", "{metric} stayed at {after} (target {target})")
EFFECT_LEVEL = Text("{metric}{after}(目标{target})", "{metric} {after} (target {target})")
EFFECT_STRATEGIES = Text(
    "策略{count}项：完成{done}项，逾期{overdue}项",
    "{count} {count:strategy|strategies}: {done} done, {overdue} overdue",
)
WEEK_SHARE = Text(
    "“{plan}”取自计划工作簿的周度目标；“{workdays}”是把当月目标按工作日分到各周，与计划按取整单位分到各周的数可能略有出入。",
    "“{plan}” takes the plan workbook's own weeks; “{workdays}” shares the month's targets by working days, which may "
    "differ slightly from a plan's weeks, rounded to its unit.",
)
WEEK_BASIS = Text("周目标取自", "Week's target from")
WEEK_BASES = {
    "plan": Text("计划的周度目标", "the plan's weeks"),
    "workdays": Text("按工作日折算", "working days"),
}
BY_WEEK_BASIS = {
    "plan": Text("（周目标取自计划）", " (week's target from the plan)"),
    "workdays": Text("（周目标按工作日折算）", " (week's target by working days)"),
}
PAID_PARTLY = Text(
    "给出的提成只含{periods}，不是整个复盘周期；下面的合计、费用率和每人应发都只算这些月份。",
    "The payouts given are those of {periods} only, not of the whole period under review: totals, cost rate and what "
    "everybody earned are of these alone.",
)
PAID_ONLY = Text("（只含{periods}）", " ({periods} only)")
BRACKETED = Text("（{text}）", " ({text})")
EFFECT_INCENTIVES = Text(
    "激励发放{total}元，{earned}/{people}人获得，费用率{cost}",
    "Payout {total}, earned by {earned} of {people}, cost rate {cost}",
)
COST_LINES = {
    "paid_before": Text("{period} 此前已发（季度工作簿记载）", "{period}, paid before (as recorded)"),
    "corrections": Text("补扣 {period}", "Corrections of {period}"),
}
RECORDED_NOTE = Text(
    "合计含此前已发 {amount} 元，取自更长周期的提成工作簿的记载；人数和每人应发不含这部分。",
    "The total has {amount} paid before, as the longer period's workbook records it; people and what everybody earned "
    "are without it.",
)
BASE_NOTE = Text(
    "费用率 = 发放合计（含补扣）÷ 提成工作簿的计提基数 {base} 元；同期销售额 {sales} 元。同一笔业绩只计一次基数。",
    "Cost rate = payout with corrections ÷ the commission workbooks' pay base of {base}; sales of the same months are "
    "{sales}. Every sale counts once in the base.",
)
BASE_NOTE_BARE = Text(
    "费用率 = 发放合计（含补扣）÷ 提成工作簿的计提基数 {base} 元。同一笔业绩只计一次基数。",
    "Cost rate = payout with corrections ÷ the commission workbooks' pay base of {base}. Every sale counts once in it.",
)
EFFECT_RECORDED = Text(
    "激励发放{total}元（其中此前已发{recorded}元，无各人明细），费用率{cost}",
    "Payout {total} ({recorded} of it paid before, without everybody's share), cost rate {cost}",
)
EFFECT_INCENTIVES_BARE = Text(
    "激励发放{total}元，{earned}/{people}人获得", "Payout {total}, earned by {earned} of {people}"
)

# The terminal
HELP = Text(
    "复盘：把跟踪、分析、激励和上次复盘的工作簿汇成一份，列出目标达成、策略效果与下期行动。",
    "Review: bring tracking, analysis, commission and the last review together: attainment, strategies, follow-ups.",
)
FILES_HELP = Text("前面各步写出的工作簿，以及上一次的复盘。", "What the earlier stages wrote, and the last review.")
PERIOD_HELP = Text(
    "复盘周期：2026-08、2026Q3、2026H2、2026 或 2026-W32。", "The period: 2026-08, 2026Q3, 2026H2, 2026 or 2026-W32."
)
SCREEN_TITLE = Text("复盘 {period}", "Review of {period}")
NOT_BEGUN = Text("尚未开始 {count} 项", "{count} not begun")
FROM_DAY = Text("{name}（{day} 起）", "{name} (from {day})")
