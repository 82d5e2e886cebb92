"""Problems of the funnel that process targets are worked back through."""

from salescli.table.problem import Severity, define

ERROR, WARNING = Severity.ERROR, Severity.WARNING

STAGE_TWICE = define(
    "stage-twice",
    ERROR,
    ("环节“{stage}”已在 {first} 给出。", "The stage “{stage}” was already given in {first}."),
    ("请只保留一行。", "Keep one of the two rows."),
)
RATE_MISSING = define(
    "rate-missing",
    ERROR,
    (
        "环节“{stage}”没有转化率，无法倒推过程目标。",
        "The stage “{stage}” has no conversion rate, so process targets cannot be worked back.",
    ),
    ("请填写它进入下一环节的比例，例如 40%。", "Write what share of it reaches the next stage, such as 40%."),
)
RATE_UNUSED = define(
    "rate-unused",
    WARNING,
    (
        "最后一个环节“{stage}”之后没有环节，它的转化率没有用到。",
        "No stage follows “{stage}”, so its conversion rate was not used.",
    ),
    ("请清空这一格，或在下面补上后续环节。", "Clear the cell, or add the stage that follows."),
)
PRICE_MISSING = define(
    "price-missing",
    ERROR,
    (
        "最后一个环节“{stage}”没有客单价，无法由销售额算出单数。",
        "The last stage, “{stage}”, has no average deal, so sales cannot be turned into deals.",
    ),
    ("请在这一行填写客单价，单位元。", "Write the average deal in this row, in CNY."),
)
PRICE_ASTRAY = define(
    "price-astray",
    ERROR,
    (
        "客单价写在了环节“{stage}”，它应写在最后一个环节“{last}”。",
        "The average deal stands at the stage “{stage}”; it belongs to the last one, “{last}”.",
    ),
    ("请把客单价移到最后一行，并按从前到后的顺序排列环节。", "Move it to the last row, and list the stages in order."),
)
