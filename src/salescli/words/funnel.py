"""Words of the sales funnel: its weakest stage, and the counts that a target takes."""

from salescli.words.language import Text

FUNNEL_NEEDED = Text("漏斗与目标", "Funnel and target")
ABOUT_FUNNEL_NEEDED = Text("最弱阶段，达标还差多少", "Weakest stage, counts for the target")
FUNNEL_COUNT = Text("现有", "Now")
FUNNEL_RATE = Text("本期转化", "Converts")
FUNNEL_SHOULD = Text("应有转化", "Should convert")
FUNNEL_LAG = Text("较应有", "Against it")
FUNNEL_FROM = Text("依据", "By")
FUNNEL_STANDARD = Text("标准", "standard")
FUNNEL_HISTORY = Text("上期", "previous period")
FUNNEL_WEAKEST = Text("结论", "Verdict")
WEAKEST = Text("最弱", "weakest")
FUNNEL_TO_REACH = Text("达标所需", "Needed")
FUNNEL_SHORT = Text("还差", "Missing")
FUNNEL_PAD = Text("图：留白", "Chart: margin")
FUNNEL_NOTE = Text(
    "最弱阶段：本期转化 ÷ 应有转化（标准转化率，没有则取上期）最低且不足 1 的阶段；都没有时取转化率最低的阶段。"
    "达标所需：从目标逐级倒推，所需 ÷ 本期转化，逐级向上取整。",
    "Weakest: the lowest conversion against its standard, else against the previous period, if below it; with neither, "
    "the lowest conversion. Needed: worked back from the target, needed ÷ conversion, rounded up at every stage.",
)
FUNNEL_NO_TARGET = Text(
    "没有成单目标，“达标所需”留空；请用 --deals-target 给出，或在业绩达成分析表里填“成单数”的目标。",
    "There is no target of deals, so what is needed stays blank; give --deals-target, or a target of 成单数 "
    "in the metrics table.",
)
SCREEN_FUNNEL_NEEDED = Text("达标还差：{parts}", "Missing for the target: {parts}")
SCREEN_PART = Text("{name} {count}", "{name} {count}")
SCREEN_WEAKEST = Text("最弱阶段：{stage}（{rate}）", "Weakest stage: {stage} ({rate})")
