"""What a plan looks like on paper."""

from pathlib import Path

from tests.parity import opened
from tests.split.tables import COMPANY, GOALS, run

TWO_GOALS = {**COMPANY, "年度目标": GOALS + "| 回款额 | 2026年 | 9亿 | 元 | 1 |\n| 新客户数 | 2026年 | 500家 | | |\n"}


def test_no_page_of_the_overview_cuts_a_table_or_a_chart(tmp_path: Path) -> None:
    """Pages break before a title only, and the charts of a goal stay below its last table."""
    run(tmp_path, TWO_GOALS, output=tmp_path / "plan.xlsx")
    sheet = opened(tmp_path / "plan.xlsx")["总览"]
    breaks = [item.id for item in sheet.row_breaks.brk]
    assert breaks
    setup = sheet.sheet_properties.pageSetUpPr
    assert setup is None or not setup.fitToPage  # which would ignore the breaks
    for row in breaks:
        assert sheet.cell(row, 1).value is None  # the gap above a block
        title = str(sheet.cell(row + 1, 1).value)
        assert "按" in title or "×" in title
    charts = sheet._charts  # type: ignore[attr-defined]  # openpyxl has no public list of charts
    assert len(charts) == 6
    for chart in charts:
        first, last = chart.anchor._from.row, chart.anchor.to.row
        assert not [row for row in breaks if first < row <= last]


def test_the_weeks_print_over_several_pages_with_the_names_on_each(tmp_path: Path) -> None:
    run(tmp_path, COMPANY, output=tmp_path / "plan.xlsx")
    book = opened(tmp_path / "plan.xlsx")
    assert (book["周度"].page_setup.fitToWidth, book["周度"].print_title_cols) == (6, "$A:$E")
    assert (book["季度与月度"].page_setup.fitToWidth, book["季度与月度"].print_title_cols) == (2, "$A:$C")
