"""What this machine has for several processes."""

import os
import sys
import threading


def usable_cores() -> int:
    """The processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def may_fork() -> bool:
    """Whether a process can be forked safely: nothing else runs in this one."""
    return sys.platform == "linux" and threading.active_count() == 1
