"""Statements, objections, the notice and paid periods on the terminal."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from salescli.cli.console import State
from salescli.cli.payout import payout as command
from salescli.payout.objections import objections
from salescli.words.language import Lang
from tests.payout.sheets import MONTHLY, PLAN
from tests.sheets import workbook

APP = typer.Typer(pretty_exceptions_enable=False)
APP.command()(command)


def say(*arguments: str, lang: Lang = Lang.EN) -> Result:
    """Run the command with nothing but these arguments."""
    return CliRunner().invoke(APP, list(arguments), obj=State(lang, None, False))


def call(folder: Path, *options: str, lang: Lang = Lang.EN) -> Result:
    """Pay the documents' own tables for August."""
    tracking = workbook(folder / "t.xlsx", {"月度跟踪": MONTHLY})
    incentive = workbook(folder / "p.xlsx", {"方案": PLAN})
    return say(str(tracking), "--plan", str(incentive), "--period", "2026-08", *options, lang=lang)


def test_statements_and_the_days_of_the_notice(tmp_path: Path) -> None:
    shown = call(tmp_path, "--statements", str(tmp_path / "单"), "--as-of", "2025年9月3日")
    assert shown.exit_code == 0
    assert "3 statements" in shown.stdout
    assert "Notice by 2025-09-08, objections until 2025-09-11, pay day 2025-09-12" in shown.stdout
    assert len(list((tmp_path / "单").iterdir())) == 3


def test_objections_are_the_librarys_result(tmp_path: Path) -> None:
    call(tmp_path, "--statements", str(tmp_path / "单"))
    shown = say("--objections", str(tmp_path / "单"), "-o", str(tmp_path / "log.xlsx"), "--json")
    assert shown.exit_code == 0
    document = json.loads(shown.stdout)
    result = objections(tmp_path / "单").result
    assert result is not None
    assert document["result"] == result.document()
    assert document["outputs"] == [str(tmp_path / "log.xlsx")]
    assert "3 份未回复" in say("--objections", str(tmp_path / "单"), lang=Lang.ZH).stdout


def test_a_paid_period_shows_its_corrections_only(tmp_path: Path) -> None:
    call(tmp_path, "-o", str(tmp_path / "八月.xlsx"))
    shown = call(tmp_path, "--settled", str(tmp_path / "八月.xlsx"), lang=Lang.ZH)
    assert shown.exit_code == 0
    assert "2026年8月 已发放，数字不再改动：补扣 0 条" in shown.stdout
    assert "进阶激励奖" not in shown.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--objections", "没有的文件夹"), "statement-folder"),
        (("t.xlsx",), "payout-needs-inputs"),
        (("t.xlsx", "--plan", "p.xlsx", "--as-of", "soon"), "payout-bad-day"),
        (("t.xlsx", "--plan", "p.xlsx", "--password-file", "pw"), "statement-password-alone"),
        (("t.xlsx", "--plan", "p.xlsx", "--statements", "d", "--password-file", "没有"), "statement-password"),
    ],
)
def test_what_cannot_run_says_why(arguments: tuple[str, ...], code: str) -> None:
    shown = say(*arguments, "--json")
    assert shown.exit_code == 2
    assert [item["code"] for item in json.loads(shown.stdout)["problems"]] == [code]


def test_a_password_from_a_file(tmp_path: Path) -> None:
    pytest.importorskip("msoffcrypto")
    (tmp_path / "pw").write_text("芝麻开门\n", encoding="utf-8")
    shown = call(tmp_path, "--statements", str(tmp_path / "单"), "--password-file", str(tmp_path / "pw"))
    assert shown.exit_code == 0
    assert all(path.read_bytes().startswith(b"\xd0\xcf\x11\xe0") for path in (tmp_path / "单").iterdir())


def test_a_refused_payout_shows_no_figures(tmp_path: Path) -> None:
    call(tmp_path)
    refused = say(
        str(tmp_path / "t.xlsx"),
        "--plan",
        str(
            workbook(
                tmp_path / "q.xlsx", {"方案": PLAN + "| 甲 | 区域季度达成率≥1% | 区域人均奖励1元 | 全体销售员 |\n"}
            )
        ),
        *("--period", "2026-08", "--statements", str(tmp_path / "单")),
        lang=Lang.ZH,
    )
    assert refused.exit_code == 1
    assert "17,800" not in refused.stdout
    assert "确认单" not in refused.stdout
    assert not (tmp_path / "单").exists()


def test_figures_closed_before_the_period_ends_are_questioned(tmp_path: Path) -> None:
    early = json.loads(call(tmp_path, "--as-of", "2026-08-20", "--json").stdout)
    assert "payout-as-of-early" in [item["code"] for item in early["problems"]]
    late = json.loads(call(tmp_path, "--as-of", "2026-08-31", "--json").stdout)
    assert "payout-as-of-early" not in [item["code"] for item in late["problems"]]


def test_two_people_of_one_name_have_their_ids_on_the_screen(tmp_path: Path) -> None:
    rows = "| 区域 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) |\n"
    rows += "| 华东 | E01 | 王伟 | 100 | 100 |\n| 华南 | E02 | 王伟 | 100 | 80 |\n| 华北 | E03 | 小李 | 100 | 80 |\n"
    tracking = workbook(tmp_path / "t.xlsx", {"月度跟踪": rows})
    shown = say(str(tracking), "--plan", str(workbook(tmp_path / "p.xlsx", {"方案": PLAN})), "--period", "2026-08")
    assert "王伟 E01" in shown.stdout
    assert "王伟 E02" in shown.stdout
    assert "E03" not in shown.stdout
