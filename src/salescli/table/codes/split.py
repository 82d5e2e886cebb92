"""Problems of goals, shares, the roster and the season: what stands in the way of an exact split."""

from salescli.table.problem import Severity, define

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

# -- goals --------------------------------------------------------------------------------------------

GOAL_TWICE = define(
    "goal-twice",
    ERROR,
    ("“{metric}”{year}的目标已在 {first} 给出。", "The goal of “{metric}” for {year} was already given in {first}."),
    ("请只保留一行。", "Keep one of the two rows."),
)
GOAL_NEGATIVE = define(
    "goal-negative",
    ERROR,
    (
        "“{metric}”的目标值 {found} 小于 0，无法拆解。",
        "The goal of “{metric}”, {found}, is below 0 and cannot be split.",
    ),
    ("请填写不小于 0 的目标值。", "Write a target of 0 or more."),
)
GOAL_ZERO = define(
    "goal-zero",
    WARNING,
    ("“{metric}”的目标值是 0，每人每月都是 0。", "The goal of “{metric}” is 0, and so is everybody's every month."),
    ("如果尚未确定，请先删除这一行。", "If it is not settled yet, leave the row out."),
)
GOAL_TOO_FINE = define(
    "goal-too-fine",
    ERROR,
    (
        "“{metric}”的目标值 {found} 比最小单位 {smallest} 更细。",
        "The goal of “{metric}”, {found}, is finer than its smallest unit, {smallest}.",
    ),
    (
        "金额最细到分，个数必须是整数；请更正目标值。",
        "Money goes down to the fen and counts are whole; mend the target.",
    ),
)
UNIT_CONFLICT = define(
    "unit-conflict",
    ERROR,
    (
        "“{metric}”的目标值写的是 {found}，单位列却是“{unit}”。",
        "The target of “{metric}” reads {found}, but its unit column says “{unit}”.",
    ),
    ("请只保留一处单位，或让两处一致。", "Keep one of the two, or make them agree."),
)
UNIT_UNKNOWN = define(
    "unit-unknown",
    ERROR,
    (
        "看不出“{metric}”是可以分给各人的总量，还是每人都要达到的水平。",
        "“{metric}” could be an amount to divide or a level that everybody is to reach.",
    ),
    (
        "请在“单位”列注明：元、家、单 等会拆分，%、天、分、元/个 等由每人继承。",
        "Name its unit: 元, 家, 单 … are divided, %, 天, 分, 元/个 … hold for everybody.",
    ),
)
PERCENT_UNCLEAR = define(
    "percent-unclear",
    ERROR,
    (
        "“{metric}”的目标值是 {found}，单位是 %：是 {found}% 还是 {percent}%?",
        "The target of “{metric}” is {found} with the unit %: {found}%, or {percent}%?",
    ),
    ("请把百分号写进目标值，例如 {found}%。", "Write the percent sign into the target, for example {found}%."),
)
SCALE_UNCLEAR = define(
    "scale-unclear",
    ERROR,
    (
        "“{metric}”的目标值按 {found} 读取，单位列又写了“{unit}”，看不出是否已经换算。",
        "The target of “{metric}” reads as {found} and the unit column says “{unit}”; whether it is scaled already "
        "cannot be told.",
    ),
    (
        "请把单位直接写在目标值里(例如 10亿 或 100000万元)，单位列写“元”。",
        "Write the scale into the target (10亿, 100000万元) and 元 into the unit column.",
    ),
)
ROUNDING_TOO_FINE = define(
    "rounding-too-fine",
    ERROR,
    (
        "“{metric}”的取整单位 {found} 不是最小单位 {smallest} 的整数倍。",
        "The rounding unit {found} of “{metric}” is no multiple of the smallest unit, {smallest}.",
    ),
    (
        "金额请写 0.01、1、100、10000 等，个数请写整数。",
        "Write 0.01, 1, 100, 10000 … for money, a whole number for counts.",
    ),
)
INHERITED = define(
    "goal-inherited",
    NOTE,
    (
        "“{metric}”不是可以相加的总量，{target} 由每人每月继承，不拆分。",
        "“{metric}” does not add up, so everybody inherits {target} for every month.",
    ),
    ("", ""),
)
ODD_PART = define(
    "odd-part",
    NOTE,
    (
        "“{metric}”的目标 {target} 不是取整单位 {unit} 的整数倍，余下的 {odd} 记在{region}{person}的{month}。",
        "The goal {target} of “{metric}” is no multiple of the rounding unit {unit}; the odd {odd} went to {person} "
        "({region}) in {month}.",
    ),
    ("", ""),
)

ODD_REST = define(
    "odd-rest",
    NOTE,
    (
        "“{metric}”扣除已结月份的实际后还剩 {target}，不是取整单位 {unit} 的整数倍，余下的 {odd} 记在{region}{person}的"
        "{month}。",
        "What actuals leave of “{metric}”, {target}, is no multiple of the rounding unit {unit}; the odd {odd} went to "
        "{person} ({region}) in {month}.",
    ),
    ("", ""),
)

# -- shares -------------------------------------------------------------------------------------------

SHARE_TWICE = define(
    "share-twice",
    ERROR,
    ("{dimension}“{name}”已在 {first} 出现。", "The {dimension} “{name}” already stands in {first}."),
    ("请合并成一行。", "Merge the two rows."),
)
SHARES_SUM = define(
    "shares-sum",
    ERROR,
    (
        "{dimension}的占比({cells})合计 {sum}，不是 100%，{off}。",
        "The shares by {dimension} ({cells}) add up to {sum} instead of 100%: {off}.",
    ),
    (
        "请调整到合计恰好 100%；如果只想给出相对大小，请改填“去年实际”。",
        "Make them add up to 100%, or give 去年实际 (last year) where only the proportions matter.",
    ),
)
SHARE_MISSING = define(
    "share-missing",
    ERROR,
    (
        "{dimension}“{name}”没有占比，同一维度的其他行有。",
        "The {dimension} “{name}” has no share, while others of its dimension have one.",
    ),
    (
        "请补填(不承担目标就填 0%)，或把整列留空。",
        "Fill it in (0% if it carries nothing), or leave the whole column blank.",
    ),
)
LAST_YEAR_INCOMPLETE = define(
    "last-year-incomplete",
    WARNING,
    (
        "{dimension}“{names}”没有去年实际，这一维度改按人员合计拆分。",
        "{names} ({dimension}) lack 去年实际 (last year), so this dimension follows its people instead.",
    ),
    ("请补全这一维度的占比或去年实际。", "Complete the shares or last year's figures of the dimension."),
)
NEGATIVE_FIGURE = define(
    "negative-weight",
    ERROR,
    ("{column} {found} 小于 0，不能用作权重。", "{column} is {found}, and a weight cannot be below 0."),
    ("请改为不小于 0 的数值，或留空。", "Write 0 or more, or leave it blank."),
)
CHANNEL_APART = define(
    "channel-apart",
    NOTE,
    (
        "名册里没有渠道，渠道目标只列在总览，不分到人。",
        "The roster names no channels, so channel targets are shown in the overview and not shared among people.",
    ),
    ("", ""),
)
NO_SHARES = define(
    "no-shares",
    NOTE,
    (
        "没有“{table}”表，区域和产品线的目标是其人员之和。",
        "Without a table “{table}”, regions and product lines are the sums of their people.",
    ),
    ("", ""),
)
DIMENSION_BY_PEOPLE = define(
    "dimension-by-people",
    NOTE,
    (
        "{dimension}没有占比和去年实际，按人员合计。",
        "The rows by {dimension} have neither shares nor last year's figures; they are the sums of their people.",
    ),
    ("", ""),
)
CUTS_CLASH = define(
    "cuts-clash",
    ERROR,
    (
        "“{metric}”的两组占比无法同时成立：区域 {regions} 需要 {needed}，"
        "但那里的人只卖 {products}，合计只有 {room}，差 {short}。",
        "The two sets of shares for “{metric}” cannot both hold: the regions {regions} need {needed}, but their people "
        "sell only {products}, which come to {room}; {short} short.",
    ),
    (
        "请调整这些区域或产品线的占比，或在名册里补上能卖其他产品线的人。",
        "Change the shares of these regions or product lines, or add people there who sell other lines.",
    ),
)

# -- roster -------------------------------------------------------------------------------------------

SAME_NAME = define(
    "same-name",
    ERROR,
    (
        "{region}“{person}”与 {first} 同名，又没有工号，分不清是一个人还是两个人。",
        "“{person}” in {region} bears the name of {first} and has no employee ID: one person or two?",
    ),
    (
        "是两个人请填写工号；是同一人请合并成一行，产品线写成“A产品、B产品”。",
        "Give both an employee ID if they are two; merge the rows if they are one, both product lines in one cell.",
    ),
)
ID_OF_TWO = define(
    "id-of-two",
    ERROR,
    (
        "工号“{id}”在 {first} 是{other}，这里是{this}。",
        "The employee ID “{id}” is {other} in {first}, and {this} here.",
    ),
    ("一个工号只能属于一个区域的一个人，请更正。", "An ID belongs to one person in one region; please mend it."),
)
LINE_TWICE = define(
    "line-twice",
    ERROR,
    ("{person}的产品线“{product}”已在 {first} 出现。", "{person} already has the product line “{product}” in {first}."),
    ("请删除重复的一行。", "Remove one of the two."),
)
LEFT_BEFORE_HIRED = define(
    "left-before-hired",
    ERROR,
    ("{person}的离职日期 {found} 早于入职日期 {hired}。", "{person} left on {found}, before being hired on {hired}."),
    ("请更正其中一个日期。", "Mend one of the two dates."),
)
NOT_THERE = define(
    "not-there",
    WARNING,
    (
        "{person}在 {year} 全年不在岗({column} {found})，不承担目标。",
        "{person} is not there in {year} ({column} {found}) and carries no target.",
    ),
    ("如果不对，请更正日期。", "If that is wrong, mend the date."),
)
NO_FULL_MONTH = define(
    "no-full-month",
    WARNING,
    (
        "{person}在 {year} 没有一个完整的在岗月份，不承担目标。",
        "{person} is there for no full month of {year} and carries no target.",
    ),
    (
        "如果不对，请更正入职日期或离职日期；不满整月的月份不计目标。",
        "If that is wrong, mend the dates; a month somebody is there for only in part carries no target.",
    ),
)
EMPTY_MONTHS = define(
    "empty-months",
    WARNING,
    (
        "{what}“{name}”在 {months} 没有人在岗，它的全年目标落在其余月份。",
        "Nobody of the {what} “{name}” is there in {months}; its year goes to the other months.",
    ),
    ("如果不对，请更正入职、离职日期，或补上人员。", "If that is wrong, mend the dates or add its people."),
)
NOBODY_IN_MONTH = define(
    "nobody-in-month",
    ERROR,
    (
        "“{metric}”在 {months} 有目标，但没有人在岗。",
        "“{metric}” has a target in {months}, but nobody is there to carry it.",
    ),
    (
        "请更正入职、离职日期，或把这些月份的权重改为 0。",
        "Mend the dates in the roster, or set the weights of these months to 0.",
    ),
)
MONTHS_CLASH = define(
    "months-clash",
    ERROR,
    (
        "“{metric}”无法分到各月：{people} 合计要承担 {needed}，"
        "但在岗且未锁定的月份（{months}）合计只有 {room}，差 {short}。",
        "“{metric}” does not fit into its months: {people} are to carry {needed}, but the months open to them "
        "({months}) come to {room}; {short} short.",
    ),
    (
        "请降低这些人或其区域、产品线的目标，更正入职、离职日期，或调整锁定目标和月度权重。",
        "Lower the targets of these people, their regions or product lines, mend the dates, or change pins or season.",
    ),
)
UNKNOWN_REGION = define(
    "unknown-region",
    ERROR,
    (
        "{person}的区域“{found}”不在分解维度里(有：{known})。",
        "The region “{found}” of {person} is not among the shares ({known}).",
    ),
    ("请更正名称，或在“分解维度”里加上它。", "Mend the name, or add it to the shares."),
)
UNKNOWN_PRODUCT = define(
    "unknown-product",
    ERROR,
    (
        "{person}的产品线“{found}”不在分解维度里(有：{known})。",
        "The product line “{found}” of {person} is not among the shares ({known}).",
    ),
    (
        "请更正名称；多个产品线用顿号分开，留空表示全部都卖。",
        "Mend the name; separate several lines with a comma, and leave it blank for somebody who sells all.",
    ),
)
NOBODY = define(
    "nobody",
    ERROR,
    (
        "{dimension}“{name}”要承担目标，名册里却没有人。",
        "The {dimension} “{name}” is to carry a target, but nobody in the roster is there.",
    ),
    ("请在名册里补上人员，或把它的占比改为 0%。", "Add its people to the roster, or set its share to 0%."),
)
NO_TEAM = define(
    "no-team",
    ERROR,
    ("{year} 没有可以承担目标的人。", "There is nobody to carry the targets of {year}."),
    ("请检查名册和入职、离职日期。", "Check the roster and its dates."),
)
LINES_EVEN = define(
    "lines-even",
    WARNING,
    (
        "{person}卖多个产品线({products})，没有产品线占比，在它们之间均分。",
        "{person} sells several product lines ({products}); without shares they carry equal parts.",
    ),
    (
        "请在“分解维度”里填写产品线占比，或在名册里分行填写去年实际。",
        "Give the product lines shares, or a row each with last year's figure.",
    ),
)

# -- pinned targets -----------------------------------------------------------------------------------

PINS_EXCEED = define(
    "pins-exceed",
    ERROR,
    (
        "“{metric}”：锁定目标（{cells}）合计 {pinned}，超过了{parent}的 {total}{by}，多 {off}。",
        "“{metric}”: the pinned targets ({cells}) come to {pinned}, more than the {total} of {parent}{by}; {off} too "
        "much.",
    ),
    ("请降低这些锁定目标，或提高上一级的目标。", "Lower these pinned targets, or raise what they are part of."),
)
PINS_FALL_SHORT = define(
    "pins-fall-short",
    ERROR,
    (
        "“{metric}”：{parent}的目标是 {total}{by}，但它的各部分都已锁定（{cells}），合计 {pinned}，差 {off}。",
        "“{metric}”: {parent} has a target of {total}{by}, but all of its parts are pinned ({cells}) and come to "
        "{pinned}; {off} apart.",
    ),
    (
        "请让锁定目标合计等于上一级的目标，或至少放开其中一项；要改上一级，也可以把它一并锁定。",
        "Make the pins add up to what they are part of, free one of them, or pin what they are part of as well.",
    ),
)
PINS_LEAVE_NOTHING = define(
    "pins-leave-nothing",
    ERROR,
    (
        "“{metric}”：锁定目标（{cells}）合计 {pinned}，占满了{parent}的 {total}{by}，{names} 没有目标可分。",
        "“{metric}”: the pinned targets ({cells}) come to {pinned}, all of {parent}{by}, and leave nothing for "
        "{names}.",
    ),
    (
        "请降低锁定目标；确实不承担目标的，请把占比或权重改为 0。",
        "Lower the pinned targets, or give a share or weight of 0 to those who are to carry nothing.",
    ),
)
PINS_FINER = define(
    "pins-finer",
    NOTE,
    (
        "“{metric}”的锁定目标不是取整单位 {unit} 的整数倍，其余目标按 {finer} 取整。",
        "The pins of “{metric}” are no multiples of its rounding unit {unit}, so the others are given in {finer}.",
    ),
    ("", ""),
)
PIN_TOO_FINE = define(
    "pin-too-fine",
    ERROR,
    ("“{metric}”按个数拆解，锁定目标 {found} 不是整数。", "“{metric}” is counted, and the pin {found} is not whole."),
    ("请填写整数。", "Write a whole number."),
)
PIN_GOAL = define(
    "pin-goal",
    NOTE,
    (
        "有几个金额目标，未写指标的锁定目标用于“{metric}”。",
        "There are several goals in money; pins that name no metric are held for “{metric}”.",
    ),
    ("", ""),
)
PIN_NO_GOAL = define(
    "pin-no-goal",
    ERROR,
    (
        "锁定目标 {found} 没有对应的目标：{year}没有可拆解的“{metric}”。",
        "The pin {found} belongs to no goal: there is no “{metric}” to divide in {year}.",
    ),
    (
        "请把指标和月份写得与年度目标一致；每人继承的指标不能锁定。",
        "Name the metric and the year as the annual goals do; a goal that everybody inherits cannot be pinned.",
    ),
)
PIN_UNKNOWN = define(
    "pin-unknown",
    ERROR,
    (
        "锁定目标里的“{found}”不在名册或分解维度里。",
        "“{found}” in the pinned targets is neither in the roster nor among the shares.",
    ),
    (
        "请更正名称；同名的人请写工号。",
        "Mend the name; write the employee ID where two people bear one name.",
    ),
)
PIN_ABSENT = define(
    "pin-absent",
    ERROR,
    (
        "{person}在 {period} 没有整月在岗，不能锁定目标 {found}。",
        "{person} is there for no full month of {period}, so {found} cannot be pinned.",
    ),
    ("请更正月份，或名册里的入职、离职日期。", "Mend the month, or the dates in the roster."),
)
BAD_SPAN = define(
    "bad-span",
    ERROR,
    (
        "“{found}”不是{column}可以读取的月份、季度或年度。",
        "“{found}” is no month, quarter or year that {column} can take.",
    ),
    ("请写成 2026年7月、2026Q3 或 2026年。", "Write it like 2026-07, 2026Q3 or 2026."),
)
PIN_LEVEL = define(
    "pin-level",
    ERROR,
    (
        "这一行锁定的是全公司 {period} 的目标 {found}，那就是年度目标本身。",
        "This row pins {found} for the company in {period}, which is the annual goal itself.",
    ),
    (
        "请在“年度目标”里修改，或写上区域、产品线、销售员或某个季度、月份。",
        "Change it on the sheet of annual goals, or name a region, product line, person, quarter or month.",
    ),
)
PIN_CROSSING = define(
    "pin-crossing",
    ERROR,
    (
        "“{name}”的全年锁定目标与 {other}（{first}）有一部分相同、一部分不同，无法分清各占多少。",
        "The pin of the year of “{name}” shares some lines with {other} ({first}) but not all, so it is not clear how "
        "much of each is meant.",
    ),
    (
        "请把个人的锁定目标按产品线分开写，或去掉其中一项。",
        "Pin the person product line by product line, or leave one of the two out.",
    ),
)
PIN_TWICE = define(
    "pin-twice",
    ERROR,
    ("“{name}”的锁定目标已在 {first} 给出。", "The pin of “{name}” was already given in {first}."),
    ("请只保留一处。", "Keep one of the two."),
)
# -- re-planning --------------------------------------------------------------------------------------

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

# -- weights ------------------------------------------------------------------------------------------

BAD_WEIGHTS = define(
    "bad-weights",
    ERROR,
    ("--weights 里的“{found}”无法读取。", "“{found}” in --weights cannot be read."),
    (
        "请写成 history=2,ability=1 这样，可用：{known}；都不看时写 even。",
        "Write it like history=2,ability=1 with {known}; write even for equal parts.",
    ),
)
BAD_UNIT = define(
    "bad-unit",
    ERROR,
    ("--unit 的值“{found}”不能用作取整单位。", "“{found}” cannot be the --unit that money is split in."),
    ("请写 0.01、1、100、10000 等，最细到分。", "Write 0.01, 1, 100, 10000 …, nothing finer than a fen."),
)
WEIGHT_ABSENT = define(
    "weight-absent",
    ERROR,
    (
        "权重要用“{column}”，名册里却没有一个人填写。",
        "The weights ask for “{column}”, but nobody in the roster has one.",
    ),
    ("请补填这一列，或去掉这项权重。", "Fill the column in, or leave it out of the weights."),
)
MEDIAN_TAKEN = define(
    "median-taken",
    WARNING,
    (
        "{person}没有{column}，按{scope}其他人的中位数 {median} 计。",
        "{person} has no {column} and takes the median of the others in {scope}, {median}.",
    ),
    ("请补填后重新拆解，会更准确。", "Fill it in and split again for a truer share."),
)
EVEN_SPLIT = define(
    "even-split",
    WARNING,
    (
        "名册里没有去年实际，只能按人均分；平均主义往往让强者无压力、弱者够不着。",
        "The roster has no figures of last year, so everybody carries an equal part; that seldom fits anybody.",
    ),
    (
        "请填写去年实际，或用 --weights ability=1 指定权重；确要均分请写 --weights even。",
        "Fill in 去年实际 or choose --weights ability=1; --weights even says that even is meant.",
    ),
)
EVEN_ASKED = define(
    "even-asked",
    NOTE,
    (
        "按 --weights even 的要求平均分，不看任何人的去年实际、能力和潜力。",
        "Split evenly, as --weights even asks, whatever anybody sold last year or is able to.",
    ),
    ("", ""),
)
ZERO_WEIGHTS = define(
    "zero-weights",
    WARNING,
    ("{group}的{columns}全是 0，改为均分。", "{columns} is 0 throughout {group}, so it is split evenly."),
    ("请在{columns}列填写大于 0 的数。", "Write figures above 0 in {columns}."),
)

# -- season -------------------------------------------------------------------------------------------

MONTH_TWICE = define(
    "month-twice",
    ERROR,
    ("{month}的权重已在 {first} 给出。", "The weight of {month} was already given in {first}."),
    ("请只保留一行。", "Keep one of the two rows."),
)
MONTHS_MISSING = define(
    "season-months-missing",
    WARNING,
    (
        "月度权重缺少 {months}，这些月份的目标为 0。",
        "The season has no weight for {months}, whose targets are therefore 0.",
    ),
    ("请补上这些月份的权重。", "Add the weights of these months."),
)
SEASON_INCOMPLETE = define(
    "season-incomplete",
    ERROR,
    (
        "{months} 没有权重，也无法都按去年实际：有的月份只填了权重，有的只填了去年实际，或两样都没填。",
        "{months} have no weight, and last year's figures cannot stand in: some months have only the one, some only "
        "the other, some neither.",
    ),
    (
        "请给每个月都填权重（没有目标的月份填 0），或把权重整列留空、每个月都填去年实际。",
        "Give every month a weight (0 for a month without a target), or leave all weights blank and give every month "
        "its actual of last year.",
    ),
)
NO_SEASON = define(
    "no-season",
    NOTE,
    ("没有“{table}”表，各月均分。", "Without a table “{table}” the months are even."),
    ("", ""),
)
SEASON_BORROWED = define(
    "season-borrowed",
    NOTE,
    ("没有 {year} 的月度权重，沿用 {other} 的。", "There is no season for {year}, so that of {other} serves."),
    ("", ""),
)
SEASON_UNUSED = define(
    "season-unused",
    WARNING,
    ("{years} 的月度权重没有用到，拆解的是 {goals}。", "The season of {years} was not used; the goals are of {goals}."),
    ("请核对年份。", "Check the year."),
)
SEASON_UNCLEAR = define(
    "season-unclear",
    ERROR,
    (
        "没有 {year} 的月度权重，{others} 又各有一套，不知该用哪一套。",
        "There is no season for {year}, and several others ({others}) to choose from.",
    ),
    ("请填写 {year} 的月度权重。", "Add the season of {year}."),
)

# -- weeks, layers and process targets ----------------------------------------------------------------

WEEKDAYS_FOR_WEEKS = define(
    "weeks-by-weekdays",
    NOTE,
    (
        "{year}年的节假日安排还不在日历中，周目标按周一至周五计算。",
        "The days off of {year} are not known yet; weekly targets count Monday to Friday.",
    ),
    (
        "安排公布后请升级日历再拆一次，或在 salescli.toml 的 [calendar] 里补充。",
        "Split again once they are published, or add them under [calendar] in salescli.toml.",
    ),
)
BAD_HEDGE = define(
    "bad-hedge",
    ERROR,
    ("看不懂上浮系数“{found}”。", "The hedge “{found}” cannot be read."),
    (
        "请写成 层级=系数，层级为 {known}，系数在 1 到 3 之间，例如 --hedge person=1.1,region=1.05。",
        "Write level=factor with a level of {known} and a factor from 1 to 3: --hedge person=1.1,region=1.05.",
    ),
)
STAGE_TWICE = define(
    "stage-twice",
    ERROR,
    ("环节“{stage}”已在 {first} 给出。", "The stage “{stage}” was already given in {first}."),
    ("请只保留一行。", "Keep one of the two rows."),
)
RATE_MISSING = define(
    "rate-missing",
    ERROR,
    (
        "环节“{stage}”没有转化率，无法倒推过程目标。",
        "The stage “{stage}” has no conversion rate, so process targets cannot be worked back.",
    ),
    ("请填写它进入下一环节的比例，例如 40%。", "Write what share of it reaches the next stage, such as 40%."),
)
RATE_UNUSED = define(
    "rate-unused",
    WARNING,
    (
        "最后一个环节“{stage}”之后没有环节，它的转化率没有用到。",
        "No stage follows “{stage}”, so its conversion rate was not used.",
    ),
    ("请清空这一格，或在下面补上后续环节。", "Clear the cell, or add the stage that follows."),
)
PRICE_MISSING = define(
    "price-missing",
    ERROR,
    (
        "最后一个环节“{stage}”没有客单价，无法由销售额算出单数。",
        "The last stage, “{stage}”, has no average deal, so sales cannot be turned into deals.",
    ),
    ("请在这一行填写客单价，单位元。", "Write the average deal in this row, in CNY."),
)
PRICE_ASTRAY = define(
    "price-astray",
    ERROR,
    (
        "客单价写在了环节“{stage}”，它应写在最后一个环节“{last}”。",
        "The average deal stands at the stage “{stage}”; it belongs to the last one, “{last}”.",
    ),
    ("请把客单价移到最后一行，并按从前到后的顺序排列环节。", "Move it to the last row, and list the stages in order."),
)
NO_GOALS = define(
    "no-goals",
    ERROR,
    ("“{table}”里没有目标，没有可拆解的内容。", "“{table}” holds no goal, so there is nothing to split."),
    ("请至少填写一行：指标、年度、目标值。", "Fill in at least one row: metric, year, target."),
)
