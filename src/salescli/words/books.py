"""Words of the workbook's own furniture: pages, lists, yes and no, the note on a long number."""

from salescli.words.language import Text

YES = Text("是", "Yes")
NO = Text("否", "No")
PAGES = Text("第 {page} 页 / 共 {pages} 页", "Page {page} of {pages}")
LISTS = Text("选项", "Lists")
SUGGESTED_TITLE = Text("不在选项中", "Not in the list")
SUGGESTED = Text(
    "这里通常从下拉选项中选择，仍要保留所写内容吗？",
    "This cell usually takes one of the listed choices. Keep what was written?",
)
LONG_NUMBER = Text(
    "这个数字超过 15 位有效数字，表格软件无法准确保存，所以按文本写入，不参与求和。",
    "This number has more than 15 significant digits, more than a spreadsheet keeps, "
    "so it is written as text and takes no part in sums.",
)
TEMPLATES = Text("销售管理表格模板", "Sales management templates")
CELL_KIND = Text("填写：{kind}", "Takes: {kind}")
REQUIRED_COLUMN = Text("必填", "Required")
OPTIONAL_COLUMN = Text("可留空", "May stay blank")
COMPUTED_COLUMN = Text(
    "自动计算，可留空；填写的值会与计算值核对", "Computed; may stay blank. A figure that is filled in is compared"
)
FINDINGS_SHEET = Text("问题清单", "Findings")
FINDINGS_SUBTITLE = Text(
    "错误 {errors} · 提醒 {warnings} · 说明 {notes}",
    "{errors} {errors:error|errors} · {warnings} {warnings:warning|warnings} · {notes} {notes:note|notes}",
)
FINDING_SEVERITY = Text("级别", "Severity")
FINDING_FILE = Text("文件", "File")
FINDING_SHEET = Text("工作表", "Sheet")
FINDING_CELL = Text("单元格", "Cell")
FINDING_FOUND = Text("发现", "Found")
FINDING_REMEDY = Text("建议", "What to do")
FINDING_CODE = Text("代码", "Code")
LEFT_OUT = Text("因无法读取而剔除的行", "Rows left out because they could not be read")
LEFT_OUT_ROW = Text("行", "Row")
ERROR = Text("错误", "error")
WARNING = Text("提醒", "warning")
NOTE = Text("说明", "note")

# Headers that come near to what a table lacks
NEAR_HEADER = Text("“{found}”（“{column}”？）", "“{found}” (“{column}”?)")
NEAR_HEADERS = Text("工作表“{sheet}”里相近的表头：{near}。", "Headers of the sheet “{sheet}” that come near: {near}. ")

# What people added to a workbook, and what of it another workbook cannot carry
PICTURES = Text("图片", "pictures")
SHAPES = Text("图形和文本框", "shapes and text boxes")
CHARTS = Text("图表", "charts")
COLOUR_RULES = Text("条件格式", "conditional formats")
DROPDOWNS = Text("下拉选项", "dropdowns")
TABLE_LOOKS = Text("表格样式", "table styles")
PIVOTS = Text("数据透视表", "pivot tables")
OWN_FORMULA = Text(
    "原公式（引用了重新生成的工作表，因此保留结果）：", "Formula (it refers to a renewed sheet, so its result is kept):"
)

READING_FILES = Text("读取文件", "Reading files")
WRITING_FILES = Text("写出文件", "Writing files")
WRITING_ROWS = Text("写出行", "Writing rows")

OF_CELLS = Text("等 {count} 格", " and {others} other {others:cell|cells}")
AND_OTHER_SHEETS = Text("；另有 {count} 个工作表也是这样", " ({count} other {count:sheet|sheets} alike)")
