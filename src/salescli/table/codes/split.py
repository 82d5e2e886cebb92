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
    ("金额最细到分，个数必须是整数；请更正目标值。", "Money goes down to the fen and counts are whole; mend the target."),
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
PIN_NOT_HELD = define(
    "pin-not-held",
    ERROR,
    (
        "“{name}”填了锁定目标 {found}，但目前的拆解还不能锁定目标；为了不忽略它，没有拆解。",
        "“{name}” has the pinned target {found}. Pinned targets cannot be held yet, and ignoring it would be wrong, "
        "so nothing was split.",
    ),
    (
        "请清空锁定目标，改用占比或去年实际表达。",
        "Clear the pinned target and express it by share or last year's figure.",
    ),
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
DATES_NOT_HELD = define(
    "dates-not-held",
    ERROR,
    (
        "{person}的{column}是 {found}，只在 {year} 的一部分时间在岗;"
        "目前的拆解还不能按在岗月份拆分，为了不给错目标，没有拆解。",
        "{person} is there for only part of {year} ({column} {found}). Targets cannot be cut to the months somebody is "
        "there yet, and a full year would be wrong, so nothing was split.",
    ),
    (
        "请暂时从名册移出此人，或在确认承担全年目标后清空该日期。",
        "Leave the person out for now, or clear the date if they are to carry the whole year.",
    ),
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
ZERO_WEIGHTS = define(
    "zero-weights",
    WARNING,
    ("{group}的权重全是 0，改为均分。", "All weights of {group} are 0, so it is split evenly."),
    ("请填写大于 0 的权重。", "Write weights above 0."),
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
