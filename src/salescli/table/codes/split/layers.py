"""Problems of the weeks of a month and of targets beside the base."""

from salescli.table.problem import Severity, define

ERROR, NOTE = Severity.ERROR, Severity.NOTE

WEEKDAYS_FOR_WEEKS = define(
    "weeks-by-weekdays",
    NOTE,
    (
        "{year}年的节假日安排还不在日历中，周目标按周一至周五计算。",
        "The days off of {year} are not known yet; weekly targets count Monday to Friday.",
    ),
    (
        "安排公布后请升级日历再拆一次，或在 salescli.toml 的 [calendar] 里补充。",
        "Split again once they are published, or add them under [calendar] in salescli.toml.",
    ),
)
BAD_HEDGE = define(
    "bad-hedge",
    ERROR,
    ("看不懂上浮系数“{found}”。", "The hedge “{found}” cannot be read."),
    (
        "请写成 层级=系数，层级为 {known}，系数在 1 到 3 之间，例如 --hedge person=1.1,region=1.05。",
        "Write level=factor with a level of {known} and a factor from 1 to 3: --hedge person=1.1,region=1.05.",
    ),
)
