"""Several processes read many files: in their order, and large ones one at a time."""

import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from salescli.excel import crew
from salescli.excel.crew import LARGE, MANY, Processes, unpacked, usable_memory
from salescli.excel.parts import Part, Task


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
