"""Change against another period, and why there is none."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.measure.change import NoChange, change, points, why_no_change
from salescli.measure.ratio import ratio_text
from salescli.words.language import Lang

amounts = st.none() | st.decimals(min_value=-(10**9), max_value=10**9, places=2)


def test_july_to_august() -> None:
    assert ratio_text(change(Decimal(1100000), Decimal(1200000))) == "-0.083333"


def test_a_ratio_metric_has_a_change_and_points() -> None:
    assert change(Decimal("0.12"), Decimal("0.08")) == Fraction(1, 2)
    assert points(Decimal("0.12"), Decimal("0.08")) == Fraction(4, 100)


def test_sales_that_turn_into_refunds_fall_by_more_than_everything() -> None:
    assert change(Decimal(-50), Decimal(100)) == Fraction(-3, 2)


@pytest.mark.parametrize(
    ("current", "previous", "reason"),
    [
        (Decimal(100), None, NoChange.NO_BASE),
        (Decimal(100), Decimal("0.00"), NoChange.ZERO_BASE),
        (Decimal(100), Decimal("-0.01"), NoChange.NEGATIVE_BASE),
        (None, Decimal(100), NoChange.NO_CURRENT),
        (None, None, NoChange.NO_BASE),
    ],
)
def test_a_blank_change_has_a_reason(current: Decimal | None, previous: Decimal | None, reason: NoChange) -> None:
    assert change(current, previous) is None
    assert why_no_change(current, previous) is reason


@given(amounts, amounts)
def test_there_is_either_a_change_or_a_reason(current: Decimal | None, previous: Decimal | None) -> None:
    assert (change(current, previous) is None) == (why_no_change(current, previous) is not None)


def test_points_need_both_sides_but_any_base() -> None:
    assert points(Decimal("0.05"), Decimal(0)) == Fraction(1, 20)
    assert points(None, Decimal("0.05")) is None
    assert points(Decimal("0.05"), None) is None


def test_each_reason_reads_differently_in_both_languages() -> None:
    for lang in Lang:
        assert len({reason.word.say(lang) for reason in NoChange}) == len(NoChange)
    assert "负数" in NoChange.NEGATIVE_BASE.word.zh
