"""Working days, by the State Council's notices for 2025 and 2026, counted by hand."""

import time
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.measure.period import Month, Quarter, Week, Year
from salescli.measure.workdays import Workdays
from salescli.words.language import Lang
from salescli.words.measures import WEEKDAYS_USED

CALENDAR = Workdays()
AUGUST = Month(2026, 8)
FAR = 2099
"""A year whose days off nobody will have announced for a long time."""

days = st.dates(date(2023, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 1, 28),  # 除夕, a Tuesday
        date(2025, 10, 8),  # a Wednesday, the last of the eight days of 国庆 and 中秋
        date(2026, 1, 2),  # a Friday off, for the Sunday worked two days later
        date(2026, 2, 17),  # 春节, a Tuesday
        date(2026, 2, 23),  # a Monday, the last of nine days
        date(2026, 9, 25),  # 中秋, a Friday
        date(2026, 10, 1),  # 国庆, a Thursday
        date(2026, 8, 22),  # a Saturday
    ],
)
def test_days_off(day: date) -> None:
    assert not CALENDAR.is_workday(day)


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 1, 26),  # Sunday
        date(2025, 2, 8),  # Saturday
        date(2025, 4, 27),  # Sunday
        date(2025, 9, 28),  # Sunday
        date(2025, 10, 11),  # Saturday
        date(2026, 1, 4),  # Sunday
        date(2026, 2, 14),  # Saturday
        date(2026, 2, 28),  # Saturday
        date(2026, 5, 9),  # Saturday
        date(2026, 9, 20),  # Sunday
        date(2026, 10, 10),  # Saturday
    ],
)
def test_weekend_days_worked_in_exchange(day: date) -> None:
    assert day.weekday() >= 5
    assert CALENDAR.is_workday(day)


@pytest.mark.parametrize(
    ("period", "count"),
    [
        (AUGUST, 21),  # from Monday the 3rd to Monday the 31st: four weeks and a day
        (Month(2026, 2), 16),  # 5 + 5 + Saturday the 14th, nine days off, 4 + Saturday the 28th
        (Month(2026, 10), 18),  # the 8th and 9th, Saturday the 10th, and three weeks
        (Year(2026), 248),  # 261 weekdays − 19 of them off + 6 weekend days worked
        (Year(2025), 248),  # 261 weekdays − 18 of them off + 5 weekend days worked
        (Week(date(2026, 2, 16)), 0),  # 春节
    ],
)
def test_counts_worked_by_hand(period: Year | Month | Week, count: int) -> None:
    assert CALENDAR.total(period) == count


@given(days, days)
def test_a_count_is_the_number_of_its_working_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    one_by_one = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    assert CALENDAR.count(first, last) == len([day for day in one_by_one if CALENDAR.is_workday(day)])


@given(days, days, days)
def test_counts_add_up(one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    after = middle + timedelta(days=1)
    assert CALENDAR.count(first, middle) + CALENDAR.count(after, last) == CALENDAR.count(first, last)


def test_a_stretch_that_ends_before_it_begins_has_no_working_days() -> None:
    assert CALENDAR.count(date(2026, 8, 20), date(2026, 8, 19)) == 0
    assert CALENDAR.count(date(2026, 8, 20), date(2025, 8, 19)) == 0


def test_time_progress_on_a_thursday_in_august() -> None:
    thursday = date(2026, 8, 20)
    assert CALENDAR.elapsed(AUGUST, thursday) == 14  # 5 + 5 + 4
    assert CALENDAR.left(AUGUST, thursday) == 7
    assert CALENDAR.progress(AUGUST, thursday) == Fraction(2, 3)


def test_progress_before_and_after_the_period() -> None:
    assert CALENDAR.progress(AUGUST, date(2026, 7, 31)) == 0
    assert CALENDAR.left(AUGUST, date(2026, 7, 1)) == 21
    assert CALENDAR.progress(AUGUST, date(2026, 8, 31)) == 1
    assert CALENDAR.progress(AUGUST, date(2027, 3, 1)) == 1
    assert CALENDAR.left(AUGUST, date(2027, 3, 1)) == 0


def test_a_week_without_working_days_has_no_progress() -> None:
    assert CALENDAR.progress(Week(date(2026, 2, 16)), date(2026, 2, 18)) is None


@given(days)
def test_elapsed_and_left_are_the_whole(as_of: date) -> None:
    quarter = Quarter(2026, 3)
    assert CALENDAR.elapsed(quarter, as_of) + CALENDAR.left(quarter, as_of) == CALENDAR.total(quarter)


def test_the_third_working_day_after() -> None:
    assert CALENDAR.add(date(2026, 8, 31), 3) == date(2026, 9, 3)
    assert CALENDAR.add(date(2026, 9, 30), 3) == date(2026, 10, 10)  # the 8th, the 9th, and Saturday the 10th
    assert CALENDAR.add(date(2026, 8, 22), 0) == date(2026, 8, 22)


def test_going_back_is_refused() -> None:
    with pytest.raises(ValueError, match="back 1 working days"):
        CALENDAR.add(date(2026, 8, 22), -1)


def test_the_next_working_day() -> None:
    assert CALENDAR.next_workday(date(2026, 2, 15)) == date(2026, 2, 24)
    assert CALENDAR.next_workday(date(2026, 2, 14)) == date(2026, 2, 14)


@given(days, st.integers(1, 60))
def test_adding_working_days_passes_exactly_that_many(day: date, n: int) -> None:
    end = CALENDAR.add(day, n)
    assert CALENDAR.is_workday(end)
    assert CALENDAR.count(day + timedelta(days=1), end) == n


def test_a_company_s_own_days_win_over_the_official_ones() -> None:
    company = Workdays(extra_holidays=frozenset({date(2026, 8, 20)}), extra_workdays=frozenset({date(2026, 10, 1)}))
    assert not company.is_workday(date(2026, 8, 20))
    assert company.is_workday(date(2026, 10, 1))
    assert company.total(AUGUST) == 20
    assert company.total(Month(2026, 10)) == 19
    assert CALENDAR.total(AUGUST) == 21


def test_a_day_cannot_be_both() -> None:
    day = frozenset({date(2026, 8, 20)})
    with pytest.raises(ValueError, match="both a holiday and a working day: 2026-08-20"):
        Workdays(extra_holidays=day, extra_workdays=day)


def test_past_the_last_notice_weekdays_stand_in() -> None:
    assert CALENDAR.is_workday(date(FAR, 10, 1))  # 国庆, but a Thursday
    assert not CALENDAR.is_workday(date(FAR, 10, 3))
    assert CALENDAR.total(Year(FAR)) == 261  # 2099 begins on a Thursday
    extra = Workdays(extra_holidays=frozenset({date(FAR, 10, 1)}))
    assert extra.total(Year(FAR)) == 260


def test_the_output_can_say_which_years_have_no_notice() -> None:
    assert CALENDAR.known(2026)
    assert not CALENDAR.known(FAR)
    assert CALENDAR.fallback_years(date(2025, 12, 1), date(2026, 1, 31)) == ()
    years = CALENDAR.fallback_years(date(FAR - 1, 12, 1), date(FAR, 1, 31))
    assert years == (FAR - 1, FAR)
    assert WEEKDAYS_USED.say(Lang.ZH, years=years).startswith("2098、2099 年没有官方放假安排数据")
    assert "for 2098, 2099, so Monday to Friday" in WEEKDAYS_USED.say(Lang.EN, years=years)


def test_counting_a_year_again_costs_next_to_nothing() -> None:
    CALENDAR.total(Year(2026))
    began = time.perf_counter()
    for _ in range(1000):
        CALENDAR.total(Year(2026))
    assert time.perf_counter() - began < 0.5
