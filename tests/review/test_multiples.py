"""Goals that multiply a figure or name the period they compare with; every target worked by hand."""

from pathlib import Path

import pytest

from salescli.review.wanted import unreadable
from tests.review.documents import run, section
from tests.review.test_measures import MONTHLY
from tests.review.test_verdicts import HEAD, judged


@pytest.mark.parametrize(
    ("goal", "target", "effect", "way"),
    [
        ("成交率翻一番", "0.100000", "effective", "3.000000"),  # 5 % × 2; 15 of 5 points
        ("力争把成交率提升一倍", "0.100000", "effective", "3.000000"),
        ("成交率翻两番", "0.200000", "effective", "1.000000"),  # 5 % × 2 × 2
        ("成交率翻三番", "0.400000", "not_yet", "0.428571"),  # 15 of 35 points
        ("成单数翻倍", "2", "effective", "1.000000"),
        ("成单数在现有基础上翻倍", "2", "effective", "1.000000"),
        ("回款额提升一倍", "90000.00", "not_yet", "0.600000"),  # 27,000 of 45,000
        ("回款额提升六成", "72000.00", "effective", "1.000000"),
        ("回款额提升六成五", "74250.00", "not_yet", "0.923077"),  # 27,000 of 29,250
        ("回款额提升三分之一", "60000.00", "effective", "1.800000"),
        ("新客户数增长一半", "3", "effective", "1.000000"),
        ("新客户数增加到原来的2倍", "4", "not_yet", "0.500000"),
        ("新客户数增长2倍", "6", "not_yet", "0.250000"),  # twice as many more: 2 + 4
        ("销售周期降低到一半", "10", "not_yet", "0.000000"),
        ("销售周期减半", "10", "not_yet", "0.000000"),
        ("毛利率提高两成", "0.300000", "effective", "5.000000"),  # 25 % × 1.2
        ("回款率不低于八成", "0.800000", "effective", "1.000000"),  # a level
        ("回款率提升至八成五", "0.850000", "not_yet", "0.857143"),  # 30 of 35 points
        ("毛利率提高百分之三十", "0.550000", "not_yet", "0.833333"),  # as 30%: points of a rate
        ("毛利率提高十个百分点", "0.350000", "effective", "2.500000"),
        ("新客户数增加三家", "5", "not_yet", "0.333333"),
        ("double the win rate", "0.100000", "effective", "3.000000"),
        ("raise deals by a half", "2", "effective", "1.000000"),  # one and a half deals are two
        ("halve the sales cycle", "10", "not_yet", "0.000000"),
        ("grow new customers to twice what it was", "4", "not_yet", "0.500000"),
    ],
)
def test_a_multiple_of_the_figure_before(tmp_path: Path, goal: str, target: str, effect: str, way: str) -> None:
    row = judged(tmp_path, goal)
    assert (row["target"], row["effect"], row["way"]) == (target, effect, way), row["why"]
    assert (row["target_from"], row["before_period"]) == ("strategy", "2026-07")


LAST_YEAR = MONTHLY + "| 2025-08 | 华东 | A产品 | 小张 | 70,000 | 75,000 |\n"
"""Sales of August a year ago; nothing else is told of that month."""


@pytest.mark.parametrize(
    ("goal", "target", "effect", "way"),
    [
        ("销售额同比增长20%", "90000.00", "effective", "1.000000"),  # 75,000 × 1.2
        ("销售额同比增长21%", "90750.00", "not_yet", "0.952381"),  # 15,000 of 15,750
        ("销售额比去年同期高两成", "90000.00", "effective", "1.000000"),
        ("销售额超过去年20%", "90000.00", "effective", "1.000000"),
        ("销售额在去年基础上增长20%", "90000.00", "effective", "1.000000"),
        ("销售额达到去年同期的1.3倍", "97500.00", "not_yet", "0.666667"),  # 15,000 of 22,500
        ("销售额不低于去年同期的130%", "97500.00", "not_yet", "0.666667"),
        ("销售额不低于去年同期", "75000.00", "effective", None),
        ("销售额恢复到去年同期水平", "75000.00", "effective", None),
        ("销售额达到去年的八成", "60000.00", "effective", None),
        ("销售额同比增长率达到20%", "90000.00", "effective", "1.000000"),
        ("销售额比去年增加1万元", "85000.00", "effective", "1.500000"),
        ("Grow sales by 20% year on year", "90000.00", "effective", "1.000000"),
        ("raise sales to 120% of last year's", "90000.00", "effective", "1.000000"),
        ("raise sales by a fifth over last year", "90000.00", "effective", "1.000000"),
    ],
)
def test_year_on_year_is_held_against_the_month_a_year_ago(
    tmp_path: Path, goal: str, target: str, effect: str, way: str | None
) -> None:
    row = judged(tmp_path, goal, 月度跟踪=LAST_YEAR)
    assert (row["target"], row["effect"], row["way"]) == (target, effect, way), row["why"]
    assert (row["before"], row["before_period"], row["after_period"]) == ("75000.00", "2025-08", "2026-08")


def test_on_the_month_before_is_no_matter_of_when_a_strategy_began(tmp_path: Path) -> None:
    for goal in ("回款额环比增长60%", "回款额比上月增长60%", "grow collections 60% month on month"):
        row = judged(tmp_path, goal, start="2026-06-01")
        assert (row["before_period"], row["target"], row["effect"]) == ("2026-07", "72000.00", "effective"), row["why"]
    own = judged(tmp_path, "回款额增长60%", start="2026-06-01")
    assert (own["effect"], "no figure is given" in own["why"]) == ("no_data", True)


@pytest.mark.parametrize(
    ("goal", "why"),
    [
        ("新客户数同比增长10%", "compares with the 新客户数 of"),
        ("成交率同比翻一番", "2025"),
        ("销售额翻两倍", "cannot be read"),  # ×2, ×3 or ×4?
        ("销售周期降低一倍", "cannot be read"),
        ("销售额增长到一半", "cannot be read"),
        ("销售额比2024年增长20%", "cannot be read"),
        ("季度销售额比上月增长10%", "cannot be read"),  # a quarter against a month
        ("季度销售额比上季度增长10%", "another span"),
        ("成交率从4%翻一番", "cannot be read"),
        ("回款率达到三分之二", "cannot be read"),  # of what it was, or 66.7 %?
        ("bring the win rate to a quarter", "cannot be read"),
        ("销售周期缩短至三个月", "unit"),  # the metric is in days
        ("新客户数提升一倍，同比翻番", "several figures"),
    ],
)
def test_what_cannot_be_compared_says_why(tmp_path: Path, goal: str, why: str) -> None:
    row = judged(tmp_path, goal, 月度跟踪=LAST_YEAR)
    assert row["effect"] == "no_data"
    assert why.casefold() in row["why"].casefold()


def test_a_quarter_is_held_against_the_quarter_a_year_ago(tmp_path: Path) -> None:
    monthly = MONTHLY.strip().split("\n")[0] + "\n"
    for year, sales in ((2025, (10, 20, 30)), (2026, (20, 20, 35))):
        for month, amount in zip((7, 8, 9), sales, strict=True):
            monthly += f"| {year}-{month:02d} | 华东 | A产品 | 小张 | 90,000 | {amount}0,000 |\n"
    found = {goal: judged(tmp_path, goal, period="2026Q3", 月度跟踪=monthly) for goal in
             ("季度销售额同比增长四分之一", "季度销售额同比增长两成六", "销售额同比增长两成")}  # fmt: skip
    assert [
        (row["before_period"], row["before"], row["after"], row["target"], row["effect"]) for row in found.values()
    ] == [
        ("2025Q3", "600000.00", "750000.00", "750000.00", "effective"),
        ("2025Q3", "600000.00", "750000.00", "756000.00", "not_yet"),
        ("2025-09", "300000.00", "350000.00", "360000.00", "not_yet"),
    ]


def test_a_table_that_has_last_year_beside_the_figure_is_enough(tmp_path: Path) -> None:
    head = "| 指标 | 团队目标 | 团队实际 | 上期实际 | 去年同期 |\n"
    metrics = head + "| 新客户数 | 50 | 36 | 40 | 30 |\n| 投诉数 | 5 | 0 | 0 | 0 |"
    goals = ("新客户数同比增长两成", "新客户数环比增长5%", "投诉数减半")
    table = HEAD + "\n".join(
        f"| 策略{at} | {goal} | 甲 | 2026-08-01 | 2026-12-31 | 进行中 |" for at, goal in enumerate(goals)
    )
    found = run(tmp_path, {"业绩达成分析表": metrics, "策略执行跟踪表": table}, period="2026-08")
    rows = {row["goal"]: row for row in section(found, "strategies")}
    shown = {goal: (rows[goal]["before"], rows[goal]["target"], rows[goal]["effect"]) for goal in goals}
    assert shown == {
        "新客户数同比增长两成": ("30", "36", "effective"),
        "新客户数环比增长5%": ("40", "42", "not_yet"),
        "投诉数减半": ("0", None, "no_data"),
    }
    assert "not above zero" in rows["投诉数减半"]["why"]


@pytest.mark.parametrize("goal", ["提升成交率", "统一话术", "建立三级回访制度", "improve the win rate"])
def test_words_without_a_figure_are_no_unreadable_figure(goal: str) -> None:
    assert not unreadable(goal)


def test_every_text_of_the_book_reads_the_factor(tmp_path: Path) -> None:
    row = judged(tmp_path, "毛利率提高三分之一")
    assert row["target"] == "0.333333"
    assert row["reading"] == "“毛利率提高三分之一” is 4/3 times the figure it compares with"
