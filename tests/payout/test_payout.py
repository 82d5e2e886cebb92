"""From real workbooks to what everybody is paid."""

from decimal import Decimal
from pathlib import Path

from salescli.excel.intake import RunOptions
from salescli.measure.period import Month
from salescli.payout.run import PayoutOptions, payout
from salescli.table.config import Config, PayoutKeys
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.payout.sheets import BASIC, FIGURES, HEAD, MONTHLY, PLAN, amounts, codes, paid, run
from tests.sheets import workbook, written


def test_the_documents_figures(tmp_path: Path) -> None:
    outcome = run(tmp_path)
    assert codes(outcome) == []
    people = paid(outcome)
    assert amounts(people["小张"]) == {
        "commission": "16800.00",
        "bonus": "1000.00",
        "team": "0.00",
        "total": "17800.00",
    }
    assert amounts(people["小李"]) == {"commission": "0.00", "bonus": "0.00", "team": "0.00", "total": "0.00"}
    assert amounts(people["小王"]) == {
        "commission": "6600.00",
        "bonus": "1000.00",
        "team": "500.00",
        "total": "8100.00",
    }
    assert [one.tier for one in people.values()] == ["进阶激励奖", "", "进阶激励奖"]


def test_the_document_has_the_promised_shape(tmp_path: Path) -> None:
    outcome = run(tmp_path)
    assert outcome.result is not None
    document = outcome.result.document()
    assert (document["period"], document["total"], document["cost_rate"]) == (None, "25900.00", "0.015988")
    first = document["people"][0]
    assert {key: first[key] for key in list(first)[:11]} == {
        "employee_id": None,
        "person": "小张",
        "region": "华东",
        "target": "800000.00",
        "actual": "840000.00",
        "achievement": "1.050000",
        "tier": "进阶激励奖",
        "base": "840000.00",
        "rate": "0.020000",
        "components": [
            {"name": "commission", "amount": "16800.00"},
            {"name": "bonus", "amount": "1000.00"},
            {"name": "team", "amount": "0.00"},
        ],
        "total": "17800.00",
    }


def test_marginal(tmp_path: Path) -> None:
    one = paid(run(tmp_path, options=PayoutOptions(mode="marginal")))["小张"]
    assert (one.components["commission"], one.components["bonus"]) == (Decimal("3200.00"), Decimal("1000.00"))
    assert [step.figures for step in one.steps][1:3] == ["160,000 × 1.5% = 2,400.00", "40,000 × 2% = 800.00"]


def test_options_win_over_the_configuration(tmp_path: Path) -> None:
    config = Config(payout=PayoutKeys(mode="marginal", bonus="stack"))
    assert paid(run(tmp_path, config=config))["小张"].components["commission"] == Decimal("3200.00")
    wanted = PayoutOptions(mode="whole")
    assert paid(run(tmp_path, options=wanted, config=config))["小张"].components["commission"] == Decimal("16800.00")


def test_several_product_rows_are_one_achievement(tmp_path: Path) -> None:
    rows = """
| 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) |
| 华东 | A产品 | 小张 | 100,000 | 130,000 |
| 华东 | B产品 | 小张 | 100,000 | 60,000 |
"""
    one = paid(run(tmp_path, rows))["小张"]  # 190,000 of 200,000 is 95 %
    assert (one.tier, one.components["commission"]) == ("基础达标奖", Decimal("2850.00"))


def test_displayed_as_reached(tmp_path: Path) -> None:
    outcome = run(tmp_path, FIGURES + "| 华东 | 小张 | 250000 | 249900 |")
    assert paid(outcome)["小张"].tier == "基础达标奖"
    assert codes(outcome) == ["payout-just-below"]
    assert "100.0%" in outcome.problems[0].message(Lang.ZH)


def test_no_target_and_a_negative_actual(tmp_path: Path) -> None:
    outcome = run(tmp_path, FIGURES + "| 华东 | 小张 | 0 | 5000 |\n| 华南 | 小李 | 1000 | -500 |")
    people = paid(outcome)
    assert [(one.tier, str(one.total)) for one in people.values()] == [("", "0.00"), ("", "0.00")]
    assert codes(outcome) == ["payout-no-target", "payout-negative-base"]
    assert [item.place.cell for item in outcome.problems] == ["C2", "C3"]


COLLECTED = """
| 区域 | 销售员 | 月度目标(元) | 累计实际(元) | 回款额(元) |
| 华东 | 小张 | 1000 | 1000 | 700.25 |
"""


def test_the_base_can_be_what_was_collected(tmp_path: Path) -> None:
    one = paid(run(tmp_path, COLLECTED, options=PayoutOptions(base="collected")))["小张"]
    assert one.components["commission"] == Decimal("14.01")  # 700.25 × 2 % = 14.005
    assert one.standing.base == Decimal("700.25")


def test_a_blank_collected_is_an_error_at_its_cell(tmp_path: Path) -> None:
    rows = COLLECTED + "| 华东 | 小李 | 1000 | 1000 | |"
    outcome = run(tmp_path, rows, options=PayoutOptions(base="collected"))
    assert outcome.blocked
    assert [(item.code.name, item.place.cell) for item in outcome.problems] == [("payout-blank-collected", "E3")]
    assert codes(run(tmp_path, rows)) == []


def test_each_member_of_a_region_gets_the_team_award(tmp_path: Path) -> None:
    rows = FIGURES + "| 华北 | 小王 | 1000 | 2000 |\n| 华北 | 小陈 | 1000 | 200 |\n| 华北二区 | 小孙 | 1000 | 100 |"
    people = paid(run(tmp_path, rows))  # 2200 of 2000 is exactly 110 %
    assert [one.components["team"] for one in people.values()] == [500, 500, 0]


# -- periods --------------------------------------------------------------------------------------------

QUARTER = """
| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2026-07 | 华东 | 小张 | 1000 | 1000 |
| 2026-08 | 华东 | 小张 | 1000 | 790 |
| 2026-09 | 华东 | 小张 | 1000 | 1210 |
| 2026-07 | 华南 | 小李 | 1000 | 900 |
| 2026-08 | 华南 | 小李 | 1000 | 1000 |
| 2026-09 | 华南 | 小李 | 1000 | 1100 |
| 2026-07 | 华北 | 小王 | 1000 | 10 |
| 2026-08 | 华北 | 小王 | 1000 | 10 |
| 2026-09 | 华北 | 小王 | 1000 | 10 |
"""
RANKED = PLAN + "| 季度之星 | 季度排名 | 季度TOP3销售员分别奖励5000元、3000元、1000元 | 全体销售员 |\n"


def test_a_quarter_is_its_months_and_its_ranking(tmp_path: Path) -> None:
    outcome = run(tmp_path, QUARTER, RANKED, period="2026Q3")
    assert codes(outcome) == []
    people = paid(outcome)
    # 小张 1000 × 2 % + 0 + 1210 × 3 %, bonuses 1000 + 3000; the region at 121 % in September pays 500
    expected = {"commission": "56.30", "bonus": "4000.00", "team": "500.00", "ranking": "4000.00", "total": "8556.30"}
    assert amounts(people["小张"]) == expected
    # 小李 also sold 3000: the two share first and second; 900 × 1.5 % + 1000 × 2 % + 1100 × 2 %
    expected = {"commission": "55.50", "bonus": "2000.00", "team": "500.00", "ranking": "4000.00", "total": "6555.50"}
    assert amounts(people["小李"]) == expected
    assert people["小王"].components["ranking"] == 1000


def test_a_month_does_not_pay_a_quarterly_ranking(tmp_path: Path) -> None:
    outcome = run(tmp_path, QUARTER, RANKED, period="2026-09")
    assert codes(outcome) == ["payout-ranking-waits"]
    one = paid(outcome)["小张"]
    assert one.components["ranking"] == 0
    assert one.components["commission"] == Decimal("36.30")
    assert outcome.result is not None
    assert outcome.result.document()["period"] == "2026-09"


def test_without_a_period_the_last_month_is_paid_and_it_is_said(tmp_path: Path) -> None:
    outcome = run(tmp_path, QUARTER)
    assert codes(outcome) == ["payout-period-chosen"]
    assert outcome.result is not None
    assert outcome.result.period == Month(2026, 9)


def test_the_only_month_needs_no_word(tmp_path: Path) -> None:
    rows = QUARTER.split("| 2026-08", maxsplit=1)[0]
    assert codes(run(tmp_path, rows)) == []


def test_an_undated_table_can_be_dated(tmp_path: Path) -> None:
    outcome = run(tmp_path, period="2026-08")
    assert codes(outcome) == ["payout-period-taken"]
    assert outcome.result is not None
    assert outcome.result.document()["period"] == "2026-08"
    assert codes(run(tmp_path, period="2026Q3")) == ["payout-undated-table"]


def test_a_period_without_figures_and_a_quarter_with_a_hole(tmp_path: Path) -> None:
    assert codes(run(tmp_path, QUARTER, period="2025-08")) == ["payout-period-absent"]
    rows = "\n".join(line for line in QUARTER.splitlines() if "2026-08" not in line)
    assert codes(run(tmp_path, rows, period="2026Q3")) == ["payout-months-missing"]


def test_a_row_without_its_month_is_an_error(tmp_path: Path) -> None:
    outcome = run(tmp_path, QUARTER + "| | 华东 | 小陈 | 1000 | 1000 |")
    assert [(item.code.name, item.place.cell) for item in outcome.problems] == [("payout-undated-row", "A11")]


# -- other rules ----------------------------------------------------------------------------------------

PRODUCTS = """
| 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) |
| 华东 | A产品 | 小张 | 100000 | 250000 |
| 华东 | B产品 | 小张 | 100000 | 90000 |
| 华东 | A产品 | 小李 | 100000 | 99999.99 |
"""


def test_product_steps(tmp_path: Path) -> None:
    people = paid(run(tmp_path, PRODUCTS, HEAD + BASIC + "| 冲量 | 不限 | A产品卖10万奖1万 | 全体销售员 |"))
    assert [one.components["product"] for one in people.values()] == [20_000, 0]


def test_a_ladder_for_each_product_line(tmp_path: Path) -> None:
    plan = HEAD + "| 甲 | ≥80% | 提成1% | A产品销售员 |\n| 乙 | ≥80% | 提成2% | B产品销售员 |"
    people = paid(run(tmp_path, PRODUCTS, plan))
    # 小张: A at 250 % earns 2500, B at 90 % earns 1800; 小李: A at 99.99999 % earns 1000 (999.9999)
    assert [one.components["commission"] for one in people.values()] == [Decimal("4300.00"), Decimal("1000.00")]
    assert people["小张"].tier == "甲 / 乙"


def test_two_rules_for_the_same_sales_are_an_error(tmp_path: Path) -> None:
    plan = HEAD + BASIC + "| 华东 | ≥80% | 提成2% | 华东销售员 |"
    outcome = run(tmp_path, PRODUCTS, plan)
    assert codes(outcome) == ["plan-two-rates"]
    assert outcome.result is None


def test_people_without_a_rule_and_rules_without_people(tmp_path: Path) -> None:
    plan = HEAD + "| 甲 | ≥80% | 提成1% | 华东销售员 |\n| 乙 | ≥80% | 提成1% | 西北区域销售员 |"
    outcome = run(tmp_path, MONTHLY, plan)
    assert codes(outcome) == ["plan-nobody", "payout-no-rule"]
    assert "小李、小王" in outcome.problems[1].message(Lang.ZH)
    assert all(item.severity is Severity.WARNING for item in outcome.problems)


def test_what_cannot_be_computed_is_not_shown_as_zero(tmp_path: Path) -> None:
    outcome = run(tmp_path, MONTHLY, PLAN + "| 转介绍 | 不限 | 转1奖200元 | 全体销售员 |")
    assert [(item.code.name, item.place.cell) for item in outcome.problems] == [("payout-not-computed", "C6")]
    assert outcome.result is not None
    document = outcome.result.document()
    assert document["not_computed"] == [{"name": "referral", "wording": "转1奖200元", "cell": "C6"}]
    assert [item["name"] for item in document["people"][0]["components"]] == ["commission", "bonus", "team"]


def test_a_plan_error_stops_the_payout(tmp_path: Path) -> None:
    outcome = run(tmp_path, MONTHLY, PLAN + "| 旅游 | ≥150% | 三亚旅游 | 全体销售员 |", output=tmp_path / "o.xlsx")
    assert outcome.blocked
    assert outcome.result is None
    assert not (tmp_path / "o.xlsx").exists()
    assert [item.place.cell for item in outcome.problems] == ["C6"]


def test_skip_invalid_leaves_out_people_but_never_a_line_of_the_plan(tmp_path: Path) -> None:
    tracking = workbook(
        tmp_path / "t.xlsx", {"月度跟踪": FIGURES + "| 华东 | 小张 | 1000 | 1000 |\n| 华东 | 小李 | ? | 1 |"}
    )
    good = workbook(tmp_path / "p.xlsx", {"方案": PLAN})
    bad = workbook(tmp_path / "q.xlsx", {"方案": PLAN + "| 冲刺二 | | 提成5% | 全体销售员 |"})
    skip = RunOptions(skip_invalid=True)
    assert list(paid(payout(tracking, good, run=skip))) == ["小张"]
    assert payout(tracking, bad, run=skip).blocked


def test_one_workbook_may_hold_both(tmp_path: Path) -> None:
    both = workbook(tmp_path / "b.xlsx", {"月度目标分解与跟踪表": MONTHLY, "销售激励方案对照表": PLAN})
    outcome = payout(both, both, run=RunOptions(sheet="月度目标分解与跟踪表"))
    assert len(outcome.inputs) == 1
    assert outcome.result is not None
    assert outcome.result.total == Decimal("25900.00")


# -- people ---------------------------------------------------------------------------------------------

IDS = "| 区域 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) |\n"


def test_two_people_of_one_name_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    outcome = run(tmp_path, IDS + "| 华东 | S1 | 小张 | 1000 | 1000 |\n| 华东 | S2 | 小张 | 1000 | 500 |")
    assert outcome.result is not None
    assert [one.total for one in outcome.result.people] == [1020, 0]


def test_whose_row_is_it(tmp_path: Path) -> None:
    two = IDS + "| 华东 | S1 | 小张 | 1000 | 1000 |\n| 华东 | S2 | 小张 | 1000 | 500 |\n"
    assert codes(run(tmp_path, two + "| 华东 | | 小张 | 1 | 1 |")) == ["payout-which-person"]
    assert codes(run(tmp_path, two + "| 华东 | S2 | 小章 | 1 | 1 |"))[0] == "payout-two-names"
    twice = FIGURES + "| 华东 | 小张 | 1000 | 1000 |\n" * 2
    assert codes(run(tmp_path, twice)) == ["payout-repeated-row"]
    apart = FIGURES + "| 华东 | 小张 | 1000 | 1000 |\n| 华南 | 小张 | 1000 | 500 |"
    outcome = run(tmp_path, apart)
    assert codes(outcome) == ["payout-same-name"]
    assert outcome.result is not None
    assert len(outcome.result.people) == 2


def test_someone_in_two_regions_belongs_where_the_target_is_larger(tmp_path: Path) -> None:
    rows = IDS + "| 华东 | S1 | 小张 | 1000 | 2000 |\n| 华南 | S1 | 小张 | 3000 | 2500 |"
    outcome = run(tmp_path, rows)
    assert codes(outcome) == ["payout-two-regions"]
    one = paid(outcome)["小张"]
    assert (one.region, str(one.components["team"])) == ("华南", "0.00")


def test_a_rate_on_another_base_than_the_run_has(tmp_path: Path) -> None:
    """1.5 % of what was sold: 840,000 are 12,600."""
    plan = HEAD + "| 基础 | ≥80% | 按销售额1.5%提成 | 全体销售员 |\n"
    assert str(paid(run(tmp_path, plan=plan))["小张"].total) == "12600.00"
    assert codes(run(tmp_path, plan=plan.replace("销售额", "回款额"))) == ["plan-base"]


def test_slices_end_with_the_tier_that_sales_reached(tmp_path: Path) -> None:
    """Sales of 780,000 are 97.5 %, collections 900,000: the 80 % tier runs from 640,000 on, so 260,000 × 1.5 % = 3,900
    though 100 % would begin at 800,000. Step and plan say so."""
    monthly = MONTHLY.replace("| 840,000 | 105% | +40,000 |", "| 780,000 | | |")
    monthly = monthly.replace("| 备注(未达标原因) |", "| 备注(未达标原因) | 回款额(元) |")
    rows = [f"{line} 900,000 |" if line.count("小") else line for line in monthly.splitlines()]
    options = PayoutOptions(None, "marginal", "collected")
    outcome = run(tmp_path, "\n".join(rows), options=options, output=tmp_path / "o.xlsx")
    zhang = paid(outcome)["小张"]
    assert str(zhang.components["commission"]) == "3900.00"
    assert any("销售额达成率只到“基础达标奖”" in step.say(Lang.ZH) for step in zhang.steps)
    assert any("仍按达到的最高档比例" in str(cell) for row in written(tmp_path / "o.xlsx", "方案") for cell in row)
