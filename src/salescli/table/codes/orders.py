"""Problems of orders and collections, and of their reconciliation with the reports."""

from salescli.table.problem import Severity, define

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

# -- orders -----------------------------------------------------------------------------------------

ORDER_TWICE = define(
    "order-twice",
    ERROR,
    (
        "订单 {order} 出现两次，{columns} 不一致；另一行在 {other}。",
        "Order {order} stands here twice with differing {columns}; the other row is at {other}.",
    ),
    ("请只保留正确的一行。", "Keep the right row only."),
)
ORDERS_REPEATED = define(
    "orders-repeated",
    NOTE,
    (
        "{rows} 行订单与前面的完全相同，只计一次。",
        "{rows} order {rows:row repeats an earlier one and counts|rows repeat earlier ones and count} once.",
    ),
    ("", ""),
)
ORDERS_RENEWED = define(
    "orders-renewed",
    NOTE,
    (
        "{orders} 个订单与跟踪工作簿里的不同，以新给的订单明细为准。",
        "{orders} {orders:order differs|orders differ} from those the tracking workbook keeps; the ones given now "
        "count.",
    ),
    ("", ""),
)
ORDER_PERSON_UNKNOWN = define(
    "order-person-unknown",
    WARNING,
    (
        "计划里找不到订单的销售员“{person}”，{rows} 行（合同额共 {amount}）没有计入。",
        "“{person}” is not in the plan; {rows} order {rows:row|rows} (contracts {amount}) {rows:was|were} not counted.",
    ),
    ("请更正姓名、工号或区域，或在计划里补上。", "Correct the name, ID or region, or add the person to the plan."),
)
ORDER_PERSON_OPEN = define(
    "order-person-open",
    ERROR,
    (
        "订单 {order} 的销售员“{person}”可能是：{candidates}。",
        "“{person}” of order {order} could be any of: {candidates}.",
    ),
    ("请在订单明细里填写工号或区域。", "Fill in the employee ID or the region of the order."),
)
ORDER_REGION_OPEN = define(
    "order-region-open",
    ERROR,
    (
        "“{person}”在 {regions} 都有目标，订单 {order} 没有写明区域。",
        "“{person}” has targets in {regions}, and order {order} does not name the region.",
    ),
    ("请在订单明细里填写区域。", "Fill in the region of the order."),
)
ORDERS_OUTSIDE = define(
    "orders-outside",
    NOTE,
    (
        "{rows} 行订单在 {months} 签约，不在本次跟踪的月份内，没有计入。",
        "{rows} {rows:order was|orders were} signed in {months}, outside the months tracked, and {rows:was|were} "
        "not counted.",
    ),
    ("", ""),
)
ORDERS_TO_COME = define(
    "orders-to-come",
    WARNING,
    (
        "{rows} 行订单（合同额共 {amount}）签约于{months}，到 {day} 还没有开始，没有计入。",
        "{rows} {rows:order|orders} (contracts {amount}) of {months}, which had not begun on {day}, {rows:was|were} "
        "not counted.",
    ),
    (
        "请核对签约日期是否写错；如果没错，请用更晚的 --as-of。",
        "Please check whether the date of signing is mistyped; if it is right, give a later --as-of.",
    ),
)
ORDER_EMPTY = define(
    "order-empty",
    WARNING,
    (
        "{rows} 行订单的合同额是 0，不计成单。",
        "{rows} {rows:order has an amount of 0 and is no deal|orders have an amount of 0 and are no deals}.",
    ),
    ("请填写合同额，或删去这些行。", "Fill in the amount, or remove the rows."),
)
COLLECTED_ABOVE = define(
    "collected-above-amount",
    WARNING,
    (
        "{rows} 行订单的已回款大于合同额，例如 {order}：{collected} / {amount}。",
        "Orders of which more was collected than they amount to: {rows}; here {order}, {collected} of {amount}.",
    ),
    ("请核对合同额和已回款。", "Check the amount, and what was collected."),
)
LEAD_AFTER_SIGNING = define(
    "lead-after-signing",
    WARNING,
    (
        "{rows} 行订单的线索日期晚于签约日期，不参与销售周期的计算。",
        "{rows} {rows:order has|orders have} a lead date after {rows:its|their} signature; {rows:it is|they are} "
        "left out of the sales cycle.",
    ),
    ("请核对两个日期。", "Please check the two dates."),
)
ACTUALS_FROM_ORDERS = define(
    "actuals-from-orders",
    NOTE,
    (
        "{months} 没有周报，实际取自订单（成单额减退款）。",
        "There are no reports for {months}; the actuals are those of the orders (deals less refunds).",
    ),
    ("", ""),
)

# -- finance ----------------------------------------------------------------------------------------

FINANCE_PERSON_UNKNOWN = define(
    "finance-person-unknown",
    WARNING,
    (
        "财务回款里有 {rows} 行（共 {amount}）对不上计划里的人：{people}。",
        "{rows} {rows:row|rows} of finance ({amount}) {rows:belongs|belong} to nobody in the plan for certain: "
        "{people}.",
    ),
    (
        "请更正姓名；同名的人请填写工号，或填写订单号并用 --orders 给出订单明细。",
        "Correct the names; for namesakes fill in the employee ID, or the order number and give --orders.",
    ),
)
FINANCE_ORDER_UNKNOWN = define(
    "finance-order-unknown",
    WARNING,
    (
        "财务回款里有 {rows} 行的订单号不在订单明细里，共 {count} 个订单号，例如：{orders}。",
        "{rows} {rows:row|rows} of finance {rows:names|name} orders that are not among the orders: {count} "
        "{count:number, namely|numbers, such as} {orders}.",
    ),
    ("请核对订单号，或补全订单明细；回款仍按人计入。", "Check the order numbers; the money still counts by person."),
)
NOT_IN_FINANCE = define(
    "months-not-in-finance",
    NOTE,
    (
        "财务回款里没有 {months} 的数据，这些月份的上报回款没有核对。",
        "Finance has nothing for {months}; collections reported for these months were not reconciled.",
    ),
    ("", ""),
)
NOT_COLLECTED = define(
    "months-not-reported",
    NOTE,
    (
        "{months} 没有人上报回款，这些月份的财务回款没有核对。",
        "Nobody reported collections for {months}; what finance has for these months was not reconciled.",
    ),
    ("", ""),
)
FINANCE_OUTSIDE = define(
    "finance-outside",
    NOTE,
    (
        "{rows} 行财务回款在 {months} 到账，不在本次跟踪的月份内，没有核对。",
        "{rows} {rows:row|rows} of finance arrived in {months}, outside the months tracked, and {rows:was|were} "
        "not reconciled.",
    ),
    ("", ""),
)
FINANCE_REPEATED = define(
    "finance-repeated",
    WARNING,
    (
        "{rows} 行财务回款与别的行日期、订单号、销售员和金额都相同，仍都计入。",
        "{rows} {rows:row|rows} of finance {rows:repeats|repeat} another's date, order, person and amount; all "
        "were counted.",
    ),
    ("如果是重复登记，请删去。", "If they were booked twice, remove them."),
)

# -- reconciliation ---------------------------------------------------------------------------------

SALES_DISAGREE = define(
    "sales-disagree",
    WARNING,
    (
        "上报的销售额与订单有 {count} 处（按人按月）不一致，差额合计 {total}：{listed}。",
        "Reported sales and orders differ for {count} {count:person and month|people and months}, {total} in all: "
        "{listed}.",
    ),
    ("明细见“对账”；请核对周报或订单。", "See the sheet Reconciliation; check the reports or the orders."),
)
COLLECTIONS_DISAGREE = define(
    "collections-disagree",
    WARNING,
    (
        "上报的回款额与财务有 {count} 处（按人按月）不一致，差额合计 {total}：{listed}。",
        "Reported collections and finance differ for {count} {count:person and month|people and months}, {total} "
        "in all: {listed}.",
    ),
    ("明细见“对账”；请以财务到账为准更正上报。", "See the sheet Reconciliation; correct the reports by what arrived."),
)
RECONCILE_UNDATED = define(
    "reconcile-undated",
    WARNING,
    (
        "跟踪表没有月份，无法按月与订单、财务核对。",
        "The tracking table names no month, so it cannot be reconciled with orders and finance.",
    ),
    ("请填写月份列，或用 --month 指明。", "Fill in the month column, or name the month with --month."),
)
