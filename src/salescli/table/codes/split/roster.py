"""Problems of the roster: who is who, and when they are there."""

from salescli.table.problem import Severity, define

ERROR, WARNING = Severity.ERROR, Severity.WARNING

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
    ("一个工号只能属于一个人，请更正。", "An ID belongs to one person; please mend it."),
)
MOVE_UNCLEAR = define(
    "move-unclear",
    ERROR,
    (
        "{person}(工号“{id}”)在 {first} 属于{before}，这里属于{after}，看不出何时调动。",
        "{person} (employee ID “{id}”) belongs to {before} in {first} and to {after} here, and when they moved is not "
        "said.",
    ),
    (
        "如果是调动，请在原区域的行填写离职日期，在新区域的行填写入职日期，前后不要重叠；否则请更正工号或区域。",
        "For a move, give the old region's rows the date of leaving and the new region's the date of joining, one "
        "after the other; otherwise mend the ID or the region.",
    ),
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
        "“{metric}” does not fit into its months: {people} should carry {needed}, but the months open to them "
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
