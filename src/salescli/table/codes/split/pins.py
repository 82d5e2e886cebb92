"""Problems of pinned targets: what cannot be held, and whom it leaves with nothing."""

from salescli.table.problem import Severity, define

ERROR, NOTE = Severity.ERROR, Severity.NOTE

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
