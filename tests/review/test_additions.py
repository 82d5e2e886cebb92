"""What people add to a review outside its own columns: words beside tables, comments, sheets, typed-over cells."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from salescli.excel.intake import RunOptions
from salescli.review.result import ReviewResult
from salescli.review.run import review
from salescli.table.outcome import Outcome
from salescli.words.language import Lang
from tests.parity import opened, saved_again
from tests.review.documents import SHEETS, TRACKING, codes, section
from tests.sheets import workbook

EARLIER_REGION = TRACKING.replace("| 2023-07 | 华东", "| 2023-07 | 东北 | A产品 | 小赵 | 1 | 1 |\n| 2023-07 | 华东", 1)


def reviewed(
    folder: Path, name: str, last: Path | None = None, period: str = "2023Q3", tracking: str = TRACKING
) -> Outcome[ReviewResult]:
    source = workbook(folder / "给出.xlsx", {**SHEETS, "月度目标分解与跟踪表": tracking})
    outcome = review([source], folder / name, period=period, last=last, run=RunOptions(force=True))
    assert not outcome.blocked, codes(outcome)
    return outcome


def cell_of(book: Workbook, sheet: str, value: str) -> Cell:
    """The only cell of a sheet that shows `value`."""
    (found,) = (cell for row in book[sheet].iter_rows() for cell in row if cell.value == value)
    assert isinstance(found, Cell)
    return found


def beside(sheet: Worksheet, cell: Cell, columns: int) -> Cell:
    found = sheet.cell(cell.row, cell.column + columns)
    assert isinstance(found, Cell)
    return found


def annotated(path: Path, text: str = "换了经理\n  8月补两人") -> Path:
    """A review with a word and a comment at the region 华南."""
    book = opened(path)
    region = cell_of(book, "目标达成", "华南")
    note = beside(book["目标达成"], region, 7)
    note.value, note.data_type = text, "s"
    region.comment = Comment("看看客户结构", "王总")
    book.save(path)
    return path


def kept(outcome: Outcome[ReviewResult]) -> list[tuple[object, ...]]:
    keys = ("sheet", "cell", "kind", "text", "placed")
    return [tuple(row.get(key) for key in keys) for row in section(outcome, "kept_notes")]


def test_in_the_same_period_a_note_follows_its_row(tmp_path: Path) -> None:
    reviewed(tmp_path, "1.xlsx")
    old = cell_of(opened(annotated(tmp_path / "1.xlsx")), "目标达成", "华南").row
    reviewed(tmp_path, "2.xlsx", tmp_path / "1.xlsx", tracking=EARLIER_REGION)
    book = opened(tmp_path / "2.xlsx")
    region = cell_of(book, "目标达成", "华南")
    assert region.row == old + 1  # a region came above it
    assert beside(book["目标达成"], region, 7).value == "换了经理\n  8月补两人"
    assert region.comment is not None
    assert region.comment.text == "看看客户结构"
    assert "手写备注" not in book.sheetnames


def test_in_another_period_it_is_listed_with_its_place_and_stays_listed(tmp_path: Path) -> None:
    reviewed(tmp_path, "1.xlsx", period="2023-07")
    row = cell_of(opened(annotated(tmp_path / "1.xlsx")), "目标达成", "华南").row
    for number in (2, 3):
        outcome = reviewed(tmp_path, f"{number}.xlsx", tmp_path / f"{number - 1}.xlsx", period="2023-08")
        assert kept(outcome) == [
            ("目标达成", f"A{row}", "批注", "看看客户结构", False),
            ("目标达成", f"H{row}", "文字", "换了经理\n  8月补两人", False),
        ]
        first = section(outcome, "kept_notes")[0]
        assert (first["period"], first["row"], first["header"]) == ("2023年7月(月度)", "华南", "区域")
    book = opened(tmp_path / "3.xlsx")
    text = cell_of(book, "手写备注", "看看客户结构")
    book["手写备注"].delete_rows(text.row)
    book.save(tmp_path / "3.xlsx")
    outcome = reviewed(tmp_path, "4.xlsx", tmp_path / "3.xlsx", period="2023-08")
    assert [row[3] for row in kept(outcome)] == ["换了经理\n  8月补两人"]


def test_what_was_typed_over_a_renewed_cell_is_listed(tmp_path: Path) -> None:
    reviewed(tmp_path, "1.xlsx")
    book = opened(tmp_path / "1.xlsx")
    where = cell_of(book, "经验与改进", "区域：华南")
    beside(book["经验与改进"], where, 1).value = "其实是因为换季"
    book["目标达成"]["A1"] = "目标达成（已确认）"
    book.save(tmp_path / "1.xlsx")
    listed = kept(reviewed(tmp_path, "2.xlsx", tmp_path / "1.xlsx"))
    assert {(row[0], row[3]) for row in listed} == {
        ("经验与改进", "其实是因为换季"),
        ("目标达成", "目标达成（已确认）"),
    }


def test_nothing_added_nothing_carried(tmp_path: Path) -> None:
    reviewed(tmp_path, "1.xlsx")
    book = opened(tmp_path / "1.xlsx")
    book.save(tmp_path / "1.xlsx")
    outcome = reviewed(tmp_path, "2.xlsx", tmp_path / "1.xlsx")
    assert kept(outcome) == []
    assert "additions-carried" not in codes(outcome)


@pytest.mark.parity
def test_saved_by_another_program_nothing_counts_as_added(tmp_path: Path) -> None:
    reviewed(tmp_path, "1.xlsx")
    again = saved_again(tmp_path / "1.xlsx", tmp_path / "again")
    assert kept(reviewed(tmp_path, "2.xlsx", again)) == []


def test_rows_that_people_moved_are_no_notes(tmp_path: Path) -> None:
    reviewed(tmp_path, "1.xlsx")
    book = opened(tmp_path / "1.xlsx")
    book["目标达成"].insert_rows(5, 2)
    book["经验与改进"].insert_rows(2)
    book.save(tmp_path / "1.xlsx")
    assert kept(reviewed(tmp_path, "2.xlsx", tmp_path / "1.xlsx")) == []


def test_own_sheets_follow_round_after_round(tmp_path: Path) -> None:
    reviewed(tmp_path, "1.xlsx")
    book = opened(tmp_path / "1.xlsx")
    own = book.create_sheet("我的计划")
    own["A1"], own["B1"] = "=不是公式", 3.5
    own["A1"].data_type, own["A1"].font = "s", Font(bold=True, color="FFFF0000")
    own["B2"], own["B3"] = "=B1*2", "=目标达成!B5"
    own["A5"].comment = Comment("自己的批注", "我")
    own.column_dimensions["A"].width = 40
    own.merge_cells("C1:D2")
    book.save(tmp_path / "1.xlsx")
    for number in (2, 3):
        outcome = reviewed(tmp_path, f"{number}.xlsx", tmp_path / f"{number - 1}.xlsx", period=f"2023-0{6 + number}")
        sheet = opened(tmp_path / f"{number}.xlsx")["我的计划"]
        assert (sheet["A1"].value, sheet["A1"].data_type) == ("=不是公式", "s")
        assert (sheet["A1"].font.b, sheet["A1"].font.color.rgb[-6:]) == (True, "FF0000")
        assert (sheet["B1"].value, sheet["B2"].value) == (3.5, "=B1*2")
        assert "=目标达成!B5" in sheet["B3"].comment.text
        assert sheet["A5"].comment.text == "自己的批注"
        assert sheet.column_dimensions["A"].width == pytest.approx(40, abs=1)
        assert [str(area) for area in sheet.merged_cells.ranges] == ["C1:D2"]
        said = [item for item in outcome.problems if item.code.name == "formulas-settled"]
        assert [(item.place.sheet, item.place.cell) for item in said] == ([("我的计划", "B3")] if number == 2 else [])
    contents = [cell.value for row in opened(tmp_path / "3.xlsx")["复盘总览"].iter_rows() for cell in row]
    assert "我的计划" in contents


def test_what_cannot_be_carried_is_said_of_its_sheet(tmp_path: Path) -> None:
    reviewed(tmp_path, "1.xlsx")
    book = opened(tmp_path / "1.xlsx")
    own = book.create_sheet("打分")
    own["A1"] = 5
    choice = DataValidation(type="list", formula1='"好,差"')
    own.add_data_validation(choice)
    choice.add("A1")
    own.conditional_formatting.add("A1", Rule(type="expression", formula=["A1>3"]))
    book.save(tmp_path / "1.xlsx")
    outcome = reviewed(tmp_path, "2.xlsx", tmp_path / "1.xlsx")
    (said,) = (item for item in outcome.problems if item.code.name == "not-carried")
    assert said.place.sheet == "打分"
    assert said.message(Lang.ZH).startswith("这张工作表上的条件格式、下拉选项无法带入新的工作簿。")


def test_a_last_review_without_a_record_says_what_it_cannot_tell(tmp_path: Path) -> None:
    last = workbook(tmp_path / "手工复盘.xlsx", {"复盘总结表": SHEETS["复盘总结表"], "下期行动": SHEETS["下期行动"]})
    source = workbook(tmp_path / "给出.xlsx", {"月度目标分解与跟踪表": TRACKING})
    outcome = review([source], period="2023Q3", last=last)
    (said,) = (item for item in outcome.problems if item.code.name == "no-imprint")
    assert said.place.file == str(last)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
def test_any_text_beside_a_row_is_kept(tmp_path: Path, text: str) -> None:
    reviewed(tmp_path, "1.xlsx")
    annotated(tmp_path / "1.xlsx", f"{text}字")
    for number in (2, 3):
        reviewed(tmp_path, f"{number}.xlsx", tmp_path / f"{number - 1}.xlsx")
    book = opened(tmp_path / "3.xlsx")
    assert beside(book["目标达成"], cell_of(book, "目标达成", "华南"), 7).value == f"{text}字"


def test_finished_actions_are_filed_and_stay_filed(tmp_path: Path) -> None:
    outcome = reviewed(tmp_path, "1.xlsx")
    (filed,) = section(outcome, "finished")
    assert (filed["closed"], filed["action"], filed["due"]) == ("2023年第3季度(季度)", "整理客户名单", "2023-06-30")
    source = workbook(tmp_path / "以后.xlsx", {"月度目标分解与跟踪表": TRACKING.replace("2023-08", "2023-10")})
    book = opened(tmp_path / "1.xlsx")
    hiring = cell_of(book, "下期行动", "招聘两名销售")
    beside(book["下期行动"], hiring, 3).value = "完成(入职2人)"
    book.save(tmp_path / "1.xlsx")
    last = tmp_path / "1.xlsx"
    for number in (2, 3):
        output = tmp_path / f"{number}.xlsx"
        outcome = review([source], output, period="2023Q4", last=last, run=RunOptions(force=True))
        rows = section(outcome, "finished")
        assert [(row["action"], row["progress"], row["note"]) for row in rows] == [
            ("招聘两名销售", "完成(入职2人)", "优先华南"),
            ("整理客户名单", "完成", None),
        ]
        assert section(outcome, "kept_notes") == []
        assert "招聘两名销售" not in [row["action"] for row in section(outcome, "actions")]
        last = output


def test_an_own_sheet_of_a_name_we_need_stands_beside_ours(tmp_path: Path) -> None:
    reviewed(tmp_path, "1.xlsx", period="2023-07")
    book = opened(annotated(tmp_path / "1.xlsx"))
    book.create_sheet("手写备注")["A1"] = "我自己的备注页"
    book.save(tmp_path / "1.xlsx")
    reviewed(tmp_path, "2.xlsx", tmp_path / "1.xlsx", period="2023-08")
    book = opened(tmp_path / "2.xlsx")
    assert cell_of(book, "手写备注", "看看客户结构").column == 7
    assert book["手写备注 (2)"]["A1"].value == "我自己的备注页"


@pytest.mark.parity
def test_another_kind_of_file_says_what_it_cannot_tell(tmp_path: Path) -> None:
    reviewed(tmp_path, "1.xlsx")
    again = saved_again(annotated(tmp_path / "1.xlsx"), tmp_path / "again", "ods")
    (said,) = (
        item for item in reviewed(tmp_path, "2.xlsx", again).problems if item.code.name == "additions-unreadable"
    )
    assert said.place.file == str(again)


def test_of_a_threaded_comment_the_words_are_kept(tmp_path: Path) -> None:
    reviewed(tmp_path, "1.xlsx")
    book = opened(tmp_path / "1.xlsx")
    notice = (
        "[线程批注]\n\n你的 Excel 版本可读取此线程批注。了解更多: https://go.microsoft.com/fwlink/?linkid=870924\n\n"
    )
    text = f"{notice}注释:\n    谁来跟进？\n答复:\n    小王，周五前"
    cell_of(book, "目标达成", "华南").comment = Comment(text, "王总")
    book.save(tmp_path / "1.xlsx")
    (row,) = kept(reviewed(tmp_path, "2.xlsx", tmp_path / "1.xlsx"))
    assert row[3] == "谁来跟进？\n答复:\n小王，周五前"


def test_a_file_whose_styles_cannot_be_read_still_gives_its_tables(tmp_path: Path) -> None:
    reviewed(tmp_path, "1.xlsx")
    path = annotated(tmp_path / "1.xlsx")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace(b'patternType="solid"', b'patternType="mist"')
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    outcome = reviewed(tmp_path, "2.xlsx", path)
    assert "additions-unreadable" in codes(outcome)
    assert len(section(outcome, "summary")) == 2
