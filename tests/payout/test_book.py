"""The written workbook: the figures, the live formulas behind them, and reading it back."""

from datetime import date
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
from salescli.table.errors import CannotRun
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


TIED = FIGURES + "".join(
    f"| {region} | {name} | 100,000 | {sold} |\n"
    for region, name, sold in (
        ("华东", "甲", "120,000.10"),
        ("华东", "乙", "150,000.10"),
        ("华南", "丙", "120,000.10"),
        ("华南", "丁", "120,000.10"),
        ("华南", "戊", "70,000"),
        ("华南", "己", "-500"),
    )
)
MONTHLY_PRIZES = PLAN + "| 月度之星 | 月度排名 | 月度TOP3分别奖励500元、300元、100元 | 全体销售员 |\n"


def test_teams_and_rankings(tmp_path: Path) -> None:
    """Three share places 2 to 4: (300 + 100 + 0) ÷ 3 is 133.33, the odd fen to the first of them."""
    outcome = run(tmp_path, TIED, MONTHLY_PRIZES, output=tmp_path / "o.xlsx")
    assert outcome.result is not None
    (board,) = outcome.result.document()["rankings"]
    assert [(one["place"], one["person"], one["prize"]) for one in board["places"]] == [
        (1, "乙", "500.00"),
        (2, "甲", "133.34"),
        (2, "丙", "133.33"),
        (2, "丁", "133.33"),
        (5, "戊", "0.00"),
    ]
    assert (board["paid"], board["not_ranked"]) == ("900.00", ["己"])
    # 华东 270,000.20 of 200,000 earns 500 each; 华南 309,500.20 of 400,000 is 130,499.80 short of 110 %
    assert [(one["per_head"], one["people"], one["to_next"]) for one in outcome.result.document()["teams"]] == [
        ("500.00", 2, None),
        ("0.00", 4, "130499.80"),
    ]
    sheet = written(tmp_path / "o.xlsx", "团队与排名")
    assert any(row[:3] == ["合计", None, None] and 1000 in row for row in sheet)


@pytest.mark.parity
def test_the_ranking_is_alive(tmp_path: Path) -> None:
    """戊 sells 50,000.10 more and makes it a tie of four over places 2 to 5: 100 each."""
    run(tmp_path, TIED, MONTHLY_PRIZES, output=tmp_path / "o.xlsx")
    book = opened(tmp_path / "o.xlsx")
    sheet = book["提成表"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "销售员")
    at = {str(cell.value): place for place, cell in enumerate(head)}
    rows = {str(row[0].value): row for row in sheet.iter_rows()}
    rows["戊"][at["实际业绩(元)"]].value = 120000.10
    book.save(tmp_path / "changed.xlsx")
    fresh = recalculated(tmp_path / "changed.xlsx")["提成表"]
    prizes = {name: fresh.get(rows[name][at["排名奖(元)"]].coordinate) for name in "甲乙丙丁戊"}
    assert prizes == {"甲": 100, "乙": 500, "丙": 100, "丁": 100, "戊": 100}


@pytest.mark.parity
def test_every_formula_of_scores_shares_dates_and_rankings_gives_the_engines_figure(tmp_path: Path) -> None:
    scores = "| 销售员 | 业绩指标(60%) | 过程指标(20%) | 能力指标(10%) | 团队协作(10%) |\n" + "".join(
        f"| {name} | {at * 9.3 + 55:.1f} | 81.7 | 60 | 90 |\n" for at, name in enumerate("甲乙丙丁戊")
    )
    scores += "| 己 | | 1 | 1 | 1 |\n"
    shared = "| 分成事项 | 原业绩人 | 分成金额(元) | 销售员 | 分成权重 |\n| 单 | 乙 | 10,000.01 | 乙 | 1 |\n"
    shared += "| | | | 丙 | 2 |\n"
    plan = (
        MONTHLY_PRIZES
        + "| 达成之星 | 月度达成率前2 | 分别奖励50.01元、30元 | 全体销售员 |\n"
        + "| 封顶 | 不限 | 每月封顶4000元 | 全体销售员 |\n"
    )
    made: list[Path] = []
    for at, use in enumerate(("off", "multiplier", "gate")):
        if use != "off":
            scores = scores.replace("| 己 | |", "| 己 | 1 |")
        tracking = workbook(tmp_path / f"{use}.xlsx", {"月度跟踪": TIED, "绩效评定表": scores, "业绩分成表": shared})
        incentive = workbook(tmp_path / f"p{at}.xlsx", {"销售激励方案对照表": plan})
        options = PayoutOptions(scorecard=use, statements=tmp_path / use)  # type: ignore[arg-type]  # one of its words
        outcome = payout(tracking, incentive, tmp_path / f"o{at}.xlsx", options=options)
        assert outcome.result is not None, outcome.problems
        made += outcome.outputs
    assert_parity(*made)


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


def test_the_audit_tells_the_time_it_was_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = PayoutOptions(as_of=date(2026, 9, 1))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788220800")  # 2026-09-01 00:00 UTC: 20,697 days after 1970
    run(tmp_path, options=options, output=tmp_path / "o.xlsx")
    told = {row[0]: row[1] for row in written(tmp_path / "o.xlsx", "审计")}
    assert (told["数据截止日"], told["核算时间"]) == ("2026-09-01", "2026-09-01 00:00:00 UTC")
    first = (tmp_path / "o.xlsx").read_bytes()
    payout(tmp_path / "跟踪.xlsx", tmp_path / "方案.xlsx", tmp_path / "again.xlsx", options=options)
    assert (tmp_path / "again.xlsx").read_bytes() == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(CannotRun):
        run(tmp_path, output=tmp_path / "p.xlsx")


@pytest.mark.parity
def test_tiers_are_found_by_name_only_where_the_name_says_which(tmp_path: Path) -> None:
    """Two tiers of one name, and one that MATCH would take for a pattern: the figures are those of the rungs."""
    paid = {"小张": "17800.00", "小李": "0.00", "小王": "8100.00"}
    plans = {
        "twice": PLAN.replace("进阶激励奖", "基础达标奖"),
        "pattern": PLAN.replace("进阶激励奖", "*"),
        "named": PLAN,
    }
    for name, plan in plans.items():
        output = tmp_path / f"{name}.xlsx"
        outcome = run(tmp_path, plan=plan, output=output)
        assert outcome.result is not None
        assert {one.person.name: f"{one.total:f}" for one in outcome.result.people} == paid
        assert_parity(output)
        formulas = [str(cell.value) for row in opened(output)["提成表"].iter_rows() for cell in row]
        assert any("MATCH(" in text for text in formulas) == (name == "named")


@pytest.mark.parity
def test_equal_sales_of_a_quarter_tie_though_their_binary_sums_differ(tmp_path: Path) -> None:
    """100.1 + 200.2 is 300.29999999999995 in binary, and 300.3 + 0 is not; the prizes of 5,000 and 3,000 are shared."""
    sold = {"甲": ("100.10", "200.20", "0"), "乙": ("300.30", "0", "0"), "丙": ("1", "1", "1")}
    rows = [
        f"| 2026-0{month} | 华东 | {name} | 1000 | {amount} |\n"
        for name, amounts in sold.items()
        for month, amount in enumerate(amounts, start=7)
    ]
    monthly = "| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n" + "".join(rows)
    output = tmp_path / "q.xlsx"
    outcome = run(tmp_path, monthly, RANKED, period="2026Q3", output=output)
    assert outcome.result is not None
    assert [one.components["ranking"] for one in outcome.result.people] == [4000, 4000, 1000]
    assert_parity(output)


def test_a_wide_commission_sheet_is_printed_over_two_pages(tmp_path: Path) -> None:
    """With prizes, product reward, cap and floor there are 19 columns; the names stand on both pages."""
    more = (
        "| 冲量 | 不限 | 每满10000奖0.01元 | 全体销售员 |\n| 保底 | 不限 | 每月保底10元 | 全体销售员 |\n"
        "| 月度之星 | 月度排名 | 月度TOP2分别奖励50元、30元 | 全体销售员 |\n"
        "| 封顶 | 不限 | 每月封顶90000元 | 全体销售员 |\n"
    )
    pages = {}
    for name, plan in (("few", PLAN), ("many", PLAN + more)):
        run(tmp_path, plan=plan, period="2026-08", output=tmp_path / f"{name}.xlsx")
        sheet = opened(tmp_path / f"{name}.xlsx")["提成表"]
        pages[name] = sheet.page_setup.fitToWidth, sheet.print_title_cols
    assert pages == {"few": (None, None), "many": (2, "$A:$B")}
