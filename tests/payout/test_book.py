"""The written workbook: the figures, the live formulas behind them, and reading it back."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salescli.excel.book import Block, Book, Field, Format, Line, Sheet
from salescli.excel.source import SourceWorkbook
from salescli.excel.write import write_book
from salescli.measure.money import to_fen
from salescli.payout.run import PayoutOptions, payout
from salescli.payout.tables import PAYOUTS
from tests.parity import assert_parity, opened, recalculated
from tests.payout.sheets import FIGURES, HEAD, PLAN, run
from tests.payout.test_payout import PRODUCTS, QUARTER, RANKED
from tests.sheets import workbook, written


def test_the_commission_sheet_reads_back(tmp_path: Path) -> None:
    output = tmp_path / "提成.xlsx"
    outcome = run(tmp_path, output=output, period="2026-08")
    assert outcome.outputs == (output,)
    records = SourceWorkbook(output).read(PAYOUTS)
    assert records is not None
    money = ("commission", "bonus", "team", "total")
    assert [(row.period, row.person, row.tier, str(row.rate)) for row in records.rows] == [
        ("2026-08", "小张", "进阶激励奖", "0.02"),
        ("2026-08", "小李", None, "0"),
        ("2026-08", "小王", "进阶激励奖", "0.02"),
    ]
    assert [[int(getattr(row, key)) for key in money] for row in records.rows] == [
        [16800, 1000, 0, 17800],
        [0, 0, 0, 0],
        [6600, 1000, 500, 8100],
    ]
    assert [item.severity.value for item in records.problems] == ["note"]  # the total row, whose sums agree


def test_totals_of_the_summary(tmp_path: Path) -> None:
    output = tmp_path / "提成.xlsx"
    run(tmp_path, output=output)
    cells = {row[0]: row[1] for row in written(output, "汇总") if row[0]}
    assert (cells["提成奖金总额(元)"], cells["计提基数合计(元)"], cells["人数"]) == (25900, 1620000, 3)
    assert cells["费用率"] == pytest.approx(25900 / 1620000)


def test_details_add_up_and_the_plan_quotes_its_cells(tmp_path: Path) -> None:
    output = tmp_path / "提成.xlsx"
    run(tmp_path, output=output)
    details = written(output, "明细")
    assert details[-1][-1] == 25900
    assert any("840,000 × 2% = 16,800.00" in str(row[4]) for row in details)
    plan = [row for row in written(output, "方案") if row[0] == "进阶激励奖"]
    assert plan[0][2] == "≥100% → 提成比例2%+额外奖金1000元"


def test_what_was_not_computed_is_on_the_sheets(tmp_path: Path) -> None:
    output = tmp_path / "提成.xlsx"
    run(tmp_path, plan=PLAN + "| 转介绍 | 不限 | 转1奖200元 | 全体销售员 |", output=output)
    assert ["转介绍奖(转介绍)", "未计算"] in [row[:2] for row in written(output, "汇总")]
    assert any("未计算" in str(row[0]) and "转1奖200元" in str(row[0]) for row in written(output, "提成表"))


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    run(tmp_path, output=tmp_path / "a.xlsx")
    tracking, plan = tmp_path / "跟踪.xlsx", tmp_path / "方案.xlsx"
    payout(tracking, plan, tmp_path / "b.xlsx")
    payout(tracking, plan, tmp_path / "c.xlsx", options=PayoutOptions(mode="marginal"))
    first, second, other = ((tmp_path / name).read_bytes() for name in ("a.xlsx", "b.xlsx", "c.xlsx"))
    assert first == second
    assert first != other


@pytest.mark.parity
def test_every_formula_gives_the_engines_figure(tmp_path: Path) -> None:
    made = [
        run(tmp_path, output=tmp_path / "1.xlsx"),
        run(tmp_path, options=PayoutOptions(mode="marginal"), output=tmp_path / "2.xlsx"),
        run(tmp_path, QUARTER, RANKED, period="2026Q3", output=tmp_path / "3.xlsx"),
        run(
            tmp_path,
            QUARTER,
            RANKED,
            options=PayoutOptions(mode="marginal"),
            period="2026-09",
            output=tmp_path / "4.xlsx",
        ),
        run(tmp_path, PRODUCTS, HEAD + "| 甲 | ≥80% | 提成1.25% | A产品销售员 |", output=tmp_path / "5.xlsx"),
        run(tmp_path, FIGURES + "| 华东 | 小张 | 0 | 5 |\n| 华南 | 小李 | 9 | -5 |", output=tmp_path / "6.xlsx"),
    ]
    assert_parity(*(path for outcome in made for path in outcome.outputs))
    assert len(made) == sum(len(outcome.outputs) for outcome in made)


@pytest.mark.parity
def test_the_sheet_is_alive(tmp_path: Path) -> None:
    """小李 sells 270,000 more and is at 120 %: tier, rate, commission, bonus, team award and totals follow."""
    output = tmp_path / "提成.xlsx"
    run(tmp_path, output=output)
    book = opened(output)
    sheet = book["提成表"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "小李")
    head = next(row for row in sheet.iter_rows() if row[0].value == "销售员")
    at = {str(cell.value): place for place, cell in enumerate(head)}
    row[at["实际业绩(元)"]].value = 720000
    book.save(tmp_path / "changed.xlsx")
    fresh = recalculated(tmp_path / "changed.xlsx")["提成表"]
    now = {name: fresh.get(row[place].coordinate) for name, place in at.items()}
    assert (now["达成档位"], now["提成比例(%)"], now["提成(元)"]) == ("冲刺卓越奖", 0.03, 21600)
    assert (now["奖金(元)"], now["团队奖(元)"], now["应发合计(元)"]) == (3000, 500, 25100)
    assert now["距下一档(元)"] is None


@pytest.mark.parity
def test_rounding_in_whole_numbers_agrees_with_half_up(tmp_path: Path) -> None:
    """Bases and rates whose product ends in half a fen, which binary fractions miss either way."""
    pairs = [
        (Decimal(fen).scaleb(-2), Fraction(rate, 1000))
        for rate in (5, 15, 25, 35, 125)
        for fen in [*range(10, 2000, 70), *range(100_010, 100_900, 90), 84_000_010, 123_456_789_030]
    ]
    fields = (
        Field("base", "base", Format.MONEY),
        Field("rate", "rate", Format.RATIO),
        Field("paid", "paid", Format.MONEY, formula="ROUND(ROUND({base}*100,0)*ROUND({rate}*1000,0)/1000,0)/100"),
    )
    lines = tuple(Line({"base": base, "rate": rate, "paid": to_fen(Fraction(base) * rate)}) for base, rate in pairs)
    halves = [
        pair
        for pair in pairs
        if (Fraction(pair[0]) * pair[1] * 1000).denominator == 1 and Fraction(pair[0]) * pair[1] * 1000 % 10 == 5
    ]
    assert len(halves) > 20
    path = write_book(Book((Sheet("s", (Block("b", fields, lines),)),), "t"), tmp_path / "r.xlsx")
    assert_parity(path)


@pytest.mark.parity
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 300_000), st.integers(-50_000, 400_000)), min_size=12, max_size=12),
    st.sampled_from(["whole", "marginal"]),
)
def test_parity_of_random_people(tmp_path: Path, people: list[tuple[int, int]], mode: str) -> None:
    rows = FIGURES + "\n".join(
        f"| 区{at % 3} | 人{at} | {Decimal(target).scaleb(-2)} | {Decimal(actual).scaleb(-2)} |"
        for at, (target, actual) in enumerate(people)
    )
    options = PayoutOptions(mode="whole" if mode == "whole" else "marginal")
    outcome = run(tmp_path, rows, options=options, output=tmp_path / "r.xlsx")
    assert_parity(*outcome.outputs)
    assert outcome.outputs


def test_english_inputs_give_an_english_workbook(tmp_path: Path) -> None:
    figures = "| Region | Salesperson | Monthly target (CNY) | Actual to date (CNY) |\n| East | Ann | 1000 | 1200 |"
    plan = (
        "| Incentive | Condition (monthly achievement) | Reward | Applies to |\n"
        "| Base | >=80% | commission 1.5% | all salespeople |\n"
        "| Plus | >=100% | commission 2% + bonus 1000 | all salespeople |\n"
        "| Team | region achievement >=110% | 500 per head | all members of the region |"
    )
    output = tmp_path / "pay.xlsx"
    workbook(tmp_path / "t.xlsx", {"Monthly tracking": figures})
    workbook(tmp_path / "p.xlsx", {"Incentive plan": plan})
    outcome = payout(tmp_path / "t.xlsx", tmp_path / "p.xlsx", output)
    assert outcome.result is not None
    assert outcome.result.total == Decimal("1524.00")
    assert outcome.problems == ()
    assert written(output, "Commission sheet")[0][0] == "Commission sheet"
