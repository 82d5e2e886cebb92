"""The year over its months: quarters, months, and every person's share of both."""

from hypothesis import given
from hypothesis import strategies as st

from salescli.split.allocate import allocate
from salescli.split.months import Bearer, by_season
from salescli.split.months import spread as spread_over


def spread(bearers: list[Bearer], months: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Spread among people who are there all year, which always can be done."""
    found = spread_over(bearers, months)
    assert isinstance(found, tuple)
    return found


SEASONS = st.lists(st.integers(0, 20), min_size=12, max_size=12)


def test_a_billion_in_even_months() -> None:
    quarters, months = by_season(1_000_000_000, [1] * 12)
    assert quarters == (250_000_000,) * 4
    assert months[:3] == (83_333_334, 83_333_333, 83_333_333)


def test_a_season_goes_by_quarter_first() -> None:
    # weights 1 1 1 · 3 0 0 · 1 1 1 · 1 1 1 of 12: a quarter of 10 is 2.5, the odd two go to Q1 and Q2
    quarters, months = by_season(10, [1, 1, 1, 3, 0, 0, 1, 1, 1, 1, 1, 1])
    assert quarters == (3, 3, 2, 2)
    assert months == (1, 1, 1, 3, 0, 0, 1, 1, 0, 1, 1, 0)


def test_a_year_without_weights_is_even() -> None:
    assert by_season(12, [0] * 12) == ((3, 3, 3, 3), (1,) * 12)


def test_two_customers_a_year_are_never_in_one_quarter() -> None:
    months = by_season(20, [1] * 12)[1]
    rows = spread([Bearer(person, 0, 0, 2) for person in range(10)], months)
    assert all(sum(row[first : first + 3]) <= 1 for row in rows for first in (0, 3, 6, 9))


@st.composite
def teams(draw: st.DrawFn) -> tuple[list[Bearer], tuple[int, ...]]:
    units = draw(st.sampled_from((0, 1, 7, 100, 12_345, 10**9)) | st.integers(0, 500))
    months = by_season(units, draw(SEASONS))[1]
    lines = draw(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 50)), min_size=1, max_size=9))
    shares = allocate(units, [weight for _, weight in lines])
    return [
        Bearer(person, person % 3, at % 3, share)
        for at, ((person, _), share) in enumerate(zip(lines, shares, strict=True))
    ], months


@given(teams())
def test_both_margins_are_exact_and_every_level_within_a_unit(case: tuple[list[Bearer], tuple[int, ...]]) -> None:
    bearers, months = case
    total = sum(months)
    rows = spread(bearers, months)
    assert [sum(row) for row in rows] == [bearer.units for bearer in bearers]
    assert [sum(column) for column in zip(*rows, strict=True)] == list(months)

    def near(found: int, units: int, part: int) -> bool:
        return found >= 0 and abs(found * total - units * part) < max(total, 1)

    for bearer, row in zip(bearers, rows, strict=True):
        assert all(near(found, bearer.units, part) for found, part in zip(row, months, strict=True))
        for first in (0, 3, 6, 9):
            assert near(sum(row[first : first + 3]), bearer.units, sum(months[first : first + 3]))
    for group in ("person", "region"):
        for key in {getattr(bearer, group) for bearer in bearers}:
            mine = [at for at, bearer in enumerate(bearers) if getattr(bearer, group) == key]
            units = sum(bearers[at].units for at in mine)
            assert all(near(sum(rows[at][m] for at in mine), units, months[m]) for m in range(12))


@given(teams())
def test_the_same_team_gets_the_same_months(case: tuple[list[Bearer], tuple[int, ...]]) -> None:
    assert spread(*case) == spread(*case)
