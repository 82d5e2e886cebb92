"""Problems of the period that is paid for, and of when it is paid."""

from salescli.table.problem import Severity, define

ERROR, NOTE, WARNING = Severity.ERROR, Severity.NOTE, Severity.WARNING

DATES_CUT_SPAN = define(
    "plan-dates-cut-span",
    ERROR,
    (
        "“{found}”按 {span} 计算，却只在其中一部分月份有效。",
        "“{found}” is measured over {span}, but is in force for a part of it only.",
    ),
    (
        "请让生效、失效日期与季度(年度)的起止一致。",
        "Let the dates fall on the borders of the quarter (or year).",
    ),
)
SIDE_TABLE_TWICE = define(
    "payout-side-table-twice",
    ERROR,
    ("{table}在 {other} 里也有一份，无法判断以哪份为准。", "There is another {table} in {other}; which one counts?"),
    ("请只保留一份。", "Keep one of them."),
)
BAD_EPOCH = define(
    "payout-bad-epoch",
    ERROR,
    (
        "环境变量 SOURCE_DATE_EPOCH“{found}”不是秒数。",
        "The variable SOURCE_DATE_EPOCH, “{found}”, is no number of seconds.",
    ),
    ("请写 1970 年起的秒数，或取消这个变量。", "Give seconds since 1970, or unset it."),
)
RELEASE_BLANK = define(
    "payout-release-blank",
    ERROR,
    (
        "按回款比例发放，但{person}的回款额是空的。",
        "Pay is released as it is collected, but {person} has no 回款额.",
    ),
    (
        "请补填（没有回款填 0），或改用 --release sales。",
        "Fill it in (0 when nothing came in), or use --release sales.",
    ),
)
UNDATED_ROW = define(
    "payout-undated-row",
    ERROR,
    ("这一行没有月份，其他行有。", "This row has no month while others have."),
    ("请补填月份。", "Fill in the month."),
)
UNDATED_TABLE = define(
    "payout-undated-table",
    ERROR,
    (
        "表中没有月份，无法按 {period} 逐月计算。",
        "The table has no months, so {period} cannot be worked out month by month.",
    ),
    ("请添加“月份”列，或用 --period 指定一个月。", "Add a 月份 column, or name one month with --period."),
)
PERIOD_ABSENT = define(
    "payout-period-absent",
    ERROR,
    ("没有 {period} 的数据。现有月份：{months}。", "There are no figures of {period}. There are: {months}."),
    ("请更正 --period。", "Correct --period."),
)
PERIOD_CHOSEN = define(
    "payout-period-chosen",
    NOTE,
    ("没有指定周期，按最后一个月 {period} 核算。", "No period was given, so the last month, {period}, is paid."),
    ("其他周期请用 --period 指定。", "Name another with --period."),
)
PERIOD_TAKEN = define(
    "payout-period-taken",
    NOTE,
    ("表中没有月份，全部按 {period} 计算。", "The table has no months; all of it counts as {period}."),
    ("", ""),
)
MONTHS_MISSING = define(
    "payout-months-missing",
    WARNING,
    (
        "{period} 缺少 {months} 的数据，只按已有的月份计算。",
        "{period} lacks {months}; only the months at hand are paid.",
    ),
    ("请待数据齐全后再发放。", "Wait for the rest before paying."),
)
RANKING_WAITS = define(
    "payout-ranking-waits",
    NOTE,
    (
        "“{found}”按季度或年度计算，本次不发。",
        "“{found}” is measured over a quarter or a year and is not paid this time.",
    ),
    (
        "季度(年度)结束后用 --period 核算，例如 2026Q3 或 2026；各月已经发过的，用 --settled 逐个给出各月的提成工作簿，"
        "只发属于季度(年度)的部分。",
        "Pay it after the quarter (or year) with --period, for example 2026Q3 or 2026; give the workbooks of the "
        "months that are paid with --settled, and only what belongs to the quarter (or year) itself is paid.",
    ),
)
BAD_PERIOD = define(
    "payout-bad-period",
    ERROR,
    ("--period “{found}”读不懂。", "--period “{found}” is not understood."),
    ("请写成 2026-08 或 2026Q3。", "Write it like 2026-08 or 2026Q3."),
)
SCORECARD_UNUSED = define(
    "scorecard-unused",
    NOTE,
    (
        "找到绩效评定表：得分和等级列在“绩效评定”里，金额没有按得分调整。",
        "There is a scorecard: its scores and grades are listed, and no amount was adjusted by them.",
    ),
    (
        "要让绩效影响提成，请用 --scorecard multiplier(按等级系数)或 --scorecard gate(低于门槛不发)。",
        "To let it bear on pay, use --scorecard multiplier (the grade's factor) or --scorecard gate (none below it).",
    ),
)
AS_OF_EARLY = define(
    "payout-as-of-early",
    WARNING,
    (
        "--as-of {day} 早于 {period} 的最后一天 {last}：公示、异议和发放日都会落在周期结束之前。",
        "--as-of {day} lies before {last}, the last day of {period}: notice, objections and pay day count from there.",
    ),
    ("请核对核算截止日，例如 --as-of {last}。", "Check the day the figures were closed, such as --as-of {last}."),
)
NO_STATEMENTS_NOW = define(
    "no-statements-now",
    WARNING,
    (
        "这个周期已经发放，只列补扣，没有再写个人确认单。",
        "This period is paid: only corrections are listed, and no statements were written.",
    ),
    ("补扣随下一周期的确认单发出。", "The corrections go out with the statements of the next period."),
)
