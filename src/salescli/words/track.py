"""Words of tracking: reasons, the sheets of the tracking workbook, and the command's screen and help."""

from salescli.words.language import Text

UNDATED = Text("未注明月份", "undated")
NO_PRODUCT = Text("未分产品线", "No product line")

ON_CONFLICT = {
    "latest": Text("以较晚提交的为准", "the latest submission wins"),
    "first": Text("以最早提交的为准", "the earliest submission wins"),
    "sum": Text("相加", "they are added up"),
    "fail": Text("一律报错", "every difference is an error"),
}
LATER_WINS = Text("以较晚的提交时间为准", "the later submission wins")

REASONS = {
    "duplicate": Text("重复", "Duplicate"),
    "superseded": Text("被替代", "Superseded"),
    "unknown": Text("人员不在计划内", "Unknown person"),
    "outside": Text("不在跟踪月份内", "Outside the months"),
    "invalid": Text("无法读取", "Invalid"),
}
REASON_MEANINGS = {
    "duplicate": Text("与已计入的行内容完全相同", "Says the same as a row that counts"),
    "superseded": Text(
        "同一人、产品线、周另有版本计入", "Another version of the same person, product line and week counts"
    ),
    "unknown": Text("姓名、工号或区域与计划对不上", "Name, ID or region is not in the plan"),
    "outside": Text("属于没有跟踪的月份", "Belongs to a month that is not tracked"),
    "invalid": Text("单元格有错误，见“问题清单”", "A cell is wrong; see the Findings sheet"),
}
NOT_IN_PLAN = Text("计划里没有这个人", "Nobody in the plan is this person")
SAME_AS = Text("与 {place} 相同", "Same as {place}")
SAME_FILE = Text("文件内容与 {path} 相同", "The file is the same as {path}")
REPLACED_BY = Text("以 {place} 为准", "{place} counts instead")
UNDECIDED = Text("不同版本未能取舍", "Versions differ, and nothing decides between them")
UNPLANNED = Text("计划里没有这个月", "a month the plan does not have")
UNPLANNED_IN = Text("属于{month}，计划里没有这个月", "In {month}, a month the plan does not have")
UNPLANNED_SHORT = Text("月份不在计划内", "Month not in the plan")
COUNTS_IN = Text("属于{month}", "Belongs to {month}")
MONTH_TO_COME = Text("属于{month}，这个月在 {day} 还没有开始", "In {month}, which had not begun on {day}")
STILL_TO_COME = Text("属于{month}，这一周在 {day} 还没有开始", "In {month}; its week had not begun on {day}")
VERSION_AT = Text("{place} 与这里不同：{differences}", "{place} differs: {differences}")
DIFFERS_IN = Text("“{column}”这里是 {here}，那里是 {there}", "“{column}” is {here} here and {there} there")
PARTS_AT = Text("这里是 {here}，{place} 是 {there}", "{here} here, {there} at {place}")
PART_OF = Text("{month} {sales}", "{month} {sales}")
BLANK = Text("空白", "blank")
NEAR = Text("是不是：{names}?", "Is it {names}?")
COUNT_OF = Text("{reason} {rows} 行", "{rows} {reason}")
NO_ROWS = Text("没有数据行", "there were none")

# -- the workbook -----------------------------------------------------------------------------------

BOOK = Text("销售跟踪", "Sales tracking")
BOARD = Text("看板", "Board")
BOARD_TITLE = Text("销售跟踪看板 · {month}", "Sales tracking board · {month}")
ALL_ROWS = Text("全部数据", "All rows")
AS_OF = Text("截至 {day}", "As of {day}")
PEOPLE = Text("{count} 人", "{count} {count:person|people}")
MISSING_SHORT = Text("漏报", "Missing reports")
LATE_SHORT = Text("迟报", "Late reports")
MISSING_COUNT = Text("漏报 {count}", "{count} missing")
LATE_COUNT = Text("迟报 {count}", "{count} late")
NOT_COUNTED = Text("未计入的销售额 {amount} 元", "Sales not counted: {amount}")
HEADLINE = Text("总览", "At a glance")
PERIOD = Text("期间", "Period")
BY_REGION = Text("按区域", "By region")
BY_PRODUCT = Text("按产品线", "By product line")
TREND = Text("各月走势", "Month by month")
TOTAL = Text("合计", "Total")
TOTAL_OF = Text("合计（{months}）", "Total ({months})")
WITHOUT_DATA = Text(
    "{months}没有任何数据：没有周报、订单，也没有填写的实际，所以实际留空，不算作 0；合计、累计只算{told}。",
    "Nobody told anything of {months}: no report, no order and no actual typed in. Their actuals are blank, which is "
    "not 0, and totals are of {told} alone.",
)
NOTHING_TOLD = Text(
    "{months}没有任何数据：没有周报、订单，也没有填写的实际，所以实际留空，不算作 0。",
    "Nobody told anything of {months}: no report, no order and no actual typed in. Their actuals are blank, which is "
    "not 0.",
)
TARGET_AND_ACTUAL = Text("目标与实际", "Target and actual")
LEGEND = Text(
    "红 = {behind}(达成率低于 {near}) · 黄 = {middle} · 绿 = {exceeded}(高于 {top}) · 灰 = {no_target}或{no_data}",
    "Red = {behind} (achievement below {near}) · yellow = {middle} · green = {exceeded} (above {top}) · "
    "grey = {no_target} or {no_data}",
)
MONTHLY = Text("月度跟踪", "Monthly tracking")
MONTHLY_HINT = Text(
    "达成率、差额、状态和合计都是公式；这张表可直接交给 analyze 和 payout。",
    "Achievement, variance, status and totals are formulas; analyze and payout read this sheet as it is.",
)
WEEKS = Text("明细", "Weekly rows")
WEEKS_BEFORE = ("周明细",)
"""What the sheet was called once; workbooks of that time are still read."""
WEEKS_HINT = Text(
    "计入的 {rows} 行周报；月份是计入的月份。",
    "The {rows} report {rows:row that counts|rows that count}; the month is the one each counts in.",
)
PUNCTUALITY = Text("漏报迟报", "Missing and late")
MISSING = Text("漏报：有目标而没有周报", "Missing: a target but no report")
LATE = Text(
    "迟报：首次提交晚于当周周五 17:00（按时交了、后来更正的不算）",
    "Late: first handed in after Friday 17:00 of the week (corrections of a report in time are not late)",
)
NONE_MISSING = Text("没有漏报。", "No report is missing.")
NONE_LATE = Text("没有迟报。", "No report was late.")
DEADLINE = Text("应交时间", "Due")
EXCLUDED = Text("冲突与剔除", "Conflicts and left out")
EXCLUDED_BEFORE = ("剔除明细", "Left out")
CONFLICTS = Text(
    "冲突：同一人、产品线、周有不同的版本", "Conflicts: differing versions of one person, product line and week"
)
NO_CONFLICTS = Text("没有冲突。", "There are no conflicts.")
SAID_SALES = Text("未计入的销售额", "Sales not counted")
COUNTED_SALES = Text("计入的销售额", "Sales counted instead")
DIFFERENCE = Text("相差", "Difference")
STANDS_AT = Text("未计入的行", "The row not counted")
DECIDED = Text("取舍", "Decided")
ACCOUNT = Text("行数对账", "The account of rows")
CATEGORY = Text("类别", "What became of them")
ROW_COUNT = Text("行数", "Rows")
MEANING = Text("说明", "Meaning")
MERGED = Text("计入", "Merged")
MERGED_MEANING = Text("计入跟踪", "Counted")
READ_TOTAL = Text("读取合计", "Read in total")
EXCLUDED_ROWS = Text("没有计入的每一行", "Every row that was not counted")
NONE_EXCLUDED = Text("所有行都已计入。", "Every row was counted.")
FILE = Text("文件", "File")
SHEET = Text("工作表", "Sheet")
ROW = Text("行号", "Row")
REASON = Text("原因", "Reason")
DETAIL = Text("详情", "Detail")

STATED_MONTH = Text("填写月份", "Stated month")
SOURCE_FILE = Text("来源文件", "Source file")
SOURCE_SHEET = Text("来源工作表", "Source sheet")
SOURCE_ROW = Text("来源行", "Source row")
KEPT_TARGETS = Text("跟踪目标", "Tracked targets")
KEPT_TARGETS_HINT = Text(
    "计划的原始目标。把这份工作簿连同新的周报交给 track，就接着往下合并。",
    "The targets as the plan gave them. Hand this workbook to track with new reports, and they are merged into it.",
)
LEFT_OUT_AS = Text("剔除类别", "Left out as")
READING_ORDER = Text("读取顺序", "Reading order")
CONTENT_MARK = Text("内容校验", "Content digest")
KEPT_REST = Text("跟踪余行", "Tracked remainder")
KEPT_REST_HINT = Text(
    "没有计入的周报行，按周报原样保存：再次合并时，与新的周报一起重新判断。",
    "Report rows that were not counted, as their reports had them: merging again judges them anew with the new ones.",
)
KEPT_ORDER_REST = Text("订单余行", "Order remainder")
KEPT_ORDER_REST_HINT = Text(
    "订单明细里每个订单只有一行；这里记下重复行和读不出来的行(没有订单号)的出处，再次跟踪时照样计数。",
    "Orders has each order once; here is where its repeats, and rows that could not be read (without a number), were.",
)
KEPT_WRITTEN = Text("跟踪所写", "Tracked figures")
KEPT_WRITTEN_HINT = Text(
    "月度跟踪和待回款订单上写下的数：下次跟踪时，由此认出改过的格子并提醒。",
    "What was written on Monthly tracking and Pending orders: by it the next run tells, and names, cells typed over.",
)
KEPT_UNREAD = Text("跟踪无效行", "Tracked unreadable")
KEPT_UNREAD_HINT = Text(
    "读不出来的周报行在哪里，以及其内容的校验码：同一行再次交来时认得出来。",
    "Where report rows could not be read, and a digest of their cells: the same row handed in again is recognised.",
)
KEPT_ORDERS_HINT = Text(
    "读到的全部订单，含没有计入的；再次跟踪时不必重新给出，给出时以新的为准。",
    "Every order that was read, counted or not; no need to give them again, and where they are the new ones count.",
)
KEPT_FINANCE_HINT = Text(
    "读到的全部财务回款，含没有计入的；再次跟踪时不必重新给出。",
    "Every collection that was read, counted or not; there is no need to give them again.",
)
MARK = Text(
    "内容校验码 {mark}：内容不变时，重新合并会原样保留本工作簿。",
    "Content mark {mark}: when nothing changes, merging again leaves the workbook as it is.",
)

# -- the command ------------------------------------------------------------------------------------

TRACK = Text(
    "跟踪目标达成：把周报并入月度计划(或只算月度跟踪表)，逐行对账，列出漏报迟报。",
    "Track targets: merge weekly reports into the plan (or take a monthly table alone), account for every row, "
    "and list missing and late reports.",
)
PLAN_FILE = Text(
    "月度计划工作簿，或月度目标分解与跟踪表。",
    "The workbook with the monthly plan, or with the monthly tracking table.",
)
REPORTS = Text(
    "周报：文件、文件夹(含子文件夹)或通配符。", "Weekly reports: files, folders (with subfolders) or patterns."
)
MONTH = Text("只跟踪这个月，例如 2026-08。", "Track this month only, for example 2026-08.")
SCHEDULER_HELP = Text(
    "由 dask 集群读取文件，如 tcp://host:8786(需安装 salescli[cluster])；结果与本机相同。",
    "Read the files on a dask cluster, such as tcp://host:8786 (takes salescli[cluster]); the result is the same.",
)
AS_OF_HELP = Text(
    "按哪一天判断漏报，例如 2026-08-20；默认取今天与最后一个月月末中较早的一天。",
    "The day on which missing reports are judged, for example 2026-08-20; by default today or the end of the last "
    "month, whichever comes first.",
)
ON_CONFLICT_HELP = Text(
    "同一人、产品线、周有不同版本时:latest 取较晚提交(无时间时取文件顺序靠后)，first 取最早，sum 相加，fail 报错。"
    "默认：都有提交时间则取较晚的，否则报错。",
    "For differing rows of one person, product line and week: latest takes the latest submission (without times the "
    "row in the last file), first the earliest, sum adds them up, fail is an error. Default: the later submission "
    "where all have a time, else an error.",
)
PERSON_SHORT = Text("销售员", "Person")
TARGET_SHORT = Text("目标", "Target")
ACTUAL_SHORT = Text("实际", "Actual")
WORST = Text("最需要关注", "Most in need of attention")
ACCOUNT_LINE = Text(
    "读取 {read} = 计入 {merged} + 重复 {duplicate} + 被替代 {superseded} + 未知人员 {unknown} + "
    "期间外 {outside} + 无效 {invalid}",
    "read {read} = merged {merged} + duplicate {duplicate} + superseded {superseded} + unknown {unknown} + "
    "outside {outside} + invalid {invalid}",
)
LARGE_UNIT = Text("单位：万元", "in thousands")
BETTER_REGIONS = Text(
    "另有 {count} 个区域达成率更高，见“区域”", "and {count} {count:region|regions} that achieved more: see Regions"
)
AND_MORE = Text("另有 {count} 个", "and {count} more")
