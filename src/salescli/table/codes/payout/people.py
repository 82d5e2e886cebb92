"""Problems of the people who are paid, and of their figures."""

from salescli.table.problem import Severity, define

ERROR, NOTE, WARNING = Severity.ERROR, Severity.NOTE, Severity.WARNING

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
TIE_UNBROKEN = define(
    "payout-tie-unbroken",
    NOTE,
    (
        "{people}并列第 {rank} 名且缺少回款额，无法区分，平分奖金。",
        "Tied for place {rank}: {people}; and a 回款额 is missing, so the tie is shared.",
    ),
    ("", ""),
)
