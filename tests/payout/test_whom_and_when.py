"""Rules for some positions, in force for some time, or measured over more than a month."""

from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.measure.period import parse_period
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions, payout
from salescli.table.outcome import Outcome
from tests.parity import assert_parity
from tests.payout.sheets import BASIC, HEAD, amounts, codes, paid
from tests.sheets import workbook

MONTHS = "| 月份 | 区域 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) |\n"
THREE = MONTHS + (
    "| 2026-07 | 华东 | 01 | 小张 | 100,000 | 100,000 |\n"
    "| 2026-07 | 华东 | 02 | 老王 | 100,000 | 80,000 |\n"
    "| 2026-08 | 华东 | 01 | 小张 | 100,000 | 90,000 |\n"
    "| 2026-08 | 华东 | 02 | 老王 | 100,000 | 100,000 |\n"
    "| 2026-09 | 华东 | 01 | 小张 | 100,000 | 120,000 |\n"
    "| 2026-09 | 华东 | 02 | 老王 | 100,000 | 119,999.99 |\n"
)
ROSTER = (
    "| 工号 | 销售员 | 区域 | 岗位 | 入职日期 | 离职日期 |\n"
    "| 01 | 小张 | 华东 | 销售员 | | |\n"
    "| 02 | 老王 | 华东 | 销售经理 | | |\n"
)
DATED = "| 激励层级 | 触发条件 | 激励方式 | 适用对象 | 生效日期 | 失效日期 |\n"


def run(folder: Path, period: str, plan: str, monthly: str = THREE, **sheets: str) -> Outcome[PayoutResult]:
    tracking = workbook(folder / "跟踪.xlsx", {"月度跟踪": monthly, **sheets})
    incentive = workbook(folder / "方案.xlsx", {"销售激励方案对照表": plan})
    options = PayoutOptions(parse_period(period))
    return payout(tracking, incentive, folder / "o.xlsx", options=options, run=RunOptions(force=True))


def test_tiers_by_position(tmp_path: Path) -> None:
    """July: the manager's 80,000 at 3 %, the salesman's 100,000 at 1.5 %."""
    plan = HEAD + "| 经理档 | ≥80% | 提成3% | 销售经理 |\n| 员工档 | ≥80% | 提成1.5% | 销售员岗位 |\n"
    plan = plan.replace("销售员岗位", "大客户专员、销售代表")
    roster = ROSTER.replace("| 销售员 | | |", "| 大客户专员 | | |")
    people = paid(run(tmp_path, "2026-07", plan, 销售员名册=roster))
    assert {name: str(one.total) for name, one in people.items()} == {"小张": "1500.00", "老王": "2400.00"}


def test_a_position_of_one_region_only(tmp_path: Path) -> None:
    plan = HEAD + "| 经理档 | ≥80% | 提成3% | 华东销售经理 |\n| 其他 | ≥80% | 提成1% | 华北销售经理 |\n"
    outcome = run(tmp_path, "2026-07", plan, 销售员名册=ROSTER)
    assert str(paid(outcome)["老王"].total) == "2400.00"
    assert "plan-nobody" in codes(outcome)  # there is no manager in the north


def test_without_a_roster_a_rule_by_position_is_not_worked_out(tmp_path: Path) -> None:
    outcome = run(tmp_path, "2026-07", HEAD + BASIC + "| 经理 | ≥100% | 提成3% | 销售经理 |\n")
    assert "payout-not-computed" in codes(outcome)
    assert str(paid(outcome)["老王"].total) == "1200.00"


def test_who_has_no_position_is_named(tmp_path: Path) -> None:
    roster = ROSTER.replace("| 01 | 小张 | 华东 | 销售员 | | |\n", "")
    outcome = run(tmp_path, "2026-07", HEAD + BASIC.replace("全体销售员", "销售经理"), 销售员名册=roster)
    assert "payout-position-unknown" in codes(outcome)


def test_who_sold_before_they_came_or_after_they_left_is_named(tmp_path: Path) -> None:
    roster = ROSTER.replace("| 销售员 | | |", "| 销售员 | 2026-08-10 | 2026-08-31 |")
    outcome = run(tmp_path, "2026Q3", HEAD + BASIC, 销售员名册=roster)
    (found,) = [item for item in outcome.problems if item.code.name == "payout-not-employed"]
    assert found.details["months"] == ("2026-07", "2026-09")


def test_each_month_goes_by_the_rules_in_force_in_it(tmp_path: Path) -> None:
    """小张: 100,000 at 1.5 %, then 90,000 and 120,000 at 2 %; 老王: 80,000, then 100,000 and 119,999.99."""
    plan = DATED + (
        "| 旧 | ≥80% | 提成1.5% | 全体销售员 | | 2026-07-31 |\n| 新 | ≥80% | 提成2% | 全体销售员 | 2026-08-01 | |\n"
    )
    people = paid(run(tmp_path, "2026Q3", plan))
    assert {name: str(one.total) for name, one in people.items()} == {"小张": "5700.00", "老王": "5600.00"}


@pytest.mark.parity
def test_every_formula_of_dated_and_quarterly_rules_gives_the_engines_figure(tmp_path: Path) -> None:
    plan = DATED + (
        "| 旧 | ≥80% | 提成1.5% | 全体销售员 | | 2026-07-31 |\n"
        "| 新 | ≥80% | 提成2% | 大客户专员、销售经理 | 2026-08-01 | |\n"
        "| 团队 | 区域整体达成率≥80% | 区域人均奖励50元 | 所在区域全体成员 | 2026-09-01 | |\n"
        "| 季度 | 季度达成率≥90% | 奖金500元 | 全体销售员 | | |\n"
        "| 季度之星 | 季度排名 | 季度TOP2分别奖励500元、300元 | 全体销售员 | | |\n"
    )
    roster = ROSTER.replace("| 销售员 | | |", "| 大客户专员 | | |")
    outcome = run(tmp_path, "2026Q3", plan, 销售员名册=roster)
    # 小张: 1,500; 1,800; 2,400 and the region's 50 (239,999.99 of 200,000), 500 for the quarter, first of two
    assert str(paid(outcome)["小张"].total) == "6750.00"
    assert_parity(*outcome.outputs)


def test_a_tier_that_comes_later_joins_those_in_force(tmp_path: Path) -> None:
    """August: 100,000 still at 1.5 %; September: 120,000 at 3 %, since the tier of 120 % is in force."""
    plan = DATED + (
        "| 基础 | ≥80% | 提成1.5% | 全体销售员 | | |\n| 冲刺 | ≥120% | 提成3% | 全体销售员 | 2026-09-01 | |\n"
    )
    one = paid(run(tmp_path, "2026Q3", plan))["小张"]
    assert [str(part.commission) for part in one.parts] == ["1500.00", "1350.00", "3600.00"]


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ("2026-08-15 | ", "plan-since-within-month"),
        (" | 2026-08-15", "plan-until-within-month"),
        ("2026-09-01 | 2026-07-31", "plan-dates-cross"),
    ],
)
def test_dates_that_cut_a_month_are_errors(tmp_path: Path, dates: str, code: str) -> None:
    assert code in codes(run(tmp_path, "2026-08", DATED + f"| 档 | ≥80% | 提成2% | 全体销售员 | {dates} |\n"))


def test_dates_need_figures_with_months(tmp_path: Path) -> None:
    plan = DATED + "| 档 | ≥80% | 提成2% | 全体销售员 | 2026-08-01 | |\n"
    tracking = workbook(
        tmp_path / "t.xlsx",
        {"月度跟踪": THREE.split("\n")[0].replace("| 月份 ", "") + "\n| 华东 | 01 | 小张 | 1 | 1 |"},
    )
    outcome = payout(tracking, workbook(tmp_path / "p.xlsx", {"销售激励方案对照表": plan}))
    assert "plan-dates-need-months" in codes(outcome)
    dated = payout(tracking, tmp_path / "p.xlsx", options=PayoutOptions(parse_period("2026-08")))
    assert not dated.blocked


def test_a_bonus_for_the_quarter_is_paid_once_over_its_sums(tmp_path: Path) -> None:
    """小张 310,000 of 300,000; 老王 299,999.99, a fen short. Months pay 1.5 % of what reached 80 % (all did)."""
    plan = HEAD + BASIC + "| 季度奖 | 季度达成率≥100% | 奖金5000元 | 全体销售员 |\n"
    people = paid(run(tmp_path, "2026Q3", plan))
    assert amounts(people["小张"])["bonus"] == "5000.00"
    assert amounts(people["老王"]) == {"commission": "4500.00", "bonus": "0.00", "team": "0.00", "total": "4500.00"}
    assert "payout-ranking-waits" in codes(run(tmp_path, "2026-09", plan))


def test_two_rates_on_the_same_sales_are_an_error(tmp_path: Path) -> None:
    plan = HEAD + BASIC + "| 季度提成 | 季度达成率≥100% | 提成1% | 全体销售员 |\n"
    assert "plan-two-rates" in codes(run(tmp_path, "2026Q3", plan))


def test_prizes_of_the_year(tmp_path: Path) -> None:
    rows = "".join(
        f"| 2026-{month:02} | 华东 | {number} | {name} | 100 | {sold} |\n"
        for month in range(1, 13)
        for number, name, sold in (("01", "小张", 100), ("02", "老王", 90))
    )
    plan = HEAD + "| 年度冠军 | 年度销售额前2 | 分别奖励9000元、4000元 | 全体销售员 |\n"
    people = paid(run(tmp_path, "2026", plan, MONTHS + rows))
    assert [str(one.total) for one in people.values()] == ["9000.00", "4000.00"]
    assert "payout-ranking-waits" in codes(run(tmp_path, "2026Q4", plan, MONTHS + rows))


def test_a_prize_whose_dates_cut_its_quarter_is_an_error(tmp_path: Path) -> None:
    plan = DATED + "| 季度之星 | 季度排名 | 季度TOP1奖励500元 | 全体销售员 | 2026-08-01 | |\n"
    plan = plan.replace("季度TOP1奖励500元", "季度TOP2分别奖励500元、300元")
    assert "plan-dates-cut-span" in codes(run(tmp_path, "2026Q3", plan))


def test_every_cell_of_a_row_that_is_not_understood_is_named_at_once(tmp_path: Path) -> None:
    outcome = run(tmp_path, "2026-07", HEAD + "| 谜 | 心情好 | 看着给 | 火星人 |\n")
    assert [(item.code.name, item.place.cell) for item in outcome.problems] == [
        ("plan-condition", "B2"),
        ("plan-reward", "C2"),
        ("plan-scope", "D2"),
    ]


@pytest.mark.parametrize("reward", ["季度奖金5000元", "提成2%+年度奖金5000元"])
def test_a_quarterly_reward_under_a_monthly_condition_is_not_guessed(tmp_path: Path, reward: str) -> None:
    assert codes(run(tmp_path, "2026-07", HEAD + f"| 奖 | ≥100% | {reward} | 全体销售员 |\n"))[0] == "plan-span-unclear"
    assert "plan-span-unclear" not in codes(
        run(tmp_path, "2026Q3", HEAD + "| 奖 | 季度达成率≥100% | 季度奖金5000元 | 全体销售员 |\n")
    )


def test_who_joins_moves_or_leaves_within_the_quarter_is_paid_for_the_months_they_were_there(tmp_path: Path) -> None:
    """小张 moves to 华南 in August and takes the team award of where they are in each month; 新人 comes in August;
    老王 leaves after July. 110 %: 华东 in July 220,000 of 200,000; 华南 in August 210,000 of 150,000."""
    rows = MONTHS + (
        "| 2026-07 | 华东 | 01 | 小张 | 100,000 | 120,000 |\n"
        "| 2026-07 | 华东 | 02 | 老王 | 100,000 | 100,000 |\n"
        "| 2026-08 | 华南 | 01 | 小张 | 100,000 | 160,000 |\n"
        "| 2026-08 | 华南 | 03 | 新人甲 | 50,000 | 50,000 |\n"
        "| 2026-09 | 华南 | 01 | 小张 | 100,000 | 70,000 |\n"
        "| 2026-09 | 华南 | 03 | 新人甲 | 50,000 | 60,000 |\n"
    )
    plan = HEAD + (
        "| 档 | ≥80% | 提成1% | 全体销售员 |\n"
        "| 团队 | 区域整体达成率≥110% | 区域人均奖励500元 | 所在区域全体成员 |\n"
        "| 季度之星 | 季度排名 | 季度TOP2分别奖励900元、300元 | 全体销售员 |\n"
    )
    roster = (
        "| 工号 | 销售员 | 区域 | 入职日期 | 离职日期 |\n| 01 | 小张 | 华南 | | |\n"
        "| 02 | 老王 | 华东 | | 2026-07-20 |\n| 03 | 新人甲 | 华南 | 2026-08-03 | |\n"
    )
    outcome = run(tmp_path, "2026Q3", plan, rows, 销售员名册=roster)
    people = paid(outcome)
    assert "payout-not-employed" not in codes(outcome)
    # 小张: 1,200 + 1,600 (70 % in September earns none), two team awards, first with 350,000
    assert amounts(people["小张"]) == {
        "commission": "2800.00",
        "bonus": "0.00",
        "team": "1000.00",
        "ranking": "900.00",
        "total": "4700.00",
    }
    # 新人甲: 500 + 600, the award of August, second with 110,000; 老王: 1,000 and the award of July, 100,000 is third
    assert (str(people["新人甲"].total), str(people["老王"].total)) == ("1900.00", "1500.00")
    assert (people["小张"].region, list(people["小张"].homes.values())) == ("华南", ["华东", "华南", "华南"])
