"""The files a run writes before it moves them into place, and what killed runs have left of them.

A draft is called ``.salescli-MACHINE-PROCESS-TOKEN.tmp``, the second name of a file about to be replaced the same
with ``.old``: whoever finds one can tell whether the run that made it is still there.
"""

import os
import re
import socket
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex
from typing import Final

DRAFT, REPLACED = ".tmp", ".old"

_NAME: Final = re.compile(r"\.salescli-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{12}(\.tmp|\.old)")
_A_DAY: Final = 86_400
"""Seconds after which no run still writes to its draft."""


def beside(path: Path, suffix: str = DRAFT) -> Path:
    """A new hidden name in the folder of `path`, which says whose it is."""
    return path.with_name(f".salescli-{_machine()}-{os.getpid()}-{token_hex(6)}{suffix}")


def sweep(folders: Iterable[Path]) -> None:
    """Remove what runs that are no more left in `folders`: those of this machine whose process is gone, and drafts
    of whatever machine that nobody has written to for a day. What cannot be looked at or removed stays."""
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                made = _NAME.fullmatch(entry.name)
                if made is not None and _abandoned(entry, *made.groups()):
                    with suppress(OSError):
                        Path(entry.path).unlink()


def _abandoned(entry: "os.DirEntry[str]", machine: str, process: str, suffix: str) -> bool:
    if machine == _machine() and not _runs(int(process)):
        return True
    # a replaced file keeps the date it had, which tells nothing of the run
    with suppress(OSError):
        return suffix == DRAFT and time.time() - entry.stat(follow_symlinks=False).st_mtime > _A_DAY
    return False


@cache
def _machine() -> str:
    """This machine, or this container on it: wherever a process number means one process."""
    with suppress(OSError):
        return _digest(f"{socket.gethostname()} {Path('/proc/self/ns/pid').readlink()}")
    return _digest(socket.gethostname())


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=4).hexdigest()


def _runs(process: int) -> bool:
    """Whether a process of this machine is there; True when that cannot be told."""
    if sys.platform == "win32":
        return _runs_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _runs_on_windows(process: int) -> bool:
    """The same where a signal 0 would be no question but an interrupt."""
    if sys.platform != "win32":
        return True
    import ctypes

    query, invalid, still_active = 0x1000, 87, 259
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    handle = kernel.OpenProcess(query, False, process)
    if not handle:
        return ctypes.get_last_error() != invalid
    code = ctypes.c_ulong(still_active)
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == still_active
