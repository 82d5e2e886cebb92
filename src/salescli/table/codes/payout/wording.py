"""Problems of the words of an incentive plan."""

from salescli.table.problem import Severity, define

ERROR = Severity.ERROR

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
        "个人达成率对应提成或奖金，区域整体达成率对应人均奖励，排名对应名次奖金，封顶和保底对应“每月”；请分行填写。",
        "Own achievement goes with a rate or bonus, a region's with an amount a head, a ranking with prizes, a cap or "
        "floor with “每月” (every month); use one row for each.",
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
PRIZE_COUNT = define(
    "plan-prize-count",
    ERROR,
    (
        "“{found}”有 {places} 个名次，却列了 {amounts} 个金额。",
        "“{found}” has {places} {places:place|places} but {amounts} {amounts:amount|amounts}.",
    ),
    (
        "请每个名次写一个金额，或写“各奖励”。",
        "Give one amount for each place, or write “各奖励” for the same amount each.",
    ),
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
