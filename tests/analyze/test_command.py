"""``salescli analyze``: its JSON is the library's result, its screen the conclusions, its exit code how it went."""

import json
from pathlib import Path

from typer.testing import CliRunner

from salescli.analyze.run import analyze
from salescli.cli.app import app
from salescli.words.language import Lang
from tests.analyze.company import COMPANY
from tests.analyze.documents import SHEETS
from tests.sheets import workbook


def test_json_is_the_librarys_result(tmp_path: Path) -> None:
    source = workbook(tmp_path / "in.xlsx", SHEETS)
    ran = CliRunner().invoke(app, ["--lang", "en", "analyze", str(source), "--json"])
    assert ran.exit_code == 0
    assert json.loads(ran.stdout) == analyze(source).document(Lang.EN)


def test_the_screen_says_the_conclusions(tmp_path: Path) -> None:
    source = workbook(tmp_path / "in.xlsx", SHEETS)
    ran = CliRunner().invoke(app, ["--lang", "zh", "analyze", str(source), "-o", str(tmp_path / "out.xlsx")])
    assert ran.exit_code == 0
    for words in ("基本达标", "未达标", "-8.3%*", "64.7%", "下降最多：小赵", "差距率", "超期天数"):
        assert words in ran.stdout


def test_an_existing_output_stays_without_force(tmp_path: Path) -> None:
    source, output = workbook(tmp_path / "in.xlsx", SHEETS), tmp_path / "out.xlsx"
    output.write_text("mine")
    assert CliRunner().invoke(app, ["analyze", str(source), "-o", str(output)]).exit_code == 2
    assert output.read_text() == "mine"
    assert CliRunner().invoke(app, ["analyze", str(source), "-o", str(output), "--force"]).exit_code == 0


def test_errors_in_the_data_end_with_one(tmp_path: Path) -> None:
    source = workbook(tmp_path / "in.xlsx", {"通讯录": "| 姓名 | 电话 |\n| 小张 | 1 |"})
    ran = CliRunner().invoke(app, ["analyze", str(source), "-o", str(tmp_path / "out.xlsx")])
    assert ran.exit_code == 1
    assert "Looked for" in ran.stderr


def test_the_screen_ends_with_what_to_do(tmp_path: Path) -> None:
    source = workbook(tmp_path / "in.xlsx", COMPANY)
    options = ["--month", "2026-08", "--as-of", "2026-08-31", "--deals-target", "10"]
    ran = CliRunner().invoke(app, ["--lang", "zh", "analyze", str(source), *options])
    assert ran.exit_code == 0, ran.stderr
    shown = ran.stdout.replace("\n", "").replace(" ", "")
    for words in (
        "成单1→2，数量影响+200,000，价格影响0，未计入成单的销售额-300,000",
        "A产品75.0%（毛利率40.0%）",
        "帮扶：线索数小王",
        "意向客户134",
        "1.新客户转化率低（速赢：立即做）",
        "3个（截至2026-08-31）甲公司、丙公司、戊公司",
    ):
        assert words in shown


def test_a_month_that_is_none(tmp_path: Path) -> None:
    source = workbook(tmp_path / "in.xlsx", SHEETS)
    assert CliRunner().invoke(app, ["analyze", str(source), "--month", "later"]).exit_code == 2
