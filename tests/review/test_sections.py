"""Each section, worked by hand from the documents' tables."""

from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.payout.run import payout
from salescli.review.run import review
from salescli.table.errors import CannotRun
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.analyze.documents import METRICS, STATUS
from tests.review.documents import FOLLOW_UPS, PAYOUT, SHEETS, STRATEGY, SUMMARY, TRACKING, codes, run, section
from tests.sheets import workbook

MONTHLY = "月度目标分解与跟踪表"


def test_attainment_by_month_by_region_and_in_all(tmp_path: Path) -> None:
    rows = section(run(tmp_path, SHEETS), "achievement")
    assert [(row["month"], row["region"], row["actual"], row["achievement"], row["status"]) for row in rows] == [
        ("2023-07", None, "1035000.00", "0.796154", "behind"),  # of 1,300,000
        ("2023-08", None, "1620000.00", "0.952941", "near"),  # of 1,700,000
        (None, "华东", "1575000.00", "1.050000", "exceeded"),  # of 1,500,000
        (None, "华南", "750000.00", "0.625000", "behind"),  # of 1,200,000
        (None, "华北", "330000.00", "1.100000", "exceeded"),  # of 300,000
        (None, None, "2655000.00", "0.885000", "near"),  # of 3,000,000
    ]


def test_who_missed_a_high_target(tmp_path: Path) -> None:
    # the average target is 1,000,000: 小张 1,500,000 and 小李 1,200,000 are above it, only 小李 is behind
    rows = section(run(tmp_path, SHEETS), "high_target_behind")
    assert [(row["person"], row["target"], row["achievement"]) for row in rows] == [("小李", "1200000.00", "0.625000")]


def test_strategies_against_the_end_of_the_period(tmp_path: Path) -> None:
    july = section(run(tmp_path, SHEETS, period="2023-07"), "strategies")
    assert [(row["strategy"], row["progress"], row["overdue_days"]) for row in july] == [
        ("优化客户跟进SOP", "running", 16),  # due 15 July, seen from 31 July
        ("上线会员积分体系", "not_started", 0),  # due 10 August
        ("渠道拓展", "done", 0),
    ]
    quarter = section(run(tmp_path, SHEETS), "strategies")
    assert {row["strategy"]: row["overdue"] for row in quarter} == {
        "优化客户跟进SOP": True,
        "上线会员积分体系": True,
        "渠道拓展": False,
    }


def test_a_strategy_is_not_overdue_on_its_last_day(tmp_path: Path) -> None:
    table = "| 策略名称 | 责任人 | 开始时间 | 截止时间 | 当前进度 |\n| 甲 | 小张 | 2023-07-01 | 2023-07-31 | 进行中 |"
    rows = section(run(tmp_path, {"策略执行跟踪表": table}, period="2023-07"), "strategies")
    assert [row["overdue"] for row in rows] == [False]


def test_incentives(tmp_path: Path) -> None:
    rows = section(run(tmp_path, SHEETS), "incentives")
    expected = {"people": 3, "earned": 2, "total": "25900.00", "base": "1620000.00", "cost_rate": "0.015988"}
    assert [row["period"] for row in rows] == ["2023-08", None]
    assert all(row | expected == row for row in rows)


def test_incentives_of_a_real_commission_sheet(tmp_path: Path) -> None:
    tracking = workbook(tmp_path / "跟踪.xlsx", {MONTHLY: TRACKING})
    tiers = "| 激励层级 | 触发条件(月度达成率) | 激励方式 | 适用对象 |\n"
    plan = workbook(
        tmp_path / "方案.xlsx", {"销售激励方案对照表": tiers + "| 基础达标奖 | ≥80% | 提成比例1% | 全体销售员 |"}
    )
    paid = tmp_path / "提成.xlsx"
    payout(tracking, plan, paid, run=RunOptions())
    rows = section(review([paid], period="2023Q3"), "incentives")
    # August: 1 % of 840,000 and of 330,000
    assert [(row["period"], row["earned"], row["total"]) for row in rows] == [
        ("2023-08", 2, "11700.00"),
        (None, 2, "11700.00"),
    ]


def test_payouts_of_other_periods_are_not_counted(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"提成表": PAYOUT}, period="2023Q2")
    assert section(outcome, "incentives") == []
    assert "outside-period" in codes(outcome)


def test_a_month_and_its_quarter_are_not_paid_twice(tmp_path: Path) -> None:
    quarter = PAYOUT.replace("| 2023-08 |", "| 2023Q3 |")
    outcome = run(tmp_path, {"提成表": PAYOUT}, {"提成表": quarter})
    assert codes(outcome, Severity.ERROR) == ["payouts-overlap"]
    july = PAYOUT.replace("| 2023-08 |", "| 2023年7月 |")
    rows = section(run(tmp_path, {"提成表": PAYOUT}, {"提成表": july}), "incentives")
    assert [(row["period"], row["people"], row["total"]) for row in rows] == [
        ("2023-07", 3, "25900.00"),
        ("2023-08", 3, "25900.00"),
        (None, 3, "51800.00"),
    ]


def test_metrics_gaps_and_stated_indicators(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"业绩达成分析表": METRICS, "业绩现状分析表": STATUS, "复盘总结表": SUMMARY})
    assert [row["achievement"] for row in section(outcome, "metrics")] == ["0.946667", "0.800000", "1.040000"]
    assert [row["gap_rate"] for row in section(outcome, "status")] == ["0.200000", "0.333333", "0.250000", "0.250000"]
    stated = section(outcome, "indicators")
    assert [(row["metric"], row["change"], row["target"], row["status"]) for row in stated] == [
        ("转化率", "0.010000", "0.120000", "behind"),
        ("新客数量", "20", "150", None),
    ]


def test_actions_open_ones_carried_and_unfinished_strategies_added(tmp_path: Path) -> None:
    outcome = run(tmp_path, SHEETS, period="2023-07")
    rows = section(outcome, "actions")
    assert [(row["action"], row["owner"], row["due"], row["status"], row["carried"]) for row in rows] == [
        ("招聘两名销售", "销售经理", "2023-07-31", "running", True),
        ("优化客户跟进SOP", "销售经理", "2023-07-15", "running", False),
        ("上线会员积分体系", "客户运营", "2023-08-10", "not_started", False),
    ]
    assert (rows[0]["detail"], rows[0]["note"]) == ("已面试3人", "优先华南")
    assert "finished-before" in codes(outcome)


def test_what_is_lacking_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"策略执行跟踪表": STRATEGY})
    assert not outcome.blocked
    missing = {item.details["table"] for item in outcome.problems if item.code.name == "not-given"}
    assert {text.en for text in missing if hasattr(text, "en")} == {
        "Monthly tracking",
        "Metrics",
        "Present state",
        "Commission sheet",
        "Retrospective",
    }
    (others,) = (item for item in outcome.problems if item.code.name == "told-by-others")
    assert others.message(Lang.EN).startswith("“Follow-ups” was not given")  # its actions are the strategies
    assert section(outcome, "achievement") == []
    assert len(section(outcome, "strategies")) == 3


def test_months_without_figures_are_said(tmp_path: Path) -> None:
    outcome = run(tmp_path, {MONTHLY: TRACKING})
    (found,) = (item for item in outcome.problems if item.code.name == "review-months-missing")
    assert found.details["months"] == ("2023-09",)


def test_nothing_usable_at_all_is_an_error(tmp_path: Path) -> None:
    assert codes(review([], period="2023Q3")) == ["nothing-to-review"]
    outcome = run(tmp_path, {"通讯录": "| 姓名 | 电话 |\n| 小张 | 1 |"})
    assert outcome.blocked
    assert codes(outcome) == ["nothing-here", "nothing-to-review"]


def test_a_file_with_nothing_beside_one_with_something_is_a_warning(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"策略执行跟踪表": STRATEGY}, {"通讯录": "| 姓名 | 电话 |\n| 小张 | 1 |"})
    assert codes(outcome, Severity.WARNING) == ["nothing-here", "no-figures-given"]


@pytest.mark.parametrize("period", ["2023Q5", "七月", ""])
def test_a_period_that_is_none(tmp_path: Path, period: str) -> None:
    with pytest.raises(CannotRun) as caught:
        run(tmp_path, SHEETS, period=period)
    assert [item.code.name for item in caught.value.problems] == ["bad-review-period"]


def test_one_month_in_two_workbooks_counts_once(tmp_path: Path) -> None:
    outcome = run(tmp_path, {MONTHLY: TRACKING}, {MONTHLY: TRACKING})
    assert section(outcome, "achievement")[-1]["actual"] == "2655000.00"
    assert "given-twice" in codes(outcome)


def test_one_month_told_differently_is_an_error(tmp_path: Path) -> None:
    outcome = run(tmp_path, {MONTHLY: TRACKING}, {MONTHLY: TRACKING.replace("735,000", "753,000")})
    assert outcome.blocked
    (found,) = (item for item in outcome.problems if item.severity is Severity.ERROR)
    assert found.code.name == "given-differently"
    assert "给出1.xlsx" in found.message(Lang.EN)
    assert "给出2.xlsx" in str(found.place)


UNDATED = "| 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n| 华东 | 小张 | 80万 | 84万 |"


def test_an_undated_table_counts_in_a_single_month_only(tmp_path: Path) -> None:
    month = run(tmp_path, {MONTHLY: UNDATED}, period="2023-08")
    assert section(month, "achievement")[0]["month"] == "2023-08"
    assert "taken-as-period" in codes(month)
    quarter = run(tmp_path, {MONTHLY: UNDATED})
    assert section(quarter, "achievement") == []
    assert codes(quarter, Severity.WARNING) == ["without-period", "no-figures-given"]


def test_a_week_reviews_strategies_and_actions(tmp_path: Path) -> None:
    outcome = run(tmp_path, SHEETS, period="2023-W29")  # 17 to 23 July
    assert section(outcome, "achievement") == []
    overdue = {row["strategy"]: row["overdue_days"] for row in section(outcome, "strategies")}
    assert overdue == {"优化客户跟进SOP": 8, "上线会员积分体系": 0, "渠道拓展": 0}
    assert FOLLOW_UPS.splitlines()[3].split("|")[2].strip() in {row["action"] for row in section(outcome, "actions")}
