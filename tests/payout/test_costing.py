"""What a plan costs at other achievements, and the same figures through another plan."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.measure.period import parse_period
from salescli.payout.costing import Costing
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions, payout
from salescli.table.outcome import Outcome
from tests.parity import assert_parity
from tests.payout.sheets import FIGURES, HEAD, MONTHLY, PLAN, codes
from tests.payout.test_payout import COLLECTED, QUARTER
from tests.sheets import workbook, written

RICHER = PLAN.replace("提成比例2%", "提成比例2.5%").replace("≥100%", "≥90%")


def compare(
    folder: Path,
    other: str | None = None,
    *,
    monthly: str = MONTHLY,
    plan: str = PLAN,
    period: str | None = None,
    base: str = "sales",
    output: Path | None = None,
) -> Outcome[PayoutResult]:
    tracking = workbook(folder / "t.xlsx", {"月度跟踪": monthly})
    incentive = workbook(folder / "p.xlsx", {"方案": plan})
    second = None if other is None else workbook(folder / "q.xlsx", {"方案": other})
    options = PayoutOptions(
        parse_period(period) if period else None, base="collected" if base == "collected" else "sales", what_if=second
    )
    return payout(tracking, incentive, output, options=options, run=RunOptions(force=True))


def costs(outcome: Outcome[PayoutResult]) -> Costing:
    assert outcome.result is not None, codes(outcome)
    assert outcome.result.costing is not None
    return outcome.result.costing


def test_the_cost_at_each_level_is_worked_by_hand(tmp_path: Path) -> None:
    found = costs(compare(tmp_path)).cases
    # targets 800,000 + 600,000 + 300,000; at 120 % every region is above 110 %, and each of three gets 500
    assert [(str(case.level), int(case.base), str(case.paid)) for case in found] == [
        ("None", 1_620_000, "25900.00"),
        ("4/5", 1_360_000, "20400.00"),  # × 1.5 %
        ("1", 1_700_000, "37000.00"),  # × 2 % + 3 × 1000
        ("6/5", 2_040_000, "71700.00"),  # × 3 % + 3 × 3000 + 3 × 500
    ]
    assert found[1].rate == Fraction(15, 1000)


def test_collected_bases_follow_the_collection_rate(tmp_path: Path) -> None:
    found = costs(compare(tmp_path, monthly=COLLECTED, base="collected")).cases
    # 700.25 of 1000 was collected; at 80 % that is 560.20
    assert [case.base for case in found[1:]] == [Decimal("560.20"), Decimal("700.25"), Decimal("840.30")]


def test_another_plan_person_by_person(tmp_path: Path) -> None:
    monthly = MONTHLY.replace("450,000 | 75%", "540,000 | 90%").replace("-150,000", "-60,000")
    what_if = costs(compare(tmp_path, RICHER, monthly=monthly)).what_if
    assert what_if is not None
    # 小张 840,000 × 0.5 % more; 小李 540,000 × (2.5 % − 1.5 %) + 1000 and a higher tier; 小王 330,000 × 0.5 % more
    assert [(one.now.person.name, one.difference) for one in what_if.changes] == [
        ("小张", Decimal("4200.00")),
        ("小李", Decimal("6400.00")),
        ("小王", Decimal("1650.00")),
    ]
    # everybody's second tier now begins at 90 %: a lower bound, though only 小李 gets into another tier by it
    assert [(one.now.tier, one.then.tier) for one in what_if.changes] == [
        ("进阶激励奖", "进阶激励奖"),
        ("基础达标奖", "进阶激励奖"),
        ("进阶激励奖", "进阶激励奖"),
    ]


def test_who_crosses_a_bound(tmp_path: Path) -> None:
    other = HEAD + "| 甲 | ≥80% | 提成1% | 全体销售员 |\n| 乙 | ≥110% | 提成2% | 全体销售员 |"
    what_if = costs(compare(tmp_path, other)).what_if
    assert what_if is not None
    # 105 % falls from the 100 % tier to the 80 % one, 75 % stays below all, 110 % rises to a bound of 110 %
    assert [one.moved for one in what_if.changes] == [-1, 0, 1]


def test_the_document_of_the_costs(tmp_path: Path) -> None:
    outcome = compare(tmp_path, RICHER)
    assert outcome.result is not None
    document = outcome.result.document()["costs"]
    assert document["levels"][1] == {
        "achievement": "1.000000",
        "total": "37000.00",
        "base": "1700000.00",
        "cost_rate": "0.021765",
        "other_total": "45500.00",
        "other_cost_rate": "0.026765",
    }
    assert (document["what_if"]["total"], document["what_if"]["difference"]) == ("31750.00", "5850.00")
    assert [item.path for item in outcome.inputs] == [str(tmp_path / name) for name in ("t.xlsx", "p.xlsx", "q.xlsx")]


def test_an_error_in_the_other_plan_stops_at_its_cell(tmp_path: Path) -> None:
    outcome = compare(tmp_path, PLAN.replace("提成比例1.5%", "看表现"), output=tmp_path / "o.xlsx")
    assert outcome.blocked
    assert [(item.place.file, item.place.cell) for item in outcome.problems] == [(str(tmp_path / "q.xlsx"), "C2")]
    assert not (tmp_path / "o.xlsx").exists()


def test_the_curve_shows_both_sides_of_every_bound(tmp_path: Path) -> None:
    found = costs(compare(tmp_path)).curve
    assert found is not None
    assert (found.person, str(found.target)) == ("小李", "600000")
    paid = {(point.level, point.short): point.paid for point in found.points}
    assert paid[Fraction(4, 5), True] == 0
    assert paid[Fraction(4, 5), False] == 7200
    assert paid[Fraction(1), True] == Decimal("9000.00")  # 599,999.99 × 1.5 % = 8,999.99985
    assert paid[Fraction(1), False] == 13_000
    assert not any(found.falls(at) for at in range(len(found.points)))


def test_a_cliff_is_seen_exactly_where_the_plan_check_warns(tmp_path: Path) -> None:
    falling = HEAD + "| 甲 | ≥80% | 提成2% | 全体销售员 |\n| 乙 | ≥100% | 提成1% | 全体销售员 |"
    outcome = compare(tmp_path, plan=falling)
    assert "plan-pays-less" in codes(outcome)
    found = costs(outcome).curve
    assert found is not None
    cliffs = [(point.level, point.short) for at, point in enumerate(found.points) if found.falls(at)]
    assert cliffs == [(Fraction(1), False)]


def test_nobody_with_a_target_has_no_curve(tmp_path: Path) -> None:
    assert costs(compare(tmp_path, monthly=FIGURES + "| 华东 | 小张 | 0 | 5 |")).curve is None


@pytest.mark.parity
def test_the_sheet_of_costs(tmp_path: Path) -> None:
    first = compare(tmp_path, RICHER, output=tmp_path / "1.xlsx")
    second = compare(tmp_path, monthly=QUARTER, period="2026Q3", output=tmp_path / "2.xlsx")
    assert_parity(*first.outputs, *second.outputs)
    rows = written(tmp_path / "1.xlsx", "成本与测算")
    assert next(row for row in rows if row[0] == "100%")[3:8:2] == [37000, 45500, 8500]
    assert next(row for row in rows if row[0] == "小张")[2:5] == [17800, 22000, 4200]
