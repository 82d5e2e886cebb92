"""A tracking table taken apart: months found, parts compared, contributions that add up exactly."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.analyze.drill import breakdowns
from salescli.analyze.periods import periods_of
from salescli.analyze.run import analyze
from salescli.measure.achievement import DEFAULT_THRESHOLDS
from salescli.measure.change import NoChange
from salescli.measure.period import Month
from salescli.table.problem import Severity
from salescli.track.tables import MonthlyRow
from salescli.words.language import Lang
from tests.analyze.documents import MONTHLY_HEAD, TRACKING, metrics, run, said
from tests.sheets import workbook

SHEET = "月度目标分解与跟踪表"


def test_every_scope_of_the_last_month(tmp_path: Path) -> None:
    found = metrics(run(tmp_path, {SHEET: TRACKING}))
    scopes = [scope for name, scope in found if name == "销售额"]
    assert scopes == [
        "team",
        *("region:华东", "region:华南", "region:华北"),
        *("product:A产品", "product:B产品", "product:C产品"),
        *("person:小张", "person:小李", "person:小王", "person:小赵"),
    ]
    south = found["销售额", "region:华南"]
    assert [south.target, south.actual, south.previous] == [600_000, 320_000, 500_000]
    assert [south.achievement, south.mom.rate] == [Fraction(8, 15), Fraction(-9, 25)]


def test_totals_are_sums_and_never_averages_of_ratios(tmp_path: Path) -> None:
    team = metrics(run(tmp_path, {SHEET: TRACKING}))["销售额", "team"]
    assert [team.target, team.actual, team.achievement] == [1_700_000, 1_100_000, Fraction(11, 17)]


def test_collections_are_compared_without_a_target(tmp_path: Path) -> None:
    team = metrics(run(tmp_path, {SHEET: TRACKING}))["回款额", "team"]
    assert [team.target, team.actual, team.previous] == [None, 1_020_000, 1_090_000]
    assert team.status.value == "no_target"


def test_contributions_by_hand(tmp_path: Path) -> None:
    document = run(tmp_path, {SHEET: TRACKING}).document(Lang.EN)["result"]["drivers"]
    regions = [row for row in document if row["by"] == "region" and row["metric"] == "销售额"]
    # +50,000 in the east, -180,000 in the south, +30,000 new in the north: -100,000 of 1,200,000
    assert [(row["scope"], row["change"], row["share"], row["pull"]) for row in regions] == [
        ("region:华东", "50000.00", "-0.500000", "0.041667"),
        ("region:华南", "-180000.00", "1.800000", "-0.150000"),
        ("region:华北", "30000.00", "-0.300000", "0.025000"),
    ]


def test_a_part_that_is_new_and_one_that_is_gone(tmp_path: Path) -> None:
    outcome = run(tmp_path, {SHEET: TRACKING})
    found = metrics(outcome)
    assert found["销售额", "person:小王"].mom.why is NoChange.NO_BASE
    gone = found["销售额", "person:小赵"]
    assert [gone.actual, gone.previous, gone.mom.why] == [None, 100_000, NoChange.NO_CURRENT]
    assert [item.details["names"] for item in outcome.problems if item.code.name == "only-before"] == [("小赵",)]


def test_the_first_month_ever_has_nothing_to_compare_with(tmp_path: Path) -> None:
    outcome = run(tmp_path, {SHEET: MONTHLY_HEAD + "| 2026-08 | 华东 |  |  | 小张 | 10 | 8 |"})
    team = metrics(outcome)["销售额", "team"]
    assert (team.mom.why, team.yoy.why) == (NoChange.NO_BASE, NoChange.NO_BASE)
    assert said(outcome) == [("change-blank", None)] * 2
    assert outcome.document(Lang.EN)["result"]["drivers"] == []


def test_undated_tables_are_compared_as_a_whole(tmp_path: Path) -> None:
    now = {SHEET: "| 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n| 华东 | 小张 | 120万 | 110万 |"}
    before = {SHEET: "| 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n| 华东 | 小张 | 120万 | 120万 |"}
    outcome = run(tmp_path, now, previous=before)
    assert metrics(outcome)["销售额", "team"].mom.rate == Fraction(-1, 12)
    assert outcome.result is not None
    assert outcome.result.month is None


def test_the_month_before_comes_from_the_previous_workbook(tmp_path: Path) -> None:
    now = {SHEET: MONTHLY_HEAD + "| 2026-01 | 华东 |  |  | 小张 | 10 | 8 |"}
    before = {
        SHEET: MONTHLY_HEAD + "| 2025-11 | 华东 |  |  | 小张 | 10 | 5 |\n| 2025-12 | 华东 |  |  | 小张 | 10 | 10 |"
    }
    team = metrics(run(tmp_path, now, previous=before))["销售额", "team"]
    assert [team.previous, team.mom.rate] == [10, Fraction(-1, 5)]


@pytest.mark.parametrize(
    ("rows", "code", "cell"),
    [
        ("| 2026-08 | 华东 |  |  | 小张 | 10 | 8 |\n|  | 华东 |  |  | 小李 | 10 | 8 |", "undated-row", "A3"),
        ("| 2026-08 | 华东 |  |  | 小张 | 10 | 8 |\n| 2026-08 | 华东 |  |  | 小张 | 9 | 9 |", "repeated-row", "E3"),
    ],
)
def test_rows_nobody_can_place(tmp_path: Path, rows: str, code: str, cell: str) -> None:
    outcome = run(tmp_path, {SHEET: MONTHLY_HEAD + rows})
    assert said(outcome, Severity.ERROR) == [(code, cell)]
    assert outcome.result is None


def test_two_people_of_one_name_stay_two(tmp_path: Path) -> None:
    rows = "| 2026-08 | 华东 |  | S001 | 小张 | 10 | 8 |\n| 2026-08 | 华南 |  | S002 | 小张 | 10 | 4 |"
    found = metrics(run(tmp_path, {SHEET: MONTHLY_HEAD + rows}))
    assert found["销售额", "person:小张(S001)"].actual == 8
    assert found["销售额", "person:小张(S002)"].actual == 4


def test_collections_that_are_partly_known_are_said(tmp_path: Path) -> None:
    head = "| 区域 | 销售员 | 月度目标(元) | 累计实际(元) | 回款额(元) |\n"
    table = head + "| 华东 | 小张 | 10 | 8 | 5 |\n| 华东 | 小李 | 10 | 8 |  |"
    outcome = run(tmp_path, {SHEET: table})
    assert metrics(outcome)["回款额", "team"].actual == 5
    assert ("partly-collected", None) in said(outcome)


MONEY = st.decimals(min_value=-10_000, max_value=10_000_000, places=2)
ROW = st.builds(
    lambda month, region, product, person, target, actual, collected: MonthlyRow(
        month=Month(2026, month),
        region=region,
        product=product,
        person=person,
        target=abs(target),
        actual=actual,
        collected=collected,
    ),
    st.sampled_from((7, 8)),
    st.sampled_from(("华东", "华南", "华北")),
    st.sampled_from(("A产品", "B产品", None)),
    st.sampled_from(("小张", "小李", "小王", "小赵")),
    MONEY,
    MONEY,
    MONEY | st.none(),
)


@given(st.lists(ROW, min_size=1, max_size=12))
def test_contributions_add_up_to_the_fen(rows: list[MonthlyRow]) -> None:
    for found in breakdowns(periods_of(tuple(rows)), DEFAULT_THRESHOLDS, Lang.ZH):
        actual = sum((part.metric.actual or Decimal(0) for part in found.parts), Decimal(0))
        assert actual == (found.team.actual or 0)
        if found.change is not None:
            assert sum(part.change for part in found.parts) == found.change
            if found.change != 0:
                assert sum(part.share or Fraction(0) for part in found.parts) == 1
            if found.team.mom.rate is not None:
                assert sum(part.pull or Fraction(0) for part in found.parts) == found.team.mom.rate


def test_sales_that_the_metrics_table_states_alike_stand_once(tmp_path: Path) -> None:
    tracking = "| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n| 2026-08 | 华东 | 小张 | 100,000 | 90,000 |"
    stated = "| 指标 | 团队目标 | 团队实际 |\n| 销售额 | {target} | 90,000 |"
    for target, count in (("100,000", 1), ("120,000", 2)):
        sheets = {"月度目标分解与跟踪表": tracking, "业绩达成分析表": stated.format(target=target)}
        result = analyze(workbook(tmp_path / "in.xlsx", sheets)).document(Lang.EN)["result"]
        assert [row["metric"] for row in result["metrics"] if row["scope"] == "team"] == ["销售额"] * count
