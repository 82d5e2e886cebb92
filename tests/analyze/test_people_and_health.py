"""Who leads and who needs help; the five indicators; the heat map; the mix of the month."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from salescli.analyze.benchmarks import Standing, marks
from salescli.analyze.health import Indicator, Trend
from salescli.analyze.mix import Slice
from salescli.measure.achievement import Status
from salescli.measure.period import Month, Week
from salescli.track.tables import WeeklyRow
from tests.analyze.company import COMPANY, ORDERS, analyzed
from tests.analyze.documents import MONTHLY_HEAD
from tests.sheets import written


def week(person: str, leads: int | None, deals: int | None = None) -> WeeklyRow:
    return WeeklyRow.model_validate(
        {"week": Week.of(Month(2026, 8).first), "person": person, "leads": leads, "deals": deals, "sales": Decimal(0)}
    )


def standings(rows: list[WeeklyRow], step: str) -> dict[str, Standing]:
    return {mark.person: mark.standing for mark in marks(rows, lambda row: row.person) if mark.step == step}


def test_a_fifth_off_the_median_counts() -> None:
    found = standings([week("甲", 12), week("乙", 10), week("丙", 8), week("丁", 10)], "leads")
    assert found == {
        "甲": Standing.BENCHMARK,
        "乙": Standing.USUAL,
        "丁": Standing.USUAL,
        "丙": Standing.HELP,
    }


def test_the_best_is_no_benchmark_within_a_fifth() -> None:
    assert set(standings([week("甲", 11), week("乙", 10), week("丙", 9)], "leads").values()) == {Standing.USUAL}


def test_two_people_are_not_compared() -> None:
    assert standings([week("甲", 100), week("乙", 1), week("丙", None)], "leads") == {}


def test_a_conversion_of_few_leads_is_not_compared() -> None:
    rows = [week("甲", 10, 5), week("乙", 10, 2), week("丙", 10, 2), week("丁", 4, 4)]
    assert standings(rows, "conversion") == {"甲": Standing.BENCHMARK, "乙": Standing.USUAL, "丙": Standing.USUAL}


def test_a_median_of_zero_compares_nobody() -> None:
    assert standings([week("甲", 0), week("乙", 0), week("丙", 9)], "leads") == {}


def test_weeks_of_a_month_are_summed(tmp_path: Path) -> None:
    found = {(mark.step, mark.person): mark.value for mark in analyzed(tmp_path, COMPANY).marks}
    assert found["leads", "小张"] == 60  # two weeks of 30
    assert found["conversion", "小张"] == Fraction(1, 10)


def indicators(folder: Path, sheets: dict[str, str]) -> dict[str, Indicator]:
    return {item.kind.key: item for item in analyzed(folder, sheets).health}


def test_the_five_indicators(tmp_path: Path) -> None:
    found = indicators(tmp_path, COMPANY)
    last = {key: [value for _, value in item.values][-2:] for key, item in found.items()}
    assert last == {
        "win_rate": [Fraction(1, 90), Fraction(2, 120)],  # deals of the orders ÷ leads of the reports
        "average_order": [200_000, 200_000],  # August: (300,000 + 100,000) ÷ 2
        "repurchase": [0, 0],  # nobody bought twice within a month
        "acquisition": [None, None],
        "cycle": [20, 25],  # 20 days; then 30 and 20
    }
    assert all(len(item.values) == 6 for item in found.values())


def test_the_first_of_the_six_months_swings_against_the_one_before_them(tmp_path: Path) -> None:
    """Deals by the reports: 2 of 20 leads in February, 4 of 20 in March (+100 %), 5 of 20 in August. Sales per deal
    50,000, then 40,000: −20 % is no swing."""
    weekly = """
| 周开始日期 | 区域 | 销售员 | 线索数 | 成单数 | 销售额(元) |
| 2026-02-02 | 华东 | 小张 | 20 | 2 | 100,000 |
| 2026-03-02 | 华东 | 小张 | 20 | 4 | 160,000 |
| 2026-08-03 | 华东 | 小张 | 20 | 5 | 200,000 |
"""
    output = tmp_path / "分析.xlsx"
    sheets = {key: COMPANY[key] for key in ("月度目标分解与跟踪表", "客户分层表")} | {"周明细": weekly}
    found = {item.kind.key: item for item in analyzed(tmp_path, sheets, output=output).health}
    rate, average = found["win_rate"], found["average_order"]
    assert str(rate.values[0][0]) == "2026-03"
    assert (rate.before, rate.changes[0]) == (Fraction(1, 10), Fraction(1))
    assert (average.before, average.changes[0]) == (Fraction(50_000), Fraction(-1, 5))
    assert (rate.swings, average.swings) == ((Month(2026, 3),), ())
    assert (rate.document()["before"], rate.document()["months"][0]["change"]) == ("0.100000", "1.000000")
    notes = [row[0] for row in written(output, "业绩体检") if isinstance(row[0], str)]
    assert any("2026年2月" in note and "10.0%" in note for note in notes)


def test_trends_and_swings_follow_the_way_an_indicator_is_good(tmp_path: Path) -> None:
    found = indicators(tmp_path, COMPANY)
    assert {key: item.trend for key, item in found.items()} == {
        "win_rate": Trend.BETTER,
        "average_order": Trend.STEADY,
        "repurchase": Trend.UNKNOWN,  # there is no change from zero
        "acquisition": Trend.UNKNOWN,
        "cycle": Trend.WORSE,  # longer is worse
    }
    assert found["win_rate"].swings == (Month(2026, 8),)  # +50 %
    assert found["cycle"].swings == ()  # +25 %


def test_all_months_are_measured_the_way_the_last_one_is(tmp_path: Path) -> None:
    found = indicators(tmp_path, COMPANY | {"订单明细": "\n".join(ORDERS.splitlines()[:3])})  # July's order alone
    assert [value for _, value in found["win_rate"].values][-2:] == [Fraction(12, 90), Fraction(10, 120)]
    assert [value for _, value in found["average_order"].values][-2:] == [100_000, 110_000]  # sales ÷ deals reported
    later = indicators(tmp_path, COMPANY | {"订单明细": ORDERS.replace(ORDERS.splitlines()[2] + "\n", "")})
    assert [value for _, value in later["win_rate"].values][-2:] == [None, Fraction(2, 120)]  # July has no orders


def test_repurchase_is_that_of_the_month(tmp_path: Path) -> None:
    """甲公司 in July and twice in August, 乙公司 once in August: 0 of 1, then 1 of 2."""
    again = "| D5 | 2026-08-25 | 华东 | A产品 | 小张 | 甲公司 | 100,000 | 100,000 |  |  |  |"
    found = indicators(tmp_path, COMPANY | {"订单明细": f"{ORDERS.rstrip()}\n{again}"})
    assert [value for _, value in found["repurchase"].values][-2:] == [0, Fraction(1, 2)]


def test_the_plans_goals_are_targets_of_the_indicators(tmp_path: Path) -> None:
    rows = (
        "| 月份 | 区域 | 产品线 | 销售员 | 指标 | 本期目标 | 本期实际 | 分子 | 分母 |\n"
        "| 2026-08 | 华东 | A产品 | 小张 | 客单价 | 30,000 | 25,000 | 50,000 | 2 |\n"
        "| 2026-08 | 华东 | A产品 | 小张 | 复购率 | 0.2 | 0.5 | 1 | 2 |\n"
        "| 2026-08 | 华东 | A产品 | 小张 | 销售周期 | 45 | 25 | 50 | 2 |"
    )
    state = indicators(tmp_path, COMPANY | {"指标明细": rows})
    assert state["average_order"].target == Fraction(50_000)  # the present state goes first
    bare = {key: text for key, text in COMPANY.items() if key not in ("业绩现状分析表", "业绩达成分析表")}
    found = indicators(tmp_path, bare | {"指标明细": rows})
    targets = {
        "win_rate": None,
        "average_order": 30_000,
        "repurchase": Fraction(1, 5),
        "acquisition": None,
        "cycle": 45,
    }
    assert {key: item.target for key, item in found.items()} == targets
    assert found["average_order"].achievement == Fraction(200_000, 30_000)


def test_what_rows_do_not_give_comes_from_the_metric_of_that_name(tmp_path: Path) -> None:
    metrics = "| 指标 | 团队目标 | 团队实际 | 上期实际 |\n| 获客成本 | 400元 | 500元 | 380元 |"
    cost = indicators(tmp_path, COMPANY | {"业绩达成分析表": metrics})["acquisition"]
    assert [value for _, value in cost.values][-2:] == [380, 500]
    assert (cost.achievement, cost.status) == (Fraction(4, 5), Status.NEAR)  # lower is better
    assert cost.swings == (Month(2026, 8),)  # +31.6 %


def test_a_target_of_the_present_state_counts(tmp_path: Path) -> None:
    assert indicators(tmp_path, COMPANY)["win_rate"].target == Fraction(12, 100)


def test_an_indicator_without_data_says_so(tmp_path: Path) -> None:
    sheets = {"月度跟踪": MONTHLY_HEAD + "| 2026-08 | 华东 |  |  | 小张 | 10 | 8 |"}
    found = analyzed(tmp_path, sheets).document()["health"]
    assert [item["missing"] for item in found] == [True] * 5


def test_the_heat_map_is_sum_against_sum(tmp_path: Path) -> None:
    cells = {(cell.region, str(cell.month)): cell for cell in analyzed(tmp_path, COMPANY).heat}
    south = cells["华南", "2026-07"]  # 600,000 + 100,000 wanted, 400,000 + 100,000 sold
    assert (south.target, south.actual) == (Decimal(700_000), Decimal(500_000))
    assert south.achievement == Fraction(5, 7)
    assert cells["华东", "2025-08"].status is Status.NEAR
    assert ("华北", "2026-07") not in cells


def test_mix_and_margin_of_the_months_deals(tmp_path: Path) -> None:
    def shown(item: Slice) -> tuple[str, int, int, Fraction | None, Fraction | None]:
        return (item.name, item.orders, int(item.amount), item.share, item.margin)

    found = analyzed(tmp_path, COMPANY).mix
    assert [shown(item) for item in found if item.by == "product"] == [
        ("A产品", 1, 300_000, Fraction(3, 4), Fraction(2, 5)),
        ("B产品", 1, 100_000, Fraction(1, 4), Fraction(3, 10)),
    ]
    assert [item.name for item in found if item.by == "customer"] == ["existing", "new"]  # 乙公司's first order
