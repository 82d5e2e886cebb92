"""Words of what a retrospective leads to: lessons, incentives, kept notes, and its conclusions."""

from salescli.words.language import Text

COMPUTED = Text("自动", "computed")
FINDINGS = Text("经验与改进", "Lessons")
AGENDA = Text("会议", "Meeting")
PLAN = Text("改进计划", "Improvement plan")
PROGRESS_SHEET = Text("策略进度", "Strategy progress")
DEFINITIONS = Text("说明", "Definitions")
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

# The terminal
LAST_HELP = Text(
    "上一次的复盘工作簿：带入未完成的行动，逐字保留手写内容。",
    "The last review's workbook: its open actions are carried over, what people wrote in it is kept word for word.",
)
