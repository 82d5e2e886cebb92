"""Months down to weeks: by working days, swapped days counted, exact at the month's edges."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from salescli.measure.period import Month
from salescli.measure.workdays import Workdays
from salescli.split.weeks import MonthWeeks, month_weeks
from salescli.table.config import CalendarKeys, Config
from tests.split.tables import COMPANY, notes, plan, run

OFFICIAL = Workdays()


def amounts(weeks: MonthWeeks, target: int, unit: int) -> list[int]:
    return [int(share) for share in weeks.alone(Decimal(target), Decimal(unit))]


def test_october_2026_has_eighteen_working_days() -> None:
    """1 to 7 October are off; Saturday the 10th is worked for them, so the second week has three days."""
    october = month_weeks(Month(2026, 10), OFFICIAL)
    assert [(piece.first.day, piece.last.day) for piece in october.pieces] == [
        (1, 4), (5, 11), (12, 18), (19, 25), (26, 31),
    ]  # fmt: skip
    assert october.days == (0, 3, 5, 5, 5)
    assert amounts(october, 1800, 1) == [0, 300, 500, 500, 500]


def test_what_does_not_divide_goes_to_the_largest_remainders() -> None:
    """100 over 3, 5, 5, 5 days is 16.67 and three times 27.78: the weeks of 0.78 come first."""
    october = month_weeks(Month(2026, 10), OFFICIAL)
    assert amounts(october, 100, 1) == [0, 16, 28, 28, 28]


def test_the_rounding_unit_holds_in_weeks_too_and_the_odd_part_goes_to_the_largest() -> None:
    """18 thousand in units of 1,000 is 3, 5, 5, 5; the odd 7 follow the first of the fullest weeks."""
    october = month_weeks(Month(2026, 10), OFFICIAL)
    assert amounts(october, 18007, 1000) == [0, 3000, 5007, 5000, 5000]


def test_days_of_the_house_count() -> None:
    """With Friday the 16th off there are 3 + 4 + 5 + 5 = 17 days."""
    config = Config(calendar=CalendarKeys(holidays=frozenset({date(2026, 10, 16)})))
    assert month_weeks(Month(2026, 10), config.workdays()).days == (0, 3, 4, 5, 5)


def test_a_month_without_any_working_day_goes_by_calendar_days() -> None:
    """February 2026 begins on a Sunday and ends on a Saturday: 1, 7, 7, 7, 6 days."""
    shut = Workdays(extra_holidays=frozenset(date(2026, 2, day) for day in range(1, 29)))
    assert month_weeks(Month(2026, 2), shut).days == (1, 7, 7, 7, 6)


@given(
    month=st.builds(Month, st.integers(2024, 2026), st.integers(1, 12)),
    target=st.integers(0, 10**10).map(lambda fen: Decimal(fen).scaleb(-2)),
    unit=st.sampled_from((Decimal("0.01"), Decimal(1), Decimal(1000))),
)
def test_weeks_add_up_to_their_month_and_none_is_below_zero(month: Month, target: Decimal, unit: Decimal) -> None:
    weeks = month_weeks(month, OFFICIAL)
    shares = weeks.alone(target, unit)
    assert sum(shares) == target
    assert min(shares) >= 0
    assert not [share for share, days in zip(shares, weeks.days, strict=True) if share and not days]


def test_customers_of_several_people_spread_over_the_month() -> None:
    """Ten people with two customers each in March 2026, of 0, 5, 5, 5, 5 and 2 working days.

    20 × 5/22 is 4.55 and 20 × 2/22 is 1.82: 4, 4, 4, 4, 1 leave three, the first to the last week, the others to the
    earlier of the rest. Everybody's own share of a week is below one, so nobody has two customers in any.
    """
    march = month_weeks(Month(2026, 3), OFFICIAL)
    assert march.days == (0, 5, 5, 5, 5, 2)
    rows = march.share([Decimal(2)] * 10, ["华东"] * 6 + ["华南"] * 4, Decimal(1))
    assert [sum(column) for column in zip(*rows, strict=True)] == [0, 5, 5, 4, 4, 2]
    assert {sum(row) for row in rows} == {2}
    assert {amount for row in rows for amount in row} == {0, 1}


@given(
    month=st.builds(Month, st.integers(2024, 2026), st.integers(1, 12)),
    regions=st.lists(st.lists(st.integers(0, 40), min_size=1, max_size=6), min_size=1, max_size=4),
    unit=st.sampled_from((Decimal("0.01"), Decimal(1), Decimal(1000))),
)
def test_every_leaf_region_and_week_is_within_a_unit_of_its_share(
    month: Month, regions: list[list[int]], unit: Decimal
) -> None:
    weeks = month_weeks(month, OFFICIAL)
    units = [own for region in regions for own in region]
    names = [f"R{at}" for at, region in enumerate(regions) for _ in region]
    rows = weeks.share([own * unit for own in units], names, unit)
    days = sum(weeks.days)

    def near(found: Sequence[Decimal], whole: int) -> None:
        for amount, day in zip(found, weeks.days, strict=True):
            assert amount % unit == 0
            assert abs(Fraction(amount) / Fraction(unit) - Fraction(whole * day, days)) < 1

    for row, own in zip(rows, units, strict=True):
        assert sum(row) == own * unit
        near(row, own)
    for name in set(names):
        mine = [at for at, other in enumerate(names) if other == name]
        near([sum(column) for column in zip(*(rows[at] for at in mine), strict=True)], sum(units[at] for at in mine))
    near([sum(column) for column in zip(*rows, strict=True)], sum(units))


def test_what_was_given_back_in_a_closed_month_is_shared_by_itself() -> None:
    """-18 over 0, 3, 5, 5, 5 days; the other 18 are not touched by it, and the odd 0.5 lies in the fullest week."""
    october = month_weeks(Month(2026, 10), OFFICIAL)
    rows = october.share([Decimal(-18), Decimal("18.5"), Decimal(0)], ["华东"] * 3, Decimal(1))
    assert [list(map(float, row)) for row in rows] == [[0, -3, -5, -5, -5], [0, 3, 5.5, 5, 5], [0] * 5]


def test_the_document_lists_pieces_that_add_up_to_the_leaves(tmp_path: Path) -> None:
    result = plan(run(tmp_path, COMPANY)).document()
    who = ("month", "region", "product", "employee_id", "person", "metric")
    weeks: dict[tuple[str, ...], Decimal] = {}
    for piece in result["weeks"]:
        key = tuple(piece[name] for name in who)
        weeks[key] = weeks.get(key, Decimal(0)) + Decimal(piece["target"])
    leaves = {tuple(leaf[name] for name in who): Decimal(leaf["target"]) for leaf in result["leaves"]}
    assert weeks == {key: target for key, target in leaves.items() if target}
    assert {date.fromisoformat(piece["week"]).weekday() for piece in result["weeks"]} == {0}
    assert [item["ok"] for item in result["checks"] if item["name"].startswith("week:")] == [True] * 12


def test_a_year_whose_days_off_are_unknown_is_noted(tmp_path: Path) -> None:
    later = {**COMPANY, "年度目标": "| 指标 | 年度 | 目标值 |\n| 销售额 | 2099年 | 1200元 |"}
    assert "weeks-by-weekdays" in notes(run(tmp_path, later))
    assert "weeks-by-weekdays" not in notes(run(tmp_path, COMPANY))
