"""Words of what drove a change: the walk, volume against price, and the factors that are filled in."""

from salescli.words.language import Text

DRIVERS = Text("变动归因", "Change drivers")
ABOUT_DRIVERS = Text("增减来自哪里，瀑布图", "Where the change comes from, as waterfalls")
DRIVERS_SUM = Text(
    "每张表从上期走到本期：各项增减之和正好等于团队的增减，分毫不差。",
    "Each table walks from the previous period to this one: the changes add up to the team's, to the fen.",
)
BRIDGE_TITLE = Text("{metric}变动 · 按{cut}", "{metric} change by {cut}")
BRIDGE_ITEM = Text("项目", "Item")
BRIDGE_START = Text("上期实际", "Previous actual")
BRIDGE_END = Text("本期实际", "This period's actual")
BRIDGE_REST = Text("其余 {count} 项", "{count} {count:other|others}")
BRIDGE_CHANGE = Text("增减(元)", "Change (CNY)")
BRIDGE_LEVEL = Text("累计至", "Running level")
BRIDGE_BASE = Text("图：底座", "Chart: base")
BRIDGE_ENDS = Text("起止", "Start and end")
BRIDGE_UP = Text("增加", "Gain")
BRIDGE_DOWN = Text("减少", "Loss")
VOLUME_PRICE = Text("量价分析", "Volume and price")
ABOUT_VOLUME_PRICE = Text("成单数与客单价各带来多少", "What deals and their average each brought")
EFFECTS_BY_ORDERS = Text(
    "数量影响 = 成单数增减 × 上期客单价；价格影响 = 本期成单数 × 客单价增减；"
    "未计入成单的销售额增减 = 销售额增减 − 成单额增减；三者之和正好等于销售额增减。"
    "成单数、成单额以成单的订单为准，客单价 = 成单额 ÷ 成单数，与业绩体检的客单价相同。",
    "Volume = change in deals × previous average order; price = deals now × change of the average order; sales outside "
    "deals = change in sales − change in the amount of the deals; the three are exactly the change in sales. Deals and "
    "their amount are those of the orders that count; average order = amount ÷ deals, as in the health report.",
)
EFFECTS_BY_REPORTS = Text(
    "数量影响 = 成单数增减 × 上期单均销售额；价格影响 = 本期成单数 × 单均销售额增减；两者之和正好等于销售额增减。"
    "不是两期都有成单的订单，所以成单数取明细，单均销售额 = 销售额 ÷ 成单数。",
    "Volume = change in deals × previous sales per deal; price = deals now × change of the sales per deal; together "
    "exactly the change in sales. Not both periods have orders that count, so the deals are those of the weekly rows, "
    "and sales per deal = sales ÷ deals.",
)
VOLUME_PRICE_NOTE = Text(
    "两期都有成单的订单时：数量影响 = 成单数增减 × 上期客单价；价格影响 = 本期成单数 × 客单价增减；"
    "客单价 = 成单额 ÷ 成单数，与业绩体检相同；销售额增减中成单没有说明的部分单列为未计入成单的销售额增减。"
    "否则成单数取明细，以单均销售额 = 销售额 ÷ 成单数代替客单价。各项之和正好等于销售额增减。",
    "Where both periods have orders that count: volume = change in deals × previous average order; price = deals now × "
    "change of the average order; average order = amount ÷ deals, as in the health report; what the deals do not tell "
    "of the change in sales stands apart. Else the deals are those of the weekly rows, with sales per deal = sales ÷ "
    "deals for the average. The effects add up to the change in sales exactly.",
)
SCOPE = Text("范围", "Scope")
SALES_NOW = Text("本期销售额", "Sales")
SALES_BEFORE = Text("上期销售额", "Previous sales")
AMOUNT_NOW = Text("本期成单额", "Amount of deals")
AMOUNT_BEFORE = Text("上期成单额", "Previous amount of deals")
DEALS_NOW = Text("本期成单数", "Deals")
DEALS_BEFORE = Text("上期成单数", "Previous deals")
SALES_PER_DEAL_NOW = Text("本期单均销售额", "Sales per deal")
SALES_PER_DEAL_BEFORE = Text("上期单均销售额", "Previous sales per deal")
AVERAGE_NOW = Text("本期客单价", "Average order")
AVERAGE_BEFORE = Text("上期客单价", "Previous average order")
VOLUME = Text("数量影响", "Volume effect")
PRICE = Text("价格影响", "Price effect")
OTHER_SALES = Text("未计入成单的销售额增减", "Change in sales outside deals")
SALES_CHANGE = Text("销售额增减", "Change in sales")
CHART_VOLUME_PRICE = Text("数量与价格的影响（元）", "Volume and price effects (CNY)")
SCREEN_VOLUME_PRICE = Text(
    "成单 {before} → {now}，数量影响 {volume}，价格影响 {price}",
    "deals {before} → {now}, volume {volume}, price {price}",
)
SCREEN_OTHER_SALES = Text("，未计入成单的销售额 {other}", ", sales outside deals {other}")

# Factors the tool fills in
AUTO = Text("〔自动〕", "[auto] ")
"""What the tool wrote itself begins with this, and may be written anew."""
FACTOR = Text("{name} {change}", "{name} {change}")
FACTORS_BY = Text("按{cut}：{parts}", "by {cut}: {parts}")
