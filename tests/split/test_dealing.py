"""Last units dealt level by level: every total exact whoever is there when, even when a level has no answer."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.split.allocate import allocate
from salescli.split.dealing import Branch, Rows, _Table, deal_down
from salescli.split.dealing_columns import dealt_evenly
from salescli.split.fine_units import NEAR, SCALE
from salescli.split.fitting import Clash
from salescli.split.month_network import flow_down
from salescli.split.months import Bearer, spread


def there(*months: int) -> tuple[Fraction, ...]:
    return tuple(Fraction(at in months) for at in range(12))


def line(units: int, **months: int) -> Branch:
    """A line with its exact cells in hundredths of a unit, ``m3=50`` being half a unit in the third month."""
    return Branch([months.get(f"m{at}", 0) * SCALE // 100 for at in range(1, 13)], units)


def joined(*parts: Branch) -> Branch:
    shares = [sum(column) for column in zip(*(part.shares for part in parts), strict=True)]
    return Branch(shares, sum(part.units for part in parts), parts)


def test_a_column_gets_the_largest_rests() -> None:
    # three people with one unit each: January takes one of them, the one whose rest is largest there
    people = [line(1, m1=20, m2=80), line(1, m1=50, m2=50), line(1, m1=30, m2=70)]
    rows = deal_down(joined(joined(*people)), [1, 2] + [0] * 10)
    assert rows is not None
    assert [row[:2] for row in rows] == [[0, 1], [1, 0], [0, 1]]


def test_a_person_only_gets_what_the_lines_can_carry() -> None:
    # two lines of three quarters' and one quarter's worth: the person needs three different quarters
    one = line(3, m1=70, m4=70, m7=80, m10=80)
    two = line(1, m1=20, m4=20, m7=30, m10=30)
    other = line(2, m1=60, m4=60, m7=40, m10=40)
    months = [2, 0, 0, 1, 0, 0, 2, 0, 0, 1, 0, 0]
    rows = deal_down(joined(joined(joined(one, two), other)), months)
    assert rows is not None
    assert [sum(row) for row in rows] == [3, 1, 2]
    assert [sum(column) for column in zip(*rows, strict=True)] == months
    assert all(units in (0, 1) for row in rows for units in row)


def test_where_a_region_was_fixed_too_soon_all_are_looked_at_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Branch] = []

    def flow(company: Branch, months: Sequence[int]) -> Rows:
        asked.append(company)
        return flow_down(company, months)

    monkeypatch.setattr("salescli.split.months.flow_down", flow)
    bearers = [Bearer(0, 1, 0, 2, there(0, 1, 2)), Bearer(1, 0, 0, 1, there(0, 3)), Bearer(2, 0, 0, 2, there(1, 2, 3))]
    months = [1, 1, 2, 1] + [0] * 8
    rows = spread(bearers, months)
    assert asked
    assert not isinstance(rows, Clash)
    assert [sum(row) for row in rows] == [2, 1, 2]
    assert [sum(column) for column in zip(*rows, strict=True)] == months
    assert all(not units or own for bearer, row in zip(bearers, rows, strict=True)
               for units, own in zip(row, bearer.there, strict=True))  # fmt: skip


@st.composite
def teams(draw: st.DrawFn) -> tuple[list[Bearer], list[int]]:
    """Up to forty lines, a third of them there for part of the year, and months that they surely can fill."""
    months = [0] * 12
    bearers: list[Bearer] = []
    season = draw(st.lists(st.integers(1, 9), min_size=12, max_size=12))
    lines = draw(
        st.lists(st.tuples(st.integers(0, 30), st.integers(-24, 11), st.integers(0, 9)), min_size=1, max_size=40)
    )
    for person, start, units in lines:
        present = there(*range(start % 12, min(start + 4, 12))) if start >= 0 else there(*range(12))
        bearers.append(Bearer(person, person % 4, len(bearers) % 3, units * 10**7 if units == 9 else units, present))
        weights = [weight * own for weight, own in zip(season, present, strict=True)]
        for at, part in enumerate(allocate(bearers[-1].units, weights)):
            months[at] += part
    return bearers, months


@given(teams())
def test_both_totals_hold_and_the_absent_carry_nothing(case: tuple[list[Bearer], list[int]]) -> None:
    bearers, months = case
    rows = spread(bearers, months)
    assert not isinstance(rows, Clash)
    assert [sum(row) for row in rows] == [bearer.units for bearer in bearers]
    assert [sum(column) for column in zip(*rows, strict=True)] == months
    for bearer, row in zip(bearers, rows, strict=True):
        assert all(units >= 0 and (own or not units) for units, own in zip(row, bearer.there, strict=True))


@st.composite
def tables(draw: st.DrawFn) -> tuple[Rows, list[int], list[int]]:
    """Exact cells in tenths of a unit, or hair's breadths beside them; totals of rows and columns near their sums."""
    width = draw(st.integers(1, 6))
    cells = st.builds(
        lambda tenths, hair: max(tenths * SCALE // 10 + hair * NEAR // 2, 0), st.integers(0, 25), st.integers(-5, 5)
    )
    shares = draw(st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=12))
    near = st.integers(-1, 2)
    totals = [max(sum(row) // SCALE + draw(near), 0) for row in shares]
    columns = [max(sum(column) // SCALE + draw(near), 0) for column in zip(*shares, strict=True)]
    return shares, totals, columns


@given(tables())
def test_columns_are_dealt_as_rows_are(case: tuple[Rows, list[int], list[int]]) -> None:
    shares, totals, columns = case
    by_columns = dealt_evenly(list(zip(*shares, strict=True)), totals, columns)
    table = _Table(columns)
    whole = all(table.floor(row, total) for row, total in zip(shares, totals, strict=True))
    even = whole and table.deal() and not any(table.needs)
    assert by_columns == ([list(column) for column in zip(*table.cells, strict=True)] if even else None)
