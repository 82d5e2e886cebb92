"""The issued layer (上浮): what each level is told, a factor above the base that the company counts on.

Each level has its own factor on its own base: ``region=1.05,person=1.1`` issues 105 % of their base to regions
and 110 % of theirs to people, not 115.5 %. What a level is issued adds up as its base does, months to the year and
parts to the level's whole, which is the goal × the factor, half up (see :mod:`salescli.split.multiples`). Inherited
goals are not hedged. The base never changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.measure.ratio import exact
from salescli.split.multiples import multiplied
from salescli.split.parts import Level, Months, Part, people_by_region, summed
from salescli.table.codes.split import layers as codes
from salescli.table.errors import CannotRun
from salescli.table.numeral import parse_numeral

MOST: Final = 3
"""A factor above this is a slip of the pen (110 for 110 %)."""

Hedge = Mapping[Level, Fraction]
"""The factor of each hedged level."""

_NAMES: Final = {"区域": Level.REGION, "产品线": Level.PRODUCT, "产品": Level.PRODUCT, "人": Level.PERSON,
                 "人员": Level.PERSON, "销售员": Level.PERSON}  # fmt: skip


def parse_hedge(text: str) -> Hedge:
    """``person=1.1,region=105%`` as factors. Raises CannotRun for unknown levels and factors outside 1 to 3."""
    hedge: dict[Level, Fraction] = {}
    for part in (part.strip() for part in text.replace("，", ",").split(",")):
        name, _, factor = (piece.strip() for piece in part.partition("="))
        numeral = parse_numeral(factor)
        level = Level(name) if name in list(Level) else _NAMES.get(name)
        if level is None or level in hedge or numeral is None or not 1 <= numeral.value <= MOST:
            raise CannotRun.of(codes.BAD_HEDGE, found=part, known=tuple(map(str, Level)))
        hedge[level] = exact(numeral.value)
    return hedge


@dataclass(frozen=True, slots=True)
class Issued:
    """What one part of a level is told, beside its base; the level's whole has no part."""

    level: Level
    part: Part | None
    factor: Fraction
    base: Months
    issued: Months


def issue(parts: Mapping[Part, Months], hedge: Hedge, unit: Decimal) -> tuple[Issued, ...]:
    """The issued layer of every hedged level, in multiples of `unit`: its whole, then its parts in the plan's order."""
    found: list[Issued] = []
    for level in (level for level in Level if level in hedge):
        groups = _groups(parts, level)
        members = [part for group in groups for part in group]
        base = [[parts[part] for part in group] for group in groups]
        issued = [months for group in multiplied(base, hedge[level], unit) for months in group]
        if members:
            whole = summed(parts[part] for part in members)
            found.append(Issued(level, None, hedge[level], whole, summed(issued)))
        found += [
            Issued(level, part, hedge[level], parts[part], months) for part, months in zip(members, issued, strict=True)
        ]
    return tuple(found)


def _groups(parts: Mapping[Part, Months], level: Level) -> list[list[Part]]:
    """The parts of a level by what they add up to first: people to their region, others to the company."""
    if level is Level.PERSON:
        return list(people_by_region(parts).values())
    return [[part for part in parts if part.level is level]]
