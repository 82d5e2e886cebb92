"""Problems of what the tiers of an incentive plan add up to, before anything is calculated."""

from salescli.table.problem import Severity, define

ERROR, WARNING = Severity.ERROR, Severity.WARNING

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
LIMITS_CROSS = define(
    "plan-limits-cross",
    ERROR,
    (
        "“{found}”的保底 {floor} 元高于“{other}”的封顶 {cap} 元。",
        "The floor of “{found}”, {floor}, lies above the cap of “{other}”, {cap}.",
    ),
    ("请更正其中一个金额，或写明各自的区域。", "Correct one of the amounts, or state their regions."),
)
NOBODY = define(
    "plan-nobody",
    WARNING,
    ("本期没有人符合“{found}”。", "Nobody in this period fits “{found}”."),
    ("请核对名称是否与数据一致。", "Check that the name is the one in the figures."),
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
