"""Words of what a plan costs: other levels of achievement, another plan, and what is released when."""

from salescli.words.language import Text

COST = Text("成本与测算", "Costs")
COST_NOTE = Text(
    "测算假设每个人每行的实际都等于目标×达成水平，其余条件不变；按回款额计提时，按本期整体回款比例折算。",
    "Each level assumes that every row's actual is its target × that level, all else unchanged; where the pay base is "
    "what was collected, the period's overall collection rate applies.",
)
CASES = Text("不同达成水平下的总成本", "Total cost by level of achievement")
LEVEL = Text("达成水平", "Level")
AS_IS = Text("本期实际", "As it is")
SALES = Text("业绩(元)", "Sales (CNY)")
PAY_BASE = Text("计提基数(元)", "Pay base (CNY)")
COST_PAID = Text("现方案成本(元)", "Cost, this plan (CNY)")
COST_RATE = Text("现方案费用率", "Cost rate, this plan")
OTHER_PAID = Text("对比方案成本(元)", "Cost, other plan (CNY)")
OTHER_RATE = Text("对比方案费用率", "Cost rate, other plan")
DIFFERENCE = Text("差额(元)", "Difference (CNY)")

CURVE = Text("达成率与所得 · 月目标 {target} 元", "Payout against achievement · monthly target {target}")
CURVE_NOTE = Text(
    "以目标居中的{person}为例，只算个人提成和奖金(含封顶、保底)。“<”行是差一分钱到线时的所得；到线后所得下降(悬崖)的行标红。",
    "For {person}, whose target is the middle one; own commission and bonus only, with caps and floors. A row with “<” "
    "is one fen short of the bound; where reaching it pays less (a cliff), the row is red.",
)
AT = Text("达成率", "Achievement")
PAID = Text("现方案所得(元)", "Payout, this plan (CNY)")
PAID_OTHER = Text("对比方案所得(元)", "Payout, other plan (CNY)")
FALLS = Text("提示", "Note")
CLIFF = Text("悬崖：多卖少拿", "Cliff: sells more, gets less")
CURVE_CHART = Text("达成率与所得", "Payout against achievement")

WHAT_IF = Text("换方案测算 · {file}", "Through another plan · {file}")
NOW_PAID = Text("现方案(元)", "This plan (CNY)")
THEN_PAID = Text("对比方案(元)", "Other plan (CNY)")
TIER_NOW = Text("现档位", "Tier now")
TIER_THEN = Text("对比档位", "Tier then")
CROSSES = Text("达标线变化", "Bound reached")
UP = Text("升档", "Higher")
DOWN = Text("降档", "Lower")
NO_TIER = Text("未达档", "No tier")

SCREEN_CASES = Text("达成 {level}：{paid} 元，费用率 {rate}", "At {level}: {paid} CNY, cost rate {rate}")
SCREEN_WHAT_IF = Text(
    "换用 {file}：{paid} 元，相差 {difference} 元，费用率 {rate}；{up} 人多拿，{down} 人少拿，{crossed} 人换档",
    "Through {file}: {paid} CNY, {difference} CNY, cost rate {rate}; {up} get more, {down} less, {crossed} change tier",
)
WHAT_IF_HELP = Text("用另一份激励方案测算同样的业绩。", "Work the same figures through another plan as well.")

RELEASE = Text("发放", "Release")
RELEASE_NOTE = Text(
    "按回款比例发放：本年累计应发 × min(1, 累计回款 ÷ 累计业绩)，四舍五入到分，已发的不倒扣；"
    "回款到齐时发完，发放总额不超过应发总额。",
    "Released in proportion to collections: what was earned this year × min(1, collected ÷ sold), to the fen, and "
    "never less than before; once all is collected the rest is released, and never more than was earned.",
)
RELEASE_RULE = Text(
    "累计应发 × 回款比例 - 以前已发，只增不减",
    "Earned to date × collected share - released before, and never less than nothing",
)
EARNED = Text("累计应发(元)", "Earned to date (CNY)")
SOLD_TO_DATE = Text("累计业绩(元)", "Sold to date (CNY)")
COLLECTED_TO_DATE = Text("累计回款(元)", "Collected to date (CNY)")
SHARE = Text("回款比例", "Collected share")
BEFORE = Text("以前已发(元)", "Released before (CNY)")
RELEASED_NOW = Text("本期发放(元)", "Released now (CNY)")
HELD = Text("暂缓(元)", "Held (CNY)")
RELEASE_HELP = Text(
    "何时发放：sales 随业绩全额发放，collected 按回款比例发放。",
    "When it is paid: sales all at once, collected in proportion to what was collected.",
)
SCREEN_RELEASE = Text(
    "本期发放 {now} 元，暂缓 {held} 元(按回款比例)", "Released now {now} CNY, held {held} CNY (by collections)"
)
