"""Problems that `check` and `template` find."""

from salescli.table.problem import Severity, define

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

REPEATED_KEY = define(
    "repeated-key",
    WARNING,
    ("这一行与第 {first} 行的{columns}相同。", "This row has the same {columns} as row {first}."),
    ("如果是重复填写，请删除其中一行。", "If it was entered twice, delete one of them."),
)
SHEET_PASSED_OVER = define(
    "sheet-passed-over",
    NOTE,
    (
        "工作表“{sheet}”不像任何已知的表，没有检查。",
        "The sheet “{sheet}” looks like none of the known tables and was not checked.",
    ),
    ("", ""),
)
ONE_OF_SEVERAL = define(
    "one-of-several-sheets",
    NOTE,
    (
        "{count} 个工作表都是完整的“{table}”：{sheets}；这里都检查了。",
        "{count} {count:sheet is a whole table|sheets are whole tables} “{table}”: {sheets}; all were checked here.",
    ),
    (
        "周报会全部读取；其余命令只读一个，请到时用 --sheet 指定，或合并成一个工作表。",
        "Weekly reports are all read; for other tables name one with --sheet then, or put them on one sheet.",
    ),
    told=True,
)
UNKNOWN_KIND = define(
    "unknown-kind",
    ERROR,
    ("没有“{found}”这种表。{near}", "There is no kind of table called “{found}”.{near}"),
    ("全部种类见 salescli template。", "`salescli template` lists all kinds."),
)
ONE_FILE_ONLY = define(
    "annotate-one-file",
    ERROR,
    ("--annotate 一次只能标注一个工作簿。", "--annotate takes one workbook at a time."),
    ("请逐个文件运行。", "Run it once for each file."),
)
CANNOT_ANNOTATE = define(
    "cannot-annotate",
    ERROR,
    (
        "只能标注 .xlsx 或 .xlsm 工作簿，这个文件是 {kind}。",
        "Only .xlsx and .xlsm workbooks can be annotated; this one is {kind}.",
    ),
    ("请先另存为 .xlsx。", "Save it as .xlsx first."),
)
CANNOT_COPY = define(
    "cannot-copy",
    ERROR,
    (
        "工作簿可以读取，但它的内部写法特殊，无法制作标注副本。",
        "The workbook can be read, but it is built in a way of which no annotated copy can be made.",
    ),
    (
        "请用 Excel 或 WPS 打开并另存为 .xlsx，再标注；或不加 --annotate 直接检查。",
        "Open it in Excel or WPS and save it as .xlsx, then annotate that; or check it without --annotate.",
    ),
)
NO_TEMPORARY_ROOM = define(
    "no-temporary-room",
    ERROR,
    (
        "标注副本要先写进临时文件夹“{folder}”，那里写不下：{reason}。没有写出任何文件。",
        "An annotated copy is laid into the temporary folder “{folder}” first, which could not take it: {reason}. "
        "Nothing was written.",
    ),
    (
        "请清理那里的空间，或用环境变量 TMPDIR（Windows 为 TEMP）指定另一个磁盘上的文件夹；"
        "或不加 --annotate 直接检查。",
        "Free some space there, or name a folder on another disk by the variable TMPDIR (TEMP on Windows); or check "
        "without --annotate.",
    ),
)
TOO_LARGE_TO_ANNOTATE = define(
    "too-large-to-annotate",
    ERROR,
    (
        "标注副本要保留 {cells} 个单元格和行(含带格式的空格和合并区域)，超过上限 {limit}。",
        "An annotated copy would have to keep {cells} {cells:cell or row|cells and rows} (formatted blanks and "
        "merged areas included), above the limit of {limit}.",
    ),
    (
        "请去掉 --annotate 直接检查，按工作表和单元格找问题；内存足够时，调大配置 [limits] 的 max_annotated_cells。",
        "Check it without --annotate, which names sheet and cell of each problem; where memory allows it, raise "
        "max_annotated_cells under [limits] in the configuration.",
    ),
)
NO_ENCRYPTED_COPY = define(
    "no-encrypted-copy",
    ERROR,
    (
        "工作簿有密码保护，标注副本会把内容公开，所以不制作。",
        "The workbook is protected by a password; an annotated copy would lay it open, so none is made.",
    ),
    (
        "请去掉 --annotate 直接检查，或先另存一份不加密的工作簿。",
        "Check it without --annotate, or save a copy without a password yourself.",
    ),
)
ANNOTATED_COPY_LOSES = define(
    "annotated-copy-loses",
    WARNING,
    ("标注副本保留不了：{features}。", "The annotated copy cannot keep: {features}."),
    ("原文件没有改动，请在原文件上修改。", "Your own workbook is untouched; make the corrections there."),
)
TEMPLATE_NEEDS_OUTPUT = define(
    "template-needs-output",
    ERROR,
    ("没有指定模板写到哪里。", "It was not said where to write the templates."),
    ("请加 -o 文件.xlsx 或 -o 文件夹。", "Add -o FILE.xlsx or -o FOLDER."),
)
