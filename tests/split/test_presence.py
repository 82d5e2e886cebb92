"""Who is there for part of the year: full months only, a ramp for new hires, and a year cut to match."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.measure.period import Month, Year
from salescli.split.moves import Stay
from salescli.split.presence import FULL, Ramp, first_full_month, part_there, presence
from salescli.split.run import split
from salescli.table.config import load_config
from salescli.words.language import Lang
from tests.sheets import workbook
from tests.split.tables import amounts, notes, plan, run, said

NORMAL = Ramp()
GOAL = "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026年 | {target} | 元 |"


def months(hired: date | None, left: date | None = None, ramp: Ramp = NORMAL) -> list[str]:
    return [str(float(part)) for part in presence(Stay(hired, left, hired), Year(2026), ramp)]


def test_hired_on_the_first_that_month_is_the_first_full_one() -> None:
    assert first_full_month(date(2026, 9, 1)) == Month(2026, 9)
    assert months(date(2026, 9, 1)) == ["0.0"] * 8 + ["0.3", "0.6", "1.0", "1.0"]


def test_hired_within_a_month_the_next_is_the_first_full_one() -> None:
    assert first_full_month(date(2026, 9, 2)) == Month(2026, 10)
    assert months(date(2026, 9, 2)) == ["0.0"] * 9 + ["0.3", "0.6", "1.0"]


def test_a_ramp_goes_on_into_the_next_year() -> None:
    assert months(date(2025, 11, 15))[:3] == ["0.6", "1.0", "1.0"]  # December 2025 was the first full month
    october = date(2025, 10, 13)
    assert presence(Stay(october, None, october), Year(2026), NORMAL) == FULL


def test_the_month_somebody_leaves_counts_only_to_its_last_day() -> None:
    assert months(None, date(2026, 3, 31))[:5] == ["1.0", "1.0", "1.0", "0.0", "0.0"]
    assert months(None, date(2026, 3, 30))[:5] == ["1.0", "1.0", "0.0", "0.0", "0.0"]


def test_the_part_of_the_year_follows_season_and_ramp() -> None:
    # even months from September, ramping: (0.3 + 0.6 + 1 + 1) / 12
    september = date(2026, 9, 1)
    there = presence(Stay(september, None, september), Year(2026), NORMAL)
    assert part_there(there, [1] * 12) == Fraction(29, 120)
    assert part_there(there, [0] * 12) == Fraction(29, 120)
    assert part_there(there, [1] * 8 + [0] * 4) == 0


def test_a_new_hire_carries_the_months_they_are_there_for(tmp_path: Path) -> None:
    # two equals, one there from September: 120 to 29 of 14,900
    roster = "| 销售员 | 区域 | 入职日期 |\n| 甲 | 华东 | |\n| 乙 | 华东 | 2026-09-01 |"
    sheets = {"年度目标": GOAL.format(target="14900"), "销售员名册": roster}
    result = plan(run(tmp_path, sheets, weights="even"))
    assert amounts(result, "person") == {"华东/甲": "12000.00", "华东/乙": "2900.00"}
    mine = {leaf.month.number: leaf.target for leaf in result.leaves if leaf.person.name == "乙"}
    assert list(mine) == [9, 10, 11, 12]
    assert mine[9] < mine[10] < mine[11]
    assert len(set(amounts(result, "month").values())) == 2  # 14,900 in even months: 1,242 and 1,241


def test_whoever_has_no_last_year_takes_the_median_and_is_cut_too(tmp_path: Path) -> None:
    # median of 100 and 300 is 200; there for July to December after no ramp: 200 × 6/12 = 100
    roster = """
| 销售员 | 区域 | 入职日期 | 去年实际(元) |
| 甲 | 华东 | | 100 |
| 乙 | 华东 | | 300 |
| 丙 | 华东 | 2026-07-01 | |
"""
    path = workbook(tmp_path / "t.xlsx", {"年度目标": GOAL.format(target="5000"), "销售员名册": roster})
    toml = tmp_path / "salescli.toml"
    toml.write_text("[ramp]\nmonths = []\n", encoding="utf-8")
    outcome = split(path, run=RunOptions(config=load_config(toml)))
    assert amounts(plan(outcome), "person") == {"华东/甲": "1000.00", "华东/乙": "3000.00", "华东/丙": "1000.00"}
    assert said(outcome) == [("median-taken", "销售员名册", "D4")]


def test_a_ramp_from_the_configuration(tmp_path: Path) -> None:
    toml = tmp_path / "salescli.toml"
    toml.write_text("[ramp]\nmonths = [0.5]\n", encoding="utf-8")
    assert load_config(toml).ramp.months == (Decimal("0.5"),)
    assert months(date(2026, 11, 1), ramp=Ramp((Fraction(1, 2),)))[-2:] == ["0.5", "1.0"]


def test_nobody_there_in_a_month_is_an_error_with_its_months(tmp_path: Path) -> None:
    roster = "| 销售员 | 区域 | 入职日期 |\n| 甲 | 华东 | 2026-03-01 |\n| 乙 | 华东 | 2026-05-01 |"
    outcome = run(tmp_path, {"年度目标": GOAL.format(target="1200"), "销售员名册": roster}, weights="even")
    assert outcome.blocked
    assert said(outcome)[-1][0] == "nobody-in-month"
    assert "2026年1月、2026年2月" in outcome.problems[-1].message(Lang.ZH)


def test_a_region_that_starts_late_carries_its_year_in_the_months_it_has(tmp_path: Path) -> None:
    shares = "| 维度 | 名称 | 占比 |\n| 区域 | 华东 | 75% |\n| 区域 | 西南 | 25% |"
    roster = "| 销售员 | 区域 | 入职日期 |\n| 甲 | 华东 | |\n| 乙 | 西南 | 2026-07-01 |"
    sheets = {"年度目标": GOAL.format(target="12000"), "分解维度": shares, "销售员名册": roster}
    outcome = run(tmp_path, sheets, weights="even")
    result = plan(outcome)
    assert amounts(result, "region") == {"华东": "9000.00", "西南": "3000.00"}
    assert set(amounts(result, "month").values()) == {"1000.00"}
    assert said(outcome) == [("empty-months", "销售员名册", "B3")]


def test_a_region_that_has_too_few_months_names_its_people(tmp_path: Path) -> None:
    # half of the year cannot go into December, which is a twelfth
    shares = "| 维度 | 名称 | 占比 |\n| 区域 | 华东 | 50% |\n| 区域 | 西南 | 50% |"
    roster = "| 销售员 | 区域 | 入职日期 |\n| 甲 | 华东 | |\n| 乙 | 西南 | 2026-12-01 |"
    sheets = {"年度目标": GOAL.format(target="12000"), "分解维度": shares, "销售员名册": roster}
    outcome = run(tmp_path, sheets, weights="even")
    assert said(outcome)[-1] == ("months-clash", "销售员名册", "C3")
    assert "乙 合计要承担 6,000，但在岗且未锁定的月份（2026年12月）合计只有 1,000，差 5,000" in outcome.problems[
        -1
    ].message(Lang.ZH)


def test_whoever_has_no_full_month_carries_nothing(tmp_path: Path) -> None:
    roster = "| 销售员 | 区域 | 入职日期 |\n| 甲 | 华东 | |\n| 乙 | 华东 | 2026-12-02 |"
    outcome = run(tmp_path, {"年度目标": GOAL.format(target="1200"), "销售员名册": roster}, weights="even")
    assert amounts(plan(outcome), "person") == {"华东/甲": "1200.00"}
    assert said(outcome) == [("no-full-month", "销售员名册", "C3")]


def test_an_inherited_goal_holds_only_for_the_months_somebody_is_there(tmp_path: Path) -> None:
    goals = "| 指标 | 年度 | 目标值 |\n| 回款率 | 2026年 | 90% |"
    roster = "| 销售员 | 区域 | 入职日期 |\n| 甲 | 华东 | |\n| 乙 | 华东 | 2026-09-01 |"
    outcome = run(tmp_path, {"年度目标": goals, "销售员名册": roster})
    assert len(plan(outcome).leaves) == 12 + 4
    assert "goal-inherited" in notes(outcome)


@pytest.mark.parametrize("bad", ["[ramp]\nmonths = [1.5]\n", "[ramp]\nmonths = [-0.1]\n"])
def test_a_ramp_is_a_part(bad: str, tmp_path: Path) -> None:
    from salescli.table.errors import CannotRun

    toml = tmp_path / "salescli.toml"
    toml.write_text(bad, encoding="utf-8")
    with pytest.raises(CannotRun):
        load_config(toml)
