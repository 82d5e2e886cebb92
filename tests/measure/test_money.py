"""Money is exact to the fen, and rounds half up once."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.measure.money import FEN, grouped, money_text, to_fen

WIDE = Context(prec=400)
decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**60), max_value=10**60)


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        ("0.005", "0.01"),
        ("0.0049999", "0.00"),
        ("-0.005", "-0.01"),
        ("2.675", "2.68"),
        ("16800", "16800.00"),
        ("12345678901234567890123456789012345678.905", "12345678901234567890123456789012345678.91"),
    ],
)
def test_half_a_fen_goes_away_from_zero(value: str, rounded: str) -> None:
    assert str(to_fen(Decimal(value))) == rounded


def test_a_third_of_four_thousand_is_rounded_from_its_exact_value() -> None:
    assert to_fen(Fraction(4000, 3)) == Decimal("1333.33")
    assert to_fen(Fraction(2, 3)) == Decimal("0.67")
    assert to_fen(7) == Decimal("7.00")


def test_nothing_left_has_no_sign() -> None:
    assert str(to_fen(Decimal("-0.004"))) == "0.00"
    assert grouped(Decimal("-0.004"), signed=True) == "0"


def test_a_float_is_refused_because_it_is_not_what_was_written() -> None:
    with pytest.raises(TypeError, match=r"0\.1 is a float"):
        to_fen(cast(Decimal, 0.1))


@given(decimals)
def test_decimals_round_as_quantize_does_when_its_context_is_wide_enough(value: Decimal) -> None:
    assert to_fen(value) == value.quantize(FEN, rounding=ROUND_HALF_UP, context=WIDE)


@given(st.fractions())
def test_a_rounded_fraction_is_at_most_half_a_fen_away(value: Fraction) -> None:
    assert abs(Fraction(to_fen(value)) - value) <= Fraction(1, 200)


def test_json_has_two_decimals_and_no_grouping() -> None:
    assert money_text(Decimal(840000)) == "840000.00"
    assert money_text(Decimal("-150000")) == "-150000.00"
    assert money_text(Decimal("1E+6")) == "1000000.00"
    assert money_text(None) is None


@pytest.mark.parametrize(
    ("value", "plain", "signed"),
    [
        ("840000", "840,000", "+840,000"),
        ("-150000.00", "-150,000", "-150,000"),
        ("1200.5", "1,200.50", "+1,200.50"),
        ("0", "0", "0"),
        ("999", "999", "+999"),
    ],
)
def test_the_screen_groups_thousands_and_drops_whole_yuan_decimals(value: str, plain: str, signed: str) -> None:
    assert grouped(Decimal(value)) == plain
    assert grouped(Decimal(value), signed=True) == signed


def test_a_missing_amount_shows_nothing() -> None:
    assert grouped(None) == ""
