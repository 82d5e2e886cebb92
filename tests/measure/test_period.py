"""Periods as values: their days, their parts, their neighbours and their names."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.measure.period import Half, Month, Quarter, Week, WeekPiece, Year
from salescli.words.language import Lang

months = st.builds(Month, st.integers(1900, 2199), st.integers(1, 12))
quarters = st.builds(Quarter, st.integers(1900, 2199), st.integers(1, 4))
halves = st.builds(Half, st.integers(1900, 2199), st.integers(1, 2))
years = st.builds(Year, st.integers(1900, 2199))
days = st.dates(date(1900, 1, 8), date(2199, 12, 24))

AUGUST = Month(2026, 8)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Year(2026), date(2026, 1, 1), date(2026, 12, 31)),
        (Half(2026, 2), date(2026, 7, 1), date(2026, 12, 31)),
        (Quarter(2026, 3), date(2026, 7, 1), date(2026, 9, 30)),
        (Month(2028, 2), date(2028, 2, 1), date(2028, 2, 29)),
        (Month(2026, 12), date(2026, 12, 1), date(2026, 12, 31)),
        (Month(9999, 12), date(9999, 12, 1), date(9999, 12, 31)),
        (Week(date(2026, 8, 31)), date(2026, 8, 31), date(2026, 9, 6)),
    ],
)
def test_first_and_last_day(period: Year | Half | Quarter | Month | Week, first: date, last: date) -> None:
    assert (period.first, period.last) == (first, last)
    assert period.contains(first)
    assert period.contains(last)
    assert not period.contains(first - timedelta(days=1))


def test_a_quarter_is_its_three_months() -> None:
    assert Quarter(2026, 3).months() == (Month(2026, 7), Month(2026, 8), Month(2026, 9))
    assert Half(2026, 2).quarters() == (Quarter(2026, 3), Quarter(2026, 4))
    assert AUGUST.quarter == Quarter(2026, 3)
    assert AUGUST.months() == (AUGUST,)


@given(years)
def test_every_cut_of_a_year_is_the_same_twelve_months(year: Year) -> None:
    twelve = year.months()
    assert [month.number for month in twelve] == list(range(1, 13))
    assert tuple(month for quarter in year.quarters() for month in quarter.months()) == twelve
    assert Half(year.year, 1).months() + Half(year.year, 2).months() == twelve


def test_neighbours_cross_the_year() -> None:
    assert Month(2026, 12).next() == Month(2027, 1)
    assert Month(2026, 1).previous() == Month(2025, 12)
    assert Quarter(2026, 1).previous() == Quarter(2025, 4)
    assert Half(2026, 2).next() == Half(2027, 1)
    assert Year(2026).next() == Year(2027)
    assert AUGUST.plus(-20) == Month(2024, 12)


def test_last_year_is_the_same_part_of_it() -> None:
    assert AUGUST.last_year == Month(2025, 8)
    assert Quarter(2026, 3).last_year == Quarter(2025, 3)
    assert Year(2026).last_year == Year(2025)
    assert Week(date(2026, 8, 3)).last_year == Week(date(2025, 8, 4))


@given(st.one_of(months, quarters, halves, years))
def test_a_period_ends_the_day_before_the_next_begins(period: Year | Half | Quarter | Month) -> None:
    assert period.last + timedelta(days=1) == period.next().first
    assert period.next().previous() == period


@pytest.mark.parametrize(("kind", "number"), [(Month, 0), (Month, 13), (Quarter, 5), (Half, 3)])
def test_a_part_no_year_has_is_refused(kind: type[Month | Quarter | Half], number: int) -> None:
    with pytest.raises(ValueError, match=f"has the number {number}"):
        kind(2026, number)


def test_periods_sort_by_time() -> None:
    assert sorted([Month(2026, 2), Month(2025, 11), Month(2026, 1)]) == [
        Month(2025, 11),
        Month(2026, 1),
        Month(2026, 2),
    ]


@given(days)
def test_a_day_lies_in_its_periods(day: date) -> None:
    for kind in (Year, Half, Quarter, Month, Week):
        assert kind.of(day).contains(day)


def test_a_week_belongs_to_the_month_of_its_monday_and_touches_up_to_two() -> None:
    straddling = Week.of(date(2026, 9, 2))
    assert straddling == Week(date(2026, 8, 31))
    assert straddling.month == AUGUST
    assert straddling.months() == (AUGUST, Month(2026, 9))
    assert Week.of(date(2026, 12, 31)).months() == (Month(2026, 12), Month(2027, 1))
    assert Week(date(2026, 8, 3)).months() == (AUGUST,)
    assert straddling.previous() == Week(date(2026, 8, 24))


def test_a_week_that_does_not_begin_on_monday_is_refused() -> None:
    with pytest.raises(ValueError, match="2026-08-04 is not a Monday"):
        Week(date(2026, 8, 4))


def test_august_2026_begins_on_a_saturday_and_ends_on_a_monday() -> None:
    assert [(piece.first.day, piece.last.day) for piece in AUGUST.weeks()] == [
        (1, 2),
        (3, 9),
        (10, 16),
        (17, 23),
        (24, 30),
        (31, 31),
    ]
    assert AUGUST.weeks()[0] == WeekPiece(Week(date(2026, 7, 27)), AUGUST)


@given(months)
def test_the_pieces_of_a_month_tile_it(month: Month) -> None:
    assert [day for piece in month.weeks() for day in piece.days()] == list(month.days())


@given(months)
def test_every_piece_is_cut_at_a_week_or_at_the_month(month: Month) -> None:
    for piece in month.weeks():
        assert piece.first.weekday() == 0 or piece.first == month.first
        assert piece.last.weekday() == 6 or piece.last == month.last


@pytest.mark.parametrize(
    ("period", "text", "zh", "en"),
    [
        (Year(2026), "2026", "2026年", "2026"),
        (Half(2026, 1), "2026H1", "2026年上半年", "H1 2026"),
        (Quarter(2026, 3), "2026Q3", "2026年第3季度", "Q3 2026"),
        (AUGUST, "2026-08", "2026年8月", "Aug 2026"),
        (Week(date(2026, 8, 3)), "2026-08-03", "2026年8月3日–8月9日", "3 Aug – 9 Aug 2026"),
        (
            Week(date(2026, 12, 28)),
            "2026-12-28",
            "2026年12月28日–2027年1月3日",
            "28 Dec 2026 – 3 Jan 2027",
        ),
    ],
)
def test_names(period: Year | Half | Quarter | Month | Week, text: str, zh: str, en: str) -> None:
    assert str(period) == text
    assert period.label(Lang.ZH) == zh
    assert period.label(Lang.EN) == en


def test_a_piece_of_a_week_names_its_own_days() -> None:
    assert AUGUST.weeks()[0].label(Lang.ZH) == "2026年8月1日–8月2日"
