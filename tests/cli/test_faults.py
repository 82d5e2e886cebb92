"""Nothing half written, by any command: a disk that fills, a folder that takes nothing, a kill at any moment."""

import os
import resource
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from salescli.cli.exits import Exit
from tests.messy.company import MONTHLY, PLAN, STRATEGY, TARGETS, TIERS, WEEKLY
from tests.sheets import workbook

WRITING: Mapping[str, tuple[str, ...]] = {
    "template": ("template", "--all", "-o"),
    "check": ("check", "monthly.xlsx", "--annotate"),
    "split": ("split", "targets.xlsx", "-o"),
    "track": ("track", "plan.xlsx", "weekly.xlsx", "-o"),
    "analyze": ("analyze", "monthly.xlsx", "-o"),
    "payout": ("payout", "monthly.xlsx", "--plan", "tiers.xlsx", "--period", "2026-08", "-o"),
    "review": ("review", "monthly.xlsx", "strategy.xlsx", "--period", "2026Q3", "-o"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Inputs for every command, and an old output."""
    tables = {
        "targets": TARGETS,
        "monthly": MONTHLY,
        "plan": PLAN,
        "weekly": WEEKLY,
        "tiers": TIERS,
        "strategy": STRATEGY,
    }
    for name, sheets in tables.items():
        workbook(tmp_path / f"{name}.xlsx", sheets)
    (tmp_path / "out.xlsx").write_bytes(b"old")
    return tmp_path


def started(
    folder: Path, name: str, output: str = "out.xlsx", before: Callable[[], None] | None = None
) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "salescli", "--lang", "en", *WRITING[name], output, "--force"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        preexec_fn=before,  # noqa: PLW1509  # only single-threaded test processes fork here
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _little_room() -> None:
    """Files may grow to 3 KiB: what a disk with so much room left does."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3 << 10, 3 << 10))


@pytest.mark.parametrize("name", WRITING)
def test_no_room_for_the_output(name: str, folder: Path) -> None:
    before = contents(folder)
    out, said = started(folder, name, before=_little_room).communicate()
    assert "Traceback" not in out + said
    assert "out.xlsx" in said
    assert contents(folder) == before


@pytest.mark.parametrize("name", WRITING)
def test_a_folder_that_takes_nothing(name: str, folder: Path) -> None:
    """Nobody creates files in /sys, not even root, whom permissions do not stop."""
    before = contents(folder)
    process = started(folder, name, "/sys/out.xlsx")
    _, said = process.communicate()
    assert (process.returncode, "/sys" in said, "Traceback" in said) == (Exit.CANNOT_RUN, True, False)
    assert contents(folder) == before


@pytest.mark.parametrize("name", ["template", "split"])
@pytest.mark.parametrize("wait", [0.0, 0.02, 0.2])
def test_killed_while_writing(name: str, wait: float, folder: Path) -> None:
    before = contents(folder)
    process = started(folder, name)
    while process.poll() is None and not list(folder.glob(".salescli-*")):
        time.sleep(0.002)
    time.sleep(wait)
    process.kill()
    process.communicate()
    after = {file: content for file, content in contents(folder).items() if not file.startswith(".salescli-")}
    if after["out.xlsx"] != b"old":
        assert zipfile.ZipFile(folder / "out.xlsx").testzip() is None
    assert after | {"out.xlsx": b"old"} == before


def test_interrupted_while_writing(folder: Path) -> None:
    before = contents(folder)
    process = started(folder, "template")
    while process.poll() is None and not list(folder.glob(".salescli-*")):
        time.sleep(0.002)
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert process.returncode in (Exit.INTERRUPTED, Exit.DONE)
    if process.returncode == Exit.INTERRUPTED:
        assert contents(folder) == before


def test_two_commands_on_one_output(folder: Path) -> None:
    runs = [started(folder, name) for name in ("split", "analyze", "split")]
    for run in runs:
        run.communicate()
    assert [run.returncode for run in runs] == [Exit.DONE] * 3
    assert zipfile.ZipFile(folder / "out.xlsx").testzip() is None
    assert not list(folder.glob(".salescli-*"))
