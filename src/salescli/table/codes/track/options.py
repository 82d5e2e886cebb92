"""What the command was asked, and the report files it was given."""

from salescli.table.problem import Severity, define

ERROR, NOTE = Severity.ERROR, Severity.NOTE

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
        "The content is the same as that of “{other}”; its {rows} {rows:row is a duplicate|rows are duplicates}.",
    ),
    ("", ""),
)
