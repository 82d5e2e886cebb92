"""What travels between processes arrives as it was."""

import pickle
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from salescli.catalog import TABLES
from salescli.excel.parts import Task
from salescli.excel.source import ReadOptions
from salescli.table.codes import cells as codes
from salescli.table.packing import pack, unpack
from salescli.table.problem import Place, problem
from salescli.table.row import Source
from salescli.track.tables import ORDERS, WEEKLY, OrderRow
from tests.sheets import workbook

SHEET = """
| 周开始日期 | 区域 | 工号 | 销售员 | 线索数 | 销售额(元) | 回款额(元) |
| 2026-08-03 | 华东 | S001 | 小张 | 3 | 1,234.50 | 1,000 |
| 2026-08-03 | 华东 | S002 | 小李 | -1 | 500 | |
| 2026-08-05 | 华东 | S003 | 小王 | 2 | 99.999 | 10 |
"""


def test_a_part_arrives_as_it_was(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"销售周报": SHEET})
    part = Task((WEEKLY, ORDERS), ReadOptions())(path)
    back = pickle.loads(pickle.dumps(part))
    assert back == part
    here, there = part.of(WEEKLY).records, back.of(WEEKLY).records
    assert here is not None
    assert there is not None
    assert [row.at("sales") for row in there.rows] == [row.at("sales") for row in here.rows]
    assert [row.model_fields_set for row in there.rows] == [row.model_fields_set for row in here.rows]
    assert str(there.rows[0].sales) == "1234.50"
    assert there.invalid[0].reasons[0].code is codes.OUT_OF_RANGE
    assert any(there.invalid[0].reasons[0] is item for item in there.problems)  # --skip-invalid goes by identity


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_table_arrives_as_the_one_of_the_other_side(table: object) -> None:
    assert pickle.loads(pickle.dumps(table)) is table


def test_a_problem_arrives_with_its_own_code() -> None:
    sent = problem(codes.BAD_DATE, Place("a.xlsx", "s", "A1"), found="x", choices=("a", Decimal("1.0")))
    back = pickle.loads(pickle.dumps(sent))
    assert back == sent
    assert back.code is codes.BAD_DATE


def test_rows_that_changed_on_their_way_are_noticed() -> None:
    row = OrderRow(order_id="1", signed=date(2026, 8, 3), person="小张", customer="甲", amount=Decimal("10.00"))
    row.placed(Source("a.xlsx", "s", 2, {"order_id": "A"}))
    packed = pack([row])
    assert packed is not None
    assert unpack(packed) == (row,)
    sent = packed.batch
    columns = ["10.01" if key == "amount" else column for key, column in zip(sent.keys, sent.columns, strict=True)]
    with pytest.raises(ValueError, match="changed"):
        unpack(replace(packed, batch=replace(sent, columns=columns)))
