"""Files shared out between this process and helpers that are forked from it.

Whoever is done with a few files takes the next few; this process reads as well, so only what the helpers read has to
be packed for the way. A helper knows all that this process knows at the fork, changes none of it, and is ended with it.
What one that died owes is read here.
"""

import os
import pickle
import select
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from struct import Struct
from typing import Any, Final, NoReturn, Self, TypeAlias

from salescli.excel.cores import end
from salescli.excel.parts import Part

_FEW: Final = 8
"""Files that are taken at a time."""

_NUMBER: Final = Struct("<I")
_HEAD: Final = Struct("<IQ")
"""Before what a helper sends: the number of the share, and the bytes of what was read."""

Read: TypeAlias = Callable[[Path], Part]


def shared_out(read: Read, files: Sequence[Path], helpers: int) -> Iterator[Part]:
    """What `read` makes of each of `files`, in their order; `helpers` is how many there are to be beside this process.

    What `read` raises is raised here, whoever read.
    """
    if not files:
        return
    yield read(files[0])  # with that, this process and every helper know what the files have in common
    done: dict[int, Sequence[Part]] = {}
    with ExitStack() as stack:
        numbers = stack.enter_context(_Numbers())
        few = max(_FEW, -(-len(files) // numbers.room))
        shares = [files[at : at + few] for at in range(1, len(files), few)]
        numbers.give(len(shares))
        team = [stack.enter_context(_Helper(read, shares, numbers)) for _ in range(helpers)]
        for awaited, share in enumerate(shares):
            while awaited not in done:
                mine = numbers.take()
                if mine is not None:
                    done[mine] = list(map(read, shares[mine]))
                elif not any(helper.works for helper in team):
                    done[awaited] = list(map(read, share))
                done.update(_received(team, wait=mine is None))
            yield from done.pop(awaited)


class _Numbers:
    """The numbers of the shares that nobody has taken, in a pipe that all processes take them from."""

    def __init__(self) -> None:
        import fcntl

        left, into = os.pipe()
        self._left, self._into = os.fdopen(left, "rb", buffering=0), os.fdopen(into, "wb")
        self.room = fcntl.fcntl(left, fcntl.F_GETPIPE_SZ) // _NUMBER.size
        """How many numbers the pipe holds: 16,384, or 1,024 for a user who has many pipes."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._into.close()
        self._left.close()

    def give(self, count: int) -> None:
        """Put in the numbers up to `count`, at most as many as there is room for."""
        self._into.write(b"".join(map(_NUMBER.pack, range(count))))
        self._into.close()

    def take(self) -> int | None:
        """The next number; None when there are no more."""
        taken = self._left.read(_NUMBER.size)
        return _NUMBER.unpack(taken)[0] if taken else None


class _Helper:
    """A process that reads shares and sends what it read; `works` until it has no more to send, or died."""

    def __init__(self, read: Read, shares: Sequence[Sequence[Path]], numbers: _Numbers) -> None:
        self.pipe, writing = os.pipe()
        self.pid, self.works = 0, False
        with suppress(OSError):
            self.pid, self.works = os.fork(), True
            if self.pid == 0:
                _help(read, shares, numbers, writing)
        os.close(writing)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.pipe)
        if self.pid:
            end(self.pid)

    def receive(self) -> dict[int, Sequence[Part]]:
        """A share that was read, by its number; nothing when none comes any more."""
        head = self._bytes(_HEAD.size)
        number, size = _HEAD.unpack(head) if head else (0, 0)
        body = self._bytes(size)
        if not body:
            self.works = False
            return {}
        found: Any = pickle.loads(body)
        if isinstance(found, BaseException):
            raise found
        return {number: found}

    def _bytes(self, count: int) -> bytes:
        """So many bytes; none when fewer come."""
        pieces, left = [], count
        while left:
            piece = os.read(self.pipe, left)
            if not piece:
                return b""
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)


def _received(team: Sequence[_Helper], *, wait: bool) -> dict[int, Sequence[Part]]:
    """What helpers have sent by now; `wait` until one of them sends something or ends."""
    working = {helper.pipe: helper for helper in team if helper.works}
    if not working:
        return {}
    ready, _, _ = select.select(working, (), (), None if wait else 0)
    found: dict[int, Sequence[Part]] = {}
    for pipe in ready:
        found.update(working[pipe].receive())
    return found


def _help(read: Read, shares: Sequence[Sequence[Path]], numbers: _Numbers, pipe: int) -> NoReturn:
    """In a helper: an interrupt is for the process that shares out the work; it ends the others."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        while (number := numbers.take()) is not None:
            body = pickle.dumps(_read(read, shares[number]), pickle.HIGHEST_PROTOCOL)
            with os.fdopen(pipe, "wb", closefd=False) as stream:
                stream.write(_HEAD.pack(number, len(body)))
                stream.write(body)
    finally:
        os._exit(0)


def _read(read: Read, share: Sequence[Path]) -> Sequence[Part] | BaseException:
    try:
        return list(map(read, share))
    except BaseException as error:
        return error
