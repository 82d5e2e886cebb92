"""The review workbook: formulas that agree, sheets that cannot be mistaken for others, and the command itself."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from salescli.analyze.tables import METRICS, STATUS
from salescli.cli.app import app
from salescli.excel.imprint import IMPRINT
from salescli.excel.source import SourceWorkbook
from salescli.review.gather import SECTIONS
from salescli.review.run import review
from salescli.review.tables import FOLLOW_UPS, SUMMARY
from salescli.words.language import Lang
from tests.analyze.documents import METRICS as METRICS_TABLE
from tests.analyze.documents import STATUS as STATUS_TABLE
from tests.parity import assert_parity, formulas, opened
from tests.review.documents import SHEETS, TRACKING, run
from tests.sheets import workbook, written

ALL = {**SHEETS, METRICS.sheets[0]: METRICS_TABLE, STATUS.sheets[0]: STATUS_TABLE}


def test_it_can_be_read_again_as_summary_and_follow_ups_only(tmp_path: Path) -> None:
    output = tmp_path / "复盘.xlsx"
    run(tmp_path, ALL, output=output)
    source = SourceWorkbook(output)
    assert {table.name for table, _ in SECTIONS if source.find(table)} == {SUMMARY.name, FOLLOW_UPS.name}


def test_the_sheets_in_their_order(tmp_path: Path) -> None:
    output = tmp_path / "复盘.xlsx"
    run(tmp_path, ALL, output=output)
    names = opened(output).sheetnames
    assert names[:15] == [
        "复盘总览",
        "复盘总结表",
        "目标达成",
        "人员达成",
        "关键指标",
        "策略效果",
        "策略进度",
        "激励效果",
        "经验与改进",
        "改进计划 小李",
        "下期行动",
        "已完成行动",
        "会议",
        "说明",
        "问题清单",
    ]
    assert set(names[1:]) <= {row[0] for row in written(output, "复盘总览")} | {"选项", IMPRINT}


def test_the_figures_are_live(tmp_path: Path) -> None:
    output = tmp_path / "复盘.xlsx"
    run(tmp_path, ALL, output=output)
    live = formulas(output)
    assert 2_655_000 in live["复盘总览"].values()
    total = next(row for row in written(output, "目标达成") if row[0] == "合计")
    assert total[1:] == [3_000_000, 2_655_000, pytest.approx(0.885), -345_000, "基本达标"]
    assert list(live["激励效果"].values()).count("未达标") == 1


@pytest.mark.parity
def test_the_formulas_agree(tmp_path: Path) -> None:
    usual, bare, odd = (tmp_path / name / "复盘.xlsx" for name in ("一", "二", "三"))
    run(tmp_path / "一", ALL, output=usual)
    run(tmp_path / "二", {"下期行动": SHEETS["下期行动"]}, output=bare)
    zero = TRACKING.replace("700,000", "0").replace("735,000", "-0.3").replace("300,000", "0.1")
    summary = SHEETS["复盘总结表"].replace("从8%提升至9%", "从0%提升至9%")
    run(tmp_path / "三", {"月度目标分解与跟踪表": zero, "复盘总结表": summary}, output=odd)
    assert_parity(usual, bare, odd)


def test_json_is_the_librarys_result(tmp_path: Path) -> None:
    source = workbook(tmp_path / "in.xlsx", ALL)
    ran = CliRunner().invoke(app, ["--lang", "en", "review", str(source), "--period", "2023Q3", "--json"])
    assert ran.exit_code == 0
    assert json.loads(ran.stdout) == review([source], period="2023Q3").document(Lang.EN)


def test_the_screen_says_the_conclusions(tmp_path: Path) -> None:
    source, output = workbook(tmp_path / "in.xlsx", ALL), tmp_path / "out.xlsx"
    arguments = ["--lang", "zh", "review", str(source), "--period", "2023Q3", "-o", str(output)]
    ran = CliRunner().invoke(app, arguments)
    assert ran.exit_code == 0
    assert output.exists()
    for text in ("2023年第3季度", "88.5%", "未达标", "进行中", "25,900", "尚未见效", "待办3项", "会议"):
        assert text in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--period", "2023Q5"), 2), ((), 2), (("--period", "2023Q3", "nowhere.xlsx"), 2), (("--period", "2023Q3"), 1)],
)
def test_exit_codes(arguments: tuple[str, ...], code: int) -> None:
    assert CliRunner().invoke(app, ["review", *arguments]).exit_code == code


def test_the_last_review_is_an_option(tmp_path: Path) -> None:
    first, output = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    run(tmp_path, ALL, period="2023-07", output=first)
    source = workbook(tmp_path / "in.xlsx", {"月度目标分解与跟踪表": TRACKING})
    arguments = [str(source), "--period", "2023-08", "--last", str(first), "-o", str(output), "--json"]
    ran = CliRunner().invoke(app, ["--lang", "en", "review", *arguments])
    assert ran.exit_code == 0
    rows = {item["name"]: item["rows"] for item in json.loads(ran.stdout)["result"]["sections"]}
    assert [row["action"] for row in rows["actions"] if row["carried"]] == [
        "招聘两名销售",
        "优化客户跟进SOP",
        "上线会员积分体系",
    ]


def test_the_conclusions_lead_to_their_sheets(tmp_path: Path) -> None:
    output = tmp_path / "复盘.xlsx"
    run(tmp_path, ALL, output=output)
    book = opened(output)
    links = {str(cell.value): cell.hyperlink for row in book["复盘总览"].iter_rows() for cell in row if cell.hyperlink}
    targets = {name: str(link.location).split("!")[0].strip("'") for name, link in links.items() if link}
    assert targets["改进计划"] == "改进计划 小李"
    assert set(targets.values()) <= set(book.sheetnames)


def test_an_english_review_keeps_what_was_written(tmp_path: Path) -> None:
    tracking = (
        "| Month | Region | Salesperson | Monthly target | Actual to date |\n| 2023-08 | East | Ann | 800 | 400 |"
    )
    source = workbook(tmp_path / "in.xlsx", {"Monthly tracking": tracking})
    first, second = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    review([source], first, period="2023-08")
    book = opened(first)
    head = next(row for row in book["Lessons"].iter_rows() if row[0].value == "Review period")
    column = [cell.value for cell in head].index("Why and how") + 1
    row = (head[0].row or 0) + 1
    book["Lessons"].cell(row, column).value = "Two deals slipped"
    book.save(first)
    review([source], second, period="2023-08", last=first)
    assert opened(second)["Lessons"].cell(row, column).value == "Two deals slipped"
    assert "Improvement plan Ann" in opened(second).sheetnames
