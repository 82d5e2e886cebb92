"""说明 of an analysis: what every figure is taken from, and the terms that belong to no one sheet."""

from typing import Final

from salescli.words.language import Text

_MONTHLY = Text("月度目标分解与跟踪表", "Monthly tracking")
_METRICS = Text("业绩达成分析表、月度目标分解与跟踪表", "Metrics, monthly tracking")
_BASES = Text(
    "--previous、--last-year 的工作簿有这一期时以它为准，各表一致；"
    "否则为同一工作簿的上月、去年同月，或表中填写的上期、去年同期",
    "The workbooks of --previous and --last-year where they hold the period, on every sheet alike; else the month "
    "before and last year's in the same workbook, or what the table states",
)
_WEEKS = Text("跟踪工作簿的明细，或销售周报", "Weekly rows of the tracking workbook, or reports")

TAKEN_FROM: Final = Text("取自", "Taken from")
TAKEN: Final = {
    "Achievement": _METRICS,
    "Status": Text("达成率与配置 [thresholds]", "Achievement, configuration [thresholds]"),
    "MoM": _BASES,
    "YoY": _BASES,
    "Points": _BASES,
    "Change on previous": _MONTHLY,
    "Share of the change": _MONTHLY,
    "Adds to MoM": _MONTHLY,
    "Gap, gap rate": Text("业绩现状分析表", "Present state"),
    "Stage conversion": Text("销售漏斗", "Funnel"),
    "Change drivers": _MONTHLY,
    "Volume and price": Text(
        "月度目标分解与跟踪表的销售额，订单的成单数与成单额（不是两期都有时为明细的成单数）",
        "Sales of the monthly tracking, deals and their amount of the orders, or where not both periods have any those "
        "of the weekly rows",
    ),
    "Problem priorities": Text("问题诊断表", "Problems"),
    "Five whys": Text("未达标的指标与部分、现状差距、漏斗、问题诊断表", "Whatever is behind, gaps, funnel, problems"),
    "Customer class": Text("客户分层表与配置 [customers]", "Customers, configuration [customers]"),
    "Funnel and target": Text(
        "销售漏斗；目标取自 --deals-target 或指标“成单数”", "Funnel; --deals-target, else the deals' target"
    ),
    "Benchmarks and help": _WEEKS,
    "Health report": Text("见“体检指标的来源”", "See “Where the indicators come from”"),
    "Where the indicators come from": Text(
        "订单明细、明细、业绩达成分析表、业绩现状分析表、指标明细的目标",
        "Orders, weekly rows, metrics, present state, targets of the metric rows",
    ),
    "Achievement heat map": _MONTHLY,
    "Mix and margin": Text("订单明细与配置 [deals]", "Orders, configuration [deals]"),
}
"""Where each term's figures come from, by the term's English name."""

MORE: Final[tuple[tuple[Text, Text, Text], ...]] = (
    (
        Text("指标对比", "Metrics by scope"),
        Text(
            "数量和金额为各行之和；比率 = Σ分子 ÷ Σ分母；比率目标不同时按分母加权；复购率不能相加，只列在业绩体检",
            "Sums of the rows; a rate is Σ part ÷ Σ whole, its differing targets weighted by the whole; the repurchase "
            "rate does not add up and stands in the health report only",
        ),
        Text(
            "跟踪工作簿的指标明细；没有的指标按同一口径取自订单明细、明细",
            "Metric rows of the tracking workbook, else its orders and weekly rows measured alike",
        ),
    ),
    (
        Text("月度走势、年累计", "Months, year to date"),
        Text("每月为全部行之和；年累计为该年已有各月之和", "Sum of all rows; the year's known months added up"),
        _MONTHLY,
    ),
    (
        Text("主要影响因素〔自动〕", "Main factors [auto]"),
        Text(
            "没有填写时，按区域、产品线、销售员列出推动变动最多的部分；填写的原样保留",
            "Where left blank, the parts of each cut that moved it most; what was written stays as it is",
        ),
        Text("变动归因", "Change drivers"),
    ),
    (
        Text("80/20", "80/20"),
        Text(
            "从贡献最大的客户起，累计达到 80% 收入所需的最少客户数",
            "The fewest customers, largest first, that bring 80 %",
        ),
        Text("客户分层表", "Customers"),
    ),
)
"""Term, meaning, source."""

GIVEN: Final = Text("本次给出的表", "Tables given this time")
TABLE: Final = Text("表", "Table")
FILES: Final = Text("文件", "Files")
ROWS: Final = Text("行数", "Rows")
