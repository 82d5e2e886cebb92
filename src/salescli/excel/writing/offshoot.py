"""A process that is forked off to make something this one would make later, while it makes something else.

It has all that this process has at that moment, changes none of it, and sends what it made through a pipe. Nothing is
left of it: whoever waits no longer, for a failure or an interrupt, ends it.
"""

import gc
import os
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, NoReturn, Self, TypeVar

from salescli.excel.cores import end

Made = TypeVar("Made")


class Offshoot(Generic[Made]):
    """The process that calls `make`, where the machine has one to give."""

    def __init__(self, make: Callable[[], Made]) -> None:
        reading, writing = os.pipe()
        self.pid: int | None = None
        with suppress(OSError):
            self.pid = os.fork()
        if self.pid == 0:
            _send(make, reading, writing)
        os.close(writing)
        self._pipe = os.fdopen(reading, "rb")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End it; one that has sent what it made has ended."""
        self._pipe.close()
        if self.pid is None:
            return
        end(self.pid)

    def result(self) -> Made | None:
        """What it made, as soon as it has; None when it died of it, or never was."""
        try:
            made: Made = pickle.load(self._pipe)
        except (EOFError, pickle.UnpicklingError):
            return None
        return made


def _send(make: Callable[[], Made], reading: int, writing: int) -> NoReturn:
    """In the forked process: an interrupt is for the other one, which ends this."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.close(reading)
        gc.disable()
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(make(), pipe)
    finally:
        os._exit(0)
