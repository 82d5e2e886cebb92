"""Words of what goes out and comes back: statements, objections, the notice, and corrections of paid periods."""

from salescli.words.language import Text

STATEMENT = Text("提成确认单", "Commission statement")
STATEMENT_FILE = Text("提成确认单 {period} {region} {person}", "Statement {period} {region} {person}")
WHO = Text("{person}（{region}）", "{person} ({region})")
WHO_ID = Text("{person}（{region}，工号 {id}）", "{person} ({region}, ID {id})")
CALCULATION = Text("怎么算的", "How it is worked out")
RULES_OF_PAY = Text("计提方式：{mode}；计提基数：{base}", "Mode: {mode}; pay base: {base}")
ITEM = Text("项目", "Item")
VALUE = Text("数值", "Value")
WHOLE_PERIOD = Text("全期", "Whole period")
HOW = Text("依据", "Because")
TARGET = Text("目标（元）", "Target (CNY)")
ACTUAL = Text("实际（元）", "Actual (CNY)")
BASE = Text("计提基数（元）", "Pay base (CNY)")
RATE = Text("提成比例", "Rate")
AMOUNT_OF = Text("{component}（元）", "{component} (CNY)")
TOTAL = Text("应发合计（元）", "Total payout (CNY)")
TO_NEXT = Text("距下一档（元）", "To the next tier (CNY)")
TO_NEXT_BY_PART = Text(
    "各列当时还差多少；已经结束的月份不能再补", "How far each column was from it; a month that is over stays as it is"
)
NEXT_IS = Text(
    "再完成这些即达到“{tier}”（≥{bound}）：比例 {rate}，奖金 {bonus} 元",
    "This much more reaches “{tier}” (≥{bound}): rate {rate}, bonus {bonus}",
)
ONE_OTHER_IN_REGION = Text(
    "{region}除本人外只有一位同事有业绩，不列区域合计，以免推算出同事的业绩。",
    "Only one colleague in {region} has figures too, so its sums are not shown: they would give them away.",
)
STEPS = Text("每满奖励", "Rewards for full steps")
STEP_ON = Text("产品", "Product")
STEP_SOLD = Text("销售额（元）", "Sold (CNY)")
STEP_SIZE = Text("每满（元）", "For every full (CNY)")
STEP_AMOUNT = Text("奖（元）", "Reward each (CNY)")
STEP_REWARD = Text("所得（元）", "Earned (CNY)")
TEAM_REACHED_CLOSED = Text(
    "{region}整体达到“{tier}”，每人 {amount} 元", "{region} as a whole reaches “{tier}”: {amount} a head"
)
TEAM_NONE_CLOSED = Text("{region}整体未达到团队奖", "{region} as a whole earns no team award")
REGION_SUMS = Text("团队奖所依据的区域合计", "The region's sums behind the team award")
PLAN_TEXT = Text("激励方案原文", "The plan in its own words")
PLAN_FIGURES = Text("方案数值", "Plan figures")
PLAN_FIGURES_NOTE = Text("第一页的公式从这里取数。", "The formulas of the first page look here.")
RULE = Text("激励层级", "Incentive")
WORDING = Text("方案原文", "Wording")
FOR_WHOM = Text("适用对象", "Applies to")
CONFIRM = Text("确认或提出异议", "Confirm or object")
CONFIRM_NOTE = Text(
    "请在下面填写“确认”或“异议”，有异议请写明哪一项、为什么，填好后把本文件交回。",
    "Write “Confirmed” or “Objection” below; for an objection say what and why. Then return this file.",
)
UNTIL = Text("请在 {day}（含当日）之前交回。", "Please return it by {day}.")
RECEIPT = Text("回执", "Receipt")
RECEIPT_NOTE = Text("程序据此认出这份确认单，请勿改动。", "By this the program knows the statement; please leave it.")

OBJECTION_LOG = Text("异议登记", "Objection log")
ANSWERS = Text("回收情况", "Returned statements")
CONFIRMED = Text("确认", "Confirmed")
OBJECTED = Text("异议", "Objection")
UNANSWERED = Text("未回复", "No answer")
UNCLEAR = Text("看不懂", "Unclear")
NOT_RETURNED = Text("未交回", "Not returned")
ALTERED = Text("数字被改动过", "Figures were changed")
UNCHECKED = Text("无法核对", "Cannot be checked")
UNALTERED = Text("未改动", "As issued")
STATE = Text("状态", "Answer")
PEOPLE = Text("份数", "Statements")
MARKS = Text(
    "颜色：绿=确认，红=异议，黄=未回复或看不懂。数字被改动的确认单请让本人用原件重新确认。",
    "Green is confirmed, red an objection, yellow no answer or an unclear one. Ask for changed statements anew.",
)
SCREEN_ANSWERS = Text(
    "{confirmed} 份确认，{objected} 份异议，{unclear} 份看不懂，{unanswered} 份未回复，{missing} 人未交回",
    "{confirmed} confirmed, {objected} {objected:objection|objections}, {unclear} unclear, {unanswered} "
    "unanswered, {missing} not returned",
)

NOTICE = Text("公示名单", "Public notice")
NOTICE_TITLE = Text("{period}销售激励公示", "Sales incentives, {period}")
EVENT = Text("事项", "What")
DAY = Text("日期", "Day")
MEANING = Text("说明", "Which means")
FIGURES_CLOSED = Text("核算截止日", "Figures closed")
PUBLISH_BY = Text("公示日", "Notice by")
OBJECT_BY = Text("异议截止日", "Objections until")
PAY_ON = Text("发放日", "Pay day")
CLOSED_HOW = Text("本名单的数据截至这一天", "The figures are those of this day")
PUBLISH_HOW = Text("核算后 {days} 个工作日内", "Within {days} working {days:day|days} of the figures")
OBJECT_HOW = Text("公示后 {days} 个工作日内受理，含当日", "Taken for {days} working {days:day|days}, this day included")
PAY_HOW = Text("异议期满后的第 {days} 个工作日", "{days} working day after the last day for objections")
DAYS_NOTE = Text(
    "工作日按国家节假日和调休安排计算。姓名只显示姓氏；同名的附工号末位。",
    "Working days follow the national holidays and swapped days. Names show the surname only.",
)
NO_DATES = Text(
    "数据没有注明月份；用 --as-of 给出核算截止日即可列出各日期。", "Undated figures: give --as-of to have the days."
)
DATES = Text("日程", "Days")
AWARDS_LIST = Text("名单", "Ranking and awards")
RANKED_BY = Text("按{by}排名", "Ranked by {by}")
PLACE = Text("名次", "Place")
NAME = Text("姓名", "Name")
AWARDS = Text("所获激励", "Awards")

ADJUSTMENTS = Text("补扣", "Corrections")
ADJUSTMENTS_NOTE = Text(
    "已发周期的数字不再改动；后来的变化在这里列为补发或扣回。原因可以改选，说明可以补填。",
    "A paid period keeps its figures; what changed since is paid or deducted here. Reasons may be changed.",
)
AS_PAID = Text("本表为原已发放的数字，未重新核算。", "These are the figures as they were paid.")
TOP_UP = Text("补发", "Top-up")
DEDUCT = Text("扣回", "Deduction")
CUSTOMER = Text("客户", "Customer")
COMPANY = Text("公司", "Company")
SALES = Text("销售", "Sales")
TARGET_CHANGED = Text("目标由 {old} 改为 {new}", "Target changed from {old} to {new}")
ACTUAL_CHANGED = Text("实际业绩由 {old} 改为 {new}", "Sales changed from {old} to {new}")
BASE_CHANGED = Text("计提基数由 {old} 改为 {new}", "Pay base changed from {old} to {new}")
NEW_PERSON = Text("发放时没有此人", "Not among those paid then")
OTHERS_CHANGED = Text("团队或排名的结果变了", "The team's or the ranking's result changed")
REFUND = Text(
    "{period} 净退款 {amount} 元，按 {original} 的原提成比例 {rate} 扣回",
    "Net refund of {amount} in {period}, deducted at the rate of {original}, {rate}",
)
REFUND_LESS = Text(
    "{period} 的净退款少了 {amount} 元，补回已按 {original} 扣回的部分",
    "The net refund of {period} is {amount} smaller: what was deducted for it of {original} is given back",
)
DUES = Text("本期应付", "Payable now")
DUE_ID = Text("工号", "Employee ID")
DUE_TOTAL = Text("本期应发合计（元）", "This period's payout (CNY)")
DUE_CORRECTED = Text("补扣合计（元）", "Corrections (CNY)")
DUE_PAYABLE = Text("本期应付（元）", "Payable (CNY)")
PAYABLE_ALL = Text("本期应付（含补扣，元）", "Payable with corrections (CNY)")
EARLIER = Text("以前周期的补扣", "Corrections of paid periods")
CORRECTION_LINE = Text("{period} {kind}（元）", "{period} {kind} (CNY)")
CORRECTION_WHY = Text("原因：{reason}；{change}", "{reason}: {change}")
SCREEN_ADJUSTED = Text(
    "补扣 {count} 条，合计 {total} 元；连同本期应付 {payable} 元",
    "{count} {count:correction|corrections}, {total}; payable in all {payable}",
)
SCREEN_CLOSED = Text(
    "{period} 已发放，数字不再改动：补扣 {count} 条，合计 {total} 元",
    "{period} is paid and keeps its figures: {count} {count:correction|corrections}, {total}",
)
SCREEN_NOTICE = Text(
    "公示 {publish}，异议截止 {objections}，发放 {payment}",
    "Notice by {publish}, objections until {objections}, pay day {payment}",
)
SCREEN_STATEMENTS = Text("确认单 {count} 份", "{count} {count:statement|statements}")

FINGERPRINTS = Text("指纹", "Fingerprints")
INPUTS_PRINT = Text("输入文件", "Inputs")
PLAN_PRINT = Text("方案和选项", "Plan and options")
FIGURES_PRINT = Text("提成表数字", "Commission figures")
ADJUSTMENTS_PRINT = Text("补扣数字", "Corrections")
FINGERPRINT_NOTE = Text(
    "改动提成表的数字后，指纹就对不上了：--settled 会发现并拒绝使用。",
    "Change a figure of the commission sheet and the fingerprint no longer fits: --settled notices and refuses.",
)

STATEMENTS_HELP = Text("把每人一份的确认单写到这个文件夹。", "Write one statement a person into this folder.")
PASSWORD_HELP = Text(
    "确认单的打开密码，取自这个文件的第一行（需要 salescli[crypt]）。",
    "Protect statements by the password on the first line of this file (needs salescli[crypt]).",
)
OBJECTIONS_HELP = Text(
    "汇总这个文件夹里交回的确认单，写成异议登记表（不核算）；加 --settled 提成工作簿，列出谁没有交回。",
    "Merge the statements returned into this folder into an objection log; with --settled it lists who returned none.",
)
AS_OF_HELP = Text(
    "核算截止日，公示日程由此推算，例如 2026-09-03；不写为周期最后一天。",
    "The day the figures were closed, from which the notice counts; the period's last day by default.",
)
SETTLED_HELP = Text(
    "已发周期的提成工作簿（可重复）：其后的变化列为补扣，不改原数字。",
    "A payout workbook of a paid period (repeatable): later changes become corrections.",
)
