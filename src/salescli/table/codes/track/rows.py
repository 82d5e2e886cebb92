"""The rows of the weekly reports: repeats, corrections, months and weeks, and what came of them."""

from salescli.table.problem import Severity, define
from salescli.words.measures import WEEKDAYS_USED

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

NO_TARGET_ROW = define(
    "no-target-row",
    WARNING,
    (
        "{person} 在 {month} 没有“{product}”的目标，{rows} 行(销售额 {sales})单列一行，状态为“无目标”。",
        "{person} has no target for “{product}” in {month}; {rows} {rows:row|rows} (sales {sales}) "
        "{rows:stands|stand} on a line of their own without a target.",
    ),
    ("如有目标请补进计划；如写错产品线请更正周报。", "Add the target to the plan, or correct the product line."),
)
PRODUCT_NOT_NAMED = define(
    "product-not-named",
    WARNING,
    (
        "{person} 在 {month} 有多个产品线的目标({products})，{rows} 行没有写产品线(销售额 {sales})，单列一行。",
        "{person} has targets for several product lines in {month} ({products}); {rows} {rows:row names|rows name} "
        "none (sales {sales}) and stand on a line of their own.",
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
        "Keep the right row only, or fill in Submitted (the later wins), or use --on-conflict latest|first|sum.",
    ),
)
ROWS_REPEATED = define(
    "rows-repeated",
    NOTE,
    ("{rows} 行与已读取的行完全相同，只计一次。", "Rows that repeat rows already read, and count once: {rows}."),
    ("", ""),
)
ROWS_SUPERSEDED = define(
    "rows-superseded",
    NOTE,
    ("{rows} 行被同一周的另一版本替代：{how}。", "Rows that gave way to another version of their week: {rows}; {how}."),
    ("", ""),
)
KEPT_REST_ABSENT = define(
    "kept-rest-absent",
    WARNING,
    (
        "工作表“{sheet}”不在：以前没有计入的行(重复、被替代、查无此人等)这次不在行数对账里。",
        "The sheet “{sheet}” is missing: rows left out before (repeats, unknown people …) are not in this account.",
    ),
    (
        "请用计划和全部周报重新跟踪一次，不要删隐藏的工作表。",
        "Track the plan with all reports once more, and leave hidden sheets in place.",
    ),
)
DECISION_KEPT = define(
    "decision-kept",
    NOTE,
    (
        "{weeks} 个人周的不同版本沿用这份跟踪工作簿里已有的取舍。",
        "Of {weeks} {weeks:week|weeks} with differing versions {weeks:the one counts|those count} that this "
        "tracking workbook counted before.",
    ),
    (
        "要重新取舍，请再给出 --on-conflict latest|first|sum|fail。",
        "To decide anew, give --on-conflict latest|first|sum|fail again.",
    ),
)
ROWS_UNPLANNED = define(
    "rows-unplanned",
    WARNING,
    (
        "{rows} 行属于 {month}，计划里没有这个月(销售额 {sales})，没有计入。",
        "Rows of {month}, a month the plan does not have: {rows}, with sales of {sales}; they were not counted.",
    ),
    ("请核对年份和月份；没有写错的，把这个月补进计划。", "Check the year and the month, or add the month to the plan."),
)
SUBMITTED_EARLY = define(
    "submitted-before-week",
    WARNING,
    (
        "{rows} 行的提交时间早于本周开始，例如 {submitted} 提交了 {week} 这一周。",
        "Rows handed in before their week began: {rows}; here {submitted}, for the week of {week}.",
    ),
    ("请核对提交时间和周开始日期。", "Check when it was submitted, and its week."),
)
TIME_UNKNOWN = define(
    "submitted-not-recognised",
    WARNING,
    (
        "“{found}”像是提交时间，但没有被识别，所以没有用来取舍不同的版本。",
        "“{found}” looks like the time of submission, but was not recognised, so it decided between no versions.",
    ),
    (
        "请把列名改成“提交时间”，或在配置的 [columns] 里写明它就是提交时间。",
        "Call the column Submitted, or name it as Submitted under [columns] of the configuration.",
    ),
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
        "By --on-conflict sum, {rows} {rows:differing row was|differing rows were} added up.",
    ),
    ("", ""),
)
ROWS_OUTSIDE = define(
    "rows-outside",
    NOTE,
    (
        "{rows} 行属于 {months}，不在本次跟踪的月份内，没有计入。",
        "Rows of {months}, outside the months tracked, that were not counted: {rows}.",
    ),
    ("", ""),
)
WEEK_STRADDLES = define(
    "week-straddles",
    WARNING,
    (
        "{week} 这一周跨 {months} 两个月，{rows} 行没有写月份，都计入 {month}。",
        "The week of {week} lies in both {months}; rows without a month, {rows} in all, count in {month}.",
    ),
    (
        "如需分月，请在同一张工作表里拆成两行，各填月份和提交时间；它们一起替代原来的一行。",
        "To divide it, split the row in two on one sheet, each with its month and Submitted; together they replace it.",
    ),
)
WEEKS_STRADDLE = define(
    "weeks-straddle",
    WARNING,
    (
        "{count} 周跨两个月（{weeks}），其中 {rows} 行没有写月份，都计入周一所在的月份。",
        "{count} {count:week lies in two months|weeks lie in two months each} ({weeks}); rows without a month, "
        "{rows} in all, count in the month of their Monday.",
    ),
    (
        "如需分月，请在同一张工作表里拆成两行，各填月份和提交时间；它们一起替代原来的一行。",
        "To divide a row, split it in two on one sheet, each with its month and Submitted; together they replace it.",
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
        "No report row was counted: of {read} {read:row|rows} read, {why}.",
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
    (
        "要改目标，请改“{sheet}”(隐藏的工作表，先取消隐藏)。",
        "To change the target, change it on “{sheet}” (a hidden sheet: unhide it first).",
    ),
)
TYPED_OVER = define(
    "typed-over",
    WARNING,
    (
        "“{column}”在这里改成了 {shown}，跟踪写的是 {written}；它每次都由“{rows}”算出，这次是 {now}，改的数没有留下。",
        "“{column}” was typed over: {shown} for {written}. It is worked out from “{rows}” each time, and is {now} now; "
        "what was typed is not kept.",
    ),
    (
        "要改这个数，请改“{rows}”里的行，或交来更正后的{files}。",
        "To change it, change the rows of “{rows}”, or hand in a corrected {files}.",
    ),
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
