"""Problems of the goals of the year: their figures, units and rounding."""

from salescli.table.problem import Severity, define

ERROR, NOTE, WARNING = Severity.ERROR, Severity.NOTE, Severity.WARNING

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
NO_GOALS = define(
    "no-goals",
    ERROR,
    ("“{table}”里没有目标，没有可拆解的内容。", "“{table}” holds no goal, so there is nothing to split."),
    ("请至少填写一行：指标、年度、目标值。", "Fill in at least one row: metric, year, target."),
)
BAD_UNIT = define(
    "bad-unit",
    ERROR,
    ("--unit 的值“{found}”不能用作取整单位。", "“{found}” cannot be the --unit that money is split in."),
    ("请写 0.01、1、100、10000 等，最细到分。", "Write 0.01, 1, 100, 10000 …, nothing finer than a fen."),
)
