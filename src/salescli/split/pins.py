"""Pinned targets of one goal: what is held, for whom, and for which months.

A pin on a region, a product line, a region's part of one, a person, or one line of a person is of the year or of a
quarter or month; one on nobody is of the whole company's quarter or month.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from math import gcd

from salescli.measure.rounding import exact
from salescli.split.held import Pin, Strain, StrainKind
from salescli.words.language import Text

Span = tuple[int, ...]
"""Months of the year as places in it, from 0: one, three, or none for the whole year."""


@dataclass(frozen=True, slots=True)
class LinePin:
    """A pin on some lines (places in the team) that `name` stands for, for the year when there are no `months`."""

    members: tuple[int, ...]
    pin: Pin
    months: Span = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Pins:
    """All pins of one goal. `calendar` are the whole company's quarters and months."""

    regions: Mapping[str, Pin] = field(default_factory=dict)
    products: Mapping[str, Pin] = field(default_factory=dict)
    channels: Mapping[str, Pin] = field(default_factory=dict)
    calendar: Mapping[Span, Pin] = field(default_factory=dict)
    lines: tuple[LinePin, ...] = ()
    line_months: tuple[LinePin, ...] = ()

    @property
    def all(self) -> tuple[Pin, ...]:
        """Every pin."""
        named = (*self.regions.values(), *self.products.values(), *self.channels.values(), *self.calendar.values())
        return (*named, *(item.pin for item in (*self.lines, *self.line_months)))

    def in_units(self, unit: Decimal) -> "Pins":
        """The same with every amount counted in `unit`, of which each must be a multiple."""

        def counted(pin: Pin) -> Pin:
            return replace(pin, units=int(exact(pin.amount) / exact(unit)))

        def each(pins: Mapping[str, Pin]) -> dict[str, Pin]:
            return {name: counted(pin) for name, pin in pins.items()}

        return Pins(
            each(self.regions),
            each(self.products),
            each(self.channels),
            {span: counted(pin) for span, pin in self.calendar.items()},
            tuple(replace(item, pin=counted(item.pin)) for item in self.lines),
            tuple(replace(item, pin=counted(item.pin)) for item in self.line_months),
        )


NO_PINS = Pins()


def common_unit(unit: Decimal, amounts: Iterable[Decimal]) -> Decimal:
    """The largest unit that `unit` and all `amounts` are multiples of."""
    figures = [unit, *amounts]
    places = max(_places(figure) for figure in figures)
    whole = gcd(*(int(figure.scaleb(places)) for figure in figures))
    found = Decimal(whole).scaleb(-places)
    return unit if found == unit else found


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def together(pins: Sequence[LinePin]) -> list[list[LinePin]]:
    """The pins that have lines in common, directly or by way of others."""
    group_of: dict[int, int] = {}
    groups: dict[int, list[LinePin]] = {}
    for number, item in enumerate(pins):
        groups[number] = [item]
        for old in sorted({group_of[at] for at in item.members if at in group_of}):
            groups[number] += groups.pop(old)
        for other in groups[number]:
            group_of |= dict.fromkeys(other.members, number)
    return list(groups.values())


def apart(pins: Sequence[LinePin]) -> tuple[LinePin, ...] | Strain:
    """Pins of the year with what lies within another taken out of it, so that no line is pinned twice."""
    found: list[LinePin] = []
    for item in sorted(pins, key=lambda item: len(item.members)):
        inner = [other for other in found if set(other.members) <= set(item.members)]
        taken = {at for other in inner for at in other.members}
        rest = replace(item, members=tuple(at for at in item.members if at not in taken))
        left = _left(item.pin, [other.pin for other in inner], item.name, bool(rest.members))
        if isinstance(left, Strain):
            return left
        found += [replace(rest, pin=left)] if rest.members else []
    return tuple(found)


def spans_apart(pins: Sequence[LinePin], name: Text | str) -> tuple[tuple[Span, Pin], ...] | Strain:
    """Pins of quarters and months as spans that do not meet: a quarter's without the months pinned within it."""
    found: list[tuple[Span, Pin]] = []
    for item in sorted(pins, key=lambda item: len(item.months)):
        inner = [(span, pin) for span, pin in found if set(span) <= set(item.months)]
        taken = {month for span, _ in inner for month in span}
        rest = tuple(month for month in item.months if month not in taken)
        left = _left(item.pin, [pin for _, pin in inner], name, bool(rest))
        if isinstance(left, Strain):
            return left
        found += [(rest, left)] if rest else []
    return tuple(found)


def _left(pin: Pin, inner: Sequence[Pin], name: Text | str, more: bool) -> Pin | Strain:
    """A pin without what is pinned within it."""
    within = sum(other.units for other in inner)
    if within > pin.units or (inner and not more and within < pin.units):
        kind = StrainKind.EXCEED if within > pin.units else StrainKind.FALL_SHORT
        return Strain(kind, name, within, pin.units, tuple(inner), held_by=(pin,))
    return replace(pin, units=pin.units - within)
