"""Problems of analysis: figures that cannot be compared, and comparisons without a base."""

from salescli.table.problem import Severity, define

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

NOTHING_TO_ANALYZE = define(
    "nothing-to-analyze",
    ERROR,
    (
        "没有可分析的表。找过：{tables}。工作簿里的工作表：{sheets}。",
        "There is no table to analyze. Looked for: {tables}. Sheets in the workbook: {sheets}.",
    ),
    (
        "请给出跟踪工作簿，或用 salescli template metrics 生成指标表模板。",
        "Give a tracking workbook, or write a blank metrics table with `salescli template metrics`.",
    ),
)
NO_COMPARISON = define(
    "no-comparison",
    ERROR,
    (
        "{option} 给出的工作簿里没有可对比的表（找过：{tables}）。",
        "The workbook given with {option} holds nothing to compare with (looked for: {tables}).",
    ),
    ("请给出同类的工作簿，或去掉这个选项。", "Give a workbook of the same kind, or leave the option out."),
)
UNITS_DIFFER = define(
    "units-differ",
    ERROR,
    ("“{metric}”这一行的单位不一致：{figures}。", "The figures of “{metric}” are in different units: {figures}."),
    ("请统一成同一种单位。", "Write all figures of the row in one unit."),
)
SCALED_TWICE = define(
    "scaled-twice",
    ERROR,
    (
        "单位列写的是“{unit}”，而数值 {found} 已经很大，无法确定是否还要换算。",
        "The unit column says “{unit}”, but the figure {found} is so large that it may be scaled already.",
    ),
    ("请把单位写在数值后面，例如 5.2万元。", "Write the unit behind the figure, for example 5.2万元."),
)
REPEATED_METRIC = define(
    "repeated-metric",
    ERROR,
    ("“{metric}”出现了两次（另一处：{other}）。", "“{metric}” stands there twice (also at {other})."),
    ("请合并或改名，一个指标只留一行。", "Merge or rename them: one row a metric."),
)
REPEATED_ROW = define(
    "repeated-row",
    ERROR,
    (
        "{person}在{month}的同一区域和产品线有两行（另一处：{other}）。",
        "{person} has two rows for one region and product line in {month} (also at {other}).",
    ),
    (
        "同名的两人请填工号；同一人请合并成一行。",
        "Give two people of one name their employee IDs; merge the rows of one person.",
    ),
)
UNDATED_ROW = define(
    "undated-row",
    ERROR,
    ("这一行没有月份，而其他行有。", "This row has no month, though other rows have one."),
    ("请补填月份，例如 2026-08。", "Fill in the month, for example 2026-08."),
)
CHANGE_BLANK = define(
    "change-blank",
    NOTE,
    ("{metric}的{change}留空：{why}。", "{change} of {metric} is left blank: {why}."),
    ("", ""),
)
BASE_DIFFERS = define(
    "base-differs",
    WARNING,
    (
        "{column}填写的是 {stated}，{option} 的工作簿里（{cell}）是 {other}。",
        "{column} says {stated}; the workbook given with {option} has {other} ({cell}).",
    ),
    (
        "采用 {option} 工作簿里的数；请核对哪一个正确。",
        "The figure of the workbook given with {option} is used; please check which is right.",
    ),
)
MONTHS_DIFFER = define(
    "months-differ",
    WARNING,
    (
        "两个工作簿都有 {month} 的{table}，数不同：{figure}在 {option} 的工作簿里是 {stated}，在 {other} 是 {own}。",
        "Two workbooks hold {month} ({table}) with different figures: {figure} is {stated} in the one given with "
        "{option}, and {own} at {other}.",
    ),
    (
        "各表都采用 {option} 工作簿里的数；请核对哪一个正确。",
        "Every sheet takes that month from the workbook given with {option}; please check which is right.",
    ),
)
PERIOD_NOT_HELD = define(
    "period-not-held",
    WARNING,
    (
        "{option} 的工作簿里没有要对比的 {wanted}，只有 {months}。",
        "The workbook given with {option} does not hold {wanted}, which is to be compared with, but {months}.",
    ),
    (
        "请给出含 {wanted} 的工作簿；也请看看 --previous 与 --last-year 是否写反了。",
        "Give the workbook that holds {wanted}; perhaps --previous and --last-year are swapped.",
    ),
)
ONLY_BEFORE = define(
    "only-before",
    NOTE,
    ("{names}只在对比期有数据，本期没有。", "{names} has figures in the period compared with, but none in this one."),
    ("", ""),
)
PARTLY_COLLECTED = define(
    "partly-collected",
    NOTE,
    (
        "{count} 行没有填回款额，回款额合计只含已填的行。",
        "{count} {count:row has|rows have} no collections; the sum of collections covers the other rows only.",
    ),
    ("", ""),
)
MONTH_NOT_THERE = define(
    "month-not-there",
    ERROR,
    (
        "跟踪表里没有 {month} 的数据。有数据的月份：{months}。",
        "The tracking table has no rows of {month}. Its months: {months}.",
    ),
    ("请用 --month 选择其中一个月份，或去掉这个选项。", "Choose one of them with --month, or leave the option out."),
)
NO_MONTHS = define(
    "no-months",
    ERROR,
    (
        "这个工作簿里没有分月的数据（没有{table}，或没有填月份），不能用 --month {month} 选择月份。",
        "This workbook has no data by month (no {table}, or no months in it), so --month {month} chooses nothing.",
    ),
    ("请去掉 --month，按表中的本期分析；或给出跟踪工作簿。", "Leave --month out, or give a tracking workbook."),
)
CONTACT_AHEAD = define(
    "contact-ahead",
    WARNING,
    (
        "有 {count} 个客户的{column}晚于截至日 {day}：{names}。按没有超期处理。",
        "{column} of {count} {count:customer|customers} lies after {day}, the day they are judged on: {names}. "
        "Taken as not overdue.",
    ),
    (
        "请核对日期；要按更晚的一天判断，请用 --as-of。",
        "Please check the dates; to judge on a later day, give it with --as-of.",
    ),
)
MONTH_STILL_OPEN = define(
    "month-still-open",
    WARNING,
    (
        "{month} 还没结束：数据截至 {day}，目标是整月的，所以达成率和环比都还会上升。",
        "{month} is still open: its figures reach to {day} while the targets are the whole month's, so achievement and "
        "MoM still have to rise.",
    ),
    ("月份结束后请重新运行 track 和 analyze。", "Run track and analyze again once the month is over."),
)
LATER_MONTH_OPEN = define(
    "later-month-open",
    WARNING,
    (
        "分析的是 {month}：{later} 还没结束，数据只到 {day}。",
        "{month} is analyzed: {later} is still open, its figures reach to {day} only.",
    ),
    ("要看还没结束的月份，请加 --month {later}。", "For the month that is still open, add --month {later}."),
)
LATER_MONTH_EMPTY = define(
    "later-month-empty",
    WARNING,
    (
        "分析的是 {month}：之后到 {later} 的月份还没有任何实际。",
        "{month} is analyzed: the months after it, up to {later}, have no actual yet.",
    ),
    ("要看这样的月份，请加 --month {later}。", "For such a month, add --month {later}."),
)
NO_PREVIOUS_STAGE = define(
    "no-previous-stage",
    NOTE,
    (
        "“{stage}”的转化率留空：上一阶段“{before}”的客户数是 0。",
        "The conversion of “{stage}” is left blank: the stage before it, “{before}”, has no customers.",
    ),
    ("", ""),
)
