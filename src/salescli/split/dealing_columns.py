"""Tables dealt a column at a time, where no row has lines of its own and the dealing comes out even at once.

That is nearly every table, and with a great many people nearly all the work. The rule, and so every cell, is that of
:mod:`salescli.split.dealing`, which takes over wherever this finds no answer.
"""

from collections.abc import Sequence
from operator import add
from typing import Final

from salescli.split.fine_units import SCALE, floors

QUARTERS: Final[tuple[tuple[int, ...], ...]] = tuple((first, first + 1, first + 2) for first in range(0, 12, 3))

Columns = list[list[int]]


def dealt_year(shares: Sequence[Sequence[int]], units: Sequence[int], months: Sequence[int]) -> Columns | None:
    """Twelve columns of whole months for rows of exact ones: rows add up to their `units`, columns to `months`."""
    exact = list(zip(*shares, strict=True))
    spans = [slice(first, last + 1) for first, _, last in QUARTERS]
    quarters = [list(map(sum, zip(*exact[span], strict=True))) for span in spans]
    wanted = dealt_evenly(quarters, units, [sum(months[span]) for span in spans])
    if wanted is None:
        return None
    found: Columns = []
    for span, own in zip(spans, wanted, strict=True):
        inside = dealt_evenly(exact[span], own, months[span])
        if inside is None:
            return None
        found += inside
    return found


def dealt_evenly(shares: Sequence[Sequence[int]], totals: Sequence[int], columns: Sequence[int]) -> Columns | None:
    """Whole cells for columns of exact `shares`; None where rows or columns do not come to their totals by dealing."""
    floored = [floors(column) for column in shares]
    cells = [lows for lows, _ in floored]
    rests = [over for _, over in floored]
    owed = [(units - sum(lows)) * SCALE - sum(over) for units, lows, over in zip(columns, cells, rests, strict=True)]
    lacking = [total - sum(row) for total, row in zip(totals, zip(*cells, strict=True), strict=True)]
    for row, (lack, over) in enumerate(zip(lacking, zip(*rests, strict=True), strict=True)):
        owed = list(map(add, owed, over))
        if lack:
            open_ones = [at for at, rest in enumerate(over) if rest]
            if not 0 < lack <= len(open_ones):
                return None
            # sorting keeps the order of equals
            for at in sorted(open_ones, key=owed.__getitem__, reverse=True)[:lack]:
                cells[at][row] += 1
                owed[at] -= SCALE
    return cells if all(sum(lows) == units for lows, units in zip(cells, columns, strict=True)) else None
