"""Words of what a retrospective leads to: effects judged, lessons, improvement plans, meetings, definitions."""

from salescli.words.language import Text

COMPUTED = Text("自动", "computed")
FINDINGS = Text("经验与改进", "Lessons")
AGENDA = Text("会议", "Meeting")
PLAN = Text("改进计划", "Improvement plan")
PROGRESS_SHEET = Text("策略进度", "Strategy progress")
DEFINITIONS = Text("说明", "Definitions")

# Effects of strategies
EFFECT = Text("成效", "Effect")
EFFECTS = {
    "effective": Text("有效", "Effective"),
    "not_yet": Text("尚未见效", "Not yet"),
    "no_data": Text("无数据", "No data"),
}
EVIDENCE = Text("依据", "Evidence")
FROM_STRATEGY = Text("策略表", "Strategy table")
FROM_SUMMARY = Text("复盘总结表", "Retrospective")
FROM_METRICS = Text("业绩达成分析表", "Metrics")
FROM_TRACKING = Text("跟踪工作簿", "Tracking workbook")
FROM_ANALYSIS = Text("分析工作簿", "Analysis workbook")
FROM_STATUS = Text("业绩现状分析表", "Present state")
TARGETS_FROM = {
    "strategy": Text("策略", "Strategy"),
    "plan": Text("计划", "Plan"),
    "summary": Text("总结", "Retrospective"),
    "direction": Text("方向", "Direction"),
}
TARGET_FROM = Text("目标来自", "Target from")
BEFORE_OF = Text("之前期间", "Before, of")
AFTER_OF = Text("之后期间", "After, of")
WAY_GONE = Text("目标进度", "Way gone")
STRATEGY_GOAL = Text("对应目标", "Goal")
WORSE = Text(
    "比之前退步，达到计划的目标不算策略的成效", "worse than before; that the plan's target is reached is not its doing"
)
AS_STATED = Text("原文所写", "as stated")
READ_AS_POINTS = Text("“{text}”按百分点理解", "“{text}” is read as percentage points")
READ_AS_TIMES = Text(
    "“{text}”按对照数的 {times} 倍计算", "“{text}” is {times} {times:time|times} the figure it compares with"
)
READ_BEFORE = Text("之前的数取自策略原文", "before as the strategy states it")
WHY_NOT_BEGUN = Text("复盘周期结束时还没开始（{day}）", "not begun by the end of the period ({day})")
WHY_SEVERAL = Text(
    "对应目标里有几个数，一项策略请只写一个", "the goal has several figures; give a strategy one of its own"
)
WHY_UNREADABLE = Text(
    "读不懂“{goal}”里的数，请写成“成交率提升至12%”这样的话",
    "the figure in “{goal}” cannot be read; write it like “raise the win rate to 12%”",
)
WHY_NO_METRIC = Text("给出的工作簿里没有“{goal}”所说的指标", "no workbook has the metric that “{goal}” speaks of")
WHY_NO_WEEKLY = Text(
    "周报里没有“{goal}”所说的指标，按月的数在月度复盘里看",
    "the reports have no metric that “{goal}” speaks of; a monthly review has those by month",
)
WHY_NO_BEFORE = Text("没有{day}开始之前的数可比", "nothing to compare with from before it began ({day})")
WHY_NO_BASE = Text(
    "“{text}”要与开始（{day}）之前比，而那时的数没有给出",
    "“{text}” compares with the time before it began ({day}), of which no figure is given",
)
WHY_NO_FIGURE_OF = Text(
    "“{text}”要与{period}的{metric}比，而给出的工作簿里没有；把那一期的工作簿一起给出即可",
    "“{text}” compares with the {metric} of {period}, which no workbook has; give that period's workbook too",
)
WHY_NOT_STATED = Text(
    "“{text}”要与另一期比，文字里写的前后两数不能用", "“{text}” compares with another period than the one stated"
)
WHY_NO_LEVEL = Text("只写了增减量（{text}），无法与目标比较", "only a change is stated ({text}), not the figure itself")
WHY_SPAN = Text("“{text}”的期间与本次{period}复盘不同", "“{text}” is for another span than this {period} review")
WHY_WEEKLY = Text("“{text}”没有写明是每周的数", "“{text}” does not say that it is for a week")
WHY_NOTHING_NOW = Text("本周期没有{metric}的数", "no figure of {metric} in this period")
WHY_NOTHING_SINCE = Text("开始（{day}）以来还没有数", "no figure since it began ({day})")
WHY_UNIT = Text("“{text}”的单位与{metric}不符或没有写", "the unit of “{text}” is missing or not that of {metric}")
WHY_UNCLEAR = Text("“{text}”没有说清是不高于还是不低于", "“{text}” does not say whether it is a floor or a ceiling")
WHY_BASE_ZERO = Text(
    "要比的{metric}不大于 0，算不出百分比或倍数",
    "the {metric} to compare with is not above zero, so there is no percentage of it",
)
EFFECT_NOTE = Text(
    "目标依次取：策略的对应目标里写的数、计划的目标；都没有（或计划目标为 0）时看方向。达到目标为有效，否则为尚未见效。"
    "“目标进度”是从之前到目标走了多少。"
    "之前 = 策略开始之前最后一个有数的月（周复盘为周）；之后 = 本周期最后一个有数的月。"
    "“提升10%”相对之前计算，比率则按百分点；“增加60家”加在之前的数上；翻一番、两成、一半、三分之一、几倍乘之前的数，"
    "比率也是。写明同比、环比、比去年、较上月的，与那一期比，“之前期间”即那一期。指标按全名对应，比率只对应比率。"
    "读不懂或对不上的为无数据，“依据”写明原因。",
    "The target is the figure in the strategy's own goal, else the plan's; without either (or with a plan's of 0) the "
    "direction decides. Effective: the target is reached; else not yet, and “Way gone” tells how far it is from before "
    "to the target. Before: the last month with a figure that ended before the strategy began (the week, in a weekly "
    "review); after: the last month of the period with one. “Up 10 %” is relative to before, for a rate it is points; "
    "“60 more” are added to before; doubled, by a fifth, to a half multiply it, rates too. "
    "Year on year and over last month compare with that period, which is then “before”. Metrics are matched by their "
    "whole names, a rate only by a rate. What cannot be read or matched is “No data”, and “Evidence” says why.",
)
REMARK_NOTE = Text(
    "“复盘意见”由您填写，下一次复盘用 --last 给出本工作簿时逐字保留；其余各列由数据生成。",
    "“Review remark” is yours: give this workbook to the next review with --last and it is kept word for word. "
    "The other columns come from the data.",
)

# What people added to the last review
KEPT_NOTES = Text("手写备注", "Kept notes")
KEPT_NOTE = Text(
    "以前的复盘里写在表格以外、或改写在自动生成的单元格里的内容，逐字保留在这里。不再需要的行可以删除，也可以增加行。",
    "What was written outside the tables of earlier reviews, or over cells that are renewed, word for word. Delete the "
    "rows you no longer need, or add some.",
)
ABOUT_KEPT_NOTES = Text("以前写在表旁的话与批注", "Earlier notes and comments")
ABOUT_OWN = Text("您自建的工作表，原样带入", "Your own sheet, carried as it was")
NOTE_KINDS = {
    "text": Text("文字", "Text"),
    "comment": Text("批注", "Comment"),
    "formula": Text("公式", "Formula"),
}

# Incentives
EARNERS = Text("谁拿到了激励", "Who earned what")
PAID_BEHIND = Text("未达标仍有激励", "Paid while behind")
HIGH_TARGET_BEHIND = Text("高目标低达成", "High target, behind")
NOTHING_EARNED = Text("没有激励", "Nothing earned")
SIGNAL = Text("信号", "Signal")
CHART_EARNERS = Text("每人激励", "Payout by person")

# Lessons
FINDING_KINDS = {"success": Text("成功经验", "What worked"), "improve": Text("待改进点", "To improve")}
SUBJECT_REGION = Text("区域：{name}", "Region: {name}")
SUBJECT_METRIC = Text("指标：{name}", "Metric: {name}")
SUBJECT_STRATEGY = Text("策略：{name}", "Strategy: {name}")
SUBJECT_PERSON = Text("人员：{name}", "Person: {name}")
REACHED = Text("达成率{achievement}，差额{variance}元", "Achievement {achievement}, variance {variance}")
METRIC_REACHED = Text(
    "目标{target}，实际{actual}，达成率{achievement}", "Target {target}, actual {actual}, {achievement}"
)
MOVED = Text("{metric}从{before}到{after}，目标{target}", "{metric} from {before} to {after}, target {target}")
MOVED_UNTARGETED = Text("{metric}从{before}到{after}", "{metric} from {before} to {after}")
LEVEL_UNTARGETED = Text("{metric}为{after}", "{metric} at {after}")
LEVEL = Text("{metric}为{after}，目标{target}", "{metric} at {after}, target {target}")
CHANGED = Text("{metric}变化{change}", "{metric} changed by {change}")
LATE = Text("逾期{days}天，{progress}", "{days} {days:day|days} overdue, {progress}")
HIGH_BEHIND = Text(
    "目标{target}元高于人均，达成率{achievement}", "Target {target} is above average, achievement {achievement}"
)
FINDINGS_NOTE = Text(
    "前四列由数据生成，每次复盘更新；“原因与做法”“推广或改进措施”“责任人”由您填写，逐字保留。可在下面增加行。",
    "The first four columns come from the data and are renewed; why, what to do and owner are yours and kept word "
    "for word. Add rows below.",
)

# Improvement plans
PLAN_SHEET = Text("改进计划 {person}", "Improvement plan {person}")
PLAN_TITLE = Text("30 天改进计划：{person}", "30-day improvement plan: {person}")
PLAN_WHY = Text("{region}，{first} 至 {last}", "{region}, {first} to {last}")
PLAN_GAPS = Text("差距", "Gaps")
PLAN_STEPS = Text("每周里程碑", "Weekly milestones")
PLAN_LIST = Text("帮扶一览", "Support list")
PLAN_LIST_NOTE = Text(
    "每位帮扶对象一行，销售额缺口最大的在前；点姓名打开其改进计划。",
    "A line for each improvement plan, the most sales short first; a click on a name opens the plan.",
)
ABOUT_PLAN_LIST = Text("谁需要帮扶、差在哪里", "Who needs support, and where they are short")
SUPPORTED = Text("帮扶对象", "Supported")
SUPPORTED_REGION = Text("区域", "Region")
SALES_SHORT = Text("销售额缺口(元)", "Sales short (CNY)")
TOTAL_SHORT = Text("合计", "Total")
GAPS_OF = Text("差距（本人与目标或团队）", "Gaps (own against target or team)")
GAP_IN_LIST = Text("{metric} {own}（对照 {base}）", "{metric} {own} (against {base})")
GAP_METRIC = Text("指标", "Metric")
GAP_ACTUAL = Text("本人", "Own")
GAP_BASE = Text("目标或团队", "Target or team")
GAP_VALUE = Text("差距", "Gap")
GAP_RATE = Text("占目标或团队", "Of target or team")
GAP_PERIOD = Text("期间", "Period")
GAP_OF = Text("{period}：", "{period}: ")
GAP_SOURCE = Text("来源", "Source")
SALES_GAP = Text("销售额(元)", "Sales (CNY)")
FROM_ATTAINMENT = Text("目标达成：低于 {near}", "Attainment: below {near}")
FROM_HELP = Text("分析：标记为帮扶", "Analysis: marked for support")
STAGE = Text("第{number}周", "Week {number}")
STEPS = (
    Text("复盘差距原因，定改进动作；{goal}", "Find the causes and agree on the steps; {goal}"),
    Text("按动作执行，主管陪访一次；{goal}", "Carry them out, one visit with the manager; {goal}"),
    Text("检查效果，调整客户与话术；{goal}", "Check the effect, adjust customers and pitch; {goal}"),
    Text("验收：{goal}", "Close: {goal}"),
)
CATCH_UP = Text("累计补回{amount}元（差额的{share}）", "make up {amount} in all ({share} of the shortfall)")
CLOSE_GAP = Text("{metric}差距缩小{share}", "{share} of the gap in {metric} closed")
PLAN_OWNER = Text("{region}负责人", "Head of {region}")
PLAN_OWNER_BARE = Text("直属主管", "Direct manager")
PLAN_NOTE = Text(
    "截止日为工作日。“改进动作”“责任人”“完成情况”“备注”由您填写，逐字保留；里程碑由数据生成，重新复盘时更新。",
    "Due dates are working days. Steps, owner, progress and note are yours and kept word for word; milestones come "
    "from the data and are renewed.",
)

# Meetings
MEETINGS = Text("会议安排", "When")
MEETING = Text("会议", "Meeting")
COVERS = Text("复盘周期", "Period")
PLANNED = Text("例定日期", "By rule")
HELD = Text("召开日期", "Held on")
MOVED_TO = Text("说明", "Remark")
THIS_REVIEW = Text("本次{rhythm}复盘", "This {rhythm} review")
NEXT_REVIEW = Text("下一次{rhythm}复盘", "Next {rhythm} review")
POSTPONED = Text("非工作日，顺延 {days} 天", "Not a working day, {days} {days:day|days} later")
RULE = Text(
    "周度周一，月度每月 5 日，季度在下季首月 10 日", "Weekly on Monday, monthly on the 5th, quarterly on the 10th"
)
AGENDA_BLOCK = Text("议程", "Agenda")
TOPIC_ATTAINMENT = Text("目标达成与差距", "Attainment and gaps")
TOPIC_STRATEGIES = Text("策略效果与逾期", "Strategies: effect and overdue")
TOPIC_INCENTIVES = Text("激励效果", "Incentives")
TOPIC_LESSONS = Text("经验与改进", "Lessons")
TOPIC_PLANS = Text("帮扶改进计划", "Improvement plans")
TOPIC_ACTIONS = Text("下期行动与责任人", "Follow-ups and owners")
EVERYONE = Text("销售负责人、各区域负责人", "Head of sales, heads of regions")
FINANCE = Text("销售负责人、人力与财务", "Head of sales, HR and finance")
MEETING_NOTE = Text(
    "“参与人”“会议记录”由您填写，逐字保留。遇休息日按公司日历顺延到下一个工作日。",
    "Who and minutes taken are yours and kept word for word. A day off moves to the next working day.",
)

# Contents and overview
ABOUT_PROGRESS = Text("进度、逾期与风险", "Progress, overdue, risk")
ABOUT_EFFECTS = Text("指标前后、成效与意见", "Before, after, effect, remark")
ABOUT_FINDINGS = Text("成功经验与待改进点", "What worked, what to improve")
ABOUT_MEETING = Text("日期、议程与记录", "Dates, agenda, minutes")
ABOUT_PLAN = Text("差距、里程碑与进展", "Gaps, milestones, progress")
ABOUT_DEFINITIONS = Text("每个数字的定义与来源", "What each figure means")
CONCLUSIONS = Text("结论", "Conclusions")
CONCLUSION = Text("结论", "Conclusion")
TOPIC = Text("方面", "Topic")
SAID_STRATEGIES = Text(
    "{count}项策略：有效{effective}，尚未见效{not_yet}，无数据{no_data}；完成{done}，逾期{late}",
    "{count} {count:strategy|strategies}: {effective} effective, {not_yet} not yet, {no_data} without data; {done} "
    "done, {late} overdue",
)
SAID_ACTIONS = Text(
    "待办{open}项，其中上期带入{carried}项，逾期{late}项", "{open} open, {carried} of them carried over, {late} overdue"
)
SAID_PLANS = Text("{count}人需要帮扶：{people}", "{count} {count:person needs|people need} support: {people}")
SAID_STEPS = Text(
    "与上周相比：{step} {change}（最低），{other} {other_change}（最高）",
    "against last week: {step} {change} (lowest), {other} {other_change} (highest)",
)
SAID_STEP_TARGETS = Text(
    "过程目标{count}项，达到{reached}项；{step}最低，为{achievement}",
    "{reached} of {count} {count:target|targets} of the steps reached; {step} the lowest, at {achievement}",
)
SAID_OPEN = Text(
    "{period}还没结束，数据截至 {day}，以下都只到这一天",
    "{period} is still open, figures up to {day}: all below is as of that day",
)
SAID_REACHED = Text(
    "达成率{achievement}，差额{variance}元{share}", "Achievement {achievement}, variance {variance}{share}"
)
SAID_REGIONS_BEHIND = Text("未达标区域{count}个：{names}", "regions behind ({count}): {names}")
SAID_PEOPLE_BEHIND = Text("未达标{count}人，差额最大：{names}", "people behind ({count}), by money: {names}")
SAID_MISSED = Text("高目标低达成{count}人：{people}", "{count} {count:person|people} behind on a high target: {people}")
SAID_MEETING = Text("{name}：{day}", "{name}: {day}")
SAID_LESSONS = Text("成功经验{good}条，待改进{bad}条", "{good} worked, {bad} to improve")

# Definitions
TERM = Text("数字", "Figure")
MEANING = Text("定义", "Definition")
TAKEN_FROM = Text("取自", "Taken from")
INPUTS = Text("本次给出的表", "Tables given this time")
TABLE = Text("表", "Table")
FILES = Text("文件", "Files")
SECTION = Text("用于", "Used for")
NOT_GIVEN = Text("没有给出", "Not given")
TERMS: tuple[tuple[Text, Text, Text], ...] = (
    (
        Text("期内目标、期内实际", "Period target, period actual"),
        Text(
            "复盘周期内各月之和；同一行在多个工作簿里只计一次",
            "Sum of the period's months; a row given twice counts once",
        ),
        Text("月度目标分解与跟踪表", "Monthly tracking"),
    ),
    (
        Text("周目标、周实际", "A week's target and actual"),
        Text(
            "给出计划工作簿时，周目标取其周度目标；否则把当月目标按工作日分到各周，跨月的周两个月各取一段；周实际为该周周报的销售额之和",
            "The plan's own weeks where a plan workbook is given, else the month's targets shared by working days, a "
            "piece of each month where two share a week; the sum of the week's reports",
        ),
        Text(
            "计划（周度）或月度目标分解与跟踪表、周明细或销售周报",
            "The plan's weeks or monthly tracking, weekly rows or reports",
        ),
    ),
    (
        Text("过程指标", "Steps of the work"),
        Text(
            "该周周报里各环节之和；周环比 = (本周 − 上周) ÷ 上周；周目标由计划的数量目标和过程目标按工作日折算",
            "Sum of the week's reports; (this week − last) ÷ last; a week's target is the plan's counts and process "
            "targets by working days",
        ),
        Text("周明细或销售周报、跟踪工作簿", "Weekly rows or reports, tracking workbook"),
    ),
    (
        Text("达成率", "Achievement"),
        Text(
            "实际 ÷ 目标；越低越好的指标为目标 ÷ 实际；没有正的目标时为空",
            "Actual ÷ target; target ÷ actual where lower is better; blank without a target above zero",
        ),
        Text("同上", "The same"),
    ),
    (
        Text("差额", "Variance"),
        Text("实际 − 目标，带正负号", "Actual − target, signed"),
        Text("同上", "The same"),
    ),
    (
        Text("状态", "Status"),
        Text(
            "低于 {near} 为未达标，到 {top} 为基本达标，以上为超额达标",
            "Below {near} behind, up to {top} near, above it exceeded",
        ),
        Text("配置 [thresholds]", "Configuration [thresholds]"),
    ),
    (
        Text("成效", "Effect"),
        EFFECT_NOTE,
        Text(
            "策略表、复盘总结表、业绩达成分析表、跟踪工作簿、分析工作簿、业绩现状分析表，依次查找",
            "Strategies, retrospective, metrics, tracking workbook, analysis workbook, present state",
        ),
    ),
    (
        Text("逾期天数", "Days overdue"),
        Text("复盘周期最后一天 − 截止时间，仅限未完成的", "Last day of the period − due date, unless done"),
        Text("策略执行跟踪表、下期行动", "Strategies, follow-ups"),
    ),
    (
        Text("费用率", "Cost rate"),
        Text(
            "激励发放合计 ÷ 计提基数合计；发放含补扣和季度工作簿记载的各月已发，同一笔业绩的基数只计一次",
            "Total payout ÷ total pay base; corrections and what a quarter records of its months are part of the "
            "payout, the base of a sale counts once",
        ),
        Text("提成表、补扣、汇总", "Commission sheet, corrections, summary"),
    ),
    (
        Text("高目标低达成", "High target, behind"),
        Text("目标高于全体人均而达成率低于 {near}", "Target above the average of all, achievement below {near}"),
        Text("月度目标分解与跟踪表", "Monthly tracking"),
    ),
    (
        Text("帮扶对象", "People to support"),
        Text(
            "分析工作簿中标记为帮扶的人；没有给出时为达成率低于 {near} 的人",
            "Who is marked for support in the analysis; without it, who is below {near}",
        ),
        Text("标杆/帮扶、月度目标分解与跟踪表", "Analysis, monthly tracking"),
    ),
    (
        Text("带入", "Carried over"),
        Text("以前的复盘提出、至今未完成的行动", "Raised by an earlier review and still open"),
        Text("上一次复盘的下期行动", "Follow-ups of the last review"),
    ),
    (
        Text("会议日期", "Meeting dates"),
        RULE,
        Text("工作日历与配置 [calendar]", "Working calendar, configuration [calendar]"),
    ),
)

# The terminal
LAST_HELP = Text(
    "上一次的复盘工作簿：带入未完成的行动，逐字保留手写内容。",
    "The last review's workbook: its open actions are carried over, what people wrote in it is kept word for word.",
)
