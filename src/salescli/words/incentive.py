"""Words of what an incentive plan has beside tiers: caps and floors, rewards for events, scorecards."""

from salescli.words.language import Text

CAP_STEP = Text("本月所得 {earned}，超过封顶 {limit}", "The month's {earned} exceeds the cap of {limit}")
FLOOR_STEP = Text("本月所得 {earned}，低于保底 {limit}", "The month's {earned} is below the floor of {limit}")
CAP_RULE = Text("每人每月最多 {amount} 元（排名类奖金不计入）", "At most {amount} a month each (ranking prizes apart)")
FLOOR_RULE = Text(
    "每人每月至少 {amount} 元（排名类奖金不计入）", "At least {amount} a month each (ranking prizes apart)"
)

STRUCTURE_NOTE = Text(
    "方案按结构理解的结果，一行一条规则。核对后可把本表直接作为 --plan 使用，得到同一份方案。",
    "The plan as it was understood, one rule a row. Once checked, this sheet can itself be the --plan.",
)
EXPLAIN_HELP = Text(
    "显示对激励方案的理解（结构化），代替提成表。", "Show what was understood of the plan, instead of the payouts."
)
PLAN_UNDERSTOOD = Text("方案理解", "The plan as understood")

COUNTED_STEP = Text("“{name}”{count} 次，每次 {amount} 元", "“{name}”: {count} times {amount}")
BEST_WEEK_STEP = Text("{week} 当周销售额最高（{sold} 元）", "The highest sales of the week of {week} ({sold})")
BEST_WEEK_TIED = Text(
    "{week} 当周销售额并列最高（{sold} 元），{count} 人",
    "Tied for the highest sales of the week of {week} ({sold}), {count} people",
)
COUNTED_RULE = Text("每个（次）{amount} 元", "{amount} each time")
WEEKLY_RULE = Text(
    "每周销售额最高者 {amount} 元，并列按名次规则处理",
    "{amount} for the highest sales of each week, ties as in rankings",
)
