"""The parts of a workbook deflated: by this process, and big ones by two.

Everything of which a sheet's rows are made is known before the first of them becomes text. So another process can make
some of the sheets while this one makes the others, and the file is the same to the byte.
"""

import zlib
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Final, NamedTuple

from salescli.excel.cores import may_fork, usable_cores

LEVEL: Final = 5
"""How hard is deflated: two thirds of the usual level's time for 2 % more bytes."""

MANY: Final = 200_000
"""Cells, a formula counted as three, from which a second process pays."""

_LEAST: Final = 5
"""What each of two processes has to have of the work: a fifth."""

_WAITING: Final = 4
"""Pieces of text that may wait to be packed."""


class Deflated(NamedTuple):
    """A part as an archive takes it: the checksum and the size of its bytes, and those deflated, in pieces."""

    crc: int
    size: int
    pieces: list[bytes]


class Later(NamedTuple):
    """Text to be made: roughly how many cells it is, and whom to tell that another process has made it."""

    texts: Iterator[str]
    effort: int
    passed: Callable[[], None]


class Content(NamedTuple):
    """What a part holds, piece by piece, to be asked for once; and those pieces that are still to be made."""

    texts: Iterable[str | bytes]
    laters: Sequence[Later] = ()


def deflate_all(parts: Sequence[Content], hush: Callable[[], None]) -> Generator[Deflated, None, None]:
    """Every part, in their order; `hush` keeps a second process from telling how far it is."""
    theirs = shared([sum(later.effort for later in part.laters) for part in parts])
    if not theirs:
        with _hand() as hand:
            for part in parts:
                yield _deflated(part, hand)
        return
    yield from _by_two(parts, theirs, hush)


def shared(efforts: Sequence[int]) -> list[int]:
    """Which parts another process makes, about half of the work; none where that does not pay or cannot be had."""
    whole = sum(efforts)
    if whole < MANY or usable_cores() < 2 or not may_fork():
        return []
    theirs, taken = list[int](), 0
    for at in sorted(range(len(efforts)), key=lambda at: -efforts[at]):
        if not theirs or (efforts[at] and taken + efforts[at] <= whole / 2):
            theirs.append(at)
            taken += efforts[at]
    return theirs if whole <= _LEAST * min(taken, whole - taken) else []


def _by_two(parts: Sequence[Content], theirs: Sequence[int], hush: Callable[[], None]) -> Iterator[Deflated]:
    from salescli.excel.writing.offshoot import Offshoot

    def make() -> list[Deflated]:
        hush()
        with _hand() as hand:
            return [_deflated(parts[at], hand) for at in theirs]

    with Offshoot(make) as offshoot, _hand() as hand:
        made = {at: _deflated(part, hand) for at, part in enumerate(parts) if at not in theirs}
        if (others := offshoot.result()) is None:  # it died; nothing of its parts has been made here
            others = [_deflated(parts[at], hand) for at in theirs]
        else:
            for at in theirs:
                for later in parts[at].laters:
                    later.passed()
        made |= zip(theirs, others, strict=True)
        yield from (made[at] for at in range(len(parts)))


@contextmanager
def _hand() -> Iterator[ThreadPoolExecutor]:
    """A thread that deflates while the next text is made: deflating frees the interpreter for it."""
    hand = ThreadPoolExecutor(1)
    try:
        yield hand
    finally:
        hand.shutdown(cancel_futures=True)


def _deflated(part: Content, hand: ThreadPoolExecutor) -> Deflated:
    press, waiting = _Press(), deque[Future[None]]()
    for text in part.texts:
        waiting.append(hand.submit(press.take, text))
        if len(waiting) > _WAITING:
            waiting.popleft().result()
    for future in waiting:
        future.result()
    return press.out()


class _Press:
    """One part while it is deflated."""

    def __init__(self) -> None:
        self._squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._crc = self._size = 0
        self._made: list[bytes] = []

    def take(self, text: str | bytes) -> None:
        data = text.encode() if isinstance(text, str) else text
        self._crc = zlib.crc32(data, self._crc)
        self._size += len(data)
        self._made.append(self._squeeze.compress(data))

    def out(self) -> Deflated:
        return Deflated(self._crc, self._size, [*self._made, self._squeeze.flush()])
