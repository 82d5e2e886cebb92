"""The weekly reports: which weeks there are, what chance may do, and the flaws put into them."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.demo import flaws
from salescli.demo.chance import draw, whole
from salescli.demo.company import Cells
from salescli.demo.reports import Report, Target, weekly_reports, working_weeks
from salescli.measure.period import Month

JANUARY, FEBRUARY, MARCH = (Month(2026, number) for number in (1, 2, 3))


def target(month: Month, region: str, employee_id: str, person: str, product: str = "A产品") -> Target:
    return Target(month, region, product, employee_id, person, Decimal(400_000), 5)


def quarter(region: str, *people: tuple[str, str]) -> tuple[Report, ...]:
    months = (JANUARY, FEBRUARY, MARCH)
    return weekly_reports(target(month, region, *person) for month in months for person in people)


def rows(reports: tuple[Report, ...], name: str) -> tuple[Cells, ...]:
    return next(report.rows for report in reports if report.name == name)


def test_a_month_has_the_weeks_that_begin_in_it_and_are_worked_in() -> None:
    # the week of 2026-02-16 is the Spring Festival; that of 2026-02-23 has Saturday 28 for its Monday
    weeks = dict(working_weeks(FEBRUARY))
    assert {week.monday: share for week, share in weeks.items()} == {
        date(2026, 2, 2): Fraction(5, 16),
        date(2026, 2, 9): Fraction(6, 16),
        date(2026, 2, 23): Fraction(5, 16),
    }


def test_the_last_week_of_march_counts_its_two_days_in_march() -> None:
    assert dict(working_weeks(MARCH)).popitem()[1] == Fraction(2, 22)


def test_a_quarter_is_twelve_reports_a_region() -> None:
    names = [report.name for report in quarter("华东", ("S002", "林晓彤"))]
    assert len(names) == 12
    assert names[0] == "华东_2026-01-05.xlsx"
    assert "华东_2026-02-16.xlsx" not in names


def test_the_same_targets_give_the_same_reports() -> None:
    assert quarter("华东", ("S002", "林晓彤")) == quarter("华东", ("S002", "林晓彤"))


@pytest.mark.parametrize(("person", "success"), [("林晓彤", Fraction(127, 100)), ("邓伟豪", Fraction(66, 100))])
def test_sales_stay_within_thirty_percent_of_what_a_person_tends_to_sell(person: str, success: Fraction) -> None:
    for report in weekly_reports([target(JANUARY, "华东", "S002", person)]):
        usual = 100_000 * success  # four weeks of five days each
        assert usual * Fraction(7, 10) - 50 <= int(str(report.rows[0]["sales"])) <= usual * Fraction(13, 10) + 50


def test_the_funnel_narrows_and_nobody_collects_more_than_they_sell() -> None:
    for report in quarter("华东", ("S002", "林晓彤")):
        for row in report.rows:
            counts = [int(str(row[key])) for key in ("leads", "visits", "proposals", "demos", "deals")]
            assert counts == sorted(counts, reverse=True)
            assert int(str(row["collected"])) <= int(str(row["sales"]))
            assert int(str(row["new_customers"])) <= counts[-1]


def test_reports_come_in_on_friday_afternoon_or_when_the_quarter_closes() -> None:
    for report in quarter("华东", ("S002", "林晓彤")):
        submitted = report.rows[0]["submitted"]
        assert isinstance(submitted, datetime)
        assert submitted.date() == min(date.fromordinal(report.week.monday.toordinal() + 4), date(2026, 3, 31))
        assert 14 <= submitted.hour < 17


@given(st.text(), st.integers(0, 9), st.integers(0, 9))
def test_chance_is_fair_and_repeats_itself(what: str, low: int, more: int) -> None:
    assert 0 <= draw(what) < 1
    assert draw(what) == draw(what)
    assert low <= whole(low, low + more, what) <= low + more


def test_late_is_monday_morning() -> None:
    sent = flaws.flawed(quarter("华北", ("S017", "刘洋")))
    assert rows(sent, "华北_2026-01-19.xlsx")[0]["submitted"] == datetime(2026, 1, 26, 9, 12)


def test_a_tuesday_stands_in_for_its_monday() -> None:
    sent = flaws.flawed(quarter("华北", ("S019", "孙悦")))
    assert rows(sent, "华北_2026-02-02.xlsx")[0]["week"] == date(2026, 2, 3)


def test_a_whole_report_comes_twice() -> None:
    sent = flaws.flawed(quarter("华南", ("S010", "梁婉仪")))
    assert rows(sent, "华南_2026-02-02_副本.xlsx") == rows(sent, "华南_2026-02-02.xlsx")


def test_one_person_is_missing_for_one_week() -> None:
    sent = flaws.flawed(quarter("华南", ("S010", "梁婉仪"), ("S013", "邓伟豪")))
    silent = [report.name for report in sent if all(row["person"] != "邓伟豪" for row in report.rows)]
    assert silent == ["华南_2026-03-02.xlsx"]


def test_a_correction_is_later_and_larger() -> None:
    sent = flaws.flawed(quarter("西南", ("S022", "唐诗雨")))
    first, again = rows(sent, "西南_2026-03-09.xlsx")[0], rows(sent, "西南_2026-03-09_更正.xlsx")[0]
    assert int(str(again["sales"])) - int(str(first["sales"])) == 36_000
    assert str(first["submitted"]) < str(again["submitted"])
    assert {key for key in first if first[key] != again[key]} == {"deals", "sales", "submitted"}


def test_a_stranger_appears_once() -> None:
    sent = flaws.flawed(quarter("华东", ("S002", "林晓彤")))
    strangers = [report.name for report in sent for row in report.rows if row["person"] == "高翔"]
    assert strangers == ["华东_2026-03-16.xlsx"]


@pytest.mark.parametrize(
    ("person", "key", "typed"),
    [
        ("蒋川", "sales", lambda plain: f"{Decimal(plain) / 10_000:f}万"),
        ("廖静", "new_customers", lambda plain: f"{plain}家"),
    ],
)
def test_units_are_typed_into_cells(person: str, key: str, typed: Callable[[str], str]) -> None:
    plain = quarter("西南", ("S023", person), ("S022", "唐诗雨"))
    sent = flaws.flawed(plain)
    for report in plain:
        assert rows(sent, report.name)[0][key] == typed(str(report.rows[0][key]))
