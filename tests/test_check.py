"""`check`: which table a workbook holds, everything that is wrong in it, and the annotated copy."""

import zipfile
from pathlib import Path

import pytest

from salescli.check import CheckedTable, check
from salescli.excel.intake import RunOptions
from salescli.table.config import Config
from salescli.table.errors import CannotRun, UnusableFile
from salescli.table.problem import Problem
from salescli.words.language import Lang
from tests.excel.packages import zipped
from tests.messy.formats import FORMATS
from tests.messy.mess import pages_of
from tests.parity import opened
from tests.sheets import cells, workbook

MONTHLY = """
| 8月跟踪表 |
| 区域 | 销售员 | 月度目标(元) | 累计实际(元) | 达成率(%) |
| 华东 | 小张 | 800,000 | 84O,000 | 105% |
| 华南 | 小李 | 600,000 | 450,000 | 76% |
"""
SHARES = "| 维度 | 名称 | 占比 |\n| 区域 | 华东 | 140% |"


def test_each_sheet_is_told_by_its_header(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"说明": "| 请填写各表 |", "随便": MONTHLY, "分解": SHARES})
    outcome = check([path])
    assert outcome.result is not None
    assert outcome.result.tables == (
        CheckedTable(str(path), "随便", "monthly", 2, 2, 1, 1),
        CheckedTable(str(path), "分解", "shares", 1, 1, 1, 0),
    )
    assert outcome.blocked
    assert [(item.code.name, item.place.sheet, item.place.cell) for item in outcome.problems] == [
        ("stated-differs", "随便", "E4"),
        ("bad-number", "随便", "D3"),
        ("out-of-range", "分解", "C2"),
        ("sheet-passed-over", "说明", None),
    ]


def test_the_usual_short_headers_of_a_roster_are_read(tmp_path: Path) -> None:
    """A column that is no column of its table would be a note."""
    head = "| 销售员 | 区域 | 入职日 | 离职日 | 上年业绩(元) |\n"
    sheet = head + "| 小张 | 华东 | 2026-03-16 | 2026年2月31日 | 1OO |"
    outcome = check([workbook(tmp_path / "a.xlsx", {"销售员名册": sheet})])
    assert [item.place.cell for item in outcome.problems] == ["D2", "E2"]
    assert (
        check(
            [workbook(tmp_path / "b.xlsx", {"销售员名册": sheet.replace("2月31日", "11月30日").replace("O", "0")})]
        ).problems
        == ()
    )


def test_the_document_has_the_contract_s_keys(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"分解": SHARES.replace("140", "40")})
    document = check([path]).document(Lang.EN)
    assert document["command"] == "check"
    assert document["problems"] == []
    assert document["result"] == {
        "tables": [{"file": str(path), "sheet": "分解", "kind": "shares", "rows": 1, "header_row": 1}]
    }
    assert set(document["inputs"][0]) == {"path", "sha256"}


def test_a_workbook_that_holds_nothing_known_is_an_error(tmp_path: Path) -> None:
    outcome = check([workbook(tmp_path / "a.xlsx", {"通讯录": "| 姓名 | 电话 |\n| 张三 | 1 |"})])
    assert [item.code.name for item in outcome.problems] == ["no-known-table"]
    assert outcome.blocked


def test_a_table_that_lacks_a_column_is_still_told_and_says_which(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", {"x": "| 区域 | 销售员 | 月度目标(元) | 达成率 | 差额 |\n| 华东 | 小张 | 1 | | |"}
    )
    outcome = check([path])
    assert outcome.result is not None
    assert [item.kind for item in outcome.result.tables] == ["monthly"]
    assert [item.code.name for item in outcome.problems] == ["missing-column"]


def test_a_kind_can_be_asked_for(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"x": MONTHLY})
    outcome = check([path], kind="weekly")
    missing = [item.message(Lang.ZH) for item in outcome.problems if item.code.name == "missing-column"]
    assert len(missing) == 2
    assert "周开始日期" in missing[0]
    assert "销售额" in missing[1]
    with pytest.raises(CannotRun) as raised:
        check([path], kind="weakly")
    assert "weekly" in raised.value.problems[0].message(Lang.EN)


def test_rows_with_one_key_are_pointed_out(tmp_path: Path) -> None:
    table = "| 维度 | 名称 | 占比 |\n| 区域 | 华东 | 40% |\n| 区域 | 华东 | 60% |"
    outcome = check([workbook(tmp_path / "a.xlsx", {"x": table})])
    assert [(item.code.name, item.place.cell) for item in outcome.problems] == [("repeated-key", "3:3")]


def test_the_annotated_copy_shows_each_problem_at_its_cell(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"随便": MONTHLY, "别的": "| 甲 | 乙 |\n| 1 | 2 |"})
    before = path.read_bytes()
    copy = tmp_path / "copy.xlsx"
    outcome = check([path], annotate=copy)
    assert outcome.outputs == (copy,)
    assert path.read_bytes() == before
    book = opened(copy)
    bad, stated, fine = book["随便"]["D3"], book["随便"]["E4"], book["随便"]["C3"]
    assert "84O,000" in bad.comment.text
    assert bad.fill.fgColor.rgb == "FFF4B6B6"
    assert "75.0%" in stated.comment.text
    assert stated.fill.fgColor.rgb == "FFFFE699"
    assert (fine.comment, fine.value) == (None, "800,000")
    assert [[cell.value for cell in row] for row in book["别的"].iter_rows()] == [["甲", "乙"], [1, 2]]
    with zipfile.ZipFile(copy) as package:  # nor any row that the original has not
        assert package.read("xl/worksheets/sheet2.xml").count(b"<row") == 2


def test_the_copy_says_what_it_cannot_keep(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"x": SHARES, "y": "| =1+1 |"})
    outcome = check([path], annotate=tmp_path / "copy.xlsx")
    lost = [item for item in outcome.problems if item.code.name == "annotated-copy-loses"]
    assert "公式" in lost[0].message(Lang.ZH)


def refused(path: Path, **limits: int) -> Problem:
    copy = path.with_name("copy.xlsx")
    run = RunOptions(config=Config.model_validate({"limits": limits}))
    with pytest.raises(UnusableFile) as caught:
        check([path], annotate=copy, run=run)
    assert not copy.exists()
    (found,) = caught.value.problems
    assert all(found.message(lang) and found.remedy(lang) for lang in Lang)
    return found


def test_a_copy_too_large_for_the_memory_is_not_begun(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"x": SHARES})
    many = sum(len(row) for row in opened(path)["x"].iter_rows()) + opened(path)["x"].max_row
    found = refused(path, max_annotated_cells=many - 1)
    assert found.code.name == "too-large-to-annotate"
    assert "max_annotated_cells" in found.remedy(Lang.EN)
    with zipfile.ZipFile(path) as package:  # the other parts, as trees
        many += sum(len(package.read(name)) for name in package.namelist() if "worksheets" not in name) // 200
    config = Config.model_validate({"limits": {"max_annotated_cells": many}})
    assert check([path], annotate=tmp_path / "copy.xlsx", run=RunOptions(config=config)).outputs


def test_merged_areas_weigh_what_they_cover(tmp_path: Path) -> None:
    """openpyxl makes a cell of every place within: 17 billion of them here."""
    path = workbook(tmp_path / "a.xlsx", {"x": SHARES})
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    merged = b'</sheetData><mergeCells><mergeCell ref="A60:XFD1048576"/></mergeCells>'
    name = "xl/worksheets/sheet1.xml"
    path.write_bytes(zipped({**parts, name: parts[name].replace(b"</sheetData>", merged)}))
    assert refused(path).code.name == "too-large-to-annotate"


@pytest.mark.parametrize("kind", FORMATS)
def test_only_one_kind_of_workbook_can_be_copied_and_the_extension_does_not_decide(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(FORMATS[kind](pages_of({"分解维度": cells(SHARES)})))
    found = refused(path)
    assert found.code.name == "cannot-annotate"
    assert f".{kind}" in found.message(Lang.EN)


def test_one_unreadable_file_does_not_hide_the_others(tmp_path: Path) -> None:
    good = workbook(tmp_path / "a.xlsx", {"分解": SHARES})
    bad = tmp_path / "b.xlsx"
    bad.write_text("not a workbook at all \x00")
    outcome = check([bad, good])
    assert outcome.unusable
    assert outcome.result is not None
    assert [item.kind for item in outcome.result.tables] == ["shares"]
    with pytest.raises(UnusableFile):
        check([bad])
    with pytest.raises(CannotRun):
        check([good, good], annotate=tmp_path / "c.xlsx")


def test_a_stranger_s_headers_are_explained(tmp_path: Path) -> None:
    table = "| 序号 | 区域 | 业务员 | 月度目标额(元) | 累计实际(万元) |\n| 1 | 华东 | 小张 | 1 | 1 |"
    path = workbook(tmp_path / "a.xlsx", {"月度跟踪": table})
    outcome = check([path], suggest=True)
    assert outcome.result is not None
    (suggested,) = outcome.result.document()["suggested"]
    assert [(item["cell"], item["field"], item["near"]) for item in suggested["columns"]] == [
        ("A1", None, False),
        ("B1", "region", False),
        ("C1", "person", False),
        ("D1", "target", True),
        ("E1", "actual", False),
    ]
    assert suggested["house_columns"] == {"月度目标额": "月度目标"}


def test_the_goals_give_the_season_its_year(tmp_path: Path) -> None:
    goals, season = "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026 | 1亿 |", "| 月份 | 权重 |\n| 1月 | 8 |\n| 2月 | 5 |"
    outcome = check([workbook(tmp_path / "t.xlsx", {"年度目标": goals, "月度权重": season})])
    assert [item.code.name for item in outcome.problems] == []


def test_the_views_of_a_workbook_of_ours_are_no_tables_to_fill_in(tmp_path: Path) -> None:
    from salescli.track.run import track

    table = "| 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n| 华东 | 小张 | 100 | 90 |"
    output = tmp_path / "tracking.xlsx"
    track(workbook(tmp_path / "m.xlsx", {"月度跟踪": table}), output=output)
    outcome = check([output])
    assert outcome.result is not None
    assert [item.kind for item in outcome.result.tables] == ["monthly"]
    assert not outcome.blocked


def test_a_header_of_two_rows_speaks_for_its_table_by_its_months_too(tmp_path: Path) -> None:
    """With the lower row alone the sheet would be a roster; every command reads a monthly table."""
    table = """| 工号 | 姓名 | 区域 | 产品线 | 2026年8月 | | |
        | | | | | 目标(万元) | 实际完成(元) | 回款(元) |
        | 0001 | 小张 | 华东 | 云 | 5 | 40000 | 30000 |"""
    path = workbook(tmp_path / "a.xlsx", {"数据": table})
    book = opened(path)
    for merged in ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1"):
        book["数据"].merge_cells(merged)
    book.save(path)
    outcome = check([path])
    assert outcome.result is not None
    assert [(item.kind, item.rows) for item in outcome.result.tables] == [("monthly", 1)]
    assert not outcome.blocked


def test_the_kinds_are_told_in_the_reader_s_language(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from salescli.cli.app import app

    path = workbook(tmp_path / "a.xlsx", {"分解": SHARES})
    said = {lang: CliRunner().invoke(app, ["--lang", lang, "check", str(path)]).output for lang in ("zh", "en")}
    assert "分解维度 (shares)" in said["zh"].replace("\n", "")
    assert "shares" in said["en"]
    assert "分解维度" not in said["en"].replace(str(path), "")


def test_a_summary_beside_whole_tables_is_no_table_that_lacks_something(tmp_path: Path) -> None:
    whole = "| 区域 | 销售员 | 月度目标 | 累计实际 |\n| 华东 | 小张 | 100 | 90 |"
    summary = "| 区域 | 目标 | 实际 |\n| 华东 | 100 | 90 |"
    path = workbook(tmp_path / "a.xlsx", {"2026年7月": whole, "2026年8月": whole, "汇总": summary})
    outcome = check([path])
    assert outcome.result is not None
    assert [item.sheet for item in outcome.result.tables] == ["2026年7月", "2026年8月"]
    said = [(item.code.name, item.place.sheet) for item in outcome.problems]
    assert said == [("month-from-title", "2026年7月"), ("month-from-title", "2026年8月"), ("sheet-passed-over", "汇总")]
    alone = check([workbook(tmp_path / "b.xlsx", {"汇总": summary})])
    assert "missing-column" in [item.code.name for item in alone.problems]


def test_of_several_whole_tables_check_says_that_one_will_have_to_be_named(tmp_path: Path) -> None:
    whole = "| 区域 | 销售员 | 月度目标 | 累计实际 |\n| 华东 | 小张 | 100 | 90 |"
    outcome = check([workbook(tmp_path / "a.xlsx", {"华东": whole, "华南": whole})])
    (found,) = outcome.problems
    assert found.code.name == "one-of-several-sheets"
    assert "华东、华南" in found.message(Lang.ZH)
    assert "--sheet" in found.message(Lang.EN)
    assert not outcome.blocked
