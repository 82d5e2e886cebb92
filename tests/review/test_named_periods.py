"""Goals that name the month or quarter they compare with: its figure counts, and no other one ever stands for it."""

from pathlib import Path

import pytest

from tests.review.test_measures import MONTHLY
from tests.review.test_verdicts import judged
from tests.review.test_whole_spans import MONTHLY as TWO_QUARTERS

SINCE_JUNE = MONTHLY + "| 2026-06 | 华东 | A产品 | 小张 | 70,000 | 60,000 |\n"
"""Sales of June 60,000, of July and August 90,000."""


@pytest.mark.parametrize(
    ("goal", "target", "effect", "way"),
    [
        ("销售额达到6月的1.5倍", "90000.00", "effective", "1.000000"),  # 60,000 × 1.5
        ("销售额达到2026年6月的1.6倍", "96000.00", "not_yet", "0.833333"),  # 30,000 of 36,000
        ("销售额达到今年六月份的1.6倍", "96000.00", "not_yet", "0.833333"),
        ("销售额是2026-06的1.5倍", "90000.00", "effective", "1.000000"),
        ("8月销售额比6月增长50%", "90000.00", "effective", "1.000000"),
        ("8月底前销售额较6月提升六成", "96000.00", "not_yet", "0.833333"),
        ("销售额超过6月20%", "72000.00", "effective", "2.500000"),  # 30,000 of 12,000
        ("销售额在6月的基础上提升20%", "72000.00", "effective", "2.500000"),
        ("销售额比6月增加4万元", "100000.00", "not_yet", "0.750000"),
        ("销售额不低于6月", "60000.00", "effective", None),
        ("销售额恢复到6月水平", "60000.00", "effective", None),
        ("销售额与6月持平", "60000.00", "effective", None),
        ("销售额达到6月的160%", "96000.00", "not_yet", "0.833333"),
        ("raise sales by 60% over June", "96000.00", "not_yet", "0.833333"),
        ("raise sales to 150% of June's", "90000.00", "effective", "1.000000"),
    ],
)
def test_the_month_that_is_named_counts(tmp_path: Path, goal: str, target: str, effect: str, way: str | None) -> None:
    row = judged(tmp_path, goal, 月度跟踪=SINCE_JUNE)
    assert (row["target"], row["effect"], row["way"]) == (target, effect, way), row["why"]
    assert (row["before"], row["before_period"], row["after_period"]) == ("60000.00", "2026-06", "2026-08")


@pytest.mark.parametrize(
    ("goal", "why"),
    [
        ("销售额达到5月的1.2倍", "“销售额达到5月的1.2倍” compares with the 销售额 of May 2026"),
        ("销售额比去年6月增长10%", "of Jun 2025"),
        ("销售额达到12月的1.2倍", "of Dec 2025"),  # the last December before August
        ("销售额不低于2025年7月", "of Jul 2025"),
        ("销售额比2024年同期增长10%", "of Aug 2024"),
        ("销售额达到8月的1.2倍", "write which, with its year"),
        ("销售额比2026年9月增长10%", "write which, with its year"),
        ("销售额比二季度提升10%", "another span"),
        ("季度销售额比6月增长10%", "cannot be read"),
        ("销售额比6月和7月增长10%", "cannot be read"),
        ("销售额比6~7月增长10%", "cannot be read"),
        ("销售额比6月有提升", "cannot be read"),  # and is not held against July
    ],
)
def test_a_month_that_is_not_known_is_never_replaced(tmp_path: Path, goal: str, why: str) -> None:
    row = judged(tmp_path, goal, 月度跟踪=SINCE_JUNE)
    assert (row["effect"], row["target"]) == ("no_data", None)
    assert why in row["why"]


@pytest.mark.parametrize(
    "goal", ["9月销售额提升至9万元", "销售额在8月达到9万元", "8月底前销售额达到9万元", "2026年Q3销售额达到9万元"]
)
def test_when_something_is_to_be_reached_is_no_comparison(tmp_path: Path, goal: str) -> None:
    row = judged(tmp_path, goal, 月度跟踪=SINCE_JUNE)
    assert (row["target"], row["before_period"], row["effect"]) == ("90000.00", "2026-07", "effective")


@pytest.mark.parametrize(
    ("goal", "before", "target"),
    [
        ("销售额达到二季度的2倍", "2026Q2", "500000.00"),  # (90 + 100 + 60) thousand × 2
        ("销售额比Q2增长120%", "2026Q2", "550000.00"),
        ("销售额达到7月的1.2倍", "2026-07", "180000.00"),  # September's 220,000 against July's 150,000
    ],
)
def test_of_a_quarter_under_review_both_can_be_named(tmp_path: Path, goal: str, before: str, target: str) -> None:
    row = judged(tmp_path, goal, start="2026-07-01", period="2026Q3", 月度跟踪=TWO_QUARTERS)
    assert (row["before_period"], row["target"], row["effect"]) == (before, target, "effective"), row["why"]
