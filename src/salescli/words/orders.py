"""Words of orders, collections and their reconciliation."""

from salescli.words.language import Text

STANDINGS = {
    "counted": Text("成单", "Deal"),
    "pending": Text("待回款", "Pending"),
    "refund": Text("退款", "Refund"),
    "empty": Text("无金额", "No amount"),
}
ABSENT = {
    "no_deals": Text("没有成单", "no deals"),
    "no_leads": Text("周报没有线索数", "no leads in the reports"),
    "no_cost": Text("成单没有成本", "no cost on the deals"),
    "no_lead_date": Text("成单没有线索日期", "no lead date on the deals"),
}
SCOPES = {
    "team": Text("团队", "Team"),
    "region": Text("区域", "Region"),
    "product": Text("产品线", "Product line"),
    "person": Text("销售员", "Salesperson"),
    "month": Text("月份", "Month"),
}
MATTERS = {
    "sales": Text("销售额：上报与订单", "Sales: reported and orders"),
    "collected": Text("回款额：上报与财务", "Collections: reported and finance"),
}
SEVERAL_PEOPLE = Text("计划里有多个同名的人", "Several people of the plan bear this name")
NOT_REPORTED = Text("没有上报", "Not reported")
NOT_IN_OTHER = {
    "sales": Text("订单里没有", "Not among the orders"),
    "collected": Text("财务没有到账记录", "Finance saw nothing arrive"),
}
PENDING_EXPLAINS = Text("差额正好是未达回款线的订单 {amount}", "The difference is exactly the pending orders, {amount}")
REPORTED_MORE = Text("上报偏多", "Reported too much")
REPORTED_LESS = Text("上报偏少", "Reported too little")
MORE_PEOPLE = Text("另外 {count} 人", "{count} more")
PERSON_OF = Text("{person}（{region}）", "{person} ({region})")
PERSON_MONTH = Text("{person} {month} {difference}", "{person} {month} {difference}")

# -- the workbook -----------------------------------------------------------------------------------

ORDERS = Text("订单分析", "Order figures")
ORDERS_HINT = Text(
    "签约并回款达到 {share} 的订单才算成单，按签约月份计；退款冲减净额，不计单数。"
    "客单价 = 成单额 ÷ 成单数；成交率 = 有线索月份的成单数 ÷ 线索数；复购率 = 成单两次以上的客户 ÷ 成单客户；"
    "毛利率只算有成本的成单，销售周期只算有线索日期的成单。",
    "An order is a deal once signed and {share} collected, in the month of signing; refunds lower the net amount and "
    "are no deals. Average order = amount ÷ deals; win rate = deals of months with leads ÷ leads; repurchase = "
    "customers with more than one deal ÷ customers with one; margin over deals with a cost, cycle over deals with a "
    "lead date.",
)
NAME = Text("名称", "Name")
DEALS = Text("成单数", "Deals")
AMOUNT = Text("成单额(元)", "Deal amount (CNY)")
REFUNDS = Text("退款(元)", "Refunds (CNY)")
NET = Text("净额(元)", "Net (CNY)")
AVERAGE = Text("客单价(元)", "Average order (CNY)")
LEADS = Text("线索数", "Leads")
LED = Text("有线索月份的成单", "Deals of months with leads")
WIN_RATE = Text("成交率", "Win rate")
CUSTOMERS = Text("成单客户", "Customers")
REPEATING = Text("复购客户", "Repeat customers")
REPURCHASE = Text("复购率", "Repurchase")
MARGIN = Text("毛利率", "Margin")
CYCLE = Text("销售周期(天)", "Cycle (days)")
PENDING_COUNT = Text("待回款单数", "Pending orders")
PENDING_AMOUNT = Text("待回款合同额(元)", "Pending amount (CNY)")
WHY_ABSENT = Text("缺数说明", "What is missing")
WHY_LINE = Text("{figure}：{why}", "{figure}: {why}")
ALL_TEAM = Text("全部", "All")
BY_SCOPE = Text("按{scope}", "By {scope}")

PENDING = Text("待回款订单", "Pending orders")
PENDING_HINT = Text(
    "已签约、回款不足 {share} 的订单；再回款“还需回款”的数额就计为成单。",
    "Signed orders of which less than {share} is collected; they count once the amount still needed arrives.",
)
NEEDED = Text("还需回款(元)", "Still needed (CNY)")
COLLECTED_SHARE = Text("已回款比例", "Collected share")
LINE = Text("计单线(元)", "Counting line (CNY)")
NONE_PENDING = Text("没有待回款的订单。", "No order is pending.")
ORDER_ACCOUNT = Text("订单行数对账", "The account of order rows")
FINANCE_ACCOUNT = Text("财务行数对账", "The account of finance rows")
ORDERS_UNKNOWN = Text("订单的人员不在计划内", "Orders of unknown people")
ORDERS_LEFT_OUT = Text("没有计入的订单行", "Order rows that were not counted")
FINANCE_LEFT_OUT = Text("没有计入的财务行", "Finance rows that were not counted")
STRANGE_ORDERS = Text("订单号不在订单明细里的到账", "Money for orders that are not among the orders")
COUNTED_MEANING = Text("计入成单", "Counted as deals")
PENDING_MEANING = Text("已签约，回款不足", "Signed, too little collected")
REFUND_MEANING = Text("合同额为负，冲减净额", "A negative amount; it lowers the net")
EMPTY_MEANING = Text("合同额为 0，不计成单", "The amount is 0; no deal")

RECONCILIATION = Text("对账", "Reconciliation")
RECONCILIATION_HINT = Text(
    "每人每月两本账的差额；超过一分钱就列为不一致。",
    "Both books by person and month; more than a fen apart is a difference.",
)
REPORTED = Text("上报(元)", "Reported (CNY)")
BY_ORDERS = Text("订单(元)", "Orders (CNY)")
BY_FINANCE = Text("财务(元)", "Finance (CNY)")
DIFFERENCE = Text("差额(元)", "Difference (CNY)")
VERDICT = Text("结果", "Result")
AGREES = Text("一致", "Agrees")
DIFFERS = Text("不一致", "Differs")
HINT = Text("说明", "Hint")
NOTHING_TO_COMPARE = Text("没有可以比较的月份。", "There is no month with both.")

# -- the command ------------------------------------------------------------------------------------

ORDERS_HELP = Text(
    "订单明细：文件、文件夹或通配符，可多次给出。签约且回款达到 30%（[deals] collected）才算成单。",
    "Orders: files, folders or patterns; may be repeated. A deal counts once signed and 30 % collected "
    "([deals] collected).",
)
FINANCE_HELP = Text(
    "财务回款：文件、文件夹或通配符，可多次给出；与上报的回款额按人按月核对。",
    "Collections by finance: files, folders or patterns; may be repeated. Reported collections are reconciled with "
    "them by person and month.",
)
ORDERS_LINE = Text(
    "订单 {period}：成单 {deals}（{amount} 元） · 客单价 {average} · 成交率 {win_rate} · 复购率 {repurchase} · "
    "毛利率 {margin} · 周期 {cycle} · 待回款 {pending}",
    "Orders {period}: {deals} {deals:deal|deals} ({amount}) · average {average} · win rate {win_rate} · repurchase "
    "{repurchase} · margin {margin} · cycle {cycle} · {pending} pending",
)
DAYS = Text("{days} 天", "{days} {days:day|days}")
RECONCILE_LINE = Text("对账：{matter} {differing} / {compared} 不一致", "{matter}: {differing} of {compared} differ")
