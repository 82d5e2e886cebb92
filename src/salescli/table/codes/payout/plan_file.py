"""Problems of the sheets that an incentive plan stands in."""

from salescli.table.problem import Severity, define

ERROR, WARNING = Severity.ERROR, Severity.WARNING

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
DATES_UNUSED = define(
    "plan-dates-need-months",
    ERROR,
    (
        "方案写了生效日期，但业绩没有月份，无法判断哪条规则有效。",
        "The plan names dates, but the figures have no month, so which rules are in force cannot be told.",
    ),
    ("请用 --period 写明月份，例如 --period 2026-08。", "Name the month with --period, such as --period 2026-08."),
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
