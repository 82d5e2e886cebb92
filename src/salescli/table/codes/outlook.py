"""Problems of pace, sprints and self-checks."""

from salescli.table.problem import Severity, define

BAD_SPRINT_OPTION = define(
    "bad-sprint-option",
    Severity.ERROR,
    ("--sprint 的“{found}”不是起止日期。", "“{found}” is no stretch of days for --sprint."),
    (
        "请写成 2026-08-24..2026-08-31，先开始后结束。",
        "Write it like 2026-08-24..2026-08-31, the first day before the last.",
    ),
)
SPRINT_NOT_PLANNED = define(
    "sprint-not-planned",
    Severity.ERROR,
    ("冲刺 {days} 所在的月份没有目标。", "There is no target for the months of the sprint {days}."),
    ("请更正 --sprint，或补上这些月份的目标。", "Correct --sprint, or add the targets of those months."),
)
SPRINT_NEEDS_MONTHS = define(
    "sprint-needs-months",
    Severity.ERROR,
    ("这张表没有月份，无法计算冲刺。", "The table has no months, so a sprint cannot be worked out."),
    ("请填写月份列，或用 --month 指明。", "Fill in the month column, or name the month with --month."),
)
NO_STRATEGIES = define(
    "no-strategies",
    Severity.WARNING,
    ("“{table}”里没有一行策略。", "“{table}” holds no strategy."),
    ("请填写策略，或去掉 --strategies。", "Fill it in, or leave --strategies out."),
)
AFTER_AS_OF = define(
    "after-as-of",
    Severity.WARNING,
    (
        "{rows} 行周报的周在 {day} 之后才开始，已计入实际，所以进度会偏高。",
        "{rows} report {rows:row is|rows are} of weeks that begin after {day}; {rows:it counts|they count}, so the "
        "pace looks better than it is.",
    ),
    ("请核对 --as-of。", "Please check --as-of."),
)
WEEK_TO_COME = define(
    "week-to-come",
    Severity.WARNING,
    (
        "{week} 这一周在 {day} 还没有开始，它的 {rows} 行没有计入。",
        "The week of {week} had not begun on {day}; its {rows} {rows:row was|rows were} not counted.",
    ),
    (
        "请核对这个日期是否写错；如果没错，请用更晚的 --as-of。",
        "Please check whether the date is mistyped; if it is right, give a later --as-of.",
    ),
)
CHECK_EMPTY = define(
    "selfcheck-empty",
    Severity.WARNING,
    (
        "交回的自查表一项实际都没有填（{count} 人：{people}；周：{weeks}），按未填处理。",
        "The self-check came back with no actual at all ({count} {count:person|people}: {people}; weeks: {weeks}); "
        "it counts as not filled in.",
    ),
    ("请在“实际”一列填写后重新交回。", "Fill in the column of actuals and hand it in again."),
)
CHECK_PERSON_UNKNOWN = define(
    "selfcheck-unknown-person",
    Severity.WARNING,
    (
        "计划里找不到自查表的“{person}”，{rows} 行照原样列出。{near}",
        "“{person}” of the self-checks is not in the plan; {rows} "
        "{rows:row is listed as it stands|rows are listed as they stand}. {near}",
    ),
    ("请更正姓名或工号。", "Correct the name or the employee ID."),
)
CHECK_PERSON_OPEN = define(
    "selfcheck-person-open",
    Severity.WARNING,
    (
        "自查表的“{person}”可能是：{candidates}。{rows} 行没有归到任何一人。",
        "“{person}” of the self-checks could be any of: {candidates}. {rows} {rows:row was|rows were} given to "
        "neither.",
    ),
    ("请在自查表里填写工号或区域。", "Fill in the employee ID or the region in the self-check."),
)
CHECK_DIFFERS = define(
    "selfcheck-differs",
    Severity.WARNING,
    (
        "{person} 在 {week} 这一周的“{item}”填了两次，内容不同：以这里的为准，另一处在 {other}。",
        "{person} filled in “{item}” for the week of {week} twice, differently: this one counts, the other is at "
        "{other}.",
    ),
    ("请删除其中一行。", "Remove one of the rows."),
)
