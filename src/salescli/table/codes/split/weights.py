"""Problems of what targets are shared out by."""

from salescli.table.problem import Severity, define

ERROR, NOTE, WARNING = Severity.ERROR, Severity.NOTE, Severity.WARNING

BAD_WEIGHTS = define(
    "bad-weights",
    ERROR,
    ("--weights 里的“{found}”无法读取。", "“{found}” in --weights cannot be read."),
    (
        "请写成 history=2,ability=1 这样，可用：{known}；都不看时写 even。",
        "Write it like history=2,ability=1 with {known}; write even for equal parts.",
    ),
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
EVEN_ASKED = define(
    "even-asked",
    NOTE,
    (
        "按 --weights even 的要求平均分，不看任何人的去年实际、能力和潜力。",
        "Split evenly, as --weights even asks, whatever anybody sold last year or is able to.",
    ),
    ("", ""),
)
ZERO_WEIGHTS = define(
    "zero-weights",
    WARNING,
    ("{group}的{columns}全是 0，改为均分。", "{columns} is 0 throughout {group}, so it is split evenly."),
    ("请在{columns}列填写大于 0 的数。", "Write figures above 0 in {columns}."),
)
