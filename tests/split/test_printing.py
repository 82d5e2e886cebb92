"""What a plan looks like on paper."""

from pathlib import Path

from tests.parity import opened
from tests.split.tables import COMPANY, run


def test_the_weeks_print_over_several_pages_with_the_names_on_each(tmp_path: Path) -> None:
    run(tmp_path, COMPANY, output=tmp_path / "plan.xlsx")
    book = opened(tmp_path / "plan.xlsx")
    assert (book["周度"].page_setup.fitToWidth, book["周度"].print_title_cols) == (6, "$A:$E")
    assert (book["季度与月度"].page_setup.fitToWidth or 1, book["季度与月度"].print_title_cols) == (1, None)
