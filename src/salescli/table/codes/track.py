"""Problems of tracking: the plan, the people, and the rows of the weekly reports."""

from salescli.table.problem import Severity, define
from salescli.words.measures import WEEKDAYS_USED

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

# -- the options ------------------------------------------------------------------------------------

BAD_MONTH_OPTION = define(
    "bad-month-option",
    ERROR,
    ("--month 的“{found}”不是月份。", "“{found}” is no month for --month."),
    ("请写成 2026-08 或 2026年8月。", "Write it like 2026-08."),
)
BAD_DATE_OPTION = define(
    "bad-date-option",
    ERROR,
    ("--as-of 的“{found}”不是日期。", "“{found}” is no date for --as-of."),
    ("请写成 2026-08-20 或 2026年8月20日。", "Write it like 2026-08-20."),
)

# -- the plan ---------------------------------------------------------------------------------------

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

# -- the report files -------------------------------------------------------------------------------

EMPTY_FOLDER = define(
    "empty-folder",
    ERROR,
    ("文件夹“{path}”里没有可以读取的周报文件。", "The folder “{path}” holds no report that can be read."),
    ("能读取的类型：{kinds}。请检查路径。", "These kinds can be read: {kinds}. Please check the path."),
)
NO_MATCH = define(
    "no-match",
    ERROR,
    ("没有文件符合“{path}”。", "No file matches “{path}”."),
    ("请检查路径和通配符。", "Please check the path and the pattern."),
)
REPORT_IS_TRACKING = define(
    "report-is-tracking",
    ERROR,
    (
        "这是 track 写出的跟踪工作簿，不是周报。",
        "This is a tracking workbook that track wrote, and no weekly report.",
    ),
    (
        "要接着它往下合并，请把它放在第一个：salescli track 跟踪.xlsx 周报/；否则把它移出周报文件夹。",
        "To merge on into it, name it first: salescli track tracking.xlsx weekly/. Else take it out of the reports.",
    ),
)
SAME_CONTENT = define(
    "same-content",
    NOTE,
    (
        "内容与“{other}”完全相同，其中 {rows} 行按重复处理。",
        "The content is the same as that of “{other}”; its {rows} rows are duplicates.",
    ),
    ("", ""),
)

# -- people -----------------------------------------------------------------------------------------

UNKNOWN_PERSON = define(
    "unknown-person",
    WARNING,
    (
        "计划里找不到“{person}”，{rows} 行(销售额共 {sales})没有计入。{near}",
        "“{person}” is not in the plan; {rows} rows (sales {sales}) were not counted. {near}",
    ),
    ("请更正姓名、工号或区域，或在计划里补上。", "Correct the name, ID or region, or add the person to the plan."),
)
AMBIGUOUS_PERSON = define(
    "ambiguous-person",
    ERROR,
    (
        "“{person}”可能是：{candidates}。共 {rows} 行无法区分。",
        "“{person}” could be any of: {candidates}. {rows} rows cannot be told apart.",
    ),
    ("请在周报里填写工号或区域。", "Fill in the employee ID or the region in the report."),
)
AMBIGUOUS_REGION = define(
    "ambiguous-region",
    ERROR,
    (
        "“{person}”在 {regions} 都有目标，共 {rows} 行没有写明区域。",
        "“{person}” has targets in {regions}, and {rows} rows do not name the region.",
    ),
    ("请在周报里填写区域。", "Fill in the region in the report."),
)
NAME_DIFFERS = define(
    "name-differs",
    WARNING,
    (
        "工号 {employee_id} 在计划里是“{planned}”，周报里写的是“{found}”；按工号计入。",
        "The plan knows {employee_id} as “{planned}”, the report says “{found}”; it was counted by its ID.",
    ),
    ("请核对工号和姓名。", "Please check the ID and the name."),
)
REGION_DIFFERS = define(
    "region-differs",
    WARNING,
    (
        "{person} 在 {month} 的计划区域是 {planned}，这里写的是“{found}”：{rows} 行（共 {amount}）按计划的区域计入。",
        "The plan has {person} in {planned} for {month}, here it says “{found}”: {rows} rows ({amount}) count in the "
        "plan's region.",
    ),
    (
        "写错了请更正；如果换了区域，请在计划里从当月起改区域。",
        "Correct it if it is a slip; if they moved, change the region in the plan from that month on.",
    ),
)

# -- the rows ---------------------------------------------------------------------------------------

NO_TARGET_ROW = define(
    "no-target-row",
    WARNING,
    (
        "{person} 在 {month} 没有“{product}”的目标，{rows} 行(销售额 {sales})单列一行，状态为“无目标”。",
        "{person} has no target for “{product}” in {month}; {rows} rows (sales {sales}) stand on a line of "
        "their own without a target.",
    ),
    ("如有目标请补进计划；如写错产品线请更正周报。", "Add the target to the plan, or correct the product line."),
)
PRODUCT_NOT_NAMED = define(
    "product-not-named",
    WARNING,
    (
        "{person} 在 {month} 有多个产品线的目标({products})，{rows} 行没有写产品线(销售额 {sales})，单列一行。",
        "{person} has targets for several product lines in {month} ({products}); {rows} rows name none "
        "(sales {sales}) and stand on a line of their own.",
    ),
    (
        "合计不受影响；要计入某个产品线，请在周报里填写产品线。",
        "Totals are not affected; to count them towards a product line, name it in the report.",
    ),
)
REPORT_CONFLICT = define(
    "report-conflict",
    ERROR,
    (
        "{person} 在 {week} 这一周的数据有不同版本：{others}。",
        "{person} has differing reports for the week of {week}: {others}.",
    ),
    (
        "请只留正确的一行，或填写提交时间(以较晚的为准)，或用 --on-conflict latest|first|sum 指定处理方式。",
        "Keep the right row only, or fill in 提交时间 (the later wins), or decide with --on-conflict latest|first|sum.",
    ),
)
ROWS_REPEATED = define(
    "rows-repeated",
    NOTE,
    ("{rows} 行与已读取的行完全相同，只计一次。", "{rows} rows repeat rows already read and count once."),
    ("", ""),
)
ROWS_SUPERSEDED = define(
    "rows-superseded",
    NOTE,
    ("{rows} 行被同一周的另一版本替代：{how}。", "{rows} rows gave way to another version of their week: {how}."),
    ("", ""),
)
NO_REPORTS_BEFORE = define(
    "months-without-reports",
    NOTE,
    (
        "{months} 在 {week} 这一周之前没有任何人的周报，不逐人列漏报。",
        "Before the week of {week} there is no report from anybody for {months}; nobody is listed as missing there.",
    ),
    ("如果有周报，请一并给出。", "If there are reports, give them too."),
)
PART_REPLACED = define(
    "report-part-replaced",
    WARNING,
    (
        "{person} 在 {week} 这一周的 {months} 部分({amount})被只写了 {others} 的 {other} 整体替代，没有计入。",
        "{person}'s part of the week of {week} in {months} ({amount}) was replaced as a whole by {other}, which names "
        "{others} only; it was not counted.",
    ),
    (
        "如果是更正月份，无需处理；如果两部分都算，请把它们写在同一张工作表里。",
        "If that corrects the month, all is well. If both parts count, put them on one sheet.",
    ),
)
ROWS_SUMMED = define(
    "rows-summed",
    NOTE,
    (
        "按 --on-conflict sum,{rows} 行不同的同周数据相加。",
        "By --on-conflict sum, {rows} differing rows were added up.",
    ),
    ("", ""),
)
ROWS_OUTSIDE = define(
    "rows-outside",
    NOTE,
    (
        "{rows} 行属于 {months}，不在本次跟踪的月份内，没有计入。",
        "{rows} rows belong to {months}, outside the months tracked, and were not counted.",
    ),
    ("", ""),
)
WEEK_STRADDLES = define(
    "week-straddles",
    WARNING,
    (
        "{week} 这一周跨 {months} 两个月，{rows} 行没有写月份，都计入 {month}。",
        "The week of {week} lies in both {months}; {rows} rows without a month count in {month}.",
    ),
    (
        "如需分月，请在同一张工作表里拆成两行，各填月份和提交时间；它们一起替代原来的一行。",
        "To divide it, split the row in two on one sheet, each with its month and 提交时间; together they replace it.",
    ),
)
MONTH_OFF = define(
    "month-off",
    WARNING,
    ("月份写的是 {month}，但 {week} 这一周不在其中。", "The month says {month}, but the week of {week} is not in it."),
    ("已按所写月份计入；请核对。", "It was counted in the month it states; please check."),
)
NOTHING_COUNTED = define(
    "nothing-counted",
    WARNING,
    (
        "没有一行周报计入：读取 {read} 行，其中 {why}。",
        "No report row was counted: of {read} rows read, {why}.",
    ),
    ("请检查周报的月份、人员和文件。", "Check the months, people and files of the reports."),
)
KEPT_TARGET_DIFFERS = define(
    "kept-target-differs",
    WARNING,
    (
        "{person} 的目标在这里是 {shown}，“{sheet}”里是 {kept}；按后者计算。",
        "The target of {person} is {shown} here and {kept} on “{sheet}”; the latter counts.",
    ),
    ("要改目标，请改“{sheet}”。", "To change the target, change it on “{sheet}”."),
)
NOTHING_NEW = define(
    "nothing-new",
    NOTE,
    (
        "跟踪工作簿里已经有全部内容，没有新的数据；原样保留。",
        "The tracking workbook holds all of this already; it was left as it is.",
    ),
    ("", ""),
)
CALENDAR_FALLBACK = define("report-calendar", NOTE, (WEEKDAYS_USED.zh, WEEKDAYS_USED.en), ("", ""))
