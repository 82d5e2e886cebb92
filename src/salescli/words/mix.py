"""Words of the mix: orders by product and kind of customer, and their margin."""

from salescli.words.language import Text

MIX = Text("结构与毛利", "Mix and margin")
ABOUT_MIX = Text("产品结构、毛利、新老客户", "Product mix, margin, new and existing")
MIX_BY = {
    "product": Text("按产品线", "By product line"),
    "customer": Text("按新老客户", "By new and existing customers"),
}
MIX_NAMES = {"new": Text("新客户", "New"), "existing": Text("老客户", "Existing")}
MIX_PART = Text("构成", "Part")
MIX_ORDERS = Text("有效订单", "Orders counted")
MIX_AMOUNT = Text("订单金额", "Order amount")
MIX_SHARE = Text("占比", "Share of amount")
MIX_PROFIT = Text("毛利", "Gross profit")
MIX_MARGIN = Text("毛利率", "Gross margin")
STRANGERS = Text("不在计划内的人的订单（没有计入）", "Orders of people not in the plan (not counted)")
STRANGER_ORDERS = Text("订单", "Orders")
MIX_COSTED = Text("有成本的订单", "Orders with cost")
MIX_NOTE = Text(
    "只含计划内的人已签约且回款达到规定比例的订单；毛利只算填了成本的订单；没写客户类型的，首单算新客户。",
    "Signed orders of people in the plan, collected as far as the house asks; margin over those with a cost; a "
    "customer's first order on record is new where no type is given.",
)
SCREEN_MARGIN = Text("（毛利率 {margin}）", " (margin {margin})")
CHART_MIX = Text("订单金额构成", "Order amount by part")
