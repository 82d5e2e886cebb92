"""What this machine has for several processes."""

import os
import signal
import sys
import threading
from contextlib import suppress


def usable_cores() -> int:
    """The processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def may_fork() -> bool:
    """Whether a process can be forked safely: nothing else runs in this one."""
    return sys.platform == "linux" and threading.active_count() == 1


def end(process: int) -> None:
    """End a forked process, whatever it does, and leave nothing of it; one that has ended stays so."""
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(process, 0)
