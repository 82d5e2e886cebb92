"""What drove a change: walks that end where they should, volume and price that add up, factors filled in."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.analyze.activity import Deals
from salescli.analyze.drill import breakdowns
from salescli.analyze.drivers import MOST_STEPS, VolumePrice, volume_price, walk
from salescli.analyze.periods import Periods
from salescli.analyze.run import AnalyzeOptions
from salescli.analyze.scope import TEAM, Cut, Scope
from salescli.measure.achievement import DEFAULT_THRESHOLDS
from salescli.measure.period import Month
from salescli.table.problem import Severity
from salescli.track.tables import MonthlyRow
from salescli.words.language import Lang
from tests.analyze.company import COMPANY, ORDERS, analyzed
from tests.analyze.documents import MONTHLY_HEAD, run, said
from tests.parity import opened
from tests.sheets import written

MONEY = st.integers(-(10**9), 10**9).map(lambda fen: Decimal(fen) / 100)
ROWS = st.lists(
    st.builds(
        lambda region, person, target, actual: MonthlyRow(region=region, person=person, target=target, actual=actual),
        st.sampled_from("东南西北"),
        st.sampled_from("甲乙丙丁戊己庚辛壬癸子丑寅卯"),
        st.just(Decimal(1)),
        MONEY,
    ),
    min_size=1,
    max_size=30,
)


@given(ROWS, ROWS)
def test_every_walk_ends_at_this_periods_figure(now: list[MonthlyRow], previous: list[MonthlyRow]) -> None:
    periods = Periods(None, tuple(now), tuple(previous), ())
    for found in breakdowns(periods, DEFAULT_THRESHOLDS, Lang.ZH):
        made = walk(found)
        assert made is not None
        assert made.start == sum(row.actual for row in previous)
        assert made.start + sum(step.change for step in made.steps) == made.end == sum(row.actual for row in now)
        assert not made.steps or made.steps[-1].level == made.end
        assert len(made.steps) <= MOST_STEPS + 1


@given(MONEY, MONEY, st.integers(0, 1000), st.integers(1, 1000))
def test_volume_and_price_are_the_change(sales: Decimal, before: Decimal, deals: int, deals_before: int) -> None:
    found = volume_price(TEAM, sales, before, Deals(deals), Deals(deals_before))
    assert found is not None
    assert found.volume + found.price == sales - before
    assert found.other == 0
    exact = (deals - deals_before) * Fraction(before) / deals_before
    assert abs(Fraction(found.volume) - exact) <= Fraction(1, 200)  # half a fen


@given(MONEY, MONEY, MONEY, MONEY, st.integers(0, 1000), st.integers(1, 1000))
def test_with_orders_three_effects_are_the_change(
    sales: Decimal, before: Decimal, amount: Decimal, amount_before: Decimal, deals: int, deals_before: int
) -> None:
    found = volume_price(TEAM, sales, before, Deals(deals, amount), Deals(deals_before, amount_before))
    assert found is not None
    assert found.volume + found.price == amount - amount_before
    assert found.volume + found.price + found.other == sales - before


def test_without_deals_before_there_is_no_previous_average() -> None:
    assert volume_price(TEAM, Decimal(10), Decimal(0), Deals(1), Deals(0)) is None


def test_july_to_august_by_volume_and_price(tmp_path: Path) -> None:
    # 12 deals at 100,000 each, then 10 at 110,000
    sheets = {key: text for key, text in COMPANY.items() if key != "订单明细"}
    team = analyzed(tmp_path, sheets).volume_price[0]
    assert (team.scope, team.now.count, team.before.count) == (TEAM, 10, 12)
    assert (team.volume, team.price, team.change) == (Decimal(-200_000), Decimal(100_000), Decimal(-100_000))


def _effects(item: VolumePrice) -> tuple[int, ...]:
    return tuple(int(part) for part in (item.volume, item.price, item.other, item.change))


@pytest.mark.parametrize("reports", [True, False])
def test_deals_are_those_of_the_orders(tmp_path: Path, reports: bool) -> None:
    sheets = {key: text for key, text in COMPANY.items() if reports or key != "周明细"}
    team, *parts = analyzed(tmp_path, sheets).volume_price
    assert (team.now, team.before) == (Deals(2, Decimal(400_000)), Deals(1, Decimal(200_000)))  # D4: below 30 %
    assert team.average == team.previous_average == 200_000
    # 1 more at 200,000; sold −100,000, of which the deals tell +200,000
    assert _effects(team) == (200_000, 0, -300_000, -100_000)
    east = next(item for item in parts if item.scope == Scope(Cut.REGION, "华东"))
    assert _effects(east) == (0, 100_000, -50_000, 50_000)
    assert Scope(Cut.REGION, "华南") not in [item.scope for item in parts]  # no deal in July


def test_who_signed_nothing_this_month_lost_the_volume(tmp_path: Path) -> None:
    more = ORDERS + "| D5 | 2026-07-15 | 华南 | A产品 | 小赵 | 丁公司 | 90,000 | 90,000 |  |  |  |\n"
    found = analyzed(tmp_path, COMPANY | {"订单明细": more}).volume_price
    zhao = next(item for item in found if item.scope == Scope(Cut.PERSON, "小赵"))
    assert (zhao.now.count, zhao.before.count) == (0, 1)
    assert _effects(zhao) == (-90_000, 0, -10_000, -100_000)


def test_the_average_is_that_of_the_health_report(tmp_path: Path) -> None:
    result = analyzed(tmp_path, COMPANY).document()
    orders = next(item for item in result["health"] if item["indicator"] == "average_order")
    assert [month["value"] for month in orders["months"][-2:]] == ["200000.00", "200000.00"]
    team = result["volume_price"][0]
    assert (team["previous_average"], team["average"]) == ("200000.00", "200000.00")
    assert (team["by_orders"], team["other"]) == (True, "-300000.00")


def test_the_effects_on_their_sheet(tmp_path: Path) -> None:
    output = tmp_path / "分析.xlsx"
    found = analyzed(tmp_path, COMPANY, output=output)
    rows = written(output, "量价分析")
    head = next(row for row in rows if row[0] == "范围")
    team = dict(zip(head, rows[rows.index(head) + 1], strict=True))
    assert (team["上期成单额"], team["本期成单额"], team["本期客单价"]) == (200_000, 400_000, 200_000)
    assert (team["数量影响"], team["未计入成单的销售额增减"], team["销售额增减"]) == (200_000, -300_000, -100_000)
    said = next(item for item in found.conclusions if item.sheet.zh == "量价分析").sentence.zh
    assert said == "成单 1 → 2，数量影响 +200,000，价格影响 0，未计入成单的销售额 -300,000"


def test_months_of_which_one_has_no_orders_are_counted_by_the_reports(tmp_path: Path) -> None:
    head, july, *_ = ORDERS.strip().splitlines()
    team = analyzed(tmp_path, COMPANY | {"订单明细": f"{head}\n{july}"}).volume_price[0]
    assert (team.now.count, team.before.count, team.by_orders) == (10, 12, False)


def test_the_first_month_ever_has_no_drivers(tmp_path: Path) -> None:
    sheets = {"月度跟踪": MONTHLY_HEAD + "| 2026-08 | 华东 |  |  | 小张 | 10 | 8 |"}
    output = tmp_path / "分析.xlsx"
    found = analyzed(tmp_path, sheets, output=output)
    assert found.volume_price == ()
    assert found.breakdowns[0].team.factors is None
    assert "变动归因" not in opened(output).sheetnames


def test_a_walk_on_the_sheet_ends_at_this_period(tmp_path: Path) -> None:
    output = tmp_path / "分析.xlsx"
    analyzed(tmp_path, COMPANY, output=output)
    rows = [row for row in written(output, "变动归因") if row[0]]
    start = next(at for at, row in enumerate(rows) if row[0] == "上期实际")
    assert [(row[0], row[1], row[3]) for row in rows[start : start + 5]] == [
        ("上期实际", None, 1_200_000),
        ("华东", 50_000, 1_250_000),
        ("华北", 30_000, 1_280_000),
        ("华南", -180_000, 1_100_000),
        ("本期实际", None, 1_100_000),
    ]


def test_a_waterfall_stands_on_zero(tmp_path: Path) -> None:
    output = tmp_path / "分析.xlsx"
    analyzed(tmp_path, COMPANY, output=output)
    charts = opened(output)["变动归因"]._charts  # type: ignore[attr-defined]  # openpyxl has no public name for them
    assert [chart.y_axis.scaling.min for chart in charts] == [0, 0, 0]


def test_factors_are_filled_in_and_marked(tmp_path: Path) -> None:
    factors = analyzed(tmp_path, COMPANY).breakdowns[0].team.factors
    assert factors is not None
    assert factors.startswith("〔自动〕按区域：华南 -180,000；按产品线：B产品 -80,000、A产品 -50,000")


def test_what_the_user_wrote_stays_and_what_the_tool_wrote_is_renewed(tmp_path: Path) -> None:
    head = "| 指标 | 团队目标 | 团队实际 | 主要影响因素 |\n| 销售额 | 10 | 8 | "
    stated = {}
    for text in ("台风停业", "〔自动〕按区域：旧", ""):
        found = analyzed(tmp_path, COMPANY | {"业绩达成分析表": f"{head}{text} |"})
        stated[text] = found.stated[0].factors
    assert stated["台风停业"] == "台风停业"
    assert stated["〔自动〕按区域：旧"] == stated[""] != "〔自动〕按区域：旧"


def test_another_month_can_be_chosen(tmp_path: Path) -> None:
    found = analyzed(tmp_path, COMPANY, options=AnalyzeOptions(month=Month(2026, 7)))
    assert found.month == Month(2026, 7)
    assert found.breakdowns[0].team.actual == 1_200_000


def test_a_month_that_is_not_there(tmp_path: Path) -> None:
    from salescli.analyze.run import analyze

    run(tmp_path, COMPANY)
    outcome = analyze(tmp_path / "本期.xlsx", options=AnalyzeOptions(month=Month(2026, 6)))
    assert outcome.blocked
    assert ("month-not-there", None) in said(outcome)


def test_a_month_of_tables_that_have_none(tmp_path: Path) -> None:
    from salescli.analyze.run import analyze

    run(tmp_path, {"业绩达成分析表": COMPANY["业绩达成分析表"]})
    outcome = analyze(tmp_path / "本期.xlsx", options=AnalyzeOptions(month=Month(2026, 8)))
    assert said(outcome, Severity.ERROR) == [("no-months", None)]
    told = next(item for item in outcome.problems if item.code.name == "no-months").message(Lang.ZH)
    assert "没有月度目标分解与跟踪表" in told and "--month 2026-08" in told and "去掉 --month" in told
