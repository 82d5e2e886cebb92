"""Problems of what people added to a workbook that is made anew: what was carried, where to, and what could not be."""

from salescli.table.problem import Severity, define

WARNING, NOTE = Severity.WARNING, Severity.NOTE

NO_IMPRINT = define(
    "no-imprint",
    WARNING,
    (
        "这个工作簿不带本工具的写入记录，分不出哪些是后来添加的：表格里的内容照常带入，表旁的文字、批注和自建的工作表没有带入。",
        "This workbook does not carry salescli's record of what it wrote, so what was added cannot be told apart: the "
        "tables are read as always; words beside them, comments and sheets of your own were not carried over.",
    ),
    (
        "请给出 review 写出的那个 .xlsx 文件；没有的话，请把要保留的内容抄到新的工作簿里。",
        "Give the .xlsx file that review wrote; else copy what you want to keep into the new workbook.",
    ),
)
ADDITIONS_UNREADABLE = define(
    "additions-unreadable",
    WARNING,
    (
        "这个文件里表旁的文字、批注和自建的工作表读不出来（只能从 .xlsx 读取），没有带入；表格里的内容照常带入。",
        "Words beside the tables, comments and sheets of your own could not be read from this file (it takes an .xlsx) "
        "and were not carried over. The tables are read as always.",
    ),
    ("请用表格软件另存为 .xlsx 后重新运行。", "Save it as .xlsx in a spreadsheet program and run again."),
)
COMPUTED_TEXT_EDITED = define(
    "computed-text-edited",
    NOTE,
    (
        "自动汇总的标记之内有手写的改动；自动汇总已重新生成，改过的原文列在“{sheet}”。",
        "People edited inside the marks of the computed text; it is composed anew, and what they made of it is on "
        "{sheet}.",
    ),
    ("要让文字留在原处，请写在标记之外。", "To keep words where they are, write them outside the marks."),
)
NOT_CARRIED = define(
    "not-carried",
    WARNING,
    (
        "这张工作表上的{features}无法带入新的工作簿。",
        "The {features} on this sheet cannot be carried into the new workbook.",
    ),
    (
        "需要时请从原文件复制；原文件没有改动。",
        "Copy them from the old file if you need them; it was not changed.",
    ),
)
CHART_SHEETS_LEFT = define(
    "chart-sheets-left",
    WARNING,
    ("图表工作表无法带入：{sheets}。", "Chart sheets cannot be carried: {sheets}."),
    ("需要时请从原文件复制。", "Copy them from the old file if you need them."),
)
FORMULAS_SETTLED = define(
    "formulas-settled",
    WARNING,
    (
        "{cells} 的公式引用了重新生成的工作表，位置可能已变：保留了上次的结果，原公式写在批注里。",
        "The formulas in {cells} refer to renewed sheets whose cells may have moved: their last results are kept, the "
        "formulas stand in comments.",
    ),
    ("请核对后重写公式。", "Please check them and write the formulas again."),
)
ADDITIONS_CARRIED = define(
    "additions-carried",
    NOTE,
    (
        "您添加的内容已逐字带入：原位 {placed} 处，“{sheet}” {listed} 处，自建工作表 {sheets} 张。",
        "What you added was carried word for word: {placed} in place, {listed} on “{sheet}”, {sheets} "
        "{sheets:sheet|sheets} of your own.",
    ),
    ("", ""),
)
