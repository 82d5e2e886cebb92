"""Problems of incentive plans and of paying by them."""

from salescli.table.problem import Severity, define

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

# -- what a plan says -------------------------------------------------------------------------------------

UNKNOWN_CONDITION = define(
    "plan-condition",
    ERROR,
    ("触发条件“{found}”没有读懂。", "The condition “{found}” is not understood."),
    ("可以这样写：{forms}。", "It can be written as: {forms}."),
)
UNKNOWN_REWARD = define(
    "plan-reward",
    ERROR,
    ("激励方式“{found}”没有读懂。", "The reward “{found}” is not understood."),
    ("可以这样写：{forms}。", "It can be written as: {forms}."),
)
UNKNOWN_SCOPE = define(
    "plan-scope",
    ERROR,
    (
        "适用对象“{found}”没有读懂。数据中的区域：{regions}；产品线：{products}；岗位：{positions}。",
        "“{found}” is not understood as whom a rule is for. Regions in the data: {regions}; product lines: "
        "{products}; positions: {positions}.",
    ),
    ("可以这样写：{forms}。", "It can be written as: {forms}."),
)
STRICT_BOUND = define(
    "plan-strict-bound",
    ERROR,
    (
        "“{found}”不包含界限本身；档位一律含下限(达到即算)。",
        "“{found}” leaves out the bound itself; tiers always include their lower bound.",
    ),
    (
        "请改写为“≥”，例如 ≥100%，或 80%-100%(上限归下一档)。",
        "Write “≥”, for example ≥100%, or 80%-100% (100% belongs to the next).",
    ),
)
NO_BOUND = define(
    "plan-no-bound",
    ERROR,
    ("“{reward}”没有写明达到多少才发。", "Nothing says what achievement “{reward}” is for."),
    ("请在触发条件里写明，例如 ≥100%。", "State it in the condition, for example ≥100%."),
)
MISMATCH = define(
    "plan-mismatch",
    ERROR,
    (
        "触发条件“{condition}”与激励方式“{reward}”配不到一起。",
        "The condition “{condition}” and the reward “{reward}” do not go together.",
    ),
    (
        "个人达成率对应提成或奖金，区域整体达成率对应人均奖励，排名对应名次奖金；请分行填写。",
        "Own achievement goes with a rate or bonus, a region's with an amount a head, a ranking with prizes; "
        "use one row for each.",
    ),
)
CONTRADICTION = define(
    "plan-contradiction",
    ERROR,
    (
        "“{found}”写的是 {stated}，触发条件写的是 {bound}。",
        "“{found}” says {stated}, while the condition says {bound}.",
    ),
    ("请改成一致。", "Make the two agree."),
)
SPAN_UNCLEAR = define(
    "plan-span-unclear",
    ERROR,
    (
        "“{found}”写的是{word}，触发条件却是月度达成率：是每月发还是{word}发？",
        "“{found}” says {word}, while the condition is a monthly achievement: is it paid each month?",
    ),
    (
        "按季度(年度)发，触发条件请写“季度达成率≥100%”；每月发，请去掉这个词。",
        "For one payment a quarter (or year) write “季度达成率≥100%” as the condition; else leave the word out.",
    ),
)
EMPTY_INTERVAL = define(
    "plan-empty-interval",
    ERROR,
    (
        "“{found}”从 {low} 到 {high}，中间没有任何达成率，这一档谁也达不到。",
        "“{found}” runs from {low} to {high}: no achievement lies between them, so nobody reaches it.",
    ),
    ("请先写低的，再写高的，例如 80%-100%。", "Write the lower first and the higher after it, such as 80%-100%."),
)
TIER_ADDS_NOTHING = define(
    "plan-tier-adds-nothing",
    WARNING,
    (
        "“{found}”(≥{bound})的提成比例与“{other}”相同，也没有奖金：达到它不会多拿一分钱。",
        "“{found}” (≥{bound}) has the rate of “{other}” and no bonus: to reach it pays nothing more.",
    ),
    ("请核对比例和奖金，或删去这一档。", "Check rate and bonus, or leave the tier out."),
)
TIER_FAR = define(
    "plan-tier-far",
    WARNING,
    ("“{found}”的达标线是 {bound}，几乎没有人能达到。", "“{found}” begins at {bound}, which hardly anybody reaches."),
    ("请核对是否多写了零。", "Check for a zero too many."),
)
TIER_HIDDEN = define(
    "plan-tier-hidden-by-cap",
    WARNING,
    (
        "还没到“{found}”(≥{bound})，每个人的所得就已到封顶 {cap} 元：这一档不会多拿一分钱。",
        "Everybody is at the cap of {cap} before they reach “{found}” (≥{bound}), so the tier pays nothing more.",
    ),
    ("请核对封顶金额和比例。", "Check the cap and the rates."),
)
RULE_NEEDS_ROSTER = define(
    "plan-needs-roster",
    ERROR,
    (
        "这条规则只适用于“{found}”，却没有名册说明谁是什么岗位。",
        "The rule is for “{found}” only, and no roster tells who holds which position.",
    ),
    (
        "请把销售员名册(含岗位列)放进业绩或方案的工作簿，或用 --also 指定。",
        "Put a roster (销售员名册, with 岗位) into the workbook of the figures or the plan, or name one with --also.",
    ),
)
PRIZE_COUNT = define(
    "plan-prize-count",
    ERROR,
    ("“{found}”有 {places} 个名次，却列了 {amounts} 个金额。", "“{found}” has {places} places but {amounts} amounts."),
    (
        "请每个名次写一个金额，或写“各奖励”。",
        "Give one amount for each place, or write “各奖励” for the same amount each.",
    ),
)
GAP = define(
    "plan-gap",
    ERROR,
    (
        "“{found}”到 {upper} 为止，{next}：从 {upper} 起没有说明。",
        "“{found}” ends at {upper}, and {next}: what holds from {upper} on is not said.",
    ),
    (
        "请把各档写成首尾相接，或只写下限(例如 ≥80%)。",
        "Let the tiers meet, or write lower bounds only (for example ≥80%).",
    ),
)
OVERLAP = define(
    "plan-overlap",
    ERROR,
    (
        "“{found}”到 {upper} 为止，下一档“{next}”却从 {lower} 开始。",
        "“{found}” runs up to {upper}, but the next tier “{next}” begins at {lower}.",
    ),
    (
        "请把各档写成首尾相接，或只写下限(例如 ≥80%)。",
        "Let the tiers meet, or write lower bounds only (for example ≥80%).",
    ),
)
DUPLICATE_BOUND = define(
    "plan-duplicate-bound",
    ERROR,
    (
        "“{found}”和“{other}”({cell})的达标线都是 {bound}。",
        "“{found}” and “{other}” ({cell}) both begin at {bound}.",
    ),
    ("请删除或修改其中一档。", "Remove or change one of them."),
)
ORDER = define(
    "plan-order",
    WARNING,
    (
        "“{found}”({bound})排在“{other}”({higher})之后，达标线没有递增。",
        "“{found}” ({bound}) stands below “{other}” ({higher}): the bounds do not rise.",
    ),
    ("计算时按达标线从低到高排列；请核对是否写错。", "They were put in rising order; please check for a slip."),
)
FALLING_RATE = define(
    "plan-falling-rate",
    WARNING,
    (
        "“{found}”(≥{bound})的提成比例 {rate} 低于前一档的 {before}。",
        "“{found}” (≥{bound}) has a rate of {rate}, less than the {before} of the tier below.",
    ),
    ("请核对提成比例。", "Please check the rates."),
)
PAYS_LESS = define(
    "plan-pays-less",
    WARNING,
    (
        "达成率到 {bound}(“{found}”)时，多卖反而少拿：目标 {target} 元时，到线前 {before} 元，到线后 {after} 元。",
        "At {bound} (“{found}”) selling more pays less: with a target of {target}, {before} just below it "
        "and {after} on it.",
    ),
    ("请调整该档的提成比例或奖金。", "Adjust that tier's rate or bonus."),
)
TWO_LADDERS = define(
    "plan-two-rates",
    ERROR,
    (
        "{person}的同一笔业绩适用两套提成：“{first}”和“{second}”。",
        "Two commission rules apply to the same sales of {person}: “{first}” and “{second}”.",
    ),
    (
        "请在适用对象里写明各自的范围，使其不重叠；“全体销售员”“销售员”指所有人，只指岗位时请写“岗位为销售员”。",
        "State in 适用对象 whom each is for, so that they do not overlap; “全体销售员” and “销售员” are everybody: for "
        "the position write “岗位为销售员”.",
    ),
)
RATE_HIGH = define(
    "plan-rate-high",
    WARNING,
    (
        "“{found}”的提成比例是 {rate}，超过业绩的一半。",
        "“{found}” pays a rate of {rate}, more than half of what was sold.",
    ),
    ("请核对小数点和百分号，例如 1.5% 或 5‰。", "Check the decimal point and the sign, such as 1.5% or 5‰."),
)
PLAN_BASE = define(
    "plan-base",
    ERROR,
    (
        "“{found}”写的是按{stated}计提，本次的计提基数却是{base}。",
        "“{found}” pays on {stated}, while the pay base of this run is {base}.",
    ),
    ("请改方案，或加 --base {option}。", "Change the plan, or give --base {option}."),
)
RULE_LACKS = define(
    "plan-rule-lacks",
    ERROR,
    ("“{found}”是{kind}，这一格不能空。", "“{found}” is a {kind}, which needs this cell."),
    ("请补填；个人档位至少要有提成比例或金额。", "Fill it in; a personal tier needs a rate or an amount."),
)
RULE_PRIZES = define(
    "plan-rule-prizes",
    ERROR,
    ("名次奖金“{found}”没有读懂。", "The prizes “{found}” are not understood."),
    ("请从第一名起从高到低写，例如 5000、3000、1000。", "List them from first place down, such as 5000、3000、1000."),
)
PLAN_TWICE = define(
    "plan-twice",
    ERROR,
    (
        "方案写了两份：工作表“{worded}”是文字，“{structured}”是结构表。",
        "The plan is there twice: in words on “{worded}”, in columns on “{structured}”.",
    ),
    ("请只保留一份。", "Keep one of the two."),
)
LIMIT_SCOPE = define(
    "plan-limit-scope",
    ERROR,
    (
        "“{found}”不能用作封顶或保底的适用对象：封顶和保底管的是整月所得。",
        "“{found}” cannot be whom a cap or floor is for: it bounds all that a month pays.",
    ),
    ("请写“全体销售员”或区域名称。", "Write “全体销售员” or the name of a region."),
)
LIMITS_CROSS = define(
    "plan-limits-cross",
    ERROR,
    (
        "“{found}”的保底 {floor} 元高于“{other}”的封顶 {cap} 元。",
        "The floor of “{found}”, {floor}, lies above the cap of “{other}”, {cap}.",
    ),
    ("请更正其中一个金额，或写明各自的区域。", "Correct one of the amounts, or state their regions."),
)
NOT_FIRST_DAY = define(
    "plan-since-within-month",
    ERROR,
    (
        "生效日期 {found} 不是某月的 1 日：业绩按月统计，一个月不能拆成两种算法。",
        "The rule comes into force on {found}, within a month; monthly figures cannot be cut in two.",
    ),
    ("请写成月初，例如 {first}。", "Write the first of a month, such as {first}."),
)
NOT_LAST_DAY = define(
    "plan-until-within-month",
    ERROR,
    (
        "失效日期 {found} 不是某月的最后一天：业绩按月统计，一个月不能拆成两种算法。",
        "The rule ends on {found}, within a month; monthly figures cannot be cut in two.",
    ),
    ("请写成月末，例如 {last}。", "Write the last day of a month, such as {last}."),
)
DATES_CROSS = define(
    "plan-dates-cross",
    ERROR,
    ("失效日期 {found} 早于生效日期 {since}。", "The rule ends on {found}, before it comes into force on {since}."),
    ("请核对两个日期。", "Check the two dates."),
)
DATES_UNUSED = define(
    "plan-dates-need-months",
    ERROR,
    (
        "方案写了生效日期，但业绩没有月份，无法判断哪条规则有效。",
        "The plan names dates, but the figures have no month, so which rules are in force cannot be told.",
    ),
    ("请用 --period 写明月份，例如 --period 2026-08。", "Name the month with --period, such as --period 2026-08."),
)
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
NOBODY = define(
    "plan-nobody",
    WARNING,
    ("本期没有人符合“{found}”。", "Nobody in this period fits “{found}”."),
    ("请核对名称是否与数据一致。", "Check that the name is the one in the figures."),
)
POSITION_UNKNOWN = define(
    "payout-position-unknown",
    WARNING,
    (
        "名册里没有{people}的岗位，按岗位的规则不适用于他们。",
        "The roster names no position for {people}; rules by position do not apply to them.",
    ),
    ("请在销售员名册里补填岗位。", "Fill in the position in the roster."),
)
ROSTER_SEVERAL = define(
    "payout-roster-several",
    ERROR,
    (
        "名册里有多位{person}，岗位不同，无法判断是哪一位。",
        "The roster has several people named {person} with different positions; which one is meant?",
    ),
    ("请在跟踪表和名册里都填工号。", "Fill in the employee ID in both the figures and the roster."),
)
NOT_EMPLOYED = define(
    "payout-not-employed",
    WARNING,
    (
        "{person}在 {months} 有业绩，但名册写的是{dates}。",
        "{person} has figures in {months}, but the roster says: {dates}.",
    ),
    (
        "照常核算；请核对日期，或把业绩改到应得的人名下。",
        "They are paid as usual; check the dates, or who the sales belong to.",
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
NO_RULES = define(
    "plan-empty",
    ERROR,
    ("激励方案里没有可用的规则。", "The incentive plan has no rules."),
    (
        "请至少填写一档，例如 ≥100% · 提成比例2% · 全体销售员。",
        "Fill in at least one, such as ≥100% · 提成比例2% · 全体销售员.",
    ),
)
NOT_COMPUTED = define(
    "payout-not-computed",
    WARNING,
    (
        "“{found}”读懂了，但没有计算：数据里缺少{lacks}。",
        "“{found}” is understood but was not computed: the data lack {lacks}.",
    ),
    ("它不在合计里；请另行核算并加上。", "It is not in the totals; work it out separately and add it."),
)
NO_RULE_FOR = define(
    "payout-no-rule",
    WARNING,
    ("方案里没有适用于{people}的规则。", "No rule of the plan applies to {people}."),
    ("请核对适用对象。", "Check whom the rules are for."),
)

# -- what the figures say ---------------------------------------------------------------------------------

NO_TARGET = define(
    "payout-no-target",
    WARNING,
    (
        "{person}{period}没有大于 0 的目标，没有达成率，不计档。",
        "{person} has no target above zero{period}, hence no achievement and no tier.",
    ),
    ("请补填目标。", "Please fill in the target."),
)
BELOW_ZERO = define(
    "payout-negative-base",
    WARNING,
    (
        "{person}{period}的计提基数是 {base} 元，不计提成。",
        "{person}'s pay base{period} is {base}, which earns no commission.",
    ),
    (
        "如涉及已发周期的退款，请按原提成比例另行扣回。",
        "A refund of a paid period is to be deducted at its original rate.",
    ),
)
JUST_BELOW = define(
    "payout-just-below",
    NOTE,
    (
        "{person}{period}的达成率显示为 {shown}，但未到 {bound}，还差 {missing} 元。",
        "{person}'s achievement{period} shows as {shown} but is short of {bound} by {missing}.",
    ),
    ("", ""),
)
BLANK_BASE = define(
    "payout-blank-collected",
    ERROR,
    ("按回款额计提，但{person}的回款额是空的。", "The pay base is what was collected, but {person} has no 回款额."),
    ("请补填(没有回款填 0)，或改用 --base sales。", "Fill it in (0 when nothing came in), or use --base sales."),
)
EVENT_NOBODY = define(
    "payout-event-nobody",
    ERROR,
    (
        "{person}不在本期的跟踪表里，事项无法计奖。",
        "{person} is not in the period's figures, so the event has nobody to go to.",
    ),
    ("请核对姓名、区域和工号。", "Check the name, region and employee ID."),
)
EVENT_SEVERAL = define(
    "payout-event-several",
    ERROR,
    ("本期有多位{person}，这一行说的是谁？", "There are several {person} in the period; which one is meant?"),
    ("请补填工号或区域。", "Fill in the employee ID or the region."),
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
REPEATED_ROW = define(
    "payout-repeated-row",
    ERROR,
    (
        "{person}同月份、同产品线有两行，另一行在 {other}。",
        "{person} has two rows for one month and product line; the other is {other}.",
    ),
    ("请合并这两行，或写明不同的产品线。", "Merge the two, or give them their product lines."),
)
TWO_NAMES = define(
    "payout-two-names",
    ERROR,
    ("工号 {id} 有两个姓名：{first}、{second}。", "The employee ID {id} has two names: {first}, {second}."),
    ("请更正工号或姓名。", "Correct the ID or the name."),
)
WHICH_PERSON = define(
    "payout-which-person",
    ERROR,
    (
        "{region}有多位{person}，这一行没有工号。",
        "There are several {person} in {region}, and this row has no employee ID.",
    ),
    ("请补填工号。", "Fill in the employee ID."),
)
SAME_NAME = define(
    "payout-same-name",
    NOTE,
    (
        "{person}出现在多个区域({regions})且没有工号，按不同的人计算。",
        "{person} appears in several regions ({regions}) without an employee ID and counts as different people.",
    ),
    ("如是同一个人，请填写工号。", "If it is one person, fill in the employee ID."),
)
TWO_REGIONS = define(
    "payout-two-regions",
    NOTE,
    (
        "{person}{period}在多个区域有业绩，团队奖按目标最大的{region}计。",
        "{person} sells in several regions{period}; the team award goes by {region}, where the target is largest.",
    ),
    ("", ""),
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
RELEASE_APART = define(
    "payout-release-apart",
    ERROR,
    (
        "{period} 中有的月份已单独发放，属于整个周期的奖励不能再按回款比例拆分。",
        "Months of {period} were paid by themselves; what belongs to all of it cannot be released by collections.",
    ),
    (
        "请加 --release sales 核算整个周期的奖励。",
        "Give --release sales for the rewards of the whole period.",
    ),
)
TIE_UNBROKEN = define(
    "payout-tie-unbroken",
    NOTE,
    (
        "{people}并列第 {rank} 名且缺少回款额，无法区分，平分奖金。",
        "{people} are tied for place {rank} and a 回款额 is missing, so the tie is shared.",
    ),
    ("", ""),
)
BAD_PERIOD = define(
    "payout-bad-period",
    ERROR,
    ("--period “{found}”读不懂。", "--period “{found}” is not understood."),
    ("请写成 2026-08 或 2026Q3。", "Write it like 2026-08 or 2026Q3."),
)
PLAN_COLUMN = define(
    "plan-column-unread",
    WARNING,
    (
        "激励方案的“{found}”列不是能识别的列，没有用于核算。",
        "The column “{found}” of the incentive plan is none that is understood, and took no part in the pay.",
    ),
    (
        "如果它影响奖金，请把它写进触发条件或激励方式，或删去不适用的行。",
        "If it bears on the pay, put it into the condition or the reward, or leave out the rows that do not apply.",
    ),
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
TEAM_KIND = define(
    "plan-team-kind",
    ERROR,
    (
        "“{found}”读懂了，但无法计算：{lacks}。团队奖按月、按区域全体成员计算。",
        "“{found}” is understood but cannot be worked out: {lacks}. Team awards go by month and to all of a region.",
    ),
    (
        "请改为每月、区域全体成员的团队奖，或从方案里删去这一行，另行核算发放。",
        "Make it a monthly award for all of a region, or take the line out of the plan and pay it separately.",
    ),
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
