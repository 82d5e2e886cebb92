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
UNKNOWN_KIND = define(
    "unknown-kind",
    ERROR,
    ("没有“{found}”这种表。{near}", "There is no kind of table called “{found}”. {near}"),
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
