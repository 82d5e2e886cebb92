"""Problems of the retrospective: what it was given, what it lacks, and what contradicts itself."""

from salescli.table.problem import Severity, define
from salescli.words.measures import WEEKDAYS_USED

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

BAD_REVIEW_PERIOD = define(
    "bad-review-period",
    ERROR,
    ("“{found}”不是复盘周期。", "“{found}” is not a period to review."),
    (
        "请写成 2026-08、2026Q3、2026H2、2026、2026-W32，或一周的周一，如 2026-08-03。",
        "Write it like 2026-08, 2026Q3, 2026H2, 2026 or 2026-W32, or a week's Monday like 2026-08-03.",
    ),
)
NOTHING_TO_REVIEW = define(
    "nothing-to-review",
    ERROR,
    ("没有可用于复盘的表。找过：{tables}。", "There is no table to review. Looked for: {tables}."),
    (
        "请给出跟踪、分析、提成或上一次复盘的工作簿。",
        "Give the workbooks of tracking, analysis, commission, or an earlier review.",
    ),
)
PERIOD_STILL_OPEN = define(
    "period-still-open",
    WARNING,
    (
        "{period} 还没结束：跟踪工作簿的数据截至 {day}，达成、未达标和改进计划都只到这一天。",
        "{period} is still open: the tracking workbook reaches to {day}, and achievement, who is behind and the "
        "improvement plans are as of that day.",
    ),
    ("周期结束后请重新运行 track、analyze 和 review。", "Run track, analyze and review again once the period is over."),
)
WEEKS_DIFFER = define(
    "weeks-differ",
    ERROR,
    (
        "{week} 那一周的目标与 {other} 里的不同，不知道该用哪一个。",
        "The targets of the week of {week} are others than in {other}; which of them to use is not known.",
    ),
    ("请只给出现行的计划工作簿。", "Give only the plan workbook that holds."),
)
WEEKS_OF_ANOTHER_PLAN = define(
    "weeks-of-another-plan",
    WARNING,
    (
        "计划各周在 {month} 合计 {plan} 元，跟踪工作簿的月度目标合计 {tracked} 元；周目标取自计划。",
        "The plan's weeks of {month} add up to {plan}, the tracked targets of the month to {tracked}; the week's "
        "targets are the plan's.",
    ),
    ("请核对是否给了跟踪时用的那份计划。", "Please check that it is the plan that tracking was given."),
)
NOTHING_HERE = define(
    "nothing-here",
    WARNING,
    ("这个工作簿里没有可用于复盘的表。找过：{tables}。", "This workbook has no table to review. Looked for: {tables}."),
    ("请核对文件是否给对。", "Please check that it is the right file."),
)
NOT_GIVEN = define(
    "not-given",
    NOTE,
    ("没有给出“{table}”，“{section}”因此留空。", "“{table}” was not given, so “{section}” stays empty."),
    ("", ""),
)
TOLD_BY_OTHERS = define(
    "told-by-others",
    NOTE,
    (
        "没有给出“{table}”，“{section}”的内容取自其他工作簿。",
        "“{table}” was not given; what “{section}” shows is from other workbooks.",
    ),
    ("", ""),
)
OUTSIDE_PERIOD = define(
    "outside-period",
    NOTE,
    (
        "“{table}”有 {count} 行不在复盘周期内，没有计入。",
        "{count} {count:row|rows} of “{table}” {count:lies|lie} outside the period under review and {count:is|are} "
        "not counted.",
    ),
    ("", ""),
)
MARKED_YET_REACHED = define(
    "marked-yet-reached",
    NOTE,
    (
        "分析里标为帮扶、但本期销售额已达到目标的 {count} 人没有列入改进计划：{names}。",
        "{count} {count:person|people} marked for support reached the sales target of the period and "
        "{count:has|have} no improvement plan: {names}.",
    ),
    ("需要时可在“帮扶一览”旁写下您的安排。", "Write what you plan for them beside 帮扶一览 where they need it."),
)
WITHOUT_PERIOD = define(
    "without-period",
    WARNING,
    (
        "“{table}”有 {count} 行没有月份或周期，没有计入。",
        "{count} {count:row|rows} of “{table}” {count:has|have} no month or period and {count:is|are} not counted.",
    ),
    ("请补填后重新复盘。", "Fill it in and run the review again."),
)
TAKEN_AS_PERIOD = define(
    "taken-as-period",
    NOTE,
    (
        "“{table}”有 {count} 行没有月份或周期，按复盘周期 {period} 计入。",
        "{count} {count:row|rows} of “{table}” {count:has|have} no month or period and {count:is|are} counted in "
        "{period}.",
    ),
    ("", ""),
)
GIVEN_TWICE = define(
    "given-twice",
    NOTE,
    (
        "“{table}”有 {count} 行在多个工作簿里重复且内容一致，只计一次。",
        "{count} {count:row|rows} of “{table}” {count:stands|stand} in several workbooks alike and {count:is|are} "
        "counted once.",
    ),
    ("", ""),
)
GIVEN_DIFFERENTLY = define(
    "given-differently",
    ERROR,
    (
        "“{table}”的“{what}”与 {other} 不一致。",
        "“{what}” in “{table}” is not the same as at {other}.",
    ),
    ("请只给出正确的那个工作簿，或改成一致。", "Give only the workbook that is right, or make them agree."),
)
INDICATOR_CONTRADICTS = define(
    "indicator-contradicts",
    WARNING,
    (
        "“{found}”的说法与数字不符：{before} → {after}。",
        "“{found}” does not fit its own figures: {before} → {after}.",
    ),
    ("请核对数字或用词。", "Please check the figures or the wording."),
)
FINISHED_BEFORE = define(
    "finished-before",
    NOTE,
    (
        "以前周期已完成的 {count} 项行动移到“{sheet}”。",
        "{count} {count:action of an earlier period is|actions of earlier periods are} done and moved to “{sheet}”.",
    ),
    ("", ""),
)
FINISHED_YET_OPEN = define(
    "finished-yet-open",
    WARNING,
    (
        "{names} 已在“{sheet}”里，“{table}”却仍未完成；没有再列入下期行动。",
        "{names}: filed on “{sheet}”, yet not done in “{table}”; not raised again.",
    ),
    (
        "请在策略表里改为完成；确需再做时，在“下期行动”里新增一行。",
        "Mark it as done in the table of strategies; if it has to be done again, add a row to “Follow-ups”.",
    ),
)
REVIEW_WINS = define(
    "review-wins",
    NOTE,
    (
        "“{what}”与 {other} 不一致；采用复盘工作簿里的内容，它是最后修改的。",
        "“{what}” is not the same as at {other}; the review's text is kept, since it was edited last.",
    ),
    ("", ""),
)
NO_FIGURES_OF_PERIOD = define(
    "no-figures-of-period",
    WARNING,
    (
        "给出的工作簿只有 {first} 至 {last} 的数据，没有 {period} 的，所以没有达成数据。",
        "The workbooks given have figures from {first} to {last} and none of {period}, so there is no attainment.",
    ),
    ("请核对 --period，或给出这个周期的工作簿。", "Please check --period, or give the workbooks of that period."),
)
NO_FIGURES_GIVEN = define(
    "no-figures-given",
    WARNING,
    (
        "给出的工作簿里没有 {period} 的业绩数据（{tables}），目标达成等因此留空。",
        "The workbooks given have no figures of {period} ({tables}), so attainment and more stays empty.",
    ),
    ("请一并给出跟踪、分析或提成工作簿。", "Give the tracking, analysis or commission workbook too."),
)
NO_REPORT_OF_WEEK = define(
    "no-report-of-week",
    WARNING,
    ("没有 {week} 的周报，“目标达成”因此留空。", "There is no report of {week}, so “Target attainment” stays empty."),
    (
        "请给出含“周明细”的跟踪工作簿，或这一周的销售周报。",
        "Give the tracking workbook with its weekly rows, or the reports of that week.",
    ),
)
MONTHS_MISSING = define(
    "review-months-missing",
    NOTE,
    (
        "复盘周期内的 {months} 没有目标与实际，合计只含其余月份。",
        "There is no target or actual for {months}; the totals cover the other months only.",
    ),
    ("", ""),
)
PAYOUTS_OVERLAP = define(
    "payouts-overlap",
    ERROR,
    (
        "“{table}”里 {first} 与 {second} 的核算期重叠，同一笔激励会被计两次。",
        "The pay periods {first} and {second} of “{table}” overlap, so the same payout would count twice.",
    ),
    (
        "请只给出其中一个；或用 --settled 给出各月重新核算季度，季度只发各月没发的部分，就能一起复盘。",
        "Give only one of them; or work out the longer period with --settled and the months, so that it pays only what "
        "they did not, and review them together.",
    ),
)
PAID_APART = define(
    "paid-apart",
    WARNING,
    (
        "{periods} 的提成此前已发 {amount} 元，这里只有这个工作簿“汇总”里记载的合计：已计入费用，但没有各人的数。",
        "{amount} were paid for {periods} before, of which only the sums on this workbook's Summary are given: they "
        "are part of the cost, but not of what everybody earned.",
    ),
    ("要看各人应发，请一并给出这些月的提成工作簿。", "Give those commission workbooks too to see everybody's."),
)
PERHAPS_CORRECTED = define(
    "perhaps-corrected",
    WARNING,
    (
        "{period} 的补扣 {amount} 元计入了费用，但更长周期记载的该月已发可能已经含它。",
        "The corrections of {period}, {amount}, are part of the cost, but what the longer period records of it may "
        "have them already.",
    ),
    ("请一并给出该月的提成工作簿，就不用猜。", "Give that month's commission workbook too, then nothing is guessed."),
)
PAID_OTHERWISE = define(
    "paid-otherwise",
    WARNING,
    (
        "{period}：这个工作簿记载此前已发 {recorded} 元，{other} 的应发合计是 {found} 元；费用按后者计。",
        "{period}: this workbook records {recorded} as paid before, {other} comes to {found}; the latter is counted.",
    ),
    ("请核对哪一份是实际发放的。", "Check which of them was paid out."),
)
BASE_IS_NOT_SALES = define(
    "base-is-not-sales",
    WARNING,
    (
        "{months} 的计提基数 {base} 元与跟踪工作簿同期销售额 {sales} 元不同（差 {gap}）；费用率按计提基数算。",
        "The pay base of {months} is {base}, the sales of these months {sales} ({gap}); the cost rate is by the base.",
    ),
    (
        "按回款计提或有封顶时属正常；否则请用同一份跟踪工作簿重新核算提成。",
        "That is as it should be where pay is by collections; else work the commission out again from that tracking.",
    ),
)
LAST_IS_LATER = define(
    "last-is-later",
    WARNING,
    (
        "--last 给出的是 {found} 的复盘，比这次的 {period} 晚：带入的行动和文字是后来的。",
        "The workbook of --last is the review of {found}, later than {period}: its actions are of a later time.",
    ),
    ("请给出 {period} 之前的那次复盘；重做较早的复盘时可以忽略。", "Give the review before {period}."),
)
LAST_IS_NO_REVIEW = define(
    "last-is-no-review",
    WARNING,
    (
        "--last 给出的工作簿没有“复盘总结表”和“下期行动”，没有带入任何内容。",
        "The workbook of --last has neither “Retrospective” nor “Follow-ups”; nothing was carried over.",
    ),
    ("请给出上一次复盘写出的工作簿。", "Give the workbook that the last review wrote."),
)
REVIEW_CALENDAR = define("review-calendar", NOTE, (WEEKDAYS_USED.zh, WEEKDAYS_USED.en), ("", ""))
