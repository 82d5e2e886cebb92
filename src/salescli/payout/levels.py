"""The same people at another level of achievement.

At a level of achievement every row's actual is its target × the level, to the fen; the people, months and all
else stay. Where commission goes by what was collected, the collection rate of all rows together (base ÷ actual)
applies to every row, because nobody's own rate at another level is known.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from salescli.measure.rounding import quotient, whole_pair
from salescli.payout.people import Entry


def at_level(entries: Sequence[Entry], level: Fraction) -> tuple[Entry, ...]:
    """The rows with every actual at `level` of its target."""
    rate = collection_rate(entries)
    return tuple(sells(entry, _times(entry.target, level), rate) for entry in entries)


def collection_rate(entries: Sequence[Entry]) -> Fraction:
    """The base that a yuan of sales makes, over all rows; 1 where nothing was sold."""
    sold, base = sold_by(entries), sum((entry.base for entry in entries), Decimal(0))
    return max(Fraction(0), Fraction(base) / Fraction(sold)) if sold > 0 else Fraction(1)


def sells(entry: Entry, actual: Decimal, rate: Fraction) -> Entry:
    """The row with `actual` sold, and the base that it makes at `rate`."""
    base = actual if rate == 1 else _times(actual, rate)
    collected = None if entry.collected is None else base
    return Entry(
        entry.person,
        entry.month,
        entry.region,
        entry.product,
        entry.target,
        actual,
        base,
        collected,
        entry.place,
    )


def _times(amount: Decimal, share: Fraction) -> Decimal:
    """`share` of an amount, to the fen."""
    over, under = whole_pair(amount)
    return quotient(over * share.numerator, under * share.denominator, 2)


def sold_by(entries: Iterable[Entry]) -> Decimal:
    """The actuals of all rows."""
    return sum((entry.actual for entry in entries), Decimal(0))
