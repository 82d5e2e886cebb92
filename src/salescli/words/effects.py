"""Words of what strategies brought: effects, where targets come from, and why one cannot be judged."""

from salescli.words.language import Text

EFFECT = Text("成效", "Effect")
EFFECTS = {
    "effective": Text("有效", "Effective"),
    "not_yet": Text("尚未见效", "Not yet"),
    "no_data": Text("无数据", "No data"),
}
EVIDENCE = Text("依据", "Evidence")
FROM_STRATEGY = Text("策略表", "Strategy table")
FROM_SUMMARY = Text("复盘总结表", "Retrospective")
FROM_METRICS = Text("业绩达成分析表", "Metrics")
FROM_TRACKING = Text("跟踪工作簿", "Tracking workbook")
FROM_ANALYSIS = Text("分析工作簿", "Analysis workbook")
FROM_STATUS = Text("业绩现状分析表", "Present state")
TARGETS_FROM = {
    "strategy": Text("策略", "Strategy"),
    "plan": Text("计划", "Plan"),
    "summary": Text("总结", "Retrospective"),
    "direction": Text("方向", "Direction"),
}
TARGET_FROM = Text("目标来自", "Target from")
BEFORE_OF = Text("之前期间", "Before, of")
AFTER_OF = Text("之后期间", "After, of")
WAY_GONE = Text("目标进度", "Way gone")
STRATEGY_GOAL = Text("对应目标", "Goal")
WORSE = Text("比之前退步", "worse than before")
WORSE_YET_REACHED = Text(
    "比之前退步，达到目标不算策略的成效", "worse than before; that the target is reached is not its doing"
)
AS_STATED = Text("原文所写", "as stated")
READ_AS_POINTS = Text("“{text}”按百分点理解", "“{text}” is read as percentage points")
READ_AS_TIMES = Text(
    "“{text}”按对照数的 {times} 倍计算", "“{text}” is {times} {times:time|times} the figure it compares with"
)
READ_BEFORE = Text("之前的数取自策略原文", "before as the strategy states it")
WHY_NOT_BEGUN = Text("复盘周期结束时还没开始（{day}）", "not begun by the end of the period ({day})")
WHY_SEVERAL = Text(
    "对应目标里有几个数，一项策略请只写一个", "the goal has several figures; give a strategy one of its own"
)
WHY_UNREADABLE = Text(
    "读不懂“{goal}”里的数，请写成“成交率提升至12%”这样的话",
    "the figure in “{goal}” cannot be read; write it like “raise the win rate to 12%”",
)
WHY_NO_METRIC = Text("给出的工作簿里没有“{goal}”所说的指标", "no workbook has the metric that “{goal}” speaks of")
WHY_NO_WEEKLY = Text(
    "周报里没有“{goal}”所说的指标，按月的数在月度复盘里看",
    "the reports have no metric that “{goal}” speaks of; a monthly review has those by month",
)
WHY_NO_BEFORE = Text("没有{day}开始之前的数可比", "nothing to compare with from before it began ({day})")
WHY_NO_BASE = Text(
    "“{text}”要与开始（{day}）之前比，而那时的数没有给出",
    "“{text}” compares with the time before it began ({day}), of which no figure is given",
)
WHY_NO_FIGURE_OF = Text(
    "“{text}”要与{period}的{metric}比，而给出的工作簿里没有；把那一期的工作簿一起给出即可",
    "“{text}” compares with the {metric} of {period}, which no workbook has; give that period's workbook too",
)
WHY_NOT_BEFORE = Text(
    "“{text}”所比的期间不在本期之前，请连年份写明是哪一期",
    "“{text}” compares with a period that is not before this one; write which, with its year",
)
WHY_NOT_STATED = Text(
    "“{text}”要与另一期比，文字里写的前后两数不能用", "“{text}” compares with another period than the one stated"
)
WHY_NO_LEVEL = Text("只写了增减量（{text}），无法与目标比较", "only a change is stated ({text}), not the figure itself")
WHY_SPAN = Text("“{text}”的期间与本次{period}复盘不同", "“{text}” is for another span than this {period} review")
WHY_WEEKLY = Text("“{text}”没有写明是每周的数", "“{text}” does not say that it is for a week")
WHY_NOTHING_NOW = Text("本周期没有{metric}的数", "no figure of {metric} in this period")
WHY_NOTHING_SINCE = Text("开始（{day}）以来还没有数", "no figure since it began ({day})")
WHY_UNIT = Text("“{text}”的单位与{metric}不符或没有写", "the unit of “{text}” is missing or not that of {metric}")
WHY_UNCLEAR = Text("“{text}”没有说清是不高于还是不低于", "“{text}” does not say whether it is a floor or a ceiling")
WHY_BASE_ZERO = Text(
    "要比的{metric}不大于 0，算不出百分比或倍数",
    "the {metric} to compare with is not above zero, so there is no percentage of it",
)
EFFECT_NOTES = (
    Text(
        "目标依次取：策略的对应目标里写的数、计划的目标；都没有（或计划目标为 0）时看方向。"
        "达到目标为有效，否则为尚未见效。",
        "The target is the figure in the strategy's own goal, else the plan's; without either (or with a plan's of 0) "
        "the direction decides. Effective: the target is reached; else not yet.",
    ),
    Text(
        "“目标进度”是从之前到目标走了多少。之前 = 策略开始之前最后一个有数的月（周复盘为周）；"
        "之后 = 本周期最后一个有数的月。",
        "“Way gone”: from before to the target. Before: the last month with a figure that ended before the strategy "
        "began (the week, in a weekly review); after: the last month of the period with one.",
    ),
    Text(
        "“提升10%”相对之前计算，比率则按百分点；“增加60家”加在之前的数上；翻一番、两成、一半、三分之一、几倍乘之前的数，"
        "比率也是。",
        "“Up 10 %” is relative to before, for a rate it is points; “60 more” are added to before; doubled, by a fifth, "
        "to a half multiply it, rates too.",
    ),
    Text(
        "写明同比、环比、比去年、较上月、比7月的，与那一期比，“之前期间”即那一期。",
        "Year on year, over last month and over July compare with that period, which is then “before”.",
    ),
    Text(
        "指标按全名对应，比率只对应比率。读不懂或对不上的为无数据，“依据”写明原因。",
        "Metrics are matched by their whole names, a rate only by a rate. What cannot be read or matched is “No data”, "
        "and “Evidence” says why.",
    ),
)
EFFECT_NOTE = Text("".join(note.zh for note in EFFECT_NOTES), " ".join(note.en for note in EFFECT_NOTES))
