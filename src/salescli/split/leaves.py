"""The leaves of the plan — one person, one product line, one month — and what they have to add up to."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import repeat
from typing import Final, NamedTuple, TypeVar

from salescli.measure.period import Month, Quarter
from salescli.split.goals import Goal
from salescli.split.team import Person

Key = TypeVar("Key", bound=Hashable)


class Leaf(NamedTuple):
    """One person's target for one product line in one month, in the goal's base unit.

    `in_force` is what the target of a closed month was while `target` holds its actual; None in any other month.
    """

    month: Month
    person: Person
    product: str | None
    target: Decimal
    in_force: Decimal | None = None


def made_leaves(
    month: Month, people: Iterable[Person], products: Iterable[str | None], targets: Iterable[Decimal]
) -> Iterator[Leaf]:
    """The leaves of one month from columns of equal length, without a call of Python for each."""
    return map(_made, zip(repeat(month), people, products, targets, repeat(None)))


_made: Final[Callable[[tuple[object, ...]], Leaf]] = partial(tuple.__new__, Leaf)


@dataclass(frozen=True, slots=True)
class Margins:
    """What each level of one goal is to be, worked out from the year downwards, before there are leaves.

    `cells` are region × product line, given only where both have shares; `shares` are the people's years before
    they were rounded.
    """

    year: Decimal
    quarters: Mapping[Quarter, Decimal]
    months: Mapping[Month, Decimal]
    regions: Mapping[str, Decimal]
    products: Mapping[str, Decimal]
    cells: Mapping[tuple[str, str], Decimal]
    people: Mapping[Person, Decimal]
    shares: Mapping[Person, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoalSplit:
    """One goal and its leaves; an inherited goal has no margins, since nothing adds up.

    `channels` are the targets of channels, which no leaf knows of. `unit` is what the leaves are multiples of: the
    goal's rounding unit, or the finer one that its pins ask for.
    """

    goal: Goal
    leaves: tuple[Leaf, ...]
    margins: Margins | None
    unit: Decimal
    channels: Mapping[str, Decimal] = field(default_factory=dict)


def sums(leaves: Iterable[Leaf], key: Callable[[Leaf], Key]) -> dict[Key, Decimal]:
    """The leaves added up by `key`, in the order the keys first appear."""
    found: dict[Key, Decimal] = {}
    for leaf in leaves:
        at = key(leaf)
        found[at] = found.get(at, Decimal(0)) + leaf.target
    return found
