"""The year of each line as portions: what is pinned to some of its months, and the rest over the others.

A pin on a person with several lines is shared among these lines, so that each line's year and each pinned
span hold at the same time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from salescli.split.fitting import Clash, fit
from salescli.split.held import Pin, Strain, StrainKind, strain
from salescli.split.pins import LinePin, Span, spans_apart
from salescli.split.presence import Months

REST: Final[Span] = ()
"""The months without a pin."""


@dataclass(frozen=True, slots=True)
class Portion:
    """`units` of the year of the assignment `at` that may only go to months it is there for."""

    at: int
    units: int
    there: Months


def portions(
    own: Sequence[int], there: Sequence[Months], pins: Sequence[LinePin], names: Sequence[str]
) -> tuple[Portion, ...] | Strain:
    """Every assignment's year, whose `own` units it is, in portions; a Strain when its pins do not fit.

    Pins of one set of lines may lie within each other; sets of lines must be the same or apart.
    """
    by_lines: dict[tuple[int, ...], list[LinePin]] = {}
    for pin in pins:
        by_lines.setdefault(pin.members, []).append(pin)
    pinned = {at for members in by_lines for at in members}
    found = [Portion(at, units, there[at]) for at, units in enumerate(own) if at not in pinned]
    for members, mine in by_lines.items():
        spans = spans_apart(mine, names[members[0]])
        if isinstance(spans, Strain):
            return spans
        divided = _divided(members, own, there, spans, names[members[0]])
        if isinstance(divided, Strain):
            return divided
        found += divided
    return tuple(found)


def _divided(
    members: Sequence[int],
    own: Sequence[int],
    there: Sequence[Months],
    spans: Sequence[tuple[Span, Pin]],
    name: str,
) -> list[Portion] | Strain:
    """Lines by pinned spans, both totals held."""
    total, held = sum(own[at] for at in members), [pin for _, pin in spans]
    taken = {month for span, _ in spans for month in span}
    masks = {span: set(span) for span, _ in spans}
    masks[REST] = set(range(12)) - taken
    cells = {(at, span): _masked(there[at], mask) for at in members for span, mask in masks.items()}
    spare = any(any(cells[at, REST]) for at in members)
    found = strain(total, held, (), name, spare=spare)
    if found is not None:
        return found
    columns: Mapping[Span, int] = {
        **{span: pin.units for span, pin in spans},
        REST: total - sum(pin.units for pin in held),
    }
    table = fit({at: own[at] for at in members}, columns, [cell for cell, months in cells.items() if any(months)])
    if isinstance(table, Clash):
        return Strain(StrainKind.EXCEED, name, table.needed, table.room, tuple(held))
    return [Portion(at, units, cells[at, span]) for (at, span), units in table.items()]


def _masked(there: Months, months: Iterable[int]) -> Months:
    kept = set(months)
    return tuple(own if at in kept else Fraction(0) for at, own in enumerate(there))
