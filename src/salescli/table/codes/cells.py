"""Problems of single cells."""

from salescli.table.problem import Severity, define

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

BAD_NUMBER = define(
    "bad-number",
    ERROR,
    ("“{found}”不是{column}可以读取的数字。", "“{found}” is not a number that {column} can take."),
    (
        "请写成 800000、800,000 或 80万 这样的形式。",
        "Write it like 800000, 800,000 or 80万.",
    ),
)
BAD_COUNT = define(
    "bad-count",
    ERROR,
    (
        "“{found}”不是整数，{column}只能是整数。",
        "“{found}” is not a whole number, and {column} counts whole units.",
    ),
    ("请写成 30 或 30家。", "Write it like 30 or 30家."),
)
BAD_RATIO = define(
    "bad-ratio",
    ERROR,
    ("“{found}”不是{column}可以读取的比率。", "“{found}” is not a ratio that {column} can take."),
    ("请写成 105% 或 1.05。", "Write it like 105% or 1.05."),
)
AMBIGUOUS_RATIO = define(
    "ambiguous-ratio",
    ERROR,
    (
        "比率“{found}”没有百分号：是 {percent}% 还是 {found} 倍？",
        "The ratio “{found}” has no percent sign: {percent}%, or {found} times?",
    ),
    ("请写成 {percent}% 或 {decimal}。", "Write {percent}% or {decimal}."),
)
RATIO_AS_MONEY = define(
    "percent-in-amount",
    ERROR,
    ("{column}应填数值，却写了百分比“{found}”。", "{column} takes an amount, but “{found}” is a percentage."),
    ("请写成数值，例如 800000。", "Write the amount itself, for example 800000."),
)
SIGN_UNDER_SCALE = define(
    "sign-without-scale",
    ERROR,
    (
        "“{found}”只有货币符号，而{column}的表头或标题不是以元为单位：看不出是元还是表头的单位。",
        "“{found}” has only a currency sign, while the header or title of {column} names a "
        "larger unit: it could be either.",
    ),
    ("请写明单位，例如 10万 或 10元。", "Write the unit, for example 10万 or 10元."),
)
ROUNDED_TO_FEN = define(
    "rounded-to-fen",
    NOTE,
    ("“{found}”比分更细，按 {value} 读取。", "“{found}” is finer than a fen and was read as {value}."),
    ("", ""),
)
TOO_LARGE = define(
    "too-large",
    ERROR,
    (
        "“{found}”超出可精确处理的范围({column}须小于十万亿，Excel 的数字只有 15 位)。",
        "“{found}” is beyond the range that is handled exactly ({column} stays below 10^13: Excel keeps 15 digits).",
    ),
    (
        "请检查单位和位数；如果是编号误填在这一列，请移到编号列并设为文本。",
        "Check the unit and the number of digits; an identifier belongs into a column of its own, entered as text.",
    ),
)
BAD_DATE = define(
    "bad-date",
    ERROR,
    ("“{found}”不是{column}可以读取的日期。", "“{found}” is not a date that {column} can take."),
    ("请写成 2026-08-31 或 2026年8月31日。", "Write it like 2026-08-31 or 2026年8月31日."),
)
DATE_WITHOUT_YEAR = define(
    "date-without-year",
    ERROR,
    (
        "“{found}”没有年份，表名和标题里也找不到。",
        "“{found}” has no year, and neither the sheet name nor a title gives one.",
    ),
    ("请补上年份，例如 2026年{found}。", "Add the year, for example 2026年{found}."),
)
YEAR_FROM_CONTEXT = define(
    "year-from-context",
    NOTE,
    ("“{found}”{more}没有年份，按 {year} 年读取。", "No year in “{found}”{more}: read as {year}."),
    ("", ""),
    gathered=True,
)
BAD_MONTH = define(
    "bad-month",
    ERROR,
    ("“{found}”不是{column}可以读取的月份。", "“{found}” is not a month that {column} can take."),
    ("请写成 2026-08 或 2026年8月。", "Write it like 2026-08 or 2026年8月."),
)
BAD_YEAR = define(
    "bad-year",
    ERROR,
    ("“{found}”不是年份。", "“{found}” is not a year."),
    ("请写成 2026 或 2026年。", "Write it like 2026 or 2026年."),
)
WEEK_FROM_DATE = define(
    "week-from-date",
    NOTE,
    (
        "{found} 不是周一，按所在周的周一 {monday} 读取。",
        "{found} is not a Monday and stands for its week's Monday, {monday}.",
    ),
    ("", ""),
)
BAD_CHOICE = define(
    "bad-choice",
    ERROR,
    ("“{found}”不在{column}可选的内容里。", "“{found}” is not one of the choices of {column}."),
    ("请填写：{choices}。", "Write one of: {choices}."),
)
BAD_QUANTITY = define(
    "bad-quantity",
    ERROR,
    ("“{found}”不是{column}可以读取的数值。", "“{found}” is not a figure that {column} can take."),
    ("请写成 1,500,000、5万元、30家 或 12%。", "Write it like 1,500,000, 5万元, 30家 or 12%."),
)
ERROR_VALUE = define(
    "error-value",
    ERROR,
    ("单元格里是公式错误 {found}。", "The cell holds the formula error {found}."),
    ("请先修正公式，或改填数值。", "Mend the formula, or type the value."),
)
NO_CACHED_VALUE = define(
    "no-cached-value",
    ERROR,
    ("公式 {found} 没有保存计算结果。", "The formula {found} has no saved result."),
    (
        "请用 Excel、WPS 或 LibreOffice 打开、重新计算并保存。",
        "Open the file in Excel, WPS or LibreOffice, recalculate and save it.",
    ),
)
LONG_NUMBER = define(
    "long-number",
    ERROR,
    (
        "数字 {found} 超过 15 位，Excel 已丢失末尾几位。",
        "The number {found} has more than 15 digits; Excel has already lost the last ones.",
    ),
    ("编号请以文本格式填写。", "Enter identifiers as text."),
)
ROUNDED_DISPLAY = define(
    "rounded-display",
    ERROR,
    (
        "“{found}”是表格软件按科学计数显示的样子，可能只剩前几位数字。",
        "“{found}” is how a spreadsheet shows a number it has rounded to a few digits.",
    ),
    (
        "请在来源处把这一列设为普通数值格式后重新导出，或写出完整的数，例如 123456。",
        "Give the column a plain number format at its source and export it again, or write the number in full, as "
        "123456.",
    ),
)
READ_AS_BLANK = define(
    "read-as-blank",
    NOTE,
    (
        "“{found}”表示还没有内容，{column}按空白读取。",
        "“{found}” says that nothing is known yet; {column} was read as blank.",
    ),
    ("", ""),
)
WEEK_FROM_NUMBER = define(
    "week-from-number",
    NOTE,
    (
        "“{found}”没有年份，按 {year} 年的 ISO 第 {number} 周读取，周一是 {monday}。",
        "“{found}” has no year and was read as ISO week {number} of {year}, whose Monday is {monday}.",
    ),
    ("", ""),
)
WEEK_OF_SEVERAL = define(
    "week-of-several",
    ERROR,
    (
        "“{found}”是 {first} 到 {last}，不在同一周（周一到周日）。",
        "“{found}” is {first} to {last}, which is not within one week (Monday to Sunday).",
    ),
    (
        "请写那一周周一的日期；数字跨两周的，请按周分成两行。",
        "Write the Monday of the week; figures of two weeks need a row for each.",
    ),
)
WEEK_CUT = define(
    "week-cut",
    ERROR,
    (
        "“{found}”属于周一 {monday} 那一周，该周的周一在上个月，只凭这一格不知道算哪个月。",
        "“{found}” lies in the week of Monday {monday}, which begins the month before; the cell does not tell which "
        "month it counts in.",
    ),
    (
        "请在这里写 {monday}，并在“月份”列写 {month}。",
        "Write {monday} here, and {month} in the column 月份 (Month).",
    ),
)
NOT_FINITE = define(
    "not-finite",
    ERROR,
    (
        "{column}里存的是“{found}”，不是一个可用的数字。",
        "The cell under {column} stores “{found}”, which is no number that could be used.",
    ),
    ("请核对公式或数据来源，改填实际的数值。", "Check the formula or the source, and write the figure itself."),
)
RESULT_NOT_SAVED = define(
    "result-not-saved",
    NOTE,
    (
        "{column}的公式没有保存文字结果(存的是 0)，按算出的值处理，没有比较。",
        "The formula under {column} was saved without its word (a 0 is stored); the computed one is used.",
    ),
    ("", ""),
)
LOST_DIGITS = define(
    "lost-digits",
    ERROR,
    (
        "“{found}”是长编号被 Excel 改成科学计数后的样子，后面的位数已经丢失。",
        "“{found}” is what Excel makes of a long identifier: its last digits are lost.",
    ),
    (
        "请在来源处把这一列设为文本格式后重新填写或导出。",
        "Give the column the format Text at its source, then enter or export it again.",
    ),
)
PICTURE_CELL = define(
    "picture-cell",
    ERROR,
    (
        "{column}的单元格里是一张图片({found})，没有可以读取的文字。",
        "The cell under {column} holds a picture ({found}), not text that could be read.",
    ),
    ("请把内容写成文字；图片可以放在别的列。", "Write the content as text; the picture may stand in another column."),
)
ID_LOST_ZEROS = define(
    "id-lost-zeros",
    ERROR,
    (
        "{person}的工号在这里是 {id}，在 {there} 是 {full}：只差前面的零，会被当成两个人。",
        "The ID of {person} is {id} here and {full} at {there}: only leading zeros differ, and they would count as "
        "two people.",
    ),
    (
        "是同一个人请把这里改成文本格式的 {full}；是两个人请改正工号。",
        "If they are one person, write {full} here as text; if two, correct the ID.",
    ),
)
IDS_ALIKE = define(
    "ids-alike",
    WARNING,
    (
        "{person}的工号 {id} 与 {there} {other}的 {full} 只差前面的零，按两个人计算。",
        "The ID {id} of {person} and {full} of {other} at {there} differ by leading zeros only; they count as two "
        "people.",
    ),
    ("请核对：工号列应为文本格式。", "Please check: identifiers belong into a column of the format Text."),
)
APOSTROPHE_DROPPED = define(
    "apostrophe-dropped",
    NOTE,
    (
        "“{found}”开头的撇号是文本格式的标记，按 {value} 读取。",
        "The apostrophe before “{found}” only marks it as text; it was read as {value}.",
    ),
    ("", ""),
)
READ_AS_SHOWN = define(
    "read-as-shown",
    NOTE,
    (
        "{column}存的是数字 {stored}，按单元格显示的“{shown}”读取；本列同类单元格相同。",
        "{column} stores the number {stored}; it was read as it is shown, “{shown}”, and so were others like it.",
    ),
    ("", ""),
)
MISSING_CELL = define(
    "missing-cell",
    ERROR,
    ("必填的{column}是空的。", "The required {column} is empty."),
    (
        "请补填（数值列没有时请填 0），或删除整行；这一行若是小计，请在销售员等文字列里写“小计”。",
        "Fill it in (write 0 in a column of figures when there is none), or delete the whole row; if it is a subtotal, "
        "write 小计 into a column of words.",
    ),
)
OUT_OF_RANGE = define(
    "out-of-range",
    ERROR,
    ("{column}的值 {found} 不在允许范围内({limit})。", "{found} is outside what {column} allows ({limit})."),
    ("请更正这个数值。", "Please correct the value."),
)
STATED_DIFFERS = define(
    "stated-differs",
    WARNING,
    (
        "{column}填写的是 {stated}，按定义计算为 {computed}。{why}",
        "{column} states {stated}, but by definition it is {computed}. {why}",
    ),
    ("输出中采用计算值；请核对填写值。", "The computed value is used; please check the stated one."),
)
STATED_UNCHECKED = define(
    "stated-unchecked",
    NOTE,
    (
        "{column}填写的是 {stated}，缺少核算所需的数据，原样保留。",
        "{column} states {stated}; the data to check it is missing, so it is kept as stated.",
    ),
    ("", ""),
)
TOO_MANY_PROBLEMS = define(
    "too-many-problems",
    ERROR,
    (
        "从这一格起另有 {count} 处同样的问题({alike})，超过了 {limit} 处的上限；这张表没有再读下去。",
        "From this cell on there {count:is|are} {count} more {count:problem|problems} of the same kind ({alike}), "
        "beyond the limit of {limit}; the sheet was not read any further.",
    ),
    (
        "请先改正列出的问题，往往是整列同一个原因；确需读到底，可在配置 [limits] 里调大 max_problems。",
        "Mend those that are listed first, often one cause for a whole column; to read on, raise max_problems under "
        "[limits] in the configuration.",
    ),
)
MORE_WARNINGS = define(
    "more-warnings",
    WARNING,
    (
        "从这一格起另有 {count} 处同样的问题({alike})，没有逐条列出(max_problems = {limit})。",
        "From this cell on there are {count} more like it ({alike}), which are not listed (max_problems = {limit}).",
    ),
    ("", ""),
)
MORE_NOTES = define(
    "more-notes",
    NOTE,
    (
        "从这一格起另有 {count} 条同样的说明({alike})，没有逐条列出(max_problems = {limit})。",
        "From this cell on there {count:is|are} {count} more {count:note|notes} like it ({alike}), not listed "
        "(max_problems = {limit}).",
    ),
    ("", ""),
)
