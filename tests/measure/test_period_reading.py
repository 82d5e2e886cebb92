"""The ways people write periods."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.measure.period import (
    Half,
    Month,
    Period,
    Quarter,
    Year,
    parse_half,
    parse_month,
    parse_period,
    parse_quarter,
)

a_year = st.integers(1900, 2199)
periods = st.one_of(
    st.builds(Year, a_year),
    st.builds(Half, a_year, st.integers(1, 2)),
    st.builds(Quarter, a_year, st.integers(1, 4)),
    st.builds(Month, a_year, st.integers(1, 12)),
)


@given(periods)
def test_what_is_written_is_read_back(period: Period) -> None:
    assert parse_period(str(period)) == period


@pytest.mark.parametrize(
    "text",
    [
        "2026-08",
        "2026-8",
        "2026/8",
        "2026/08",
        "2026.8",
        "202608",
        "2026年8月",
        "2026年08月",
        "2026年8月份",
        "2026 年 8 月",
        "２０２６年８月",
        "2026年八月",
        "26年8月",
        "08/2026",
        "Aug 2026",
        "august 2026",
        "Aug. 2026",
        "AUG-2026",
        "Aug-26",
        "Aug'26",
        "2026 Aug",
        " 2026-08 ",
    ],
)
def test_august_2026(text: str) -> None:
    assert parse_month(text) == Month(2026, 8)
    assert parse_period(text) == Month(2026, 8)
    assert parse_month(text, year=1999) == Month(2026, 8)


@pytest.mark.parametrize("text", ["8月", "08月", "8月份", "八月", "Aug", "August", "aug."])
def test_a_month_without_a_year_takes_it_from_the_context(text: str) -> None:
    assert parse_month(text, year=2026) == Month(2026, 8)
    assert parse_month(text) is None
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("一月", 1), ("九月", 9), ("十月", 10), ("十一月", 11), ("十二月", 12), ("Sept", 9), ("May", 5)],
)
def test_months_in_words(text: str, number: int) -> None:
    assert parse_month(text, year=2026) == Month(2026, number)


@pytest.mark.parametrize(
    "text",
    [
        "2026Q3",
        "2026q3",
        "2026-Q3",
        "2026 Q3",
        "2026年Q3",
        "2026年3季度",
        "2026年第三季度",
        "2026年第3季度",
        "2026年三季度",
        "2026年度第三季度",
        "2026第三季",
        "Q3 2026",
        "２０２６Ｑ３",
    ],
)
def test_the_third_quarter_of_2026(text: str) -> None:
    assert parse_quarter(text) == Quarter(2026, 3)
    assert parse_period(text) == Quarter(2026, 3)


@pytest.mark.parametrize("text", ["Q3", "q3", "三季度", "3季度", "第3季度", "第三季度"])
def test_a_quarter_without_a_year_takes_it_from_the_context(text: str) -> None:
    assert parse_quarter(text, year=2026) == Quarter(2026, 3)
    assert parse_quarter(text) is None


def test_half_years() -> None:
    assert parse_period("2026H1") == Half(2026, 1)
    assert parse_period("2026年下半年") == Half(2026, 2)
    assert parse_period("H2 2026") == Half(2026, 2)
    assert parse_half("上半年", year=2026) == Half(2026, 1)
    assert parse_half("上半年") is None


@pytest.mark.parametrize("text", ["2026", "2026年", "2026年度", "２０２６"])
def test_years(text: str) -> None:
    assert parse_period(text) == Year(2026)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "合计",
        "2026-13",
        "2026-00",
        "2026Q5",
        "2026H3",
        "202613",
        "2026-08-01",
        "2026年8月1日",
        "20268",
        "1 2月",
        "Aug 26",
        "augment",
        "26",
        "8",
        "1200",
        "十三月",
        "四季",
    ],
)
def test_anything_else_is_no_period(text: str) -> None:
    assert parse_period(text) is None
    assert parse_month(text, year=2026) is None
    assert parse_quarter(text, year=2026) is None
    assert parse_half(text, year=2026) is None


def test_a_period_of_another_kind_is_not_taken_for_one_s_own() -> None:
    assert parse_month("2026Q3") is None
    assert parse_quarter("2026-08") is None
    assert parse_month("2026") is None


@given(st.text(max_size=12))
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    found = parse_period(text)
    assert found is None or parse_period(str(found)) == found
