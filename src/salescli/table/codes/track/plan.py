"""The plan that is tracked: its targets, its metrics and its people."""

from salescli.table.problem import Severity, define

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

NO_PLAN = define(
    "no-plan",
    ERROR,
    (
        "第一个文件里既没有“{plan}”，也没有“{monthly}”。工作簿里的工作表：{sheets}。",
        "The first file holds neither “{plan}” nor “{monthly}”. Sheets in the workbook: {sheets}.",
    ),
    (
        "“{plan}”需要这些列：{plan_columns}；“{monthly}”需要：{monthly_columns}。",
        "“{plan}” needs the columns {plan_columns}; “{monthly}” needs {monthly_columns}.",
    ),
)
NO_REPORTS = define(
    "no-reports",
    ERROR,
    (
        "“{plan}”里只有目标，没有给出周报，无从计算实际。",
        "“{plan}” holds targets only, and no weekly report was given to take the actuals from.",
    ),
    (
        "请在计划后面写上周报文件、文件夹或通配符，例如 周报/*.xlsx。",
        "Name the weekly reports after the plan: files, folders or patterns such as reports/*.xlsx.",
    ),
)
MONTH_NEEDED = define(
    "month-needed",
    ERROR,
    (
        "这一行目标没有月份，周报无法归到它的月份。",
        "This target has no month, so weekly reports cannot be counted towards it.",
    ),
    (
        "请填写月份列，或用 --month 指明，例如 --month 2026-08。",
        "Fill in the month column, or name the month: --month 2026-08.",
    ),
)
MONTH_NOT_PLANNED = define(
    "month-not-planned",
    ERROR,
    ("表里没有 {month} 的数据，只有：{months}。", "There is nothing for {month}; the table holds {months}."),
    ("请更正 --month，或补上这个月的目标。", "Correct --month, or add the targets of that month."),
)
NO_SALES_METRIC = define(
    "no-sales-metric",
    ERROR,
    (
        "计划里看不出哪个指标是销售额。现有指标：{metrics}。",
        "None of the plan's metrics is clearly the sales amount. There are: {metrics}.",
    ),
    ("请把要跟踪的金额指标命名为“销售额”。", "Call the money metric that is to be tracked 销售额 or Sales."),
)
TARGET_NOT_MONEY = define(
    "target-not-money",
    ERROR,
    ("“{metric}”的目标写成了 {found}，不是金额。", "The target of “{metric}” is {found}, which is no amount of money."),
    ("请写成金额，例如 800,000 或 80万元。", "Write an amount, for example 800,000 or 80万元."),
)
NEGATIVE_TARGET = define(
    "negative-target",
    ERROR,
    ("目标 {found} 小于零。", "The target {found} is below zero."),
    ("请更正；没有目标时填 0 或删除这一行。", "Correct it; where there is no target write 0 or remove the row."),
)
METRIC_UNIT = define(
    "metric-unit-differs",
    ERROR,
    (
        "“{metric}”的目标写成了 {found}，单位与这个指标不符。",
        "The target of “{metric}” is {found}, which is not what this metric is measured in.",
    ),
    (
        "次数写整数，金额写元，比率写百分比。",
        "Write a whole number for a count, yuan for an amount, a percentage for a rate.",
    ),
)
METRIC_UNKNOWN = define(
    "metric-untracked",
    NOTE,
    (
        "计划里的这些指标从周报和订单都算不出，没有跟踪：{metrics}。",
        "Neither reports nor orders tell these metrics of the plan, so they are not tracked: {metrics}.",
    ),
    ("", ""),
)
METRIC_LACKS_DATA = define(
    "metric-lacks-data",
    WARNING,
    (
        "计划里的“{metric}”没有实际，没有跟踪：需要{needs}。",
        "“{metric}” of the plan has no actuals and is not tracked: it needs {needs}.",
    ),
    ("请补上这些数据再跟踪，或从计划里去掉这个指标。", "Add them and track again, or take the metric out of the plan."),
)
TARGET_TWICE = define(
    "target-twice",
    ERROR,
    (
        "{person} 在 {month}、{product} 的数据出现两次，内容不同：另一处在 {other}。",
        "{person} appears twice for {month} and {product}, with different figures; the other is at {other}.",
    ),
    (
        "请删除其中一行；如果是两个人，请填写工号或用全名区分。",
        "Remove one of the rows; if these are two people, tell them apart by 工号 or by full name.",
    ),
)
TARGET_REPEATED = define(
    "target-repeated",
    WARNING,
    ("这一行与 {other} 完全相同，只计一次。", "This row is the same as {other} and counts once."),
    ("请删除重复的一行。", "Remove the repeated row."),
)
ID_TWO_NAMES = define(
    "id-two-names",
    ERROR,
    (
        "工号 {employee_id} 同时属于“{first}”和“{second}”。",
        "The employee ID {employee_id} belongs to both “{first}” and “{second}”.",
    ),
    ("请更正工号或姓名。", "Correct the ID or the name."),
)
NAME_SEVERAL_IDS = define(
    "name-several-ids",
    ERROR,
    (
        "“{person}”有多个工号({ids})，这一行没有写是哪一个。",
        "“{person}” has several employee IDs ({ids}), and this row does not say which.",
    ),
    ("请填写工号。", "Fill in the ID."),
)
ACTUAL_DIFFERS = define(
    "actual-differs",
    WARNING,
    (
        "{person} {month} 填写的累计实际是 {stated}，周报合计是 {computed}。",
        "For {person} in {month} the table states {stated}; the weekly reports add up to {computed}.",
    ),
    (
        "有周报的月份以周报为准；请核对是否漏了周报。",
        "Where a month has reports they decide; please check whether a report is missing.",
    ),
)
