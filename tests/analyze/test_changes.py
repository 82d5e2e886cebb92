"""Changes: every base they may have, every reason they may be blank, and what was stated instead."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from salescli.measure.change import NoChange
from salescli.measure.metric import Measure
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.analyze.documents import HEAD, metrics, run, said

SHEET = "业绩达成分析表"


@pytest.mark.parametrize(
    ("previous", "rate", "why"),
    [
        ("50", Fraction(1, 5), None),
        ("0", None, NoChange.ZERO_BASE),
        ("-20", None, NoChange.NEGATIVE_BASE),
        ("", None, NoChange.NO_BASE),
    ],
)
def test_a_change_needs_a_base_above_zero(
    tmp_path: Path, previous: str, rate: Fraction | None, why: NoChange | None
) -> None:
    found = metrics(run(tmp_path, {SHEET: f"{HEAD}| 新客户数 | 50家 | 60家 | {previous} |  |"}))["新客户数", "team"]
    assert (found.mom.rate, found.mom.why) == (rate, why)
    assert found.yoy.why is NoChange.NO_BASE


def test_a_blank_change_is_explained(tmp_path: Path) -> None:
    outcome = run(tmp_path, {SHEET: f"{HEAD}| 新客户数 | 50家 | 60家 | 0 | 40家 |"})
    assert [name for name, _ in said(outcome)] == ["change-blank"]


def test_lower_is_better_by_name_or_by_the_direction_column(tmp_path: Path) -> None:
    table = """
| 指标 | 团队目标 | 团队实际 | 方向 |
| 新客获取成本 | 400元 | 500元 |  |
| 安装工时 | 10 | 8 | 越低越好 |
"""
    found = metrics(run(tmp_path, {SHEET: table}))
    assert found["新客获取成本", "team"].achievement == Fraction(4, 5)
    assert found["安装工时", "team"].achievement == Fraction(5, 4)
    assert [found[name, "team"].status.value for name in ("新客获取成本", "安装工时")] == ["near", "exceeded"]


def test_a_ratio_changes_in_points_too(tmp_path: Path) -> None:
    found = metrics(run(tmp_path, {SHEET: f"{HEAD}| 客户转化率 | 15% | 12% | 8% | 0.1 |"}))["客户转化率", "team"]
    assert found.measure is Measure.RATIO
    assert (found.mom.rate, found.mom.points) == (Fraction(1, 2), Fraction(4, 100))
    assert (found.yoy.rate, found.yoy.points) == (Fraction(1, 5), Fraction(2, 100))


def test_an_amount_has_no_points(tmp_path: Path) -> None:
    found = metrics(run(tmp_path, {SHEET: f"{HEAD}| 销售额 | 15万 | 12万 | 8万 | 6万 |"}))["销售额", "team"]
    assert (found.mom.points, found.yoy.points) == (None, None)


def test_a_target_of_zero_has_no_achievement(tmp_path: Path) -> None:
    found = metrics(run(tmp_path, {SHEET: f"{HEAD}| 销售额 | 0 | 12万 | 8万 | 6万 |"}))["销售额", "team"]
    assert (found.achievement, found.status.value) == (None, "no_target")


NOW = {
    SHEET: "| 指标 | 团队目标 | 团队实际 | 环比 |\n| 销售总额 | 150万 | 110万 | -8.3% |\n| 新客户数 | 30家 | 24家 |  |"
}
BEFORE = {SHEET: "| 指标 | 团队目标 | 团队实际 |\n| 销售总额 | 150万 | 120万 |\n| 拜访次数 | 90次 | 80次 |"}


def test_the_previous_workbook_gives_the_base(tmp_path: Path) -> None:
    found = metrics(run(tmp_path, NOW, previous=BEFORE))
    assert found["销售总额", "team"].mom.rate == Fraction(-1, 12)
    assert not found["销售总额", "team"].mom.stated
    assert found["新客户数", "team"].mom.why is NoChange.NO_BASE


def test_a_stated_change_is_checked_against_the_previous_workbook(tmp_path: Path) -> None:
    outcome = run(tmp_path, NOW, previous=BEFORE)
    assert "stated-unchecked" not in dict(said(outcome))
    assert said(outcome, Severity.WARNING) == []
    wrong = {SHEET: NOW[SHEET].replace("-8.3%", "-9%")}
    assert said(run(tmp_path, wrong, previous=BEFORE), Severity.WARNING) == [("stated-differs", "D2")]


def test_a_metric_of_one_period_only_is_said(tmp_path: Path) -> None:
    outcome = run(tmp_path, NOW, previous=BEFORE)
    told = [str(item.details["names"]) for item in outcome.problems if item.code.name == "only-before"]
    assert told == ["拜访次数"]


def test_the_previous_workbook_wins_over_a_base_typed_beside_it(tmp_path: Path) -> None:
    now = {SHEET: f"{HEAD}| 销售总额 | 150万 | 110万 | 100万 |  |"}
    outcome = run(tmp_path, now, previous=BEFORE)
    assert metrics(outcome)["销售总额", "team"].mom.rate == Fraction(-1, 12)  # 110 against 120, not the 100 of D2
    assert said(outcome, Severity.WARNING) == [("base-differs", "D2")]
    told = next(item for item in outcome.problems if item.code.name == "base-differs").message(Lang.ZH)
    assert "1,000,000" in told and "1,200,000" in told and "上期.xlsx" in told and "C2" in told


def test_last_years_workbook_gives_the_base_of_yoy(tmp_path: Path) -> None:
    found = metrics(run(tmp_path, NOW, last_year=BEFORE))["销售总额", "team"]
    assert (found.yoy.rate, found.last_year) == (Fraction(-1, 12), Decimal("1.2E+6"))
    assert found.mom.stated


def test_another_period_with_nothing_to_compare_is_an_error(tmp_path: Path) -> None:
    outcome = run(tmp_path, NOW, previous={"名单": "| 姓名 | 电话 |\n| 小张 | 1 |"})
    assert outcome.blocked
    assert said(outcome, Severity.ERROR) == [("no-comparison", None)]
