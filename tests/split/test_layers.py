"""The issued layer and the three lines: multiples beside a base that never changes."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from salescli.split.hedge import parse_hedge
from salescli.split.multiples import multiple
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
    """华东: 205 × 1.05 = 215.25, so 215 a month and 2,580 a year; not 1.05 × 1.1."""
    result = plan(run(tmp_path, PAIR, weights="even", hedge="person=1.1,region=1.05")).document()
    region, first, second = result["issued"]
    assert (region["of"], region["factor"], region["base"], region["issued"]) == ("华东", "1.05", "2460.00", "2580.00")
    assert set(region["months"].values()) == {"215.00"}
    assert [(item["of"], item["base"]) for item in (first, second)] == [("S1", "1230.00"), ("S2", "1230.00")]
    # 102 × 1.1 = 112.2 and 103 × 1.1 = 113.3
    assert {*first["months"].values(), *second["months"].values()} == {"112.00", "113.00"}
    assert result["hedge"] == {"person": "1.1", "region": "1.05"}


def test_the_base_is_the_same_with_and_without_a_hedge(tmp_path: Path) -> None:
    plain = plan(run(tmp_path / "a", COMPANY)).document()
    hedged = plan(run(tmp_path / "b", COMPANY, hedge="person=1.1")).document()
    assert (plain["leaves"], plain["checks"], plain["weeks"]) == (hedged["leaves"], hedged["checks"], hedged["weeks"])
    assert plain["issued"] == []


def test_a_product_of_half_a_unit_is_rounded_up() -> None:
    assert multiple(Decimal(5), Fraction("1.1"), Decimal(1)) == 6  # 5.5
    assert multiple(Decimal(14000), Fraction("1.1"), Decimal(1000)) == 15000  # 15.4 thousand
    assert multiple(Decimal("14007"), Fraction(1), Decimal(1000)) == 14007


@pytest.mark.parametrize("text", ["person=1.1,region=105%", "region = 1.05，人=1.1", "区域=1.05,销售员=110%"])
def test_factors_in_any_usual_form(text: str) -> None:
    assert parse_hedge(text) == {Level.PERSON: Fraction("1.1"), Level.REGION: Fraction("1.05")}


@pytest.mark.parametrize("text", ["person", "person=0.9", "person=110", "team=1.1", "person=1.1,person=1.2", ""])
def test_a_hedge_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(CannotRun, match="hedge"):
        parse_hedge(text)


def test_three_lines_of_the_configured_multiples(tmp_path: Path) -> None:
    """205 a month: 0.7 × 205 = 143.5, so 144; 1.3 × 205 = 266.5, so 267."""
    config = Config(lines=LineKeys(floor=Decimal("0.7"), stretch=Decimal("1.3")))
    region = plan(run(tmp_path, PAIR, weights="even", lines=True, config=config)).document()["lines"][0]
    assert (region["floor"], region["target"], region["stretch"]) == ("1728.00", "2460.00", "3204.00")
    assert set(region["months"]["floor"].values()) == {"144.00"}


def test_there_are_no_lines_unless_asked_for(tmp_path: Path) -> None:
    assert plan(run(tmp_path, PAIR, weights="even")).document()["lines"] == []


def test_lines_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="floor must not lie above target"):
        LineKeys(floor=Decimal("1.1"))
