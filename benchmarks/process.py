"""A process measured from outside: seconds by the clock, seconds of processors, and the most memory of its whole tree.

Memory is the sum of the proportional sizes of the process and its children, looked at every 20 ms; where the system
does not tell that, it is the peak of the process itself.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.02


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: `wall` and `cpu` in seconds, `peak` in bytes. `own` are the seconds that it says of a part of itself."""

    wall: float
    cpu: float
    peak: int
    own: float | None = None


def run(command: Sequence[str]) -> Measured:
    """Run a command to its end; RuntimeError, with what it said, when it fails."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment()
    ) as process:
        memory = _Memory(process.pid)
        memory.start()
        said, complained = process.communicate()
        wall = time.perf_counter() - start
        memory.stop()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{complained or said}")
    last = said.strip().splitlines()[-1] if said.strip() else ""
    own = float(last.removeprefix("seconds ")) if last.startswith("seconds ") else None
    return Measured(wall, memory.cpu, memory.peak, own)


def _environment() -> dict[str, str]:
    """This environment, with compiled modules kept: what is installed has them, and no run but the first compiles."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


class _Memory(threading.Thread):
    """Watches a process and its children."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self.cpu = pid, 0, 0.0
        self._before = os.times()
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(EVERY):
            self.peak = max(self.peak, sum(map(_size, _tree(self.pid))))

    def stop(self) -> None:
        """Look no more, and take the processors' seconds of what has ended."""
        self._ended.set()
        self.join()
        now = os.times()
        self.cpu = now.children_user + now.children_system - self._before.children_user - self._before.children_system


def _tree(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            tasks = list(Path(f"/proc/{one}/task").iterdir())
            for task in tasks:
                found += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found


def _size(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:")), 0)


def python(module: str, *arguments: object) -> list[str]:
    """The command that runs a module of this environment."""
    return [sys.executable, "-m", module, *map(str, arguments)]


def salescli(*arguments: object) -> list[str]:
    """The command that runs salescli."""
    return python("salescli", *arguments)
