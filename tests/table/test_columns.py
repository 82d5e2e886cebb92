"""A column read at once gives what its cells give one by one, and says the same of them at the same places."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.table.kind import CellContext, Kind
from salescli.table.numbers import CountKind, MoneyKind
from salescli.table.problem import Code
from salescli.table.texts import NameKind, TextKind

AMOUNTS = st.one_of(
    st.integers(-(10**14), 10**14).map(lambda fen: fen / 100),
    st.integers(-(10**9), 10**9).map(float),
    st.floats(),
    st.sampled_from(
        (0.0, -0.0, 83477.03999999999, 0.1 + 0.2, 1e13, 9999999999999.99, 1e-5, 1e22, "", "-", "五万", "3万")
    ),
)
WORDS = st.one_of(
    st.from_regex(r"HT\d{3,7}", fullmatch=True),
    st.text(max_size=8),
    st.sampled_from(
        (
            "",
            "无",
            "n/a",
            "N/A",
            "*小张",
            "李 娜",
            "甲\n乙",
            "ＡＢＣ１２",
            "a*b",
            "1.10101E+17",
            '=DISPIMG("ID_1",1)',
            " 华东 ",
            "a\u200bbcd",
            "——",
            7.0,
        )
    ),
)
SEVERAL = 2_400
"""More cells than are looked at together."""


def one_by_one(kind: Kind[Any], cells: Sequence[object]) -> tuple[list[Any], list[tuple[int, str]]]:
    values, said = [], []
    for index, cell in enumerate(cells):
        (value,), found = at_once(kind, [cell])
        values.append(value)
        said += [(index, code) for _, code in found]
    return values, said


def at_once(kind: Kind[Any], cells: Sequence[object]) -> tuple[list[Any], list[tuple[int, str]]]:
    said: list[tuple[int, str]] = []

    def report(index: int, code: Code, details: Mapping[str, object]) -> None:
        said.append((index, code.name))

    return kind.read(cells, CellContext(report)), said


def spelled(values: Sequence[Any]) -> list[str]:
    """Values with their exponents and signs: Decimal("1.0") is not Decimal("1") here."""
    return list(map(repr, values))


@pytest.mark.parametrize("kind", [MoneyKind(), CountKind()])
@given(cells=st.lists(AMOUNTS, max_size=12))
def test_figures(kind: Kind[Any], cells: list[object]) -> None:
    plain = [float(index) + 0.25 for index in range(SEVERAL)] if isinstance(kind, MoneyKind) else []
    for column in (cells, [*plain, *cells]):
        values, said = at_once(kind, column)
        expected, expected_said = one_by_one(kind, column[-len(cells) :] if cells else [])
        offset = len(column) - len(cells)
        assert spelled(values[offset:]) == spelled(expected)
        assert said == [(index + offset, code) for index, code in expected_said]
        assert values[:offset] == [Decimal(index) + Decimal("0.25") for index in range(offset)]


@pytest.mark.parametrize("kind", [NameKind(), TextKind()])
@given(cells=st.lists(WORDS, max_size=12))
def test_words(kind: Kind[Any], cells: list[object]) -> None:
    plain = [f"HT{index:06d}" for index in range(SEVERAL)]
    for column in (cells, [*plain, *cells], [*cells, *plain]):
        values, _ = at_once(kind, column)
        expected = {cell: one_by_one(kind, [cell])[0][0] for cell in cells}
        assert values == [expected.get(cell, cell) for cell in column]


def test_one_odd_cell_among_many_is_said_where_it_stands() -> None:
    column: list[object] = [index / 100 for index in range(SEVERAL)]
    column[1_234], column[2_000] = "五块多", 1.005
    values, said = at_once(MoneyKind(), column)
    assert said == [(1_234, "bad-number"), (2_000, "rounded-to-fen")]
    assert values[2_000] == Decimal("1.01")
    assert values[1_233] == Decimal("12.33")
