"""Streams as a command may find them: GBK consoles, a reader that left, a full disk, nothing at all."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from salescli.cli.exits import Exit
from tests.messy.company import METRICS, MONTHLY, PLAN, STRATEGY, TARGETS, TIERS, WEEKLY
from tests.sheets import workbook

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "help": ("--help",),
    "template": ("template",),
    "check": ("check", "targets.xlsx", "metrics.xlsx"),
    "check json": ("check", "targets.xlsx", "--json"),
    "split": ("split", "targets.xlsx"),
    "track": ("track", "plan.xlsx", "weekly.xlsx"),
    "analyze": ("analyze", "monthly.xlsx"),
    "payout": ("payout", "monthly.xlsx", "--plan", "tiers.xlsx", "--period", "2026-08"),
    "review": ("review", "monthly.xlsx", "strategy.xlsx", "--period", "2026Q3"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Inputs for every command."""
    made = tmp_path_factory.mktemp("streams")
    tables = {
        "targets": TARGETS,
        "metrics": METRICS,
        "monthly": MONTHLY,
        "plan": PLAN,
        "weekly": WEEKLY,
        "tiers": TIERS,
        "strategy": STRATEGY,
    }
    for name, sheets in tables.items():
        workbook(made / f"{name}.xlsx", sheets)
    return made


def run(
    folder: Path,
    name: str,
    *,
    stdout: int = subprocess.PIPE,
    lang: str = "zh",
    before: Callable[[], None] | None = None,
    **environment: str,
) -> "subprocess.CompletedProcess[bytes]":
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", "salescli", "--lang", lang, *COMMANDS[name]],
        cwd=folder,
        env=plain | environment,
        stdout=stdout,
        stderr=subprocess.PIPE,
        preexec_fn=before,
        check=False,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_a_gbk_console_shows_chinese(name: str, folder: Path) -> None:
    done = run(folder, name, PYTHONIOENCODING="gbk", LANG="zh_CN.GBK")
    assert done.returncode == Exit.DONE
    shown = done.stdout.decode("utf-8" if name == "check json" else "gbk")
    assert any("\u4e00" <= char <= "\u9fff" for char in shown)
    done.stderr.decode("gbk")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_that_has_left_changes_nothing(name: str, folder: Path) -> None:
    """As after ``| head -1``: the pipe is closed before anything is said."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = run(folder, name, stdout=writer)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (Exit.DONE, run(folder, name).stderr)


@pytest.mark.parametrize("descriptor", [0, 1, 2])
@pytest.mark.parametrize("name", ["help", "check json", "split"])
def test_a_stream_that_is_closed_is_done_without(name: str, descriptor: int, folder: Path) -> None:
    done = run(folder, name, before=lambda: os.close(descriptor))
    assert done.returncode == Exit.DONE
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("name", ["help", "check json", "track"])
def test_a_full_disk_behind_standard_output_is_said(name: str, folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(folder, name, stdout=full.fileno(), lang="en")
    assert done.returncode == Exit.CANNOT_RUN
    assert b"could not be written to standard output" in done.stderr
    assert b"Traceback" not in done.stderr
