"""Problems of the shares of regions, product lines and channels."""

from salescli.table.problem import Severity, define

ERROR, NOTE, WARNING = Severity.ERROR, Severity.NOTE, Severity.WARNING

SHARE_TWICE = define(
    "share-twice",
    ERROR,
    ("{dimension}“{name}”已在 {first} 出现。", "The {dimension} “{name}” already stands in {first}."),
    ("请合并成一行。", "Merge the two rows."),
)
SHARES_SUM = define(
    "shares-sum",
    ERROR,
    (
        "{dimension}的占比({cells})合计 {sum}，不是 100%，{off}。",
        "The shares by {dimension} ({cells}) add up to {sum} instead of 100%: {off}.",
    ),
    (
        "请调整到合计恰好 100%；如果只想给出相对大小，请改填“去年实际”。",
        "Make them add up to 100%, or give 去年实际 (last year) where only the proportions matter.",
    ),
)
SHARE_MISSING = define(
    "share-missing",
    ERROR,
    (
        "{dimension}“{name}”没有占比，同一维度的其他行有。",
        "The {dimension} “{name}” has no share, while others of its dimension have one.",
    ),
    (
        "请补填(不承担目标就填 0%)，或把整列留空。",
        "Fill it in (0% if it carries nothing), or leave the whole column blank.",
    ),
)
LAST_YEAR_INCOMPLETE = define(
    "last-year-incomplete",
    WARNING,
    (
        "{dimension}“{names}”没有去年实际，这一维度改按人员合计拆分。",
        "{names} ({dimension}) lack 去年实际 (last year), so this dimension follows its people instead.",
    ),
    ("请补全这一维度的占比或去年实际。", "Complete the shares or last year's figures of the dimension."),
)
NEGATIVE_FIGURE = define(
    "negative-weight",
    ERROR,
    ("{column} {found} 小于 0，不能用作权重。", "{column} is {found}, and a weight cannot be below 0."),
    ("请改为不小于 0 的数值，或留空。", "Write 0 or more, or leave it blank."),
)
CHANNEL_APART = define(
    "channel-apart",
    NOTE,
    (
        "名册里没有渠道，渠道目标只列在总览，不分到人。",
        "The roster names no channels, so channel targets are shown in the overview and not shared among people.",
    ),
    ("", ""),
)
NO_SHARES = define(
    "no-shares",
    NOTE,
    (
        "没有“{table}”表，区域和产品线的目标是其人员之和。",
        "Without a table “{table}”, regions and product lines are the sums of their people.",
    ),
    ("", ""),
)
DIMENSION_BY_PEOPLE = define(
    "dimension-by-people",
    NOTE,
    (
        "{dimension}没有占比和去年实际，按人员合计。",
        "The rows by {dimension} have neither shares nor last year's figures; they are the sums of their people.",
    ),
    ("", ""),
)
CUTS_CLASH = define(
    "cuts-clash",
    ERROR,
    (
        "“{metric}”的两组占比无法同时成立：区域 {regions} 需要 {needed}，"
        "但那里的人只卖 {products}，合计只有 {room}，差 {short}。",
        "The two sets of shares for “{metric}” cannot both hold: the regions {regions} need {needed}, but their people "
        "sell only {products}, which come to {room}; {short} short.",
    ),
    (
        "请调整这些区域或产品线的占比，或在名册里补上能卖其他产品线的人。",
        "Change the shares of these regions or product lines, or add people there who sell other lines.",
    ),
)
