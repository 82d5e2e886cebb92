"""Prizes and ties."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from salescli.payout.ranking import Contender, Ties, award

PRIZES = (Decimal(5000), Decimal(3000), Decimal(1000))


def prizes(sales: list[int], ties: Ties = Ties.SHARE, collected: list[int | None] | None = None) -> list[str]:
    paid = collected or [None] * len(sales)
    contenders = [
        Contender(Fraction(value), None if got is None else Decimal(got))
        for value, got in zip(sales, paid, strict=True)
    ]
    return [str(won.prize) for won in award(contenders, PRIZES, ties)]


def test_golden_two_share_first() -> None:
    assert prizes([90, 90, 70, 60]) == ["4000.00", "4000.00", "1000.00", "0.00"]


def test_golden_three_share_second() -> None:
    assert prizes([90, 80, 80, 80]) == ["5000.00", "1333.34", "1333.33", "1333.33"]


def test_other_ways_with_ties() -> None:
    assert prizes([90, 90, 70, 60], Ties.EACH) == ["5000", "5000", "1000", "0.00"]
    assert prizes([90, 90, 70], Ties.BREAK, [1, 2, 3]) == ["3000.00", "5000.00", "1000.00"]


def test_a_tie_that_cannot_be_broken_is_shared_and_said() -> None:
    contenders = [Contender(Fraction(9), Decimal(1)), Contender(Fraction(9)), Contender(Fraction(7))]
    won = award(contenders, PRIZES, Ties.BREAK)
    assert [item.prize for item in won] == [4000, 4000, 1000]
    assert [item.unbroken for item in won] == [True, True, False]


def test_fewer_people_than_prizes() -> None:
    assert prizes([5]) == ["5000.00"]
    assert prizes([]) == []


@given(
    st.lists(st.integers(1, 4), max_size=9),
    st.lists(st.integers(1, 99_999), min_size=1, max_size=5).map(lambda amounts: sorted(amounts, reverse=True)),
)
def test_every_tie_pays_the_pool_of_its_places_exactly(values: list[int], pool: list[int]) -> None:
    amounts = [Decimal(fen).scaleb(-2) for fen in pool]
    won = award([Contender(Fraction(value)) for value in values], amounts)
    assert sum(item.prize for item in won) == sum(amounts[: len(values)])
    for value in set(values):
        shares = [item.prize for item, own in zip(won, values, strict=True) if own == value]
        assert max(shares) - min(shares) <= Decimal("0.01")
        assert shares == sorted(shares, reverse=True)  # the odd fen goes to the earlier rows
    ranked = sorted(zip(values, (item.prize for item in won), strict=True), reverse=True)
    assert [prize for _, prize in ranked] == sorted((prize for _, prize in ranked), reverse=True)
