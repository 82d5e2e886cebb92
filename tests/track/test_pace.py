"""Pace on 20 August 2026, worked by hand.

August 2026 has 21 working days (3 to 31 August, Mondays to Fridays, no holiday); 14 of them are over on
Thursday the 20th (3–7, 10–14, 17–20), 7 are left.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.measure.achievement import DEFAULT_THRESHOLDS
from salescli.measure.period import Month
from salescli.measure.workdays import Workdays
from salescli.track.figures import Figures
from salescli.track.options import TrackOptions
from salescli.track.outlook import Outlook
from salescli.track.pace import Alert, Clock, Pace, State
from salescli.track.run import track
from tests.sheets import workbook

AUGUST = Month(2026, 8)
CALENDAR = Workdays()
PLAN = """
| 月份 | 区域 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-07 | 华东 | S001 | 小张 | 销售额 | 300,000 |
| 2026-08 | 华东 | S001 | 小张 | 销售额 | 600,000 |
| 2026-08 | 华南 | S002 | 小李 | 销售额 | 210,000 |
| 2026-08 | 华南 | S003 | 小王 | 销售额 | 0 |
| 2026-09 | 华东 | S001 | 小张 | 销售额 | 300,000 |
"""
REPORTS = """
| 周开始日期 | 工号 | 销售员 | 销售额(元) |
| 2026-07-06 | S001 | 小张 | 300,000 |
| 2026-08-03 | S001 | 小张 | 200,000 |
| 2026-08-10 | S001 | 小张 | 100,000 |
| 2026-08-10 | S002 | 小李 | 150,000 |
"""


def outlook(tmp_path: Path, day: date, month: Month | None = None) -> Outlook:
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    reports = workbook(tmp_path / "reports.xlsx", {"销售周报": REPORTS})
    result = track(plan, [reports], options=TrackOptions(as_of=day, month=month)).result
    assert result is not None
    assert result.outlook is not None
    return result.outlook


def clock(day: date) -> Clock:
    return Clock.of(AUGUST, day, CALENDAR)


def test_the_month_on_20_august(tmp_path: Path) -> None:
    """450,000 of 810,000 after 2/3 of the time: 675,000 projected, 360,000 left over 7 days."""
    team = outlook(tmp_path, date(2026, 8, 20)).paces[0].team
    assert team.document() == {
        "period": "2026-08", "state": "open", "target": "810000.00", "actual": "450000.00",
        "achievement": "0.555556", "time_progress": "0.666667", "pace": "-0.111111", "projected": "675000.00",
        "at_risk": "135000.00", "left": "360000.00", "needed_per_day": "51428.57",
        "days": 21, "days_elapsed": 14, "days_left": 7,
    }  # fmt: skip
    assert team.alert(DEFAULT_THRESHOLDS) is Alert.WATCH


def test_who_will_miss_stands_in_the_order_of_the_money_at_risk(tmp_path: Path) -> None:
    """小张: 300,000 ÷ (2/3) = 450,000 of 600,000. 小李 heads for 225,000 of 210,000, 小王 has no target."""
    month = outlook(tmp_path, date(2026, 8, 20)).paces[0]
    assert [(who.name, pace.at_risk) for who, pace in month.at_risk] == [("小张", Fraction(150_000))]
    assert [who.name for who, _ in month.people] == ["小张", "小李", "小王"]
    assert month.people[2][1].alert(DEFAULT_THRESHOLDS) is Alert.NO_TARGET


def test_the_quarter_counts_targets_of_months_to_come_and_the_year_is_not_judged_without_all_of_them(
    tmp_path: Path,
) -> None:
    """Q3: 300,000 + 810,000 + 300,000 = 1,410,000 planned and 750,000 sold. The plan has no other quarter."""
    found = outlook(tmp_path, date(2026, 8, 20)).paces
    assert [str(item.period) for item in found] == ["2026-08", "2026Q3"]
    assert found[1].team.figures == Figures(Decimal(1_410_000), Decimal(750_000))


def test_one_month_alone_has_no_quarter(tmp_path: Path) -> None:
    found = outlook(tmp_path, date(2026, 8, 20), AUGUST).paces
    assert [str(item.period) for item in found] == ["2026-08"]


@pytest.mark.parametrize(
    ("day", "state", "elapsed", "left"),
    [
        (date(2026, 7, 31), State.NOT_BEGUN, 0, 21),
        (date(2026, 8, 2), State.NOT_BEGUN, 0, 21),  # a weekend: the month has begun, its work has not
        (date(2026, 8, 3), State.OPEN, 1, 20),
        (date(2026, 8, 30), State.OPEN, 20, 1),
        (date(2026, 8, 31), State.CLOSED, 21, 0),
        (date(2026, 9, 15), State.CLOSED, 21, 0),
    ],
)
def test_where_a_day_stands_in_the_month(day: date, state: State, elapsed: int, left: int) -> None:
    found = clock(day)
    assert (found.state, found.elapsed, found.left, found.days) == (state, elapsed, left, 21)


def test_a_month_can_run_out_of_working_days_before_it_ends() -> None:
    """28 February 2026 is a make-up Saturday; May 2026 ends with Saturday 30 and Sunday 31."""
    found = Clock.of(Month(2026, 5), date(2026, 5, 29), CALENDAR)
    pace = Pace(found, Figures(Decimal(100), Decimal(90)))
    assert found.state is State.NO_DAYS_LEFT
    assert (pace.needed, pace.projected, pace.at_risk) == (None, Fraction(90), Fraction(10))


def test_before_the_first_working_day_nothing_is_projected() -> None:
    pace = Pace(clock(date(2026, 8, 2)), Figures(Decimal(100), Decimal(0)))
    assert (pace.projected, pace.at_risk, pace.needed) == (None, Fraction(0), Fraction(100, 21))
    assert pace.alert(DEFAULT_THRESHOLDS) is Alert.OPEN


def test_the_calendar_of_the_house_counts() -> None:
    house = Workdays(frozenset({date(2026, 8, 20)}), frozenset({date(2026, 8, 22)}))
    found = Clock.of(AUGUST, date(2026, 8, 20), house)
    assert (found.days, found.elapsed, found.left) == (21, 13, 8)


@pytest.mark.parametrize(
    ("actual", "alert"),
    [("66.67", Alert.ON_TRACK), ("66.66", Alert.WATCH), ("53.34", Alert.WATCH), ("53.33", Alert.ALARM)],
)
def test_the_alert_compares_exactly(actual: str, alert: Alert) -> None:
    """Of a target of 100, two thirds of the time ask for 66.66…, and 80 % of that is 53.33…."""
    assert Pace(clock(date(2026, 8, 20)), Figures(Decimal(100), Decimal(actual))).alert(DEFAULT_THRESHOLDS) is alert


@given(
    st.integers(0, 10**9), st.integers(1, 10**9), st.dates(date(2026, 7, 1), date(2026, 9, 30))
)  # yuan, on any day around August
def test_what_is_projected_and_what_is_at_risk_make_the_target(actual: int, target: int, day: date) -> None:
    pace = Pace(clock(day), Figures(Decimal(target), Decimal(actual)))
    if pace.projected is not None:
        assert pace.at_risk == max(0, target - pace.projected)
        assert (pace.at_risk > 0) == (pace.ahead is not None and pace.ahead < 0)
    if pace.needed is not None:
        assert pace.needed * pace.clock.left == max(0, target - actual)


def test_reports_from_after_the_day_are_remarked_on(tmp_path: Path) -> None:
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    reports = workbook(tmp_path / "reports.xlsx", {"销售周报": REPORTS})
    outcome = track(plan, [reports], options=TrackOptions(as_of=date(2026, 8, 7)))
    said = [item for item in outcome.problems if item.code.name == "after-as-of"]
    assert [item.details["rows"] for item in said] == [2]
