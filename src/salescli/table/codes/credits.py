"""Problems of split credit."""

from salescli.table.problem import Severity, define

ERROR, WARNING = Severity.ERROR, Severity.WARNING

CREDIT_DIFFERS = define(
    "credit-differs",
    ERROR,
    ("“{deal}”的各行在这一列写得不一样。", "The rows of “{deal}” do not agree in this column."),
    ("同一事项只写一次，或各行写成一致。", "Write it once for the deal, or the same in each row."),
)
CREDIT_LACKS = define(
    "credit-lacks",
    ERROR,
    ("“{deal}”没有写原业绩人或分成金额。", "“{deal}” does not say whom it is booked under, or the amount."),
    ("请在该事项的任意一行补填。", "Fill it in, in any row of the deal."),
)
CREDIT_MONTH = define(
    "credit-month",
    ERROR,
    ("“{deal}”没有写月份，而本次业绩有多个月份。", "“{deal}” names no month, and the figures have several."),
    ("请补填月份。", "Fill in the month."),
)
CREDIT_NOBODY = define(
    "credit-nobody",
    ERROR,
    ("“{deal}”里的{person}不在本期的跟踪表里。", "{person}, named in “{deal}”, is not in the period's figures."),
    (
        "请核对姓名、区域和工号，或在跟踪表里加上这个人(目标可为 0)。",
        "Check the name, region and employee ID, or add them to the figures (a target of 0 will do).",
    ),
)
CREDIT_SEVERAL = define(
    "credit-several",
    ERROR,
    ("“{deal}”里的{person}有多位同名的人。", "There are several people named {person}, named in “{deal}”."),
    ("请补填工号或区域。", "Fill in the employee ID or the region."),
)
CREDIT_NO_ROW = define(
    "credit-no-row",
    ERROR,
    (
        "{person} {month} 的跟踪表里没有能转出“{deal}”的那一行。",
        "{person} has no row of {month} to take “{deal}” from.",
    ),
    ("请核对原业绩人、月份和产品线。", "Check whom it is booked under, the month and the product line."),
)
CREDIT_WHICH_ROW = define(
    "credit-which-row",
    ERROR,
    (
        "{person} {month} 有多行业绩，“{deal}”从哪一行转出？",
        "{person} has several rows of {month}; which one holds “{deal}”?",
    ),
    ("请补填产品线。", "Fill in the product line."),
)
CREDIT_COLLECTED = define(
    "credit-collected",
    ERROR,
    (
        "本次按回款额计提或发放，“{deal}”没有写分成回款额。",
        "Pay goes by collections this time, and “{deal}” does not say what was collected of it.",
    ),
    ("请补填分成回款额；还没有回款就写 0。", "Fill in the collections shared; 0 when nothing is collected yet."),
)
CREDIT_EXCEEDS = define(
    "credit-exceeds",
    WARNING,
    (
        "“{deal}”的分成金额 {amount} 多于原业绩人当月的实际 {actual}。",
        "“{deal}” shares out {amount}, more than the {actual} that is booked there.",
    ),
    ("请核对金额和月份。", "Check the amount and the month."),
)
CREDIT_SUM = define(
    "credit-sum",
    WARNING,
    (
        "“{deal}”的分成权重合计 {sum}%，已按比例分完全部金额。",
        "The shares of “{deal}” add up to {sum}%; the whole amount was shared out in proportion.",
    ),
    ("如果有人漏写，请补上。", "Add whoever is missing."),
)
