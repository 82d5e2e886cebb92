"""Kept orders come back as they were read, and stand where they would stand had all files been given together."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.excel.intake import RunOptions
from salescli.table.batch import Batch, Rows
from salescli.table.row import Home, Source
from salescli.track.kept import KeptOrderRow
from salescli.track.kept_ledgers import KeptLedgers, as_read, in_order_of_files, joined_ledgers
from salescli.track.ledgers import Ledgers
from salescli.track.options import TrackOptions
from salescli.track.run import track
from salescli.track.side_files import Gathered
from salescli.track.tables import CustomerKind, OrderRow
from tests.parity import opened
from tests.sheets import workbook, written

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
    """D4 says something new; D3 says the same in another file, and is there twice as it would be in one run."""
    old = tuple(order(f"D{at}", at, "旧.xlsx", at) for at in (2, 3, 4))
    new = [order("D3", 3, "新.xlsx", 2), order("D4", 99, "新.xlsx", 3), order("D5", 5, "新.xlsx", 4)]
    joined, changed = joined_ledgers(KeptLedgers(old), Ledgers(Gathered(new, 3)))
    assert joined.orders is not None
    assert [(row.order_id, int(row.amount)) for row in joined.orders.rows] == [
        ("D3", 3), ("D4", 99), ("D5", 5), ("D2", 2), ("D3", 3),
    ]  # fmt: skip
    assert (joined.orders.read, changed) == (5, 1)


PLAN = "| 月份 | 区域 | 销售员 | 指标 | 目标值 |\n| 2026-08 | 华东 | 小张 | 销售额 | 1000 |"
HEADER = "| 订单号 | 签约日期 | 销售员 | 客户 | 合同额 | 已回款 |\n"
FILES = {
    "a": "| D1 | 2026-08-05 | 小张 | 甲 | 10 | 10 |\n| D2 | 2026-08-05 | 小张 | 乙 | 20 | 20 |",
    "b": "| D2 | 2026-08-05 | 小张 | 乙 | 20 | 20 |\n| D3 | 2026-08-05 | 小张 | 丙 | 40 | 0 |\n"
    "| D3 | 2026-08-05 | 小张 | 丙 | 40 | 0 |",
    "c": "| D1 | 2026-08-05 | 小张 | 甲 | 10 | 10 |\n| D9 | 2026-08-05 | 小张 | 丁 | 很多 | 0 |",
}


@pytest.mark.parametrize("pieces", ["a b c", "c b a", "ab c", "b ac", "abc abc", "a ab c bc", "c a b cab"])
def test_orders_in_pieces_have_the_account_of_one_run(tmp_path: Path, pieces: str) -> None:
    """Seven rows: D1 and D2 of `a` count, D3 of `b` waits; D2 and D3 of `b` and D1 of `c` repeat; one has no amount."""
    files = {name: workbook(tmp_path / f"{name}.xlsx", {"订单明细": HEADER + rows}) for name, rows in FILES.items()}
    path = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    options, forgiving = TrackOptions(as_of=date(2026, 8, 31)), RunOptions(skip_invalid=True)
    for at, piece in enumerate([*pieces.split(), ""]):
        given = [files[name] for name in piece]
        path, before = tmp_path / f"t{at}.xlsx", path
        outcome = track(before, [], path, orders=given, options=options, run=forgiving)
        assert not outcome.blocked
    assert outcome.result is not None
    found = outcome.result.document()["orders"]
    assert found["account"] == {
        "read": 7, "counted": 2, "pending": 1, "refund": 0, "empty": 0,
        "duplicate": 3, "unknown": 0, "outside": 0, "invalid": 1,
    }  # fmt: skip
    where = [(item["reason"], Path(item["file"]).name, item["row"]) for item in found["excluded"]]
    assert where == [
        ("duplicate", "b.xlsx", 2), ("duplicate", "b.xlsx", 4), ("duplicate", "c.xlsx", 2), ("invalid", "c.xlsx", 3),
    ]  # fmt: skip
    numbers = [row[0] for row in written(path, "订单明细")]
    assert [number for number in numbers if str(number).startswith("D")] == ["D1", "D2", "D3"]


def test_an_order_mended_in_the_workbook_takes_its_repeats_along(tmp_path: Path) -> None:
    """D2 stands in both files; 5 of its 20 collected is typed into 订单明细 once, and it waits: 30 % are 6."""
    files = [workbook(tmp_path / f"{name}.xlsx", {"订单明细": HEADER + FILES[name]}) for name in "ab"]
    options, first = TrackOptions(as_of=date(2026, 8, 31)), tmp_path / "t.xlsx"
    track(workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN}), [], first, orders=files, options=options)
    book = opened(first, data_only=True)
    (line,) = [row for row in book["订单明细"].iter_rows() if row[0].value == "D2"]
    next(cell for cell in line[5:] if cell.value == 20).value = 5
    book.save(first)
    outcome = track(first, [], options=options)
    assert outcome.result is not None, [str(problem) for problem in outcome.problems]
    found = outcome.result.document()
    assert [(item["order_id"], item["needed"]) for item in found["pending"]] == [("D2", "1.00"), ("D3", "12.00")]
    assert (found["orders"]["account"]["read"], found["orders"]["account"]["duplicate"]) == (5, 2)
