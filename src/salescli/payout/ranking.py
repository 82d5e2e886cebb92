"""Ranking prizes. Whoever shares a value shares the prizes of the places they occupy, to the last fen."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from typing import Any


class Ties(StrEnum):
    """What happens to people with the same value."""

    SHARE = "share"
    EACH = "each"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Contender:
    """One who is ranked: by `value`, and where ties are broken by `collected` (None when not known)."""

    value: Decimal | Fraction
    collected: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Won:
    """The prize of a contender: `place` from 1 and, in a tie of `count` people, the last place they occupy.

    `unbroken` tells that the tie was to be broken and could not be.
    """

    prize: Decimal
    place: int
    count: int = 1
    unbroken: bool = False

    @property
    def last(self) -> int:
        """The last place that the tie occupies."""
        return self.place + self.count - 1


def award(contenders: Sequence[Contender], prizes: Sequence[Decimal], ties: Ties = Ties.SHARE) -> tuple[Won, ...]:
    """What each of `contenders` wins, in their order.

    Shared prizes differ by a fen at most, the odd fen going to the earlier rows, so that with `SHARE` the
    prizes of the occupied places are always paid out exactly.
    """
    unbroken = _unbroken(contenders) if ties is Ties.BREAK else frozenset()

    def rank(at: int) -> Decimal | Fraction | tuple[Decimal | Fraction, Decimal]:
        one = contenders[at]
        if ties is not Ties.BREAK:
            return one.value
        breaking = one.value not in unbroken and one.collected is not None
        return one.value, one.collected if breaking and one.collected is not None else Decimal(0)

    ranks: list[Any] = list(map(rank, range(len(contenders))))
    won: dict[int, Won] = {}
    place = 1
    for _, tied in groupby(sorted(range(len(contenders)), key=ranks.__getitem__, reverse=True), ranks.__getitem__):
        group = list(tied)
        shares = _shares(prizes[place - 1 : place - 1 + len(group)], len(group), each=ties is Ties.EACH)
        for at, prize in zip(group, shares, strict=True):
            won[at] = Won(prize, place, len(group), contenders[at].value in unbroken)
        place += len(group)
    return tuple(won[at] for at in range(len(contenders)))


def _unbroken(contenders: Sequence[Contender]) -> frozenset[Decimal | Fraction]:
    """Values that several share while one of them lacks the figure to break the tie."""
    counts = Counter(one.value for one in contenders)
    return frozenset(one.value for one in contenders if one.collected is None and counts[one.value] > 1)


def _shares(pool: Sequence[Decimal], people: int, *, each: bool) -> list[Decimal]:
    if not pool:
        return [Decimal("0.00")] * people
    if each:
        return [pool[0]] * people
    fen, odd = divmod(int(sum(pool, Decimal(0)) * 100), people)
    return [Decimal(fen + (at < odd)).scaleb(-2) for at in range(people)]
