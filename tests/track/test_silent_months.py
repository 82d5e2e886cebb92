"""Months of which nobody told anything: no data, which is not nothing sold. All figures are worked by hand.

The plan asks 小张 (华东) for 100 and 小李 (华南) for 50 in each of January to April 2026, and nothing later. Reports
are there for February alone, when 小张 sold 60 and 小李 handed in nothing, and for April, when 小李 sold 50.
"""

from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from salescli.cli.track import screen
from salescli.measure.period import Month
from salescli.table.outcome import Outcome
from salescli.track.options import TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from salescli.track.spoken import month_spans
from salescli.words.language import Lang
from tests.parity import assert_parity
from tests.sheets import workbook, written

PLAN = "| 月份 | 区域 | 工号 | 销售员 | 指标 | 目标值 |\n" + "\n".join(
    f"| 2026-0{month} | {region} | {number} | {name} | 销售额 | {target} |"
    for month in range(1, 5)
    for region, number, name, target in (("华东", "S001", "小张", 100), ("华南", "S002", "小李", 50))
)
REPORTS = """
| 周开始日期 | 工号 | 销售员 | 销售额 |
| 2026-02-02 | S001 | 小张 | 60 |
| 2026-04-06 | S002 | 小李 | 50 |
"""
DAY = date(2026, 4, 30)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return workbook(tmp_path / "reports.xlsx", {"销售周报": REPORTS})


def result_of(outcome: Outcome[TrackResult]) -> dict[str, Any]:
    assert outcome.result is not None, [str(problem) for problem in outcome.problems]
    return outcome.result.document()


def test_a_silent_month_is_not_nothing_sold(plan: Path, reports: Path) -> None:
    """January and March: null. February's 小李 and April's 小张 handed in nothing while others did: 0."""
    found = result_of(track(plan, [reports], options=TrackOptions(as_of=DAY)))
    rows = {(row["month"][-2:], row["person"]): row for row in found["rows"]}
    assert {key: row["actual"] for key, row in rows.items()} == {
        ("01", "小张"): None, ("01", "小李"): None,
        ("02", "小张"): "60.00", ("02", "小李"): "0.00",
        ("03", "小张"): None, ("03", "小李"): None,
        ("04", "小张"): "0.00", ("04", "小李"): "50.00",
    }  # fmt: skip
    silent = rows["01", "小张"]
    assert (silent["target"], silent["status"]) == ("100.00", "no_data")
    assert silent["achievement"] is silent["variance"] is silent["collected"] is None
    assert (rows["02", "小李"]["variance"], rows["02", "小李"]["status"]) == ("-50.00", "behind")
    assert found["months_without_data"] == ["2026-01", "2026-03"]


def test_sums_speak_of_the_months_with_data(plan: Path, reports: Path) -> None:
    """110 of the 300 of February and April, 36.67 %. Q1 is judged by February: 60 of 150 = 40 %."""
    found = result_of(track(plan, [reports], options=TrackOptions(as_of=DAY)))
    assert found["totals"] == {
        "target": "300.00", "actual": "110.00", "achievement": "0.366667", "variance": "-190.00"
    }  # fmt: skip
    found = result_of(track(plan, [reports], options=TrackOptions(as_of=date(2026, 3, 31))))
    quarter = next(item for item in found["pace"] if item["period"] == "2026-Q1" or item["period"] == "2026Q1")
    assert (quarter["target"], quarter["actual"], quarter["achievement"]) == ("150.00", "60.00", "0.400000")
    assert quarter["months_without_data"] == ["2026-01", "2026-03"]


def test_a_running_month_without_reports_is_still_to_come(plan: Path, tmp_path: Path) -> None:
    """On 2 March nobody told of March yet: Q1 keeps its target, without January's: 60 of 300, 240 left.

    Working days of 2026: February 16 (10 to 23 off for the festival but the 14th worked, the 28th too: 2–6, 9–13,
    14, 24–27, 28), March 22, of which one is over: 17 of 38 and 21 left.
    """
    february = workbook(tmp_path / "f.xlsx", {"销售周报": REPORTS.replace("| 2026-04-06 | S002 | 小李 | 50 |\n", "")})
    found = result_of(track(plan, [february], options=TrackOptions(as_of=date(2026, 3, 2))))
    quarter = next(item for item in found["pace"] if item["period"].endswith("Q1"))
    assert (quarter["target"], quarter["actual"], quarter["left"]) == ("300.00", "60.00", "240.00")
    assert (quarter["days"], quarter["days_elapsed"], quarter["days_left"]) == (38, 17, 21)
    march = next(item for item in found["pace"] if item["period"] == "2026-03")
    assert (march["actual"], march["achievement"], march["alert"]) == (None, None, "no_data")


def test_a_month_asked_for_that_nobody_told_of(plan: Path, reports: Path, tmp_path: Path) -> None:
    outcome = track(plan, [reports], tmp_path / "t.xlsx", options=TrackOptions(month=Month(2026, 1), as_of=DAY))
    found = result_of(outcome)
    assert (found["board"]["target"], found["board"]["actual"], found["board"]["status"]) == ("150.00", None, "no_data")
    board = written(tmp_path / "t.xlsx", "看板")
    assert "没有数据" in str(board)
    sink = StringIO()
    console = Console(width=80, file=sink)
    assert outcome.result is not None
    for part in screen(outcome.result, Lang.ZH):
        console.print(part)
    assert "实际 — · 目标 150 · 差额 —" in sink.getvalue()
    assert "已结束" not in sink.getvalue()


def test_the_workbook_leaves_them_blank_and_the_next_stages_pass_them_over(
    plan: Path, reports: Path, tmp_path: Path
) -> None:
    from salescli.api import check

    book = tmp_path / "t.xlsx"
    result_of(track(plan, [reports], book, options=TrackOptions(as_of=DAY)))
    rows = written(book, "月度跟踪")
    january = [row for row in rows if "没有数据" in [str(cell) for cell in row]]
    assert len(january) == 4
    assert any("合计（2026年2月、4月）" in [str(cell) for cell in row] for row in rows)
    outcome = check([book])
    assert [problem.code.name for problem in outcome.problems if problem.severity.value != "note"] == []
    again = track(book, [reports], tmp_path / "again.xlsx", options=TrackOptions(as_of=DAY))
    assert (tmp_path / "again.xlsx").read_bytes() == book.read_bytes()
    assert [problem.code.name for problem in again.problems if problem.code.name == "total-differs"] == []


def test_a_row_that_is_filled_in_is_no_silent_one(tmp_path: Path) -> None:
    """A blank actual without the word stays an error, and the word beside an actual is only a wrong status."""
    from salescli.api import check

    table = """
    | 月份 | 区域 | 销售员 | 月度目标 | 累计实际 | 状态 |
    | 2026-01 | 华东 | 小张 | 100 | | 没有数据 |
    | 2026-02 | 华东 | 小张 | 100 | | |
    | 2026-03 | 华东 | 小张 | 100 | 90 | 没有数据 |
    """
    found = check([workbook(tmp_path / "m.xlsx", {"月度跟踪": table})]).problems
    assert [(problem.code.name, problem.place.cell) for problem in found] == [
        ("rows-without-data", None), ("stated-differs", "F4"), ("missing-cell", "E3")
    ]  # fmt: skip


def test_months_are_named_by_stretches() -> None:
    months = [Month(2026, number) for number in (1, 2, 3, 7)]
    said = month_spans([Month(2025, 12), *months])
    assert (said.zh, said.en) == ("2025年12月、2026年1–3月、7月", "Dec 2025, Jan–Mar, Jul 2026")
    known = month_spans(months, 2026)
    assert (known.zh, known.en) == ("1–3月、7月", "Jan–Mar, Jul")


@pytest.mark.parity
def test_formulas_of_silent_months(plan: Path, reports: Path, tmp_path: Path) -> None:
    track(plan, [reports], tmp_path / "t.xlsx", options=TrackOptions(as_of=DAY))
    assert_parity(tmp_path / "t.xlsx")
    track(plan, [reports], tmp_path / "j.xlsx", options=TrackOptions(month=Month(2026, 1), as_of=DAY))
    assert_parity(tmp_path / "j.xlsx")
    track(plan, [reports], tmp_path / "m.xlsx", options=TrackOptions(as_of=date(2026, 3, 2)))
    assert_parity(tmp_path / "m.xlsx")
