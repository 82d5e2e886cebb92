"""Problems of headers and of finding a table in a workbook."""

from salescli.table.problem import Severity, define

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

NO_TABLE = define(
    "no-table",
    ERROR,
    (
        "找不到“{table}”。工作簿里的工作表：{sheets}。",
        "The table “{table}” was not found. Sheets in the workbook: {sheets}.",
    ),
    (
        "{near}它至少需要这些列：{columns}。表头叫法不同的，可用 salescli check --as {kind} --suggest 看怎样对应；"
        "也可用 salescli template {kind} 生成空白模板。",
        "{near}It needs at least these columns: {columns}. If yours have other names, "
        "`salescli check --as {kind} --suggest` shows how to map them; `salescli template {kind}` writes a blank one.",
    ),
)
NO_KNOWN_TABLE = define(
    "no-known-table",
    ERROR,
    ("工作表“{sheet}”不像任何已知的表。", "The sheet “{sheet}” looks like none of the known tables."),
    (
        "check --suggest 会列出它最像哪种表、每个表头对应哪一列；也可以用 --as 指定类型。",
        "`check --suggest` shows which kind it comes nearest to, header by header; or name its kind with --as.",
    ),
)
NEARER_TABLE = define(
    "nearer-table",
    ERROR,
    (
        "工作表“{sheet}”凑得成“{words}”，但表头更像“{nearer}”：{headers}；没有读取。",
        "The sheet “{sheet}” happens to be complete for {words}, but its headers look more like {nearer} ({headers}); "
        "it was not read.",
    ),
    (
        "check --suggest 会列出每个表头对应哪一列；确实是 {kind} 就用 --as {kind}。",
        "`check --suggest` shows which column each header would be; if it is {kind} indeed, say --as {kind}.",
    ),
)
AMBIGUOUS_TABLE = define(
    "ambiguous-table",
    ERROR,
    ("工作表“{sheet}”可能是：{kinds}。", "The sheet “{sheet}” could be any of: {kinds}."),
    ("请用 --as 加括号里的名称指定。", "Name its kind with --as."),
)
SEVERAL_SHEETS = define(
    "several-sheets",
    ERROR,
    ("有多个工作表都符合“{table}”：{sheets}。", "Several sheets fit the table “{table}”: {sheets}."),
    (
        "请用 --sheet 指定其中一个；都要的，请合并到一张工作表。",
        "Choose one with --sheet; if all of them are meant, put them on one sheet.",
    ),
)
SHEETS_WITHOUT_YEAR = define(
    "sheets-without-year",
    ERROR,
    (
        "工作表 {sheets} 各是一个月的“{table}”，但没有写哪一年。",
        "The sheets {sheets} each hold a month of “{table}”, but of which year is not said.",
    ),
    (
        "请把年份写进工作表名(2026年{first})、表上方的标题或文件名；只读其中一个就用 --sheet 指定。",
        "Put the year into the sheets' names (2026年{first}), a title above the table or the file's name; or choose "
        "one sheet with --sheet.",
    ),
)
YEAR_OF_SHEETS = define(
    "year-of-sheets",
    NOTE,
    (
        "工作表 {sheets} 没有写年份，按所选的 {year} 年读取。",
        "The sheets {sheets} name no year and were read as {year}, the year that was asked for.",
    ),
    ("如果不是，请把年份写进工作表名或标题。", "If that is wrong, put the year into their names or titles."),
    told=True,
)
HIDDEN_TABLE = define(
    "hidden-table",
    NOTE,
    (
        "隐藏的工作表也是完整的“{table}”，没有读取；读取的是“{read}”。",
        "This hidden sheet holds the whole table “{table}” too and was not read; “{read}” was.",
    ),
    ("要读它就用 --sheet 指定。", "To read it, choose it with --sheet."),
    told=True,
)
SHEETS_READ = define(
    "several-sheets-read",
    NOTE,
    (
        "{count} 个工作表都是“{table}”，全部读取：{sheets}。",
        "{count} {count:sheet holds|sheets hold} “{table}”; all were read: {sheets}.",
    ),
    ("", ""),
)
NO_SHEET = define(
    "no-sheet",
    ERROR,
    ("没有名为“{sheet}”的工作表。现有：{sheets}。", "There is no sheet “{sheet}”. There are: {sheets}."),
    ("请更正 --sheet。", "Correct --sheet."),
)
MISSING_COLUMN = define(
    "missing-column",
    ERROR,
    ("“{table}”缺少必需的列“{column}”。{near}", "“{table}” lacks the required column “{column}”. {near}"),
    (
        "请添加这一列；如果它另有名称，可在 salescli.toml 的 [columns] 里对应。",
        "Add the column; if yours has another name, map it under [columns] in salescli.toml.",
    ),
)
HEADER_CLASH = define(
    "header-clash",
    ERROR,
    (
        "“{first}”和“{second}”都对应“{column}”列。",
        "The headers “{first}” and “{second}” both claim the column “{column}”.",
    ),
    ("请改名或删除其中一个。", "Rename or remove one of them."),
)
UNKNOWN_COLUMN = define(
    "unknown-column",
    NOTE,
    (
        "“{found}”不是“{table}”的列，原样忽略。{near}",
        "“{found}” is not a column of “{table}” and is left alone. {near}",
    ),
    ("", ""),
)
BESIDE_TABLE = define(
    "beside-table",
    NOTE,
    (
        "“{found}”隔着空列写在表的旁边，没有读取。",
        "“{found}” stands beside the table, a blank column apart, and was not read.",
    ),
    ("", ""),
)
MONTH_FROM_TITLE = define(
    "month-from-title",
    NOTE,
    (
        "表中没有月份列，按标题或工作表名计入 {month}。",
        "The table has no month column; by its title or sheet name it counts as {month}.",
    ),
    ("", ""),
)
NO_ROWS = define(
    "no-rows",
    WARNING,
    ("“{table}”只有表头，没有数据。", "“{table}” has a header but no rows."),
    ("请在表头下面填写数据。", "Fill in rows below the header."),
)
SECOND_TABLE = define(
    "second-table",
    WARNING,
    (
        "第 {row} 行起像是另一个表，没有读取。",
        "From row {row} on it looks like another table, which was not read.",
    ),
    (
        "如果这些行属于本表，请删除中间的空行和重复表头。",
        "If the rows belong here, remove the blank row and the header between.",
    ),
)
REPEATED_HEADER = define(
    "repeated-header",
    NOTE,
    (
        "第 {row} 行重复了表头，其下各行照常读入。",
        "Row {row} repeats the header; the rows below it were read like the others.",
    ),
    ("", ""),
)
HEADER_MOVED = define(
    "header-moved",
    ERROR,
    (
        "第 {row} 行又是这张表的表头，但写法或列的位置与第 {first} 行不同；第 {row} 至 {last} 行没有读取。",
        "Row {row} is a header of this table again, but in other words or another order than row {first}; rows {row} "
        "to {last} were not read.",
    ),
    (
        "请把它写得和第 {first} 行一样、各列对齐，或把这一段移到另一个工作表。",
        "Write it like row {first}, each column below its own; or move this part to another sheet.",
    ),
)
SECTION_MONTH_UNCLEAR = define(
    "section-month-unclear",
    ERROR,
    (
        "这张表按月分段，又没有月份列，从第 {row} 行的表头起看不出是哪一个月({found})。",
        "The table comes in sections by month and has no column of months; which month begins with the header in row "
        "{row} cannot be told ({found}).",
    ),
    (
        "请在这个表头上方写明年月，例如 2026年7月，或加上“月份”列；只差年份时，也可写进工作表名或文件名。",
        "Write year and month above this header, as 2026年7月, or add a column 月份; where only the year is missing, "
        "the sheet's or the file's name may give it.",
    ),
)
UNIT_FROM_TITLE = define(
    "unit-from-title",
    NOTE,
    (
        "按这一格写的“单位：{unit}”，表头没有写单位的 {count} 个金额列都乘以 {factor} 读取({columns}){more}。",
        "The unit {unit} stated in this cell{more} makes the {count} "
        "{count:column of money whose header names|columns of money whose headers name} none count times {factor} "
        "({columns}).",
    ),
    (
        "如果不是，请改正这一格，或把单位写进各列的表头。",
        "If that is wrong, correct this cell, or write the unit into each header.",
    ),
    told=True,
)
UNIT_ROW = define(
    "unit-row",
    NOTE,
    (
        "表头下面的第 {row} 行写的是单位，按它读取，不算数据：{columns}。",
        "Row {row} below the header gives units; it was read as such and is no data: {columns}.",
    ),
    ("如果不是，请把单位写进各列的表头。", "If that is wrong, write the units into the headers."),
    told=True,
)
TWO_UNITS = define(
    "two-units",
    ERROR,
    (
        "表的标题、表头、旁边或下方写了两个不同的金额单位：{first} 和 {second}；没有读取。",
        "Two different units of money are stated above, beside or below the table: {first} and {second}; it was not "
        "read.",
    ),
    (
        "请只保留一个，或把单位写进各金额列的表头，例如 目标(万元)，并删去这两处。",
        "Keep one; or write the unit into each header of money, as 目标(万元), and delete both.",
    ),
)
UNIT_NOT_APPLIED = define(
    "unit-not-applied",
    WARNING,
    (
        "“单位：{unit}”没有用于{columns}：那里每行的单位可以不同，没有写单位的数值按原数读取。",
        "The unit {unit} was not applied to {columns}, whose rows may differ in unit; plain figures were read "
        "as they are.",
    ),
    ("请把单位写进单元格或表头，例如 50万元。", "Write the unit into the cells or the header, as 50万元."),
)
UNIT_UNKNOWN = define(
    "unknown-unit",
    WARNING,
    (
        "表头括号里的“{found}”不是认识的金额单位，这一列按{unit}读取。",
        "“{found}” in the header's brackets is no known unit of money; the column was read in {unit}.",
    ),
    ("请写成 元、千元、万元、百万元 或 亿元。", "Write 元, 千元, 万元, 百万元 or 亿元."),
)
HIDDEN_ROWS = define(
    "hidden-rows-read",
    NOTE,
    (
        "有 {count} 行是隐藏的(筛选掉或手工隐藏)，也照常读入；第一个是第 {row} 行。",
        "{count} {count:row is|rows are} hidden (filtered away or by hand) and {count:was|were} read like the "
        "others; the first is row {row}.",
    ),
    (
        "如果它们不该计入，请从工作簿中删除，只隐藏不够。",
        "If they should not count, delete them: hiding is not enough.",
    ),
)
SIDE_NOTE = define(
    "side-note",
    NOTE,
    ("“{found}”作为说明文字跳过。", "“{found}” was passed over as a remark."),
    ("", ""),
)
ROWS_UNTOLD = define(
    "rows-without-data",
    NOTE,
    (
        "{rows} 行的状态是“没有数据”、“{column}”留空，没有读入。",
        "{rows} {rows:row says|rows say} that there are no data and {rows:leaves|leave} “{column}” blank; "
        "{rows:it is|they are} not read.",
    ),
    ("", ""),
)
TOTAL_ROW = define(
    "total-row",
    NOTE,
    ("第 {row} 行是合计行，不计入数据。", "Row {row} is a total row and is not counted."),
    ("", ""),
)
AVERAGE_ROW = define(
    "average-row",
    NOTE,
    ("第 {row} 行是平均或占比，不计入数据。", "Row {row} holds averages or shares and is not counted."),
    ("", ""),
)
TOTAL_DIFFERS = define(
    "total-differs",
    WARNING,
    (
        "“{label}”行的{column}写的是 {stated}，{over}之和是 {computed}，相差 {difference}。",
        "The row “{label}” states {stated} for {column}; {over} add up to {computed}, a difference of {difference}.",
    ),
    ("请核对合计公式的范围。", "Check the range of the total's formula."),
)
MONTH_SUM_DIFFERS = define(
    "month-sum-differs",
    WARNING,
    (
        "“{label}”列的{column}写的是 {stated}，本行 {over} 之和是 {computed}，相差 {difference}。",
        "The column “{label}” states {stated} for {column}; {over} of this row add up to {computed}, a difference of "
        "{difference}.",
    ),
    ("这一列不计入数据，请核对合计公式的范围。", "The column is not counted. Check the range of its formula."),
)
