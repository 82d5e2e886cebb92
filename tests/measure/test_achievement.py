"""Actual against target: the documents' own figures, and the lines between the statuses."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.measure.achievement import (
    Direction,
    Status,
    Thresholds,
    achievement,
    classify,
    gap,
    gap_rate,
    variance,
)
from salescli.measure.ratio import ratio_text
from salescli.words.language import Lang

wan = st.decimals(min_value=0, max_value=10**9, places=2)


@pytest.mark.parametrize(
    ("target", "actual", "reached", "difference", "status"),
    [
        ("800000", "840000", "1.050000", "40000", "exceeded"),
        ("600000", "450000", "0.750000", "-150000", "behind"),
        ("300000", "330000", "1.100000", "30000", "exceeded"),
        ("1700000", "1620000", "0.952941", "-80000", "near"),
        ("1500000", "1420000", "0.946667", "-80000", "near"),
        ("30", "24", "0.800000", "-6", "near"),
        ("50000", "52000", "1.040000", "2000", "exceeded"),
    ],
)
def test_the_documents_months(target: str, actual: str, reached: str, difference: str, status: str) -> None:
    ratio = achievement(Decimal(actual), Decimal(target))
    assert ratio_text(ratio) == reached
    assert variance(Decimal(actual), Decimal(target)) == Decimal(difference)
    assert classify(ratio) == status


@pytest.mark.parametrize("target", [None, Decimal(0), Decimal("-100")])
def test_no_target_no_achievement(target: Decimal | None) -> None:
    assert achievement(Decimal(500), target) is None
    assert achievement(Decimal(500), target, Direction.LOWER) is None
    assert classify(None) is Status.NO_TARGET


def test_a_month_without_an_actual_has_no_achievement_but_zero_sales_do() -> None:
    assert achievement(None, Decimal(500)) is None
    assert achievement(Decimal(0), Decimal(500)) == 0
    assert achievement(Decimal(-50), Decimal(500)) == Fraction(-1, 10)


def test_lower_is_better_turns_the_division_round() -> None:
    assert achievement(Decimal(500), Decimal(400), Direction.LOWER) == Fraction(4, 5)
    assert achievement(Decimal(320), Decimal(400), Direction.LOWER) == Fraction(5, 4)


@pytest.mark.parametrize("actual", [Decimal(0), Decimal(-1)])
def test_a_cost_of_nothing_is_not_infinitely_good(actual: Decimal) -> None:
    assert achievement(actual, Decimal(400), Direction.LOWER) is None


@pytest.mark.parametrize(
    ("actual", "status"),
    [
        ("79999.99", Status.BEHIND),
        ("80000.00", Status.NEAR),
        ("80000.01", Status.NEAR),
        ("99999.99", Status.NEAR),
        ("100000.00", Status.NEAR),
        ("100000.01", Status.EXCEEDED),
    ],
)
def test_one_fen_either_side_of_the_lines(actual: str, status: Status) -> None:
    assert classify(achievement(Decimal(actual), Decimal(100000))) is status


def test_the_configuration_says_who_owns_a_line() -> None:
    other_side = Thresholds(near_owns_line=False, exceeded_owns_line=True)
    assert classify(Fraction(80, 100), other_side) is Status.BEHIND
    assert classify(Fraction(100, 100), other_side) is Status.EXCEEDED
    moved = Thresholds(near=Fraction(9, 10), exceeded=Fraction(12, 10))
    assert classify(Fraction(89, 100), moved) is Status.BEHIND
    assert classify(Fraction(119, 100), moved) is Status.NEAR
    assert classify(Fraction(121, 100), moved) is Status.EXCEEDED


def test_lines_that_cross_are_refused() -> None:
    with pytest.raises(ValueError, match="lies above"):
        Thresholds(near=Fraction(11, 10))


@given(st.fractions(), st.fractions())
def test_a_better_achievement_never_has_a_worse_status(one: Fraction, other: Fraction) -> None:
    ladder = [Status.BEHIND, Status.NEAR, Status.EXCEEDED]
    low, high = sorted((one, other))
    assert ladder.index(classify(low)) <= ladder.index(classify(high))


@pytest.mark.parametrize(
    ("current", "target", "direction", "distance", "of_target", "of_current"),
    [
        ("800000", "1000000", Direction.HIGHER, "200000", "0.200000", "0.250000"),
        ("0.08", "0.12", Direction.HIGHER, "0.04", "0.333333", "0.500000"),
        ("0.15", "0.20", Direction.HIGHER, "0.05", "0.250000", "0.333333"),
        ("500", "400", Direction.LOWER, "100", "0.250000", "0.200000"),
    ],
)
def test_the_documents_gaps_on_both_bases(
    current: str, target: str, direction: Direction, distance: str, of_target: str, of_current: str
) -> None:
    now, wanted = Decimal(current), Decimal(target)
    assert gap(now, wanted, direction) == Decimal(distance)
    assert ratio_text(gap_rate(now, wanted, direction)) == of_target
    assert ratio_text(gap_rate(now, wanted, direction, base="current")) == of_current


def test_a_target_reached_leaves_no_gap() -> None:
    assert gap(Decimal(120), Decimal(100)) == 0
    assert gap(Decimal(90), Decimal(100), Direction.LOWER) == 0
    assert gap_rate(Decimal(120), Decimal(100)) == 0


def test_without_one_side_there_is_neither_variance_nor_gap() -> None:
    nothing: Decimal | None = None
    assert variance(nothing, Decimal(1)) is None
    assert variance(Decimal(1), nothing) is None
    assert gap(nothing, Decimal(1)) is None
    assert gap_rate(Decimal(1), nothing) is None


def test_a_gap_rate_needs_a_base_above_zero() -> None:
    assert gap_rate(Decimal(0), Decimal(100), base="current") is None
    assert gap_rate(Decimal(0), Decimal(100)) == 1
    assert gap_rate(Decimal(5), Decimal(0), Direction.LOWER) is None


@given(wan, wan)
def test_a_gap_and_a_variance_tell_one_story(current: Decimal, target: Decimal) -> None:
    distance, difference = gap(current, target), variance(current, target)
    assert distance is not None
    assert difference is not None
    assert distance >= 0
    assert distance == (-difference if difference < 0 else 0)


def test_statuses_and_directions_have_words() -> None:
    assert [status.word.zh for status in Status] == ["未达标", "基本达标", "超额达标", "无目标", "没有数据"]
    assert Status.NO_TARGET.word.say(Lang.EN) == "No target"
    assert [direction.word.zh for direction in Direction] == ["越高越好", "越低越好"]
