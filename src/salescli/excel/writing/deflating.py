"""The parts of a workbook deflated: by this process, and big ones by two.

Everything of which a sheet's rows are made is known before the first of them becomes text. So another process can make
some of the sheets while this one makes the others. A long sheet is always cut at the same rows into stretches, each of
which is deflated by itself, so that the file is the same to the byte whoever made them.
"""

import zlib
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from itertools import chain
from typing import Final, NamedTuple

from salescli.excel.cores import may_fork, usable_cores
from salescli.excel.writing.checksum import joined_crc

LEVEL: Final = 5
"""How hard is deflated: two thirds of the usual level's time for 2 % more bytes."""

MANY: Final = 200_000
"""Cells, a formula counted as three, from which a second process pays."""

_LEAST: Final = 5
"""What each of two processes has to have of the work: a fifth."""

_WAITING: Final = 4
"""Pieces of text that may wait to be packed."""


class Deflated(NamedTuple):
    """What an archive takes: the checksum and the size of some bytes, and those deflated, in pieces."""

    crc: int
    size: int
    pieces: list[bytes]


def _nobody() -> None:
    """Tell nobody."""


class Passage(NamedTuple):
    """Text of a part, there already or made when it is asked for, which is once.

    `effort` is roughly how many cells are still to be made of it, `passed` tells that another process has made it. What
    stands `apart` from the text before it is deflated by itself.
    """

    texts: Iterable[str | bytes]
    effort: int = 0
    passed: Callable[[], None] = _nobody
    apart: bool = False


class Stretch(list[Passage]):
    """Passages that are deflated together."""

    @property
    def effort(self) -> int:
        """Roughly how many cells are still to be made."""
        return sum(passage.effort for passage in self)

    def texts(self) -> Iterator[str | bytes]:
        """All its text, to be asked for once."""
        return chain.from_iterable(passage.texts for passage in self)

    def passed(self) -> None:
        """Tell that another process has made it."""
        for passage in self:
            passage.passed()


def deflate_all(parts: Sequence[Sequence[Stretch]], hush: Callable[[], None]) -> Generator[Deflated, None, None]:
    """Every part, in their order; `hush` keeps a second process from telling how far it is."""
    tasks = [_Task(stretch, last=at == len(part) - 1) for part in parts for at, stretch in enumerate(part)]
    theirs = shared([task.stretch.effort for task in tasks])
    with closing(_by_two(tasks, theirs, hush) if theirs else _by_one(tasks)) as deflated:
        for part in parts:
            yield joined([next(deflated) for _ in part])


def shared(efforts: Sequence[int]) -> list[int]:
    """What another process makes, about half of the work; nothing where that does not pay or cannot be had."""
    whole = sum(efforts)
    if whole < MANY or usable_cores() < 2 or not may_fork():
        return []
    theirs, taken = list[int](), 0
    for at in sorted(range(len(efforts)), key=lambda at: -efforts[at]):
        if not theirs or (efforts[at] and taken + efforts[at] <= whole / 2):
            theirs.append(at)
            taken += efforts[at]
    return sorted(theirs) if whole <= _LEAST * min(taken, whole - taken) else []


def joined(stretches: Sequence[Deflated]) -> Deflated:
    """A part of what was deflated by itself."""
    crc, size, pieces = stretches[0]
    for other in stretches[1:]:
        crc, size, pieces = joined_crc(crc, other.crc, other.size), size + other.size, pieces + other.pieces
    return Deflated(crc, size, pieces)


class _Task(NamedTuple):
    """A stretch to be deflated, the `last` of its part or not."""

    stretch: Stretch
    last: bool


def _by_one(tasks: Sequence[_Task]) -> Generator[Deflated, None, None]:
    with _hand() as hand:
        for task in tasks:
            yield _deflated(task, hand)


def _by_two(tasks: Sequence[_Task], theirs: Sequence[int], hush: Callable[[], None]) -> Generator[Deflated, None, None]:
    from salescli.excel.writing.offshoot import Offshoot

    def make() -> list[Deflated]:
        hush()
        with _hand() as hand:
            return [_deflated(tasks[at], hand) for at in theirs]

    with Offshoot(make) as offshoot, _hand() as hand:
        made = {at: _deflated(task, hand) for at, task in enumerate(tasks) if at not in theirs}
        if (others := offshoot.result()) is None:  # it died; nothing of its stretches has been made here
            others = [_deflated(tasks[at], hand) for at in theirs]
        else:
            for at in theirs:
                tasks[at].stretch.passed()
        made |= zip(theirs, others, strict=True)
        yield from (made[at] for at in range(len(tasks)))


@contextmanager
def _hand() -> Iterator[ThreadPoolExecutor]:
    """A thread that deflates while the next text is made: deflating frees the interpreter for it."""
    hand = ThreadPoolExecutor(1)
    try:
        yield hand
    finally:
        hand.shutdown(cancel_futures=True)


def _deflated(task: _Task, hand: ThreadPoolExecutor) -> Deflated:
    press, waiting = _Press(), deque[Future[None]]()
    for text in task.stretch.texts():
        waiting.append(hand.submit(press.take, text))
        if len(waiting) > _WAITING:
            waiting.popleft().result()
    for future in waiting:
        future.result()
    return press.out(last=task.last)


class _Press:
    """A stretch while it is deflated."""

    def __init__(self) -> None:
        self._squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._crc = self._size = 0
        self._made: list[bytes] = []

    def take(self, text: str | bytes) -> None:
        data = text.encode() if isinstance(text, str) else text
        self._crc = zlib.crc32(data, self._crc)
        self._size += len(data)
        self._made.append(self._squeeze.compress(data))

    def out(self, *, last: bool) -> Deflated:
        """What was taken; more can stand behind it unless it is the `last` of its part."""
        end = self._squeeze.flush(zlib.Z_FINISH if last else zlib.Z_SYNC_FLUSH)
        return Deflated(self._crc, self._size, [*self._made, end])
