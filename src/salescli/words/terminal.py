"""Words of the terminal that all commands share: help texts and messages."""

from salescli.words.language import Text

APP = Text(
    "销售管理闭环：目标 → 跟踪 → 分析 → 激励 → 优化，全部在 Excel 工作簿里，精确到分。",
    "The sales leader's loop — goals, tracking, analysis, commission, review — over Excel workbooks, exact to the fen.",
)
LANG = Text(
    "界面语言：zh 或 en。默认取 SALESCLI_LANG，其次系统语言。",
    "Language: zh or en. Default: SALESCLI_LANG, else the locale.",
)
CONFIG = Text(
    "配置文件；默认用当前目录的 salescli.toml(如有)。",
    "Configuration; default: salescli.toml in the current folder, when there is one.",
)
PASSWORD_FILE = Text(
    "打开加密工作簿的密码：写在这个文本文件的第一行（需安装 salescli[crypt]）。",
    "The password of encrypted workbooks: the first line of this text file (takes the salescli[crypt] extra).",
)
QUIET = Text(
    "不显示屏幕报告，只留退出码、文件和 --json。", "No report on the screen; only the exit code, files and --json."
)
VERSION = Text("显示版本并退出。", "Show the version and exit.")
OUTPUT = Text(
    "要写出的工作簿；不给则只显示结果，不写文件。", "The workbook to write; without it the result is only shown."
)
FORCE = Text("覆盖已有的输出文件。", "Replace an existing output.")
JSON = Text("把完整结果作为一个 JSON 文档输出到 stdout。", "Print the whole result as one JSON document on stdout.")
SHEET = Text("只读这个名称的工作表。", "Read only the sheet of this name.")
SKIP_INVALID = Text(
    "跳过读不了的行，照样输出，并在工作簿里列出。", "Leave out rows that cannot be read, and list them in the workbook."
)
CHECK = Text(
    "检查工作簿：按表、单元格列出每一个问题和改法。",
    "Check workbooks: every problem with its sheet and cell, and what to write instead.",
)
CHECK_FILES = Text("要检查的工作簿。", "Workbooks to check.")
CHECK_AS = Text("按这种表检查(见 salescli template)。", "Check as this kind of table (see `salescli template`).")
CHECK_ANNOTATE = Text(
    "写出一份副本，把有问题的单元格标色并加批注，其余原样。",
    "Write a copy of the workbook with the cells in question coloured and noted, everything else as it was.",
)
CHECK_SUGGEST = Text(
    "显示每个表头会被读成哪一列，并给出可写进 salescli.toml 的建议。",
    "Show how each header is read, with suggestions for salescli.toml.",
)
ROW = Text("第 {row} 行", "row {row}")
CELL = Text("单元格", "Cell")
HEADER = Text("表头", "Header")
READ_AS = Text("读作", "Read as")
LEFT_ALONE = Text("不是本表的列，忽略", "not a column of this table: left alone")
LOOKS_LIKE = Text(
    "像“{column}”(相似度 {similarity})，不会自动采用",
    "looks like “{column}” ({similarity} of 100), but is not taken for it",
)
BY_ALIAS = Text("{column} (别名)", "{column} (by another of its names)")
COMES_NEAR = Text("{sheet} 第 {row} 行 · 像“{kind}”", "{sheet}, row {row} · comes near to {kind}")
COMES_NEAR_NONE = Text(
    "工作表“{sheet}”不像任何一种表。第 {row} 行的表头是：{headers}。",
    "The sheet “{sheet}” comes near to no table. The headers in row {row} are: {headers}.",
)
NO_HEADER_ROW = Text(
    "工作表“{sheet}”前 {rows} 行里没有像表头的一行。",
    "The sheet “{sheet}” has no row that looks like a header among its first {rows}.",
)
STILL_MISSING = Text("还缺必需的列：{columns}", "Still missing, and required: {columns}")
SEVERAL_NEAR = Text(
    "有 {count} 种表相近，请选定一种：",
    "{count} {count:kind|kinds} of table {count:comes|come} about as near; choose one of them:",
)
THEN_CHECK = Text("然后这样检查：\n{line}", "Then check it so:\n{line}")
SUGGESTED_COLUMNS = Text("如果确实如此，请写进 salescli.toml：", "If that is so, put this into salescli.toml:")
TEMPLATE = Text(
    "列出各类表，或写出空白(或带示例的)模板。", "List the kinds of tables, or write blank (or filled-in) templates."
)
TEMPLATE_KINDS = Text("要写出的表；不给则列出全部种类。", "The kinds to write; without any, all kinds are listed.")
TEMPLATE_ALL = Text("写出全部模板。", "Write every template.")
TEMPLATE_FILLED = Text("带上文档中的示例数据。", "With the documents' example rows.")
TEMPLATE_OUTPUT = Text(
    "以 .xlsx 结尾则写成一个工作簿，否则作为文件夹，一表一个文件。",
    "A name ending in .xlsx: one workbook with all of them; otherwise a folder, one file a kind.",
)

WROTE = Text("已写出 {path}", "Wrote {path}")
WROTE_MANY = Text("已写出 {folder} 中的 {count} 个文件", "Wrote {count} {count:file|files} to {folder}")
NOT_WRITTEN = Text("数据有错误，没有写出任何文件。", "The data has errors; nothing was written.")
NO_OUTPUT = Text("未指定 -o，没有写文件。", "No -o was given, so no file was written.")
MORE = Text("…… 另有 {count} 条，用 --json 查看全部。", "… and {count} more; --json lists all of them.")
NOTES = Text("另有 {count} 条说明，用 --json 查看。", "Notes: {count} more; --json lists them.")
NOTES_IN_BOOK = Text(
    "另有 {count} 条说明，见输出工作簿的“问题清单”。", "Notes: {count} more; the output's Findings sheet lists them."
)
UNHEARD = Text(
    "结果写不到标准输出：{reason}。请换一个去处，或腾出空间。",
    "The result could not be written to standard output: {reason}. Send it elsewhere, or make room.",
)
INTERRUPTED = Text("已中断，没有写出不完整的文件。", "Interrupted; nothing was left half written.")
BUG = Text(
    "salescli 自身出错：{error}。详情已保存到 {path}，请连同它一起反馈。",
    "This is a fault in salescli: {error}. The details were saved to {path}; please report it with that file.",
)
CLEAN = Text("没有发现问题。", "No problems found.")
KIND = Text("种类", "Kind")
SHEET_NAME = Text("工作表", "Sheet")
STAGE = Text("环节", "Stage")
PURPOSE = Text("用途", "What it is for")
FILE = Text("文件", "File")
ROWS = Text("行数", "Rows")
HEADER_ROW = Text("表头行", "Header row")
PROBLEMS = Text("问题", "Problems")
TEMPLATE_HINT = Text(
    "用 salescli template goals -o goals.xlsx 写出一个,--filled 带示例。",
    "`salescli template goals -o goals.xlsx` writes one; --filled adds example rows.",
)
STAGES = {
    "split": Text("目标", "goals"),
    "track": Text("跟踪", "tracking"),
    "analyze": Text("分析", "analysis"),
    "payout": Text("激励", "commission"),
    "review": Text("优化", "review"),
}
SHORT = {
    "template": Text("写出空白表格", "Write blank tables to fill in"),
    "check": Text("检查填好的表格", "Find every bad cell"),
    "split": Text("目标：拆解到人到月", "Goals: to people and months"),
    "track": Text("跟踪：合并周报", "Tracking: merge weekly reports"),
    "analyze": Text("分析：比较与诊断", "Analysis: compare and diagnose"),
    "payout": Text("激励：核算提成", "Commission: step by step"),
    "review": Text("优化：复盘总结", "Review: the retrospective"),
    "demo": Text("示例公司走一遍", "The whole loop on an example"),
}
"""What each command does, in the few words that its list has room for."""
