"""Dates, moments, years, months and weeks as people type them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.measure.period import Month, Week, Year
from salescli.table.dates import DateKind, MomentKind, MonthKind, YearKind
from salescli.table.kind import BAD
from salescli.table.weeks import WeekKind
from salescli.words.language import Lang
from tests.table.reading import read

DATE, MOMENT, YEAR, MONTH, WEEK = DateKind(), MomentKind(), YearKind(), MonthKind(), WeekKind()


@pytest.mark.parametrize(
    "raw",
    [
        "2023年9月30日", "2023-9-30", "2023/9/30", "2023.9.30", "2023-09-30", "20230930", 20230930, 20230930.0,
        "２０２３年９月３０日", "2023 年 9 月 30 日", "2023年9月30号", date(2023, 9, 30), datetime(2023, 9, 30, 8, 0),
        45199, 45199.0,
        "2023-09-30 00:00:00", "2023-09-30T08:00:00",
    ],
)  # fmt: skip
def test_a_day(raw: object) -> None:
    assert read(DATE, raw).value == date(2023, 9, 30)


def test_serials_follow_the_workbook_s_date_system() -> None:
    # 1904 serials are 1462 days behind: 45199 - 1462 = 43737
    assert read(DATE, 43737.0, date1904=True).value == date(2023, 9, 30)


def test_a_day_without_year_takes_it_from_what_surrounds_it() -> None:
    reading = read(DATE, "9月30日", year=2023)
    assert (reading.value, reading.codes) == (date(2023, 9, 30), ["year-from-context"])
    assert read(DATE, "9月30日").codes == ["date-without-year"]


@pytest.mark.parametrize(
    "raw", ["2023-2-30", "2023年13月1日", "九月", "12", 12.0, 100, True, "2023-9", "23-9-30", "2023-09-30x", 20231301]
)
def test_what_is_no_day_is_refused(raw: object) -> None:
    assert read(DATE, raw).value is BAD


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2026-01-09 17:30", datetime(2026, 1, 9, 17, 30)),
        ("2026/1/9 17:30:05", datetime(2026, 1, 9, 17, 30, 5)),
        ("2026年1月9日 下午5:30", datetime(2026, 1, 9, 17, 30)),
        ("2026年1月9日17点30分", datetime(2026, 1, 9, 17, 30)),
        ("2026-01-09", datetime(2026, 1, 9)),
        (datetime(2026, 1, 9, 16, 20), datetime(2026, 1, 9, 16, 20)),
        (45199.5, datetime(2023, 9, 30, 12, 0)),
    ],
)
def test_a_moment(raw: object, value: datetime) -> None:
    assert read(MOMENT, raw).value == value


@pytest.mark.parametrize("raw", ["2026", "2026年", "2026年度", 2026, 2026.0, date(2026, 1, 1)])
def test_a_year(raw: object) -> None:
    assert read(YEAR, raw).value == Year(2026)


@pytest.mark.parametrize("raw", ["26", "2026-08", "今年", 20, 3000])
def test_what_is_no_year_is_refused(raw: object) -> None:
    assert read(YEAR, raw).codes == ["bad-year"]


@pytest.mark.parametrize(
    "raw",
    ["2023年7月", "2023-07", "2023/7", "202307", 202307, 202307.0, date(2023, 7, 1), "2023-07-15", "Jul 2023", 45108.0],
)
def test_a_month(raw: object) -> None:
    assert read(MONTH, raw).value == Month(2023, 7)


@pytest.mark.parametrize("raw", ["7月", "七月", 7, 7.0, "7月份"])
def test_a_month_without_year(raw: object) -> None:
    assert read(MONTH, raw, year=2023).value == Month(2023, 7)
    assert read(MONTH, raw).codes == ["date-without-year"]


@pytest.mark.parametrize("raw", ["13月", "2023-13", "上半年", "Q3", 0, 13.5])
def test_what_is_no_month_is_refused(raw: object) -> None:
    assert read(MONTH, raw, year=2023).value is BAD


def test_a_week_is_named_by_its_monday() -> None:
    reading = read(WEEK, "2026-08-03")
    assert (reading.value, reading.codes) == (Week(date(2026, 8, 3)), [])


@pytest.mark.parametrize("raw", ["2026-08-05", date(2026, 8, 9), "2026年8月4日"])
def test_another_day_of_the_week_stands_for_its_monday_and_is_remarked_on(raw: object) -> None:
    reading = read(WEEK, raw)
    assert (reading.value, reading.codes) == (Week(date(2026, 8, 3)), ["week-from-date"])


@pytest.mark.parametrize(
    "raw", ["2026-08-03~2026-08-09", "2026年8月3日至8月9日", "2026-W32", "2026年第32周", "2026/8/3 - 2026/8/9"]
)
def test_other_ways_to_write_a_week(raw: str) -> None:
    assert read(WEEK, raw).value == Week(date(2026, 8, 3))


@pytest.mark.parametrize(
    "raw",
    [
        *("08.03-08.09", "8.3-8.9", "08/03~08/09", "8月3日-8月9日", "8月3日至9日", "8.3-9", "8-3~8-9", "0803-0809"),
        *("8.3-8.7", "第32周(8.3-8.9)", "8.3—8.9（第1周）", "08-03-08-09", "8.3 - 8.9"),
    ],
)
def test_a_week_from_day_to_day_takes_its_year_from_what_surrounds_it(raw: str) -> None:
    """3 August 2026 is a Monday; a working week ends on its Friday."""
    reading = read(WEEK, raw, year=2026)
    assert (reading.value, reading.codes) == (Week(date(2026, 8, 3)), ["year-from-context"])
    assert read(WEEK, raw).codes == ["date-without-year"]


@pytest.mark.parametrize("raw", ["2026.8.3-8.9", "20260803-20260809", "2026-08-03-2026-08-09", "8.3-2026.8.9"])
def test_a_week_from_day_to_day_with_its_year(raw: str) -> None:
    reading = read(WEEK, raw)
    assert (reading.value, reading.codes) == (Week(date(2026, 8, 3)), [])


@pytest.mark.parametrize(("raw", "year"), [("12.28-1.3", 2026), ("12.28-1.3", 2027), ("12.28-2027.1.3", None)])
def test_a_week_over_new_year_lies_in_either_year(raw: str, year: int | None) -> None:
    assert read(WEEK, raw, year=year).value == Week(date(2026, 12, 28))


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("8.2-8.8", "week-of-several"),  # Sunday to Saturday
        ("8.3-8.16", "week-of-several"),
        ("2026-08-03~2026-08-20", "week-of-several"),
        ("8.9-8.3", "week-of-several"),
        ("8.1-8.2", "week-cut"),  # the end of a week that began in July
        ("8.32-8.40", "bad-date"),
        ("2026-08-03~月底", "bad-date"),
    ],
)
def test_days_that_are_not_one_week_are_refused(raw: str, code: str) -> None:
    reading = read(WEEK, raw, year=2026)
    assert (reading.value, reading.codes) == (BAD, [code])


def test_days_within_a_week_stand_for_it_and_are_remarked_on() -> None:
    reading = read(WEEK, "2026-08-05~2026-08-09")
    assert (reading.value, reading.codes) == (Week(date(2026, 8, 3)), ["week-from-date"])


@given(st.dates(min_value=date(1960, 1, 1), max_value=date(2100, 1, 1)))
def test_days_and_months_written_read_back(day: date) -> None:
    assert read(DATE, DATE.write(day, Lang.ZH)).value == day
    assert read(DATE, f"{day.year}年{day.month}月{day.day}日").value == day
    month = Month(day.year, day.month)
    assert read(MONTH, MONTH.write(month, Lang.EN)).value == month
    week = Week.of(day)
    assert read(WEEK, WEEK.write(week, Lang.ZH)).value == week
    first, last = (f"{end.month}.{end.day}" for end in (week.first, week.last))
    assert read(WEEK, f"{first}-{last}", year=week.monday.year).value == week
    assert read(WEEK, f"{first}-{last}", year=week.last.year).value == week
