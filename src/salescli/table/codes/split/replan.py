"""Problems of planning the rest of a year again: closed months and their actuals."""

from salescli.table.problem import Severity, define

ERROR, NOTE, WARNING = Severity.ERROR, Severity.NOTE, Severity.WARNING

YEAR_EXCEEDED = define(
    "year-exceeded",
    ERROR,
    (
        "“{metric}”已结月份的实际合计 {actual}，已超过全年目标 {target}，多 {over}，剩余月份没有目标可分。",
        "The closed months of “{metric}” come to {actual}, beyond the year's {target} by {over}; nothing is left to "
        "share.",
    ),
    ("请先提高年度目标，再重新拆解。", "Raise the annual goal, then plan again."),
)
PIN_PASSED = define(
    "pin-passed",
    ERROR,
    (
        "“{metric}”：已结月份的实际已超过这里的锁定目标，多 {over}。",
        "“{metric}”: the closed months already exceed this pinned target by {over}.",
    ),
    ("请提高或取消这项锁定。", "Raise the pin, or take it away."),
)
REPLAN_NEEDS_BOTH = define(
    "replan-needs-both",
    ERROR,
    ("--replan 和 --from 要一起使用。", "--replan and --from belong together."),
    ("例如 --replan 跟踪.xlsx --from 2026-07。", "For example --replan tracking.xlsx --from 2026-07."),
)
BAD_FROM = define(
    "bad-from",
    ERROR,
    ("--from 的值“{found}”不是月份。", "“{found}” is no month for --from."),
    ("请写成 2026-07。", "Write it like 2026-07."),
)
REPLAN_NO_GOAL = define(
    "replan-no-goal",
    ERROR,
    (
        "--from {month}，但年度目标里没有这一年的金额目标，只有 {years} 年的目标。",
        "--from {month}, but there is no goal in money of that year; the goals are of {years}.",
    ),
    ("请写目标年度里第一个还没有结束的月份。", "Name the first open month of a year that has goals."),
)
REPLAN_OF_PLAN = define(
    "replan-of-plan",
    ERROR,
    (
        "--replan 给的是拆解结果(计划)，里面没有实际。",
        "What --replan names is a plan, which has no actuals.",
    ),
    ("请给 salescli track 写出的跟踪工作簿。", "Give the tracking workbook that salescli track writes."),
)
REPLAN_NO_TRACKING = define(
    "replan-no-tracking",
    ERROR,
    (
        "--replan 给的不是跟踪工作簿：没有月度跟踪表，只有 {sheets}。",
        "What --replan names is no tracking workbook: it has {sheets} but no sheet 月度跟踪 (Monthly tracking).",
    ),
    (
        "请先用 salescli track 把周报并入计划，再给写出的跟踪工作簿。",
        "Merge the reports with salescli track first, and give the workbook that it writes.",
    ),
)
REPLAN_PIN_CLOSED = define(
    "replan-pin-closed",
    WARNING,
    (
        "“{metric}”锁定了 {pinned}，但所在月份已结，按实际 {actual} 计，不再锁定。",
        "“{metric}” is pinned to {pinned} here, but its months are closed and count as their actual, {actual}.",
    ),
    (
        "已结月份的锁定可以删去；如果该月未结，请把 --from 提前。",
        "Delete pins of closed months, or choose an earlier --from.",
    ),
)
REPLAN_EVEN_MONTHS = define(
    "replan-even-months",
    WARNING,
    (
        "剩余的 {months} 月度权重全是 0，余下的目标按月均分。",
        "The weights of the months left, {months}, are all 0, so the rest is shared evenly over them.",
    ),
    ("请填写这些月份的权重后重新拆解。", "Write weights of these months and split again."),
)
REPLAN_METRIC_MISSING = define(
    "replan-metric-missing",
    WARNING,
    (
        "跟踪表里“{metric}”没有 {months} 的实际，这项目标没有重排。",
        "The tracking workbook has no actuals of “{metric}” for {months}; this goal is not planned again.",
    ),
    ("请补上这些月份，或把 --from 提前。", "Add these months, or choose an earlier --from."),
)
REPLAN_NOTHING_CLOSED = define(
    "replan-nothing-closed",
    ERROR,
    (
        "--from {month}是年度的第一个月，没有已结月份。",
        "--from {month} is the first month of its year, so no month is closed.",
    ),
    ("请写第一个还没有结束的月份。", "Name the first month that is still open."),
)
REPLAN_OTHERS = define(
    "replan-others",
    NOTE,
    (
        "跟踪工作簿没有 {others} 各月的实际，这些目标保持原计划。",
        "The tracking workbook lacks the actuals of {others}; these targets stay as they were planned.",
    ),
    ("", ""),
)
REPLAN_MONTH_MISSING = define(
    "replan-month-missing",
    ERROR,
    (
        "跟踪表里没有“{metric}”{months} 的实际，这些月份却在 --from 之前。",
        "The tracking workbook has no actuals of “{metric}” for {months}, which lie before --from.",
    ),
    ("请补上这些月份，或把 --from 提前。", "Add these months, or choose an earlier --from."),
)
REPLAN_STRANGER = define(
    "replan-stranger",
    WARNING,
    (
        "{region}{person}有已结月份的实际，但不在名册里；实际计入全年，不再分到目标。",
        "{person} ({region}) has actuals in closed months but is not in the roster: they count in the year, and no "
        "target is given.",
    ),
    ("如果不对，请在名册里补上此人。", "If that is wrong, add the person to the roster."),
)
REPLAN_MOVED = define(
    "replan-moved",
    NOTE,
    (
        "{person}已结月份的实际在{before}，名册里在{after}；已结月份仍记在{before}，其余月份按名册。",
        "The actuals of {person} in closed months are in {before}, the roster has {after}: closed months stay in "
        "{before}, the others go by the roster.",
    ),
    ("如果没有调动，请让名册与跟踪表的区域一致。", "If nobody moved, make the regions of both agree."),
)
REPLAN_AMBIGUOUS = define(
    "replan-ambiguous",
    ERROR,
    (
        "{region}有几个“{person}”，跟踪表的这一行没有写明是谁。",
        "Several people in {region} are called “{person}”, and this row does not say which one it is.",
    ),
    ("请在跟踪表里填写工号。", "Write the employee ID in the tracking workbook."),
)
REPLAN_NO_ACTUAL = define(
    "replan-no-actual",
    WARNING,
    (
        "{person}的{metric}在 {months} 没有实际，按 0 计。",
        "{person} has no actuals of {metric} in {months}; they count as 0.",
    ),
    ("请核对跟踪表。", "Check the tracking workbook."),
)
REPLAN_NEGATIVE = define(
    "replan-negative",
    WARNING,
    (
        "{person}{month}的{metric}实际是 {found}，小于 0，照原样计入。",
        "The actual {metric} of {person} in {month} is {found}, below 0, and counts as it is.",
    ),
    ("请核对是否为退货冲减。", "Check whether returns explain it."),
)
