"""Kept orders come back as they were read, and stand where they would stand had all files been given together."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.table.batch import Batch, Rows
from salescli.table.row import Home, Source
from salescli.track.kept import KeptOrderRow
from salescli.track.kept_ledgers import KeptLedgers, as_read, in_order_of_files, joined_ledgers
from salescli.track.ledgers import Ledgers
from salescli.track.side_files import Gathered
from salescli.track.tables import CustomerKind, OrderRow

KEPT_AT = Home("跟踪.xlsx", "订单明细", {"person": "F"})
SAID: dict[str, list[Any]] = {
    "order_id": ["D1", "D2", "D3"],
    "signed": [date(2026, 8, 5)] * 3,
    "person": ["小张", "小李", "小张"],
    "customer": ["甲", "乙", "丙"],
    "amount": [Decimal("10.50"), Decimal(-3), Decimal(0)],
    "customer_kind": [CustomerKind.NEW, None, None],
}
PLACES: dict[str, list[Any]] = {
    "source_file": ["一.xlsx", "一.xlsx", None],
    "source_sheet": ["订单", None, None],
    "source_row": [7, 8, 9],
}


def kept(*, made: bool) -> Rows[KeptOrderRow]:
    """Three rows of a tracking workbook, still in columns or made; of the last one somebody removed the file."""
    columns = SAID | PLACES
    rows = Rows(Batch(KeptOrderRow, tuple(columns), tuple(columns.values()), (KEPT_AT,), (5, 6, 7)))
    if made:
        assert len(rows.made) == 3
    return rows


@pytest.mark.parametrize("made", [False, True])
def test_kept_orders_are_what_pydantic_would_make_of_them_in_the_place_they_were_read_from(made: bool) -> None:
    found = as_read(kept(made=made), OrderRow)
    expected = [OrderRow.model_validate({key: column[at] for key, column in SAID.items()}) for at in range(3)]
    for row, own in zip(found, expected, strict=True):
        assert type(row) is OrderRow
        assert row.model_dump() == own.model_dump()
    assert [row.source for row in found] == [
        Source("一.xlsx", "订单", 7, {}),
        Source("一.xlsx", "", 8, {}),
        Source(*KEPT_AT[:2], 7, KEPT_AT.letters),
    ]


def test_a_kept_row_that_was_read_nowhere_has_no_place() -> None:
    row = KeptOrderRow(order_id="D1", signed=date(2026, 8, 5), person="小张", customer="甲", amount=Decimal(1))
    (found,) = as_read([row], OrderRow)
    assert found.source is None
    assert in_order_of_files([found]) == [found]


def order(number: str, amount: int, file: str, line: int) -> OrderRow:
    row = OrderRow(order_id=number, signed=date(2026, 8, 5), person="小张", customer="甲", amount=Decimal(amount))
    row.placed(Source(file, "订单", line, {}))
    return row


@given(
    st.lists(st.tuples(st.sampled_from(["b.xlsx", "a/b.xlsx", "a//b.xlsx", "a-b.xlsx", "a.xlsx"]), st.integers(2, 5)))
)
def test_rows_stand_by_the_paths_of_their_files_and_their_lines(places: list[tuple[str, int]]) -> None:
    rows = [order(f"D{at}", at, file, line) for at, (file, line) in enumerate(places)]
    expected = sorted(rows, key=lambda row: (Path(row.at().file or ""), row.source.row if row.source else 0))
    assert [row.order_id for row in in_order_of_files(rows)] == [row.order_id for row in expected]


def test_orders_given_again_stand_for_the_kept_ones_and_those_that_say_something_new_are_counted() -> None:
    old = tuple(order(f"D{at}", at, "旧.xlsx", at) for at in (2, 3, 4))
    new = [order("D3", 3, "新.xlsx", 2), order("D4", 99, "新.xlsx", 3), order("D5", 5, "新.xlsx", 4)]
    joined, changed = joined_ledgers(KeptLedgers(old), Ledgers(Gathered(new, 3)))
    assert joined.orders is not None
    assert [(row.order_id, int(row.amount)) for row in joined.orders.rows] == [
        ("D3", 3), ("D4", 99), ("D5", 5), ("D2", 2),
    ]  # fmt: skip
    assert (joined.orders.read, changed) == (4, 1)
