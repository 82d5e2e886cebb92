"""Words of what an incentive plan has beside tiers: caps and floors, rewards for events, scorecards."""

from salescli.words.language import Text

CAP_STEP = Text(
    "本月受封顶限制的各项共 {earned}，超过封顶 {limit}",
    "What the cap bounds is {earned} this month, above the cap of {limit}",
)
FLOOR_STEP = Text(
    "本月计入保底的各项共 {earned}，低于保底 {limit}",
    "What the floor counts is {earned} this month, below the floor of {limit}",
)
LIMITS_SOME = Text(
    "封顶、保底管每月的{inside}；{outside}不计入，另外照发。",
    "Caps and floors bound a month's {inside}; {outside} stand outside them and are paid beside.",
)
LIMITS_ALL = Text("封顶、保底管每月的{inside}。", "Caps and floors bound a month's {inside}.")

FACTOR_STEP = Text(
    "绩效 {score} 分，等级“{grade}”，个人提成与奖金 × {factor}",
    "Score {score}, grade “{grade}”: own commission and bonus × {factor}",
)
GATE_STEP = Text(
    "绩效 {score} 分，低于门槛 {gate} 分，不发个人提成与奖金",
    "Score {score} is below the gate of {gate}: no commission or bonus of one's own",
)
GATE_PASSED = Text("绩效 {score} 分，达到门槛 {gate} 分", "Score {score} passes the gate of {gate}")
CREDIT_STEP = Text("业绩分成“{deal}”", "Shared deal “{deal}”")
BOARDS = Text("团队与排名", "Teams and rankings")
BOARDS_NOTE = Text(
    "团队奖按区域整体达成率；并列名次平分所占名次的奖金，余下的一分按表中顺序分。",
    "Team awards go by the region as a whole; whoever ties shares the prizes of the places, odd fen in order.",
)
TEAMS = Text("区域团队奖", "Team awards by region")
TEAM_SUM = Text("团队奖合计(元)", "Team award in all (CNY)")
TO_NEXT_AWARD = Text("距下一档团队奖(元)", "To the next award (CNY)")
BOARD_TITLE = Text("{name} · {span}", "{name} · {span}")
PLACE = Text("名次", "Place")
PRIZE = Text("名次奖金(元)", "Prize (CNY)")
ROW_ORDER = Text("顺序", "Order")
TIED = Text("并列人数", "Tied")
POOL = Text("所占名次奖金(元)", "Prizes of the places (CNY)")
NOT_RANKED = Text("未参与排名：{people}", "Not ranked: {people}")
SCORES = Text("绩效评定", "Scores")
USE_OFF = Text("只列出得分和等级，不影响金额", "Scores and grades are shown and do not bear on pay")
USE_MULTIPLIER = Text("个人提成与奖金 × 等级系数", "Own commission and bonus × the grade's factor")
USE_GATE = Text("低于 {gate} 分不发个人提成与奖金", "No commission or bonus of one's own below {gate}")
OFF = Text("只列出", "shown only")
MULTIPLIER = Text("按等级系数", "by the grade's factor")
FACTOR = Text("系数", "Factor")
FROM_SCORE = Text("得分(≥)", "From score (≥)")
GRADES = Text("等级", "Grades")
SCORE_ITEM = Text("评分项", "Item")
WEIGHT = Text("数值", "Value")
GATE = Text("门槛", "Gate")
WEIGHTS = Text("权重", "Weights")
CREDITS = Text("业绩分成", "Split credit")
CREDITS_NOTE = Text(
    "每笔业绩从原业绩人名下转出，按权重分到分；目标不变，全公司合计不变。",
    "Each deal leaves whom it was booked under and is shared out by weight to the fen; targets and sums stay.",
)
DEAL = Text("分成事项", "Shared deal")
BOOKED = Text("原业绩人", "Booked under")
DEAL_AMOUNT = Text("分成金额(元)", "Deal (CNY)")
SHARE_WEIGHT = Text("权重", "Share")
SHARE_AMOUNT = Text("分得业绩(元)", "Share of sales (CNY)")
SHARE_COLLECTED = Text("分得回款(元)", "Share of collections (CNY)")
HIRED_ON = Text("入职日期 {hired}", "hired {hired}")
LEFT_ON = Text("离职日期 {left}", "left {left}")

STRUCTURE_NOTE = Text(
    "方案按结构理解的结果，一行一条规则。核对后可把本表直接作为 --plan 使用，得到同一份方案。",
    "The plan as it was understood, one rule a row. Once checked, this sheet can itself be the --plan.",
)
EXPLAIN_HELP = Text(
    "显示对激励方案的理解（结构化），代替提成表。", "Show what was understood of the plan, instead of the payouts."
)
ALSO_HELP = Text(
    "另有销售员名册、绩效评定表或业绩分成表的工作簿，可重复。",
    "A further workbook with the roster, the scorecard or split credit; repeatable.",
)
SCORECARD_HELP = Text(
    "绩效评分如何影响提成：off 只列出，multiplier 按等级系数，gate 低于门槛不发。",
    "What scores do to pay: off shows them, multiplier goes by the grade's factor, gate pays none below a line.",
)
PLAN_UNDERSTOOD = Text("方案理解", "The plan as understood")

COUNTED_STEP = Text("“{name}”{count} 次，每次 {amount} 元", "“{name}”: {count} {count:time|times} {amount}")
BEST_WEEK_STEP = Text("{week} 当周销售额最高（{sold} 元）", "The highest sales of the week of {week} ({sold})")
BEST_WEEK_TIED = Text(
    "{week} 当周销售额并列最高（{sold} 元），{count} 人",
    "Tied for the highest sales of the week of {week} ({sold}), {count} {count:person|people}",
)
COUNTED_RULE = Text("每个（次）{amount} 元", "{amount} each time")
WEEKLY_RULE = Text(
    "每周销售额最高者 {amount} 元，并列按名次规则处理",
    "{amount} for the highest sales of each week, ties as in rankings",
)
WEEKLY_LEAST = Text("，当周不低于 {least} 元", ", with {least} or more in the week")
