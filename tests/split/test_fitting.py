"""Region and product-line totals at once."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from salescli.split.allocate import allocate
from salescli.split.fitting import Cell, Clash, fit

ROWS, COLUMNS = ("华东", "华南", "华北"), ("A产品", "B产品", "C产品")
EVERYWHERE = {(row, column) for row in ROWS for column in COLUMNS}


def test_where_everybody_sells_everything_a_cell_is_region_times_product() -> None:
    cells = fit(
        {"华东": 200, "华南": 300}, {"A产品": 300, "B产品": 200}, set(product(("华东", "华南"), ("A产品", "B产品")))
    )
    assert cells == {
        ("华东", "A产品"): 120,
        ("华东", "B产品"): 80,
        ("华南", "A产品"): 180,
        ("华南", "B产品"): 120,
    }


def test_a_cell_with_nobody_stays_zero_and_the_others_make_up_for_it() -> None:
    # 华南 has nobody for A: its 30 are all B, so 10 of B are left for 华东
    cells = fit(
        {"华东": 70, "华南": 30}, {"A产品": 60, "B产品": 40}, {("华东", "A产品"), ("华东", "B产品"), ("华南", "B产品")}
    )
    assert cells == {("华东", "A产品"): 60, ("华东", "B产品"): 10, ("华南", "B产品"): 30}


def test_totals_that_cannot_be_met_name_the_regions_and_their_only_lines() -> None:
    people = {("华东", "A产品"), ("华南", "B产品"), ("华北", "B产品")}
    clash = fit({"华东": 40, "华南": 30, "华北": 30}, {"A产品": 60, "B产品": 40}, people)
    assert clash == Clash(("华南", "华北"), ("B产品",), needed=60, room=40)


def test_fractions_are_rounded_without_moving_a_total() -> None:
    # 10/3 in every row, 5 in both columns: each cell is 5/3
    rows = {"华东": 4, "华南": 3, "华北": 3}
    cells = fit(rows, {"A产品": 5, "B产品": 5}, {(row, column) for row in ROWS for column in COLUMNS[:2]})
    assert not isinstance(cells, Clash)
    assert sorted(cells.values()) == [1, 1, 2, 2, 2, 2]


@st.composite
def tables(draw: st.DrawFn) -> tuple[dict[str, int], dict[str, int], set[Cell]]:
    units = draw(st.integers(0, 9))
    weights = st.lists(st.integers(0, 5), min_size=3, max_size=3)
    rows = dict(zip(ROWS, allocate(units, draw(weights)), strict=True))
    columns = dict(zip(COLUMNS, allocate(units, draw(weights)), strict=True))
    return rows, columns, draw(st.sets(st.sampled_from(sorted(EVERYWHERE))))


def possible(rows: dict[str, int], columns: dict[str, int], cells: set[Cell]) -> bool:
    """The twin: Hall's condition, tried for every set of rows."""
    for chosen in product((False, True), repeat=len(rows)):
        names = {name for name, taken in zip(rows, chosen, strict=True) if taken}
        reached = {column for row, column in cells if row in names}
        if sum(rows[name] for name in names) > sum(columns[name] for name in reached):
            return False
    return True


@given(tables())
def test_both_margins_hold_whenever_they_can(table: tuple[dict[str, int], dict[str, int], set[Cell]]) -> None:
    rows, columns, cells = table
    found = fit(rows, columns, cells)
    assert isinstance(found, Clash) != possible(rows, columns, cells)
    if isinstance(found, Clash):
        assert found.needed > found.room
        assert found.needed == sum(rows[name] for name in found.rows)
        return
    assert set(found) == cells
    assert all(units >= 0 for units in found.values())
    assert all(sum(found[cell] for cell in cells if cell[0] == name) == total for name, total in rows.items())
    assert all(sum(found[cell] for cell in cells if cell[1] == name) == total for name, total in columns.items())


@given(
    st.integers(0, 10**9),
    st.lists(st.integers(0, 99), min_size=3, max_size=3),
    st.lists(st.integers(0, 99), min_size=3, max_size=3),
)
def test_a_full_table_is_within_a_unit_of_the_product_of_its_shares(
    units: int, by_row: list[int], by_column: list[int]
) -> None:
    rows = dict(zip(ROWS, allocate(units, by_row), strict=True))
    columns = dict(zip(COLUMNS, allocate(units, by_column), strict=True))
    cells = fit(rows, columns, EVERYWHERE)
    assert not isinstance(cells, Clash)
    for (row, column), found in cells.items():
        assert abs(found * units - rows[row] * columns[column]) < max(units, 1)
