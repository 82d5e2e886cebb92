"""``salescli payout`` on the terminal."""

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from salescli.cli.console import State
from salescli.cli.payout import payout as command
from salescli.payout.run import payout
from salescli.words.language import Lang
from tests.payout.sheets import MONTHLY, PLAN
from tests.payout.test_payout import QUARTER, RANKED
from tests.sheets import workbook

APP = typer.Typer(pretty_exceptions_enable=False)
APP.command()(command)


def call(folder: Path, *options: str, monthly: str = MONTHLY, plan: str = PLAN, lang: Lang = Lang.EN) -> Result:
    tracking = workbook(folder / "t.xlsx", {"月度跟踪": monthly})
    incentive = workbook(folder / "p.xlsx", {"方案": plan})
    arguments = [str(tracking), "--plan", str(incentive), *options]
    return CliRunner().invoke(APP, arguments, obj=State(lang, None, False))


def test_json_is_the_librarys_result(tmp_path: Path) -> None:
    shown = call(tmp_path, "--json", "-o", str(tmp_path / "o.xlsx"))
    assert shown.exit_code == 0
    document: dict[str, Any] = json.loads(shown.stdout)
    outcome = payout(tmp_path / "t.xlsx", tmp_path / "p.xlsx")
    assert outcome.result is not None
    assert document["result"] == outcome.result.document()
    assert document["outputs"] == [str(tmp_path / "o.xlsx")]
    assert (document["command"], document["result"]["total"]) == ("payout", "25900.00")


def test_the_screen(tmp_path: Path) -> None:
    shown = call(tmp_path)
    assert shown.exit_code == 0
    for piece in ("小张", "105.0%", "进阶激励奖", "2%", "16,800", "17,800", "No tier", "25,900", "1.60%"):
        assert piece in shown.stdout
    assert "未达档" in call(tmp_path, lang=Lang.ZH).stdout


def test_no_amount_is_broken_on_a_narrow_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the columns do not fit, each component stands with its amount in one piece."""
    plan = (
        PLAN + "| 冲量 | 不限 | 每满10000奖0.01元 | 全体销售员 |\n| 封顶 | 不限 | 每月封顶15000.55元 | 全体销售员 |\n"
    )
    for width, pieces in (
        ("80", ("提成 16,800", "封顶扣减 -2,800.29", "15,000.55")),
        ("200", ("-2,800.29", "15,000.55")),
    ):
        monkeypatch.setenv("COLUMNS", width)
        shown = call(tmp_path, plan=plan, lang=Lang.ZH).stdout
        assert all(piece in shown for piece in pieces)
        assert all(cell_len(line) <= int(width) for line in shown.splitlines())


def test_options_reach_the_library(tmp_path: Path) -> None:
    marginal = json.loads(call(tmp_path, "--json", "--mode", "marginal").stdout)
    assert marginal["result"]["people"][0]["components"][0] == {"name": "commission", "amount": "3200.00"}
    quarter = json.loads(call(tmp_path, "--json", "--period", "2026年三季度", monthly=QUARTER, plan=RANKED).stdout)
    assert quarter["result"]["period"] == "2026Q3"
    collected = call(tmp_path, "--json", "--base", "collected")
    assert collected.exit_code == 1
    assert {item["code"] for item in json.loads(collected.stdout)["problems"]} == {"payout-blank-collected"}


def test_a_period_that_is_none(tmp_path: Path) -> None:
    shown = call(tmp_path, "--period", "soon", "--json")
    assert shown.exit_code == 2
    assert [item["code"] for item in json.loads(shown.stdout)["problems"]] == ["payout-bad-period"]


def test_errors_write_nothing(tmp_path: Path) -> None:
    output = tmp_path / "o.xlsx"
    shown = call(tmp_path, "-o", str(output), plan=PLAN.replace("提成比例1.5%", "看表现"))
    assert shown.exit_code == 1
    assert not output.exists()
    assert "看表现" in shown.stderr


def test_an_existing_output_needs_force(tmp_path: Path) -> None:
    output = tmp_path / "o.xlsx"
    assert call(tmp_path, "-o", str(output)).exit_code == 0
    assert call(tmp_path, "-o", str(output)).exit_code == 2
    assert call(tmp_path, "-o", str(output), "--force").exit_code == 0


def test_a_screen_of_many_lists_those_who_get_most_and_counts_the_rest(tmp_path: Path) -> None:
    """60 people with 800,000 each sell 700,001 to 700,060 below the tier, but the last five: 840,001 to 840,005."""
    sold = [700_001 + at for at in range(55)] + [840_001 + at for at in range(5)]
    rows = "".join(f"| 2026-08 | 华东 | 员{at:02d} | 800000 | {amount} |\n" for at, amount in enumerate(sold))
    monthly = "| 月份 | 区域 | 销售员 | 月度目标 | 累计实际 |\n" + rows
    shown = call(tmp_path, monthly=monthly, lang=Lang.ZH).stdout
    listed = [line.split()[0] for line in shown.splitlines() if line.strip().startswith("员")]
    assert listed[:5] == ["员59", "员58", "员57", "员56", "员55"]
    assert len(listed) == 20
    assert listed[5:7] == ["员54", "员53"]
    assert "另有 40 人" in shown
    tiers = {words[0]: words[1:] for line in shown.splitlines() if len(words := line.split()) == 3}
    assert tiers["进阶激励奖"] == ["5", "89,000.30"]  # 5 × 1,000 and 2 % of 4,200,015
    people = json.loads(call(tmp_path, "--json", monthly=monthly).stdout)["result"]["people"]
    assert len(people) == 60
