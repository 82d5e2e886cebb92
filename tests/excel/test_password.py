"""Encrypted workbooks: opened with their password, refused with a reason without it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from salescli.cli.app import app
from salescli.cli.exits import Exit
from salescli.excel.protect import protected
from tests.sheets import workbook


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = workbook(tmp_path / "locked.xlsx", {"分解": "| 维度 | 名称 | 占比 |\n| 区域 | 华东 | 40% |"})
    path.write_bytes(protected(path.read_bytes(), "口令 123"))
    return path


def check(path: Path, password: str | None) -> tuple[int, str]:
    arguments = ["--lang", "en"]
    if password is not None:
        file = path.with_suffix(".txt")
        file.write_text(password, encoding="utf-8")
        arguments += ["--password-file", str(file)]
    result = CliRunner().invoke(app, [*arguments, "check", str(path)])
    return result.exit_code, " ".join(result.output.split())


def test_with_its_password_it_is_read(locked: Path) -> None:
    assert check(locked, "口令 123\nsecond line")[0] == Exit.DONE


def test_without_one_the_way_in_is_told(locked: Path) -> None:
    code, told = check(locked, None)
    assert code == Exit.CANNOT_RUN
    assert "--password-file" in told


def test_a_wrong_or_missing_password_is_said(locked: Path) -> None:
    code, told = check(locked, "123")
    assert code == Exit.CANNOT_RUN
    assert "The password does not open this workbook." in told
    assert "cannot be read, or its first line is empty" in check(locked, "")[1]


def test_a_password_does_no_harm_where_none_is_needed(tmp_path: Path) -> None:
    path = workbook(tmp_path / "open.xlsx", {"分解": "| 维度 | 名称 | 占比 |\n| 区域 | 华东 | 40% |"})
    assert check(path, "anything")[0] == Exit.DONE
