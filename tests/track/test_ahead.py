"""A mistyped date must not choose what is shown: 2026-12-07 for 2026-09-07, judged on 2026-09-21."""

from datetime import date
from pathlib import Path

import pytest

from salescli.track.options import TrackOptions
from salescli.track.run import track
from tests.sheets import workbook

PLAN = """| 月份 | 区域 | 产品线 | 销售员 | 指标 | 目标值 |
""" + "\n".join(
    f"| 2026-{month:02} | 华东 | A产品 | {person} | 销售额 | 1000 |"
    for month in range(8, 13)
    for person in ("小张", "小李")
)
HEADER = "| 周开始日期 | 销售员 | 销售额(元) |\n"
OPTIONS = TrackOptions(as_of=date(2026, 9, 21))


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    rows = {
        "a": "| 2026-08-24 | 小张 | 100 |\n| 2026-08-24 | 小李 | 200 |",
        "b": "| 2026-09-07 | 小张 | 300 |\n| 2026-09-14 | 小李 | 400 |",
        "typo": "| 2026-12-07 | 小李 | 9 |",
    }
    return [workbook(tmp_path / f"{name}.xlsx", {"周报": HEADER + text}) for name, text in rows.items()]


def test_a_week_to_come_chooses_no_month_and_is_named_at_its_cell(tmp_path: Path, files: list[Path]) -> None:
    """September stays the board's month: 300 + 400; the nine of December stand among what was left out."""
    outcome = track(workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN}), files, options=OPTIONS)
    found = outcome.result
    assert found is not None
    assert found.outlook is not None
    assert str(found.board.month) == "2026-09"
    assert str(found.board.figures.actual) == "700"
    assert found.account.document()["outside"] == 1
    assert found.account.adds_up
    (said,) = [item for item in outcome.problems if item.code.name == "week-to-come"]
    assert (Path(said.place.file or "").name, said.place.cell) == ("typo.xlsx", "A2")
    assert found.outlook.trend is not None
    assert [str(week.monday) for week in found.outlook.trend.weeks] == [
        "2026-08-24", "2026-08-31", "2026-09-07", "2026-09-14",
    ]  # fmt: skip
    people = next(board for board in found.outlook.leaderboards if board.league == "people")
    assert [(str(place.figures.actual), place.moved) for place in people.places] == [("400", 1), ("300", -1)]


def test_a_week_to_come_in_the_month_that_runs_counts_and_leaves_the_trend_alone(
    tmp_path: Path, files: list[Path]
) -> None:
    later = workbook(tmp_path / "later.xlsx", {"周报": HEADER + "| 2026-09-28 | 小张 | 50 |"})
    outcome = track(workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN}), [*files[:2], later], options=OPTIONS)
    assert outcome.result is not None
    assert outcome.result.outlook is not None
    assert str(outcome.result.board.figures.actual) == "750"
    assert "after-as-of" in [item.code.name for item in outcome.problems]
    assert outcome.result.outlook.trend is not None
    assert str(outcome.result.outlook.trend.weeks[-1].monday) == "2026-09-14"


def test_reports_that_all_lie_ahead_are_tracked_as_they_are(tmp_path: Path, files: list[Path]) -> None:
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    outcome = track(plan, files[1:2], options=TrackOptions(as_of=date(2026, 8, 3)))
    assert outcome.result is not None
    assert str(outcome.result.totals.actual) == "700"


def test_orders_of_a_month_to_come_are_listed_and_count_in_no_sheet(tmp_path: Path) -> None:
    """On 2026-08-14, of five orders: D1 a deal of 500, D2 waits; D3 to D5 are of September, 100 + 200 + 300.

    Read 5 = 1 deal + 1 pending + 3 outside; the team has the same, so have the board and the list of those that wait.
    """
    orders = """
        | 订单号 | 签约日期 | 销售员 | 客户 | 合同额 | 已回款 |
        | D1 | 2026-08-05 | 小张 | 甲 | 500 | 500 |
        | D2 | 2026-08-06 | 小李 | 乙 | 400 | 0 |
        | D3 | 2026-09-01 | 小张 | 丙 | 100 | 100 |
        | D4 | 2026-09-02 | 小李 | 丁 | 200 | 0 |
        | D5 | 2026-09-02 | 小李 | 丁 | 300 | 300 |"""
    finance = "| 回款日期 | 订单号 | 销售员 | 回款额 |\n| 2026-08-05 | D3 | 小张 | 9 |"
    plan, output = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN}), tmp_path / "t.xlsx"
    book = workbook(tmp_path / "o.xlsx", {"订单明细": orders})
    received = workbook(tmp_path / "f.xlsx", {"财务回款": finance})
    options = TrackOptions(as_of=date(2026, 8, 14))
    outcome = track(plan, [], output, orders=[book], finance=[received], options=options)
    assert outcome.result is not None
    found = outcome.result.document()
    assert found["months"] == ["2026-08"]
    assert found["orders"]["account"] == {
        "read": 5, "counted": 1, "pending": 1, "refund": 0, "empty": 0,
        "duplicate": 0, "unknown": 0, "outside": 3, "invalid": 0,
    }  # fmt: skip
    team = found["orders"]["views"][0]
    assert (team["deals"], team["amount"], team["pending"], team["pending_amount"]) == (1, "500.00", 1, "400.00")
    assert [item["order_id"] for item in found["pending"]] == ["D2"]
    assert [(item["row"], item["amount"]) for item in found["orders"]["excluded"]] == [
        (4, "100.00"), (5, "200.00"), (6, "300.00"),
    ]  # fmt: skip
    (said,) = [item for item in outcome.problems if item.code.name == "orders-to-come"]
    assert (said.place.cell, said.details["rows"], said.details["amount"]) == ("B4", 3, "600")
    assert found["finance"]["unknown_orders"] == []  # D3 is known, though it does not count yet
    later = track(output, [], options=TrackOptions(as_of=date(2026, 9, 14)))
    assert later.result is not None
    assert later.result.document()["orders"]["account"]["counted"] == 3
