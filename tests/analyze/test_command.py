"""``salescli analyze``: its JSON is the library's result, its screen the conclusions, its exit code how it went."""

import json
from pathlib import Path

import pytest
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


LARGE = """
| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2026-07 | 西北大区 | 小张 | 123,456,789 | 130,000,000.25 |
| 2026-08 | 西北大区 | 小张 | 123,456,789 | 112,345,678.91 |
| 2026-07 | 华东大区 | 小李 | 4,820,455 | 5,537,317.96 |
| 2026-08 | 华东大区 | 小李 | 4,820,455 | 5,537,394.23 |
"""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [80, 100, 160])
def test_no_column_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    source = workbook(tmp_path / "in.xlsx", {"月度目标分解与跟踪表": LARGE})
    ran = CliRunner().invoke(app, ["--lang", lang, "analyze", str(source)])
    assert ran.exit_code == 0, ran.stderr
    row = next(line for line in ran.stdout.splitlines() if line.strip().startswith("西北大区"))
    # 112,345,678.91 − 130,000,000.25 = −17,654,321.34, all but 76.27 of the change: 100.0 %
    assert row.split()[1:4] == ["123,456,789", "112,345,678.91", "91.0%"]
    assert row.split()[-2:] == ["-17,654,321.34", "100.0%"]
    assert ("基本达标" in row or "Near target" in row) is (columns > 80)
