"""A call that makes no sense is answered in the language of the call, with what to write instead."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from salescli.cli.app import app
from salescli.cli.exits import Exit

CALLS = [
    (["check"], "缺少参数 files：", "The argument files is missing: "),
    (["chek"], "没有“chek”这个命令。是不是 check？", "There is no command “chek”. Did you mean check?"),
    (["zzz"], "可用的命令：template、check、split", "The commands are: template, check, split"),
    ([], "还要写上一个命令：template、check", "Name a command: template, check"),
    (["check", "a", "--sugest"], "没有 --sugest 这个选项。是不是", "There is no option --sugest. Did you mean"),
    (["check", "--zzz"], "没有 --zzz 这个选项。", "There is no option --zzz."),
    (["check", "a", "--lang", "zh"], "--lang 是全局选项，要写在命令前面", "--lang concerns every command"),
    (["check", "-q", "a"], "salescli -q … check", "salescli -q … check"),
    (["payout", "a", "--mode", "foo"], "“foo”，可选：whole、marginal。", "“foo”. Choose from: whole, marginal."),
    (["analyze", "a", "--deals-target", "x"], "--deals-target 要写一个整数。", "--deals-target takes a whole number."),
    (["check", "a", "--sheet"], "选项 --sheet 后面要写上它的值。", "The option --sheet takes a value."),
    (["check", "a", "--force=1"], "选项 --force 不带值", "The option --force takes no value."),
    (["demo", "a", "my files"], "多出了参数：my files。", "There are arguments too many: my files."),
]


@pytest.mark.parametrize(("arguments", "zh", "en"), CALLS, ids=[" ".join(call[0]) or "nothing" for call in CALLS])
def test_a_bad_call_is_answered_in_its_language(arguments: list[str], zh: str, en: str) -> None:
    for lang, expected in (("zh", zh), ("en", en)):
        result = CliRunner().invoke(app, ["--lang", lang, *arguments])
        assert result.exit_code == Exit.CANNOT_RUN
        assert result.stdout == ""
        assert expected in result.stderr
        assert "-h" in result.stderr.splitlines()[-1]


@pytest.mark.parametrize("command", [[], ["split"], ["payout"]])
def test_help_in_chinese_has_no_english_headings(command: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "salescli", "--lang", "zh", *command, "--help"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80"},
        check=False,
    )
    assert ran.returncode == Exit.DONE
    assert ran.stdout.startswith("用法：salescli")
    assert "显示这份帮助并退出。" in ran.stdout
    english = ("Usage", "Options", "Arguments", "Commands", "[required]", "completion for", "Show ", "OPTIONS")
    assert [word for word in english if word in ran.stdout] == []


def test_what_is_answered_when_nothing_is_asked_is_help() -> None:
    result = CliRunner().invoke(app, [])
    assert result.exit_code == Exit.CANNOT_RUN
    assert "salescli" in result.stderr
    assert "--help" in result.stderr
