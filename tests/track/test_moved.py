"""Somebody who moved to another region: in every sheet people add up to their region."""

from datetime import date
from pathlib import Path

import pytest

from salescli.track.options import TrackOptions
from salescli.track.outlook import Outlook
from salescli.track.run import track
from tests.parity import assert_parity
from tests.sheets import workbook, written

MOVES = 7
PLAN = "\n".join((
    "| 月份 | 区域 | 工号 | 销售员 | 指标 | 目标值 |",
    *(f"| 2026-{at:02} | 华南 | S1 | 甲 | 销售额 | 1000 |" for at in range(1, 13)),
    *(f"| 2026-{at:02} | {'西南' if at >= MOVES else '华南'} | S2 | 乙 | 销售额 | 500 |" for at in range(1, 13)),
    *(f"| 2026-{at:02} | 西南 | S3 | 丙 | 销售额 | 800 |" for at in range(1, 13)),
))  # fmt: skip
REPORTS = """
| 周开始日期 | 区域 | 工号 | 销售员 | 销售额(元) |
| 2026-01-05 | 华南 | S1 | 甲 | 10 |
| 2026-02-02 | 华南 | S1 | 甲 | 20 |
| 2026-03-02 | 华南 | S1 | 甲 | 30 |
| 2026-04-06 | 华南 | S1 | 甲 | 40 |
| 2026-05-04 | 华南 | S1 | 甲 | 50 |
| 2026-06-22 | 华南 | S1 | 甲 | 60 |
| 2026-06-22 | 华南 | S2 | 乙 | 300 |
| 2026-06-22 | 西南 | S3 | 丙 | 7 |
| 2026-07-06 | 华南 | S1 | 甲 | 600 |
| 2026-07-06 | 西南 | S2 | 乙 | 400 |
| 2026-07-06 | 西南 | S3 | 丙 | 800 |
"""


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "t.xlsx"


@pytest.fixture
def outlook(tmp_path: Path, output: Path) -> Outlook:
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    reports = workbook(tmp_path / "reports.xlsx", {"销售周报": REPORTS})
    outcome = track(plan, [reports], output, options=TrackOptions(as_of=date(2026, 7, 13)))
    assert outcome.result is not None
    assert outcome.result.outlook is not None
    return outcome.result.outlook


def test_weeks_add_up_to_the_region_of_each_week(outlook: Outlook) -> None:
    trend = outlook.trend
    assert trend is not None
    told = [
        (item.name.region, item.name.name, [int(amount) for amount in item.sales if amount]) for item in trend.people
    ]
    assert told == [
        ("华南", "甲", [50, 60, 600]),
        ("华南", "乙", [300]),
        ("西南", "乙", [400]),
        ("西南", "丙", [7, 800]),
    ]
    for region in trend.regions:
        mine = [item.sales for item in trend.people if item.name.region == region.name]
        assert tuple(map(sum, zip(*mine, strict=True))) == region.sales


def test_people_add_up_to_their_region_in_the_month_and_over_all_months(outlook: Outlook, output: Path) -> None:
    rows = [row for row in written(output, "销售员") if row[2] in ("S1", "S2", "S3")]
    assert [tuple(row[:5]) for row in rows] == [
        ("华南", "甲", "S1", 1000, 600),
        ("西南", "乙", "S2", 500, 400),
        ("西南", "丙", "S3", 800, 800),
        # from January on: 乙 six months in 华南, one in 西南
        ("华南", "甲", "S1", 7000, 810),
        ("华南", "乙", "S2", 3000, 300),
        ("西南", "丙", "S3", 5600, 807),
        ("西南", "乙", "S2", 500, 400),
    ]
    regions = [tuple(row[:3]) for row in written(output, "区域") if row[0] in ("华南", "西南")]
    assert regions == [("华南", 1000, 600), ("西南", 1300, 1200), ("华南", 10000, 1110), ("西南", 6100, 1207)]


def test_the_pace_of_a_year_in_two_regions_is_no_single_regions(outlook: Outlook) -> None:
    found = {}
    for pace in outlook.paces:
        ((who, own),) = [(who, own) for who, own in pace.people if who.name == "乙"]
        found[str(pace.period)] = (who.region, pace.region(who), int(own.figures.target), int(own.figures.actual or 0))
    assert found == {
        "2026-07": ("西南", "西南", 500, 400),
        "2026Q3": ("西南", "西南", 1500, 400),
        "2026": ("西南", "华南/西南", 6000, 700),
    }


@pytest.mark.parity
def test_the_sums_hold_in_a_spreadsheet(outlook: Outlook, output: Path) -> None:
    assert_parity(output)
