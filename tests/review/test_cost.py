"""What incentives cost: months and the quarter that pays beside them, corrections, and the base of the rate."""

from pathlib import Path
from typing import Any

import pytest

from salescli.excel.intake import RunOptions
from salescli.review.run import review
from salescli.table.problem import Severity
from tests.parity import assert_parity
from tests.review.documents import TRACKING, codes, section
from tests.review.test_verdicts import TRACKED
from tests.sheets import Cell, workbook

HEAD = "| 核算周期 | 销售员 | 区域 | 目标业绩 | 实际业绩 | 计提基数 | 提成 | 奖金 | 团队奖 | 应发合计(元) |\n"
JULY = HEAD + (
    "| 2023-07 | 小张 | 华东 | 700,000 | 735,000 | 735,000 | 14,700 | 0 | 0 | 14,700 |\n"
    "| 2023-07 | 小李 | 华南 | 600,000 | 300,000 | 300,000 | 0 | 0 | 0 | 0 |"
)
AUGUST = HEAD + (
    "| 2023-08 | 小张 | 华东 | 800,000 | 840,000 | 840,000 | 16,800 | 0 | 0 | 16,800 |\n"
    "| 2023-08 | 小李 | 华南 | 600,000 | 450,000 | 450,000 | 500 | 0 | 0 | 500 |\n"
    "| 2023-08 | 小王 | 华北 | 300,000 | 330,000 | 330,000 | 6,600 | 0 | 0 | 6,600 |"
)
LONGER = HEAD + (
    "| 2023Q3 | 小张 | 华东 | 1,500,000 | 1,575,000 | 1,575,000 | 0 | 5,000 | 0 | 5,000 |\n"
    "| 2023Q3 | 小李 | 华南 | 1,200,000 | 750,000 | 750,000 | 0 | 0 | 0 | 0 |\n"
    "| 2023Q3 | 小王 | 华北 | 300,000 | 330,000 | 330,000 | 0 | 0 | 0 | 0 |"
)
"""The months came to 14,700 and 23,900; the quarter pays 5,000 beside them. Its base is all of 2,655,000."""
BEFORE: list[list[Cell]] = [["指标", "数值"], ["此前已发 · 2023年7月", 14700], ["此前已发 · 2023年8月", 23900]]
CORRECTION = (
    "| 核算周期 | 销售员 | 区域 | 已发(元) | 补/扣 | 补扣金额(元) | 原因 |\n"
    "| 2023-07 | 小张 | 华东 | 14,700 | 扣回 | -2,000 | 客户 |\n| 合计 |  |  |  |  | -2,000 |  |"
)


def reviewed(folder: Path, books: dict[str, dict[str, Any]], period: str = "2023Q3") -> Any:
    files = [workbook(folder / f"{name}.xlsx", sheets) for name, sheets in books.items()]
    return review(files, folder / "复盘.xlsx", period=period, run=RunOptions(force=True))


def lines(outcome: Any) -> list[tuple[str | None, str, str, str | None]]:
    return [(row["period"], row["kind"], row["total"], row["base"]) for row in section(outcome, "incentives")]


def test_a_quarter_pays_beside_its_months(tmp_path: Path) -> None:
    july, august, longer = {"提成表": JULY}, {"提成表": AUGUST}, {"汇总": BEFORE, "提成表": LONGER}
    outcome = reviewed(tmp_path, {"七": july, "八": august, "季": longer})
    assert lines(outcome) == [
        ("2023-07", "sheet", "14700.00", None),
        ("2023-08", "sheet", "23900.00", None),
        ("2023Q3", "sheet", "5000.00", "2655000.00"),  # September is missing, so the base is the quarter's
        (None, "total", "43600.00", "2655000.00"),
    ]
    assert section(outcome, "incentives")[-1]["cost_rate"] == "0.016422"  # 43,600 ÷ 2,655,000
    earners = [(row["person"], row["target"], row["total"]) for row in section(outcome, "earners")]
    assert earners == [
        ("小张", "1500000.00", "36500.00"),  # 14,700 + 16,800 + 5,000; the targets once
        ("小王", "300000.00", "6600.00"),
        ("小李", "1200000.00", "500.00"),
    ]
    assert {"payouts-overlap", "paid-apart", "paid-otherwise"}.isdisjoint(codes(outcome))


def test_a_quarter_alone_counts_what_it_records_of_its_months(tmp_path: Path) -> None:
    outcome = reviewed(tmp_path, {"季": {"汇总": BEFORE, "提成表": LONGER}})
    assert lines(outcome) == [
        ("2023Q3", "sheet", "5000.00", "2655000.00"),
        ("2023-07", "paid_before", "14700.00", None),
        ("2023-08", "paid_before", "23900.00", None),
        (None, "total", "43600.00", "2655000.00"),
    ]
    assert "paid-apart" in codes(outcome, Severity.WARNING)
    assert section(outcome, "incentives")[-1]["earned"] is None  # whom the months paid is not known here
    assert [row["signals"] for row in section(outcome, "earners")] == [[], ["high_target_behind"], []]


def test_a_month_recorded_otherwise_is_said(tmp_path: Path) -> None:
    other: list[list[Cell]] = [*BEFORE[:1], ["此前已发 · 2023年7月", 14000]]
    outcome = reviewed(tmp_path, {"七": {"提成表": JULY}, "季": {"汇总": other, "提成表": LONGER}})
    assert lines(outcome)[-1] == (None, "total", "19700.00", "2655000.00")  # 14,700 + 5,000
    assert "paid-otherwise" in codes(outcome, Severity.WARNING)


def test_corrections_are_part_of_the_cost(tmp_path: Path) -> None:
    august = {"提成表": AUGUST, "补扣": CORRECTION}
    outcome = reviewed(tmp_path, {"七": {"提成表": JULY}, "八": august, "八再给": august})
    assert lines(outcome) == [
        ("2023-07", "sheet", "14700.00", "1035000.00"),
        ("2023-08", "sheet", "23900.00", "1620000.00"),
        ("2023-07", "corrections", "-2000.00", None),
        (None, "total", "36600.00", "2655000.00"),
    ]
    assert section(outcome, "earners")[0]["total"] == "29500.00"  # 14,700 + 16,800 − 2,000
    month = reviewed(tmp_path, {"七": {"提成表": JULY}, "八": august}, "2023-07")
    assert lines(month)[-1][2] == "14700.00"  # August's workbook pays the correction


def test_a_base_that_is_not_the_sales_is_said(tmp_path: Path) -> None:
    tracking = {"月度目标分解与跟踪表": TRACKING}
    same = reviewed(tmp_path, {"跟踪": tracking, "八": {"提成表": AUGUST}}, "2023-08")
    assert "base-is-not-sales" not in codes(same)
    less = AUGUST.replace("840,000 | 840,000", "840,000 | 640,000")
    outcome = reviewed(tmp_path, {"跟踪": tracking, "八": {"提成表": less}}, "2023-08")
    (found,) = (item for item in outcome.problems if item.code.name == "base-is-not-sales")
    assert (found.details["base"], found.details["sales"], found.details["gap"]) == (
        "1,420,000",
        "1,620,000",
        "-200,000",
    )


def test_a_correction_that_a_recorded_sum_may_have_is_said(tmp_path: Path) -> None:
    august, longer = {"提成表": AUGUST, "补扣": CORRECTION}, {"汇总": BEFORE, "提成表": LONGER}
    outcome = reviewed(tmp_path, {"八": august, "季": longer})
    assert lines(outcome)[-1] == (None, "total", "41600.00", "2655000.00")  # 23,900 + 5,000 + 14,700 − 2,000
    assert "perhaps-corrected" in codes(outcome, Severity.WARNING)
    known = reviewed(tmp_path, {"七": {"提成表": JULY}, "八": august, "季": longer})
    assert lines(known)[-1][2] == "41600.00"
    assert {"perhaps-corrected", "paid-otherwise"}.isdisjoint(codes(known))


@pytest.mark.parity
def test_the_formulas_of_cost_and_effects_agree(tmp_path: Path) -> None:
    """A quarter alone (nobody known of its months), its months beside it, and strategies of every verdict."""
    longer: dict[str, Any] = {"汇总": BEFORE, "提成表": LONGER}
    goals = (
        "成交率提升至25%",
        "成交率超过20%",
        "回款额提升60%",
        "销售周期缩短至19天",
        "毛利率提高30个百分点",
        "翻一番",
    )
    head = "| 策略名称 | 对应目标 | 责任人 | 开始时间 | 截止时间 | 当前进度 |\n"
    table = head + "\n".join(f"| {goal} | {goal} | 甲 | 2026-08-01 | 2026-12-31 | 进行中 |" for goal in goals)
    outputs = []
    for name, given, period in (
        ("单", {"季": longer}, "2023Q3"),
        ("全", {"七": {"提成表": JULY}, "八": {"提成表": AUGUST, "补扣": CORRECTION}, "季": longer}, "2023Q3"),
        ("策略", {"跟踪": TRACKED | {"策略执行跟踪表": table}}, "2026-08"),
    ):
        assert reviewed(tmp_path / name, given, period).outputs
        outputs.append(tmp_path / name / "复盘.xlsx")
    assert_parity(*outputs)
