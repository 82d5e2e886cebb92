"""The frame around every command: whatever happens, a message for the person and an exit code for the shell."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from salescli.check import check
from salescli.cli.app import app
from salescli.cli.console import wrote_lines
from salescli.cli.exits import Exit
from salescli.words.language import Lang
from tests.sheets import workbook

SHARES = "| 维度 | 名称 | 占比 |\n| 区域 | 华东 | 40% |"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(item) for item in arguments])


def document(result: Result) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(result.stdout)
    return read


def test_a_clean_workbook_ends_with_0(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"分解": SHARES})
    result = run("--lang", "en", "check", path)
    assert result.exit_code == Exit.DONE
    assert "No problems found." in result.stdout


def test_json_is_the_library_s_own_result(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"分解": SHARES.replace("40%", "140%")})
    result = run("--lang", "zh", "check", path, "--json")
    assert result.exit_code == Exit.DATA_ERRORS
    assert document(result) == check([path]).document(Lang.ZH)


def test_errors_end_with_1_and_say_where_and_what(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"分解": SHARES.replace("40%", "4o%")})
    result = run("--lang", "en", "check", path)
    assert result.exit_code == Exit.DATA_ERRORS
    assert "[分解] C2" in result.stderr
    assert "Write it like 105% or 1.05." in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    "arguments", [["check"], ["check", "--nonsense"], ["template", "nonsense", "-o", "x.xlsx"], ["no"]]
)
def test_a_call_that_makes_no_sense_ends_with_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == Exit.CANNOT_RUN
    assert result.stderr


def test_a_missing_file_ends_with_2_also_in_json(tmp_path: Path) -> None:
    workbook(tmp_path / "targets.xlsx", {"分解": SHARES})
    result = run("--lang", "en", "check", tmp_path / "target.xlsx", "--json")
    assert result.exit_code == Exit.CANNOT_RUN
    (problem,) = document(result)["problems"]
    assert problem["file"].endswith("target.xlsx")
    assert "targets.xlsx" in problem["message"]


def test_a_fault_of_the_program_ends_with_70_and_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import salescli.api

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr(salescli.api, "check", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = run("--lang", "en", "check", "a.xlsx")
    assert result.exit_code == Exit.BUG
    assert "Traceback" not in result.stderr
    (report,) = tmp_path.glob("salescli-*.txt")
    assert "ZeroDivisionError: on purpose" in report.read_text(encoding="utf-8")
    assert report.name in "".join(result.stderr.split())


def test_an_interrupted_run_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    import salescli.api

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(salescli.api, "check", interrupted)
    assert run("check", "a.xlsx").exit_code == Exit.INTERRUPTED


def test_quiet_says_nothing_of_success(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"分解": SHARES})
    result = run("-q", "check", path)
    assert (result.exit_code, result.stdout) == (Exit.DONE, "")


def test_an_existing_output_is_replaced_only_when_asked(tmp_path: Path) -> None:
    output = tmp_path / "goals.xlsx"
    assert run("template", "goals", "-o", output).exit_code == Exit.DONE
    before = output.read_bytes()
    refused = run("--lang", "en", "template", "goals", "--filled", "-o", output)
    assert refused.exit_code == Exit.CANNOT_RUN
    assert "--force" in refused.stderr
    assert output.read_bytes() == before
    assert run("template", "goals", "--filled", "-o", output, "--force").exit_code == Exit.DONE
    assert output.read_bytes() != before


def test_templates_are_chinese_unless_the_command_line_says_otherwise(tmp_path: Path) -> None:
    from tests.parity import opened

    run("template", "goals", "-o", tmp_path / "zh.xlsx")
    run("--lang", "en", "template", "goals", "-o", tmp_path / "en.xlsx")
    assert opened(tmp_path / "zh.xlsx").sheetnames == ["年度目标"]
    assert opened(tmp_path / "en.xlsx").sheetnames == ["Annual goals"]


def test_template_lists_every_kind_with_its_schema() -> None:
    kinds = document(run("template", "--json"))["result"]["kinds"]
    assert [item["kind"] for item in kinds][:3] == ["goals", "shares", "roster"]
    assert kinds[0]["schema"]["required"] == ["metric", "year", "target"]


def test_a_console_that_cannot_show_chinese_gets_replacements(tmp_path: Path) -> None:
    import subprocess

    path = workbook(tmp_path / "a.xlsx", {"分解": SHARES.replace("40%", "4o%")})
    for encoding in ("ascii", "gbk"):
        done = subprocess.run(
            [sys.executable, "-m", "salescli", "--lang", "zh", "check", str(path)],
            capture_output=True, check=False, env={"PYTHONIOENCODING": encoding, "PATH": "", "COLUMNS": "100"},
        )  # fmt: skip
        assert done.returncode == Exit.DATA_ERRORS
        assert b"Traceback" not in done.stderr
        assert b"C2" in done.stderr


def test_many_files_of_one_folder_are_counted_and_few_are_named() -> None:
    statements = [Path("statements") / f"{number}.xlsx" for number in range(6)]
    assert list(wrote_lines([Path("pay.xlsx"), *statements, Path("x/a.xlsx"), Path("x/b.xlsx")], Lang.EN)) == [
        "Wrote pay.xlsx",
        "Wrote 6 files to statements",
        f"Wrote {Path('x/a.xlsx')}",
        f"Wrote {Path('x/b.xlsx')}",
    ]
