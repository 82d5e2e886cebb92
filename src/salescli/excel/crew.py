"""Who reads many files: this process, or several on this machine.

python-calamine frees the interpreter while it parses, but of a weekly workbook's millisecond that is a sixth:
threads gain nothing on many small files, processes do. They are forked (`excel/shares.py`), which is safe because
nothing else runs yet; where that cannot be had, and for a few files, this process reads them itself.

A file may take a GiB of memory. So that a run does not take that many times over, there are no more processes than
memory for one such file each, and large files take turns.
"""

import os
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from salescli.excel.cores import may_fork, usable_cores
from salescli.excel.parts import Part, Task
from salescli.excel.shares import shared_out

MANY: Final = 100
"""Fewer files are read by one process."""

LARGE: Final = 8 << 20
"""Bytes, unpacked, from which a file is read only while no other large one is."""

_TIGHTEST: Final = 1032
"""How many bytes deflate can make of one (zlib's technical details)."""

_GIB: Final = 1 << 30


class Crew(Protocol):
    """Whoever reads files; the parts come in the order of the files."""

    def read(self, task: Task, files: Sequence[Path]) -> Iterator[Part]:
        """Read `files`; raises only what is no fault of a file."""


class Alone:
    """One file after the other, in this process."""

    def read(self, task: Task, files: Sequence[Path]) -> Iterator[Part]:
        """Read `files` as they are asked for."""
        return map(task, files)


class Processes:
    """Several processes of this machine, for many files."""

    def __init__(self, count: int | None = None) -> None:
        self.count = count or max(1, min(usable_cores(), usable_memory() // _GIB))

    def read(self, task: Task, files: Sequence[Path]) -> Iterator[Part]:
        """Read `files`; interrupted, no process is left behind."""
        if len(files) < MANY or self.count < 2 or not may_fork():
            return map(task, files)
        return self._shared(task, files)

    def _shared(self, task: Task, files: Sequence[Path]) -> Iterator[Part]:
        with os.fdopen(os.memfd_create("turn"), "wb") as turn:
            yield from shared_out(partial(_in_turn, task, turn.fileno()), files, self.count - 1)


def usable_memory() -> int:
    """Bytes that this process may still take, by the machine and by its control group; a GiB where nothing tells."""
    found = [_GIB]
    with suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc/meminfo").read_text().splitlines()
        found = [int(next(line for line in lines if line.startswith("MemAvailable")).split()[1]) << 10]
    with suppress(OSError, ValueError):
        group = Path("/sys/fs/cgroup")
        found.append(int((group / "memory.max").read_text()) - int((group / "memory.current").read_text()))
    return max(0, min(found))


def unpacked(file: Path) -> int:
    """Bytes that a file says it unpacks to, which the guard holds it to; its size where it is no package."""
    try:
        with zipfile.ZipFile(file) as package:
            return sum(entry.file_size for entry in package.infolist())
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return file.stat().st_size if file.is_file() else 0


def _is_large(file: Path) -> bool:
    """Whether a file takes much memory; a small one, of which there are many, is not opened for it."""
    with suppress(OSError, ValueError):
        return file.stat().st_size >= LARGE // _TIGHTEST and unpacked(file) >= LARGE
    return False


def _in_turn(task: Task, turn: int, file: Path) -> Part:
    """Read a file; a large one when no other process reads one."""
    if not _is_large(file):
        return task(file)
    with _locked(turn):
        return task(file)


@contextmanager
def _locked(file: int) -> Iterator[None]:
    """Have an open file to this process alone; a process that dies lets go of it."""
    import fcntl

    fcntl.lockf(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.lockf(file, fcntl.LOCK_UN)
