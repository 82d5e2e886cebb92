"""Three lines for everybody: 保底, 目标 and 冲刺, multiples of the base plan.

The multiples come from ``[lines]`` in the configuration. Each line adds up in every direction as the base does: people
to their region, regions to the company, months to the year (see :mod:`salescli.split.multiples`). Inherited goals
have no lines.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from salescli.split.multiples import multiplied
from salescli.split.parts import Level, Months, Part, people_by_region, summed
from salescli.table.config import LineKeys


class Line(StrEnum):
    """The three lines, lowest first."""

    FLOOR = "floor"
    TARGET = "target"
    STRETCH = "stretch"


Multiples = Mapping[Line, Fraction]


@dataclass(frozen=True, slots=True)
class Lines:
    """One part's three lines, month by month; the company's own has no part."""

    part: Part | None
    months: Mapping[Line, Months]


def multiples_of(keys: LineKeys) -> Multiples:
    """The configured multiples."""
    return {
        Line.FLOOR: Fraction(keys.floor),
        Line.TARGET: Fraction(keys.target),
        Line.STRETCH: Fraction(keys.stretch),
    }


def draw_lines(parts: Mapping[Part, Months], factors: Multiples, unit: Decimal) -> tuple[Lines, ...]:
    """The lines of the company, of every region and of its people, in multiples of `unit`."""
    people_of = people_by_region(parts)
    regions = {part: people_of.get(part.name, []) for part in parts if part.level is Level.REGION}
    base = [[parts[person] for person in people] for people in regions.values()]
    drawn = {line: multiplied(base, factor, unit) for line, factor in factors.items()}
    found: list[Lines] = []
    for at, (region, people) in enumerate(regions.items()):
        found.append(Lines(region, {line: summed(groups[at]) for line, groups in drawn.items()}))
        found += [Lines(person, {line: groups[at][own] for line, groups in drawn.items()})
                  for own, person in enumerate(people)]  # fmt: skip
    whole = {line: summed([months for group in groups for months in group]) for line, groups in drawn.items()}
    return (Lines(None, whole), *found)
