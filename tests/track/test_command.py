"""The command: what ``--json`` prints is the library's own document, and the exit code says how it went."""

import json
from pathlib import Path

import pytest
import typer
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from salescli.cli.console import State
from salescli.cli.track import track as command
from salescli.track.run import track
from salescli.words.language import Lang
from tests.sheets import workbook

TABLE = """
| 区域 | 销售员 | 月度目标 | 累计实际 |
| 华东 | 小张 | 800,000 | 840,000 |
| 华南 | 小李 | 600,000 | {actual} |
"""


@pytest.fixture
def monthly(tmp_path: Path) -> Path:
    return workbook(tmp_path / "monthly.xlsx", {"月度跟踪": TABLE.format(actual="450,000")})


def run(*arguments: str | Path) -> Result:
    app = typer.Typer()
    app.command()(command)
    return CliRunner().invoke(app, [str(item) for item in arguments], obj=State(Lang.ZH, None, False))


def test_json_is_the_librarys_document(monthly: Path) -> None:
    said = run(monthly, "--json", "--month", "2026年8月")
    assert said.exit_code == 0
    from salescli.track.options import typed_options

    outcome = track(monthly, options=typed_options("2026-08", None, None))
    assert json.loads(said.stdout) == outcome.document(Lang.ZH)


def test_the_screen_shows_figures_statuses_and_the_account(monthly: Path, tmp_path: Path) -> None:
    said = run(monthly, "-o", tmp_path / "out.xlsx")
    assert said.exit_code == 0
    for word in ("小张", "105.0%", "超额达标", "75.0%", "未达标", "1,290,000", "读取 2 = 计入 2", "out.xlsx"):
        assert word in said.stdout


def test_a_usual_run_fits_one_screen(tmp_path: Path) -> None:
    """24 people in four regions, two of them without a report of the last week, somebody unknown, and other metrics."""
    people = [(f"区域{at % 4}", f"甲{at:02}") for at in range(24)]
    plan = "| 月份 | 区域 | 产品线 | 销售员 | 指标 | 目标值 |\n" + "".join(
        f"| 2026-{month:02} | {region} | A | {person} | 销售额 | {100_000 + 1000 * at} |\n"
        f"| 2026-{month:02} | {region} | A | {person} | 新客户数 | 3家 |\n"
        for month in (7, 8, 9)
        for at, (region, person) in enumerate(people)
    )
    weeks = "| 周开始日期 | 销售员 | 销售额(元) | 新客户数 | 提交时间 |\n" + "".join(
        f"| 2026-08-{day:02} | {person} | {9_000 + 900 * at} | 1 | 2026-08-{day + 4:02} 16:00 |\n"
        for day in (3, 10, 17)
        for at, (_, person) in enumerate(people)
        if day < 17 or at > 1
    )
    weeks += "| 2026-08-10 | 路人 | 500 | 0 | |"
    books = [workbook(tmp_path / "p.xlsx", {"月度计划": plan}), workbook(tmp_path / "w.xlsx", {"销售周报": weeks})]
    said = run(*books, "--as-of", "2026-08-24", "-o", tmp_path / "out.xlsx")
    assert said.exit_code == 0
    lines = said.output.splitlines()
    assert len(lines) <= 32
    assert all(cell_len(line) <= 80 for line in said.stdout.splitlines() if str(tmp_path) not in line)
    for word in ("2026年8月", "最可能完不成的", "预计达成", "周走势", "领先", "漏报 2", "路人", "2026Q3", "新客户数"):
        assert word in said.stdout
    assert sum(figure_line.startswith("区域") for figure_line in lines) >= 4 + 5


def test_many_people_are_shown_by_region_with_the_five_furthest_behind(tmp_path: Path) -> None:
    rows = "\n".join(f"| 区域{at % 2} | 甲{at:02} | 100 | {at} |" for at in range(40))
    book = workbook(tmp_path / "m.xlsx", {"月度跟踪": f"| 区域 | 销售员 | 月度目标 | 累计实际 |\n{rows}"})
    said = run(book)
    assert "甲04" in said.stdout
    assert "甲05" not in said.stdout
    assert "区域1" in said.stdout


@pytest.mark.parametrize(
    ("arguments", "code"), [(("--month", "十三月"), 2), (("--as-of", "昨天"), 2), (("没有的文件夹/*.xlsx",), 2)]
)
def test_options_that_make_no_sense_exit_with_2(monthly: Path, arguments: tuple[str, ...], code: int) -> None:
    assert run(monthly, *arguments).exit_code == code


def test_errors_in_the_data_exit_with_1_and_write_nothing(tmp_path: Path) -> None:
    book = workbook(tmp_path / "monthly.xlsx", {"月度跟踪": TABLE.format(actual="很多")})
    output = tmp_path / "out.xlsx"
    assert run(book, "-o", output).exit_code == 1
    assert not output.exists()
    assert run(book, "-o", output, "--skip-invalid").exit_code == 0
    assert output.exists()


def test_large_amounts_are_shown_in_larger_units_and_the_weakest_regions_first(tmp_path: Path) -> None:
    """12 regions of 1 亿 each, the later the better: eight are shown, the weakest first, in 万."""
    rows = "\n".join(
        f"| 区域{at:02} | 甲{at:02}{who} | 50,000,000 | {40_000_000 + at * 1_000_000} |"
        for at in range(12)
        for who in "一二"
    )
    book = workbook(tmp_path / "m.xlsx", {"月度跟踪": f"| 区域 | 销售员 | 月度目标 | 累计实际 |\n{rows}"})
    lines = run(book).stdout.splitlines()
    assert "单位：万元" in lines[0]
    regions = [line for line in lines if "区域0" in line and "10,000.0" in line]
    assert [line.split()[0] for line in regions] == [f"区域0{at}" for at in range(8)]
    assert "8,000.0" in regions[0]
    assert any("另有 4 个区域" in line for line in lines)
