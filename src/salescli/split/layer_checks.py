"""Whether the issued layer and the three lines tie out: the parts of each against the goal × its factor.

A layer is rounded once, as a whole (:mod:`salescli.split.multiples`); its months and people have to come to that.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.measure.rounding import exact, half_up
from salescli.split.checks import Check
from salescli.split.goals import Goal
from salescli.split.hedge import Issued
from salescli.split.leaves import GoalSplit
from salescli.split.lines import Line, Lines, Multiples
from salescli.split.parts import Level, Months

ISSUED: Final = {f"issued_{level}": level for level in Level}
"""The checks of issued levels."""

LINES: Final = {f"line_{line}": line for line in Line}
"""The checks of the three lines."""


def check_issued(issued: Mapping[Goal, Sequence[Issued]], splits: Iterable[GoalSplit]) -> Iterable[Check]:
    """Each hedged level: its parts come to the base of the level × the factor, half up to the goal's unit."""
    units = {split.goal: split.unit for split in splits}
    for goal, items in issued.items():
        for name, level in ISSUED.items():
            parts = [item for item in items if item.level is level and item.part is not None]
            if parts:
                base = sum((_year(item.base) for item in parts), Decimal(0))
                wanted = _multiple(base, parts[0].factor, units[goal])
                yield Check(name, None, goal, wanted, sum((_year(item.issued) for item in parts), Decimal(0)))


def check_lines(
    drawn: Mapping[Goal, Sequence[Lines]], factors: Multiples, splits: Iterable[GoalSplit]
) -> Iterable[Check]:
    """Each line: everybody's comes to the company's base × the factor, half up to the goal's unit."""
    done = {split.goal: split for split in splits}
    for goal, items in drawn.items():
        base = sum((leaf.target for leaf in done[goal].leaves), Decimal(0))
        people = [item for item in items if item.part is not None and item.part.person is not None]
        for name, line in LINES.items():
            wanted = _multiple(base, factors[line], done[goal].unit)
            yield Check(name, None, goal, wanted, sum((_year(item.months[line]) for item in people), Decimal(0)))


def _year(months: Months) -> Decimal:
    return sum(months.values(), Decimal(0))


def _multiple(base: Decimal, factor: Fraction, unit: Decimal) -> Decimal:
    """The base × the factor in whole units; a factor of 1 leaves it untouched."""
    return base if factor == 1 else half_up(exact(base) * factor / exact(unit), 0) * unit
