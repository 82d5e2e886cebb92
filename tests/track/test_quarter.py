"""A quarter of messy weekly files, as a sales manager gets them, against figures worked by hand.

Title rows, total rows, texts for numbers, headers by other names, two people of one name, a person who changed
region in the middle of the quarter, a correction, a copy, a stranger, and a week over two months.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salescli.track.options import TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from tests.sheets import workbook

OPTIONS = TrackOptions(as_of=date(2026, 9, 30))

PLAN = """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 指标 | 目标值 |
| 2026年7月 | 华东 | A产品 | S001 | *小张 | 销售额 | 30万 |
| 2026年8月 | 华东 | A产品 | S001 | *小张 | 销售额 | 30万 |
| 2026年9月 | 华南 | A产品 | S001 | *小张 | 销售额 | 20万 |
| 2026年7月 | 华东 | B产品 | S002 | 小陈 | 销售额 | 100,000 |
| 2026年8月 | 华东 | B产品 | S002 | 小陈 | 销售额 | 100,000 |
| 2026年9月 | 华东 | B产品 | S002 | 小陈 | 销售额 | 100,000 |
| 2026年7月 | 华东二区 | B产品 | S003 | 小陈 | 销售额 | 50,000 |
| 2026年8月 | 华东二区 | B产品 | S003 | 小陈 | 销售额 | 50,000 |
| 2026年9月 | 华东二区 | B产品 | S003 | 小陈 | 销售额 | 50,000 |
| 2026年7月 | 华东 | A产品 | S001 | *小张 | 线索数 | 20个 |
| 2026年7月 | 华东 | B产品 | S002 | 小陈 | 线索数 | 10个 |
| 2026年8月 | 华东 | A产品 | S001 | *小张 | 回款率 | 40% |
"""

JULY = """
| 华东大区 2026年7月 销售周报 |
| |
| 周次 | 大区 | 姓名 | 工号 | 线索 | 业绩（万元） | 回款 |
| 2026-07-06 | | 小张 | S001 | 10 | 12.5 | ￥50,000 |
| 2026年7月13日 | | *小张 | S001 | 12 | ２０ | 100,000.5 |
| 7月8日 | | 小陈 | S002 | 5 | 4 | — |
| 合计 | | | | 27 | 36.5 | 150,000.5 |
"""
AUGUST = """
| 周开始日期 | 区域 | 销售代表 | 本周销售额 | 回款额 | 提交时间 |
| 2026-08-03 | 华东 | 小张 | 150,000元 | 60,000 | 2026-08-07 16:00 |
| 2026-08-10 | 华东 | 小张 | 160,000 | 60,000 | 2026-08-14 18:30 |
| 2026-08-03 | 华东 | 小陈 | 80,000 | | 2026-08-07 16:00 |
| 2026-08-03 | 华东二区 | 小陈 | 60,000 | | 2026-08-07 16:00 |
| 2026-08-03 | 华东 | 老路 | 99,999 | | 2026-08-07 16:00 |
| |
| 注：老路为借调人员 |
"""
CORRECTED = """
| 周开始日期 | 区域 | 销售员 | 销售额 | 回款额 | 提交时间 |
| 2026-08-10 | 华东 | 小张 | 140,000 | 60,000 | 2026-08-17 09:00 |
| 2026-08-03 | 华东二区 | 小陈 | 60,000 | | 2026-08-07 16:00 |
"""
SEPTEMBER = """
| 周开始日期 | 月份 | 区域 | 工号 | 销售员 | 销售额(元) | 回款额(元) |
| 2026-08-31 | 2026-08 | | S001 | 小张 | 10,000 | |
| 2026-08-31 | 2026-09 | | S001 | 小张 | 40,000 | |
| 2026-09-07 | | 华南 | S001 | 小张 | (5,000) | 20,000 |
| 2026-09-14 | | 华东 | S001 | 小张 | 165,000 | |
| 2026-09-07 | | | S003 | 小陈 | 25,000 | |
| 2026-10-12 | | | S003 | 小陈 | 1 | |
"""
EXPECTED = {
    ("2026-07", "华东", "S001"): ("300000.00", "325000.00", "150000.50", "exceeded"),
    ("2026-07", "华东", "S002"): ("100000.00", "40000.00", None, "behind"),
    ("2026-07", "华东二区", "S003"): ("50000.00", "0.00", "0.00", "behind"),
    ("2026-08", "华东", "S001"): ("300000.00", "300000.00", "120000.00", "near"),
    ("2026-08", "华东", "S002"): ("100000.00", "80000.00", None, "near"),
    ("2026-08", "华东二区", "S003"): ("50000.00", "60000.00", None, "exceeded"),
    ("2026-09", "华南", "S001"): ("200000.00", "200000.00", "20000.00", "near"),
    ("2026-09", "华东", "S002"): ("100000.00", "0.00", "0.00", "behind"),
    ("2026-09", "华东二区", "S003"): ("50000.00", "25000.00", None, "behind"),
}
ACCOUNT = {
    "read": 16, "merged": 12, "duplicate": 1, "superseded": 1, "unknown": 1, "outside": 1, "invalid": 0,
}  # fmt: skip
"""3 + 5 + 2 + 6 rows: 小陈's second copy, 小张's 160,000 that was corrected, 老路, and October do not count."""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return workbook(tmp_path / "计划.xlsx", {"月度计划": PLAN})


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    """Files as they arrive: one sheet with another name each, some with remarks beside the table."""
    texts = (("七月.xlsx", "Sheet1", JULY), ("八月.xlsx", "周报", AUGUST), ("八月更正.xlsx", "更正", CORRECTED))
    files = [workbook(tmp_path / "周报" / name, {sheet: text}) for name, sheet, text in texts]
    notes = "| 联系人 | 电话 |\n| 老王 | 1380 |"
    return [*files, workbook(tmp_path / "周报" / "九月.xlsx", {"通讯录": notes, "销售周报": SEPTEMBER})]


def figures(result: TrackResult | None) -> dict[tuple[str, str, str], tuple[Any, ...]]:
    assert result is not None
    keys = ("target", "actual", "collected", "status")
    rows = result.document()["rows"]
    return {(row["month"], row["region"], row["employee_id"]): tuple(row[key] for key in keys) for row in rows}


def test_the_quarter_comes_out_as_worked_by_hand(plan: Path, reports: list[Path], tmp_path: Path) -> None:
    outcome = track(plan, [tmp_path / "周报"], tmp_path / "跟踪.xlsx", options=OPTIONS)
    assert not outcome.blocked, [str(problem) for problem in outcome.problems]
    assert figures(outcome.result) == EXPECTED
    assert outcome.result is not None
    assert outcome.result.account.document() == ACCOUNT
    assert f"{outcome.result.totals.actual:.2f}" == "1030000.00"
    left_out = {(item.reason.value, Path(item.place.file or "").name, item.row) for item in outcome.result.excluded}
    assert left_out == {
        ("superseded", "八月.xlsx", 3),
        ("unknown", "八月.xlsx", 6),
        ("duplicate", "八月更正.xlsx", 3),
        ("outside", "九月.xlsx", 7),
    }
    late = [(item.person.employee_id, str(item.week)) for item in outcome.result.late]
    assert late == [("S001", "2026-08-10")]


def test_the_quarters_other_metrics_and_the_old_region_are_told_too(plan: Path, reports: list[Path]) -> None:
    """July's leads: 小张 22 of 20, 小陈(S002) 5 of 10. In August 小张 collected 120,000 of 300,000, his 40 %.

    In September 小张 is of 华南, and one row still says 华东.
    """
    outcome = track(plan, reports, options=OPTIONS)
    assert outcome.result is not None
    rows = outcome.result.document()["metrics"]["rows"]
    told = {(row["metric"], row["month"], row["employee_id"]): (row["actual"], row["status"]) for row in rows}
    assert told["线索数", "2026-07", "S001"] == ("22", "exceeded")
    assert told["线索数", "2026-07", "S002"] == ("5", "behind")
    assert told["回款率", "2026-08", "S001"] == ("0.400000", "near")
    (said,) = [problem for problem in outcome.problems if problem.code.name == "region-differs"]
    assert (said.details["planned"], said.details["found"], said.details["amount"]) == (("华南",), "华东", "165,000")


def test_handed_in_month_by_month_it_comes_out_the_same(plan: Path, reports: list[Path], tmp_path: Path) -> None:
    july, august, corrected, september = reports
    whole = track(plan, reports, options=OPTIONS).result
    track(plan, [july, august], tmp_path / "t1.xlsx", options=OPTIONS)
    track(tmp_path / "t1.xlsx", [september], tmp_path / "t2.xlsx", options=OPTIONS)
    last = track(tmp_path / "t2.xlsx", [corrected, august], tmp_path / "t3.xlsx", options=OPTIONS)
    assert figures(last.result) == EXPECTED
    assert whole is not None
    assert last.result is not None
    assert last.result.document() == whole.document()
    again = track(tmp_path / "t3.xlsx", reports, tmp_path / "t4.xlsx", options=OPTIONS)
    assert "nothing-new" in {problem.code.name for problem in again.problems}
    assert (tmp_path / "t4.xlsx").read_bytes() == (tmp_path / "t3.xlsx").read_bytes()
