"""Words of meetings: when they are held, and what is on the agenda."""

from salescli.words.language import Text

MEETINGS = Text("会议安排", "When")
MEETING = Text("会议", "Meeting")
COVERS = Text("复盘周期", "Period")
PLANNED = Text("例定日期", "By rule")
HELD = Text("召开日期", "Held on")
MOVED_TO = Text("说明", "Remark")
THIS_REVIEW = Text("本次{rhythm}复盘", "This {rhythm} review")
NEXT_REVIEW = Text("下一次{rhythm}复盘", "Next {rhythm} review")
POSTPONED = Text("非工作日，顺延 {days} 天", "Not a working day, {days} {days:day|days} later")
RULE = Text(
    "周度周一，月度每月 5 日，季度在下季首月 10 日", "Weekly on Monday, monthly on the 5th, quarterly on the 10th"
)
AGENDA_BLOCK = Text("议程", "Agenda")
TOPIC_ATTAINMENT = Text("目标达成与差距", "Attainment and gaps")
TOPIC_STRATEGIES = Text("策略效果与逾期", "Strategies: effect and overdue")
TOPIC_INCENTIVES = Text("激励效果", "Incentives")
TOPIC_LESSONS = Text("经验与改进", "Lessons")
TOPIC_PLANS = Text("帮扶改进计划", "Improvement plans")
TOPIC_ACTIONS = Text("下期行动与责任人", "Follow-ups and owners")
EVERYONE = Text("销售负责人、各区域负责人", "Head of sales, heads of regions")
FINANCE = Text("销售负责人、人力与财务", "Head of sales, HR and finance")
MEETING_NOTE = Text(
    "“参与人”“会议记录”由您填写，逐字保留。遇休息日按公司日历顺延到下一个工作日。",
    "Who and minutes taken are yours and kept word for word. A day off moves to the next working day.",
)
