"""The mark of a workbook: the same for what looks the same, another for anything else."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.excel.book import Block, CellValue, Field, Line, Sheet, Tone
from salescli.excel.columnar import ColumnLines
from salescli.measure.period import Month
from salescli.track.mark import column_told, mark_of

FIELDS = (Field("name", "销售员"), Field("amount", "金额"))


def mark(lines: Sequence[Line]) -> str:
    return mark_of([Sheet("明细", (Block("rows", FIELDS, lines),))])


def lines(*rows: Mapping[str, CellValue]) -> list[Line]:
    return [Line(row) for row in rows]


TWO = lines({"name": "小张", "amount": Decimal(10)}, {"name": "小李", "amount": None})


@pytest.mark.parametrize(
    "alike",
    [
        lines({"name": "小张", "amount": Decimal("10.00")}, {"name": "小李", "amount": None}),
        lines({"name": "小张", "amount": Decimal("1E+1")}, {"name": "小李"}),
        ColumnLines({"name": ["小张", "小李"], "amount": [Decimal("10.0"), None]}),
    ],
)
def test_what_looks_the_same_has_one_mark(alike: Sequence[Line]) -> None:
    assert mark(alike) == mark(TWO)


@pytest.mark.parametrize(
    "other",
    [
        lines({"name": "小张", "amount": Decimal("10.01")}, {"name": "小李"}),
        lines({"name": "小张", "amount": "10"}, {"name": "小李"}),
        lines({"name": "小李", "amount": Decimal(10)}, {"name": "小张"}),
        lines({"name": "小张"}, {"name": "小李", "amount": Decimal(10)}),
        lines({"name": "小张", "amount": Decimal(10)}, {"name": "小李"}, {}),
        lines({"name": "小张', '小李", "amount": Decimal(10)}),
        [Line(TWO[0].values, tones={"name": Tone.RED}), TWO[1]],
        [TWO[0], Line(TWO[1].values, tones={"name": Tone.RED})],
        [TWO[0], Line(TWO[1].values, formulas={"amount": "1+1"})],
        [TWO[0], Line(TWO[1].values, level=1)],
        [TWO[0], Line(TWO[1].values, beside={3: Decimal(1)})],
    ],
)
def test_whatever_differs_has_another_mark(other: Sequence[Line]) -> None:
    assert mark(other) != mark(TWO)


def test_amounts_beside_a_line_are_one_however_they_are_written() -> None:
    first, second = ([Line({}, beside={0: amount})] for amount in (Decimal("1.50"), Decimal("1.5")))
    assert mark(first) == mark(second)


def told_one_by_one(value: CellValue) -> str:
    if isinstance(value, Decimal):
        return str(value.normalize())
    return str(value) if isinstance(value, Fraction) else repr(value)


VALUES: tuple[st.SearchStrategy[CellValue], ...] = (
    st.text(alphabet="张,' 1\"\n[]", max_size=4),
    st.integers(-5, 10**6),
    st.booleans(),
    st.sampled_from(["0", "-0.00", "1", "1.0", "1.00", "100", "1E+2", "12345678901234567.89"]).map(Decimal),
    st.fractions(0, 1, max_denominator=7),
    st.dates(date(1999, 1, 1), date(1999, 1, 3)),
    st.datetimes(datetime(1999, 1, 1), datetime(1999, 1, 3)).map(lambda time: time.replace(fold=0)),
    st.builds(Month, st.integers(2026, 2027), st.integers(1, 12)),
)
COLUMNS = st.one_of(
    *(st.lists(st.one_of(st.none(), kind)) for kind in VALUES),
    st.lists(st.one_of(st.none(), *VALUES)),
)


@given(COLUMNS)
def test_a_column_is_told_as_its_values_are_one_by_one(column: list[CellValue]) -> None:
    assert column_told(column) == f"[{', '.join(map(told_one_by_one, column))}]"
