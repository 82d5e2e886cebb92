"""Whatever is typed into a review, and however the rounds follow: every word is somewhere in the last workbook."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from salescli.excel.intake import RunOptions
from salescli.review.run import review
from salescli.words.review import MARK_START
from tests.parity import opened
from tests.review.documents import SHEETS, codes
from tests.sheets import workbook

PERIODS = ("2023-07", "2023-08", "2023Q3")
WRITTEN = (
    ("会议", "参与人"),
    ("会议", "会议记录"),
    ("会议", "依据"),
    ("改进计划 小李", "责任人"),
    ("改进计划 小李", "改进动作"),
    ("改进计划 小李", "里程碑"),
    ("经验与改进", "原因与做法"),
    ("经验与改进", "责任人"),
    ("经验与改进", "数据依据"),
    ("策略效果", "复盘意见"),
    ("下期行动", "备注"),
    ("复盘总结表", "成功经验"),
    ("复盘总结表", "策略执行效果(关键指标变化)"),
)
"""A column of every sheet that people write in; some start with a suggestion, some are computed."""


def reviewed(folder: Path, name: str, period: str, last: Path | None) -> Path:
    source, output = workbook(folder / "给出.xlsx", SHEETS), folder / name
    outcome = review([source], output, period=period, last=last, run=RunOptions(force=True))
    assert not outcome.blocked, codes(outcome)
    return output


def type_under(sheet: Worksheet, header: str, text: str) -> object:
    """Type into the last filled row of the column, as the meeting would; what stood there is given back."""
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == header)
    row = head.row
    while sheet.cell(row + 1, 1).value is not None:
        row += 1
    cell = sheet.cell(row, head.column)
    before = cell.value
    mark = MARK_START.zh
    if isinstance(before, str) and mark in before:  # inside the computed text, among its words
        at = before.index(mark) + len(mark) + 3
        cell.value = f"{before[:at]}{text}{before[at:]}"
        return None
    cell.value = text
    return before


def words(path: Path) -> str:
    sheets = [sheet for sheet in opened(path).worksheets if sheet.sheet_state == "visible"]
    cells = [str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row]
    return "\n".join(cells)


def typed(path: Path, places: set[int], numbers: Iterator[int], alive: set[str]) -> None:
    """Type a new text into each place; `alive` are the texts that nobody typed over."""
    book = opened(path)
    for at in sorted(places):
        name, header = WRITTEN[at]
        if name in book.sheetnames:
            text = f"手写{next(numbers):03d}号"
            alive.discard(str(type_under(book[name], header, text)))
            alive.add(text)
    book.save(path)


def test_a_participant_alone_outlives_the_same_month_and_the_next(tmp_path: Path) -> None:
    """参与人 and 责任人 start with a suggestion: nothing but the imprint tells a person's words there."""
    path, texts = reviewed(tmp_path, "0.xlsx", "2023-07", None), set[str]()
    typed(path, {0, 3}, count(), texts)
    assert len(texts) == 2
    for at, period in enumerate(("2023-07", "2023-07", "2023-08", "2023-08", "2023Q3"), start=1):
        path = reviewed(tmp_path, f"{at}.xlsx", period, path)
        assert all(text in words(path) for text in texts), period


def test_a_suggestion_that_nobody_touched_goes_with_its_month(tmp_path: Path) -> None:
    july = reviewed(tmp_path, "7.xlsx", "2023-07", None)
    again = reviewed(tmp_path, "7b.xlsx", "2023-07", july)
    meeting = opened(reviewed(tmp_path, "8.xlsx", "2023-08", again))["会议"]
    agenda = [row[0].value for row in meeting.iter_rows() if row[6].value == "自动"]
    assert set(agenda) == {"2023年8月(月度)"}


def test_words_inside_computed_text_are_listed_once_and_said(tmp_path: Path) -> None:
    """Beside the marks they stay where they are; the figures themselves are renewed."""
    path = reviewed(tmp_path, "0.xlsx", "2023-08", None)
    book = opened(path)
    sheet = book["复盘总结表"]
    (cell,) = (cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith(MARK_START.zh))
    composed = str(cell.value)
    cell.value = "会前说明。" + composed.replace("达成率", "达成率(老板说含补单)", 1) + "会后说明。"
    book.save(path)
    outcome = review([tmp_path / "给出.xlsx"], tmp_path / "1.xlsx", period="2023-08", last=path)
    assert "computed-text-edited" in codes(outcome)
    shown = {str(cell.value) for row in opened(tmp_path / "1.xlsx")["复盘总结表"].iter_rows() for cell in row}
    assert "会前说明。" + composed + "会后说明。" in shown
    listed = [str(cell.value) for row in opened(tmp_path / "1.xlsx")["手写备注"].iter_rows() for cell in row]
    assert sum("老板说含补单" in text for text in listed) == 1
    again = review([tmp_path / "给出.xlsx"], tmp_path / "2.xlsx", period="2023-08", last=tmp_path / "1.xlsx")
    assert "computed-text-edited" not in codes(again)
    assert words(tmp_path / "2.xlsx").count("老板说含补单") == 1


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.integers(0, 10_000), min_size=1, max_size=6), min_size=2, max_size=3), st.booleans())
def test_whatever_is_typed_anywhere_is_somewhere_in_the_end(
    tmp_path: Path, rounds: list[list[int]], further: bool
) -> None:
    """Any cell of any sheet, empty or not: over figures, formulas, headers, titles, computed text, beside and below."""
    path, alive, numbers = reviewed(tmp_path, "0.xlsx", "2023-07", None), set[str](), count()
    for at, places in enumerate(rounds, start=1):
        book = opened(path)
        spots = [
            (sheet, row, column)
            for sheet in book.worksheets
            if sheet.sheet_state == "visible"
            for row in range(1, sheet.max_row + 3)
            for column in range(1, sheet.max_column + 3)
            if not merged_over(sheet, row, column) and not read_strictly(sheet, column)
        ]
        for place in places:
            sheet, row, column = spots[place * 7919 % len(spots)]
            text = f"手写{next(numbers):03d}号"
            alive -= {item for item in alive if item in str(sheet.cell(row, column).value)}
            sheet.cell(row, column).value = text
            alive.add(text)
        book.save(path)
        path = reviewed(tmp_path, f"{at}.xlsx", "2023-08" if further and at > 1 else "2023-07", path)
        shown = words(path)
        assert [text for text in sorted(alive) if text not in shown] == []


def merged_over(sheet: Worksheet, row: int, column: int) -> bool:
    """Whether the cell lies under a merged one, where nothing can be typed."""
    spot = sheet.cell(row, column)
    return type(spot).__name__ == "MergedCell"


def read_strictly(sheet: Worksheet, column: int) -> bool:
    """Tables of the loop whose cells are read as dates, amounts and choices: there a wrong word is refused by name."""
    return sheet.title in ("下期行动", "手写备注", "已完成行动")


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(PERIODS), st.sets(st.integers(0, len(WRITTEN) - 1), max_size=5)),
        min_size=2,
        max_size=4,
    )
)
def test_no_word_is_lost_in_any_order_of_rounds(tmp_path: Path, rounds: list[tuple[str, set[int]]]) -> None:
    path, alive, numbers = None, set[str](), count()
    for at, (period, places) in enumerate(sorted(rounds, key=lambda item: PERIODS.index(item[0]))):
        path = reviewed(tmp_path, f"{at}.xlsx", period, path)
        shown = words(path)
        assert [text for text in sorted(alive) if text not in shown] == []
        typed(path, places, numbers, alive)
    shown = words(reviewed(tmp_path, "last.xlsx", PERIODS[-1], path))
    assert [text for text in sorted(alive) if text not in shown] == []
