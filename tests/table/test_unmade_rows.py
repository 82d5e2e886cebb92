"""Rows that are still columns tell what they would tell as rows, and are not made for it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from salescli.table.batch import Batch, Rows, class_of, columns_of, places_of, some_of
from salescli.table.row import Home
from salescli.track.tables import FinanceRow

FIRST, SECOND = Home("一.xlsx", "回款", {"collected": "C"}), Home("二.xlsx", "Sheet1", {})
SAID: dict[str, Sequence[Any]] = {
    "received": [date(2026, 8, 3), date(2026, 8, 4), date(2026, 8, 5)],
    "person": ["小张", "小李", "小张"],
    "collected": [Decimal("12.50"), Decimal(7), Decimal(-1)],
}


@pytest.fixture(params=[(FIRST,), (FIRST, FIRST, SECOND)])
def rows(request: pytest.FixtureRequest) -> Rows[FinanceRow]:
    return Rows(Batch(FinanceRow, tuple(SAID), tuple(SAID.values()), request.param, (2, 3, 5)))


def test_columns_and_places_are_those_of_the_rows(rows: Rows[FinanceRow]) -> None:
    keys = ("person", "collected", "order_id")
    columns, places = [list(column) for column in columns_of(rows, keys)], places_of(rows)
    assert class_of(rows) is FinanceRow
    assert rows.batch is not None
    assert columns == [[getattr(row, key) for row in rows] for key in keys]
    assert columns[2] == [None] * 3
    assert places == {
        "file": [row.at().file for row in rows],
        "sheet": [row.at().sheet for row in rows],
        "row": [2, 3, 5],
    }
    assert rows.batch is None
    assert [list(column) for column in columns_of(rows, keys)] == columns
    assert places_of(rows) == places
    assert class_of(rows) is FinanceRow


@pytest.mark.parametrize("at", [[], [1], [2, 0], [0, 1, 2]])
def test_some_rows_are_those_that_stand_there(rows: Rows[FinanceRow], at: list[int]) -> None:
    some = list(some_of(rows, at))
    assert rows.batch is not None
    assert some == [rows[one] for one in at]
    assert list(some_of(rows, at)) == some


def test_of_no_rows_there_is_nothing() -> None:
    assert columns_of(list[FinanceRow](), ("person", "collected")) == [[], []]
    assert class_of(list[FinanceRow]()) is None
