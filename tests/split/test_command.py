"""`salescli split` on the terminal: the library's result, its exit codes, its words."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from salescli.cli.console import State
from salescli.cli.split import split as command
from salescli.words.language import Lang
from tests.sheets import workbook
from tests.split.tables import COMPANY, plan, run


def invoke(*arguments: str, lang: Lang = Lang.EN) -> Result:
    app = typer.Typer()
    app.command("split")(command)

    @app.callback()
    def main(ctx: typer.Context) -> None:
        ctx.obj = State(lang, None, False)

    return CliRunner().invoke(app, ["split", *arguments])


@pytest.fixture
def targets(tmp_path: Path) -> Path:
    return workbook(tmp_path / "company.xlsx", COMPANY)


def test_json_is_the_librarys_result(targets: Path, tmp_path: Path) -> None:
    ran = invoke(str(targets), "--json")
    assert ran.exit_code == 0
    assert json.loads(ran.stdout)["result"] == plan(run(tmp_path / "twin", COMPANY)).document()


def test_the_screen_shows_goals_levels_and_the_proof(targets: Path, tmp_path: Path) -> None:
    ran = invoke(str(targets), "-o", str(tmp_path / "plan.xlsx"), lang=Lang.ZH)
    assert ran.exit_code == 0
    for words in (
        "1,000,000,000",
        "拆分到人",
        "华东",
        "400,000,000",
        "40.0%",
        "250,000,000",
        "项恒等式全部一致",
        "已写出",
    ):
        assert words in ran.stdout
    assert (tmp_path / "plan.xlsx").exists()


def test_weights_and_unit_reach_the_split(targets: Path) -> None:
    ran = invoke(str(targets), "--weights", "even", "--unit", "1万", "--json")
    result = json.loads(ran.stdout)["result"]
    assert result["weights"] == [{"year": "2026", "even": "1"}]
    assert all(leaf["target"].endswith("0000.00") or leaf["target"] == "0.00" for leaf in result["leaves"])


def test_hedge_and_lines_reach_the_split(targets: Path) -> None:
    result = json.loads(invoke(str(targets), "--hedge", "person=1.1", "--lines", "--json").stdout)["result"]
    assert result["hedge"] == {"person": "1.1"}
    assert {item["level"] for item in result["issued"]} == {"person"}
    assert result["multiples"] == {"floor": "0.8", "target": "1", "stretch": "1.2"}
    assert len(result["lines"]) == 1 + 3 + 6


def test_the_tree_shows_regions_with_their_people_largest_first(targets: Path) -> None:
    ran = invoke(str(targets), lang=Lang.ZH)
    branches = [line.lstrip("├└─│ ").split()[0] for line in ran.stdout.splitlines() if line[:1] in ("├", "└", "│")]
    assert branches[0] == "华东"
    assert set(branches[1:3]) == {"小张", "小李"}
    years = [int(line.split()[-3].replace(",", "")) for line in ran.stdout.splitlines() if line.startswith("│   ")]
    assert years[0] >= years[1]


def test_many_people_of_a_region_are_added_up_below_the_largest(tmp_path: Path) -> None:
    """Ten even people of 1,200: eight by name, two in one line with 240."""
    roster = "| 工号 | 销售员 | 区域 |\n" + "\n".join(f"| S{at} | 人{at} | 华东 |" for at in range(10))
    sheets = {"年度目标": "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026 | 1200元 |", "销售员名册": roster}
    ran = invoke(str(workbook(tmp_path / "many.xlsx", sheets)), "--weights", "even", lang=Lang.ZH)
    (rest,) = [line for line in ran.stdout.splitlines() if "其余 2 人" in line]
    assert "240" in rest
    assert "20.0%" in rest


def test_of_many_people_regions_are_shown_and_it_is_said_where_the_rest_is(tmp_path: Path) -> None:
    roster = "| 工号 | 销售员 | 区域 |\n" + "\n".join(f"| S{at} | 人{at} | 华东 |" for at in range(21))
    sheets = {"年度目标": "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026 | 2100元 |", "销售员名册": roster}
    path = workbook(tmp_path / "many.xlsx", sheets)
    ran = invoke(str(path), "--weights", "even", lang=Lang.ZH)
    assert "人0 " not in ran.stdout
    assert "21 人各自的目标不在这里列出：见 -o 写出的工作簿的“季度与月度”" in ran.stdout
    assert "100.0%" in ran.stdout  # 华东


@pytest.mark.parametrize(
    "option", [("--hedge", "person=0.5"), ("--weights", "luck=1"), ("--unit", "0.001"), ("--sheet", "nowhere")]
)
def test_an_option_that_makes_no_sense_ends_with_2(targets: Path, option: tuple[str, str]) -> None:
    ran = invoke(str(targets), *option)
    assert ran.exit_code == 2
    assert option[1] in ran.output


def test_errors_in_the_data_end_with_1_and_write_nothing(tmp_path: Path) -> None:
    wrong = {**COMPANY, "分解维度": "| 维度 | 名称 | 占比 |\n| 区域 | 华东 | 90% |"}
    path = workbook(tmp_path / "wrong.xlsx", wrong)
    ran = invoke(str(path), "-o", str(tmp_path / "plan.xlsx"))
    assert ran.exit_code == 1
    assert "C2" in ran.output
    assert not (tmp_path / "plan.xlsx").exists()
