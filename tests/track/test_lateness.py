"""A week is late when it was first handed in late, whatever was corrected since; in any order, and merged in pieces.

The week of Monday 3 August 2026 is due on Friday the 7th at 17:00.
"""

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from salescli.track.options import TrackOptions
from salescli.track.run import track
from tests.sheets import workbook, written

PLAN = """
| 月份 | 区域 | 产品线 | 销售员 | 指标 | 目标值 |
| 2026-08 | 华东 | A产品 | 小张 | 销售额 | 100 |
| 2026-08 | 华东 | B产品 | 小张 | 销售额 | 100 |
| 2026-08 | 华南 | A产品 | 小李 | 销售额 | 100 |
"""
HEADER = "| 周开始日期 | 销售员 | 产品线 | 销售额 | 提交时间 |\n"
FILES = {
    "first": "| 2026-08-03 | 小张 | A产品 | 50 | 2026-08-07 16:59 |",
    "corrected": "| 2026-08-03 | 小张 | A产品 | 60 | 2026-08-10 09:00 |",
    "again": "| 2026-08-03 | 小张 | A产品 | 70 | 2026-08-12 09:00 |",
    "late": "| 2026-08-03 | 小李 | A产品 | 10 | 2026-08-07 17:01 |",
    "later": "| 2026-08-03 | 小李 | A产品 | 20 | 2026-08-11 10:00 |",
}
LATE = [("小李", "2026-08-07T17:01:00")]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})


def files(tmp_path: Path) -> dict[str, Path]:
    return {name: workbook(tmp_path / "in" / f"{name}.xlsx", {"销售周报": HEADER + row}) for name, row in FILES.items()}


def late(plan: Path, reports: Sequence[Path], output: Path | None = None) -> list[tuple[str, str]]:
    outcome = track(plan, reports, output, options=TrackOptions(as_of=date(2026, 8, 16)))
    assert outcome.result is not None, [str(problem) for problem in outcome.problems]
    return [(item["person"], item["submitted"]) for item in outcome.result.document()["late"]]


def test_a_correction_of_a_report_in_time_is_not_late(plan: Path, tmp_path: Path) -> None:
    """小张's first report came a minute early, 小李's a minute after; both were corrected the week after."""
    inbox = files(tmp_path)
    for order in permutations(inbox.values()):
        assert late(plan, order) == LATE


def test_lateness_is_of_each_product_line(plan: Path, tmp_path: Path) -> None:
    """A in time does not excuse B: 小张's week is late by B's report."""
    inbox = files(tmp_path)
    more = workbook(tmp_path / "b.xlsx", {"销售周报": HEADER + "| 2026-08-03 | 小张 | B产品 | 5 | 2026-08-08 08:00 |"})
    assert late(plan, [*inbox.values(), more]) == [LATE[0], ("小张", "2026-08-08T08:00:00")]


@pytest.mark.parametrize("order", [("first", "corrected", "again"), ("again", "corrected", "first")])
def test_merged_in_pieces_it_is_as_if_all_had_come_at_once(plan: Path, tmp_path: Path, order: Sequence[str]) -> None:
    """What gave way long ago still tells that the week came in time; 冲突与剔除 has its 提交时间."""
    inbox = files(tmp_path)
    whole, book = tmp_path / "whole.xlsx", plan
    pieces = [[inbox[order[0]], inbox["later"]], [inbox[order[1]]], [inbox[order[2]], inbox["late"]]]
    late(plan, list(inbox.values()), whole)
    for at, piece in enumerate(pieces):
        found = late(book, piece, tmp_path / f"{at}.xlsx")
        book = tmp_path / f"{at}.xlsx"
    assert found == LATE
    assert written(book, "冲突与剔除") == written(whole, "冲突与剔除")
    assert written(book, "明细") == written(whole, "明细")
    assert "2026-08-07 16:59:00" in {str(cell) for row in written(book, "冲突与剔除") for cell in row}
    assert late(book, list(inbox.values()), tmp_path / "again.xlsx") == LATE
    assert (tmp_path / "again.xlsx").read_bytes() == book.read_bytes()
