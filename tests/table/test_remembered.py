"""A column of cells is read as each of its cells would be, however much of it was read before."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.catalog import TABLES
from salescli.table.kind import CellContext, Kind, ShownNumber
from salescli.table.problem import Code

KINDS = {
    type(item.kind).__name__: item.kind
    for table in TABLES.values()
    for item in table.fields
    if type(item.kind).read is Kind.read
}
CELLS = st.one_of(
    st.sampled_from(
        ("", " ", "-", "无", "待定", "华东", "小张 ", "1,234.5", "12.3万", "80%", "2026-08-03", "8月", "#N/A")
    ),
    st.sampled_from((0.0, 1.0, -3.0, 0.5, 12.345, 1e15, 46237.0, 1, True, False, ShownNumber.of(12.0, "0012"))),
    st.sampled_from((date(2026, 8, 3), datetime(2026, 8, 3, 9), time(9))),
    st.floats(0, 1e6).map(lambda number: round(number, 2)),
    st.integers(0, 99).map(float),
)
COLUMNS = st.lists(CELLS, max_size=12)
YEARS = st.sampled_from((None, 2026))

Said = list[tuple[int, Code, Mapping[str, object]]]


def read(kind: Kind[Any], cells: Sequence[object], year: int | None) -> tuple[list[Any], Said]:
    said: Said = []
    context = CellContext(lambda index, code, details: said.append((index, code, details)), year=year)
    return kind.read(cells, context), said


def one_by_one(kind: Kind[Any], cells: Sequence[object], year: int | None) -> tuple[list[Any], Said]:
    """Each cell as if there were no other, and none had been read before."""
    said: Said = []
    context = CellContext(lambda index, code, details: said.append((index, code, details)), year=year)
    return [kind._read_one(index, cell, context) for index, cell in enumerate(cells)], said


@pytest.mark.parametrize("name", KINDS)
@given(COLUMNS, COLUMNS, YEARS)
def test_columns_one_after_the_other(name: str, first: list[Any], second: list[Any], year: int | None) -> None:
    kind = KINDS[name]
    for cells in (first, second, [*first, *second]):
        values, said = one_by_one(kind, cells, year)
        known = kind.recalled(cells, 0, year, False, False)
        assert known is None or (known, []) == (values, said)
        assert read(kind, cells, year) == (values, said)
        assert not any(map(different, kind.recalled(cells, 0, year, False, False) or values, values))


def different(one: Any, other: Any) -> bool:
    """Whether two values differ, in their type or in their digits too."""
    return type(one) is not type(other) or str(one) != str(other)
