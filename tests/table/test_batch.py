"""Rows made of columns when somebody asks for them are the rows that pydantic makes one by one."""

import pickle
from datetime import date
from decimal import Decimal

from salescli.table.batch import Batch, Rows
from salescli.table.packing import pack, unpack
from salescli.table.row import Home, Source
from salescli.track.tables import OrderRow

HOME = Home("a.xlsx", "订单", {"order_id": "A", "person": "C"})
KEYS = ("order_id", "signed", "person", "customer", "amount", "collected")
COLUMNS = (
    ["1", "2", "3"],
    [date(2026, 8, 3), date(2026, 8, 4), date(2026, 8, 4)],
    ["小张", "小李", "小李"],
    ["甲", "乙", "甲"],
    [Decimal("10.00"), Decimal("0"), Decimal("1E+3")],
    [None, Decimal("0.5"), None],
)


def batch() -> Rows[OrderRow]:
    return Rows(Batch(OrderRow, KEYS, COLUMNS, (HOME,), [2, 3, 7]))


def one_by_one() -> tuple[OrderRow, ...]:
    found = []
    for line, values in zip((2, 3, 7), zip(*COLUMNS, strict=True), strict=True):
        row = OrderRow.model_validate(dict(zip(KEYS, values, strict=True)))
        row.placed(Source(HOME.file, HOME.sheet, line, HOME.letters))
        found.append(row)
    return tuple(found)


def test_rows() -> None:
    rows = batch()
    assert len(rows) == 3
    assert rows.batch is not None  # to count them none is made
    assert rows == one_by_one()
    assert rows.batch is None
    assert [row.at("person").cell for row in rows] == ["C2", "C3", "C7"]
    assert [row.model_fields_set for row in rows] == [set(KEYS)] * 3
    assert rows[1] is rows.made[1]
    assert rows[1:] == rows.made[1:]


def test_rows_that_are_sent() -> None:
    made = batch()
    assert made.made
    for rows in (batch(), made, one_by_one()):
        arrived = unpack(pickle.loads(pickle.dumps(pack(rows))))
        assert arrived == one_by_one()
        assert [str(row.amount) for row in arrived] == ["10.00", "0", "1E+3"]
        assert arrived[0].collected is None
