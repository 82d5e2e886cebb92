"""The issued layer and the three lines: multiples beside a base that never changes."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.measure.period import Year
from salescli.split.hedge import parse_hedge
from salescli.split.multiples import multiplied
from salescli.split.parts import Level
from salescli.table.config import Config, LineKeys
from salescli.table.errors import CannotRun
from tests.split.tables import COMPANY, plan, run

PAIR = {
    "年度目标": "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026 | 2460 | 元 |\n| 回款率 | 2026 | 90% | |",
    "销售员名册": "| 工号 | 销售员 | 区域 |\n| S1 | 甲 | 华东 |\n| S2 | 乙 | 华东 |",
}
"""Even: 205 a month for the region; 甲 has 1,230 in the year, in months of 102 and 103."""


def test_each_level_is_issued_its_own_factor_of_its_own_base(tmp_path: Path) -> None:
    """2,460 × 1.05 = 2,583 for the region and 2,460 × 1.1 = 2,706 for its people; not 1.05 × 1.1."""
    result = plan(run(tmp_path, PAIR, weights="even", hedge="person=1.1,region=1.05")).document()
    issued = {(item["level"], item["of"]): item for item in result["issued"]}
    assert list(issued) == [("region", None), ("region", "华东"), ("person", None), ("person", "S1"), ("person", "S2")]
    region = issued["region", "华东"]
    assert (region["factor"], region["base"], region["issued"]) == ("1.05", "2460.00", "2583.00")
    # 205 × 1.05 = 215.25 a month: three of them go up, one in each of three quarters of 645.75
    assert sorted(region["months"].values()) == ["215.00"] * 9 + ["216.00"] * 3
    assert [issued["person", key]["issued"] for key in (None, "S1", "S2")] == ["2706.00", "1353.00", "1353.00"]
    assert result["hedge"] == {"person": "1.1", "region": "1.05"}


def test_a_year_of_counts_is_rounded_once(tmp_path: Path) -> None:
    """27 × 1.1 = 29.7, so 30; month by month most would stay where they are."""
    sheets = {**PAIR, "年度目标": "| 指标 | 年度 | 目标值 |\n| 新客户数 | 2026 | 27家 |"}
    result = plan(run(tmp_path, sheets, weights="even", hedge="person=1.1,region=1.1", lines=True)).document()
    assert {item["of"]: item["issued"] for item in result["issued"] if item["of"] in (None, "华东")} == {
        None: "30",
        "华东": "30",
    }
    # 27 × 0.8 = 21.6 and 27 × 1.2 = 32.4
    company = result["lines"][0]
    assert (company["level"], company["floor"], company["target"], company["stretch"]) == ("company", "22", "27", "32")


def test_layers_add_up_in_every_direction(tmp_path: Path) -> None:
    goals = "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026 | 1234567.89 | 元 |\n| 新客户数 | 2026 | 83家 | |"
    sheets = {**COMPANY, "年度目标": goals}
    hedge = "person=1.07,region=1.05,product=1.03"
    result = plan(run(tmp_path, sheets, hedge=hedge, lines=True)).document()
    for metric, base in (("销售额", Decimal("1234567.89")), ("新客户数", Decimal(83))):
        for level, factor in (("person", "1.07"), ("region", "1.05"), ("product", "1.03")):
            mine = [item for item in result["issued"] if (item["metric"], item["level"]) == (metric, level)]
            whole, parts = mine[0], mine[1:]
            exact = base * Decimal(factor)
            assert abs(Decimal(whole["issued"]) - exact) <= Decimal("0.5")
            assert_adds_up(whole["months"], [part["months"] for part in parts])
            assert sum(map(Decimal, whole["months"].values())) == Decimal(whole["issued"])
        lines = [item for item in result["lines"] if item["metric"] == metric]
        for line in ("floor", "target", "stretch"):
            by_level = {
                level: [item["months"][line] for item in lines if item["level"] == level]
                for level in ("company", "region", "person")
            }
            assert_adds_up(by_level["company"][0], by_level["region"])
            assert_adds_up(by_level["company"][0], by_level["person"])


def assert_adds_up(whole: dict[str, str], parts: list[dict[str, str]]) -> None:
    for month, amount in whole.items():
        assert Decimal(amount) == sum(Decimal(part[month]) for part in parts)


@given(
    st.lists(st.lists(st.lists(st.integers(0, 30), min_size=12, max_size=12), min_size=1, max_size=4), max_size=4),
    st.fractions(Fraction(1, 2), 3),
    st.sampled_from(("0.01", "1", "10")),
)
def test_every_figure_is_within_a_unit_of_its_own_multiple(
    groups: list[list[list[int]]], factor: Fraction, unit: str
) -> None:
    months = Year(2026).months()
    base = [[dict(zip(months, map(Decimal, row), strict=True)) for row in group] for group in groups]
    found = multiplied(base, factor, Decimal(unit))
    if factor == 1:
        assert found == base
        return

    def near(parts: list[Decimal], figures: list[int]) -> None:
        assert abs(sum(map(Fraction, parts), Fraction(0)) - factor * sum(figures)) < Fraction(unit)

    for group, own in zip(found, groups, strict=True):
        for part, row in zip(group, own, strict=True):
            near(list(part.values()), row)
            for first in (0, 3, 6, 9):
                near(list(part.values())[first : first + 3], row[first : first + 3])
            for month, figure in zip(months, row, strict=True):
                near([part[month]], [figure])
        for at, month in enumerate(months):
            near([part[month] for part in group], [row[at] for row in own])
        near([amount for part in group for amount in part.values()], [figure for row in own for figure in row])


def test_the_base_is_the_same_with_and_without_a_hedge(tmp_path: Path) -> None:
    plain = plan(run(tmp_path / "a", COMPANY)).document()
    hedged = plan(run(tmp_path / "b", COMPANY, hedge="person=1.1")).document()
    of_base = [check for check in hedged["checks"] if not check["name"].startswith("issued")]
    assert (plain["leaves"], plain["checks"], plain["weeks"]) == (hedged["leaves"], of_base, hedged["weeks"])
    assert plain["issued"] == []


@pytest.mark.parametrize("text", ["person=1.1,region=105%", "region = 1.05，人=1.1", "区域=1.05,销售员=110%"])
def test_factors_in_any_usual_form(text: str) -> None:
    assert parse_hedge(text) == {Level.PERSON: Fraction("1.1"), Level.REGION: Fraction("1.05")}


@pytest.mark.parametrize("text", ["person", "person=0.9", "person=110", "team=1.1", "person=1.1,person=1.2", ""])
def test_a_hedge_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(CannotRun, match="hedge"):
        parse_hedge(text)


def test_three_lines_of_the_configured_multiples(tmp_path: Path) -> None:
    """2,460 × 0.7 = 1,722 and × 1.3 = 3,198, for the region and for its two people together."""
    config = Config(lines=LineKeys(floor=Decimal("0.7"), stretch=Decimal("1.3")))
    lines = plan(run(tmp_path, PAIR, weights="even", lines=True, config=config)).document()["lines"]
    figures = [(item["floor"], item["target"], item["stretch"]) for item in lines]
    assert figures[0] == figures[1] == ("1722.00", "2460.00", "3198.00")
    assert figures[2] == figures[3] == ("861.00", "1230.00", "1599.00")
    # 205 × 0.7 = 143.5 a month
    assert set(lines[1]["months"]["floor"].values()) == {"143.00", "144.00"}


def test_there_are_no_lines_unless_asked_for(tmp_path: Path) -> None:
    assert plan(run(tmp_path, PAIR, weights="even")).document()["lines"] == []


def test_lines_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="floor must not lie above target"):
        LineKeys(floor=Decimal("1.1"))
