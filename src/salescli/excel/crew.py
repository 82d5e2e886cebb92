"""Who reads many files: this process, or several on this machine.

python-calamine frees the interpreter while it parses, but of a weekly workbook's millisecond that is a sixth:
threads gain nothing on many small files, processes do. They are forked, which is safe because nothing else runs
yet; where that cannot be had, and for a few files, this process reads them itself.
"""

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Protocol

from salescli.excel.parts import Part, Task

MANY: Final = 100
"""Fewer files are read before other processes have started."""

_CHUNK: Final = 16
"""Files handed to a process at a time."""


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
        self.count = count or usable_cores()

    def read(self, task: Task, files: Sequence[Path]) -> Iterator[Part]:
        """Read `files`; interrupted, no process is left behind."""
        if len(files) < MANY or self.count < 2 or not _may_fork():
            return map(task, files)
        return self._shared(task, files)

    def _shared(self, task: Task, files: Sequence[Path]) -> Iterator[Part]:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        pool = ProcessPoolExecutor(self.count, get_context("fork"), _deaf)
        try:
            yield from pool.map(task, files, chunksize=_CHUNK)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def usable_cores() -> int:
    """The processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _may_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


def _deaf() -> None:
    """An interrupt is for the process that shares out the work; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
