"""A row knows where it was read, also as a copy and in another process; what the program made was read nowhere."""

import copy
import pickle
from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from salescli.table.problem import NOWHERE
from salescli.table.row import Source, origins
from salescli.track.tables import FinanceRow

READ = Source("回款.xlsx", "回款", 7, {"collected": "E"})


def row(source: Source | None = READ) -> FinanceRow:
    made = FinanceRow(received=date(2026, 8, 3), person="小张", collected=Decimal("12.50"))
    if source is not None:
        made.placed(source)
    return made


def test_each_cell_and_the_whole_row_have_a_place() -> None:
    assert str(row().at("collected").cell) == "E7"
    assert row().at("person").cell == row().at().cell == "7:7"
    assert row().source == READ
    assert row(None).at("collected") is NOWHERE
    assert row(None).source is None


@pytest.mark.parametrize("made", [[], [None], [None, None]])
def test_places_of_many_rows_are_columns(made: list[None]) -> None:
    other = Source("订单.xlsx", "Sheet1", 8, {})
    columns = origins([row(READ), row(other), *map(row, made), row(READ)])
    assert columns == {
        "file": ["回款.xlsx", "订单.xlsx", *made, "回款.xlsx"],
        "sheet": ["回款", "Sheet1", *made, "回款"],
        "row": [7, 8, *made, 7],
    }


def test_copies_stand_where_the_row_stood() -> None:
    changed = row().model_copy(update={"collected": Decimal(1)})
    for other in (changed, copy.copy(row()), copy.deepcopy(row()), pickle.loads(pickle.dumps(row()))):
        assert other.source == READ
    assert changed.collected == 1
    assert pickle.loads(pickle.dumps(row(None))).source is None


def test_equal_rows_are_of_one_place() -> None:
    assert row() == row()
    assert hash(row()) == hash(row())
    assert row() != row(None)
    assert row() != row(READ._replace(row=8))


def test_a_row_is_not_changed() -> None:
    with pytest.raises(ValidationError):
        row().collected = Decimal(1)  # type: ignore[misc]
