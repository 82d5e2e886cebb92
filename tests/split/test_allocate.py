"""Sharing out in whole units: exact, fair to within a unit, earlier rows first."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.split.allocate import allocate, allocate_amount, times, whole_units

WEIGHTS = st.lists(st.integers(0, 1000), min_size=1, max_size=8)


def test_a_hundred_among_three_equals() -> None:
    assert allocate(100, [1, 1, 1]) == (34, 33, 33)


def test_ten_fen_two_to_one() -> None:
    assert allocate_amount(Decimal("0.10"), [2, 1], Decimal("0.01")) == (Decimal("0.07"), Decimal("0.03"))


def test_an_amount_that_is_no_multiple_of_the_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="no multiple"):
        allocate_amount(Decimal("0.105"), [1], Decimal("0.01"))


def test_all_zero_weights_share_evenly() -> None:
    assert allocate(5, [0, 0]) == (3, 2)


@pytest.mark.parametrize(("units", "weights"), [(5, [1, -1]), (-1, [1]), (1, [])])
def test_what_cannot_be_shared(units: int, weights: list[int]) -> None:
    with pytest.raises(ValueError, match=r"negative|nobody"):
        allocate(units, weights)


def test_nothing_among_nobody() -> None:
    assert allocate(0, []) == ()


def test_the_odd_part_of_a_total() -> None:
    assert whole_units(Decimal("1000050"), Decimal(100)) == (10000, Decimal(50))
    assert whole_units(Decimal("0.10"), Decimal("0.03")) == (3, Decimal("0.01"))
    assert times(3, Decimal("0.03")) == Decimal("0.09")


def nearest(units: int, weights: list[int]) -> tuple[int, ...]:
    """The twin: of all ways to share, the nearest to the exact shares, and of those the first rows' favourite."""
    total = sum(weights)
    exact = [Fraction(units * weight, total) for weight in weights]
    ways = (way for way in product(range(units + 1), repeat=len(weights)) if sum(way) == units)
    return min(ways, key=lambda way: (sum((x - q) ** 2 for x, q in zip(way, exact, strict=True)), [-x for x in way]))


@given(st.integers(0, 7), st.lists(st.integers(0, 6), min_size=1, max_size=4).filter(any))
def test_no_other_way_is_nearer(units: int, weights: list[int]) -> None:
    assert allocate(units, weights) == nearest(units, weights)


@given(st.integers(0, 10**12), WEIGHTS.filter(any))
def test_exact_and_within_a_unit(units: int, weights: list[int]) -> None:
    shares = allocate(units, weights)
    assert sum(shares) == units
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - Fraction(units * weight, sum(weights))) < 1


@given(st.integers(0, 10**6), WEIGHTS, st.data())
def test_more_weight_never_costs_more_than_a_unit(units: int, weights: list[int], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(weights) - 1))
    raised = list(weights)
    raised[at] += data.draw(st.integers(1, 500))
    assert allocate(units, raised)[at] >= allocate(units, weights)[at] - 1 or not any(weights)
