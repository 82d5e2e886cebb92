"""Amounts that are no whole units yet, counted in so fine a part of a unit that nothing is lost on the way.

Proportional shares are integers of `SCALE` a unit until controlled rounding makes them whole: down, or up to the
next unit, never further.
"""

from collections.abc import Iterable, Sequence
from typing import Final

SCALE_BITS: Final = 128
SCALE: Final = 1 << SCALE_BITS
"""What a whole unit is counted as while cells are no whole units yet."""

NEAR: Final = SCALE >> 40
"""What is as near as this to a whole number is one; all such steps together stay far below one unit."""

_REST: Final = SCALE - 1
_ALMOST: Final = 2 * NEAR


def floors(shares: Iterable[int]) -> tuple[list[int], list[int]]:
    """Each share's whole units, and what is over them; nothing is over where a share is as good as whole."""
    raised = [share + NEAR for share in shares]
    lows = [share >> SCALE_BITS for share in raised]
    return lows, [rest if (rest := share & _REST) > _ALMOST else 0 for share in raised]


def added(rows: Iterable[Iterable[int]]) -> list[int]:
    """Several rows of shares added up, column by column."""
    return [sum(column) for column in zip(*rows, strict=True)]


def to_whole(shares: Sequence[int], total: int) -> list[int]:
    """Each share down or up to a whole unit, the largest rests up, as near to `total` as that comes."""
    found, rests = floors(shares)
    missing = total - sum(found)
    if missing > 0:
        rising = sorted((at for at, rest in enumerate(rests) if rest), key=lambda at: -rests[at])
        for at in rising[:missing]:
            found[at] += 1
    return found
