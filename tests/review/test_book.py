"""The review workbook: formulas that agree, sheets that cannot be mistaken for others, and the command itself."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from salescli.analyze.tables import METRICS, STATUS
from salescli.catalog import TABLES
from salescli.cli.app import app
from salescli.excel.source import SourceWorkbook
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
    assert {table.name for table in TABLES.values() if source.find(table)} == {SUMMARY.name, FOLLOW_UPS.name}


def test_the_sheets_in_their_order(tmp_path: Path) -> None:
    output = tmp_path / "复盘.xlsx"
    run(tmp_path, ALL, output=output)
    names = opened(output).sheetnames
    assert names[:7] == ["复盘总览", "复盘总结表", "目标达成", "关键指标", "策略效果", "激励效果", "下期行动"]
    assert set(names[1:]) <= {row[0] for row in written(output, "复盘总览")} | {"选项"}


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
    for text in ("2023年第3季度", "88.5%", "未达标", "进行中", "25,900", "待办行动"):
        assert text in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--period", "2023Q5"), 2), ((), 2), (("--period", "2023Q3", "nowhere.xlsx"), 2), (("--period", "2023Q3"), 1)],
)
def test_exit_codes(arguments: tuple[str, ...], code: int) -> None:
    assert CliRunner().invoke(app, ["review", *arguments]).exit_code == code
