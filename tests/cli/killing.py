"""``python -m tests.cli.killing FOLDER ARGUMENT…``: one command, killed at each of its steps towards the disk in turn.

For every step a copy of FOLDER called ``0``, ``1`` … beside it is what the command, killed just before that step, has
left; the last copy is that of the run which nothing stopped. The steps are those of ``salescli.excel.place``.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

STEPS = (
    (Path, "touch"),
    (os, "fsync"),
    (shutil, "copymode"),
    (Path, "hardlink_to"),
    (Path, "replace"),
    (Path, "unlink"),
)


def _dying(real: Callable[..., Any], left: list[int]) -> Callable[..., Any]:
    def step(*given: Any, **named: Any) -> Any:
        if not left.pop():
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given, **named)

    return step


def _killed_at(step: int, folder: Path, arguments: list[str]) -> bool:
    """Whether the run came to that step."""
    process = os.fork()
    if not process:
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        left = [*[1] * 10_000, 0, *[1] * step]
        for owner, name in STEPS:
            setattr(owner, name, _dying(getattr(owner, name), left))
        from salescli.__main__ import main

        sys.argv = ["salescli", *arguments]
        try:
            main()
        except SystemExit as ended:
            os._exit(int(ended.code or 0))
        os._exit(0)
    _, status = os.waitpid(process, 0)
    if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status):
        sys.exit(f"step {step}: exit code {os.WEXITSTATUS(status)}")
    return os.WIFSIGNALED(status)


def main() -> None:
    """Go on until a run comes to its end."""
    folder, *arguments = sys.argv[1:]
    import salescli.api
    import salescli.cli.app  # noqa: F401  # loaded once, for all the runs

    for step in count():
        copy = Path(folder).with_name(str(step))
        shutil.copytree(folder, copy)
        if not _killed_at(step, copy, arguments):
            return


if __name__ == "__main__":
    main()
