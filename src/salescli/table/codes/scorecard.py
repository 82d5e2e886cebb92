"""Problems of scorecards."""

from salescli.table.problem import Severity, define

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

SCORE_BLANK = define(
    "scorecard-blank",
    ERROR,
    (
        "{person}的“{item}”没有打分，综合得分无法计算。",
        "{person} has no score for “{item}”, so there is no weighted score.",
    ),
    (
        "请补填 0 到 100 的分数；不计的项目请在 salescli.toml 里把权重设为 0。",
        "Fill in 0 to 100; give an item that does not count a weight of 0 in salescli.toml.",
    ),
)
SCORE_BLANK_UNUSED = define(
    "scorecard-incomplete",
    WARNING,
    (
        "{person}的“{item}”没有打分，综合得分留空。",
        "{person} has no score for “{item}”, so the weighted score stays blank.",
    ),
    ("请补填 0 到 100 的分数。", "Fill in 0 to 100."),
)
SCORE_MISSING = define(
    "scorecard-missing",
    ERROR,
    ("绩效影响提成，但 {people} 没有绩效评分。", "Pay depends on the scorecard, and there is no score for {people}."),
    (
        "请在绩效评定表里补上这些人，或用 --scorecard off 不按绩效调整。",
        "Add them to the scorecard, or pay without it: --scorecard off.",
    ),
)
SCORE_NO_TABLE = define(
    "scorecard-no-table",
    ERROR,
    ("要按绩效调整提成，却没有找到绩效评定表。", "Pay is to depend on the scorecard, and there is no scorecard."),
    (
        "把“绩效评定表”放在跟踪工作簿或方案工作簿里，或用 --also 指定它所在的文件。",
        "Put the sheet “绩效评定表” into the tracking workbook or the plan, or name its file with --also.",
    ),
)
SCORE_NOBODY = define(
    "scorecard-nobody",
    WARNING,
    ("绩效评定表里的{person}不在本期的跟踪表里。", "{person}, who has a score, is not in the period's figures."),
    ("请核对姓名、区域和工号。", "Check the name, region and employee ID."),
)
SCORE_SEVERAL = define(
    "scorecard-several",
    ERROR,
    ("有多位{person}，这一行评分是谁的？", "There are several people named {person}; whose score is this?"),
    ("请补填工号或区域。", "Fill in the employee ID or the region."),
)
SCORE_TWICE = define(
    "scorecard-twice",
    ERROR,
    ("{person}已经有一行评分({other})。", "{person} has a score already ({other})."),
    ("请只保留一行，或补填月份。", "Keep one of them, or fill in the month."),
)
