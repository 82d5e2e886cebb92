"""Words of commission: the forms a plan can be written in, the sheets, and every step of a calculation."""

from salescli.words.language import Text

CONDITION_FORMS = Text(
    "“≥80%”“达成率≥100%”“80%以上”“达到100%”“80%-100%”“区域整体达成率≥110%”“季度TOP3”“季度排名”"
    "“A产品销售额”“单周最高成交≥5万”“达成率”(档位写在激励方式里)",
    "“≥80%”, “达成率≥100%”, “80%以上”, “达到100%”, “80%-100%”, “区域整体达成率≥110%”, “季度TOP3”, “季度排名”, "
    "“A产品销售额”, “单周最高成交≥5万”, "
    "“达成率” (with the tiers in the reward)",
)
REWARD_FORMS = Text(
    "“提成比例1.5%”“8%提成”“额外奖金1000元”“提成比例2%+额外奖金1000元”“区域人均奖励500元”"
    "“季度TOP3销售员分别奖励5000元、3000元、1000元”“达成率≥100%，提成比例2%；达成率≥120%，提成比例3%”"
    "“A产品卖10万奖1万”“转1奖200元”“单周最高成交奖500元”“新客开发奖200元”“每月封顶20000元”“每月保底3000元”“提成2个点”“5‰”“按销售额1.5%提成”",
    "“提成比例1.5%”, “8%提成”, “额外奖金1000元”, “提成比例2%+额外奖金1000元”, “区域人均奖励500元”, "
    "“季度TOP3销售员分别奖励5000元、3000元、1000元”, “达成率≥100%，提成比例2%；达成率≥120%，提成比例3%”, "
    "“A产品卖10万奖1万”, “转1奖200元”, “单周最高成交奖500元”, “新客开发奖200元”, “每月封顶20000元”, “每月保底3000元”, "
    "“提成2个点”, “5‰”, "
    "“按销售额1.5%提成”",
)
SCOPE_FORMS = Text(
    "“全体销售员”“达成率≥100%的销售员”“所在区域全体成员”，或区域、产品线、岗位的名称(如“华东销售员”“A产品销售员”“销售经理”“岗位为销售员”)",
    "“全体销售员”, “达成率≥100%的销售员”, “所在区域全体成员”, or the name of a region, product line or position "
    "(“华东销售员”, “A产品销售员”, “销售经理”, “岗位为销售员”)",
)

NEXT_TIER = Text("下一档从 {bound} 开始", "the next tier begins at {bound}")
NO_NEXT_TIER = Text("后面没有别的档", "no tier follows")

LACKS_REFERRALS = Text("每人转介绍的新客户数", "how many customers each person referred")
LACKS_WEEKS = Text("每人每周的销售额", "each person's sales by week")
LACKS_NEW_CUSTOMERS = Text("每人开发的新客户数", "how many new customers each person won")
LACKS_POSITIONS = Text("每人的岗位", "each person's position")
LACKS_PRODUCTS = Text("产品线列(每行的产品线)", "the product line of each row")
LACKS_LONG_TEAM = Text("它按季度或年度", "it goes by quarter or year")
LACKS_TEAM_POSITIONS = Text("它按岗位", "it goes by position")

WHOLE = Text("全额", "whole")
MARGINAL = Text("超额累进", "marginal")
SALES = Text("累计实际", "sales")
COLLECTED = Text("回款额", "collected")
HIGHEST = Text("只取最高档", "the highest only")
STACK = Text("逐档累加", "all that were reached")
SHARE = Text("平分所占名次的奖金", "share the prizes of the places")
EACH = Text("每人全额", "the full prize each")
BREAK = Text("按回款额区分", "broken by collections")
UNDATED = Text("未注明月份", "undated")

COMPONENTS = {
    "commission": Text("提成", "Commission"),
    "bonus": Text("奖金", "Bonus"),
    "team": Text("团队奖", "Team award"),
    "ranking": Text("排名奖", "Ranking prize"),
    "product": Text("产品奖", "Product reward"),
    "referral": Text("转介绍奖", "Referral reward"),
    "weekly_best": Text("单周最高成交奖", "Weekly best award"),
    "new_customer": Text("新客开发奖", "New-customer reward"),
    "scorecard": Text("绩效调整", "Scorecard adjustment"),
    "cap": Text("封顶扣减", "Cut by the cap"),
    "floor": Text("保底补足", "Added by the floor"),
}

STEP_ITEMS = {"actual": Text("实际业绩", "Actual sales")} | COMPONENTS

REACHED = Text("达成率 {achievement}，达到“{tier}”(≥{bound})", "Achievement {achievement} reaches “{tier}” (≥{bound})")
REACHED_NONE = Text(
    "达成率 {achievement}，未达到最低档(≥{bound})", "Achievement {achievement} reaches no tier (lowest ≥{bound})"
)
NO_ACHIEVEMENT = Text("没有目标，无法计算达成率，不计档", "No target, hence no achievement and no tier")
PAID_APART = Text("{period} 已发 {paid} 元，本次不再计算", "Paid with {period}: {paid}; not paid again")
PAID_BEFORE = Text("此前已发 · {period}", "Paid before · {period}")
PAID_LINE = Text("此前已发（元）", "Paid before (CNY)")
NO_LADDER = Text("没有适用的提成档位", "No commission tier applies")
BASE_BELOW_ZERO = Text("计提基数为负，不计提成", "The pay base is below zero, so it earns nothing")
WHOLE_STEP = Text("全部基数 × 提成比例", "Whole base × rate")
SLICE_STEP = Text("{low} 到 {high} 的部分 × {rate}", "The part from {low} to {high} × {rate}")
SLICE_TOP_STEP = Text(
    "{low} 到 {high} 的部分 × {rate}（销售额达成率只到“{tier}”，回款超过下一档线的部分也按这一档）",
    "The part from {low} to {high} × {rate} (sales reached “{tier}” only; collections beyond it stay at its rate)",
)
MARGINAL_COLLECTED = Text(
    "超额累进、按回款额计提：档位看销售额达成率，只分到达到的那一档；回款额超过更高档线的部分，仍按达到的最高档比例。",
    "Marginal on collections: sales achievement picks the tiers, so slices end with the highest tier it reached; what "
    "was collected beyond a higher bound earns that tier's rate.",
)
BONUS_STEP = Text("“{tier}”的奖金", "Bonus of “{tier}”")
TEAM_STEP = Text(
    "{region}整体达成率 {achievement}，达到“{tier}”，每人 {amount} 元",
    "{region} as a whole at {achievement} reaches “{tier}”: {amount} a head",
)
TEAM_NONE = Text(
    "{region}整体达成率 {achievement}，未达到团队奖", "{region} as a whole at {achievement} earns no team award"
)
RANK_STEP = Text("{period}第 {place} 名({by} {value})", "Place {place} in {period} ({by} {value})")
RANK_TIED = Text(
    "{period}并列第 {place} 名，{count} 人分享第 {place}–{last} 名的奖金({by} {value})",
    "Tied for place {place} in {period}: {count} {count:person shares|people share} the prizes of places "
    "{place}–{last} ({by} {value})",
)
RANK_TIED_EACH = Text(
    "{period}并列第 {place} 名，{count} 人各得全额({by} {value})",
    "Tied for place {place} in {period}: {count} {count:person gets|people get} the full prize each ({by} {value})",
)
EVERY_STEP = Text(
    "{product}每满 {size} 奖 {amount}，销售额 {sold}", "{amount} for every full {size} of {product}, {sold} sold"
)
ALL_PRODUCTS = Text("销售额", "sales")
JUST_BELOW = Text(
    "达成率显示为 {shown}，实际未到 {bound}，差 {missing} 元",
    "Achievement shows as {shown} but is short of {bound} by {missing}",
)
NO_TIER = Text("未达到任何档位", "No tier reached")
TOP_TIER = Text("已达最高档", "Highest tier reached")

TITLE = Text("提成核算", "Commission")
SUMMARY = Text("汇总", "Summary")
MONTHS = Text("逐月计算", "By month")
DETAILS = Text("明细", "Details")
PLAN = Text("方案", "Plan")
AUDIT = Text("审计", "Audit")
SUBTITLE = Text("{period} · {mode} · 计提基数：{base}", "{period} · {mode} · pay base: {base}")
EVERY_FIGURE_LIVE = Text(
    "提成表中的档位、比例、提成、奖金、团队奖、排名奖和合计都是公式：改动目标、实际或“方案”里的达标线、比例、奖金、封顶额、保底额，结果随之变化。",
    "Tier, rate, commission, bonus, team award, ranking prize and total on the commission sheet are formulas: change "
    "a target, an actual, or a bound, rate, bonus, cap or floor of the plan, and they follow.",
)
LIMITS_SHEET = Text("封顶与保底", "Caps and floors")
LIMITS_SHEET_NOTE = Text(
    "每人每月一行：受限合计超过封顶额的部分扣减，不足保底额的部分补足，剩下的是结果；提成表里的封顶扣减和保底补足是各月之和。"
    "封顶额和保底额取自“方案”，只在那里改。",
    "A line for each person and month: what is earned beyond the cap is cut, what lacks to the floor is added, and the "
    "result is left; on the commission sheet stand the sums of the months. Caps and floors come from the plan's sheet: "
    "change them there.",
)
UNDER_LIMITS = Text("受限合计(元)", "Under the limits (CNY)")
CAP_LIMIT = Text("封顶额(元)", "Cap (CNY)")
FLOOR_LIMIT = Text("保底额(元)", "Floor (CNY)")
LIMIT_AMOUNT = Text("金额(元)", "Amount (CNY)")
LEFT_BY_LIMITS = Text("结果(元)", "Left (CNY)")
FIXED_FIGURES = Text(
    "产品奖、转介绍奖、单周最高成交奖和新客开发奖为核算结果，计算过程见“明细”。",
    "Rewards for products, referrals, weeks and new customers are results; Details shows how they came about.",
)
COLOURS = Text(
    "颜色：绿=达成 100% 以上的档位，黄=100% 以下的档位，红=未达到任何档位，灰=没有目标。",
    "Colours: green is a tier at 100% or more, yellow a tier below 100%, red no tier, grey no target.",
)
EXACT_NOTE = Text(
    "达成与否按“分”精确比较，不按显示的百分比：显示 100.0% 不一定达到 100%。",
    "Tiers are compared exact to the fen, not as displayed: 100.0% on display may still be short of 100%.",
)
NOT_COMPUTED = Text("未计算", "not computed")

FIGURE = Text("指标", "Figure")
VALUE = Text("数值", "Value")
TOTAL_PAYOUT = Text("提成奖金总额(元)", "Total payout (CNY)")
TOTAL_BASE = Text("计提基数合计(元)", "Total pay base (CNY)")
COST_RATE = Text("费用率", "Cost rate")
PEOPLE = Text("人数", "People")
PAID_PEOPLE = Text("获得提成或奖金的人数", "People who earn something")
BY_REGION = Text("按区域", "By region")
BY_TIER = Text("按档位", "By tier")
PAYOUT = Text("金额(元)", "Payout (CNY)")
PER_HEAD = Text("团队奖(元/人)", "Team award a head (CNY)")
NO_TIER_LABEL = Text("未达档", "No tier")
PAID_LABEL = Text("已单独发放", "Paid apart")
TOTAL = Text("合计", "Total")
CHART_COMPONENTS = Text("每人提成与奖金构成", "What each person's payout is made of")
CHART_REGION = Text("各区域提成奖金", "Payout by region")

ITEM = Text("项目", "Item")
STEP = Text("步骤", "Step")
FIGURES = Text("算式", "Figures")
AMOUNT = Text("金额(元)", "Amount (CNY)")

LADDER = Text("个人档位 · {scope}", "Personal tiers · {scope}")
TEAM_LADDER = Text("团队奖 · {scope}", "Team award · {scope}")
EVERYBODY = Text("全体销售员", "everyone")
BOUND = Text("达标线(≥)", "From (≥)")
RATE = Text("有效提成比例", "Rate in force")
RATE_HEAD = Text("比例", "Rate")
MADE_OF = Text("构成", "Made of")
BONUS = Text("有效奖金(元)", "Bonus in force (CNY)")
OWN_BONUS = Text("本档奖金(元)", "Bonus named here (CNY)")
TIER = Text("档位", "Tier")
PERSON = Text("销售员", "Salesperson")
REGION = Text("区域", "Region")
TARGET = Text("目标(元)", "Target (CNY)")
ACTUAL = Text("实际(元)", "Actual (CNY)")
ACHIEVEMENT = Text("达成率", "Achievement")
RISE = Text("比上一档高", "Above the tier below")
IN_FORCE_FROM = Text("{month} 起", "from {month}")
IN_FORCE_UNTIL = Text("至 {month}", "until {month}")
ORIGINAL = Text("方案原文", "The plan's words")
CELL = Text("单元格", "Cell")
KEPT_NOTE = Text(
    "某档没有写提成比例或奖金时，沿用低一档的。",
    "A tier that names no rate or bonus keeps that of the tier below it.",
)
OTHER_RULES = Text("其他规则", "Other rules")
UNDERSTOOD = Text("理解为", "Understood as")
RANKING_RULE = Text(
    "{span}按{by}排名，前 {count} 名：{prizes}", "Ranked by {by} each {span}, the first {count}: {prizes}"
)
RANKING_FLOOR = Text("(达成率不低于 {floor})", " (from {floor} achievement)")
SPAN_MONTH = Text("每月", "month")
SPAN_QUARTER = Text("每季度", "quarter")
SPAN_YEAR = Text("全年", "year")
BY_SALES = Text("销售额", "sales")
BY_ACHIEVEMENT = Text("达成率", "achievement")
STEP_RULE = Text(
    "{product}每满 {size} 元奖 {amount} 元，不足整数部分不计", "{amount} for every full {size} of {product}"
)
UNCOMPUTED_NOTE = Text(
    "未计算，不在合计内：{wording}(缺少{lacks})",
    "Not computed and not in the totals: {wording} (the data lack {lacks})",
)
UNCOMPUTED_RULE = Text("未计算：缺少{lacks}", "Not computed: the data lack {lacks}")

INPUTS = Text("输入文件", "Inputs")
OPTIONS = Text("核算选项", "Options")
PATH = Text("文件", "File")
SHA = Text("SHA-256", "SHA-256")
OPTION = Text("选项", "Option")
VERSION = Text("salescli 版本", "salescli version")
PERIOD = Text("核算周期", "Period")
MODE = Text("计提方式", "Mode")
BASE = Text("计提基数", "Pay base")
BONUS_RULE = Text("档位奖金", "Tier bonuses")
TIES = Text("并列名次", "Ties")
NO_CLOCK = Text(
    "时间不取自时钟，相同的输入得到逐字节相同的文件：数据截止日由 --as-of 给出，"
    "核算时间由环境变量 SOURCE_DATE_EPOCH 给出。",
    "No clock is read, so the same inputs give the same file, byte for byte: --as-of tells the day the figures were "
    "closed, the variable SOURCE_DATE_EPOCH the time of the run.",
)
CLOSED_ON = Text("数据截止日", "Figures closed on")
MADE_AT = Text("核算时间", "Worked out at")
NOT_TOLD = Text("未注明", "not told")
NONE_THERE = Text("无", "none")
MONTH = Text("月份", "Month")
REGION_PEOPLE = Text("人数", "People")
COVERS = Text("适用", "Covers")

COMMAND = Text(
    "按激励方案核算提成：档位、提成、奖金、团队奖、排名奖，每一步都有依据。",
    "Work out commission by the incentive plan: tiers, rates, bonuses, team awards and prizes, every step explained.",
)
TRACKING_HELP = Text("含月度跟踪表的工作簿。", "The workbook with the monthly tracking table.")
PLAN_HELP = Text("含激励方案的工作簿。", "The workbook with the incentive plan.")
PERIOD_HELP = Text("核算周期，例如 2026-08 或 2026Q3。", "The period to pay, such as 2026-08 or 2026Q3.")
MODE_HELP = Text(
    "whole：达到档的比例乘全部基数；marginal：各段各自的比例。",
    "whole: the reached tier's rate on the whole base; marginal: each slice at its own rate.",
)
BASE_HELP = Text(
    "计提基数：sales 累计实际，collected 回款额。", "What the rate multiplies: sales, or what was collected."
)
SCREEN_TOP = Text("应发最多的 {count} 人", "the {count} who get most")
SCREEN_OTHERS = Text(
    "另有 {count} 人：输出工作簿的“提成表”和 --json 里有每个人。",
    "{count} more {count:person|people}: the workbook's commission sheet and --json have everybody.",
)
SCREEN_TOTAL = Text("合计 {total} 元，费用率 {rate}", "Total {total} CNY, cost rate {rate}")
