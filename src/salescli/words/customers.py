"""Words of customers: their classes, what each brings, and whom to call."""

from salescli.words.language import Text

ABOUT_CUSTOMERS = Text("客户层级与下次联系", "Class and next contact")
CLASSES = Text("客户结构", "Customer classes")
ABOUT_CLASSES = Text("四类客户的贡献（80/20）", "What each class brings (80/20)")
CLASS = Text("客户类别", "Customer class")
CLASS_DAYS = Text("联系间隔(天)", "Contact every (days)")
CLASS_COUNT = Text("客户数量", "Number of customers")
CLASS_OF_CUSTOMERS = Text("占客户数", "Share of customers")
CLASS_AMOUNT = Text("贡献合计(元)", "Contribution (CNY)")
CLASS_SHARE = Text("占总贡献", "Share of contribution")
CLASS_DUE = Text("待联系", "To call")
CLASS_TOTAL = Text("合计", "Total")
CHART_CLASSES = Text("各类客户的贡献", "Contribution by class")
PARETO = Text(
    "贡献最大的 {vital} 个客户（占客户数 {share}）带来 80% 的贡献。",
    "The {vital} largest {vital:customer|customers} ({share} of all) {vital:brings|bring} 80 % of the contribution.",
)
TO_CALL = Text("待联系客户", "Customers to call")
ABOUT_TO_CALL = Text("超过联系间隔的客户", "Customers not called in time")
TO_CALL_NOTE = Text(
    "截至 {day}；下次联系日期 = 最近联系日期 + 该类客户的联系间隔；没有联系记录的也列出。",
    "As of {day}; next contact = last contact + the days of the class; those never called are listed too.",
)
TO_CALL_NONE = Text("没有超期未联系的客户。", "Every customer was called in time.")
OVERDUE_DAYS = Text("超期(天)", "Days late")
NEVER_CALLED = Text("无联系记录", "no contact on record")
RULE = Text("分层规则", "Rule")
RULES = {
    "strategic": Text(
        "年贡献 ≥ {amount} 元，潜力 ≥ {potential}，合作 ≥ {years} 年",
        "Contribution ≥ {amount}, potential ≥ {potential}, ≥ {years} {years:year|years}",
    ),
    "core": Text("年贡献 ≥ {core} 元", "Contribution ≥ {core}"),
    "potential": Text("潜力 ≥ {score}", "Potential ≥ {score}"),
    "opportunity": Text("其余客户", "Everyone else"),
}
SCREEN_CUSTOMERS = Text("{due} 个（截至 {day}）{names}", "{due} as of {day} {names}")
SCREEN_CLASS = Text("{level} {count} 个占 {share}", "{count} {level} bring {share}")
