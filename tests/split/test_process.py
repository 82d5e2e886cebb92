"""Process targets: a sales target worked back through the funnel, rounded up at every step."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from salescli.split.funnel import Funnel
from salescli.split.process import a_week
from tests.split.tables import COMPANY, FUNNEL, plan, run, said

STAGES = ("线索", "客户拜访", "方案提交", "成交")
BACK = Funnel(STAGES, (Fraction(35, 100), Fraction(45, 100), Fraction(30, 100)), Decimal(50000))


def test_81_wan_at_5_wan_a_deal() -> None:
    """16.2 deals are 17; 17 ÷ 30 % = 56.67, so 57; 57 ÷ 45 % = 126.67, so 127; 127 ÷ 35 % = 362.86, so 363."""
    assert BACK.back(Decimal(810_000)) == (363, 127, 57, 17)


def test_what_comes_out_even_is_not_rounded_up() -> None:
    """7 deals at 70 % are exactly 10: in floats 7 / 0.7 is a trifle more, and would be 11."""
    assert Funnel(("方案", "成交"), (Fraction(7, 10),), Decimal(10)).back(Decimal(70)) == (10, 7)


def test_a_working_week_has_five_days() -> None:
    """363 leads in a month of 21 days are 86.4 a week, so 87; a month of three days is one short week."""
    assert a_week(363, 21) == 87
    assert a_week(10, 3) == 10
    assert a_week(0, 21) == 0


def test_every_person_and_month(tmp_path: Path) -> None:
    """One person, 810,000 a month; August 2026 has 21 working days, October 18."""
    sheets = {
        "年度目标": "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026 | 972万 | 元 |",
        "销售员名册": "| 工号 | 销售员 | 区域 |\n| S1 | 甲 | 华东 |",
        "过程参数": FUNNEL,
    }
    months = {item["month"]: item for item in plan(run(tmp_path, sheets, weights="even")).document()["process"]}
    assert len(months) == 12
    august, october = months["2026-08"], months["2026-10"]
    assert (august["person"], august["sales"]) == ("甲", "810000.00")
    assert [(stage["stage"], stage["month"], stage["week"]) for stage in august["stages"]] == [
        ("线索", 363, 87), ("客户拜访", 127, 31), ("方案提交", 57, 14), ("成交", 17, 5),
    ]  # fmt: skip
    assert [stage["week"] for stage in october["stages"]] == [101, 36, 16, 5]


def test_no_table_no_process_targets(tmp_path: Path) -> None:
    assert plan(run(tmp_path, COMPANY)).document()["process"] == []


@pytest.mark.parametrize(
    ("rows", "code", "cell"),
    [
        ("| 线索 | | |\n| 成交 | | 50000 |", "rate-missing", "B2"),
        ("| 线索 | 40% | |\n| 成交 | | |", "price-missing", "C3"),
        ("| 成交 | 40% | 50000 |\n| 线索 | | 1 |", "price-astray", "C2"),
        ("| 线索 | 40% | |\n| 线索 | 40% | |\n| 成交 | | 50000 |", "stage-twice", "A3"),
        ("| 线索 | 40% | |\n| 成交 | 50% | 50000 |", "rate-unused", "B3"),
    ],
)
def test_a_funnel_that_cannot_be_worked_back_is_named(rows: str, code: str, cell: str, tmp_path: Path) -> None:
    table = f"| 环节 | 转化率(%) | 客单价(元) |\n{rows}"
    outcome = run(tmp_path, {**COMPANY, "过程参数": table})
    assert (code, "过程参数", cell) in said(outcome)
    assert outcome.blocked is (code != "rate-unused")
