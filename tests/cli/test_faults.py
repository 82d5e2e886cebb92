"""Nothing half written, by any command: a disk that fills, a folder that takes nothing, a kill at any moment."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pytest

from salescli.cli.exits import Exit
from tests.messy.company import MONTHLY, PLAN, STRATEGY, TARGETS, TIERS, WEEKLY
from tests.sheets import workbook

ROOT = Path(__file__).parents[2]

WRITING: Mapping[str, tuple[str, ...]] = {
    "template": ("template", "--all", "-o"),
    "check": ("check", "monthly.xlsx", "--annotate"),
    "split": ("split", "targets.xlsx", "-o"),
    "track": ("track", "plan.xlsx", "weekly.xlsx", "-o"),
    "analyze": ("analyze", "monthly.xlsx", "-o"),
    "payout": ("payout", "monthly.xlsx", "--plan", "tiers.xlsx", "--period", "2026-08", "-o"),
    "statements": (
        *("payout", "monthly.xlsx", "--plan", "tiers.xlsx", "--period", "2026-08"),
        *("--statements", "statements", "-o"),
    ),
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
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def leftovers(folder: Path) -> list[Path]:
    return list(folder.rglob(".salescli-*"))


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


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[tuple[Path, Callable[[], None] | None]]:
    """A folder on a disk of 8 KiB; where none can be mounted, any folder and what makes files stay as small."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield disk, _little_room
        return
    try:
        yield disk, None
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("name", ["check", "split", "statements"])
def test_a_disk_that_is_full(name: str, folder: Path, small_disk: tuple[Path, Callable[[], None] | None]) -> None:
    disk, before = small_disk
    output = disk / "out.xlsx"
    output.write_bytes(b"old" * 1000)
    process = started(folder, name, str(output), before)
    out, said = process.communicate()
    assert (process.returncode, "Traceback" in out + said) == (Exit.CANNOT_RUN, False)
    assert "out.xlsx" in said
    assert contents(disk) == {"out.xlsx": b"old" * 1000}
    assert not leftovers(folder)


def test_an_annotated_copy_that_finds_no_room_in_the_temporary_folder(
    folder: Path, small_disk: tuple[Path, Callable[[], None] | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    disk, before = small_disk
    rows = "".join(f"| 华东 | 第{row}人 | 不是数 | {row} |\n" for row in range(400))
    workbook(folder / "monthly.xlsx", {"8月": f"| 区域 | 销售员 | 月度目标 | 累计实际 |\n{rows}"})
    monkeypatch.setenv("TMPDIR", str(disk))
    process = started(folder, "check", before=before)
    out, said = process.communicate()
    assert (process.returncode, "Traceback" in out + said) == (Exit.CANNOT_RUN, False)
    assert f"temporary folder “{disk}”" in said
    assert "TMPDIR" in said
    assert (folder / "out.xlsx").read_bytes() == b"old"
    assert not leftovers(folder)


@pytest.mark.parametrize("name", [name for name in WRITING if name != "template"])
def test_killed_at_every_step(name: str, folder: Path, tmp_path: Path) -> None:
    """Whichever step towards the disk is the last one: every file is the old or the new one, whole."""
    base = tmp_path / "runs" / "folder"
    base.parent.mkdir()
    shutil.copytree(folder, base, ignore=shutil.ignore_patterns("runs"))
    arguments = [*WRITING[name], "out.xlsx", "--force"]
    subprocess.run([sys.executable, "-m", "tests.cli.killing", base, *arguments], check=True, cwd=ROOT)
    runs = [base.with_name(str(step)) for step in range(len(list(base.parent.iterdir())) - 1)]
    old, new = contents(base), contents(runs[-1])
    assert len(runs) > 5
    assert not leftovers(runs[-1])
    for run in runs:
        after = {file: content for file, content in contents(run).items() if ".salescli-" not in file}
        assert set(old) <= set(after) <= set(new)
        assert all(content == old.get(file) or _alike(content, new[file]) for file, content in after.items())
    assert any(leftovers(run) for run in runs)


def _alike(one: bytes, other: bytes) -> bool:
    """Whether two workbooks hold the same, but for the moment they were saved, which an annotated copy tells."""
    if one == other:
        return True
    parts = []
    for content in (one, other):
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts.append({name: package.read(name) for name in package.namelist() if name != "docProps/core.xml"})
    return parts[0] == parts[1]


@pytest.mark.parametrize("wait", [0.0, 0.02, 0.2])
def test_killed_while_writing(wait: float, folder: Path) -> None:
    before = contents(folder)
    process = started(folder, "template")
    while process.poll() is None and not leftovers(folder):
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
    while process.poll() is None and not leftovers(folder):
        time.sleep(0.002)
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert process.returncode in (Exit.INTERRUPTED, Exit.DONE)
    if process.returncode == Exit.INTERRUPTED:
        assert contents(folder) == before


@pytest.mark.parametrize("name", ["check", "track", "statements", "review"])
def test_two_runs_of_one_command_on_one_output(name: str, folder: Path) -> None:
    runs = [started(folder, name) for _ in range(2)]
    said = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [Exit.DONE] * 2, said
    assert zipfile.ZipFile(folder / "out.xlsx").testzip() is None
    assert not leftovers(folder)


def test_two_commands_on_one_output(folder: Path) -> None:
    runs = [started(folder, name) for name in ("split", "analyze", "split")]
    for run in runs:
        run.communicate()
    assert [run.returncode for run in runs] == [Exit.DONE] * 3
    assert zipfile.ZipFile(folder / "out.xlsx").testzip() is None
    assert not leftovers(folder)
