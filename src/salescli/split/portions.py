"""The year of each line as portions: what is pinned to some of its months, and the rest over the others.

Pins on quarters and months stand at any level: one line, a person, a region, a product line, or a region's part of one.
The narrowest are taken first. Each set of lines then shares its pinned spans among the portions it has by now, so that
every portion keeps its size and only moves within its own months: what was pinned before stays pinned.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, NamedTuple

from salescli.measure.rounding import Number
from salescli.split.fitting import Clash, fit
from salescli.split.held import Pin, Strain, StrainKind, strain
from salescli.split.pins import LinePin, Span, spans_apart
from salescli.split.presence import Months

REST: Final[Span] = ()
"""The months without a pin."""


class Portion(NamedTuple):
    """`units` of the year of the assignment `at` that may only go to months it is there for; the pin they come from."""

    at: int
    units: int
    there: Months
    pin: Pin | None = None


def portions(
    own: Sequence[int], there: Sequence[Months], pins: Sequence[LinePin], season: Sequence[Number]
) -> tuple[Portion, ...] | Strain:
    """Every assignment's year, whose `own` units it is, in portions; a Strain when its pins do not fit.

    `season` weighs the months that a portion lies in.
    """
    dividing = _Dividing(season, [[Portion(at, units, there[at])] for at, units in enumerate(own)])
    by_lines: dict[tuple[int, ...], list[LinePin]] = {}
    for pin in pins:
        by_lines.setdefault(pin.members, []).append(pin)
    for members in sorted(by_lines, key=len):
        found = dividing.hold(members, by_lines[members])
        if found is not None:
            return found
    return tuple(portion for mine in dividing.lines for portion in mine)


@dataclass(slots=True)
class _Dividing:
    """The portions of each line so far."""

    season: Sequence[Number]
    lines: list[list[Portion]]
    masked: dict[tuple[int, Span], Months] = field(default_factory=dict)

    def hold(self, members: Sequence[int], pins: Sequence[LinePin]) -> Strain | None:
        """Divide the portions of some lines by the spans pinned for all of them; a Strain when that cannot be."""
        name = pins[0].name
        spans = spans_apart(pins, name)
        if isinstance(spans, Strain):
            return spans
        taken = {month for span, _ in spans for month in span}
        masks = {span: span for span, _ in spans} | {REST: tuple(at for at in range(12) if at not in taken)}
        rows = [portion for at in members for portion in self.lines[at]]
        cells = self._cells(rows, masks)
        total, held = sum(row.units for row in rows), [pin for _, pin in spans]
        found = strain(total, held, (), name, spare=any(span == REST for _, span in cells))
        if found is not None:
            return found
        wanted = {span: pin.units for span, pin in spans}
        wanted[REST] = total - sum(wanted.values())
        seeds = {cell: self._weight(months) for cell, months in cells.items()}
        table = fit({at: row.units for at, row in enumerate(rows)}, wanted, cells.keys(), seeds)
        if isinstance(table, Clash):
            return _clashing(table, spans, rows, name)
        for line in members:
            self.lines[line] = []
        pinned = dict(spans)
        for (at, span), units in table.items():
            pin = rows[at].pin or pinned.get(span)
            self.lines[rows[at].at].append(Portion(rows[at].at, units, cells[at, span], pin))
        return None

    def _cells(self, rows: Sequence[Portion], masks: Mapping[Span, Span]) -> dict[tuple[int, Span], Months]:
        cells = {}
        for at, row in enumerate(rows):
            for span, months in masks.items():
                there = self._mask(row.there, months)
                if any(there):
                    cells[at, span] = there
        return cells

    def _mask(self, there: Months, months: Span) -> Months:
        """`there` in some months only; one tuple for all who are there alike."""
        found = self.masked.get((id(there), months))
        if found is None:
            found = tuple(own if at in months else Fraction(0) for at, own in enumerate(there))
            self.masked[id(there), months] = found
        return found

    def _weight(self, there: Months) -> Fraction:
        """What the season gives the months of a cell; a season without weight there counts as even."""
        weights = [Fraction(weight) * own for weight, own in zip(self.season, there, strict=True)]
        return sum(weights, Fraction(0)) or sum(there, Fraction(0))


def _clashing(found: Clash[int, Span], spans: Sequence[tuple[Span, Pin]], rows: Sequence[Portion], name: str) -> Strain:
    """Why some portions do not fit into the spans open to them."""
    own = tuple(pin for span, pin in spans if span in found.columns)
    within = tuple(dict.fromkeys(pin for at in found.rows if (pin := rows[at].pin) is not None))
    if within and own:
        return Strain(StrainKind.EXCEED, name, found.needed, found.room, within, held_by=own)
    if own and REST not in found.columns:
        return Strain(StrainKind.EXCEED, name, found.needed, found.room, own)
    # who is only there for other months leaves too little for the pinned ones
    held = tuple(pin for span, pin in spans if span not in found.columns) or own
    left = sum(row.units for row in rows) - found.needed
    return Strain(StrainKind.EXCEED, name, sum(pin.units for pin in held), left, held)
