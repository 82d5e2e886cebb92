"""The period under review, in every form it is written."""

from datetime import date

import pytest

from salescli.measure.period import Month
from salescli.review.spans import review_period
from salescli.words.language import Lang


@pytest.mark.parametrize(
    ("text", "stable", "last"),
    [
        ("2026-08", "2026-08", date(2026, 8, 31)),
        ("2026年8月(月度)", "2026-08", date(2026, 8, 31)),
        ("2026年8月（月度）", "2026-08", date(2026, 8, 31)),
        ("2026-08-01 00:00:00", "2026-08", date(2026, 8, 31)),
        ("2026Q3", "2026Q3", date(2026, 9, 30)),
        ("2026H2", "2026H2", date(2026, 12, 31)),
        ("2026年度", "2026", date(2026, 12, 31)),
        ("2026-W32", "2026-W32", date(2026, 8, 9)),
        ("2026年第32周(周度)", "2026-W32", date(2026, 8, 9)),
        ("Week 32 of 2026 (weekly)", "2026-W32", date(2026, 8, 9)),
    ],
)
def test_forms(text: str, stable: str, last: date) -> None:
    found = review_period(text)
    assert found is not None
    assert (str(found), found.last) == (stable, last)


@pytest.mark.parametrize("text", ["", "2026Q5", "2026-13", "2026-W54", "本月", "八月"])
def test_what_names_no_period(text: str) -> None:
    assert review_period(text) is None


@pytest.mark.parametrize("text", ["2026-08", "2026Q3", "2026H1", "2026", "2026-W32", "2026-W01"])
@pytest.mark.parametrize("lang", list(Lang))
def test_a_title_names_its_own_period_again(text: str, lang: Lang) -> None:
    found = review_period(text)
    assert found is not None
    assert review_period(found.title(lang)) == found


def test_the_documents_own_title() -> None:
    found = review_period("2023-07")
    assert found is not None
    assert found.title(Lang.ZH) == "2023年7月(月度)"


def test_a_week_has_no_month_of_its_own() -> None:
    week, quarter = review_period("2026-W32"), review_period("2026Q3")
    assert week is not None
    assert quarter is not None
    assert week.months == ()
    assert quarter.months == (Month(2026, 7), Month(2026, 8), Month(2026, 9))
