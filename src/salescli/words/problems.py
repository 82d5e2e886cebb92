"""Words of problems: what to do first, and why each item was missed."""

from salescli.words.language import Text

QUADRANTS = {
    "quick_win": Text("速赢：立即做", "Quick win: do now"),
    "big_project": Text("攻坚：立项做", "Big project: plan it"),
    "fill_in": Text("顺手：有空做", "Fill-in: when time allows"),
    "later": Text("暂缓", "Later"),
}
ATTENTION = {
    "now": Text("重要且紧急：马上处理", "Important and urgent: now"),
    "plan": Text("重要不紧急：排入计划", "Important: schedule it"),
    "delegate": Text("紧急不重要：授权处理", "Urgent: delegate it"),
    "drop": Text("不重要不紧急：少做", "Neither: do less of it"),
}
PROBLEM_ORDER = Text("问题优先级", "Problem priorities")
ABOUT_PROBLEM_ORDER = Text("先做哪个：四象限", "What to do first: quadrants")
PROBLEM_ORDER_NOTE = Text(
    "易度 = 6 − 难度；4 分及以上为高，3 分不算高。先做影响大又容易的，同一象限内按影响、易度排列。",
    "Ease = 6 − difficulty; 4 and above is high, 3 is not. High impact and easy come first, "
    "within a quadrant by impact and ease.",
)
RANK = Text("顺序", "Order")
PROBLEM = Text("问题", "Problem")
IMPACT = Text("影响力", "Impact score")
EASE = Text("易度", "Ease")
QUADRANT = Text("象限", "Quadrant")
IMPORTANCE = Text("重要性", "Importance score")
URGENCY = Text("紧急性", "Urgency score")
ATTENTION_HEADER = Text("重要与紧急", "Importance and urgency")
CHART_QUADRANTS = Text("影响 × 易度：右上角先做", "Impact × ease: the upper right comes first")
CHART_ATTENTION = Text("重要 × 紧急：右上角马上处理", "Importance × urgency: the upper right comes first")
WHYS = Text("5-Why分析", "Five whys")
ABOUT_WHYS = Text("未达标项追问为什么", "Why each item was missed")
WHYS_NOTE = Text(
    "每个未达标项一行；〔自动〕由数据算出，其余为填写的原话；空白处请在会上追问补全。",
    "One row per missed item; [auto] is computed from the data, the rest is as written; "
    "fill the blanks in the meeting.",
)
WHY_ITEM = Text("未达标项", "Missed item")
WHY_FINDING = Text("现状", "Finding")
WHY = Text("第{number}问", "Answer {number}")
WHY_ROOT = Text("根本原因", "Root of it")
WHY_REMEDY = Text("改进对策", "Countermeasure")
WHY_SHORT = Text("{cut}“{name}”差 {missing} 元，缺口最大", "{cut} {name} is short most, by {missing}")
WHY_NOTE = Text("备注：{note}", "Note: {note}")
WHY_PROCESS = Text("{step} {value}，团队中位数 {median}", "{step} {value}, the team's median is {median}")
FOUND_BEHIND = Text("实际 {actual}，目标 {target}，达成 {achievement}", "{actual} of {target}, {achievement}")
FOUND_SHORT = Text("当前 {current}，目标 {target}", "{current}, target {target}")
FOUND_GAP = Text("当前 {current}，目标 {target}，差距率 {rate}", "{current}, target {target}, gap {rate}")
FOUND_WEAKEST = Text(
    "转化率 {rate}，应为 {should}，全漏斗最弱", "converts {rate} instead of {should}, the weakest stage"
)
FOUND_LOWEST = Text("转化率 {rate}，全漏斗最低{should}", "converts {rate}, the lowest of all stages{should}")
FOUND_OVERDUE = Text("平均停留超标准 {days} 天", "{days} {days:day|days} beyond its standard")
FUNNEL_ITEM = Text("漏斗 · {stage}", "Funnel · {stage}")
AND = Text("；", "; ")
