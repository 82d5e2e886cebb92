"""What every figure of a review means, and where it is taken from."""

from salescli.words.effects import EFFECT_NOTE
from salescli.words.language import Text
from salescli.words.meetings import RULE

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
        Text("周明细或销售周报、计划或跟踪工作簿", "Weekly rows or reports, plan or tracking workbook"),
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
