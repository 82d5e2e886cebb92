"""Where each leftover unit went: what a share comes to before it is rounded, beside what it was given.

Known for what shares and season prescribe: regions, product lines, where both have shares and meet everywhere
region × product line, quarters of the year, months of their quarter; and for everybody's part of their group. A
level in which some part is two units or more away from its share is not proportional — pins or closed months hold
it — and has no leftovers to tell of. Largest remainder gives the last units to the largest fractions (Hamilton's
method; Balinski and Young, *Fair Representation*, 1982).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from salescli.measure.period import Month, Quarter
from salescli.measure.rounding import Number, exact
from salescli.split.goals import Goal
from salescli.split.leaves import Margins
from salescli.split.shares import Cut
from salescli.split.tables.shares import Dimension
from salescli.split.team import Person

Part = Quarter | Month | Person | tuple[str, str] | str
PartT = TypeVar("PartT", Quarter, Month, Person, tuple[str, str], str)


@dataclass(frozen=True, slots=True)
class Leftover:
    """One part of one level: its exact share, and the whole units it was given."""

    level: str
    part: Part
    share: Fraction
    given: Decimal

    @property
    def moved(self) -> Fraction:
        """What rounding added, or took away when negative."""
        return exact(self.given) - self.share


def leftovers(
    goal: Goal, margins: Margins, cuts: Mapping[Dimension, Cut], season: Sequence[Decimal]
) -> tuple[Leftover, ...]:
    """Every proportional part of `goal`, in the order of the checks."""
    found: list[Leftover] = []
    weights = dict(zip(goal.year.months(), season if any(season) else (Decimal(1),) * 12, strict=True))
    quarters = {
        quarter: sum((weights[month] for month in quarter.months()), Decimal(0)) for quarter in margins.quarters
    }
    found += _level(goal, "quarter", margins.year, margins.quarters, quarters)
    for quarter, total in margins.quarters.items():
        months = {month: margins.months[month] for month in quarter.months()}
        found += _level(goal, "month", total, months, {month: weights[month] for month in months})
    for dimension, given in ((Dimension.REGION, margins.regions), (Dimension.PRODUCT, margins.products)):
        cut = cuts.get(dimension)
        if cut is not None and cut.weights is not None:
            found += _level(goal, str(dimension), margins.year, given, {name: cut.weight(name) for name in cut.names})
    found += _level(goal, "cell", margins.year, margins.cells, _crossed(margins))
    found += [
        Leftover("person", person, share, margins.people[person])
        for person, share in margins.shares.items()
        if person in margins.people
    ]
    return tuple(found)


def _crossed(margins: Margins) -> dict[tuple[str, str], Fraction]:
    """What both cuts together prescribe where everything meets everything: region × product line, in proportion.

    With a gap among them the parts are those of a fitting, which has no such sums.
    """
    cells = {
        (region, product): exact(row) * exact(column)
        for region, row in margins.regions.items()
        for product, column in margins.products.items()
    }
    return cells if cells.keys() == margins.cells.keys() else {}


def _level(
    goal: Goal, level: str, total: Decimal, given: Mapping[PartT, Decimal], weights: Mapping[PartT, Number]
) -> Iterable[Leftover]:
    whole = sum(map(exact, weights.values()), Fraction(0))
    if not whole or given.keys() - weights.keys():
        return []
    parts = [
        Leftover(level, part, exact(total) * exact(weights[part]) / whole, amount) for part, amount in given.items()
    ]
    # less than a unit by rounding, and less than another for the part that holds what is odd
    proportional = all(abs(part.moved) < 2 * exact(goal.rounding) for part in parts)
    return parts if proportional else []
