"""Leaderboards with their movement, and the weeks' course, worked by hand."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from salescli.measure.period import Month
from salescli.track.figures import Figures, TrackedRow
from salescli.track.options import TrackOptions
from salescli.track.outlook import Outlook
from salescli.track.ranking import Leaderboard, League, leaderboards
from salescli.track.run import track
from salescli.track.who import Who
from tests.sheets import workbook

PLAN = """
| 月份 | 区域 | 产品线 | 销售员 | 指标 | 目标值 |
| 2026-07 | 华东 | A产品 | 小张 | 销售额 | 1000 |
| 2026-08 | 华东 | A产品 | 小张 | 销售额 | 1000 |
| 2026-08 | 华东 | A产品 | 小赵 | 销售额 | 1000 |
| 2026-08 | 华南 | B产品 | 小李 | 销售额 | 100 |
| 2026-08 | 华南 | B产品 | 小王 | 销售额 | 100 |
"""
REPORTS = """
| 周开始日期 | 产品线 | 销售员 | 销售额(元) |
| 2026-07-27 | A产品 | 小张 | 900 |
| 2026-08-03 | A产品 | 小张 | 100 |
| 2026-08-03 | A产品 | 小赵 | 100 |
| 2026-08-03 | B产品 | 小李 | 40 |
| 2026-08-17 | A产品 | 小赵 | 50 |
| 2026-08-17 | B产品 | 小李 | 60 |
| 2026-08-17 | B产品 | 小王 | 10 |
"""


@pytest.fixture
def outlook(tmp_path: Path) -> Outlook:
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    reports = workbook(tmp_path / "reports.xlsx", {"销售周报": REPORTS})
    result = track(plan, [reports], options=TrackOptions(as_of=date(2026, 8, 21))).result
    assert result is not None
    assert result.outlook is not None
    return result.outlook


def board(outlook: Outlook, league: League, period: str) -> Leaderboard:
    (found,) = [item for item in outlook.leaderboards if item.league is league and str(item.period) == period]
    return found


def ranks(found: Leaderboard) -> list[tuple[str, int | None, int | None]]:
    return [
        (place.name.name if isinstance(place.name, Who) else place.name, place.rank, place.moved)
        for place in found.places
    ]


def test_people_rank_by_sales_and_ties_share_a_rank(outlook: Outlook) -> None:
    """Now 150, 100, 100, 10. A week before: 100 each for 小张 and 小赵, then 40 and 0."""
    assert ranks(board(outlook, League.PEOPLE, "2026-08")) == [
        ("小赵", 1, 0), ("小张", 2, -1), ("小李", 2, 1), ("小王", 4, 0),
    ]  # fmt: skip


def test_regions_rank_by_achievement(outlook: Outlook) -> None:
    """华南 110 of 200 against 华东 250 of 2,000; a week before it was 40 of 200 against 200 of 2,000."""
    assert ranks(board(outlook, League.REGIONS, "2026-08")) == [("华南", 1, 0), ("华东", 2, 0)]
    assert ranks(board(outlook, League.PRODUCTS, "2026-08")) == [("B产品", 1, 0), ("A产品", 2, 0)]


def test_the_quarter_has_a_board_of_its_own(outlook: Outlook) -> None:
    """With July 小张 has 1,000."""
    assert ranks(board(outlook, League.PEOPLE, "2026Q3"))[0] == ("小张", 1, 0)


def test_the_first_week_has_no_movement(tmp_path: Path) -> None:
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    rows = "\n".join(REPORTS.strip().splitlines()[:1] + [line for line in REPORTS.splitlines() if "08-03" in line])
    reports = workbook(tmp_path / "reports.xlsx", {"销售周报": rows})
    result = track(plan, [reports], options=TrackOptions(as_of=date(2026, 8, 7))).result
    assert result is not None
    assert result.outlook is not None
    assert {place.moved for item in result.outlook.leaderboards for place in item.places} == {None}


def test_the_trend_has_every_week_and_the_silent_one_is_nothing(outlook: Outlook) -> None:
    trend = outlook.trend
    assert trend is not None
    assert [str(week) for week in trend.weeks] == ["2026-07-27", "2026-08-03", "2026-08-10", "2026-08-17"]
    assert str(trend.running) == "2026-08-17"  # looked at on its Friday: compared with none
    assert trend.team.document() == {
        "sales": ["900.00", "240.00", "0.00", "120.00"], "last": "0.00", "previous": "240.00", "change": "-1.000000",
        "running": "120.00",
    }  # fmt: skip
    assert [(item.name, [int(amount) for amount in item.sales]) for item in trend.regions] == [
        ("华东", [900, 200, 0, 50]), ("华南", [0, 40, 0, 70]),
    ]  # fmt: skip


def test_two_people_of_one_name_are_told_apart_on_the_board() -> None:
    """小陈 twice, one known by 工号 and one by region; 小张 alone needs neither."""
    people = [("小陈", "S1", "华东"), ("小陈", None, "华南"), ("小张", None, "华北")]
    rows = [
        TrackedRow(Month(2026, 8), region, None, number, name, Figures(Decimal(100), Decimal(at)))
        for at, (name, number, region) in enumerate(people, start=1)
    ]
    board = leaderboards(rows, [], [Month(2026, 8)])[0]
    assert list(board.names) == ["小张", "小陈(华南)", "小陈(S1)"]
