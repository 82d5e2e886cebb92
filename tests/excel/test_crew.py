"""Several processes read many files: in their order, and large ones one at a time."""

import os
import signal
import sys
import time
import zipfile
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from salescli.excel import crew
from salescli.excel.crew import LARGE, MANY, Processes, unpacked, usable_memory
from salescli.excel.parts import Part, Task
from salescli.excel.shares import shared_out


@dataclass(frozen=True)
class Watched:
    """Reads nothing: says of a large file, as its part's digest, whether another was being read at that time."""

    folder: Path

    def __call__(self, path: Path) -> Part:
        if not path.name.startswith("large"):
            return Part(path, "small")
        mark = self.folder / "mark"
        try:
            mark.touch(exist_ok=False)
        except FileExistsError:
            return Part(path, "at the same time")
        time.sleep(0.02)
        mark.unlink()
        return Part(path, "alone")


def test_large_files_take_turns_and_the_order_stays(tmp_path: Path) -> None:
    files = []
    for at in range(MANY + 20):
        path = tmp_path / f"{'large' if at % 6 == 0 else 'small'}{at:03}.csv"
        with path.open("wb") as file:
            file.truncate(LARGE if at % 6 == 0 else 10)
        files.append(path)
    (tmp_path / "marks").mkdir()
    parts = list(Processes(3).read(cast(Task, Watched(tmp_path / "marks")), files))
    assert [part.path for part in parts] == files
    assert [part.sha256 for part in parts] == ["alone" if at % 6 == 0 else "small" for at in range(len(files))]


@dataclass(frozen=True)
class Troubled:
    """Reads nothing. A process other than `home` dies of the files that `kills` names, or meets an error in them."""

    home: int
    kills: bool
    names: frozenset[str]

    def __call__(self, path: Path) -> Part:
        if path.name in self.names and os.getpid() != self.home:
            if self.kills:
                os.kill(os.getpid(), signal.SIGKILL)
            raise MemoryError(path.name)
        time.sleep(0.0005)  # so that every process gets its share
        return Part(path, "here" if os.getpid() == self.home else "there")


FORKS = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
FILES = [Path(f"{at:03}.csv") for at in range(MANY + 11)]


@FORKS
def test_this_process_reads_as_well() -> None:
    parts = list(shared_out(Troubled(os.getpid(), True, frozenset()), FILES, 2))
    assert [part.path for part in parts] == FILES
    assert {part.sha256 for part in parts} == {"here", "there"}


@FORKS
def test_what_a_process_that_died_owes_is_read_here() -> None:
    names = frozenset(path.name for path in FILES)
    parts = list(shared_out(Troubled(os.getpid(), True, names), FILES, 2))
    assert [part.path for part in parts] == FILES
    assert {part.sha256 for part in parts} == {"here"}


@FORKS
def test_an_error_met_elsewhere_is_raised_here() -> None:
    names = frozenset(path.name for path in FILES)
    with pytest.raises(MemoryError):
        list(shared_out(Troubled(os.getpid(), False, names), FILES, 2))


@FORKS
def test_no_process_is_left_behind() -> None:
    before = _children()
    parts = shared_out(Troubled(os.getpid(), True, frozenset()), FILES, 2)
    assert [next(parts).path for _ in range(20)] == FILES[:20]
    assert len(_children()) == len(before) + 2
    cast(Generator[Part, None, None], parts).close()
    assert _children() == before


def _children() -> set[str]:
    return {pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


@FORKS
def test_more_files_than_a_pipe_has_room_for_numbers() -> None:
    files = [Path(str(at)) for at in range(150_000)]
    assert all(
        part.path is path for part, path in zip(shared_out(lambda path: Part(path, None), files, 0), files, strict=True)
    )


@FORKS
@pytest.mark.parametrize("count", [0, 1, 2, 9])
def test_few_files(count: int) -> None:
    parts = list(shared_out(Troubled(os.getpid(), True, frozenset()), FILES[:count], 3))
    assert [part.path for part in parts] == FILES[:count]


def test_a_package_weighs_what_it_unpacks_to(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.xml", b" " * LARGE)
    (tmp_path / "b.csv").write_bytes(b"a,b\n")
    (tmp_path / "c.xlsx").write_bytes(b"PK\x03\x04 and no more")
    weights = [unpacked(tmp_path / name) for name in ("a.xlsx", "b.csv", "c.xlsx", "missing.xlsx")]
    assert weights == [LARGE, 4, 16, 0]


@pytest.mark.parametrize(("gibibytes", "count"), [(0.4, 1), (1.5, 1), (3, 3), (64, 8)])
def test_no_more_processes_than_memory_for_a_large_file_each(
    gibibytes: float, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "usable_memory", lambda: int(gibibytes * (1 << 30)))
    monkeypatch.setattr(crew, "usable_cores", lambda: 8)
    assert Processes().count == count


def test_this_machine_has_memory() -> None:
    assert usable_memory() > 64 << 20
