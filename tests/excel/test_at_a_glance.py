"""Rows that are data at a glance are those that a look at each of their cells finds to be data."""

from dataclasses import fields, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from salescli.excel.glance import evident
from salescli.excel.header_match import HeaderMatch
from salescli.excel.headers import find_header
from salescli.excel.read import CellValue, RawSheet
from salescli.excel.rows import sorted_by_look
from salescli.excel.table_shape import TableShape
from salescli.excel.total_words import closing_words, is_average_word, is_total_word
from salescli.track.tables import WEEKLY

HEADER: list[CellValue] = ["周开始日期", "区域", "销售员", "线索数", "销售额(元)"]
WORDS = st.sampled_from(
    (
        "",
        " ",
        "华东",
        "小张",
        "合计",
        "华东小计",
        "合 计",
        "Ｔｏｔａｌ",
        "to tal:",
        "sum",
        "Summer",
        "销售员",
        "区域",
        "注：不含税",
        "制表人：小李",
    )
)
FIGURES = st.sampled_from(("", 1.0, 2.5, "12", "销售额(元)", "-", True))
ROWS = st.lists(
    st.tuples(st.sampled_from(("", "2026-08-03", "周开始日期", "合计")), WORDS, WORDS, FIGURES, FIGURES), max_size=8
)


@given(ROWS)
def test_rows(rows: list[tuple[CellValue, ...]]) -> None:
    sheet = RawSheet("周报.xlsx", "周报", True, [HEADER, *map(list, rows)], (), {})
    match = find_header(sheet, WEEKLY, {})
    assert match is not None
    below = list(zip(*sheet.rows[match.row + 1 :], strict=True))
    shape = TableShape(sheet, WEEKLY, match)
    unknown = [False] * (len(sheet.rows) - match.row - 1)
    assert sorted_by_look(shape, evident(shape, below)) == sorted_by_look(shape, unknown)


@given(
    st.sets(
        st.one_of(
            WORDS,
            st.text(max_size=6),
            st.text("合小总共累计計汇和 \u3000totalsumＴ", max_size=8),
            st.sampled_from(
                ("平均", "均值：", "人 均", "占比", "中位数", "Average", "AVG.", "mean", "median", "% of total", "李均")
            ),
            st.floats(0, 9),
        )
    )
)
def test_words_of_totals(cells: set[CellValue]) -> None:
    assert set(closing_words(cells)) == {cell for cell in cells if is_total_word(cell) or is_average_word(cell)}


@given(st.lists(st.sampled_from(("", "标题", "2026-08-03", *HEADER, 3.0, 8.0, True, date(2026, 8, 1))), max_size=50))
def test_headers(cells: list[CellValue]) -> None:
    """The rows that cannot be a header are those that a look at each of their captions finds to be none."""
    rows = [cells[at : at + 5] for at in range(0, len(cells), 5)]
    glance = RawSheet("周报.xlsx", "周报", True, rows, (), {})
    look = replace(glance, merged=((90, 0, 90, 1),))  # where cells are merged every row is looked at
    found, slowly = find_header(glance, WEEKLY, {}), find_header(look, WEEKLY, {})
    assert (found and _parts(found)) == (slowly and _parts(slowly))


def _parts(match: HeaderMatch) -> list[object]:
    return [getattr(match, item.name) for item in fields(match)]
