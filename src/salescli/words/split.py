"""Words of the split: its sheets, its columns, its identities, and what the terminal says of it."""

from salescli.words.language import Text

SHORT = Text("少 {off}", "{off} short")
OVER = Text("多 {off}", "{off} too much")
WHOLE_COMPANY = Text("全公司", "the company")
COMPANY = Text("全公司", "Company")
SALES_AMOUNT = Text("金额目标", "goal in money")
PINNED_IN = Text("（也已锁定，见 {cells}）", " (itself pinned in {cells})")
AND_OTHERS = Text("等另外 {more} 人", "and {more} more")

# -- the workbook -------------------------------------------------------------------------------------

BOOK_TITLE = Text("目标拆解 {years}", "Target split {years}")
OVERVIEW = Text("总览", "Overview")
OVERVIEW_SUBTITLE = Text(
    "{people} 人 · {leaves} 个月度目标 · {checks} 项恒等式{tied}",
    "{people} {people:person|people} · {leaves} monthly {leaves:target|targets} · {checks} "
    "{checks:identity|identities}, {tied}",
)
ALL_TIE = Text("全部一致", "all of them tie")
SOME_DIFFER = Text("有不一致", "some do not tie")
CALENDAR = Text("季度与月度", "Quarters and months")
CALENDAR_OF = Text("季度与月度-{metric}", "Quarters-{metric}")
CALENDAR_TITLE = Text("{metric} {year} 季度与月度目标", "{metric} {year}: targets by quarter and month")
CALENDAR_NOTE = Text(
    "各格是“{plan}”的实时汇总：在那里修改某人某月，这里随之变化。",
    "Every cell adds up the sheet “{plan}”: change a month there and it follows here.",
)
PLAN_NOTE = Text(
    "每人、每产品线、每指标、每月一行；跟踪时直接读取此表。单位：金额为元，比率为百分比。",
    "One row per person, product line, metric and month; `salescli track` reads this sheet. Amounts are in CNY.",
)
PLAN_AGAIN_NOTE = Text(
    "已结月份的目标值是该月实际，达成率和提成仍按“原目标”算。",
    "In closed months Target is the month's actual; achievement and pay go by Original target.",
)
CHECKS = Text("校验", "Checks")
CHECKS_NOTE = Text(
    "“应为”由年度目标自上而下分出，“合计”由“{plan}”逐行加总；修改任一行后不再一致的会变红。“取整增减”是余下的单位分到了哪里。",
    "“Expected” comes down from the year, “Sum” adds up the sheet “{plan}”; what no longer ties turns red. “By "
    "rounding” shows where each leftover unit went.",
)

GOALS_BLOCK = Text("年度目标", "Annual goals")
BY_REGION = Text("{metric} {year} 按区域", "{metric} {year} by region")
BY_PRODUCT = Text("{metric} {year} 按产品线", "{metric} {year} by product line")
BY_CHANNEL = Text("{metric} {year} 按渠道(不分到人)", "{metric} {year} by channel (not shared among people)")
BY_MONTH = Text("{metric} {year} 区域 × 月份", "{metric} {year}: regions by month")
BY_MONTH_CHART = Text("{metric} 各月目标", "{metric} by month")
BY_REGION_CHART = Text("{metric} 区域占比", "{metric}: share of each region")

PLAN_SUM = Text("计划合计", "Plan total")
WAY = Text("拆解方式", "How")
DIVIDED = Text("拆分到人", "Divided")
INHERITED = Text("每人继承", "Inherited by everybody")
HEADS = Text("人数", "People")
YEAR_TARGET = Text("年度目标", "Year's target")
SHARE = Text("占比", "Share")
PER_HEAD = Text("人均", "Per person")
WHOLE_YEAR = Text("全年", "Year")
TOTAL = Text("合计", "Total")
NO_PRODUCT = Text("(未分产品线)", "(no product line)")

LEVEL = Text("层级", "Level")
PART = Text("对象", "Of")
EXPECTED = Text("应为", "Expected")
SUM = Text("合计", "Sum")
DIFFERENCE = Text("差额", "Difference")
EXACT_SHARE = Text("取整前", "Before rounding")
MOVED = Text("取整增减", "By rounding")
TIES = Text("是否一致", "Result")
TIED = Text("一致", "Ties")
DIFFERS = Text("不一致", "Differs")
LEVELS = {
    "year": Text("全年", "Year"),
    "quarter": Text("季度", "Quarter"),
    "month": Text("月份", "Month"),
    "region": Text("区域", "Region"),
    "product": Text("产品线", "Product line"),
    "cell": Text("区域 × 产品线", "Region × product line"),
    "person": Text("人员", "Person"),
    "pin": Text("锁定目标", "Pin"),
    "inherited": Text("每人继承", "Inherited"),
    "week": Text("周度", "Weeks of a month"),
    "week_region": Text("每周：各区域 = 全员", "Each week: regions = people"),
    "week_product": Text("每周：各产品线 = 全员", "Each week: product lines = people"),
    "line": Text("人员 × 产品线", "Person × product line"),
    "issued_region": Text("下发：各区域合计 = 目标 × 上浮", "Issued: regions = base × factor"),
    "issued_product": Text("下发：各产品线合计 = 目标 × 上浮", "Issued: product lines = base × factor"),
    "issued_person": Text("下发：全员合计 = 目标 × 上浮", "Issued: people = base × factor"),
    "line_floor": Text("保底线：全员合计 = 目标 × 系数", "Floor: people = goal × multiple"),
    "line_target": Text("目标线：全员合计 = 目标 × 系数", "Target: people = goal × multiple"),
    "line_stretch": Text("冲刺线：全员合计 = 目标 × 系数", "Stretch: people = goal × multiple"),
}

METHOD = Text("拆分依据：{parts}", "Split by: {parts}")
METHOD_OF_YEAR = Text("{year}拆分依据：{parts}", "{year} split by: {parts}")
METHOD_PART = Text("{what}按{by}", "{what} by {by}")
BY_SHARE = Text("占比", "share")
BY_LAST_YEAR = Text("去年实际", "last year's actual")
BY_PEOPLE = Text("人员合计", "the sum of its people")
BY_SEASON = Text("月度权重", "season")
BY_LAST_MONTHS = Text("去年各月实际", "last year's months")
BY_EVEN = Text("均分", "equal parts")
EVEN_MONTHS = Text("均分", "equal parts")
PEOPLE = Text("人员", "People")
MONTHS = Text("月份", "Months")
FACTOR = Text("{basis}×{factor}", "{basis} × {factor}")

# -- weeks, layers, process targets, fairness ---------------------------------------------------------

WEEKS = Text("周度", "Weeks")
WEEKS_OF = Text("周度-{metric}", "Weeks-{metric}")
WEEKS_TITLE = Text("{metric} {year} 周度目标", "{metric} {year}: targets by week")
WEEKS_NOTE = Text(
    "每月目标按工作日（含调休）分到各周：全公司、各区域、每一行的每周都不偏离应得数一个单位以上；跨月的周在两个月各有一列。"
    "区域、产品线和合计由每人的周目标逐行相加；修改“{plan}”后各周随之重分，仍等于当月。",
    "A month goes to its weeks by working days, swapped days included: the company, every region and every line stay "
    "within a unit of their share in every week. A week across two months has a column in each. Regions, product lines "
    "and totals add up people's weeks; change the sheet “{plan}” and its weeks are shared anew, still the month.",
)
WEEK_HEADER = Text("{month}月 {first}–{last}", "{month}/{first}–{last}")
WEEK_PART = Text("{first} 至 {last}", "{first} – {last}")
WORKING_DAYS = Text("工作日", "Working days")
HEDGED = Text("下发目标", "Issued targets")
HEDGED_OF = Text("下发目标-{metric}", "Issued-{metric}")
HEDGED_TITLE = Text("{metric} {year} 基准目标与下发目标", "{metric} {year}: base and issued targets")
HEDGED_NOTE = Text(
    "每个层级各按自己的上浮系数下发，系数乘的是本层基准，不叠加；全年先取整，再按基准分到各对象各月，所以各层自身逐项相加。"
    "基准目标不变。",
    "Each level has its own factor on its own base, never one on another. The year is rounded once and shared as the "
    "base is, so that a level's parts and months add up. The base does not change.",
)
FACTOR_COLUMN = Text("上浮系数", "Factor")
BASE_TARGET = Text("基准目标", "Base target")
ISSUED_TARGET = Text("下发目标", "Issued target")
ISSUED_MORE = Text("上浮额", "Above base")
ISSUED_MONTH = Text("下发 {month}", "Issued {month}")
THREE_LINES = Text("三线目标", "Three lines")
THREE_LINES_OF = Text("三线目标-{metric}", "Three lines-{metric}")
THREE_LINES_TITLE = Text("{metric} {year} 保底、目标、冲刺", "{metric} {year}: floor, target, stretch")
THREE_LINES_NOTE = Text(
    "三条线都是基准目标的倍数，全年取整后逐级分下，人员相加等于区域、区域相加等于全公司；改动某人的倍数或“{plan}”，各行随之变化。",
    "The lines are multiples of the base, rounded for the year and shared down: people add up to regions, regions to "
    "the company. Change somebody's multiple or the sheet “{plan}” and all rows follow.",
)
MULTIPLES = Text("倍数", "Multiples")
LINE = Text("线", "Line")
LINES = {
    "floor": Text("保底", "Floor"),
    "target": Text("目标", "Target"),
    "stretch": Text("冲刺", "Stretch"),
}
PROCESS_TARGETS = Text("过程目标", "Process targets")
PROCESS_OF = Text("过程目标-{year}", "Process {year}")
PROCESS_NOTE = Text(
    "由销售目标除以客单价和转化率逐级倒推，每一步向上取整；每周为五个工作日。改动参数或“{plan}”，下面随之变化。",
    "The sales target worked back through the average deal and the rates, rounded up at every step; a week is five "
    "working days. Change a rate or the sheet “{plan}” and the counts follow.",
)
PROCESS_RATES = Text("参数", "Rates")
SALES_TARGET = Text("{metric}目标", "{metric} target")
PER_MONTH = Text("{stage}/月", "{stage} a month")
PER_WEEK = Text("{stage}/周", "{stage} a week")
FAIRNESS = Text("公平性", "Fairness")
FAIRNESS_OF = Text("公平性-{year}", "Fairness {year}")
FAIRNESS_TITLE = Text("{metric} {year} 目标较去年增长", "{metric} {year}: growth over last year")
FAIRNESS_NOTE = Text(
    "与团队增长相差超过 {points} 个百分点的标出；团队增长只计可比的人。{unknown} 人没有去年实际，"
    "{partial} 人去年或今年不是全年足额在岗，都不作比较。",
    "Whoever differs from the team by more than {points} {points:point|points} is marked; the team is everybody "
    "who can be compared. Not so: {unknown} without a figure of last year, and {partial} who {partial:was|were} "
    "not fully there for all of both years.",
)
COMPARABLE = Text("可比", "Comparable")
YES = Text("是", "Yes")
NO = Text("否", "No")
GROWTH = Text("增长率", "Growth")
REGION_GROWTH = Text("区域增长率", "Region's growth")
TEAM_GROWTH = Text("团队增长率", "Team's growth")
APART = Text("与团队相差", "Apart from team")
STAND = Text("判断", "Mark")
TEAM = Text("团队", "Team")
STANDS = {
    "high": Text("明显偏高", "Much higher"),
    "low": Text("明显偏低", "Much lower"),
    "usual": Text("正常", "In line"),
    "partial": Text("不满一年", "Part of a year"),
    "unknown": Text("无去年实际", "No last year"),
}

# -- planning again -----------------------------------------------------------------------------------

REPLAN_SHEET = Text("调整对比", "Adjustments")
REPLAN_OF = Text("调整对比-{metric}", "Adjustments-{metric}")
REPLAN_TITLE = Text("{metric} {year} 自{since}起重新拆解", "{metric} {year}: planned again from {since}")
REPLAN_NOTE = Text(
    "{since}之前按实际计，余下的目标重新分到剩余月份。修改“{plan}”后本表随之变化。",
    "Before {since} the actuals count; the rest is shared anew over the months left. Change “{plan}” and it follows.",
)
CLOSED_PLANNED = Text("已结月份原目标", "Closed, planned")
CLOSED_ACTUAL = Text("已结月份实际", "Closed, actual")
OPEN_BEFORE = Text("剩余月份原目标", "Left, before")
OPEN_AFTER = Text("剩余月份新目标", "Left, after")
YEAR_BEFORE = Text("全年调整前", "Year before")
YEAR_AFTER = Text("全年调整后", "Year after")
REPLAN_OPTION = Text(
    "跟踪工作簿：--from 之前的月份按其中的实际计，余下的重新拆到剩余月份。",
    "The tracking workbook: months before --from count as their actuals, the rest is shared over the months left.",
)
FROM_OPTION = Text("重新拆解从哪个月开始，如 2026-07。", "The first month to plan again, such as 2026-07.")
REPLAN_SAID = Text(
    "{metric}：{since}前实际 {actual}，剩余月份由 {before} 调整为 {after}",
    "{metric}: actuals of {actual} before {since}; the months left go from {before} to {after}",
)

# -- the terminal -------------------------------------------------------------------------------------

COMMAND = Text(
    "把年度目标拆到区域、产品线、人、季度和月份，每一层都分毫不差。",
    "Split annual goals by region, product line, person, quarter and month, exact at every level.",
)
TARGETS = Text(
    "目标工作簿：年度目标、销售员名册，可另有分解维度、月度权重、目标拆解表。",
    "The workbook of targets: goals and roster, and where you have them shares, seasonality and actions.",
)
WEIGHTS = Text(
    "人员按什么分：history、ability、potential、even，可加系数，如 history=2,ability=1。默认按去年实际。",
    "What people are weighed by: history, ability, potential, even, each with a factor: history=2,ability=1. "
    "Default: last year's actuals.",
)
UNIT_OPTION = Text(
    "金额的取整单位(元)，如 100 或 1万；优先于工作簿里的取整单位。",
    "The unit money is split in, such as 100 or 1万; it wins over the workbook's rounding unit.",
)
SHEET_OPTION = Text(
    "有几个工作表都符合同一类表时，用这一个。", "Where several sheets fit one table, take the one of this name."
)
HEDGE_OPTION = Text(
    "各层级的上浮系数，如 person=1.1,region=1.05；基准目标不变，下发目标另列。",
    "A factor for each level, such as person=1.1,region=1.05; the base stays, the issued targets stand beside it.",
)
LINES_OPTION = Text(
    "另列保底、目标、冲刺三条线；倍数见配置 [lines]。",
    "Also show the three lines floor, target and stretch; [lines] in the configuration holds their multiples.",
)
OTHERS = Text("其余 {count} 人", "{count} {count:other|others}")
PEOPLE_ELSEWHERE = Text(
    "{people} 人各自的目标不在这里列出：见 -o 写出的工作簿的“{sheet}”，或 --json",
    "{people} {people:person has|people have} targets that are not listed here: see “{sheet}” of the workbook that "
    "-o writes, or --json",
)
OUTLIERS = Text(
    "公平性：{count} 人的增长与团队（{team}）相差明显",
    "Fairness: {count} {count:person grows|people grow} far off the team’s {team}",
)
EVEN_GROWTH = Text(
    "公平性：无人的增长与团队（{team}）相差明显", "Fairness: nobody’s growth is far off the team’s {team}"
)
LEAVES_SAID = Text(
    "{leaves} 个月度目标，{people} 人", "{leaves} monthly {leaves:target|targets}, {people} {people:person|people}"
)
CHECKS_TIED = Text("✓ {count} 项恒等式全部一致", "✓ all {count} {count:identity ties|identities tie}")
CHECKS_DIFFER = Text("✗ {count} 项恒等式不一致", "✗ {count} {count:identity does|identities do} not tie")
