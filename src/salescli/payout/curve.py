"""Payout against achievement for one person: where a plan jumps, and where selling more pays less."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.measure.money import to_fen
from salescli.measure.period import Period
from salescli.payout.choices import Terms
from salescli.payout.levels import collection_rate, sells
from salescli.payout.pay import cost
from salescli.payout.people import Entry
from salescli.payout.plan import Plan
from salescli.payout.prizes import by_person

STEP: Final = Fraction(1, 20)
TOP: Final = Fraction(3, 2)
"""The curve runs in steps of 5 % from a little below the lowest bound to 150 %, further where a bound lies beyond."""
MOST_BOUND: Final = Fraction(10)
"""A bound above this is no achievement anybody draws."""


@dataclass(frozen=True, slots=True)
class Point:
    """One person's own commission and bonus at `level`; `short` is one fen below it. Yuan."""

    level: Fraction
    short: bool
    paid: Decimal
    other: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """Payout against achievement for the person with the middle target."""

    person: str
    target: Decimal
    points: tuple[Point, ...]

    def falls(self, at: int) -> bool:
        """Whether point `at` pays less than the one before it, under either plan."""
        if at == 0:
            return False
        before, here = self.points[at - 1], self.points[at]
        worse = before.other is not None and here.other is not None and here.other < before.other
        return here.paid < before.paid or worse


def curve_of(plans: Sequence[Plan], entries: Sequence[Entry], period: Period | None, terms: Terms) -> Curve | None:
    """The curve of each plan, the first with what the second would pay beside it; None without a target."""
    rows = _middle(entries)
    if not rows:
        return None
    target = sum((row.target for row in rows), Decimal(0))
    rate = collection_rate(entries)
    own = [replace(plan, team=(), rankings=(), steps=(), events=(), uncomputed=(), scorecard=None) for plan in plans]

    def paid(sold: Decimal) -> tuple[Decimal, Decimal | None]:
        sums = [cost(plan, _spread(rows, sold, target, rate), period, terms)[1] for plan in own]
        return sums[0], sums[1] if len(sums) > 1 else None

    points = []
    for level, short in _levels(own):
        sold = _reaching(level, target) - (Decimal("0.01") if short else 0)
        points.append(Point(level, short, *paid(sold)))
    return Curve(rows[0].person.name, target, tuple(points))


def _middle(entries: Sequence[Entry]) -> list[Entry]:
    """The rows of one person in one month whose target is the middle one of all; none without a target."""
    held: list[tuple[Decimal, list[Entry]]] = []
    for rows in by_person(entries).values():
        mine = [row for row in rows if row.month == rows[-1].month]
        target = sum((row.target for row in mine), Decimal(0))
        if target > 0:
            held.append((target, mine))
    held.sort(key=lambda item: item[0])
    return held[(len(held) - 1) // 2][1] if held else []


def _reaching(level: Fraction, target: Decimal) -> Decimal:
    """The least amount of whole fen that is `level` of `target`."""
    fen = level * Fraction(target) * 100
    return Decimal(-(-fen.numerator // fen.denominator)).scaleb(-2)


def _spread(rows: Sequence[Entry], sold: Decimal, target: Decimal, rate: Fraction) -> tuple[Entry, ...]:
    """`sold` over the rows by their targets; the last row takes the rest, so that nothing is lost."""
    spread, left = [], sold
    for row in rows[:-1]:
        part = to_fen(Fraction(sold) * Fraction(row.target) / Fraction(target))
        spread.append(sells(row, part, rate))
        left -= part
    return (*spread, sells(rows[-1], left, rate))


def _levels(plans: Sequence[Plan]) -> list[tuple[Fraction, bool]]:
    """Where the curve is drawn: every step, and every bound together with one fen below it."""
    rungs = [rung for plan in plans for ladder in plan.ladders for rung in ladder.rungs]
    bounds = {rung.bound for rung in rungs if 0 < rung.bound <= MOST_BOUND}
    top = max([TOP, *(bound + STEP for bound in bounds)])
    bottom = max(Fraction(0), min(bounds, default=Fraction(0)) - 4 * STEP)
    steps = {STEP * at for at in range(int(bottom / STEP), int(top / STEP) + 1)}
    drawn = [(level, False) for level in steps | bounds] + [(bound, True) for bound in bounds]
    return sorted(drawn, key=lambda item: (item[0], not item[1]))
