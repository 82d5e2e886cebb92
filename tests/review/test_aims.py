"""Which metric a strategy's goal speaks of: whole names, and a rate only by a rate."""

from pathlib import Path

import pytest

from salescli.measure.metric import measure_of
from salescli.review.aims import closeness
from tests.review.documents import run, section

HEAD = "| 策略名称 | 对应目标 | 具体动作 | 责任人 | 开始时间 | 截止时间 | 当前进度 |\n"


@pytest.mark.parametrize(
    ("metric", "goal", "expected"),
    [
        ("转化率", "提升转化率", True),
        ("客户转化率", "提升转化率", True),
        ("转化率", "把转化率提升至12%", True),
        ("转化率", "7月底前，转化率达到12%", True),
        ("成交率", "提升转化率", True),  # the plan's metrics know both names
        ("平均客单价", "提高客单价", True),
        ("新客户数量", "新客户", True),
        ("新客数量", "新客户", True),
        ("客户满意度", "提升满意度", True),
        ("Win rate", "raise the conversion rate to 12%", True),
        ("新客户", "提升新客户转化率", False),
        ("转化率", "提升新客户转化率", False),
        ("回款", "提升回款率", False),
        ("回款率", "提升回款额", False),
        ("客户满意度", "提升新客户满意度", False),
        ("业绩", "提升业绩增长率", False),
        ("业绩增长率", "提升业绩增长率", True),
        ("业绩达成率", "提升业绩达成率", True),
        ("转化率", "提升", False),
        ("转化率", None, False),
    ],
)
def test_which_metric_a_goal_speaks_of(metric: str, goal: str | None, expected: bool) -> None:
    assert (closeness(metric, measure_of(metric, None), goal) is not None) is expected


def test_the_very_name_comes_before_a_fuller_one() -> None:
    names = ("转化率", "客户转化率", "新客户转化率")
    assert [closeness(name, measure_of(name, None), "提升转化率") for name in names] == [0, 1, 2]


def test_strategies_are_judged_by_their_own_metric(tmp_path: Path) -> None:
    metrics = (
        "| 指标 | 团队目标 | 团队实际 | 上期实际 |\n"
        "| 成单数 | 0 | 9 | 12 |\n"  # fell; a target of zero is none
        "| 退单数 | 0 | 9 | 12 |\n"  # fell, and low is good
        "| 回款 | 100万 | 120万 | 90万 |\n"
        "| 新客户 | 30家 | 31家 | 20家 |"
    )
    goals = ("增加成单数", "降低退单数", "提升回款率", "提升新客户转化率", "增加新客户")
    table = HEAD + "\n".join(
        f"| 策略{at} | {goal} | 做 | 甲 | 2023-07-01 | 2023-07-31 | 进行中 |" for at, goal in enumerate(goals)
    )
    given = {"业绩达成分析表": metrics, "策略执行跟踪表": table}
    rows = {row["goal"]: row for row in section(run(tmp_path, given, period="2023-07"), "strategies")}
    assert [(goal, rows[goal]["effect"]) for goal in goals] == [
        ("增加成单数", "not_yet"),
        ("降低退单数", "effective"),
        ("提升回款率", "no_data"),
        ("提升新客户转化率", "no_data"),
        ("增加新客户", "effective"),  # 31 of 30
    ]
