"""Sharing a total out when some of its parts are pinned: they are held, and the rest shares what is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from salescli.measure.rounding import Number
from salescli.split.allocate import allocate
from salescli.table.problem import Place
from salescli.words.language import Text


@dataclass(frozen=True, slots=True)
class Pin:
    """A target that is held: its amount, where it was written, and how many of the goal's units that is."""

    amount: Decimal
    place: Place
    units: int = 0


class StrainKind(Enum):
    """How pins fail their parent."""

    EXCEED = "exceed"
    FALL_SHORT = "fall short"
    LEAVE_NOTHING = "leave nothing"


@dataclass(frozen=True, slots=True)
class Strain:
    """Pins that cannot be held: they come to `pinned` units of a parent of `total`; `others` would get nothing.

    `held_by` are the pins that fix the parent itself.
    """

    kind: StrainKind
    parent: Text | str
    pinned: int
    total: int
    pins: tuple[Pin, ...]
    others: tuple[Text | str, ...] = ()
    held_by: tuple[Pin, ...] = ()


def strain(
    total: int, pins: Sequence[Pin], others: Sequence[Text | str], parent: Text | str, *, spare: bool = False
) -> Strain | None:
    """Why `pins` do not fit into `total`; None when they do.

    `others` are those who are to share what is left; `spare` tells that there is somebody to take what is left
    even when nobody has to get some.
    """
    pinned = sum(pin.units for pin in pins)
    if pinned > total:
        return Strain(StrainKind.EXCEED, parent, pinned, total, tuple(pins))
    if pins and pinned < total and not others and not spare:
        return Strain(StrainKind.FALL_SHORT, parent, pinned, total, tuple(pins))
    if pins and others and pinned == total and total:
        return Strain(StrainKind.LEAVE_NOTHING, parent, pinned, total, tuple(pins), tuple(others))
    return None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a total: what it is called, how much it weighs, its pin, and whether it can carry anything."""

    name: Text | str
    weight: Number
    pin: Pin | None = None
    able: bool = True

    @property
    def free(self) -> bool:
        """Whether it shares what the pins leave."""
        return self.able and self.pin is None


def allocate_around(total: int, parts: Sequence[Part], parent: Text | str) -> tuple[int, ...] | Strain:
    """`total` shared by weight among the free parts, beside the pinned ones; a Strain when pins do not fit."""
    free = [part for part in parts if part.free]
    pins = [part.pin for part in parts if part.pin is not None]
    found = strain(total, pins, [part.name for part in free if part.weight], parent, spare=bool(free))
    if found is not None:
        return found
    rest = iter(allocate(total - sum(pin.units for pin in pins), [part.weight for part in free]))
    return tuple(part.pin.units if part.pin is not None else next(rest) if part.able else 0 for part in parts)
