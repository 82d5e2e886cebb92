"""Starting up: quick, the same by either name, and ending with the exit code that says how it went."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

import salescli.__main__
import salescli.api
from salescli import __version__
from salescli.cli.app import app
from salescli.cli.exits import Exit
from tests.sheets import workbook

COMMANDS = ("template", "check", "split", "track", "analyze", "payout", "review", "demo")
HEAVY = {
    "pandas",
    "numpy",
    "openpyxl",
    "xlsxwriter",
    "python_calamine",
    "pydantic",
    "rapidfuzz",
    "chinese_calendar",
    "rich.console",
}
"""What no help page and no version number needs."""


def run(*arguments: str, python: Sequence[str] = ()) -> "subprocess.CompletedProcess[str]":
    """`python -m salescli` in a process of its own, in English."""
    return subprocess.run(
        [sys.executable, *python, "-m", "salescli", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "SALESCLI_LANG": "en", "PYTHONUTF8": "1"},
        check=False,
    )


def heavy_imports(*arguments: str) -> set[str]:
    """Those of the heavy modules that a run imports, by the report of `python -X importtime`."""
    ran = run(*arguments, python=("-X", "importtime"))
    assert ran.returncode == Exit.DONE
    modules = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines() if line.startswith("import time:")}
    assert "salescli.cli.app" in modules
    return modules & HEAVY


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_starting_up_imports_nothing_heavy(option: str) -> None:
    assert heavy_imports(option) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_commands_help_imports_nothing_heavy(command: str) -> None:
    assert heavy_imports(command, "--help") - {"pydantic"} == set()  # typer itself asks whether pydantic is there


def test_the_version_is_the_packages() -> None:
    assert run("--version").stdout == f"salescli {__version__}\n"


def test_the_script_and_the_module_are_one_program() -> None:
    script = shutil.which("salescli", path=str(Path(sys.executable).parent))
    assert script
    ran = subprocess.run(
        [script, "--help"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "SALESCLI_LANG": "en", "PYTHONUTF8": "1"},
        check=False,
    )
    of_module = run("--help")
    assert ran.returncode == of_module.returncode == Exit.DONE
    assert ran.stdout == of_module.stdout.replace("python -m salescli", "salescli")


@pytest.mark.parametrize("arguments", [(), ("nonsense",), ("--nonsense",), ("check",), ("check", "--nonsense", "x")])
def test_what_cannot_be_understood_could_not_run(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).returncode == Exit.CANNOT_RUN


def test_a_missing_file_could_not_run_and_is_named(tmp_path: Path) -> None:
    ran = run("check", str(tmp_path / "missing.xlsx"))
    assert ran.returncode == Exit.CANNOT_RUN
    assert "missing.xlsx" in ran.stderr
    assert ran.stdout == ""


def test_a_sound_workbook_is_done(tmp_path: Path) -> None:
    path = workbook(tmp_path / "goals.xlsx", {"年度目标": "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026年 | 1.2亿 |"})
    assert run("check", str(path)).returncode == Exit.DONE


def test_a_cell_that_cannot_be_read_is_a_data_error(tmp_path: Path) -> None:
    path = workbook(tmp_path / "goals.xlsx", {"年度目标": "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026年 | 很多 |"})
    ran = run("check", str(path))
    assert ran.returncode == Exit.DATA_ERRORS
    assert "C2" in ran.stderr


def test_a_fault_of_the_program_is_one_line_and_a_saved_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a cog came loose")

    monkeypatch.setattr(salescli.api, "check", broken)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ran = CliRunner().invoke(app, ["--lang", "en", "check", "any.xlsx"])
    (report,) = tmp_path.glob("salescli-*.txt")
    assert ran.exit_code == Exit.BUG
    assert "a cog came loose" in ran.stderr
    assert "Traceback" not in ran.output
    assert report.name in ran.stderr.replace("\n", "")
    assert "Traceback" in report.read_text(encoding="utf-8")


def test_an_interruption_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(salescli.api, "check", interrupted)
    ran = CliRunner().invoke(app, ["--lang", "en", "check", "any.xlsx"])
    assert ran.exit_code == Exit.INTERRUPTED
    assert "Interrupted" in ran.stderr


def test_an_interrupt_before_a_command_begins_shows_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("salescli.cli.streams.prepare", interrupted)
    with pytest.raises(SystemExit) as ended:
        salescli.__main__.main()
    assert ended.value.code == Exit.INTERRUPTED
