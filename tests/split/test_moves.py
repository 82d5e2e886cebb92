"""Somebody who moves from one region to another: no month lost, none counted twice, no second ramp."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest

from salescli.measure.period import Month
from salescli.split.result import SplitResult
from salescli.words.language import Lang
from tests.parity import assert_parity
from tests.split.tables import amounts, notes, plan, run, said
from tests.split.test_replan import again, people

GOAL = "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026年 | 12000 | 元 |"
HEAD = "| 工号 | 销售员 | 区域 | 入职日期 | 离职日期 | 去年实际(元) |"


def company(*rows: str, **sheets: str) -> dict[str, str]:
    return {"年度目标": GOAL, "销售员名册": "\n".join((HEAD, *(f"| {row} |" for row in rows))), **sheets}


def months_in(result: SplitResult, region: str, name: str = "甲") -> list[int]:
    """The months in which somebody carries a target in a region."""
    return sorted(
        {leaf.month.number for leaf in result.leaves if (leaf.person.region, leaf.person.name) == (region, name)}
    )


def test_each_region_has_them_for_its_part_of_the_year(tmp_path: Path) -> None:
    # equals: half a year each in two regions, and a whole one: 3,000 + 3,000 + 6,000
    sheets = company(
        "S1 | 甲 | 华东 | | 2026-06-30 | 100", "S1 | 甲 | 华南 | 2026-07-01 | | 100", "S2 | 乙 | 华南 | | | 100"
    )
    outcome = run(tmp_path, sheets)
    result = plan(outcome)
    assert amounts(result, "person") == {"S1/华东": "3000.00", "S1/华南": "3000.00", "S2": "6000.00"}
    assert months_in(result, "华东") == [1, 2, 3, 4, 5, 6]
    assert months_in(result, "华南") == [7, 8, 9, 10, 11, 12]
    assert set(amounts(result, "month").values()) == {"1000.00"}
    assert said(outcome) == [("empty-months", "销售员名册", "C2")]  # 华东 has nobody from July on


@pytest.mark.parametrize(
    ("left", "joined", "last"),
    [
        ("2026-07-14", "2026-07-15", 7),  # within a month: it stays with the region of its first day
        ("2026-05-29", "2026-06-01", 5),  # Friday and Monday, the weekend ends the month
        ("2026-07-31", "2026-08-03", 7),  # the weekend begins the month: nobody's, so the new region's
        ("2026-09-30", "2026-10-08", 9),  # the week of the National Day
    ],
)
def test_no_month_is_lost(tmp_path: Path, left: str, joined: str, last: int) -> None:
    sheets = company(f"S1 | 甲 | 华东 | | {left} | 100", f"S1 | 甲 | 华南 | {joined} | | 100")
    result = plan(run(tmp_path, sheets))
    assert months_in(result, "华东") == list(range(1, last + 1))
    assert months_in(result, "华南") == list(range(last + 1, 13))


def test_the_ramp_goes_on_and_does_not_start_again(tmp_path: Path) -> None:
    # joined in March (30 %), moved in April (60 %), then 100 %; beside one equal who is there all year.
    # in even months: 0.3/12 + 0.6/12 + 8/12 against 1: 8.9 of 20.9 parts
    sheets = company(
        "S1 | 甲 | 华东 | 2026-03-01 | 2026-03-31 | 1", "S1 | 甲 | 华南 | 2026-04-01 | | 1", "S2 | 乙 | 华南 | | | 1"
    )
    sheets["年度目标"] = GOAL.replace("12000", "20900")
    result = plan(run(tmp_path, sheets))
    assert amounts(result, "person") == {"S1/华东": "300.00", "S1/华南": "8600.00", "S2": "12000.00"}


def test_after_time_away_the_ramp_begins_again(tmp_path: Path) -> None:
    # January to March 3 parts; back in October: 0.3 + 0.6 + 1; beside 12: 4.9 of 16.9
    sheets = company(
        "S1 | 甲 | 华东 | | 2026-03-31 | 1",
        "S1 | 甲 | 华南 | 2026-10-01 | | 1",
        "S2 | 乙 | 华南 | | | 1",
    )
    sheets["年度目标"] = GOAL.replace("12000", "16900")
    result = plan(run(tmp_path, sheets))
    assert amounts(result, "person") == {"S1/华东": "3000.00", "S1/华南": "1900.00", "S2": "12000.00"}


def test_last_year_is_theirs_in_both_regions(tmp_path: Path) -> None:
    # 300 and 100: half of 300 in each region against 100
    sheets = company(
        "S1 | 甲 | 华东 | | 2026-06-30 | 300", "S1 | 甲 | 华南 | 2026-07-01 | | ", "S2 | 乙 | 华南 | | | 100"
    )
    outcome = run(tmp_path, sheets)
    assert amounts(plan(outcome), "person") == {
        "S1/华东": "4500.00",
        "S1/华南": "4500.00",
        "S2": "3000.00",
    }
    assert "median-taken" not in [code for code, _, _ in said(outcome)]


UNCLEAR = {
    "no dates": ("S1 | 甲 | 华东 | | | 1", "S1 | 甲 | 华南 | | | 1"),
    "no day of leaving": ("S1 | 甲 | 华东 | | | 1", "S1 | 甲 | 华南 | 2026-07-01 | | 1"),
    "no day of joining": ("S1 | 甲 | 华东 | | 2026-06-30 | 1", "S1 | 甲 | 华南 | | | 1"),
    "both at once": ("S1 | 甲 | 华东 | | 2026-07-31 | 1", "S1 | 甲 | 华南 | 2026-07-01 | | 1"),
}


@pytest.mark.parametrize("rows", UNCLEAR.values(), ids=UNCLEAR)
def test_a_move_without_its_dates_is_no_guess(tmp_path: Path, rows: Iterable[str]) -> None:
    outcome = run(tmp_path, company(*rows))
    assert outcome.result is None
    assert said(outcome) == [("move-unclear", "销售员名册", "C3")]
    message = next(item for item in outcome.problems if item.code.name == "move-unclear").message(Lang.ZH)
    assert "甲(工号“S1”)在 C2 属于华东，这里属于华南" in message


PINS = """
| 工号 | 销售员 | 区域 | 月份 | 锁定目标(元) |
| S1 | 甲 | | 2026年 | 5000 |
| S1 | 甲 | 华东 | 2026年3月 | 700 |
"""


def test_a_pin_of_the_year_holds_over_both_regions(tmp_path: Path) -> None:
    rows = ("S1 | 甲 | 华东 | | 2026-06-30 | 1", "S1 | 甲 | 华南 | 2026-07-01 | | 1", "S2 | 乙 | 华南 | | | 1")
    result = plan(run(tmp_path, company(*rows, 锁定目标=PINS)))
    found = {key: Decimal(amount) for key, amount in amounts(result, "person").items()}
    assert found["S1/华东"] + found["S1/华南"] == 5000
    assert [leaf.target for leaf in result.leaves if leaf.month == Month(2026, 3) and leaf.person.name == "甲"] == [700]


def test_planning_again_leaves_what_was_reached_where_it_was_reached(tmp_path: Path) -> None:
    # the roster has the new region only; 2,000 are reached, 10,000 left: a quarter of it and three quarters
    rows = (
        "2026年1月 | 华北 | S1 | 甲 | | 800",
        "2026年2月 | 华北 | S1 | 甲 | | 200",
        "2026年1月 | 华南 | S2 | 乙 | | 600",
        "2026年2月 | 华南 | S2 | 乙 | | 400",
    )
    outcome = again(tmp_path, Month(2026, 3), *rows)
    result = plan(outcome)
    assert said(outcome) == []
    assert notes(outcome).count("replan-moved") == 1
    regions = {(leaf.person.region, leaf.month.number): leaf.target for leaf in result.leaves}
    assert (regions["华北", 1], regions["华北", 2]) == (Decimal(800), Decimal(200))
    assert ("华东", 1) not in regions
    assert [(item["region"], item["person"], item["after"]) for item in people(result)] == [
        ("华东", "甲", "2500.00"),
        ("华南", "乙", "8500.00"),
        ("华北", "甲", "1000.00"),
    ]


@pytest.mark.parity
def test_the_workbook_keeps_the_regions_of_one_id_apart(tmp_path: Path) -> None:
    sheets = company(
        "S1 | 甲 | 华东 | | 2026-06-30 | 100", "S1 | 甲 | 华南 | 2026-07-01 | | 100", "S2 | 乙 | 华南 | | | 100"
    )
    plan(run(tmp_path, sheets, output=tmp_path / "plan.xlsx", hedge="person=1.1", lines=True))
    assert_parity(tmp_path / "plan.xlsx")


def test_somebody_who_moves_is_one_of_the_people(tmp_path: Path) -> None:
    rows = ("S1 | 甲 | 华东 | | 2026-06-30 | 1", "S1 | 甲 | 华南 | 2026-07-01 | | 1", "S2 | 乙 | 华东 | | | 1")
    assert [person.name for person in plan(run(tmp_path, company(*rows))).people] == ["甲", "乙"]
