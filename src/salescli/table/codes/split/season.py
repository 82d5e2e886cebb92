"""Problems of the weights of the months."""

from salescli.table.problem import Severity, define

ERROR, NOTE, WARNING = Severity.ERROR, Severity.NOTE, Severity.WARNING

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
SEASON_INCOMPLETE = define(
    "season-incomplete",
    ERROR,
    (
        "{months} 没有权重，也无法都按去年实际：有的月份只填了权重，有的只填了去年实际，或两样都没填。",
        "There is no weight for {months}, and last year's figures cannot stand in: some months have only the one, "
        "some only the other, some neither.",
    ),
    (
        "请给每个月都填权重（没有目标的月份填 0），或把权重整列留空、每个月都填去年实际。",
        "Give every month a weight (0 for a month without a target), or leave all weights blank and give every month "
        "its actual of last year.",
    ),
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
