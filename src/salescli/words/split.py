"""Words of the split: its sheets, its columns, its identities, and what the terminal says of it."""

from salescli.words.language import Text

SHORT = Text("少 {off}", "{off} short")
OVER = Text("多 {off}", "{off} too much")
WHOLE_COMPANY = Text("全公司", "the company")

# -- the workbook -------------------------------------------------------------------------------------

BOOK_TITLE = Text("目标拆解 {years}", "Target split {years}")
OVERVIEW = Text("总览", "Overview")
OVERVIEW_SUBTITLE = Text(
    "{people} 人 · {leaves} 个月度目标 · {checks} 项恒等式{tied}",
    "{people} people · {leaves} monthly targets · {checks} identities, {tied}",
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
CHECKS = Text("校验", "Checks")
CHECKS_NOTE = Text(
    "“应为”由年度目标自上而下分出，“合计”由“{plan}”逐行加总；修改任一行后不再一致的会变红。",
    "“Expected” comes down from the year, “Sum” adds up the sheet “{plan}”; what no longer ties turns red.",
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
    "inherited": Text("每人继承", "Inherited"),
}

METHOD = Text("拆分依据：{parts}", "Split by: {parts}")
METHOD_OF_YEAR = Text("{year}拆分依据：{parts}", "{year} split by: {parts}")
METHOD_PART = Text("{what}按{by}", "{what} by {by}")
BY_SHARE = Text("占比", "share")
BY_LAST_YEAR = Text("去年实际", "last year's actual")
BY_PEOPLE = Text("人员合计", "the sum of its people")
BY_SEASON = Text("月度权重", "season")
BY_EVEN = Text("均分", "equal parts")
EVEN_MONTHS = Text("均分", "equal parts")
PEOPLE = Text("人员", "People")
MONTHS = Text("月份", "Months")
FACTOR = Text("{basis}×{factor}", "{basis} × {factor}")

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
LEAVES_SAID = Text("{leaves} 个月度目标，{people} 人", "{leaves} monthly targets, {people} people")
CHECKS_TIED = Text("✓ {count} 项恒等式全部一致", "✓ all {count} identities tie")
CHECKS_DIFFER = Text("✗ {count} 项恒等式不一致", "✗ {count} identities do not tie")
