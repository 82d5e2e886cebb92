"""Words of improvement plans: gaps, milestones, and the list of who needs support."""

from salescli.words.language import Text

PLAN_SHEET = Text("改进计划 {person}", "Improvement plan {person}")
PLAN_TITLE = Text("30 天改进计划：{person}", "30-day improvement plan: {person}")
PLAN_WHY = Text("{region}，{first} 至 {last}", "{region}, {first} to {last}")
PLAN_GAPS = Text("差距", "Gaps")
PLAN_STEPS = Text("每周里程碑", "Weekly milestones")
PLAN_LIST = Text("帮扶一览", "Support list")
PLAN_LIST_NOTE = Text(
    "每位帮扶对象一行，销售额缺口最大的在前；点姓名打开其改进计划。",
    "A line for each improvement plan, the most sales short first; a click on a name opens the plan.",
)
ABOUT_PLAN_LIST = Text("谁需要帮扶、差在哪里", "Who needs support, and where they are short")
SUPPORTED = Text("帮扶对象", "Supported")
SUPPORTED_REGION = Text("区域", "Region")
SALES_SHORT = Text("销售额缺口(元)", "Sales short (CNY)")
TOTAL_SHORT = Text("合计", "Total")
GAPS_OF = Text("差距（本人与目标或团队）", "Gaps (own against target or team)")
GAP_IN_LIST = Text("{metric} {own}（对照 {base}）", "{metric} {own} (against {base})")
GAP_METRIC = Text("指标", "Metric")
GAP_ACTUAL = Text("本人", "Own")
GAP_BASE = Text("目标或团队", "Target or team")
GAP_VALUE = Text("差距", "Gap")
GAP_RATE = Text("占目标或团队", "Of target or team")
GAP_PERIOD = Text("期间", "Period")
GAP_OF = Text("{period}：", "{period}: ")
GAP_SOURCE = Text("来源", "Source")
SALES_GAP = Text("销售额(元)", "Sales (CNY)")
FROM_ATTAINMENT = Text("目标达成：低于 {near}", "Attainment: below {near}")
FROM_HELP = Text("分析：标记为帮扶", "Analysis: marked for support")
STAGE = Text("第{number}周", "Week {number}")
STEPS = (
    Text("复盘差距原因，定改进动作；{goal}", "Find the causes and agree on the steps; {goal}"),
    Text("按动作执行，主管陪访一次；{goal}", "Carry them out, one visit with the manager; {goal}"),
    Text("检查效果，调整客户与话术；{goal}", "Check the effect, adjust customers and pitch; {goal}"),
    Text("验收：{goal}", "Close: {goal}"),
)
CATCH_UP = Text("累计补回{amount}元（差额的{share}）", "make up {amount} in all ({share} of the shortfall)")
CLOSE_GAP = Text("{metric}差距缩小{share}", "{share} of the gap in {metric} closed")
PLAN_OWNER = Text("{region}负责人", "Head of {region}")
PLAN_OWNER_BARE = Text("直属主管", "Direct manager")
PLAN_NOTE = Text(
    "截止日为工作日。“改进动作”“责任人”“完成情况”“备注”由您填写，逐字保留；里程碑由数据生成，重新复盘时更新。",
    "Due dates are working days. Steps, owner, progress and note are yours and kept word for word; milestones come "
    "from the data and are renewed.",
)
