"""Three lines for everybody: 保底, 目标 and 冲刺, multiples of the base plan.

The multiples come from ``[lines]`` in the configuration. A month of a region or person is rounded to the goal's
unit; a year is the sum of its months. Inherited goals have no lines.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from salescli.split.goals import Goal
from salescli.split.multiples import multiples
from salescli.split.parts import Level, Months, Part
from salescli.table.config import LineKeys


class Line(StrEnum):
    """The three lines, lowest first."""

    FLOOR = "floor"
    TARGET = "target"
    STRETCH = "stretch"


Multiples = Mapping[Line, Fraction]


@dataclass(frozen=True, slots=True)
class Lines:
    """One part's three lines, month by month."""

    part: Part
    months: Mapping[Line, Months]


def multiples_of(keys: LineKeys) -> Multiples:
    """The configured multiples."""
    return {
        Line.FLOOR: Fraction(keys.floor),
        Line.TARGET: Fraction(keys.target),
        Line.STRETCH: Fraction(keys.stretch),
    }


def draw_lines(goal: Goal, parts: Mapping[Part, Months], factors: Multiples) -> tuple[Lines, ...]:
    """The lines of every region and person."""
    return tuple(
        Lines(part, {line: multiples(months, factor, goal.rounding) for line, factor in factors.items()})
        for part, months in parts.items()
        if part.level is not Level.PRODUCT
    )
