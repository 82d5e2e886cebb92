"""A column's cells, made at once, are those that its values give one by one, and so is what is written of them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salescli.excel.book import Block, Book, CellValue, Field, Format, Line, Sheet
from salescli.excel.columnar import ColumnLines
from salescli.excel.write import book_bytes
from salescli.excel.writing import block as block_module
from salescli.excel.writing import lines as lines_module
from salescli.excel.writing.cells import as_cell, display_width, shown_number
from salescli.excel.writing.columns import Figures, Texts, cells_of
from salescli.measure.period import Month
from salescli.words.language import Lang
from tests.excel.test_lines import cell_by_cell

FIGURES = st.one_of(
    st.integers(-(10**17), 10**17),
    st.decimals(-(10**9), 10**9, places=2),
    st.decimals(-(10**7), 10**7, places=4).map(Decimal.normalize),
    st.decimals(-1, 1, places=9),
    st.sampled_from(
        [Decimal("-0"), Decimal("-0.00"), Decimal("1E+3"), Decimal("1E-7"), Decimal("0.00001"), Decimal("100.0")]
    ),
)
RATIOS = st.fractions(-1000, 1000, max_denominator=10**6)
TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", "销售员", "a & b", "两行\n文字", "两行\r\n文字", "=1+1", " 空 ", "\u3000", "很长的说明，" * 20, "½×"]
    ),
)
MOMENTS = st.one_of(
    st.dates(date(1890, 1, 1), date(2100, 1, 1)),
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)),
    st.builds(Month, st.integers(2000, 2030), st.integers(1, 12)),
)


def columns_of(*values: st.SearchStrategy[CellValue]) -> st.SearchStrategy[list[CellValue]]:
    """Columns of values of one kind or of several, with gaps and without, whose values repeat and do not."""
    pools = [st.lists(kind, min_size=1, max_size=8) for kind in (*values, st.one_of(*values))]
    pool = st.one_of(*pools).flatmap(lambda pool: st.lists(st.sampled_from([*pool]), min_size=1, max_size=40))
    return st.one_of(pool, pool.map(lambda column: [None, *column, None]), *pools)


@pytest.mark.parametrize("form", [Format.TEXT, Format.WRAPPED, Format.MONEY, Format.COUNT, Format.RATIO, Format.POINTS])
@given(values=columns_of(FIGURES, RATIOS, TEXTS))
def test_a_column_has_the_cells_of_its_values(form: Format, values: list[CellValue]) -> None:
    one_by_one = [as_cell(value, form, Lang.ZH) for value in values]
    column = cells_of(values, set(map(type, values)), form, Lang.ZH)
    assert list(column) == one_by_one
    if isinstance(column, Figures):
        numbers = [cell.stored for cell in one_by_one if isinstance(cell.stored, int | float)]
        digits = [one for one in column.digits if one is not None]
        assert list(map(float, digits)) == numbers
        assert all(len(one) <= len(shown_number(number)) for one, number in zip(digits, numbers, strict=True))
        assert column.ends == (min(numbers), max(numbers))
    if isinstance(column, Texts):
        texts = [cell.stored for cell in one_by_one if isinstance(cell.stored, str)]
        assert column.widest == max(map(display_width, texts))
        assert column.broken == any("\n" in text for text in texts)


@given(
    figures=columns_of(FIGURES),
    ratios=columns_of(RATIOS, FIGURES),
    texts=columns_of(TEXTS),
    others=columns_of(TEXTS),
    moments=columns_of(MOMENTS),
    mixed=columns_of(FIGURES, TEXTS, MOMENTS),
    sums=columns_of(FIGURES),
    shares=columns_of(RATIOS, FIGURES),
    points=columns_of(RATIOS, FIGURES),
    words=columns_of(TEXTS, FIGURES),
)
@settings(max_examples=25)
def test_lines_given_by_column_are_written_as_cell_by_cell(**columns: list[CellValue]) -> None:
    count = min(map(len, columns.values()))
    forms = {"figures": Format.MONEY, "ratios": Format.RATIO, "others": Format.WRAPPED, "moments": Format.DATE}
    forms |= {"sums": Format.MONEY, "shares": Format.RATIO, "points": Format.POINTS}
    made = {
        "sums": "{figures}*2",
        "shares": "1/7",
        "points": "{ratios}-{figures}",
        "words": 'IF({sums}>1,"高 & 多","")',
    }
    fields = tuple(Field(key, key, forms.get(key, Format.TEXT), formula=made.get(key)) for key in columns)
    lines = ColumnLines({key: values[:count] for key, values in columns.items()})
    book = Book((Sheet("明细", (Block("lines", fields, lines),)),), "书", Lang.ZH)
    given = [Line(dict(zip(columns, row, strict=True))) for row in zip(*lines.columns.values(), strict=True)]
    one_by_one = Book((Sheet("明细", (Block("lines", fields, given),)),), "书", Lang.ZH)
    rendered = book_bytes(book)
    assert rendered == book_bytes(one_by_one)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block_module, "write_lines", cell_by_cell)
        assert rendered == book_bytes(book)


@given(
    rows=st.lists(st.tuples(*[st.none() | st.sampled_from("abcdefgh")] * 3), min_size=1, max_size=30),
    known=st.tuples(*[st.booleans()] * 3),
)
def test_texts_are_met_row_by_row(rows: list[tuple[str | None, ...]], known: tuple[bool, ...]) -> None:
    columns = [
        (column, set(column) if few else None) for column, few in zip(zip(*rows, strict=True), known, strict=True)
    ]
    expected: list[str] = []
    for text in (text for row in rows for text in row if text is not None):
        if text not in expected:
            expected.append(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines_module, "_SLAB", 3)
        assert list(lines_module.in_reading_order(columns)) == expected


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        (600000.01, "600000.01"),
        (0.1, "0.1"),
        (1200, "1200"),
        (-3.0, "-3"),
        (2 / 3, "0.6666666666666666"),
        (0, "0"),
        (-0.0, "0"),
    ],
)
def test_a_number_stands_in_the_fewest_digits_that_give_it_back(number: float, digits: str) -> None:
    assert shown_number(number) == digits
    assert float(digits) == number
