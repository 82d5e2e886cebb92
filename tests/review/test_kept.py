"""What people write in a review workbook comes back word for word, round after round."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell import Cell

from salescli.excel.intake import RunOptions
from salescli.review.keeping import carried_on
from salescli.review.notebooks import FINDINGS, Finding
from salescli.review.run import review
from salescli.review.summary import renewed
from salescli.table.problem import Severity
from salescli.words.language import Lang
from salescli.words.review import MARK_END, MARK_START
from tests.parity import opened
from tests.review.documents import SHEETS, codes, section
from tests.sheets import workbook

GIVEN = {key: SHEETS[key] for key in ("月度目标分解与跟踪表", "策略执行跟踪表", "提成表")}
EVERYTHING = [
    "第一行\n  第二行，前面有空格\n\n最后一行",
    "=SUM(A1:A9) 不是公式",
    "他说：“先打电话”，'然后' \"再发\"方案",
    "👨‍👩‍👧 很好 👍🏽 𠮷野家",
    "长" * 9000,
    " 前后有空格 ",
    "无",
    "-",
    "〔没有结尾的括号 [computed] & <b>",
]
CELLS = [
    ("复盘总结表", "复盘周期", "2023年第3季度(季度)", "成功经验"),
    ("复盘总结表", "复盘周期", "2023年第3季度(季度)", "待改进点"),
    ("策略效果", "策略名称", "上线会员积分体系", "复盘意见"),
    ("经验与改进", "对象", "区域：华南", "原因与做法"),
    ("经验与改进", "对象", "区域：华东", "推广或改进措施"),
    ("下期行动", "行动事项", "优化客户跟进SOP", "备注"),
    ("会议", "议题", "策略效果与逾期", "会议记录"),
    ("改进计划 小李", "阶段", "第2周", "改进动作"),
    ("改进计划 小李", "阶段", "第3周", "备注"),
]
"""A cell of every sheet that people write in: sheet, the header and value that name the row, the header."""


def spot(book: Workbook, sheet: str, by: str, name: str, header: str) -> Cell:
    """The cell under `header` in the row that has `name` under `by`."""
    rows = list(book[sheet].iter_rows())
    head = next(row for row in rows if by in [cell.value for cell in row])
    names = [cell.value for cell in head]
    row = next(row for row in rows if row[names.index(by)].value == name)
    cell = row[names.index(header)]
    assert isinstance(cell, Cell)
    return cell


def type_in(path: Path, texts: list[str]) -> None:
    """Type a text into each of CELLS as a person would."""
    book = opened(path)
    for place, text in zip(CELLS, texts, strict=True):
        cell = spot(book, *place)
        cell.value = text
        cell.data_type = "s"
    book.save(path)


def typed(path: Path) -> list[object]:
    """What stands in CELLS."""
    book = opened(path)
    return [spot(book, *place).value for place in CELLS]


def reviewed(folder: Path, name: str, last: Path | None = None, period: str = "2023Q3") -> Path:
    source, output = workbook(folder / "给出.xlsx", GIVEN), folder / name
    outcome = review([source], output, period=period, last=last, run=RunOptions(force=True))
    assert not outcome.blocked, codes(outcome)
    return output


def test_three_rounds_change_no_word(tmp_path: Path) -> None:
    path = reviewed(tmp_path, "复盘1.xlsx")
    type_in(path, EVERYTHING)
    for number in (2, 3, 4):
        path = reviewed(tmp_path, f"复盘{number}.xlsx", last=path)
        assert typed(path) == EVERYTHING


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1), min_size=9, max_size=9))
def test_any_text_is_kept(tmp_path: Path, texts: list[str]) -> None:
    written = [f"{text}字" for text in texts]
    first = reviewed(tmp_path, "复盘1.xlsx")
    type_in(first, written)
    assert typed(reviewed(tmp_path, "复盘2.xlsx", last=first)) == written


def test_the_last_review_may_stand_among_the_files(tmp_path: Path) -> None:
    first = reviewed(tmp_path, "复盘1.xlsx")
    type_in(first, EVERYTHING)
    output = tmp_path / "复盘2.xlsx"
    review([tmp_path / "给出.xlsx", first], output, period="2023Q3", last=first, run=RunOptions(force=True))
    assert typed(output) == EVERYTHING


def test_rows_that_people_add_are_kept(tmp_path: Path) -> None:
    first = reviewed(tmp_path, "复盘1.xlsx")
    book = opened(first)
    sheet = book["经验与改进"]
    empty = next(row for row in sheet.iter_rows(min_row=6) if not any(cell.value for cell in row))
    for cell, text in zip(empty, ["2023Q3", "成功经验", "展会", None, "现场签单快", "明年再去", "小王"], strict=False):
        cell.value = text
    book.save(first)
    rows = section(review([tmp_path / "给出.xlsx"], period="2023Q3", last=first), "lessons")
    (added,) = (row for row in rows if row["subject"] == "展会")
    assert (added["cause"], added["measure"], added["owner"]) == ("现场签单快", "明年再去", "小王")


def test_the_next_period_keeps_the_plans_and_lessons_people_wrote_in(tmp_path: Path) -> None:
    july = reviewed(tmp_path, "7月.xlsx", period="2023-07")
    book = opened(july)
    spot(book, "改进计划 小李", "阶段", "第1周", "完成情况").value = "已约见三家"
    book.save(july)
    plans = section(review([tmp_path / "给出.xlsx"], period="2023-08", last=july), "plans")
    (steps,) = (plan["steps"] for plan in plans if plan["person"] == "小李")
    assert [(step["period"], step["week"], step["progress"]) for step in steps] == [
        ("2023年8月(月度)", "第1周", None),
        ("2023年8月(月度)", "第2周", None),
        ("2023年8月(月度)", "第3周", None),
        ("2023年8月(月度)", "第4周", None),
        ("2023年7月(月度)", "第1周", "已约见三家"),
    ]


def test_two_reviews_that_say_different_things_are_an_error(tmp_path: Path) -> None:
    one, other = reviewed(tmp_path, "甲.xlsx"), reviewed(tmp_path, "乙.xlsx")
    type_in(one, EVERYTHING)
    type_in(other, [*EVERYTHING[:2], "另一种意见", *EVERYTHING[3:]])
    outcome = review([one], period="2023Q3", last=other)
    assert outcome.blocked
    (found,) = (item for item in outcome.problems if item.severity is Severity.ERROR)
    assert (found.code.name, found.place.sheet) == ("given-differently", "策略效果")


def test_a_last_that_is_no_review_is_said(tmp_path: Path) -> None:
    source = workbook(tmp_path / "给出.xlsx", GIVEN)
    other = workbook(tmp_path / "别的.xlsx", {"通讯录": "| 姓名 | 电话 |\n| 小张 | 1 |"})
    found = codes(review([source], period="2023Q3", last=other), Severity.WARNING)
    assert "last-is-no-review" in found


def finding(subject: str, cause: str | None = None, origin: str | None = "自动", evidence: str = "旧") -> Finding:
    return Finding(period="甲期", kind="待改进点", subject=subject, evidence=evidence, cause=cause, origin=origin)


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        ([], [("华东", "新", None)]),
        ([finding("华东", "换人")], [("华东", "新", "换人")]),
        ([finding("华南")], [("华东", "新", None)]),
        ([finding("华南", "降价")], [("华东", "新", None), ("华南", "旧", "降价")]),
        ([finding("华南", None, None)], [("华东", "新", None), ("华南", "旧", None)]),
        ([finding("华东", "换人", "computed")], [("华东", "新", "换人")]),
        ([finding("华东", "换人"), finding("华东", "换人")], [("华东", "新", "换人")]),
    ],
)
def test_computed_cells_are_renewed_and_handwriting_stays(
    earlier: list[Finding], expected: list[tuple[str, str, str | None]]
) -> None:
    kept = carried_on([finding("华东", evidence="新")], earlier, FINDINGS)
    assert [(row.subject, row.evidence, row.cause) for row in kept] == expected


def test_a_word_too_many_for_a_cell_is_kept_and_the_computed_text_waits() -> None:
    written = f"{'长' * 32_750}{MARK_START.zh}旧{MARK_END.zh}"
    assert renewed(written, "新的一句话，比原来长一些", Lang.ZH) == written
