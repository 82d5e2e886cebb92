"""Ratios stay exact until they are shown."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.measure.ratio import divide, exact, percent, points_text, ratio_text
from salescli.words.language import Lang


def test_dividing_by_nothing_gives_nothing() -> None:
    assert divide(Decimal(5), Decimal("0.00")) is None
    assert divide(None, Decimal(5)) is None
    assert divide(Decimal(5), None) is None
    assert divide(Decimal(0), Decimal(5)) == 0


def test_a_quotient_is_not_rounded() -> None:
    assert divide(Decimal(1), 3) == Fraction(1, 3)
    assert divide(Fraction(1, 3), Decimal("0.5")) == Fraction(2, 3)


@given(st.fractions(), st.fractions().filter(bool))
def test_a_quotient_times_its_divisor_is_the_dividend(a: Fraction, b: Fraction) -> None:
    quotient = divide(a, b)
    assert quotient is not None
    assert quotient * b == a


def test_a_decimal_is_taken_as_written() -> None:
    assert exact(Decimal("0.1")) == Fraction(1, 10)


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        (Fraction(1620, 1700), "0.952941"),
        (Fraction(-1, 12), "-0.083333"),
        (Decimal("1.05"), "1.050000"),
        (Fraction(1, 2_000_000), "0.000001"),
        (Fraction(-1, 2_000_000), "-0.000001"),
        (Fraction(-1, 3_000_000), "0.000000"),
        (1, "1.000000"),
    ],
)
def test_json_has_six_decimals_half_up(ratio: Fraction | Decimal | int, text: str) -> None:
    assert ratio_text(ratio) == text


def test_a_missing_ratio_stays_missing() -> None:
    assert ratio_text(None) is None
    assert percent(None) == ""
    assert points_text(None, Lang.ZH) == ""


@pytest.mark.parametrize(
    ("ratio", "plain", "signed"),
    [
        (Fraction(105, 100), "105.0%", "+105.0%"),
        (Fraction(9996, 10000), "100.0%", "+100.0%"),
        (Fraction(-1, 12), "-8.3%", "-8.3%"),
        (Fraction(1, 2000), "0.1%", "+0.1%"),
        (Fraction(-1, 10000), "0.0%", "0.0%"),
        (12, "1,200.0%", "+1,200.0%"),
    ],
)
def test_the_screen_has_one_decimal(ratio: Fraction | int, plain: str, signed: str) -> None:
    assert percent(ratio) == plain
    assert percent(ratio, signed=True) == signed


def test_the_screen_has_as_many_decimals_as_asked() -> None:
    assert percent(Fraction(1, 3), places=0) == "33%"
    assert percent(Fraction(2, 3), places=2) == "66.67%"


def test_points_are_signed_in_both_languages() -> None:
    assert points_text(Decimal("0.12") - Decimal("0.08"), Lang.ZH) == "+4.0个百分点"
    assert points_text(Fraction(-1, 200), Lang.EN) == "-0.5 pp"
    assert points_text(0, Lang.EN) == "0.0 pp"
